/* translation_graph.h - phrases of many languages and who says that one means the other.
 *
 * Dictionaries add pairs; what comes out are weighted translations between the languages that Aral
 * searches, found directly and over a third language (id - de - ru), so that two dictionaries that
 * agree count more than one, and a rare sense that only one direction knows counts little:
 *
 *     P(b|a)   share of b among all translations of a into b's language, by score
 *     T(b|a)   mean of P(b|a) and of the sums over x of P(x|a) P(b|x), one for each language of x,
 *              which counts half; each weighted by how much of a it brings into b's language
 *     S(a)     share of what a may mean that was added: n / (n + unseen), n the sum of a's scores
 *     C(b)     how common b is, by how much was added for it: n / (n + 100 unseen)
 *     weight   sqrt(S(a) T(b|a) S(b) T(a|b)) C(b)^1/4; of a's translations into a language, the
 *              greatest weight is as great as it would be without C; of an adjective that is
 *              about as sure as the noun it is made of, a little less than the noun's; none is
 *              greater than that of what a phrase is said to mean first
 */
#ifndef ARAL_LEXICON_TRANSLATION_GRAPH_H
#define ARAL_LEXICON_TRANSLATION_GRAPH_H

#include "corpus/lexicon/lexicon_writer.h"

/* The most languages a graph may have, those that only lead from one of ours to another included.
 */
#define TRANSLATION_LANGUAGES 32

struct translation_graph;

/* Words of a language, any UTF-8; the code is of ISO 639-1. */
struct phrase {
    const char *code;
    struct slice text;
};

struct translation_graph *translation_graph_new(struct error *error);
void translation_graph_free(struct translation_graph *graph); /* NULL is allowed */

/* Adds that `a` can mean `b`, in another language, with a score above 0; 1 is a dictionary's first
 * translation of a word. Phrases are normalised, and left out where they are empty or longer than
 * LEXICON_WORDS words. Scores of equal pairs add up. ERROR_LIMIT beyond TRANSLATION_LANGUAGES. */
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

/* Finds the translations between all languages of the program and adds them to `writer`, and in
 * each language the abbreviations (abbreviation.h) of phrases that mean the same by a translation
 * that both have: "un" and "united nations" are "оон". Where a phrase begins what is abbreviated,
 * and means the same, it is, too: the USA are the United States. So much score as `unseen` stands
 * for the translations of each phrase that were not added; 0 where the sources tell all. The last
 * that may be asked of a graph, but for freeing it. */
bool translation_graph_write(struct translation_graph *graph, double unseen,
                             struct lexicon_writer *writer, struct error *error);

#endif
