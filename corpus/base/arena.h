/* arena.h - many small pieces of memory that are freed together.
 *
 * `struct arena a = {0};` is an empty one. Pieces never move; there is no freeing of one alone. */
#ifndef ARAL_BASE_ARENA_H
#define ARAL_BASE_ARENA_H

#include "corpus/base/slice.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* owned; the newest first */
    size_t used, size;          /* bytes of the newest block */
    size_t memory;              /* bytes held by all blocks */
};

/* `size` bytes, aligned for any type and not initialised; NULL when memory ran out. O(1). */
void *arena_allocate(struct arena *arena, size_t size);

/* A copy of `slice` in the arena; data is NULL when memory ran out. */
struct slice arena_copy(struct arena *arena, struct slice slice);

/* Frees all pieces; the arena is empty and usable again. */
void arena_free(struct arena *arena);

#endif
