/* weighing.h - what each word of a query tells: the second half of making a reading
 * (reading_make.h). */
#ifndef ARAL_SEARCHER_WEIGHING_H
#define ARAL_SEARCHER_WEIGHING_H

#include "searcher/reading.h"

/* Guesses the language of `words`, those of the query, by the passages that have them and by the
 * letters: reading->likely, and how likely and heavy each language is. What other languages call
 * them need not be known yet. */
void reading_weigh_languages(struct reading *reading, struct slice words);

/* Says which of the query's words, which are read and in order, are used, and weighs their
 * alternatives by idf, kind, certainty and language (rank.h). Takes from the arena; false: no
 * memory. */
bool reading_weigh(struct reading *reading, struct arena *arena);

#endif
