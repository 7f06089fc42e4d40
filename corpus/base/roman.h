/* roman.h - numerals of centuries, kings and wars. */
#ifndef ARAL_BASE_ROMAN_H
#define ARAL_BASE_ROMAN_H

#include "corpus/base/slice.h"

/* The value of a Roman numeral below forty in lower case ("xvi": 16); 0 for what is none. O(1). */
static inline unsigned roman_numeral(struct slice word) {
    static const char *const units[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    if (word.length == 0 || (*word.data != 'x' && *word.data != 'v' && *word.data != 'i')) {
        return 0; /* nearly always */
    }
    unsigned tens = 0;
    while (tens < 3 && tens < word.length && word.data[tens] == 'x') {
        tens++;
    }
    struct slice rest = slice_from(word, tens);
    for (unsigned i = 0; i < sizeof units / sizeof *units; i++) {
        if (slice_equal(rest, slice_of_string(units[i]))) {
            return 10 * tens + i;
        }
    }
    return 0;
}

#endif
