/* seal.h - sealed indexes (sealed.h) made of others. */
#ifndef ARAL_INDEXER_SEAL_H
#define ARAL_INDEXER_SEAL_H

#include "corpus/base/error.h"

#include <stdbool.h>

/* Copies the index at `source`, compacted, to a new one at `destination`, which is sealed. False:
 * *error says why; what was written of `destination` then is the caller's to remove. O(size). */
bool index_seal(const char *source, const char *destination, struct error *error);

#endif
