/* identify_table.h - the small words of all languages in one table, made at build time by
 * identify_generator.c from the languages' rows, so that a word is looked up once for all. */
#ifndef ARAL_LANGUAGES_IDENTIFY_TABLE_H
#define ARAL_LANGUAGES_IDENTIFY_TABLE_H

#include "corpus/base/slice.h"

#include <stdint.h>

/* Sets of languages are bits, by their number (language_at). */
#define IDENTIFY_LANGUAGES_MOST 32

struct identify_word {
    const char *word; /* NULL: a free slot */
    uint32_t length;
    uint32_t function_word_of;
    uint32_t foreign_to;
    uint32_t twin_of;
};

/* Open addressing; the size is a power of two. */
extern const struct identify_word identify_words[];
extern const uint32_t identify_words_size;

/* FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static inline uint32_t identify_hash(struct slice word) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < word.length; i++) {
        hash = (hash ^ (unsigned char)word.data[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

#endif
