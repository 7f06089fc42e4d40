/* word_blocks.h - blocks of the vocabulary that were read from servers, for the next who asks.
 *
 * To a server each block is an answer to wait for, and most queries read the same ones. */
#ifndef ARAL_INDEXER_WORD_BLOCKS_H
#define ARAL_INDEXER_WORD_BLOCKS_H

#include "indexer/schema.h"

/* The most memory that is kept; when it is full, all blocks are forgotten. */
#define WORD_BLOCKS_BYTES ((size_t)32 * 1024 * 1024)

/* The most keys that are asked for together. */
#define WORD_BLOCKS_AT_ONCE 256

struct kept_block {
    struct slice bytes;
    const struct kept_block *next; /* of the same key, in no order; NULL: this is the last */
};

struct wanted_blocks {
    struct slice key;
    uint32_t documents; /* that have it */
};

/* The blocks of a key, which live until word_blocks_read; NULL where they have not been read. */
const struct kept_block *word_blocks_find(const struct word_blocks *blocks, struct slice key);

/* Reads the blocks of `count` keys, at most WORD_BLOCKS_AT_ONCE, by one search: all servers are
 * asked for all of them at once. */
bool word_blocks_read(struct word_blocks *blocks, struct xapian_index *index,
                      const struct wanted_blocks wanted[], size_t count, struct error *error);

#endif
