/* ascii.h - classes of ASCII bytes, whatever the locale: bytes of other characters are in none. */
#ifndef ARAL_BASE_ASCII_H
#define ARAL_BASE_ASCII_H

#include <stdbool.h>

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

static inline char ascii_to_upper(char byte) {
    return byte >= 'a' && byte <= 'z' ? (char)(byte & ~0x20) : byte;
}

static inline char ascii_to_lower(char byte) {
    return ascii_is_upper(byte) ? (char)(byte | 0x20) : byte;
}

#endif
