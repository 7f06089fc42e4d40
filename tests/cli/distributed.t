#!/bin/sh
# One index on three machines: xapian-tcpsrv for each shard, here on loopback. However the shards are
# named, answers are those of one index of the same articles. indexer/DISTRIBUTION.md is the manual.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh

servers=
# Each server has a process group of its own: it ends its whole group when it is told to end.
stop_server() {
    kill -CONT "$1" 2> /dev/null
    kill "$1" 2> /dev/null
    wait "$1" 2> /dev/null
}
stop_all() {
    for server in $servers; do
        stop_server "$server"
    done
}
trap 'stop_all; leave' EXIT

# serve PORT COMMAND...: starts a server and waits until it listens; its process is $server.
serve() {
    listening=$1
    shift
    setsid "$@" > "$folder/server" 2>&1 &
    server=$!
    tries=0
    while kill -0 "$server" 2> /dev/null && [ "$tries" -lt 100 ]; do
        if grep -q ":$(printf %04X "$listening") 00000000:0000 0A" /proc/net/tcp; then
            servers="$servers $server"
            return 0
        fi
        tries=$((tries + 1))
        sleep 0.05
    done
    return 1
}

# A free port of many, so that tests can run side by side.
port=$((20000 + $$ % 20000))
serve_anywhere() {
    for _ in 1 2 3 4 5 6 7 8; do
        port=$((port + 1))
        if serve "$port" "$@" --interface 127.0.0.1 --port "$port"; then
            return 0
        fi
    done
    return 1
}
serve_shard() {
    serve_anywhere xapian-tcpsrv --quiet "$1"
}

in_folder() (
    cd "$folder" && "$@"
)

# Articles of real words, some of them many times.
articles 1 60 | sed 's/\([a-z]\)\([0-9][0-9]*\) /\1 \2 /g' > "$folder/articles"
# One has a title in another language than its text, whose words its passages do not have.
cat >> "$folder/articles" <<'END'
{"id":"malay","title":"Polis tahan lelaki kerana disyaki merompak kedai emas","text":"Penjaga mercusuar melihat tiga orang di dermaga pada malam hari, lalu ia memanggil petugas."}
{"id":"kedai","text":"Sebuah kedai kopi di pasar itu buka sampai malam, dan selalu penuh."}
END
for shard in 1 2 3; do
    aral-index add --quiet -i "$folder/shard$shard" --shard $shard/3 "$folder/articles"
done
aral-index add --quiet -i "$index" "$folder/articles"
printf 'auto shard1\nauto shard2\nauto shard3\n' > "$folder/local.stub"

serve_shard "$folder/shard1" && first=$port first_server=$server &&
    serve_shard "$folder/shard2" && second=$port second_server=$server &&
    serve_shard "$folder/shard3" && third=$port || {
    echo 'Bail out! xapian-tcpsrv does not start'
    exit 1
}
printf 'remote localhost:%s\n' $first $second $third > "$folder/remote.stub"
remotes="-i tcp://127.0.0.1:$first -i tcp://127.0.0.1:$second -i tcp://127.0.0.1:$third"

# same_answers LOCATIONS NAME: all queries have the answers of the one index, scores and all.
printf '%s\n' 'harbour lamp' 'water wind turbine 13' '"wind 14"' 'vill*' 'desert AND railway' \
    'title:7 keeper' 'kedai mercusuar' 'nowhere' |
    awk '{ printf "q%d\t%s\n", NR, $0 }' > "$folder/topics"
aral-search -i "$index" --topics "$folder/topics" --format trec -n 25 > "$folder/expected"
same_answers() {
    # shellcheck disable=SC2086
    run aral-search $1 --topics "$folder/topics" --format trec -n 25
    [ -s "$folder/expected" ] && cmp -s "$folder/out" "$folder/expected"
    ok "$2"
}
same_answers "-i $folder/local.stub" 'a stub file with three shards answers as one index'
same_answers "-i $folder/shard1 -i $folder/shard2 -i $folder/shard3" 'so do three times -i'
same_answers "-i $folder/shard3 -i $folder/shard1 -i $folder/shard2" 'so do they in another order'
same_answers "$remotes" 'so do three servers'
same_answers "-i $folder/remote.stub" 'so does a stub file with three servers'
same_answers "-i $folder/shard1 -i tcp://127.0.0.1:$second -i $folder/shard3" \
    'so do a server and two folders'
printf '# as Windows writes it\r\nauto shard1\r\n\r\nremote localhost:%s\r\nauto local3.stub\r\n' \
    "$second" > "$folder/mixed.stub"
printf 'remote :xapian-progsrv %s\n' "$folder/shard3" > "$folder/local3.stub"
same_answers "-i $folder/mixed.stub" 'so does a stub file of all kinds'

printf 'remote tcp://localhost:%s\n' "$second" > "$folder/scheme.stub"
run aral-search -i "$folder/scheme.stub" harbour
exits 2 'a server is no address in a stub file'
complains "write that without tcp:// in a stub file" 'which is told'

# Without dates, all passages of one weight are ties.
for order in newest oldest; do
    for query in harbour lang:en; do
        aral-search -i "$index" --sort $order --format trec -n 25 $query > "$folder/expected.dates"
        run aral-search $remotes --sort $order --format trec -n 25 $query
        [ -s "$folder/expected.dates" ] && cmp -s "$folder/out" "$folder/expected.dates"
        ok "with --sort $order they have one order, too: $query"
    done
done

run aral-search $remotes --format json -n 1 'harbour'
prints '"articles":60' 'articles are counted over all servers'

# What is shown, and what it is ranked by, is asked for together: more hits take no more messages.
messages() {
    # shellcheck disable=SC2086
    strace -qq -e trace=write -o "$folder/trace" aral-search $remotes "$@" > "$folder/out"
    grep -c '^write([3-9]' "$folder/trace"
}
if command -v strace > /dev/null; then
    few=$(messages --format jsonl -n 2 harbour)
    many=$(messages --format jsonl -n 40 harbour)
    [ "$few" -gt 0 ] && [ "$many" -le $((few + 12)) ]
    ok "forty hits take as few messages as two"
else
    echo '# strace is not there to count messages'
fi

run aral-search $remotes --show a7
exits 0 'an article of any server can be shown'
prints 'Number 7' 'with its title'

for shard in 1 2 3; do
    aral-index export -i "$folder/shard$shard"
done | sed 's/.*"id": *"\([^"]*\)".*/\1/' | sort > "$folder/exported"
sed 's/.*"id": *"\([^"]*\)".*/\1/' "$folder/articles" | sort | cmp -s - "$folder/exported"
ok 'every article is on one shard'
run aral-index add -i "$folder/shard1" --shard 1/3 "$folder/articles"
prints 'added 0, updated 0' 'adding them again finds them on the same shard'
prints 'removed 0, rejected 0' 'and passes over those of the others'
run aral-index add -i "$folder/shard1" --shard 4/3 "$folder/articles"
exits 2 'there is no fourth shard of three'

# --- a shard of another analysis than the others, wherever it stands --------------------------
cat > "$folder/age.c" << 'END'
#include "shim/xapian-c.h"
int main(int count, char **arguments) {
    const struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING};
    struct xapian_writer *writer = xapian_writer_open(arguments[count - 1], &options, 0);
    bool aged = xapian_writer_begin(writer, 0) &&
                xapian_writer_set_metadata(writer, (struct xapian_bytes){"aral.analysis", 13},
                                           (struct xapian_bytes){"1", 1}, 0) &&
                xapian_writer_commit(writer, 0);
    return !xapian_writer_close(writer, 0) || !aged;
}
END
${CC:-gcc} -std=c17 -I. -c -o "$folder/age.o" "$folder/age.c" &&
    ${CXX:-g++} ${SANITIZERS-} -o "$folder/age" "$folder/age.o" "$build/libxapian-c.a" \
        $(pkg-config --libs xapian-core)
cp -r "$folder/shard2" "$folder/aged"
"$folder/age" "$folder/aged"
printf 'auto shard1\nauto aged\n' > "$folder/aged_last.stub"
printf 'auto aged\nauto shard1\n' > "$folder/aged_first.stub"
for command in 'aral-search -i aged_last.stub harbour' 'aral-index check -i aged_last.stub' \
    'aral-index compact -i aged_last.stub --to merged'; do
    # shellcheck disable=SC2086
    run in_folder $command
    exits 2 "${command% *} refuses a stub file that lists it"
    complains 'database 2 of aged_last.stub has words of analysis 1, ' 'and says where'
done
run in_folder aral-search -i aged_first.stub harbour
complains 'database 1 of aged_first.stub has words of analysis 1, ' 'wherever it stands'
run in_folder aral-search -i shard1 -i aged harbour
complains 'aged has words of analysis 1, ' 'or by its name, if it is named'
run in_folder aral-index check -i aged
exits 2 'nor is one alone checked'
complains '`aral-index -i aged export | aral-index -i NEW add -`' 'but what mends it is told, not that it is damaged'
in_folder sh -c 'aral-index -i aged export | aral-index -i mended add --quiet -'
run in_folder aral-index check -i mended
exits 0 'and it mends it'

# --- written to one by one --------------------------------------------------------------------
for shard in 1 2 3; do
    aral-index export -i "$folder/shard$shard"
done > "$folder/before"
article fresh 'The lighthouse was painted.' > "$folder/fresh"
for command in 'add fresh' 'sync fresh' 'remove a7'; do
    # shellcheck disable=SC2086
    run in_folder aral-index ${command% *} -i local.stub ${command#* }
    exits 2 "${command% *} refuses a file that lists several databases"
    complains 'local.stub is a file that lists databases: write to them one by one' 'with what to do'
done
for shard in 1 2 3; do
    aral-index export -i "$folder/shard$shard"
done | cmp -s - "$folder/before"
ok 'and nothing is written to any'

# --- structure is for the machine that has it -------------------------------------------------
run aral-index check -i "$folder/remote.stub"
exits 0 'a stub file that lists servers can be checked'
prints 'clean: 62 articles' 'for their articles'
complains 'lists servers, where the structure of what they have is checked' 'and no more, which is told'
run aral-index compact -i "$folder/remote.stub" --to "$folder/merged"
exits 2 'but not be merged'
complains 'lists databases on servers: compact them there' 'which is told'

# --- slow, down, replaced ---------------------------------------------------------------------
run aral-search $remotes harbuor
prints 'Did you mean: harbour' 'another spelling is looked for on servers'
run aral-search $remotes --time-limit 0.001 harbuor
exits 1 'where the time is over, the answer comes without another spelling'
names 'no other spelling was looked for' 'and that is said'
seconds() {
    date +%s
}
kill -STOP "$second_server"
started=$(seconds)
run aral-search $remotes --timeout 1 harbour
taken=$(($(seconds) - started))
exits 2 'a server that does not answer makes the search fail'
complains "127.0.0.1:$second" 'and is named'
[ "$taken" -le 5 ]
ok 'within the time that was given'
run aral-search $remotes --timeout 1 --partial -n 3 harbour
exits 0 'with --partial the others answer'
names "left out: remote:tcp(127.0.0.1:$second)" 'and what is missing is said'
started=$(seconds)
run aral-search -i "$folder/remote.stub" --timeout 1 harbour
taken=$(($(seconds) - started))
exits 2 'it makes the search of a stub file that lists it fail'
[ "$taken" -le 5 ]
ok 'within the time that was given, too'
kill -CONT "$second_server"
same_answers "$remotes" 'when it answers again, all is as before'

# More than a pipe holds: the search waits for its reader when the server goes.
awk 'BEGIN { for (i = 1; i <= 400; i++) printf "q%d\tharbour\n", i }' > "$folder/many"
aral-search $remotes --partial --topics "$folder/many" --format trec -n 25 2> "$folder/err" | {
    read -r _
    stop_server "$second_server"
    cat
} > "$folder/out"
grep -q '^q400 ' "$folder/out" && ! grep -q '^q1: ' "$folder/err"
ok 'a server that goes between two searches is left out of the second'
names "q400: a part of the index is left out: remote:tcp(127.0.0.1:$second)" 'which is told'

run aral-search $remotes harbour
exits 2 'a server that is down makes the search fail'
complains "127.0.0.1:$second" 'and is named, too'
run aral-search -i "$folder/remote.stub" harbour
exits 2 'a stub file with it fails as well'
run aral-search $remotes --partial --format trec -n 100 harbour
exits 0 'with --partial the others answer'
cut -d ' ' -f 3 "$folder/out" | sort > "$folder/found"
aral-search -i "$folder/shard1" -i "$folder/shard3" --format trec -n 100 harbour |
    cut -d ' ' -f 3 | sort | cmp -s - "$folder/found"
ok 'as far as they know'
run aral-search -i "tcp://127.0.0.1:$second" --partial harbour
exits 2 'where nothing is left, it fails all the same'

# Other programs listen at ports, too, and wait to be asked or speak first.
for greeting in '' 'SSH-2.0-OpenSSH'; do
    serve_anywhere perl -MIO::Socket::INET -e '
        my $server = IO::Socket::INET->new(LocalAddr => "127.0.0.1", LocalPort => $ARGV[-1], Listen => 5);
        while (my $client = $server->accept) { $client->send("$ARGV[0]\r\n" x 9) if $ARGV[0]; push @open, $client }' \
        -- "$greeting"
    run aral-search -i "tcp://127.0.0.1:$port" --timeout 1 harbour
    exits 2 "a server of something else makes the search fail: $greeting"
    complains "127.0.0.1:$port" 'and is named'
    names 'does not answer as a xapian-tcpsrv' 'as what it is not'
done
printf '{"text":"One of two."}\n' > "$folder/one.jsonl"
run aral-index add -i "tcp://127.0.0.1:$port" "$folder/one.jsonl"
complains 'does not answer as a xapian-tcpsrv' 'which those who add are told, too'

serve "$second" xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$second" "$folder/shard2"
second_server=$server
same_answers "$remotes" 'started again at its port, it is there again'

# --- copies -----------------------------------------------------------------------------------
if command -v xapian-replicate-server > /dev/null && command -v xapian-replicate > /dev/null; then
    serve_anywhere xapian-replicate-server "$folder"
    replicas=$port
    replicate() {
        xapian-replicate --quiet --one-shot --host 127.0.0.1 --port "$replicas" --master shard2 \
            "$folder/copy2"
    }
    run replicate
    exits 0 'a shard can be copied by xapian-replicate'
    same_answers "-i $folder/shard1 -i $folder/copy2 -i $folder/shard3" 'its copy stands in for it'
    article fresh 'The lighthouse was painted this morning.' |
        aral-index add --quiet -i "$folder/shard2" -
    run replicate
    run aral-search -i "$folder/copy2" lighthouse
    prints 'lighthouse was painted' 'what is added to the shard comes to its copy'
    run aral-index check -i "$folder/copy2"
    prints 'clean: ' 'a copy can be checked'
    for change in 'add tests/cli' 'remove fresh' compact; do
        # shellcheck disable=SC2086
        run aral-index $change -i "$folder/copy2"
        exits 2 "but not be changed (${change%% *})"
        complains 'is a copy that xapian-replicate keeps: write to what it is a copy of' 'which is told'
    done
    printf 'auto shard1\nauto copy2\nremote localhost:%s\n' $third > "$folder/failed_over.stub"
    run aral-index check -i "$folder/failed_over.stub"
    prints 'clean: 63 articles' 'so can it among others, as far as they are on this machine'
    run aral-index check -i "tcp://localhost:$third"
    prints 'clean: ' 'a server can be asked for its articles'
    complains 'is on a server, where its structure is checked: here only its articles are' 'and no more, which is told'

    XAPIAN_MAX_CHANGESETS=10
    export XAPIAN_MAX_CHANGESETS
    for word in white green; do
        article $word "The lighthouse was painted $word." | aral-index add -q -i "$folder/shard2" -
        run replicate
    done
    ls "$folder/shard2" | grep -q '^changes[0-9]'
    ok 'a shard keeps changes for its copies'
    run aral-index compact --quiet -i "$folder/shard2"
    exits 0 'and can be compacted nevertheless'
    run replicate
    run aral-search -i "$folder/copy2" -n 0 --across off painted
    prints '3 passages' 'its copy is sent anew'
fi

# --- written to from another machine
article first 'The lighthouse was painted blue.' | aral-index add -q --unsealed -i "$folder/far" -
serve_anywhere xapian-tcpsrv --quiet --writable "$folder/far"
articles 1 5 | aral-index add --quiet -i "tcp://127.0.0.1:$port" -
run aral-index remove -i "tcp://127.0.0.1:$port" first a2 nowhere
exits 1 'articles on a server can be removed'
complains 'there is no article "nowhere"' 'and what is not there is told'
run aral-index add -i "tcp://127.0.0.1:$port" --strict "$folder/absent"
exits 2 'what cannot be taken back is not promised'
complains 'use --strict on its machine' 'which is told'
run aral-index check -i "$folder/far"
prints 'clean: 4 articles' 'a server that is written to has whole articles'
run aral-index compact -i "tcp://127.0.0.1:$port"
exits 2 'it is compacted on its own machine'
complains 'is on a server: compact it there' 'which is told'

# --- a writer that is killed: the server keeps half of an article, which the next writer takes out
cat > "$folder/die.c" << 'END'
#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
static atomic_long messages;
ssize_t write(int file, const void *data, size_t size) {
    ssize_t (*next)(int, const void *, size_t) =
        (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    struct stat status;
    if (fstat(file, &status) == 0 && S_ISSOCK(status.st_mode) &&
        atomic_fetch_add(&messages, 1) == atol(getenv("MESSAGES")))
        raise(SIGKILL);
    return next(file, data, size);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/die.so" "$folder/die.c"

# killed_after MESSAGES COMMAND...: true if it is killed before the message that comes behind these.
killed_after() {
    messages=$1
    shift
    env MESSAGES="$messages" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
        LD_PRELOAD="$folder/die.so" "$@" > "$folder/out" 2> "$folder/killed"
    [ $? = 137 ]
}

# Words of the first forty are in blocks; some of these are replaced, others come. None has a title,
# so that its first passage is read to name it.
untitled() {
    articles "$@" | sed 's/"title":"[^"]*",//'
}
untitled 1 40 > "$folder/first"
{
    untitled 1 3 | sed 's/harbour/haven/g'
    untitled 41 42
} > "$folder/second"
aral-index add -q --unsealed -i "$folder/begun" "$folder/first"
cp -r "$folder/begun" "$folder/whole"
aral-index add -q -i "$folder/whole" "$folder/second"
aral-index export -i "$folder/whole" | sort > "$folder/expected"
begin_anew() {
    rm -rf "$folder/broken" && cp -r "$folder/begun" "$folder/broken"
}
begin_anew
XAPIAN_FLUSH_THRESHOLD=5
export XAPIAN_FLUSH_THRESHOLD
serve_anywhere xapian-tcpsrv --quiet --writable "$folder/broken"
unset XAPIAN_FLUSH_THRESHOLD
far=tcp://127.0.0.1:$port
told='a program was interrupted while it changed article a[0-9]*, which is now removed: add it again'

halves=0 named=yes whole=yes searched=yes at=40
while begin_anew && killed_after $at aral-index add -q -j 1 -i "$far" "$folder/second"; do
    aral-index check --wait=10 -i "$folder/broken" > "$folder/checked" 2>&1 ||
        halves=$((halves + 1))
    aral-search -n 500 --per-article 20 -i "$folder/broken" '*' > "$folder/found" 2>&1 || searched=no
    # A second one is killed, too, maybe while it takes back what the first one left.
    killed_after $((at % 60)) aral-index add -q --wait=10 -j 1 -i "$far" "$folder/second"
    run aral-index add -q --wait=10 -i "$far" "$folder/second"
    [ "$code" = 0 ] && [ "$(grep -vc "$told" "$folder/err")" = 0 ] || named=no
    aral-index check --wait=10 -q -i "$folder/broken" > "$folder/checked" 2>&1 &&
        aral-index export -i "$folder/broken" | sort | cmp -s - "$folder/expected" || whole=no
    at=$((at + 23))
done
[ "$halves" -gt 5 ]
ok 'a server keeps half of an article when its writer is killed, which check does not call clean'
[ $searched = yes ]
ok 'nor does that keep anybody from searching'
[ $named = yes ]
ok 'the next writer says so, and no more'
[ $whole = yes ]
ok 'wherever it is killed, adding the same once more makes the index whole'

begin_anew
killed_after 200 aral-index add -q -j 1 -i "$far" "$folder/second"
run aral-index check --wait=10 -i "$folder/broken"
exits 2 'a half article is not clean'
prints 'is being written, or that was interrupted' 'which one it is, is told'
complains 'is not damaged, but not finished: the next add, sync or remove takes back' 'and what mends it'
aral-index export -i "$folder/broken" > "$folder/out" 2> "$folder/err"
[ $? = 1 ] && grep -q '^aral-index: left out: article a' "$folder/err"
ok 'an export is without it, and says so'
[ "$(wc -l < "$folder/out")" -ge 37 ]
ok 'but has all others'
run aral-index compact -q -i "$folder/broken" --to "$folder/sealed" --sealed
exits 2 'nor is it copied to where it cannot be mended'
complains 'add it again first' 'which is told'
run aral-index add -q --wait=10 -i "$folder/broken" "$folder/second"
exits 0 'a writer on the machine of the index mends it as well'
complains 'a program was interrupted while it changed article a' 'and says so'
aral-index export -i "$folder/broken" | sort | cmp -s - "$folder/expected"
ok 'with the same articles'
printf 'remote 127.0.0.1:%s\n' "$port" > "$folder/far.stub"
run aral-index add -i "$folder/far.stub" --strict "$folder/second"
exits 2 'a stub file that names a server promises no more than that'
complains 'use --strict on its machine' 'which is told, too'

# A server that is killed while it takes one back, behind one of its commits, which come with
# each second change.
cat > "$folder/fell.c" << 'END'
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
int rename(const char *from, const char *to) {
    static int commits;
    int result = (int)syscall(SYS_rename, from, to);
    if (++commits == atoi(getenv("COMMITS")))
        raise(SIGKILL);
    return result;
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/fell.so" "$folder/fell.c"
begin_anew
killed_after 224 aral-index add -q -j 1 -i "$far" "$folder/second"
aral-index check --wait=10 -i "$folder/broken" > "$folder/checked" 2>&1
cp -r "$folder/broken" "$folder/half"
searched=yes
for commits in 1 2 3; do
    rm -r "$folder/broken" && cp -r "$folder/half" "$folder/broken"
    serve_anywhere env XAPIAN_FLUSH_THRESHOLD=2 COMMITS=$commits LD_PRELOAD="$folder/fell.so" \
        xapian-tcpsrv --quiet --writable "$folder/broken"
    aral-index remove -q -i "tcp://127.0.0.1:$port" nothing > "$folder/out" 2> "$folder/killed"
    run aral-search -n 500 --per-article 20 -i "$folder/broken" '*'
    [ "$code" = 0 ] || searched="$commits $(cat "$folder/err")"
done
[ "$searched" = yes ]
ok "half of an article that is being taken back keeps nobody from searching: $searched"

finish
