#!/bin/sh
# Searching across languages and alphabets: translations, names, and how they are told.
. tests/cli/lib.sh
. tests/cli/search_helpers.sh

ARAL_LEXICON=$folder/none
export ARAL_LEXICON

add <<'END'
{"id":"en","text":"The railway along the Aral Sea was opened by President Shavkat Mirziyoyev last week, officials said. It will carry cotton and grain."}
{"id":"id","text":"Kereta api di tepi Laut Aral itu diresmikan oleh Presiden Shavkat Mirziyoyev pekan lalu, kata para pejabat. Jalur ini akan mengangkut kapas."}
{"id":"ru","text":"Железную дорогу вдоль Аральского моря открыли на прошлой неделе при участии Мирзиёева, сообщили чиновники. По ней повезут хлопок."}
{"id":"bal","text":"Зимний бал прошёл в старом дворце, и гости танцевали до утра под звуки оркестра."}
{"id":"bali","text":"Wisatawan berdatangan ke pantai yang indah di pulau Bali pada musim libur panjang tahun ini."}
END
exits 0 'articles in three languages are added'

search Mirziyayev
in_any_order 'en id ru' 'a name is found in other spellings and alphabets'
search 'Мирзиёев'
first ru 'the name as it was typed comes before the same name in another alphabet'
[ "$(echo "$ids" | wc -w)" = 3 ]
ok 'which is found as well'
search --across off 'Мирзиёев'
finds ru 'without --across it is not'
search бал
finds bal 'a word that looks like a name of another language does not meet it'

cat > "$folder/green.jsonl" <<'END'
{"id":"field","text":"The fields were green again after the rain and the wheat stood high, as the farmers had hoped for."}
{"id":"person","text":"The wheat was bought by Robert Green, who has a mill in the next valley and bakes bread of it."}
{"id":"ru-person","text":"Роберт Грин купил всю пшеницу для своей мельницы в соседней долине и печёт из неё хлеб."}
{"id":"city","text":"The road to Tashkent was closed for two days, since snow had fallen in the mountains around it."}
{"id":"kota","text":"Jalan ke Tashkent ditutup selama dua hari karena salju turun di pegunungan sekitarnya."}
{"id":"ru-city","text":"Дорога в Ташкент была закрыта два дня, потому что в горах выпал снег и его не убирали."}
END
names=$folder/names
run aral-index add -i "$names" --quiet "$folder/green.jsonl"
# in_index INDEX QUERY: leaves the articles found in $ids.
in_index() {
    run aral-search -i "$1" --format trec -- "$2"
    ids=$(cut -d ' ' -f 3 "$folder/out" | sed 's/#.*//' | paste -sd ' ')
}
in_index "$names" 'Грин'
in_any_order 'person ru-person' 'a name that is a word besides is found where it is a name'
in_index "$names" 'wheat AND Грин'
in_any_order 'person' 'and demanded there alone'
in_index "$names" 'wheat -Грин'
in_any_order 'field' 'and excluded there alone'
in_index "$names" 'Ташкент AND Tashkent'
in_any_order 'city kota' 'a name may stand beside itself in another alphabet'
in_index "$names" 'Ташкент -"road to Tashkent"'
in_any_order 'kota ru-city' 'and be excluded in a phrase'
in_index "$names" '-"Ташкент была" Ташкент'
in_any_order 'city kota' 'also before it is wished for'
in_index "$names" '"Ташкент был" OR Ташкент'
in_any_order 'city kota ru-city' 'and after a phrase it is found as it is by itself'
run aral-search -i "$names" --explain 'Грин'
prints 'word Грин as ~' '--explain tells the part that a name has in the score'

cat > "$folder/foreign.jsonl" <<'END'
{"id":"friedrich","text":"The ship was named after Caspar Friedrich, who had painted the cliffs of this island two centuries ago."}
{"id":"qin","text":"Makam kaisar Qin ditemukan oleh para petani yang menggali sumur di dekat kota tua itu."}
{"id":"juarez","text":"Хуарес вернулся в столицу ночью, и утром над дворцом снова подняли флаг республики."}
{"id":"hugo","text":"The great novelist Hugo, who wrote about the cathedral, died in Paris many years ago."}
{"id":"cheng","text":"Yesterday the doctor Cheng spoke about vaccines with students in the old hall by the river."}
{"id":"particle","text":"Неизвестно, придёт ли поезд вовремя, но пассажиры ждут на перроне, где стоит Х. Иванов."}
{"id":"assange","text":"The judge let Julian Assange go home after he had pleaded guilty before the court on the island."}
{"id":"ассанж","text":"Судья отпустила Ассанжа домой, после того как он признал свою вину перед судом на острове."}
{"id":"rogun","text":"На Рогунской плотине вчера запустили третий агрегат, и воды в нижнем течении стало меньше."}
{"id":"tsoi","text":"Виктор Цой пел на площади до утра, хотя ночью пошёл дождь и стало холодно."}
END
foreign=$folder/foreign
run aral-index add -i "$foreign" --quiet "$folder/foreign.jsonl"
in_index "$foreign" 'Каспар Фридрих'
in_any_order friedrich 'a name is found as its own language writes it'
in_index "$foreign" 'Цинь'
in_any_order qin 'Chinese names in pinyin'
in_index "$foreign" 'Juárez'
in_any_order juarez 'and from Latin letters'
in_index "$foreign" 'Viktor Tsoi'
in_any_order tsoi 'short names, too'
in_index "$foreign" 'Rogun'
in_any_order rogun 'a place by the adjective that the other language makes of its name'
in_index "$foreign" 'Assange'
in_any_order 'assange ассанж' 'also where the name itself is found in its own alphabet'
in_index "$foreign" 'Гюго'
in_any_order hugo 'also where its key is that of the name as it is read'
in_index "$foreign" 'Li'
in_any_order '' 'what is a function word in the other language is no name'
in_index "$foreign" 'поезд -Li'
in_any_order particle 'and excludes nothing'
in_index "$foreign" 'vaccines -Шон'
in_any_order cheng 'what a language might write so is not excluded'
in_index "$foreign" 'J. Bach'
in_any_order '' 'initials are not sought as others write them'
in_index "$foreign" 'tsoi'
in_any_order '' 'but not in small letters, where they are more likely misspelt'

cat > "$folder/near.jsonl" <<'END'
{"id":"singer","text":"Мохаммед вечером пел на площади, и о том сообщили на другой день местные газеты и радио."}
{"id":"vet","text":"Мухаммад вечером лечил детей, и о том сообщили на другой день местные газеты и радио."}
{"id":"ilham","text":"Президент Ильхам принял послов в старом дворце на берегу моря, и беседа длилась до полуночи."}
END
near=$folder/near
aral-index add -i "$near" --quiet "$folder/near.jsonl"
in_index "$near" 'Muhammad'
[ "$ids" = "vet singer" ]
ok 'of names with one key the one that sounds more alike comes first'
printf 'id\tru\nilham\tвдохновение\n' | aral-index lexicon --quiet -i "$near" -
in_index "$near" 'Ilham'
in_any_order ilham 'a name that is a word besides is sought as others write it where no passage has that word'

cat > "$folder/letters.jsonl" <<'END'
{"id":"opec","text":"The members of OPEC met on Monday and kept the output of oil as it had been."}
{"id":"opick","text":"In the evening the singer Opick sang for the guests of the governor in the palace."}
{"id":"gets","text":"Everybody was there when Gets came in, and he sat down at the end of the long table."}
{"id":"xvi","text":"The palace was built under Louis XVI, when bread was dear and the winters were cold."}
{"id":"xvii","text":"The palace was sold under Louis XVII, when bread was cheap and the winters were warm."}
END
letters=$folder/letters
run aral-index add -i "$letters" --quiet "$folder/letters.jsonl"
in_index "$letters" 'ОПЕК'
in_any_order 'opec' 'an abbreviation is found where it sounds the same'
in_index "$letters" 'ГЭС'
in_any_order '' 'one of three letters is not looked for by its sound'
in_index "$letters" 'Людовик XVI'
[ "$ids" = 'xvi' ]
ok 'nor is a Roman numeral'

cat > "$folder/doubtful.jsonl" <<'END'
{"id":"michiels","text":"The coach was Michiels, who had won the cup with his team twice and left the club in spring."}
{"id":"one","text":"The outbreak was over by the end of the winter, and the schools of the town were opened."}
{"id":"two","text":"After the outbreak the harbour was closed for a month, and ships went to the next island."}
{"id":"three","text":"Nobody knew how the outbreak had begun, since the well had been clean all through the summer."}
{"id":"ru-name","text":"Мирзиёев вчера открыл завод, и на открытие пришли рабочие со всего города и их семьи."}
{"id":"long","text":"The road is 1,250 km long, and it takes a lorry three days to come from end to end of it."}
{"id":"longer","text":"They walked 1,250 km along the river, and in the autumn all of them were home again."}
{"id":"pendek","text":"Jalan desa itu panjangnya hanya 1,25 km dan sudah diperbaiki oleh warga pada tahun lalu."}
END
doubtful=$folder/doubtful
run aral-index add -i "$doubtful" --quiet "$folder/doubtful.jsonl"
in_index "$doubtful" 'measels outbreak'
[ "${ids##* }" = michiels ]
ok 'what sounds like a misspelt word comes behind what has the other one'
in_index "$doubtful" 'Michels outbreak'
first michiels 'but not what sounds like a name with its capital'
in_index "$doubtful" 'mirziyoyev outbreak'
first ru-name 'nor a name in other letters'
in_index "$doubtful" '1,250'
[ "${ids##* }" = pendek ]
ok 'a number is rather a whole one than one with three decimals'
printf 'en\tid\nre\tdesa\nEU\twarga\nT\tjalan\n' | aral-index lexicon -q -i "$doubtful" -
in_index "$doubtful" 're-elected'
finds '' 'two letters of a compound are not translated'
in_index "$doubtful" 'AT&T'
finds '' 'nor is one beside a sign'
in_index "$doubtful" 'EU-friendly'
finds pendek 'but in capitals they are a name'

search railway
finds en 'without a lexicon a word is found in its own language'
{
    printf 'en\tru\n'
    seq -f 'w%g	слово' 10000
    seq -f 'w%g alpha	слово' 10000
} > "$folder/kinds.tsv"
run timeout 30 aral-index lexicon -i "$folder/kinds" "$folder/kinds.tsv"
prints 'added 20000 pairs' 'what means the same as thousands of others does is not compared with each'
run aral-search -i "$index" --explain railway
complains 'there are no translations but your own' '--explain says that there is no lexicon'

printf 'en\tid\tru\nrailway\tkereta api\tжелезная дорога\ncotton\tkapas\tхлопок\nsea\tlaut\tморе\n' \
    > "$folder/pairs.tsv"
run aral-index lexicon -i "$index" "$folder/pairs.tsv"
exits 0 'word pairs are added'
prints 'added 3 pairs, rejected 0 lines' 'and counted'
run aral-index lexicon -q "$folder/pairs.tsv"
exits 0 'so they are where no index is yet'
complains "there is no index at $HOME/.local/share/aral/index yet" 'which is told, as the name may be misspelt'
test -s "$HOME/.local/share/aral/index.lexicon"
ok 'whose folders are made'

search railway
[ "${ids%% *}" = en ] && [ "$(echo "$ids" | wc -w)" = 3 ]
ok 'a word finds its translations, itself first'
search 'железных дорог'
[ "${ids%% *}" = ru ] && [ "$(echo "$ids" | wc -w)" = 3 ]
ok 'so do several words, in any of their forms'
search --across off railway
finds en 'without --across a word finds itself alone'
search --lang ru railway
finds ru 'the language of what is found can be chosen'
search 'railway -cotton'
finds '' 'an excluded word excludes its translation'
search --across off '(railway OR kapas) -cotton'
finds id 'but without --across itself alone'
search 'railway -"cotton"'
in_any_order 'id ru' 'an excluded phrase means what it says, as a phrase does that is looked for'
search '"railway"'
finds en 'a phrase means what it says'
search 'railway AND grain'
finds en 'what is demanded is demanded across languages'
search 'railway AND cotton'
[ "$(echo "$ids" | wc -w)" = 3 ]
ok 'and met across languages'

run aral-search -i "$index" --format json --color never railway
prints '"translation"' 'highlights say what is a translation'
text=$(sed -n 's/.*"id":"id#1".*"text":"\([^"]*\)".*"highlights":\[\[\([0-9]*\),\([0-9]*\),"translation"\].*/\2 \3/p' "$folder/out")
[ "$text" = '0 10' ]
ok 'a translation by several words is marked as a whole'
run aral-search -i "$index" --format json --color never Mirziyayev
prints '"name"' 'and what is a name'
cat > "$folder/cart.jsonl" <<'END'
{"id":"cart","text":"Kereta kuda di dekat sungai sudah tua dan tidak dipakai lagi. Para tamu duduk di serambi sambil bercerita tentang masa kecil mereka, tentang ikan yang dulu mudah ditangkap, tentang guru yang galak, tentang sawah di kaki bukit, dan tentang jalan setapak yang kini tertutup semak karena tidak ada lagi orang yang mau melewatinya pada malam hari. Besok mereka pulang dengan kereta api."}
END
aral-index add -q -i "$folder/cart" "$folder/cart.jsonl"
printf 'en\tid\nrailway\tkereta api\n' > "$folder/pair.tsv"
run aral-index lexicon -i "$folder/cart" "$folder/pair.tsv"
prints 'added 1 pair, rejected 0 lines' 'one pair is counted as one'
run aral-search -i "$folder/cart" railway
prints 'Besok mereka pulang dengan kereta api.' 'a snippet shows it as a whole rather than a word of it'
run aral-search -i "$index" --explain railway
prints 'translation' '--explain shows the translations'

search --lang en Аральск
finds en 'a town that is named after a lake finds the lake'
search --across off --lang en Аральск
exits 1 'but not when the search stays in its language'

cat > "$folder/short.jsonl" <<'END'
{"id":"un","text":"The UN sent food and water to the villages that had been cut off by the flood for a week."}
{"id":"nations","text":"Delegates of the United Nations spoke about the food for three hours and left without a vote."}
{"id":"united","text":"The fans of United went home in the rain, and the food in the stadium was cold again."}
{"id":"ии","text":"Учителя начали проверять домашние задания с помощью ИИ, хотя родителям это не нравится."}
{"id":"интеллект","text":"В больнице снимки лёгких читает искусственный интеллект, и врачи довольны им."}
{"id":"pbb","text":"PBB mengirim makanan dan air ke desa yang terisolasi akibat banjir selama sepekan ini."}
{"id":"bangsa","text":"Utusan Perserikatan Bangsa-Bangsa berbicara tiga jam tentang iklim lalu meninggalkan ruangan."}
END
short=$folder/short
aral-index add -q -i "$short" "$folder/short.jsonl"
printf 'en\tid\tru\nun\tpbb\t\nunited nations\tpbb\t\nun\tperserikatan bangsa-bangsa\t\nartificial intelligence\t\tИИ\nartificial intelligence\t\tискусственный интеллект\n' |
    aral-index lexicon -q -i "$short" -
in_index "$short" 'UN lang:en'
finds 'un nations' 'an abbreviation finds what it stands for, which ranks below it'
in_index "$short" '(United Nations) lang:en -fans'
finds 'nations un' 'and the other way'
in_index "$short" 'PBB lang:id'
finds 'pbb bangsa' 'in each language'
in_index "$short" 'ИИ'
finds 'ии интеллект' 'and alphabet'
in_index "$short" 'искусственный интеллект'
finds 'интеллект ии' 'there, too, the other way'
in_index "$short" 'UN AND food AND lang:en'
finds 'un nations' 'one that is demanded is met by it'
in_index "$short" 'food -UN'
finds united 'and one that is excluded excludes it'
in_index "$short" '"UN" lang:en'
finds un 'but quotes mean what they say'
run aral-search -i "$short" --format json 'UN lang:en'
prints '"translation"' 'what it is found by is labelled'
run aral-search -i "$short" --format trec --across off 'UN lang:en'
[ "$(wc -l < "$folder/out")" = 1 ]
ok 'and switched off with translations'

cat > "$folder/ministers.jsonl" <<'END'
{"id":"menteri","text":"Menteri keuangan mengumumkan anggaran baru kemarin di gedung parlemen di Jakarta."}
{"id":"menkeu","text":"Menkeu mengumumkan pajak baru kemarin dan warga menerimanya dengan tenang."}
{"id":"minister","text":"The finance minister spoke of the new budget for three hours, and nobody asked a question."}
{"id":"ministry","text":"The ministry of finance stands by the river, and its garden is open on every Sunday."}
END
ministers=$folder/ministers
aral-index add -q -i "$ministers" "$folder/ministers.jsonl"
printf 'en\tid\nfinance minister\tmenteri keuangan\nfinance minister\tmenkeu\nministry of finance\tkementerian keuangan\n' |
    aral-index lexicon -q -i "$ministers" -
in_index "$ministers" 'menteri keuangan lang:en'
finds 'minister ministry' 'of expressions with the same stems the one that was typed comes first'
in_index "$ministers" 'menteri keuangannya lang:id'
finds 'menteri menkeu' 'which is abbreviated all the same'

cat > "$folder/siblings.jsonl" <<'END'
{"id":"usa","text":"The grain of the USA came on Friday, when the sea was calm again after a week of storms."}
{"id":"us","text":"The grain of the US came on Friday, when the sea was calm again after a week of storms."}
{"id":"states","text":"The grain of the United States came on Friday, when the sea was calm again after storms."}
END
siblings=$folder/siblings
aral-index add -q -i "$siblings" "$folder/siblings.jsonl"
printf 'en\tru\nUSA\tСША\nUS\tСША\nunited states\tСША\nunited states of america\tСША\n' |
    aral-index lexicon -q -i "$siblings" -
in_index "$siblings" 'USA'
finds 'usa states us' 'another abbreviation of what it stands for ranks below that'
in_index "$siblings" 'US'
finds 'us states usa' 'whichever is sought'
in_index "$siblings" 'grain -USA'
finds 'us' 'but one that is excluded excludes no other'

cat > "$folder/again.jsonl" <<'END'
{"id":"gempa","text":"Gempa mengguncang kota itu pada malam hari dan warga lari ke jalan karena takut bangunan runtuh."}
{"id":"quake","text":"An earthquake shook the town at night and people ran into the streets for fear of falling walls."}
{"id":"banjir","text":"Banjir merendam sawah di desa itu selama tiga hari sampai air surut kembali ke sungai."}
END
again=$folder/again
aral-index add -q -i "$again" "$folder/again.jsonl"
printf 'en\tid\nearthquake\tgempa\ntown\tkota\n' | aral-index lexicon -q -i "$again" -
in_index "$again" 'gempa AND gempa'
finds 'gempa quake' 'a word that is demanded again is met by its translations again'
in_index "$again" '(gempa OR banjir) AND (gempa OR xyzzy)'
in_any_order 'gempa quake' 'so it is in another group'
in_index "$again" 'title:xyzzy OR (gempa AND gempa)'
finds 'gempa quake' 'also where the texts are looked at'
in_index "$again" '(gempa kota) AND (gempa kota)'
finds 'gempa quake' 'and beside others'
in_index "$again" 'gempa AND "gempa"'
finds 'gempa' 'but not in a phrase'

cat > "$folder/key.jsonl" <<'END'
{"id":"train","text":"Kereta cepat Whoosh mengangkut dua puluh ribu orang pada Sabtu, kata juru bicara perusahaan."}
{"id":"who","text":"Эксперты ВОЗ прибыли в столицу, чтобы помочь врачам справиться с лихорадкой до начала дождей."}
END
key=$folder/key
aral-index add -q -i "$key" "$folder/key.jsonl"
in_index "$key" 'Whoosh'
finds train 'what only shares the key of a name is not found'
in_index "$key" 'для Whoosh'
finds train 'nor beside a function word that it has'
run aral-search -i "$key" --format json -n 0 Whoosh
prints '"passages":1,' 'and not counted'
run aral-search -i "$key" --format trec --sort newest Whoosh
[ "$(wc -l < "$folder/out")" = 1 ]
ok 'nor found where results are in order of date'
for number in $(seq 50); do
    printf '{"id":"who-%s","text":"Эксперты ВОЗ осмотрели больницу номер %s и нашли там %s пустых палат."}\n' \
        "$number" "$number" "$((number * 7))"
done | aral-index add -q -i "$key" -
in_index "$key" 'Whoosh'
finds train 'nor found where many share it, most of those that are read'
run aral-search -i "$key" --format json -n 0 Whoosh
prints '"passages":1,' 'and then not counted, either'

cat > "$folder/york.jsonl" <<'END'
{"id":"york","text":"New York was quiet on Monday, when a bridge over the river was closed for the whole day."}
{"id":"йорк","text":"Нью-Йорк был тихим в понедельник, когда мост через реку закрыли на весь день до вечера."}
{"id":"school","text":"The new school was opened in the small town by the river, where there had been none so far."}
{"id":"ship","text":"A new ship was built for the line between the island and the coast, and it is white."}
{"id":"book","text":"His new book is about the history of the old country and of the people who left it."}
{"id":"club","text":"Manchester United won the match on Saturday evening, and the fans had new songs for it."}
{"id":"клуб","text":"Манчестер Юнайтед выиграл матч в субботу вечером, и болельщики пели на улицах до утра."}
END
for number in $(seq 12); do
    printf '{"id":"село-%s","text":"В селе номер %s построили школу и мост через реку, и жители очень рады."}\n' \
        "$number" "$number"
done >> "$folder/york.jsonl"
york=$folder/york
aral-index add -q -i "$york" "$folder/york.jsonl"
printf 'en\tru\nnew york\tНью-Йорк\nmanchester united\tманчестер юнайтед\n' |
    aral-index lexicon -q -i "$york" -
in_index "$york" 'New York'
first york 'the very words go before a translation that has one of them as a name'
in_index "$york" 'Манчестер Юнайтед'
first клуб 'or all of them, if only in another form'

cat > "$folder/loans.jsonl" <<'END'
{"id":"loan","text":"Menurut laporan berjudul Global Industry Review itu, harga kapas naik dua kali lipat di pelabuhan selama musim panas."}
{"id":"kapas","text":"Industri kapas di lembah itu tumbuh pesat, dan banyak pabrik baru dibangun di tepi sungai tahun ini."}
{"id":"besi","text":"Industri besi di kota itu memberi kerja kepada ribuan orang sejak tambang dibuka di pegunungan."}
{"id":"jagung","text":"Para petani menjual jagung di pasar desa setiap pagi sebelum matahari terbit di balik bukit."}
{"id":"dunia","text":"Perang itu pecah di dunia lama, kata guru sejarah, dan dunia baru ikut serta di dalamnya."}
{"id":"perang","text":"Perang dunia itu berakhir ketika armada menyerah, dan kota pelabuhan itu dibangun lagi."}
END
loans=$folder/loans
aral-index add -q -i "$loans" "$folder/loans.jsonl"
printf 'en\tid\nindustry\tindustri\ncotton\tkapas\nworld war\tperang dunia\nharbour\tpelabuhan\n' |
    aral-index lexicon -q -i "$loans" -
# weight TERM: what the last --explain says of it.
weight() {
    sed -n "s/^ *$1 .* weight //p" "$folder/out" | head -n 1
}
run aral-search -i "$loans" --explain 'How is the cotton industry?'
awk "BEGIN { exit !($(weight idindustry) < 1.3 * $(weight idindustri)) }"
ok 'a word that a passage in another language happens to have tells no more than its translation'
run aral-search -i "$loans" --explain 'Which harbour was rebuilt after the world war?'
awk "BEGIN { exit !($(weight idperang) > $(weight idlabuh)) }"
ok 'several words that are translated as one count more than one'
echo '{"text":"Зерно вывезли из порта до зимы, и в городе снова стало тихо, рассказали рыбаки."}' |
    aral-index add -q -i "$loans" -
printf 'id\tru\nperang dunia\tмировая бойня\ndunia\tмировой\n' | aral-index lexicon -q -i "$loans" -
run aral-search -i "$loans" --explain 'мировой'
one=$(weight iddunia)
run aral-search -i "$loans" --explain 'мировая бойня'
awk "BEGIN { exit !($(weight '\(idperang\|iddunia\)') > 1.3 * $one) }"
ok 'also where no passage of their language has any of them'
in_index "$loans" 'мировая бойня'
first perang 'and passages go first that have them side by side'

# A language of which the index has hardly anything.
i=0
while [ $((i += 1)) -le 400 ]; do
    port=$([ $((i % 10)) -gt 0 ] || echo pelabuhan)
    echo "{\"id\":\"id$i\",\"text\":\"Menurut laporan nomor $i, kapal dari $port kota itu pergi ke pulau lain setiap pagi sebelum matahari terbit.\"}"
done > "$folder/rare.jsonl"
echo '{"id":"en","text":"The old harbour was rebuilt after the storm, and ships came back to the town in the spring."}' \
    >> "$folder/rare.jsonl"
rare=$folder/rare
aral-index add -q -i "$rare" "$folder/rare.jsonl"
printf 'en\tid\nharbour\tpelabuhan\n' | aral-index lexicon -q -i "$rare" -
run aral-search -i "$rare" -n 1 --format tsv 'Where is the harbour?'
prints 'en#1' 'what a word finds itself is before what its translation finds'

printf 'en\tru\nsea railway\tлодка\n' > "$folder/more.tsv"
aral-index lexicon -q -i "$index" "$folder/more.tsv"
search --lang ru 'sea railway'
finds ru 'where the translation of two words is not there, each of them is translated'

printf 'en\tru\nharbourland\tАрал\n' > "$folder/places.tsv"
aral-index lexicon -q -i "$index" "$folder/places.tsv"
search harbourland
finds ru 'a place is found by the adjective that another language makes of it'
run aral-search -i "$index" --explain harbourland
prints 'ruаральский  Russian, translation' 'which is a translation'
printf 'en\tru\nweek\tнеделя\nalone\n' > "$folder/more.tsv"
run aral-index lexicon -i "$index" "$folder/more.tsv"
exits 1 'a bad line is told by the status'
complains 'more.tsv:3: no two words' 'and by its place'
search --lang ru railway
finds ru 'pairs that were there stay'
search --lang ru week
finds ru 'those added are there'

printf 'en\tru\norchestra\tоркестр\nd\tдворец\n' > "$folder/more.tsv"
aral-index lexicon -q -i "$index" "$folder/more.tsv"
search 'kapas laut kereta api orchestra'
[ -z "${ids##* bal*}" ]
ok 'a word that finds nothing in the language of the query is translated from another'
search 'railway d'
[ "$(echo "$ids" | wc -w)" = 3 ]
ok 'single letters are not translated'

printf 'en\tru\na lake that once was a sea\tАрал\n' > "$folder/more.tsv"
run aral-index lexicon -i "$index" "$folder/more.tsv"
exits 1 'so is a phrase that is too long'
complains 'more.tsv:2: no two phrases within the limit phrase-words, 4 words' 'naming the limit'
for word in "$(printf '%0151d' 0)" sea_level; do
    printf 'en\tru\n%s\tморе\n' "$word" > "$folder/more.tsv"
    run aral-index lexicon -i "$index" "$folder/more.tsv"
    complains "the limit phrase-bytes, 150 bytes, and without '_'" 'or has too long a word, or another sign'
done

for number in 1 2 3 4 5 6; do
    printf 'en\tru\nlantern%s\tчиновник\n' $number | aral-index lexicon -q -i "$index" - &
done
wait
lost=
for number in 1 2 3 4 5 6; do
    aral-search -i "$index" --explain lantern$number 2> /dev/null | grep -q 'ruчиновник  Russian, translation' || lost="$lost $number"
done
[ -z "$lost" ]
ok 'several may add pairs at once, and none are lost'

cp "$index.lexicon" "$folder/kept.lexicon"
printf '\001' | dd of="$index.lexicon" bs=1 seek=12 conv=notrunc 2> "$folder/dd" # its analysis
run aral-index lexicon -i "$index" "$folder/more.tsv"
exits 2 'pairs are not added to those of another analysis'
complains 'remove it and make it again, word pairs of your own with `aral-index lexicon FILE.tsv...`' 'which says what to do'
mv "$folder/kept.lexicon" "$index.lexicon"

printf 'railway\tkereta api\n' > "$folder/bad.tsv"
run aral-index lexicon -i "$index" "$folder/bad.tsv"
exits 2 'a table that names no languages is refused'
complains 'bad.tsv:1: the first line names no two languages' 'with what it lacks'
printf 'en\ten\nwind\tbreeze\n' > "$folder/bad.tsv"
run aral-index lexicon -i "$index" "$folder/bad.tsv"
exits 2 'so is one that names one twice'
complains 'bad.tsv:1: the first line names no two languages' 'for the same reason'

# --- a translation by itself and within another
cat > "$folder/plane.jsonl" <<'END'
{"id":"pesawat","text":"Maskapai itu menyewa sepuluh pesawat baru untuk penerbangan ke pulau-pulau di timur."}
{"id":"udara","text":"Kualitas udara di ibu kota memburuk lagi karena asap dari pabrik dan kendaraan bermotor."}
{"id":"kotor","text":"Polusi udara di kota itu membuat warga mengenakan masker setiap kali keluar rumah."}
END
aral-index add -q -i "$folder/plane" "$folder/plane.jsonl"
printf 'en\tid\naircraft\tpesawat udara\naircraft\tpesawat\nplane\tpesawat\n' |
    aral-index lexicon -q -i "$folder/plane" -
in_index "$folder/plane" aircraft
in_any_order pesawat 'a word finds its translation without those that another has beside it'

# --- words that are not there in the query's language
cat > "$folder/fish.jsonl" <<'END'
{"id":"weak","text":"The keeper of the old harbour released a statement to reporters about the weather on Monday."}
{"id":"other","text":"The weather was fine on Monday, said the keeper of the other harbour to the reporters."}
{"id":"good","text":"В низовьях реки рыбаки выпустили мальков осетра. Осётр вернётся в море через несколько лет."}
{"id":"plain","text":"В низовьях реки рыбаки сидели на берегу и смотрели на воду, которая поднималась каждый день."}
END
aral-index add -q -i "$folder/fish" "$folder/fish.jsonl"
printf 'en\tru\nsturgeon\tосётр\nfry\tмальки\nreleased\tвыпустили\n' | aral-index lexicon -q -i "$folder/fish" -
run aral-search -i "$folder/fish" --by article --format trec 'sturgeon fry released'
[ "$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ')" = 'good weak ' ]
ok 'what has all words in another language comes before what has one in its own'

# --- keywords that passages of several languages have, some all and some a part
cat > "$folder/factory.jsonl" <<'END'
{"id":"shoes","text":"Pabrik sepatu di Tangerang menutup tiga lini produksi pada bulan Mei."}
{"id":"zavod","text":"Завод турбин в Калуге расширит производство лопастей для станций."}
{"id":"plant","text":"A turbine factory in Denmark will double its output of blades this year."}
{"id":"direct","text":"Pabrik turbin di Bandung menerima pesanan besar dari luar negeri."}
{"id":"paper","text":"Shoppers bought all of the toilet paper within an hour on Friday."}
{"id":"bumaga","text":"Бумага для рисования подорожала, пишут газеты в пятницу."}
{"id":"sea","text":"Аральское море высыхает уже полвека, рыбаки ушли."}
{"id":"laut","text":"Laut tenang pagi ini, kata nelayan yang berangkat dari Cilacap."}
{"id":"town","text":"Город Арал стоит в степи, поезда идут мимо него ночью."}
END
for number in $(seq 60); do
    printf '{"id":"i%s","text":"Berita nomor %s tentang pasar, harga beras dan cuaca hari ini di kota."}\n' $number $number
    printf '{"id":"e%s","text":"Report number %s about the market, the price of rice and the weather."}\n' $number $number
    printf '{"id":"r%s","text":"Новость номер %s о рынке, ценах на рис и погоде сегодня."}\n' $number $number
done >> "$folder/factory.jsonl"
aral-index add -q -i "$folder/factory" "$folder/factory.jsonl"
printf 'en\tid\tru\nfactory\tpabrik\tзавод\nturbine\tturbin\tтурбина\nAral Sea\tLaut Aral\tАральское море\n' |
    aral-index lexicon -q -i "$folder/factory" -
printf 'en\tru\ntoilet paper\tтуалетная бумага\n' | aral-index lexicon -q -i "$folder/factory" -

# ranks QUERY IDS [INDEX]: the articles that come first.
ranks() {
    run aral-search -i "${3-$folder/factory}" --by article --format trec "$1"
    case "$(cut -d' ' -f3 "$folder/out" | tr '\n' ' ')" in "$2 "*) true ;; *) false ;; esac
}
ranks 'pabrik turbin' 'direct zavod plant shoes' || ranks 'pabrik turbin' 'direct plant zavod shoes'
ok 'what has both words comes first, in its language or another, and then what has one'
ranks 'туалетная бумага' 'paper bumaga'
ok 'what is translated as one word counts for all that it stands for'
ranks 'laut aral' 'sea' && grep -q ' town ' "$folder/out"
ok 'a name in a compound is looked for by itself, too, in small letters'
cat > "$folder/strait.jsonl" <<'END'
{"id":"strait","text":"Уровень Сундского моря снова вырос, говорят учёные, которые вернулись из плавания на прошлой неделе."}
{"id":"inn","text":"Уже вторую неделю ждёт мастеров гостиница Сунда, которая стоит в центре старого города у вокзала."}
END
aral-index add -q -i "$folder/factory" "$folder/strait.jsonl"
printf 'id\tru\nLaut Sunda\tСундское море\nLaut Sunda\tСунда\n' |
    aral-index lexicon -q -i "$folder/factory" -
ranks 'Laut Sunda' 'laut strait inn' || ranks 'Laut Sunda' 'strait laut inn' ||
    ranks 'Laut Sunda' 'strait inn laut'
ok 'the translation of a whole name goes before the name of a part, which does not count twice'
cat > "$folder/lake.jsonl" <<'END'
{"id":"ru","text":"Аральское море высыхает, и рыбаки уходят в город, где есть работа на заводах."}
{"id":"id","text":"Laut Aral mengering, dan para nelayan pergi ke kota untuk mencari pekerjaan di pabrik."}
{"id":"one","text":"Каспийское море мелеет, но рыбаки остаются в своих посёлках на берегу."}
{"id":"java","text":"Laut Jawa tenang pada pagi hari, dan kapal dapat berlayar ke pelabuhan."}
{"id":"road","text":"Pemerintah membangun jalan baru di kota, dan warga menyambutnya dengan gembira."}
{"id":"bridge","text":"В городе открыли новый мост, и водители больше не стоят в очереди."}
END
aral-index add -q -i "$folder/lake" "$folder/lake.jsonl"
printf 'ru\tid\nАральское море\tLaut Aral\n' | aral-index lexicon -q -i "$folder/lake" -
ranks 'Аральское море' 'ru id one' "$folder/lake"
ok 'nor does a name in the translation of a whole: the words themselves go first'

# The same report in each language: what differs is how it writes the name.
cat > "$folder/reports.jsonl" <<'END'
{"id":"en","text":"The harbour was closed on Monday, and Rustam Modi was named in the report of the commission."}
{"id":"id","text":"Pelabuhan itu ditutup pada hari Senin, dan Rustam Modi disebut dalam laporan komisi."}
{"id":"ru","text":"Гавань закрыли в понедельник, и Рустам Моди упоминается в докладе этой комиссии."}
{"id":"en-rain","text":"It rained all day, and nobody went to work in the fields of the village."}
{"id":"id-rain","text":"Hujan turun sejak pagi, sehingga para petani tidak pergi ke sawah di desa itu."}
{"id":"ru-rain","text":"Дождь шёл весь день, и крестьяне не пошли работать на поля своей деревни."}
END
aral-index add -q -i "$folder/reports" "$folder/reports.jsonl"
printf 'en\tid\tru\nRustam Modi\tRustam Modi\tРустам Моди\n' |
    aral-index lexicon -q -i "$folder/reports" -
ranks 'Rustam Modi report' 'en id ru' "$folder/reports"
ok 'a name as it was typed goes before the same in another alphabet, in whatever language'
ranks 'Rustam Modi laporan' 'id en ru' "$folder/reports"
ok 'beside a word of either'
in_index "$folder/reports" 'Рустам Моди'
[ "${ids%% *}" = ru ] && [ "$(echo "$ids" | wc -w)" = 3 ]
ok 'also where the lexicon knows the whole of it'
printf 'en\tru\nrice market\tрисовый рынок\nmarket\tрынок\nrice\tрис\n' > "$folder/market.tsv"
printf 'en\tid\nmarket\tpasar\nrice\tberas\n' > "$folder/pasar.tsv"
aral-index lexicon -q -i "$folder/factory" "$folder/market.tsv" "$folder/pasar.tsv"
run aral-search -i "$folder/factory" --explain 'rice market'
prints 'idpasar  Indonesian, translation' 'words of a compound are translated into languages that it is not'
prints_not 'rice market: ' 'what is translated as one, but in no passage, is not told'
cat > "$folder/steam.jsonl" <<'END'
{"id":"steam","text":"Officials said on Friday in a long report about weather and rice that the old building by the river, which stands behind the market, is a plant that makes power of steam."}
{"id":"para","text":"Паровая установка дала ток."}
{"id":"uap","text":"Pembangkit di tepi sungai itu sudah tua."}
END
aral-index add -q -i "$folder/factory" "$folder/steam.jsonl"
printf 'en\tru\nsteam power plant\tпаровая\n' > "$folder/steam.tsv"
printf 'en\tid\npower plant\tpembangkit\n' > "$folder/plant.tsv"
aral-index lexicon -q -i "$folder/factory" "$folder/steam.tsv" "$folder/plant.tsv"
ranks 'steam power plant' 'steam para uap'
ok 'a compound within a compound counts as the words it has, not as one more'
cat > "$folder/shore.jsonl" <<'END'
{"id":"shore","text":"В репортаже о погоде и рынке, который вышел сегодня утром, рыбаки говорят, что река отступила, и Памирское хозяйство закрыли."}
{"id":"river","text":"Nobody here knew why the Pamir River dries up."}
END
aral-index add -q -i "$folder/factory" "$folder/shore.jsonl"
printf 'en\tru\nPamir River\tПамирская река\n' | aral-index lexicon -q -i "$folder/factory" -
cat > "$folder/launch.jsonl" <<'END'
{"id":"launch","text":"The launch of the rocket was put off until the wind had calmed, officials said on Monday."}
{"id":"missile","text":"A missile was found by children in a field near the village, where it had lain since spring."}
{"id":"suicide","text":"The doctor spoke of suicide among the young, and of those who could be helped in time."}
END
launch=$folder/launch
aral-index add --quiet -i "$launch" "$folder/launch.jsonl"
printf 'ru\ten\nзапуск ракеты\tmissile launch\nзапуск\tlaunch\nракета\trocket\nракета\tmissile\n' > "$folder/launch.tsv"
printf 'id\ten\nbunuh diri\tsuicide\npeluncuran\trocket launch\n' > "$folder/suicide.tsv"
aral-index lexicon --quiet -i "$launch" "$folder/launch.tsv" "$folder/suicide.tsv"
ranks 'запуск ракеты' 'launch missile' "$launch"
ok 'words are translated by themselves where no passage has what translates them as one'
{
    printf 'ru\ten\n'
    for i in $(seq 200); do
        printf 'прочее %s\tmissile\n' "$i"
    done
    printf 'пуск ракеты\tmissile\nпуск\tlaunch\n'
} > "$folder/unsure.tsv"
aral-index lexicon --quiet -i "$launch" "$folder/unsure.tsv"
run aral-search -i "$launch" -n 9 --format tsv 'пуск ракеты'
prints 'launch' 'words are translated by themselves, too, where what translates them as one is unsure'
aral-index lexicon --quiet -i "$launch" "$folder/launch.tsv" "$folder/suicide.tsv"
ranks 'bunuh diri' 'suicide' "$launch"
ok 'two words that are one are translated where the index has no passages in their language'
cat > "$folder/birds.jsonl" <<'END'
{"id":"little","text":"A little bird sat on the fence before the school where a canary sang, and nobody saw it but two of the children."}
{"id":"smallest","text":"The smallest one of all is a hummingbird of Cuba, which weighs less than two grams when it hatches."}
{"id":"hospital","text":"The hospital behind the harbour was closed last year, since its roof had begun to leak in winter."}
{"id":"sick","text":"Those who were sick stayed at home, and nobody came to bring them a little soup in the days of May."}
END
birds=$folder/birds
aral-index add --quiet -i "$birds" "$folder/birds.jsonl"
printf 'id\ten\nburung kecil\tlittle bird\nburung\tbird\nburung\tcanary\nkecil\tsmall\nrumah sakit\thospital\nrumah\thome\nsakit\tsick\n' |
    aral-index lexicon --quiet -i "$birds" -
ranks 'burung terkecil' 'little smallest' "$birds"
ok 'words mean what they mean by themselves behind what they mean together in several words'
run aral-search -i "$birds" --explain 'burung terkecil'
prints_not 'encanary' 'where one means a word of that, nothing else is meant by it'
ranks 'rumah sakit' 'hospital sick' "$birds"
ok 'and far behind what they mean in one'
run aral-search -i "$birds" --explain 'the NOT (rumah sakit)'
prints 'enhospital' 'what is excluded is so by what it means as a whole'
prints_not 'ensick' 'and not by what its words mean by themselves'
cat > "$folder/flock.jsonl" <<'END'
{"id":"flock","text":"Each bird of the flock returned in spring to the marshes of the north."}
{"id":"dawn","text":"Another bird was seen by the keepers of the lighthouse at dawn."}
END
aral-index add --quiet -i "$birds" "$folder/flock.jsonl"
run aral-search -i "$birds" --explain 'burung terkecil'
prints 'enlittle with enbird' 'another word of that may be the rarest of the index'
prints 'enbird  English' 'then one is found by itself, too'
prints_not 'encanary' 'and still, nothing else is meant by it'
run aral-search -i "$launch" --explain 'peluncuran'
prints 'enrocket with enlaunch  English, translation' '--explain shows all terms of a translation by several words'
ranks 'Памирская река' 'shore river'
ok 'nor does a compound count for a name in it that is found by itself'
run aral-search -i "$folder/factory" --explain 'pabrik turbin'
prints 'coverage' '--explain tells what having all of the words is worth'

cat > "$folder/wars.jsonl" <<'END'
{"id":"kedua","text":"Perang Dunia Kedua pecah pada musim gugur di Eropa."}
{"id":"ii","text":"Museum itu menyimpan pesawat dari masa Perang Dunia II."}
{"id":"i","text":"Perang Dunia I pecah setelah seorang pangeran dibunuh."}
{"id":"vtoraya","text":"Вторая мировая война застала его студентом."}
END
aral-index add -q -i "$folder/wars" "$folder/wars.jsonl"
ranks 'Perang Dunia II' 'ii kedua' "$folder/wars"
ok 'a Roman numeral finds the word for the ordinal'
ranks 'Perang Dunia 2' 'kedua ii' "$folder/wars"
ok 'and so does a plain number'
ranks 'perang dunia ii' 'ii kedua' "$folder/wars"
ok 'and a numeral typed in small letters'
ranks 'вторая' 'vtoraya kedua ii' "$folder/wars"
ok 'in all languages'
ranks 'World War I' 'i' "$folder/wars"
ok 'I behind a capitalised word is the numeral, which no second war has'
printf '{"id":"first","text":"Первая мировая война застала его ребёнком."}\n' |
    aral-index add -q -i "$folder/wars" -
ranks 'World War I' 'i first' "$folder/wars"
ok 'and finds the first one in letters'
in_index "$folder/wars" 'двадцать второй'
in_any_order 'vtoraya' 'the last word of an ordinal is no ordinal by itself, as II is'

# Which language a word is in, passages tell: "jam" is an hour in those of Indonesian.
printf 'en\tid\tru\njam\tselai\tваренье\nhour\tjam\tчас\n' > "$folder/jam.tsv"
run aral-index lexicon -q -i "$folder/jam" "$folder/jam.tsv"
cat > "$folder/jam.jsonl" <<'END'
{"id":"jam","text":"Kereta itu terlambat satu jam karena banjir, kata para penumpang yang menunggu di stasiun."}
{"id":"lagi","text":"Toko roti di sudut jalan itu buka dua jam lebih awal pada bulan puasa, kata pemiliknya."}
{"id":"час","text":"Поезд опоздал на час из-за наводнения, рассказали пассажиры, которые ждали на вокзале."}
{"id":"bread","text":"The bakery on the corner opens early in the morning, and its bread is gone before noon."}
{"id":"варенье","text":"Из вишни сварили варенье, и его хватило на всю зиму, рассказали хозяева старого дома."}
END
aral-index add -q -i "$folder/jam" "$folder/jam.jsonl"
run aral-search -i "$folder/jam" --lang ru --format trec jam
[ "$(sed -n '1s/^[^ ]* [^ ]* \([^#]*\)#.*/\1/p' "$folder/out")" = 'час' ]
ok 'a word of several languages is translated from that whose passages have it first'

cat > "$folder/close.jsonl" <<'END'
{"id":"indians","text":"The Indians of the valley grew maize and beans long before the first ships came to the coast."}
{"id":"india","text":"The parliament of India passed the budget after a debate that had lasted until the morning."}
{"id":"yudhoyono","text":"The former president Yudhoyono spoke to students in the old hall of the university."}
{"id":"again","text":"The book that Yudhoyono wrote about the flood was read aloud in the library on Sunday."}
{"id":"audoen","text":"The old church that stands near the wall of the city is named after the bishop Audoen, whose bell is rung on Sundays in the summer months."}
END
aral-index add -q -i "$folder/close" "$folder/close.jsonl"
in_index "$folder/close" 'Индонезия'
case " $ids " in *' india '*) false ;; esac
ok 'what is made of a name is not that of one that is only a little like it'
in_index "$folder/close" 'Yudhoyno'
[ "${ids##* }" != yudhoyono ] && [ "${ids##* }" != again ] && [ "${ids%% *}" != audoen ]
ok 'a name as other languages may spell it tells no more than as it is'

cat > "$folder/own.jsonl" <<'END'
{"id":"a","text":"Kapal dari Indonesia itu tiba di pelabuhan pada pagi hari, kata para nelayan di sana."}
{"id":"b","text":"Beras dari Indonesia dijual di pasar itu dengan harga yang lebih murah daripada biasanya."}
{"id":"c","text":"Pemain dari Indonesia menang dalam pertandingan itu setelah bermain selama dua jam penuh."}
{"id":"d","text":"Acara Indonesian Idol, kata mereka, ditonton jutaan orang. Indonesian Idol akan kembali lagi."}
{"id":"en","text":"The ship from Indonesia reached the harbour on Monday, and its crew went home by train."}
{"id":"rain","text":"It rained all day and the fields were under water, so nobody went to work in the village."}
{"id":"snow","text":"The road over the mountains was closed by snow, and the post came three days late again."}
{"id":"wind","text":"A strong wind took the roof off the old school, but the children had gone home by then."}
{"id":"e","text":"Hujan turun sejak pagi hari sehingga para petani tidak pergi ke sawah, kata kepala desa."}
END
aral-index add -q -i "$folder/own" "$folder/own.jsonl"
in_index "$folder/own" 'dari Indonesia'
[ "$ids" = 'a b c en d' ] || echo "# found: $ids"
[ "$ids" = 'a b c en d' ]
ok 'a rare word that sounds like a frequent one tells no more, and less than that in any language'

# Of the translations that a passage has, one counts, and not the one that it has most often.
cat > "$folder/vessels.jsonl" <<'END'
{"id":"ship","text":"The ship, an old ship and once the only ship of its kind, is a vessel that no storm has sunk."}
{"id":"vessel","text":"The vessel, an old vessel and once the only vessel of its kind, is a ship that no storm has sunk."}
{"id":"rain","text":"It rained all day, and nobody went to work in the fields of the village by the river."}
END
printf 'id\ten\nkapal\tship\nkapal\tvessel\n' > "$folder/vessels.tsv"
aral-index add -q -i "$folder/vessels" "$folder/vessels.jsonl"
aral-index lexicon -q -i "$folder/vessels" "$folder/vessels.tsv"
run aral-search -i "$folder/vessels" --explain kapal
awk '/, score / { results++; total += $NF } /^      [0-9.]+  / && results { sum += $1 }
     END { exit !(results == 2 && sum > total - 0.01 && sum < total + 0.01) }' "$folder/out"
ok 'what --explain lists below a result adds up to its score'

# --- what is so rare only because it is no word of the query's language, of which there is no passage
i=0
while [ $((i += 1)) -le 12 ]; do
    echo "{\"id\":\"polisi$i\",\"text\":\"Pada zaman purba desa nomor $i belum punya polisi, dan orang Jerman yang datang heran melihatnya.\"}"
done > "$folder/sounds.jsonl"
cat >> "$folder/sounds.jsonl" <<'END'
{"id":"poles","text":"Menurut Budi Poles dan surat kabar Times, harga beras di pasar itu sudah turun sejak pekan lalu."}
{"id":"orang","text":"Banyak orang membeli beras di pasar itu setiap hari, dan orang itu tidak pernah lama menunggu."}
END
sounds=$folder/sounds
aral-index add -q -i "$sounds" "$folder/sounds.jsonl"
printf 'en\tid\npolice\tpolisi\nancient times\tpurba\nGermans\tJerman\nGermans\torang Jerman\n' |
    aral-index lexicon -q -i "$sounds" -
run aral-search -i "$sounds" --explain 'What did the Police say about it?'
awk "BEGIN { exit !($(weight '~poles') < 1.2 * $(weight idpolisi)) }"
ok 'a name that sounds like a translated word tells no more than the translation'
run aral-search -i "$sounds" --explain 'What did they do in ancient times?'
awk "BEGIN { exit !($(weight idtimes) < 1.4 * $(weight idpurba)) }"
ok 'nor does what looks like a part of words that are translated as one'
run aral-search -i "$sounds" --explain 'Where did the Germans live?'
prints 'idjerman  Indonesian, translation' 'a word is translated'
prints_not 'idorang' 'and what has a surer translation within is left out: it would find nothing more'

# --- keywords that are a phrase of the query's language
phrases=$folder/phrases
aral-index add -q -i "$phrases" - <<'END'
{"id":"heart","text":"The old king took it to heart that nobody had told him of the loss of his finest ship."}
{"id":"attack","text":"The attack on the harbour began before dawn and was over when the sun rose above the hills."}
{"id":"grain","text":"The farmers of the valley sold their grain to the mill before the first snow fell in autumn."}
{"id":"road","text":"The road over the pass was closed for two days while workers cleared the fallen stones."}
{"id":"jantung","text":"Seorang pendaki meninggal dunia di lereng gunung itu karena serangan jantung, kata petugas."}
{"id":"simulasi","text":"Perusahaan itu menjual perangkat lunak yang bernama Attack Simulator kepada para pelanggan."}
{"id":"bom","text":"Seorang pelaku bom bunuh diri menyerang kantor polisi di kota itu pada hari Minggu pagi."}
{"id":"usaha","text":"Para pelaku usaha kecil meminta pajak mereka diturunkan oleh pemerintah pada tahun ini."}
{"id":"cerdas","text":"Langkah cerdas Samsung menghadirkan aplikasi asli buatan sendiri di toko itu."}
{"id":"robot","text":"Menteri pendidikan mengatakan kepada para guru bahwa peran mereka pada masa depan tidak akan tergantikan oleh robot dengan kecerdasan buatan, karena anak-anak membutuhkan teladan."}
{"id":"seni","text":"Sebagai pelaku seni ia sering tampil di gedung pertunjukan itu bersama teman-temannya."}
END
aral-index lexicon -q -i "$phrases" - <<'END'
en	id
heart attack	serangan jantung
suicide bomber	pelaku bom bunuh diri
suicide bomber	bom bunuh diri
suicide bomber	pelaku bom
artificial intelligence	kecerdasan buatan
END
run aral-search -i "$phrases" --explain 'heart attack'
awk "BEGIN { exit !($(weight idjantung) > 1.4 * $(weight enattack)) }"
ok 'keywords translated as one count together, whatever foreign word one of them happens to be'
run aral-search -i "$phrases" --explain 'suicide bomber'
prints 'idlaku with idbom  Indonesian, translation, 1 passage,' 'words together are no more frequent than the rarest'
in_index "$phrases" 'artificial intelligence'
finds 'robot cerdas' 'words of a translation that stand side by side go before those that are there by chance'

# --- types and models, and affixes
types=$folder/types
aral-index add -q -i "$types" - <<'END'
{"id":"s400","text":"Turkey has taken delivery of the S-400 air defence system, officials in Ankara said on Friday."}
{"id":"с400","text":"Турция получила зенитные ракетные комплексы С-400, сообщили в пятницу чиновники в Анкаре."}
{"id":"mig29","text":"The president said that the first four MiG-29 jets will be handed over within the next days."}
{"id":"миг29","text":"Первые четыре истребителя МиГ-29 передадут в ближайшие дни, объявил президент страны."}
{"id":"жильцы","text":"В доме номер 29 по этой улице живут 400 человек, сообщил на собрании староста посёлка."}
{"id":"kenuan","text":"Para kiai berbicara tentang jati diri NU dan peran ulama dalam sejarah bangsa ini di Jombang."}
{"id":"an","text":"Juru bicara An Fengshan mengatakan usaha itu ditakdirkan untuk gagal sejak awal mula."}
END
in_index "$types" 'С-400'
finds 'с400 s400 жильцы' 'a type is found in the other alphabet, before what only has its number'
in_index "$types" 'MiG-29'
finds 'mig29 миг29 жильцы' 'either way, behind what is written as in the query'
in_index "$types" '"МиГ-29"'
finds 'миг29' 'but a phrase means what it says'
run aral-search -i "$types" --across off --format json 'С-400'
prints_not '"name"' 'as does any word without --across'
in_index "$types" 'ke-NU-an'
finds kenuan 'an affix between hyphens and a name is not sought'

printf damaged > "$index.lexicon"
search railway
exits 0 'a damaged lexicon stops no search'
complains 'is not a lexicon' 'but is told'

finish
