/* dictionary.h - spelling dictionaries as knowledge of words: which word is this a form of?
 *
 * A Hunspell dictionary lists words with flags, and says for each flag which endings a word with it
 * takes. Read backwards that tells of a form ("водой") whose form it is ("вода"). The build
 * compiles the dictionaries that Debian packages into read-only tables (generator/compile.c); only
 * the suffix rules of the flags a language asks for are kept. Words are in lower case with е for ё.
 *
 * Nothing here allocates; all functions are pure and thread-safe. */
#ifndef ARAL_DICTIONARY_DICTIONARY_H
#define ARAL_DICTIONARY_DICTIONARY_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A compiled dictionary: `extern const struct dictionary dictionary_CODE;`. */
struct dictionary;

/* The most characters that dictionary_word.kept counts. */
#define DICTIONARY_KEPT 4

/* A word of a dictionary. The slices live as long as the program. */
struct dictionary_word {
    struct slice word;
    struct slice flags; /* two bytes each, the second 0 where the dictionary's flags have one */
    bool name;          /* written with a capital */
    unsigned kept;      /* so many first characters of the word are those of all forms that rules
                           make of it, DICTIONARY_KEPT at most; its end counts as one */
};

/* Whether `word` is in the dictionary as it stands. O(length). */
bool dictionary_find(const struct dictionary *dictionary, struct slice word,
                     struct dictionary_word *found);

/* The same for a word whose dictionary_hash (layout.h) is known. */
bool dictionary_find_hashed(const struct dictionary *dictionary, struct slice word, uint32_t hash,
                            struct dictionary_word *found);

/* All words: dictionary_slots() places for one, from 0; false for a place that is empty. */
size_t dictionary_slots(const struct dictionary *dictionary);
bool dictionary_get(const struct dictionary *dictionary, size_t slot,
                    struct dictionary_word *found);

/* Whether the word has that flag, written as in the dictionary ("B0", "K"). */
bool dictionary_word_has(const struct dictionary_word *word, const char *flag);

/* One way to read a form: as `lemma` with `ending` bytes put behind it (after others were taken
 * away) as `flag` allows; for the lemma itself `ending` is 0 and `flag` empty. */
struct dictionary_reading {
    struct dictionary_word lemma;
    size_t ending;
    char flag[3];
};

/* All ways to read `form`, at most `limit`, each lemma once; returns how many: none for a form of
 * more than 255 bytes. The form itself, if it is a word of the dictionary, comes first. O(length *
 * rules of an ending), some microseconds. */
size_t dictionary_read(const struct dictionary *dictionary, struct slice form,
                       struct dictionary_reading *readings, size_t limit);

#endif
