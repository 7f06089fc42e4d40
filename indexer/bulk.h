/* bulk.h - many articles into an index that has none: several writers at once.
 *
 * Writing is bound by xapian-core's inverter, whose cost grows with what it holds and which uses
 * one processor. So each thread analyses and writes runs of the input into small databases of its
 * own, in a temporary directory beside the index; then compaction merges these, in the order of the
 * input, into one, which takes the index's place in one step. Documents come out in the same order
 * as from update.h, whatever the number of threads. */
#ifndef ARAL_INDEXER_BULK_H
#define ARAL_INDEXER_BULK_H

#include "indexer/add_options.h"
#include "indexer/report.h"

/* The least text for a bulk run: it takes no more processor time than a transaction, and
 * the index is a third smaller. */
#define BULK_TEXT_BYTES (128u << 10)

/* The least text for which the index is sealed (sealed.h): where the size of the input is not
 * known, it is counted as it comes. */
#define SEALED_TEXT_BYTES (16u << 20)

/* Builds the index at options->location, a directory whose lock the caller holds by an open store
 * without documents, and puts it in place. *kept tells whether it did: not with strict and a
 * rejected article, nor where there was no article at all. After an interrupt it keeps what was
 * read until then, unless articles came twice: then nothing. Where articles came twice the index is
 * written a second time without the older ones. */
bool bulk_run(const struct add_options *options, struct report *report, bool *kept,
              struct error *error);

/* Builds the index at options->location, whose lock the caller holds, anew out of its own articles,
 * so that it is not sealed, and puts it in place. An interrupt is a failure. */
bool bulk_unseal(const struct add_options *options, struct report *report, struct error *error);

#endif
