/* graph_order.c - which translation of a phrase goes before another, whatever the dictionaries have
 * more of. */
#include "corpus/languages/language.h"
#include "corpus/lexicon/graph.h"
#include "corpus/lexicon/translation_graph.h"

static struct slice way_key(const struct way *way) {
    return slice_of((const char *)way, sizeof *way);
}

/* Says what belongs to a way, unless it was said before. */
static bool add_way(struct map *ways, const struct way *way, uint32_t phrase) {
    bool added;
    uint64_t *value = map_insert(ways, way_key(way), &added);
    if (value && added) {
        *value = phrase;
    }
    return value != NULL;
}

bool translation_graph_add_attribute(struct translation_graph *graph, struct phrase adjective,
                                     struct slice noun, const char *from, struct error *error) {
    struct way way;
    uint32_t number;
    bool known;
    const uint64_t *language = map_find(graph->codes, slice_of(from, LANGUAGE_CODE_BYTES));
    if (!graph_find_pair(graph, adjective, (struct phrase){adjective.code, noun}, &way.phrase,
                         &number, &known)) {
        return error_set_memory(error);
    }
    if (!known || !language) {
        return true;
    }
    way.language = (uint32_t)*language;
    return add_way(graph->nouns, &way, number) || error_set_memory(error);
}

bool translation_graph_add_first(struct translation_graph *graph, struct phrase phrase,
                                 struct phrase first, struct error *error) {
    struct way way;
    uint32_t number;
    bool known;
    if (!graph_find_pair(graph, phrase, first, &way.phrase, &number, &known)) {
        return error_set_memory(error);
    }
    if (!known) {
        return true;
    }
    way.language = language_of(graph, number);
    return add_way(graph->firsts, &way, number) || error_set_memory(error);
}

const uint64_t *graph_noun(const struct translation_graph *graph, uint32_t adjective,
                           uint32_t from) {
    return map_find(graph->nouns, way_key(&(struct way){adjective, from}));
}

const uint64_t *graph_first(const struct translation_graph *graph, uint32_t phrase, uint32_t to) {
    return map_find(graph->firsts, way_key(&(struct way){phrase, to}));
}
