#!/usr/bin/perl
# The search box as a web server runs it: what it answers, and how.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../web";
use AralWeb qw($build $sample_index $work encode run_cgi run_program start_fastcgi start_fastcgis
    fastcgi_request ask_fastcgi stop);
use File::Copy qw(move);
use IO::Socket::UNIX;
use JSON::PP qw(decode_json);
use Test::More;

sub spew {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!";
    print $file $text;
    close $file;
}

# ---- the first page, results, a passage ------------------------------------------------------

my $home = run_cgi('/');
is($home->{status}, 200, 'without a query there is the first page');
like($home->{body}, qr/<input type="search" id="q" name="q" value="" dir="auto"/, 'with an empty field');
like($home->{body}, qr/Search 5\d articles/, 'and the number of articles');

my $results = run_cgi('/?q=Laut+Aral');
is($results->{status}, 200, 'a query gives results');
like($results->{headers}{'content-type'}, qr{^text/html; charset=utf-8$}, 'as a page in UTF-8');
is($results->{headers}{'content-length'}, length $results->{body}, 'of the length told');
cmp_ok(length $results->{body}, '<', 30_000, 'in less than 30 kB');
like($results->{body}, qr{<mark>Laut Aral</mark>}, 'with marked matches');
like($results->{body}, qr{<p lang="id">}, 'each passage with its language');
like($results->{body}, qr{<time datetime="2025-02-20">20 February 2025</time>}, 'and dates');
like($results->{body}, qr{href="https://lensa\.example/[^"]+#:~:text=[^"]+"},
    'and links to the source, right at the passage');

my $nothing = run_cgi('/?q=zzqqzz');
unlike($nothing->{body}, qr{take filters off}, 'where nothing is found, no filters that are not there are blamed');
like(run_cgi('/?q=zzqqzz&lang=id')->{body}, qr{take filters off}, 'but those that are');

my $long = run_cgi('/?q=' . encode('Узбекистан OR президент OR Китай') . '&ui=ru');
cmp_ok(length $long->{body}, '<', 30_000, 'a page of Cyrillic is less than 30 kB, too');

like(run_cgi('/?q=Laut+Aral&lang=id&since=2024&page=2&n=1&format=html')->{body},
    qr{href="/passage/[^"]+\?q=Laut%20Aral&amp;lang=id&amp;since=2024&amp;page=2&amp;n=1#passage"},
    'a way to a passage keeps the way back');
my ($address) = $results->{body} =~ m{href="(/passage/lensa-aral-saksaul%23\d+)\?};
ok($address, 'results lead to pages of their own');
my $passage = run_cgi($address);
is($passage->{status}, 200, 'which are there');
like($passage->{body}, qr{<p id="passage" class="text this" lang="id">}, 'with the passage');
unlike($passage->{body}, qr{<mark}, 'without marks where nothing is asked');
like($passage->{body}, qr{class="text near"}, 'among its neighbours');
like(run_cgi("$address?q=Laut+Aral")->{body},
    qr{<p id="passage" class="text this" lang="id">(?:(?!</p>).)*<mark>Laut Aral</mark>}s,
    'what a query asks for is marked in it');
like(run_cgi("$address?q=Laut+Aral+mengerring")->{body}, qr{<mark>mengering</mark>},
    'and what no passage has, as it was meant');
like(run_cgi('/?q=Laut+Aral+mengerring&ui=en')->{body},
    qr{Did you mean <a href="[^"]*">(?:<bdi>)?Laut Aral mengering(?:</bdi>)?</a>\?</p>\s*<p class="hint">Words that no passage has},
    'which is told where results are listed');
unlike(run_cgi("$address?q=dasar+-Aral")->{body}, qr{<mark[^>]*>[^<]*Aral}, 'and what it excludes is not');
like($passage->{body}, qr{<nav class="steps" aria-label="Passages of this article">},
    'to which steps lead');
is(run_cgi('/passage?id=lensa-aral-saksaul')->{status}, 200,
    'an article is found by its id, given as a parameter');
is(run_cgi('/passage/nothing-of-that-name%231')->{status}, 404, 'a passage may be unknown');
is(run_cgi('/nowhere')->{status}, 404, 'and so may a page');

like(run_cgi('/opensearch.xml', {HTTP_HOST => '', SERVER_NAME => 'news.example', SERVER_PORT => 8080})->{body},
    qr{template="http://news\.example:8080/\?q=}, 'without a Host header, addresses have the name of the server');

# ---- languages of the page ---------------------------------------------------------------------

sub heading {
    my ($response) = @_;
    my ($text) = $response->{body} =~ m{<p class="count">(.*?) ·};
    return $text;
}
is(heading(run_cgi('/?q=Goldwind&ui=id')) =~ /^\d+ petikan dalam \d+ artikel$/, 1,
    'the page speaks Indonesian');
is(heading(run_cgi('/?q=Goldwind', {HTTP_ACCEPT_LANGUAGE => 'ru,en;q=0.5'})) =~ /отрыв/, 1,
    'or what the browser asks for');
is(heading(run_cgi('/?q=Goldwind&ui=en', {HTTP_ACCEPT_LANGUAGE => 'ru'})) =~ /passages/, 1,
    'unless the address says otherwise');
is(run_cgi('/?q=Goldwind&ui=ru')->{headers}{'content-language'}, 'ru', 'and tells which it is');
like(run_cgi('/?q=a&lang=klingon&ui=ru')->{body}, qr/У параметра lang нет такого значения/,
    'refusals are in that language, too');
for my $case (['/?ui=ru', {REQUEST_METHOD => 'DELETE'}, 'можно только читать'],
    ['/%FF?ui=ru', {}, 'не текст в UTF-8'],
    ['/?ui=ru', {REQUEST_METHOD => 'POST', CONTENT_TYPE => 'text/plain'}, 'Читаются только формы', 'a']) {
    my ($target, $variables, $wanted, $body) = @$case;
    like(run_cgi($target, $variables, $body)->{body}, qr/\Q$wanted/, 'whatever is refused');
}
is(decode_json(run_cgi('/%FF?format=json')->{body})->{error}{status}, 400, 'and in the format asked for');
unlike(run_cgi('/passage/lensa-aral-saksaul%231')->{body}, qr/ autofocus/,
    'only on the first page the field is in use at once');
my $quoted = run_cgi('/?q=%22laut+zzxxqq%22+aral&ui=ru');
like($quoted->{body}, qr{<p class="hint">Того, что взято в кавычки, нет ни в одном отрывке},
    'what the search notes is in that language');
like(run_cgi('/?q=%22laut+zzxxqq%22+aral&lang=id')->{body},
    qr{aria-current="true"><span lang="id">Bahasa Indonesia</span> <small>[1-9]},
    'phrases that are nowhere are read as words in counts of filters, too');

# ---- filters, pages, views -----------------------------------------------------------------------

unlike(run_cgi('/?q=Aral&lang=en')->{body}, qr{<p lang="(?:id|ru)">}, 'one language only');
my $source = run_cgi('/?q=Aral&source=Lensa+Nusantara');
unlike($source->{body}, qr{<div class="about">(?!<bdi>Lensa Nusantara</bdi> ·)}, 'one source only');
unlike(run_cgi('/?q=Aral&since=2025&until=2025')->{body}, qr{<time datetime="(?!2025)},
    'one year only');
my $first = run_cgi('/?q=Aral&n=2');
my $second = run_cgi('/?q=Aral&n=2&page=2');
like($first->{body}, qr{rel="next" href="/\?q=Aral&amp;page=2&amp;n=2"}, 'a page leads to the next');
like($second->{body}, qr{rel="prev" href="/\?q=Aral&amp;n=2"}, 'and back');
isnt($first->{body}, $second->{body}, 'which is another one');
like(run_cgi('/?q=zzxxqq')->{body}, qr/<h1>Nothing found for “zzxxqq”/, 'or nothing is found');
unlike(run_cgi('/?q=zzxxqq&lang=id')->{body}, qr{<summary>Sort: }, 'which has no order');
my $far = run_cgi('/?q=Aral&n=2&page=99');
like($far->{body}, qr{<a href="/\?q=Aral&amp;n=2">The results end before this page},
    'a page behind the last leads back to the first');
unlike($far->{body}, qr{Nothing found}, 'and does not say that there is nothing');
is(run_cgi('/?q=Aral&page=1000&n=100')->{status}, 400, 'no further than the limit');
like(run_cgi('/?q=Aral&page=1000&n=100&ui=en')->{body}, qr{earlier page, a shorter query or fewer filters},
    'which says how to ask for less');
like(run_cgi('/?q=Aral&by=article&ui=en')->{body},
    qr{aria-current="true">All <small>\d+ passages</small>.*class="count">\d+ articles}s,
    'counts beside filters are of passages and say so where articles are counted besides');

my $form = run_cgi('/', {REQUEST_METHOD => 'POST',
    CONTENT_TYPE => 'application/x-www-form-urlencoded'}, 'q=Laut+Aral&ui=id');
is($form->{status}, 200, 'a form may be posted');
like($form->{body}, qr{<mark>Laut Aral</mark>}, 'and is read');
is($form->{headers}{etag}, undef, 'its answer is not to be kept');

my $text = run_program({PATH => $ENV{PATH}}, $results->{body}, 'w3m', '-dump', '-T', 'text/html',
    '-I', 'UTF-8', '-O', 'UTF-8', '-cols', 100);
like($text->{out}, qr/^ *1\. Lensa Nusantara · 20 February 2025 · Bahasa Indonesia$/m,
    'in a browser for text there is text');

my $listed = run_cgi('/?lang=ru&n=50');
like($listed->{body}, qr{<h1 class="hidden">Results</h1>}, 'a filter is enough for results');
like($listed->{body}, qr{<title>Results – Aral</title>}, 'which are called so');
my ($first_date) = $listed->{body} =~ m{<time datetime="([^"]+)"};
is($first_date, '2025-11-06', 'the newest first');
like($listed->{body}, qr{<summary>Sort: Newest first}, 'which is told');
unlike($listed->{body}, qr{<p lang="(?:id|en)">}, 'of what passes it');
unlike($listed->{body}, qr{>Most relevant</a>}, 'and an order by relevance is not offered');
like(run_cgi('/?q=Aral')->{body}, qr{>Most relevant</a>}, 'as it is where there is a query');
like($listed->{body}, qr{href="/\?q=%2A&amp;n=50">All <small>[1-9]}, 'beside a link to what the filter leaves out');
like(run_cgi('/?since=2024&until=2024')->{body}, qr{href="/\?q=%2A">Any date},
    'so it is where dates were the filter');
like(run_cgi('/?source=Nobody&ui=ru')->{body}, qr{<h1>Ничего не найдено</h1>}, 'or there may be nothing');
like(run_cgi('/passage/lensa-aral-saksaul%231?sort=oldest')->{body}, qr{href="/\?sort=oldest">Back to},
    'passages lead back to results without a query, too');
unlike(run_cgi('/passage/lensa-aral-saksaul%231')->{body}, qr{Back to}, 'where there are any');

# ---- other formats -------------------------------------------------------------------------------

my $json = run_cgi('/?q=Laut+Aral&format=json');
is($json->{headers}{'content-type'}, 'application/json', 'JSON is called so');
my $from_web = decode_json($json->{body});
my $line = run_program({PATH => $ENV{PATH}}, '', "$build/aral-search", '-i', $sample_index,
    '--format', 'json', 'Laut Aral');
is_deeply($from_web->{results}, decode_json($line->{out})->{results},
    'results are those of the command line, to the last digit');
my $refused = run_cgi('/?q=a&n=0&format=json&ui=en');
is($refused->{status}, 400, 'JSON can be refused');
is(decode_json($refused->{body})->{error}{message}, 'Parameter n has no such value.',
    'with the reason in JSON');
for my $date ('2024-13', '11+June+2024') {
    is(decode_json(run_cgi("/?q=a&since=$date&format=json&ui=en")->{body})->{error}{message},
        'The value of parameter since is no date: write 2024, 2024-06 or 2024-06-11.',
        'for a date with what would be one');
}

my $shown = run_cgi('/passage/lensa-aral-saksaul%231?format=json');
is($shown->{headers}{'content-type'}, 'application/json', 'a passage is there as JSON, too');
is($shown->{body}, run_program({PATH => $ENV{PATH}}, '', "$build/aral-search", '-i', $sample_index,
    '--format', 'json', '--show', 'lensa-aral-saksaul#1')->{out}, 'the same as that of the command line');
is(run_cgi('/passage/lensa-aral-saksaul%231?format=atom')->{status}, 400, 'but it is no feed');
like(run_cgi('/?source=Steppe+Wire&format=atom')->{body}, qr{<title>Results</title>},
    'all of a source is one');

my $feed = run_cgi('/?q=Laut+Aral&format=atom', {HTTP_HOST => 'berita.example', HTTPS => 'on'});
is($feed->{headers}{'content-type'}, 'application/atom+xml; charset=utf-8', 'Atom is called so');
like($feed->{body}, qr{<link rel="self" type="application/atom\+xml" href="https://berita\.example/\?q=Laut%20Aral&amp;format=atom"/>},
    'and says where it is');
my @ids = $feed->{body} =~ m{<entry [^>]*><id>(urn:uuid:[0-9a-f-]{36})</id>}g;
my $elsewhere = run_cgi('/?q=Laut+Aral&format=atom&ui=ru', {HTTP_HOST => 'other.example'});
my @same = $elsewhere->{body} =~ m{<entry [^>]*><id>(urn:uuid:[0-9a-f-]{36})</id>}g;
ok(@ids > 2, 'with entries');
is_deeply(\@ids, \@same, 'whose names do not depend on where they are read');
for my $target ('/?q=Laut+Aral&format=atom', '/opensearch.xml') {
    my $checked = run_program({PATH => $ENV{PATH}}, run_cgi($target)->{body},
        'xmllint', '--noout', '-');
    is($checked->{exit}, 0, "$target is well-formed XML");
}
my $description = run_cgi('/opensearch.xml', {HTTP_HOST => 'berita.example'});
like($description->{body}, qr{template="http://berita\.example/suggest\?q=\{searchTerms\}"},
    'browsers are told where suggestions are');
my $suggestions = decode_json(run_cgi('/suggest?q=laut+ar')->{body});
is($suggestions->[0], 'laut ar', 'suggestions say what they are for');
is($suggestions->[1][0], 'laut aral', 'and complete it');
is_deeply(decode_json(run_cgi('/suggest?q=zzxxqq')->{body}), ['zzxxqq', []], 'where they can');

# ---- HTTP ----------------------------------------------------------------------------------------

my $head = run_cgi('/?q=Laut+Aral', {REQUEST_METHOD => 'HEAD'});
is($head->{body}, '', 'HEAD has no body');
is($head->{headers}{'content-type'}, 'text/html; charset=utf-8', 'but the headers of one');
my $kept = run_cgi('/?q=Laut+Aral', {HTTP_IF_NONE_MATCH => $results->{headers}{etag}});
is($kept->{status}, 304, 'what the client has is not sent again');
is($kept->{body}, '', 'not at all');
is_deeply([sort keys %{$kept->{headers}}], [sort grep { !/^content-(?:type|length|language)$/ } keys %{$results->{headers}}],
    'with the headers of the page, but those about its content');
is(run_cgi('/?q=Laut+Aral', {HTTP_IF_NONE_MATCH => '*'})->{status}, 304, 'nor to one that takes any for the same');
for my $target ('/passage/nothing-of-that-name%231', '/?q=Aral&page=1000&n=100') {
    isnt(run_cgi($target, {HTTP_IF_NONE_MATCH => '*'})->{status}, 304, "but $target is refused all the same");
}
my $other = run_cgi('/?q=Laut+Aral', {HTTP_IF_NONE_MATCH => $results->{headers}{etag},
    HTTP_ACCEPT_LANGUAGE => 'ru'});
is($other->{status}, 200, 'unless it is in another language');
my $delete = run_cgi('/', {REQUEST_METHOD => 'DELETE'});
is("$delete->{status} $delete->{headers}{allow}", '405 GET, HEAD, POST', 'it is only for reading');
my ($script) = $results->{body} =~ m{<script src="(/suggest-[0-9A-F]+\.js)" defer>};
my $loaded = run_cgi($script);
is($loaded->{headers}{'content-type'}, 'text/javascript; charset=utf-8', 'the script is served');
like($loaded->{headers}{'cache-control'}, qr/immutable/, 'to be kept');
cmp_ok(length $loaded->{body}, '<', 5_000, 'and has less than 5 kB');
my $with_arguments = run_cgi('/?q=Laut+Aral', {}, '', '--help', '-n', '1');
is($with_arguments->{status}, 200, 'arguments are ignored');
like($with_arguments->{body}, qr{<ol class="results">}, 'whatever they are');
my $mounted = run_cgi('/?q=Laut+Aral', {SCRIPT_NAME => '/cgi-bin/aral.cgi'});
like($mounted->{body}, qr{<form class="find" role="search" action="/cgi-bin/aral\.cgi/">},
    'links stay below where the program is');
unlike($mounted->{body}, qr{(?:href|action|src)="/(?!cgi-bin/aral\.cgi/)}, 'all of them');

# ---- when there is no index -----------------------------------------------------------------------

my $missing = run_cgi('/?q=a', {ARAL_INDEX => '/nonexistent/index', HTTP_ACCEPT_LANGUAGE => 'id'});
is($missing->{status}, 503, 'without its index it is not available');
is($missing->{headers}{'retry-after'}, 10, 'says when to come back');
like($missing->{body}, qr/Indeks sedang tidak bisa dibaca/, 'in the language of the page');
unlike($missing->{body}, qr/nonexistent/, 'tells the client no paths');
like($missing->{err}, qr{/nonexistent/index}, 'but the log of the server');
is(run_cgi('/?q=a', {ARAL_INDEX => ''})->{status}, 503, 'nor is it without a name for an index');
spew("$work/broken.aral", "no lexicon\n");
for my $target ('/?q=Aral', '/?q=Aral&format=json', '/?q=Aral&format=atom') {
    my $answer = run_cgi($target, {ARAL_LEXICON => "$work/broken.aral"});
    is($answer->{status}, 200, 'without its lexicon it is');
    unlike($answer->{body}, qr/broken\.aral/, 'clients are not told where that should be');
    is($answer->{headers}{etag}, undef, 'as what clients are not to keep,');
    like($answer->{err}, qr{a lexicon is not used: \Q$work\E/broken\.aral}, 'but the log of the server');
}

# An article as it may come from elsewhere: writing its page takes time that no limit looks at.
run_program({PATH => $ENV{PATH}}, '{"title":"' . 'harga minyak ' x 160_000 . '","text":"Harga minyak naik."}',
    "$build/aral-index", 'add', '--quiet', '-i', "$work/titled", '-');
my $begun = time;
is(run_cgi('/?q=harga', {ARAL_INDEX => "$work/titled"})->{status}, 200, 'a title of two million bytes is shown');
cmp_ok(time - $begun, '<', 10, 'in no more time than grows with its length');

# Names that turn the direction of what follows them turn themselves alone.
my $turned = "\xE2\x80\xAE";
run_program({PATH => $ENV{PATH}}, qq({"id":"turned","title":"Lamp","source":"${turned}Wire","author":"${turned}Ann",)
    . '"date":"2024-06-11","text":"The harbour lamp."}', "$build/aral-index", 'add', '--quiet', '-i', "$work/turned", '-');
for my $target ('/?q=lamp', "/?q=lamp&source=${turned}Wire", '/passage/turned') {
    my $page = run_cgi($target, {ARAL_INDEX => "$work/turned"})->{body};
    my ($shown) = $page =~ m{<main(.*)</main>}s;
    ok($shown && $shown =~ m{<bdi>${turned}Wire</bdi>}, "$target isolates its source");
    unlike($shown, qr{>[^<]*(?<!<bdi>)${turned}}, 'wherever that is shown');
}
like(run_cgi('/passage/turned', {ARAL_INDEX => "$work/turned"})->{body}, qr{<bdi>${turned}Ann</bdi> · },
    'and its author');

# ---- configuration --------------------------------------------------------------------------------

spew("$work/aral.conf", <<"END");
# The archive
index = $sample_index
name = Arsip & Berita
origin = https://berita.example/
language = id
query-bytes = 20
END
my %configured = (ARAL_INDEX => '', ARAL_CONFIG => "$work/aral.conf");
my $named = run_cgi('/?q=Aral', \%configured);
like($named->{body}, qr{<title>Aral – Arsip &amp; Berita</title>}, 'a file names the site');
like($named->{body}, qr{<a href="https://berita\.example">berita\.example</a>},
    'and where the articles are from');
is($named->{headers}{'content-language'}, 'id', 'and the language for those who ask for none');
is(run_cgi('/?q=' . 'a' x 21, \%configured)->{status}, 400, 'and the limits');
spew("$work/aral.conf", "index = $sample_index\nname = Arsip\nlanguage = id\n");
my $renamed = run_cgi('/?q=Aral', {%configured, HTTP_IF_NONE_MATCH => $named->{headers}{etag}});
is($renamed->{status}, 200, 'after whose change what clients have is out of date');
spew("$work/aral.conf", "index = $sample_index\nname = Arsip\nlanguage = id\nresults = 10\n");
is(run_cgi('/?q=Aral', {%configured, HTTP_IF_NONE_MATCH => $renamed->{headers}{etag}})->{status}, 200,
    'even if it is but of how far one can page');
spew("$work/aral.conf", "index = $sample_index\nname = Архив новостей Нусантары\n");
my $archive = run_cgi('/opensearch.xml', \%configured)->{body};
like($archive, qr{<ShortName>Архив новостей Н</ShortName>}, 'browsers get a name of 16 characters');
like($archive, qr{<LongName>Архив новостей Нусантары</LongName>}, 'and all of it');
unlike($description->{body}, qr{LongName}, 'where it is longer');
is(run_cgi('/?q=Aral', {ARAL_CONFIG => ''})->{status}, 200, 'an empty name is none');
my ($plain, $secure) = map { run_cgi('/?q=Aral&format=atom', {%configured, HTTPS => $_}) } '', 'on';
like($secure->{body}, qr{href="https://}, 'a feed got by https leads back by https');
isnt($secure->{headers}{etag}, $plain->{headers}{etag}, 'and is another than that by http');
spew("$work/aral.conf", "index = $sample_index\naddress = https://berita.example/cari/\n");
for my $target ('/', '/?q=Laut+Aral', '/passage/lensa-aral-saksaul%231') {
    unlike(run_cgi($target, {%configured, SCRIPT_NAME => '/cgi-bin/aral.cgi'})->{body},
        qr{(?:href|action|src|data-suggest)="/(?!cari/)}, "behind a proxy links of $target are its clients'");
}
for my $target ('/?q=Laut+Aral&format=atom', '/opensearch.xml') {
    my @addresses = run_cgi($target, \%configured)->{body} =~ m{(?:self"|text/html") [^>]*"(https?:[^"]*)"}g;
    ok(@addresses > 1, "addresses of $target");
    is_deeply([grep { !m{^https://berita\.example/cari/} } @addresses], [], 'are, too');
}
spew("$work/aral.conf", "\xEF\xBB\xBFindex = $sample_index\n");
is(run_cgi('/?q=Aral', \%configured)->{status}, 200, 'it may begin with a byte order mark');
my $full = run_program({REQUEST_METHOD => 'GET', QUERY_STRING => 'q=Aral', ARAL_INDEX => $sample_index},
    '', 'sh', '-c', "exec '$build/aral.cgi' > /dev/full");
is($full->{exit}, 2, 'an answer that cannot be written is a failure');
like($full->{err}, qr/^aral\.cgi: cannot write the answer: /, 'which is told');
spew("$work/aral.conf", "index = $sample_index\ncolour = red\n");
my $broken = run_cgi('/?q=Aral', \%configured);
is($broken->{status}, 503, 'with mistakes in the file it is not available');
like($broken->{err}, qr{aral\.conf:2: unknown key colour}, 'and the log says why');

# ---- FastCGI: one process, many requests -----------------------------------------------------------

my $copy = "$work/copy";
is(system('cp', '-r', $sample_index, $copy), 0, 'an index may be copied');
my $server = start_fastcgi(ARAL_INDEX => $copy);
my $before = ask_fastcgi($server, '/?q=Laut+Aral');
is($before->{status}, 200, 'by FastCGI it answers');
is(ask_fastcgi($server, '/?q=Laut+Aral')->{headers}{etag}, $before->{headers}{etag},
    'again and again');
my $article = '{"id":"fresh","title":"Kabar baru","text":"Laut Aral kembali berair, kata warga."}';
is(run_program({PATH => $ENV{PATH}}, "$article\n", "$build/aral-index", 'add', '-i', $copy, '-')
    ->{exit}, 0, 'meanwhile somebody adds an article');
my $after = ask_fastcgi($server, '/?q=kembali+berair',
    {HTTP_IF_NONE_MATCH => $before->{headers}{etag}});
is($after->{status}, 200, 'what clients have is out of date then');
like($after->{body}, qr/Kabar baru/, 'and the next request finds the article');
my %on_copy = (ARAL_INDEX => $copy);
my $words = ask_fastcgi($server, '/?q=flumph');
my $fresh = run_cgi('/?q=flumph', \%on_copy);
like($words->{body}, qr/Nothing found/, 'a word may be unknown');
is($fresh->{headers}{etag}, $words->{headers}{etag}, 'to any process alike');
is(run_program({PATH => $ENV{PATH}}, "en\tru\nflumph\tплотина\n", "$build/aral-index", 'lexicon',
    '-q', '-i', $copy, '-')->{exit}, 0, 'somebody adds what it is called in another language');
for my $answer (ask_fastcgi($server, '/?q=flumph', {HTTP_IF_NONE_MATCH => $words->{headers}{etag}}),
    run_cgi('/?q=flumph', {%on_copy, HTTP_IF_NONE_MATCH => $words->{headers}{etag}})) {
    is($answer->{status}, 200, 'what clients have is out of date then');
    like($answer->{body}, qr{<mark class="far">плотин}, 'and the next request is translated');
}
move($copy, "$copy.gone");
is(ask_fastcgi($server, '/?q=Laut+Aral')->{status}, 503, 'when the index goes it is not available');
move("$copy.gone", $copy);
is(ask_fastcgi($server, '/?q=Laut+Aral')->{status}, 200, 'when it comes back it is');
for my $name (qw(one other)) {
    is(run_program({PATH => $ENV{PATH}}, qq({"id":"$name","text":"A lantern of the $name harbour."}\n),
        "$build/aral-index", 'add', '-q', '-i', "$work/$name", '-')->{exit}, 0, "there is an index $name");
}
stop($server->{pid});
$server = start_fastcgi(ARAL_INDEX => "$work/one");
like(ask_fastcgi($server, '/?q=lantern')->{body}, qr/the one harbour/, 'one of which is searched');
is(system("cp '$work/other/'* '$work/one/'"), 0, 'until files of the other are put into its folder');
like(ask_fastcgi($server, '/?q=lantern')->{body}, qr/the other harbour/,
    'which is seen though both have the same revision');
stop($server->{pid});
mkdir "$work/stubs";
spew("$work/stubs/XAPIANDB", "auto $copy\n");
$server = start_fastcgi(ARAL_INDEX => "$work/stubs");
like(ask_fastcgi($server, '/?q=kembali+berair')->{body}, qr/Kabar baru/, 'a stub may be in a folder');
spew("$work/stubs/XAPIANDB", "auto $work/other\n");
like(ask_fastcgi($server, '/?q=lantern')->{body}, qr/the other harbour/, 'and be written anew there');
stop($server->{pid});
spew("$work/stub", "auto $sample_index\n");
$server = start_fastcgi(ARAL_INDEX => "$work/stub");
unlike(ask_fastcgi($server, '/?q=kembali+berair')->{body}, qr/Kabar baru/,
    'the index that a stub file names is searched');
spew("$work/stub", "auto $copy\n");
like(ask_fastcgi($server, '/?q=kembali+berair')->{body}, qr/Kabar baru/,
    'until it is written anew, and names another');
is(ask_fastcgi($server, '/', {REQUEST_METHOD => 'POST',
    CONTENT_TYPE => 'application/x-www-form-urlencoded'}, 'q=Laut+Aral')->{status}, 200,
    'forms are read by FastCGI, too');

for my $signal (qw(TERM USR1)) {
    $server = start_fastcgi();
    is(ask_fastcgi($server, '/?q=Aral')->{status}, 200, 'a server answers');
    is(stop($server->{pid}, $signal), 0, "until it is stopped by $signal");
}
my $request = fastcgi_request('/', {REQUEST_METHOD => 'POST',
    CONTENT_TYPE => 'application/x-www-form-urlencoded'}, 'q=Laut+Aral');
for my $length (0, 3, 30, length($request) - length('Aral') - 8) {
    $server = start_fastcgi();
    my $silent = IO::Socket::UNIX->new(Peer => $server->{path}) or die $!;
    print $silent substr $request, 0, $length;
    $silent->flush;
    select undef, undef, undef, 0.3; # until it waits for what the client has to say
    is(stop($server->{pid}), 0, "also while a client is silent behind $length bytes of its request");
}
my @servers = start_fastcgis(2);
is(ask_fastcgi($servers[0], '/?q=Aral')->{status}, 200, 'two processes may share the clients') for 1 .. 20;
is(stop($_->{pid}), 0, 'and each can be stopped') for @servers;

# ---- the program -----------------------------------------------------------------------------------

my $alone = run_program({PATH => $ENV{PATH}}, '', "$build/aral.cgi");
is($alone->{exit}, 2, 'run by hand it does nothing');
like($alone->{err}, qr/is run by a web server/, 'and says what it is for');
my @symbols = split /\n/, run_program({PATH => $ENV{PATH}}, '', '/usr/bin/nm', '-C',
    "$build/aral.cgi")->{out};
cmp_ok(scalar @symbols, '>', 100, 'its symbols can be read');
is_deeply([grep { /xapian_writer|xapian_compact|WritableDatabase/ } @symbols], [],
    'and nothing that writes an index is among them');
done_testing();
