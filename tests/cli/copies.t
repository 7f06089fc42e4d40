#!/bin/sh
# Copies of one passage, exact and near ones, are one result that says how many there are.
. tests/cli/lib.sh

dam='the new dam at Kokaral will raise the northern sea by two metres, enough to bring the harbour of Aralsk within sight of water again after four dry decades. The work is to begin in spring, when the ice has gone, and to cost eighty million dollars, most of it lent by a bank that asks for nothing but patience, the ministry of water said in a statement that fishermen in the villages read aloud to one another.'
boats='Boats for Kokaral are built again in a yard that had mended tractors for thirty years. Its oldest carpenter still has the patterns of his father, cut from birch, and a list of the names that the boats of the last fleet had. Each new one gets the next name of that list, so that the sea, he says, will know them. Planks come from the north by rail, nails from a smith at the station, and tar is boiled in the yard itself on days without wind, for the sheds are old and as dry as the sea bed around them. In a good month two boats are ready, and the whole street helps to carry them down to the shore, which is a little nearer every year. The children ride on top.'
articles() {
    cat << END
{"id":"wire","source":"Steppe Wire","title":"Dam","text":"Engineers said on Monday that $dam"}
{"id":"reprint","source":"The Harbour Post","title":"A dam","text":"Engineers said on Monday that $dam"}
{"id":"edited","source":"Lensa","title":"Sea to rise","text":"KOKARAL — Engineers said on Monday that $(echo "$dam" | sed 's/harbour/harbor/; s/, /,\\u00a0/; s/"/”/')"}
{"id":"own","title":"Dam","text":"The fishermen of Kokaral have heard promises of a dam before. What they want to know, they told the ministry, is who will pay for the nets, the boats and the road to the market in town. A dam alone catches no fish, says the oldest of them, who has kept his boat under a roof of reeds since the year the water left, and paints it each spring as if it were to sail tomorrow."}
{"id":"boats-1","title":"Boats","text":"$boats\n\nKokaral: $(echo "$boats" | tac -s ' ' | tr '\n' ' ')"}
{"id":"boats-2","title":"Boats","text":"$(echo "$boats" | sed 's/birch/pine/')\n\nKokaral: $(echo "$boats" | tac -s ' ' | tr '\n' ' ')"}
{"id":"rate-1","title":"Rate","text":"The rupiah closed at 16,315 per dollar on 3 June, 0.4 percent weaker than the day before, while the central bank sold 250 million dollars and the index of shares in Jakarta lost 38 points. Bonds of 10 years paid 6.91 percent, coal was sold at 104 dollars and nickel at 15,480, while traders waited for the figures of exports, which are to be told on 5 June."}
{"id":"rate-2","title":"Rate","text":"The rupiah closed at 16,190 per dollar on 9 June, 0.7 percent stronger than the day before, while the central bank sold 120 million dollars and the index of shares in Jakarta won 51 points. Bonds of 10 years paid 6.74 percent, coal was sold at 99 dollars and nickel at 15,215, while traders waited for the figures of exports, which are to be told on 11 June."}
END
}
articles | aral-index add -i "$index" --quiet - || {
    echo 'Bail out! the articles cannot be added'
    exit 1
}

# finds IDS NAME: the ids of the results, in order of the alphabet.
finds() {
    [ "$(cut -f 2 "$folder/out" | sort | tr '\n' ' ')" = "$1 " ]
    ok "$2"
}
# dam ARGUMENTS...: searches for the story of the dam.
dam() {
    run aral-search -i "$index" "$@" 'engineers ministry dam'
}

dam --format tsv
finds 'own#1 reprint#1' 'a story, its reprint and an edited version are one result, another story is another'
dam
prints '(and 2 nearly the same)' 'the result says how many more there are'
dam -n 1
prints '(and 2 nearly the same)' 'even if it is the only one to be shown'
dam --format json
prints '"copies":2' 'so it does for scripts'
prints '"total":{"passages":4,"articles":4,"exact":true}' 'and totals count every copy'
dam --by article --format json
prints '"copies":2' 'articles are folded as well'
dam --sort newest --format json
prints '"copies":2' 'whatever the order'
dam --unfold --format tsv
finds 'edited#1 own#1 reprint#1 wire#1' 'one option shows them all'
dam --unfold --format json
prints_not '"copies":1' 'and then none of them counts another'
run aral-search -i "$index" --format trec --by article 'engineers ministry dam'
[ "$(wc -l < "$folder/out")" = 4 ]
ok 'a run for judges has every article by itself'

run aral-search -i "$index" --by article --format tsv 'Kokaral boats yard carpenter'
[ "$(grep -c boats- "$folder/out")" = 1 ]
ok 'an article that repeats another does not come back by its next passage'
run aral-search -i "$index" --by article 'Kokaral boats yard carpenter'
prints '(and 1 nearly the same)' 'and is counted once'

# What an article has beside a copied passage: the same in other words' order of relevance, or news.
tram='The tram to the lighthouse runs again after forty years, every quarter of an hour and free of charge on Sundays, the city said. Its carriages were found in a barn, where hens had lived in them, and were painted yellow by pupils of the school of arts, who got a ticket for life each in return.'
rails='Rails for it came from a mine that was closed when the ore ran out, and the wires from a town in the north that has no use for them any more. Drivers had to be taught by the last man who remembers how such a brake is handled; he is eighty and would not take money for it, only the bell of the first car.'
cats='Cats are what the people on the hill speak about: a dozen of them lived between the rails, and the tram rings for each. A widow who feeds them asked for a stop at her gate, and got one, with a bench and a roof, though no map has it and no conductor calls it out to strangers.'
stories() {
    for n in $(seq 2); do # so long that a passage is one of these
        tram="$tram $(echo "$tram" | tac -s ' ' | tr '\n' ' ')" rails="$rails $(echo "$rails" | tac -s ' ' | tr '\n' ' ')"
        cats="$cats $(echo "$cats" | tac -s ' ' | tr '\n' ' ')"
    done
    cat << END
{"id":"tram","title":"Tram","text":"$tram\n\n$rails"}
{"id":"tram-agency","title":"Tram","text":"$tram\n\n$rails (tram news)"}
{"id":"tram-cats","title":"Tram","text":"$tram\n\n$cats"}
END
}
stories | aral-index add -i "$folder/trams" --quiet -
run aral-search -i "$folder/trams" --by article --format tsv 'tram lighthouse quarter Sundays'
[ "$(cut -f 2 "$folder/out" | tr '\n' ' ')" = 'tram tram-cats ' ]
ok 'an article that is counted as a copy comes back by what the other lacks, and by nothing else'
run aral-search -i "$folder/trams" --by article --format json 'tram lighthouse quarter Sundays'
[ "$(grep -o '"copies":[0-9]*' "$folder/out" | tr '\n' ' ')" = '"copies":2 "copies":0 ' ]
ok 'and is counted once'

run aral-search -i "$index" --format tsv 'rupiah nickel'
finds 'rate-1#1 rate-2#1' 'reports of the same form with other numbers are no copies'

# Two accidents told in the words of every accident are two events, and each has its copy.
accident() {
    printf '{"id":"%s","date":"%s","source":"%s","text":"%s' "$1" "$2" "$3" "$4"
    printf 'A lorry and a bus collided at kilometre %s of the road through %s on %s, the police of the region said. ' "$5" "$6" "$7"
    printf 'Traffic was stopped until the evening, and the driver of the lorry was taken to hospital, where he is to be asked '
    printf 'how long he had been at the wheel without a rest. The road was wet after rain in the night.%s"}\n' "$8"
}
{
    accident june 2024-06-03 'Steppe Wire' '' 214 Navoi '3 June' ''
    accident june-reprint 2024-06-04 Lensa 'NAVOI, June 4 (Lensa) -- ' 214 Navoi '3 June' ' Reporting by Ann Lee.'
    accident july 2024-07-09 'Steppe Wire' '' 871 Samara '9 July' ''
    accident july-reprint 2024-07-10 Lensa 'Samara - ' 871 Samara '9 July' ' More will be known tomorrow.'
} > "$folder/accidents"
roads=$folder/roads
aral-index add -i "$roads" --quiet - < "$folder/accidents"
# road ARGUMENTS...: the results of a search for accidents: id and copies of each.
road() {
    run aral-search -i "$roads" --format jsonl "$@" 'lorry bus collided'
    sed 's/.*"article":"\([^"]*\)".*"copies":\([0-9]*\).*/\1 \2/' "$folder/out" | sort > "$folder/found"
}
for options in '' '--by article' '--sort newest' '--sort oldest'; do
    road $options
    [ "$(cut -c 1-4 "$folder/found" | tr '\n' ' ')" = 'july june ' ] && ! grep -qv ' 1$' "$folder/found"
    ok "reports that differ in place, number and day are two results with a copy each ($options)"
done
road -n 1
first=$(cut -d ' ' -f 1 "$folder/found")
road -n 1 --offset 1
[ "$(cut -c 1-4 "$folder/found")" != "$(echo "$first" | cut -c 1-4)" ] && grep -q ' 1$' "$folder/found"
ok 'the next page begins with the other report'
road --unfold
[ "$(tr '\n' ' ' < "$folder/found")" = 'july 0 july-reprint 0 june 0 june-reprint 0 ' ]
ok 'unfolded, all four are shown'

road --sort oldest
grep -qx 'june 1' "$folder/found" && aral-index remove -i "$roads" --quiet june
road --sort oldest
[ "$(tr '\n' ' ' < "$folder/found")" = 'july 1 june-reprint 0 ' ]
ok 'where the one shown is removed, its copy is shown'
accident july 2024-07-09 'Steppe Wire' '' 900 Perm '9 July' '' | aral-index add -i "$roads" --quiet -
road
[ "$(tr '\n' ' ' < "$folder/found")" = 'july 0 july-reprint 0 june-reprint 0 ' ]
ok 'where the one shown is corrected in what matters, its copy is one no more'

for half in 1 2; do
    awk -v half=$half 'NR % 2 == half - 1' "$folder/accidents" | aral-index add -i "$folder/half$half" --quiet -
done
run aral-search -i "$folder/half1" -i "$folder/half2" --format jsonl 'lorry bus collided'
[ "$(grep -c '"copies":1' "$folder/out")" = 2 ] && [ "$(wc -l < "$folder/out")" = 2 ]
ok 'so it is where copies lie in several indexes'

aral-index add -i "$folder/sample" --quiet corpus/sample/en
run aral-search -i "$folder/sample" -n 1 'Goldwind turbines Uzbekistan'
prints '(and 1 nearly the same)' 'a story under two mastheads, each with its spelling and dateline, is one result'

# A copy that stands far behind its original, in a query whose passages are all counted for JSON.
awk 'BEGIN {
    for (i = 1; i <= 300; i++) {
        printf "{\"id\":\"n%d\",\"date\":\"%d\",\"text\":\"This harbour report is of", i, 1600 + i
        for (j = 1; j <= 30; j++)
            printf " word%dof%d", j, i == 300 ? 1 : i == 290 ? 200 : i
        print "\"}"
    }
}' | aral-index add -i "$folder/far" --quiet -
for format in json jsonl; do
    run aral-search -i "$folder/far" --sort newest -n 1 --format $format '"harbour report"'
    grep -o '"copies":[0-9]*' "$folder/out" > "$folder/copies.$format"
done
[ -s "$folder/copies.json" ] && cmp -s "$folder/copies.json" "$folder/copies.jsonl"
ok 'all formats tell of as many copies'

# One of some days later, in a list by date.
for limit in 11 100; do
    run aral-search -i "$folder/far" --sort newest -n $limit --format jsonl 'harbour report'
    grep -q '"article":"n290".*"copies":1[,}]' "$folder/out"
    ok "by date a copy is counted that is no result to be shown yet (-n $limit)"
done

# One so far behind that only a long list comes to it, with a hundred copies of another between.
awk 'BEGIN {
    for (i = 1; i <= 300; i++) {
        printf "{\"id\":\"n%d\",\"date\":\"%d\",\"text\":\"This harbour report is of", i, 1600 + i
        for (j = 1; j <= 30; j++)
            printf " word%dof%d", j, i == 1 ? 300 : (i > 100 && i < 200) ? 200 : i
        print "\"}"
    }
}' | aral-index add -i "$folder/behind" --quiet -
for limit in 1 300; do
    run aral-search -i "$folder/behind" --sort newest -n $limit --format jsonl 'harbour report'
    grep '"article":"n300"' "$folder/out" | grep -o '"copies":[0-9]*' > "$folder/copies.$limit"
done
[ -s "$folder/copies.1" ] && cmp -s "$folder/copies.1" "$folder/copies.300"
ok 'by date a result has as many copies with any limit'

run env ARAL_INDEX="$index" REQUEST_METHOD=GET SCRIPT_NAME= PATH_INFO=/ QUERY_STRING='q=engineers+dam&ui=en' aral.cgi
prints 'and 2 similar copies' 'the search box says how many'
prints 'copies=shown' 'and leads to them'
run env ARAL_INDEX="$index" REQUEST_METHOD=GET SCRIPT_NAME= PATH_INFO=/ QUERY_STRING='q=engineers+dam&ui=en&format=atom' aral.cgi
prints '(and 2 similar copies)</summary>' 'so does its feed'

# A long report in the words of another, of the town that its title names, and a reprint of it.
for town in Medan Palu; do
    for print in a b; do
        printf '{"id":"%s-%s","source":"%s","title":"A lake for %s","text":"People of %s hear of it: %s"}\n' \
            $town $print "Print $print" $town $town "$boats"
    done
done | aral-index add -i "$folder/towns" --quiet -
run aral-search -i "$folder/towns" --format tsv --by article 'carpenter yard'
[ "$(cut -f 2 "$folder/out" | cut -d - -f 1 | sort | tr '\n' ' ')" = 'Medan Palu ' ]
ok 'reports that differ in the name which their titles have are two'

# --- more copies than the index is asked for at once
for n in $(seq 60); do
    printf '{"id":"print-%s","title":"Print %s","text":"Engineers said on Monday that %s"}\n' "$n" "$n" "$dam"
done | aral-index add -i "$folder/prints" --quiet -
for n in $(seq 40); do
    printf '{"id":"other-%s","text":"Engineers of village %s mended its well in %s days, with pipes of the next one."}\n' \
        "$n" "$n" $((n * 7))
done | aral-index add -i "$folder/prints" --quiet -
for limit in 1 2 10; do
    run aral-search -i "$folder/prints" -n $limit 'engineers dam'
    prints '(and 59 nearly the same)' "all are counted where $limit of the results are asked for"
done

finish
