#include "searcher/related.h"

#include "corpus/analysis/numbers.h"
#include "corpus/languages/language.h"
#include "searcher/rank.h"

#include <math.h>

/* Numbers up to this may stand for ordinals. */
#define RELATED_ORDINAL_MOST 39

static bool add_stem(struct reading_maker *maker, size_t leaf, uint32_t like_number,
                     struct slice term, double weight) {
    struct reading *reading = maker->reading;
    const struct alternative own = reading->alternatives[like_number]; /* adding moves them */
    struct alternative related = {
        .term = term,
        .language = own.language,
        .kind = own.kind == MATCH_EXACT ? MATCH_STEM : own.kind,
        .word = own.word,
        .certainty = own.certainty * weight,
    };
    size_t number = reading->alternative_count;
    if (map_find(reading->terms, term)) {
        return true;
    }
    if (!reading_add_beside(maker, leaf, &related)) {
        return false;
    }
    /* A rare adjective must not weigh more than the name it is made of. */
    struct alternative *added = &reading->alternatives[number];
    added->idf = own.passages > 0 ? fmin(added->idf, own.idf) : added->idf;
    return true;
}

bool related_add_to(struct reading_maker *maker, size_t leaf, uint32_t number) {
    const struct language *language = maker->reading->alternatives[number].language;
    struct slice stem = term_stem(maker->reading->alternatives[number].term);
    size_t length;
    char term[LANGUAGE_CODE_BYTES + LANGUAGE_STEM_BYTES];
    memcpy(term, language->code, LANGUAGE_CODE_BYTES);
    for (size_t n = 0; (length = analyzer_related(maker->analyzer, language, stem, n,
                                                  term + LANGUAGE_CODE_BYTES)) > 0;
         n++) {
        if (!add_stem(maker, leaf, number, slice_of(term, LANGUAGE_CODE_BYTES + length),
                      RANK_RELATED)) {
            return false;
        }
    }
    return true;
}

/* "Perang Dunia 2" is the second one, too. */
static bool add_ordinal(struct reading_maker *maker, size_t leaf, uint32_t number) {
    struct slice term = maker->reading->alternatives[number].term;
    char ordinal[sizeof PREFIX_NUMBER "39."];
    bool small = term.length > 1 && term.length + 1 < sizeof ordinal && term_is_number(term) &&
                 number_small(slice_of(term.data + 1, term.length - 1), RELATED_ORDINAL_MOST) > 0;
    if (!small) {
        return true;
    }
    memcpy(ordinal, term.data, term.length);
    ordinal[term.length] = '.';
    return add_stem(maker, leaf, number, slice_of(ordinal, term.length + 1), RANK_ORDINAL);
}

static bool has_related(const struct alternative *alternative) {
    return alternative->kind == MATCH_EXACT && !alternative->function && alternative->language &&
           alternative->language->related;
}

bool related_add(struct reading_maker *maker) {
    const struct reading *reading = maker->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        bool wished = leaf_is_wished(leaf);
        for (size_t j = 0; wished && j < reading->language_count; j++) {
            const struct leaf_reading *in = &leaf->readings[j];
            for (size_t k = 0; k < in->count; k++) {
                uint32_t number = in->tokens[k].alternative;
                if (!add_ordinal(maker, i, number) ||
                    (has_related(&reading->alternatives[number]) &&
                     !related_add_to(maker, i, number))) {
                    return false;
                }
            }
        }
    }
    return true;
}
