/* array.h - arrays that grow, and arrays of the best. */
#ifndef ARAL_BASE_ARRAY_H
#define ARAL_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

/* Slow half of array_reserve. */
bool array_grow(void *array, size_t *capacity, size_t count, size_t size);

/* Makes room for `count` elements of `size` bytes: `array` points to the pointer to the first one,
 * which is NULL at first and is freed with free(); *capacity is how many there is room for. Room
 * grows at least twofold. False: no memory, and nothing changed. O(1) on average. */
static inline bool array_reserve(void *array, size_t *capacity, size_t count, size_t size) {
    return count <= *capacity || array_grow(array, capacity, count, size);
}

/* Appends a copy of `element` to an array of *count, as array_reserve makes room for it. */
bool array_append(void *array, size_t *count, size_t *capacity, size_t size, const void *element);

/* Inserts a copy of `element` at place `at` (<= *count) into an array of *count elements of `size`
 * bytes with room for `most`: those behind move up, and the last one is dropped where all places
 * are taken. Does nothing where `at` is `most`. O(*count). */
void array_keep(void *array, size_t *count, size_t most, size_t size, size_t at,
                const void *element);

#endif
