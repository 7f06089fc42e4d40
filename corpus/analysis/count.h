/* count.h - a number before a unit while it is read: by counts.h, in letters by
 * counts_in_letters.h. */
#ifndef ARAL_ANALYSIS_COUNT_H
#define ARAL_ANALYSIS_COUNT_H

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/spelled.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

#endif
