/* query_signs.h - what single characters mean in a query, and where its words end. */
#ifndef ARAL_SEARCHER_QUERY_SIGNS_H
#define ARAL_SEARCHER_QUERY_SIGNS_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point of the character that begins at byte `at` (< text.length), and its length in
 * bytes: U+FFFD and 1 for a byte that is no UTF-8. */
int32_t query_character(struct slice text, size_t at, size_t *length);

/* Whether words end at the code point: white space of any kind, and control characters. */
bool query_is_blank(int32_t code);

/* Whether the code point begins and ends phrases. */
bool query_is_quote(int32_t code);

bool query_is_digit(int32_t code);

/* Whether it is an apostrophe, straight or curved. */
bool query_is_apostrophe(int32_t code);

/* Whether it is a letter or a digit. */
bool query_is_letter(int32_t code);

/* The bytes before the first letter or digit of the text; its length where there is none. */
size_t query_word_start(struct slice text);

/* Whether there is a letter or a digit in the text. O(length). */
bool query_has_words(struct slice text);

/* Finds the next run of characters without blanks from byte *at on, and moves *at to its end. False
 * where there is none. */
bool query_next_run(struct slice text, size_t *at, struct slice *run);

#endif
