#include "corpus/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

struct arena_block {
    struct arena_block *next;
    alignas(max_align_t) char bytes[];
};

void *arena_allocate(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2) {
        return NULL;
    }
    size = size > 0 ? size : 1;
    size = (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (size > arena->size - arena->used) {
        size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
        struct arena_block *block = malloc(sizeof *block + room);
        if (!block) {
            return NULL;
        }
        block->next = arena->blocks;
        arena->blocks = block;
        arena->size = room;
        arena->used = 0;
        arena->memory += sizeof *block + room;
    }
    void *piece = arena->blocks->bytes + arena->used;
    arena->used += size;
    return piece;
}

struct slice arena_copy(struct arena *arena, struct slice slice) {
    char *copy = arena_allocate(arena, slice.length > 0 ? slice.length : 1);
    if (copy && slice.length > 0) {
        memcpy(copy, slice.data, slice.length);
    }
    return slice_of(copy, slice.length);
}

void arena_free(struct arena *arena) {
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    *arena = (struct arena){0};
}
