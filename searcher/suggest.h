/* suggest.h - "did you mean": the query with its misspelt words replaced by words of the index.
 *
 * A word is doubted only where no passage has it, or where it is so rare that a very similar word
 * is much more likely to be meant. Dictionaries and lexicons have misspelt words, too; so a word
 * that they know may be doubted, but the other word must then be likelier by a certain measure, or
 * sound the same as the typed one, which no passage has, nor a translation. The same goes for a
 * word that sounds like a name which passages have in Latin letters. A name that passages have in
 * other letters is not doubted.
 *
 * Among the likeliest guesses (guess.h) the one that fits the query best (fit.h) is chosen
 * (choose.h). Where several words are doubted, each is judged beside what was chosen for the
 * others. Two words of which one is doubted are taken for one word with a space in it, where the
 * vocabulary has that word. A short word in capitals may be an acronym: it is replaced neither by a
 * shorter word nor by a function word nor, where passages have it, by a word of other letters.
 *
 * Punctuation may be letters of another keyboard. A run of letters and punctuation that is a word
 * on another keyboard is taken for that word, even if passages have what stands between the signs
 * ("[kt," is хлеб). Where one part of the query was surely typed so, the other parts are more
 * likely to have been, too.
 *
 * Everything else in the query stays as it was typed; of a query that was respelt (respell.h) the
 * suggestion is at least that. A query that finds nothing is not suggested.
 * Nor is one where the search's time is over before all guesses are made, as it may be where a
 * server answers slowly: the results are worth more, and what is missing is told as a trouble. */
#ifndef ARAL_SEARCHER_SUGGEST_H
#define ARAL_SEARCHER_SUGGEST_H

#include "searcher/state.h"

/* The most words of one query that are doubted: each costs some look-ups. */
#define SUGGEST_WORDS 8

/* Fills in answer->suggestion; everything else in the answer must be there. False: the search's
 * error says why. Costs next to nothing where passages have all words. */
bool search_suggest(struct search *search);

#endif
