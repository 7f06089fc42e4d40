#include "corpus/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

struct arena_block {
    struct arena_block *next;
    size_t used, end; /* pieces are taken from both ends: what is free lies between */
    size_t size;
    alignas(max_align_t) char bytes[];
};

/* Puts a block behind the current one. */
static void link_block(struct arena *arena, struct arena_block *block) {
    struct arena_block **link = arena->current ? &arena->current->next : &arena->blocks;
    block->next = *link;
    *link = block;
}

static struct arena_block *new_block(struct arena *arena, size_t size) {
    size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    struct arena_block *block = malloc(sizeof *block + room);
    if (block) {
        block->size = room;
        arena->memory += sizeof *block + room;
    }
    return block;
}

/* Takes out of the list, of the blocks that were used before the arena was emptied, the smallest
 * that is large enough: the larger ones may be asked for later. NULL: there is none. */
static struct arena_block *take_block(struct arena *arena, size_t size) {
    struct arena_block **best = NULL;
    struct arena_block **link = arena->current ? &arena->current->next : &arena->blocks;
    /* None is smaller than BLOCK_BYTES. */
    for (; *link && (!best || (*best)->size > BLOCK_BYTES); link = &(*link)->next) {
        if ((*link)->size >= size && (!best || (*link)->size < (*best)->size)) {
            best = link;
        }
    }
    struct arena_block *block = best ? *best : NULL;
    if (block) {
        *best = block->next;
    }
    return block;
}

/* Moves on to a block with that much room. */
static bool next_block(struct arena *arena, size_t size) {
    struct arena_block *next = take_block(arena, size);
    next = next ? next : new_block(arena, size);
    if (!next) {
        return false;
    }
    link_block(arena, next);
    next->used = 0;
    next->end = next->size;
    arena->current = next;
    return true;
}

/* Makes sure that the current block has `size` bytes free. */
static bool make_room(struct arena *arena, size_t size) {
    bool possible = !arena->failed && size <= SIZE_MAX / 2;
    bool fits = possible && arena->current && size <= arena->current->end - arena->current->used;
    if (!fits && (!possible || !next_block(arena, size))) {
        arena->failed = true;
        return false;
    }
    return true;
}

void *arena_allocate(struct arena *arena, size_t size) {
    size = size > 0 ? size : 1;
    size_t over = size % alignof(max_align_t);
    size += over > 0 && size <= SIZE_MAX / 2 ? alignof(max_align_t) - over : 0;
    if (!make_room(arena, size)) {
        return NULL;
    }
    void *piece = arena->current->bytes + arena->current->used;
    arena->current->used += size;
    return piece;
}

char *arena_allocate_bytes(struct arena *arena, size_t size) {
    if (!make_room(arena, size)) {
        return NULL;
    }
    arena->current->end -= size;
    return arena->current->bytes + arena->current->end;
}

void *arena_allocate_zeros(struct arena *arena, size_t size) {
    void *piece = arena_allocate(arena, size);
    return piece ? memset(piece, 0, size) : NULL;
}

struct slice arena_copy(struct arena *arena, struct slice slice) {
    char *copy = slice.length < SIZE_MAX ? arena_allocate_bytes(arena, slice.length + 1) : NULL;
    if (!copy) {
        return slice_of(NULL, 0);
    }
    if (slice.length > 0) {
        memcpy(copy, slice.data, slice.length);
    }
    copy[slice.length] = '\0';
    return slice_of(copy, slice.length);
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return array;
    }
    size_t wanted = *capacity ? *capacity * 2 : 8;
    void *grown = NULL;
    if (wanted <= SIZE_MAX / 2 / size) {
        grown = arena_allocate_zeros(arena, wanted * size);
    }
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
    *arena = (struct arena){0};
}
