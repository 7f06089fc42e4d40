/* counts.h - how many there are of a thing, before its unit: a number in digits or letters, with
 * its decimals and magnitudes. */
#ifndef ARAL_ANALYSIS_COUNTS_H
#define ARAL_ANALYSIS_COUNTS_H

#include "corpus/analysis/count.h"
#include "corpus/analysis/finder.h"

/* Whether a sign for a fraction is at byte `at`, behind a number or the space behind one: "3½". */
bool count_is_fraction(struct slice text, uint32_t at);

/* Reads the number that begins with mark `i`. Behind the currency that stands before it, NULL where
 * none does, letters may be magnitudes ("Rp 5 T"). False: there is none, and *count is undefined.
 */
bool count_read(const struct finder *finder, size_t i, const struct number_word *currency,
                struct count *count);

/* Writes what was read in letters to count->number. */
void count_write(struct count *count);

/* The same, and multiplies by a power of ten. False where the number would get too long. */
bool count_scale(struct count *count, int power);

#endif
