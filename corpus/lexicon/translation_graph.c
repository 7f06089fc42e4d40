#include "corpus/lexicon/translation_graph.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/phrase_terms.h"
#include "corpus/unicode/normalise.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* A way over a third language counts this much beside a direct one. */
#define PIVOT_WEIGHT 0.5
/* Translations below this share of a phrase's best one are left out, */
#define LEAST_SHARE 0.1
/* as are those below this weight, */
#define LEAST_WEIGHT 0.04
/* and steps of less probability than this on the way over a third language. */
#define LEAST_STEP 0.01
/* What other words of its stem mean counts this much for a form that dictionaries know themselves,
 * and less the less they say of these: many know a form from an example alone ("таблицы": ready
 * reckoner), others are words of their own ("kebakaran", a fire, beside "bakar", to burn). Without
 * it nDCG@10 across languages is .894, with .25, .5 and 1 .900, and with .5 no pair of languages
 * loses. */
#define STEM_WEIGHT 0.5

enum { LANGUAGES_MOST = 32 };

struct edge {
    uint32_t from, to; /* numbers of phrases */
    float score;       /* then P(to|from) */
};

/* A phrase that means what another one does. */
struct like {
    uint32_t phrase, other; /* numbers of phrases */
    float factor;
};

struct translation_graph {
    struct map *phrases; /* code and normalised phrase; values are numbers of languages */
    struct map *codes;
    uint32_t *reached; /* of each phrase: the languages that its edges lead to, a bit each */
    size_t reached_count, reached_capacity;
    struct edge *edges; /* both directions of each pair */
    size_t count, capacity;
    struct like *likes; /* owned; not yet edges */
    size_t like_count, like_capacity;
    size_t *first;  /* of each phrase and one more: where its edges begin, once sorted */
    double *weight; /* of each phrase: the sum of its scores, how much dictionaries make of it */
    struct bytes scratch;
};

struct translation_graph *translation_graph_new(struct error *error) {
    struct translation_graph *graph = calloc(1, sizeof *graph);
    if (!graph || !(graph->phrases = map_new()) || !(graph->codes = map_new())) {
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
        free(graph->edges);
        free(graph->likes);
        free(graph->reached);
        free(graph->first);
        free(graph->weight);
        bytes_free(&graph->scratch);
        free(graph);
    }
}

static struct slice trim(struct slice text) {
    while (text.length > 0 && strchr(" \t-,.;:!?", text.data[0])) {
        text = slice_of(text.data + 1, text.length - 1);
    }
    while (text.length > 0 && strchr(" \t-,.;:!?", text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

static size_t count_spaces(struct slice text) {
    size_t spaces = 0;
    for (size_t i = 0; i < text.length; i++) {
        spaces += text.data[i] == ' ';
    }
    return spaces;
}

/* Whether a phrase is of capitals alone, which make another word of a function word: "US". */
static bool is_acronym(const char *code, struct slice text, struct slice normalised) {
    const struct language *language = language_find(slice_of(code, 2));
    for (size_t i = 0; i < text.length; i++) {
        if (!ascii_is_upper(text.data[i])) {
            return false;
        }
    }
    for (const char *const *word = language ? language->function_words : NULL; word && *word;
         word++) {
        if (slice_equal(normalised, slice_of_string(*word))) {
            return text.length > 1;
        }
    }
    return false;
}

/* Appends what a phrase is known by. */
static void append_key(const char *code, struct slice text, struct bytes *out) {
    bytes_append(out, code, 2);
    size_t start = out->length;
    text = trim(text);
    word_normalise(text, out);
    struct slice normalised = bytes_slice(out);
    if (!out->failed &&
        is_acronym(code, text, slice_of(normalised.data + start, normalised.length - start))) {
        out->length = start;
        bytes_append_slice(out, text);
    }
}

/* The number of a phrase; *usable is false for one that is empty or too long. */
static bool phrase_number(struct translation_graph *graph, const char *code, struct slice text,
                          uint32_t *number, bool *usable) {
    struct bytes *scratch = &graph->scratch;
    bytes_clear(scratch);
    append_key(code, text, scratch);
    *usable = scratch->length > 2 && scratch->length < 150 &&
              count_spaces(bytes_slice(scratch)) < LEXICON_WORDS &&
              !memchr(scratch->data, '_', scratch->length);
    if (scratch->failed) {
        return false;
    }
    if (!*usable) {
        return true;
    }
    bool added;
    uint64_t *language = map_insert(graph->codes, slice_of(code, 2), &added);
    if (language && added) {
        *language = map_count(graph->codes) - 1;
    }
    uint64_t *value = language ? map_insert(graph->phrases, bytes_slice(scratch), &added) : NULL;
    if (!value) {
        return false;
    }
    if (added) {
        *value = (map_count(graph->phrases) - 1) << 8 | *language;
    }
    *number = (uint32_t)(*value >> 8);
    return *language < LANGUAGES_MOST;
}

/* Notes that there is an edge from the phrase to a language. */
static bool reach(struct translation_graph *graph, uint32_t phrase, unsigned language) {
    size_t phrases = map_count(graph->phrases);
    if (!array_reserve(&graph->reached, &graph->reached_capacity, phrases,
                       sizeof *graph->reached)) {
        return false;
    }
    while (graph->reached_count < phrases) {
        graph->reached[graph->reached_count++] = 0;
    }
    graph->reached[phrase] |= UINT32_C(1) << language;
    return true;
}

static unsigned language_of(const struct translation_graph *graph, uint32_t phrase) {
    return *map_value(graph->phrases, phrase) & 0xFF;
}

static bool add_edge(struct translation_graph *graph, uint32_t from, uint32_t to, double score) {
    if (!array_reserve(&graph->edges, &graph->capacity, graph->count + 1, sizeof *graph->edges)) {
        return false;
    }
    graph->edges[graph->count++] = (struct edge){from, to, (float)score};
    return reach(graph, from, language_of(graph, to));
}

bool translation_graph_add(struct translation_graph *graph, const char *a_code, struct slice a,
                           const char *b_code, struct slice b, double score, struct error *error) {
    uint32_t from, to;
    bool from_usable, to_usable;
    if (!phrase_number(graph, a_code, a, &from, &from_usable) ||
        !phrase_number(graph, b_code, b, &to, &to_usable)) {
        return error_set_memory(error);
    }
    if (!from_usable || !to_usable || memcmp(a_code, b_code, 2) == 0) {
        return true;
    }
    return (add_edge(graph, from, to, score) && add_edge(graph, to, from, score)) ||
           error_set_memory(error);
}

bool translation_graph_add_like(struct translation_graph *graph, const char *code,
                                struct slice phrase, struct slice other, double factor,
                                struct error *error) {
    struct like like = {.factor = (float)factor};
    bool phrase_usable, other_usable;
    if (!phrase_number(graph, code, phrase, &like.phrase, &phrase_usable) ||
        !phrase_number(graph, code, other, &like.other, &other_usable) ||
        !array_reserve(&graph->likes, &graph->like_capacity, graph->like_count + 1,
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

bool translation_graph_knows(const struct translation_graph *graph, const char *code,
                             struct slice phrase, const char *to) {
    struct bytes key = {0};
    append_key(code, phrase, &key);
    const uint64_t *known = key.failed ? NULL : map_find(graph->phrases, bytes_slice(&key));
    const uint64_t *language = map_find(graph->codes, slice_of(to, 2));
    size_t number = known ? (size_t)(*known >> 8) : graph->reached_count;
    bytes_free(&key);
    return language && number < graph->reached_count && graph->reached[number] >> *language & 1;
}

static int compare_likes(const void *left, const void *right) {
    const struct like *a = left, *b = right;
    int order = (a->other > b->other) - (a->other < b->other);
    return order ? order : (a->phrase > b->phrase) - (a->phrase < b->phrase);
}

/* Gives phrases the edges of those that they are like: sorted edges and likes side by side. */
static bool follow_likes(struct translation_graph *graph) {
    size_t given = graph->count, first = 0;
    if (graph->like_count > 0) {
        qsort(graph->likes, graph->like_count, sizeof *graph->likes, compare_likes);
    }
    for (size_t i = 0; i < given; i++) {
        struct edge edge = graph->edges[i];
        while (first < graph->like_count && graph->likes[first].other < edge.from) {
            first++;
        }
        for (size_t j = first; j < graph->like_count && graph->likes[j].other == edge.from; j++) {
            const struct like *like = &graph->likes[j];
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

/* Sorts and merges the edges, and turns scores into probabilities. */
static bool prepare(struct translation_graph *graph) {
    sort_edges(graph);
    if (!follow_likes(graph)) {
        return false;
    }
    sort_edges(graph);
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
    size_t phrases = map_count(graph->phrases);
    graph->first = calloc(phrases + 1, sizeof *graph->first);
    graph->weight = calloc(phrases + 1, sizeof *graph->weight);
    if (!graph->first || !graph->weight) {
        return false;
    }
    for (size_t i = 0, phrase = 0; phrase <= phrases; phrase++) {
        graph->first[phrase] = i;
        double sums[LANGUAGES_MOST] = {0};
        size_t end = i;
        for (; end < graph->count && graph->edges[end].from == phrase; end++) {
            sums[language_of(graph, graph->edges[end].to)] += (double)graph->edges[end].score;
            graph->weight[phrase] += (double)graph->edges[end].score;
        }
        for (; i < end; i++) {
            struct edge *edge = &graph->edges[i];
            edge->score = (float)((double)edge->score / sums[language_of(graph, edge->to)]);
        }
    }
    return true;
}

/* The translations of one phrase that are being found. */
struct finding {
    struct map *numbers; /* of target phrases, as bytes; values are indexes below */
    double *mass;        /* by index: T(b|a) before it is divided */
    size_t capacity;
};

static bool add_mass(struct finding *finding, uint32_t target, double mass) {
    bool added;
    uint64_t *index =
        map_insert(finding->numbers, slice_of((const char *)&target, sizeof target), &added);
    if (!index) {
        return false;
    }
    if (added) {
        *index = map_count(finding->numbers) - 1;
        if (!array_reserve(&finding->mass, &finding->capacity, (size_t)*index + 1,
                           sizeof *finding->mass)) {
            return false;
        }
        finding->mass[*index] = 0;
    }
    finding->mass[*index] += mass;
    return true;
}

/* Collects T(b|phrase) for all b in our languages. */
static bool find_translations(const struct translation_graph *graph, const bool *ours,
                              uint32_t phrase, struct finding *finding) {
    unsigned own = language_of(graph, phrase);
    double whole[LANGUAGES_MOST] = {0}; /* by target language: the weights of ways that got there */
    double ways[LANGUAGES_MOST][LANGUAGES_MOST] = {0};
    map_clear(finding->numbers);
    for (size_t i = graph->first[phrase]; i < graph->first[phrase + 1]; i++) {
        const struct edge *step = &graph->edges[i];
        unsigned over = language_of(graph, step->to);
        double p = (double)step->score;
        if (ours[over]) {
            ways[over][over] += p;
            if (!add_mass(finding, step->to, p)) {
                return false;
            }
        }
        if (p < LEAST_STEP) {
            continue;
        }
        for (size_t j = graph->first[step->to]; j < graph->first[step->to + 1]; j++) {
            const struct edge *next = &graph->edges[j];
            unsigned target = language_of(graph, next->to);
            double reached = p * (double)next->score;
            if (!ours[target] || target == own || reached < LEAST_STEP) {
                continue;
            }
            ways[over][target] += PIVOT_WEIGHT * reached;
            if (!add_mass(finding, next->to, PIVOT_WEIGHT * reached)) {
                return false;
            }
        }
    }
    for (unsigned over = 0; over < LANGUAGES_MOST; over++) {
        for (unsigned target = 0; target < LANGUAGES_MOST; target++) {
            whole[target] += ways[over][target];
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

static bool add_found(struct found_list *list, struct found found) {
    if (!array_reserve(&list->items, &list->capacity, list->count + 1, sizeof *list->items)) {
        return false;
    }
    list->items[list->count++] = found;
    return true;
}

static bool find_all(const struct translation_graph *graph, const bool *ours,
                     struct found_list *list) {
    struct finding finding = {.numbers = map_new()};
    bool done = finding.numbers != NULL;
    for (uint32_t phrase = 0; done && phrase < map_count(graph->phrases); phrase++) {
        if (!ours[language_of(graph, phrase)]) {
            continue;
        }
        done = find_translations(graph, ours, phrase, &finding);
        for (size_t i = 0; done && i < map_count(finding.numbers); i++) {
            struct found found = {.from = phrase, .mass = finding.mass[i]};
            memcpy(&found.to, map_key(finding.numbers, i).data, sizeof found.to);
            done = add_found(list, found);
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

/* The terms of all phrases of our languages, in one block. */
struct term_table {
    struct bytes text;
    struct {
        size_t start, length, words;
        uint32_t next; /* number of the next one with the same terms, + 1; 0: none */
    } * phrase;
    struct map *keys;    /* the terms of all phrases */
    struct stems *stems; /* of each key */
};

/* Phrases that have the same terms. */
struct stems {
    uint32_t first; /* number of one, + 1 */
    double weight;  /* of the weightiest */
};

/* The stems of these terms, made where they are new; NULL when memory ran out. */
static struct stems *stems_of(struct term_table *table, struct slice terms) {
    bool added;
    uint64_t *value = map_insert(table->keys, terms, &added);
    if (value && added) {
        *value = map_count(table->keys) - 1;
    }
    return value ? &table->stems[*value] : NULL;
}

static bool make_terms(const struct translation_graph *graph, const bool *ours,
                       struct term_table *table, struct error *error) {
    struct analyzer *analyzer = analyzer_new(error);
    size_t phrases = map_count(graph->phrases);
    table->phrase = calloc(phrases + 1, sizeof *table->phrase);
    table->keys = map_new();
    table->stems = calloc(phrases + 1, sizeof *table->stems);
    bool done = analyzer && table->phrase && table->keys && table->stems;
    for (size_t i = 0; done && i < phrases; i++) {
        if (!ours[language_of(graph, (uint32_t)i)]) {
            continue;
        }
        struct slice key = map_key(graph->phrases, i);
        size_t start = table->text.length;
        size_t words = 0;
        done = phrase_terms(analyzer, slice_of(key.data + 2, key.length - 2),
                            language_find(slice_of(key.data, 2)), &table->text, &words, error);
        table->phrase[i].start = start;
        table->phrase[i].length = table->text.length - start;
        table->phrase[i].words = words;
        struct slice terms = slice_of(table->text.data + start, table->text.length - start);
        struct stems *stems = words > 0 ? stems_of(table, terms) : NULL;
        done = done && (words == 0 || stems);
        if (stems) {
            table->phrase[i].next = stems->first;
            stems->first = (uint32_t)i + 1;
            stems->weight = fmax(stems->weight, graph->weight[i]);
        }
    }
    analyzer_free(analyzer);
    return (done && !table->text.failed) || error_set_memory(error);
}

static void free_terms(struct term_table *table) {
    bytes_free(&table->text);
    free(table->phrase);
    map_free(table->keys);
    free(table->stems);
}

static struct slice terms_of(const struct term_table *table, uint32_t phrase) {
    return slice_of(table->text.data + table->phrase[phrase].start, table->phrase[phrase].length);
}

/* Where translations go. */
struct output {
    const struct translation_graph *graph;
    const struct term_table *table;
    struct lexicon_writer *writer;
    struct bytes form; /* scratch */
};

/* Writes a translation of a phrase for its stem and for each form of that, if there are several. Of
 * words with one stem, the one that dictionaries say most of speaks for the stem. */
static bool write_translation(struct output *output, uint32_t phrase, uint32_t to, double weight,
                              struct error *error) {
    const struct translation_graph *graph = output->graph;
    const struct term_table *table = output->table;
    struct slice stem = terms_of(table, phrase), terms = terms_of(table, to);
    const char *code = map_key(graph->phrases, to).data;
    const struct stems *stems = &table->stems[*map_find(table->keys, stem)];
    double share = graph->weight[phrase] / stems->weight;
    bool done = lexicon_writer_add(output->writer, stem, code, terms, weight * share, error);
    bool several = table->phrase[stems->first - 1].next > 0;
    for (uint32_t next = stems->first; done && several && next;
         next = table->phrase[next - 1].next) {
        struct slice text = map_key(graph->phrases, next - 1);
        if (memchr(text.data, ' ', text.length)) {
            continue;
        }
        bytes_clear(&output->form);
        bytes_append_byte(&output->form, '=');
        bytes_append_slice(&output->form, text);
        double other = fmin(1, graph->weight[phrase] / graph->weight[next - 1]);
        double counts = next - 1 == phrase ? 1 : STEM_WEIGHT * other;
        done = (!output->form.failed || error_set_memory(error)) &&
               lexicon_writer_add(output->writer, bytes_slice(&output->form), code, terms,
                                  weight * counts, error);
    }
    return done;
}

/* Writes the translations items[0 .. count) of one phrase. */
static bool write_phrase(struct output *output, const struct found_list *list,
                         const struct found *items, size_t count, struct error *error) {
    const struct translation_graph *graph = output->graph;
    uint32_t phrase = items[0].from;
    double best[LANGUAGES_MOST] = {0};
    bool done = true;
    for (int writing = 0; output->table->phrase[phrase].words > 0 && writing < 2; writing++) {
        for (size_t i = 0; done && i < count; i++) {
            double *most = &best[language_of(graph, items[i].to)];
            double weight = sqrt(items[i].mass * mass_of(list, items[i].to, phrase));
            if (!writing) {
                *most = weight > *most ? weight : *most;
            } else if (weight >= LEAST_WEIGHT && weight >= *most * LEAST_SHARE) {
                done = write_translation(output, phrase, items[i].to, weight, error);
            }
        }
    }
    return done;
}

bool translation_graph_write(struct translation_graph *graph, struct lexicon_writer *writer,
                             struct error *error) {
    bool ours[LANGUAGES_MOST] = {0};
    for (size_t i = 0; i < map_count(graph->codes); i++) {
        const struct language *language = language_find(map_key(graph->codes, i));
        ours[i] = language && language != language_other();
    }
    struct found_list list = {0};
    struct term_table table = {0};
    struct output output = {.graph = graph, .table = &table, .writer = writer};
    bool done = (prepare(graph) && find_all(graph, ours, &list)) || error_set_memory(error);
    done = done && make_terms(graph, ours, &table, error);
    if (done && list.count > 0) {
        qsort(list.items, list.count, sizeof *list.items, compare_found);
    }
    for (size_t i = 0; done && i < list.count;) {
        size_t end = i + 1;
        while (end < list.count && list.items[end].from == list.items[i].from) {
            end++;
        }
        done = write_phrase(&output, &list, &list.items[i], end - i, error);
        i = end;
    }
    free(list.items);
    free_terms(&table);
    bytes_free(&output.form);
    return done;
}
