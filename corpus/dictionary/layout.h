/* layout.h - how a compiled dictionary lies in memory; shared by its compiler and its reader.
 *
 * The header, then `slots` uint32_t, `endings` struct dictionary_ending, `rules` struct
 * dictionary_rule, then the pool of bytes that all offsets point into. Byte order is the
 * machine's: the tables are compiled where the program is. */
#ifndef ARAL_DICTIONARY_LAYOUT_H
#define ARAL_DICTIONARY_LAYOUT_H

#include <stdint.h>

struct dictionary {
    uint32_t slots;   /* of the hash table, a power of two */
    uint32_t endings; /* sorted by their bytes */
    uint32_t rules;
    uint32_t longest_ending; /* in bytes */
};

/* A slot is the offset of an entry, and above it a byte of the word's hash, so that a word that is
 * not there is hardly ever compared: most look-ups are of such. 0: free. */
#define DICTIONARY_OFFSET_MASK 0xffffffu

static inline uint32_t dictionary_tag(uint32_t hash) {
    return hash & ~DICTIONARY_OFFSET_MASK;
}

/* An entry of the pool: length of the word, number of flags, 1 for a name (a byte each), then the
 * word and two bytes for each flag. */
enum { ENTRY_LENGTH, ENTRY_FLAGS, ENTRY_NAME, ENTRY_WORD };

/* The rules that put this ending behind a word. */
struct dictionary_ending {
    uint32_t text;        /* offset */
    uint32_t first_rule;  /* rules of one ending lie together, sorted by what they strip */
    uint16_t text_length; /* bytes */
    uint16_t rule_count;
};

struct dictionary_rule {
    uint32_t strip;     /* offset of what is taken from the word before the ending is put */
    uint32_t condition; /* offset of what the word must end in, as a Hunspell pattern */
    uint8_t strip_length, condition_length;
    char flag[2];
};

/* FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static inline uint32_t dictionary_hash(const char *data, uint32_t length) {
    uint32_t hash = 2166136261u;
    for (uint32_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)data[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

#endif
