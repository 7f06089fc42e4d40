/* graph_translations.h - the weighted translations that the pairs of a graph come to.
 *
 * They are between the languages that Aral searches, found directly and over a third language (id -
 * de - ru), so that two dictionaries that agree count more than one, and a rare sense that only one
 * direction knows counts little:
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
#ifndef ARAL_LEXICON_GRAPH_TRANSLATIONS_H
#define ARAL_LEXICON_GRAPH_TRANSLATIONS_H

#include "corpus/lexicon/lexicon_writer.h"
#include "corpus/lexicon/translation_graph.h"

/* Finds the translations between all languages of the program and adds them to `writer`, and in
 * each language the abbreviations (abbreviation.h) of phrases that mean the same by a translation
 * that both have: "un" and "united nations" are "оон". Where a phrase begins what is abbreviated,
 * and means the same, it is, too: the USA are the United States. So much score as `unseen` stands
 * for the translations of each phrase that were not added; 0 where the sources tell all. The last
 * that may be asked of a graph, but for freeing it. */
bool translation_graph_write(struct translation_graph *graph, double unseen,
                             struct lexicon_writer *writer, struct error *error);

#endif
