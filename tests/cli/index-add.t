#!/bin/sh
# aral-index add: files, folders and standard input become articles; bad ones are named.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
news=$folder/news
mkdir -p "$news/deep"
echo 'The lighthouse keeper lights his lamp.' > "$news/lamp.txt"
echo 'Nelayan pulang ke desa di tepi laut.' > "$news/deep/desa.txt"
echo 'never read' > "$news/.hidden.txt"
ln -s .. "$news/deep/loop"
article one 'The harbour is empty.' > "$news/list.jsonl"
article two 'Вода возвращается к рыбакам.' >> "$news/list.jsonl"
gzip -c "$news/lamp.txt" > "$news/packed.txt.gz"

run aral-index add -i "$index" "$news"
exits 0 'a folder is added'
summary 'added 5, updated 0, unchanged 0, removed 0, rejected 0' 'with all files but hidden ones, links in circles notwithstanding'
run aral-index add -i "$index" "$news"
exits 0 'a folder can be added again'
summary 'added 0, updated 0, unchanged 5, removed 0, rejected 0' 'and nothing changes'
cd "$news" || exit 1
run aral-index add -i "$index" ./deep/../lamp.txt
cd "$OLDPWD" || exit 1
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 0' 'a file is the same one by whatever way it is named'
echo 'The lamp is dark.' > "$news/lamp.txt"
run aral-index add -i "$index" "$news"
summary 'added 0, updated 1, unchanged 4, removed 0, rejected 0' 'a changed file is updated'
aral-index add -q -i "$news/deep/index" "$news/lamp.txt"
printf 'en\tru\nlamp\tлампа\n' | aral-index lexicon -q -i "$news/deep/index" -
run aral-index add -i "$news/deep/index" "$news"
exits 0 'an index may lie among its articles'
summary 'added 4, updated 0, unchanged 1, removed 0, rejected 0' 'and neither it nor what lies beside it is taken for one'
rm -r "$news/deep/index" "$news/deep/index.lexicon"
mkdir -p "$folder/saved/lamp_files" "$folder/saved/old_files"
echo '<p>The lamp is lit at every harbour of the lake.</p>' > "$folder/saved/lamp.html"
echo '<p>The lamp is for sale in every shop of the town.</p>' > "$folder/saved/lamp_files/banner.html"
echo 'The lamp is dark.' > "$folder/saved/old_files/lamp.txt"
for part in a.css b.js c.JS c.js.download d.png; do
    echo 'lamp { color: yellow; }' > "$folder/saved/$part"
done
run aral-index add -i "$folder/pages" "$folder/saved"
exits 0 'a folder of pages that a browser has saved is added'
summary 'added 2, updated 0, unchanged 0, removed 0, rejected 0' 'without what the pages are made with'
run aral-index add -i "$folder/pages" "$folder/saved/a.css" "$folder/saved/lamp_files"
summary 'added 2, updated 0, unchanged 0, removed 0, rejected 0' 'unless it is named'
mkdir "$folder/edited"
echo 'The lamp is lit.' > "$folder/edited/lamp.txt"
for backup in lamp.txt~ '#lamp.txt#' lamp.txt.bak lamp.txt.orig; do
    echo 'The lamp is out.' > "$folder/edited/$backup"
done
echo 'The lamp of ~1900 is out.' > "$folder/edited/#1~1900.txt"
run aral-index add -i "$folder/edited.index" "$folder/edited"
summary 'added 2, updated 0, unchanged 0, removed 0, rejected 0' 'what editors leave behind is no article'
run aral-index add -i "$folder/edited.index" "$folder/edited/lamp.txt~"
summary 'added 1, updated 0, unchanged 0, removed 0, rejected 0' 'unless it is named, either'
mkdir "$folder/shared"
echo 'The lamp is lit.' > "$folder/shared/lamp.txt"
for counts in 'added 1, updated 0, unchanged 0' 'added 0, updated 0, unchanged 1'; do
    run aral-index add -i "$folder/shared" "$folder/shared"
    exits 0 'nor are the files of an index that shares the folder of its articles'
    summary "$counts, removed 0, rejected 0" 'its articles are'
done
run aral-index check -i "$index"
exits 0 'the index is clean'
prints 'clean: 5 articles' 'and has each article once'

article two 'Вода снова уходит.' > "$folder/two.jsonl"
run aral-index add -i "$index" - < "$folder/two.jsonl"
summary 'added 0, updated 1, unchanged 0, removed 0, rejected 0' 'standard input is JSON Lines, known by id'
{ article three 'First.'; article three 'Second.'; article three 'Second.'; } > "$folder/three.jsonl"
run aral-index add -i "$index" - < "$folder/three.jsonl"
summary 'added 1, updated 1, unchanged 1, removed 0, rejected 0' 'of several articles of one id the last one stays'
aral-index export -i "$index" | grep -c Second > "$folder/out"
is 1 'once'
run aral-index add -i "$folder/piped" - < /dev/null
exits 0 'no input is no error'
names 'there are no articles in standard input' 'but is told'
printf 'The harbour was quiet.\n\nThen it rained.\n' > "$folder/plain.txt"
run aral-index add -i "$folder/plain" - < "$folder/plain.txt"
exits 1 'a text on standard input is no JSON Lines'
names 'standard input was read as JSON Lines: if it is something else, name that with --format' 'and told so'
run aral-index add -i "$folder/plain" - < "$folder"
exits 1 'a folder there is rejected, too'
complains 'it is a folder, not a file' 'and nothing is said of what it was read as'
run aral-index add -i "$folder/plain" --format text - < "$folder/plain.txt"
exits 0 'but may be named'
cat "$folder/three.jsonl" "$folder/two.jsonl" > "$folder/both.jsonl"
run sh -c 'cat "$1" | aral-index add -i "$2" -' - "$folder/both.jsonl" "$folder/piped"
summary 'added 2, updated 1, unchanged 1, removed 0, rejected 0' 'so it is where the input comes through a pipe'
run aral-index check -i "$folder/piped"
prints 'clean: 2 articles' 'into a clean index'

rm "$news/deep/loop"
run aral-index add -i "$folder/based" --base "$news" "$news/deep"
aral-index export -i "$folder/based" | grep -o '"id": *"[^"]*"' | sed 's/: */:/' > "$folder/out"
is '"id":"deep/desa.txt"' 'with --base identities are relative'

for command in add sync; do
    run aral-index $command -i "$index" --base "$folder/nowhere" "$news"
    exits 2 "$command with a --base that is not there is wrong usage"
    complains "--base is a folder, which $folder/nowhere is not" 'told once, and not for each file'
done
run aral-index add -i "$index" --base '' "$news"
complains '--base is a folder, which an empty name is not' 'nor is one named by nothing'
printf '%s\n' '{"text":"no \u0000 here"}' > "$folder/zero.jsonl"
run aral-index add -i "$index" "$folder/zero.jsonl"
names "$folder/zero.jsonl:1: broken JSON at byte" 'a null character is no text'
names 'text cannot have \u0000' 'and told in plain words'

run aral-index add -i "$index" --json "$news"
exits 0 'the summary can be JSON'
grep -qE '^\{"added":0,"updated":1,"unchanged":4,"removed":0,"rejected":0,"passages":[0-9]+,"bytes":[0-9]+,"seconds":[0-9.]+\}$' "$folder/out"
ok 'with the same counts'
run aral-index add -i "$index" --quiet "$news"
cat "$folder/out" "$folder/err" > "$folder/both"
test ! -s "$folder/both"
ok 'or nothing'

bad=$folder/bad
mkdir "$bad"
{ article good1 'Before.'; echo '{"id": broken'; echo '{"id":"x"}'; article good2 'After.'; } > "$bad/a.jsonl"
printf 'MZ\000\001\002binary\000' > "$bad/b.txt"
printf 'text with a \000 in it\n' > "$bad/c.txt"
: > "$bad/d.txt"
run aral-index add -i "$folder/some" "$bad"
exits 1 'bad articles are rejected'
summary 'added 2, updated 0, unchanged 0, removed 0, rejected 5' 'and the others added'
names "$bad/a.jsonl:2: " 'broken JSON is named with its line'
names "$bad/a.jsonl:3: " 'so is an article without text'
names "$bad/b.txt:1: " 'and binary data'
names "$bad/d.txt:1: " 'and an empty file'
test "$(wc -l < "$folder/err")" = 5
ok 'each in one line'
run aral-index add -i "$folder/none" --strict "$bad"
exits 2 'with --strict the first bad article ends the run'
names "$bad/a.jsonl:2: " 'naming it'
names 'nothing of this run was kept' 'and saying what became of the others'
[ ! -e "$folder/none" ]
ok 'nor is there a new index without any'
run sh -c 'cat "$1" | aral-index add -i "$2" --strict -' - "$bad/a.jsonl" "$folder/none"
exits 2 'so does it when they come through a pipe'
[ ! -e "$folder/none" ]
ok 'and there is none, either'
article before 'There before.' | aral-index add -i "$folder/none" --quiet -
run aral-index add -i "$folder/none" --strict "$bad"
exits 2 'an index that was there before'
run aral-index check -i "$folder/none"
prints 'clean: 1 article, 1 passage, ' 'stays as it was'

{
    echo '{"id":"dated","text":"News of today.","date":"2025-06-11"}'
    echo '{"id":"undated","text":"News of some day.","date":"soon"}'
    article after 'Text.'
} > "$folder/dates.jsonl"
run aral-index add -i "$folder/dates" "$folder/dates.jsonl"
exits 0 'a date that is none is no reason to reject an article'
complains "$folder/dates.jsonl:2: added without its date, which cannot be read: soon" 'but is told once, with its line'
summary 'added 3, updated 0, unchanged 0, removed 0, rejected 0' 'and all articles are added'
run aral-index add -i "$folder/dates-2" --strict --quiet - < "$folder/dates.jsonl"
exits 0 'nor is it for --strict'
complains '-:2: added without its date, which cannot be read: soon' 'from standard input, too'
run aral-search -i "$folder/dates" --format json day
prints '"date":""' 'the article has no date'

{
    printf '{"id":"long","text":"'
    head -c 200000000 /dev/zero | tr '\0' a
    printf '"}\n'
    article short 'After the long one.'
} | aral-index add -i "$folder/long" - > "$folder/out" 2> "$folder/err"
code=$?
exits 1 'a line of 200 MB is rejected'
names 'limit' 'by the name of the limit'
summary 'added 1, updated 0, unchanged 0, removed 0, rejected 1' 'and the next is added'
run aral-index add -i "$folder/small" --article-bytes 1K "$news" "$folder/both.jsonl"
exits 0 'the limit can be set'

run aral-index add -i "$index" "$folder/nowhere"
exits 1 'a file that is not there is rejected'
complains "cannot read $folder/nowhere: No such file or directory" 'and named'
run aral-index add -i "$folder/nothing" "$folder/nowhere"
exits 1 'also where there is no index yet'
[ ! -e "$folder/nothing" ]
ok 'and none is made for nothing'
ln -s nowhere "$folder/link"
run aral-index add -i "$index" "$folder/link"
exits 1 'nor can a link be read that leads nowhere'
complains "cannot read $folder/link: the link leads to no file" 'which is told'
rm "$folder/link"
run aral-index add -i "$index" ''
exits 2 'an empty path is wrong usage'
complains 'an empty path is no file and no folder' 'and told so'
mkdir "$folder/empty"
run aral-index add -i "$index" "$folder/empty"
exits 0 'an empty folder is no error'
complains "there are no articles in $folder/empty" 'but is told'
mkfifo "$news/pipe"
run aral-index add -i "$index" "$news"
exits 0 'what is no file in a folder is passed over'
if [ "$(id -u)" != 0 ]; then
    chmod 0 "$news/deep"
    run aral-index add -i "$index" "$news"
    exits 1 'a folder that cannot be read is rejected'
    complains "cannot read $news/deep: Permission denied" 'and named'
    chmod 755 "$news/deep"
fi

run aral-index add -i "$index"
exits 2 'to add nothing is wrong usage'
complains 'no file or folder is named' 'and told so'
run aral-index
exits 2 'no command is wrong usage'
run aral-index add --jobs 0 "$news"
exits 2 'so are no jobs'
complains '--jobs is a whole number from 1 to 256, not 0' 'which is told with the limits'
run aral-index add --article-bytes 65M "$news"
complains '--article-bytes is a size from 1K to 64M (K, M and G are understood), not 65M' 'so are those of a size'
run aral-index add --memory 1M "$news"
complains '--memory is a size from 32M on (K, M and G are understood), not 1M' 'where there are two'
run aral-index add --format pdf "$news"
complains '--format is one of text|html|jsonl|feed, not pdf' 'an unknown format is told with those that there are'
run aral-index add -i a -i b "$news"
complains 'works on one index' 'there is one index to write to'
run aral-index stats --strict
complains '--strict is no option of aral-index stats' 'options belong to commands'
ARAL_INDEX=$index run aral-index stats
exits 0 'the index is where ARAL_INDEX says'
prints ' kB' 'and tells small sizes in kB'
run aral-index add "$news/list.jsonl"
exits 0 'or else at home'
test -d "$HOME/.local/share/aral/index"
ok 'whose folders are made'
run aral-index --help
exits 0 'there is help'
prints 'add PATH...|-' 'that lists the commands'
run aral-index check --help
prints 'Usage: aral-index check [options]' 'a command has its own'
prints_not '--article-bytes' 'without the options of others'
run aral-index --help check
prints 'Usage: aral-index check [options]' 'wherever it is named'
run aral-index --version
prints 'aral-index ' 'and a version'
# Files are shared among threads, large ones in parts: what comes last counts, however they are.
many() {
    awk -v from="$1" 'BEGIN { for (i = from; i < from + 2500; i++)
        printf "{\"id\":\"many%d\",\"text\":\"Article %d is one of many, and all of them say the same of rain, wind, snow and of the long way home through the hills in winter, when nobody else is on the road and the lamps of the villages are far. Whoever walks there counts the milestones, and then forgets them, %d times.\"}\n", i, i, i }'
}
thrice() {
    printf '{"id":"thrice","text":"The %s version of what was told three times."}\n' "$1"
}
{ many 0; thrice first; } > "$folder/1.jsonl"
thrice second > "$folder/2.jsonl"
{ thrice first; many 5000; } > "$folder/3.jsonl"
run aral-index add -i "$folder/thrice" --quiet --jobs 4 "$folder/1.jsonl" "$folder/2.jsonl" "$folder/3.jsonl"
run aral-index export -i "$folder/thrice"
grep -q 'The first version' "$folder/out"
ok 'an article that comes again after another version of it is the latest'
# On a terminal the progress is shown, and goes on while the first chunk is read.
articles 1 800 > "$folder/many.jsonl"
run env TERM=xterm script --quiet --return --command \
    "aral-index add -i '$folder/many' --jobs 1 '$folder/many.jsonl'" /dev/null
tr '\r' '\n' < "$folder/out" | sed -n 's/^[^0-9]*\([0-9]* articles\), .*/\1/p' > "$folder/shown"
grep -qvxE '(0|800) articles' "$folder/shown"
ok 'progress is shown on a terminal, and is progress'
run env TERM=dumb script --quiet --return --command \
    "aral-index add -i '$folder/dumb' --jobs 1 '$folder/many.jsonl'" /dev/null
[ "$(wc -l < "$folder/out")" = 1 ] && ! grep -q "$(printf '\r.')" "$folder/out"
ok 'but not on one that cannot write over a line'
for columns in 40 20; do
    run env TERM=xterm script --quiet --return --command \
        "stty columns $columns; aral-index add -i '$folder/columns$columns' --jobs 1 '$folder/many.jsonl'" /dev/null
    tr '\r' '\n' < "$folder/out" | sed "s/$(printf '\033')\[K//" | grep '^[0-9]* articles' > "$folder/shown"
    [ -s "$folder/shown" ] && ! grep -q "$(printf '.%.0s' $(seq "$columns"))" "$folder/shown"
    ok "and no wider than a terminal of $columns columns"
done
run aral-index compact -i "$folder/many" --sealed --quiet
articles 800 801 | sed 's/"text":"/&Changed. /' > "$folder/changed.jsonl"
run env TERM=xterm script --quiet --return --command \
    "aral-index add -i '$folder/many' --jobs 1 '$folder/many.jsonl' '$folder/changed.jsonl'" /dev/null
grep -q 'listing words' "$folder/out" && ! tr '\r' '\n' < "$folder/out" | grep -q 'MB/s.*listing words'
ok 'and a task within another writes over its line'
# A small file first, and a large one that is under way until the end.
mkdir "$folder/uneven"
echo 'The harbour was quiet in the morning.' > "$folder/uneven/1.txt"
articles 1 800 > "$folder/uneven/2.jsonl"
run env TERM=xterm script --quiet --return --command \
    "aral-index add -i '$folder/uneven.index' --jobs 2 '$folder/uneven/1.txt' '$folder/uneven/2.jsonl'" /dev/null
tr '\r' '\n' < "$folder/out" | sed -n 's/^[^0-9]*\([0-9]*\) articles,.*, \([0-9]*\) %.*/\1 \2/p' > "$folder/shown"
awk '$1 > 400 && $2 < 25 { wrong = 1 } END { exit wrong }' "$folder/shown"
ok 'what is under way counts as done when the time left is told'

# --- feeds that count their items
for site in a b; do
    cat > "$folder/$site.rss" << END
<rss version="2.0"><channel><title>News</title><link>https://$site.example/</link>
<item><guid isPermaLink="false">1</guid><title>Of $site</title><description>Water of $site rose.</description></item>
</channel></rss>
END
done
mkdir "$folder/again"
cp "$folder/b.rss" "$folder/again/c.rss"
run aral-index add -i "$folder/feeds" "$folder/a.rss" "$folder/b.rss"
summary 'added 2, updated 0, unchanged 0, removed 0, rejected 0' 'equal guids of two feeds are two articles'
run aral-index add -i "$folder/feeds" "$folder/again"
summary 'added 0, updated 0, unchanged 1, removed 0, rejected 0' 'those of one feed are one, wherever it is read from'
run aral-search -i "$folder/feeds" --show 1@a.example
prints 'Water of a rose.' 'each is shown by its guid and its feed'
finish
