/* lexicon_words.h - analysed text as the words that a lexicon's entries are made of.
 *
 * The analysis may give a word several terms, and compounds beside their parts; entries are made of
 * one term a word, of content words, negations ("tidak stabil" is not "stabil") and particles ("lay
 * off" is not "lay"), and of two words written apart of which one is a function word ("bunuh diri",
 * suicide) as one. Made and looked up through this one function, they meet.
 */
#ifndef ARAL_LEXICON_LEXICON_WORDS_H
#define ARAL_LEXICON_LEXICON_WORDS_H

#include "corpus/analysis/analysis.h"
#include "corpus/lexicon/lexicon.h"

/* Writes the content words, negations and particles of `tokens`, which were analysed in one
 * language, in their order; numbers[i] (may be NULL) is the token that words[i] was taken from.
 * Returns how many, at most `capacity`. The slices are those of the tokens. O(tokens). */
size_t lexicon_words(const struct token_list *tokens, struct lexicon_word words[], size_t numbers[],
                     size_t capacity);

#endif
