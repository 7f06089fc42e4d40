/* How articles are added where nobody says how. */
#include "indexer/update.h"

#include <sched.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void there_are_as_many_jobs_as_processors_that_may_be_used(void **state) {
    (void)state;
    cpu_set_t before, one;
    size_t processor = 0;
    assert_int_equal(sched_getaffinity(0, sizeof before, &before), 0);
    assert_int_equal(add_options_default("index", true).jobs, CPU_COUNT(&before));
    while (!CPU_ISSET(processor, &before)) {
        processor++;
    }
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(add_options_default("index", true).jobs, 1);
    assert_int_equal(sched_setaffinity(0, sizeof before, &before), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_as_many_jobs_as_processors_that_may_be_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
