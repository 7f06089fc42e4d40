#include "corpus/lexicon/translation_graph.h"

#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/lexicon/format.h"
#include "corpus/lexicon/graph.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/phrase_key.h"

#include <stdint.h>
#include <stdlib.h>

/* From one phrase to another. */
struct step {
    uint32_t from, to; /* numbers of phrases */
};

/* A phrase that means what another one does. */
struct like {
    uint32_t phrase, other; /* numbers of phrases */
    float factor;
};

struct translation_graph *translation_graph_new(struct error *error) {
    struct translation_graph *graph = calloc(1, sizeof *graph);
    if (!graph || !(graph->phrases = map_new()) || !(graph->codes = map_new()) ||
        !(graph->withdrawn = map_new()) || !(graph->nouns = map_new()) ||
        !(graph->firsts = map_new())) {
        translation_graph_free(graph);
        error_set_memory(error);
        return NULL;
    }
    return graph;
}

void translation_graph_free(struct translation_graph *graph) {
    if (graph) {
        map_free(graph->phrases);
        map_free(graph->codes);
        map_free(graph->withdrawn);
        map_free(graph->nouns);
        map_free(graph->firsts);
        free(graph->edges);
        free(graph->likes);
        free(graph->first);
        free(graph->weight);
        free(graph->surest);
        free(graph->derived);
        bytes_free(&graph->scratch);
        free(graph);
    }
}

/* The number of a phrase; *usable is false for one that is empty or too long, or has a label of
 * Mueller's in it ("_уст."). */
static bool phrase_number(struct translation_graph *graph, struct phrase phrase, uint32_t *number,
                          bool *usable, struct error *error) {
    struct bytes *scratch = &graph->scratch;
    bytes_clear(scratch);
    phrase_key_append(phrase, scratch);
    *usable = scratch->length > LANGUAGE_CODE_BYTES &&
              scratch->length - LANGUAGE_CODE_BYTES <= LEXICON_PHRASE_BYTES &&
              lexicon_count_words(bytes_slice(scratch)) <= LEXICON_WORDS &&
              !memchr(scratch->data, '_', scratch->length);
    if (!bytes_check(scratch, error) || !*usable) {
        return !scratch->failed;
    }
    uint32_t language;
    if (!map_number(graph->codes, slice_of(phrase.code, LANGUAGE_CODE_BYTES), &language) ||
        !map_number(graph->phrases, bytes_slice(scratch), number)) {
        return error_set_memory(error);
    }
    if (language >= TRANSLATION_LANGUAGES) {
        return error_set(error, ERROR_LIMIT,
                         "a lexicon is made of at most %d languages: %.2s is one more",
                         TRANSLATION_LANGUAGES, phrase.code);
    }
    *map_value(graph->codes, language) = language;
    *map_value(graph->phrases, *number) |= language;
    return true;
}

static bool add_edge(struct translation_graph *graph, uint32_t from, uint32_t to, double score) {
    const struct edge edge = {from, to, (float)score};
    if (!array_append(&graph->edges, &graph->count, &graph->capacity, sizeof edge, &edge)) {
        return false;
    }
    *map_value(graph->phrases, from) |= UINT64_C(1) << (LANGUAGE_BITS + language_of(graph, to));
    return true;
}

bool translation_graph_add(struct translation_graph *graph, struct phrase a, struct phrase b,
                           double score, struct error *error) {
    uint32_t from, to;
    bool from_usable, to_usable;
    if (!phrase_number(graph, a, &from, &from_usable, error) ||
        !phrase_number(graph, b, &to, &to_usable, error)) {
        return false;
    }
    if (!from_usable || !to_usable || memcmp(a.code, b.code, LANGUAGE_CODE_BYTES) == 0) {
        return true;
    }
    return (add_edge(graph, from, to, score) && add_edge(graph, to, from, score)) ||
           error_set_memory(error);
}

bool translation_graph_add_like(struct translation_graph *graph, struct phrase phrase,
                                struct slice other, double factor, struct error *error) {
    struct like like = {.factor = (float)factor};
    bool phrase_usable, other_usable;
    if (!phrase_number(graph, phrase, &like.phrase, &phrase_usable, error) ||
        !phrase_number(graph, (struct phrase){phrase.code, other}, &like.other, &other_usable,
                       error)) {
        return false;
    }
    if (!array_reserve(&graph->likes, &graph->like_capacity, graph->like_count + 1,
                       sizeof *graph->likes)) {
        return error_set_memory(error);
    }
    if (phrase_usable && other_usable) {
        graph->likes[graph->like_count++] = like;
    }
    return true;
}

size_t translation_graph_pairs(const struct translation_graph *graph) {
    return graph->count / 2; /* an edge each way */
}

/* The number of a phrase; *known is false for one that was not added. */
static bool find_phrase(const struct translation_graph *graph, struct phrase phrase,
                        uint32_t *number, bool *known) {
    struct bytes key = {0};
    phrase_key_append(phrase, &key);
    bool done = !key.failed;
    *known = done && map_find(graph->phrases, bytes_slice(&key)) &&
             map_number(graph->phrases, bytes_slice(&key), number);
    bytes_free(&key);
    return done;
}

bool graph_find_pair(const struct translation_graph *graph, struct phrase a, struct phrase b,
                     uint32_t *number_a, uint32_t *number_b, bool *known) {
    return find_phrase(graph, a, number_a, known) &&
           (!*known || find_phrase(graph, b, number_b, known));
}

bool translation_graph_knows(const struct translation_graph *graph, struct phrase phrase,
                             const char *to) {
    uint32_t number;
    bool known;
    const uint64_t *language = map_find(graph->codes, slice_of(to, LANGUAGE_CODE_BYTES));
    return find_phrase(graph, phrase, &number, &known) && known && language &&
           *map_value(graph->phrases, number) >> (LANGUAGE_BITS + *language) & 1;
}

static struct slice step_key(const struct step *step) {
    return slice_of((const char *)step, sizeof *step);
}

bool graph_is_withdrawn(const struct translation_graph *graph, uint32_t from, uint32_t to) {
    struct step step = {from, to};
    return map_find(graph->withdrawn, step_key(&step)) != NULL;
}

static bool withdraw(struct translation_graph *graph, uint32_t a, uint32_t b) {
    struct step there = {a, b}, back = {b, a};
    return map_insert(graph->withdrawn, step_key(&there), NULL) &&
           map_insert(graph->withdrawn, step_key(&back), NULL);
}

bool translation_graph_withdraw(struct translation_graph *graph, struct phrase a, struct phrase b,
                                struct error *error) {
    uint32_t from, to;
    bool known;
    return (graph_find_pair(graph, a, b, &from, &to, &known) &&
            (!known || withdraw(graph, from, to))) ||
           error_set_memory(error);
}

static int compare_likes(const void *left, const void *right) {
    const struct like *a = left, *b = right;
    int order = (a->other > b->other) - (a->other < b->other);
    return order ? order : (a->phrase > b->phrase) - (a->phrase < b->phrase);
}

/* The first of the sorted likes of a phrase, or where it would stand. */
static const struct like *first_like(const struct translation_graph *graph, uint32_t other) {
    size_t low = 0, high = graph->like_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (graph->likes[middle].other < other) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return graph->likes + low;
}

/* What a phrase does not mean, those do not mean that are like it, over a third language either. */
static bool withdraw_from_likes(struct translation_graph *graph) {
    size_t given = map_count(graph->withdrawn);
    for (size_t i = 0; i < given; i++) {
        struct step step;
        memcpy(&step, map_key(graph->withdrawn, i).data, sizeof step);
        const struct like *end = graph->likes + graph->like_count;
        for (const struct like *like = first_like(graph, step.from);
             like < end && like->other == step.from; like++) {
            if (!withdraw(graph, like->phrase, step.to)) {
                return false;
            }
        }
    }
    return true;
}

static void leave_out_withdrawn(struct translation_graph *graph) {
    size_t kept = 0;
    for (size_t i = 0; i < graph->count; i++) {
        if (!graph_is_withdrawn(graph, graph->edges[i].from, graph->edges[i].to)) {
            graph->edges[kept++] = graph->edges[i];
        }
    }
    graph->count = kept;
}

/* Gives phrases the edges of those that they are like: sorted edges and likes side by side. */
static bool follow_likes(struct translation_graph *graph) {
    size_t given = graph->count, first = 0;
    for (size_t i = 0; i < given; i++) {
        struct edge edge = graph->edges[i];
        while (first < graph->like_count && graph->likes[first].other < edge.from) {
            first++;
        }
        for (size_t j = first; j < graph->like_count && graph->likes[j].other == edge.from; j++) {
            const struct like *like = &graph->likes[j];
            if (graph_is_withdrawn(graph, like->phrase, edge.to)) {
                continue;
            }
            double score = (double)edge.score * (double)like->factor;
            if (!add_edge(graph, like->phrase, edge.to, score) ||
                !add_edge(graph, edge.to, like->phrase, score)) {
                return false;
            }
        }
    }
    return true;
}

static int compare_edges(const void *left, const void *right) {
    const struct edge *a = left, *b = right;
    int order = (a->from > b->from) - (a->from < b->from);
    order = order ? order : (a->to > b->to) - (a->to < b->to);
    return order ? order : (a->score > b->score) - (a->score < b->score);
}

static void sort_edges(struct translation_graph *graph) {
    if (graph->count > 0) {
        qsort(graph->edges, graph->count, sizeof *graph->edges, compare_edges);
    }
}

/* Makes one of edges between the same phrases, which are sorted. */
static void merge_edges(struct translation_graph *graph) {
    size_t kept = 0;
    for (size_t i = 0; i < graph->count; i++) {
        struct edge *last = kept > 0 ? &graph->edges[kept - 1] : NULL;
        if (last && last->from == graph->edges[i].from && last->to == graph->edges[i].to) {
            last->score += graph->edges[i].score;
        } else {
            graph->edges[kept++] = graph->edges[i];
        }
    }
    graph->count = kept;
}

/* Sums up the scores of each phrase, and turns them into probabilities. */
static void weigh_edges(struct translation_graph *graph) {
    size_t phrases = map_count(graph->phrases);
    for (size_t i = 0, phrase = 0; phrase <= phrases; phrase++) {
        graph->first[phrase] = i;
        double sums[TRANSLATION_LANGUAGES] = {0};
        size_t end = i;
        for (; end < graph->count && graph->edges[end].from == phrase; end++) {
            sums[language_of(graph, graph->edges[end].to)] += (double)graph->edges[end].score;
            graph->weight[phrase] += (double)graph->edges[end].score;
        }
        for (; i < end; i++) {
            struct edge *edge = &graph->edges[i];
            edge->score = (float)((double)edge->score / sums[language_of(graph, edge->to)]);
            if (edge->score > graph->surest[phrase]) {
                graph->surest[phrase] = edge->score;
            }
        }
    }
}

bool graph_prepare(struct translation_graph *graph) {
    size_t phrases = map_count(graph->phrases);
    graph->first = calloc(phrases + 1, sizeof *graph->first);
    graph->weight = calloc(phrases + 1, sizeof *graph->weight);
    graph->surest = calloc(phrases + 1, sizeof *graph->surest);
    graph->derived = calloc(phrases + 1, sizeof *graph->derived);
    if (!graph->first || !graph->weight || !graph->surest || !graph->derived) {
        return false;
    }
    for (size_t i = 0; i < graph->like_count; i++) {
        graph->derived[graph->likes[i].phrase] = true;
    }
    if (graph->like_count > 0) {
        qsort(graph->likes, graph->like_count, sizeof *graph->likes, compare_likes);
    }
    if (!withdraw_from_likes(graph)) {
        return false;
    }
    leave_out_withdrawn(graph);
    sort_edges(graph);
    if (!follow_likes(graph)) {
        return false;
    }
    sort_edges(graph);
    merge_edges(graph);
    weigh_edges(graph);
    return true;
}
