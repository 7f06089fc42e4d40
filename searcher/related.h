/* related.h - words of a query's own languages that are about the same thing: a place and the
 * adjective made of it ("Япония", "японский"; "Indonesia", "Indonesian"), a verb and the noun made
 * of it ("govern", "government"), a number and its ordinal ("Perang Dunia 2", "the second").
 *
 * They become alternatives of the word, of less weight than its own forms (RANK_RELATED,
 * RANK_ORDINAL). Phrases, =exact words, prefixes and what is excluded mean what they say and get
 * none. */
#ifndef ARAL_SEARCHER_RELATED_H
#define ARAL_SEARCHER_RELATED_H

#include "searcher/reading_maker.h"

/* Adds them to the words read so far. */
bool related_add(struct reading_maker *maker);

/* Adds those of one alternative, whose language must have such words, to the word and leaf that it
 * belongs to: of a translation, which they then are, too. */
bool related_add_to(struct reading_maker *maker, size_t leaf, uint32_t number);

#endif
