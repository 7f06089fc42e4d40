/* writer.h - opening the one writer of an index. */
#ifndef ARAL_INDEXER_WRITER_H
#define ARAL_INDEXER_WRITER_H

#include "corpus/base/error.h"
#include "shim/xapian-c.h"

/* Opens the writer of an index, sealed or not, again if the directory was replaced (place_swap)
 * between our finding it and our having its lock: that lock is then the old directory's. NULL:
 * *error says why. */
struct xapian_writer *writer_open(const char *location, const struct xapian_writer_options *options,
                                  struct error *error);

#endif
