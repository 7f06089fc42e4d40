/* unseal.h - lists of each document's words for a sealed index (sealed.h), so that articles can be
 * removed from it.
 *
 * xapian-core makes the lists only when it writes documents. So the index is written anew, from the
 * articles that it holds, in a bulk run; it takes about as long as adding them did, once. */
#ifndef ARAL_INDEXER_UNSEAL_H
#define ARAL_INDEXER_UNSEAL_H

#include "indexer/add_options.h"
#include "indexer/store.h"

/* Makes the store's index one that is not sealed, where it is; commits the store's changes before.
 * Docids change. Of the options only `location`, `jobs`, `memory_bytes` and `quiet` count.
 * ERROR_USAGE where the index is not a directory of this machine. O(text of all articles). */
bool store_unseal(struct store *store, const struct add_options *options, struct error *error);

/* Makes the record found in the store, of that Q term, one that can be removed or replaced: unseals
 * the index where need be, and finds the record again there. Another writer may have had the lock
 * meanwhile: *found tells whether the article is there still. */
bool store_unseal_record(struct store *store, const struct add_options *options,
                         struct slice unique_term, bool *found, struct stored_record *stored,
                         struct error *error);

#endif
