/* spelled.h - what a number in letters adds up to, word by word.
 *
 * One rule does for all languages: a number is added where the one before it has zeros enough, and
 * a magnitude multiplies the digits below it. "dua | ratus | lima | puluh | juta" is 2, 200, 205,
 * 250, 250000000. */
#ifndef ARAL_ANALYSIS_SPELLED_H
#define ARAL_ANALYSIS_SPELLED_H

#include "corpus/analysis/numbers.h"

#include <stdint.h>

/* Numbers in letters are counted in quarters: "полтора" is 6. */
#define SPELLED_QUARTERS 4

/* A number as far as it is read; all zeros where nothing is. */
struct spelled {
    uint64_t quarters;
    int power;      /* of the magnitudes that count all of it: 6 of "dua puluh lima juta" */
    bool magnitude; /* it says one */
};

/* Each of these takes the next word of the number. It returns false, and changes nothing, where
 * that word begins something else: "ten twelve", "million thousand". */
bool spelled_add(struct spelled *spelled, unsigned number);
bool spelled_add_ten(struct spelled *spelled); /* "lima belas" */
bool spelled_add_quarters(struct spelled *spelled, unsigned quarters);
bool spelled_count_quarters(struct spelled *spelled); /* "tiga perempat" */
bool spelled_multiply(struct spelled *spelled, int power);

/* The canonical form. */
void spelled_write(const struct spelled *spelled, struct number *number);

#endif
