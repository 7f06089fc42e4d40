/* complete.h - how a query that is being typed may go on. */
#ifndef ARAL_SEARCHER_COMPLETE_H
#define ARAL_SEARCHER_COMPLETE_H

#include "searcher/search.h"

/* Completions of `typed`, at most `most` of them, the likeliest first: its last word, unfinished,
 * becomes the words of the index that start with it, the most frequent ones among passages that
 * have the words before it. Nothing for a text that ends in white space. They are whole queries as
 * one would type them, and live, as *completions does, until the next call with this searcher.
 * The words are spelt as articles mostly write them. Costs a bounded walk through the vocabulary,
 * a few counts, and a look at a few passages for words with letters that may stand for others.
 * Fails as searcher_search does. */
bool searcher_complete(struct searcher *searcher, struct slice typed, size_t most,
                       const struct slice **completions, size_t *count, struct error *error);

#endif
