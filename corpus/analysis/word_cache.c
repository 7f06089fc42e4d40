#include "corpus/analysis/word_cache.h"

#include "corpus/base/zeros.h"

#include <stdlib.h>

/* So much is kept of a generation's words, unless less is allowed: some hundred thousand. Their
 * slots take up to a fifth more. */
#define GENERATION_BYTES ((size_t)20 * 1024 * 1024)

#define SLOTS_AT_FIRST 4096

static bool generation_make(struct word_generation *generation) {
    *generation = (struct word_generation){.mask = SLOTS_AT_FIRST - 1};
    generation->slots = calloc(SLOTS_AT_FIRST, sizeof *generation->slots);
    return generation->slots != NULL;
}

static void generation_free(struct word_generation *generation) {
    free(generation->slots);
    arena_free(&generation->arena);
    *generation = (struct word_generation){0};
}

bool word_cache_make(struct word_cache *cache) {
    cache->generation = 1;
    cache->generation_bytes = GENERATION_BYTES;
    bool young = generation_make(&cache->young), old = generation_make(&cache->old);
    return young && old;
}

void word_cache_free(struct word_cache *cache) {
    generation_free(&cache->young);
    generation_free(&cache->old);
}

void word_cache_limit(struct word_cache *cache, uint64_t bytes) {
    uint64_t share = bytes / 12 * 5; /* of two generations, without their slots */
    cache->generation_bytes = share < GENERATION_BYTES ? (size_t)share : GENERATION_BYTES;
}

void word_cache_age(struct word_cache *cache) {
    if (cache->young.bytes < cache->generation_bytes && !cache->young.arena.failed) {
        return;
    }
    struct word_generation empty = cache->old;
    cache->old = cache->young;
    memset(empty.slots, 0, (empty.mask + 1) * sizeof *empty.slots);
    empty.count = empty.bytes = 0;
    /* A text of very many words may have left it too large. */
    if (empty.arena.memory > 2 * cache->generation_bytes) {
        arena_free(&empty.arena);
    } else {
        arena_empty(&empty.arena);
    }
    cache->young = empty;
    cache->generation++;
}

const struct word *word_cache_recall(struct word_cache *cache, uint64_t hash, struct slice surface,
                                     const struct vocabulary *vocabulary, unsigned context) {
    const struct word *word = word_generation_find(&cache->old, hash, surface, vocabulary, context);
    const struct word *copy = word ? word_copy(word, &cache->young.arena) : NULL;
    if (copy) {
        word_cache_add(cache, hash, copy);
    }
    return copy ? copy : word;
}

static void insert(struct word_generation *generation, struct word_slot slot) {
    size_t i = slot.hash & generation->mask;
    while (generation->slots[i].word) {
        i = (i + 1) & generation->mask;
    }
    generation->slots[i] = slot;
}

static bool grow(struct word_generation *generation) {
    size_t size = generation->mask + 1;
    struct word_slot *slots = generation->slots;
    struct word_slot *grown = allocate_zeros(size * 2, sizeof *grown);
    if (!grown) {
        return false;
    }
    generation->slots = grown;
    generation->mask = size * 2 - 1;
    for (size_t i = 0; i < size; i++) {
        if (slots[i].word) {
            insert(generation, slots[i]);
        }
    }
    free(slots);
    return true;
}

void word_cache_add(struct word_cache *cache, uint64_t hash, const struct word *word) {
    struct word_generation *young = &cache->young;
    if (young->count * 2 <= young->mask || grow(young)) {
        insert(young, (struct word_slot){hash, word});
        young->count++;
    }
    young->bytes += word->size;
}
