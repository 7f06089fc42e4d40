/* phrase_terms.h - a dictionary's phrase as the terms that texts and queries have for it. */
#ifndef ARAL_LEXICON_PHRASE_TERMS_H
#define ARAL_LEXICON_PHRASE_TERMS_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

struct analyzer;
struct language;

/* Appends the terms of a phrase's words (lexicon_words.h), a space between ("enpower enplant"), and
 * says in *words how many; none where there is no content word, or more than LEXICON_WORDS.
 * `translation` gets those by which it is found as a translation: without particles, which texts
 * have elsewhere ("lay them off"). */
bool phrase_terms(struct analyzer *analyzer, struct slice phrase, const struct language *language,
                  struct bytes *out, struct bytes *translation, size_t *words, struct error *error);

#endif
