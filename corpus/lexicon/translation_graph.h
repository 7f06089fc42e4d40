/* translation_graph.h - phrases of many languages and who says that one means the other.
 *
 * Dictionaries add pairs; what they come to is found at the end (graph_translations.h). */
#ifndef ARAL_LEXICON_TRANSLATION_GRAPH_H
#define ARAL_LEXICON_TRANSLATION_GRAPH_H

#include "corpus/base/error.h"
#include "corpus/lexicon/phrase.h"

#include <stdbool.h>
#include <stddef.h>

struct translation_graph;

struct translation_graph *translation_graph_new(struct error *error);
void translation_graph_free(struct translation_graph *graph); /* NULL is allowed */

/* Adds that `a` can mean `b`, in another language, with a score above 0; 1 is a dictionary's first
 * translation of a word. Phrases are normalised, and left out where they are empty, have a '_', or
 * are longer than LEXICON_WORDS words or LEXICON_PHRASE_BYTES bytes. Scores of equal pairs add up.
 * ERROR_LIMIT beyond TRANSLATION_LANGUAGES. */
bool translation_graph_add(struct translation_graph *graph, struct phrase a, struct phrase b,
                           double score, struct error *error);

/* Says that `phrase` means what `other` does, words of the same language: it has the translations
 * that are added for `other`, before or after, with `factor` (above 0) of their scores. Does not
 * count as a pair. */
bool translation_graph_add_like(struct translation_graph *graph, struct phrase phrase,
                                struct slice other, double factor, struct error *error);

/* Says that `adjective` tells what has to do with `noun`, words of the same language, and that
 * words of the language `from` are both: of those whose translation both are about as surely, the
 * noun is the surer one. An adjective has one noun, the first that is added. */
bool translation_graph_add_attribute(struct translation_graph *graph, struct phrase adjective,
                                     struct slice noun, const char *from, struct error *error);

/* Says that of all that `phrase` means in the language of `first`, this is what it means first:
 * none is a surer translation. The first that is said of a phrase counts. Nothing happens where one
 * of them was not added, or where they are no translations of each other. */
bool translation_graph_add_first(struct translation_graph *graph, struct phrase phrase,
                                 struct phrase first, struct error *error);

/* Withdraws the pair: neither phrase is a translation of the other, whether dictionaries say so or
 * a way over a third language does. Nothing happens where one of them was not added. */
bool translation_graph_withdraw(struct translation_graph *graph, struct phrase a, struct phrase b,
                                struct error *error);

/* Whether a pair was added that has the phrase and one in the language `to`. */
bool translation_graph_knows(const struct translation_graph *graph, struct phrase phrase,
                             const char *to);

/* How many pairs were added and not left out. */
size_t translation_graph_pairs(const struct translation_graph *graph);

#endif
