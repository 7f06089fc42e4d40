/* fit.h - how well a word fits a query: how likely its languages are beside those of the query's
 * words, and how often it stands in one passage with the words beside it.
 *
 * For "did you mean" (suggest.h). All arrays have an entry for each active language of the reading,
 * and live as long as the answer. */
#ifndef ARAL_SEARCHER_FIT_H
#define ARAL_SEARCHER_FIT_H

#include "searcher/state.h"

/* A word in one language. */
struct fit_stem {
    struct slice term;
    uint32_t passages; /* that have it; 0: the word is none of that language */
};

/* The most that speaks against a word in a language which the query's other words are not in. */
#define FIT_LANGUAGE_MOST 3.0

/* The stems by which the first word of `text` is found; NULL: the search's error says why. */
const struct fit_stem *fit_stems(struct search *search, struct slice text);

/* The same for a word of the query, from its reading; none for a function word, which stands beside
 * everything and so tells nothing. */
const struct fit_stem *fit_stems_of(struct search *search, const struct query_word *word);

/* Passages that have two words are counted up to this number, so that an index in several parts
 * gives the same count as one. */
#define FIT_PASSAGES_MOST 256

/* How many passages have both words in that language (a number of the reading's). */
bool fit_count(struct search *search, const struct fit_stem *one, const struct fit_stem *other,
               size_t language, uint32_t *passages);

struct fit {
    double language; /* 0 or less; -INFINITY where no passage has the word */
    double beside;   /* logarithm of how many times as often as by chance it stands with them */
};

/* How likely the query is in the language: 0 for the likeliest one, FIT_LANGUAGE_MOST less at most.
 */
double fit_language(const struct search *search, const struct language *language);

/* The word in its likeliest language. Each of the two words beside it may be NULL. */
bool fit_weigh(struct search *search, const struct fit_stem *word,
               const struct fit_stem *const beside[2], struct fit *fit);

#endif
