/* word_cache.h - surface words that were analysed before.
 *
 * News repeats its words: of the words of a megabyte nearly all were met in the one before. A hash
 * table with linear probing over XXH3 hashes; words live in the caller's arena. */
#ifndef ARAL_ANALYSIS_WORD_CACHE_H
#define ARAL_ANALYSIS_WORD_CACHE_H

#include "corpus/analysis/word.h"

#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

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

/* The context is left out: it is known only when the words before are. */
static inline uint64_t word_cache_hash(struct slice surface, const struct vocabulary *vocabulary) {
    return XXH3_64bits_withSeed(surface.data, surface.length, (uint64_t)(uintptr_t)vocabulary);
}

/* Ask for the memory that word_cache_find will read: the slot, and when that has come, the word. */
static inline void word_cache_prefetch_slot(const struct word_cache *cache, uint64_t hash) {
    __builtin_prefetch(&cache->slots[hash & cache->mask]);
}

static inline void word_cache_prefetch_word(const struct word_cache *cache, uint64_t hash) {
    const struct word *word = cache->slots[hash & cache->mask].word;
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

/* The word, or NULL. The surface has at least one byte. O(1) on average. */
static inline const struct word *word_cache_find(const struct word_cache *cache, uint64_t hash,
                                                 struct slice surface,
                                                 const struct vocabulary *vocabulary,
                                                 unsigned context) {
    for (size_t i = hash & cache->mask; cache->slots[i].word; i = (i + 1) & cache->mask) {
        if (cache->slots[i].hash != hash) {
            continue;
        }
        const struct word *word = cache->slots[i].word;
        if (word->length == surface.length && word->vocabulary == vocabulary &&
            word->context == context &&
            word_bytes_equal(word->surface, surface.data, surface.length)) {
            return word;
        }
    }
    return NULL;
}

/* Adds a word that is not in it. Without memory to grow it stays as it is: the word is made anew
 * when met again. */
void word_cache_add(struct word_cache *cache, uint64_t hash, const struct word *word);

#endif
