#!/bin/sh
# The shim as other programs meet it: a header for C and C++, a library with what the header declares
# and no more, and readers that link no writer.
. tests/cli/lib.sh

header=shim/xapian-c.h
library=$build/libxapian-c.a

warnings='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror'
printf '#include "%s"\nint main(void) { return 0; }\n' "$header" > "$folder/only.c"
cp "$folder/only.c" "$folder/only.cc"
check 'the header compiles by itself as C17' \
    ${CC:-gcc} -std=c17 $warnings -I. -fsyntax-only "$folder/only.c"
check 'the header compiles by itself as C++17' \
    ${CXX:-g++} -std=c++17 $warnings -I. -fsyntax-only "$folder/only.cc"

# Names that are declared: those before an opening bracket, after XAPIAN_C_API.
tr '\n' ' ' < "$header" | sed 's/XAPIAN_C_API/\n&/g' |
    sed -n 's/^XAPIAN_C_API [^(]*\b\(xapian_[a-z_0-9]*\)(.*/\1/p' | sort > "$folder/declared"
nm --defined-only --extern-only "$library" | sed -n 's/^[0-9a-f]* [TDBRVW] //p' |
    grep -v -e '^_Z' -e '^DW\.ref\.' | sort > "$folder/defined"
check 'the header declares functions' test -s "$folder/declared"
check 'the library defines what the header declares, and no other C name' \
    diff "$folder/declared" "$folder/defined"

# As a shared library, with all objects in it, nothing but these is visible.
${CXX:-g++} -shared -o "$folder/libxapian-c.so" -Wl,--whole-archive "$library" \
    -Wl,--no-whole-archive $(pkg-config --libs xapian-core) 2> "$folder/link"
if [ -e "$folder/libxapian-c.so" ]; then
    nm --dynamic --defined-only "$folder/libxapian-c.so" | sed -n 's/^[0-9a-f]* T //p' |
        grep -v '^_Z' | sort > "$folder/exported"
    check 'a shared library exports what the header declares' \
        diff "$folder/declared" "$folder/exported"
    check 'a shared library exports nothing of its own insides' \
        sh -c "! nm --dynamic --defined-only --demangle '$folder/libxapian-c.so' |
            grep -w 'T' | grep xapian_c::"
else
    check 'a shared library can be made' cat "$folder/link" /no/such/file
fi

cat > "$folder/reader.c" <<'END'
#include "shim/xapian-c.h"
int main(int count, char **arguments) {
    struct xapian_error error = {0};
    const char *const locations[] = {arguments[count - 1]};
    struct xapian_index *index = xapian_index_open(locations, 1, 0, &error);
    struct xapian_query *query = xapian_query_all(&error);
    const struct xapian_search_request request = {.query = query, .limit = 1};
    struct xapian_results *results = xapian_search(index, &request, &error);
    xapian_results_free(results);
    xapian_query_free(query);
    xapian_index_close(index);
    return results == 0;
}
END
${CC:-gcc} -std=c17 $warnings -I. -c -o "$folder/reader.o" "$folder/reader.c" &&
    ${CXX:-g++} ${SANITIZERS-} -o "$folder/reader" "$folder/reader.o" "$library" \
        $(pkg-config --libs xapian-core)
check 'a program that reads can be linked' test -x "$folder/reader"
check 'it has no writer in it' \
    sh -c "! nm --demangle '$folder/reader' | grep -e xapian_writer -e Xapian::WritableDatabase"

# Who may include whom.
check 'only the shim includes xapian.h' \
    sh -c "! grep -rlE '#include [<\"]xapian(\.h|/)' corpus indexer searcher 2>/dev/null | grep ."
check 'the shim includes no other room' \
    sh -c "! grep -nE '#include \"(corpus|indexer|searcher)/' shim/*.cc shim/*.hpp shim/*.h"
finish
