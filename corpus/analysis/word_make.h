/* word_make.h - words (word.h) made of surfaces: what kind of word one is, and all that follows. */
#ifndef ARAL_ANALYSIS_WORD_MAKE_H
#define ARAL_ANALYSIS_WORD_MAKE_H

#include "corpus/analysis/word.h"

struct word_maker;

/* NULL: no memory. */
struct word_maker *word_maker_new(struct vocabularies *vocabularies);
void word_maker_free(struct word_maker *maker);

/* The analysis of `surface`, in `arena`; NULL: no memory. O(length). */
const struct word *word_make(struct word_maker *maker, struct slice surface,
                             struct vocabulary *vocabulary, unsigned context, struct arena *arena);

/* The same for a word that is still being typed: one token, its form unstemmed. */
const struct word *word_make_prefix(struct word_maker *maker, struct slice surface,
                                    struct vocabulary *vocabulary, unsigned context,
                                    struct arena *arena);

/* Whether a full stop behind the word ends no sentence, as word_make says. */
bool word_is_abbreviation(struct word_maker *maker, struct slice surface,
                          struct vocabulary *vocabulary);

#endif
