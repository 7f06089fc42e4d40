#include "searcher/weighing.h"

#include "corpus/analysis/numbers.h"
#include "corpus/base/ascii.h"
#include "corpus/languages/identify.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"
#include "searcher/idf.h"
#include "searcher/question.h"
#include "searcher/rank.h"

#include <math.h>

/* Digits between two signs that part groups. */
#define DIGIT_GROUP 3

/* ---- the likely language --------------------------------------------------------------------- */

/* How likely a word of the query is in a language, by its share of the language's passages. */
static double word_likelihood(const struct reading *reading, const struct query_word *word,
                              const struct active_language *active) {
    double share = 0;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->language == active->language && at->kind == MATCH_EXACT) {
            double own = (double)at->passages / active->passages;
            own = at->function ? fmax(own, RANK_FUNCTION_WORD_SHARE) : own;
            share = fmax(share, own);
        }
    }
    return log(share + RANK_UNKNOWN_WORD_SHARE);
}

void reading_weigh_languages(struct reading *reading, struct slice words) {
    const struct language *identified =
        language_identify(words, slice_of("", 0), &reading->identified_confidence);
    double best = -INFINITY;
    reading->likely = reading->identified = identified;
    for (size_t i = 0; i < reading->language_count; i++) {
        struct active_language *active = &reading->languages[i];
        /* "Other" is also the answer for texts that are too short to tell: that speaks for none. */
        bool told = active->language == identified && identified != language_other();
        active->likelihood = told ? RANK_IDENTIFIED * reading->identified_confidence : 0;
        active->likelihood -= language_may_write(active->language, words) ? 0 : RANK_OTHER_SCRIPT;
        for (size_t j = 0; j < reading->word_count; j++) {
            active->likelihood += word_likelihood(reading, &reading->words[j], active);
        }
        if (active->likelihood > best) {
            best = active->likelihood;
            reading->likely = active->language;
        }
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        struct active_language *active = &reading->languages[i];
        active->weight =
            RANK_OTHER_LANGUAGE + (1 - RANK_OTHER_LANGUAGE) * exp(active->likelihood - best);
    }
}

/* ---- which words are used -------------------------------------------------------------------- */

/* Whether the word is left out though it makes the opposite of the one behind it. */
static bool is_left_negation(const struct reading *reading, const struct query_word *word) {
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->negation && at->language == reading->likely) {
            return word->use == SEARCH_WORD_FUNCTION;
        }
    }
    return false;
}

static bool is_function_word(const struct reading *reading, const struct query_word *word) {
    /* An operator with nothing to join, as while a query is being typed, is a function word even in
     * capitals, which else stand for a name (IT, WHO). */
    if (word->foreign_function || word->requests || query_is_operator(word->surface)) {
        return true;
    }
    if (word->written.length > 0) { /* "more" in "voda more" is no English word */
        return language_is_function_word(word->written);
    }
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->function && at->language == reading->likely) {
            return true;
        }
    }
    return false;
}

static bool has_content(const struct reading *reading) {
    bool content = false;
    for (size_t i = 0; i < reading->word_count && !content; i++) {
        const struct query_word *word = &reading->words[i];
        content = word->use == SEARCH_WORD_USED && !is_function_word(reading, word);
    }
    return content;
}

static void use_words(struct reading *reading) {
    reading->has_content = has_content(reading);
    /* Where nothing is asked for, what would ask for it is sought: the news of "news about". */
    for (size_t i = 0; i < reading->word_count && !reading->has_content; i++) {
        reading->words[i].requests = false;
    }
    reading->has_content = reading->has_content || has_content(reading);
    for (size_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        if (word->use != SEARCH_WORD_USED) {
            continue;
        }
        if (reading->has_content && is_function_word(reading, word)) {
            word->use = SEARCH_WORD_FUNCTION;
        } else if (!reading_has_passages(reading, word)) {
            word->use = SEARCH_WORD_UNKNOWN;
        }
    }
}

/* Whether a part of the word is used on its own. */
static bool is_whole(const struct reading *reading, uint32_t number) {
    for (uint32_t i = number + 1; reading_has_part(reading, number, i); i++) {
        if (reading->words[i].use == SEARCH_WORD_USED) {
            return true;
        }
    }
    return false;
}

/* Links each used word with the used ones beside it. The whole of a compound is beside nothing: its
 * parts are. */
static void link_words(struct reading *reading) {
    uint32_t last = UINT32_MAX;
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        word->previous = word->next = UINT32_MAX;
        bool negated = i > 0 && is_left_negation(reading, &reading->words[i - 1]);
        word->negation = negated ? i - 1 : UINT32_MAX;
        if (word->use != SEARCH_WORD_USED) {
            dropped += word->use != SEARCH_WORD_EXCLUDED;
        } else if (!is_whole(reading, i)) {
            word->previous = last;
            if (last != UINT32_MAX) {
                reading->words[last].next = i;
                reading->words[last].dropped = dropped;
            }
            last = i;
            dropped = 0;
        }
    }
}

/* ---- kinds, numbers and dates ---------------------------------------------------------------- */

/* Whether some passage has the word itself, or one of the words that it is made of. */
static bool is_direct(const struct reading *reading, const struct query_word *word) {
    const char *end = word->surface.data + word->surface.length;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *part = &reading->words[i];
        if (part->surface.data >= word->surface.data &&
            part->surface.data + part->surface.length <= end &&
            reading_direct_idf(reading, part, NULL) > 0) {
            return true;
        }
    }
    return false;
}

static double kind_weight(const struct reading *reading, const struct alternative *alternative) {
    bool direct = !reading->foreign && is_direct(reading, &reading->words[alternative->word]);
    switch (alternative->kind) {
    case MATCH_NAME:
        return !direct ? RANK_ONLY_NAME : reading->keywords ? RANK_NAMED_KEYWORD : RANK_NAME;
    case MATCH_TRANSLATION:
        return !direct             ? RANK_ONLY_TRANSLATION
               : reading->keywords ? RANK_TRANSLATED_KEYWORD
                                   : RANK_TRANSLATION;
    default:
        return 1;
    }
}

static bool is_number(const struct reading *reading, const struct query_word *word) {
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (at->passages > 0 && (term_is_number(at->term) || term_is_date(at->term))) {
            return true;
        }
    }
    return false;
}

static bool is_part_of_number(const struct reading *reading, uint32_t number) {
    for (uint32_t i = 0; i < number; i++) {
        const struct query_word *whole = &reading->words[i];
        if (whole->use == SEARCH_WORD_USED && reading_has_part(reading, i, number) &&
            is_number(reading, whole)) {
            return true;
        }
    }
    return false;
}

/* The digits of a number term, and what follows them: "1500", " USD". */
static struct slice number_digits(struct slice term, struct slice *unit) {
    size_t prefix = strlen(PREFIX_NUMBER), end = prefix;
    while (end < term.length && (ascii_is_digit(term.data[end]) || term.data[end] == '.')) {
        end++;
    }
    *unit = slice_of(term.data + end, term.length - end);
    return slice_of(term.data + prefix, end - prefix);
}

/* Whether `whole` is what `fraction` is where its point parts groups: 1250 for 1.25, and so with
 * what a magnitude or unit makes of both: 1250000 W for 1250 W. */
static bool is_grouped_fraction(struct slice fraction, struct slice whole) {
    struct slice fraction_unit, whole_unit;
    struct slice digits = number_digits(fraction, &fraction_unit);
    struct slice all = number_digits(whole, &whole_unit);
    struct number grouped = {.length = digits.length};
    if (digits.length > NUMBER_DIGITS || !slice_equal(fraction_unit, whole_unit)) {
        return false;
    }
    memcpy(grouped.text, digits.data, digits.length);
    return number_scale(&grouped, DIGIT_GROUP) &&
           slice_equal(slice_of(grouped.text, grouped.length), all);
}

/* Whether the alternative is a fraction only in languages that have the other sign for it, while
 * passages have the whole number. */
static bool is_doubtful_fraction(const struct reading *reading,
                                 const struct alternative *fraction) {
    if (!term_is_number(fraction->term)) {
        return false;
    }
    for (const struct alternative *at = reading_first(reading, &reading->words[fraction->word]); at;
         at = reading_next(reading, at)) {
        if (at->passages > 0 && term_is_number(at->term) &&
            is_grouped_fraction(fraction->term, at->term)) {
            return true;
        }
    }
    return false;
}

/* ---- all together ---------------------------------------------------------------------------- */

/* Multiples of 2^-20: sums of these times whole numbers are exact in a double, whatever the order
 * of adding, so that shards and one index agree to the last bit. Not 0 but for 0: a word that tells
 * next to nothing, since all of a hundred thousand passages have it, is still found. */
static double round_factor(double factor) {
    double multiple = round(ldexp(factor, 20));
    return ldexp(factor > 0 ? fmax(multiple, 1) : 0, -20);
}

/* What an alternative that counts weighs; passages have it. */
static double weigh_alternative(const struct reading *reading,
                                const struct alternative *alternative) {
    const struct query_word *word = &reading->words[alternative->word];
    size_t active = reading_language(reading, alternative->language);
    double weight = idf_of_alternative(reading, alternative) * alternative->certainty *
                    kind_weight(reading, alternative);
    bool compound = (alternative->kind == MATCH_EXACT || alternative->kind == MATCH_NAME) &&
                    !is_number(reading, word) && is_whole(reading, alternative->word);
    weight *= compound ? RANK_COMPOUND : 1;
    weight *= is_part_of_number(reading, alternative->word) ? RANK_NUMBER_PART : 1;
    weight *= reading_is_part_of_date(reading, alternative, 1) ? RANK_DATE_PART : 1;
    weight *= is_doubtful_fraction(reading, alternative) ? RANK_DOUBTFUL_FRACTION : 1;
    if (alternative->kind < MATCH_NAME && active < reading->language_count) {
        weight *= reading->languages[active].weight;
    }
    return weight;
}

static void weigh_alternatives(struct reading *reading) {
    for (size_t i = 0; i < reading->alternative_count; i++) {
        struct alternative *alternative = &reading->alternatives[i];
        struct query_word *word = &reading->words[alternative->word];
        bool left_out = alternative->function && reading->has_content;
        if (word->use != SEARCH_WORD_USED || alternative->passages == 0 || left_out) {
            continue;
        }
        double weight = weigh_alternative(reading, alternative);
        alternative->factor = round_factor(weight / WEIGHT_SCALE);
        word->weight = fmax(word->weight, weight);
    }
}

/* A name is the same in all languages: where it is written as in the query it counts no less than
 * where it only sounds so, whatever language the query is in. Among keywords alone: what a question
 * asks is answered in its own language first (pooled tydi-en would lose .0023 of nDCG@10). */
static void level_names(struct reading *reading) {
    for (size_t i = 0; i < reading->word_count && reading->keywords; i++) {
        struct alternative *first = reading_first(reading, &reading->words[i]);
        double most = 0;
        for (struct alternative *at = first; at; at = reading_next(reading, at)) {
            most = at->kind == MATCH_NAME ? fmax(most, at->factor) : most;
        }
        for (struct alternative *at = first; at; at = reading_next(reading, at)) {
            at->factor = at->named && at->factor > 0 ? fmax(most, at->factor) : at->factor;
        }
    }
}

/* The least factor of the words that a prefix stands for, also of one that does not count where the
 * query has it by itself: a function word, or an excluded one. 0 where passages have none. */
static double find_prefix_factor(const struct reading *reading, const struct leaf *prefix,
                                 const struct alternative *own) {
    double least = INFINITY;
    for (const struct alternative *at = own; at; at = reading_next(reading, at)) {
        least = at->passages > 0 ? fmin(least, weigh_alternative(reading, at)) : least;
    }
    for (size_t i = 0; i < prefix->beside_count; i++) {
        const struct alternative *at = &reading->alternatives[prefix->beside[i]];
        least = at->passages > 0 ? fmin(least, weigh_alternative(reading, at)) : least;
    }
    return isinf(least) ? 0 : round_factor(least / WEIGHT_SCALE);
}

static void level_prefixes(struct reading *reading) {
    for (size_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        struct leaf *leaf = word->prefix;
        if (!leaf || leaf->excluded) {
            continue;
        }
        leaf->factor = find_prefix_factor(reading, leaf, reading_first(reading, word));
        word->weight = word->weight > 0 ? leaf->factor * WEIGHT_SCALE : 0;
        for (struct alternative *at = reading_first(reading, word); at;
             at = reading_next(reading, at)) {
            at->factor = at->factor > 0 ? leaf->factor : 0;
        }
    }
}

/* Whether a part of the word adds to a score. */
static bool has_weighed_part(const struct reading *reading, uint32_t number) {
    for (uint32_t i = number + 1; reading_has_part(reading, number, i); i++) {
        if (reading->words[i].weight > 0) {
            return true;
        }
    }
    return false;
}

static void sum_words(struct reading *reading) {
    for (uint32_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        reading->words_weighed += word->weight > 0;
        word->capitalised = unicode_capitals(word->surface) != CAPITALS_NONE;
        word->covers = word->weight > 0 && !has_weighed_part(reading, i);
        reading->words_covering += word->covers;
        reading->weight_covering += word->covers ? word->weight : 0;
    }
}

bool reading_weigh(struct reading *reading, struct arena *arena) {
    use_words(reading);
    if (!question_read(reading, arena)) {
        return false;
    }
    link_words(reading);
    weigh_alternatives(reading);
    level_names(reading);
    level_prefixes(reading);
    sum_words(reading);
    return true;
}
