/* joined.h - words that texts write as one: "cell phone" finds "cellphone", "ibu kota" "ibukota".
 *
 * Two words with nothing but blanks between them are sought as one, too, where passages have it;
 * function words and numbers are not. The other way round, one word finds two only where no passage
 * has it (respell.h): any word can be cut in two that some passage has. */
#ifndef ARAL_SEARCHER_JOINED_H
#define ARAL_SEARCHER_JOINED_H

#include "searcher/reading_maker.h"

/* The fewest letters of each of the two. */
#define JOINED_LETTERS_LEAST 3

/* How surely the word that is written as one means the two. */
#define JOINED_CERTAINTY 0.9

/* Adds such words to the leaves of a reading. Costs a look-up for each two words and language. */
bool joined_add(struct reading_maker *maker);

#endif
