/* abbreviation.h - which words are made of the beginnings of others. */
#ifndef ARAL_LEXICON_ABBREVIATION_H
#define ARAL_LEXICON_ABBREVIATION_H

#include "corpus/base/slice.h"

#include <stdbool.h>

struct language;

/* Whether the word is the first letters of the phrase's words, two or more, in their order: one of
 * each ("un", of "united nations"), or two or more of each ("госдума", of "государственная дума"),
 * but not all of them. Function words may give what they like or nothing: "boe", of "bank of
 * england". A word of the phrase is none: "stomach", of "stomach ache", nor is one of more than 64
 * bytes. Both normalised, in the language. O(bytes of the word * bytes of the phrase). */
bool abbreviation_is_of(struct slice word, struct slice phrase, const struct language *language);

#endif
