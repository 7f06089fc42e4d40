#!/bin/sh
# `make packages` and its like, where something is missing: what they do to the machine. The tools that
# would do it are stand-ins, which write down what they are asked for by somebody who is not root.
. "$(dirname "$0")/lib.sh"

root=$(cd "$(dirname "$0")/../.." && pwd)
asked=$folder/asked
mkdir "$folder/tools"
# stand_in TOOL COMMAND: the tool does that.
stand_in() {
    printf '#!/bin/sh\n%s\n' "$2" > "$folder/tools/$1"
    chmod +x "$folder/tools/$1"
}
stand_in id 'echo 1000'
# It hands on no environment but a search path, as Debian sets it up.
stand_in sudo "exec env -i PATH='$folder/tools:$PATH' AS_ROOT=yes \"\$@\""
stand_in apt-get "echo \"apt-get \$* (root: \$AS_ROOT, frontend: \$DEBIAN_FRONTEND)\" >> '$asked'"
# systemd STATE: how the machine's systemd is.
systemd() {
    stand_in systemctl "[ \$1 != is-system-running ] || { echo $1; exit; }
        echo \"systemctl \$* (root: \$AS_ROOT)\" >> '$asked'"
}

# install PACKAGE...: make packages, where these are missing.
install() {
    : > "$asked"
    run env -u MAKEFLAGS PATH="$folder/tools:$PATH" make -s -C "$root" packages LEXICON_DEPENDENCIES= \
        DEPENDENCIES="/bin/sh:dash $(printf '/nowhere:%s ' "$@")"
}
asks() {
    grep -qxF -e "$1" "$asked"
    ok "$2"
}

systemd running
install libxapian-dev unicode-data
exits 0 'what is missing is installed'
prints 'Installing Debian packages: libxapian-dev unicode-data' 'it says what'
asks 'apt-get install -q -y --no-install-recommends libxapian-dev unicode-data (root: yes, frontend: noninteractive)' \
    'nothing is asked on a terminal that does not show the question'
! grep -q systemctl "$asked"
ok 'no service is touched'

install lighttpd cmocka nginx-light fcgiwrap
exits 0 'web servers are installed'
asks 'systemctl disable --quiet --now lighttpd.service nginx.service fcgiwrap.socket (root: yes)' \
    'they are not left running for all the network'
prints 'Stopping what Debian started with them: lighttpd.service nginx.service fcgiwrap.socket' 'it says so'
install lighttpd
asks 'systemctl disable --quiet --now lighttpd.service (root: yes)' 'one that was there before is left alone'

systemd offline
install lighttpd
exits 0 'where systemd is not running, nothing was started'
! grep -q systemctl "$asked"
ok 'and nothing is stopped'

stand_in apt-get '[ "$1" = update ]'
install lighttpd
exits 2 'what cannot be installed is a failure'
grep -qxF 'Could not install them; please install: lighttpd' "$folder/err"
ok 'it says what to install'

stand_in npm 'exit 1'
run env -u MAKEFLAGS PATH="$folder/tools:$PATH" make -C "$root" -W tests/web/package-lock.json \
    tests/web/node_modules/.package-lock.json
exits 0 'where npm has nothing, tests are run all the same'
finish
