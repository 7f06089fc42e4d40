/* graph.h - the inside of a translation graph, for those who make it (translation_graph.c,
 * graph_order.c) and who find what it comes to (graph_translations.c, graph_terms.c,
 * graph_abbreviations.c). */
#ifndef ARAL_LEXICON_GRAPH_H
#define ARAL_LEXICON_GRAPH_H

#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/lexicon/lexicon_writer.h"
#include "corpus/lexicon/phrase.h"

#include <stdint.h>

/* Of what is kept of a phrase, for the number of its language. */
enum { LANGUAGE_BITS = 8 };
_Static_assert(LANGUAGE_BITS + TRANSLATION_LANGUAGES <= 64, "a bit for each language");

struct edge {
    uint32_t from, to; /* numbers of phrases */
    float score;       /* then P(to|from) */
};

struct like;

/* A phrase and a language: where its translations are from, or lead to. */
struct way {
    uint32_t phrase, language; /* numbers */
};

struct translation_graph {
    struct map *phrases; /* code and normalised phrase; of each, the number of its language, and
                            above that the languages that its edges lead to, a bit each */
    struct map *codes;   /* of languages; the value of each is its number */
    struct edge *edges;  /* both directions of each pair */
    size_t count, capacity;
    struct like *likes; /* owned; not yet edges */
    size_t like_count, like_capacity;
    struct map *withdrawn; /* struct step, as bytes; both directions of each pair */
    struct map *nouns;  /* of adjectives, as struct way from a language, the number of the noun */
    struct map *firsts; /* of phrases, as struct way to a language, that of what they mean first */
    size_t *first;      /* of each phrase and one more: where its edges begin, once sorted */
    double *weight; /* of each phrase: the sum of its scores, how much dictionaries make of it */
    float *surest;  /* of each phrase: the greatest probability of its edges */
    bool *derived;  /* of each phrase: whether it is like another one */
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

/* What is to be behind another translation has so much of its weight at most. */
#define BEHIND 0.98

/* The terms with a number, + 1. */
static inline struct slice terms_of(const struct term_table *table, uint32_t terms) {
    return terms > 0 ? map_key(table->terms, terms - 1) : slice_of("", 0);
}

/* Where translations go. */
struct output {
    const struct translation_graph *graph;
    const struct term_table *table;
    struct lexicon_writer *writer;
    double *surest;    /* of each phrase, for each language: the weight of its surest translation */
    struct bytes form; /* scratch */
};

static inline double *output_surest(const struct output *output, uint32_t phrase,
                                    unsigned language) {
    return &output->surest[phrase * map_count(output->graph->codes) + language];
}

/* The numbers of two phrases; *known is false, and there are none, where one of them was not added.
 * False when memory ran out. */
bool graph_find_pair(const struct translation_graph *graph, struct phrase a, struct phrase b,
                     uint32_t *number_a, uint32_t *number_b, bool *known);

/* Whether one phrase is no translation of the other, whoever says so. */
bool graph_is_withdrawn(const struct translation_graph *graph, uint32_t from, uint32_t to);

/* Sorts and merges the edges but those withdrawn, and turns scores into probabilities. False when
 * memory ran out. */
bool graph_prepare(struct translation_graph *graph);

/* The noun that an adjective is made of, for translations from a language; NULL: none is known. */
const uint64_t *graph_noun(const struct translation_graph *graph, uint32_t adjective,
                           uint32_t from);

/* What a phrase is said to mean first in a language; NULL: nothing is said. */
const uint64_t *graph_first(const struct translation_graph *graph, uint32_t phrase, uint32_t to);

/* Finds the terms of all phrases of our languages. */
bool graph_make_terms(const struct translation_graph *graph, const bool *ours,
                      struct term_table *table, struct error *error);
void graph_free_terms(struct term_table *table);

/* Writes a translation of a phrase for its stem and for each form of that, if there are several. Of
 * words with one stem, the one that dictionaries say most of speaks for the stem; for a form that
 * they know well, what the others mean comes behind what it means itself. */
bool graph_write_translation(struct output *output, uint32_t phrase, uint32_t to,
                             struct lexicon_rank rank, struct error *error);

/* Writes the abbreviations of each of our languages, and what they stand for. */
bool graph_write_abbreviations(struct output *output, const bool *ours, struct error *error);

#endif
