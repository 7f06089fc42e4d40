/* Writing: modes, locks, transactions, and what a killed writer leaves. */
#include "tests/unit/shim/calendar.h"

#include <limits.h>

/* A test with the path of an index that is not there yet. */
#define WITH_PATH(path)                                                                            \
    (void)state;                                                                                   \
    char *folder = make_folder();                                                                  \
    char *path = text_of("%s/index", folder)

#define END_WITH_PATH(path)                                                                        \
    free(path);                                                                                    \
    remove_folder(folder)

static struct xapian_writer *open_writer(const char *location, enum xapian_writer_mode mode) {
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.mode = mode, .no_sync = true};
    struct xapian_writer *writer = xapian_writer_open(location, &options, &error);
    must(writer, &error);
    return writer;
}

/* Adds a document of one term. */
static void add_word(struct xapian_writer *writer, const char *word) {
    struct xapian_error error = {0};
    struct xapian_document *document = xapian_document_new(&error);
    must(xapian_document_add_term(document, bytes_of(word), 1, &error), &error);
    must(xapian_writer_add(writer, document, NULL, &error), &error);
    xapian_document_free(document);
}

static uint32_t frequency_in(struct xapian_index *index, const char *word) {
    struct xapian_error error = {0};
    uint32_t documents;
    must(xapian_index_get_frequency(index, bytes_of(word), &documents, &error), &error);
    return documents;
}

/* In how many documents of what is committed at location a word is; "": how many there are. */
static uint32_t committed(const char *location, const char *word) {
    struct xapian_index *index = open_location(location);
    uint32_t documents = frequency_in(index, word);
    xapian_index_close(index);
    return documents;
}

/* ---- opening --------------------------------------------------------------------------------- */

static void a_mode_says_what_may_be_there(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING};
    assert_null(xapian_writer_open(path, &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);

    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    add_word(writer, "first");
    assert_true(xapian_writer_close(writer, NULL));
    options.mode = XAPIAN_CREATE_NEW;
    assert_null(xapian_writer_open(path, &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    assert_string_equal(error.origin, path);

    assert_true(xapian_writer_close(open_writer(path, XAPIAN_OPEN_OR_CREATE), NULL));
    assert_true(xapian_writer_close(open_writer(path, XAPIAN_OPEN_EXISTING), NULL));
    assert_int_equal(committed(path, "first"), 1);
    assert_true(xapian_writer_close(open_writer(path, XAPIAN_OVERWRITE), NULL));
    assert_int_equal(committed(path, "first"), 0);
    END_WITH_PATH(path);
}

static void a_folder_that_cannot_be_made_is_told_with_the_systems_reason(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    char *deeper = text_of("%s/no/such/parent", path);
    assert_null(xapian_writer_open(deeper, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_IO);
    assert_non_null(strstr(error.message, "No such file or directory"));
    free(deeper);
    END_WITH_PATH(path);
}

static void there_is_one_writer_at_a_time(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_OPEN_OR_CREATE);
    assert_null(xapian_writer_open(path, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_LOCKED);
    assert_string_equal(error.class_name, "DatabaseLockError");

    struct xapian_writer_options overwrite = {.mode = XAPIAN_OVERWRITE};
    add_word(writer, "kept");
    assert_true(xapian_writer_commit(writer, NULL));
    assert_null(xapian_writer_open(path, &overwrite, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_LOCKED);
    assert_int_equal(committed(path, "kept"), 1);

    xapian_writer_close(writer, NULL);
    xapian_writer_close(open_writer(path, XAPIAN_OPEN_EXISTING), NULL);
    END_WITH_PATH(path);
}

static void a_lock_that_cannot_be_had_is_not_waited_for(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    xapian_writer_close(open_writer(path, XAPIAN_OPEN_OR_CREATE), NULL);
    char *lock = text_of("%s/flintlock", path);
    assert_int_equal(remove(lock), 0);
    assert_int_equal(mkdir(lock, 0700), 0); /* nor can one that may not be written to */
    struct xapian_writer_options options = {.lock_wait_ms = UINT_MAX};
    assert_null(xapian_writer_open(path, &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_IO);
    assert_non_null(strstr(error.message, "Is a directory"));
    assert_int_equal(rmdir(lock), 0);
    free(lock);
    END_WITH_PATH(path);
}

static void a_writer_can_wait_for_the_lock(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    /* A child holds the lock for a quarter of a second. */
    pid_t holder = fork();
    if (holder == 0) {
        struct xapian_writer *writer = xapian_writer_open(path, NULL, NULL);
        bool told = write(ready[1], "x", 1) == 1;
        pause_ms(250);
        _exit(!xapian_writer_close(writer, NULL) || !told);
    }
    char byte;
    assert_int_equal(read(ready[0], &byte, 1), 1);
    struct xapian_writer_options options = {.lock_wait_ms = 20};
    assert_null(xapian_writer_open(path, &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_LOCKED);
    options.lock_wait_ms = UINT_MAX;
    struct xapian_writer *writer = xapian_writer_open(path, &options, &error);
    must(writer, &error);
    xapian_writer_close(writer, NULL);
    int status;
    waitpid(holder, &status, 0);
    assert_int_equal(status, 0);
    close(ready[0]);
    close(ready[1]);
    END_WITH_PATH(path);
}

static void a_servers_index_cannot_be_made_or_emptied_from_afar(void **state) {
    (void)state;
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.mode = XAPIAN_OVERWRITE};
    assert_null(xapian_writer_open("tcp://127.0.0.1:1", &options, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
}

/* ---- changing documents ---------------------------------------------------------------------- */

static void a_document_replaces_all_that_hold_its_term(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    write_calendar(path);
    struct xapian_writer *writer = open_writer(path, XAPIAN_OPEN_EXISTING);
    struct xapian_document *document = xapian_document_new(&error);
    must(xapian_document_add_term(document, bytes_of("summer"), 1, &error), &error);
    uint32_t docid = 0;
    must(xapian_writer_replace(writer, bytes_of("summer"), document, &docid, &error), &error);
    assert_int_equal(docid, 6);
    must(xapian_writer_replace(writer, bytes_of("nobody"), document, &docid, &error), &error);
    assert_int_equal(docid, 13);
    must(xapian_writer_replace_docid(writer, 20, document, &error), &error);
    must(xapian_writer_close(writer, &error), &error);
    xapian_document_free(document);
    assert_int_equal(committed(path, "summer"), 3);
    assert_int_equal(committed(path, ""), 12);
    assert_int_equal(committed(path, "july"), 0);
    END_WITH_PATH(path);
}

static void documents_are_deleted_by_term_or_docid(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    write_calendar(path);
    struct xapian_writer *writer = open_writer(path, XAPIAN_OPEN_EXISTING);
    must(xapian_writer_delete_term(writer, bytes_of("winter"), &error), &error);
    must(xapian_writer_delete_term(writer, bytes_of("nobody"), &error), &error);
    must(xapian_writer_delete_docid(writer, 5, &error), &error);
    assert_false(xapian_writer_delete_docid(writer, 5, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);
    must(xapian_writer_close(writer, &error), &error);
    assert_int_equal(committed(path, ""), 8);
    END_WITH_PATH(path);
}

static void a_cleared_document_has_nothing_left(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    struct xapian_document *document = make_month(1);
    xapian_document_clear(document);
    must(xapian_document_add_term(document, bytes_of("only"), 3, &error), &error);
    uint32_t docid;
    must(xapian_writer_add(writer, document, &docid, &error), &error);
    struct xapian_index *view = xapian_writer_index(writer, &error);
    must(view, &error);
    struct xapian_terms *terms = xapian_index_document_terms(view, docid, &error);
    struct xapian_bytes term;
    uint32_t wdf;
    assert_int_equal(xapian_terms_next(terms, &term, &wdf, &error), XAPIAN_ITEM);
    assert_true(bytes_equal(term, "only") && wdf == 3);
    assert_int_equal(xapian_terms_next(terms, &term, &wdf, &error), XAPIAN_END);
    struct xapian_string text;
    must(xapian_index_get_data(view, docid, &text, &error), &error);
    assert_true(string_is(&text, ""));
    must(xapian_index_get_value(view, docid, SLOT_NUMBER, &text, &error), &error);
    assert_true(string_is(&text, ""));
    xapian_terms_free(terms);
    xapian_index_close(view);
    xapian_document_free(document);
    xapian_writer_close(writer, NULL);
    END_WITH_PATH(path);
}

static void metadata_and_spellings_are_set_and_taken_out(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_string text;
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    struct xapian_index *view = xapian_writer_index(writer, &error);
    must(xapian_writer_set_metadata(writer, bytes_of("k"), bytes_of("v"), &error), &error);
    must(xapian_index_get_metadata(view, bytes_of("k"), &text, &error), &error);
    assert_true(string_is(&text, "v"));
    must(xapian_writer_set_metadata(writer, bytes_of("k"), bytes_of(""), &error), &error);
    must(xapian_index_get_metadata(view, bytes_of("k"), &text, &error), &error);
    assert_true(string_is(&text, ""));

    must(xapian_writer_add_spelling(writer, bytes_of("passage"), 3, &error), &error);
    must(xapian_writer_remove_spelling(writer, bytes_of("passage"), 2, &error), &error);
    must(xapian_index_suggest(view, bytes_of("pasage"), 2, &text, &error), &error);
    assert_true(string_is(&text, "passage"));
    must(xapian_writer_remove_spelling(writer, bytes_of("passage"), 1, &error), &error);
    must(xapian_index_suggest(view, bytes_of("pasage"), 2, &text, &error), &error);
    assert_true(string_is(&text, ""));
    xapian_index_close(view);
    xapian_writer_close(writer, NULL);
    END_WITH_PATH(path);
}

/* ---- commits and transactions ---------------------------------------------------------------- */

static void readers_see_what_is_committed_and_the_writer_all(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    struct xapian_index *reader = open_location(path);
    struct xapian_index *view = xapian_writer_index(writer, &error);
    must(view, &error);
    add_word(writer, "news");
    assert_int_equal(frequency_in(view, "news"), 1);
    assert_int_equal(frequency_in(reader, "news"), 0);
    must(xapian_writer_commit(writer, &error), &error);
    assert_int_equal(frequency_in(reader, "news"), 0);
    bool changed = false;
    must(xapian_index_reopen(reader, &changed, &error), &error);
    assert_true(changed);
    assert_int_equal(frequency_in(reader, "news"), 1);
    must(xapian_writer_close(writer, &error), &error);

    /* The view does not keep the lock, and says that it is over. */
    uint32_t documents;
    assert_false(xapian_index_get_frequency(view, bytes_of("news"), &documents, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    xapian_writer_close(open_writer(path, XAPIAN_OPEN_EXISTING), NULL);
    xapian_index_close(view);
    xapian_index_close(reader);
    END_WITH_PATH(path);
}

/* One database with that word in one document. */
static void write_word(const char *path, const char *word) {
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    add_word(writer, word);
    must(xapian_writer_close(writer, &error), &error);
}

static void reopening_finds_what_is_in_the_place_of_a_database(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    char *other = text_of("%s/other", folder), *old = text_of("%s/old", folder);
    write_word(path, "news");
    write_word(other, "weather"); /* at the same revision */
    const char *const twice[] = {path, other};
    struct xapian_index *reader = xapian_index_open(twice, 2, 0, &error);
    must(reader, &error);
    assert_int_equal(rename(path, old), 0);
    assert_int_equal(frequency_in(reader, "news"), 1);
    assert_false(xapian_index_reopen(reader, NULL, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_NOT_FOUND);
    assert_string_equal(error.origin, path);
    assert_int_equal(frequency_in(reader, "news"), 1);

    assert_int_equal(rename(other, path), 0);
    assert_int_equal(rename(old, other), 0);
    bool changed = false;
    memset(&error, 0, sizeof error);
    must(xapian_index_reopen(reader, &changed, &error), &error);
    assert_true(changed);
    assert_int_equal(frequency_in(reader, "news"), 1);
    assert_int_equal(frequency_in(reader, "weather"), 1);
    must(xapian_index_reopen(reader, &changed, &error), &error);
    assert_false(changed);
    xapian_index_close(reader);
    free(other);
    free(old);
    END_WITH_PATH(path);
}

static void the_revision_grows_with_every_commit(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    const char *const twice[] = {path, path};
    struct xapian_index *reader = xapian_index_open(twice, 2, 0, &error);
    struct xapian_index_stats before, after;
    must(xapian_index_get_stats(reader, &before, &error), &error);
    add_word(writer, "news");
    must(xapian_writer_close(writer, &error), &error);
    must(xapian_index_reopen(reader, NULL, &error), &error);
    must(xapian_index_get_stats(reader, &after, &error), &error);
    assert_true(before.has_revision && after.has_revision);
    assert_true(after.revision > before.revision);
    assert_int_equal(after.documents, 2);
    assert_int_equal(after.shards, 2);
    xapian_index_close(reader);
    END_WITH_PATH(path);
}

static void a_transaction_is_all_or_nothing(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    struct xapian_writer *writer = open_writer(path, XAPIAN_CREATE_NEW);
    add_word(writer, "before");
    must(xapian_writer_begin(writer, &error), &error);
    add_word(writer, "cancelled");
    must(xapian_writer_cancel(writer, &error), &error);
    must(xapian_writer_begin(writer, &error), &error);
    add_word(writer, "kept");
    assert_false(xapian_writer_begin(writer, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    must(xapian_writer_commit(writer, &error), &error);
    assert_false(xapian_writer_cancel(writer, &error));
    assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    must(xapian_writer_begin(writer, &error), &error);
    add_word(writer, "unfinished");
    must(xapian_writer_close(writer, &error), &error);
    assert_int_equal(committed(path, "before"), 1);
    assert_int_equal(committed(path, "cancelled"), 0);
    assert_int_equal(committed(path, "kept"), 1);
    assert_int_equal(committed(path, "unfinished"), 0);
    END_WITH_PATH(path);
}

/* Deletes all there is and adds much, in a transaction that is never committed; tells when it is
 * halfway. */
static _Noreturn void write_until_killed(const char *path, int ready) {
    struct xapian_writer *writer = xapian_writer_open(path, NULL, NULL);
    xapian_writer_begin(writer, NULL);
    xapian_writer_delete_term(writer, bytes_of("month"), NULL);
    for (int i = 0; i < 20000; i++) {
        add_word(writer, i % 2 ? "half" : "done");
        if (i == 11000 && write(ready, "x", 1) != 1) {
            break;
        }
    }
    pause_ms(10000);
    _exit(0);
}

static void a_killed_writer_leaves_the_last_revision(void **state) {
    WITH_PATH(path);
    struct xapian_error error = {0};
    write_calendar(path);
    for (int round = 0; round < 3; round++) {
        int ready[2];
        assert_int_equal(pipe(ready), 0);
        pid_t child = fork();
        if (child == 0) {
            write_until_killed(path, ready[1]);
        }
        char byte;
        assert_int_equal(read(ready[0], &byte, 1), 1);
        pause_ms(round * 10);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        close(ready[0]);
        close(ready[1]);
        assert_int_equal(committed(path, "month"), 12);
        assert_int_equal(committed(path, "half"), 0);
        size_t problems = 1;
        must(xapian_check(path, &problems, NULL, &error), &error);
        assert_int_equal(problems, 0);
    }
    /* The lock went with it. */
    xapian_writer_close(open_writer(path, XAPIAN_OPEN_EXISTING), NULL);
    END_WITH_PATH(path);
}

/* ---- every back end -------------------------------------------------------------------------- */

static void every_back_end_can_be_written(void **state) {
    const enum backend_kind kind = *(const enum backend_kind *)*state;
    struct xapian_error error = {0};
    struct xapian_string text;
    struct backend backend = backend_start(kind, false, true);
    struct xapian_writer *writer = xapian_writer_open(backend.location, NULL, &error);
    must(writer, &error);
    must(xapian_writer_begin(writer, &error), &error);
    for (unsigned number = 1; number <= 12; number++) {
        struct xapian_document *document = make_month(number);
        must(xapian_writer_add(writer, document, NULL, &error), &error);
        xapian_document_free(document);
    }
    must(xapian_writer_set_metadata(writer, bytes_of("k"), bytes_of("v"), &error), &error);
    must(xapian_writer_add_spelling(writer, bytes_of("passage"), 1, &error), &error);
    must(xapian_writer_commit(writer, &error), &error);
    must(xapian_writer_begin(writer, &error), &error);
    must(xapian_writer_delete_term(writer, bytes_of("month"), &error), &error);
    must(xapian_writer_cancel(writer, &error), &error);
    struct xapian_document *document = make_month(5);
    uint32_t docid = 0;
    must(xapian_writer_replace(writer, bytes_of("Q5"), document, &docid, &error), &error);
    assert_int_equal(docid, 5);
    xapian_document_free(document);
    must(xapian_writer_delete_docid(writer, 12, &error), &error);
    struct xapian_index *view = xapian_writer_index(writer, &error);
    assert_int_equal(frequency_in(view, "winter"), 2);
    xapian_index_close(view);
    must(xapian_writer_close(writer, &error), &error);
    stop_server(&backend);

    struct xapian_index *index = open_location(backend.path);
    assert_int_equal(frequency_in(index, "month"), 11);
    assert_int_equal(frequency_in(index, "may"), 1);
    must(xapian_index_get_metadata(index, bytes_of("k"), &text, &error), &error);
    assert_true(string_is(&text, "v"));
    must(xapian_index_suggest(index, bytes_of("pasage"), 2, &text, &error), &error);
    assert_true(string_is(&text, "passage"));
    xapian_index_close(index);
    backend_stop(&backend);
}

int main(void) {
    static enum backend_kind kinds[BACKENDS] = {DIRECTORY, SHARDS, PROGRAM, TCP};
#define TEST_OVER(kind) cmocka_unit_test_prestate(every_back_end_can_be_written, &kinds[kind])
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mode_says_what_may_be_there),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_told_with_the_systems_reason),
        cmocka_unit_test(there_is_one_writer_at_a_time),
        cmocka_unit_test(a_lock_that_cannot_be_had_is_not_waited_for),
        cmocka_unit_test(a_writer_can_wait_for_the_lock),
        cmocka_unit_test(a_servers_index_cannot_be_made_or_emptied_from_afar),
        cmocka_unit_test(a_document_replaces_all_that_hold_its_term),
        cmocka_unit_test(documents_are_deleted_by_term_or_docid),
        cmocka_unit_test(a_cleared_document_has_nothing_left),
        cmocka_unit_test(metadata_and_spellings_are_set_and_taken_out),
        cmocka_unit_test(readers_see_what_is_committed_and_the_writer_all),
        cmocka_unit_test(reopening_finds_what_is_in_the_place_of_a_database),
        cmocka_unit_test(the_revision_grows_with_every_commit),
        cmocka_unit_test(a_transaction_is_all_or_nothing),
        cmocka_unit_test(a_killed_writer_leaves_the_last_revision),
        TEST_OVER(DIRECTORY),
        TEST_OVER(SHARDS),
        TEST_OVER(PROGRAM),
        TEST_OVER(TCP),
    };
    return cmocka_run_group_tests_name("writing", tests, NULL, NULL);
}
