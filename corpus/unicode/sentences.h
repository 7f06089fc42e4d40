/* sentences.h - where a reader says that a sentence ends: UAX #29 with the abbreviations of the
 * language ("Rp.", "dr.", "г.", "U.S.", initials). */
#ifndef ARAL_UNICODE_SENTENCES_H
#define ARAL_UNICODE_SENTENCES_H

#include "corpus/base/slice.h"

#include <stddef.h>

struct language;

/* Where the sentence that begins at byte `from` ends (with the white space behind it): a byte
 * offset > from, at most text.length. `language` may be NULL: plain UAX #29. O(sentence). */
size_t sentence_end(struct slice text, size_t from, const struct language *language);

#endif
