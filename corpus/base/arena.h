/* arena.h - many small pieces of memory that are given back together.
 *
 * `struct arena a = {0};` is an empty one. Pieces never move; there is no freeing of one alone. An
 * arena that is emptied keeps its memory: what is filled again and again (a search after the other)
 * soon allocates nothing any more, in whatever order large and small pieces come.
 *
 * When memory runs out, taking gives NULL and `failed` stays set until the arena is emptied or
 * freed, so that one check at the end may serve for many pieces. */
#ifndef ARAL_BASE_ARENA_H
#define ARAL_BASE_ARENA_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;  /* owned, in order of use */
    struct arena_block *current; /* the one being filled; NULL: none yet */
    size_t memory;               /* bytes held by all blocks */
    bool failed;
};

/* `size` bytes, aligned for any type and not initialised; NULL when memory ran out, and only then:
 * 0 bytes are a piece, too. O(1), and O(blocks) where one is full. */
void *arena_allocate(struct arena *arena, size_t size);

/* The same without alignment, for text: such pieces lie close together. */
char *arena_allocate_bytes(struct arena *arena, size_t size);

/* `size` bytes as of arena_allocate, zeros. O(size). */
void *arena_allocate_zeros(struct arena *arena, size_t size);

/* A copy of `slice` with a NUL behind it; data is NULL and length 0 when memory ran out. */
struct slice arena_copy(struct arena *arena, struct slice slice);

/* Room for one more element in an array that lives in the arena: `count` of *capacity elements of
 * `size` bytes are in use. Returns the array, moved if need be (the old place stays readable); NULL
 * when memory ran out. New elements are zeros. Amortised O(size). */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Gives all pieces back and keeps the memory. */
void arena_empty(struct arena *arena);

/* Frees all pieces; the arena is empty and usable again. */
void arena_free(struct arena *arena);

#endif
