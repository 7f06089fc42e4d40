#include "searcher/idf.h"

#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"
#include "searcher/rank.h"

#include <math.h>

/* What the surest translation of a word into a language (NULL: any) tells; 0 where it has none
 * there. */
static double translated_idf(const struct reading *reading, const struct query_word *word,
                             const struct language *language) {
    double idf = 0;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->kind == MATCH_TRANSLATION && (!language || at->language == language) &&
            at->passages > 0) {
            idf = fmax(idf, at->idf * at->certainty);
        }
    }
    return idf;
}

/* What the surest translation into the alternative's language (any, for a name) tells of its word;
 * of the whole that the word is a part of where the word itself has none: "times" in "ancient
 * times". 0 where there is none. */
static double translated_whole_idf(const struct reading *reading,
                                   const struct alternative *alternative) {
    double idf = translated_idf(reading, &reading->words[alternative->word], alternative->language);
    for (uint32_t i = 0; idf <= 0 && i < alternative->word; i++) {
        idf = reading_has_part(reading, i, alternative->word)
                  ? translated_idf(reading, &reading->words[i], alternative->language)
                  : 0;
    }
    return idf;
}

/* Whether the word may be a name by its sound alone: no passage has it as it is written, without
 * the capital of names, and those that have the name write it with the letters of the query. Rather
 * it is misspelt: "measels" is no Michiels. */
static bool is_doubtful_name(const struct reading *reading, const struct alternative *name) {
    const struct query_word *word = &reading->words[name->word];
    if (!alternative_is_sound(name) || unicode_capitals(word->surface) != CAPITALS_NONE ||
        reading_direct_idf(reading, word, NULL) > 0) {
        return false;
    }
    for (size_t i = 0; i < name->stem_count; i++) {
        const struct language *language = name->stems[i].language;
        if (language && language->script != reading->likely->script) {
            return false;
        }
    }
    return true;
}

/* The greatest idf of the query's other words as they stand in its language; 0: there is none. */
static double other_direct_idf(const struct reading *reading, uint32_t word) {
    double idf = 0;
    for (uint32_t i = 0; i < reading->word_count; i++) {
        const struct query_word *other = &reading->words[i];
        bool counts = i != word && other->use == SEARCH_WORD_USED;
        idf = counts ? fmax(idf, reading_direct_idf(reading, other, reading->likely)) : idf;
    }
    return idf;
}

/* The greatest idf of a word that was typed out in Latin letters, as its language writes it; 0: it
 * was not. */
static double typed_out_idf(const struct reading *reading, const struct query_word *word) {
    double idf = 0;
    for (const struct alternative *at = word->written.length > 0 ? reading_first(reading, word)
                                                                 : NULL;
         at; at = reading_next(reading, at)) {
        bool typed_out = at->kind == MATCH_NAME && at->language && at->passages > 0;
        idf = typed_out ? fmax(idf, at->idf) : idf;
    }
    return idf;
}

/* What the word tells that small letters rather make than a name; 0: no passage has it. */
static double small_word_idf(const struct reading *reading, const struct alternative *name) {
    double idf = 0;
    for (const struct alternative *at = reading_first(reading, &reading->words[name->word]); at;
         at = reading_next(reading, at)) {
        bool beside = at->kind == MATCH_EXACT && at->language == name->language &&
                      !at->small_name && at->passages > 0;
        idf = beside ? fmax(idf, at->idf) : idf;
    }
    return idf;
}

/* The idf of a term, limited by what the word itself tells in the query's own language, or in that
 * which it was typed out from:
 *
 * - A word of the query's language is rare among passages in other languages, where it only happens
 *   to be a word. That rarity says nothing, so it counts no more there than in its own language.
 * - A part of a compound that the query's language lacks ("orang" of "orang-orang") counts no more
 *   than the compound.
 * - A translation counts no more than the word. It may be rarer only because the index has more
 *   passages in its language.
 * - A doubtful name counts less than the words that are sure, a name in small letters less than the
 *   word that these make.
 *
 * Where hardly any passage is in the query's language, its own idf cannot be trusted: among so few
 * passages nothing is rare. Then the translations are the measure. The word itself counts no less
 * than they do; what looks like it in another language ("industry" in one Indonesian passage) or
 * sounds like it ("Poles" of "Police") counts no more, nor does what is so like a part of
 * several words that are translated as one. */
static double told_idf(const struct reading *reading, const struct alternative *alternative) {
    const struct query_word *word = &reading->words[alternative->word];
    if (reading->foreign) {
        bool exact = alternative->kind == MATCH_EXACT && alternative->language;
        bool own = exact && alternative->language == reading->foreign;
        if (own) {
            return fmax(alternative->idf, translated_idf(reading, word, NULL));
        }
        double translated = exact || alternative->kind == MATCH_NAME
                                ? translated_whole_idf(reading, alternative)
                                : 0;
        return translated > 0 ? fmin(alternative->idf, translated) : alternative->idf;
    }
    double likely = reading_direct_idf(reading, word, reading->likely);
    if (is_doubtful_name(reading, alternative)) {
        likely = RANK_DOUBTFUL_NAME * other_direct_idf(reading, alternative->word);
    }
    for (uint32_t i = 0; likely <= 0 && i < alternative->word; i++) {
        likely = reading_has_part(reading, i, alternative->word)
                     ? reading_direct_idf(reading, &reading->words[i], reading->likely)
                     : 0;
    }
    likely = likely > 0 ? likely : typed_out_idf(reading, word);
    double beside = alternative->small_name ? small_word_idf(reading, alternative) : 0;
    likely = beside > 0 ? RANK_SMALL_NAME * beside : likely;
    bool is_word = alternative->kind == MATCH_NAME || alternative->language; /* not a number */
    return is_word && likely > 0 ? fmin(alternative->idf, likely) : alternative->idf;
}

/* Whether a passage in the language that has the term is one that the translation finds: among
 * keywords, where it is one of the translation's own words, as the "global" of "pemanasan global"
 * for "global warming". That some Indonesian passages have an English "attack" says nothing of
 * those with "serangan jantung". In questions, any in the translation's language: nDCG@10 over the
 * pooled collections would lose .0003 to .0006. */
static bool meets_translation(const struct reading *reading, const struct alternative *translation,
                              struct slice term, const struct language *language) {
    return language == translation->language &&
           (!reading->keywords || alternative_has_term(translation, term));
}

/* Whether the word finds by itself what the translation finds. Its own translations do so where
 * they are words of that one. */
static bool finds_translated(const struct reading *reading, const struct query_word *word,
                             const struct alternative *translation) {
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        bool found = false;
        if (at->kind == MATCH_TRANSLATION) {
            found = at->with_count == 0 && alternative_has_term(translation, at->term);
        } else if (!alternative_is_sound(at)) {
            found =
                !at->language || meets_translation(reading, translation, at->term, at->language);
        }
        found &= at->passages > 0;
        for (size_t i = 0; i < at->stem_count; i++) {
            found |=
                meets_translation(reading, translation, at->stems[i].term, at->stems[i].language);
        }
        if (found) {
            return true;
        }
    }
    return false;
}

/* How a term must be met by a name: the name is found by it or sounds like it; or begins so at
 * least, as "United" does by its stem "unite". */
enum naming { NAMING_WHOLE, NAMING_BEGUN };

static bool is_name_by(const struct alternative *name, struct slice term, enum naming naming) {
    char own[NAME_KEY_BYTES];
    size_t prefix = strlen(PREFIX_NAME);
    struct slice key = slice_of(name->term.data + prefix, name->term.length - prefix);
    struct slice stem = slice_of(own, name_key(term_stem(term), own));
    bool begun = naming == NAMING_BEGUN && stem.length > 0 && slice_starts_with(key, stem);
    bool found = begun || slice_equal(stem, key);
    for (size_t i = 0; i < name->stem_count && !found; i++) {
        found = slice_equal(name->stems[i].term, term);
    }
    return found;
}

/* Whether the word finds the term as a name, too. */
static bool finds_as_name(const struct reading *reading, const struct query_word *word,
                          struct slice term, enum naming naming) {
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (alternative_is_sound(at) && at->passages > 0 && is_name_by(at, term, naming)) {
            return true;
        }
    }
    return false;
}

/* Whether the word finds, as a name, one of the words of its translation: "Аральское море" is "Laut
 * Aral", in which "Aral" is found besides. */
static bool finds_name_of(const struct reading *reading, const struct query_word *word,
                          const struct alternative *translation) {
    bool found = finds_as_name(reading, word, translation->term, NAMING_WHOLE);
    for (size_t i = 0; i < translation->with_count && !found; i++) {
        found = finds_as_name(reading, word, translation->with[i], NAMING_WHOLE);
    }
    return found;
}

/* Whether one of the words that the whole is made of finds the term as a name. */
static bool is_found_by_part(const struct reading *reading, uint32_t whole, struct slice term,
                             enum naming naming) {
    for (uint32_t i = whole + 1; reading_has_part(reading, whole, i); i++) {
        if (reading->words[i].use == SEARCH_WORD_USED &&
            finds_as_name(reading, &reading->words[i], term, naming)) {
            return true;
        }
    }
    return false;
}

/* Whether a translation of several words is their names, and no more: "Джоко Видодо" of "Joko
 * Widodo". They are found as such already; counted twice, they went before the very words. */
static bool is_names_of_parts(const struct reading *reading,
                              const struct alternative *translation) {
    enum naming naming = translation->with_count > 0 ? NAMING_BEGUN : NAMING_WHOLE;
    bool names = is_found_by_part(reading, translation->word, translation->term, naming);
    for (size_t i = 0; i < translation->with_count && names; i++) {
        names = is_found_by_part(reading, translation->word, translation->with[i], naming);
    }
    return names;
}

double idf_of_alternative(const struct reading *reading, const struct alternative *alternative) {
    double told = told_idf(reading, alternative), sum = 0, unnamed = 0;
    size_t words = 0;
    bool direct = false, known = false, named = false;
    if (alternative->kind != MATCH_TRANSLATION) {
        return told;
    }
    if (is_names_of_parts(reading, alternative)) {
        return 0;
    }
    for (uint32_t i = alternative->word + 1; reading_has_part(reading, alternative->word, i); i++) {
        const struct query_word *part = &reading->words[i];
        bool counts = part->use == SEARCH_WORD_USED || part->use == SEARCH_WORD_UNKNOWN;
        if (!counts || reading_has_parts(reading, i)) {
            continue;
        }
        double idf = reading_direct_idf(reading, part, reading->likely);
        double tells = idf > 0 ? fmin(told, idf) : told;
        bool by_name = finds_name_of(reading, part, alternative);
        words++;
        known |= idf > 0;
        named |= by_name;
        unnamed += by_name ? 0 : tells;
        if (!by_name && !finds_translated(reading, part, alternative)) {
            sum += tells;
            direct |= idf > 0;
        }
    }
    if (reading->keywords && named && known && !reading->foreign) {
        return fmin(told, unnamed);
    }
    if ((!reading->foreign && known) || words == 0) {
        return direct ? fmax(told, sum) : told;
    }
    size_t further = words - 1 < alternative->with_count ? words - 1 : alternative->with_count;
    return told + RANK_FURTHER_WORD * alternative->with_idf * (double)further;
}
