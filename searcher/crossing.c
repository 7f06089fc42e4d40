#include "searcher/crossing.h"

bool crossing_is_new_term(const struct crossing *crossing, struct slice term, bool *is_new) {
    struct reading_maker *maker = crossing->maker;
    uint32_t passages = 0;
    bool good = map_find(maker->reading->terms, term) ||
                index_get_frequency(maker->index, term, &passages, maker->error);
    *is_new = passages > 0;
    return good;
}

/* Whether the entry has the term as a translation by itself, too. */
static bool is_single_translation(struct lexicon_match entry, struct slice term) {
    struct translation translation;
    while (lexicon_next(&entry, &translation)) {
        if (translation.words == 1 && slice_equal(translation.terms, term)) {
            return true;
        }
    }
    return false;
}

/* The terms of several words, in the language of what they are added as. */
struct several {
    struct slice terms[LEXICON_WORDS];
    double idf[LEXICON_WORDS];
    size_t count;
    size_t rarest;   /* of those that are free; LEXICON_WORDS: none is */
    uint32_t fewest; /* passages with the term that fewest have; 0: reading stopped there */
};

/* Reads the terms up to the first that no passage has. */
static bool read_several(struct crossing *crossing, const struct alternative *like,
                         const struct lexicon_match *entry, struct several *several) {
    struct reading_maker *maker = crossing->maker;
    uint32_t least = UINT32_MAX;
    *several = (struct several){.rarest = LEXICON_WORDS, .fewest = UINT32_MAX};
    for (struct slice rest = like->term;
         rest.length > 0 && several->count < LEXICON_WORDS && several->fewest > 0;
         several->count++) {
        struct slice term = lexicon_take_term(&rest);
        uint32_t passages;
        if (!index_get_frequency(maker->index, term, &passages, maker->error)) {
            return false;
        }
        if (passages < least && !map_find(maker->reading->terms, term) &&
            !(entry && is_single_translation(*entry, term))) {
            least = passages;
            several->rarest = several->count;
        }
        several->fewest = passages < several->fewest ? passages : several->fewest;
        several->terms[several->count] = term;
        several->idf[several->count] = reading_idf(maker, like->language, passages);
    }
    return true;
}

bool crossing_add_several(struct crossing *crossing, size_t leaf, struct alternative like,
                          const struct lexicon_match *entry, bool together) {
    struct reading_maker *maker = crossing->maker;
    struct several several;
    if (!read_several(crossing, &like, entry, &several)) {
        return false;
    }
    uint32_t passages = several.rarest < LEXICON_WORDS ? several.fewest : 0;
    if (passages > 0 && together &&
        !index_count_together(maker->index, several.terms, several.count, 1, &passages,
                              maker->error)) {
        return false;
    }
    if (passages == 0) {
        return true;
    }
    struct slice *with = arena_allocate_zeros(maker->arena, several.count * sizeof *with);
    if (!with) {
        return error_set_memory(maker->error);
    }
    like.term = several.terms[several.rarest];
    like.with = with;
    for (size_t i = 0; i < several.count; i++) {
        if (i != several.rarest) {
            with[like.with_count++] = arena_copy(maker->arena, several.terms[i]);
            like.with_idf += several.idf[i] / (double)(several.count - 1);
        }
    }
    if (!reading_add_beside(maker, leaf, &like)) {
        return false;
    }
    /* All its words are together in no more passages than the rarest, which another translation may
     * have as its term: "pelaku bom" is no more frequent than "bom". */
    struct reading *reading = maker->reading;
    struct alternative *added = &reading->alternatives[reading->alternative_count - 1];
    added->passages = several.fewest < added->passages ? several.fewest : added->passages;
    added->idf = reading_idf(maker, like.language, added->passages);
    return true;
}
