/* Arrays that grow keep what they hold, and fail where no memory can be that large. */
#include "corpus/base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void an_array_grows_and_keeps_its_elements(void **state) {
    (void)state;
    uint32_t *numbers = NULL;
    size_t count = 0, capacity = 0, moves = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        size_t before = capacity;
        assert_true(array_append(&numbers, &count, &capacity, sizeof i, &i));
        moves += capacity != before;
    }
    assert_int_equal(count, 10000);
    for (uint32_t i = 0; i < 10000; i++) {
        assert_int_equal(numbers[i], i);
    }
    assert_true(moves < 10);
    free(numbers);
}

static void as_much_room_is_made_as_is_asked_for(void **state) {
    (void)state;
    char *bytes = NULL;
    size_t capacity = 0;
    assert_true(array_reserve(&bytes, &capacity, 0, 1));
    assert_null(bytes);
    assert_true(array_reserve(&bytes, &capacity, 5000, 1));
    assert_true(capacity >= 5000);
    bytes[4999] = 'x';
    free(bytes);
}

static void what_no_memory_can_hold_changes_nothing(void **state) {
    (void)state;
    uint64_t *numbers = NULL;
    size_t capacity = 0;
    assert_true(array_reserve(&numbers, &capacity, 1, sizeof *numbers));
    uint64_t *same = numbers;
    size_t room = capacity;
    assert_false(array_reserve(&numbers, &capacity, SIZE_MAX / 4, sizeof *numbers));
    assert_ptr_equal(numbers, same);
    assert_int_equal(capacity, room);
    free(numbers);
}

static void the_best_are_kept_in_order_and_the_last_falls_out(void **state) {
    (void)state;
    uint32_t best[3];
    size_t count = 0;
    const uint32_t numbers[] = {5, 9, 1, 7, 2};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t at = count;
        while (at > 0 && best[at - 1] < numbers[i]) {
            at--;
        }
        array_keep(best, &count, 3, sizeof *best, at, &numbers[i]);
    }
    assert_int_equal(count, 3);
    assert_int_equal(best[0], 9);
    assert_int_equal(best[1], 7);
    assert_int_equal(best[2], 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_grows_and_keeps_its_elements),
        cmocka_unit_test(as_much_room_is_made_as_is_asked_for),
        cmocka_unit_test(what_no_memory_can_hold_changes_nothing),
        cmocka_unit_test(the_best_are_kept_in_order_and_the_last_falls_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
