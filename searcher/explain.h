/* explain.h - how a query was read, word by word, and why its hits rank as they do. */
#ifndef ARAL_SEARCHER_EXPLAIN_H
#define ARAL_SEARCHER_EXPLAIN_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

/* Appends the explanation of an answer that was asked for with SEARCH_REASONS, SEARCH_ARTICLES and
 * SEARCH_SUGGESTION, for people to read. */
void explain_print(const struct search_answer *answer, struct bytes *out);

#endif
