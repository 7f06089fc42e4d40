/* outline.h - a text's words as analyzer_search keeps them: enough to see that most are not
 * looked for without reading text or words. */
#ifndef ARAL_ANALYSIS_OUTLINE_H
#define ARAL_ANALYSIS_OUTLINE_H

#include "corpus/analysis/term_sieve.h"
#include "corpus/analysis/word.h"

/* Stands for a place where only the word itself can tell. */
#define OUTLINE_ASK UINT16_MAX

struct outline_word {
    const struct word *word;
    uint32_t start;     /* byte in the text */
    uint16_t places[2]; /* of its terms in sieves */
};

static inline struct outline_word outline_word_of(const struct word *word, uint32_t start) {
    struct outline_word out = {word, start, {OUTLINE_ASK, OUTLINE_ASK}};
    if (word->positions == 1 && !word->begins_compound && word->token_count >= 1 &&
        word->token_count <= 2) {
        out.places[0] = (uint16_t)word->tokens[0].place;
        out.places[1] = (uint16_t)word->tokens[word->token_count - 1].place;
    }
    return out;
}

/* False where the word certainly has none of the terms in the sieve, so that it need not be read;
 * it then takes one position. */
static inline bool outline_may_hold(const struct outline_word *word,
                                    const struct term_sieve *sieve) {
    return word->places[0] == OUTLINE_ASK || term_sieve_holds(sieve, word->places[0]) ||
           term_sieve_holds(sieve, word->places[1]);
}

#endif
