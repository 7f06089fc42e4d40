/* The index as a searcher reads it: its numbers are those of the revision that is read. */
#include "tests/unit/searcher/small_index.h"

#include "searcher/index.h"

static const struct small_article articles[] = {
    {"harbour", "Harbour", "2025-06-17", "gazette", "The harbour is calm this morning."},
    {"ladang", "Ladang", "2025-06-18", "gazette", "Petani itu pergi ke ladang di pagi hari."},
};

static void assert_counted(const struct index *index, uint32_t count) {
    assert_int_equal(index->passages, count);
    assert_int_equal(index->articles, count);
    assert_int_equal(index->language_count, count);
}

static void what_was_not_counted_to_its_end_is_counted_again(void **state) {
    (void)state;
    struct small_index folder;
    small_index_open(&folder);
    small_index_add(&folder, articles, 1, 0, 1);
    const char *location = folder.location;
    struct index index;
    struct error error = {0};
    bool changed;
    assert_true(index_open(&index, &location, 1, 0, false, &error));
    assert_counted(&index, 1);
    assert_true(index_reopen(&index, &changed, &error));
    assert_false(changed);
    small_index_add(&folder, articles, 2, 1, 1);
    assert_true(index_reopen(&index, &changed, &error));
    assert_true(changed);
    assert_counted(&index, 2);
    /* As after a failure, which leaves the revision as it is. */
    index.counted = false;
    index.language_count = 0;
    assert_true(index_reopen(&index, &changed, &error));
    assert_true(changed);
    assert_counted(&index, 2);
    index_close(&index);
    small_index_remove(&folder);
}

static void what_takes_the_place_of_an_index_is_of_the_same_analysis_too(void **state) {
    (void)state;
    struct small_index folder;
    small_index_open(&folder);
    small_index_add(&folder, articles, 1, 0, 1);
    const char *location = folder.location;
    struct index index;
    struct error error = {0};
    struct xapian_error failure = {0};
    bool changed;
    assert_true(index_open(&index, &location, 1, 0, false, &error));
    struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING};
    struct xapian_writer *writer = xapian_writer_open(location, &options, &failure);
    assert_non_null(writer);
    assert_true(xapian_writer_begin(writer, &failure));
    assert_true(xapian_writer_set_metadata(writer, schema_bytes(slice_of_string(METADATA_ANALYSIS)),
                                           schema_bytes(slice_of_string("1")), &failure));
    assert_true(xapian_writer_commit(writer, &failure));
    assert_true(xapian_writer_close(writer, &failure));
    for (int tries = 0; tries < 2; tries++) { /* it does not become right by being asked again */
        error_clear(&error);
        assert_false(index_reopen(&index, &changed, &error));
        assert_int_equal(error.kind, ERROR_VERSION);
        assert_non_null(strstr(error.message, location));
    }
    index_close(&index);
    small_index_remove(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_not_counted_to_its_end_is_counted_again),
        cmocka_unit_test(what_takes_the_place_of_an_index_is_of_the_same_analysis_too),
    };
    return cmocka_run_group_tests_name("index", tests, NULL, NULL);
}
