#!/bin/sh
# What queries find: words, phrases, operators, fields, filters and order.
. tests/cli/lib.sh
. tests/cli/search_corpus.sh
. tests/cli/search_helpers.sh

search 'wind turbine'
first wind-en 'a word is found in any of its forms, English'
search 'ветряной турбиной'
first wind-ru 'a word is found in any of its forms, Russian'
search 'desa nelayan'
first aral-id 'a word is found in any of its forms, Indonesian'
search 'what is the dam of the world'
first aral-en 'function words of a question do not count'
search 'the'
[ -n "$ids" ]
ok 'but they are searched where there is nothing else'
search --across off 'арал'
finds aral-ru 'a place is found by the adjective that is made of it'
run aral-search -i "$index" --across off --explain 'Арал'
prints 'ruаральский  Russian, stem' '--explain names the adjective'
search --across off '=арал'
finds '' 'an =exact name is not'
search =turbine
finds wind-en 'an =exact word is found in that form'
search =fisherman
finds '' 'and in no other'
search '"wind turbines"'
finds wind-en 'a phrase is found where its words follow one another'
search '"turbines wind"'
finds '' 'and not where they are in another order'
search --across off 'Kokaral "turbines wind"'
finds 'wind-en aral-en' 'a phrase beside words that no passage has is read as words'
complains 'no passage has what stands in quotes' 'and that is told'
search --across off 'Kokaral " turbines wind "'
finds 'wind-en aral-en' 'whatever blanks are at its ends'
run aral-search -i "$index" --across off --limit 0 'Kokaral "turbines wind"'
is '2 passages in 2 articles' 'and so it is where results are only counted'
search 'Kokaral ="turbines wind"'
finds '' 'an exact phrase is not'
echo '{"id":"treaty","text":"He won'"'"'t go home today, everyone knows that. He WON'"'"'T sign the treaty, whatever the others say."}' |
    aral-index add -i "$folder/exact" --quiet -
run aral-search -i "$folder/exact" --by article --format trec '="won'"'"'t sign"'
exits 0 'in one it is found in capitals, too'
printf '{"id":"%s","text":"The %s meeting of the ministers took place in Jakarta on Monday morning."}\n' \
    word second digits 2nd roman II |
    aral-index add -i "$folder/exact" --quiet -
run aral-search -i "$folder/exact" --by article --format tsv '=second'
prints 'word' 'an =exact ordinal is found as it is spelled'
prints_not 'digits' 'not in digits'
prints_not 'roman' 'nor as a Roman numeral'
in_exact() {
    run aral-search -i "$folder/exact" --by article --format trec -- "$@"
    ids=$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ' | sed 's/ $//')
}
in_exact 'ministers -second'
in_any_order 'digits roman' '-second leaves out the word alone, no other ordinal that is 2nd'
in_exact 'ministers -II'
in_any_order 'digits word' 'nor does -II leave out more than the numeral'
run aral-search -i "$folder/exact" --by article --format json 'second'
prints '"highlights":[[4,10,"exact"]]' 'else as it is spelled it is exact'
prints '"highlights":[[4,7,"stem"]]' 'and in digits another form'
cat > "$folder/decades.jsonl" << 'END'
{"id":"degrees","text":"LEFT 90 turns by 90 degrees, RIGHT 90 by 90 degrees as well."}
{"id":"band","text":"Band yang terkenal pada era 90-an itu kembali berkarya, kata manajer mereka kemarin sore di Jakarta."}
END
aral-index add -q -i "$folder/decades" "$folder/decades.jsonl"
run aral-search -i "$folder/decades" --by article --format json '90s'
json '$a->{results}[0]{article} eq "band"' 'a decade comes before its number alone'
json '!grep { $_->[2] ne "stem" } @{$a->{results}[1]{highlights}}' 'which is no exact form of it'
cat > "$folder/masks.jsonl" << 'END'
{"id":"owner","text":"Состояние Илона Маска выросло за год, и его дом у моря стоит дороже, чем прежде."}
{"id":"doctors","text":"По словам врачей маска в метро нужна, и туда пока без неё никого не пускают."}
{"id":"shops","text":"Теперь маска стоит в любом магазине столько же, сколько весной, сообщили продавцы."}
{"id":"sea","text":"Море отступило от города, и рыбаки уехали на юг, где воды ещё хватает на всех."}
END
aral-index add -q -i "$folder/masks" "$folder/masks.jsonl"
run aral-search -i "$folder/masks" --format trec 'маска'
[ "$(sed -n 's/#.*//; $s/.* //p' "$folder/out")" = owner ]
ok 'small letters are rather no name'
run aral-search -i "$folder/masks" --format trec 'состояние Маска'
[ "$(sed -n 's/#.*//; 1s/.* //p' "$folder/out")" = owner ] && ! grep -q doctors "$folder/out"
ok 'a capital within is one'
cat > "$folder/measures.jsonl" << 'END'
{"id":"en","title":"A plant","text":"The new plant will feed 100 MW into the grid of the north, officials said."}
{"id":"id","title":"Pembangkit","text":"Pembangkit baru akan memasok 100 megawatt ke jaringan di utara, kata pejabat."}
{"id":"ru","title":"Станция","text":"Новая станция будет поставлять 100 мегаватт в сеть на севере, сказали чиновники."}
{"id":"kilowatts","title":"Houses","text":"A house in the north takes 100 kW at most, officials said when they came."}
{"id":"area","title":"Море","text":"Когда-то море занимало 68 тыс. кв. км, а его берега кормили рыбаков и пастухов."}
{"id":"speed","title":"Kereta","text":"Kereta cepat itu melaju 350 kilometer per jam di jalur yang baru, kata pejabat."}
{"id":"large","title":"A dam","text":"The dam will feed 1,250 MW into the grid of the south, officials said."}
{"id":"small","title":"Bendungan","text":"Bendungan kecil itu akan memasok 1.250 kW ke jaringan di selatan, kata pejabat."}
END
aral-index add -q -i "$folder/measures" "$folder/measures.jsonl"
in_measures() {
    run aral-search -i "$folder/measures" --across off --by article --format trec -- "$@"
    ids=$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ' | sed 's/ $//')
}
in_measures '100 мегаватт'
first ru 'a quantity is found as it is written'
[ "$(echo "$ids" | tr ' ' '\n' | head -3 | sort | tr '\n' ' ')" = 'en id ru ' ]
ok 'then in other languages, then other numbers of the kind'
run aral-search -i "$folder/measures" --across off --format json '100 мегаватт'
prints '"text":"The new plant will feed 100 MW' 'one with its symbol, too'
prints '"highlights":[[24,30,"exact"]]' 'and all of it is marked'
run aral-search -i "$folder/measures" --across off --explain '100 мегаватт'
prints '#100000000 W  any language' '--explain tells the quantity and its unit'
in_measures '6.8 million hectares'
finds area 'square kilometres are hectares'
in_measures '350 km/h'
first speed 'a rate is found in other words'
in_measures '"350 kilometer"'
[ "$ids" = speed ]
ok 'and so is a part of it as a phrase'
in_measures 'kereta -"350 kilometer"'
[ -z "$ids" ]
ok 'which is also left out as one'
in_measures '1,250 MW'
first large 'a comma that parts groups is no decimal sign where passages have the whole number'
run aral-search -i "$folder/measures" --across off --explain '1,250 MW'
weight() {
    sed -n "s/.*$1  any language.*weight 0\\.//p" "$folder/out"
}
[ "$(weight '#1250000000 W')" -gt "$(weight '#1250000 W')" ]
ok 'which --explain shows'
search --across off 'fishermen "wind turbines"'
finds wind-en 'nor is one that some passage has, beside whatever words'
search '"портовый город"'
finds aral-ru 'the words of a phrase match in their other forms'
search '="портовый город"'
finds '' 'unless it is an exact phrase'
search '"Laut Aral yang"'
finds aral-id 'a phrase of the title is found'
search 'turbines -Goldwind'
finds '' '-word leaves out what has the word'
search --across off 'dam OR lighthouse'
in_any_order 'aral-en undated' 'OR finds either'
search 'dam AND lighthouse'
finds '' 'AND wants both'
search --across off 'engineers AND (dam OR turbine) NOT lighthouse'
in_any_order 'aral-en wind-en' 'brackets group'
search 'title:lighthouse'
finds '' 'title: does not look at the text'
search 'title:Goldwind'
finds wind-en 'title: looks at the title'
# Several exclusions leave what none of them excludes, also of what only the texts can tell.
for query in '-title:Goldwind -title:Aral' '-"Laut Aral" -"Aral Sea"' '-gold* -mengering' '-=Goldwind -=Aral' '-qqqq -wwww' \
    '-title:Goldwind AND -title:море'; do
    search --across off -- "$query"
    case " $ids " in *' undated '*) ;; *) false ;; esac
    ok "$query"
done
search --across off -- '-title:Goldwind -title:турбины -title:turbin -title:laut'
in_any_order 'aral-en aral-ru undated' 'and nothing else'
# What begins with a prefix may stand elsewhere in the query, too.
for query in 'Goldwind AND goldw*' 'goldw* AND Goldwind' 'goldw* AND gold*' '"Goldwind builds" OR goldw*' \
    '=Goldwind AND goldw*' 'goldw* AND NOT "Goldwind plans"'; do
    search --across off -- "$query"
    in_any_order 'wind-en wind-id wind-ru' "$query"
done
run aral-search -i "$index" --across off --lang id --format json '"Goldwind builds" OR goldw*'
json '@{$a->{results}[0]{highlights}} == 1' 'and is marked where it is no part of the phrase'
run aral-search -i "$index" --across off "$(perl -e 'print join " OR ", map { "(t* AND word$_)" } 1 .. 200')"
exits 1 'prefixes that stand for the same words over and over are searched'
# The parts of a score are all of it, whatever words a prefix shares with others.
for query in 'Goldwind AND goldw*' 'goldw* gold*' 'turbines turbin*' 't* turbine wind*' \
    't* turb* the' 'wind =wind' '(turbine OR dam) AND (turbine OR Tashkent)' \
    'turbine OR (Tashkent AND dam)' '"wind turbines" OR Tashkent' 'NOT dam OR (=wind turbine)'; do
    run aral-search -i "$index" --across off -n 1 --explain "$query"
    perl -ne '$sum += $1 if /^ {6}([0-9.]+) /; $score = $1 if / score ([0-9.]+)$/;
        END { exit !($score && abs($score - $sum) < 0.001) }' < "$folder/out"
    ok "--explain $query"
done
run aral-search -i "$index" --across off -n 0 --explain 'Goldwind AND goldw*'
[ "$(grep -c '^      engoldwind  English' "$folder/out")" = 2 ]
ok '--explain lists under a prefix what another word has, too'
run aral-search -i "$index" --across off -n 0 --explain 'turbines turbin*'
[ "$(grep -c '^      enturbine  English' "$folder/out")" = 2 ]
ok 'each term once'
for i in 1 2 3 4 5 6 7 8 9; do
    echo "{\"id\":\"keeper$i\",\"text\":\"The keeper of lighthouse number $i has a lamp and a boat.\"}"
done > "$folder/keepers"
echo '{"id":"keepsake","text":"In the keepsake book there are the names of the men who built the tower."}' >> "$folder/keepers"
aral-index add -i "$folder/kept" --quiet --format jsonl "$folder/keepers"
run aral-search -i "$folder/kept" --across off -n 0 --explain 'keeper keep*'
awk '/^      enkeeper / { if (weight && $NF > weight) exit 1; weight = $NF; seen++ } END { exit seen != 2 }' "$folder/out"
ok 'a prefix weighs no more than a frequent word that it stands for, whose ever that is'
echo '{"text":"A keepnet hung from the boat, for the fish of that morning were to stay alive in it."}' |
    aral-index add -i "$folder/kept" --quiet --format jsonl -
run aral-search -i "$folder/kept" --across off -n 0 --explain 'keeper keepsake keep*'
[ "$(sed -n '/^   keep:/,$s/.*weight //p' "$folder/out" | sort -u)" = "$(sed -n '/^   keeper:/,/^   keepsake:/s/.*weight //p' "$folder/out")" ]
ok 'nor where a rare one is another word of the query, too: all of them have one weight'
run aral-search -i "$folder/kept" --across off -n 0 --explain 'the lamp th*'
with=$(sed -n '/^   th:/,$s/.*weight //p' "$folder/out" | sort -u)
run aral-search -i "$folder/kept" --across off -n 0 --explain 'lamp th*'
[ "$(sed -n '/^   th:/,$s/.*weight //p' "$folder/out" | sort -u)" = "$with" ]
ok 'nor where that is left out by itself: a function word beside others'
for query in 'keep* NOT (keeper boat)' 'NOT (keeper boat) keep*'; do
    run aral-search -i "$folder/kept" --across off --by article --format trec "$query"
    [ "$(cut -d ' ' -f 3 "$folder/out")" = keepsake ]
    ok "what is excluded is not all that the prefix stands for: $query"
done
in_kept() {
    run aral-search -i "$folder/kept" --across off --by article --format trec "$1"
}
for query in 'keeper keep*' 'NOT "keeper number 3" keep*' 'keep* keeps*'; do
    in_kept "$query"
    mv "$folder/out" "$folder/before"
    case $query in
    NOT*) in_kept "keep* ${query% *}" ;;
    *) in_kept "${query#* } ${query% *}" ;;
    esac
    [ -s "$folder/out" ] && cmp -s "$folder/before" "$folder/out"
    ok "the order of a prefix and a word that begins with it changes no score: $query"
done
in_kept 'keeper boat'
most=$(awk '$3 == "keeper1" { print $5 }' "$folder/out")
in_kept 'keep* boat'
awk -v most="$most" '$3 == "keeper1" { exit $5 > most + 0.001 }' "$folder/out"
ok 'a prefix weighs no more than its most frequent word where texts are ranked, either'
search 'lighth*'
finds undated 'a prefix finds what begins so'
search 'Goldwind lang:ru'
finds wind-ru 'lang: keeps one language'
search Goldwind --lang id
finds wind-id 'so does --lang'
different=
for query in 'Laut Aral' 'wind turbine -dam' '"wind turbines"' 'sea AND dam' 'Goldwind angin'; do
    for language in id en ru; do
        run aral-search -i "$index" --format trec --lang "$language" "$query"
        mv "$folder/out" "$folder/option"
        run aral-search -i "$index" --format trec "lang:$language $query"
        cmp -s "$folder/out" "$folder/option" || different="$different $language: $query;"
    done
done
[ -z "$different" ] || echo "# different:$different"
[ -z "$different" ]
ok 'with the same results and scores'
search 'Goldwind -"Goldwind agreed"'
with=$ids
search -- '-"Goldwind agreed" Goldwind'
[ -n "$ids" ] && [ "$ids" = "$with" ]
ok 'a word may stand in an excluded phrase and beside it, in any order'
run aral-search -i "$index" 'Goldwind lang:klingon'
complains '"lang:klingon" is read as words' 'a language that is none is told'
search "lang:$(printf 'ж%.0s' $(seq 200)) lighthouse"
iconv -f UTF-8 -t UTF-8 "$folder/err" > "$folder/out" && grep -q 'жжж" is read as words' "$folder/out"
ok 'a long one in as many whole characters as have room'
search 'Goldwind source:lensa'
finds wind-id 'source: keeps one source, whatever its capitals'
search 'Goldwind (source:lensa OR source:вестник)'
in_any_order 'wind-id wind-ru' 'sources in brackets are either'
search --across off '(title:wind OR "wind turbine") dam'
finds wind-en 'so are titles and phrases, one of which must be met'
search --across off '("turbines wind" OR "dams sea") Kokaral'
finds 'aral-en wind-en' 'phrases in brackets that no passage has are read as words'
complains 'no passage has what stands in quotes' 'and that is told'
search Goldwind --source Steppe
finds '' 'a source is named in full'
complains 'no article has the source "Steppe": did you mean "Steppe Wire"?' 'one that no article has is told with the nearest'
search --source 'lenza'
complains 'no article has the source "lenza": did you mean "Lensa"?' 'as articles write it'
search --source 'Stepe Wire News'
[ "$(cat "$folder/err")" = 'aral-search: no article has the source "Stepe Wire News"' ]
ok 'where none is near, none is named'
awk 'BEGIN { for (i = 1; i <= 20000; i++)
    printf "{\"id\":\"b%d\",\"source\":\"The blog of a reader %d\",\"text\":\"A harbour\"}\n", i, i }' |
    aral-index add -i "$folder/blogs" --quiet -
run aral-search -i "$folder/blogs" --time-limit 1 --source 'The blgo of raeder 77' harbour
grep -q 'no article has the source' "$folder/err" && ! grep -q 'time was over' "$folder/err"
ok 'looking for the nearest of many takes none of the time'
run aral-search -i "$folder/blogs" --source 'Utterly different' harbour
complains 'nor is it near one of the first 1000 names (limit on source-names)' 'that not all of them are compared is told'
run aral-search --generate=man
prints 'source\-names' 'and the manual names the limit'
search 'Goldwind (source:lensa OR source:Steppe)'
finds wind-id 'so is one of the query, the others being searched'
complains 'no article has the source "Steppe"' 'by its name'
search 'Goldwind source:(Lensa OR Вестник)'
complains '"source:(Lensa" is read as words' 'brackets behind source: are told'
search --across off 'turb*es dam'
finds aral-en 'a star within a word stands for nothing'
complains 'the * in "turb*es" is not read' 'and that is told'
search Goldwind --source 'steppe wire'
finds wind-en 'so does --source'
search --across off 'море date:2024-05-01..2024-05-31'
finds aral-ru 'what is dated by a month alone is within all its days'
search --across off море --since 2024-05-01
finds aral-ru 'and since the first of them'
search --across off 'море date:2024-05-01'
finds '' 'but not on that day'
printf '{"id":"%s","date":"%s","text":"The harbour was closed because of the ice."}\n' \
    year 2025 month 2025-01 day 2025-01-01 later 2025-02 | aral-index add -i "$folder/dated" --quiet -
for range in 2025-01 2025-01-01..2025-01-31 2025-01-01..2025-01; do
    run aral-search -i "$folder/dated" --unfold --format trec "date:$range"
    [ "$(cut -d ' ' -f 3 "$folder/out" | sort | tr '\n' ' ')" = 'day#1 month#1 year#1 ' ]
    ok "what is dated by a year alone is within its first month, too: $range"
done
run aral-search -i "$folder/dated" --unfold --format trec date:2025-01-01
[ "$(cut -d ' ' -f 3 "$folder/out")" = 'day#1' ]
ok 'but not on its first day'
search 'Goldwind date:2025-06-12'
finds wind-ru 'date: keeps a day'
search Goldwind --since 2025-06-12
finds wind-ru '--since leaves out what is older'
search --until 2024-06 lang:ru
finds aral-ru 'a query may be filters only'
search --sort newest 'Goldwind OR lighthouse'
finds 'wind-ru wind-en wind-id undated' '--sort newest begins with the latest, undated ones come last'
search --sort oldest 'Goldwind OR lighthouse'
finds 'wind-id wind-en wind-ru undated' '--sort oldest begins with the first, undated ones come last'
search wind -turbine
finds '' 'behind the first word a -word is no option'
search Goldwind --lang ru
finds wind-ru 'but an option is one'
search --form trec --lim 1 Goldwind --acr off
[ "$(echo "$ids" | wc -w)" = 1 ]
ok 'options may be abbreviated'
search 'cooperation OR "turbine'
first wind-en 'what cannot be an operator is read as words'
search Aral AND
finds 'aral-en aral-id aral-ru' 'beside others, an operator with nothing to join counts for nothing'
run aral-search -i "$index" --format tsv NOT
exits 0 'alone it is a word'
search -n 1 Goldwind
first_id=$ids
search -n 1 --offset 1 Goldwind
[ -n "$ids" ] && [ "$ids" != "$first_id" ]
ok '--offset leaves out the first results'


cat > "$folder/small.jsonl" << 'END'
{"id":"small-en","text":"The harbour and the lighthouse are old, but nobody who lives there does not love them."}
{"id":"small-id","text":"Pelabuhan dan mercusuar itu sudah tua, tetapi semua orang di sana mencintainya."}
{"id":"numbers","text":"On 17 June 2025, in the harbour, 17 people came and 65 of the 100 voted; 65% were glad."}
END
aral-index add -i "$folder/small" --quiet "$folder/small.jsonl"
in_small() {
    run aral-search -i "$folder/small" --across off --by article --format trec -- "$@"
    ids=$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ' | sed 's/ $//')
}
in_small the
small=$ids
in_small THE
finds "$small" 'a function word in capitals is the word itself where no passage has it so'
in_small AND
in_any_order 'numbers small-en' 'so is an operator alone'
in_small NOT
in_any_order small-en 'even one that'
in_small DAN
in_any_order small-id 'is a word of another language'
in_small '"THE harbour"'
in_any_order 'numbers small-en' 'and in a phrase'
printf '{"id":"who","text":"Nobody at the WHO AND the ministry read the report of the harbour."}\n' |
    aral-index add -i "$folder/small" --quiet -
in_small WHO
finds who 'an abbreviation that some passage has is not the word'
in_small 'harbour -17th'
in_any_order 'numbers small-en who' '-17th leaves out no 17'
in_small 'harbour -100%'
in_any_order 'numbers small-en who' '-100% no 100'
in_small 'harbour -2025-06-18'
in_any_order 'numbers small-en who' '-2025-06-18 no other day of the month'
in_small 'harbour -2025-06-17'
in_any_order 'small-en who' 'but that day, however it is written'
in_small '"18 June 2025"'
finds '' 'nor is a day demanded as a phrase found by another one of the month'
in_small '"17 June 2025"'
finds numbers 'but by its own'
in_small '2025-06-18 AND harbour'
finds '' 'nor a day that AND demands'
in_small '17.06.2025 AND harbour'
finds numbers 'which is found however it is written'

printf '%s\n' '{"id":"mixed","title":"The lamp of the keeper and his boat","text":"Kota itu ramai sejak pagi, kata nelayan yang pulang membawa ikan dan garam."}' |
    aral-index add -i "$folder/small" --quiet -
for query in 'ramai' 'rama*' '=ramai'; do
    in_small "$query -keeper"
    finds mixed "an excluded word in a title of another language takes no passage away: $query"
done
in_small 'ramai -title:keeper'
finds '' 'but title: is of titles in any'

cat > "$folder/quotes.jsonl" << 'END'
{"id":"apart","text":"Шёлковый платок продавали у дороги, а путь был долгий, и великий мастер молчал."}
{"id":"together","text":"О том, что такое Великий шёлковый путь, рассказали детям в музее, где они были."}
END
aral-index add -i "$folder/quotes" --quiet "$folder/quotes.jsonl"
run aral-search -i "$folder/quotes" --format trec '«Великий шёлковый путь»'
[ "$(cut -d' ' -f3 "$folder/out" | cut -d'#' -f1 | tr '\n' ' ')" = 'together apart ' ]
ok 'guillemets demand no phrase, which comes first as it is'

# Filters and orders need no query beside them.
search 'lang:ru'
listed=$ids
search --lang ru
finds "$listed" 'a filter alone lists what passes it, as in a query'
run aral-search -i "$index" --lang ru --format trec
[ "$(head -n 1 "$folder/out" | cut -d' ' -f3)" = 'wind-ru#1' ]
ok 'the newest first'
search --since 2025-06-12 ''
finds wind-ru 'so it does with an empty query'
search --lang ru '???'
exits 1 'but not with a query of signs'
complains 'the query has no words to search for' 'which is told'
search --source lensa --sort oldest
finds 'aral-id wind-id' 'or the oldest, where that is asked for'
search --sort oldest
[ "${ids##* }" = undated ]
ok 'an order of date alone lists all, those without a date last'
all=$ids
search --sort oldest '*'
finds "$all" 'and so does a star'
search '*'
[ "${ids%% *}" = wind-ru ] && [ "$(echo "$ids" | wc -w)" = "$(echo "$all" | wc -w)" ]
ok 'which lists the newest first'
run aral-search -i "$index" --explain --lang ru
prints 'read as:  *' 'no query with a filter is read as a star'
search --source Nobody
exits 1 'where nothing passes, nothing is listed'
complains 'no article has the source "Nobody"' 'and no missing words are blamed'
run aral-search -i "$index" --sort relevance
exits 2 'there is no relevance without a query'
run aral-search -i "$index" --lang ru --analyze
exits 2 'nor an analysis without a text'
search --lang RU
finds "$listed" 'a language may be named in capitals'
search --lang Russ
finds "$listed" 'or by its name, as behind lang:'

# What is found does not depend on how much of it is asked for.
perl -e 'srand 1;
    my @words = (["harbour", 0.3, 5], ["lamp", 0.15, 4], ["boat", 0.4, 1], ["anchor", 0.05, 1], ["rope", 0.05, 2]);
    for my $i (1 .. 120) {
        print qq({"id":"$i","text":"Number $i of the list), map({ rand() < $_->[1] ? " $_->[0]" x (1 + rand $_->[2]) : "" } @words), qq(."}\n);
    }' | aral-index add -i "$folder/lists" --quiet -
for query in 'harbour (NOT boat* OR "list rope")' '(harbour lamp) (NOT boat OR title:anchor)' \
    'harbour (lamp AND list) (NOT rope OR =anchor)'; do
    aral-search -i "$folder/lists" --across off --format trec -n 1000 "$query" > "$folder/whole"
    different=
    for limit in 5 10 20 30 40; do
        run aral-search -i "$folder/lists" --across off --format trec -n $limit "$query"
        head -n $limit "$folder/whole" | cut -d ' ' -f 3 > "$folder/first"
        cut -d ' ' -f 3 "$folder/out" | cmp -s - "$folder/first" || different="$different $limit"
    done
    [ -z "$different" ] || echo "# different:$different"
    [ -z "$different" ]
    ok "the first results are those of all: $query"
done

# Five passages of one article.
awk 'BEGIN { for (p = 1; p <= 5; p++) { for (i = 0; i < 30; i++)
    printf "Sentence %d of paragraph %d mentions the observatory. ", i, p; print "\n" } }' |
    aral-index add -i "$index" --quiet --format text -
run aral-search -i "$index" --format trec observatory
[ "$(wc -l < "$folder/out")" = 2 ]
ok 'two passages of one article are shown'
run aral-search -i "$index" --format trec --per-article 4 observatory
[ "$(wc -l < "$folder/out")" = 4 ]
ok 'or as many as --per-article says'
run aral-search -i "$index" --format trec --by article observatory
[ "$(wc -l < "$folder/out")" = 1 ]
ok 'and one by article'

# A long query tells an article as a whole: what one of its passages lacks, another has.
day='Nothing else is told of that day, which was like any other, with its hours and its small things. '
day=$day$day$day
{
    printf '{"id":"whole","text":"The old harbour keeps a lantern of copper and a falcon above its gate. %s%s' "$day" "$day"
    printf '\\n\\nIts trainer brought bread, wine and salt from the steppe. %s%s"}\n' "$day" "$day"
    printf '{"id":"part","text":"A harbour with a lantern, a copper roof and a falcon is painted there. %s"}\n' "$day"
} > "$folder/long.jsonl"
aral-index add -i "$folder/long" --quiet "$folder/long.jsonl"
run aral-search -i "$folder/long" --unfold --format tsv 'harbour lantern copper falcon'
[ "$(cut -f 2 "$folder/out" | head -n 1)" = 'part#1' ]
ok 'a passage is ranked by what it says itself'
run aral-search -i "$folder/long" --unfold --format tsv 'harbour lantern copper falcon trainer bread wine salt steppe'
[ "$(cut -f 2 "$folder/out" | tr '\n' ' ')" = 'whole#2 whole#1 part#1 ' ]
ok 'for a long query also by what the rest of its article says'

# The time that a query takes grows with its length, not with the square of that: of 54,000 bytes,
# words that are repeated in thousands of groups.
awk 'BEGIN {
    n = split("aral sea dam water Kokaral fishermen villages ministry engineers Goldwind wind turbines Uzbekistan Tashkent production company rail lighthouse keeper harbour lamp ship years desert energy salt storm cotton river lake world cost north part", w, " ")
    printf "long\t"
    for (i = 1; i <= 1600; i++) {
        at = i * 7919 % (n * n * n)
        printf "%s(%s AND %s AND %s)", (i > 1 ? " OR " : ""), w[at % n + 1], w[int(at / n) % n + 1], w[int(at / n / n) + 1]
    }
    print ""
}' > "$folder/groups.tsv"
run aral-search -i "$index" --format trec --topics "$folder/groups.tsv"
exits 0 'a query of thousands of groups is answered in time'

# What narrows an exclusion is not searched for.
cat > "$folder/fields.jsonl" <<'END'
{"id":"plain","text":"The alfalfa grows in the field beside the river."}
{"id":"mine","text":"The alfalfa grows in the field beside the cobalt mine, and the cobalt is sold."}
{"id":"both","text":"The alfalfa and the bristle grow in the field beside the cobalt mine."}
{"id":"bristle","text":"The alfalfa and the bristle grow in the field beside the river."}
END
aral-index add -i "$folder/fields" --quiet "$folder/fields.jsonl"
run aral-search -i "$folder/fields" --by article --format trec 'alfalfa -(bristle -cobalt)'
[ "$(cut -d' ' -f3 "$folder/out" | sort | tr '\n' ' ')" = 'both mine plain ' ]
ok 'an exclusion may have an exception'
run aral-search -i "$folder/fields" --explain 'alfalfa -(bristle -cobalt)'
prints_not 'word cobalt' 'which adds nothing to the score'
run aral-search -i "$folder/fields" --format trec 'alfalfa -cobalt'
with=$(sed -n 's/.* plain#1 1 //p' "$folder/out")
run aral-search -i "$folder/fields" --format trec 'alfalfa -(cobalt -(mine))'
[ "$(sed -n 's/.* plain#1 1 //p' "$folder/out")" = "$with" ]
ok 'nor to the ranking'

# A question in capitals throughout.
printf '{"id":"law","text":"Закон не приняли, потому что депутаты разъехались. Когда его примут, никто не знает."}\n' |
    aral-index add -i "$folder/fields" --quiet -
run aral-search -i "$folder/fields" --by article --format trec 'ПОЧЕМУ НЕ ПРИНЯЛИ ЗАКОН И КОГДА'
grep -q ' law 1 ' "$folder/out"
ok 'a question in capitals throughout has no operators'
run aral-search -i "$folder/fields" --by article --format trec 'ALFALFA NOT COBALT'
[ "$(cut -d' ' -f3 "$folder/out" | sort | tr '\n' ' ')" = 'bristle plain ' ]
ok 'names in capitals that they join are none'
run aral-search -i "$index" --explain 'WHERE DO WIND TURBNIES TURN AND WHEN'
prints 'did you mean: WHERE DO WIND TURBINES TURN AND WHEN' 'what is suggested for it is in capitals, too'

# A sentence with stray hyphens.
run aral-search -i "$folder/fields" --by article --format trec 'What is it that the alfalfa -cobalt is for?'
[ "$(cut -d' ' -f3 "$folder/out" | sort | tr '\n' ' ')" = 'both bristle mine plain ' ]
ok 'a hyphen before a word of a sentence excludes nothing'
complains '"-cobalt" excludes nothing, since the query is a sentence' 'and that is told'
run aral-search -i "$folder/fields" 'What is it that the alfalfa is for and the -cobalt, then?'
complains '"-cobalt" excludes nothing' 'without the signs behind the word'
run aral-search -i "$folder/fields" 'What is it that the "alfalfa -cobalt" is for?'
[ -z "$(grep excludes "$folder/err")" ]
ok 'but nothing of one in quotes, which never does'
run aral-search -i "$folder/fields" --by article --format trec 'What is it that the alfalfa NOT cobalt is for?'
[ "$(cut -d' ' -f3 "$folder/out" | sort | tr '\n' ' ')" = 'bristle plain ' ]
ok 'NOT does'

run aral-search -i "$index" --explain 'Мoсква light'
grep -q 'Мoсква: .*, letters repaired$' "$folder/out" && ! grep -q 'light: .*repaired' "$folder/out"
ok '--explain says which words have letters of another alphabet that were repaired'

aral-index add -i "$folder/countries" --quiet - <<'END'
{"id":"id","text":"Lima negara-negara di Asia Tengah sepakat untuk membangun jalan kereta api yang baru."}
{"id":"en","text":"The five countries of Central Asia have agreed to build a new railway line together."}
END
run aral-search -i "$folder/countries" --explain '"negara-negara di Asia"'
prints 'negara-negara: searched' 'a word that is doubled is told'
prints_not '   negara: ' 'and not the halves that no passage has, which other languages would cut it into'
run aral-search -i "$folder/countries" --explain '"railway-ship line"'
prints 'ship: in no passage' 'what is missing of a compound that no passage has is told'

awk 'BEGIN { for (i = 1; i <= 66000; i++) printf "{\"id\":\"%d\",\"text\":\"dam %d\"}\n", i, i }' |
    aral-index add -i "$folder/same" --quiet -
run aral-search -i "$folder/same" --limit 0 dam
is '66000 passages in 66000 articles' 'a word that all of many passages have is found'
finish
