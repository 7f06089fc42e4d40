#include "corpus/lexicon/graph_translations.h"

#include "corpus/base/array.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/graph.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A way over a third language counts this much beside a direct one. */
#define PIVOT_WEIGHT 0.5
/* Translations below this share of a phrase's best one are left out, */
#define LEAST_SHARE 0.1
/* as are those below this weight, */
#define LEAST_WEIGHT 0.04
/* and steps of less probability than this on the way over a third language. */
#define LEAST_STEP 0.01
/* A word is common by half where dictionaries say so many times as much of it as what stands for
 * the unseen, and weighs by this power of that: else a rare word of one meaning ("lobe") comes
 * before "share". The surest translation of 352 words was right for .842, now for .865, and
 * questions across languages gain .0016; with .5 it is .876, but keywords lose .0019. */
#define COMMON_SCORE 100
#define COMMON_POWER 0.25
/* An adjective is about as sure as its noun where that has this share of its weight at least, and
 * goes behind it: "air" is water, though dictionaries have more of "aquatic" than of what
 * else means that. */
#define ATTRIBUTE_SHARE 0.6

/* The translations of one phrase that are being found. */
struct finding {
    const struct translation_graph *graph;
    const bool *ours; /* of each language, whether translations into it are wanted */
    uint32_t phrase;
    struct map *numbers; /* of target phrases, as bytes */
    double *mass;        /* of each of these: T(b|a) before it is divided */
    size_t capacity;
    double ways[TRANSLATION_LANGUAGES][TRANSLATION_LANGUAGES]; /* their weights, by the language */
                                                               /* over which and the one to which */
};

/* Adds a way to `target` over a phrase of a language. */
static bool add_mass(struct finding *finding, unsigned over, uint32_t target, double mass) {
    size_t before = map_count(finding->numbers);
    uint32_t index;
    if (!map_number(finding->numbers, slice_of((const char *)&target, sizeof target), &index) ||
        !array_reserve(&finding->mass, &finding->capacity, (size_t)index + 1,
                       sizeof *finding->mass)) {
        return false;
    }
    finding->mass[index] = (index < before ? finding->mass[index] : 0) + mass;
    finding->ways[over][language_of(finding->graph, target)] += mass;
    return true;
}

/* Goes on from a step to what that means in a third language. A phrase that very many others lead
 * to may lead back to none of them surely enough. */
static bool go_on(struct finding *finding, const struct edge *step) {
    const struct translation_graph *graph = finding->graph;
    unsigned over = language_of(graph, step->to);
    if ((double)step->score * (double)graph->surest[step->to] < LEAST_STEP) {
        return true;
    }
    for (size_t i = graph->first[step->to]; i < graph->first[step->to + 1]; i++) {
        const struct edge *next = &graph->edges[i];
        unsigned target = language_of(graph, next->to);
        double reached = (double)step->score * (double)next->score;
        if (!finding->ours[target] || target == language_of(graph, finding->phrase) ||
            reached < LEAST_STEP || graph_is_withdrawn(graph, finding->phrase, next->to)) {
            continue;
        }
        if (!add_mass(finding, over, next->to, PIVOT_WEIGHT * reached)) {
            return false;
        }
    }
    return true;
}

/* Collects T(b|phrase) for all b in our languages. */
static bool find_translations(struct finding *finding) {
    const struct translation_graph *graph = finding->graph;
    double whole[TRANSLATION_LANGUAGES] = {0}; /* by target language: of ways that got there */
    memset(finding->ways, 0, sizeof finding->ways);
    map_clear(finding->numbers);
    for (size_t i = graph->first[finding->phrase]; i < graph->first[finding->phrase + 1]; i++) {
        const struct edge *step = &graph->edges[i];
        unsigned over = language_of(graph, step->to);
        double p = (double)step->score;
        if ((finding->ours[over] && !add_mass(finding, over, step->to, p)) ||
            (p >= LEAST_STEP && !go_on(finding, step))) {
            return false;
        }
    }
    for (unsigned over = 0; over < TRANSLATION_LANGUAGES; over++) {
        for (unsigned target = 0; target < TRANSLATION_LANGUAGES; target++) {
            whole[target] += finding->ways[over][target];
        }
    }
    for (size_t i = 0; i < map_count(finding->numbers); i++) {
        uint32_t target;
        memcpy(&target, map_key(finding->numbers, i).data, sizeof target);
        finding->mass[i] /= whole[language_of(graph, target)];
    }
    return true;
}

/* All translations, both directions side by side. */
struct found {
    uint32_t from, to;
    double mass;
};

struct found_list {
    struct found *items;
    size_t count, capacity;
};

static bool find_all(const struct translation_graph *graph, const bool *ours,
                     struct found_list *list) {
    struct finding finding = {.graph = graph, .ours = ours, .numbers = map_new()};
    bool done = finding.numbers != NULL;
    for (uint32_t phrase = 0; done && phrase < map_count(graph->phrases); phrase++) {
        if (!ours[language_of(graph, phrase)]) {
            continue;
        }
        finding.phrase = phrase;
        done = find_translations(&finding);
        for (size_t i = 0; done && i < map_count(finding.numbers); i++) {
            struct found found = {.from = phrase, .mass = finding.mass[i]};
            memcpy(&found.to, map_key(finding.numbers, i).data, sizeof found.to);
            done = array_append(&list->items, &list->count, &list->capacity, sizeof found, &found);
        }
    }
    map_free(finding.numbers);
    free(finding.mass);
    return done;
}

static int compare_found(const void *left, const void *right) {
    const struct found *a = left, *b = right;
    int order = (a->from > b->from) - (a->from < b->from);
    return order ? order : (a->to > b->to) - (a->to < b->to);
}

static double mass_of(const struct found_list *list, uint32_t from, uint32_t to) {
    struct found wanted = {.from = from, .to = to};
    const struct found *found =
        bsearch(&wanted, list->items, list->count, sizeof *list->items, compare_found);
    return found ? found->mass : 0;
}

/* The share of what a phrase may mean that was added. */
static double seen_share(const struct translation_graph *graph, uint32_t phrase) {
    return graph->weight[phrase] / (graph->weight[phrase] + graph->unseen);
}

static double weight_of(const struct translation_graph *graph, const struct found_list *list,
                        const struct found *found) {
    return sqrt(found->mass * seen_share(graph, found->from) *
                mass_of(list, found->to, found->from) * seen_share(graph, found->to));
}

/* What a translation's weight is multiplied by for being more or less common. */
static double commonness(const struct translation_graph *graph, uint32_t phrase) {
    double weight = graph->weight[phrase];
    return pow(weight / (weight + COMMON_SCORE * graph->unseen), COMMON_POWER);
}

static double common_weight(const struct translation_graph *graph, const struct found_list *list,
                            const struct found *found) {
    return weight_of(graph, list, found) * commonness(graph, found->to);
}

static double weight_of_other(const struct translation_graph *graph, const struct found_list *list,
                              const struct found *found, uint64_t other) {
    struct found found_other = {.from = found->from, .to = (uint32_t)other};
    found_other.mass = mass_of(list, found_other.from, found_other.to);
    return common_weight(graph, list, &found_other);
}

/* The same, but of an adjective that is about as sure as its noun a little less than of that. */
static double ranked_weight(const struct translation_graph *graph, const struct found_list *list,
                            const struct found *found) {
    double weight = common_weight(graph, list, found);
    const uint64_t *noun = graph_noun(graph, found->to, language_of(graph, found->from));
    double of_noun = noun ? weight_of_other(graph, list, found, *noun) : 0;
    return of_noun < ATTRIBUTE_SHARE * weight ? weight : fmin(weight, BEHIND * of_noun);
}

/* The share of the greatest weight, but 1 for what a phrase is said to mean first. */
static double ranked_share(const struct translation_graph *graph, const struct found *found,
                           double share) {
    const uint64_t *first = graph_first(graph, found->from, language_of(graph, found->to));
    return !first ? share : *first == found->to ? 1 : fmin(share, BEHIND);
}

/* Writes the translations items[0 .. count) of one phrase. */
static bool write_phrase(struct output *output, const struct found_list *list,
                         const struct found *items, size_t count, struct error *error) {
    const struct translation_graph *graph = output->graph;
    double greatest[TRANSLATION_LANGUAGES] = {0}; /* with how common they are */
    bool done = true;
    if (output->table->phrase[items->from].terms == 0) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        double *most = &greatest[language_of(graph, items[i].to)];
        *most = fmax(*most, ranked_weight(graph, list, &items[i]));
    }
    for (size_t i = 0; done && i < count; i++) {
        unsigned language = language_of(graph, items[i].to);
        double surest = *output_surest(output, items[i].from, language);
        double evidence = weight_of(graph, list, &items[i]);
        double common = ranked_weight(graph, list, &items[i]);
        double share = ranked_share(graph, &items[i],
                                    greatest[language] > 0 ? common / greatest[language] : 0);
        struct lexicon_rank rank = {
            .weight = surest * share, .evidence = evidence, .derived = graph->derived[items[i].to]};
        if (rank.weight >= LEAST_WEIGHT && share >= LEAST_SHARE) {
            done = graph_write_translation(output, items[i].from, items[i].to, rank, error);
        }
    }
    return done;
}

/* Finds how sure each phrase's surest translations are, for graph_write_translation. */
static bool find_surest(const struct translation_graph *graph, const struct found_list *list,
                        struct output *output) {
    output->surest =
        calloc(map_count(graph->phrases) * map_count(graph->codes) + 1, sizeof *output->surest);
    for (size_t i = 0; output->surest && i < list->count; i++) {
        const struct found *found = &list->items[i];
        double *surest = output_surest(output, found->from, language_of(graph, found->to));
        *surest = fmax(*surest, weight_of(graph, list, found));
    }
    return output->surest != NULL;
}

bool translation_graph_write(struct translation_graph *graph, double unseen,
                             struct lexicon_writer *writer, struct error *error) {
    graph->unseen = unseen;
    bool ours[TRANSLATION_LANGUAGES] = {0};
    for (size_t i = 0; i < map_count(graph->codes); i++) {
        const struct language *language = language_find(map_key(graph->codes, i));
        ours[i] = language && language != language_other();
    }
    struct found_list list = {0};
    struct term_table table = {0};
    struct output output = {.graph = graph, .table = &table, .writer = writer};
    bool done = (graph_prepare(graph) && find_all(graph, ours, &list)) || error_set_memory(error);
    done = done && graph_make_terms(graph, ours, &table, error);
    if (done && list.count > 0) {
        qsort(list.items, list.count, sizeof *list.items, compare_found);
    }
    done = done && (find_surest(graph, &list, &output) || error_set_memory(error));
    for (size_t i = 0; done && i < list.count;) {
        size_t end = i + 1;
        while (end < list.count && list.items[end].from == list.items[i].from) {
            end++;
        }
        done = write_phrase(&output, &list, &list.items[i], end - i, error);
        i = end;
    }
    done = done && graph_write_abbreviations(&output, ours, error);
    free(list.items);
    free(output.surest);
    graph_free_terms(&table);
    bytes_free(&output.form);
    return done;
}
