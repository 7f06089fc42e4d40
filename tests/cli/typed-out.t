#!/bin/sh
# Russian typed out in Latin letters: read as it is written, so long as Latin letters do not mean it.
. tests/cli/lib.sh
. tests/cli/search_helpers.sh

add <<'END'
{"id":"dam","text":"На реке достроили плотину, и водохранилище за ней к осени наполнилось до краёв."}
{"id":"tower","text":"Ветряные турбины стоят вдоль побережья, и электростанция при них питает весь остров."}
{"id":"snow","text":"В октябре объявили, что дороги в горах закрыты из-за снега, а поезда ходят с опозданием."}
{"id":"sea","text":"Аральское море мелело полвека, и порты на его берегах оказались далеко от воды."}
{"id":"more","text":"More and more people in the town asked the bank for a loan, and most of them got it in a week."}
{"id":"wind","text":"The wind turbines along the coast feed the whole island, as the engineers had promised."}
{"id":"tea","text":"Чай и сахар подорожали на рынках столицы, а хлеб остался в прежней цене."}
{"id":"uzbek","text":"Respublika prezidenti vodxoz tizimini isloh qilish to'g'risidagi farmonni imzoladi va uni e'lon qildi."}
END

search vodokhranilishche
finds dam 'a word that was typed out is found'
for spelling in vodohranilische vodoxranilishe vodokhranilischa; do
    search "$spelling"
    finds dam "in whatever way ($spelling)"
done
search 'vetryanykh turbin'
in_any_order 'tower wind' 'with any inflection, and what it is called in other languages'
first tower 'these behind the word itself'
search "oktyabr'"
finds snow 'signs may be typed'
for query in 'oktyabr’' "'oktyabr'" '‘oktyabr’' '«oktyabr»' 'ob’yavil' 'ob’yavil—oktyabr’'; do
    search "$query"
    finds snow "with signs of any kind ($query)"
done
run aral-search -i "$index" 'ob’yavil oktyabr’'
prints 'Did you mean: объявил октябрь' 'which are parts of what is replaced'
search '4to obyavili'
finds snow 'a digit may stand for a letter'
run aral-search -i "$index" 'v poezdah'
prints 'Did you mean: в поездах' 'function words are offered with the others'
search 'obyavil oktyabr'
finds snow 'or left out'
run aral-search -i "$index" "oktyabr' i elektrostanciya"
prints 'Did you mean: октябрь и электростанция' 'it is offered as it is written, to the last word'

search 'aralskoe more'
first sea 'words that English has, too, are read so in such a query'
search more
finds more 'but not by themselves'
run aral-search -i "$index" --explain 'aralskoe more'
prints 'more: searched, typed out for море' 'a function word of English is none there'
search 'ostrov OR more'
in_any_order 'sea tower wind' 'nor where it is sought by itself'
run aral-search -i "$index" --explain 'more about snega'
prints 'more: left out' 'but is one among English words'
run aral-search -i "$index" --explain 'i like snega'
prints 'snega: ' 'a query of English words'
prints_not 'typed out for' 'is not read as rare Russian ones (лике)'
search 'dam vodokhranilishche'
first dam 'one Latin word does not stand in the way of names'
search 'more bank loan vodokhranilishche'
first more 'nor does one word make such a query of another'

run aral-search -i "$index" --explain 'vetryanykh turbin'
prints 'turbin: searched, typed out for турбин' '--explain says how it was read'
search --across off vodokhranilishche
finds '' 'it can be switched off'
search poezda
finds snow 'what is sought'
run aral-search -i "$index" --explain chai
prints 'typed out for чай' 'as what passages have, rather than as what is spelt more plainly (чаи)'
search 'poezda -snega'
finds '' 'and what is excluded are read so'
search '"vetryanye turbiny"'
finds '' 'phrases mean what they say'
search "vodokhranilishche $(yes turbin | head -n 300)"
first dam 'a query of very many words is read so, too'

run aral-search -i "$index" --format json vodokhranilishche
prints '"suggestion":"водохранилище"' 'JSON offers it, too'
json 'my %kinds = map { $_->[2] => 1 } @{$a->{results}[0]{highlights}}; join(" ", keys %kinds) eq "name"' \
    'it is marked as a name in another alphabet is'

# A word that few of very many passages have in Latin letters may be there to say how it sounds.
many=$folder/many
{
    seq -f '{"id":"fill%g","text":"Nothing is told here."}' 40000
    cat << 'END'
{"id":"jeju","text":"A Jeju Air plane landed on its belly, and the airport of Muan was closed for a week."}
{"id":"her","text":"Он гордился ею, и с ею же сшитым знаменем полк вошёл в город."}
{"id":"reed","text":"У берега рос аир, и его корень сушили на чердаке до весны."}
{"id":"cardinal","text":"Kardinal Suharyo memimpin misa di gereja katedral dan mendoakan perdamaian dunia."}
{"id":"rusk","text":"Кардинал молчал. На столе лежал один сухарь, и старик думал о сухаре весь день."}
{"id":"wind","text":"The Russians call it vetryanaya elektrostantsiya, a power plant that runs on wind."}
{"id":"farm","text":"Новая ветряная станция стоит у моря, и ветряная энергия здесь дешева."}
{"id":"widow","text":"Yulia Navalnaya spoke in Munich, and Navalnaya was applauded for minutes."}
{"id":"julia","text":"Юлия жила у моря, и Юлия писала письма каждый день."}
{"id":"sister","text":"Сестру звали Юлия, и в доме у реки она жила одна."}
{"id":"mill","text":"Старая ветряная мельница стоит на холме за деревней."}
END
} > "$folder/many.jsonl"
aral-index add -i "$many" --quiet "$folder/many.jsonl"
run aral-search -i "$many" --explain 'jeju air'
prints_not 'typed out for' 'it is no function word of another language then'
prints 'jeju#1' 'and is found'
prints_not 'Did you mean' 'with nothing else offered'
run aral-search -i "$many" --explain 'kardinal suharyo'
prints_not 'typed out for' 'nor a word that no more of them have'
run aral-search -i "$many" --explain 'vetryanaya'
prints 'typed out for ветряная' 'but one that more of them have'
run aral-search -i "$many" 'yulia navalnaya'
prints 'widow#1' 'a word that passages have in Latin letters is found'
prints_not 'Did you mean' 'and none beside it is offered in others'

add <<'END'
{"id":"modi","text":"На саммите выступил Нарендра Моди, и Моди говорил последним."}
{"id":"fashion","text":"Неделя моды открылась в столице, и законы моды обсуждали все."}
END
run aral-search -i "$index" 'Narendra Modi'
prints 'modi#1' 'a name is found in other letters'
prints_not 'Did you mean' 'and not offered as a common word'
run aral-search -i "$index" 'nedelya modi'
prints 'Did you mean: неделя моды' 'unless another word is typed out'

people=$folder/people
cat > "$folder/people.jsonl" << 'END'
{"id":"driver","text":"Один человек ехал по дороге в горах и остановился у моста, чтобы набрать воды."}
{"id":"town","text":"В городе живёт много людей, и каждый человек знает дорогу к старому мосту."}
{"id":"guard","text":"Человек у ворот сказал, что мост закрыт до весны, а дорога занесена снегом."}
{"id":"man","text":"An old man stood at the gate and said that the bridge was closed until spring."}
{"id":"bridge","text":"The bridge across the river was built in a year and paid for by the whole valley."}
{"id":"road","text":"The road to the south is covered with snow, and nobody knows when it will be open."}
{"id":"river","text":"The river rose by a metre last week, and its water reached the gardens of the town."}
{"id":"gardens","text":"The gardens of the town are green again, and the first roses are in flower there."}
END
aral-index add -i "$people" --quiet "$folder/people.jsonl"
run aral-search -i "$people" --format tsv chelovek
[ "$(sed -n '4s/#.*//p' "$folder/out" | cut -f 2)" = man ]
ok 'what it is called elsewhere comes behind it, however rare it is there'

finish
