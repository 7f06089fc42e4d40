#include "searcher/search.h"

#include "corpus/analysis/numbers.h"
#include "corpus/base/calendar.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "searcher/reading_maker.h"
#include "searcher/suggest.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <utf8proc.h>

/* ---- small things ---------------------------------------------------------------------------- */

struct search_request search_request_default(struct slice query) {
    return (struct search_request){.query = query,
                                   .limit = SEARCH_LIMIT,
                                   .across = true,
                                   .parts = SEARCH_ARTICLES | SEARCH_TEXTS};
}

bool search_request_narrows(const struct search_request *request) {
    return request->language || request->since.length > 0 || request->until.length > 0 ||
           request->source.length > 0 || request->sort != SEARCH_BY_RELEVANCE;
}

static unsigned digits(struct slice text, size_t from, size_t count) {
    return from + count <= text.length ? number_small(slice_of(text.data + from, count), 9999) : 0;
}

bool search_date_valid(struct slice date) {
    unsigned year = digits(date, 0, 4), month = digits(date, 5, 2), day = digits(date, 8, 2);
    bool has_month = date.length >= 7 && date.data[4] == '-' && month >= 1 && month <= 12;
    bool has_day = date.length == 10 && has_month && date.data[7] == '-' && day >= 1 &&
                   day <= days_in_month(year, month);
    return year > 0 && (date.length == 4 || (date.length == 7 && has_month) || has_day);
}

bool search_date_later(struct slice first, struct slice second) {
    size_t common = first.length < second.length ? first.length : second.length;
    return common > 0 && memcmp(first.data, second.data, common) > 0;
}

const char *match_kind_name(enum match_kind kind) {
    static const char *const names[] = {[MATCH_EXACT] = "exact",
                                        [MATCH_STEM] = "stem",
                                        [MATCH_NAME] = "name",
                                        [MATCH_TRANSLATION] = "translation"};
    return names[kind];
}

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

/* A sentence in the search's memory; empty where that ran out. */
static struct slice write_sentence(struct search *search, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *sentence =
        length > 0 ? arena_allocate_bytes(&search->searcher->arena, (size_t)length + 1) : NULL;
    if (sentence) {
        vsnprintf(sentence, (size_t)length + 1, format, again);
    }
    va_end(again);
    return sentence ? slice_of(sentence, (size_t)length) : (struct slice){0};
}

void search_note(struct search *search, enum search_note_kind kind, uint64_t number,
                 const char *format, ...) {
    for (size_t i = 0; i < search->note_count; i++) {
        if (search->notes[i].kind == kind) { /* of the query before its phrases were loosened */
            return;
        }
    }
    va_list arguments;
    va_start(arguments, format);
    struct slice text = write_sentence(search, format, arguments);
    va_end(arguments);
    struct search_note *notes =
        arena_grow(&search->searcher->arena, search->notes, search->note_count,
                   &search->note_capacity, sizeof *notes);
    if (notes && text.length > 0) {
        search->notes = notes;
        notes[search->note_count++] = (struct search_note){kind, number, text};
    }
}

/* Notes a sentence for those who look after the index. */
__attribute__((format(printf, 2, 3))) static void note_trouble(struct search *search,
                                                               const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct slice text = write_sentence(search, format, arguments);
    va_end(arguments);
    struct slice *troubles =
        arena_grow(&search->searcher->arena, search->troubles, search->trouble_count,
                   &search->trouble_capacity, sizeof *troubles);
    if (troubles && text.length > 0) {
        search->troubles = troubles;
        troubles[search->trouble_count++] = text;
    }
}

/* ---- opening --------------------------------------------------------------------------------- */

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

/* ---- one search ------------------------------------------------------------------------------ */

/* The query as valid UTF-8, in the arena. */
static struct slice take_query(struct searcher *searcher, struct slice query) {
    bytes_clear(&searcher->scratch);
    for (size_t at = 0; at < query.length;) {
        utf8proc_int32_t code;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)query.data + at,
                                                   (utf8proc_ssize_t)(query.length - at), &code);
        if (length > 0) {
            bytes_append(&searcher->scratch, query.data + at, (size_t)length);
            at += (size_t)length;
        } else {
            bytes_append_string(&searcher->scratch, "\xEF\xBF\xBD");
            at++;
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

static bool read_query(struct search *search) {
    struct searcher *searcher = search->searcher;
    struct search_answer *answer = search->answer;
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
    reading_seek(&search->reading, searcher->analyzer, search->plan.verify);
    return true;
}

static void note_lexicons(struct search *search, const char *what, const struct bytes *why) {
    if (why->length > 0) {
        note_trouble(search, "%s: %.*s", what, (int)why->length, why->data);
    }
}

/* One trouble for each location that is not part of the index. */
static void note_left_out(struct search *search) {
    struct slice lines = bytes_slice(&search->searcher->index.left_out);
    for (size_t at = 0; at < lines.length;) {
        const char *end = memchr(lines.data + at, '\n', lines.length - at);
        size_t length = end ? (size_t)(end - lines.data) - at : lines.length - at;
        note_trouble(search, "a part of the index is left out: %.*s", (int)length, lines.data + at);
        at += length + 1;
    }
}

static void note_dates(struct search *search) {
    struct slice since = search->request->since, until = search->request->until;
    if (search_date_later(since, until)) {
        search_note(search, SEARCH_NOTE_DATES, 0, "no day is both since %.*s and until %.*s",
                    (int)since.length, since.data, (int)until.length, until.data);
    }
}

/* Whether no article has that source, its name being misspelt or cut short. */
static bool is_source_unknown(struct search *search, struct slice source, bool *unknown) {
    struct searcher *searcher = search->searcher;
    uint32_t passages = 0;
    bytes_clear(&searcher->scratch);
    schema_source_term(source, &searcher->scratch);
    bool good = bytes_check(&searcher->scratch, search->error) &&
                index_get_frequency(&searcher->index, bytes_slice(&searcher->scratch), &passages,
                                    search->error);
    *unknown = passages == 0;
    return good;
}

/* The first such source in the tree; stays empty where there is none. */
static bool find_unknown_source(struct search *search, const struct query_node *query,
                                struct slice *found) {
    bool unknown = false;
    if (query->kind == QUERY_SOURCE && !is_source_unknown(search, query->text, &unknown)) {
        return false;
    }
    *found = unknown ? query->text : *found;
    bool good = true;
    for (const struct query_node *child = query->child; good && child && found->length == 0;
         child = child->next) {
        good = find_unknown_source(search, child, found);
    }
    return good;
}

static bool note_sources(struct search *search) {
    struct slice asked = search->request->source, name = slice_of("", 0);
    bool unknown = false;
    if (search->searcher->index.passages == 0) {
        return true;
    }
    if (asked.length > 0 && !is_source_unknown(search, asked, &unknown)) {
        return false;
    }
    if (unknown) {
        name = asked;
    } else if (search->query && !find_unknown_source(search, search->query, &name)) {
        return false;
    }
    name = utf8_cut(name, ERROR_QUOTE_BYTES);
    if (name.length > 0) {
        search_note(search, SEARCH_NOTE_SOURCE, 0, "no article has the source \"%.*s\"",
                    (int)name.length, name.data);
    }
    return true;
}

static void note_misreadings(struct search *search) {
    struct slice misread = utf8_cut(query_misread(search->query), ERROR_QUOTE_BYTES);
    if (misread.length > 0) {
        search_note(
            search, SEARCH_NOTE_MISREAD, 0,
            "\"%.*s\" is read as words: lang: takes a language's code or name, date: dates "
            "like 2024 or 2024-06..2024-07, source: a name; one each, as in (lang:en OR lang:ru)",
            (int)misread.length, misread.data);
    }
    struct slice starred = utf8_cut(query_stray_star(search->query), ERROR_QUOTE_BYTES);
    if (starred.length > 0) {
        search_note(search, SEARCH_NOTE_STAR, 0,
                    "the * in \"%.*s\" is not read: it stands for letters only behind a plain "
                    "word, outside quotes",
                    (int)starred.length, starred.data);
    }
}

static void note_limits(struct search *search) {
    const struct reading *reading = &search->reading;
    note_left_out(search);
    note_dates(search);
    note_misreadings(search);
    if (reading->words_left_out > 0) {
        search_note(search, SEARCH_NOTE_WORDS, reading->words_used,
                    "only the first %zu words were searched (limit on words), %zu were not",
                    reading->words_used, reading->words_left_out);
    }
    if (reading->prefixes_cut > 0) {
        search_note(search, SEARCH_NOTE_EXPANSIONS, search->limits.expansions,
                    "a prefix stands for its %zu most frequent words (limit on expansions): there "
                    "are more",
                    search->limits.expansions);
    }
    if (search->request->across) {
        const struct across *across = &search->searcher->across;
        note_lexicons(search, "a lexicon is not used", &across->broken);
        if (search->request->parts & SEARCH_REASONS) {
            note_lexicons(search, "there are no translations but your own", &across->missing);
        }
    }
    if (search->searcher->index.passages == 0) {
        search_note(search, SEARCH_NOTE_NO_ARTICLES, 0,
                    "the index has no articles: add some with `aral-index add PATH...`");
    } else if (!search->query && !search->lists) {
        search_note(search, SEARCH_NOTE_NO_WORDS, 0, "the query has no words to search for");
    }
}

static bool asks_counts(const struct search *search) {
    return (search->request->parts & (SEARCH_COUNTS | SEARCH_FACETS)) != 0;
}

/* Plans the query, collects what it finds, and counts it. */
static bool find(struct search *search) {
    const struct search_request *request = search->request;
    if (!plan_query(search)) {
        return false;
    }
    search->answer->sort = request->sort;
    if (!search->plan.scores && request->sort == SEARCH_BY_RELEVANCE) {
        search->answer->sort = SEARCH_NEWEST;
    }
    bool count_all = search->plan.verify && asks_counts(search);
    return (!search->plan.query || (request->limit == 0 && !count_all) ||
            collect(search, count_all)) &&
           search_count(search);
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
    xapian_query_free(search->plan.query);
    search->plan = (struct plan){0};
    collector_clear(&search->searcher->collector);
    return find(search);
}

static bool run(struct search *search) {
    struct searcher *searcher = search->searcher;
    const struct search_request *request = search->request;
    struct search_answer *answer = search->answer;
    parse_query(search);
    bool good = find(search) && find_without_phrases(search);
    note_limits(search);
    good = good && note_sources(search) && search_fill_results(search) && search_fill_words(search);
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

/* The same for one whose passages are to be verified. */
static bool try_passages(struct search *search, bool *found) {
    struct searcher *searcher = search->searcher;
    /* The answer's texts are the collector's. */
    struct collector collector = searcher->collector;
    searcher->collector = (struct collector){.articles = map_new()};
    bool good = searcher->collector.articles || error_set_memory(search->error);
    good = good && collect(search, false);
    *found = good && searcher->collector.kept_count > 0;
    collector_free(&searcher->collector);
    searcher->collector = collector;
    return good;
}

bool search_try(const struct search *search, struct slice query, bool *found) {
    struct arena *arena = &search->searcher->arena;
    struct search_request request = *search->request;
    request.query = query;
    request.limit = 1;
    request.offset = 0;
    request.parts = 0;
    struct error failure = {0};
    struct search trial = {
        .searcher = search->searcher,
        .request = &request,
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
    trial.answer->sort = request.sort;
    bool good = plan_query(&trial);
    if (good && trial.plan.query) {
        good = trial.plan.verify ? try_passages(&trial, found) : try_index(&trial, found);
    }
    xapian_query_free(trial.plan.query);
    if (!good) {
        *found = false;
    }
    /* A limit that the trial meets is not the search's. */
    return good || failure.kind == ERROR_TIMEOUT || failure.kind == ERROR_LIMIT ||
           error_set(search->error, failure.kind, "%s", failure.message);
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
