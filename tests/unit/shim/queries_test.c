/* Building queries: what is consumed, which error stays, and how a query reads. */
#include "tests/unit/shim/calendar.h"

#include <math.h>

static struct xapian_query *term(const char *text, struct xapian_error *error) {
    return xapian_query_term(bytes_of(text), 1, error);
}

static void assert_reads(struct xapian_query *query, const char *expected) {
    struct xapian_error error = {0};
    struct xapian_string text;
    must(xapian_query_describe(query, &text, &error), &error);
    assert_string_equal(text.data, expected);
    xapian_string_free(&text);
    xapian_query_free(query);
}

static void a_query_can_be_read(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_query *const either[] = {term("aral", &error),
                                           xapian_query_scale(term("sea", &error), .5, &error)};
    struct xapian_query *const both[] = {
        xapian_query_join(XAPIAN_OP_OR, either, 2, 0, &error),
        xapian_query_value_range(3, bytes_of("2024"), bytes_of("2025"), &error)};
    assert_reads(xapian_query_join(XAPIAN_OP_FILTER, both, 2, 0, &error),
                 "Query(((aral OR 0.5 * sea) FILTER VALUE_RANGE 3 2024 2025))");
    assert_reads(xapian_query_all(&error), "Query(<alldocuments>)");
    assert_reads(xapian_query_none(&error), "Query()");
    assert_int_equal(error.kind, XAPIAN_ERROR_NONE);
}

static void a_copy_lives_on_by_itself(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_query *original = term("aral", &error);
    struct xapian_query *copy = xapian_query_copy(original, &error);
    xapian_query_free(original);
    assert_reads(copy, "Query(aral)");
    assert_null(xapian_query_copy(NULL, NULL));
}

static void a_missing_part_makes_the_whole_missing_and_its_error_stays(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_query *const parts[] = {term("aral", &error), term("", &error),
                                          xapian_query_scale(term("sea", &error), -1, &error)};
    struct xapian_query *query = xapian_query_join(XAPIAN_OP_AND, parts, 3, 0, &error);
    assert_null(xapian_query_scale(query, 2, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_string_equal(error.message, "the term is empty");
}

static void a_missing_part_that_nobody_explained_is_an_error_too(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_query *const parts[] = {term("aral", &error), NULL};
    assert_null(xapian_query_join(XAPIAN_OP_AND, parts, 2, 0, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_null(xapian_query_scale(NULL, 1, NULL));
}

static void more_choices_than_a_query_may_have_are_refused_before_they_are_read(void **state) {
    (void)state;
    struct xapian_error error = {0};
    enum { MANY = 1000000 };
    struct xapian_choice *choices = calloc(MANY, sizeof *choices);
    assert_non_null(choices);
    for (uint32_t i = 0; i < MANY; i++) {
        choices[i] = (struct xapian_choice){.term = bytes_of("sea"), .factor = 1, .group = i};
    }
    alarm(20); /* numbering so many groups takes minutes */
    assert_null(xapian_query_best(choices, MANY, &error));
    alarm(0);
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_string_equal(error.message,
                        "the query has 1000000 terms, of at most 10000 (limit on terms)");
    free(choices);
}

static void weights_are_multiplied_by_finite_numbers_only(void **state) {
    (void)state;
    const double factors[] = {-1, -0.0 - 1e-300, (double)INFINITY, (double)NAN};
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        struct xapian_error error = {0};
        assert_null(xapian_query_scale(term("aral", NULL), factors[i], &error));
        assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    }
}

static void an_operator_that_does_not_exist_is_refused(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_query *const parts[] = {term("aral", NULL), term("sea", NULL)};
    assert_null(xapian_query_join((enum xapian_operator)77, parts, 2, 0, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    memset(&error, 0, sizeof error);
    assert_null(xapian_query_prefix(bytes_of("a"), 1, XAPIAN_PREFIX_FAIL, XAPIAN_OP_AND, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_null(xapian_query_prefix(bytes_of(""), 1, XAPIAN_PREFIX_FIRST, XAPIAN_OP_OR, NULL));
    assert_null(
        xapian_query_prefix(bytes_of("a"), 1, (enum xapian_prefix_excess)9, XAPIAN_OP_OR, NULL));
}

/* A query of so many levels, joined so that nothing can be flattened; NULL if that is refused. */
static struct xapian_query *nest(int levels, struct xapian_error *error) {
    struct xapian_query *query = term("month", error);
    for (int level = 1; level < levels; level++) {
        struct xapian_query *const parts[] = {query, term("of", error)};
        query = xapian_query_join(level % 2 ? XAPIAN_OP_AND : XAPIAN_OP_OR, parts, 2, 0, error);
    }
    return query;
}

static void the_deepest_query_can_be_searched_and_a_deeper_one_not_built(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_query *query = nest(XAPIAN_QUERY_DEPTH_MAX, &error);
    must(query, &error);
    const struct xapian_search_request request = {.query = query, .limit = 20};
    struct xapian_results *results = xapian_search(index, &request, &error);
    must(results, &error);
    assert_int_equal(results->hit_count, 12);
    xapian_results_free(results);
    xapian_query_free(query);
    xapian_index_close(index);
    backend_stop(&backend);

    assert_null(nest(100000, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_string_equal(error.message, "the query has more than 500 levels");
}

static void a_thousand_words_are_one_query_and_too_many_are_refused(void **state) {
    (void)state;
    struct xapian_error error = {0};
    static struct xapian_query *words[XAPIAN_QUERY_TERMS_MAX + 1];
    for (int i = 0; i < 1000; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%d", i);
        words[i] = term(i ? word : "may", &error);
    }
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_query *query = xapian_query_join(XAPIAN_OP_OR, words, 1000, 0, &error);
    const struct xapian_search_request request = {.query = query, .limit = 20};
    struct xapian_results *results = xapian_search(index, &request, &error);
    must(results, &error);
    assert_int_equal(results->hit_count, 1);
    xapian_results_free(results);
    xapian_query_free(query);
    xapian_index_close(index);
    backend_stop(&backend);

    for (int i = 0; i <= XAPIAN_QUERY_TERMS_MAX; i++) {
        words[i] = term("month", &error);
    }
    assert_null(xapian_query_join(XAPIAN_OP_OR, words, XAPIAN_QUERY_TERMS_MAX + 1, 0, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_string_equal(error.message,
                        "the query has 10001 terms, of at most 10000 (limit on terms)");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_query_can_be_read),
        cmocka_unit_test(a_copy_lives_on_by_itself),
        cmocka_unit_test(a_missing_part_makes_the_whole_missing_and_its_error_stays),
        cmocka_unit_test(a_missing_part_that_nobody_explained_is_an_error_too),
        cmocka_unit_test(more_choices_than_a_query_may_have_are_refused_before_they_are_read),
        cmocka_unit_test(weights_are_multiplied_by_finite_numbers_only),
        cmocka_unit_test(an_operator_that_does_not_exist_is_refused),
        cmocka_unit_test(the_deepest_query_can_be_searched_and_a_deeper_one_not_built),
        cmocka_unit_test(a_thousand_words_are_one_query_and_too_many_are_refused),
    };
    return cmocka_run_group_tests_name("queries", tests, NULL, NULL);
}
