#!/bin/sh
# How results are printed.
. tests/cli/lib.sh
. tests/cli/search_helpers.sh
. tests/cli/search_corpus.sh

run aral-search -i "$index" wind turbines
exits 0 'exit 0 when something is found'
prints '1. Goldwind builds wind turbines in Uzbekistan' 'text has rank and title'
prints '2025-06-11 · Steppe Wire · en · wind-en#1' 'and date, source, language and id'
prints_not "$(printf '\033')" 'and is plain in a pipe'
run aral-search -i "$index" --color always wind turbines
prints "$(printf '\033[1mwind\033[0m')" 'and bold where that is asked for'
on_a_terminal() {
    run env TERM=xterm script --quiet --return --command "$*" /dev/null
}
on_a_terminal aral-search -i "$index" wind turbines
prints "$(printf '\033[1mwind\033[0m')" 'and on a terminal'
NO_COLOR=1 on_a_terminal aral-search -i "$index" wind turbines
exits 0 'where NO_COLOR is set, too, it is found'
prints_not "$(printf '\033')" 'and plain'
run aral-search -i "$index" kangaroo
exits 1 'exit 1 when nothing is found'
prints 'Nothing found.' 'and says so'

run aral-search -i "$index" --limit 0 Goldwind
exits 0 'with --limit 0 exit 0 says that there is something'
is '3 passages in 3 articles' 'and how much'
printf '{"id":"gaps","text":"A first short line\\n\\nand\\t\\ta second one of gaps."}\n' |
    aral-index add -i "$folder/gaps" --quiet -
run aral-search -i "$folder/gaps" gaps
prints '   A first short line and a second one of gaps.' 'white space between paragraphs is one blank'

prints '1. A first short line' 'an article without a title is called by its first words'
run aral-search -i "$folder/gaps" --format tsv gaps
prints "$(printf '\t\t\t')" 'where programs read, its title stays empty'
printf '{"id":"divided","text":"No one delivered tur-\\nbines there.\\nGone is the steppe."}\n' |
    aral-index add -i "$folder/divided" --quiet -
run aral-search -i "$folder/divided" --color always turbines
prints "   No one delivered $(printf '\033[1mturbines\033[0m') there. Gone is the steppe." \
    'a word divided at the end of a line is shown whole, as one match'
prints "1. $(printf '\033[1m')No one delivered…" 'what calls the article by its first line ends before such a word'
run aral-search -i "$folder/divided" --format tsv turbines
prints "$(printf '\tNo one delivered turbines there. Gone')" 'in tables, too'
run aral-search -i "$folder/divided" --format jsonl turbines
prints '"text":"No one delivered tur-\nbines there.\nGone is the steppe."' 'JSON has the text as it is'
prints '"highlights":[[17,27,"exact"]]' 'and the bytes of it'
printf '{"id":"joined","text":"A well-\\nknown dam, C-\\n400 and negara- \\nnegara at sea -\\nand the steppe, pre-\\nand post-war, rock-\\nand-roll."}\n' |
    aral-index add -i "$folder/divided" --quiet -
run aral-search -i "$folder/divided" --format tsv known
prints "$(printf '\tA well-known dam, C-400 and negara-negara at sea - and the steppe, pre- and post-war, rock-and-roll.')" \
    'a word that goes on behind its own hyphen has no blank there'
run aral-search -i "$folder/divided" --color always known
prints "   A well-$(printf '\033[1mknown\033[0m') dam" 'though a part of it is marked'
awk 'BEGIN { printf "{\"id\":\"long\",\"text\":\"Без заголовка"; while (i++ < 30) printf " длинно"; print "\"}" }' |
    aral-index add -i "$folder/gaps" --quiet -
run aral-search -i "$folder/gaps" заголовка
prints '1. Без заголовка длинно длинно длинно длинно длинно длинно длинно длинно длинно…' \
    'cut at the end of a word where they are many'

run aral-search -i "$index" --format json 'Goldwind -lighthouse'
json '$a->{version} == 1' 'JSON has a version'
json '$a->{query} eq "Goldwind -lighthouse" && $a->{read_as} eq "goldwind -lighthouse"' \
    'and the query, and how it was read'
json '$a->{total}{articles} == 3 && $a->{total}{exact}' 'and totals, exact ones'
json '$a->{facets}{lang}{ru} == 1 && $a->{facets}{source}{"Steppe Wire"} == 1 &&
      $a->{facets}{month}{"2025-06"} == 3' 'and facets'
json '!defined $a->{suggestion}' 'and no suggestion'
json '$a->{results}[0]{rank} == 1 && $a->{results}[0]{id} =~ /^$a->{results}[0]{article}#\d+$/' \
    'a result has rank, id and article'
run aral-search -i "$index" --format json ladang kapas
json '$a->{results}[0]{extra}{rubric} eq "lingkungan"' 'fields of the article come back'
json 'my $r = $a->{results}[0]; my $t = $r->{text}; utf8::encode($t);
      my ($h) = @{$r->{highlights}}; $h->[2] eq "exact" && $r->{length} == length($t) &&
      substr($t, $h->[0], $h->[1] - $h->[0]) eq "ladang"' \
    'highlights are bytes of the text, with their kind'

cat > "$folder/dates.jsonl" <<'END'
{"id":"third","text":"Perjanjian itu ditandatangani pada 3 Februari 2022 di Jakarta oleh dua menteri dari kedua negara."}
{"id":"eighth","text":"Perjanjian lain ditandatangani pada 8 Februari 2022 di Surabaya oleh tiga menteri dari negara itu."}
{"id":"before","text":"Pertemuan pertama berlangsung pada 8 Februari 2021 di Medan dan dihadiri para pengusaha muda."}
{"id":"range","text":"Konferensi berlangsung 14-17 Februari 2022 di Bali dan dihadiri ratusan peneliti dari luar negeri."}
{"id":"english","text":"The treaty was signed on February 3, 2022 in the old palace, where a hundred guests had waited."}
{"id":"list","text":"The council met on the 3rd, 5th and 7th of February 2022 in the hall of the old town by the river."}
{"id":"list-id","text":"Rapat akbar digelar 3, 4 dan 7 Februari 2022 di Bandung bersama para bupati dan wali kota sekitar."}
{"id":"digits","text":"Dokumen itu bertanggal 2022-02-03 dan disimpan di arsip nasional bersama surat dari masa itu."}
END
aral-index add -q -i "$folder/dates" "$folder/dates.jsonl"
# marks QUERY: what is marked in each article, sorted.
marks() {
    aral-search -i "$folder/dates" --format jsonl -- "$1" | perl -MJSON::PP -ne '
        my $r = decode_json($_);
        utf8::encode(my $t = $r->{text});
        print join(" ", $r->{article}, map { substr($t, $_->[0], $_->[1] - $_->[0]) . ":$_->[2]" }
            @{$r->{highlights}}), "\n"' | LC_ALL=C sort > "$folder/out"
}
marks '8 Februari 2022'
cat > "$folder/expected" <<'END'
before 8 Februari:stem
digits 2022-02:stem
eighth 8 Februari 2022:exact
english February:stem 2022:exact
list February 2022:stem
list-id Februari 2022:stem
range Februari 2022:stem
third Februari 2022:stem
END
cmp -s "$folder/out" "$folder/expected"
ok 'of another day only the month is marked, and of another year the day without it'
marks 'Februari 2022'
grep -qx 'third Februari 2022:exact' "$folder/out" && grep -qx 'range Februari 2022:exact' "$folder/out"
ok 'and where a month is sought that is what is marked'

# valid SCHEMA-PART NAME: each line of output is valid by the schema.
valid() {
    python3 -c '
import json, sys, jsonschema
schema = json.load(open("searcher/answer.schema.json"))
jsonschema.Draft202012Validator.check_schema(schema)
part = {"$ref": "#/$defs/" + sys.argv[1], "$defs": schema["$defs"]} if sys.argv[1] else schema
for line in sys.stdin:
    jsonschema.Draft202012Validator(part).validate(json.loads(line))
' "$1" < "$folder/out" 2> "$folder/err"
    ok "$2"
}
for query in 'Goldwind wind' kangaroo '"Laut Aral" OR title:dam' ''; do
    run aral-search -i "$index" --format json "$query"
    valid '' "the answer to '$query' is valid by answer.schema.json"
done
run aral-search -i "$index" --format jsonl Goldwind
valid result 'a line of jsonl is a result of that schema'
[ "$(wc -l < "$folder/out")" = 3 ]
ok 'jsonl has one result a line'
run aral-search -i "$index" --format tsv Goldwind
[ "$(awk -F'\t' 'NF != 7' "$folder/out" | wc -l)" = 0 ]
ok 'tsv has seven columns'
run aral-search -i "$index" --format trec Goldwind
[ "$(awk 'NF != 6 || $2 != "Q0" || $6 != "aral" || $4 != NR || (NR > 1 && $5 >= last) { print }
          { last = $5 }' "$folder/out" | wc -l)" = 0 ]
ok 'trec has six columns and scores that fall'
cp "$folder/out" "$folder/first"
LC_ALL=de_DE.UTF-8 run aral-search -i "$index" --format trec Goldwind
cmp -s "$folder/first" "$folder/out"
ok 'and does not depend on the locale'

run aral-search -i "$index" --show aral-ru
prints 'title: Аральское море отступило' '--show prints an article'
prints 'Рыбаки Аральска говорят' 'and its text'
run aral-search -i "$index" --show 'aral-ru#1' --format json
json '$a->{id} eq "aral-ru#1" && $a->{lang} eq "ru"' '--show prints a passage, as JSON too'
printf '{"id":"%s","text":"%s"}\n' part 'The lamp is old.' 'part#1' 'The gate is new.' |
    aral-index add -i "$folder/hashes" --quiet -
run aral-search -i "$folder/hashes" --show 'part#1'
prints 'The lamp is old.' "the id of a passage shows it, though an article's is the same"
run aral-search -i "$folder/hashes" --show 'part#1#1'
prints 'The gate is new.' 'as does the id of that one'
aral-index remove -i "$folder/hashes" --quiet part
run aral-search -i "$folder/hashes" --show 'part#1'
prints 'The gate is new.' 'where there is no such passage, it is the article'
# As macOS writes it: é of two characters, and blanks that do not count.
printf '{"id":" caf\303\251  noir","text":"Coffee was served to the fishermen of the harbour."}\n' \
    > "$folder/cafe.jsonl"
run aral-index add -i "$folder/cafe" -q "$folder/cafe.jsonl"
decomposed=$(printf 'cafe\314\201   noir')
run aral-search -i "$folder/cafe" --show "$decomposed#1"
prints 'Coffee was served' '--show finds an id as adding does, however it is composed'
run aral-index remove -i "$folder/cafe" "$decomposed"
exits 0 'and so does remove'
run aral-index remove -i "$folder/cafe" "$(printf '\033[31mgone')"
complains 'there is no article "[31mgone"' 'no control character of an id reaches the terminal'
run aral-search -i "$index" --show nobody
exits 1 '--show of an unknown id finds nothing'
complains 'there is no article "nobody"' 'and says so'
run aral-search -i "$index" --show "a$(printf 'я%.0s' $(seq 150))"
iconv -f UTF-8 -t UTF-8 "$folder/err" > /dev/null
ok 'of a long id only as many letters as there is room for, each of them whole'

run aral-search -i "$index" --explain 'the wind turbines'
prints 'language: English' '--explain tells the likely language'
prints 'the: left out: a function word beside others' 'and what is left out'
prints 'word turbines as enturb' 'and why a hit ranks as it does'
prints 'results:' 'of hits in order of relevance'
run aral-search -i "$index" --explain 'source:Вестник lang:ru'
prints 'results, the newest first:' 'or of another, which is told'
run aral-search -i "$index" --explain 'source:Vestnik title:море'
prints 'language: Russian' 'of the words, not of the fields'
run aral-search -i "$index" --explain 'wind turbnies'
prints 'did you mean: wind turbines' '--explain has the suggestion'
aral-search -i "$index" --explain 'wind turbines in Kazakhstan' |
    sed -n 's/^ *[0-9.]*[0-9]  \([a-z ]*\)$/\1/p' | grep -v '^word ' | sort -u > "$folder/parts"
run aral-search --generate=man
[ "$(wc -l < "$folder/parts")" -gt 2 ]
while read -r part && grep -qxF "\\fB$part\\fR" "$folder/out"; do :; done < "$folder/parts"
[ -z "$part" ]
ok 'the manual tells what the parts of a score are'
run aral-search -i "$index" --explain -n 0 turbines
exits 0 'with -n 0 it finds what it does not print'
run aral-search -i "$index" --explain 'Пуджиастути'
prints 'language: Russian' 'of a word that no passage has by its letters'

turn=$(printf '\342\200\256')
aral-index add -i "$folder/turned" --quiet - << END
{"id":"a${turn}b","title":"A dam ${turn}fdp.exe","source":"Steppe${turn} Wire","text":"The dam ${turn}stands near the town."}
END
run aral-search -i "$folder/turned" dam
prints '1. A dam fdp.exe' 'what turns the direction of a line does not reach the terminal'
prints_not "$turn" 'not from anywhere'
run aral-search -i "$folder/turned" --format tsv dam
prints "a${turn}b#1" 'but an id in a table is the one that --show knows'
run aral-search -i "$folder/turned" --format json dam
prints "The dam ${turn}stands" 'and JSON has the text as it is'

run aral-search --analyze --lang en --format jsonl 'wind turbines'
json '$a->{lang} eq "en" && $a->{terms}[1]{surface} eq "turbines" &&
      $a->{terms}[1]{start} == 5 && $a->{terms}[1]{end} == 13 &&
      $a->{terms}[1]{term} =~ /^enturbin/ && $a->{terms}[1]{kind} eq "stem"' \
    '--analyze needs no index and gives terms with their bytes'
printf 'one\ntwo\n\nfour' > "$folder/lines"
run sh -c 'aral-search --analyze --lang en --format jsonl - < "$1"' sh "$folder/lines"
[ "$(wc -l < "$folder/out")" = 4 ]
ok '--analyze - reads lines, one text each'

finish
