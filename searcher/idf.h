/* idf.h - what a term of a query tells, by how few passages have it. */
#ifndef ARAL_SEARCHER_IDF_H
#define ARAL_SEARCHER_IDF_H

#include "searcher/reading.h"

/* The idf of a term for all the words that it stands for, where those of all alternatives by
 * themselves are known. Several words may be translated as one ("toilet paper"); a passage with
 * that translation answers each of them, just as a passage with the words themselves does, so their
 * idf is added up. Words that passages in the translation's language have in another way are left
 * out: they score by themselves. Where a translation of keywords has one of them as a name
 * ("Нью-Йорк" of "New York"), it tells no more than the others do: twice counted, the name went
 * before the very words. (Of questions in another language than their passage, over the pooled
 * collections, nDCG@10 would be .6490 instead of .6495.) Where no passage in the query's language
 * has any of the words, a translation of several words tells more than that of one. */
double idf_of_alternative(const struct reading *reading, const struct alternative *alternative);

#endif
