/* scan.h - where the surface words of a text begin and end.
 *
 * A surface word is what a reader sees as one: a word of UAX #29, or several that hyphens or signs
 * tie together ("state-of-the-art", "52-ФЗ", "AT&T", "C+C5", "C++", "US$"), or a number with its
 * separators, spaces included ("1 234,5"). */
#ifndef ARAL_ANALYSIS_SCAN_H
#define ARAL_ANALYSIS_SCAN_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* A surface word of more parts ends early; the rest is a word of its own. */
#define SURFACE_PARTS 16

/* Whether a word begins at byte `at`; *next is where the next character begins. */
bool scan_begins_word(struct slice text, size_t at, size_t *next);

/* The end of the surface word that begins at byte `start`. `group_sign` is the language's. O(length
 * of the word). */
size_t scan_word_end(struct slice text, size_t start, char group_sign);

/* The same for words of ASCII and Cyrillic letters, and for plain digits, found by looking at bytes
 * only; 0 where no such word begins or it takes more to tell. */
size_t scan_plain_end(struct slice text, size_t start);

/* The length of the hyphen, of the hyphen or dash, or of the white space within a line, at byte
 * `at`; 0: none is there. */
size_t scan_hyphen(struct slice text, size_t at);
size_t scan_dash(struct slice text, size_t at);
size_t scan_space(struct slice text, size_t at);

#endif
