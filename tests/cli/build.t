#!/bin/sh
# make: what it builds with, and what it builds again.
. "$(dirname "$0")/lib.sh"

root=$(cd "$(dirname "$0")/../.." && pwd)
within=${build#"$root"/}
# remake GOAL ARGUMENTS...: what make would do for a file of the build.
remake() {
    goal=$within/$1
    shift
    run env -u MAKEFLAGS make -C "$root" BUILD="$within" "$@" "$goal"
}

remake objects/indexer/shard.c.o -n V=1 -W indexer/shard.c OPTIMISE=-O2 CPPFLAGS=-DOWN=1 CFLAGS=-O3
grep -qE -e ' -D_GNU_SOURCE .* -DOWN=1 .* -std=c17 .*-O2 .* -O3 ' "$folder/out"
ok "a user's flags come behind the program's own, however they are given"

remake seeds/html_fuzz -q
exits 0 'what is built needs no building'
for header in tests/fuzz/fuzz.h tests/fuzz/read_articles.h corpus/article/reader.h; do
    remake seeds/html_fuzz -q -W $header
    exits 1 "but for a change in $header"
done

# What is made of packages, or of what the Makefile says, is made again when these change.
for goal in generated/break_tables.h generated/dictionary_ru aral-search generated/languages.c; do
    remake $goal -q
    exits 0 "$goal needs no making"
done
for file in auxiliary/SentenceBreakProperty.txt emoji/emoji-data.txt DerivedCoreProperties.txt; do
    remake generated/break_tables.h -q -W /usr/share/unicode/$file
    exits 1 "but for another $file"
done
for file in /usr/share/hunspell/ru_RU.dic /usr/share/hunspell/ru_RU.aff corpus/base/utf8.h; do
    remake generated/dictionary_ru -q -W $file
    exits 1 "but for another ${file##*/}"
done
remake aral-search -q VERSION=99
exits 1 'but for another version'
remake generated/languages.c -q LANGUAGES='en id'
exits 1 'but for a language that has gone'
for file in corpus/names/transcription.c /usr/share/hunspell/ru_RU.dic; do
    remake lexicon.aral -n V=1 -W $file
    grep -q "make-lexicon .*lexicon.aral" "$folder/out"
    ok "the lexicon is made again after a change in ${file##*/}"
done

# compile AFF DIC FLAG: the two files of a dictionary, in \ notation, compiled.
compile() {
    printf "$1" > "$folder/de.aff"
    printf "$2" > "$folder/de.dic"
    run "$build/compile-dictionary" "$folder/de.aff" "$folder/de.dic" "$folder/de" "$3"
}
compile 'SET ISO8859-1\nSFX A Y 1\nSFX A 0 k\344m .\n' '2\nh\344user/A\nWald\n' A
exits 0 'a dictionary may be in another encoding than UTF-8'
grep -aq 'häuser' "$folder/de" && grep -aq 'käm' "$folder/de"
ok 'and has all its words and endings'
compile 'SET nonesuch\n' '1\nwald\n' A
exits 1 'but for one that there is not'
complains "$folder/de.aff: there is no encoding nonesuch" 'which is told'
compile 'SET UTF-8\nFLAG num\nSFX 14 Y 1\nSFX 14 0 s .\n' '1\nwald/14,22\n' 14
complains "$folder/de.aff: flags are of one byte or long, not num" 'as are flags of a kind that it cannot read'

run env -u MAKEFLAGS make -C "$root" BUILD="$folder/two words" all
exits 2 'a build folder with a blank is refused'
grep -qF "spaces, or in none: BUILD=$folder/two words" "$folder/err"
ok 'and named'

remake generated/break_tables.h UNICODE_DATA=/nowhere
exits 2 'without the packages it is built with, nothing is built'
grep -qF 'There is no /nowhere/auxiliary/WordBreakProperty.txt: `make packages` installs what is missing.' "$folder/err"
ok 'it says what installs them'
finish
