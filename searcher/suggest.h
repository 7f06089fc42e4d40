/* suggest.h - "did you mean": the query with its misspelt words replaced by words of the index.
 *
 * Only a word that neither the index nor a dictionary has is doubted, or one so rare that a very
 * similar word is much more likely to be meant. It may have been typed
 *
 *     with slips                  one edit in words of three letters and more, two from six up
 *     on the wrong keyboard       "ghbdtn" for "привет"
 *     in Latin letters            "privet" for "привет"
 *
 * and the likeliest word of the vocabulary is taken, by the noisy channel (Kernighan, Church and
 * Gale, COLING 1990): frequency of the word, times likelihood of the slip, times how well its
 * languages fit the query's other words. A short word in capitals may be an acronym: a slip of it
 * is not taken for a shorter or a function word nor, where passages have it, for a word of other
 * letters. All else of the query stays as typed. What finds nothing is not suggested. */
#ifndef ARAL_SEARCHER_SUGGEST_H
#define ARAL_SEARCHER_SUGGEST_H

#include "searcher/searcher.h"

/* The most words of one query that are looked up so. */
#define SUGGEST_WORDS 8

/* Fills in answer->suggestion, when all else of the answer is there. Costs nothing where all words
 * are known. */
bool search_suggest(struct search *search);

#endif
