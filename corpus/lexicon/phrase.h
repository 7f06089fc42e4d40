/* phrase.h - a phrase of a language, as dictionaries give it to a translation graph. */
#ifndef ARAL_LEXICON_PHRASE_H
#define ARAL_LEXICON_PHRASE_H

#include "corpus/base/slice.h"

/* The most languages that the phrases of a graph may be of, those that only lead from one of ours
 * to another included.
 */
#define TRANSLATION_LANGUAGES 32

/* Words of a language, any UTF-8; the code is of ISO 639-1. */
struct phrase {
    const char *code;
    struct slice text;
};

#endif
