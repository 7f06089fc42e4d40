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

bool crossing_add_several(struct crossing *crossing, size_t leaf, struct alternative like,
                          const struct lexicon_match *entry, bool together) {
    struct reading_maker *maker = crossing->maker;
    struct slice terms[LEXICON_WORDS], rest = like.term;
    double idf[LEXICON_WORDS];
    size_t count = 0, rarest = LEXICON_WORDS;
    uint32_t least = UINT32_MAX, fewest = UINT32_MAX;
    while (rest.length > 0 && count < LEXICON_WORDS) {
        terms[count] = lexicon_take_term(&rest);
        uint32_t passages;
        if (!index_get_frequency(maker->index, terms[count], &passages, maker->error)) {
            return false;
        }
        if (passages == 0) {
            return true;
        }
        if (passages < least && !map_find(maker->reading->terms, terms[count]) &&
            !(entry && is_single_translation(*entry, terms[count]))) {
            least = passages;
            rarest = count;
        }
        fewest = passages < fewest ? passages : fewest;
        idf[count++] = reading_idf(maker, like.language, passages);
    }
    if (rarest == LEXICON_WORDS) {
        return true;
    }
    uint32_t passages = 1;
    if (together && !index_count_together(maker->index, terms, count, 1, &passages, maker->error)) {
        return false;
    }
    if (passages == 0) {
        return true;
    }
    struct slice *with = arena_take(maker->arena, count * sizeof *with);
    if (!with) {
        return error_set_memory(maker->error);
    }
    like.term = terms[rarest];
    like.with = with;
    for (size_t i = 0; i < count; i++) {
        if (i != rarest) {
            with[like.with_count++] = arena_copy(maker->arena, terms[i]);
            like.with_idf += idf[i] / (double)(count - 1);
        }
    }
    if (!reading_add_beside(maker, leaf, &like)) {
        return false;
    }
    /* All its words are together in no more passages than the rarest, which another translation may
     * have as its term: "pelaku bom" is no more frequent than "bom". */
    struct reading *reading = maker->reading;
    struct alternative *added = &reading->alternatives[reading->alternative_count - 1];
    added->passages = fewest < added->passages ? fewest : added->passages;
    added->idf = reading_idf(maker, like.language, added->passages);
    return true;
}
