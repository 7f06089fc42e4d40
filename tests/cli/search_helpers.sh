# search_helpers.sh - what tests of aral-search share.

# add: articles of standard input, in JSON Lines.
add() {
    run aral-index add -i "$index" --quiet -
}

# search ARGUMENTS...: the ids of the articles found, best first, on one line in $ids.
search() {
    run aral-search -i "$index" --by article --format trec "$@"
    ids=$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ' | sed 's/ $//')
}

# finds IDS NAME: these and no others, in this order; none, where it was searched at all.
finds() {
    [ "$ids" = "$1" ] || echo "# found: $ids"
    [ "$ids" = "$1" ] && [ "$code" -lt 2 ]
    ok "$2"
}

# first ID NAME: this one before all others.
first() {
    [ "${ids%% *}" = "$1" ] || echo "# found: $ids"
    [ "${ids%% *}" = "$1" ]
    ok "$2"
}

# in_any_order IDS NAME: these (sorted) and no others.
in_any_order() {
    sorted=$(echo "$ids" | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')
    [ "$sorted" = "$1" ] || echo "# found: $ids"
    [ "$sorted" = "$1" ] && [ "$code" -lt 2 ]
    ok "$2"
}

# json PROGRAM NAME: a Perl expression over the answer in $a.
json() {
    perl -MJSON::PP -0777 -e 'my $a = decode_json(<STDIN>); exit !do { '"$1"' }' < "$folder/out"
    ok "$2"
}
