/* respell.h - a query with misspelt words that no passage has, as it is meant.
 *
 * "Who was the king of Assryia?" finds what its other words do, and that is seldom what is meant.
 * So such a word is searched as the one that the suggestion (suggest.h) would offer for it, and the
 * reader is told; nothing is lost by that, since no passage has the word as it was typed. Words
 * that must be there as they are (phrases, =exact ones, prefixes), those that are excluded, and
 * queries of which no other word is found, remain as they are: for these there is the suggestion.
 *
 * Nor is a word replaced that, read in other letters, is one of passages: "aliev" is rather Алиев
 * than "alive". And words of the world are more than those of an index: one that it lacks
 * ("tiktok", "sunak") is not taken for another ("titik", "sunk") that is rare or unlike it, nor one
 * with a capital ("Merkel") for one that is no name ("market"). */
#ifndef ARAL_SEARCHER_RESPELL_H
#define ARAL_SEARCHER_RESPELL_H

#include "searcher/state.h"

/* The fewest letters of a word, and of a name: there always is another that is like a short one. */
#define RESPELL_LETTERS_LEAST 4
#define RESPELL_LETTERS_LEAST_NAME 6

/* How unlikely (a negative logarithm) it may be that a word of the passages, and in a language of
 * the query, is the other one and typed so, for each letter: the more letters, the less will two
 * words be alike by chance. On questions that people typed (tydi, mlqa, danetqa) and common words
 * typed with a slip what is right is mostly below, names of the year's news that an archive lacks
 * are above. */
#define RESPELL_COST_MOST 2.0

/* Gives the query, in the arena, with such words replaced, and notes which are; empty where there
 * is none. False: the search's error says why. Costs next to nothing where passages have all words.
 */
bool search_respell(struct search *search, struct slice *respelt);

#endif
