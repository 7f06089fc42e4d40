#!/bin/sh
# A fourth language is a folder: German, from tests/languages, is copied into a tree of its own, and the
# programs built there know it. What is already built is taken along, so that little is compiled.
. tests/cli/lib.sh

# The objects name the folder that they lie in.
name=${build#"$PWD"/}
case $name in /*) name=build ;; esac
sanitize=$(grep -qF __asan_init "$build/aral-index" && echo 1)
mkdir -p "$folder/$name"
cp -a Makefile corpus indexer searcher shim tests "$folder"
for part in objects generated break-tables compile-dictionary; do
    cp -a "$build/$part" "$folder/$name/"
done
for part in "$build"/*.a "$build"/*lexicon*; do
    [ -e "$part" ] && cp -a "$part" "$folder/$name/"
done
cp -R tests/languages/de "$folder/corpus/languages/"

build_there() {
    (unset MAKEFLAGS MAKELEVEL MFLAGS
        make -C "$folder" BUILD="$name" ${sanitize:+SANITIZE=1} "$name/aral-search" "$name/aral-index" "$name/eval/stems")
}

# identified_as CODE TEXT
identified_as() {
    "$folder/$name/aral-search" --analyze --format jsonl "$2" > "$folder/analysis"
    cat "$folder/analysis"
    grep -q "\"lang\": *\"$1\"" "$folder/analysis"
}

stems_are() {
    stems=$(printf '%s\n' "$2" | "$folder/$name/eval/stems" de german | cut -f 4)
    echo "$stems"
    [ "$stems" = "$1" ]
}

check "a tree with a fourth folder builds" build_there
check "German text is German" identified_as de \
    "Die Regierung will das Schienennetz nach China mit neuen Strecken ausbauen."
check "its words are stemmed by its rules" stems_are haus häuser
check "its numbers are read as it writes them" sh -c \
    "'$folder/$name/aral-search' --analyze --format jsonl --lang de '3,5 Millionen' | grep -q 3500000"

# read_as QUERY READ
read_as() {
    "$folder/$name/aral-search" -i "$index" --explain "$1" > "$folder/reading"
    grep '^read as:' "$folder/reading"
    grep -qxF "read as:  $2" "$folder/reading"
}
echo '{"text":"Die Regierung baut Häuser im Wald und am See."}' |
    "$folder/$name/aral-index" add -i "$index" --quiet -
check "its operators join what is searched" read_as 'Haus ODER Wald UND NICHT See' 'haus OR wald AND -see'
check "beside those of the others" read_as 'Haus OR Wald ATAU See' 'haus OR wald OR see'

check "Dutch is none of them" identified_as xx \
    "De regering wil het spoor naar China met een nieuwe lijn uitbreiden, maar niet meteen."
check "Indonesian is still Indonesian" identified_as id "Pemerintah akan membangun rel kereta dari Tiongkok."
check "English is still English" identified_as en "The government will build a railway to China."
check "Russian is still Russian" identified_as ru "Правительство построит железную дорогу в Китай."
finish
