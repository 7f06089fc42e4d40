/* add_options.h - how articles are to be added, by whatever way (update.h, bulk.h). */
#ifndef ARAL_INDEXER_ADD_OPTIONS_H
#define ARAL_INDEXER_ADD_OPTIONS_H

#include "indexer/seen.h"
#include "indexer/shard.h"
#include "indexer/source.h"

#define ADD_JOBS_MAX 256
#define ADD_MEMORY_DEFAULT (300ull << 20)

struct add_options {
    const char *location;
    struct source_options source;
    struct shard shard; /* articles of others are passed over */
    unsigned jobs;
    uint64_t memory_bytes;
    bool unsealed;     /* bulk runs make an index that is not sealed (sealed.h) */
    bool quiet;        /* no progress on a terminal */
    struct seen *seen; /* NULL: not needed */
};

/* As many jobs as there are processors that may be used, ADD_MEMORY_DEFAULT, and no source. */
struct add_options add_options_default(const char *location, bool quiet);

/* What each thread may keep of words already analysed. */
uint64_t add_options_cache_bytes(const struct add_options *options);

#endif
