#!/bin/sh
# A misspelt word beside others is searched as what is meant, where no passage has it, and that is
# said. Alone it is answered as it is, and "did you mean" offered (suggest.t).
. tests/cli/lib.sh
. tests/cli/search_helpers.sh

add <<'END'
{"id":"assyria","text":"The kings of Assyria built Nineveh, and its last king died when the city burnt down."}
{"id":"persia","text":"The king of kings ruled Persia from Susa, and the king of Lydia had lost his crown to him."}
{"id":"market","text":"The market in the old town sells fish and bread, and every market day fills the inn."}
{"id":"keeper","text":"The lighthouse keeper wrote down each ship that passed, and the weather of every night."}
{"id":"dam","text":"Чёрный дым поднимался над плотиной, и пожарные ехали к ней по плохой дороге всю ночь."}
{"id":"rice","text":"Harga beras naik lagi, dan pedagang di pasar menunggu kiriman dari gudang pemerintah."}
{"id":"salt","text":"Berapa harga garam bulan ini belum diumumkan, kata petani garam di pantai utara."}
{"id":"fees","text":"Pendaftaran sekolah dibuka pekan depan, dan biaya seragam ditanggung orang tua murid."}
END

search 'king of Assryia'
first assyria 'a name is found as it is spelt'
complains '"Assryia" as "Assyria"' 'which is said'
run aral-search -i "$index" 'king of Assryia'
prints 'Did you mean: king of Assyria' 'and offered as well'
run aral-search -i "$index" --format json 'king of Assryia'
json '$a->{query} eq "king of Assryia"' 'the query is told as it was typed'
json '$a->{read_as} =~ /assyria/' 'and as it was read'
json '$a->{suggestion} eq "king of Assyria"' 'with the suggestion'

search 'weather lighthuose'
finds keeper 'so are other words'
search 'lighthousekeeper night'
first keeper 'without their space'
complains '"lighthousekeeper" as "lighthouse keeper"' 'which is said as well'
search 'черрный дым'
finds dam 'in Russian'
complains '"черрный" as "чёрный"' 'spelt as articles do'
search 'Berapkah harga beras'
first rice 'what a question begins with asks, and is not sought'

for query in 'king "Assryia" Persia' 'king =Assryia' 'king -Assryia' 'king Assryi*' 'Assryia'; do
    run aral-search -i "$index" "$query"
    ! grep 'as it seems to be meant' "$folder/err" >/dev/null
    ok "what must be there as it is, or not be there, stays ($query)"
done
for query in 'old town of Merkel' 'inn of Marke' 'king nineveh' 'town mert' 'bread fishmonger'; do
    run aral-search -i "$index" "$query"
    ! grep 'as it seems to be meant' "$folder/err" >/dev/null
    ok "a name is no other word, and what is short or in a dictionary none either ($query)"
done

search 'market fisg'
first market 'a short word is taken for one of the query'"'"'s language'
complains '"fisg" as "fish"' 'which is said'
run aral-search -i "$index" 'harga beras fisg'
! grep 'as it seems to be meant' "$folder/err" >/dev/null
ok 'and not for one of another language'

search 'king who "lived there" Assryia'
grep 'no passage has what stands in quotes' "$folder/err" >/dev/null &&
    grep '"Assryia" as "Assyria"' "$folder/err" >/dev/null
ok 'phrases that no passage has are searched as words beside what is respelt'
search 'Persia "kings of Assryia"'
first assyria 'where passages have one that is respelt, that is searched'
grep 'no passage has what stands in quotes' "$folder/err" >/dev/null
[ $? -eq 1 ]
ok 'and not said to be no phrase of theirs'
search 'king Persai'
finds 'persia assyria' 'what sounds like a name of passages finds it as it is'

add << 'END'
{"id":"baku","text":"Послов в Баку встретил Ильхам Алиев, и переговоры с ним длились до позднего вечера."}
{"id":"alive","text":"The president was alive and well, they said, and all who were alive then remember the day."}
{"id":"well","text":"Nobody believed that the climber was still alive, and the president sent two helicopters."}
{"id":"bread","text":"Bakteri Salmonella ditemukan dalam roti, dan puluhan siswa dirawat di rumah sakit."}
END
search 'president aliev'
first baku 'a name in other letters that sounds the same'
! grep 'as it seems to be meant' "$folder/err" >/dev/null
ok 'is no common word that sounds otherwise'
search 'bakteri salmonela'
first bread 'a word of a dictionary is searched as articles spell it'
complains '"salmonela" as "salmonella"' 'where that sounds the same'
add << 'END'
{"id":"plane","text":"A Boeing of the national airline landed in the capital with one engine on fire last night."}
{"id":"being","text":"A human being lives there, and being alone is hard; being old, he says, is harder still."}
{"id":"engine","text":"The engine was being repaired while the crew, being tired, slept under the wing."}
END
search 'boing engine fire'
first plane 'a name that sounds like the word is found'
! grep 'as it seems to be meant' "$folder/err" >/dev/null
ok 'nothing is searched as a word that would be left out'
finish
