/* Records of articles are kept as they were read, for as long as a query takes. */
#include "tests/unit/searcher/small_index.h"

#include "searcher/state.h"

static const struct small_article articles[] = {
    {"harbour", "Harbour", "2025-06-17", "gazette", "The harbour is calm."},
};

static void what_was_read_is_kept(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    small_index_add(&index, articles, 1, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    struct article_cache cache = {&searcher->index, &searcher->arena, map_new()};
    struct error error = {0};
    const struct article_record *record =
        article_cache_get(&cache, slice_of_string("harbour"), &error);
    assert_non_null(record);
    assert_true(slice_equal(record->title, slice_of_string("Harbour")));
    assert_ptr_equal(article_cache_get(&cache, slice_of_string("harbour"), &error), record);
    map_free(cache.known);
    searcher_close(searcher);
    small_index_remove(&index);
}

static void what_cannot_be_read_is_told_each_time(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    small_index_add(&index, articles, 1, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    struct article_cache cache = {&searcher->index, &searcher->arena, map_new()};
    for (int i = 0; i < 2; i++) {
        struct error error = {0};
        assert_null(article_cache_get(&cache, slice_of_string("lighthouse"), &error));
        assert_int_equal(error.kind, ERROR_NOT_FOUND);
    }
    map_free(cache.known);
    searcher_close(searcher);
    small_index_remove(&index);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_read_is_kept),
        cmocka_unit_test(what_cannot_be_read_is_told_each_time),
    };
    return cmocka_run_group_tests_name("article cache", tests, NULL, NULL);
}
