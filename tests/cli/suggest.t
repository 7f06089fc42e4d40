#!/bin/sh
# "Did you mean": a better query is offered. What is searched in place of misspelt words: respelt.t.
. tests/cli/lib.sh
. tests/cli/search_corpus.sh

# suggests SUGGESTION NAME QUERY...
suggests() {
    expected=$1
    name=$2
    shift 2
    run aral-search -i "$index" "$@"
    [ "$code" -lt 2 ] && [ "$(sed -n 's/^Did you mean: //p' "$folder/out")" = "$expected" ]
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
suggests 'Berapakah nelayan' 'what queries begin with is meant, though articles do not ask' \
    'Berpakah nelayan'
suggests 'tahun berapakah nelayan' 'elsewhere as well' 'tahun berapkah nelayan'
suggests 'wind turbines, where' 'in English' 'wind turbines, wehre'
suggests 'вода' 'Russian on an English keyboard' 'djlf'
suggests 'wind' 'English on a Russian keyboard' 'цштв'
suggests 'рыбаки Аральска' 'all words of a query typed so' 'hs,frb Fhfkmcrf'
suggests 'Рыбаки-Аральска' 'parts of a compound, each by itself' 'Hs,frb-Fhfkmcrf'
suggests 'рыбаки/аральска,вода' 'whatever is between them' 'hs,frb/fhfkmcrf,djlf'
suggests 'плотине' 'Russian in Latin letters' 'plotine'

# --- spaces
suggests 'wind turbine' 'two words typed as one' 'windturbine'
suggests 'ветряные турбины' 'as well in Russian' 'ветряныетурбины'
suggests 'Dasar laut Aral' 'and in Indonesian, beside others' 'Dasarlaut Aral'
suggests '' 'but not two that stand in one passage apart' 'windcompany'
suggests '' 'nor a word and an ending that is like a function word' 'damat'
suggests 'lighthouse keeper' 'one word typed as two' 'light house keeper'
suggests 'lighthouse keeper' 'whatever kind of space it is' "$(printf 'light\302\240house keeper')"
suggests 'рыбаки Аральска' 'of which passages have one' 'ры баки Аральска'
suggests '' 'but two words of the index are two' 'light the house'
suggests '' 'and so is a name beside another word' 'a Way'
corpus=$index
index=$folder/layoffs
printf '{"text":"%s"}\n' 'Dock workers lay offs aside and are taken to rumah sakit.' \
    'Pemecatan ribuan buruh pabrik dimulai, dan sebagian dibawa ke rumah sakit.' |
    aral-index add -i "$index" --quiet -
printf 'en\tid\nlayoff\tpemecatan\n' | aral-index lexicon -i "$index" --quiet -
suggests '' 'a word of a dictionary that is translated lacks no space' 'layoffs'
suggests 'rumah sakit' 'but one that finds nothing may' 'rumahsakit'
index=$corpus

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

# --- words that are there in other languages alone
index=$folder/others
{
    echo '{"id":"hat","text":"Miss Sersi of Medisin Street met Obama. The Obama library is new."}'
    echo '{"id":"sick","text":"Медицина помогает, и сердце бьётся: медицина умеет многое."}'
    echo '{"id":"hotel","text":"Akomodasi di kota itu murah."}'
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
        echo "{\"id\":\"room$i\",\"text\":\"Cheap accommodation and a room for $i.\"}"
    done
} | aral-index add -i "$index" --quiet -
printf 'en\tid\naccomodation\takomodasi\nacomudasion\takomodasi\n' > "$folder/pairs.tsv"
aral-index lexicon -q -i "$index" "$folder/pairs.tsv"
suggests 'медицина' 'a word that is merely like a name in Latin letters' 'медецина'
suggests 'сердце' 'whatever name it is like' 'серце'
suggests '' 'not a name that passages have so' 'Обама'
suggests '' 'even in small letters' 'обама'
suggests 'accommodation' 'a misspelt word of a lexicon' 'accomodation'
suggests '' 'but not for one that is like nothing frequent' 'acomudasion'

# --- signs that are letters of another keyboard
index=$folder/keys
{
    echo '{"id":"bread","text":"Люди пекли хлеб, и этот хлеб ели в октябре. Октябрь был тёплый, люди рады."}'
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
        echo "{\"id\":\"code$i\",\"text\":\"Codes kt, k and lb; a non stop train, number $i.\"}"
    done
} | aral-index add -i "$index" --quiet -
suggests 'хлеб' 'a word of which passages have all that is between such signs' '[kt,'
suggests 'хлеб?' 'with a sign that is none behind it' '[kt,?'
suggests 'люди' 'and the sign inside' 'k.lb'
suggests 'этот хлеб' 'rather than a slip of what is between them' "'njn [kt,"
suggests '' 'but not what is excluded' 'train -[kt,'
suggests '' 'nor what is no word there' 'k;lb'
suggests 'октябре и люди' 'beside what is surely typed so, a short word is, too' 'jrnz,ht b k.lb'
suggests 'октябре (люди), lb' 'but a sign alone is no word' 'jrnz,ht (k.lb), lb'
suggests 'октябрь' 'an apostrophe is a soft sign at the end, too' "oktyabr'"
suggests "'октябрь'" 'but a quote where one is before the word' "'oktyabr'"

# --- words beside others
index=$folder/beside
{
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
        echo "{\"id\":\"street$i\",\"text\":\"Главная улица города, дом $i.\"}"
        echo "{\"id\":\"forecast$i\",\"text\":\"Погода в Москве: день $i.\"}"
        echo "{\"id\":\"later$i\",\"text\":\"Немного погодя он ушёл, погодя вернулся в $i часов.\"}"
    done
    echo '{"id":"ache","text":"Головная боль прошла."}'
    echo '{"id":"ache2","text":"Снова головная боль, и снова боль в спине."}'
} | aral-index add -i "$index" --quiet -
suggests 'главная' 'alone a word is the more frequent one' 'голавная'
suggests 'головная боль' 'beside another the one that stands with it' 'голавная боль'
suggests 'главная улица' 'whichever that is' 'голавная улица'
suggests 'погода в москве' 'chosen for one word, another is beside the next' 'pogoda v moskve'

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
suggests 'House' 'what begins with a capital may be misspelt' 'Houme'
suggests '' 'but hardly where it may be a name, as a rare word that sounds otherwise' 'Hauge'
index=$folder/names
aral-index add -i "$index" --quiet - <<'END'
{"id":"en","text":"The explorer Friedrich was seen by the captain, and the harbour was rebuilt in the spring."}
{"id":"ru","text":"Художник Фридрих рисовал море и скалы острова, и Фридрих не раз бывал в гостях у короля."}
END
suggests 'Friedrich' 'a misspelt name, though the other alphabet has what it may be' 'Fridreich'
aral-index add -i "$index" --quiet - <<'END'
{"id":"coach","text":"После матча тренер Мусаев поблагодарил игроков и уехал."}
END
suggests '' 'a name that is found in the other alphabet is not written in that' 'Musaev captain'
suggests 'тренер Мусаев' 'but beside a word that is' 'trener Musaev'
aral-index add -i "$index" --quiet - <<'END'
{"id":"kuman","text":"Bakteri Salmonella ditemukan dalam roti, dan puluhan siswa dirawat di rumah sakit."}
END
suggests 'salmonella' 'a word of a dictionary is offered as articles spell it' 'salmonela'
aral-index add -i "$index" --quiet - <<'END'
{"id":"messages","text":"Pemerintah memblokir Telegram, dan pengguna Telegram pindah ke aplikasi lain."}
{"id":"wires","text":"На столе лежала стопка телеграмм, и ни одна из телеграмм не была вскрыта."}
END
suggests '' 'but not where a translation is found' 'телеграм'
index=$folder/written
aral-index add -i "$index" --quiet - <<'END'
{"id":"smoke","text":"Чёрный дым поднимался над лесом, и пожарные ехали туда всю ночь по плохой дороге."}
{"id":"car","text":"На площади стоял чёрный автомобиль, а рядом с ним ждали двое полицейских в форме."}
{"id":"nickel","text":"Завод выпускает изделия из никеля и меди, которые продают в Китай и другие страны."}
END
suggests 'чёрный' 'a word is suggested as articles write it' 'черрный'
suggests 'чёрный дым' 'beside others, too' 'черрный дым'
suggests 'чёрный' 'and from another keyboard' 'xthysq'
suggests 'никель' 'where a word of another keyboard may be one of which articles have other forms' 'ybrtkm'
suggests 'никелем' 'whichever it is' 'ybrtktv'
suggests '' 'but not what only looks so' 'ybrtkzzz'
index=$folder/index

run aral-search -i "$index" 'turbnies'
exits 1 'what is suggested is not searched'
run aral-search -i "$index" --format json 'wind turbnies'
prints '"suggestion":"wind turbines"' 'scripts are told it in JSON'
run aral-search -i "$index" --format trec 'wind turbnies'
prints_not turbines 'lists of hits have no place for it'

finish
