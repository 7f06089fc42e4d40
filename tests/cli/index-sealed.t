#!/bin/sh
# Sealed indexes: smaller, searched and added to as any other, and written anew before the first
# article in them is replaced or removed.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
articles 1 60 > "$folder/all.jsonl"
aral-index add -q -i "$index" "$folder/all.jsonl"
aral-index export -i "$index" > "$folder/expected"
size() {
    du -sb "$1" | cut -f 1
}
# sealed INDEX true|false: whether scripts are told that it is.
sealed() {
    run aral-index stats -i "$1" --json
    prints "\"sealed\":$2" "$3"
}
sealed "$index" false 'an index of little text is not sealed'

for way in compact merge; do
    made=$folder/$way
    case $way in
    compact)
        cp -r "$index" "$made"
        run aral-index compact --sealed -i "$made"
        ;;
    merge)
        for shard in 1 2; do
            aral-index add -q --shard $shard/2 -i "$folder/shard$shard" "$folder/all.jsonl"
        done
        printf 'auto shard1\nauto shard2\n' > "$folder/stub"
        run aral-index compact --sealed -i "$folder/stub" --to "$made"
        ;;
    esac
    exits 0 "$way --sealed succeeds"
    run aral-index stats -i "$made"
    prints 'sealed      written anew before the first article is replaced or removed' 'which stats tell'
    aral-index compact -q -i "$index" --to "$folder/whole"
    test "$(size "$made")" -lt $(($(size "$folder/whole") * 9 / 10))
    ok 'the index is smaller'
    rm -r "$folder/whole"
    run aral-index check -i "$made"
    prints 'clean: 60 articles' 'and clean'
    aral-index export -i "$made" | sort > "$folder/out"
    sort "$folder/expected" | cmp -s - "$folder/out"
    ok 'it holds the same articles'
    aral-search -i "$index" --format tsv 'harbour railway' > "$folder/found"
    run aral-search -i "$made" --format tsv 'harbour railway'
    cmp -s "$folder/found" "$folder/out"
    ok 'a search finds the same'
    aral-search -i "$index" --explain 'harbour railway' > "$folder/found"
    run aral-search -i "$made" --explain 'harbour railway'
    cmp -s "$folder/found" "$folder/out"
    ok 'and explains it alike'

    run aral-index add -i "$made" "$folder/all.jsonl"
    summary 'added 0, updated 0, unchanged 60, removed 0, rejected 0' 'adding the same again changes nothing'
    article new 'Zarafshan opened its gates.' > "$folder/new"
    run aral-index add -i "$made" "$folder/new"
    summary 'added 1, updated 0, unchanged 0, removed 0, rejected 0' 'a new article is added'
    run aral-search -i "$made" Zarafshan
    exits 0 'and found'
    run aral-index compact -i "$made"
    exits 0 'it can be compacted'
    sealed "$made" true 'and is sealed still'

    cp -r "$made" "$folder/copy"
    { article other 'Another one.' && article new 'Zarafshan closed its gates.'; } > "$folder/changed"
    run aral-index add -i "$made" "$folder/changed"
    summary 'added 1, updated 1, unchanged 0, removed 0, rejected 0' 'an article is replaced in it'
    run aral-search -i "$made" --show new
    prints 'closed its gates' 'by the new one'
    sealed "$made" false 'the index is not sealed any more'
    run aral-index remove -i "$folder/copy" a1 a2 nobody
    summary 'added 0, updated 0, unchanged 0, removed 2, rejected 1' 'articles are removed from it'
    sealed "$folder/copy" false 'whereby it is unsealed, too'
    run aral-index check -i "$folder/copy"
    prints 'clean: 59 articles' 'and it is clean'
    for changed in "$made" "$folder/copy"; do
        aral-index export -i "$changed" | aral-index add -q -i "$folder/fresh" -
        aral-search -i "$changed" --format tsv 'harbour railway gates' > "$folder/found"
        run aral-search -i "$folder/fresh" --format tsv 'harbour railway gates'
        cmp -s "$folder/found" "$folder/out"
        ok 'what is left is found as in a new index of it'
        rm -r "$folder/fresh"
    done
    test ! -e "$made.building" && test ! -e "$folder/copy.building" && test ! -e "$made.unlisted"
    ok 'nothing is left beside it'
    rm -r "$folder/copy"
done

# seal INDEX: as if it had been made of much text.
seal() {
    aral-index compact -q --sealed -i "$1"
}

run aral-index compact --unsealed -i "$folder/merge"
exits 0 'compact --unsealed makes the lists'
cp -r "$index" "$folder/lists"
seal "$folder/lists"
run aral-index compact --unsealed -i "$folder/lists"
sealed "$folder/lists" false 'of a sealed index'
run aral-index check -i "$folder/lists"
prints 'clean: 60 articles' 'which is clean'

# sync removes, and notes where articles have gone.
mkdir "$folder/archive"
for year in 2023 2024; do
    mkdir "$folder/archive/$year"
    articles ${year}000 ${year}040 > "$folder/archive/$year/all.jsonl"
done
aral-index add -q -i "$folder/synced" "$folder/archive"
seal "$folder/synced"
run aral-index sync -i "$folder/synced" "$folder/archive"
summary 'added 0, updated 0, unchanged 82, removed 0, rejected 0' 'sync finds nothing to do'
sealed "$folder/synced" true 'and leaves it sealed'
cp -r "$folder/synced" "$folder/moved"
mv "$folder/archive/2024" "$folder/archive/later"
run aral-index add -i "$folder/moved" "$folder/archive/later"
summary 'added 0, updated 0, unchanged 41, removed 0, rejected 0' 'articles are in another file now'
run aral-index sync -i "$folder/moved" "$folder/archive"
summary 'added 0, updated 0, unchanged 82, removed 0, rejected 0' 'so they are not taken for gone'
rm -r "$folder/archive/later"
run aral-index sync -i "$folder/synced" "$folder/archive"
summary 'added 0, updated 0, unchanged 41, removed 41, rejected 0' 'sync removes what is gone'
run aral-index check -i "$folder/synced"
prints 'clean: 41 articles' 'and the index is clean'

# --strict keeps nothing of a run that rejects an article, and unseals before it.
cp -r "$index" "$folder/strict"
seal "$folder/strict"
{ article a1 'Changed.' && echo broken; } > "$folder/broken"
run aral-index add --strict -i "$folder/strict" "$folder/broken"
exits 2 'a run with --strict ends at a bad article'
aral-index export -i "$folder/strict" | cmp -s - "$folder/expected"
ok 'and the index holds what it held'

# A stub file names a database that lies elsewhere.
cp -r "$index" "$folder/far"
seal "$folder/far"
echo 'auto far' > "$folder/near"
run aral-index remove -i "$folder/near" a1
exits 2 'nothing is removed through a stub file'
complains 'do it in the directory of the index' 'which is told with what to do'
run aral-index check -i "$folder/far"
prints 'clean: 60 articles' 'and nothing has happened'

# xapian-core's server cannot give away texts without lists.
echo "remote :xapian-progsrv $folder/far" > "$folder/served"
run aral-search -i "$folder/served" Number
exits 2 'a sealed index cannot be served'
complains 'aral-index compact --unsealed' 'which is told with what to do'

# Lists that were lost are damage, though a sealed index has none. So is any other table.
cp -r "$index" "$folder/lost"
rm "$folder/lost/termlist.glass"
run aral-index check -i "$folder/lost"
exits 2 'an index whose lists were lost is damaged'
prints 'its file termlist.glass is missing' 'which is told'
for what in "add $folder/all.jsonl" 'remove a1' compact; do
    run aral-index $what -i "$folder/lost"
    exits 2 "it is not written to as if it were sealed (${what%% *})"
    complains "$folder/lost is damaged: its file termlist.glass is missing" 'for the same reason'
done
run aral-search -i "$folder/lost" Number
exits 0 'it can be searched'
aral-index compact -q -i "$folder/lost" --to "$folder/recovered"
aral-index export -i "$folder/recovered" | cmp -s - "$folder/expected"
ok 'and compacted to another place, where it is a sealed one'
run aral-index check -i "$folder/recovered"
exits 0 'that is whole'

# Of articles that come twice the last one is kept, wherever it is in the input. Much text makes a
# sealed index, and is known for much before all of it was read or not.
articles 1 3700 > "$folder/much.jsonl"
{ article twice 'The first of two.' && cat "$folder/much.jsonl" &&
    article twice 'The second of two.' && article a7 'Changed.' &&
    article twice 'The last of three.' && head -3 "$folder/much.jsonl"; } > "$folder/twice"
for way in --unsealed '' -; do
    twins=$folder/twins$way
    case $way in
    -) cat "$folder/twice" "$folder/much.jsonl" | run aral-index add -m 32M -i "$twins" - ;;
    *) run aral-index add $way -m 64M -i "$twins" "$folder/twice" ;;
    esac
    case $way in
    -) summary 'added 3701, updated 4, unchanged 3702, removed 0, rejected 0' 'or comes by a pipe' ;;
    *) summary 'added 3701, updated 3, unchanged 3, removed 0, rejected 0' "articles that come twice are there once ${way:+with $way}" ;;
    esac
    run aral-search -i "$twins" --show twice
    prints 'The last of three.' 'as the last one'
    run aral-search -i "$twins" --show a7
    case $way in
    -) prints 'Number 7' 'also where that is as the first one was' ;;
    *) prints 'Changed.' 'each of them' ;;
    esac
    run aral-index check -i "$twins"
    prints 'clean: 3701 articles' 'and the index is clean'
    case $way in
    --unsealed) sealed "$twins" false 'it is not sealed where that is asked for' ;;
    *) sealed "$twins" true 'it is sealed' ;;
    esac
done

# Who waits for the lock may have it as soon as the index that is not sealed is in its place.
if [ -z "${SANITIZERS-}" ] && command -v strace > /dev/null; then # leaks are not looked for under it
    mkdir "$folder/taken"
    article a7 'Changed.' > "$folder/taken/a7.jsonl"
    # hold CHANGE: an aral-index that is held up when it has unsealed $folder/taken/index; $first.
    hold() {
        aral-index compact -q --sealed -i "$folder/taken/index"
        strace -f -qq -o "$folder/trace" -e trace=renameat2 -e inject=renameat2:delay_exit=3000000 \
            aral-index $1 -i "$folder/taken/index" > "$folder/first.out" 2> "$folder/first.err" &
        first=$!
        while kill -0 $first 2> "$folder/gone" && ! [ -d "$folder/taken/index.building" ]; do
            sleep 0.05
        done
    }
    # release: it goes on to its end, of which it tells as by run.
    release() {
        wait $first
        code=$?
        cp "$folder/first.out" "$folder/out"
        cp "$folder/first.err" "$folder/err"
    }
    for change in 'remove a7' "add $folder/taken/a7.jsonl"; do
        rm -rf "$folder/taken/index"
        articles 1 20 | aral-index add -q -i "$folder/taken/index" -
        hold "$change"
        run aral-index remove --wait -i "$folder/taken/index" a7
        exits 0 "another program may come between unsealing and: ${change%% *}"
        release
        case $change in
        remove*) complains 'there is no article "a7"' 'what it removed is not there any more' ;;
        *) summary 'added 1, updated 0, unchanged 0, removed 0, rejected 0' 'what it removed is added again' ;;
        esac
        run aral-index check -i "$folder/taken/index"
        exits 0 'the index is clean'
    done
    mkdir "$folder/taken/moved"
    mv "$folder/taken/a7.jsonl" "$folder/taken/moved"
    hold "add $folder/taken/moved"
    article a7 'Changed meanwhile.' | aral-index add -q --wait -i "$folder/taken/index" -
    release
    summary 'added 0, updated 1, unchanged 0, removed 0, rejected 0' 'what it changed is not only moved'
else
    echo '# nothing is there to hold a program up'
fi

# An article of which there are thousands takes no more time than others. Looking at all of them for
# each one took minutes, and gigabytes; unpacking the dictionary of records for each, 20 s.
awk 'BEGIN { for (i = 1; i <= 30000; i++) printf "{\"id\":\"often\",\"text\":\"Number %d.\"}\n", i }' > "$folder/often"
run sh -c 'ulimit -t 14; exec timeout 60 aral-index add -i "$1" "$2"' - "$folder/revised" "$folder/often"
summary 'added 1, updated 29999, unchanged 0, removed 0, rejected 0' 'an article may come thousands of times'
finish
