/* Abbreviations, of phrases that mean the same by a translation that both have. */
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/abbreviation.h"
#include "corpus/lexicon/graph.h"
#include "corpus/lexicon/lexicon.h"

#include <stdlib.h>

/* Most phrases that a translation is of: what a table gives more of them is a kind of thing, no
 * meaning, and to compare each with each would take long. Dictionaries have none. */
#define PHRASES_MOST 1000

static struct slice phrase_text(const struct translation_graph *graph, uint32_t phrase) {
    struct slice key = map_key(graph->phrases, phrase);
    return slice_from(key, LANGUAGE_CODE_BYTES);
}

static bool is_one_word(struct slice text) {
    return !memchr(text.data, ' ', text.length) && !memchr(text.data, '-', text.length);
}

/* Whether the second phrase, which means what the first does, is what that abbreviates. */
static bool is_abbreviation(const struct translation_graph *graph, uint32_t word, uint32_t phrase) {
    const struct language *language =
        language_find(slice_of(map_key(graph->phrases, word).data, LANGUAGE_CODE_BYTES));
    struct slice text = phrase_text(graph, word), whole = phrase_text(graph, phrase);
    char small[LEXICON_PHRASE_BYTES];
    for (size_t i = 0; i < text.length; i++) {
        small[i] = ascii_to_lower(text.data[i]); /* "US" has kept its capitals (phrase_key.h) */
    }
    return !is_one_word(whole) && abbreviation_is_of(slice_of(small, text.length), whole, language);
}

/* Writes both as what the other one means in their own language. */
static bool write_abbreviation(struct output *output, uint32_t word, uint32_t phrase,
                               struct error *error) {
    const struct term_table *table = output->table;
    const char *code = map_key(output->graph->phrases, word).data;
    const uint32_t pair[] = {word, phrase};
    bool done = true;
    for (size_t i = 0; done && i < 2; i++) {
        done =
            lexicon_writer_add(output->writer, terms_of(table, table->phrase[pair[i]].terms), code,
                               terms_of(table, table->phrase[pair[1 - i]].translation), 1, error);
    }
    return done;
}

/* The phrases of a word's language that mean the same by some translation of it; first those that
 * the word abbreviates. */
struct meanings {
    uint32_t *phrases; /* owned */
    size_t count, capacity;
    size_t spelled; /* how many it abbreviates */
};

static bool add_meaning(struct meanings *meanings, uint32_t phrase, bool spelled) {
    if (!array_reserve(&meanings->phrases, &meanings->capacity, meanings->count + 1,
                       sizeof *meanings->phrases)) {
        return false;
    }
    uint32_t *place = &meanings->phrases[meanings->count++];
    if (spelled) {
        uint32_t *first = &meanings->phrases[meanings->spelled++];
        *place = *first;
        place = first;
    }
    *place = phrase;
    return true;
}

static bool find_meanings(const struct translation_graph *graph, uint32_t word,
                          struct meanings *meanings) {
    meanings->count = meanings->spelled = 0;
    for (size_t i = graph->first[word]; i < graph->first[word + 1]; i++) {
        uint32_t over = graph->edges[i].to;
        size_t first = graph->first[over], end = graph->first[over + 1];
        for (size_t j = first; j < end && end - first <= PHRASES_MOST; j++) {
            uint32_t phrase = graph->edges[j].to;
            if (language_of(graph, phrase) != language_of(graph, word) ||
                is_one_word(phrase_text(graph, phrase))) {
                continue;
            }
            if (!add_meaning(meanings, phrase, is_abbreviation(graph, word, phrase))) {
                return false;
            }
        }
    }
    return true;
}

/* Whether one that the word abbreviates goes on where this phrase ends: the USA are the United
 * States of America, and the United States. */
static bool begins_abbreviated(const struct translation_graph *graph,
                               const struct meanings *meanings, struct slice phrase) {
    for (size_t i = 0; i < meanings->spelled; i++) {
        struct slice whole = phrase_text(graph, meanings->phrases[i]);
        if (whole.length > phrase.length && whole.data[phrase.length] == ' ' &&
            slice_starts_with(whole, phrase)) {
            return true;
        }
    }
    return false;
}

bool graph_write_abbreviations(struct output *output, const bool *ours, struct error *error) {
    const struct translation_graph *graph = output->graph;
    struct meanings meanings = {0};
    bool done = true;
    for (uint32_t word = 0; done && word < map_count(graph->phrases); word++) {
        if (!ours[language_of(graph, word)] || !is_one_word(phrase_text(graph, word))) {
            continue;
        }
        done = find_meanings(graph, word, &meanings) || error_set_memory(error);
        for (size_t i = 0; done && i < meanings.count; i++) {
            struct slice text = phrase_text(graph, meanings.phrases[i]);
            done = !(i < meanings.spelled || begins_abbreviated(graph, &meanings, text)) ||
                   write_abbreviation(output, word, meanings.phrases[i], error);
        }
    }
    free(meanings.phrases);
    return done;
}
