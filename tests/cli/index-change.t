#!/bin/sh
# aral-index sync and remove: what has gone leaves the index, and nothing else.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
news=$folder/news
mkdir -p "$news/2024" "$news/2025" "$folder/news2"
echo 'The lamp is lit.' > "$news/2024/lamp.txt"
echo 'The dam holds.' > "$news/2025/dam.txt"
echo 'A neighbour of the folder.' > "$folder/news2/other.txt"
{ article one 'First.'; article two 'Second.'; } > "$news/list.jsonl"
article piped 'From standard input.' | aral-index add -q -i "$index" -

run aral-index sync -i "$index" "$news" "$folder/news2"
exits 0 'a folder is synchronised'
summary 'added 5, updated 0, unchanged 0, removed 0, rejected 0' 'by adding what is new'
rm -r "$news/2024"
article one 'First, changed.' > "$news/list.jsonl"
run aral-index sync -i "$index" "$news"
summary 'added 0, updated 1, unchanged 1, removed 2, rejected 0' 'articles go with their files, or out of them'
run aral-index check -i "$index"
prints 'clean: 4 articles' 'what lies beside the folder stays, and what came from standard input'
run aral-index sync -i "$index" "$news/2025"
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 0' 'a part of the folder can be synchronised'

echo '{"id": broken' > "$news/list.jsonl"
run aral-index sync -i "$index" "$news"
exits 1 'a file that can no longer be read is told'
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 1' 'and keeps its articles'
mv "$news" "$folder/away"
run aral-index sync -i "$index" "$news"
exits 1 'a folder that is not there is rejected'
summary 'added 0, updated 0, unchanged 0, removed 0, rejected 1' 'and nothing removed: it may be unmounted'
mv "$folder/away" "$news"
rm "$news/list.jsonl" "$news/2025/dam.txt"
run aral-index sync -i "$index" "$news"
exits 0 'an empty folder empties its part of the index'
summary 'added 0, updated 0, unchanged 0, removed 2, rejected 0' 'and no other'
run aral-index sync -i "$index" -
exits 2 'standard input cannot be synchronised'
complains 'use aral-index add -' 'and what to do instead is told'

echo 'Inside.' > "$news/in.txt"
aral-index add -q -i "$folder/based" --base "$news" "$news"
mv "$news" "$folder/moved"
run aral-index sync -i "$folder/based" --base "$folder/moved" "$folder/moved"
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 0' 'with --base a folder may move'
rm "$folder/moved/in.txt"
run aral-index sync -i "$folder/based" --base "$folder/moved" "$folder/moved"
summary 'added 0, updated 0, unchanged 0, removed 1, rejected 0' 'and be emptied'

# records: bytes of all records, as statistics have them.
records() {
    aral-index stats --json -i "$folder/moving" | sed 's/.*"records":\([0-9]*\).*/\1/'
}
article mover 'From file to file.' > "$folder/a.jsonl"
aral-index add -q -i "$folder/moving" "$folder/a.jsonl"
before=$(records)
mv "$folder/a.jsonl" "$folder/b.jsonl"
run aral-index sync -i "$folder/moving" "$folder/a.jsonl" "$folder/b.jsonl"
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 1' 'an article may move to another file'
[ "$before" -gt 0 ] && [ "$(records)" = "$before" ]
ok 'and its record is counted once'

run aral-index remove -i "$index" piped nothing
exits 1 'an article that is not there is told'
complains 'there is no article "nothing"' 'by its id'
summary 'added 0, updated 0, unchanged 0, removed 1, rejected 1' 'and the others are removed'
aral-index export -i "$index" > "$folder/out"
prints_not 'piped' 'with all that they had'
run aral-index check -i "$index"
exits 0 'the index is clean'
run aral-index remove -i "$folder/nowhere" x
exits 2 'a missing index is a failure'
complains "there is no index at $folder/nowhere: make one with \`aral-index add -i $folder/nowhere PATH...\`" 'with the command that makes one'
run aral-index remove -i "$index"
exits 2 'to remove nothing is wrong usage'

# The same words as if the changed articles had never been there.
articles 1 30 > "$folder/all.jsonl"
articles 11 30 > "$folder/rest.jsonl"
aral-index add -q -i "$folder/big" "$folder/all.jsonl"
run aral-index remove -i "$folder/big" a1 a2 a3 a4 a5 a6 a7 a8 a9 a10
summary 'added 0, updated 0, unchanged 0, removed 10, rejected 0' 'many are removed at once'
aral-index add -q -i "$folder/never" "$folder/rest.jsonl"
aral-index export -i "$folder/big" > "$folder/export.big"
aral-index export -i "$folder/never" > "$folder/export.never"
cmp -s "$folder/export.big" "$folder/export.never"
ok 'and what is left is as if they had never been there'

# --- an interrupt while articles that have gone are removed: they lie in one file, which goes
mkdir "$folder/gone"
awk 'BEGIN { for (i = 0; i < 40000; i++) printf "{\"id\":\"g%d\",\"text\":\"Number %d.\"}\n", i, i }' > "$folder/gone/all.jsonl"
aral-index add -q --unsealed -i "$folder/going" "$folder/gone"
rm "$folder/gone/all.jsonl"
touch "$folder/before"
aral-index sync -i "$folder/going" "$folder/gone" > "$folder/out" 2> "$folder/err" &
syncing=$!
while kill -0 $syncing 2> "$folder/killed" && [ -z "$(find "$folder/going" -name postlist.glass -newer "$folder/before")" ]; do
    sleep 0.01
done
kill $syncing
wait $syncing
code=$?
exits 2 'an interrupt ends the removal'
removed=$(sed -n 's/.* removed \([0-9]*\),.*/\1/p' "$folder/out")
[ "$removed" -lt 40000 ]
ok "before all are removed: $removed"
run aral-index check -i "$folder/going"
prints "clean: $((40000 - removed)) articles" 'those that were counted are'

finish
