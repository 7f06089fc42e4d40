#include "corpus/unicode/bare.h"

#include "corpus/unicode/properties.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

/* Small letters that do not decompose to one of ASCII and marks, none longer than the letter. */
static const struct {
    int32_t letter;
    char bare[3];
} undecomposed[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
    {0x0111, "d"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
};

char bare_letter(int32_t code) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    return count >= 1 && parts[0] >= 'a' && parts[0] <= 'z' ? (char)parts[0] : 0;
}

/* In the blocks of Latin letters with marks: others need not be decomposed. */
static bool may_be_latin(uint32_t code) {
    return (code >= 0x00C0 && code <= 0x024F) || (code >= 0x1E00 && code <= 0x1EFF);
}

/* Writes a letter that is not of ASCII; nothing where it is to stay. */
static size_t write_bare(uint32_t code, char *out) {
    if (!may_be_latin(code)) {
        return 0;
    }
    for (size_t i = 0; i < sizeof undecomposed / sizeof *undecomposed; i++) {
        if (undecomposed[i].letter == (int32_t)code) {
            size_t length = strlen(undecomposed[i].bare);
            memcpy(out, undecomposed[i].bare, length);
            return length;
        }
    }
    *out = bare_letter((int32_t)code);
    return *out != 0;
}

size_t bare_write(struct slice form, char *out) {
    size_t length = 0;
    for (size_t at = 0, next; at < form.length; at = next) {
        if ((unsigned char)form.data[at] < 0x80) {
            next = at + 1;
            out[length++] = form.data[at];
            continue;
        }
        uint32_t code = code_point_at(form, at, &next);
        size_t bare = write_bare(code, out + length);
        if (bare == 0) {
            bare = next - at;
            memcpy(out + length, form.data + at, bare);
        }
        length += bare;
    }
    return length;
}
