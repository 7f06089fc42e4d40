/* The time that a search may take, by a clock that stands at one second. */
#include "searcher/time_limit.h"
#include "tests/unit/still_clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define BEGUN_400_MS_AGO 600000

static void what_is_left_is_the_limit_without_what_was_taken(void **state) {
    (void)state;
    assert_int_equal(time_left_ms(BEGUN_400_MS_AGO, 1000), 600);
    assert_true(time_is_left(BEGUN_400_MS_AGO, 1000));
}

/* To others no time at all would mean no limit. */
static void when_nothing_is_left_it_is_a_millisecond(void **state) {
    (void)state;
    assert_int_equal(time_left_ms(BEGUN_400_MS_AGO, 400), 1);
    assert_int_equal(time_left_ms(BEGUN_400_MS_AGO, 100), 1);
    assert_false(time_is_left(BEGUN_400_MS_AGO, 100));
}

static void a_search_past_its_limit_is_told_which(void **state) {
    (void)state;
    struct error error = {0};
    assert_true(time_check(BEGUN_400_MS_AGO, 400, &error));
    assert_false(time_check(BEGUN_400_MS_AGO, 399, &error));
    assert_int_equal(error.kind, ERROR_TIMEOUT);
    assert_non_null(strstr(error.message, "399 ms (limit on time)"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_is_the_limit_without_what_was_taken),
        cmocka_unit_test(when_nothing_is_left_it_is_a_millisecond),
        cmocka_unit_test(a_search_past_its_limit_is_told_which),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
