/* Passages are kept as they were read, until there is no more room. */
#include "searcher/passage_cache.h"

#include "corpus/base/bytes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A record of the given text; it needs no dictionary, so no index is asked. */
static struct kept_passage *add(struct passage_cache *cache, uint32_t docid, struct slice text) {
    struct bytes data = {0};
    struct index index = {0};
    struct error error = {0};
    const struct passage_record record = {.id = slice_of_string("article"),
                                          .number = docid,
                                          .language = "en",
                                          .length = (uint32_t)text.length,
                                          .tile = text};
    passage_record_encode(&record, &data);
    struct kept_passage *kept = passage_cache_add(cache, &index, docid, bytes_slice(&data), &error);
    bytes_free(&data);
    return kept;
}

static void what_was_added_is_found(void **state) {
    (void)state;
    struct passage_cache cache = {0};
    assert_null(passage_cache_find(&cache, 7));
    struct kept_passage *kept = add(&cache, 7, slice_of_string("The harbour is calm."));
    assert_non_null(kept);
    assert_ptr_equal(passage_cache_find(&cache, 7), kept);
    assert_null(passage_cache_find(&cache, 8));
    assert_int_equal(kept->record.number, 7);
    assert_true(
        slice_equal(passage_record_text(&kept->record), slice_of_string("The harbour is calm.")));
    passage_cache_free(&cache);
}

static void what_is_no_record_is_refused(void **state) {
    (void)state;
    struct passage_cache cache = {0};
    struct index index = {0};
    struct error error = {0};
    assert_null(passage_cache_add(&cache, &index, 7, slice_of_string("damaged"), &error));
    assert_int_equal(error.kind, ERROR_CORRUPT);
    assert_null(passage_cache_find(&cache, 7));
    passage_cache_free(&cache);
}

static void all_are_forgotten_when_there_is_no_room(void **state) {
    (void)state;
    struct passage_cache cache = {0};
    static char text[100000];
    memset(text, 'a', sizeof text);
    uint32_t count = 0;
    while (passage_cache_has_room(&cache)) {
        assert_non_null(add(&cache, ++count, slice_of(text, sizeof text)));
    }
    assert_true((size_t)count * sizeof text <= PASSAGE_CACHE_BYTES + 2 * sizeof text);
    assert_non_null(passage_cache_find(&cache, 1));
    passage_cache_tidy(&cache);
    assert_null(passage_cache_find(&cache, 1));
    assert_true(passage_cache_has_room(&cache));
    assert_non_null(add(&cache, 1, slice_of_string("again")));
    passage_cache_tidy(&cache);
    assert_non_null(passage_cache_find(&cache, 1));
    passage_cache_free(&cache);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_added_is_found),
        cmocka_unit_test(what_is_no_record_is_refused),
        cmocka_unit_test(all_are_forgotten_when_there_is_no_room),
    };
    return cmocka_run_group_tests_name("passage cache", tests, NULL, NULL);
}
