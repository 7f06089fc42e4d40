/* reading_maker.h - what adds to a reading while it is made (reading_make.h). */
#ifndef ARAL_SEARCHER_READING_MAKER_H
#define ARAL_SEARCHER_READING_MAKER_H

#include "searcher/reading.h"

/* What the making of a reading needs on its way. */
struct reading_maker {
    struct reading *reading; /* {0} at first but for `terms`, an empty map that lives as long */
    struct index *index;
    struct analyzer *analyzer;
    const struct search_limits *limits;
    uint64_t started;    /* the search, by search_clock (time_limit.h) */
    struct arena *arena; /* all of the reading but `terms` is taken from it */
    struct error *error;
    struct map *spans; /* reading_make's: bytes of the query -> the word that covers them */
};

/* Whether the search has time left, which is looked at between leaves. Where not, ERROR_TIMEOUT. */
bool reading_check_time(const struct reading_maker *maker);

/* The word that covers these bytes of the query, made if it is new. */
bool reading_get_word(struct reading_maker *maker, struct slice surface, uint32_t *number);

/* The same; but where an earlier word of the query, by itself or in a phrase, has the term already,
 * that one: whatever else finds the word belongs to it. */
bool reading_get_first(struct reading_maker *maker, struct slice surface, struct slice term,
                       bool excluded, uint32_t *number);

/* Whether the word may get terms: those beyond the limit may not. */
bool reading_admit_word(struct reading_maker *maker, struct query_word *word, bool excluded);

/* The inverse document frequency of a term that `passages` passages of a language have (NULL, or a
 * language that the index does not have: of all passages). Okapi BM25's inverse document frequency
 * in the form that is never negative (Robertson and Zaragoza 2009, 3.2, with 1 added in the
 * logarithm). */
double reading_idf(const struct reading_maker *maker, const struct language *language,
                   uint32_t passages);

/* Adds an alternative that is not known yet to a word. `like` says the rest of it. */
bool reading_add_alternative(struct reading_maker *maker, const struct alternative *like,
                             uint32_t *number);

/* The same for a word of a leaf; the alternative is none of the readings of the leaf's text. */
bool reading_add_beside(struct reading_maker *maker, size_t leaf_number,
                        const struct alternative *like);

/* The same with the number of an alternative that is known. */
bool reading_put_beside(struct reading_maker *maker, struct leaf *leaf, uint32_t number);

/* Notes a form of the query's words that gave the alternative. */
bool reading_add_form(struct reading_maker *maker, struct alternative *alternative,
                      struct slice form);

#endif
