/* Counts beside the filters. */
#include "searcher/web/facets.h"

#include "corpus/languages/language.h"
#include "tests/unit/searcher/small_index.h"

static const struct small_article articles[] = {
    {"one", "Turbines", "2024-06-11", "Wire",
     "The wind turbines of the steppe were counted again."},
    {"two", "Turbin", "2025-02-01", "Kabar", "Turbin angin di padang rumput itu dihitung lagi."},
};

static struct small_index whole;

static int set_up(void **state) {
    (void)state;
    small_index_open(&whole);
    small_index_add(&whole, articles, sizeof articles / sizeof *articles, 0, 1);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    small_index_remove(&whole);
    return 0;
}

/* A search that is filtered by all that there is. */
static struct search_request filtered(const char *query) {
    struct search_request request = search_request_default(slice_of_string(query));
    request.language = language_find(slice_of_string("en"));
    request.source = slice_of_string("Wire");
    request.since = request.until = slice_of_string("2024");
    request.limits.time_ms = 5000;
    return request;
}

static void count(struct facets *facets, struct search_request *request) {
    struct searcher *searcher = small_index_search(&whole, 1);
    struct error error = {0};
    *facets = (struct facets){0};
    if (!facets_count(facets, request, searcher, &error)) {
        fail_msg("%s", error.message);
    }
    searcher_close(searcher);
}

static void counts_are_those_without_the_filter_itself(void **state) {
    (void)state;
    struct facets facets;
    struct search_request request = filtered("turbines");
    count(&facets, &request);
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        assert_int_equal(facets.list[facet].passages, 1);
        assert_true(facets.list[facet].exact);
    }
    facets_free(&facets);
}

static void phrases_that_are_nowhere_are_words_in_counts_too(void **state) {
    (void)state;
    struct facets facets;
    struct search_request request = filtered("turbines \"steppe wind\"");
    count(&facets, &request);
    assert_int_equal(facets.list[FACET_LANGUAGE].passages, 1);
    facets_free(&facets);
}

static void all_counts_share_the_time_of_the_request(void **state) {
    (void)state;
    struct facets facets;
    struct search_request request = filtered("turbines");
    count(&facets, &request);
    assert_in_range(request.limits.time_ms, 1, 5000 - FACET_COUNT);
    facets_free(&facets);
    request = filtered("turbines");
    request.source = (struct slice){0};
    request.since = request.until = (struct slice){0};
    request.language = NULL;
    count(&facets, &request);
    assert_int_equal(request.limits.time_ms, 5000);
    facets_free(&facets);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_those_without_the_filter_itself),
        cmocka_unit_test(phrases_that_are_nowhere_are_words_in_counts_too),
        cmocka_unit_test(all_counts_share_the_time_of_the_request),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
