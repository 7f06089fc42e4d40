#!/bin/sh
# `make install` puts programs, manuals, completions and the shim where they belong, and a C program
# of somebody else's finds the shim there by pkg-config.
. tests/cli/lib.sh

# From a tree of its own, which another PREFIX than that of $build changes.
root=$folder/tree
within=${build#"$PWD"/}
mkdir -p "$root/$within"
cp -a Makefile corpus indexer searcher shim tests "$root"
for part in objects generated break-tables compile-dictionary identify-generator make-lexicon lexicon.aral; do
    cp -a "$build/$part" "$root/$within/"
done
cp -a "$build"/*.a "$root/$within/"
to=$folder/root
# Of an administrator whose files are his own, unless he says otherwise.
run env -u MAKEFLAGS sh -c 'umask 077 && exec make "$@"' \
    make -s -C "$root" install BUILD="$within" PREFIX=/opt/aral DESTDIR="$to"
exits 0 'make install succeeds'
run find "$to" '(' -type d ! -perm -555 -o -type f ! -perm -444 ')'
[ ! -s "$folder/out" ]
ok 'whatever the umask, all may read what is installed'
for file in bin/aral-index bin/aral-search lib/cgi-bin/aral.cgi share/man/man1/aral-index.1 \
    share/man/man1/aral-search.1 share/man/man8/aral.cgi.8 include/xapian-c.h lib/libxapian-c.a \
    share/bash-completion/completions/aral-search share/zsh/site-functions/_aral-index \
    share/fish/vendor_completions.d/aral-search.fish share/aral/lexicon.aral \
    share/aral/answer.schema.json share/aral/server/nginx-fastcgi.conf; do
    run test -s "$to/opt/aral/$file"
    exits 0 "it installs $file"
done
run "$to/opt/aral/bin/aral-search" --version
exits 0 'the installed program runs'
for program in bin/aral-search lib/cgi-bin/aral.cgi; do
    run grep -qF /opt/aral/share/aral/ "$to/opt/aral/$program"
    exits 0 "wherever it is copied, $program finds what was installed, whatever it was built for before"
done
run grep -rhoE '/[a-z/-]+/aral\.cgi' "$to/opt/aral/share/aral/server"
[ -s "$folder/out" ] && ! grep -vxF /opt/aral/lib/cgi-bin/aral.cgi "$folder/out"
ok 'the ready configurations of web servers name the program where it is installed'

# The example in the header, which alone is indented so.
sed -n 's/^ \*     //p' "$to/opt/aral/include/xapian-c.h" > "$folder/use.c"
PKG_CONFIG_PATH=$to/opt/aral/lib/pkgconfig
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # the flags are many words
run cc -std=c17 ${SANITIZERS-} -o "$folder/use" "$folder/use.c" \
    $(pkg-config --define-variable=prefix="$to/opt/aral" --cflags --libs xapian-c)
exits 0 'another C program, the example of its header, builds with the shim by pkg-config'
cd "$folder" || exit
run ./use
exits 0 'and runs'
is '1: The Aral Sea' 'and finds what it has added'

echo 'of somebody else' > "$to/opt/aral/bin/other"
mv "$to" "$to%d"
to=$to%d # a % is no more than that
run env -u MAKEFLAGS make -s -C "$root" uninstall BUILD="$within" PREFIX=/opt/aral DESTDIR="$to"
exits 0 'make uninstall succeeds'
run find "$to" -type f
is "$to/opt/aral/bin/other" 'it leaves nothing that was installed, and all else'
run test -e "$to/opt/aral/share/aral"
exits 1 'nor a folder of its own'

for goal in install uninstall; do
    run env -u MAKEFLAGS make -s -C "$root" $goal BUILD="$within" PREFIX=opt/aral DESTDIR="$to"
    complains 'PREFIX=opt/aral does not begin with "/"' "make $goal refuses a relative PREFIX"
    run env -u MAKEFLAGS make -s -C "$root" $goal BUILD="$within" PREFIX=/opt DESTDIR="$to/my root"
    complains "a path with spaces: $to/my root/opt" "make $goal refuses spaces"
done
finish
