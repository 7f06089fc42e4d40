/* format.h - how a lexicon lies in its file; private to the lexicon room.
 *
 *     struct lexicon_header
 *     buckets    header.buckets little-endian uint32: 0 or 1 + where a record begins, counted from
 *                the first record; open addressing by XXH3 of the key, linear probing
 *     records    key length (varint), key, `longest` (1 byte), number of translations (varint);
 *                for each: language (2 bytes), weight (1 byte: times LEXICON_WEIGHT_UNIT), length
 *                of the terms (varint), terms
 *
 * A key is the terms of the entry with a space between, or '=', the language's code and a form for
 * an entry of that form alone. `longest` is the number of words of the longest entry that begins
 * with this term; 0 in entries of several words. Varints are LEB128. */
#ifndef ARAL_LEXICON_FORMAT_H
#define ARAL_LEXICON_FORMAT_H

#include "corpus/base/slice.h"

#include <stddef.h>
#include <stdint.h>

#define LEXICON_MAGIC "aralex\r\n"
#define LEXICON_KEY_BYTES 1024    /* no key is longer */
#define LEXICON_WEIGHT_UNIT 255.0 /* what a weight of 1 is stored as */

/* All little-endian. */
struct lexicon_header {
    char magic[8];
    uint32_t version, analysis;
    uint64_t size; /* of the file in bytes */
    uint32_t buckets, entries;
    uint64_t body_hash; /* XXH3 of all that follows the header */
    uint64_t reserved;
    uint64_t header_hash; /* XXH3 of the header up to here */
};

/* What header_hash is the hash of. */
static inline struct slice lexicon_header_hashed(const struct lexicon_header *header) {
    return slice_of((const char *)header, offsetof(struct lexicon_header, header_hash));
}

/* How many buckets a lexicon with so many records has: a power of two, at least twice as many; 0
 * where 32 bits do not count them. */
static inline uint32_t lexicon_buckets(uint64_t records) {
    uint64_t buckets = 16;
    while (buckets / 2 < records && buckets <= UINT32_MAX) {
        buckets *= 2;
    }
    return buckets <= UINT32_MAX ? (uint32_t)buckets : 0;
}

/* How many words there are in terms with a space between. */
static inline size_t lexicon_count_words(struct slice terms) {
    size_t words = 1;
    for (size_t i = 0; i < terms.length; i++) {
        words += terms.data[i] == ' ';
    }
    return words;
}

/* What a bucket says of a record that begins there, counted from the first one; 0 where it cannot.
 */
static inline uint32_t lexicon_bucket(uint64_t start) {
    return start < UINT32_MAX ? (uint32_t)start + 1 : 0;
}

_Static_assert(sizeof(struct lexicon_header) == 56, "the header has no padding");

#endif
