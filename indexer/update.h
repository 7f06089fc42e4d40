/* update.h - articles into an index that may have some already: one writer, in the order of the
 * input. */
#ifndef ARAL_INDEXER_UPDATE_H
#define ARAL_INDEXER_UPDATE_H

#include "indexer/add_options.h"
#include "indexer/report.h"
#include "indexer/store.h"

/* Adds all that the source has to the open store. Commits now and then, but not at the end; with
 * source.strict not at all, and then stops at the first rejected article, of which *report has
 * one. */
bool update_run(struct store *store, const struct add_options *options, struct report *report,
                struct error *error);

#endif
