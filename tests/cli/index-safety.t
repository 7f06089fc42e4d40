#!/bin/sh
# aral-index and what can happen to it: other writers, interrupts, kills, a full disk.
. tests/cli/lib.sh
. tests/cli/index_helpers.sh
mkfifo "$folder/pipe"

# wait_for COMMAND...: until it succeeds, at most ten seconds.
wait_for() {
    for tenth in $(seq 100); do
        "$@" > "$folder/waited" 2>&1 && return
        sleep 0.1
    done
}

# --- another writer
articles 1 5 | aral-index add -q -i "$index" -
aral-index add -q --wait -i "$index" - < "$folder/pipe" &
writer=$!
exec 9> "$folder/pipe"
locked() { ! aral-index remove -q -i "$index" nothing 2>&1 | grep -q 'no article'; }
wait_for locked
run aral-index add -i "$index" "$folder/pipe.nothing"
exits 75 'an index that another program writes to is locked'
complains "another program is writing to $index: try again later, or wait for it with --wait" 'which is told with what to do'
run aral-index compact -i "$index"
exits 75 'nor can it be compacted'
run aral-index stats -i "$index"
exits 0 'it can be read'
run aral-index remove -i "$index" --wait=0.2 a1
exits 75 'one can wait for a while'
complains "another program is still writing to $index: try again later, or wait longer with --wait" 'which may not be enough'
aral-index remove -i "$index" --wait a1 > "$folder/out" 2> "$folder/err" 9>&- &
waiting=$!
article late 'Comes late.' >&9
exec 9>&-
wait "$writer"
wait "$waiting"
code=$?
exits 0 'or until the other is done'
summary 'added 0, updated 0, unchanged 0, removed 1, rejected 0' 'and then do what was asked'
run aral-index check -i "$index"
prints 'clean: 5 articles' 'both have been done'

# --- two programs that make the same index: one has looked whether it is there, and is slow to lock it
cat > "$folder/maker.c" << 'END'
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* The command $MEANWHILE has run before xapian-core opens the file of its lock. */
static void run_meanwhile(const char *path, int flags) {
    const char *command = getenv("MEANWHILE");
    if (command && (flags & O_TRUNC) && strstr(path, "/new/flintlock")) {
        unsetenv("LD_PRELOAD");
        if (system(command) != 0)
            abort();
        unsetenv("MEANWHILE");
    }
}
int open64(const char *path, int flags, ...) {
    int (*next)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    run_meanwhile(path, flags);
    return next(path, flags, mode);
}
int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return open64(path, flags, mode);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/maker.so" "$folder/maker.c"
article quick 'Is there first.' > "$folder/quick.jsonl"
article slow 'Comes second.' > "$folder/slow.jsonl"
run env LD_PRELOAD="$folder/maker.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
    MEANWHILE="{ aral-index add -q --wait -i '$folder/new' '$folder/quick.jsonl'; echo > '$folder/quick.done'; } & sleep 1" \
    aral-index add -q --wait -i "$folder/new" "$folder/slow.jsonl"
exits 0 'an index may be made by two programs at once'
wait_for test -e "$folder/quick.done"
run aral-index export -i "$folder/new"
[ "$(wc -l < "$folder/out")" = 2 ]
ok 'neither of which takes away what the other has written'

# --- readers of an index that is being written to
articles 1 300 | aral-index add -q -i "$folder/busy" -
(
    for number in $(seq 60); do
        article "late$number" "Comes late: $number." | aral-index add -q --wait -i "$folder/busy" -
        [ $((number % 20)) != 0 ] || aral-index compact -q --wait -i "$folder/busy"
    done
) > "$folder/busy.told" 2>&1 &
writer=$!
checked=yes exported=yes
while kill -0 $writer 2> "$folder/gone"; do
    run aral-index check -i "$folder/busy"
    [ "$code" = 0 ] || [ "$code" = 75 ] || checked="$code $(cat "$folder/out" "$folder/err")"
    run aral-index export -i "$folder/busy"
    [ "$code" = 0 ] && [ "$(grep -c '"id":"a' "$folder/out")" = 300 ] || exported="$code $(cat "$folder/err")"
done
wait $writer
[ "$checked" = yes ]
ok "what is written to while it is checked is not called damaged: $checked"
[ "$exported" = yes ]
ok "what is written to while it is exported is exported nevertheless: $exported"
run aral-index check -i "$folder/busy" --wait=60
prints 'clean: 360 articles' 'and is whole when all is done'
aral-index add -q --wait -i "$folder/busy" - < "$folder/pipe" &
writer=$!
exec 9> "$folder/pipe"
index_before=$index index=$folder/busy
wait_for locked
index=$index_before
head -c 200000 /dev/zero | tr '\0' '\n' >&9 # more than a pipe holds: it reads, so it has opened its tables
cp "$folder/busy/postlist.glass" "$folder/postlist"
truncate -s 20000 "$folder/busy/postlist.glass"
run aral-index check -i "$folder/busy"
exits 75 'whether it is damaged is not to be known before the writer is done'
cp "$folder/postlist" "$folder/busy/postlist.glass"
exec 9>&-
wait $writer
truncate -s 20000 "$folder/busy/postlist.glass"
run aral-index check -i "$folder/busy"
exits 2 'then it is'

# --- interrupted
for direct in yes no; do
    rm -rf "$index"
    [ $direct = no ] || article a0 'The first.' | aral-index add -q -i "$index" -
    aral-index add -i "$index" - < "$folder/pipe" > "$folder/out" 2> "$folder/err" &
    writer=$!
    exec 9> "$folder/pipe"
    articles 1 150 >&9
    sleep 0.5
    kill -TERM $writer
    wait $writer
    code=$?
    exec 9>&-
    exits 2 "an interrupt ends the run (into a used index: $direct)"
    complains 'interrupted: the articles counted above are in the index, the others are not' 'and says what is kept'
    counted=$(sed -n 's/^added \([0-9]*\).*/\1/p' "$folder/out")
    test ! -e "$index.building"
    ok 'nothing is left beside the index'
    run aral-index check -i "$index"
    [ $direct = no ] || counted=$((counted + 1))
    prints "clean: $counted articles" 'which has whole articles, as many as were counted'
done
run timeout -s TERM 0.5 sh -c 'yes "{\"text\":\"One thing again.\"}" | aral-index add -i "$1" -' - "$folder/again-and-again"
for _ in 1 2 3 4 5 6 7 8 9 10; do # aral-index outlives the shell that was interrupted
    grep -q '^added' "$folder/out" && break
    sleep 0.2
done
awk '/^added/ { summaries++; wrong = $2 + 0 == 0 && $6 + 0 > 0 } END { exit wrong || summaries != 1 }' "$folder/out"
ok 'what repeats an article that was not kept is not counted, either'

# --- killed
articles 1 200 > "$folder/all.jsonl"
aral-index add -q -i "$folder/undisturbed" "$folder/all.jsonl"
aral-index export -i "$folder/undisturbed" > "$folder/expected"
for way in update bulk; do
    for delay in 0.05 0.2 0.6; do
        rm -rf "$folder/killed"
        [ $way = bulk ] || head -n 5 "$folder/all.jsonl" | aral-index add -q -i "$folder/killed" -
        # which says "Killed" of its child
        sh -c 'cat "$1" | exec aral-index add -q -i "$2" -' - "$folder/all.jsonl" "$folder/killed" \
            2> "$folder/dying" &
        shell=$!
        sleep $delay
        pkill -KILL -P $shell aral-index 2> "$folder/pkill"
        wait $shell 2> "$folder/pkill"
        sound=yes # iamglass comes last: before it, there is no index
        [ ! -e "$folder/killed/iamglass" ] || aral-index check -q -i "$folder/killed" > "$folder/out" 2>&1 || sound=no
        run aral-index add -i "$folder/killed" "$folder/all.jsonl"
        aral-index export -i "$folder/killed" | cmp -s - "$folder/expected" && [ $sound = yes ]
        ok "killed after $delay s, $way: the index is clean, and a fresh run ends as if nothing had been"
    done
done
mkdir "$folder/unmade"
touch "$folder/unmade/flintlock" "$folder/unmade/postlist.glass" "$folder/unmade/termlist.glass"
run aral-search -i "$folder/unmade" harbour
exits 2 'a run killed before it has made an index leaves none'
run aral-index add -i "$folder/unmade" "$folder/all.jsonl"
exits 0 'and a fresh run makes it'
aral-index export -i "$folder/unmade" | cmp -s - "$folder/expected"
ok 'whatever the killed one had made of it'
cat > "$folder/half.c" << 'END'
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
/* Is killed when of all files of the index only iamglass has been removed. */
int remove(const char *path) {
    char directory[4096], first[5000];
    snprintf(directory, sizeof directory, "%s", path);
    snprintf(first, sizeof first, "%s/iamglass", dirname(directory));
    if (unlink(first) == 0)
        raise(SIGKILL);
    return unlink(path) == 0 ? 0 : rmdir(path);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/half.so" "$folder/half.c"
echo '{"title":"No text"}' > "$folder/bad.jsonl"
# which says "Killed" of its child
sh -c 'LD_PRELOAD="$1" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" aral-index add -q -i "$2" "$3"; exit' \
    - "$folder/half.so" "$folder/half" "$folder/bad.jsonl" > "$folder/dying" 2>&1
run aral-index add -i "$folder/half" "$folder/all.jsonl"
exits 0 'a run killed while it removes an index that nothing is kept in leaves nothing in the way'
test ! -e "$folder/half.building"
ok 'nor beside'
rm "$folder/unmade/iamglass"
run aral-search -i "$folder/unmade" harbour
complains "$folder/unmade is damaged: its file iamglass is missing" 'tables without their iamglass are a damaged index'
run aral-index add -i "$folder/unmade" "$folder/all.jsonl"
[ "$code" = 2 ] && [ "$(wc -c < "$folder/unmade/postlist.glass")" -gt 100000 ]
ok 'but nothing is made over tables that hold articles'
test ! -e "$folder/killed.building"
ok 'what a killed run left beside the index is gone'

# --- a full disk
# xapian-core 1.4 loses some bytes where it cannot write; LeakSanitizer reads this, if it is built in.
echo 'leak:libxapian.so' > "$folder/leaks"
for way in update bulk; do
    rm -rf "$folder/full"
    [ $way = bulk ] || article a0 'The first.' | aral-index add -q -i "$folder/full" -
    LSAN_OPTIONS="suppressions=$folder/leaks:print_suppressions=0" \
        sh -c 'ulimit -f 400; cat "$1" | aral-index add -q -i "$2" -' - "$folder/all.jsonl" "$folder/full" > "$folder/out" 2> "$folder/err"
    code=$?
    exits 2 "a full disk is a failure ($way)"
    test "$(wc -l < "$folder/err")" = 1 && grep -qE 'File too large|disk full' "$folder/err"
    ok 'told in one line, with its reason'
    run aral-index check -i "$folder/full"
    exits 0 'the index is as it was'
    run aral-index add -q -i "$folder/full" "$folder/all.jsonl"
    exits 0 'and can be added to when there is room'
done

# xapian-core 1.4 writes again while it tidies up after a write that failed, and then ends the process.
cat > "$folder/narrow.c" << 'END'
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>
static atomic_long blocks;
ssize_t pwrite64(int file, const void *data, size_t size, off_t at) {
    ssize_t (*next)(int, const void *, size_t, off_t) =
        (ssize_t (*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, "pwrite64");
    if (atomic_fetch_add(&blocks, 1) < atol(getenv("ROOM")))
        return next(file, data, size, at);
    errno = ENOSPC;
    return -1;
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    return pwrite64(file, data, size, at);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/narrow.so" "$folder/narrow.c"
for way in update bulk; do
    told=yes sound=yes
    for room in 5 35 50 80 95 110 140 170 185; do
        rm -rf "$folder/full"
        [ $way = bulk ] || article a0 'The first.' | aral-index add -q -i "$folder/full" -
        run env ROOM=$room XAPIAN_FLUSH_THRESHOLD=50 LD_PRELOAD="$folder/narrow.so" \
            ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
            LSAN_OPTIONS="suppressions=$folder/leaks:print_suppressions=0" \
            sh -c 'cat "$1" | aral-index add -q -i "$2" -' - "$folder/all.jsonl" "$folder/full"
        [ "$code" = 2 ] && [ "$(wc -l < "$folder/err")" = 1 ] &&
            grep -qE '^aral-index: .*(No space left on device|disk full)' "$folder/err" || told=no
        aral-index check -q -i "$folder/full" > "$folder/out" 2>&1 &&
            [ ! -e "$folder/full.building" ] || sound=no
    done
    [ $told = yes ]
    ok "wherever the disk is full, that is one line on standard error and a failure ($way)"
    [ $sound = yes ]
    ok 'the index is as it was, with nothing beside it'
done

printf 'auto undisturbed\n' > "$folder/stub"
for source in undisturbed stub; do
    rm -rf "$folder/half"
    LSAN_OPTIONS="suppressions=$folder/leaks:print_suppressions=0" \
        sh -c 'ulimit -f 200; exec aral-index compact -q -i "$1" --to "$2"' - "$folder/$source" "$folder/half/" > "$folder/out" 2> "$folder/err"
    code=$?
    exits 2 "a full disk ends a compaction to another place ($source)"
    test ! -e "$folder/half" && test ! -e "$folder/half.building"
    ok 'which leaves nothing there'
    mkdir "$folder/half.building"
    run aral-index compact -i "$folder/$source" --to "$folder/half/"
    exits 0 'so that it can be tried again, as it can after it was killed'
    aral-index export -i "$folder/half" | cmp -s - "$folder/expected"
    ok 'and then all is there'
    test ! -e "$folder/half.building"
    ok 'and nothing beside it'
done

# --- an index that is always being replaced
cat > "$folder/restless.c" << 'END'
#include <fcntl.h>
#include <sys/stat.h>
int stat(const char *path, struct stat *status) {
    static ino_t files;
    int result = fstatat(AT_FDCWD, path, status, 0);
    status->st_ino = ++files;
    return result;
}
END
${CC:-gcc} -shared -fPIC -o "$folder/restless.so" "$folder/restless.c"
run env LD_PRELOAD="$folder/restless.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
    aral-index remove -i "$folder/undisturbed" a7
exits 75 'an index that is replaced whenever it is opened is left alone'
complains "$folder/undisturbed was replaced again and again: try again" 'which is told'

# --- an index that is replaced while it is opened for reading
cat > "$folder/exchange.c" << 'END'
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* Exchanges two directories before the file $TABLE is opened, $TIMES times. */
static void exchange(const char *path) {
    static atomic_int times;
    if (strcmp(path, getenv("TABLE")) == 0 && atomic_fetch_add(&times, 1) < atoi(getenv("TIMES")))
        renameat2(AT_FDCWD, getenv("ONE"), AT_FDCWD, getenv("OTHER"), RENAME_EXCHANGE);
}
int open64(const char *path, int flags, ...) {
    int (*next)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64");
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    exchange(path);
    return next(path, flags, mode);
}
int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return open64(path, flags, mode);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/exchange.so" "$folder/exchange.c"
mkdir "$folder/moving"
cp -r "$folder/undisturbed" "$folder/moving/one"
articles 190 230 | aral-index add -q -i "$folder/moving/other" -
printf 'auto one\n' > "$folder/moving/stub"
article alone 'Stands by itself.' | aral-index add -q -i "$folder/alone" -
# exchanged TABLE TIMES COMMAND...: runs it while the indexes are exchanged.
exchanged() {
    table=$1 times=$2
    shift 2
    run env ONE="$folder/moving/one" OTHER="$folder/moving/other" TIMES="$times" \
        TABLE="$folder/moving/one/$table" LD_PRELOAD="$folder/exchange.so" \
        ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" "$@"
}
# is_either COMMAND...: what was printed is what it prints of the one or the other index.
is_either() {
    "$@" | cmp -s - "$folder/out" && return
    mv "$folder/moving/one" "$folder/moving/third"
    mv "$folder/moving/other" "$folder/moving/one"
    mv "$folder/moving/third" "$folder/moving/other"
    "$@" | cmp -s - "$folder/out"
}
for table in iamglass postlist.glass docdata.glass termlist.glass; do
    steady=yes
    for times in 1 2; do
        for reader in export stats; do
            exchanged $table $times aral-index $reader -i "$folder/moving/one"
            [ "$code" = 0 ] && is_either aral-index $reader -i "$folder/moving/one" || steady=no
        done
        for location in one stub one,alone; do
            set -- -i "$folder/moving/${location%,*}"
            [ $location != one,alone ] || set -- "$@" -i "$folder/alone"
            exchanged $table $times aral-search --format jsonl "$@" harbour9 lamp7
            [ "$code" = 0 ] && is_either aral-search --format jsonl "$@" harbour9 lamp7 || steady=no
        done
        exchanged $table $times aral-index compact -q -i "$folder/moving/one" --to "$folder/copied"
        aral-index export -i "$folder/copied" > "$folder/out"
        [ "$code" = 0 ] && is_either aral-index export -i "$folder/moving/one" || steady=no
        rm -rf "$folder/copied"
    done
    [ $steady = yes ]
    ok "replaced when $table is opened: what is read is all of one index"
done
exchanged docdata.glass 1000 aral-search -i "$folder/moving/one" harbour
exits 2 'where it is replaced whenever it is opened, that is a failure'
complains "$folder/moving/one was written to while it was read: try again" 'told in one line'

# --- a block that is read while a commit writes it
cat > "$folder/torn.c" << 'END'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
/* What is read as number $NUMBER of postlist.glass is torn by a commit, that of $COMMIT; with
 * $REVISION alone the revision is another one. */
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
    static int reads;
    char link[64], name[4096] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    if (readlink(link, name, sizeof name - 1) > 0 && strstr(name, "/postlist.glass") &&
        ++reads == atoi(getenv("NUMBER"))) {
        unsetenv("LD_PRELOAD");
        ssize_t read = syscall(SYS_pread64, file, bytes, count, offset);
        memset(bytes, 255, getenv("REVISION") ? 4 : count); /* the revision, or all of it */
        return system(getenv("COMMIT")) == 0 ? read : 0;
    }
    return syscall(SYS_pread64, file, bytes, count, offset);
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    return pread64(file, bytes, count, offset);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/torn.so" "$folder/torn.c"
article torn 'Comes meanwhile.' > "$folder/torn.jsonl"
whole=yes
for number in 3 4 5 6; do # the first two are read to open it
    rm -rf "$folder/torn"
    cp -r "$folder/undisturbed" "$folder/torn"
    run env NUMBER=$number COMMIT="aral-index add -q -i '$folder/torn' '$folder/torn.jsonl'" \
        LD_PRELOAD="$folder/torn.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
        aral-index export -i "$folder/torn"
    [ "$code" = 0 ] && grep -v '"id":"torn"' "$folder/out" | cmp -s - "$folder/expected" || whole="$number $code"
done
[ "$whole" = yes ]
ok "what looks damaged since it is being written is read again by an export: $whole"

# A copy that meets a commit is made anew with the writers' lock, which here the next one has.
rm -rf "$folder/torn"
cp -r "$folder/undisturbed" "$folder/torn"
exec 9<> "$folder/pipe"
run env NUMBER=6 REVISION=torn COMMIT="aral-index add -q -i '$folder/torn' '$folder/torn.jsonl'
        aral-index add -q --wait -i '$folder/torn' - < '$folder/pipe' 9>&- &
        for tenth in \$(seq 100); do
            aral-index remove -q -i '$folder/torn' nothing 2>&1 | grep -q 'another program' && break
            sleep 0.1
        done" \
    LD_PRELOAD="$folder/torn.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
    aral-index compact -i "$folder/torn" --to "$folder/torn.copy"
exits 75 'a copy that needs the lock of writers says that another has it'
exec 9>&-

# --- a copy of an index that is being written to, which takes longer than the next commits
cat > "$folder/slow.c" << 'END'
#include <sys/syscall.h>
#include <unistd.h>
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
    usleep(3000);
    return syscall(SYS_pread64, file, bytes, count, offset);
}
ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    return pread64(file, bytes, count, offset);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/slow.so" "$folder/slow.c"
cp -r "$folder/undisturbed" "$folder/changing"
touch "$folder/writing"
number=0
while [ -e "$folder/writing" ]; do
    number=$((number + 1))
    article "changing$number" "The harbour has lamp $number now." |
        aral-index add -q --wait -i "$folder/changing" -
done &
writer=$!
run env LD_PRELOAD="$folder/slow.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
    aral-index compact -q --wait -i "$folder/changing" --to "$folder/settled"
exits 0 'an index that is written to all the time can be copied by compact --to'
rm "$folder/writing"
wait $writer
run aral-index check -i "$folder/settled"
prints 'clean: ' 'and the copy is clean'

# --- whose an index is
# owned PATH...: who may do what with them.
owned() {
    stat -c '%n %u:%g %a' "$@"
}
# Whoever is not root cannot give away files, but keeps the mode.
cp -r "$folder/undisturbed" "$folder/private"
chmod 2750 "$folder/private"
chmod 640 "$folder/private"/*
[ "$(id -u)" != 0 ] || chown -R 12345:54321 "$folder/private"
[ "$(id -u)" != 0 ] || chmod 2750 "$folder/private"
owned "$folder/private" "$folder/private/postlist.glass" "$folder/private/flintlock" > "$folder/expected-owned"
for step in 'compact --sealed' 'remove a7' compact; do
    # shellcheck disable=SC2086
    run aral-index $step -i "$folder/private"
    owned "$folder/private" "$folder/private/postlist.glass" "$folder/private/flintlock" |
        cmp -s - "$folder/expected-owned"
    ok "an index that is written anew keeps owner, group and mode (aral-index $step)"
done
(
    umask 022
    aral-index compact -q -i "$folder/private" --to "$folder/private.copy"
)
mode=$(stat -c '%a' "$folder/private.copy" "$folder/private.copy/postlist.glass" | tr '\n' ' ')
case $(id -u) in
0) expected='700 600 ' ;; # of another group than the index
*) expected='750 640 ' ;;
esac
[ "$mode" = "$expected" ]
ok "a copy by compact --to is no less private than the index: $mode"
mkdir -m 700 "$folder/empty"
run aral-index add -q -i "$folder/empty" "$folder/all.jsonl"
[ "$(stat -c %a "$folder/empty")" = 700 ]
ok 'and so does the empty folder that is filled'

# --- a sealed index being written anew, as the first removal asks for
cp -r "$folder/undisturbed" "$folder/sealed"
aral-index compact -q --sealed -i "$folder/sealed"
for delay in 0.02 0.05 0.1 0.3; do
    rm -rf "$folder/killed" "$folder/killed.building"
    cp -r "$folder/sealed" "$folder/killed"
    aral-index remove -q -i "$folder/killed" a7 > "$folder/out" 2>&1 &
    writer=$!
    sleep $delay
    kill -KILL $writer 2> "$folder/pkill"
    wait $writer 2> "$folder/pkill"
    sound=yes
    aral-index check -q -i "$folder/killed" > "$folder/out" 2>&1 || sound=no
    aral-index remove -q -i "$folder/killed" a7 a9 > "$folder/out" 2>&1
    run aral-index check -i "$folder/killed"
    grep -q 'clean: 198 articles' "$folder/out" && [ $sound = yes ] && [ ! -e "$folder/killed.building" ]
    ok "killed after $delay s while it is unsealed: the index is clean, and articles can be removed"
done
cp -r "$folder/sealed" "$folder/narrow"
sh -c 'ulimit -f 400; exec aral-index remove -q -i "$1" a7' - "$folder/narrow" > "$folder/out" 2> "$folder/err"
code=$?
exits 2 'a full disk while it is unsealed is a failure'
aral-index export -i "$folder/narrow" | cmp -s - "$folder/expected" && [ ! -e "$folder/narrow.building" ]
ok 'and the index is as it was'

cat > "$folder/raise.c" << 'END'
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
/* An interrupt comes when the folder to build in is made. */
int mkdir(const char *path, mode_t mode) {
    static int times;
    const char *suffix = strrchr(path, '.');
    if (suffix && strcmp(suffix, ".building") == 0 && times++ == 0)
        raise(SIGTERM);
    return mkdirat(AT_FDCWD, path, mode);
}
END
${CC:-gcc} -D_GNU_SOURCE -shared -fPIC -o "$folder/raise.so" "$folder/raise.c"
for what in 'remove a7' 'compact --unsealed'; do
    run env LD_PRELOAD="$folder/raise.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
        aral-index ${what%% *} -q -i "$folder/sealed" ${what#* }
    exits 2 "an interrupt while it is unsealed is a failure ($what)"
    complains 'interrupted while the index was written anew: it is as it was before' 'which is told'
    aral-index export -i "$folder/sealed" | cmp -s - "$folder/expected" && [ ! -e "$folder/sealed.building" ]
    ok 'nothing is left beside it'
done
for what in compact 'compact --sealed'; do
    run env LD_PRELOAD="$folder/raise.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
        aral-index $what -q -i "$folder/sealed"
    exits 2 "an interrupt while it is compacted is a failure ($what)"
    complains "interrupted: $folder/sealed is as it was" 'which is told'
    aral-index export -i "$folder/sealed" | cmp -s - "$folder/expected" && [ ! -e "$folder/sealed.building" ]
    ok 'nothing is left beside it'
done
run env LD_PRELOAD="$folder/raise.so" ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS-}" \
    aral-index compact -i "$folder/sealed" --to "$folder/copied"
complains "interrupted: $folder/sealed is as it was" 'so it is on the way to another place'
test ! -e "$folder/copied" && test ! -e "$folder/copied.building"
ok 'where nothing is left'

# --- whatever the number of threads
for jobs in 1 3 30; do
    rm -rf "$folder/jobs"
    sh -c 'cat "$1" | aral-index add -q -j $2 -m 32M -i "$3" -' - "$folder/all.jsonl" $jobs "$folder/jobs"
    aral-index export -i "$folder/jobs" | cmp -s - "$folder/expected"
    ok "$jobs threads: the articles are in the order of the input"
done

# --- an index that may not be written to
printf 'auto nowhere/x\n' > "$folder/nowhere.stub"
run aral-index add -q -i "$folder/nowhere.stub" "$folder/all.jsonl"
exits 2 'an index in a folder that is not there is not made through a stub file'
complains 'No such file or directory' 'and permission is not what is missing'
ln -s "$folder/nowhere/x" "$folder/astray"
for made in 'add -i astray' 'add -i astray/index' 'compact -i undisturbed --to astray'; do
    run sh -c 'cd "$1" && aral-index $2 $3' - "$folder" "$made" "$(case $made in add*) echo all.jsonl ;; esac)"
    exits 2 "nothing is made where a link leads nowhere: $made"
    complains 'astray is a link that leads nowhere' 'which is told'
done
if [ "$(id -u)" != 0 ]; then
    chmod -R a-w "$folder/jobs"
    run aral-index remove -i "$folder/jobs" a1
    exits 2 'without the permission to write nothing is removed'
    complains "cannot write to the index at $folder/jobs: Permission denied" 'which is told'
    mkdir -m 500 "$folder/closed"
    run aral-index add -i "$folder/closed/index" "$folder/all.jsonl"
    exits 2 'nor is a new index made'
    complains "cannot write to the index at $folder/closed/index: Permission denied" 'which is told, too'
    chmod -R u+w "$folder/jobs" "$folder/closed"
fi
finish
