/* shard.h - which articles belong to one of several indexes that are searched as one. */
#ifndef ARAL_INDEXER_SHARD_H
#define ARAL_INDEXER_SHARD_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stdint.h>

#define SHARDS_MAX 65536

/* Shard `number` (from 1) of `count`. {0} is the whole. */
struct shard {
    uint32_t number, count;
};

/* Reads "2/8". ERROR_USAGE. */
bool shard_parse(const char *text, struct shard *shard, struct error *error);

/* Whether an article belongs to the shard: by the XXH3 hash of its identity, so that whoever adds
 * it, wherever it was read, finds the same shard. */
bool shard_has(struct shard shard, struct slice id);

#endif
