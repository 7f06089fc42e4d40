/* graph_terms.c - the terms of the phrases of a graph, and translations as a lexicon has them: from
 * terms to terms. */
#include "corpus/analysis/analysis.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/graph.h"
#include "corpus/lexicon/phrase_terms.h"

#include <math.h>
#include <stdlib.h>

/* What other words of its stem mean counts this much for a form that dictionaries know themselves,
 * and less the less they say of these: others may be words of their own ("kebakaran", a fire,
 * beside "bakar", to burn). nDCG@10 across languages: .894 without it, .900 with .25, .5 and 1. */
#define STEM_WEIGHT 0.5
/* A form is known well where dictionaries say so much of it, more than one row of words.tsv does,
 * or as much as of the other word. What it means itself is then surer than what the other does:
 * "rencana" is a plan before it is a "perencana", a planner. The surest English translation of
 * 2,669 frequent Indonesian words was none of those that words.tsv has for it in 164, now in 59. */
#define WELL_KNOWN 10

static bool add_terms(const struct translation_graph *graph, struct term_table *table,
                      uint32_t phrase, const struct phrase_terms *terms) {
    uint32_t number, other;
    if (!map_number(table->terms, bytes_slice(&terms->all), &number) ||
        !map_number(table->terms, bytes_slice(&terms->translation), &other)) {
        return false;
    }
    struct term_group *group = &table->groups[number];
    table->phrase[phrase].terms = number + 1;
    table->phrase[phrase].translation = other + 1;
    table->phrase[phrase].next = group->first;
    group->first = phrase + 1;
    group->weight = fmax(group->weight, graph->weight[phrase]);
    return true;
}

bool graph_make_terms(const struct translation_graph *graph, const bool *ours,
                      struct term_table *table, struct error *error) {
    struct analyzer *analyzer = analyzer_new(error);
    struct phrase_terms terms = {0};
    size_t phrases = map_count(graph->phrases);
    table->phrase = calloc(phrases + 1, sizeof *table->phrase);
    table->terms = map_new();
    table->groups = calloc(2 * phrases + 1, sizeof *table->groups);
    bool done = analyzer && table->phrase && table->terms && table->groups;
    for (uint32_t i = 0; done && i < phrases; i++) {
        if (!ours[language_of(graph, i)]) {
            continue;
        }
        struct slice key = map_key(graph->phrases, i);
        done = phrase_terms_read(&terms, analyzer, slice_from(key, LANGUAGE_CODE_BYTES),
                                 language_find(slice_of(key.data, LANGUAGE_CODE_BYTES)), error) &&
               (terms.words == 0 || add_terms(graph, table, i, &terms));
    }
    analyzer_free(analyzer);
    phrase_terms_free(&terms);
    return done || error_set_memory(error);
}

void graph_free_terms(struct term_table *table) {
    map_free(table->terms);
    free(table->groups);
    free(table->phrase);
}

static struct lexicon_rank scale_rank(struct lexicon_rank rank, double factor) {
    rank.weight *= factor;
    rank.evidence *= factor;
    return rank;
}

/* How sure a translation of a phrase is for a form of the same stem. */
static struct lexicon_rank rank_for_form(const struct output *output, uint32_t phrase,
                                         uint32_t form, uint32_t to, struct lexicon_rank rank) {
    if (form == phrase) {
        return rank;
    }
    const double *known = output->graph->weight;
    double surest = *output_surest(output, form, language_of(output->graph, to));
    rank = scale_rank(rank, STEM_WEIGHT * fmin(1, known[phrase] / known[form]));
    if (surest > 0 && known[form] >= fmin(known[phrase], WELL_KNOWN)) {
        rank.weight = fmin(rank.weight, BEHIND * surest);
    }
    return rank;
}

bool graph_write_translation(struct output *output, uint32_t phrase, uint32_t to,
                             struct lexicon_rank rank, struct error *error) {
    const struct translation_graph *graph = output->graph;
    const struct term_table *table = output->table;
    struct slice stem = terms_of(table, table->phrase[phrase].terms);
    struct slice terms = terms_of(table, table->phrase[to].translation);
    const char *code = map_key(graph->phrases, to).data;
    const struct term_group *group = &table->groups[table->phrase[phrase].terms - 1];
    double share = graph->weight[phrase] / group->weight;
    bool done = lexicon_writer_add_ranked(output->writer, stem, code, terms,
                                          scale_rank(rank, share), error);
    bool several = table->phrase[group->first - 1].next > 0;
    for (uint32_t next = group->first; done && several && next;
         next = table->phrase[next - 1].next) {
        struct slice text = map_key(graph->phrases, next - 1);
        bytes_clear(&output->form);
        bytes_append_byte(&output->form, '=');
        bytes_append_slice(&output->form, text);
        struct lexicon_rank form_rank = rank_for_form(output, phrase, next - 1, to, rank);
        done = (!output->form.failed || error_set_memory(error)) &&
               lexicon_writer_add_ranked(output->writer, bytes_slice(&output->form), code, terms,
                                         form_rank, error);
    }
    return done;
}
