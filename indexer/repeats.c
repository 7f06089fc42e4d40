#include "indexer/repeats.h"

#include "corpus/base/hash.h"
#include "corpus/base/map.h"
#include "indexer/prepare.h"

#include <stdlib.h>

enum { MEMORY_SHARE = 32 };

struct repeats {
    struct shard shard;
    uint64_t memory_bytes;
    struct map *hashes; /* 128 bits of the hash of an identity -> article_hash */
};

struct repeats *repeats_new(struct shard shard, uint64_t memory_bytes, struct error *error) {
    struct repeats *repeats = calloc(1, sizeof *repeats);
    if (repeats) {
        repeats->shard = shard;
        repeats->memory_bytes = memory_bytes / MEMORY_SHARE;
        repeats->hashes = map_new();
    }
    if (!repeats || !repeats->hashes) {
        error_set_memory(error);
        repeats_free(repeats);
        return NULL;
    }
    return repeats;
}

void repeats_free(struct repeats *repeats) {
    if (repeats) {
        map_free(repeats->hashes);
        free(repeats);
    }
}

bool repeats_has(struct repeats *repeats, const struct article *article) {
    if (!shard_has(repeats->shard, article->id)) {
        return false;
    }
    struct wide_hash id = hash_bytes_wide(article->id, 0);
    struct slice key = slice_of((const char *)&id, sizeof id);
    uint64_t *latest = map_find(repeats->hashes, key);
    if (!latest && map_memory(repeats->hashes) < repeats->memory_bytes) {
        latest = map_insert(repeats->hashes, key, NULL);
    }
    uint64_t hash = article_hash(article);
    bool repeated = latest && *latest == hash;
    if (latest) {
        *latest = hash;
    }
    return repeated;
}

void repeats_clear(struct repeats *repeats) {
    map_clear(repeats->hashes);
}
