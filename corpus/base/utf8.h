/* utf8.h - where characters begin and end in UTF-8, without a look at what they are. */
#ifndef ARAL_BASE_UTF8_H
#define ARAL_BASE_UTF8_H

#include "corpus/base/slice.h"

/* Whether the byte goes on with a character (10xxxxxx): all others begin one. */
static inline bool utf8_continues(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static inline bool utf8_is_ascii(struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* Where the character that ends before byte `end` (> 0) begins. O(1) in well-formed text. */
static inline size_t utf8_previous(const char *text, size_t end) {
    do {
        end--;
    } while (end > 0 && utf8_continues(text[end]));
    return end;
}

/* The longest beginning of `text` of at most `limit` bytes that cuts no character. */
static inline struct slice utf8_cut(struct slice text, size_t limit) {
    if (text.length <= limit) {
        return text;
    }
    while (limit > 0 && utf8_continues(text.data[limit])) {
        limit--;
    }
    return slice_of(text.data, limit);
}

#endif
