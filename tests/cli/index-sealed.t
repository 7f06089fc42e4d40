#!/bin/sh
# Sealed indexes: smaller, searched and added to as any other; nothing in them is replaced or removed.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
articles 1 60 > "$folder/all.jsonl"
aral-index add -q -i "$index" "$folder/all.jsonl"
aral-index export -i "$index" > "$folder/expected"
size() {
    du -sb "$1" | cut -f 1
}

for way in add compact merge; do
    sealed=$folder/$way
    case $way in
    add) run aral-index add --sealed -i "$sealed" "$folder/all.jsonl" ;;
    compact)
        cp -r "$index" "$sealed"
        run aral-index compact --sealed -i "$sealed"
        ;;
    merge)
        for shard in 1 2; do
            aral-index add -q --shard $shard/2 -i "$folder/shard$shard" "$folder/all.jsonl"
        done
        printf 'auto shard1\nauto shard2\n' > "$folder/stub"
        run aral-index compact --sealed -i "$folder/stub" --to "$sealed"
        ;;
    esac
    exits 0 "$way --sealed succeeds"
    run aral-index stats -i "$sealed"
    prints 'sealed      articles can be added, none replaced or removed' 'which stats tell'
    aral-index compact -q -i "$index" --to "$folder/whole"
    test "$(size "$sealed")" -lt $(($(size "$folder/whole") * 9 / 10))
    ok 'the index is smaller'
    rm -r "$folder/whole"
    run aral-index check -i "$sealed"
    prints 'clean: 60 articles' 'and clean'
    aral-index export -i "$sealed" | sort > "$folder/out"
    sort "$folder/expected" | cmp -s - "$folder/out"
    ok 'it holds the same articles'
    aral-search -i "$index" --format tsv 'harbour railway' > "$folder/found"
    run aral-search -i "$sealed" --format tsv 'harbour railway'
    cmp -s "$folder/found" "$folder/out"
    ok 'a search finds the same'
    aral-search -i "$index" --explain 'harbour railway' > "$folder/found"
    run aral-search -i "$sealed" --explain 'harbour railway'
    cmp -s "$folder/found" "$folder/out"
    ok 'and explains it alike'

    run aral-index add -i "$sealed" "$folder/all.jsonl"
    summary 'added 0, updated 0, unchanged 60, removed 0, rejected 0' 'adding the same again changes nothing'
    article new 'Zarafshan opened its gates.' > "$folder/new"
    run aral-index add -i "$sealed" "$folder/new"
    summary 'added 1, updated 0, unchanged 0, removed 0, rejected 0' 'a new article is added'
    run aral-search -i "$sealed" Zarafshan
    exits 0 'and found'
    article new 'Zarafshan closed its gates.' > "$folder/new"
    run aral-index add -i "$sealed" "$folder/new"
    exits 2 'replacing one is refused'
    complains 'article new cannot be replaced or removed, because the index is sealed: keep what changes in an index of its own' 'which is told with what to do'
    run aral-index remove -i "$sealed" a1
    exits 2 'so is removing one'
    run aral-index compact -i "$sealed"
    exits 0 'compacting it again leaves it sealed'
    run aral-index stats -i "$sealed" --json
    prints '"articles":61' 'with all its articles'
    prints '"sealed":true' 'as scripts are told'
    aral-index export -i "$sealed" | aral-index add -q -i "$folder/$way.open" -
    run aral-index remove -i "$folder/$way.open" new
    exits 0 'its export makes an index that is not sealed'
    test ! -e "$sealed.building" && test ! -e "$sealed.unlisted"
    ok 'nothing is left beside it'
done

run aral-index add --sealed -i "$index" "$folder/new"
exits 2 'an index with articles is not sealed by adding'
complains 'aral-index compact --sealed' 'but told what does it'
run aral-index stats -i "$index" --json
prints '"sealed":false' 'it is as it was'

# Of articles that come twice the last one is kept, sealed or not.
{ article twice 'The first of two.' && article twice 'The second of two.'; } > "$folder/twice"
run aral-index add --sealed -i "$folder/twins" "$folder/twice"
summary 'added 1, updated 1, unchanged 0, removed 0, rejected 0' 'an article that comes twice is replaced before the index is sealed'
run aral-search -i "$folder/twins" --show twice
prints 'The second of two.' 'by the last one'
run aral-index check -i "$folder/twins"
prints 'clean: 1 articles' 'and the index is clean'
finish
