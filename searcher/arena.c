#include "searcher/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

/* Enough for an ordinary search at once. */
#define BLOCK_BYTES 65536

struct arena_block {
    struct arena_block *next;
    size_t used, capacity;
    alignas(max_align_t) char data[];
};

static struct arena_block *add_block(struct arena *arena, size_t size) {
    size_t capacity = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    struct arena_block *block = malloc(sizeof *block + capacity);
    if (!block) {
        arena->failed = true;
        return NULL;
    }
    block->used = 0;
    block->capacity = capacity;
    struct arena_block **link = arena->current ? &arena->current->next : &arena->blocks;
    block->next = *link;
    *link = block;
    return block;
}

void *arena_take(struct arena *arena, size_t size) {
    if (arena->failed || size > SIZE_MAX / 2) {
        arena->failed = true;
        return NULL;
    }
    size = (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    while (!arena->current || size > arena->current->capacity - arena->current->used) {
        struct arena_block *next = arena->current ? arena->current->next : arena->blocks;
        if (!next || size > next->capacity) {
            next = add_block(arena, size);
        }
        if (!next) {
            return NULL;
        }
        next->used = 0;
        arena->current = next;
    }
    void *taken = arena->current->data + arena->current->used;
    arena->current->used += size;
    return memset(taken, 0, size);
}

struct slice arena_copy(struct arena *arena, struct slice slice) {
    char *copy = arena_take(arena, slice.length + 1);
    if (!copy) {
        return slice_of("", 0);
    }
    if (slice.length > 0) {
        memcpy(copy, slice.data, slice.length);
    }
    return slice_of(copy, slice.length);
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return array;
    }
    size_t wanted = *capacity ? *capacity * 2 : 8;
    void *grown = wanted > SIZE_MAX / 2 / size ? NULL : arena_take(arena, wanted * size);
    if (!grown) {
        arena->failed = true;
        return NULL;
    }
    if (count > 0) {
        memcpy(grown, array, count * size);
    }
    *capacity = wanted;
    return grown;
}

void arena_empty(struct arena *arena) {
    arena->current = NULL;
    arena->failed = false;
}

void arena_free(struct arena *arena) {
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena->current = NULL;
}
