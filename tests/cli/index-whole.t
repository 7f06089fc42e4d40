#!/bin/sh
# aral-index stats, check, compact and export: the index as a whole.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
json='{"id":"full","title":"Laut Aral","text":"Satu.\n\nDua baris:\n\n- a\n- b\n\nПоследний абзац по-русски.","url":"https://lensa.example/1","date":"2024-06-11T09:30:00+05:00","lang":"id","source":"Lensa","author":"Siti","rubric":["x",1,null],"n":1.5}'
{ articles 1 40; printf '%s\n' "$json"; } > "$folder/all.jsonl"
aral-index add -q -i "$index" "$folder/all.jsonl"

run aral-index stats -i "$index"
exits 0 'stats tell what the index holds'
prints 'articles    41' 'articles'
prints '  postings  ' 'and where its bytes go'
run aral-index stats -i "$index" --json
grep -qE '"articles":41,"passages":[0-9]+,"languages":\{.*"text_bytes":[0-9]+,"index_bytes":[0-9]+,"tables":\{.*"shards":1' "$folder/out"
ok 'for scripts too'
run aral-index check -i "$index"
exits 0 'a sound index is clean'

run aral-index export -i "$index"
exits 0 'the export succeeds'
mv "$folder/out" "$folder/exported"
run aral-index add -i "$index" - < "$folder/exported"
summary 'added 0, updated 0, unchanged 41, removed 0, rejected 0' 'what was exported is the same article when added again'
aral-index add -q -i "$folder/copy" - < "$folder/exported"
aral-index export -i "$folder/copy" | cmp -s - "$folder/exported"
ok 'and makes an index with the same export'
# The same words, however the articles came and went: 80 that begin alike, each in other numbers of
# articles, of which a prefix stands for 64.
awk 'BEGIN { for (a = 0; a < 90; a++) {
    printf "{\"id\":\"a%d\",\"text\":\"The keeper wrote", a
    for (w = 0; w < 80; w++) if (w * a % 79 < w) printf " lampo%c%c", 97 + w / 9, 97 + w % 9
    print " into the book of the harbour.\"}" } }' > "$folder/lamps"
lamps=$folder/lamps.index
head -n 40 "$folder/lamps" | aral-index add -q -i "$lamps" -
tail -n 50 "$folder/lamps" | while read -r article; do
    echo "$article" | aral-index add -q -i "$lamps" -
done
sed -n 's/lampo.*into/nothing into/; 30,60p' "$folder/lamps" | aral-index add -q -i "$lamps" -
aral-index remove -q -i "$lamps" a3 a4 a5 a38 a48 a75 a76
sed -n '4,5p' "$folder/lamps" | aral-index add -q -i "$lamps" -
aral-index export -i "$lamps" | aral-index add -q -i "$lamps.anew" -
for made in "$lamps" "$lamps.anew"; do
    aral-search -i "$made" --unfold --format trec -n 100 'lampo*'
    aral-search -i "$made" --explain -n 0 'lampo*'
    aral-search -i "$made" --explain -n 0 'lamppoab'
done > "$folder/both" 2>&1
lines=$(($(wc -l < "$folder/both") / 2))
head -n $lines "$folder/both" > "$folder/first"
grep -qF lampoge "$folder/first" && tail -n $lines "$folder/both" | cmp -s - "$folder/first"
ok 'and finds the same, words that begin alike and misspelt ones included'
grep -F '"id":"full"' "$folder/exported" | grep -F '"rubric":["x",1,null]' | grep -qF '"n":1.5'
ok 'fields that are unknown come back'
aral-index export -i "$index" > /dev/full 2> "$folder/err"
code=$?
exits 2 'an export that cannot be written fails'
complains 'No space left on device' 'and says why'

run aral-index compact -i "$index" --to "$folder/compacted"
exits 0 'an index can be compacted to another place'
aral-index export -i "$folder/compacted" | cmp -s - "$folder/exported"
ok 'with all its articles in order'
run aral-index compact -i "$index" --to "$folder/compacted"
exits 2 'but not over another one'
run aral-index compact -i "$index" --to "$folder/new/folders/compacted/"
exits 0 'folders above that place are made'
aral-index export -i "$folder/new/folders/compacted" | cmp -s - "$folder/exported"
ok 'and the index is in them'
run aral-index compact -i "$index" --to ''
complains '--to names no directory' 'nor to nowhere'
run aral-index compact -i "$index" --to tcp://localhost:1
complains 'tcp://localhost:1 is on a server: --to makes an index on this machine' 'nor to a server'
ln -s index "$folder/link"
run aral-index compact -i "$folder/link"
exits 0 'an index can be compacted in its place'
grep -qE '^compacted [0-9.]+ kB to [0-9.]+ kB$' "$folder/out"
ok 'which is told'
test -L "$folder/link" && test -d "$index" && test ! -e "$folder/link.building" && test ! -e "$index.building"
ok 'even by way of a link, and nothing is left beside it'
aral-index export -i "$index" | cmp -s - "$folder/exported"
ok 'and loses nothing'
run aral-index check -i "$index"
exits 0 'it is clean'
run aral-index add -i "$index" - < "$folder/exported"
summary 'added 0, updated 0, unchanged 41, removed 0, rejected 0' 'and can be added to'

# --- other files in the folder of an index, which would go with it
mkdir "$folder/news"
echo '{' > "$folder/news/day.jsonl"
run aral-index add -i "$folder/news" "$folder/news/day.jsonl"
exits 1 'an index that nothing is kept in'
test "$(cat "$folder/news/day.jsonl")" = '{'
ok 'does not take other files of its folder with it'
article n1 'Dam raised.' > "$folder/news/day.jsonl"
run aral-index add -i "$folder/news" "$folder/news/day.jsonl"
summary 'added 1, updated 0, unchanged 0, removed 0, rejected 0' 'an index may lie among other files'
cp -r "$index" "$folder/visited"
echo mine > "$folder/visited/notes"
run aral-index compact -i "$folder/visited"
exits 2 'but its folder is not replaced then'
complains 'holds notes, which is no part of an index and would go with its folder' 'which is told'
test -f "$folder/visited/notes" && aral-index export -i "$folder/visited" | cmp -s - "$folder/exported"
ok 'and all is as it was'
run aral-index compact -i "$folder/visited" --to "$folder/moved"
exits 0 'it can be compacted to another place'

# --- a file system that cannot exchange two names in one step
cat > "$folder/no_exchange.c" << 'END'
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    (void)from_folder, (void)from, (void)to_folder, (void)to, (void)flags;
    errno = EINVAL;
    return -1;
}
/* To $REFUSED, one name in the place of another needs room that is not there; $KEPT may not go. */
int rename(const char *from, const char *to) {
    const char *refused = getenv("REFUSED"), *kept = getenv("KEPT");
    if (refused && strcmp(to, refused) == 0) {
        errno = kept && strcmp(from, kept) == 0 ? EACCES : ENOSPC;
        if (errno == EACCES || strstr(from, ".building")) {
            return -1;
        }
    }
    return ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(from, to);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/no_exchange.so" "$folder/no_exchange.c" -ldl
without_exchange() {
    run env LD_PRELOAD="$folder/no_exchange.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" "$@"
}
without_exchange aral-index compact -i "$index"
exits 0 'an index can be compacted in its place where names cannot be exchanged'
test ! -e "$index.building" && test ! -e "$index.old"
ok 'and nothing is left beside it'
aral-index export -i "$index" | cmp -s - "$folder/exported"
ok 'nor lost'
mkdir "$index.old" && touch "$index.old/kept"
without_exchange aral-index compact -i "$index"
exits 2 'what goes by the name that the old index needs is not replaced'
complains "cannot move $index aside to $index.old: " 'which is told'
test -e "$index.old/kept" && aral-index export -i "$index" | cmp -s - "$folder/exported"
ok 'and the index stays as it was'
rm -r "$index.old"
for kept in '' "$index.old"; do
    without_exchange env REFUSED="$index" KEPT="$kept" aral-index compact -i "$index"
    exits 2 'a new index that cannot be put in its place fails'
    complains "cannot put the new index in the place of $index${kept:+, and the old one is left at $kept}: No space left on device" \
        "which is told${kept:+, and where the old one is}"
    aral-index export -i "${kept:-$index}" | cmp -s - "$folder/exported"
    ok 'and there it is'
done
mv "$index.old" "$index"

# --- packed records: enough text of one language for a dictionary, added in bulk
for half in 1 2; do
    articles ${half}001 ${half}200 > "$folder/half$half"
    cat "$folder/half$half" | aral-index add -q -i "$folder/packed$half" -
done
run aral-index stats -i "$folder/packed1"
prints 'dictionaries 1' 'a bulk run packs texts with a dictionary trained on them'
run aral-index check -i "$folder/packed1"
prints 'clean: 200 articles' 'which is clean'
aral-index export -i "$folder/packed1" > "$folder/exported1"
aral-index export -i "$folder/packed2" > "$folder/exported2"
head -n 1 "$folder/half1" > "$folder/first"
aral-index add -q -i "$folder/plain" "$folder/first"
aral-index add -q -i "$folder/plain" "$folder/half1"
run aral-index stats -i "$folder/plain" --json
prints '"dictionaries":0' 'a few articles do not make a dictionary, nor do those added later'
aral-index export -i "$folder/plain" | cmp -s - "$folder/exported1"
ok 'and gives back what an index without it gives'
printf 'auto packed1\nauto packed2\n' > "$folder/both"
run aral-index compact -i "$folder/both" --to "$folder/merged"
prints 'merged into ' 'indexes that a stub file lists are merged, whatever the size of that file'
aral-index export -i "$folder/merged" > "$folder/out"
cat "$folder/exported1" "$folder/exported2" | cmp -s - "$folder/out"
ok 'indexes with dictionaries of their own can be merged'
run aral-index check -i "$folder/merged"
prints 'clean: 400 articles' 'into one that is clean'
printf 'remote :xapian-progsrv %s\nauto packed2\n' "$folder/packed1" > "$folder/served"
run aral-search -i "$folder/served" --show a1007#2
exits 0 'a server gives its dictionary to those who search'
article new 'Another harbour lamp.' | aral-index add -q -i "$folder/packed1" -
aral-index remove -q -i "$folder/packed1" a1001
run aral-index check -i "$folder/packed1"
prints 'clean: 200 articles' 'what is added and removed later leaves the index clean'

printf 'auto %s\n' "$index" > "$folder/shards.stub"
run aral-index stats -i "$folder/shards.stub"
exits 0 'stats of a stub file are those of what it names'
prints_not 'index  ' 'but for the size, which is elsewhere'
other=$folder/$(printf 'caf\351')
cp -r "$index" "$other"
run aral-index stats -i "$other" --json
exits 0 'a location need not be UTF-8'
prints '/caf%E9","schema":' 'JSON has it as messages do'
for buffered in 0 L 4096; do
    env ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
        stdbuf -o $buffered aral-index stats -i "$index" > /dev/full 2> "$folder/err"
    code=$?
    exits 2 "stats that cannot be written fail, at whichever line (buffer: $buffered)"
    complains 'cannot write to standard output' 'once'
done
for command in stats check compact export; do
    run aral-index $command -i "$folder/nowhere"
    exits 2 "$command of a missing index fails"
    complains "there is no index at $folder/nowhere" 'and says so'
done
mkdir "$folder/folder"
run aral-index stats -i "$folder/folder"
exits 2 'a folder is no index'
echo 'not a database' > "$folder/file"
run aral-index stats -i "$folder/file"
exits 2 'nor is a file'

aral-index add -q -i "$folder/empty" - < /dev/null 2> /dev/null
for command in stats check compact export; do
    run aral-index $command -i "$folder/empty"
    exits 0 "$command of an empty index is no failure"
done

# Records are values, which lie in the table of postings; documents have no data.
for place in postlist/4 postlist/2 termlist/2; do
    file=${place%/*}
    cp -r "$index" "$folder/damaged"
    size=$(wc -c < "$folder/damaged/$file.glass")
    dd if=/dev/urandom of="$folder/damaged/$file.glass" bs=1 seek=$((size / ${place#*/})) count=600 conv=notrunc 2> "$folder/dd"
    run aral-index check -i "$folder/damaged"
    exits 2 "check finds damage in $place"
    test -s "$folder/err"
    ok 'and says so'
    rm -r "$folder/damaged"
done

# What an index says of itself as a whole is counted after.
for total in text records; do
    cp -r "$index" "$folder/drifted"
    xapian-metadata set "$folder/drifted" "aral.$total" 1
    run aral-index check -i "$folder/drifted"
    exits 2 "check finds a sum of bytes of $total that has drifted"
    prints "bytes of $total: 1, but the articles say" 'and says so'
    aral-index check -i "$folder/drifted" > /dev/full 2> "$folder/err"
    code=$?
    exits 2 'where that cannot be written'
    complains 'cannot write to standard output: No space left on device' 'it is told'
    rm -r "$folder/drifted"
done

# What is not whole is left out of an export, and all else is there.
cat > "$folder/lose.c" << 'END'
#include "shim/xapian-c.h"
#include <stdlib.h>
int main(int count, char **arguments) {
    const struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING};
    struct xapian_writer *writer = xapian_writer_open(arguments[count - 2], &options, 0);
    bool lost = xapian_writer_delete_docid(writer, (uint32_t)atoi(arguments[count - 1]), 0);
    return !xapian_writer_close(writer, 0) || !lost;
}
END
${CC:-gcc} -std=c17 -I. -c -o "$folder/lose.o" "$folder/lose.c" &&
    ${CXX:-g++} ${SANITIZERS-} -o "$folder/lose" "$folder/lose.o" "$build/libxapian-c.a" \
        $(pkg-config --libs xapian-core)
articles 1 9 | aral-index add -q -i "$folder/holed" -
aral-index export -i "$folder/holed" | grep -v '"id":"a[13]"' > "$folder/expected"
for docid in 2 18; do # each article has a record and six passages
    "$folder/lose" "$folder/holed" $docid
done
run aral-index check -i "$folder/holed"
exits 2 'articles that have lost passages are damage'
complains "what \`aral-index -i $folder/holed export\` still gives" 'with what to do'
run aral-index export -i "$folder/holed"
exits 1 'an export without them is not all of the index'
cmp -s "$folder/out" "$folder/expected"
ok 'but has all others'
[ "$(grep -c '^aral-index: left out: article a[13] is not whole: ' "$folder/err")" = 2 ]
ok 'and names what it is without'

# xapian-core 1.4 reads beyond its memory over such a list of terms.
aral-index add -q -i "$folder/sample" corpus/sample
cp -r "$folder/sample" "$folder/damaged"
printf '\377%.0s' $(seq 64) | dd of="$folder/damaged/termlist.glass" bs=1 seek=$((3 * 8192 + 8000)) conv=notrunc 2> "$folder/dd"
run aral-index check -i "$folder/damaged"
exits 2 'damage that ends the check itself is damage'
complains "$folder/damaged is damaged" 'told as any other'
prints 'in the structure of the index' 'with what is known of it'

# revise TABLE COUNT: the first blocks of a table say that they are of a revision that is not there yet.
revise() {
    for block in $(seq 0 $(($2 - 1))); do
        printf '\177\377\377\377' | dd of="$1" bs=1 seek=$((block * 8192)) conv=notrunc 2> "$folder/dd"
    done
}
rm -r "$folder/damaged"
articles 1 60 | aral-index add -q -i "$folder/damaged" -
for blocks in 8 28; do # reading begins at block 28; without it, the index cannot be opened
    revise "$folder/damaged/postlist.glass" $((blocks + 1))
    for reader in check export; do
        run timeout 20 aral-index $reader -i "$folder/damaged"
        exits 2 "$reader of an index whose blocks (0 to $blocks) say that they were overwritten ends"
        complains 'is damaged: ' 'where nobody writes, that is damage'
    done
    run timeout 20 aral-index compact -i "$folder/damaged"
    complains 'is damaged: ' 'nor compacted, for the same reason'
    run aral-search -i "$folder/damaged" harbour1
    exits 2 'it cannot be searched'
    complains 'is damaged: blocks of it say' 'for the same reason'
done
truncate -s 20000 "$folder/damaged/postlist.glass"
run aral-search -i "$folder/damaged" harbour1
exits 2 'nor can one whose table has lost its end'
complains "$folder/damaged is damaged: EOF reading block" 'which is told as damage'
for how in '' --sealed "--to $folder/elsewhere"; do
    run aral-index compact -i "$folder/damaged" $how
    complains "$folder/damaged is damaged: EOF reading block" "what cannot be compacted is named, not where it goes (${how%% *})"
done

chmod -R a-w "$folder/sample"
chmod a+x "$folder"
if [ "$(id -u)" = 0 ]; then
    cp "$build/aral-index" "$folder/aral-index"
    run setpriv --reuid=65534 --regid=65534 --clear-groups "$folder/aral-index" check -i "$folder/sample"
else
    run aral-index check -i "$folder/sample"
fi
exits 0 'an index that may only be read can be checked'
complains 'without which its structure cannot be checked: only its articles are' 'but for its structure, and that is told'
prints 'clean: ' 'its articles are'
chmod -R u+w "$folder/sample"

# What an index says of itself, its last document among it, may have lost its end: then it is refused,
# or answers, but nothing is written beyond what was counted with.
aral-index compact -q --sealed -i "$folder/sample"
cp "$folder/sample/iamglass" "$folder/iamglass"
killed=
for bytes in $(seq $(($(wc -c < "$folder/iamglass") - 1))); do
    head -c "$bytes" "$folder/iamglass" > "$folder/sample/iamglass"
    run aral-search -i "$folder/sample" --format json sea
    [ "$code" -le 2 ] || killed="$killed $bytes"
done
[ -z "$killed" ]
ok "a search is not killed by an index whose iamglass is cut at a byte:$killed"

# xapian-core 1.4 writes beyond its memory over a tree higher than any: here the level of its first
# table, behind a head of 32 bytes, a revision and a root of one byte each.
cp "$folder/iamglass" "$folder/sample/iamglass"
printf '\254\1' | dd of="$folder/sample/iamglass" bs=1 seek=34 conv=notrunc 2> "$folder/dd"
for command in stats check export compact 'remove x'; do
    run aral-index $command -i "$folder/sample"
    complains "$folder/sample is damaged: its table postlist cannot have a tree of 43 levels" "a damaged tree does not end ${command%% *}"
done
run aral-search -i "$folder/sample" sea
complains 'cannot have a tree of 43 levels' 'nor a search'

finish
