/* structure.h - the structure of xapian-core's tables, without regard to what they hold. */
#ifndef ARAL_INDEXER_STRUCTURE_H
#define ARAL_INDEXER_STRUCTURE_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct structure {
    bool unchecked;      /* it could not be checked: that takes permission to write to the tables */
    uint64_t faults;     /* how many were found */
    struct bytes report; /* what they are, in lines; the caller frees it */
};

/* Checks the database at `location`, on this machine, in a process of its own: xapian-core 1.4
 * reads beyond its memory where some tables are damaged. False only where it could not be looked
 * at. */
bool structure_check(const char *location, struct structure *structure, struct error *error);

#endif
