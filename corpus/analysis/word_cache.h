/* word_cache.h - surface words that were analysed before.
 *
 * News repeats its words: of the words of a megabyte nearly all were met in the one before. A hash
 * table with linear probing over XXH3 hashes; words live in the caller's arena. */
#ifndef ARAL_ANALYSIS_WORD_CACHE_H
#define ARAL_ANALYSIS_WORD_CACHE_H

#include "corpus/analysis/word.h"

#include <stdint.h>

struct word_slot {
    uint64_t hash;
    const struct word *word; /* NULL: free */
};

struct word_cache {
    struct word_slot *slots; /* owned */
    size_t mask;             /* number of slots - 1, a power of two less one */
    size_t count;
};

/* False: no memory. */
bool word_cache_make(struct word_cache *cache);
void word_cache_free(struct word_cache *cache);

/* Forgets all words. */
void word_cache_clear(struct word_cache *cache);

uint64_t word_cache_hash(struct slice surface, const struct vocabulary *vocabulary,
                         unsigned context);

/* The word, or NULL. O(1) on average. */
const struct word *word_cache_find(const struct word_cache *cache, uint64_t hash,
                                   struct slice surface, const struct vocabulary *vocabulary,
                                   unsigned context);

/* Adds a word that is not in it. Without memory to grow it stays as it is: the word is made anew
 * when met again. */
void word_cache_add(struct word_cache *cache, uint64_t hash, const struct word *word);

#endif
