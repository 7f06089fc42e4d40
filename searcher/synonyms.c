/* Words of like meaning, which the lexicons know ("movie" and "film"), and abbreviations and what
 * they stand for ("UN" and "United Nations"). */
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

/* Whether the term is another number than is meant, which may be none: dictionaries, which do not
 * agree what a billion is, make "triliun" of "miliar". */
static bool is_other_number(const struct number_word *meant, const struct language *language,
                            struct slice term) {
    const struct number_word *number = meant ? find_number(language, term) : NULL;
    return number && (number->kind != meant->kind || number->value != meant->value);
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
        if (strcmp(translation.language, of->language->code) != 0 || translation.words > 1 ||
            map_find(maker->reading->terms, like.term) ||
            is_other_number(meant, of->language, like.term)) {
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

/* ---- abbreviations --------------------------------------------------------------------------- */

/* The words of an entry, which its abbreviation or what that stands for are alternatives of. */
struct abbreviated {
    const struct source *source;
    size_t at;     /* first of the source's words */
    uint32_t word; /* that covers them */
    double idf;    /* what they tell as they stand; 0: no passage has them */
    bool excluded;
};

/* What is meant must not tell more than what was typed. */
static void limit_idf(struct reading *reading, const struct abbreviated *of, size_t first) {
    for (size_t i = first; of->idf > 0 && i < reading->alternative_count; i++) {
        reading->alternatives[i].idf = fmin(reading->alternatives[i].idf, of->idf);
    }
}

/* Adds the other abbreviations of what one stands for ("US" for "USA", by "united states"): twice
 * removed, they count less than that. Of the phrase that is read, to the word `like` is for. */
static bool add_siblings(struct crossing *crossing, size_t leaf, struct alternative like,
                         struct slice phrase) {
    struct reading_maker *maker = crossing->maker;
    struct lexicon_word stems[LEXICON_WORDS] = {0};
    struct lexicon_match entry;
    struct translation translation;
    size_t count = 0;
    while (phrase.length > 0 && count < LEXICON_WORDS) {
        stems[count++].term = lexicon_take_term(&phrase);
    }
    if (!crossing_find_entry(crossing->across, stems, count, &entry) || entry.words != count) {
        return true;
    }
    like.certainty *= RANK_LIKE_MEANING;
    while (lexicon_next(&entry, &translation)) {
        like.term = translation.terms;
        if (strcmp(translation.language, like.language->code) == 0 && translation.words == 1 &&
            !map_find(maker->reading->terms, like.term) &&
            !reading_add_beside(maker, leaf, &like)) {
            return false;
        }
    }
    return true;
}

/* Adds what an entry has in its own language, of several words on either side. */
static bool take_abbreviations(struct crossing *crossing, const struct abbreviated *of,
                               const struct lexicon_match *entry) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    const struct language *language = of->source->language;
    size_t leaf = of->source->about[of->at].leaf, first = reading->alternative_count;
    struct lexicon_match rest = *entry;
    struct translation translation;
    bool enough = false; /* an excluded abbreviation stands for the surest alone, as translations */
    while (!enough && lexicon_next(&rest, &translation)) {
        struct alternative like = {
            .term = translation.terms,
            .language = language,
            .kind = MATCH_TRANSLATION,
            .word = of->word,
            .certainty = RANK_LIKE_MEANING * of->source->certainty,
        };
        bool several = translation.words > 1;
        if (strcmp(translation.language, language->code) != 0 || (entry->words == 1 && !several)) {
            continue;
        }
        if (several
                ? !crossing_add_several(crossing, leaf, like, NULL, true)
                : !map_find(reading->terms, like.term) && !reading_add_beside(maker, leaf, &like)) {
            return false;
        }
        enough = of->excluded && several && reading->alternative_count > first;
        if (entry->words == 1 && !of->excluded &&
            !add_siblings(crossing, leaf, like, translation.terms)) {
            return false;
        }
    }
    limit_idf(reading, of, first);
    return true;
}

/* Reads the words of an entry. *used is false where they are not searched for by themselves. */
static bool read_abbreviated(struct crossing *crossing, struct abbreviated *of, size_t words,
                             bool *used) {
    struct reading_maker *maker = crossing->maker;
    const struct source *source = of->source;
    *used = true;
    for (size_t i = of->at; i < of->at + words; i++) {
        uint32_t number;
        if (!reading_get_word(maker, source->about[i].surface, &number)) {
            return false;
        }
        const struct query_word *word = &maker->reading->words[number];
        *used = *used && word->use == (of->excluded ? SEARCH_WORD_EXCLUDED : SEARCH_WORD_USED);
        of->idf += reading_direct_idf(maker->reading, word, NULL);
    }
    return reading_get_word(maker, crossing_cover(source, of->at, words), &of->word);
}

/* The longest entry that begins with a word; by stems, which abbreviations are noted for. */
static bool find_entry(const struct crossing *crossing, const struct source *source, size_t at,
                       struct lexicon_match *entry) {
    struct lexicon_word stems[LEXICON_WORDS];
    size_t count = crossing_following(source, at);
    for (size_t i = 0; i < count; i++) {
        stems[i] = (struct lexicon_word){.term = source->words[at + i].term};
    }
    return crossing_find_entry(crossing->across, stems, count, entry);
}

/* Adds what the longest entry abbreviates that begins with a word, or what abbreviates it. *words
 * becomes how many words it has, at least 1. */
static bool add_abbreviations_at(struct crossing *crossing, const struct source *source, size_t at,
                                 size_t *words) {
    struct reading_maker *maker = crossing->maker;
    bool excluded = maker->reading->leaves[source->about[at].leaf].excluded;
    struct abbreviated of = {.source = source, .at = at, .excluded = excluded};
    struct lexicon_match entry;
    bool used;
    *words = 1;
    if (!find_entry(crossing, source, at, &entry) ||
        (entry.words == 1 && source->about[at].abridged)) {
        return true;
    }
    *words = entry.words;
    if (!read_abbreviated(crossing, &of, entry.words, &used)) {
        return false;
    }
    struct query_word *word = &maker->reading->words[of.word];
    if (!used || !reading_admit_word(maker, word, excluded)) {
        return true;
    }
    word->phrase_only = false;
    return take_abbreviations(crossing, &of, &entry);
}

/* How many words are wished for. */
static size_t count_wished(const struct crossing *crossing, const struct source *source) {
    const struct reading *reading = crossing->maker->reading;
    size_t wished = 0;
    for (size_t i = 0; i < source->count; i++) {
        wished += !source->words[i].bound && !reading->leaves[source->about[i].leaf].excluded;
    }
    return wished;
}

bool crossing_add_abbreviations(struct crossing *crossing, const struct source *source) {
    if (count_wished(crossing, source) > ACROSS_SYNONYMS_TO) {
        return true;
    }
    for (size_t i = 0, words; i < source->count; i += words) {
        if (!add_abbreviations_at(crossing, source, i, &words)) {
            return false;
        }
    }
    return true;
}

/* ---- all together ---------------------------------------------------------------------------- */

bool crossing_add_synonyms(struct crossing *crossing, const struct source *source) {
    const struct reading *reading = crossing->maker->reading;
    size_t wished = count_wished(crossing, source);
    bool few = wished >= ACROSS_SYNONYMS_FROM && wished <= ACROSS_SYNONYMS_TO;
    for (size_t i = 0; i < source->count; i++) {
        bool find = few && !reading->leaves[source->about[i].leaf].as_phrase;
        if (!source->about[i].abridged && !add_synonyms_of(crossing, source, i, find)) {
            return false;
        }
    }
    return true;
}
