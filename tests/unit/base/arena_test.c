/* Small pieces of memory that are given back together, and filled again without asking for more. */
#include "corpus/base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void pieces_stay_where_they_are(void **state) {
    (void)state;
    struct arena arena = {0};
    struct slice first = arena_copy(&arena, slice_of_string("first"));
    uint64_t *numbers = arena_allocate_zeros(&arena, 3 * sizeof *numbers);
    assert_int_equal((uintptr_t)numbers % _Alignof(max_align_t), 0);
    assert_int_equal(numbers[0] + numbers[1] + numbers[2], 0);
    for (int i = 0; i < 1000; i++) {
        assert_non_null(arena_allocate(&arena, 1000));
    }
    assert_non_null(arena_allocate_zeros(&arena, 0)); /* nothing is a piece, too */
    assert_string_equal(first.data, "first");
    assert_false(arena.failed);
    arena_free(&arena);
}

static void an_array_grows_and_its_new_elements_are_zeros(void **state) {
    (void)state;
    struct arena arena = {0};
    uint32_t *numbers = NULL;
    size_t capacity = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        numbers = arena_grow(&arena, numbers, i, &capacity, sizeof *numbers);
        assert_non_null(numbers);
        assert_int_equal(numbers[i], 0);
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++) {
        assert_int_equal(numbers[i], i);
    }
    arena_free(&arena);
}

static void what_no_memory_can_hold_is_remembered_until_it_is_emptied(void **state) {
    (void)state;
    struct arena arena = {0};
    assert_null(arena_allocate(&arena, SIZE_MAX));
    assert_true(arena.failed);
    assert_null(arena_allocate_zeros(&arena, 1));
    assert_null(arena_copy(&arena, slice_of_string("x")).data);
    arena_empty(&arena);
    assert_non_null(arena_allocate_zeros(&arena, 1));
    arena_free(&arena);
}

static void fill(struct arena *arena, const size_t *sizes, size_t count) {
    arena_empty(arena);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(arena_allocate(arena, sizes[i]));
    }
}

static void an_emptied_arena_asks_for_no_more_whatever_the_order(void **state) {
    (void)state;
    static const size_t orders[][5] = {{40000, 40000, 200000, 300000, 500},
                                       {300000, 40000, 500, 200000, 40000},
                                       {200000, 300000, 40000, 40000, 500},
                                       {500, 200000, 40000, 300000, 40000}};
    struct arena arena = {0};
    fill(&arena, orders[0], 5);
    size_t memory = arena.memory;
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        fill(&arena, orders[i], 5);
        assert_int_equal(arena.memory, memory);
    }
    arena_free(&arena);
    assert_int_equal(arena.memory, 0);
}

/* As the searches of a server fill their arenas, one after another for days. */
static void memory_stays_near_what_is_used_at_once(void **state) {
    (void)state;
    struct arena arena = {0};
    uint32_t random = 1;
    size_t most = 0;
    for (int round = 0; round < 5000; round++) {
        size_t used = 0;
        arena_empty(&arena);
        for (int i = 0; i < 20; i++) {
            random = random * 1103515245 + 12345;
            size_t size = (random >> 8) % 300000;
            assert_non_null(arena_allocate(&arena, size));
            used += size;
        }
        most = used > most ? used : most;
    }
    assert_in_range(arena.memory, most, 3 * most);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_stay_where_they_are),
        cmocka_unit_test(an_array_grows_and_its_new_elements_are_zeros),
        cmocka_unit_test(what_no_memory_can_hold_is_remembered_until_it_is_emptied),
        cmocka_unit_test(an_emptied_arena_asks_for_no_more_whatever_the_order),
        cmocka_unit_test(memory_stays_near_what_is_used_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
