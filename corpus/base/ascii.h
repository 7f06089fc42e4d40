/* ascii.h - ASCII bytes, whatever the locale: bytes of other characters are in no class and have no
 * case. */
#ifndef ARAL_BASE_ASCII_H
#define ARAL_BASE_ASCII_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <strings.h>

static inline bool ascii_is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

static inline bool ascii_is_letter(char byte) {
    unsigned char lower = (unsigned char)byte | 0x20;
    return lower >= 'a' && lower <= 'z';
}

/* What stands between words and lines. */
static inline bool ascii_is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The text without white space at its ends. */
static inline struct slice ascii_trim(struct slice text) {
    while (text.length > 0 && ascii_is_space(text.data[0])) {
        text = slice_from(text, 1);
    }
    while (text.length > 0 && ascii_is_space(text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

static inline char ascii_to_upper(char byte) {
    return byte >= 'a' && byte <= 'z' ? (char)(byte & ~0x20) : byte;
}

static inline char ascii_to_lower(char byte) {
    return ascii_is_upper(byte) ? (char)(byte | 0x20) : byte;
}

/* Whether a text begins with that, or is that, whatever the case of letters. */
static inline bool ascii_starts_with(struct slice text, const char *prefix) {
    size_t length = strlen(prefix);
    return text.length >= length && (length == 0 || strncasecmp(text.data, prefix, length) == 0);
}

static inline bool ascii_equal(struct slice text, const char *other) {
    return text.length == strlen(other) && ascii_starts_with(text, other);
}

/* The value of a hexadecimal digit, or -1. */
static inline int ascii_hexadecimal_value(char digit) {
    return digit >= '0' && digit <= '9'   ? digit - '0'
           : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
           : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                          : -1;
}

#endif
