/* cyrillic.h - the letters of Russian as bytes of UTF-8, for code that reads many words and needs
 * no code points; and the code points of Cyrillic. */
#ifndef ARAL_UNICODE_CYRILLIC_H
#define ARAL_UNICODE_CYRILLIC_H

#include <stdbool.h>
#include <stdint.h>

enum { CYRILLIC_YE = 5, CYRILLIC_LETTERS = 32 };

/* The place of a letter of two bytes in the alphabet, capital or small, from 0 for а; ё counts as
 * е, and has no place of its own. CYRILLIC_LETTERS for what is no letter of Russian. */
static inline unsigned cyrillic_letter(unsigned char lead, unsigned char byte) {
    if (lead == 0xd0 && byte >= 0x90 && byte <= 0xbf) { /* А to Я, а to п */
        return (byte - 0x90u) % CYRILLIC_LETTERS;
    }
    if (lead == 0xd1 && byte >= 0x80 && byte <= 0x8f) { /* р to я */
        return byte - 0x80u + CYRILLIC_LETTERS / 2;
    }
    bool yo = (lead == 0xd0 && byte == 0x81) || (lead == 0xd1 && byte == 0x91);
    return yo ? CYRILLIC_YE : CYRILLIC_LETTERS;
}

/* Whether a code point is in the blocks Cyrillic and Cyrillic Supplement. */
static inline bool code_point_is_cyrillic(uint32_t code) {
    return code >= 0x400 && code <= 0x52F;
}

#endif
