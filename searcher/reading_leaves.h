/* reading_leaves.h - the texts, phrases and prefixes of a query, each read in all languages. */
#ifndef ARAL_SEARCHER_READING_LEAVES_H
#define ARAL_SEARCHER_READING_LEAVES_H

#include "searcher/reading_maker.h"

/* Reads the leaves of `query`, in order, and numbers them in their `reading`. A step of
 * reading_make: maker->spans and the reading's languages are there. */
bool reading_read_leaves(struct reading_maker *maker, struct query_node *query);

#endif
