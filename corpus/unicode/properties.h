/* properties.h - the properties of code points that UAX #29 breaks text by, and stepping through
 * UTF-8.
 *
 * The tables are made by the build from the Unicode Character Database (generator/). */
#ifndef ARAL_UNICODE_PROPERTIES_H
#define ARAL_UNICODE_PROPERTIES_H

#include "corpus/base/slice.h"
#include "corpus/base/utf8.h"

#include <stddef.h>
#include <stdint.h>

/* Word_Break and Sentence_Break (UAX #29, tables 3 and 4). */
enum word_break {
    WORD_OTHER,
    WORD_CR,
    WORD_LF,
    WORD_NEWLINE,
    WORD_EXTEND,
    WORD_ZWJ,
    WORD_REGIONAL_INDICATOR,
    WORD_FORMAT,
    WORD_KATAKANA,
    WORD_HEBREW_LETTER,
    WORD_ALETTER,
    WORD_SINGLE_QUOTE,
    WORD_DOUBLE_QUOTE,
    WORD_MIDNUMLET,
    WORD_MIDLETTER,
    WORD_MIDNUM,
    WORD_NUMERIC,
    WORD_EXTENDNUMLET,
    WORD_WSEGSPACE,
};

enum sentence_break {
    SENTENCE_OTHER,
    SENTENCE_CR,
    SENTENCE_LF,
    SENTENCE_EXTEND,
    SENTENCE_SEP,
    SENTENCE_FORMAT,
    SENTENCE_SP,
    SENTENCE_LOWER,
    SENTENCE_UPPER,
    SENTENCE_OLETTER,
    SENTENCE_NUMERIC,
    SENTENCE_ATERM,
    SENTENCE_SCONTINUE,
    SENTENCE_STERM,
    SENTENCE_CLOSE,
};

struct unicode_properties {
    uint8_t word;         /* enum word_break */
    uint8_t sentence;     /* enum sentence_break */
    uint8_t pictographic; /* Extended_Pictographic */
    uint8_t alphabetic;   /* Alphabetic */
};

extern const struct unicode_properties unicode_combinations[];
extern const uint8_t unicode_block_of[];
extern const uint8_t unicode_blocks[][256];

/* Of a code point up to U+10FFFF. O(1). */
static inline const struct unicode_properties *unicode_properties(uint32_t code_point) {
    return &unicode_combinations[unicode_blocks[unicode_block_of[code_point >> 8]]
                                               [code_point & 0xff]];
}

/* What code_point_at returns for a byte that begins no well-formed character. */
#define CODE_POINT_INVALID UINT32_MAX

/* The character at byte `at` (< text.length); *next is where the one behind it begins. A byte that
 * begins none is stepped over alone, as CODE_POINT_INVALID. O(1). */
uint32_t code_point_at(struct slice text, size_t at, size_t *next);

/* How many characters a text has: bytes that do not go on with one. O(length). */
static inline size_t code_point_count(struct slice text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += !utf8_continues(text.data[i]);
    }
    return count;
}

/* How a word is capitalised. CAPITALS_ALL takes two letters: "I" and "А" are words. */
enum capitals { CAPITALS_NONE, CAPITALS_FIRST, CAPITALS_ALL };
enum capitals unicode_capitals(struct slice word); /* O(length) */

/* Writes a code point as UTF-8 to `bytes`; returns how many bytes it takes, 1 to 4. */
size_t code_point_write(uint32_t code_point, char bytes[4]);

#endif
