/* update.h - articles into an index that may have some already: one writer, in the order of the
 * input. */
#ifndef ARAL_INDEXER_UPDATE_H
#define ARAL_INDEXER_UPDATE_H

#include "corpus/base/map.h"
#include "indexer/report.h"
#include "indexer/shard.h"
#include "indexer/source.h"
#include "indexer/store.h"

/* What was met in a run, for `sync` to know what was not. */
struct seen {
    struct map *articles;  /* hashes of identities */
    struct map *bad_files; /* files that had something wrong: nothing of theirs is removed */
};

#define ADD_JOBS_MAX 256
#define ADD_MEMORY_DEFAULT (300ull << 20)

/* How articles are to be added. */
struct add_options {
    const char *location;
    struct source_options source;
    struct shard shard; /* articles of others are passed over */
    unsigned jobs;
    uint64_t memory_bytes;
    bool unsealed;     /* bulk runs make an index that is not sealed (seal.h) */
    bool quiet;        /* no progress on a terminal */
    struct seen *seen; /* NULL: not needed */
};

/* As many jobs as there are processors that may be used, ADD_MEMORY_DEFAULT, and no source. */
struct add_options add_options_default(const char *location, bool quiet);

/* Adds all that the source has to the open store. Commits now and then, but not at the end; with
 * source.strict not at all, and then stops at the first rejected article, of which *report has
 * one. */
bool update_run(struct store *store, const struct add_options *options, struct report *report,
                struct error *error);

/* Whether an article was met. */
bool seen_has(const struct seen *seen, struct slice id);

#endif
