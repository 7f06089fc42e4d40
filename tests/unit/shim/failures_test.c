/* What can go wrong with an index is told by its kind, so that a caller knows what to do. */
#include "tests/unit/shim/calendar.h"

#include <limits.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* Opens location, which must fail, and returns the kind. */
static enum xapian_error_kind kind_of_opening(const char *location) {
    struct xapian_error error = {0};
    assert_null(xapian_index_open(&location, 1, 1000, &error));
    assert_true(error.message[0] != '\0');
    return error.kind;
}

/* Overwrites size bytes of a file of the index, from offset on, with a byte. */
static void damage(const struct backend *backend, const char *name, long offset, size_t size,
                   int byte) {
    char *path = text_of("%s/%s", backend->path, name);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    assert_int_equal(fseek(file, offset, SEEK_SET), 0);
    while (size-- > 0) {
        assert_true(fputc(byte, file) != EOF);
    }
    assert_int_equal(fclose(file), 0);
    free(path);
}

/* ---- the error itself ------------------------------------------------------------------------ */

static void an_error_is_optional_and_untouched_by_success(void **state) {
    (void)state;
    struct xapian_error error = {.kind = XAPIAN_ERROR_BUG, .message = "of before"};
    struct xapian_document *document = xapian_document_new(&error);
    assert_true(xapian_document_add_term(document, bytes_of("a"), 1, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_BUG);
    assert_string_equal(error.message, "of before");
    assert_false(xapian_document_add_term(document, bytes_of(""), 1, NULL));
    xapian_document_free(document);
}

static void an_error_too_long_to_tell_is_cut_at_a_character(void **state) {
    (void)state;
    struct xapian_error error = {0};
    char location[3000] = "./";
    for (size_t i = 2; i + 2 < sizeof location; i += 2) {
        memcpy(location + i, "ё", 3);
    }
    const char *const locations[] = {location};
    assert_null(xapian_index_open(locations, 1, 0, &error));
    size_t size = strlen(error.origin);
    assert_true(size >= sizeof error.origin - 2 && size < sizeof error.origin);
    assert_string_equal(error.origin + size - 2, "ё");
    assert_true(strlen(error.message) < sizeof error.message);
}

/* The name that the C++ ABI gives to std::terminate, which xapian-core ends in where it cannot
 * report a failure. */
_Noreturn void _ZSt9terminatev(void);

static void say_last(const struct xapian_error *error) {
    _exit(error->message[0] && error->origin[0] == '\0' ? 7 : 8);
}

/* How a process ends that terminates with these last words. */
static int end_with(xapian_last_words *handler) {
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        signal(SIGABRT, SIG_DFL); /* cmocka's */
        xapian_set_last_words(say_last);
        xapian_set_last_words(handler);
        _ZSt9terminatev();
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void the_end_of_the_process_can_be_told(void **state) {
    (void)state;
    int told = end_with(say_last), untold = end_with(NULL);
    assert_true(WIFEXITED(told) && WEXITSTATUS(told) == 7);
    assert_true(WIFSIGNALED(untold) && WTERMSIG(untold) == SIGABRT);
}

static void a_handle_that_is_null_is_an_argument_error(void **state) {
    (void)state;
    struct xapian_error error = {0};
    uint32_t documents;
    assert_false(xapian_index_get_frequency(NULL, bytes_of("a"), &documents, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_null(xapian_search(NULL, NULL, NULL));
    assert_false(xapian_writer_commit(NULL, NULL));
    assert_int_equal(xapian_terms_next(NULL, NULL, NULL, &error), XAPIAN_FAILED);
    assert_false(xapian_query_describe(NULL, NULL, NULL));
}

static void a_missing_array_is_an_argument_error_unless_it_is_empty(void **state) {
    (void)state;
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_document *document = xapian_document_new(NULL);
    struct xapian_query *query = xapian_query_all(NULL);
    const struct xapian_choice choice = {.term = bytes_of("may"), .with_count = 1, .factor = 1};
    const struct xapian_search_request facets = {.query = query, .limit = 1, .facet_count = 1};
    const struct xapian_search_request values = {.query = query, .limit = 1, .value_count = 1};
    for (size_t count = 0; count < 2; count++) {
        struct xapian_error error = {0};
        struct xapian_query *joined = xapian_query_join(XAPIAN_OP_OR, NULL, count, 0, &error);
        assert_int_equal(joined == NULL, count > 0);
        xapian_query_free(joined);
        struct xapian_query *best = xapian_query_best(NULL, count, NULL);
        assert_int_equal(best == NULL, count > 0);
        xapian_query_free(best);
        struct xapian_fetched *fetched = xapian_index_fetch(index, NULL, count, NULL, 0, NULL);
        assert_int_equal(fetched == NULL, count > 0);
        xapian_fetched_free(fetched);
        assert_int_equal(xapian_document_add_terms(document, NULL, count, NULL), count == 0);
        assert_int_equal(error.kind, count > 0 ? XAPIAN_ERROR_ARGUMENT : XAPIAN_ERROR_NONE);
    }
    assert_null(xapian_query_best(&choice, 1, NULL));
    assert_null(xapian_search(index, &facets, NULL));
    assert_null(xapian_search(index, &values, NULL));
    xapian_query_free(query);
    xapian_document_free(document);
    xapian_index_close(index);
    backend_stop(&backend);
}

static void closing_and_freeing_nothing_is_fine(void **state) {
    (void)state;
    assert_true(xapian_writer_close(NULL, NULL));
    xapian_index_close(NULL);
    xapian_terms_free(NULL);
    xapian_document_clear(NULL);
    xapian_document_free(NULL);
    xapian_query_free(NULL);
    xapian_results_free(NULL);
    xapian_fetched_free(NULL);
    xapian_string_free(NULL);
    struct xapian_string empty = {NULL, 0};
    xapian_string_free(&empty);
}

/* ---- opening --------------------------------------------------------------------------------- */

static void an_index_that_is_missing_is_not_found(void **state) {
    (void)state;
    char *folder = make_folder();
    char *missing = text_of("%s/missing", folder);
    char *stub = text_of("%s/stub", folder);
    char *inside = text_of("%s/inside", stub);
    assert_int_equal(kind_of_opening(missing), XAPIAN_ERROR_NOT_FOUND);
    assert_int_equal(kind_of_opening(folder), XAPIAN_ERROR_NOT_FOUND); /* an empty folder */
    write_file(stub, "");
    assert_int_equal(kind_of_opening(stub), XAPIAN_ERROR_NOT_FOUND); /* it lists nothing */
    assert_int_equal(kind_of_opening(inside), XAPIAN_ERROR_NOT_FOUND);
    write_file(stub, "auto missing\n");
    assert_int_equal(kind_of_opening(stub), XAPIAN_ERROR_NOT_FOUND);
    free(inside);
    free(stub);
    free(missing);
    remove_folder(folder);
}

static void a_file_that_is_no_index_is_refused(void **state) {
    (void)state;
    char *folder = make_folder();
    char *file = text_of("%s/notes.txt", folder);
    write_file(file, "These are notes.\n");
    assert_int_equal(kind_of_opening(file), XAPIAN_ERROR_IO);
    free(file);
    remove_folder(folder);
}

static void stub_files_that_name_one_another_without_end_are_refused(void **state) {
    (void)state;
    char *folder = make_folder();
    char *itself = text_of("%s/itself", folder);
    char *one = text_of("%s/one", folder);
    char *other = text_of("%s/other", folder);
    char *inside = text_of("%s/XAPIANDB", folder);
    write_file(itself, "auto itself\n");
    assert_int_equal(kind_of_opening(itself), XAPIAN_ERROR_ARGUMENT);
    write_file(one, "# the other, by its whole path\nauto other\n");
    char *back = text_of("auto %s\n", one);
    write_file(other, back);
    free(back);
    assert_int_equal(kind_of_opening(one), XAPIAN_ERROR_ARGUMENT);
    assert_null(xapian_writer_open(one, NULL, NULL));
    write_file(inside, "auto .\n");
    assert_int_equal(kind_of_opening(folder), XAPIAN_ERROR_ARGUMENT);
    free(inside);
    free(other);
    free(one);
    free(itself);
    remove_folder(folder);
}

static void a_location_that_cannot_be_one_is_an_argument_error(void **state) {
    (void)state;
    const char *const locations[] = {"",
                                     "tcp://",
                                     "tcp://host",
                                     "tcp://:1",
                                     "tcp://host:",
                                     "tcp://host:0",
                                     "tcp://host:65536",
                                     "tcp://host:1x",
                                     "tcp://host:123456789012345678901234567890",
                                     "prog:",
                                     "prog: index"};
    for (size_t i = 0; i < sizeof locations / sizeof *locations; i++) {
        assert_int_equal(kind_of_opening(locations[i]), XAPIAN_ERROR_ARGUMENT);
    }
    assert_int_equal(kind_of_opening(NULL), XAPIAN_ERROR_ARGUMENT);
    assert_null(xapian_index_open(NULL, 0, 0, NULL));
}

static void a_long_location_is_named_in_whole_characters(void **state) {
    (void)state;
    struct xapian_error error = {0};
    char location[512] = "tcp://x";
    for (int i = 0; i < 200; i++) {
        strcat(location, "ж");
    }
    const char *const locations[] = {location};
    assert_null(xapian_index_open(locations, 1, 0, &error));
    assert_non_null(strstr(error.message, "ж' is not tcp://HOST:PORT"));
}

static void of_several_locations_the_one_that_fails_is_named(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    const char *const locations[] = {backend.location, "./no-such-index", backend.location};
    assert_null(xapian_index_open(locations, 3, 0, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);
    assert_string_equal(error.origin, "./no-such-index");
    backend_stop(&backend);
}

static void an_index_of_another_format_is_a_version_error(void **state) {
    (void)state;
    struct backend backend = backend_start(DIRECTORY, true, false);
    damage(&backend, "iamglass", 14, 2, 0x7f); /* the number after "\x0f\rXapian Glass" */
    assert_int_equal(kind_of_opening(backend.location), XAPIAN_ERROR_VERSION);
    backend_stop(&backend);
}

static void an_index_cut_short_is_corrupt(void **state) {
    (void)state;
    struct backend backend = backend_start(DIRECTORY, true, false);
    char *path = text_of("%s/iamglass", backend.path);
    assert_int_equal(truncate(path, 10), 0);
    assert_int_equal(kind_of_opening(backend.location), XAPIAN_ERROR_CORRUPT);
    free(path);
    backend_stop(&backend);
}

static void damaged_tables_are_corrupt_when_read(void **state) {
    (void)state;
    const struct xapian_search_request request = {.query = xapian_query_all(NULL), .limit = 20};
    for (int byte = 0; byte <= 0xff; byte += 0x33) {
        struct xapian_error error = {0};
        struct backend backend = backend_start(DIRECTORY, true, false);
        damage(&backend, "postlist.glass", 0, 8192, byte);
        const char *location = backend.location;
        struct xapian_index *index = xapian_index_open(&location, 1, 0, &error);
        struct xapian_results *results = index ? xapian_search(index, &request, &error) : NULL;
        assert_null(results);
        /* A block whose revision is too new for its index looks like one overwritten by a commit.
         */
        assert_true(error.kind == XAPIAN_ERROR_CORRUPT || error.kind == XAPIAN_ERROR_CHANGED);
        xapian_index_close(index);
        backend_stop(&backend);
    }
    xapian_query_free((struct xapian_query *)request.query);
}

/* xapian-core 1.4 writes beyond its memory over a tree higher than any. */
static void a_tree_too_high_is_corrupt_when_it_is_reopened(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = xapian_index_open(&(const char *){backend.location}, 1, 0, &error);
    must(index, &error);
    damage(&backend, "iamglass", 32, 1, 0x7f); /* its revision; the first table's root, and level */
    damage(&backend, "iamglass", 34, 1, 0xac);
    damage(&backend, "iamglass", 35, 1, 0x01);
    assert_false(xapian_index_reopen(index, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_CORRUPT);
    assert_string_equal(error.message, "its table postlist cannot have a tree of 43 levels");
    xapian_index_close(index);
    backend_stop(&backend);
}

/* ---- changes while reading ------------------------------------------------------------------- */

enum { WORDS = 20000 };

/* Adds as many documents, each with a word of its own: enough for tables of many blocks. */
static void write_words(const char *path) {
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.no_sync = true};
    struct xapian_writer *writer = xapian_writer_open(path, &options, &error);
    must(writer, &error);
    struct xapian_document *document = xapian_document_new(&error);
    for (int i = 0; i < WORDS; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%d", i);
        xapian_document_clear(document);
        must(xapian_document_add_term(document, bytes_of(word), 1, &error), &error);
        must(xapian_document_set_data(document, bytes_of(word), &error), &error);
        must(xapian_writer_add(writer, document, NULL, &error), &error);
    }
    xapian_document_free(document);
    must(xapian_writer_close(writer, &error), &error);
}

/* Changes documents in every block and commits, so often that later commits are written over what
 * was there at first. */
static void change_words(const char *path) {
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.no_sync = true};
    struct xapian_writer *writer = xapian_writer_open(path, &options, &error);
    must(writer, &error);
    struct xapian_document *document = xapian_document_new(&error);
    for (int commit = 0; commit < 4; commit++) {
        const char *const texts[] = {"first", "second", "third", "fourth"};
        must(xapian_document_add_term(document, bytes_of(texts[commit]), 1, &error), &error);
        must(xapian_document_set_data(document, bytes_of(texts[commit]), &error), &error);
        for (uint32_t docid = 1; docid <= WORDS; docid += 100) {
            must(xapian_writer_replace_docid(writer, docid, document, &error), &error);
        }
        must(xapian_writer_commit(writer, &error), &error);
    }
    xapian_document_free(document);
    must(xapian_writer_close(writer, &error), &error);
}

static void a_revision_that_was_overwritten_is_changed_until_reopened(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, false, false);
    write_words(backend.path);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_terms *walk = xapian_index_terms(index, bytes_of("w"), &error);
    must(walk, &error);
    change_words(backend.path);

    struct xapian_query *query = xapian_query_all(&error);
    const struct xapian_search_request request = {.query = query, .limit = WORDS, .fetch = WORDS};
    assert_null(xapian_search(index, &request, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_CHANGED);
    assert_string_equal(error.class_name, "DatabaseModifiedError");
    assert_string_equal(error.origin, backend.location);

    struct xapian_bytes term;
    enum xapian_step step;
    memset(&error, 0, sizeof error);
    while ((step = xapian_terms_next(walk, &term, NULL, &error)) == XAPIAN_ITEM) {
    }
    assert_int_equal(step, XAPIAN_FAILED);
    assert_int_equal(error.kind, XAPIAN_ERROR_CHANGED);

    bool changed = false;
    must(xapian_index_reopen(index, &changed, &error), &error);
    assert_true(changed);
    struct xapian_results *results = xapian_search(index, &request, &error);
    must(results, &error);
    assert_int_equal(results->hit_count, WORDS);
    xapian_results_free(results);

    /* The walk belongs to the revision that is gone. */
    memset(&error, 0, sizeof error);
    assert_int_equal(xapian_terms_next(walk, &term, NULL, &error), XAPIAN_FAILED);
    assert_int_equal(error.kind, XAPIAN_ERROR_CHANGED);
    assert_false(xapian_terms_skip(walk, bytes_of("x"), NULL));
    xapian_query_free(query);
    xapian_terms_free(walk);
    xapian_index_close(index);
    backend_stop(&backend);
}

/* ---- networks -------------------------------------------------------------------------------- */

static void a_server_that_is_not_there_is_a_network_error(void **state) {
    (void)state;
    char *location = text_of("tcp://127.0.0.1:%d", free_port());
    assert_int_equal(kind_of_opening(location), XAPIAN_ERROR_NETWORK);
    free(location);
    assert_int_equal(kind_of_opening("prog:no-such-program index"), XAPIAN_ERROR_NETWORK);
    assert_int_equal(kind_of_opening("prog:echo hello"), XAPIAN_ERROR_NETWORK);
}

static void a_program_that_finds_no_index_says_so(void **state) {
    (void)state;
    assert_int_equal(kind_of_opening("prog:xapian-progsrv ./no-such-index"),
                     XAPIAN_ERROR_NOT_FOUND);
}

static void a_server_that_says_nothing_is_a_timeout(void **state) {
    (void)state;
    struct xapian_error error = {0};
    const char *const locations[] = {"prog:sleep 5"};
    assert_null(xapian_index_open(locations, 1, 50, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_TIMEOUT);
}

static void a_server_that_dies_is_a_network_error(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_string data;
    struct backend backend = backend_start(TCP, true, false);
    struct xapian_index *index = open_location(backend.location);
    stop_server(&backend);
    /* Each connection has a process of its own, stopped with the server's group. */
    pause_ms(50);
    for (int attempt = 0; attempt < 3; attempt++) {
        assert_false(xapian_index_get_data(index, 1, &data, &error));
        assert_int_equal(error.kind, XAPIAN_ERROR_NETWORK);
    }
    xapian_index_close(index);
    backend_stop(&backend);
}

/* ---- requests -------------------------------------------------------------------------------- */

static void a_request_that_makes_no_sense_is_an_argument_error(void **state) {
    (void)state;
    struct xapian_query *query = xapian_query_all(NULL);
    const struct xapian_weighting negative = {.scheme = XAPIAN_SCHEME_BM25, .k1 = -1};
    const struct xapian_weighting beyond_one = {.scheme = XAPIAN_SCHEME_BM25, .b = 1.5};
    const uint32_t no_slot = UINT32_MAX;
    const struct xapian_search_request requests[] = {
        {.query = NULL},
        {.query = query, .weighting = {.scheme = (enum xapian_scheme)77}},
        {.query = query, .weighting = negative},
        {.query = query, .weighting = beyond_one},
        {.query = query, .sort = (enum xapian_sort)77},
        {.query = query, .sort = XAPIAN_SORT_VALUE_ASCENDING, .sort_slot = UINT32_MAX},
        {.query = query, .collapse_max = 1, .collapse_slot = UINT32_MAX},
        {.query = query, .facet_slots = &no_slot, .facet_count = 1},
        {.query = query, .limit = 1, .fetch = 1, .value_slots = &no_slot, .value_count = 1},
    };
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = open_location(backend.location);
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct xapian_error error = {0};
        assert_null(xapian_search(index, &requests[i], &error));
        assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    }
    xapian_query_free(query);
    xapian_index_close(index);
    backend_stop(&backend);
}

static void a_search_beyond_its_time_says_that_counts_may_be_inexact(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, false, false);
    write_words(backend.path);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_query *query =
        xapian_query_prefix(bytes_of("w"), 0, XAPIAN_PREFIX_FAIL, XAPIAN_OP_SYNONYM, &error);
    struct xapian_search_request request = {
        .query = query, .limit = 5, .check_at_least = UINT32_MAX, .time_limit_ms = 1};
    struct xapian_results *results = xapian_search(index, &request, &error);
    must(results, &error);
    assert_true(results->timed_out);
    assert_int_equal(results->hit_count, 5);
    xapian_results_free(results);

    /* Without weights or hits, the numbers alone are taken, and no more is looked at. */
    request.limit = 0;
    request.weighting.scheme = XAPIAN_SCHEME_BOOL;
    results = xapian_search(index, &request, &error);
    must(results, &error);
    assert_true(results->timed_out);
    assert_int_equal(results->matches_min, results->uncollapsed_min);
    assert_int_equal(results->matches_estimated, results->uncollapsed_estimated);
    assert_int_equal(results->matches_max, results->uncollapsed_max);
    assert_true(results->matches_min <= results->matches_estimated &&
                results->matches_estimated <= results->matches_max);
    xapian_results_free(results);
    xapian_query_free(query);
    xapian_index_close(index);
    backend_stop(&backend);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_optional_and_untouched_by_success),
        cmocka_unit_test(an_error_too_long_to_tell_is_cut_at_a_character),
        cmocka_unit_test(the_end_of_the_process_can_be_told),
        cmocka_unit_test(a_handle_that_is_null_is_an_argument_error),
        cmocka_unit_test(a_missing_array_is_an_argument_error_unless_it_is_empty),
        cmocka_unit_test(closing_and_freeing_nothing_is_fine),
        cmocka_unit_test(an_index_that_is_missing_is_not_found),
        cmocka_unit_test(a_file_that_is_no_index_is_refused),
        cmocka_unit_test(stub_files_that_name_one_another_without_end_are_refused),
        cmocka_unit_test(a_location_that_cannot_be_one_is_an_argument_error),
        cmocka_unit_test(a_long_location_is_named_in_whole_characters),
        cmocka_unit_test(of_several_locations_the_one_that_fails_is_named),
        cmocka_unit_test(an_index_of_another_format_is_a_version_error),
        cmocka_unit_test(an_index_cut_short_is_corrupt),
        cmocka_unit_test(damaged_tables_are_corrupt_when_read),
        cmocka_unit_test(a_tree_too_high_is_corrupt_when_it_is_reopened),
        cmocka_unit_test(a_revision_that_was_overwritten_is_changed_until_reopened),
        cmocka_unit_test(a_server_that_is_not_there_is_a_network_error),
        cmocka_unit_test(a_program_that_finds_no_index_says_so),
        cmocka_unit_test(a_server_that_says_nothing_is_a_timeout),
        cmocka_unit_test(a_server_that_dies_is_a_network_error),
        cmocka_unit_test(a_request_that_makes_no_sense_is_an_argument_error),
        cmocka_unit_test(a_search_beyond_its_time_says_that_counts_may_be_inexact),
    };
    return cmocka_run_group_tests_name("failures", tests, NULL, NULL);
}
