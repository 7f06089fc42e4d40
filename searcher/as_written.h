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

/* Adds the spellings of written->word, a struct as_written, that an answer marks. */
void as_written_take(const struct search_answer *answer, void *written);

/* Asks for AS_WRITTEN_PASSAGES passages that have the word in that very form, and gives the answer
 * to as_written_take. False with the error of as_written_append. */
typedef bool as_written_ask(struct slice query, struct as_written *written, void *context);

/* Appends the word in its most frequent spelling, the first of equally frequent ones; as it is
 * where nothing is found, or where no letter of it may stand for another and nothing is asked. */
bool as_written_append(struct slice word, as_written_ask *ask, void *context, struct bytes *out,
                       struct error *error);

/* Appends the word as passages write it that the search could find; its answer stays. Fails as
 * search_try. */
bool search_as_written(struct search *search, struct slice word, struct bytes *out);

#endif
