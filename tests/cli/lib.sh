# lib.sh - for tests of the programs as users run them: sourced by *.t, which print TAP for prove.
#
#     . tests/cli/lib.sh
#     run aral-search -i "$index" Laut Aral
#     exits 0 'something is found'
#     prints 'Laut Aral' 'the title is printed'
#     finish

build=${ARAL_BUILD:-build}
case $build in /*) ;; *) build=$PWD/$build ;; esac
PATH=$build:$PATH
folder=$(mktemp -d) || exit 1

# Standard error of the test itself is kept, since the shell goes on behind a command that does not
# exist, and shown when the test ends.
exec 3>&2 2> "$folder/.complaints"
leave() {
    cat "$folder/.complaints" >&3
    rm -rf "$folder"
}
trap leave EXIT
index=$folder/index
unset ARAL_INDEX XDG_DATA_HOME NO_COLOR
HOME=$folder
export HOME

count=0

# run COMMAND...: runs it; what it prints is in $folder/out and $folder/err, its exit code in $code.
# A function "input" of the test's own is its standard input, where it is piped in.
run() {
    ran="$*"
    "$@" > "$folder/out" 2> "$folder/err"
    code=$?
    [ "$code" != 127 ] || cat "$folder/err" >&2
}

# ok NAME: the test passes if the last command did.
ok() {
    if [ $? -eq 0 ]; then told=ok; else told='not ok'; fi
    count=$((count + 1))
    echo "$told $count - $1"
    if [ "$told" != ok ]; then
        echo "# ran: $ran (exit $code)"
        sed 's/^/# out: /' "$folder/out"
        sed 's/^/# err: /' "$folder/err"
    fi
}

# exits CODE NAME
exits() {
    [ "$code" = "$1" ]
    ok "$2"
}

# prints TEXT NAME, prints_not TEXT NAME: standard output has the text somewhere; or, where there is
# any, has it not: a program that failed lacks every text.
prints() {
    grep -qF -e "$1" "$folder/out"
    ok "$2"
}
prints_not() {
    [ -s "$folder/out" ] && ! grep -qF -e "$1" "$folder/out"
    ok "$2"
}

# complains TEXT NAME: standard error has the text; so has its only line.
complains() {
    grep -qF -e "$1" "$folder/err" && [ "$(wc -l < "$folder/err")" = 1 ]
    ok "$2"
}

# is TEXT NAME: standard output is that and nothing else.
is() {
    printf '%s\n' "$1" | cmp -s - "$folder/out"
    ok "$2"
}

# check NAME COMMAND...: the test passes if the command does.
check() {
    checked=$1
    shift
    run "$@"
    exits 0 "$checked"
}

# finish: the end of the test, which passes if all its commands exist, such as those of this file.
finish() {
    ! grep -qE ':( line)? [0-9]+: .*: (command )?not found$' "$folder/.complaints"
    ok 'there is no command that does not exist'
    echo "1..$count"
}
