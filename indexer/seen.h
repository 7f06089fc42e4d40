/* seen.h - the articles and files that a run has met: `sync` removes the others. */
#ifndef ARAL_INDEXER_SEEN_H
#define ARAL_INDEXER_SEEN_H

#include "corpus/base/error.h"
#include "corpus/base/map.h"
#include "corpus/base/slice.h"

#include <stdbool.h>

struct seen {
    struct map *articles;  /* hashes of identities */
    struct map *bad_files; /* files that had something wrong: nothing of theirs is removed */
};

/* Notes an article. False when memory ran out. */
bool seen_add(struct seen *seen, struct slice id, struct error *error);

/* Whether an article was met. */
bool seen_has(const struct seen *seen, struct slice id);

#endif
