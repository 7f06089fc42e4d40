/* phrase_terms.h - a dictionary's phrase as the terms that texts and queries have for it. */
#ifndef ARAL_LEXICON_PHRASE_TERMS_H
#define ARAL_LEXICON_PHRASE_TERMS_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

struct analyzer;
struct language;

/* The terms of a phrase's words, a space between: "enpower enplant". {0} at first; keeps its memory
 * from phrase to phrase. */
struct phrase_terms {
    struct bytes all;
    struct bytes translation; /* those by which it is found as a translation: without particles,
                                 which texts have elsewhere ("lay them off") */
    size_t words;
};

/* Makes them those of `phrase`, cut into words as by lexicon_words.h: none where there is no
 * content word, or more than LEXICON_WORDS. False: *error says why. */
bool phrase_terms_read(struct phrase_terms *terms, struct analyzer *analyzer, struct slice phrase,
                       const struct language *language, struct error *error);

void phrase_terms_free(struct phrase_terms *terms);

#endif
