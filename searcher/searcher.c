#include "searcher/state.h"

#include <stdlib.h>

/* Opens the index, which stays as it was where that fails. */
static bool open_index(struct searcher *searcher, struct error *error) {
    struct index index;
    struct xapian_string identity = {0};
    struct xapian_error failure = {0};
    if (!index_open(&index, (const char *const *)searcher->locations, searcher->location_count,
                    searcher->options.timeout_ms, searcher->options.partial, error)) {
        return false;
    }
    if (!xapian_index_get_uuid(index.xapian, &identity, &failure)) {
        index_close(&index);
        return schema_set_error(error, &failure);
    }
    index_close(&searcher->index);
    xapian_string_free(&searcher->identity);
    passage_cache_clear(&searcher->passages);
    searcher->index = index;
    searcher->identity = identity;
    return true;
}

static bool keep_locations(struct searcher *searcher, const char *const locations[], size_t count,
                           struct error *error) {
    searcher->locations = calloc(count, sizeof *searcher->locations);
    bool kept = searcher->locations != NULL;
    for (size_t i = 0; i < count && kept; i++) {
        searcher->locations[i] = strdup(locations[i]);
        kept = searcher->locations[i] != NULL;
        searcher->location_count++;
    }
    return kept || error_set_memory(error);
}

struct searcher *searcher_open(const char *const locations[], size_t count,
                               struct searcher_options options, struct error *error) {
    struct searcher *searcher = calloc(1, sizeof *searcher);
    if (!searcher) {
        error_set_memory(error);
        return NULL;
    }
    searcher->options = options;
    if (!keep_locations(searcher, locations, count, error) || !open_index(searcher, error)) {
        searcher_close(searcher);
        return NULL;
    }
    searcher->analyzer = analyzer_new(error);
    searcher->match.analyzer = searcher->analyzer;
    searcher->terms = map_new();
    searcher->articles = map_new();
    searcher->collector.articles = map_new();
    bool good = across_open(&searcher->across, locations, count, error) && searcher->analyzer &&
                searcher->terms && searcher->articles && searcher->collector.articles;
    if (!good) {
        error_set_memory(error);
        searcher_close(searcher);
        return NULL;
    }
    return searcher;
}

void searcher_close(struct searcher *searcher) {
    if (!searcher) {
        return;
    }
    collector_free(&searcher->collector);
    map_free(searcher->articles);
    map_free(searcher->terms);
    text_match_free(&searcher->match);
    arena_free(&searcher->arena);
    bytes_free(&searcher->scratch);
    xapian_string_free(&searcher->identity);
    analyzer_free(searcher->analyzer);
    across_close(&searcher->across);
    passage_cache_free(&searcher->passages);
    index_close(&searcher->index);
    for (size_t i = 0; i < searcher->location_count; i++) {
        free(searcher->locations[i]);
    }
    free(searcher->locations);
    free(searcher);
}

/* Another database may have been put in the place of the one that was opened, which its name
 * tells. */
static bool check_identity(struct searcher *searcher, bool *same, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_string present;
    if (!xapian_index_get_uuid(searcher->index.xapian, &present, &failure)) {
        return schema_set_error(error, &failure);
    }
    *same = slice_equal(slice_of(present.data, present.size),
                        slice_of(searcher->identity.data, searcher->identity.size));
    xapian_string_free(&present);
    return true;
}

static bool reopen(struct searcher *searcher, bool *changed, struct error *error) {
    bool reopened = index_reopen(&searcher->index, changed, error);
    if (*changed) {
        passage_cache_clear(&searcher->passages);
    }
    bool same;
    return reopened && check_identity(searcher, &same, error) &&
           (same || open_index(searcher, error));
}

bool searcher_reopen(struct searcher *searcher, struct error *error) {
    bool changed;
    return reopen(searcher, &changed, error);
}

bool searcher_retry(struct searcher *searcher, searcher_work *work, void *context,
                    struct error *error) {
    struct error failure = {0};
    bool done = work(searcher, context, &failure);
    bool moved = false;
    for (int tries = 1; !done && failure.kind == ERROR_CHANGED && tries < INDEX_RETRIES; tries++) {
        bool changed;
        error_clear(&failure);
        done = reopen(searcher, &changed, &failure) && work(searcher, context, &failure);
        moved |= changed;
    }
    if (!done && failure.kind == ERROR_CHANGED && !moved) {
        return schema_set_torn(error);
    }
    /* A server may have gone since it was opened. (Where it is the search's own time that is over,
     * so it is at once when it begins again.) */
    if (!done && searcher->options.partial &&
        (failure.kind == ERROR_NETWORK || failure.kind == ERROR_TIMEOUT)) {
        error_clear(&failure);
        done = open_index(searcher, &failure) && work(searcher, context, &failure);
    }
    return done || error_pass(error, &failure);
}

uint64_t searcher_lexicons(const char *const locations[], size_t count) {
    return across_state(locations, count);
}

bool searcher_get_state(struct searcher *searcher, struct searcher_state *state,
                        struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    if (!xapian_index_get_stats(searcher->index.xapian, &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    *state = (struct searcher_state){
        .revision = stats.has_revision ? stats.revision : 0,
        .identity = slice_of(searcher->identity.data, searcher->identity.size),
        .passages = searcher->index.passages,
        .articles = searcher->index.articles,
    };
    return true;
}
