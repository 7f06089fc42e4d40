/* Compacting and checking. */
#include "tests/unit/shim/calendar.h"

struct heard {
    bool postlist, postlist_done;
};

static void hear(void *context, const char *table, const char *status) {
    struct heard *heard = context;
    if (strcmp(table, "postlist") == 0) {
        heard->postlist = true;
        heard->postlist_done = heard->postlist_done || *status != '\0';
    }
}

static uint32_t count_in(const char *location, const char *word) {
    struct xapian_error error = {0};
    uint32_t documents;
    struct xapian_index *index = open_location(location);
    must(xapian_index_get_frequency(index, bytes_of(word), &documents, &error), &error);
    xapian_index_close(index);
    return documents;
}

static void shards_become_one_directory(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend shards = backend_start(SHARDS, true, false);
    char *destination = text_of("%s/compact", shards.folder);
    const char *const sources[] = {shards.path};
    struct heard heard = {0};
    const struct xapian_compact_options options = {
        .level = XAPIAN_COMPACT_FULLER, .progress = hear, .context = &heard};
    must(xapian_compact(sources, 1, destination, &options, &error), &error);
    assert_true(heard.postlist && heard.postlist_done);
    assert_int_equal(count_in(destination, "month"), 12);
    struct xapian_index *index = open_location(destination);
    struct xapian_index_stats stats;
    must(xapian_index_get_stats(index, &stats, &error), &error);
    assert_int_equal(stats.shards, 1);
    struct xapian_string value;
    must(xapian_index_get_metadata(index, bytes_of("calendar"), &value, &error), &error);
    assert_true(string_is(&value, "gregorian"));
    must(xapian_index_suggest(index, bytes_of("setpember"), 2, &value, &error), &error);
    assert_true(string_is(&value, "september"));
    xapian_index_close(index);
    free(destination);
    backend_stop(&shards);
}

static void several_sources_are_merged_into_one_file(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend one = backend_start(DIRECTORY, true, false);
    struct backend other = backend_start(DIRECTORY, true, false);
    char *destination = text_of("%s/single", one.folder);
    const char *const sources[] = {one.path, other.path};
    const struct xapian_compact_options options = {.single_file = true, .block_size = 2048};
    must(xapian_compact(sources, 2, destination, &options, &error), &error);
    assert_int_equal(count_in(destination, "month"), 24);
    struct stat status;
    assert_int_equal(stat(destination, &status), 0);
    assert_true(S_ISREG(status.st_mode));
    free(destination);
    backend_stop(&other);
    backend_stop(&one);
}

static void docids_are_kept_where_they_do_not_overlap(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_writer *writer = xapian_writer_open(backend.path, NULL, &error);
    must(xapian_writer_delete_term(writer, bytes_of("winter"), &error), &error);
    must(xapian_writer_close(writer, &error), &error);
    char *kept = text_of("%s/kept", backend.folder);
    const char *const twice[] = {backend.path, backend.path};
    const struct xapian_compact_options options = {.keep_docids = true};
    must(xapian_compact(twice, 1, kept, &options, &error), &error);
    struct xapian_index *index = open_location(kept);
    struct xapian_string data;
    must(xapian_index_get_data(index, 5, &data, &error), &error);
    assert_true(string_is(&data, "may"));
    xapian_index_close(index);
    assert_false(xapian_compact(twice, 2, kept, &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    free(kept);
    backend_stop(&backend);
}

static void what_cannot_be_compacted_is_refused(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    char *to = text_of("%s/to", backend.folder);
    const char *const remote[] = {"tcp://127.0.0.1:1"};
    const char *const missing[] = {"./no-such-index"};
    const char *const itself[] = {backend.path};
    assert_false(xapian_compact(remote, 1, to, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_UNSUPPORTED);
    assert_false(xapian_compact(missing, 1, to, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);
    assert_false(xapian_compact(itself, 1, backend.path, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_false(xapian_compact(itself, 0, to, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_false(xapian_compact(itself, 1, NULL, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    const uint32_t bad_sizes[] = {1024, 3000, 131072};
    for (size_t i = 0; i < 3; i++) {
        const struct xapian_compact_options options = {.block_size = bad_sizes[i]};
        assert_false(xapian_compact(itself, 1, to, &options, NULL));
    }
    assert_int_equal(count_in(backend.path, "month"), 12);
    free(to);
    backend_stop(&backend);
}

static void a_sound_index_has_no_problems(void **state) {
    (void)state;
    struct xapian_error error = {0};
    for (enum backend_kind kind = DIRECTORY; kind <= SHARDS; kind++) {
        struct backend backend = backend_start(kind, true, false);
        size_t problems = 1;
        struct xapian_string report;
        must(xapian_check(backend.path, &problems, &report, &error), &error);
        assert_int_equal(problems, 0);
        assert_non_null(strstr(report.data, "postlist"));
        xapian_string_free(&report);
        backend_stop(&backend);
    }
}

static void a_damaged_index_has_problems(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    char *table = text_of("%s/termlist.glass", backend.path);
    assert_int_equal(truncate(table, 4096), 0);
    size_t problems = 0;
    struct xapian_string report;
    must(xapian_check(backend.path, &problems, &report, &error), &error);
    assert_true(problems > 0);
    xapian_string_free(&report);
    free(table);
    backend_stop(&backend);
}

static void a_table_that_has_no_file_is_missed(void **state) {
    (void)state;
    struct xapian_error error = {0};
    for (enum backend_kind kind = DIRECTORY; kind <= SHARDS; kind++) {
        struct backend backend = backend_start(kind, true, false);
        char *remove_lists = text_of("find %s -name termlist.glass -delete", backend.folder);
        assert_int_equal(system(remove_lists), 0);
        size_t problems = 0;
        struct xapian_string report;
        must(xapian_check(backend.path, &problems, &report, &error), &error);
        assert_true(problems > 0);
        assert_non_null(strstr(report.data, "its file termlist.glass is missing"));
        xapian_string_free(&report);
        for (int without = 0; without <= 1; without++) {
            const struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING,
                                                          .no_term_lists = without};
            struct xapian_error missed = {0};
            assert_null(xapian_writer_open(backend.path, &options, &missed));
            assert_int_equal(missed.kind, XAPIAN_ERROR_CORRUPT);
            assert_string_equal(missed.message, "its file termlist.glass is missing");
        }
        free(remove_lists);
        backend_stop(&backend);
    }
}

static void what_cannot_be_checked_is_a_failure(void **state) {
    (void)state;
    struct xapian_error error = {0};
    size_t problems;
    assert_false(xapian_check("./no-such-index", &problems, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);
    assert_false(xapian_check("tcp://127.0.0.1:1", &problems, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_UNSUPPORTED);
    assert_false(xapian_check(NULL, &problems, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shards_become_one_directory),
        cmocka_unit_test(several_sources_are_merged_into_one_file),
        cmocka_unit_test(docids_are_kept_where_they_do_not_overlap),
        cmocka_unit_test(what_cannot_be_compacted_is_refused),
        cmocka_unit_test(a_sound_index_has_no_problems),
        cmocka_unit_test(a_damaged_index_has_problems),
        cmocka_unit_test(a_table_that_has_no_file_is_missed),
        cmocka_unit_test(what_cannot_be_checked_is_a_failure),
    };
    return cmocka_run_group_tests_name("maintenance", tests, NULL, NULL);
}
