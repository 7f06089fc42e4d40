#!/bin/sh
# The lexicon that comes with the program is made from dictionaries as Debian packages them.
. tests/cli/lib.sh
. tests/cli/search_helpers.sh

share=$folder/share
mkdir -p "$share/dictd"

# dictionary NAME: articles from standard input, parted by lines of "%", as dictd has them.
dictionary() {
    awk -v text="$share/dictd/$1.dict" -v index_file="$share/dictd/$1.index" '
        function number(n,    digits) {
            digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
            return (n >= 64 ? number(int(n / 64)) : "") substr(digits, n % 64 + 1, 1)
        }
        function done() {
            printf "%s", article > text
            print head "\t" number(offset) "\t" number(length(article)) > index_file
            offset += length(article)
            article = head = ""
        }
        $0 == "%" { done(); next }
        { if (article == "") { head = $0; sub(/ [\/<].*/, "", head) } article = article $0 "\n" }
        END { done() }'
    gzip "$share/dictd/$1.dict"
    mv "$share/dictd/$1.dict.gz" "$share/dictd/$1.dict.dz"
}
# awk counts bytes.
LC_ALL=C
export LC_ALL

dictionary freedict-eng-ind << 'END'
ask /ask/ <v>
1. minta, mohon
make a request
2. tanya
request an answer
%
lighthouse /x/ <n>
mercusuar 2.
a tower
%
railway /x/ <n>
kereta api (transportasi)
a track
%
official /x/ <a>
resmi
%
brave /x/ <a>
berani
%
grow /x/ <v>
tumbuh
%
billion /x/ <n>
miliar, triliun
%
milliard /x/ <n>
miliar, triliun
%
budget /x/ <n>
anggaran, rancangan
%
estimate /x/ <n>
anggaran, rancangan
%
address /x/ <v>
1. tujukan
2. berlayar
2. sapa
3. bercakap
%
relation /x/ <n>
1. saudara
1. bercakap
2. hubungan
2. berlayar
%
tariff /x/ <n>
tarif, meretas
END
dictionary freedict-nld-ind << 'END'
vuurtoren /x/ <n>
mercusuar
%
spoorbeambte /x/ <n>
masinis
%
Sovjet-Unie /x/ <n>
uni soviet
%
slakken /x/ <n>
siput
%
assistent /x/ <n>
asisten
END
dictionary freedict-nld-eng << 'END'
spoorbeambte /x/ <n>
officialoftherailway
%
Sovjet-Unie /x/ <n>
SovietUnion
%
slakken /x/ <n>
plantsnails
%
assistent /x/ <n>
assistent
END
dictionary freedict-nld-rus << 'END'
vuurtoren /x/ <n>
hoog gebouw, маяк
END
dictionary mueller7 << 'END'
lighthouse
   [x] _n. маяк
%
power
   [x]
   1. _n.
      1) сила; мощность, энергия; by power механической силой; the Great
      Powers великие державы
      2) _редк. держава (тж. государство)
   2. _v. снабжать двигателем
%
railway
   [x] _n. железная дорога
%
beguile
   [x] _v. отвлекать чьё-л. внимание; тж. обольщать
%
blink
   [x] _v. мигать
%
apply
   [x] _v. применять
%
strict
   [x] _a. строгий
END

# locale CODE NAME CAMEL VS: what CLDR calls an invented territory in the language, and one without a
# code; and two pictures, of a camel and of a word in a frame.
locale() {
    mkdir -p "$share/unicode/cldr/common/main" "$share/unicode/cldr/common/annotations"
    echo "<ldml><localeDisplayNames><territories><territory>none</territory>" \
        "<territory type='ZR'>$2</territory></territories></localeDisplayNames></ldml>" \
        > "$share/unicode/cldr/common/main/$1.xml"
    echo "<ldml><annotations><annotation>none</annotation>" \
        "<annotation cp='🐫' type='tts'>$3</annotation>" \
        "<annotation cp='🆚' type='tts'>$4</annotation></annotations></ldml>" \
        > "$share/unicode/cldr/common/annotations/$1.xml"
}
locale en Graustark 'two-hump camel' 'VS button'
locale id Negeriantah 'unta punuk dua' 'tombol VS'
locale ru Тридевятье 'двугорбый верблюд' 'значок «против»'

printf '%s\t%s\t%s\n' en id ru '# the state' '' '' election pemilu выборы US as сша \
    breastfeeding menyusui 'грудное вскармливание' cellphone ponsel '' \
    dpr dpr '' parliament 'dewan perwakilan rakyat' '' > "$folder/words.tsv"
printf '%s\t%s\t%s\n' en id ru '# what dictionaries have wrong' '' '' tariff meretas '' \
    nowhere meretas '' > "$folder/wrong.tsv"
cat > "$folder/abbreviations.tsv" << 'END'
# what dictionaries have no two phrases for
id	ponsel	telepon seluler
id	HP	telepon seluler

id	DPR	Dewan Perwakilan Rakyat
id	RS	rumah sakit
id	RS	Republik Serpong
id	BMKG	Badan Meteorologi, Klimatologi, dan Geofisika
ru	замминистра	заместитель министра
xy	NGO	non-governmental organization
en	NGO
en	NGO	non-governmental organization	note
en	prime minister	head of government
en	covid	coronavirus
id	MPR	Majelis Permusyawaratan Rakyat Republik Indonesia
id	RS	rumah sakit
END
run make-lexicon "$folder/lexicon" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/abbreviations.tsv" \
    "$share"
exits 0 'a lexicon is made of the dictionaries that are there'
grep -q 'left out for want of .*freedict-eng-rus.index' "$folder/err"
ok 'those that are not are named'
sed -n 's|^make-lexicon: .*/abbreviations.tsv:||p' "$folder/err" > "$folder/faults"
cat > "$folder/expected" << 'END'
10: no language, abbreviation and what it stands for
11: no language, abbreviation and what it stands for
12: no language, abbreviation and what it stands for
13: the abbreviation is not one word
14: what it stands for is not several words within the limit phrase-words, 4 words
15: what it stands for is not several words within the limit phrase-words, 4 words
16: a row says so before
END
diff "$folder/faults" "$folder/expected"
ok 'a row that is no abbreviation is told with its file and line'
cp "$folder/lexicon" "$folder/first"
run make-lexicon "$folder/lexicon" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/abbreviations.tsv" \
    "$share"
cmp -s "$folder/lexicon" "$folder/first"
ok 'made again, it has the same bytes'

add << 'END'
{"id":"minta","text":"Warga minta pemerintah segera memperbaiki jalan yang rusak itu."}
{"id":"tanya","text":"Anak itu suka tanya kepada gurunya tentang bintang di langit."}
{"id":"mercusuar","text":"Penjaga mercusuar tua itu menyalakan lampu setiap malam."}
{"id":"mayak","text":"Старый маяк на берегу светит кораблям каждую ночь."}
{"id":"doroga","text":"Новую железную дорогу откроют в начале будущего года."}
{"id":"kereta","text":"Kereta api dari ibu kota tiba di stasiun tepat waktu."}
{"id":"energia","text":"Солнечная энергия дешевеет с каждым годом, считают учёные."}
{"id":"derzhavy","text":"Великие державы договорились о новых правилах торговли."}
{"id":"verblud","text":"Двугорбый верблюд проходит по пустыне сорок километров в день."}
{"id":"znachok","text":"Значок депутата сын нашёл в ящике старого стола."}
{"id":"graustark","text":"The king of Graustark wrote a book of poems himself."}
{"id":"fokusnik","text":"Фокусник привык отвлекать внимание зрителей разговорами."}
{"id":"dvigatel","text":"Двигателем прогресса называют любопытство человека."}
END
ARAL_LEXICON=$folder/lexicon
export ARAL_LEXICON

search ask
finds 'minta tanya' 'all senses of a word are read, the first one is the likelier'
search lighthouse
in_any_order 'mayak mercusuar' 'both dictionaries are read, without labels and numbers of senses'
search 'kereta api'
finds 'kereta doroga' 'Indonesian and Russian meet over English'
search Negeriantah
finds graustark 'a territory is found by the name that CLDR has for it in another language'
search Тридевятье
finds graustark 'in any alphabet'
search 'two-hump camel'
finds verblud 'what a picture shows is found by its name'
search 'tombol VS'
finds '' 'but not a frame by the word that is written in it'
search power
finds 'energia derzhavy' 'a rare sense comes behind a common one, words of explanations are none'
search beguile
finds fokusnik 'nor is a word that stands for any other'
search 'great powers'
first derzhavy 'an example and its translation are a pair of their own'

add << 'END'
{"id":"dua","text":"Murid kelas dua bahas soal ujian kemarin."}
{"id":"satu","text":"Murid kelas satu tanya soal ujian kemarin."}
END
search 'mohon hujan'
finds minta 'a word finds the one most like it in meaning, which shares its translation'
run aral-search -i "$index" --format json 'mohon hujan'
prints '"highlights":[[6,11,"translation"]]' 'which is marked, as a translation is'
run aral-search -i "$index" --color always 'mohon hujan'
marked=$(sed -n 's/.*Warga \(.*\) pemerintah.*/\1/p' "$folder/out")
[ "$marked" != minta ] && echo "$marked" | grep -q minta
ok 'in text, too'
search mohon
finds '' 'but not where it is all that is wanted'
search '"mohon" hujan'
finds '' 'nor where its very form is'
search 'minta -mohon'
finds minta 'what is excluded excludes nothing that is merely like it'
search --across off 'mohon hujan'
finds '' 'nor without --across'
search 'mohon ujian'
finds 'satu dua minta' 'of two passages that lack a word, one that has its like comes first'

add << 'END'
{"id":"incubation","text":"The incubation of the eggs takes three weeks in a warm place."}
{"id":"immunosuppression","text":"After the transplant, immunosuppression lasts for years."}
{"id":"switch","text":"Press the toggle to switch between both views."}
{"id":"spatial","text":"A spatial pattern is a pattern in space."}
{"id":"spacial","text":"A spacial pattern is a pattern in space."}
{"id":"election","text":"The election was held on Wednesday in all provinces."}
{"id":"vybory","text":"Выборы прошли в среду во всех областях."}
{"id":"breastfeeding","text":"Breastfeeding keeps a child well, says the doctor."}
{"id":"vskarmlivanie","text":"Грудное вскармливание полезно ребёнку, говорит врач."}
{"id":"susu","text":"Harga susu naik sejak pekan lalu."}
END
search inkubasi
finds incubation 'a word that no dictionary has finds its cognate'
search imunosupresi
finds immunosuppression 'however the two languages spell it'
search togel
finds '' 'but not what merely looks like one'
run aral-search -i "$index" --format trec spasial
[ "$(cut -d ' ' -f 5 "$folder/out" | sed 's/\(\....\).*/\1/' | sort -u | wc -l)" = 1 ]
ok 'one that is reached by two rules counts no more than one by one'
search --lang en 'inkubasi telur'
finds incubation 'a part of a query, too'

add << 'END'
{"id":"apply","text":"They will apply the rule from next year on, said the clerk."}
{"id":"primenit","text":"Суд решил применить закон к обеим сторонам спора."}
{"id":"blink","text":"The lamps blink twice before the ship leaves the harbour."}
{"id":"strict","text":"The strict captain kept the log of the ship himself."}
{"id":"ssha","text":"США ввели новые пошлины на сталь и алюминий."}
{"id":"resmi","text":"Rumah itu resmi dibuka pada hari Rabu."}
END
search --lang en применить
finds apply 'a Russian verb is known by the other aspect'
search --lang ru apply
finds primenit 'either way'
search --lang en применится
finds apply 'or without its reflexive ending'
search --lang en помигать
finds blink 'or without its prefix'
search --lang en строго
finds strict 'an adverb by its adjective'
search --lang id officially
finds resmi 'in English, too'

search US
finds ssha 'US is no pronoun'
search us
finds '' 'as "us" is'
search pemilu
in_any_order 'election vybory' 'words of news that dictionaries lack are there'
search menyusui
in_any_order 'breastfeeding vskarmlivanie' 'and not taken for those they are made of'

add << 'END'
{"id":"telepon","text":"Telepon seluler buatan lokal laku keras di pasar kota."}
{"id":"hape","text":"Dia menjual HP bekas di pasar kota."}
{"id":"cellphone","text":"She left her cellphone on the bench of the park."}
{"id":"bmkg","text":"BMKG memperingatkan nelayan akan ombak tinggi."}
{"id":"rs","text":"Korban dibawa ke RS terdekat."}
{"id":"zam","text":"Заместитель министра ответил журналистам после встречи."}
END
search ponsel
in_any_order 'cellphone hape telepon' 'an abbreviation finds what it stands for, and by that others and translations'
search 'telepon seluler'
in_any_order 'cellphone hape telepon' 'and that finds the abbreviations, and their translations'
printf '{"id":"dewan","text":"Dewan Perwakilan Rakyat membahas rancangan itu dua hari."}\n' |
    aral-index add -q -i "$folder/dewan" -
run aral-search -i "$folder/dewan" --format trec DPR
prints dewan 'also where English knows a word of these letters'
search 'badan meteorologi, klimatologi, dan geofisika'
finds bmkg 'commas and function words are no matter'
search 'republik serpong'
finds rs 'of several meanings, each is found'
search замминистра
finds zam 'in Russian, too'

add << 'END'
{"id":"tarif","text":"Pemerintah akan menaikkan tarif mulai bulan depan, kata menteri."}
{"id":"meretas","text":"Mereka meretas jalan baru di hutan dengan parang."}
END
add << 'END'
{"id":"tujukan","text":"Mereka tujukan surat itu kepada menteri."}
{"id":"berlayar","text":"Kapal berlayar ke arah lain."}
{"id":"sapa","text":"Dia sapa semua tamu."}
{"id":"bercakap","text":"Murid bercakap dengan gurunya."}
{"id":"saudara","text":"Saudara kami datang dari kota."}
{"id":"hubungan","text":"Hubungan kedua negara membaik sejak awal tahun."}
END
search address
finds 'tujukan sapa' 'explanations that have numbers are not read as translations'
search relation
finds 'saudara hubungan' 'whatever numbers they have'
! grep -aq hoog "$folder/lexicon" && grep -aq idmercusuar "$folder/lexicon"
ok 'nor those in another script'
grep -aq 'enofficial enrailway' "$folder/lexicon" && ! grep -aq officialof "$folder/lexicon"
ok 'English that has lost its spaces is read as words'
grep -aq 'ensoviet enunion' "$folder/lexicon"
ok 'and names are told by their capitals'
! grep -aq 'snail' "$folder/lexicon"
ok 'what can be read in two ways is left out'
grep -aq 'enassistent' "$folder/lexicon"
ok 'and what is none is left as it is'
grep -aq enbravely "$folder/lexicon" && ! grep -aq engrowly "$folder/lexicon"
ok 'adverbs are made of adjectives'
search tariff
finds tarif 'what a dictionary has wrong is withdrawn'
run make-lexicon "$folder/lexicon" "$folder/words.tsv" "$folder/gone" "$folder/abbreviations.tsv" "$share"
exits 2 'without the table of that none is made'
run make-lexicon "$folder/lexicon" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/gone" "$share"
exits 2 'nor without that of abbreviations'
run make-lexicon "$folder/own" corpus/lexicon/words.tsv corpus/lexicon/wrong.tsv \
    corpus/lexicon/abbreviations.tsv "$share"
! grep "tsv:" "$folder/err"
ok 'the tables that come with Aral have no bad row'

aral-index add -q -i "$folder/news" - <<'END'
{"id":"aral","text":"The ministry showed a dozen investors round the Aral Sea region and its new harbour last week."}
{"id":"cepat","text":"Penumpang kereta cepat antara dua kota itu bertambah banyak pada musim liburan tahun ini."}
{"id":"selam","text":"Para penumpang perahu itu memakai pelampung ketika ombak menjadi semakin tinggi kemarin."}
{"id":"ash","text":"The volcano threw its ash over two islands, and flights were cancelled for most of the day."}
{"id":"bunga","text":"Bank sentral memangkas suku bunga sebesar dua puluh lima basis poin pada rapat bulan lalu."}
{"id":"film","text":"The crowd cheered when Tom Cruise came down a rope from the roof of the stadium on Sunday."}
{"id":"chat","text":"Students who let DeepSeek and ChatGPT write their essays were told to write them once more."}
{"id":"army","text":"The army called up its reservists, and the trains were full of young men all week long."}
END
while IFS='|' read -r query id; do
    [ "$(ARAL_LEXICON=$folder/own aral-search -i "$folder/news" --by article --format trec -- "$query" |
        cut -d ' ' -f 3 | paste -sd ' ' -)" = "$id" ]
    ok "its words take $query to $id"
done <<'END'
Приаралье|aral
скоростная железная дорога|cepat
life jacket|selam
vulkan|ash
bps|bunga
Том Круз|film
дипсик|chat
чатгпт|chat
reservis|army
END

printf '{"id":"money","text":"Rancangan itu naik menjadi lima triliun, kata menteri, bukan lima miliar."}\n' |
    aral-index add -q -i "$folder/money" -
run aral-search -i "$folder/money" --explain 'kenaikan anggaran miliar'
prints 'idrancang  Indonesian, translation' 'words that share translations are of like meaning'
prints_not 'idtriliun' 'but not words of other numbers'

run make-lexicon "$folder/empty" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/abbreviations.tsv" \
    "$folder/nothing"
exits 0 'without any dictionary there is an empty lexicon'
env -u MAKEFLAGS make -s --eval='listed: ; @printf "%s\n" $(LEXICON_DEPENDENCIES)' listed > "$folder/listed"
sed -n "s|.*left out for want of $folder/nothing/||p" "$folder/err" > "$folder/wanted"
unlisted=$(while read -r wanted; do
    grep -q "^/usr/share/$wanted" "$folder/listed" || echo "$wanted"
done < "$folder/wanted")
[ -z "$unlisted" ] || echo "# not listed: $unlisted"
[ -s "$folder/wanted" ] && [ -z "$unlisted" ]
ok 'the Makefile lists the package of each'
ARAL_LEXICON=$folder/empty
run aral-search -i "$index" --explain ask
complains 'no dictionaries were there to make it from' 'which --explain tells'

printf 'no gzip' > "$share/dictd/mueller7.dict.dz"
printf 'power\tA\tZZZZZZ\n' > "$share/dictd/mueller7.index"
run make-lexicon "$folder/lexicon" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/abbreviations.tsv" \
    "$share"
exits 0 'an index that points nowhere is read as far as it goes'

# A catalogue of messages: names of countries and what they are called in Indonesian. One of its
# strings is said to lie behind the end of the file.
mkdir -p "$folder/names/iso-codes/json" "$folder/names/locale/id/LC_MESSAGES"
perl -e '
    my @names = (["", "Language: id"], ["Graustark, Republic of", "Negeriantah, Sangkuriang"],
        ["Oz; Emerald", "Zamrud"], ["Ruritania", "Ruritanesia"]);
    my ($table, $strings) = ("", "");
    for my $side (0, 1) {
        for my $name (@names) {
            my $lost = $name->[0] eq "Ruritania" && $side == 0 ? 1 << 30 : 0;
            $table .= pack "L2", length $name->[$side], 28 + 16 * @names + $lost + length $strings;
            $strings .= "$name->[$side]\0";
        }
    }
    print pack("L7", 0x950412de, 0, scalar @names, 28, 28 + 8 * @names, 0, 0), $table, $strings' \
    > "$folder/names/locale/id/LC_MESSAGES/iso_3166-1.mo"
run make-lexicon "$folder/countries" "$folder/words.tsv" "$folder/wrong.tsv" "$folder/abbreviations.tsv" \
    "$folder/names"
exits 0 'a catalogue with a damaged string is read'
grep -aq idnegeriantah "$folder/countries" && ! grep -aqE 'idsangkuriang|idzamrud' "$folder/countries"
ok 'as far as it is whole: names in front of their comma, and none that are several'
finish
