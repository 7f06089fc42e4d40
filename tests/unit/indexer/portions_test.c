/* How much of an input each chunk gets. */
#include "indexer/portions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <cmocka.h>

/* Text of each chunk of an input that is what its files say. */
static size_t share_out(struct portions portions, size_t text, size_t *last) {
    size_t chunks = 0;
    for (size_t given = 0; given < text; chunks++) {
        *last = portions_next(&portions);
        assert_true(*last >= portions.least && *last <= portions.most);
        *last = *last < text - given ? *last : text - given;
        given += *last;
        portions_note(&portions, *last, *last);
    }
    return chunks;
}

static void chunks_become_small_towards_the_end(void **state) {
    (void)state;
    size_t last;
    struct portions known = {
        .most = 800, .least = 100, .threads = 2, .text_total = 8000, .input_total = 8000};
    share_out(known, 8000, &last);
    assert_true(last <= 100);
    struct portions unknown = {.most = 800, .least = 100, .threads = 2, .text_total = UINT64_MAX};
    assert_int_equal(share_out(unknown, 8000, &last), 10);
    assert_int_equal(last, 800);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chunks_become_small_towards_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
