#include "corpus/base/array.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_CAPACITY = 64 };

bool array_grow(void *array, size_t *capacity, size_t count, size_t size) {
    size_t wanted = *capacity ? *capacity : LEAST_CAPACITY / 2;
    size_t bytes;
    wanted = wanted <= count / 2 ? count : 2 * wanted;
    if (__builtin_mul_overflow(wanted, size, &bytes)) {
        return false;
    }
    /* The pointer may be of any type: its bytes are read and written. */
    void *items;
    memcpy(&items, array, sizeof items);
    items = realloc(items, bytes);
    if (!items) {
        return false;
    }
    memcpy(array, &items, sizeof items);
    *capacity = wanted;
    return true;
}

bool array_append(void *array, size_t *count, size_t *capacity, size_t size, const void *element) {
    if (!array_reserve(array, capacity, *count + 1, size)) {
        return false;
    }
    char *items;
    memcpy(&items, array, sizeof items);
    memcpy(items + (*count)++ * size, element, size);
    return true;
}

void array_keep(void *array, size_t *count, size_t most, size_t size, size_t at,
                const void *element) {
    if (at >= most) {
        return;
    }
    char *place = (char *)array + at * size;
    *count += *count < most;
    memmove(place + size, place, (*count - at - 1) * size);
    memcpy(place, element, size);
}
