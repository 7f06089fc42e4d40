/* layout.h - how a compiled dictionary lies in memory, and its hash: for its compiler, its reader
 * and who hashes a word once for several dictionaries (languages/identify.c).
 *
 * The header, then `slots` uint32_t, `endings` struct dictionary_ending, `rules` struct
 * dictionary_rule, then the pool of bytes that all offsets point into. Byte order is the
 * machine's: the tables are compiled where the program is. */
#ifndef ARAL_DICTIONARY_LAYOUT_H
#define ARAL_DICTIONARY_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

struct dictionary {
    uint32_t slots;   /* of the hash table, a power of two */
    uint32_t endings; /* sorted by their bytes from the last to the first */
    uint32_t rules;
    uint32_t
        last_bytes[UINT8_MAX + 2]; /* the first of the endings whose last byte is that or more */
};

/* A slot is the offset of an entry, and above it a byte of the word's hash, so that a word that is
 * not there is hardly ever compared: most look-ups are of such. 0: free. */
#define DICTIONARY_OFFSET_MASK 0xffffffu

static inline uint32_t dictionary_tag(uint32_t hash) {
    return hash & ~DICTIONARY_OFFSET_MASK;
}

/* An entry of the pool: length of the word, number of flags, what else is known of it (a byte
 * each), then the word and two bytes for each flag. */
enum { ENTRY_LENGTH, ENTRY_FLAGS, ENTRY_KIND, ENTRY_WORD };

/* The kind: dictionary_word.name in the lowest bit, above it dictionary_word.kept. */
enum { ENTRY_NAME = 1, ENTRY_KEPT_SHIFT = 1 };

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
    uint32_t alike; /* how many, from this one on, strip the same for this ending */
};

/* FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/. Made byte by byte, so that the hash
 * of a word goes on from that of its beginning. */
#define DICTIONARY_HASH_START 2166136261u

static inline uint32_t dictionary_hash_more(uint32_t hash, const char *data, size_t length) {
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)data[i]) * 16777619u;
    }
    return hash;
}

static inline uint32_t dictionary_hash_end(uint32_t hash) {
    return hash ^ hash >> 15;
}

static inline uint32_t dictionary_hash(const char *data, size_t length) {
    return dictionary_hash_end(dictionary_hash_more(DICTIONARY_HASH_START, data, length));
}

#endif
