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

/* How articles are to be added. */
struct add_options {
    const char *location;
    struct source_options source;
    struct shard shard; /* articles of others are passed over */
    unsigned jobs;
    uint64_t memory_bytes;
    bool sealed;       /* seal.h; only bulk runs do it */
    struct seen *seen; /* NULL: not needed */
};

/* Adds all that the source has to the open store. Commits now and then, but not at the end; with
 * source.strict not at all, and then stops at the first rejected article, of which *report has
 * one. */
bool update_run(struct store *store, const struct add_options *options, struct report *report,
                struct error *error);

/* Whether an article was met. */
bool seen_has(const struct seen *seen, struct slice id);

#endif
