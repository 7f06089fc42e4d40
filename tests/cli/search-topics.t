#!/bin/sh
# Many queries at once.
. tests/cli/lib.sh
. tests/cli/search_corpus.sh

for n in 1 2 3 4 5 6 7 8 9; do
    printf '%s-a\tGoldwind wind\n%s-b\tLaut Aral\n%s-c\tkangaroo\n' $n $n $n
done > "$folder/topics"

run aral-search -i "$index" --topics "$folder/topics" --format trec --timing "$folder/timing"
exits 0 'exit 0 when one of the queries finds something'
cp "$folder/out" "$folder/one"
[ "$(cut -d' ' -f1 "$folder/out" | uniq | head -n 4 | tr '\n' ' ')" = '1-a 1-b 2-a 2-b ' ]
ok 'answers come in the order of the file'
[ "$(awk -F'\t' 'NF == 3 && $2 ~ /^[0-9]+$/' "$folder/timing" | wc -l)" = 27 ]
ok '--timing has a line for each query, found or not'
[ "$(sed -n 3p "$folder/timing" | cut -f1,3)" = "$(printf '1-c\t0')" ]
ok 'with its id and number of hits'
run aral-search -i "$index" --topics "$folder/topics" --format trec --threads 4
cmp -s "$folder/one" "$folder/out"
ok 'four threads give the same as one'
run aral-search -i "$index" --format trec Goldwind wind
cut -d' ' -f3- "$folder/out" > "$folder/single"
grep '^1-a ' "$folder/one" | cut -d' ' -f3- | cmp -s - "$folder/single"
ok 'a query alone gives the same as in a batch'
run sh -c 'aral-search -i "$1" --topics - --format trec < "$2"' sh "$index" "$folder/topics"
cmp -s "$folder/one" "$folder/out"
ok '- is standard input'

printf '\033[31mq\tlang:klingon lighthouse\n' > "$folder/hostile"
run aral-search -i "$index" --topics "$folder/hostile" --format trec
complains ' [31mq: "lang:klingon" is read as words' 'an id commands no terminal where a note names it'

printf 'q1\tlighthouse\nq2\tdam\nq1\twind\n' > "$folder/twice"
run aral-search -i "$index" --topics "$folder/twice" --format trec
exits 0 'an id may stand on two lines'
complains "$folder/twice:3: topic q1: its id is that of line 1, too" 'which is told'

printf 'q1\tkangaroo\n' > "$folder/nothing"
run aral-search -i "$index" --topics "$folder/nothing" --format trec
exits 1 'exit 1 when none finds anything'
run aral-search -i "$index" --topics "$folder/nothing" -n 0
exits 1 'so where they are only counted'
run aral-search -i "$index" --topics "$folder/topics" -n 0
exits 0 'but what is counted is found'
printf 'q1\tkangaroo\nq2 without tab\n\tno id\nq3\tLaut Aral\n' > "$folder/broken"
run aral-search -i "$index" --topics "$folder/broken" --format trec
exits 2 'exit 2 for a line that is no topic'
printf '%s: expected `qid<TAB>query`\n' "$folder/broken:2" "$folder/broken:3" | cmp -s - "$folder/err"
ok 'naming each such line'
prints 'q3 Q0' 'the others being answered'
run aral-search -i "$index" --topics "$folder/missing"
exits 2 'exit 2 for a missing file'
complains 'No such file' 'saying so'

# --- queries beyond a limit
printf 'a\tLaut Aral\nb\t%s\nc\tkangaroo\nd\tGoldwind wind\n' \
    "$(awk 'BEGIN { for (i = 0; i < 6000; i++) printf "(aral -word%d) OR ", i }')aral" > "$folder/wide"
for threads in 1 3; do
    run aral-search -i "$index" --topics "$folder/wide" --format trec --threads $threads --timing "$folder/timing"
    exits 2 "a query of too many terms is a failure ($threads threads)"
    complains "$folder/wide:2: topic b: the query has" 'told with its line and its id'
    complains 'of at most 10000 (limit on terms)' 'and the limit'
    [ "$(cut -d' ' -f1 "$folder/out" | uniq | tr '\n' ' ')" = 'a d ' ]
    ok 'but the queries before and behind it are answered'
    [ "$(cut -f1 "$folder/timing" | tr '\n' ' ')" = 'a c d ' ]
    ok 'and have their times'
done

printf '\357\273\277q1\tGoldwind wind\n' > "$folder/marked"
run aral-search -i "$index" --topics "$folder/marked" --format trec
[ "$(head -n 1 "$folder/out" | cut -d' ' -f1)" = q1 ]
ok 'a byte order mark before the first query is no part of its id'

(cd "$folder" && run aral-search -i "$index" --topics topics --timing -; exit "$code")
[ $? -eq 2 ] && [ ! -e "$folder/-" ]
ok '--timing - is refused, and there is no file of that name'
complains '--timing needs a file, since standard output has the answers' 'which says why'

# --- started without standard streams
run sh -c 'aral-search -i "$1" --topics "$2" --format trec --timing "$3" >&-' sh "$index" "$folder/topics" "$folder/timing"
exits 2 'without standard output there is a failure'
complains 'cannot write the results: Bad file descriptor' 'which is told'
[ "$(awk -F'\t' 'NF != 3' "$folder/timing" | wc -l)" = 0 ]
ok 'and nothing is printed to a file that is open instead of it'

finish
