#!/bin/sh
# make: what it builds with, and what it builds again.
. "$(dirname "$0")/lib.sh"

root=$(cd "$(dirname "$0")/../.." && pwd)
within=${build#"$root"/}
# remake GOAL ARGUMENTS...: what make would do for a file of the build.
remake() {
    goal=$within/$1
    shift
    run env -u MAKEFLAGS make -C "$root" BUILD="$within" "$@" "$goal"
}

remake objects/indexer/shard.c.o -n V=1 -W indexer/shard.c OPTIMISE=-O2 CPPFLAGS=-DOWN=1 CFLAGS=-O3
grep -qE -e ' -DARAL_VERSION=.* -DOWN=1 .* -std=c17 .*-O2 .* -O3 ' "$folder/out"
ok "a user's flags come behind the program's own, however they are given"

remake seeds/html_fuzz -q
exits 0 'what is built needs no building'
for header in tests/fuzz/fuzz.h tests/fuzz/read_articles.h corpus/article/reader.h; do
    remake seeds/html_fuzz -q -W $header
    exits 1 "but for a change in $header"
done

remake generated/break_tables.h UNICODE_DATA=/nowhere
exits 2 'without the packages it is built with, nothing is built'
grep -qF 'There is no /nowhere/auxiliary/WordBreakProperty.txt: `make packages` installs what is missing.' "$folder/err"
ok 'it says what installs them'
finish
