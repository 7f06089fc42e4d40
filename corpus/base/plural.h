/* plural.h - counted things in messages, which are in English. */
#ifndef ARAL_BASE_PLURAL_H
#define ARAL_BASE_PLURAL_H

#include <stdint.h>

/* The ending of a noun that is counted: "1 article", "2 articles". */
static inline const char *plural(uint64_t count) {
    return count == 1 ? "" : "s";
}

#endif
