/* respell.h - a query with misspelt words that no passage has, as it is meant.
 *
 * "Who was the king of Assryia?" finds what its other words do, and that is seldom what is meant.
 * So such a word is searched as the one that the suggestion (suggest.h) would offer for it, and the
 * reader is told; nothing is lost by that, since no passage has the word as it was typed. Words
 * that must be there as they are (phrases, =exact ones, prefixes), those that are excluded, and
 * queries of which no other word is found, remain as they are: for these there is the suggestion.
 *
 * Names of the world are more than those of an index: a word with a capital ("Merkel") is no
 * misspelt one that is a word besides ("market"). */
#ifndef ARAL_SEARCHER_RESPELL_H
#define ARAL_SEARCHER_RESPELL_H

#include "searcher/state.h"

/* Words of fewer letters remain as they are, and names: there always is another that is like them.
 */
#define RESPELL_LETTERS_LEAST 4
#define RESPELL_LETTERS_LEAST_NAME 6

/* Gives the query, in the arena, with such words replaced, and notes which are; empty where there
 * is none. False: the search's error says why. Costs next to nothing where passages have all words.
 */
bool search_respell(struct search *search, struct slice *respelt);

#endif
