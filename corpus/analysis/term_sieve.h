/* term_sieve.h - a set of terms that says of most others at once that they are not in it, and of
 * most words that they have none of them.
 *
 * Each term falls on one of the places of a bit map. Who looks for a few terms in many texts lets
 * them all fall through it and compares what is held. The words that show no clue of the terms are
 * not even analysed. */
#ifndef ARAL_ANALYSIS_TERM_SIEVE_H
#define ARAL_ANALYSIS_TERM_SIEVE_H

#include "corpus/base/slice.h"
#include "corpus/languages/clues.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TERM_SIEVE_PLACES 4096
#define TERM_SIEVE_NAMES 16

/* {0} holds nothing; filled by analyzer_seek. */
struct term_sieve {
    uint64_t places[TERM_SIEVE_PLACES / 64];
    struct clues clues; /* of the stems */
    bool numbers;       /* it holds a term of a number or date, whose words mean more together */
    size_t name_count;  /* how many terms of names; with more than TERM_SIEVE_NAMES every capital
                           counts as a clue */
    uint32_t name_consonants[TERM_SIEVE_NAMES]; /* of the keys of these (names.h) */
};

/* Where a term falls: its length, its ends and its middle tell most terms apart. */
static inline uint32_t term_sieve_place(struct slice term) {
    const unsigned char *bytes = (const unsigned char *)term.data;
    size_t length = term.length;
    uint32_t mixed = (uint32_t)length;
    if (length > 0) {
        mixed = mixed * 31 + bytes[length - 1];
        mixed = mixed * 31 + bytes[length / 2];
        mixed = mixed * 31 + bytes[length * 3 / 4];
        mixed = mixed * 31 + bytes[length > 2 ? 2 : 0];
    }
    return mixed % TERM_SIEVE_PLACES;
}

/* False for most terms that were not added, true for all that were. `place` is the term's. */
static inline bool term_sieve_holds(const struct term_sieve *sieve, uint32_t place) {
    return sieve->places[place / 64] >> place % 64 & 1;
}

#endif
