#include "searcher/reading.h"

#include <math.h>
#include <stdlib.h>

bool reading_has_form(const struct reading *reading, const struct alternative *alternative,
                      struct slice form) {
    for (uint32_t next = alternative->form; next; next = reading->forms[next - 1].next) {
        if (slice_equal(reading->forms[next - 1].form, form)) {
            return true;
        }
    }
    return false;
}

size_t reading_language(const struct reading *reading, const struct language *language) {
    size_t number = 0;
    while (number < reading->language_count && reading->languages[number].language != language) {
        number++;
    }
    return number;
}

bool reading_has_part(const struct reading *reading, uint32_t whole, uint32_t part) {
    if (part >= reading->word_count) {
        return false;
    }
    struct slice surface = reading->words[whole].surface;
    return surface.data + surface.length > reading->words[part].surface.data;
}

bool reading_has_parts(const struct reading *reading, size_t number) {
    return reading_has_part(reading, (uint32_t)number, (uint32_t)number + 1);
}

bool reading_has_passages(const struct reading *reading, const struct query_word *word) {
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->passages > 0) {
            return true;
        }
    }
    return false;
}

bool reading_has_names(const struct reading *reading) {
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        if (alternative_is_sound(alternative) && alternative->factor > 0) {
            return true;
        }
    }
    return false;
}

double reading_direct_idf(const struct reading *reading, const struct query_word *word,
                          const struct language *language) {
    double idf = 0;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if ((!language || at->language == language) && at->kind == MATCH_EXACT &&
            at->passages > 0) {
            idf = fmax(idf, at->idf);
        }
    }
    return idf;
}

uint32_t reading_find(const struct reading *reading, const struct token *token) {
    if (!term_sieve_holds(&reading->sieve, token->place)) {
        return UINT32_MAX;
    }
    const uint64_t *known = map_find(reading->terms, token->term);
    return known ? (uint32_t)*known : UINT32_MAX;
}

static int compare_words(const void *left, const void *right) {
    const struct query_word *a = left, *b = right;
    return a->surface.data != b->surface.data
               ? (a->surface.data > b->surface.data) - (a->surface.data < b->surface.data)
               : (a->surface.length < b->surface.length) - (a->surface.length > b->surface.length);
}

const struct query_word *reading_find_word(const struct reading *reading, struct slice surface) {
    const struct query_word wanted = {.surface = surface};
    return reading->word_count > 0 ? bsearch(&wanted, reading->words, reading->word_count,
                                             sizeof *reading->words, compare_words)
                                   : NULL;
}

void reading_sort_words(struct reading *reading) {
    if (reading->word_count > 1) {
        qsort(reading->words, reading->word_count, sizeof *reading->words, compare_words);
    }
    for (uint32_t i = 0; i < reading->word_count; i++) {
        for (struct alternative *at = reading_first(reading, &reading->words[i]); at;
             at = reading_next(reading, at)) {
            at->word = i;
        }
    }
}

void reading_seek(struct reading *reading, struct analyzer *analyzer, bool all) {
    all |= reading->has_phrases || reading->takes_words;
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        bool counts = alternative->factor > 0 || alternative->negation ||
                      (alternative->alike > 0 && reading->words[alternative->word].weight > 0);
        if (!counts && !all) {
            continue;
        }
        analyzer_seek(analyzer, &reading->sieve, alternative->term);
        for (size_t j = 0; j < alternative->with_count; j++) {
            analyzer_seek(analyzer, &reading->sieve, alternative->with[j]);
        }
    }
}

bool reading_is_translated(const struct reading *reading, const struct leaf *leaf) {
    bool single = true;
    for (size_t i = 0; i < reading->language_count; i++) {
        single = single && leaf->readings[i].positions <= 1;
    }
    return leaf->node->kind == QUERY_TEXT && (single || !leaf->as_phrase);
}

bool reading_is_part_of_date(const struct reading *reading, const struct alternative *part,
                             uint32_t passages) {
    if (!term_is_date(part->term)) {
        return false;
    }
    for (const struct alternative *at = reading_first(reading, &reading->words[part->word]); at;
         at = reading_next(reading, at)) {
        if (term_is_date(at->term) && at->term.length > part->term.length &&
            at->passages >= passages) {
            return true;
        }
    }
    return false;
}

bool reading_prefers(const struct alternative *one, const struct alternative *other) {
    return one->kind != other->kind       ? one->kind < other->kind
           : one->factor != other->factor ? one->factor > other->factor
                                          : one < other;
}

static bool is_left_out(const struct query_word *word) {
    return word->use == SEARCH_WORD_FUNCTION;
}

bool reading_is_silent(const struct reading *reading, const struct leaf *leaf) {
    if (leaf->as_phrase || leaf->prefix.length > 0) {
        return false;
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        if (!is_left_out(&reading->words[reading->alternatives[leaf->beside[i]].word])) {
            return false;
        }
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            uint32_t number = reading->alternatives[leaf->readings[i].tokens[j].alternative].word;
            if (!is_left_out(&reading->words[number])) {
                return false;
            }
        }
    }
    return true;
}

bool alternative_has_term(const struct alternative *alternative, struct slice term) {
    bool has = slice_equal(term, alternative->term);
    for (size_t i = 0; i < alternative->with_count && !has; i++) {
        has = slice_equal(term, alternative->with[i]);
    }
    return has;
}
