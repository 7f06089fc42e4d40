#!/bin/sh
# "Did you mean": a query with misspelt words is answered as it is, and a better one offered.
. tests/cli/lib.sh
. tests/cli/search_corpus.sh

# suggests SUGGESTION NAME QUERY...
suggests() {
    expected=$1
    name=$2
    shift 2
    run aral-search -i "$index" "$@"
    [ "$(sed -n 's/^Did you mean: //p' "$folder/out")" = "$expected" ]
    ok "$name"
}

suggests 'wind turbines' 'exchanged letters are put right' 'wind turbnies'
suggests 'villages' 'two slips in a longer word too' 'vilagess'
suggests 'ветряные турбины' 'in Russian' 'вертяные турбины'
suggests 'nelayan desa' 'in Indonesian' 'nelayyan desa'
suggests 'Goldwind Tashkent' 'capitals stay' 'Goldwnid Tashkent'
suggests '"wind turbines" AND Goldwind -coal' 'operators and quotes stay' \
    '"wind turbnies" AND Goldwind -coal'
suggests 'title:lighthouse OR harbour' 'so do fields' 'title:lighthouse OR harbuor'
suggests 'вода' 'Russian on an English keyboard' 'djlf'
suggests 'wind' 'English on a Russian keyboard' 'цштв'
suggests 'рыбаки Аральска' 'all words of a query typed so' 'hs,frb Fhfkmcrf'
suggests 'плотине' 'Russian in Latin letters' 'plotine'

suggests '' 'nothing is suggested for words of the index' 'Laut Aral'
suggests '' 'nor for their other forms' 'ветряной турбиной'
suggests '' 'nor for words of a dictionary' 'hospital'
suggests '' 'nor for what is like nothing' 'xqzwvk'
suggests '' 'nor for a name that is there in Latin letters' 'Голдвинд'
suggests '' 'nor for numbers' '1961'
suggests '' 'nor for what is excluded' 'wind -turbnies'
suggests '' 'nor what finds nothing for other reasons' '--since' 2030 'wind turbnies'

aral-index add -i "$index" --quiet - << 'END'
{"id":"letter","text":"Привет всем читателям, написали из редакции журналисты."}
END
suggests 'привет' 'a word of another language, alone, may be one in Latin letters' 'privet'
suggests '' 'but not beside words of that language' 'privet near the old harbour'

# --- what is rare among many passages
index=$folder/many
{
    awk 'BEGIN {
        for (i = 0; i < 20001; i++)
            printf "{\"id\":\"n%d\",\"text\":\"%s\"}\n", i, i % 100 ? "River." : "They use the house."
    }'
    echo '{"id":"rare","text":"hause UAE рфгыубйцке"}'
} | aral-index add -i "$index" --quiet -
suggests 'house' 'a rare word is doubted beside one a slip away that is frequent' 'hause'
suggests 'рфгыубйцке' 'what is a word on another keyboard is not put right in part as well' 'hause,qwrt'
suggests '' 'an acronym that passages have is none of other words' 'UAE'
suggests '' 'nor is it beside words in small letters' 'UAE river'
suggests 'use' 'as the same in small letters is' 'uae'
suggests 'Uae' 'but its letters may be exchanged' 'UEA'
suggests 'Use RIVER' 'where all is in capitals, they say nothing' 'UAE RIVER'
suggests '' 'an acronym that no passage has is no shorter word' 'USSE'
suggests '' 'nor a function word' 'THW'
suggests 'House' 'but it may be one with a slip' 'HPUSE'
index=$folder/index

run aral-search -i "$index" 'turbnies'
exits 1 'what is suggested is not searched'
run aral-search -i "$index" --format json 'wind turbnies'
prints '"suggestion":"wind turbines"' 'scripts are told it in JSON'
run aral-search -i "$index" --format trec 'wind turbnies'
prints_not turbines 'lists of hits have no place for it'

finish
