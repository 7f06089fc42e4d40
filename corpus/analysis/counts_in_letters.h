/* counts_in_letters.h - the words that a number in letters is made of: "dua ratus lima puluh", "две
 * целых пять десятых", "2 and a half". A part of what counts.h reads. */
#ifndef ARAL_ANALYSIS_COUNTS_IN_LETTERS_H
#define ARAL_ANALYSIS_COUNTS_IN_LETTERS_H

#include "corpus/analysis/count.h"
#include "corpus/analysis/finder.h"

/* Whether the second number is added to the first, both in letters: "twenty-two", "сто пять". In
 * "два-три" and "ten twelve" it is not: the first has too few zeros. */
bool marks_add_up(const struct mark *first, const struct mark *second);

/* Whether a word may be one of a number in letters without being a number: "million", "половина".
 */
bool mark_is_counted(const struct mark *mark);

/* Whether a unit is a single byte: "T", which means a magnitude in some places only. */
static inline bool unit_is_letter(const struct unit *unit) {
    return unit->end - unit->start == 1;
}

/* Reads "nol", and the decimals behind it if there are any. All here are false where there is no
 * such number. */
bool count_read_zero(const struct finder *finder, size_t i, struct count *count);

/* Reads a whole number in letters that begins with mark `i`. A magnitude alone is one of it where
 * its row says so, or where an article stands before it: "миллион", "a million". */
bool count_read_letters(const struct finder *finder, size_t i, struct count *count);

/* Reads the decimals behind such a number, or the number itself as decimals: "две целых пять
 * десятых", "пять десятых процента". */
bool count_read_decimals(const struct finder *finder, struct count *count);

/* Reads a half behind a number in digits and what follows it: "2 and a half million". */
bool count_read_halved(const struct finder *finder, struct count *count);

#endif
