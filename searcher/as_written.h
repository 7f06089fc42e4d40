/* as_written.h - how articles write a word of the vocabulary, which has it normalised. */
#ifndef ARAL_SEARCHER_AS_WRITTEN_H
#define ARAL_SEARCHER_AS_WRITTEN_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

struct search;

/* Appends the word, in small letters, as the best passages that have it mostly write it: the
 * normalised "черный" as "чёрный", where they have the dots. As it is where they have it no other
 * way, where none is found in time_ms, and where no letter of it may stand for another. It has the
 * length of the word. Ends the last answer of the searcher, as each search does; fails as
 * searcher_search, but for ERROR_TIMEOUT. */
bool word_as_written(struct searcher *searcher, struct slice word, uint32_t time_ms,
                     struct bytes *out, struct error *error);

/* The same within a search, in the passages that it could find; its answer stays. As search_try
 * otherwise. */
bool search_as_written(const struct search *search, struct slice word, struct bytes *out);

#endif
