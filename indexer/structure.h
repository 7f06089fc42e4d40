/* structure.h - the structure of xapian-core's tables, without regard to what they hold. */
#ifndef ARAL_INDEXER_STRUCTURE_H
#define ARAL_INDEXER_STRUCTURE_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <stdbool.h>
#include <stdint.h>

struct structure {
    bool unchecked;      /* it may not be, since it takes leave to write to the tables */
    uint64_t faults;     /* how many were found */
    struct bytes report; /* where there are any: what they are, in lines. To be freed */
};

/* Checks the database at `location`, on this machine, in a process of its own: xapian-core 1.4
 * reads beyond its memory where some tables are damaged. false only where it could not be looked
 * at. */
bool structure_check(const char *location, struct structure *structure, struct error *error);

#endif
