/* totals.h - sums over all articles of an index, kept in its metadata (schema.h). */
#ifndef ARAL_INDEXER_TOTALS_H
#define ARAL_INDEXER_TOTALS_H

#include <stdint.h>

/* How many bytes all articles have together. */
struct store_totals {
    uint64_t text_bytes;
    uint64_t record_bytes; /* as records are stored */
};

#endif
