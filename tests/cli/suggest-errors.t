#!/usr/bin/perl
# Typing errors made in words of the sample articles: how many "did you mean" repairs.
#
# The errors are made anew each time, but always the same: by a small generator of our own.

use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../web";
use AralWeb qw($build $sample_index $work);
use JSON::PP qw(decode_json);
use Test::More;
binmode $_, ':encoding(UTF-8)'
    for Test::More->builder->output, Test::More->builder->failure_output;

use constant { PER_KIND => 50, SHARE => 0.9 };

# ---- the words of the articles ----

my (%count, @pairs);
open my $export, '-|', "$build/aral-index", 'export', '-i', $sample_index or die $!;
while (my $line = <$export>) {
    my $article = decode_json($line);
    my $text = lc(($article->{title} // '') . ". $article->{text}") =~ tr/ё/е/r;
    $count{$_}++ for $text =~ /\p{L}+/g;
    push @pairs, $text =~ /(?=\b(\p{L}{4,} \p{L}{4,})\b)/g;
}
close $export or die 'aral-index export fails';
my @words = sort grep { length >= 5 } keys %count;
my @russian = grep { /^[а-я]+$/ } @words;
my @latin = grep { /^[a-z]+$/ } @words;
@pairs = sort @pairs;

# ---- errors ----

# A linear congruential generator (Knuth, The Art of Computer Programming 2, 3.3.4).
my $seed = 20250611;
sub any {
    my ($below) = @_;
    $seed = ($seed * 1664525 + 1013904223) % 2**32;
    return int($seed / 65536) % $below;
}

sub letter_like {
    my ($letter) = @_;
    return $letter =~ /[а-я]/ ? chr(ord('а') + any(32)) : chr(ord('a') + any(26));
}

my $keys = q{qwertyuiop[]asdfghjkl;'zxcvbnm,.};
my $russian_keys = 'йцукенгшщзхъфывапролджэячсмитьбю';
sub switch_keyboard {
    my ($word, $from, $to) = @_;
    return join '', map { substr $to, index($from, $_), 1 } split //, $word;
}

my %romanised = (
    а => 'a', б => 'b', в => 'v', г => 'g', д => 'd', е => 'e', ж => 'zh', з => 'z', и => 'i',
    й => 'y', к => 'k', л => 'l', м => 'm', н => 'n', о => 'o', п => 'p', р => 'r', с => 's',
    т => 't', у => 'u', ф => 'f', х => 'kh', ц => 'ts', ч => 'ch', ш => 'sh', щ => 'shch',
    ъ => '', ы => 'y', ь => '', э => 'e', ю => 'yu', я => 'ya',
);

my %spoil = (
    substitution => sub {
        my ($word) = @_;
        my $at = any(length $word);
        substr($word, $at, 1) = letter_like($word);
        return $word;
    },
    transposition => sub {
        my ($word) = @_;
        my $at = any(length($word) - 1);
        return $word =~ s/^(.{$at})(.)(.)/$1$3$2/r;
    },
    omission => sub {
        my ($word) = @_;
        substr($word, any(length $word), 1) = '';
        return $word;
    },
    insertion => sub {
        my ($word) = @_;
        substr($word, any(length($word) + 1), 0) = letter_like($word);
        return $word;
    },
    doubling => sub {
        my ($word) = @_;
        my $at = any(length $word);
        return $word =~ s/^(.{$at})(.)/$1$2$2/r;
    },
    'space added' => sub {
        my ($word) = @_;
        substr($word, 2 + any(length($word) - 3), 0) = ' ';
        return $word;
    },
    'space left out' => sub {
        my ($words) = @_;
        return $words =~ tr/ //dr;
    },
    'wrong keyboard' => sub {
        my ($word) = @_;
        return $word =~ /[a-z]/
            ? switch_keyboard($word, $keys, $russian_keys)
            : switch_keyboard($word, $russian_keys, $keys);
    },
    'typed-out Cyrillic' => sub {
        my ($word) = @_;
        return join '', map { $romanised{$_} } split //, $word;
    },
);

my @errors;
my %taken;
for my $kind (sort keys %spoil) {
    for (my $made = 0; $made < PER_KIND;) {
        my $from = $kind eq 'space left out' ? \@pairs
            : $kind eq 'typed-out Cyrillic' || any(3) == 0 ? \@russian : \@latin;
        my $word = $from->[any(scalar @$from)];
        my $typed = $spoil{$kind}->($word);
        # What is another word, or two of them, or another error already made, is no error to find.
        next if $taken{$typed}++ || !grep { !$count{$_} } split / /, $typed;
        push @errors, {kind => $kind, word => $word, typed => $typed};
        $made++;
    }
}

# ---- what is suggested ----

my $asked = 0;

# The answers to some queries.
sub answers {
    my $topics = "$work/topics-" . ++$asked;
    open my $file, '>:encoding(UTF-8)', $topics or die "$topics: $!";
    print $file "$_\t$_[$_]\n" for 0 .. $#_;
    close $file or die $!;
    open my $pipe, '-|', "$build/aral-search", '-i', $sample_index, '--format', 'json', '-n', 1,
        '--topics', $topics or die $!;
    my @answers = map { decode_json($_) } <$pipe>;
    close $pipe;
    return @answers;
}

cmp_ok(scalar @errors, '>=', 300, 'there are 300 errors and more');
my @answers = answers(map { $_->{typed} } @errors);
is(scalar @answers, scalar @errors, 'each is answered');

my (%repaired, @suggestions);
for my $i (0 .. $#errors) {
    my ($error, $suggestion) = ($errors[$i], $answers[$i]{suggestion} // '');
    push @suggestions, $suggestion if $suggestion ne '';
    if ($suggestion eq $error->{word}) {
        $repaired{$error->{kind}}++;
    } else {
        my $times = $count{$error->{word}} // 'two words';
        note("$error->{kind}: $error->{typed} for $error->{word} ($times): ",
            $suggestion || "nothing suggested, $answers[$i]{total}{passages} found");
    }
}
my $all = 0;
for my $kind (sort keys %spoil) {
    note(sprintf '%s: %d of %d repaired', $kind, $repaired{$kind} // 0, PER_KIND);
    $all += $repaired{$kind} // 0;
}
note(sprintf '%d of %d errors are repaired', $all, scalar @errors);
cmp_ok($all, '>=', SHARE * @errors, 'at least 90 of 100 are repaired');
is(scalar(grep { $_->{total}{passages} == 0 } answers(@suggestions)), 0,
    'no suggestion finds nothing');

# ---- what is right ----

open my $queries, '<:encoding(UTF-8)', 'corpus/sample/queries.tsv' or die $!;
my @right = map { (split /\t/)[0] } <$queries>;
close $queries;
my @corrected = map { $_->{query} } grep { defined $_->{suggestion} } answers(@right);
is("@corrected", '', 'nothing is suggested for a query that is right');

done_testing();
