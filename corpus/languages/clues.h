/* clues.h - what every form of a stem shows, so that few words of a text need stemming when a few
 * stems are looked for.
 *
 * A clue is up to four letters with which forms begin, or which they have inside. Each language
 * says which clues the forms of a stem have (language.h). A word that shows none of them has none
 * of the stems. This is told only of words of nothing but letters from A to Z, or nothing but
 * Cyrillic ones: all others count as showing a clue. Clues are kept as places of a bit map, so a
 * word may also show one by accident. */
#ifndef ARAL_LANGUAGES_CLUES_H
#define ARAL_LANGUAGES_CLUES_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLUE_LETTERS 4
#define CLUE_PLACES 16384

/* {0}: none. Of any number of languages, told apart by their codes. */
struct clues {
    uint64_t begins[CLUE_PLACES / 64];
    uint64_t inside[CLUE_PLACES / 64];
    uint32_t with_inside; /* the languages that have such, a bit each */
    bool any;             /* of some stem nothing is known: all words show it */
};

/* Forms begin with the first `letters` letters of `form`, at most CLUE_LETTERS; if it has fewer,
 * they are that. Nothing is added where one of them is none: no word of letters begins so. Without
 * letters nothing is known of them. */
void clues_add_begin(struct clues *clues, const char *code, struct slice form, size_t letters);

/* Forms have inside, or at their end, the first four letters of `form`, or its three; one of fewer
 * they are. */
void clues_add_inside(struct clues *clues, const char *code, struct slice form);

/* Whether a word, as written in a text of that language, shows one of the clues. O(length). */
bool clues_show(const struct clues *clues, const char *code, struct slice word);

#endif
