/* Words of like meaning, which the lexicons know ("movie" and "film"). */
#include "corpus/languages/language.h"
#include "searcher/crossing.h"
#include "searcher/rank.h"

#include <math.h>

/* The number that a stem is, or a power of ten; NULL where it is neither. */
static const struct number_word *find_number(const struct language *language, struct slice term) {
    struct slice stem = term_stem(term);
    for (const struct number_word *row = language->number_words; row && row->form; row++) {
        if ((row->kind == NUMBER_WORD_CARDINAL || row->kind == NUMBER_WORD_MAGNITUDE) &&
            slice_equal(slice_of_string(row->form), stem)) {
            return row;
        }
    }
    return NULL;
}

/* Dictionaries, which do not agree what a billion is, make "triliun" of "miliar". */
static bool are_other_numbers(const struct number_word *a, const struct number_word *b) {
    return a && b && (a->kind != b->kind || a->value != b->value);
}

/* The surest of them finds passages. */
static bool add_synonym(struct crossing *crossing, size_t leaf, struct alternative like) {
    struct reading *reading = crossing->maker->reading;
    size_t number = reading->alternative_count;
    double idf = reading_direct_idf(reading, &reading->words[like.word], NULL);
    like.certainty = RANK_LIKE_MEANING * like.alike;
    like.alike = 0;
    if (!reading_add_beside(crossing->maker, leaf, &like)) {
        return false;
    }
    struct alternative *added = &reading->alternatives[number];
    added->idf = idf > 0 ? fmin(added->idf, idf) : added->idf;
    return true;
}

/* A word of the query that gets synonyms. */
struct synonymous {
    size_t leaf;
    uint32_t word;
    struct slice term;
    const struct language *language;
    bool find; /* they find passages; false once one of them does */
};

/* Adds those that one entry has. */
static bool take_synonyms(struct crossing *crossing, struct synonymous *of,
                          struct lexicon_match *match) {
    struct reading_maker *maker = crossing->maker;
    struct translation translation;
    const struct number_word *meant = find_number(of->language, of->term);
    uint32_t number;
    while (lexicon_next(match, &translation)) {
        struct alternative like = {
            .term = translation.terms,
            .language = of->language,
            .kind = MATCH_TRANSLATION,
            .word = of->word,
            .alike = translation.weight,
        };
        if (strcmp(translation.language, of->language->code) != 0 ||
            map_find(maker->reading->terms, like.term) ||
            are_other_numbers(meant, find_number(of->language, like.term))) {
            continue;
        }
        uint32_t passages = 0;
        if (of->find && like.alike >= ACROSS_SYNONYM_LEAST &&
            !index_get_frequency(maker->index, like.term, &passages, maker->error)) {
            return false;
        }
        if (passages > 0 ? !add_synonym(crossing, of->leaf, like)
                         : !reading_add_alternative(maker, &like, &number)) {
            return false;
        }
        of->find &= passages == 0;
    }
    return true;
}

static bool add_synonyms_of(struct crossing *crossing, const struct source *source, size_t at,
                            bool find) {
    const struct across *across = crossing->across;
    const struct lexicon_word stem = {.term = source->words[at].term};
    struct synonymous of = {.leaf = source->about[at].leaf,
                            .term = stem.term,
                            .language = source->language,
                            .find = find};
    if (!reading_get_word(crossing->maker, source->about[at].surface, &of.word)) {
        return false;
    }
    bool used = crossing->maker->reading->words[of.word].use == SEARCH_WORD_USED;
    for (size_t i = 0; used && i < across->count; i++) {
        struct lexicon_match match;
        if (lexicon_find(across->lexicons[i], &stem, 1, &match) &&
            !take_synonyms(crossing, &of, &match)) {
            return false;
        }
    }
    return true;
}

bool crossing_add_synonyms(struct crossing *crossing, const struct source *source) {
    const struct reading *reading = crossing->maker->reading;
    size_t wished = 0;
    for (size_t i = 0; i < source->count; i++) {
        wished += !source->words[i].bound && !reading->leaves[source->about[i].leaf].excluded;
    }
    bool few = wished >= ACROSS_SYNONYMS_FROM && wished <= ACROSS_SYNONYMS_TO;
    for (size_t i = 0; i < source->count; i++) {
        bool find = few && !reading->leaves[source->about[i].leaf].as_phrase;
        if (!source->about[i].abridged && !add_synonyms_of(crossing, source, i, find)) {
            return false;
        }
    }
    return true;
}
