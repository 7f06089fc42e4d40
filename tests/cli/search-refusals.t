#!/bin/sh
# Wrong usage, missing indexes, and limits: an exit code and a sentence each.
. tests/cli/lib.sh
. tests/cli/search_corpus.sh

run aral-search
exits 2 'no query is wrong usage'
complains 'what shall be searched?' 'and told in one line'
run aral-search -i "$index" ''
exits 1 'an empty query finds nothing'
complains 'the query has no words to search for' 'and is told so'
run aral-search -i "$index" "$(printf '\304\301\315\302\301')"
exits 1 'a query in KOI8-R finds nothing'
complains 'the query is not UTF-8' 'and is told why'
run aral-search -i "$index" "$(printf 'Goldwind caf\351')"
exits 0 'what of it is UTF-8 is searched'
complains 'the query is not UTF-8' 'with a word of the rest'
run aral-search -i "$index" '" ( - ?'
exits 1 'a query without words finds nothing'
complains 'the query has no words to search for' 'and is told so'
run aral-search --format xml x
exits 2 'an unknown format is wrong usage'
complains 'text|json|jsonl|tsv|trec' 'with those that there are'
run aral-search --format json --explain x
exits 2 '--explain has no other format than its text'
run aral-search --format trec --analyze x
exits 2 'nor has --analyze all of them'
complains '--analyze prints text, json or jsonl, not trec' 'which is told'
if [ -z "${SANITIZERS-}" ]; then # which need more address space than there then is
    run sh -c 'ulimit -v 400000; head -c 600000000 /dev/zero | tr "\0" a | aral-search --analyze -'
    exits 2 'a line that memory has no room for is a failure'
    complains 'cannot read standard input' 'which is told'
fi
aral-search --format jsonl --analyze 'Two words' > "$folder/lines"
run aral-search --format json --analyze 'Two words'
cmp -s "$folder/out" "$folder/lines"
ok 'of one text json is what jsonl is'
run aral-search --lang fr x
exits 2 'an unknown language is wrong usage'
run aral-search --since yesterday x
exits 2 'a date that is none is wrong usage'
complains 'write 2024, 2024-06 or 2024-06-11' 'with what one looks like'
for option in --since --until --source; do
    run aral-search -i "$index" $option '' lighthouse
    exits 2 "an empty value of $option is wrong usage, not a filter less"
done
run aral-search --since 2023-02-29 x
exits 2 'nor is there a 29th of February in every year'
complains '"2023-02-29" is no date' 'which is told'
run aral-search -i "$index" --since 2024-02-29 lighthouse Aral
exits 0 'but in some'
run aral-search --tim 3 x
exits 2 'an option that may be several is none'
complains '--tim could be --timeout, --time-limit, --timing' 'and they are named'
run aral-search --by article --per-article 5 x
exits 2 '--per-article is of no use by article'
complains '--per-article is for passages' 'which is told'
for format in tsv trec; do
    run aral-search -i "$index" --show undated --format $format
    exits 2 "an article is not shown as $format"
    complains "--show prints text, json or jsonl, not $format" 'but as what is told'
done
run aral-search --limit -1 x
exits 2 'a negative limit is wrong usage'
run aral-search -i "$index" x --show
exits 2 'an option without its value is wrong usage'
complains '--show needs a value: --show=ID' 'and told so, behind words too'
run aral-search -i "$index" --limit 20000 x
exits 2 'too many results are refused'
complains 'the limit is 10000 (limit on results)' 'naming the limit'
run aral-search -i "$index" --limit ten x
complains '--limit is a whole number from 0 to 10000, not ten' 'no number is told how many there may be'
run aral-search -i "$index" --offset 5000000000 x
complains '--offset is a whole number from 0 to 10000, not 5000000000' 'nor may there be such an offset'

run aral-search -i "$folder/nowhere" x
exits 2 'a missing index is a failure'
complains "there is no index at $folder/nowhere: make one with" 'with the command that makes one'
run aral-search -i "$folder/no where" x
complains "\`aral-index add -i '$folder/no where' PATH...\`" 'which can be copied, blanks and all'
run aral-search x
complains '.local/share/aral/index' 'the index is looked for at home'
ARAL_INDEX=$index run aral-search lighthouse
exits 0 'or where ARAL_INDEX says'
XDG_DATA_HOME=$folder/data run aral-search x
complains "$folder/data/aral/index" 'or in the data folder'
mkdir "$folder/articles"
echo 'The harbour was quiet.' > "$folder/articles/1.txt"
run aral-search -i "$folder/articles" x
exits 2 'the folder of the articles is no index'
complains "$folder/articles, which is a folder of other files: name the index's own, or make one with \`aral-index -i NEW add PATH...\`" \
    'and no place to make one'
mkdir "$folder/empty"
run aral-search -i "$folder/empty" x
exits 2 'an empty folder is no index'
printf 'auto index\nauto moved\n' > "$folder/shards.stub"
run aral-search -i "$folder/shards.stub" lighthouse
exits 2 'a stub file that names what is missing is a failure'
complains "$folder/shards.stub: Couldn't stat '$folder/moved'" 'with what is missing'
# The user of the test may be one who reads all files.
printf 'auto index\nauto locked.stub\n' > "$folder/half.stub"
echo 'auto index' > "$folder/locked.stub"
chmod 0 "$folder/locked.stub"
cp "$build/aral-search" "$folder/aral-search"
as_reader=
if [ "$(id -u)" = 0 ]; then
    chmod 755 "$folder"
    as_reader='setpriv --reuid=65534 --regid=65534 --clear-groups'
fi
run $as_reader "$folder/aral-search" -i "$folder/half.stub" lighthouse
exits 2 'and so is one that names a stub file which cannot be read'
complains "$folder/locked.stub (Permission denied)" 'with its name'
echo 'no stub file' > "$folder/notes.txt"
run aral-search -i "$folder/notes.txt" lighthouse
exits 2 'any other file is no index'
complains "$folder/notes.txt is neither an index nor a stub file that can be read: $folder/notes.txt:1" 'which is told'
printf 'auto circle.stub\n' > "$folder/circle.stub"
run aral-search -i "$folder/circle.stub" lighthouse
exits 2 'and so is one that leads to itself'
complains 'stub files name stub files' 'which is told'
printf '{"id":"only","text":"Nothing but one article."}' | aral-index add -i "$folder/small" --quiet -
aral-index remove -i "$folder/small" --quiet only
run aral-search -i "$folder/small" x
exits 1 'an index without articles finds nothing'
complains 'the index has no articles' 'and is told so'

run aral-search -i "$index" -i "$folder/small" --format trec --limit 20 lighthouse
exits 0 'several indexes are searched as one'
run aral-search -i "$index" --format trec --limit 20 lighthouse
cp "$folder/out" "$folder/once"
ln -s "$index" "$folder/link"
run aral-search -i "$index" -i "$index/" -i "$folder/link" --format trec --limit 20 lighthouse
cmp -s "$folder/out" "$folder/once"
ok 'one that is given twice, be it by another path, is one'

awk 'BEGIN { for (i = 0; i < 10000; i++) printf "word%d ", i; print "lighthouse" }' > "$folder/long"
run aral-search -i "$index" "lighthouse $(cat "$folder/long")"
exits 0 'a query of 10,000 words is answered'
complains 'only the first 256 words were searched' 'by its first words, and that is told'
awk 'BEGIN { for (i = 0; i < 30000; i++) printf "word%d ", i }' > "$folder/longer"
printf 'q\t%s\n' "$(cat "$folder/longer")" > "$folder/topics"
run aral-search -i "$index" --topics "$folder/topics"
exits 2 'a longer one is refused'
complains "$folder/topics:1: topic q: the query has" 'with its place and its id'
complains 'the limit is 131072 (limit on query)' 'naming the limit'
run aral-search -i "$index" "$(awk 'BEGIN { for (i = 0; i < 6000; i++) printf "(aral -word%d) OR ", i }')aral"
exits 2 'nor may a query have too many terms'
complains 'terms, of at most 10000 (limit on terms)' 'which is a limit of its own'
run aral-search -i "$index" --format trec aral
cp "$folder/out" "$folder/once"
run aral-search -i "$index" --format trec "$(yes 'aral OR' | head -n 12000 | tr '\n' ' ')aral"
cmp -s "$folder/out" "$folder/once"
ok 'what is said 12,000 times is searched for once'
run aral-search -i "$index" "lighthouse $(awk 'BEGIN { for (i = 0; i < 1001; i++) printf "-source:paper%d ", i }')"
exits 2 'nor too many filters'
complains 'the query has 1001 filters (lang:, source:, date:), the limit is 1000 (limit on filters)' 'naming the limit'
run aral-search -i "$index" "lighthouse $(awk 'BEGIN { for (i = 0; i < 1000; i++) printf "-source:paper%d ", i }')"
exits 0 'as many as may be are met'
awk 'BEGIN { for (i = 0; i < 60000; i++) printf "a " }' > "$folder/short"
run aral-search -i "$index" --time-limit 2 --format json "$(cat "$folder/short")"
exits 0 'a query of 60,000 short words is answered in good time'
run aral-search -i "$index" "\"$(cat "$folder/short")\""
exits 1 'a phrase of as many is searched for, too, and is nowhere'
run aral-search -i "$index" --time-limit 0.001 "lighthouse $(cat "$folder/long")"
exits 2 'a search beyond its time is given up'
complains 'the search took longer than 1 ms (limit on time)' 'naming the limit'
run aral-search -i "$index" --time-limit 0 lighthouse
exits 2 'a search must have some time'
complains '--time-limit is a number of seconds from 0.001 to 3600, not 0' 'and is told how much'
run aral-search -i "$index" --candidates 1 '"the water"'
complains 'only the best 1 passages were looked at' 'as many passages are looked at as was asked for'
run aral-search -i "$index" --candidates 0 '"the water"'
exits 2 'at least one of them'
run aral-search -i "$index" --limit 0 the water
prints 'passages in' 'without results, all passages are counted'
prints_not 'at least' 'to the last'
run aral-search -i "$index" "$(printf 'light\377house lighthouse')"
exits 0 'bytes that are no UTF-8 do no harm'
if [ -w /dev/full ]; then
    run sh -c 'aral-search -i "$1" lighthouse > /dev/full' sh "$index"
    exits 2 'a full disk is told'
fi

# --- more words than a prefix stands for
awk 'BEGIN {
    for (i = 0; i < 70; i++)
        printf "{\"id\":\"%d\",\"text\":\"A veneer of zebra%c%c.\"}\n", i, 97 + i / 26, 97 + i % 26
}' | aral-index add -q -i "$folder/stripes" -
run aral-search -i "$folder/stripes" -n 0 'zebra*'
prints '64 passages' 'a prefix stands for so many words'
complains 'limit on expansions' 'which is told'
run aral-search -i "$folder/stripes" 'veneer -zebra*'
exits 1 'one that is excluded stands for all of its words'
[ ! -s "$folder/err" ]
ok 'and nothing else is told'

finish
