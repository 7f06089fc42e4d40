/* rank.h - how passages are ranked: all numbers of it, and the second stage.
 *
 * First stage, by the index: a passage scores, for each word of the query, the greatest of
 *
 *     idf(term) * saturated frequency of the term (schema.h) * weight of the language and kind
 *
 * over the word's alternatives, added up over the words. It is BM25 with the passages of one
 * language as the collection.
 *
 * Second stage, on the text of the best RANK_CANDIDATES of them: what an index without positions
 * cannot know. Bonuses are never negative, so no passage outside of the best can be overtaken. */
#ifndef ARAL_SEARCHER_RANK_H
#define ARAL_SEARCHER_RANK_H

/* Passages whose text is looked at. Fixed, not derived from how many results are wanted, so that
 * the order does not change from page to page. */
#define RANK_CANDIDATES 24

/* Weight of a word read in a language that the query is surely not in. Mild: names are the same in
 * all of them, and the guess may be wrong. */
#define RANK_OTHER_LANGUAGE 0.85

/* A match by name or translation against one by the word itself. */
#define RANK_NAME 0.7
#define RANK_TRANSLATION 0.5

/* The guess of the query's language: the share of passages a function word has at least; what a
 * word that no passage has counts; how much the identification of the text adds (natural
 * logarithms of likelihoods). */
#define RANK_FUNCTION_WORD_SHARE 0.2
#define RANK_UNKNOWN_WORD_SHARE 0.0005
#define RANK_IDENTIFIED 2.0

/* ---- second stage ------------------------------------------------------------------------------
 * All are shares of a word's weight (its idf times the weight of its language), which in the first
 * stage counts up to 2.2 times (schema.h: k1 + 1). */

/* The word stands in the text in the very form of the query. */
#define RANK_EXACT_FORM 0.15

/* Two neighbours of the query are neighbours in the text, in this order; of the lighter word's
 * weight. Names and compounds of two words are made so. */
#define RANK_ORDER 0.4

/* They stand near each other, in any order: full behind one another, falling with the distance,
 * none beyond the window (in words). */
#define RANK_NEARNESS 0.25
#define RANK_WINDOW 10

/* The share of the query's weight that is in the text at all, squared: a passage with all words
 * goes before one that has one of them often. */
#define RANK_COVERAGE 0.3

#include "searcher/match.h"

/* The parts of a bonus, for those who ask why. */
struct rank_bonus {
    double exact_form, order, nearness, coverage;
};

/* What the text of a passage adds to its score. `scratch` holds reading->word_count elements.
 * O(occurrences + words). */
struct rank_word {
    uint32_t occurrence; /* scratch: the latest one seen, + 1 */
    bool present, exact;
    bool in_order;
    uint32_t nearest; /* distance to the next word of the query; UINT32_MAX: none */
};
struct rank_bonus rank_text(const struct text_match *match, struct rank_word *scratch);

double rank_bonus_sum(const struct rank_bonus *bonus);

#endif
