/* phrase_key.h - what a phrase is known by in a translation graph, however dictionaries write it.
 */
#ifndef ARAL_LEXICON_PHRASE_KEY_H
#define ARAL_LEXICON_PHRASE_KEY_H

#include "corpus/base/bytes.h"
#include "corpus/lexicon/phrase.h"

/* Appends the code of the language and the phrase, normalised and without marks around it. */
void phrase_key_append(struct phrase phrase, struct bytes *out);

#endif
