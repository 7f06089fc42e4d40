#include "indexer/word_blocks.h"

#include "corpus/base/map.h"

#include <math.h>
#include <stdlib.h>

struct word_blocks {
    struct map *known; /* key -> address of its first block, in the arena */
    struct arena arena;
};

struct word_blocks *word_blocks_new(struct error *error) {
    struct word_blocks *blocks = calloc(1, sizeof *blocks);
    if (blocks) {
        blocks->known = map_new();
    }
    if (!blocks || !blocks->known) {
        error_set_memory(error);
        word_blocks_free(blocks);
        return NULL;
    }
    return blocks;
}

void word_blocks_clear(struct word_blocks *blocks) {
    map_clear(blocks->known);
    arena_free(&blocks->arena);
}

void word_blocks_free(struct word_blocks *blocks) {
    if (blocks) {
        map_free(blocks->known);
        arena_free(&blocks->arena);
        free(blocks);
    }
}

const struct kept_block *word_blocks_find(const struct word_blocks *blocks, struct slice key) {
    const uint64_t *known = map_find(blocks->known, key);
    return known ? (const struct kept_block *)(uintptr_t)*known : NULL;
}

/* Documents of the keys, each of which weighs as much as the number of its key, from 1. */
static struct xapian_query *make_query(const struct wanted_blocks wanted[], size_t count,
                                       struct xapian_error *failure) {
    struct xapian_query *keys[WORD_BLOCKS_AT_ONCE];
    char term[XAPIAN_TERM_SIZE_MAX] = PREFIX_WORDS;
    size_t start = strlen(PREFIX_WORDS);
    for (size_t i = 0; i < count; i++) {
        struct slice key = wanted[i].key;
        memcpy(term + start, key.data, key.length);
        struct xapian_bytes bytes = {term, start + key.length};
        keys[i] = xapian_query_scale(xapian_query_term(bytes, 1, failure), (double)i + 1, failure);
    }
    return xapian_query_join(XAPIAN_OP_OR, keys, count, 0, failure);
}

void word_blocks_make_room(struct word_blocks *blocks, size_t most) {
    if (blocks->arena.memory > most) {
        word_blocks_clear(blocks);
    }
}

bool word_blocks_keep(struct word_blocks *blocks, struct slice key, struct slice bytes,
                      struct error *error) {
    struct kept_block *block = arena_allocate(&blocks->arena, sizeof *block);
    struct slice own = arena_copy(&blocks->arena, bytes);
    uint64_t *known = map_insert(blocks->known, key, NULL);
    if (!block || !known || blocks->arena.failed) {
        return error_set_memory(error);
    }
    *block = (struct kept_block){own, (const struct kept_block *)(uintptr_t)*known};
    *known = (uint64_t)(uintptr_t)block;
    return true;
}

bool word_blocks_read(struct word_blocks *blocks, struct xapian_index *index,
                      const struct wanted_blocks wanted[], size_t count, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_search_request asked = {
        .weighting = {.scheme = XAPIAN_SCHEME_COORD},
        .fetch = UINT32_MAX,
        .value_slots = &(const uint32_t){SLOT_RECORD},
        .value_count = 1,
        .without_data = true,
        .uncounted = true,
    };
    for (size_t i = 0; i < count; i++) {
        asked.limit += wanted[i].documents;
    }
    struct xapian_query *query = make_query(wanted, count, &failure);
    asked.query = query;
    struct xapian_results *found = query ? xapian_search(index, &asked, &failure) : NULL;
    xapian_query_free(query);
    if (!found) {
        return schema_set_error(error, &failure);
    }
    word_blocks_make_room(blocks, WORD_BLOCKS_OF_SERVERS);
    bool kept = true;
    for (size_t i = 0; i < found->hit_count && kept; i++) {
        const struct xapian_hit *hit = &found->hits[i];
        size_t number = (size_t)lround(hit->weight);
        if (number > 0 && number <= count) {
            struct slice bytes = schema_slice(hit->values[0]);
            kept = word_blocks_keep(blocks, wanted[number - 1].key, bytes, error);
        }
    }
    xapian_results_free(found);
    if (!kept) {
        word_blocks_clear(blocks);
    }
    return kept;
}
