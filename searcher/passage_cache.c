#include "searcher/passage_cache.h"

static struct slice key_of(const uint32_t *docid) {
    return slice_of((const char *)docid, sizeof *docid);
}

void passage_cache_free(struct passage_cache *cache) {
    map_free(cache->passages);
    arena_free(&cache->arena);
    *cache = (struct passage_cache){0};
}

void passage_cache_clear(struct passage_cache *cache) {
    if (cache->passages) {
        map_clear(cache->passages);
    }
    arena_free(&cache->arena);
}

bool passage_cache_has_room(const struct passage_cache *cache) {
    return cache->arena.memory < PASSAGE_CACHE_BYTES && !cache->arena.failed;
}

void passage_cache_tidy(struct passage_cache *cache) {
    if (!passage_cache_has_room(cache)) {
        passage_cache_clear(cache);
    }
}

struct kept_passage *passage_cache_find(const struct passage_cache *cache, uint32_t docid) {
    const uint64_t *known = cache->passages ? map_find(cache->passages, key_of(&docid)) : NULL;
    return known ? (struct kept_passage *)(uintptr_t)*known : NULL;
}

struct kept_passage *passage_cache_add(struct passage_cache *cache, struct index *index,
                                       uint32_t docid, struct slice data, struct error *error) {
    if (!cache->passages) {
        cache->passages = map_new();
    }
    struct kept_passage *kept = arena_allocate_zeros(&cache->arena, sizeof *kept);
    struct slice own = arena_copy(&cache->arena, data);
    if (!cache->passages || !kept || cache->arena.failed) {
        error_set_memory(error);
        return NULL;
    }
    if (!index_read_passage(index, own, &cache->arena, &kept->record, error)) {
        return NULL;
    }
    kept->outline.arena = &cache->arena;
    uint64_t *place = map_insert(cache->passages, key_of(&docid), NULL);
    if (!place) {
        error_set_memory(error);
        return NULL;
    }
    *place = (uint64_t)(uintptr_t)kept;
    return kept;
}
