#!/bin/sh
# The rules of the house, as README.md draws it: which room may know what.

# Run from the top of the repository; looks at the source only.
. tests/cli/lib.sh

# includes ROOM PATTERN: lines of the room that include a header which matches.
includes() {
    run grep -rnE "#include [<\"]$2" "$1" --include='*.[ch]' --include='*.cc' --include='*.hpp'
}

# nothing NAME: the last command found nothing.
nothing() {
    [ "$code" = 1 ] && [ ! -s "$folder/err" ]
    ok "$1"
}

includes corpus '(shim|indexer|searcher)/'
nothing 'the corpus includes no room but itself'
includes corpus xapian
nothing 'the corpus knows nothing of Xapian'
includes shim '(corpus|indexer|searcher)/'
nothing 'the shim includes no room but itself'
includes indexer '(searcher/|xapian)'
nothing 'the indexer includes neither the searcher nor Xapian'
includes searcher '(indexer/([^s]|s[^c])|xapian)'
nothing "the searcher includes of the indexer only its schema, and nothing of Xapian"

# A header that nobody includes tells of what is no more.
find corpus indexer searcher shim -name '*.h' -o -name '*.hpp' | while read -r header; do
    grep -rqE "#include \"($header|${header##*/})\"" corpus indexer searcher shim || echo "$header"
done > "$folder/orphans"
run grep . "$folder/orphans"
nothing 'each header is included by some file'

# A file and the header of its name are a module. Those that include each other in a circle cannot be
# read, tested or changed one by one. A header without a folder before it is of the same folder.
grep -rE '^#include "' corpus indexer searcher shim \
    --include='*.[ch]' --include='*.cc' --include='*.hpp' |
    sed 's|^\(.*/\)\(.*"\)\([^/]*"\)$|\1\2\1\3|; s|\.[a-z]*:#include "| |; s|\.[a-z]*"$||' |
    awk '$1 != $2' | tsort > "$folder/order" 2> "$folder/circles"
run test "$(wc -l < "$folder/order")" -gt 100
exits 0 'modules are put in the order of what they include'
run grep . "$folder/circles"
nothing 'no modules include each other in a circle'

# Languages are found in the registry, by whatever codes and names their folders give them.
codes=$(cd corpus/languages && echo */ | tr -d /)
names=$(sed -n 's/^ *\.name = "\(.*\)",$/\1/p' corpus/languages/*/*.c)
run test "$(echo $codes | wc -w)" = "$(echo $names | wc -w)"
exits 0 'each folder of a language gives its name'

# "id" is also the name of a field; what stands in comments is not code. The page itself speaks some
# languages, whichever the index holds.
literals=$(for code in $codes; do [ "$code" = id ] || echo "\"$code\""; done; printf '%s\n' $names)
run grep -rnwF "$literals" indexer searcher shim corpus/analysis corpus/article corpus/base \
    corpus/dictionary corpus/lexicon corpus/names corpus/passages corpus/unicode \
    --include='*.[ch]' --include='*.cc' --include='*.hpp' --exclude-dir=web --exclude-dir=sources
sed '/:[0-9]*: *\/\?\*/d; s|/\*.*||; /"/!d' "$folder/out" > "$folder/literals"
run grep . "$folder/literals"
nothing 'no language is named in a string outside of corpus/languages and the sources of the lexicon'

run grep -rnE "language_($(echo $codes | tr ' ' '|'))\b" . --include='*.[ch]' --exclude-dir="build*" \
    --exclude-dir=languages
nothing 'no row of a language is used by name outside of corpus/languages'

# A source file of more lines has more than one subject: it is split by meaning, not by size. Tables of
# words may be longer, and so may the header of the shim, which is a manual.
lines_most=600
tables='corpus/languages/en/irregular.c
corpus/languages/id/irregular.c
corpus/languages/ru/irregular.c
corpus/languages/ru/numbers.c
shim/xapian-c.h'
find corpus indexer searcher shim \( -name '*.[ch]' -o -name '*.cc' -o -name '*.hpp' \) |
    grep -vxF "$tables" | xargs wc -l | awk '$2 != "total" && $1 > most' most=$lines_most \
    > "$folder/long"
run grep . "$folder/long"
nothing "no source file is longer than $lines_most lines, but for a few tables"
for table in $tables; do
    run test "$(wc -l < "$table")" -gt $lines_most
    exits 0 "$table is too long for the rule, and so has its place in the list"
done

# Where no program sets a locale, that of the environment changes no number, letter or order.
run grep -rnE '\b(setlocale|newlocale|uselocale)\b' corpus indexer searcher shim \
    --include='*.[ch]' --include='*.cc' --include='*.hpp'
nothing 'no room sets a locale'

# --- the tests
for missing in 'helper of_none' 'run helper of_none' 'true | helper of_none'; do
    printf '. tests/cli/lib.sh\n%s\nfinish\n' "$missing" > "$folder/missing.t"
    run sh "$folder/missing.t"
    prints 'not ok 1' "a test does not pass without a command that it has: $missing"
done

# --- the Makefile
run env -u MAKEFLAGS make -s help
exits 0 'make help lists what can be made'
for target in $(sed -n 's/^make \([a-z-]*\) .*/\1/p' "$folder/out"); do
    grep -qE "^\.PHONY:.* $target( |\$)" Makefile || echo "# no target: $target"
    grep -qE "^\.PHONY:.* $target( |\$)" Makefile
    ok "make $target is there"
done

finish
