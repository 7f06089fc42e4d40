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

/* The languages in whose alphabet a letter is, or which do not say what theirs is; for code points
 * below IDENTIFY_LETTERS. A letter above is in the alphabets of the latter only. */
#define IDENTIFY_LETTERS 0x530
extern const uint32_t identify_letters[IDENTIFY_LETTERS];
extern const uint32_t identify_any_letter;

/* Open addressing by dictionary_hash; the size is a power of two. */
extern const struct identify_word identify_words[];
extern const uint32_t identify_words_size;

#endif
