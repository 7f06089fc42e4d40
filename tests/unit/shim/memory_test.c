/* Running out of memory, at every single allocation in turn: each call fails with its error or
 * succeeds, nothing crosses the border, and the handles can be used again afterwards.
 *
 * C++ gets its memory from operator new, which is a function of this program if it defines one. */
/* What xapian-core itself does not free when it runs out of memory is not what is tested here. */
#define MORE_SANITIZER_OPTIONS ":detect_leaks=0"
#include "tests/unit/shim/calendar.h"

/* The names that the C++ ABI of Linux gives to operator new, operator delete and the function that
 * throws std::bad_alloc. */
void *_Znwm(size_t size);
void _ZdlPv(void *memory);
void _ZdlPvm(void *memory, size_t size);
void _ZSt17__throw_bad_allocv(void);

/* How many allocations still succeed; -1: all. */
static long allocations_left = -1;

void *_Znwm(size_t size) {
    void *memory = NULL;
    if (allocations_left != 0) {
        memory = malloc(size ? size : 1);
        allocations_left -= allocations_left > 0;
    }
    if (!memory) {
        allocations_left = -1; /* one failure is enough; cleaning up may need memory */
        _ZSt17__throw_bad_allocv();
    }
    return memory;
}

void _ZdlPv(void *memory) {
    free(memory);
}

void _ZdlPvm(void *memory, size_t size) {
    (void)size;
    free(memory);
}

/* True if the work was done; false and *error told if not. */
typedef bool worker(const struct backend *backend, struct xapian_index *index,
                    struct xapian_error *error);

/* Does the work again and again, failing the first allocation, the second, and so on until it needs
 * no more than it gets. */
static void fail_each_allocation(worker *work, const struct backend *backend) {
    struct xapian_index *index = open_location(backend->location);
    enum { MOST = 100000 };
    long allowed = 0;
    bool done = false;
    while (!done && allowed < MOST) {
        struct xapian_error error = {0};
        allocations_left = allowed++;
        bool succeeded = work(backend, index, &error);
        done = allocations_left != -1;
        allocations_left = -1;
        /* xapian-core does some things less well rather than fail, so there may be success. */
        if (!succeeded) {
            assert_int_equal(error.kind, XAPIAN_ERROR_MEMORY);
            assert_true(error.message[0] != '\0');
        }
        assert_true(succeeded || !done);
    }
    assert_true(done);
    assert_true(allowed > 1);
    xapian_index_close(index);
}

static bool open_and_close(const struct backend *backend, struct xapian_index *index,
                           struct xapian_error *error) {
    (void)index;
    const char *const locations[] = {backend->location, backend->location};
    struct xapian_index *opened = xapian_index_open(locations, 2, 0, error);
    xapian_index_close(opened);
    return opened;
}

static bool read_all_there_is(const struct backend *backend, struct xapian_index *index,
                              struct xapian_error *error) {
    (void)backend;
    struct xapian_index_stats stats;
    struct xapian_term_stats term_stats;
    struct xapian_string text = {0};
    const uint32_t docids_wanted[] = {1, 2, 99}, slots[] = {0, 1};
    uint32_t docids[12];
    size_t count;
    bool done =
        xapian_index_get_stats(index, &stats, error) &&
        xapian_index_get_term_stats(index, bytes_of("month"), &term_stats, error) &&
        xapian_index_get_postings(index, bytes_of("month"), 0, docids, NULL, 12, &count, error);
    done = done && xapian_index_get_uuid(index, &text, error);
    xapian_string_free(&text);
    struct xapian_index *shard = done ? xapian_index_get_shard(index, 0, error) : NULL;
    xapian_index_close(shard);
    done = shard && xapian_index_get_metadata(index, bytes_of("calendar"), &text, error);
    xapian_string_free(&text);
    done = done && xapian_index_get_data(index, 3, &text, error);
    xapian_string_free(&text);
    done = done && xapian_index_suggest(index, bytes_of("setpember"), 2, &text, error);
    xapian_string_free(&text);
    struct xapian_fetched *fetched =
        done ? xapian_index_fetch(index, docids_wanted, 3, slots, 2, error) : NULL;
    xapian_fetched_free(fetched);
    struct xapian_terms *walk = fetched ? xapian_index_terms(index, bytes_of("s"), error) : NULL;
    enum xapian_step step = walk ? XAPIAN_ITEM : XAPIAN_FAILED;
    while (step == XAPIAN_ITEM) {
        struct xapian_bytes term;
        step = xapian_terms_next(walk, &term, NULL, error);
    }
    xapian_terms_free(walk);
    return step == XAPIAN_END;
}

static bool search_with_everything(const struct backend *backend, struct xapian_index *index,
                                   struct xapian_error *error) {
    (void)backend;
    struct xapian_query *const words[] = {xapian_query_term(bytes_of("month"), 1, error),
                                          xapian_query_term(bytes_of("long"), 1, error)};
    struct xapian_query *const parts[] = {
        xapian_query_scale(xapian_query_join(XAPIAN_OP_OR, words, 2, 0, error), 2, error),
        xapian_query_value_ge(SLOT_NUMBER, bytes_of("02"), error),
        xapian_query_prefix(bytes_of("m"), 10, XAPIAN_PREFIX_FIRST, XAPIAN_OP_SYNONYM, error)};
    const uint32_t slots[] = {SLOT_NUMBER, SLOT_SEASON};
    struct xapian_query *query = xapian_query_join(XAPIAN_OP_FILTER, parts, 3, 0, error);
    const struct xapian_search_request request = {.query = query,
                                                  .limit = 10,
                                                  .check_at_least = 100,
                                                  .collapse_max = 1,
                                                  .collapse_slot = SLOT_SEASON,
                                                  .sort = XAPIAN_SORT_VALUE_DESCENDING,
                                                  .sort_slot = SLOT_NUMBER,
                                                  .facet_slots = slots,
                                                  .facet_count = 2,
                                                  .fetch = 10,
                                                  .value_slots = slots,
                                                  .value_count = 2};
    struct xapian_results *results = query ? xapian_search(index, &request, error) : NULL;
    bool done = results && results->hit_count > 0;
    xapian_results_free(results);
    xapian_query_free(query);
    return done;
}

/* All but the commit: xapian-core may end the program when memory runs out inside of one. */
static bool write_and_cancel(const struct backend *backend, struct xapian_index *index,
                             struct xapian_error *error) {
    (void)index;
    struct xapian_writer *writer = xapian_writer_open(backend->path, NULL, error);
    struct xapian_document *document = xapian_document_new(error);
    const struct xapian_weighted_term terms[] = {
        {bytes_of("a term too long to be kept without memory of its own"), 1},
        {bytes_of("another"), 2}};
    bool done =
        writer && document && xapian_writer_begin(writer, error) &&
        xapian_document_add_terms(document, terms, 2, error) &&
        xapian_document_add_posting(document, bytes_of("third"), 1, 1, error) &&
        xapian_document_set_value(document, 1, bytes_of("value"), error) &&
        xapian_document_set_data(document, bytes_of("some data, longer than most"), error) &&
        xapian_writer_add(writer, document, NULL, error) &&
        xapian_writer_set_metadata(writer, bytes_of("key"), bytes_of("value"), error) &&
        xapian_writer_add_spelling(writer, bytes_of("spelling"), 1, error) &&
        xapian_writer_delete_docid(writer, 3, error) && xapian_writer_cancel(writer, error);
    long left = allocations_left;
    allocations_left = -1;
    xapian_writer_close(writer, NULL);
    allocations_left = left;
    xapian_document_free(document);
    return done;
}

static void failing_every_allocation_of(worker *work) {
    struct backend backend = backend_start(DIRECTORY, true, false);
    fail_each_allocation(work, &backend);

    /* All is as it was. */
    struct xapian_error error = {0};
    size_t problems = 1;
    must(xapian_check(backend.path, &problems, NULL, &error), &error);
    assert_int_equal(problems, 0);
    struct xapian_index *index = open_location(backend.location);
    uint32_t documents;
    must(xapian_index_get_frequency(index, bytes_of("month"), &documents, &error), &error);
    assert_int_equal(documents, 12);
    xapian_index_close(index);
    backend_stop(&backend);
}

static void opening_without_memory_fails_cleanly(void **state) {
    (void)state;
    failing_every_allocation_of(open_and_close);
}

static void reading_without_memory_fails_cleanly(void **state) {
    (void)state;
    failing_every_allocation_of(read_all_there_is);
}

static void searching_without_memory_fails_cleanly(void **state) {
    (void)state;
    failing_every_allocation_of(search_with_everything);
}

static void writing_without_memory_fails_cleanly(void **state) {
    (void)state;
    failing_every_allocation_of(write_and_cancel);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening_without_memory_fails_cleanly),
        cmocka_unit_test(reading_without_memory_fails_cleanly),
        cmocka_unit_test(searching_without_memory_fails_cleanly),
        cmocka_unit_test(writing_without_memory_fails_cleanly),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
