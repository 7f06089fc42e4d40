/* as_written.h - how articles write a word of the vocabulary, which has it normalised: "черный" as
 * "чёрный", where the best passages that have the word mostly write the dots. */
#ifndef ARAL_SEARCHER_AS_WRITTEN_H
#define ARAL_SEARCHER_AS_WRITTEN_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

struct search;

/* Passages that are looked at. */
#define AS_WRITTEN_PASSAGES 5

/* A word on its way to its spellings: small letters, each as long as the word. */
struct as_written {
    struct slice word;
    struct bytes spellings; /* one behind the other; owned */
};

/* Appends the query for passages that have the word in that very form. False, and nothing appended,
 * where no letter of it may stand for another: it is written as it is. */
bool as_written_query(struct slice word, struct bytes *query);

/* Adds the spellings of written->word, a struct as_written, that the answer to that query marks. */
void as_written_take(const struct search_answer *answer, void *written);

/* The most frequent spelling, the first of equally frequent ones; the word where there are none. */
struct slice as_written_best(const struct as_written *written);

/* Appends the word as passages write it that the search could find; its answer stays. Fails as
 * search_try. */
bool search_as_written(const struct search *search, struct slice word, struct bytes *out);

#endif
