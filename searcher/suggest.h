/* suggest.h - "did you mean": the query with its misspelt words replaced by words of the index.
 *
 * Only a word that no passage has is doubted, or one so rare that a very similar word is much more
 * likely to be meant. Where a dictionary or a lexicon has it, which have misspelt words, too, or
 * where it sounds as something that passages have in Latin letters does, the other word must be
 * likelier by as much. A name that passages have in other letters is not doubted.
 *
 * Of the likeliest guesses (guess.h) the one is taken that fits the query best (fit.h): each of
 * several doubted words beside what was taken for the others. Two words, one of them doubted, are
 * one with a space in it where the vocabulary has that. A short word in capitals may be an acronym:
 * a slip of it is not taken for a shorter or a function word nor, where passages have it, for a
 * word of other letters.
 *
 * Signs may be letters of another keyboard: a run with signs that is a word there was meant as that
 * word, though passages have what is between the signs ("[kt,", хлеб). Where one part of the query
 * was surely typed so, other parts are the more likely to be.
 *
 * All else of the query stays as typed. What finds nothing is not suggested. */
#ifndef ARAL_SEARCHER_SUGGEST_H
#define ARAL_SEARCHER_SUGGEST_H

#include "searcher/searcher.h"

/* The most words of one query that are looked up so. */
#define SUGGEST_WORDS 8

/* Fills in answer->suggestion, when all else of the answer is there. Costs next to nothing where
 * passages have all words. */
bool search_suggest(struct search *search);

#endif
