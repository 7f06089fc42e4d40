# index_helpers.sh - what tests of aral-index share.

# article ID TEXT: one line of JSON Lines.
article() {
    printf '{"id":"%s","title":"Notes","text":"%s"}\n' "$1" "$2"
}

# articles FROM TO: as many, each different and of a few paragraphs.
articles() {
    awk -v from="$1" -v to="$2" 'BEGIN {
        split("harbour lamp keeper water dam village wind turbine desert railway bridge city", w, " ")
        for (i = from; i <= to; i++) {
            printf "{\"id\":\"a%d\",\"title\":\"Number %d\",\"text\":\"", i, i
            for (p = 0; p < 6; p++) {
                for (n = 0; n < 90; n++)
                    printf "%s%d ", w[(i * 7 + p * 5 + n * n) % 12 + 1], (i * n + p) % 97
                printf "\\n\\n"
            }
            printf "\"}\n"
        }
    }'
}

# summary COUNTS NAME: the counts of the summary, whatever the time.
summary() {
    grep -qE "^$1: [0-9]+ passages from [0-9.]+ MB in [0-9.]+ s\$" "$folder/out"
    ok "$2"
}

# names TEXT NAME: standard error has the text, in whichever line.
names() {
    grep -qF -e "$1" "$folder/err"
    ok "$2"
}
