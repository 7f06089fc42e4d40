/* vocabulary.h - the words of the index as written, and those that are like a given one.
 *
 * The vocabulary (indexer/schema.h) lies in byte order, which for UTF-8 is the order of characters:
 * walking it is walking a trie, whose branches that hold nothing near enough are skipped. So a few
 * hundred look-ups find what is near in a vocabulary of any size. VOCABULARY_LOOKUPS_MOST bounds
 * them, and so does the search's time. Servers are asked for all that a walk will come to before it
 * begins (schema_words_expect). */
#ifndef ARAL_SEARCHER_VOCABULARY_H
#define ARAL_SEARCHER_VOCABULARY_H

#include "searcher/index.h"

struct language;
struct search;

/* As many characters as a word of the vocabulary can have. */
#define SPELLING_LETTERS VOCABULARY_WORD_BYTES

/* Look-ups of one walk, a few microseconds each where the index is local. */
#define VOCABULARY_LOOKUPS_MOST 3000

/* A word as characters. */
struct spelling {
    int32_t letters[SPELLING_LETTERS];
    size_t count;
};

/* False for words too long, and for what is no UTF-8. */
bool spelling_read(struct slice word, struct spelling *spelling);

struct vocabulary_word {
    struct slice word; /* in the arena */
    struct spelling spelling;
    uint32_t frequency; /* articles that have it */
    unsigned strange;   /* letters of a romanisation read otherwise than they mostly are */
};

struct vocabulary_words {
    struct vocabulary_word *words;
    size_t count, capacity;
};

/* How many articles have a word (normalised); 0 where it is unknown. */
bool vocabulary_frequency(struct index *index, struct slice word, uint32_t *frequency,
                          struct error *error);

/* Adds the words within `distance` (1 or 2) edits of `typed`: omissions, insertions, changes and
 * exchanges of two neighbours (optimal string alignment: Damerau, Communications of the ACM 7,
 * 1964). An edit of the first letter counts as `distance` edits: it is rarely wrong (Pollock and
 * Zamora, Communications of the ACM 27, 1984), and the walk much shorter. */
bool vocabulary_find_near(struct search *search, const struct spelling *typed, unsigned distance,
                          struct vocabulary_words *found);

/* Adds the words of which `typed` (Latin letters) is a romanisation in the language. Of several
 * readings of the same letters the first one of the language's is not strange. */
bool vocabulary_find_romanised(struct search *search, struct slice typed,
                               const struct language *language, struct vocabulary_words *found);

#endif
