/* How articles lie in the index: records, terms, keys and weights. */
#include "indexer/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_slice(struct slice slice, const char *expected) {
    assert_int_equal(slice.length, strlen(expected));
    assert_memory_equal(slice.data, expected, slice.length);
}

static const struct article_record sample_article = {
    .id = {"aral-1", 6},
    .title = {"Laut Aral", 9},
    .url = {"https://example.org/1", 21},
    .date = {"2025-06-17", 10},
    .extra = {"{\"a\":1}", 7},
    .file = {"/news/1.txt", 11},
    .passages = 300,
    .text_bytes = 1234567890123,
    .hash = 0xFEDCBA9876543210,
};

static void an_article_record_comes_back_as_it_was(void **state) {
    (void)state;
    struct bytes data = {0};
    article_record_encode(&sample_article, &data);
    struct article_record record;
    struct error error = {0};
    assert_true(article_record_decode(bytes_slice(&data), &record, &error));
    assert_slice(record.id, "aral-1");
    assert_slice(record.title, "Laut Aral");
    assert_slice(record.url, "https://example.org/1");
    assert_slice(record.date, "2025-06-17");
    assert_slice(record.lang, "");
    assert_slice(record.extra, "{\"a\":1}");
    assert_slice(record.file, "/news/1.txt");
    assert_int_equal(record.passages, 300);
    assert_int_equal(record.text_bytes, 1234567890123);
    assert_int_equal(record.hash, 0xFEDCBA9876543210);
    bytes_free(&data);
}

static void a_passage_record_comes_back_with_its_text_in_its_tile(void **state) {
    (void)state;
    struct passage_record passage = {
        .id = {"aral-1", 6},
        .number = 2,
        .language = "ru",
        .start = 1000,
        .length = 5,
        .lead = 2,
        .copy = 0xFEDCBA9876543210,
        .tile = {"\n\nhello\n", 8},
    };
    struct bytes data = {0};
    passage_record_encode(&passage, &data);
    struct passage_record record;
    struct error error = {0};
    assert_true(passage_record_decode(bytes_slice(&data), &record, &error));
    assert_slice(record.id, "aral-1");
    assert_int_equal(record.number, 2);
    assert_string_equal(record.language, "ru");
    assert_int_equal(record.start, 1000);
    assert_int_equal(record.copy, 0xFEDCBA9876543210);
    assert_slice(record.tile, "\n\nhello\n");
    assert_slice(passage_record_text(&record), "hello");
    bytes_free(&data);
}

static void a_record_cut_short_or_with_more_behind_is_damaged(void **state) {
    (void)state;
    struct bytes data = {0};
    article_record_encode(&sample_article, &data);
    size_t length = data.length;
    bytes_append_byte(&data, 'x');
    for (size_t n = 0; n <= length + 1; n++) {
        struct article_record article;
        struct passage_record passage;
        struct error error = {0};
        assert_int_equal(article_record_decode(slice_of(data.data, n), &article, &error),
                         n == length);
        assert_int_equal(error.kind, n == length ? ERROR_NONE : ERROR_CORRUPT);
        assert_false(passage_record_decode(slice_of(data.data, n), &passage, &error));
    }
    bytes_free(&data);
}

static void a_term_holds_its_value_as_it_stands(void **state) {
    (void)state;
    struct bytes term = {0};
    schema_term(PREFIX_FILE, slice_of_string("/news/я.txt"), &term);
    assert_slice(bytes_slice(&term), "F/news/я.txt");
    bytes_free(&term);
}

static void a_long_value_gives_a_short_term_of_its_own(void **state) {
    (void)state;
    char value[4000];
    memset(value, 'v', sizeof value);
    struct bytes longest = {0}, one = {0}, other = {0};
    schema_term(PREFIX_FILE, slice_of(value, XAPIAN_TERM_SIZE_MAX - 1), &longest);
    assert_int_equal(longest.length, XAPIAN_TERM_SIZE_MAX);
    schema_term(PREFIX_FILE, slice_of(value, sizeof value), &one);
    value[sizeof value - 1] = 'w';
    schema_term(PREFIX_FILE, slice_of(value, sizeof value), &other);
    assert_true(one.length <= XAPIAN_TERM_SIZE_MAX);
    assert_false(slice_equal(bytes_slice(&one), bytes_slice(&other)));
    assert_memory_equal(one.data + 1, value, SCHEMA_TERM_KEPT);
    bytes_free(&longest);
    bytes_free(&one);
    bytes_free(&other);
}

static void an_identity_gives_a_short_term_of_its_own(void **state) {
    (void)state;
    struct bytes one = {0}, again = {0}, other = {0};
    schema_article_term(slice_of_string("https://example.org/1"), &one);
    schema_article_term(slice_of_string("https://example.org/1"), &again);
    schema_article_term(slice_of_string("https://example.org/2"), &other);
    assert_int_equal(one.length, 17);
    assert_int_equal(one.data[0], 'Q');
    assert_true(slice_equal(bytes_slice(&one), bytes_slice(&again)));
    assert_false(slice_equal(bytes_slice(&one), bytes_slice(&other)));
    bytes_free(&one);
    bytes_free(&again);
    bytes_free(&other);
}

static void a_value_with_a_nul_gives_a_term_without(void **state) {
    (void)state;
    struct bytes term = {0};
    schema_term(PREFIX_FILE, slice_of("a\0b", 3), &term);
    assert_null(memchr(term.data, '\0', term.length));
    assert_memory_equal(term.data, "Fa\xFF", 3);
    bytes_free(&term);
}

static void a_date_gives_a_key_as_exact_as_it_is_known(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"2024", "2024"},
        {"2024-06", "202406"},
        {"2024-06-11", "20240611"},
        {"2024-06-11T09:30:00+05:00", "20240611"},
        {"", ""},
        {"June", ""},
        {"20240611", "2024"},
        {"2024-6", "2024"},
        {"2024-06-1", "202406"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes key = {0};
        schema_date_key(slice_of_string(cases[i][0]), &key);
        assert_slice(bytes_slice(&key), cases[i][1]);
        bytes_free(&key);
    }
}

static void a_source_is_found_in_capitals_and_without(void **state) {
    (void)state;
    struct bytes one = {0}, other = {0};
    schema_source_term(slice_of_string("АНТАРА News"), &one);
    schema_source_term(slice_of_string("антара news"), &other);
    assert_true(slice_equal(bytes_slice(&one), bytes_slice(&other)));
    assert_int_equal(one.data[0], 'S');
    bytes_clear(&other);
    schema_source_term(slice_of_string(" антара\t\n news "), &other);
    assert_true(slice_equal(bytes_slice(&one), bytes_slice(&other)));
    bytes_free(&one);
    bytes_free(&other);
}

static void a_term_weighs_more_when_frequent_and_less_in_long_passages(void **state) {
    (void)state;
    /* Once in a passage of average length: BM25's factor is 1. */
    assert_int_equal(term_weight(1, 100), WEIGHT_SCALE);
    assert_true(term_weight(2, 100) > term_weight(1, 100));
    assert_true(term_weight(1, 50) > term_weight(1, 100));
    assert_true(term_weight(1000, 100) <= WEIGHT_SCALE * (WEIGHT_K1 + 1) + 1);
    assert_true(term_weight(1, UINT32_MAX) >= 1);
    assert_true(term_weight(1, 0) >= 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_record_comes_back_as_it_was),
        cmocka_unit_test(a_passage_record_comes_back_with_its_text_in_its_tile),
        cmocka_unit_test(a_record_cut_short_or_with_more_behind_is_damaged),
        cmocka_unit_test(a_term_holds_its_value_as_it_stands),
        cmocka_unit_test(a_long_value_gives_a_short_term_of_its_own),
        cmocka_unit_test(an_identity_gives_a_short_term_of_its_own),
        cmocka_unit_test(a_value_with_a_nul_gives_a_term_without),
        cmocka_unit_test(a_date_gives_a_key_as_exact_as_it_is_known),
        cmocka_unit_test(a_source_is_found_in_capitals_and_without),
        cmocka_unit_test(a_term_weighs_more_when_frequent_and_less_in_long_passages),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
