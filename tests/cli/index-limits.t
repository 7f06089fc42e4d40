#!/bin/sh
# What adding articles takes of the machine, however the input is: memory, open files.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
mkfifo "$folder/pipe"

# wait_for COMMAND...: until it succeeds, at most ten seconds.
wait_for() {
    for tenth in $(seq 100); do
        "$@" > "$folder/waited" 2>&1 && return
        sleep 0.1
    done
}

# most_memory PROCESS: the most that it has had at once, in MB.
most_memory() {
    awk '/^VmHWM/ { print int($2 / 1000) }' "/proc/$1/status"
}

# watch_memory PROCESS: waits until it ends; its exit code is in $code, the most in $most.
watch_memory() {
    most=0
    while now=$(most_memory "$1" 2> "$folder/gone") && [ -n "$now" ]; do
        most=$now
        sleep 0.01
    done
    wait "$1"
    code=$?
}

# --- lines that are no articles: nothing of them is kept
aral-index add -i "$folder/bad" - < "$folder/pipe" > "$folder/out" 2> "$folder/err" &
adding=$!
exec 9> "$folder/pipe"
yes '{"title":"No text"}' | head -n 20000 >&9
wait_for grep -q '^-:2:' "$folder/err"
names '-:2: field "text" is missing' 'what is wrong is told while more is to come'
article good 'After all.' >&9
exec 9>&-
wait $adding
code=$?
exits 1 'the input ends like any other'
[ "$(wc -l < "$folder/err")" = 20000 ]
ok 'each line that was rejected is told once'
summary 'added 1, updated 0, unchanged 0, removed 0, rejected 20000' 'what is good among them is added'

# --- articles of which the text is the least
# fields COUNT: as many articles, half a megabyte each.
fields() {
    awk -v count="$1" 'BEGIN {
        notes = "lamp harbour keeper "
        while (length(notes) < 500000) notes = notes notes
        for (i = 0; i < count; i++)
            printf "{\"id\":\"f%d\",\"text\":\"Short.\",\"notes\":\"%d %s\"}\n", i, i, notes
    }'
}
for found in none some; do
    aral-index add --memory 32M --jobs 2 -i "$index" - < "$folder/pipe" > "$folder/out" 2> "$folder/err" &
    adding=$!
    exec 9> "$folder/pipe"
    fields 500 >&9
    most=$(most_memory $adding)
    exec 9>&-
    wait $adding
    code=$?
    exits 0 "articles of few words and many notes are taken, where the index has $found"
    [ -n "${SANITIZERS-}" ] || [ "$most" -lt 160 ] # sanitizers keep what was freed
    ok "they are not all held at once: $most MB"
done

# The same out of an index that is sealed, which is written anew before the first change.
aral-index compact -q --sealed -i "$index"
aral-index remove --quiet -i "$index" f1 > "$folder/out" 2> "$folder/err" &
watch_memory $!
exits 0 'they are taken out of an index, too'
[ -n "${SANITIZERS-}" ] || { [ "$most" -gt 0 ] && [ "$most" -lt 160 ]; }
ok "and not all held at once: $most MB"

# --- some large articles among many small ones, in places that change
awk 'BEGIN {
    sentence = "The lake lay between the desert and the delta, where the rivers of two countries end. "
    for (large = sentence; length(large) < 150000;) large = large large
    chance = 1
    for (i = 0; i < 30000; i++) {
        chance = chance * 16807 % 2147483647
        printf "{\"id\":\"m%d\",\"text\":\"%d %s\"}\n", i, i, chance % 90 == 0 ? large : sentence
    }
}' > "$folder/mixed"
aral-index add --jobs 2 -i "$index" - < "$folder/pipe" > "$folder/out" 2> "$folder/err" &
adding=$!
exec 9> "$folder/pipe"
cat "$folder/mixed" >&9
most=$(most_memory $adding)
exec 9>&-
wait $adding
code=$?
exits 0 'articles of all sizes are taken'
[ -n "${SANITIZERS-}" ] || [ "$most" -lt 100 ]
ok "the large ones leave no room behind wherever they were: $most MB"

# --- vocabularies that are written again and again, in a part for each thread
awk 'BEGIN {
    for (i = 0; i < 3000; i++) {
        printf "{\"id\":\"%d\",\"text\":\"", i
        for (w = 0; w < 150; w++) {
            rest = i * 150 + w
            for (letter = 0; letter < 5; letter++) {
                printf "%c", 97 + rest % 26
                rest = int(rest / 26)
            }
            printf " "
        }
        print "\"}"
    }
}' > "$folder/words"
run sh -c 'ulimit -n 150; exec aral-index add --jobs 16 --memory 32M -i "$1" - < "$2"' - "$folder/wide" "$folder/words"
exits 0 'they take no more open files than there may be'
run aral-index check -i "$folder/wide"
prints 'clean: 3000 articles' 'and become one'

# --- words already analysed, which each thread keeps
aral-index add --jobs 1 --memory 32M -i "$folder/kept" - < "$folder/words" > "$folder/out" 2> "$folder/err" &
watch_memory $!
exits 0 'articles of very many words are taken'
[ -n "${SANITIZERS-}" ] || { [ "$most" -gt 0 ] && [ "$most" -lt 130 ]; }
ok "fewer words are kept where less memory is allowed: $most MB"

finish
