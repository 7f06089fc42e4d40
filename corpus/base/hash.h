/* hash.h - hashes of bytes, for maps, filters, checksums and names.
 *
 * They are XXH3, which is the same on every machine and in every version of the library since
 * 0.8.0: indexes and lexicons keep them. Nothing hinders who wants two texts to have the same hash.
 * All is inlined, since most keys are of a few bytes; so is XXH3's stream, for what comes in
 * pieces. */
#ifndef ARAL_BASE_HASH_H
#define ARAL_BASE_HASH_H

#include "corpus/base/slice.h"

#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* 128 bits, for what is identified by its hash alone. */
struct wide_hash {
    uint64_t high, low;
};

/* The seed may be the hash of what came before: then this is one of both. */
static inline uint64_t hash_bytes_seeded(struct slice bytes, uint64_t seed) {
    return XXH3_64bits_withSeed(bytes.length > 0 ? bytes.data : "", bytes.length, seed);
}

static inline uint64_t hash_bytes(struct slice bytes) {
    return XXH3_64bits(bytes.length > 0 ? bytes.data : "", bytes.length);
}

static inline struct wide_hash hash_bytes_wide(struct slice bytes, uint64_t seed) {
    XXH128_hash_t hash =
        XXH3_128bits_withSeed(bytes.length > 0 ? bytes.data : "", bytes.length, seed);
    return (struct wide_hash){hash.high64, hash.low64};
}

#endif
