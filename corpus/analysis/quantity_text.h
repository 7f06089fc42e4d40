/* quantity_text.h - a text in which quantities (quantities.h) are looked for. */
#ifndef ARAL_ANALYSIS_QUANTITY_TEXT_H
#define ARAL_ANALYSIS_QUANTITY_TEXT_H

#include "corpus/analysis/vocabulary.h"
#include "corpus/analysis/word.h"
#include "corpus/base/arena.h"

/* Most words in the name of a currency or unit. */
#define UNIT_WORDS 3

/* What is known of a text once all its words are. Tokens may have been left out, but not those of
 * the UNIT_WORDS - 1 words behind a mark. */
struct quantity_text {
    struct slice text;
    const struct vocabularies *vocabularies;
    struct vocabulary *vocabulary;
    struct token *tokens; /* of the words, in order; one may be changed: a number that proves to be
                             a time of day */
    size_t token_count;
    const struct mark *marks; /* with offsets and positions in the text, in order */
    size_t mark_count;
    struct arena *arena; /* for terms */
    void *context;
    /* Takes each token found, nearly in order of start; false: no memory. */
    bool (*add)(void *context, const struct token *token);
};

#endif
