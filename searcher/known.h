/* known.h - what speaks for a word of a query as it was typed: passages, dictionaries, lexicons and
 * names in other letters; and which words are doubted. For "did you mean" (suggest.h). */
#ifndef ARAL_SEARCHER_KNOWN_H
#define ARAL_SEARCHER_KNOWN_H

#include "searcher/state.h"

/* Two names sound the same from this similarity up (name_similarity). */
#define KNOWN_SIMILARITY_EQUAL 0.999

/* Whether the first of two parts of the query lies in the second. */
bool known_inside(struct slice part, struct slice whole);

/* Whether the query begins with the part, so that its capital tells nothing. */
bool known_begins_query(const struct search *search, struct slice part);

/* Whether a form is a word: not empty, and without digits. */
bool known_is_word(struct slice form);

/* The form of the word that was read: normalised and without clitics; empty where it has none. */
struct slice known_form(const struct reading *reading, const struct query_word *word);

/* How many passages have a name in Latin letters that is at least that similar in sound to a word
 * in other letters. 0 for a word in Latin letters, which may itself be Cyrillic typed out. */
uint32_t known_in_latin(const struct reading *reading, const struct query_word *word,
                        double least_similarity);

/* Whether passages have a name that sounds like the word, which begins with a capital. */
bool known_named(const struct reading *reading, const struct query_word *word);

/* How many passages have the word in some form, or as a name in Latin letters. */
uint32_t known_passages(const struct reading *reading, const struct query_word *word);

/* Whether a word that so many of all passages have is rare: it may be misspelt, or stand there only
 * to say how a word of another alphabet sounds. */
static inline bool known_rare(uint32_t passages, uint64_t all) {
    enum { RARE_SHARE = 20000 }; /* at most one passage in so many has it */
    return (uint64_t)passages * RARE_SHARE <= all;
}

/* Whether passages have a translation of the word. That alone does not make it a word: lexicons
 * have misspelt words, too. */
bool known_translated(const struct reading *reading, const struct query_word *word);

/* How many words were typed out in Latin letters that passages have as they are written, or by a
 * translation, or that are function words. */
size_t known_typed_out(const struct reading *reading);

/* From this number on they are hardly misspelt words of a language in Latin letters. */
#define KNOWN_TYPED_OUT 2

/* Whether passages have some word of the query, or a translation. */
bool known_any(const struct reading *reading);

/* Whether word `number` may be misspelt. */
bool known_doubtful(const struct search *search, size_t number);

#endif
