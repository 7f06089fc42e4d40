/* sync.h - what has gone from files and folders leaves the index. */
#ifndef ARAL_INDEXER_SYNC_H
#define ARAL_INDEXER_SYNC_H

#include "indexer/add_options.h"
#include "indexer/report.h"
#include "indexer/store.h"

/* Removes every article that was read from a file below one of the source's paths and was not seen
 * in this run. Articles of files and folders that could not be read, wholly or in part, stay. An
 * interrupt ends it; the report has those removed until then. */
bool sync_remove_gone(struct store *store, const struct add_options *options, struct report *report,
                      struct error *error);

#endif
