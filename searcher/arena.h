/* arena.h - memory that is taken bit by bit and given back all at once.
 *
 * Everything that one search makes lies in one arena, which the next search empties and fills
 * again: after the first few searches nothing is allocated any more.
 *
 * Taking never returns an error to check at each place: when memory runs out it gives NULL and
 * `failed` stays set until the arena is emptied. */
#ifndef ARAL_SEARCHER_ARENA_H
#define ARAL_SEARCHER_ARENA_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

/* {0} is an empty arena. */
struct arena {
    struct arena_block *blocks;  /* all, in order of use */
    struct arena_block *current; /* the one being filled */
    bool failed;
};

/* `size` bytes of zeros, aligned for any type; NULL when memory ran out. O(size). */
void *arena_take(struct arena *arena, size_t size);

/* A copy of the bytes with a NUL behind them; the empty slice when memory ran out. */
struct slice arena_copy(struct arena *arena, struct slice slice);

/* Room for one more element of an array that lives in the arena: *count of *capacity elements of
 * `size` bytes are in use. Returns the array, moved if need be (the old place stays readable), or
 * NULL when memory ran out. Does not change *count. Amortised O(size). */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Gives all back and keeps the memory. */
void arena_empty(struct arena *arena);

void arena_free(struct arena *arena);

#endif
