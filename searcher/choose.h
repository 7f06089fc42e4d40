/* choose.h - which of the guesses at each doubted word (guess.h) is suggested, if any: the one that
 * fits the query best (fit.h) and is clearly likelier than the word as it was typed. Private to the
 * suggestion (suggest.h). */
#ifndef ARAL_SEARCHER_CHOOSE_H
#define ARAL_SEARCHER_CHOOSE_H

#include "searcher/doubts.h"

/* Letters of a run that is surely typed on another keyboard: what is a word there by chance is
 * shorter. */
#define RUN_LETTERS_SURE 5

/* Whether what sounds like the word sounds like the guess, too, and so says nothing for the word:
 * they have doubled letters or the like, not endings, which are not heard. */
bool guess_sounds_same(const struct typed_word *word, const struct guess *guess);

/* Whether both guesses are at the same change of keyboards. */
bool guess_same_keyboards(const struct guess *a, const struct guess *b);

/* Whether a part of the query other than `doubt` (NULL: any) was typed, hardly by chance, on the
 * keyboard that the guess is for. */
bool doubt_is_switched(const struct suggesting *suggesting, const struct doubt *doubt,
                       const struct guess *guess);

/* Chooses a guess for each doubt where one is better than the word. O(doubts * guesses), each of
 * which may ask the index. */
bool choose_guesses(struct suggesting *suggesting);

/* Notes that what was chosen is to replace the words. */
bool replace_chosen(struct suggesting *suggesting);

#endif
