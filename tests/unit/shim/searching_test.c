/* What searches find, over every back end: operators, ranges, weights, order, collapsing, facets.
 */
#include "tests/unit/shim/behaviours.h"

#include <math.h>

static bool nearly(double a, double b) {
    return fabs(a - b) < 1e-9;
}

static struct xapian_query *term(const char *text, struct xapian_error *error) {
    return xapian_query_term(bytes_of(text), 1, error);
}

static struct xapian_query *two_terms(enum xapian_operator op, const char *a, const char *b,
                                      uint32_t parameter, struct xapian_error *error) {
    struct xapian_query *const operands[] = {term(a, error), term(b, error)};
    return xapian_query_join(op, operands, 2, parameter, error);
}

/* The docids of the results, as "3 1 2". The text is replaced by the next call. */
static const char *docids_of(const struct xapian_results *results) {
    static char docids[200];
    char *end = docids;
    *docids = '\0';
    for (size_t i = 0; i < results->hit_count; i++) {
        end += snprintf(end, (size_t)(docids + sizeof docids - end), "%s%u", i ? " " : "",
                        results->hits[i].docid);
    }
    return docids;
}

/* Searches, and frees the query, which request takes from nobody else. */
static struct xapian_results *search_once(struct xapian_index *index,
                                          struct xapian_search_request request,
                                          struct xapian_query *query, struct xapian_error *error) {
    request.query = query;
    struct xapian_results *results = query ? xapian_search(index, &request, error) : NULL;
    xapian_query_free(query);
    return results;
}

/* True if the request finds these documents in this order, or else the error says which it finds.
 * Consumes the query. */
static bool orders(struct xapian_index *index, struct xapian_search_request request,
                   struct xapian_query *query, const char *docids, struct xapian_error *error) {
    struct xapian_results *results = search_once(index, request, query, error);
    bool as_expected = results && strcmp(docids_of(results), docids) == 0;
    if (results && !as_expected) {
        snprintf(error->message, sizeof error->message, "found %s instead of %s",
                 docids_of(results), docids);
    }
    xapian_results_free(results);
    return as_expected;
}

/* True if the query matches just these documents. Consumes it. */
static bool finds(struct xapian_index *index, struct xapian_query *query, const char *docids,
                  struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 20, .sort = XAPIAN_SORT_DOCID_ASCENDING};
    return orders(index, request, query, docids, error);
}

/* The weight of the best hit, -1 on failure. Consumes the query. */
static double best_weight(struct xapian_index *index, struct xapian_weighting weighting,
                          struct xapian_query *query, struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 1, .weighting = weighting};
    struct xapian_results *results = search_once(index, request, query, error);
    double weight = results && results->hit_count ? results->hits[0].weight : -1;
    xapian_results_free(results);
    return weight;
}

/* ---- operators ------------------------------------------------------------------------------- */

static const char *a_term_matches_the_documents_that_hold_it(struct xapian_index *index,
                                                             struct xapian_error *error) {
    EXPECT(finds(index, term("summer", error), "6 7 8", error));
    EXPECT(finds(index, term("absent", error), "", error));
    EXPECT(finds(index, xapian_query_all(error), "1 2 3 4 5 6 7 8 9 10 11 12", error));
    EXPECT(finds(index, xapian_query_none(error), "", error));
    return NULL;
}

static const char *operators_join_queries(struct xapian_index *index, struct xapian_error *error) {
    const struct {
        enum xapian_operator op;
        uint32_t parameter;
        const char *a, *b, *docids;
    } cases[] = {
        {XAPIAN_OP_AND, 0, "summer", "long", "7 8"},
        {XAPIAN_OP_OR, 0, "summer", "june", "6 7 8"},
        {XAPIAN_OP_AND_NOT, 0, "summer", "long", "6"},
        {XAPIAN_OP_XOR, 0, "summer", "long", "1 3 5 6 10 12"},
        {XAPIAN_OP_AND_MAYBE, 0, "summer", "long", "6 7 8"},
        {XAPIAN_OP_FILTER, 0, "summer", "long", "7 8"},
        {XAPIAN_OP_SYNONYM, 0, "may", "june", "5 6"},
        {XAPIAN_OP_MAX, 0, "may", "june", "5 6"},
        {XAPIAN_OP_PHRASE, 0, "of", "summer", "6 7 8"},
        {XAPIAN_OP_PHRASE, 0, "summer", "of", ""},
        {XAPIAN_OP_PHRASE, 0, "month", "summer", ""},
        {XAPIAN_OP_PHRASE, 3, "month", "summer", "6 7 8"},
        {XAPIAN_OP_NEAR, 0, "summer", "of", "6 7 8"},
        {XAPIAN_OP_NEAR, 3, "summer", "sixth", ""},
        {XAPIAN_OP_NEAR, 4, "summer", "sixth", "6"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xapian_query *query =
            two_terms(cases[i].op, cases[i].a, cases[i].b, cases[i].parameter, error);
        EXPECT(finds(index, query, cases[i].docids, error));
    }
    return NULL;
}

static const char *an_elite_set_is_what_can_weigh_most(struct xapian_index *index,
                                                       struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 20};
    EXPECT(orders(index, request, two_terms(XAPIAN_OP_ELITE_SET, "month", "june", 1, error), "6",
                  error));
    return NULL;
}

static const char *joining_nothing_matches_nothing(struct xapian_index *index,
                                                   struct xapian_error *error) {
    EXPECT(finds(index, xapian_query_join(XAPIAN_OP_AND, NULL, 0, 0, error), "", error));
    EXPECT(finds(index, xapian_query_join(XAPIAN_OP_OR, NULL, 0, 0, error), "", error));
    return NULL;
}

static const char *value_ranges_include_their_ends(struct xapian_index *index,
                                                   struct xapian_error *error) {
    EXPECT(finds(index,
                 xapian_query_value_range(SLOT_NUMBER, bytes_of("03"), bytes_of("05"), error),
                 "3 4 5", error));
    EXPECT(finds(index, xapian_query_value_ge(SLOT_NUMBER, bytes_of("11"), error), "11 12", error));
    EXPECT(finds(index, xapian_query_value_le(SLOT_NUMBER, bytes_of("02"), error), "1 2", error));
    EXPECT(finds(index,
                 xapian_query_value_range(SLOT_NUMBER, bytes_of("05"), bytes_of("03"), error), "",
                 error));
    return NULL;
}

static const char *encoded_numbers_are_ranges_of_numbers(struct xapian_index *index,
                                                         struct xapian_error *error) {
    char encoded[XAPIAN_NUMBER_SIZE_MAX];
    struct xapian_bytes twenty_nine = {encoded, xapian_number_encode(29, encoded)};
    EXPECT(finds(index, xapian_query_value_le(SLOT_DAYS, twenty_nine, error), "2", error));
    return NULL;
}

static const char *a_prefix_stands_for_its_terms(struct xapian_index *index,
                                                 struct xapian_error *error) {
    EXPECT(finds(
        index, xapian_query_prefix(bytes_of("ju"), 0, XAPIAN_PREFIX_FAIL, XAPIAN_OP_SYNONYM, error),
        "6 7", error));
    EXPECT(finds(
        index,
        xapian_query_prefix(bytes_of("su"), 1, XAPIAN_PREFIX_MOST_FREQUENT, XAPIAN_OP_OR, error),
        "6 7 8", error));
    EXPECT(finds(index,
                 xapian_query_prefix(bytes_of("zz"), 1, XAPIAN_PREFIX_FAIL, XAPIAN_OP_MAX, error),
                 "", error));
    return NULL;
}

static const char *a_prefix_with_too_many_terms_is_refused(struct xapian_index *index,
                                                           struct xapian_error *error) {
    EXPECT(!finds(
        index, xapian_query_prefix(bytes_of("s"), 1, XAPIAN_PREFIX_FAIL, XAPIAN_OP_SYNONYM, error),
        "", error));
    EXPECT(error->kind == XAPIAN_ERROR_ARGUMENT);
    EXPECT(strcmp(error->class_name, "WildcardError") == 0);
    return NULL;
}

/* ---- weights --------------------------------------------------------------------------------- */

static const char *the_default_is_bm25(struct xapian_index *index, struct xapian_error *error) {
    const struct xapian_weighting usual = {XAPIAN_SCHEME_DEFAULT, 0, 0, 0, 0, 0, 0, NULL};
    const struct xapian_weighting same = {XAPIAN_SCHEME_BM25, 1, 0, 1, .5, .5, 0, NULL};
    const struct xapian_weighting flat = {XAPIAN_SCHEME_BM25, 1, 0, 1, 0, .5, 0, NULL};
    double weight = best_weight(index, usual, term("april", error), error);
    EXPECT(weight > 0);
    EXPECT(nearly(best_weight(index, same, term("april", error), error), weight));
    EXPECT(!nearly(best_weight(index, flat, term("april", error), error), weight));
    return NULL;
}

static const char *bm25_plus_adds_delta(struct xapian_index *index, struct xapian_error *error) {
    const struct xapian_weighting none = {XAPIAN_SCHEME_BM25_PLUS, 1, 0, 1, .5, .5, 0, NULL};
    const struct xapian_weighting one = {XAPIAN_SCHEME_BM25_PLUS, 1, 0, 1, .5, .5, 1, NULL};
    EXPECT(best_weight(index, one, term("april", error), error) >
           best_weight(index, none, term("april", error), error));
    return NULL;
}

static const char *tf_idf_is_wdf_times_idf(struct xapian_index *index, struct xapian_error *error) {
    const struct xapian_weighting ntn = {.scheme = XAPIAN_SCHEME_TFIDF, .normalizations = "ntn"};
    EXPECT(nearly(best_weight(index, ntn, term("summer", error), error), log(12.0 / 3)));
    const struct xapian_weighting bad = {.scheme = XAPIAN_SCHEME_TFIDF, .normalizations = "xyz"};
    EXPECT(best_weight(index, bad, term("summer", error), error) < 0);
    EXPECT(error->kind == XAPIAN_ERROR_ARGUMENT);
    const struct xapian_weighting missing = {.scheme = XAPIAN_SCHEME_TFIDF};
    EXPECT(best_weight(index, missing, term("summer", error), error) < 0);
    EXPECT(error->kind == XAPIAN_ERROR_ARGUMENT);
    return NULL;
}

static const char *coordination_counts_terms_and_bool_nothing(struct xapian_index *index,
                                                              struct xapian_error *error) {
    const struct xapian_weighting coord = {.scheme = XAPIAN_SCHEME_COORD};
    const struct xapian_weighting boolean = {.scheme = XAPIAN_SCHEME_BOOL};
    struct xapian_query *query = two_terms(XAPIAN_OP_OR, "may", "long", 0, error);
    EXPECT(nearly(best_weight(index, coord, xapian_query_copy(query, error), error), 2));
    EXPECT(nearly(best_weight(index, boolean, query, error), 0));
    return NULL;
}

static const char *scaling_multiplies_weights(struct xapian_index *index,
                                              struct xapian_error *error) {
    const struct xapian_weighting coord = {.scheme = XAPIAN_SCHEME_COORD};
    EXPECT(nearly(
        best_weight(index, coord, xapian_query_scale(term("may", error), 2.5, error), error), 2.5));
    EXPECT(nearly(
        best_weight(index, coord, xapian_query_scale(term("may", error), 0, error), error), 0));
    return NULL;
}

static const char *a_term_asked_for_twice_weighs_more(struct xapian_index *index,
                                                      struct xapian_error *error) {
    const struct xapian_weighting usual = {0};
    EXPECT(best_weight(index, usual, xapian_query_term(bytes_of("may"), 3, error), error) >
           best_weight(index, usual, xapian_query_term(bytes_of("may"), 1, error), error));
    return NULL;
}

static const char *light_hits_can_be_left_out(struct xapian_index *index,
                                              struct xapian_error *error) {
    struct xapian_search_request request = {
        .limit = 20, .weighting = {.scheme = XAPIAN_SCHEME_COORD}, .weight_min = 2};
    EXPECT(
        orders(index, request, two_terms(XAPIAN_OP_OR, "summer", "long", 0, error), "7 8", error));
    return NULL;
}

/* ---- order and number ------------------------------------------------------------------------ */

static const char *equal_hits_are_ordered_by_docid(struct xapian_index *index,
                                                   struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 20,
                                            .weighting = {.scheme = XAPIAN_SCHEME_COORD}};
    EXPECT(orders(index, request, two_terms(XAPIAN_OP_OR, "summer", "long", 0, error),
                  "7 8 1 3 5 6 10 12", error));
    return NULL;
}

static const char *hits_are_sorted_by_value_or_docid(struct xapian_index *index,
                                                     struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 20, .sort_slot = SLOT_NUMBER};
    request.sort = XAPIAN_SORT_VALUE_ASCENDING;
    EXPECT(orders(index, request, term("winter", error), "1 2 12", error));
    request.sort = XAPIAN_SORT_VALUE_DESCENDING;
    EXPECT(orders(index, request, term("winter", error), "12 2 1", error));
    request.sort = XAPIAN_SORT_DOCID_ASCENDING;
    EXPECT(orders(index, request, term("winter", error), "1 2 12", error));
    request.sort = XAPIAN_SORT_DOCID_DESCENDING;
    EXPECT(orders(index, request, term("winter", error), "12 2 1", error));
    return NULL;
}

static const char *equal_values_are_sorted_by_relevance(struct xapian_index *index,
                                                        struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 3,
                                            .weighting = {.scheme = XAPIAN_SCHEME_COORD},
                                            .sort = XAPIAN_SORT_VALUE_DESCENDING,
                                            .sort_slot = SLOT_SEASON};
    EXPECT(orders(index, request, two_terms(XAPIAN_OP_AND_MAYBE, "month", "february", 0, error),
                  "2 1 12", error));
    return NULL;
}

static const char *equally_relevant_hits_are_sorted_by_value(struct xapian_index *index,
                                                             struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 5,
                                            .weighting = {.scheme = XAPIAN_SCHEME_COORD},
                                            .sort = XAPIAN_SORT_RELEVANCE_THEN_VALUE,
                                            .sort_slot = SLOT_SEASON};
    EXPECT(orders(index, request, two_terms(XAPIAN_OP_AND_MAYBE, "month", "february", 0, error),
                  "2 4 9 10 11", error));
    return NULL;
}

static const char *pages_follow_each_other(struct xapian_index *index, struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 3, .sort = XAPIAN_SORT_DOCID_ASCENDING};
    EXPECT(orders(index, request, term("long", error), "1 3 5", error));
    request.first = 3;
    EXPECT(orders(index, request, term("long", error), "7 8 10", error));
    request.first = 6;
    EXPECT(orders(index, request, term("long", error), "12", error));
    request.first = 9;
    EXPECT(orders(index, request, term("long", error), "", error));
    request.first = UINT32_MAX;
    request.limit = UINT32_MAX;
    request.check_at_least = UINT32_MAX;
    EXPECT(orders(index, request, term("long", error), "", error));
    request.first = 0;
    EXPECT(orders(index, request, term("long", error), "1 3 5 7 8 10 12", error));
    return NULL;
}

static const char *matches_are_counted_without_hits(struct xapian_index *index,
                                                    struct xapian_error *error) {
    struct xapian_search_request request = {.check_at_least = UINT32_MAX};
    struct xapian_results *results =
        search_once(index, request, two_terms(XAPIAN_OP_OR, "summer", "long", 0, error), error);
    EXPECT(results);
    EXPECT(results->hit_count == 0);
    EXPECT(results->matches_min == 8);
    EXPECT(results->matches_estimated == 8);
    EXPECT(results->matches_max == 8);
    EXPECT(!results->timed_out);
    xapian_results_free(results);
    return NULL;
}

static const char *a_time_limit_that_is_not_reached_changes_nothing(struct xapian_index *index,
                                                                    struct xapian_error *error) {
    struct xapian_search_request request = {
        .limit = 20, .time_limit_ms = 60000, .sort = XAPIAN_SORT_DOCID_ASCENDING};
    EXPECT(orders(index, request, term("winter", error), "1 2 12", error));
    return NULL;
}

/* ---- what hits bring ------------------------------------------------------------------------- */

static const char *hits_bring_data_and_values_when_asked(struct xapian_index *index,
                                                         struct xapian_error *error) {
    const uint32_t slots[] = {SLOT_NUMBER, SLOT_SEASON};
    struct xapian_search_request request = {.limit = 3,
                                            .sort = XAPIAN_SORT_DOCID_DESCENDING,
                                            .fetch = 2,
                                            .value_slots = slots,
                                            .value_count = 2};
    struct xapian_results *results = search_once(index, request, term("month", error), error);
    EXPECT(results && results->hit_count == 3);
    EXPECT(bytes_equal(results->hits[0].data, "december"));
    EXPECT(bytes_equal(results->hits[0].values[0], "12"));
    EXPECT(bytes_equal(results->hits[0].values[1], "winter"));
    EXPECT(bytes_equal(results->hits[1].data, "november"));
    EXPECT(bytes_equal(results->hits[2].data, ""));
    EXPECT(!results->hits[2].values);
    xapian_results_free(results);
    request.fetch = UINT32_MAX;
    request.value_count = 0;
    results = search_once(index, request, term("month", error), error);
    EXPECT(results && bytes_equal(results->hits[2].data, "october"));
    EXPECT(!results->hits[2].values);
    xapian_results_free(results);
    return NULL;
}

/* Without data, values come from servers by searches of their own or with the hits. */
static const char *values_come_without_data(struct xapian_index *index,
                                            struct xapian_error *error) {
    const uint32_t slots[] = {SLOT_SEASON, SLOT_NUMBER};
    for (int way = 0; way < 4; way++) {
        struct xapian_search_request request = {.first = 1,
                                                .limit = 10,
                                                .sort = XAPIAN_SORT_VALUE_DESCENDING,
                                                .sort_slot = SLOT_NUMBER,
                                                .fetch = way == 3 ? 1 : UINT32_MAX,
                                                .value_slots = slots,
                                                .value_count = way == 1 ? 1 : 2,
                                                .without_data = true,
                                                .uncounted = way > 0};
        struct xapian_results *results = search_once(index, request, term("month", error), error);
        EXPECT(results && results->hit_count == 10);
        for (size_t i = 0; i < (way == 3 ? 1 : results->hit_count); i++) {
            char number[8];
            uint32_t docid = results->hits[i].docid;
            snprintf(number, sizeof number, "%02u", docid);
            struct xapian_string season;
            EXPECT(xapian_index_get_value(index, docid, SLOT_SEASON, &season, error));
            EXPECT(results->hits[i].values && bytes_equal(results->hits[i].values[0], season.data));
            xapian_string_free(&season);
            EXPECT(way == 1 || bytes_equal(results->hits[i].values[1], number));
            EXPECT(results->hits[i].collapse_key.size == 0);
        }
        EXPECT(way != 3 || !results->hits[1].values);
        EXPECT(way > 0 || (results->matches_min == 12 && results->matches_max == 12));
        xapian_results_free(results);
    }
    return NULL;
}

static bool is_november(void *context, uint32_t docid) {
    ++*(int *)context;
    return docid == 11;
}

static const char *hits_that_are_known_bring_nothing(struct xapian_index *index,
                                                     struct xapian_error *error) {
    int asked = 0;
    struct xapian_search_request request = {.limit = 3,
                                            .sort = XAPIAN_SORT_DOCID_DESCENDING,
                                            .fetch = UINT32_MAX,
                                            .value_slots = &(const uint32_t){SLOT_SEASON},
                                            .value_count = 1,
                                            .without_data = true,
                                            .is_known = is_november,
                                            .context = &asked};
    struct xapian_results *results = search_once(index, request, term("month", error), error);
    EXPECT(results && results->hit_count == 3 && asked == 3);
    EXPECT(bytes_equal(results->hits[0].values[0], "winter"));
    EXPECT(bytes_equal(results->hits[0].data, ""));
    EXPECT(results->hits[1].docid == 11 && !results->hits[1].values);
    EXPECT(bytes_equal(results->hits[2].values[0], "autumn"));
    xapian_results_free(results);
    return NULL;
}

static const char *results_outlive_their_index(struct xapian_index *index,
                                               struct xapian_error *error) {
    (void)index;
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *other = open_location(backend.location);
    struct xapian_search_request request = {.limit = 1, .fetch = 1};
    struct xapian_results *results = search_once(other, request, term("may", error), error);
    xapian_index_close(other);
    backend_stop(&backend);
    EXPECT(results && bytes_equal(results->hits[0].data, "may"));
    xapian_results_free(results);
    return NULL;
}

/* ---- collapsing and facets ------------------------------------------------------------------- */

static const char *collapsing_keeps_the_best_of_each_value(struct xapian_index *index,
                                                           struct xapian_error *error) {
    struct xapian_search_request request = {.limit = 20,
                                            .check_at_least = UINT32_MAX,
                                            .weighting = {.scheme = XAPIAN_SCHEME_COORD},
                                            .collapse_max = 1,
                                            .collapse_slot = SLOT_SEASON};
    struct xapian_query *query = two_terms(XAPIAN_OP_AND_MAYBE, "month", "july", 0, error);
    struct xapian_results *results = search_once(index, request, query, error);
    EXPECT(results);
    /* One of each season, and april, which has none: no value, no collapsing. */
    EXPECT(strcmp(docids_of(results), "7 1 3 4 9") == 0);
    EXPECT(results->matches_min == 5 && results->matches_max == 5);
    EXPECT(results->uncollapsed_min == 12 && results->uncollapsed_max == 12);
    EXPECT(bytes_equal(results->hits[0].collapse_key, "summer"));
    EXPECT(results->hits[0].collapse_count == 2);
    EXPECT(bytes_equal(results->hits[3].collapse_key, ""));
    EXPECT(results->hits[3].collapse_count == 0);
    xapian_results_free(results);
    request.collapse_max = 2;
    query = two_terms(XAPIAN_OP_AND_MAYBE, "month", "july", 0, error);
    EXPECT(orders(index, request, query, "7 1 2 3 4 5 6 9 10", error));
    return NULL;
}

static const char *facets_count_values(struct xapian_index *index, struct xapian_error *error) {
    const uint32_t slots[] = {SLOT_SEASON, 77};
    struct xapian_search_request request = {
        .check_at_least = UINT32_MAX, .facet_slots = slots, .facet_count = 2};
    struct xapian_results *results = search_once(index, request, term("long", error), error);
    EXPECT(results && results->facet_count == 2);
    const struct xapian_facet *season = &results->facets[0];
    EXPECT(season->slot == SLOT_SEASON && season->total == 7);
    EXPECT(season->distinct == 4 && season->value_count == 4);
    const char *names[] = {"spring", "summer", "winter", "autumn"};
    const uint32_t counts[] = {2, 2, 2, 1};
    for (size_t i = 0; i < 4; i++) {
        EXPECT(bytes_equal(season->values[i].value, names[i]));
        EXPECT(season->values[i].count == counts[i]);
    }
    EXPECT(results->facets[1].slot == 77 && results->facets[1].value_count == 0);
    xapian_results_free(results);

    request.facet_values_max = 1;
    results = search_once(index, request, term("summer", error), error);
    EXPECT(results && results->facets[0].distinct == 1 && results->facets[0].value_count == 1);
    EXPECT(bytes_equal(results->facets[0].values[0].value, "summer"));
    EXPECT(results->facets[0].values[0].count == 3);
    xapian_results_free(results);
    return NULL;
}

static const char *facets_count_before_collapsing(struct xapian_index *index,
                                                  struct xapian_error *error) {
    const uint32_t slot = SLOT_SEASON;
    struct xapian_search_request request = {.limit = 20,
                                            .check_at_least = UINT32_MAX,
                                            .collapse_max = 1,
                                            .collapse_slot = SLOT_SEASON,
                                            .facet_slots = &slot,
                                            .facet_count = 1};
    struct xapian_results *results = search_once(index, request, term("month", error), error);
    EXPECT(results);
    EXPECT(results->facets[0].values[0].count == 3);
    EXPECT(results->facets[0].total == 12);
    xapian_results_free(results);
    return NULL;
}

/* ---- all back ends alike --------------------------------------------------------------------- */

static const char *ranking_is_that_of_one_directory(struct xapian_index *index,
                                                    struct xapian_error *error) {
    struct backend reference = backend_start(DIRECTORY, true, false);
    struct xapian_index *directory = open_location(reference.location);
    const struct xapian_search_request request = {.limit = 12};
    struct xapian_results *expected =
        search_once(directory, request, two_terms(XAPIAN_OP_OR, "month", "long", 0, error), error);
    struct xapian_results *found =
        search_once(index, request, two_terms(XAPIAN_OP_OR, "month", "long", 0, error), error);
    xapian_index_close(directory);
    backend_stop(&reference);
    EXPECT(expected && found && expected->hit_count == 12 && found->hit_count == 12);
    for (size_t i = 0; i < 12; i++) {
        EXPECT(found->hits[i].docid == expected->hits[i].docid);
        EXPECT(nearly(found->hits[i].weight, expected->hits[i].weight));
    }
    EXPECT(nearly(found->weight_max, expected->weight_max));
    EXPECT(found->weight_max_possible >= found->weight_max);
    xapian_results_free(expected);
    xapian_results_free(found);
    return NULL;
}

static const struct behaviour BEHAVIOURS[] = {
    BEHAVIOUR(a_term_matches_the_documents_that_hold_it, 0),
    BEHAVIOUR(operators_join_queries, 0),
    /* Each shard chooses for itself, and those without june know of month only. */
    BEHAVIOUR(an_elite_set_is_what_can_weigh_most, LIMIT(SHARDS)),
    BEHAVIOUR(joining_nothing_matches_nothing, 0),
    BEHAVIOUR(value_ranges_include_their_ends, 0),
    BEHAVIOUR(encoded_numbers_are_ranges_of_numbers, 0),
    BEHAVIOUR(a_prefix_stands_for_its_terms, 0),
    BEHAVIOUR(a_prefix_with_too_many_terms_is_refused, 0),
    BEHAVIOUR(the_default_is_bm25, 0),
    BEHAVIOUR(bm25_plus_adds_delta, 0),
    BEHAVIOUR(tf_idf_is_wdf_times_idf, 0),
    BEHAVIOUR(coordination_counts_terms_and_bool_nothing, 0),
    BEHAVIOUR(scaling_multiplies_weights, 0),
    BEHAVIOUR(a_term_asked_for_twice_weighs_more, 0),
    BEHAVIOUR(light_hits_can_be_left_out, 0),
    BEHAVIOUR(equal_hits_are_ordered_by_docid, 0),
    BEHAVIOUR(hits_are_sorted_by_value_or_docid, 0),
    BEHAVIOUR(equal_values_are_sorted_by_relevance, 0),
    BEHAVIOUR(equally_relevant_hits_are_sorted_by_value, 0),
    BEHAVIOUR(pages_follow_each_other, 0),
    BEHAVIOUR(matches_are_counted_without_hits, 0),
    BEHAVIOUR(a_time_limit_that_is_not_reached_changes_nothing, 0),
    BEHAVIOUR(hits_bring_data_and_values_when_asked, 0),
    BEHAVIOUR(values_come_without_data, 0),
    BEHAVIOUR(hits_that_are_known_bring_nothing, 0),
    BEHAVIOUR(results_outlive_their_index, 0),
    BEHAVIOUR(collapsing_keeps_the_best_of_each_value, 0),
    BEHAVIOUR(facets_count_values, 0),
    BEHAVIOUR(facets_count_before_collapsing, 0),
    BEHAVIOUR(ranking_is_that_of_one_directory, 0),
};

int main(void) {
    return run_behaviours(BEHAVIOURS, sizeof BEHAVIOURS / sizeof *BEHAVIOURS);
}
