/* writer.h - the one writer of an index: opening it, and deleting by it. */
#ifndef ARAL_INDEXER_WRITER_H
#define ARAL_INDEXER_WRITER_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"
#include "shim/xapian-c.h"

/* Opens the writer of an index, sealed or not, again if the directory was replaced (place_swap)
 * between our finding it and our having its lock: that lock is then the old directory's. NULL:
 * *error says why. */
struct xapian_writer *writer_open(const char *location, const struct xapian_writer_options *options,
                                  struct error *error);

/* Deletes the documents with these docids, an array of uint32_t, from its end to its beginning.
 * False at the first that cannot be deleted. */
bool writer_delete_backwards(struct xapian_writer *writer, const struct bytes *docids,
                             struct error *error);

#endif
