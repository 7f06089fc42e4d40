#include "searcher/reading_maker.h"

#include "searcher/time_limit.h"

#include <math.h>

bool reading_check_time(const struct reading_maker *maker) {
    return time_check(maker->started, maker->limits->time_ms, maker->error);
}

bool reading_get_word(struct reading_maker *maker, struct slice surface, uint32_t *number) {
    struct reading *reading = maker->reading;
    uintptr_t span[2] = {(uintptr_t)surface.data, surface.length};
    bool added;
    uint64_t *known = map_insert(maker->spans, slice_of((const char *)span, sizeof span), &added);
    if (known && !added) {
        *number = (uint32_t)*known;
        return true;
    }
    struct query_word *words = arena_grow(maker->arena, reading->words, reading->word_count,
                                          &reading->word_capacity, sizeof *words);
    if (!known || !words) {
        return error_set_memory(maker->error);
    }
    reading->words = words;
    *number = (uint32_t)reading->word_count++;
    *known = *number;
    words[*number] =
        (struct query_word){.surface = surface, .use = SEARCH_WORD_REPEATED, .phrase_only = true};
    return true;
}

bool reading_get_first(struct reading_maker *maker, struct slice surface, struct slice term,
                       bool excluded, uint32_t *number) {
    const struct reading *reading = maker->reading;
    if (!reading_get_word(maker, surface, number)) {
        return false;
    }
    const uint64_t *known = map_find(reading->terms, term);
    if (known && !excluded && reading->words[*number].use == SEARCH_WORD_REPEATED) {
        *number = reading->alternatives[*known].word;
    }
    return true;
}

/* Until it gets a term, a word is the repetition of another. One that is excluded in one place and
 * wished for in another is searched: what the exclusion means is for the plan to say. */
bool reading_admit_word(struct reading_maker *maker, struct query_word *word, bool excluded) {
    struct reading *reading = maker->reading;
    if (word->use == SEARCH_WORD_REPEATED && reading->words_used >= maker->limits->words) {
        word->use = SEARCH_WORD_LIMIT;
        reading->words_left_out++;
    } else if (word->use == SEARCH_WORD_REPEATED) {
        word->use = excluded ? SEARCH_WORD_EXCLUDED : SEARCH_WORD_USED;
        reading->words_used++;
    } else if (word->use == SEARCH_WORD_EXCLUDED && !excluded) {
        word->use = SEARCH_WORD_USED;
    }
    return word->use != SEARCH_WORD_LIMIT;
}

bool reading_add_form(struct reading_maker *maker, struct alternative *alternative,
                      struct slice form) {
    struct reading *reading = maker->reading;
    if (form.length == 0 || reading_has_form(reading, alternative, form)) {
        return true;
    }
    struct query_form *forms = arena_grow(maker->arena, reading->forms, reading->form_count,
                                          &reading->form_capacity, sizeof *forms);
    if (!forms) {
        return error_set_memory(maker->error);
    }
    reading->forms = forms;
    forms[reading->form_count] =
        (struct query_form){arena_copy(maker->arena, form), alternative->form};
    alternative->form = (uint32_t)++reading->form_count;
    return true;
}

double reading_idf(const struct reading_maker *maker, const struct language *language,
                   uint32_t passages) {
    const struct reading *reading = maker->reading;
    size_t active = reading_language(reading, language);
    uint32_t of = active < reading->language_count ? reading->languages[active].passages
                                                   : maker->index->passages;
    double in = passages < of ? passages : of;
    return log(1 + (of - in + 0.5) / (in + 0.5));
}

bool reading_add_alternative(struct reading_maker *maker, const struct alternative *like,
                             uint32_t *number) {
    struct reading *reading = maker->reading;
    struct alternative *alternatives =
        arena_grow(maker->arena, reading->alternatives, reading->alternative_count,
                   &reading->alternative_capacity, sizeof *alternatives);
    uint64_t *known = map_insert(reading->terms, like->term, NULL);
    if (!known || !alternatives) {
        return error_set_memory(maker->error);
    }
    reading->alternatives = alternatives;
    *number = (uint32_t)reading->alternative_count++;
    *known = *number;
    struct alternative *alternative = &alternatives[*number];
    struct query_word *word = &reading->words[like->word];
    *alternative = *like;
    alternative->term = arena_copy(maker->arena, like->term);
    alternative->certainty = like->certainty > 0 ? like->certainty : 1;
    alternative->next = word->first;
    word->first = *number + 1;
    if (like->alike > 0) {
        return true; /* the index is not asked for it */
    }
    if (!alternative_is_sound(like) &&
        !index_get_frequency(maker->index, like->term, &alternative->passages, maker->error)) {
        return false;
    }
    alternative->idf = reading_idf(maker, like->language, alternative->passages);
    return true;
}

bool reading_put_beside(struct reading_maker *maker, struct leaf *leaf, uint32_t number) {
    uint32_t *grown = arena_grow(maker->arena, leaf->beside, leaf->beside_count,
                                 &leaf->beside_capacity, sizeof *grown);
    if (!grown) {
        return error_set_memory(maker->error);
    }
    leaf->beside = grown;
    grown[leaf->beside_count++] = number;
    return true;
}

bool reading_add_beside(struct reading_maker *maker, size_t leaf_number,
                        const struct alternative *like) {
    uint32_t number;
    return reading_add_alternative(maker, like, &number) &&
           reading_put_beside(maker, &maker->reading->leaves[leaf_number], number);
}
