/* word_cache.h - surface words that were analysed before.
 *
 * News repeats its words: of the words of a megabyte nearly all were met in the one before. Two
 * hash tables with linear probing over XXH3 hashes, each with the words of a generation: when the
 * young one is full, it is the old one, and what is met again of that is copied to the new young
 * one; so words that are used stay. */
#ifndef ARAL_ANALYSIS_WORD_CACHE_H
#define ARAL_ANALYSIS_WORD_CACHE_H

#include "corpus/analysis/word.h"
#include "corpus/base/hash.h"

#include <stdint.h>

struct word_slot {
    uint64_t hash;
    const struct word *word; /* NULL: free */
};

struct word_generation {
    struct word_slot *slots; /* owned */
    size_t mask;             /* number of slots - 1, a power of two less one */
    size_t count;
    size_t bytes;       /* of the words */
    struct arena arena; /* of the words */
};

struct word_cache {
    struct word_generation young, old;
    size_t generation_bytes; /* after so many, a generation is full */
    uint64_t generation; /* number of the young one, from 1: its words live through the next one */
};

/* False: no memory. */
bool word_cache_make(struct word_cache *cache);
void word_cache_free(struct word_cache *cache);

/* Lets it take about so many bytes, where that is less than it takes otherwise. */
void word_cache_limit(struct word_cache *cache, uint64_t bytes);

/* Begins a new generation where the young one is full; words of the old one end here. */
void word_cache_age(struct word_cache *cache);

/* The context is not hashed: it is known only once the words before are. */
static inline uint64_t word_cache_hash(struct slice surface, const struct vocabulary *vocabulary) {
    return hash_bytes_seeded(surface, (uint64_t)(uintptr_t)vocabulary);
}

/* Ask for the memory that word_cache_find will read: the slot, and when that has come, the word. */
static inline void word_cache_prefetch_slot(const struct word_cache *cache, uint64_t hash) {
    __builtin_prefetch(&cache->young.slots[hash & cache->young.mask]);
}

static inline void word_cache_prefetch_word(const struct word_cache *cache, uint64_t hash) {
    const struct word *word = cache->young.slots[hash & cache->young.mask].word;
    if (word) {
        __builtin_prefetch(word);
        __builtin_prefetch((const char *)word + 64);
    }
}

/* memcmp for words, most of which are a few bytes: two loads of each, that may overlap. */
static inline bool word_bytes_equal(const char *a, const char *b, size_t length) {
    if (length > 16) {
        return memcmp(a, b, length) == 0;
    }
    if (length >= 8) {
        return memcmp(a, b, 8) == 0 && memcmp(a + length - 8, b + length - 8, 8) == 0;
    }
    if (length >= 4) {
        return memcmp(a, b, 4) == 0 && memcmp(a + length - 4, b + length - 4, 4) == 0;
    }
    return a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1];
}

static inline const struct word *word_generation_find(const struct word_generation *generation,
                                                      uint64_t hash, struct slice surface,
                                                      const struct vocabulary *vocabulary,
                                                      unsigned context) {
    size_t mask = generation->mask;
    for (size_t i = hash & mask; generation->slots[i].word; i = (i + 1) & mask) {
        if (generation->slots[i].hash != hash) {
            continue;
        }
        const struct word *word = generation->slots[i].word;
        if (word->length == surface.length && word->vocabulary == vocabulary &&
            word->context == context &&
            word_bytes_equal(word->surface, surface.data, surface.length)) {
            return word;
        }
    }
    return NULL;
}

/* The word where the young generation has it, or NULL. The surface has at least one byte. O(1) on
 * average. */
static inline const struct word *word_cache_find(const struct word_cache *cache, uint64_t hash,
                                                 struct slice surface,
                                                 const struct vocabulary *vocabulary,
                                                 unsigned context) {
    return word_generation_find(&cache->young, hash, surface, vocabulary, context);
}

/* The same for the old generation: the word is of the young one from now on. */
const struct word *word_cache_recall(struct word_cache *cache, uint64_t hash, struct slice surface,
                                     const struct vocabulary *vocabulary, unsigned context);

/* Adds a word that is not in it, made in cache->young.arena. Without memory to grow it stays as it
 * is: the word is made anew when met again. */
void word_cache_add(struct word_cache *cache, uint64_t hash, const struct word *word);

#endif
