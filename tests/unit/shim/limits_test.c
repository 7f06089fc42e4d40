/* What the index's format cannot hold is refused before xapian-core sees it, and costs nothing that
 * is pending. */
#include "tests/unit/shim/calendar.h"

static void a_term_has_one_to_245_bytes_and_nuls_count_twice(void **state) {
    (void)state;
    char letters[XAPIAN_TERM_SIZE_MAX + 1];
    char nuls[XAPIAN_TERM_SIZE_MAX] = {0};
    memset(letters, 'x', sizeof letters);
    const struct {
        struct xapian_bytes term;
        bool fits;
    } cases[] = {
        {{letters, 1}, true}, {{letters, 245}, true}, {{letters, 246}, false}, {{NULL, 0}, false},
        {{nuls, 1}, true},    {{nuls, 122}, true},    {{nuls, 123}, false},    {{nuls, 245}, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct xapian_error error = {0};
        struct xapian_document *document = xapian_document_new(&error);
        assert_int_equal(xapian_document_add_term(document, cases[i].term, 1, &error),
                         cases[i].fits);
        assert_int_equal(error.kind, cases[i].fits ? XAPIAN_ERROR_NONE : XAPIAN_ERROR_ARGUMENT);
        assert_int_equal(xapian_document_add_posting(document, cases[i].term, 1, 1, NULL),
                         cases[i].fits);
        struct xapian_query *query = xapian_query_term(cases[i].term, 1, NULL);
        assert_int_equal(query != NULL, cases[i].fits);
        xapian_query_free(query);
        xapian_document_free(document);
    }
}

static void a_refusal_costs_nothing_that_is_pending(void **state) {
    (void)state;
    struct xapian_error error = {0};
    char nuls[XAPIAN_TERM_SIZE_MAX] = {0};
    const struct xapian_bytes too_long = {nuls, sizeof nuls};
    struct backend backend = backend_start(DIRECTORY, false, false);
    struct xapian_writer *writer = xapian_writer_open(backend.path, NULL, &error);
    must(writer, &error);
    struct xapian_document *document = make_month(1);
    must(xapian_writer_add(writer, document, NULL, &error), &error);

    const struct xapian_weighted_term terms[] = {
        {bytes_of("good"), 1}, {too_long, 1}, {bytes_of("never"), 1}};
    xapian_document_clear(document);
    assert_false(xapian_document_add_terms(document, terms, 3, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_non_null(strstr(error.message, "term 1: "));
    must(xapian_writer_add(writer, document, NULL, &error), &error);
    assert_false(xapian_writer_replace(writer, too_long, document, NULL, NULL));
    assert_false(xapian_writer_delete_term(writer, too_long, NULL));
    assert_false(xapian_writer_set_metadata(writer, too_long, bytes_of("v"), NULL));
    assert_false(xapian_writer_set_metadata(writer, bytes_of(""), bytes_of("v"), NULL));
    assert_false(xapian_writer_add_spelling(writer, too_long, 1, NULL));
    must(xapian_writer_close(writer, &error), &error);
    xapian_document_free(document);

    struct xapian_index *index = open_location(backend.path);
    const char *const words[] = {"january", "good", "never"};
    const uint32_t frequencies[] = {1, 1, 0};
    for (size_t i = 0; i < 3; i++) {
        uint32_t documents;
        must(xapian_index_get_frequency(index, bytes_of(words[i]), &documents, &error), &error);
        assert_int_equal(documents, frequencies[i]);
    }
    xapian_index_close(index);
    backend_stop(&backend);
}

static void the_longest_terms_keys_and_words_are_stored(void **state) {
    (void)state;
    struct xapian_error error = {0};
    char letters[XAPIAN_TERM_SIZE_MAX], nuls[XAPIAN_TERM_SIZE_MAX / 2] = {0};
    memset(letters, 'x', sizeof letters);
    const struct xapian_bytes longest[] = {{letters, sizeof letters}, {nuls, sizeof nuls}};
    struct backend backend = backend_start(DIRECTORY, false, false);
    struct xapian_writer *writer = xapian_writer_open(backend.path, NULL, &error);
    struct xapian_document *document = xapian_document_new(&error);
    for (size_t i = 0; i < 2; i++) {
        must(xapian_document_add_posting(document, longest[i], 1, 1, &error), &error);
        must(xapian_writer_set_metadata(writer, longest[i], bytes_of("v"), &error), &error);
        must(xapian_writer_add_spelling(writer, longest[i], 1, &error), &error);
    }
    must(xapian_writer_add(writer, document, NULL, &error), &error);
    must(xapian_writer_close(writer, &error), &error);
    xapian_document_free(document);

    struct xapian_index *index = open_location(backend.path);
    for (size_t i = 0; i < 2; i++) {
        uint32_t documents;
        struct xapian_string value;
        must(xapian_index_get_frequency(index, longest[i], &documents, &error), &error);
        assert_int_equal(documents, 1);
        must(xapian_index_get_metadata(index, longest[i], &value, &error), &error);
        assert_true(string_is(&value, "v"));
    }
    xapian_index_close(index);
    backend_stop(&backend);
}

static void data_and_values_too_big_to_store_are_refused(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_document *document = xapian_document_new(&error);
    const struct xapian_bytes huge = {"", XAPIAN_DATA_SIZE_MAX + 1}; /* never read */
    assert_false(xapian_document_set_data(document, huge, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_false(xapian_document_set_value(document, 0, huge, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    xapian_document_free(document);
}

static void a_document_longer_than_can_be_counted_is_refused(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_document *document = xapian_document_new(&error);
    must(xapian_document_add_term(document, bytes_of("a"), UINT32_MAX, &error), &error);
    assert_false(xapian_document_add_term(document, bytes_of("b"), 1, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    must(xapian_document_add_term(document, bytes_of("b"), 0, &error), &error);
    xapian_document_clear(document);
    must(xapian_document_add_term(document, bytes_of("b"), 1, &error), &error);
    xapian_document_free(document);
}

static void the_highest_slot_is_none(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_document *document = xapian_document_new(&error);
    assert_false(xapian_document_set_value(document, UINT32_MAX, bytes_of("v"), &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    must(xapian_document_set_value(document, UINT32_MAX - 1, bytes_of("v"), &error), &error);
    xapian_document_free(document);
    assert_null(xapian_query_value_ge(UINT32_MAX, bytes_of("v"), NULL));
}

static void encoded_numbers_keep_their_order(void **state) {
    (void)state;
    const double numbers[] = {-1e300, -2, -1.5, -1e-9, 0, 1e-9, 1, 1.25, 20240611, 1e300};
    char last[XAPIAN_NUMBER_SIZE_MAX + 1] = {0};
    size_t last_size = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char encoded[XAPIAN_NUMBER_SIZE_MAX + 1] = {0};
        size_t size = xapian_number_encode(numbers[i], encoded);
        assert_true(size <= XAPIAN_NUMBER_SIZE_MAX);
        size_t shorter = size < last_size ? size : last_size;
        int order = memcmp(last, encoded, shorter);
        assert_true(order < 0 || (order == 0 && last_size < size));
        double decoded = xapian_number_decode((struct xapian_bytes){encoded, size});
        assert_true(decoded >= numbers[i] && decoded <= numbers[i]);
        memcpy(last, encoded, sizeof last);
        last_size = size;
    }
    xapian_number_decode(bytes_of("no number, and longer than any"));
    xapian_number_decode((struct xapian_bytes){NULL, 0});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_term_has_one_to_245_bytes_and_nuls_count_twice),
        cmocka_unit_test(a_refusal_costs_nothing_that_is_pending),
        cmocka_unit_test(the_longest_terms_keys_and_words_are_stored),
        cmocka_unit_test(data_and_values_too_big_to_store_are_refused),
        cmocka_unit_test(a_document_longer_than_can_be_counted_is_refused),
        cmocka_unit_test(the_highest_slot_is_none),
        cmocka_unit_test(encoded_numbers_keep_their_order),
    };
    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
