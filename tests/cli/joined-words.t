#!/bin/sh
# Two words of a query are found as one, too: some write "cellphone", some "cell phone".
. tests/cli/lib.sh
. tests/cli/search_helpers.sh

add <<'END'
{"id":"apart","text":"A cell phone rang in the church, and the keeper of the light house went out to look for it."}
{"id":"joined","text":"Her cellphone rang in the middle of the concert, and the lighthouse behind the hall was dark."}
{"id":"into","text":"The ship came into the harbour with the tide, and nobody was allowed on the quay until noon."}
{"id":"rumah","text":"Korban dibawa ke rumahsakit terdekat, dan orangtuanya menunggu kabar sampai malam di sana."}
{"id":"kino","text":"Онлайнкинотеатр показывал старые картины, а зрители писали о них целую неделю."}
END

search --across off 'cell phone'
finds 'apart joined' 'what is written as one is found behind what is written as typed'
search --across off 'cell phones'
finds 'apart joined' 'in any form'
search --across off cellphone
finds joined 'one word that passages have is one'
search --across off 'rumah sakit'
finds rumah 'in Indonesian'
search --across off 'онлайн кинотеатры'
finds kino 'in Russian'
run aral-search -i "$index" --across off --format json 'cell phone'
json 'grep { my $hit = $_; $hit->{id} eq "joined#1" &&
    grep { substr($hit->{text}, $_->[0], $_->[1] - $_->[0]) eq "cellphone" } @{$hit->{highlights}} } @{$a->{results}}' \
    'it is marked as a whole'
for query in '"cell phone" concert' 'concert -"cell phone"' 'church =cell =phone' 'came in to' 'cell, phone'; do
    run aral-search -i "$index" --across off --explain -n 0 "$query"
    ! grep -E 'encellphone|eninto' "$folder/out" >/dev/null
    ok "but not what stands in quotes, is a function word or apart ($query)"
done

finish
