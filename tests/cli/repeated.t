#!/bin/sh
# An article that several indexes have, which are searched as one: it is the first one's.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh

# untitled ID WORD PARAGRAPHS: an article of many passages, each with its number.
untitled() {
    awk -v id="$1" -v word="$2" -v paragraphs="$3" 'BEGIN {
        printf "{\"id\":\"%s\",\"text\":\"", id
        for (p = 1; p <= paragraphs; p++) {
            printf "The %s keeper writes down number %d.", word, p
            for (n = 0; n < 25; n++)
                printf " Lamp %d was lit by the %s keeper at night.", p * 31 + n, word
            printf "\\n\\n"
        }
        printf "\"}\n"
    }'
}

# In the one it comes behind others, in the other it is the first; and what they have differs.
{ articles 1 9; untitled n1 harbour 400; untitled n2 mountain 3; } > "$folder/a.jsonl"
{ untitled n1 desert 500; articles 11 12; untitled n3 river 3; } > "$folder/b.jsonl"
aral-index add -q -i "$folder/a" "$folder/a.jsonl"
aral-index add -q -i "$folder/b" "$folder/b.jsonl"
printf 'auto a\nauto b\n' > "$folder/both"
printf 'remote :xapian-progsrv %s\nauto b\n' "$folder/a" > "$folder/served"

for shown in 'n1 a b' 'n1 b a' 'n2 a b' 'n3 a b'; do
    # shellcheck disable=SC2086
    set -- $shown
    first=$2
    [ "$1" != n3 ] || first=b
    aral-search -i "$folder/$first" --show "$1" --format json > "$folder/expected"
    run aral-search -i "$folder/$2" -i "$folder/$3" --show "$1" --format json
    [ -s "$folder/expected" ] && cmp -s "$folder/out" "$folder/expected"
    ok "$1 of $2 and $3 is shown whole, as $first has it"
done
aral-search -i "$folder/a" --show n1 > "$folder/expected"
for stub in both served; do
    run aral-search -i "$folder/$stub" --show n1
    cmp -s "$folder/out" "$folder/expected"
    ok "and by a stub file ($stub)"
done
run aral-search -i "$folder/both" --show n1#300
prints 'The harbour keeper writes down number' 'a passage of it is the same one'"'"'s'

for word in harbour desert; do
    run aral-search -i "$folder/a" -i "$folder/b" "$word keeper"
    exits 0 "a search finds what each of them has ($word)"
    prints "The $word keeper" 'with its words'
    prints '. The harbour keeper writes down number 1' 'and calls the article as the first has it'
done

# What a server reads as one cannot be told apart by its place, but by its numbers.
printf 'remote :xapian-progsrv %s %s\n' "$folder/a" "$folder/b" > "$folder/one_server"
run aral-search -i "$folder/one_server" keeper
exits 0 'a server of both is searched, too'
aral-index add -q -i "$folder/again" "$folder/b.jsonl"
printf 'remote :xapian-progsrv %s %s\n' "$folder/b" "$folder/again" > "$folder/one_server"
aral-search -i "$folder/b" --show n1 > "$folder/expected"
run aral-search -i "$folder/one_server" --show n1
cmp -s "$folder/out" "$folder/expected"
ok 'and shows an article that it has twice'

run aral-index check -i "$folder/both"
exits 2 'check of a stub file finds such articles'
is 'article n1 is in several databases: remove it from all of them but one with `aral-index -i DATABASE remove ID`' \
    'names each once, and what to do'
complains "nothing is damaged, but databases that $folder/both lists have articles in common: 1" \
    'and calls nothing damaged'
aral-index export -i "$folder/both" > "$folder/out"
aral-index export -i "$folder/a" > "$folder/expected"
aral-index export -i "$folder/b" >> "$folder/expected"
sort "$folder/expected" > "$folder/expected.sorted"
sort "$folder/out" | cmp -s - "$folder/expected.sorted"
ok 'the export has what each of them has'
run aral-index compact -i "$folder/both" --to "$folder/merged"
exits 2 'they are not merged'
complains 'article n1 is in several databases: remove it' 'which is told in the same words'
test ! -e "$folder/merged" && test ! -e "$folder/merged.building"
ok 'and leaves nothing behind'

aral-index remove -q -i "$folder/b" n1
run aral-index check -i "$folder/both"
exits 0 'once all but one have lost it, all is well'
run aral-index compact -i "$folder/both" --to "$folder/merged"
exits 0 'they can be merged'
run aral-index check -i "$folder/merged"
prints 'clean: 14 articles' 'into an index that is clean'
finish
