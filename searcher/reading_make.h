/* reading_make.h - the making of a reading, from its leaves to its weights. */
#ifndef ARAL_SEARCHER_READING_MAKE_H
#define ARAL_SEARCHER_READING_MAKE_H

#include "searcher/reading_maker.h"

struct across;

/* Reads the leaves of `query` (which may be NULL) and numbers them in their `reading`; with
 * `across` (may be NULL), in other languages and alphabets as well (across.h). Weighs what was read
 * (weighing.h). By `words`, those of the query (query_append_words), its language is told. */
bool reading_make(struct reading_maker *maker, struct slice words, struct query_node *query,
                  const struct across *across);

#endif
