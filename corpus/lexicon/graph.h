/* graph.h - the inside of a translation graph, for translation_graph.c and what else writes a part
 * of the lexicon from it: graph_abbreviations.c. */
#ifndef ARAL_LEXICON_GRAPH_H
#define ARAL_LEXICON_GRAPH_H

#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/lexicon/translation_graph.h"

#include <stdint.h>

enum {
    PHRASE_BYTES = 150, /* of what a phrase is known by: what is longer is a sentence */
    LANGUAGE_BITS = 8,  /* of what is kept of a phrase, for the number of its language */
};
_Static_assert(LANGUAGE_BITS + TRANSLATION_LANGUAGES <= 64, "a bit for each language");

struct edge {
    uint32_t from, to; /* numbers of phrases */
    float score;       /* then P(to|from) */
};

struct like;

struct translation_graph {
    struct map *phrases; /* code and normalised phrase; of each, the number of its language, and
                            above that the languages that its edges lead to, a bit each */
    struct map *codes;   /* of languages; the value of each is its number */
    struct edge *edges;  /* both directions of each pair */
    size_t count, capacity;
    struct like *likes; /* owned; not yet edges */
    size_t like_count, like_capacity;
    struct map *withdrawn; /* struct step, as bytes; both directions of each pair */
    size_t *first;         /* of each phrase and one more: where its edges begin, once sorted */
    double *weight; /* of each phrase: the sum of its scores, how much dictionaries make of it */
    double unseen;  /* translation_graph_write's */
    struct bytes scratch;
};

static inline unsigned language_of(const struct translation_graph *graph, uint32_t phrase) {
    return *map_value(graph->phrases, phrase) & ((1u << LANGUAGE_BITS) - 1);
}

/* Phrases that have the same terms. */
struct term_group {
    uint32_t first; /* number of one, + 1 */
    double weight;  /* of the weightiest */
};

/* The terms of all phrases of our languages. */
struct term_table {
    struct map *terms;         /* of all phrases */
    struct term_group *groups; /* of each of these */
    struct {
        uint32_t terms;       /* number of its terms, + 1; 0: it has none, or too many */
        uint32_t translation; /* the same of those that it is a translation by */
        uint32_t next;        /* number of the next one with the same terms, + 1; 0: none */
    } * phrase;
};

/* The terms with a number, + 1. */
static inline struct slice terms_of(const struct term_table *table, uint32_t terms) {
    return terms > 0 ? map_key(table->terms, terms - 1) : slice_of("", 0);
}

/* Where translations go. */
struct output {
    const struct translation_graph *graph;
    const struct term_table *table;
    struct lexicon_writer *writer;
    struct bytes form; /* scratch */
};

/* Writes the abbreviations of each of our languages, and what they stand for. */
bool graph_write_abbreviations(struct output *output, const bool *ours, struct error *error);

#endif
