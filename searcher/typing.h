/* typing.h - how words come to be typed wrongly: keyboards and slips of the hand or the ear.
 *
 * All that is known of keyboards and letters is in the languages' rows (languages/language.h). */
#ifndef ARAL_SEARCHER_TYPING_H
#define ARAL_SEARCHER_TYPING_H

#include "corpus/base/bytes.h"
#include "searcher/vocabulary.h"

/* Keyboard layouts: number 0 is LANGUAGE_KEYS, the others are those of languages with their own. */
size_t keyboard_count(void);

/* Appends what the keys that gave `typed` under one layout give under another, without capitals.
 * False where some character is not on the first one. */
bool keyboard_convert(struct slice typed, size_t from, size_t to, struct bytes *out);

/* Whether the byte is what a key gives, with Shift or without, that has a letter in some layout. */
bool keyboard_has_letter(char byte);

/* How unlikely it is to type `typed` for `meant`: a negative log likelihood, up to a constant, of
 * the likeliest way. 0 for equal ones. Doubled letters, exchanged neighbours, keys side by side and
 * vowels are the common slips (Kernighan, Church and Gale, COLING 1990). O(length^2). */
double typing_cost(const struct spelling *typed, const struct spelling *meant);

#endif
