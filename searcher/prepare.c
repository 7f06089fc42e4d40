/* What a search does before it asks the index: its limits, its query, its plan. */
#include "corpus/unicode/properties.h"
#include "searcher/reading_make.h"
#include "searcher/state.h"

#include <inttypes.h>

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

bool search_set_limits(struct search *search) {
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
                         "results up to number %" PRIu64
                         " were asked for, the limit is %zu (limit on results): narrow the search "
                         "by words, dates or sources",
                         last, search->limits.results);
    }
    return true;
}

void search_parse_text(struct search *search, struct slice text) {
    search->text = text;
    search->query = query_parse(text, &search->searcher->arena);
    search->lists = (search->request->lists && query_is_empty(text)) || query_asks_all(text);
}

void search_parse(struct search *search) {
    search->answer->query = take_query(search->searcher, search->request->query);
    search_parse_text(search, search->answer->query);
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
                                  .started = search->started,
                                  .arena = &searcher->arena,
                                  .error = search->error};
    if (!reading_make(&maker, words, search->query,
                      search->request->across ? &searcher->across : NULL)) {
        return false;
    }
    answer->language = search->reading.likely;
    search->leaf_flags = arena_allocate_zeros(&searcher->arena, 2 * search->reading.leaf_count);
    return search->leaf_flags || error_set_memory(search->error);
}

bool search_plan(struct search *search) {
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
    return !search->plan.query || search_check_time(search);
}

void search_forget_plan(struct search *search) {
    xapian_query_free(search->plan.query);
    search->plan = (struct plan){0};
}
