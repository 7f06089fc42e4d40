/* counts.h - how many there are of a thing, before its unit: a number in digits or letters, with
 * its decimals and magnitudes. */
#ifndef ARAL_ANALYSIS_COUNTS_H
#define ARAL_ANALYSIS_COUNTS_H

#include "corpus/analysis/finder.h"
#include "corpus/analysis/numbers.h"
#include "corpus/analysis/spelled.h"

/* How many there are of a currency, unit or percent, as far as it is read. */
struct count {
    struct number number;   /* of digits; one in letters is written when it is used */
    struct spelled spelled; /* of digits, its magnitudes alone */
    bool decimals;          /* it says some, in letters or by a sign (½) */
    bool ordinal;           /* its last word is one */
    bool negative;          /* a minus is before it: set by who looks for that */
    uint32_t end;           /* byte behind it in the text */
    size_t next;            /* number of the mark behind */
};

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
