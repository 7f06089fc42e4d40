#include "searcher/searcher.h"

#include <stdlib.h>

static struct searcher *open_searcher(const char *const locations[], size_t count,
                                      unsigned timeout_ms, bool partial, struct error *error) {
    struct searcher *searcher = calloc(1, sizeof *searcher);
    if (!searcher) {
        error_set_memory(error);
        return NULL;
    }
    struct xapian_error failure = {0};
    if (!index_open(&searcher->index, locations, count, timeout_ms, partial, error)) {
        free(searcher);
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
    } else if (!xapian_index_get_uuid(searcher->index.xapian, &searcher->identity, &failure)) {
        good = schema_set_error(error, &failure);
    }
    if (!good) {
        searcher_close(searcher);
        return NULL;
    }
    return searcher;
}

struct searcher *searcher_open(const char *const locations[], size_t count, unsigned timeout_ms,
                               struct error *error) {
    return open_searcher(locations, count, timeout_ms, false, error);
}

struct searcher *searcher_open_partial(const char *const locations[], size_t count,
                                       unsigned timeout_ms, struct error *error) {
    return open_searcher(locations, count, timeout_ms, true, error);
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
    free(searcher);
}

/* Another database may have been put in the place of the one that was opened, at the same revision:
 * nothing but its name then tells. */
static bool check_identity(struct searcher *searcher, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_string present;
    if (!xapian_index_get_uuid(searcher->index.xapian, &present, &failure)) {
        return schema_set_error(error, &failure);
    }
    bool same = slice_equal(slice_of(present.data, present.size),
                            slice_of(searcher->identity.data, searcher->identity.size));
    xapian_string_free(&present);
    return same || error_set(error, ERROR_CHANGED, "the index was replaced by another one");
}

bool searcher_reopen(struct searcher *searcher, struct error *error) {
    bool changed;
    bool reopened = index_reopen(&searcher->index, &changed, error);
    if (changed) {
        passage_cache_clear(&searcher->passages);
    }
    return reopened && check_identity(searcher, error);
}

bool searcher_do(struct searcher *searcher, searcher_work *work, void *context,
                 struct error *error) {
    struct error failure = {0};
    bool done = work(searcher, context, &failure);
    for (int tries = 1; !done && failure.kind == ERROR_CHANGED && tries < INDEX_RETRIES; tries++) {
        error_clear(&failure);
        done = searcher_reopen(searcher, &failure) && work(searcher, context, &failure);
    }
    return done || error_set(error, failure.kind, "%s", failure.message);
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
