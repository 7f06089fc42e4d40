#include "searcher/searcher.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"
#include "searcher/reading_maker.h"
#include "searcher/snippet.h"
#include "searcher/suggest.h"

#include <time.h>

/* ---- time ------------------------------------------------------------------------------------ */

uint64_t search_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

bool search_check_time(struct search *search) {
    return search_clock() - search->started <= (uint64_t)search->limits.time_ms * 1000 ||
           error_set(search->error, ERROR_TIMEOUT,
                     "the search took longer than %u ms (limit on time): use fewer or rarer words",
                     search->limits.time_ms);
}

/* ---- one search ------------------------------------------------------------------------------ */

/* The query as valid UTF-8, in the arena: bytes that are none become U+FFFD. */
static struct slice take_query(struct searcher *searcher, struct slice query) {
    bytes_clear(&searcher->scratch);
    for (size_t at = 0; at < query.length;) {
        size_t start = at;
        if (code_point_at(query, at, &at) == CODE_POINT_INVALID) {
            bytes_append_string(&searcher->scratch, "\xEF\xBF\xBD");
        } else {
            bytes_append(&searcher->scratch, query.data + start, at - start);
        }
    }
    searcher->arena.failed |= searcher->scratch.failed;
    return arena_copy(&searcher->arena, bytes_slice(&searcher->scratch));
}

static bool set_limits(struct search *search) {
    const struct search_limits *asked = &search->request->limits;
    search->limits = (struct search_limits){
        .query_bytes = asked->query_bytes ? asked->query_bytes : SEARCH_QUERY_BYTES,
        .words = asked->words ? asked->words : SEARCH_WORDS,
        .filters = asked->filters ? asked->filters : SEARCH_FILTERS,
        .expansions = asked->expansions ? asked->expansions : SEARCH_EXPANSIONS,
        .candidates = asked->candidates ? asked->candidates : SEARCH_CANDIDATES,
        .results = asked->results ? asked->results : SEARCH_RESULTS,
        .time_ms = asked->time_ms ? asked->time_ms : SEARCH_TIME_MS,
    };
    if (search->request->query.length > search->limits.query_bytes) {
        return error_set(search->error, ERROR_LIMIT,
                         "the query has %zu bytes, the limit is %zu (limit on query): shorten it",
                         search->request->query.length, search->limits.query_bytes);
    }
    uint64_t last = (uint64_t)search->request->offset + search->request->limit;
    if (last > search->limits.results) {
        return error_set(search->error, ERROR_LIMIT,
                         "results up to number %llu were asked for, the limit is %zu (limit on "
                         "results): narrow the search by words, dates or sources",
                         (unsigned long long)last, search->limits.results);
    }
    return true;
}

static void parse_query(struct search *search) {
    struct searcher *searcher = search->searcher;
    search->answer->query = take_query(searcher, search->request->query);
    struct slice query = search->answer->query;
    search->query = query_parse(query, &searcher->arena);
    search->lists = (search->request->lists && query_is_empty(query)) || query_asks_all(query);
}

static bool check_filters(const struct search *search) {
    size_t filters = query_count_filters(search->query);
    return filters <= search->limits.filters ||
           error_set(
               search->error, ERROR_LIMIT,
               "the query has %zu filters (lang:, source:, date:), the limit is %zu (limit on "
               "filters): leave some out",
               filters, search->limits.filters);
}

static bool read_query(struct search *search) {
    struct searcher *searcher = search->searcher;
    struct search_answer *answer = search->answer;
    if (!check_filters(search)) {
        return false;
    }
    bytes_clear(&searcher->scratch);
    query_print(search->query, &searcher->scratch);
    bytes_append_string(&searcher->scratch, search->lists ? "*" : "");
    if (!bytes_check(&searcher->scratch, search->error)) {
        return false;
    }
    answer->read_as = arena_copy(&searcher->arena, bytes_slice(&searcher->scratch));
    bytes_clear(&searcher->scratch);
    query_append_words(search->query, &searcher->scratch);
    struct slice words = arena_copy(&searcher->arena, bytes_slice(&searcher->scratch));
    if (!bytes_check(&searcher->scratch, search->error)) {
        return false;
    }
    map_clear(searcher->terms);
    search->reading = (struct reading){.terms = searcher->terms};
    struct reading_maker maker = {.reading = &search->reading,
                                  .index = &searcher->index,
                                  .analyzer = searcher->analyzer,
                                  .limits = &search->limits,
                                  .arena = &searcher->arena,
                                  .error = search->error};
    if (!reading_make(&maker, words, search->query,
                      search->request->across ? &searcher->across : NULL)) {
        return false;
    }
    answer->language = search->reading.likely;
    search->leaf_flags = arena_take(&searcher->arena, 2 * search->reading.leaf_count + 1);
    return search->leaf_flags || error_set_memory(search->error);
}

/* Reads the query's tree and plans how the index is asked. */
static bool plan_query(struct search *search) {
    struct searcher *searcher = search->searcher;
    const struct plan_maker maker = {.reading = &search->reading,
                                     .request = search->request,
                                     .lists = search->lists,
                                     .local = searcher->index.local,
                                     .arena = &searcher->arena,
                                     .error = search->error};
    if (!read_query(search) || !plan_make(&maker, search->query, &search->plan)) {
        return false;
    }
    search->plan.verify |= search->doubted;
    reading_seek(&search->reading, searcher->analyzer, search->plan.verify);
    return true;
}

static bool asks_counts(const struct search *search) {
    return (search->request->parts & (SEARCH_COUNTS | SEARCH_FACETS)) != 0;
}

/* Plans the query and collects what it finds. */
static bool find_once(struct search *search) {
    const struct search_request *request = search->request;
    if (!plan_query(search)) {
        return false;
    }
    search->answer->sort = request->sort;
    if (!search->plan.scores && request->sort == SEARCH_BY_RELEVANCE) {
        search->answer->sort = SEARCH_NEWEST;
    }
    bool count_all = search->plan.verify && asks_counts(search);
    bool looked_at = request->limit > 0 || asks_counts(search);
    return !search->plan.query || !looked_at || collect(search, count_all);
}

static void forget_found(struct search *search) {
    xapian_query_free(search->plan.query);
    search->plan = (struct plan){0};
    collector_clear(&search->searcher->collector);
}

/* Finds the passages and counts them. Where a text that was read for ranking has nothing of the
 * query, and they are few or most like that, they are found again, each to be verified. */
static bool find(struct search *search) {
    bool good = find_once(search);
    if (good && search->searcher->collector.refuted) {
        search->doubted = true;
        forget_found(search);
        good = find_once(search);
    }
    return good && search_count(search);
}

/* A phrase beside words is often a name or a saying quoted in a question, and wrongly. Where no
 * passage meets all such demands they are words like the others, and the reader is told. */
static bool find_without_phrases(struct search *search) {
    bool looked = search->request->limit > 0 || asks_counts(search);
    if (!looked || search->answer->total.passages > 0 || !query_loosen(search->query)) {
        return true;
    }
    search_note(search, SEARCH_NOTE_UNQUOTED, 0,
                "no passage has what stands in quotes, its words are searched instead");
    forget_found(search);
    return find(search);
}

static bool run(struct search *search) {
    struct searcher *searcher = search->searcher;
    const struct search_request *request = search->request;
    struct search_answer *answer = search->answer;
    parse_query(search);
    bool good = find(search) && find_without_phrases(search);
    search_note_query(search);
    good = good && search_note_sources(search) && search_fill_results(search) &&
           search_fill_words(search);
    if (good && (request->parts & SEARCH_SUGGESTION)) {
        good = search_suggest(search);
    }
    answer->notes = search->notes;
    answer->note_count = search->note_count;
    answer->troubles = search->troubles;
    answer->trouble_count = search->trouble_count;
    if (good && searcher->arena.failed) {
        good = error_set_memory(search->error);
    }
    return good;
}

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
    good = good && collect(search, false);
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

/* Asks for what the request says, in the course of a search. */
static bool try_request(const struct search *search, const struct search_request *request,
                        const struct taker *taker, bool *found) {
    struct arena *arena = &search->searcher->arena;
    struct error failure = {0};
    struct search trial = {
        .searcher = search->searcher,
        .request = request,
        .limits = search->limits,
        .started = search->started,
        .answer = arena_take(arena, sizeof *trial.answer),
        .articles_read = search->articles_read,
        .error = &failure,
    };
    *found = false;
    if (!trial.answer) {
        return error_set_memory(search->error);
    }
    parse_query(&trial);
    trial.answer->sort = request->sort;
    bool good = plan_query(&trial);
    if (good && trial.plan.query) {
        good = taker || trial.plan.verify ? try_passages(&trial, taker, found)
                                          : try_index(&trial, found);
    }
    xapian_query_free(trial.plan.query);
    if (!good) {
        *found = false;
    }
    /* A limit that the trial meets is not the search's. */
    return good || failure.kind == ERROR_TIMEOUT || failure.kind == ERROR_LIMIT ||
           error_set(search->error, failure.kind, "%s", failure.message);
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

/* Reads the query, as `search->query` has it, and finds what of it is in the text. */
static bool mark_text(struct search *search, struct slice text, const struct language *language,
                      const struct search_highlight **highlights, size_t *count) {
    struct searcher *searcher = search->searcher;
    bool good =
        plan_query(search) &&
        text_match_run(&searcher->match, &search->reading, text, language, NULL, search->error) &&
        highlights_find(&searcher->match, highlights, count, &searcher->arena, search->error);
    xapian_query_free(search->plan.query);
    search->plan = (struct plan){0};
    return good;
}

bool search_mark(struct searcher *searcher, const struct search_request *request, struct slice text,
                 const struct language *language, const struct search_highlight **highlights,
                 size_t *count, struct error *error) {
    struct error failure = {0};
    struct search search = {
        .searcher = searcher,
        .request = request,
        .started = search_clock(),
        .answer = arena_take(&searcher->arena, sizeof *search.answer),
        .error = &failure,
    };
    *count = 0;
    if (!search.answer) {
        return error_set_memory(error);
    }
    bool good = set_limits(&search);
    if (good) {
        parse_query(&search);
        good = mark_text(&search, text, language, highlights, count);
    }
    /* A passage that does not have the phrase was found without it (find_without_phrases). */
    if (good && *count == 0 && query_loosen(search.query)) {
        good = mark_text(&search, text, language, highlights, count);
    }
    if (good && searcher->arena.failed) {
        return error_set_memory(error);
    }
    return good || failure.kind == ERROR_LIMIT ||
           error_set(error, failure.kind, "%s", failure.message);
}

struct asking {
    const struct search_request *request;
    uint64_t started;
    struct search_answer *answer;
};

/* From an empty arena: whatever an attempt before has left is forgotten. */
static bool attempt(struct searcher *searcher, void *context, struct error *error) {
    struct asking *asking = context;
    arena_empty(&searcher->arena);
    collector_clear(&searcher->collector);
    map_clear(searcher->articles);
    passage_cache_tidy(&searcher->passages);
    struct search search = {
        .searcher = searcher,
        .request = asking->request,
        .started = asking->started,
        .answer = arena_take(&searcher->arena, sizeof *search.answer),
        .articles_read = {&searcher->index, &searcher->arena, searcher->articles},
        .error = error,
    };
    if (!search.answer) {
        return error_set_memory(error);
    }
    search.answer->language = language_other();
    bool good = set_limits(&search) && run(&search);
    xapian_query_free(search.plan.query);
    asking->answer = search.answer;
    return good;
}

const struct search_answer *searcher_search(struct searcher *searcher,
                                            const struct search_request *request,
                                            struct error *error) {
    struct asking asking = {.request = request, .started = search_clock()};
    if (!searcher_do(searcher, attempt, &asking, error)) {
        return NULL;
    }
    asking.answer->microseconds = search_clock() - asking.started;
    return asking.answer;
}

bool search_answer_finds(const struct search_answer *answer, const struct search_request *request) {
    return answer->result_count > 0 || (request->limit == 0 && answer->total.passages > 0);
}
