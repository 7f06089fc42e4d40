/* Other queries that are tried in the course of a search, within its time. */
#include "searcher/collect.h"
#include "searcher/state.h"

/* Whether there is anything for a plan that the index alone can answer. */
static bool try_index(const struct search *search, bool *found) {
    struct xapian_error failure = {0};
    struct xapian_search_request asked = {
        .query = search->plan.query,
        .limit = 1,
        .weighting = {.scheme = XAPIAN_SCHEME_BOOL},
    };
    struct xapian_results *results =
        xapian_search(search->searcher->index.xapian, &asked, &failure);
    *found = results && results->hit_count > 0;
    xapian_results_free(results);
    return results || schema_set_error(search->error, &failure);
}

/* Who gets the passages of a trial. */
struct taker {
    void (*take)(const struct search_answer *answer, void *context);
    void *context;
};

/* The same by collecting passages, which go to the taker, if there is one. */
static bool try_passages(struct search *search, const struct taker *taker, bool *found) {
    struct searcher *searcher = search->searcher;
    /* The answer's texts are the collector's. */
    struct collector collector = searcher->collector;
    searcher->collector = (struct collector){.articles = map_new()};
    bool good = searcher->collector.articles || error_set_memory(search->error);
    good = good && collect(search);
    *found = good && searcher->collector.kept_count > 0;
    if (*found && taker) {
        good = search_fill_results(search);
        if (good) {
            taker->take(search->answer, taker->context);
        }
    }
    collector_free(&searcher->collector);
    searcher->collector = collector;
    return good;
}

/* Asks for what the request says, in the course of a search, whose reading keeps its terms. */
static bool try_request(const struct search *search, const struct search_request *request,
                        const struct taker *taker, bool *found) {
    struct searcher *searcher = search->searcher;
    struct map *terms = searcher->terms;
    struct error failure = {0};
    struct search trial = {
        .searcher = searcher,
        .request = request,
        .limits = search->limits,
        .started = search->started,
        .answer = arena_allocate_zeros(&searcher->arena, sizeof *trial.answer),
        .articles_read = search->articles_read,
        .error = &failure,
    };
    *found = false;
    searcher->terms = map_new();
    bool good = (trial.answer && searcher->terms) || error_set_memory(&failure);
    if (good) {
        search_parse(&trial);
        trial.answer->sort = request->sort;
        good = search_plan(&trial);
    }
    if (good && trial.plan.query) {
        good = taker || trial.plan.verify ? try_passages(&trial, taker, found)
                                          : try_index(&trial, found);
    }
    search_forget_plan(&trial);
    map_free(searcher->terms);
    searcher->terms = terms;
    if (!good) {
        *found = false;
    }
    /* A limit that the trial meets is not the search's. */
    return good || failure.kind == ERROR_TIMEOUT || failure.kind == ERROR_LIMIT ||
           error_pass(search->error, &failure);
}

bool search_try(const struct search *search, struct slice query, bool *found) {
    struct search_request request = *search->request;
    request.query = query;
    request.limit = 1;
    request.offset = 0;
    request.parts = 0;
    return try_request(search, &request, NULL, found);
}

bool search_try_results(const struct search *search, struct slice query, uint32_t limit,
                        void (*take)(const struct search_answer *answer, void *context),
                        void *context) {
    struct search_request request = *search->request;
    bool found;
    request.query = query;
    request.limit = limit;
    request.offset = 0;
    request.across = false;
    request.parts = SEARCH_TEXTS;
    return try_request(search, &request, &(struct taker){take, context}, &found);
}
