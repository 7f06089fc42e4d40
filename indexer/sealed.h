/* sealed.h - sealed indexes: those without a list of each document's words.
 *
 * Xapian keeps these lists to be able to take a document out of the index again: a third of an
 * index of articles, and of the time it takes to write one. Without them it can be searched,
 * checked, exported and added to; before an article in it can be replaced or removed, the lists
 * have to be made (unseal.h). */
#ifndef ARAL_INDEXER_SEALED_H
#define ARAL_INDEXER_SEALED_H

#include "corpus/base/error.h"
#include "shim/xapian-c.h"

#include <stdbool.h>

/* Whether an index of one database is sealed; one without articles is not. False: *error says why
 * that could not be told. O(1). */
bool index_is_sealed(struct xapian_index *index, bool *sealed, struct error *error);

#endif
