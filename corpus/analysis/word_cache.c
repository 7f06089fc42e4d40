#include "corpus/analysis/word_cache.h"

#include <stdlib.h>

#define SLOTS_AT_FIRST 4096

bool word_cache_make(struct word_cache *cache) {
    cache->slots = calloc(SLOTS_AT_FIRST, sizeof *cache->slots);
    cache->mask = SLOTS_AT_FIRST - 1;
    cache->count = 0;
    return cache->slots != NULL;
}

void word_cache_free(struct word_cache *cache) {
    free(cache->slots);
    *cache = (struct word_cache){0};
}

void word_cache_clear(struct word_cache *cache) {
    memset(cache->slots, 0, (cache->mask + 1) * sizeof *cache->slots);
    cache->count = 0;
}

static void insert(struct word_cache *cache, struct word_slot slot) {
    size_t i = slot.hash & cache->mask;
    while (cache->slots[i].word) {
        i = (i + 1) & cache->mask;
    }
    cache->slots[i] = slot;
}

void word_cache_add(struct word_cache *cache, uint64_t hash, const struct word *word) {
    size_t size = cache->mask + 1;
    if (cache->count * 2 >= size) {
        struct word_cache grown = {calloc(size * 2, sizeof *grown.slots), size * 2 - 1,
                                   cache->count};
        if (!grown.slots) {
            return;
        }
        for (size_t i = 0; i < size; i++) {
            if (cache->slots[i].word) {
                insert(&grown, cache->slots[i]);
            }
        }
        free(cache->slots);
        *cache = grown;
    }
    insert(cache, (struct word_slot){hash, word});
    cache->count++;
}
