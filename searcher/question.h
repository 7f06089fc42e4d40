/* question.h - what a query asks for, by the words that it asks with. They are function words,
 * which find nothing; but "when" is answered where a year stands and "how many" where a number
 * does. */
#ifndef ARAL_SEARCHER_QUESTION_H
#define ARAL_SEARCHER_QUESTION_H

#include "searcher/reading.h"

/* So many function words keywords may have: "harga beras di Jakarta". */
#define KEYWORDS_FUNCTION_WORDS 1

/* Sets reading->asks_for and reading->keywords from its words, which are in order and know their
 * use. Any language's question will do: which one the query is in need not be certain. False: no
 * memory. */
bool question_read(struct reading *reading, struct arena *arena);

#endif
