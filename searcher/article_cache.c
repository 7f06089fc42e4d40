#include "searcher/article_cache.h"

bool article_cache_expect(struct article_cache *cache, struct slice id, struct error *error) {
    return map_insert(cache->known, id, NULL) || error_set_memory(error);
}

static bool keep_record(void *context, const struct article_record *record, struct error *error) {
    struct article_cache *cache = context;
    struct article_record *own = arena_allocate_zeros(cache->arena, sizeof *own);
    uint64_t *known = map_find(cache->known, record->id);
    if (!own) {
        return error_set_memory(error);
    }
    if (known && *known == 0) {
        *own = *record;
        *known = (uint64_t)(uintptr_t)own;
    }
    return true;
}

/* Reads the article and further ones that are expected. */
static bool read_expected(struct article_cache *cache, struct slice id, struct error *error) {
    struct slice ids[ARTICLES_AT_ONCE] = {id};
    size_t count = 1;
    for (size_t i = 0; i < map_count(cache->known) && count < ARTICLES_AT_ONCE; i++) {
        struct slice other = map_key(cache->known, i);
        if (*map_value(cache->known, i) == 0 && !slice_equal(other, id)) {
            ids[count++] = other;
        }
    }
    return index_get_articles(cache->index, ids, count, cache->arena, keep_record, cache, error);
}

const struct article_record *article_cache_get(struct article_cache *cache, struct slice id,
                                               struct error *error) {
    uint64_t *known = map_insert(cache->known, id, NULL);
    if (known && *known == 0 && !cache->index->local && !read_expected(cache, id, error)) {
        return NULL;
    }
    if (known && *known != 0) {
        return (const struct article_record *)(uintptr_t)*known;
    }
    struct article_record *record = arena_allocate_zeros(cache->arena, sizeof *record);
    if (!known || !record) {
        error_set_memory(error);
        return NULL;
    }
    /* The place in the map stays valid: nothing else is put in before the record is there. Until
     * then it is 0, so that what could not be read is tried again. */
    if (!index_get_article(cache->index, id, cache->arena, record, error)) {
        return NULL;
    }
    *known = (uint64_t)(uintptr_t)record;
    return record;
}
