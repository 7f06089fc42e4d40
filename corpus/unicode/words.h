/* words.h - word boundaries by UAX #29, tailored as listed in words.c.
 *
 * Iterates without allocating; checked against Unicode's WordBreakTest.txt. */
#ifndef ARAL_UNICODE_WORDS_H
#define ARAL_UNICODE_WORDS_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

enum segment_kind { SEGMENT_OTHER, SEGMENT_LETTERS, SEGMENT_NUMBER };

struct segment {
    size_t start, end; /* bytes */
    enum segment_kind kind;
};

/* The segment that begins at byte `from` (a boundary: 0 or the end of the one before). False at the
 * end of the text. Invalid UTF-8 bytes are segments of kind SEGMENT_OTHER. O(segment). */
bool segment_next(struct slice text, size_t from, struct segment *segment);

#endif
