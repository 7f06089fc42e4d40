#!/usr/bin/perl
# Hostile requests: none crashes the program, gets out of its place on a page, adds a header, or
# leaves a page that says more than it should.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../web";
use AralWeb qw(start_fastcgi ask_fastcgi stop encode $sample_index);
use Test::More;

my %statuses = map { $_ => 1 } 200, 304, 400, 404, 405;
my %headers = map { $_ => 1 } qw(status content-type content-length content-language vary allow
    retry-after etag cache-control content-security-policy x-content-type-options referrer-policy);

# The elements and attributes that pages are made of.
my %elements = map { $_ => 1 } qw(html head meta title link style script body a header div svg path
    form label input button nav main h1 h2 p ul ol li span small details summary article time mark
    footer bdi);
my %attributes = map { $_ => 1 } qw(lang dir charset name content rel type title href src defer class
    viewbox fill stroke stroke-width stroke-linecap aria-hidden aria-label aria-current d role
    action for id value autocomplete autocapitalize spellcheck enterkeyhint data-suggest data-count
    autofocus hreflang start datetime);

# The first thing on a page that has no business there; '' where there is none.
sub find_intruder {
    my ($page) = @_;
    $page =~ s{<style>[^<]*</style>}{} or return 'no style';
    $page =~ s/^<!DOCTYPE html>// or return 'no doctype';
    while ($page =~ /<([^>]*)>?/g) {
        my $tag = $1;
        my ($name, $rest) = $tag =~ m{^/?([a-z][a-z0-9]*)((?:\s+[A-Za-z-]+(?:="[^"<]*")?)*)/?$}
            or return "<$tag>";
        $elements{$name} or return "element $name";
        while ($rest =~ /([A-Za-z-]+)(?:="([^"]*)")?/g) {
            my ($attribute, $value) = (lc $1, $2);
            $attributes{$attribute} or return "attribute $attribute";
            next unless $attribute =~ /^(?:href|src|action)$/;
            $value =~ m{^(?:/|\?|#main$|https?://[^\s"'<>]+|data:image/svg\+xml,%3Csvg )}
                or return "address $value";
        }
        $name eq 'script' && $tag !~ m{^/} && $rest !~ m{^ src="/suggest-[0-9A-F]{12}\.js" defer$}
            and return "script $rest";
    }
    my $scripts = () = $page =~ /<script/g;
    return $scripts == 1 ? '' : "$scripts scripts";
}

# What is wrong with a response; '' where nothing is.
sub find_fault {
    my ($response) = @_;
    return 'no response' unless $response && defined $response->{head};
    return "status $response->{status}" unless $statuses{$response->{status} || ''};
    for my $line (split /\r\n/, $response->{head}) {
        my ($name) = $line =~ /^([A-Za-z-]+): [\x20-\x7E]*$/ or return "header line $line";
        return "header $name" unless $headers{lc $name};
    }
    my $body = $response->{body};
    my $length = $response->{headers}{'content-length'};
    return "length $length is not " . length $body if defined $length && $length != length $body;
    return 'path of the index' if index($body, $sample_index) >= 0;
    return 'characters that pages may not have' if $body =~ /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|\xC2[\x80-\x9F]/;
    return 'no UTF-8' unless utf8::decode(my $copy = $body);
    my $type = $response->{headers}{'content-type'} || '';
    return find_intruder($body) if $type =~ m{^text/html};
    return '' if $type =~ m{json|javascript} || $body eq '';
    return $body =~ /<(?:script|img|svg|iframe|object|body|a )/i ? 'markup in XML' : '';
}

my $server = start_fastcgi();
my $asked = 0;

sub ask {
    $asked++;
    return ask_fastcgi($server, @_);
}

# All requests of a kind in one test; the first fault is told with its request.
sub check_all {
    my ($name, @requests) = @_;
    my @faults;
    for my $request (@requests) {
        my $fault = find_fault(ask(@$request));
        my $told = substr join(' ', map { ref $_ ? %$_ : $_ } grep { defined } @$request), 0, 120;
        $told =~ s/([^\x20-\x7E])/sprintf '\\x%02X', ord $1/ge;
        push @faults, substr($fault, 0, 120) . ": $told" if $fault;
    }
    ok(!@faults, $name) or diag(join "\n", @faults[0 .. ($#faults < 4 ? $#faults : 4)]);
}

open my $file, '<:raw', "$FindBin::Bin/../web/hostile.txt" or die $!;
my @payloads;
while (my $line = <$file>) {
    chomp $line;
    next if $line eq '' || $line =~ /^#/;
    $line =~ s/\\x([0-9A-F]{2})/chr hex $1/ge;
    push @payloads, $line;
}
close $file;
cmp_ok(scalar @payloads, '>=', 60, 'the list of payloads is there');

check_all('queries', map { ["/?q=" . encode($_)] } @payloads);
check_all('queries among words that find something',
    map { ["/?q=Aral+" . encode($_) . "&n=3&ui=ru"] } @payloads);
check_all('queries as they are, not encoded', map { ["/?q=$_"] } grep { !/#/ } @payloads);
check_all('sources', map { ["/?q=aral&source=" . encode($_)] } @payloads);
check_all('languages', map { ["/?q=aral&lang=" . encode($_)] } @payloads);
check_all('dates', map { ["/?q=aral&since=" . encode($_) . '&until=2025'] } @payloads);
check_all('numbers', map { ["/?q=aral&page=" . encode($_) . "&n=1"] } @payloads);
check_all('names of parameters', map { ['/?' . encode($_) . '=1&q=aral'] } @payloads);
check_all('passages in the path', map { ["/passage/" . encode($_)] } @payloads);
check_all('passages as a parameter', map { ["/passage?id=" . encode($_)] } @payloads);
check_all('other paths', map { ['/' . encode($_)] } @payloads);
check_all('feeds', map { ["/?q=" . encode($_) . '&format=atom'] } @payloads);
check_all('JSON', map { ["/?q=" . encode($_) . '&format=json'] } @payloads);
check_all('suggestions', map { ["/suggest?q=" . encode($_)] } @payloads);
check_all('forms', map {
    ['/', {REQUEST_METHOD => 'POST', CONTENT_TYPE => 'application/x-www-form-urlencoded'},
        'q=aral&source=' . encode($_)]
} @payloads);
for my $variable (qw(HTTP_HOST HTTP_ACCEPT_LANGUAGE HTTP_IF_NONE_MATCH HTTP_COOKIE HTTP_USER_AGENT
    HTTP_REFERER SCRIPT_NAME HTTPS CONTENT_TYPE REQUEST_METHOD ARAL_INDEX ARAL_CONFIG)) {
    check_all("variable $variable", map { ['/?q=aral&format=atom', {$variable => $_}] }
        grep { !/\x00/ } @payloads);
}

# ---- sizes and shapes --------------------------------------------------------------------------

my %form = (REQUEST_METHOD => 'POST', CONTENT_TYPE => 'application/x-www-form-urlencoded');
check_all('long and many',
    ['/?q=' . 'a' x 2000],
    ['/?q=' . 'a' x 2001],
    ['/?q=' . 'a+' x 1000],
    ['/?q=' . '(' x 2000],
    ['/?q=' . '"' x 2000],
    ['/?q=' . '-' x 2000],
    ['/?q=' . 'a*+' x 600],
    ['/?q=' . '%D0%B0' x 1000],
    ['/?q=' . 'NOT+' x 500],
    ['/?q=' . 'a+OR+' x 400],
    ['/?q=aral&' . 'x=1&' x 63],
    ['/?q=aral&' . 'x=1&' x 100],
    ['/?' . '&' x 60000],
    ['/?' . 'q=a&' x 10000],
    ['/?q=' . 'a' x 65536],
    ['/?q=aral&page=1000&n=100'],
    ['/passage/' . 'a/' x 2000],
    ['/passage/' . 'a' x 5000],
    ['/suggest?q=' . 'a+' x 999],
);
check_all('bodies',
    ['/', \%form, 'q=' . 'a' x 60000],
    ['/', \%form, 'a' x 65536],
    ['/', \%form, 'a' x 65537],
    ['/', \%form, 'a' x 3000000],
    ['/', {%form, CONTENT_LENGTH => 100}, 'q=aral'],
    ['/', {%form, CONTENT_LENGTH => 2}, 'q=aral'],
    ['/', {%form, CONTENT_LENGTH => -1}, 'q=aral'],
    ['/', {%form, CONTENT_LENGTH => '9' x 40}, 'q=aral'],
    ['/', {%form, CONTENT_LENGTH => "6\r\nX: 1"}, 'q=aral'],
    ['/', {%form, CONTENT_TYPE => 'multipart/form-data; boundary=a'}, "--a\r\n"],
    ['/', {%form, CONTENT_TYPE => 'text/xml'}, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'],
    ['/', {%form, CONTENT_TYPE => ''}, 'q=aral'],
    ['/', {%form}, "q=\xFF\xFE"],
    ['/', {%form}, 'q=a%00b'],
    ['/?q=aral', {%form}, 'q=aral'],
    ['/', {%form, REQUEST_METHOD => 'GET'}, 'q=aral'],
);
check_all('methods', map { ['/?q=aral', {REQUEST_METHOD => $_}] }
    qw(PUT DELETE PATCH OPTIONS TRACE CONNECT PROPFIND get HEAD2 GET/), '', 'A' x 5000);

is(ask('/?q=aral', {REQUEST_METHOD => 'DELETE'})->{status}, 405, 'other methods are refused');
is(ask('/?q=%FF')->{status}, 400, 'what is no UTF-8 is refused');
for my $case (['%', 'a percent sign'], ['%4', 'a percent sign'], ['%zz', 'a percent sign'],
    ['%00', 'a zero byte'], ['%FF', 'not valid UTF-8']) {
    my ($value, $reason) = @$case;
    my $refused = ask("/?ui=en&q=$value");
    is($refused->{status}, 400, "q=$value is refused");
    like($refused->{body}, qr/value of parameter q.*\Q$reason/, 'with what is wrong');
}
is(ask('/?q=' . 'a' x 2001)->{status}, 400, 'a query beyond the limit is refused');
is(ask('/../../etc/passwd')->{status}, 404, 'there is nothing above the first page');
is(ask('/', \%form, 'a' x 3000000)->{status}, 400, 'a body beyond the limit is refused');
is(ask('/?q=Laut+Aral')->{status}, 200, 'and after all that an honest request is answered');

cmp_ok($asked, '>=', 200, "$asked requests were asked");
is(stop($server->{pid}), 0, 'the program ends well when it is told to');
open my $log, '<', $server->{log} or die $!;
my @said = <$log>;
is(join('', @said), '', 'and had nothing to complain about');
done_testing();
