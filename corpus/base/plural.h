/* plural.h - counted things in messages, which are in English. */
#ifndef ARAL_BASE_PLURAL_H
#define ARAL_BASE_PLURAL_H

#include <stdint.h>

/* What stands behind the name of a thing that there are so many of: "1 article", "2 articles". */
static inline const char *plural(uint64_t count) {
    return count == 1 ? "" : "s";
}

#endif
