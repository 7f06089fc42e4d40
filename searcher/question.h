/* question.h - what a query asks for, by the words that it asks with. They are function words,
 * which find nothing; but "when" is answered where a year stands and "how many" where a number
 * does. */
#ifndef ARAL_SEARCHER_QUESTION_H
#define ARAL_SEARCHER_QUESTION_H

#include "searcher/reading.h"

/* So many function words keywords may have: "harga beras di Jakarta". */
#define KEYWORDS_FUNCTION_WORDS 1

/* Notes which words, at the beginning of the query and outside quotes, only say that it asks:
 * "please tell me", "news about". Any language's will do. False: no memory. */
bool question_find_requests(struct reading *reading, const struct query_node *query,
                            struct arena *arena);

/* Sets reading->asks_for and reading->keywords from its words, which are in order and know their
 * use. Any language's question will do: which one the query is in need not be certain. False: no
 * memory. */
bool question_read(struct reading *reading, struct arena *arena);

#endif
