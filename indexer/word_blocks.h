/* word_blocks.h - blocks of the vocabulary that were read, for the next who asks.
 *
 * Most queries read the same ones, several times each. To a server each is an answer to wait for;
 * of files two blocks of the database have to be read for each. */
#ifndef ARAL_INDEXER_WORD_BLOCKS_H
#define ARAL_INDEXER_WORD_BLOCKS_H

#include "indexer/schema.h"

/* The most memory that is kept of servers and of files; when it is full, all blocks are
 * forgotten. */
#define WORD_BLOCKS_OF_SERVERS ((size_t)32 * 1024 * 1024)
#define WORD_BLOCKS_OF_FILES ((size_t)4 * 1024 * 1024)

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

/* The blocks of a key, which live until others are read; NULL where they have not been read. */
const struct kept_block *word_blocks_find(const struct word_blocks *blocks, struct slice key);

/* Keeps one more block of a key; `bytes` are copied. Between the first and the last block of a key
 * nothing else may be asked. */
bool word_blocks_keep(struct word_blocks *blocks, struct slice key, struct slice bytes,
                      struct error *error);

/* Forgets all blocks if they have more than `most` bytes. */
void word_blocks_make_room(struct word_blocks *blocks, size_t most);

/* Reads the blocks of `count` keys, at most WORD_BLOCKS_AT_ONCE, by one search: all servers are
 * asked for all of them at once. */
bool word_blocks_read(struct word_blocks *blocks, struct xapian_index *index,
                      const struct wanted_blocks wanted[], size_t count, struct error *error);

#endif
