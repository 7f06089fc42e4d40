#include "searcher/reading_maker.h"

#include "corpus/languages/identify.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/across.h"
#include "searcher/question.h"
#include "searcher/rank.h"
#include "searcher/related.h"

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

/* ---- words ----------------------------------------------------------------------------------- */

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

uint32_t reading_find(const struct reading *reading, const struct token *token) {
    if (!term_sieve_holds(&reading->sieve, token->place)) {
        return UINT32_MAX;
    }
    const uint64_t *known = map_find(reading->terms, token->term);
    return known ? (uint32_t)*known : UINT32_MAX;
}

/* Okapi BM25's inverse document frequency in the form that is never negative (Robertson and
 * Zaragoza 2009, 3.2, with 1 added in the logarithm). */
static double inverse_frequency(uint32_t passages, uint32_t of) {
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
    size_t active = reading_language(reading, like->language);
    uint32_t of = active < reading->language_count ? reading->languages[active].passages
                                                   : maker->index->passages;
    if (like->alike > 0) {
        return true; /* the index is not asked for it */
    }
    if (like->kind != MATCH_NAME &&
        !index_get_frequency(maker->index, like->term, &alternative->passages, maker->error)) {
        return false;
    }
    alternative->idf = inverse_frequency(alternative->passages, of);
    return true;
}

bool reading_add_beside(struct reading_maker *maker, size_t leaf_number,
                        const struct alternative *like) {
    struct leaf *leaf = &maker->reading->leaves[leaf_number];
    uint32_t number;
    if (!reading_add_alternative(maker, like, &number)) {
        return false;
    }
    uint32_t *grown = arena_grow(maker->arena, leaf->beside, leaf->beside_count,
                                 &leaf->beside_capacity, sizeof *grown);
    if (!grown) {
        return error_set_memory(maker->error);
    }
    leaf->beside = grown;
    grown[leaf->beside_count++] = number;
    return true;
}

/* ---- leaves ---------------------------------------------------------------------------------- */

/* Takes one token of a leaf. *number becomes that of its alternative, or UINT32_MAX where its word
 * is beyond the limit. */
static bool read_token(struct reading_maker *maker, const struct leaf *leaf,
                       const struct language *language, const struct token *token,
                       struct slice text, uint32_t *number) {
    struct reading *reading = maker->reading;
    *number = UINT32_MAX;
    uint32_t word;
    if (!reading_get_word(maker, slice_of(text.data + token->start, token->end - token->start),
                          &word)) {
        return false;
    }
    reading->words[word].repaired |= (token->flags & TOKEN_REPAIRED) != 0;
    const uint64_t *known = map_find(reading->terms, token->term);
    if (known) {
        *number = (uint32_t)*known;
        word = reading->alternatives[*number].word;
        if (!leaf->excluded) {
            reading_admit_word(maker, &reading->words[word], false);
        }
    } else if (!reading_admit_word(maker, &reading->words[word], leaf->excluded)) {
        return true;
    } else {
        bool stem = token->kind == TOKEN_STEM;
        struct alternative like = {
            .term = token->term,
            .language = stem ? language : NULL,
            .kind = MATCH_EXACT,
            .function = stem && (token->flags & TOKEN_FUNCTION_WORD),
            .word = word,
        };
        if (!reading_add_alternative(maker, &like, number)) {
            return false;
        }
    }
    reading->words[word].phrase_only &= leaf->as_phrase;
    return reading_add_form(maker, &reading->alternatives[*number], token->form);
}

static bool read_leaf_in(struct reading_maker *maker, const struct leaf *leaf,
                         const struct language *language, struct leaf_reading *out) {
    struct slice text = leaf->node->text;
    struct token_list list;
    if (!analyzer_run(maker->analyzer, text, language, ANALYSIS_QUERY, &list, maker->error)) {
        return false;
    }
    struct leaf_token *tokens = arena_take(maker->arena, list.count * sizeof *tokens);
    if (!tokens) {
        return error_set_memory(maker->error);
    }
    out->tokens = tokens;
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        uint32_t number;
        if (token->kind == TOKEN_NAME) {
            continue; /* for across_add to say */
        }
        if (!read_token(maker, leaf, language, token, text, &number)) {
            return false;
        }
        if (number != UINT32_MAX) {
            tokens[out->count++] =
                (struct leaf_token){number, token->position, arena_copy(maker->arena, token->form)};
            out->positions =
                token->position + 1 > out->positions ? token->position + 1 : out->positions;
        }
    }
    return true;
}

/* ---- prefixes -------------------------------------------------------------------------------- */

struct expansion {
    struct slice word;
    uint64_t frequency;
};

/* Keeps the most frequent words; the first in byte order of equally frequent ones. */
static void keep_expansion(struct expansion *kept, size_t *count, size_t most,
                           struct expansion expansion) {
    size_t at = *count;
    while (at > 0 && kept[at - 1].frequency < expansion.frequency) {
        at--;
    }
    if (at >= most) {
        return;
    }
    *count += *count < most;
    memmove(kept + at + 1, kept + at, (*count - at - 1) * sizeof *kept);
    kept[at] = expansion;
}

/* The words of the index that begin with the prefix, the most frequent ones first. */
static bool find_expansions(struct reading_maker *maker, struct slice prefix,
                            struct expansion *kept, size_t *count) {
    size_t most = maker->limits->expansions;
    size_t seen = 0;
    struct schema_words *words = schema_words_open(maker->index->xapian, prefix, maker->error);
    struct slice word;
    uint64_t frequency;
    bool read = words != NULL;
    *count = 0;
    while (read && (read = schema_words_next(words, &word, &frequency, maker->error)) &&
           frequency > 0) {
        seen++;
        if (*count < most || frequency > kept[*count - 1].frequency) {
            keep_expansion(kept, count, most,
                           (struct expansion){arena_copy(maker->arena, word), frequency});
        }
    }
    schema_words_free(words);
    maker->reading->prefixes_cut += seen > most;
    return read;
}

/* The terms of one word that begins with a prefix, as further alternatives of the prefix's word. */
static bool add_expansion(struct reading_maker *maker, uint32_t word, struct slice expansion,
                          const struct language *language) {
    struct token_list list;
    if (!analyzer_run(maker->analyzer, expansion, language, ANALYSIS_QUERY, &list, maker->error)) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        uint32_t number;
        struct alternative like = {
            .term = token->term, .language = language, .kind = MATCH_EXACT, .word = word};
        bool whole = token->start == 0 && token->end == expansion.length;
        if (token->kind == TOKEN_STEM && whole && !map_find(maker->reading->terms, token->term) &&
            !reading_add_alternative(maker, &like, &number)) {
            return false;
        }
    }
    return true;
}

static bool read_prefix(struct reading_maker *maker, struct leaf *leaf) {
    struct reading *reading = maker->reading;
    struct bytes normalised = {0};
    word_normalise(leaf->node->text, &normalised);
    leaf->prefix = arena_copy(maker->arena, bytes_slice(&normalised));
    bytes_free(&normalised);
    struct expansion *expansions =
        arena_take(maker->arena, (maker->limits->expansions + 1) * sizeof *expansions);
    uint32_t word;
    size_t count;
    if (!expansions || !reading_get_word(maker, leaf->node->text, &word)) {
        return error_set_memory(maker->error);
    }
    reading->words[word].phrase_only = false;
    reading->words[word].prefix = leaf->prefix;
    if (!reading_admit_word(maker, &reading->words[word], leaf->excluded)) {
        return true;
    }
    if (!find_expansions(maker, leaf->prefix, expansions, &count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < reading->language_count; j++) {
            if (!add_expansion(maker, word, expansions[i].word, reading->languages[j].language)) {
                return false;
            }
        }
    }
    return true;
}

static bool read_leaf(struct reading_maker *maker, struct query_node *node, bool as_phrase,
                      bool excluded) {
    struct reading *reading = maker->reading;
    struct leaf *leaves = arena_grow(maker->arena, reading->leaves, reading->leaf_count,
                                     &reading->leaf_capacity, sizeof *leaves);
    struct leaf_reading *readings =
        arena_take(maker->arena, (reading->language_count + 1) * sizeof *readings);
    if (!leaves || !readings) {
        return error_set_memory(maker->error);
    }
    reading->leaves = leaves;
    node->reading = (uint32_t)reading->leaf_count++;
    struct leaf *leaf = &leaves[node->reading];
    *leaf = (struct leaf){
        .node = node, .as_phrase = as_phrase, .excluded = excluded, .readings = readings};
    reading->has_phrases |= as_phrase;
    reading->takes_words |= node->kind == QUERY_PREFIX || node->exact;
    if (node->kind == QUERY_PREFIX) {
        return read_prefix(maker, leaf);
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        if (!read_leaf_in(maker, leaf, reading->languages[i].language, &readings[i])) {
            return false;
        }
    }
    return true;
}

/* One run of characters without blanks. */
static bool is_one_run(struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] <= ' ') {
            return false;
        }
    }
    return true;
}

/* A compound that is demanded or excluded ("a AND COVID-19", "-COVID-19") is its parts one behind
 * the other; wished for, each of them counts. */
static bool read_nodes(struct reading_maker *maker, struct query_node *node, bool strict,
                       bool excluded) {
    switch (node->kind) {
    case QUERY_TEXT:
        return read_leaf(maker, node, strict && is_one_run(node->text), excluded);
    case QUERY_PREFIX:
        return read_leaf(maker, node, false, excluded);
    case QUERY_PHRASE:
        return read_leaf(maker, node, true, excluded);
    case QUERY_SEQUENCE:
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
    case QUERY_TITLE:
        for (struct query_node *child = node->child; child; child = child->next) {
            if (!read_nodes(maker, child, node->kind == QUERY_AND || node->kind == QUERY_NOT,
                            excluded != (node->kind == QUERY_NOT))) {
                return false;
            }
        }
        return true;
    case QUERY_LANGUAGE:
    case QUERY_SOURCE:
    case QUERY_DATE:
        break;
    }
    return true;
}

/* ---- the likely language, function words, weights ----------------------------------------------
 */

/* How likely a word of the query is in a language, by its share of the language's passages. */
static double word_likelihood(const struct reading *reading, const struct query_word *word,
                              const struct active_language *active) {
    double share = 0;
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->language == active->language && alternative->kind == MATCH_EXACT) {
            double own = (double)alternative->passages / active->passages;
            own = alternative->function ? fmax(own, RANK_FUNCTION_WORD_SHARE) : own;
            share = fmax(share, own);
        }
    }
    return log(share + RANK_UNKNOWN_WORD_SHARE);
}

static void weigh_languages(struct reading *reading, struct slice query) {
    double confidence = 0;
    const struct language *identified = language_identify(query, slice_of("", 0), &confidence);
    double best = -INFINITY;
    reading->likely = identified;
    for (size_t i = 0; i < reading->language_count; i++) {
        struct active_language *active = &reading->languages[i];
        /* That no language is told of a word or two speaks for none. */
        bool told = active->language == identified && identified != language_other();
        active->likelihood = told ? RANK_IDENTIFIED * confidence : 0;
        active->likelihood -= language_may_write(active->language, query) ? 0 : RANK_OTHER_SCRIPT;
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

static bool is_function_word(const struct reading *reading, const struct query_word *word) {
    /* An operator with nothing to join, as while a query is being typed, is a function word even in
     * capitals, which else stand for a name (IT, WHO). */
    if (word->foreign_function || query_is_operator(word->surface)) {
        return true;
    }
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->function && alternative->language == reading->likely) {
            return true;
        }
    }
    return false;
}

static bool has_passages(const struct reading *reading, const struct query_word *word) {
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        if (reading->alternatives[next - 1].passages > 0) {
            return true;
        }
    }
    return false;
}

static void use_words(struct reading *reading) {
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        reading->has_content |= word->use == SEARCH_WORD_USED && !is_function_word(reading, word);
    }
    for (size_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        if (word->use != SEARCH_WORD_USED) {
            continue;
        }
        if (reading->has_content && is_function_word(reading, word)) {
            word->use = SEARCH_WORD_FUNCTION;
        } else if (!has_passages(reading, word)) {
            word->use = SEARCH_WORD_UNKNOWN;
        }
    }
}

static bool has_direct(const struct reading *reading, const struct query_word *word) {
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->passages > 0 && alternative->kind == MATCH_EXACT) {
            return true;
        }
    }
    return false;
}

/* Whether some passage has the word itself, or one of the words that it is made of. */
static bool is_direct(const struct reading *reading, const struct query_word *word) {
    const char *end = word->surface.data + word->surface.length;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *part = &reading->words[i];
        if (part->surface.data >= word->surface.data &&
            part->surface.data + part->surface.length <= end && has_direct(reading, part)) {
            return true;
        }
    }
    return false;
}

static double kind_weight(const struct reading *reading, const struct alternative *alternative) {
    bool direct = is_direct(reading, &reading->words[alternative->word]);
    switch (alternative->kind) {
    case MATCH_NAME:
        return direct ? RANK_NAME : RANK_ONLY_NAME;
    case MATCH_TRANSLATION:
        return !direct             ? RANK_ONLY_TRANSLATION
               : reading->keywords ? RANK_TRANSLATED_KEYWORD
                                   : RANK_TRANSLATION;
    default:
        return 1;
    }
}

/* Multiples of 2^-20: sums of these times whole numbers are exact in a double, whatever the order
 * of adding, so that shards and one index agree to the last bit. */
static double round_factor(double factor) {
    return ldexp(round(ldexp(factor, 20)), -20);
}

/* The inverse frequency of a word as it stands in a language; 0 where no passage has it there. */
static double idf_in(const struct reading *reading, const struct query_word *word,
                     const struct language *language) {
    double idf = 0;
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->language == language && alternative->kind == MATCH_EXACT &&
            alternative->passages > 0) {
            idf = fmax(idf, alternative->idf);
        }
    }
    return idf;
}

static bool ends_before(const struct query_word *word, const struct query_word *other) {
    return word->surface.data + word->surface.length <= other->surface.data;
}

/* Whether word `part` stands in word `whole`, once words are sorted: parts follow their whole. */
static bool has_part(const struct reading *reading, uint32_t whole, uint32_t part) {
    return part < reading->word_count &&
           !ends_before(&reading->words[whole], &reading->words[part]);
}

bool reading_has_parts(const struct reading *reading, size_t number) {
    return has_part(reading, (uint32_t)number, (uint32_t)number + 1);
}

/* What the term tells. A word of the query's language is rare in another one, where it only looks
 * like a word: it tells no more there. So do parts of a compound ("orang" of "orang-orang"). Nor
 * does a translation that is rare only since the index has more passages in its language. */
static double told_idf(const struct reading *reading, const struct alternative *alternative) {
    const struct query_word *word = &reading->words[alternative->word];
    double likely = idf_in(reading, word, reading->likely);
    for (uint32_t i = 0; likely <= 0 && i < alternative->word; i++) {
        const struct query_word *whole = &reading->words[i];
        likely = ends_before(whole, word) ? 0 : idf_in(reading, whole, reading->likely);
    }
    return alternative->kind != MATCH_NAME && alternative->language && likely > 0
               ? fmin(alternative->idf, likely)
               : alternative->idf;
}

/* Whether the word finds passages in the language by more than translations. */
static bool finds_in(const struct reading *reading, const struct query_word *word,
                     const struct language *language) {
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        bool same = !alternative->language || alternative->language == language;
        bool found = same && alternative->passages > 0 && alternative->kind != MATCH_NAME &&
                     alternative->kind != MATCH_TRANSLATION;
        for (size_t i = 0; i < alternative->stem_count; i++) {
            found |= alternative->stems[i].language == language;
        }
        if (found) {
            return true;
        }
    }
    return false;
}

/* What the term tells of all the words that it stands for: where several are translated as one
 * ("toilet paper"), passages with their translation answer each of them, as those do that have the
 * words themselves, if there are any. Words that its language has besides are found by themselves.
 */
static double covered_idf(const struct reading *reading, const struct alternative *alternative) {
    double told = told_idf(reading, alternative), sum = 0;
    bool direct = false;
    if (alternative->kind != MATCH_TRANSLATION) {
        return told;
    }
    for (uint32_t i = alternative->word + 1; has_part(reading, alternative->word, i); i++) {
        const struct query_word *part = &reading->words[i];
        bool counts = part->use == SEARCH_WORD_USED || part->use == SEARCH_WORD_UNKNOWN;
        if (counts && !reading_has_parts(reading, i) &&
            !finds_in(reading, part, alternative->language)) {
            double idf = idf_in(reading, part, reading->likely);
            sum += idf > 0 ? fmin(told, idf) : told;
            direct |= idf > 0;
        }
    }
    return direct ? fmax(told, sum) : told;
}

/* Whether a part of the word is used on its own. */
static bool is_whole(const struct reading *reading, uint32_t number) {
    for (uint32_t i = number + 1; has_part(reading, number, i); i++) {
        if (reading->words[i].use == SEARCH_WORD_USED) {
            return true;
        }
    }
    return false;
}

static bool is_date(struct slice term) {
    return term.length > 0 && *term.data == '@';
}

static bool is_number(const struct reading *reading, const struct query_word *word) {
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->passages > 0 &&
            (*alternative->term.data == '#' || is_date(alternative->term))) {
            return true;
        }
    }
    return false;
}

/* Words are sorted: the whole stands before its parts. */
static bool is_part_of_number(const struct reading *reading, uint32_t number) {
    for (uint32_t i = 0; i < number; i++) {
        const struct query_word *whole = &reading->words[i];
        if (whole->use == SEARCH_WORD_USED && !ends_before(whole, &reading->words[number]) &&
            is_number(reading, whole)) {
            return true;
        }
    }
    return false;
}

/* Whether passages have a fuller date of the same word. */
static bool is_part_of_date(const struct reading *reading, const struct alternative *part) {
    const struct query_word *word = &reading->words[part->word];
    for (uint32_t next = word->first; next && is_date(part->term);
         next = reading->alternatives[next - 1].next) {
        const struct alternative *date = &reading->alternatives[next - 1];
        if (is_date(date->term) && date->term.length > part->term.length && date->passages > 0) {
            return true;
        }
    }
    return false;
}

static void weigh_alternatives(struct reading *reading) {
    for (size_t i = 0; i < reading->alternative_count; i++) {
        struct alternative *alternative = &reading->alternatives[i];
        struct query_word *word = &reading->words[alternative->word];
        bool left_out = alternative->function && reading->has_content;
        if (word->use != SEARCH_WORD_USED || alternative->passages == 0 || left_out) {
            continue;
        }
        size_t active = reading_language(reading, alternative->language);
        double weight = covered_idf(reading, alternative) * alternative->certainty *
                        kind_weight(reading, alternative);
        bool compound = alternative->kind == MATCH_EXACT && !is_number(reading, word) &&
                        is_whole(reading, alternative->word);
        weight *= compound ? RANK_COMPOUND : 1;
        weight *= is_part_of_number(reading, alternative->word) ? RANK_NUMBER_PART : 1;
        weight *= is_part_of_date(reading, alternative) ? RANK_DATE_PART : 1;
        if (alternative->kind != MATCH_TRANSLATION && active < reading->language_count) {
            weight *= reading->languages[active].weight;
        }
        alternative->factor = round_factor(weight / WEIGHT_SCALE);
        word->weight = fmax(word->weight, weight);
    }
}

static int compare_words(const void *left, const void *right) {
    const struct query_word *a = left, *b = right;
    return a->surface.data != b->surface.data
               ? (a->surface.data > b->surface.data) - (a->surface.data < b->surface.data)
               : (a->surface.length < b->surface.length) - (a->surface.length > b->surface.length);
}

/* Languages cut words differently: brings the words into the order of the query, the whole of a
 * compound before its parts. */
static void sort_words(struct reading *reading) {
    if (reading->word_count > 1) {
        qsort(reading->words, reading->word_count, sizeof *reading->words, compare_words);
    }
    for (uint32_t i = 0; i < reading->word_count; i++) {
        for (uint32_t next = reading->words[i].first; next;
             next = reading->alternatives[next - 1].next) {
            reading->alternatives[next - 1].word = i;
        }
    }
}

/* Links each used word with the used ones beside it. The whole of a compound is beside nothing: its
 * parts are. */
static void link_words(struct reading *reading) {
    uint32_t last = UINT32_MAX;
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < reading->word_count; i++) {
        struct query_word *word = &reading->words[i];
        word->previous = word->next = UINT32_MAX;
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

/* Whether a part of the word adds to a score. */
static bool has_weighed_part(const struct reading *reading, uint32_t number) {
    for (uint32_t i = number + 1; has_part(reading, number, i); i++) {
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

/* The words that a prefix stands for count as one: as the most frequent of them. */
static void level_prefixes(struct reading *reading) {
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        double least = INFINITY;
        for (int pass = 0; pass < 2 && word->prefix.length > 0; pass++) {
            for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
                struct alternative *alternative = &reading->alternatives[next - 1];
                if (alternative->factor > 0) {
                    least = fmin(least, alternative->factor);
                    alternative->factor = least;
                }
            }
        }
    }
}

/* ---- all together ------------------------------------------------------------------------------
 */

static bool take_languages(struct reading_maker *maker) {
    struct reading *reading = maker->reading;
    const struct index *index = maker->index;
    reading->languages =
        arena_take(maker->arena, (index->language_count + 1) * sizeof *reading->languages);
    if (!reading->languages) {
        return error_set_memory(maker->error);
    }
    for (size_t i = 0; i < index->language_count; i++) {
        reading->languages[reading->language_count++] = (struct active_language){
            .language = index->languages[i].language, .passages = index->languages[i].passages};
    }
    return true;
}

bool reading_make(struct reading *reading, struct slice text, struct query_node *query,
                  const struct across *across, struct index *index, struct analyzer *analyzer,
                  const struct search_limits *limits, struct arena *arena, struct error *error) {
    struct reading_maker maker = {reading, index, analyzer, limits, arena, error, map_new()};
    bool good = maker.spans || error_set_memory(error);
    good = good && take_languages(&maker) && (!query || read_nodes(&maker, query, false, false)) &&
           related_add(&maker) && (!across || across_add(across, &maker, text));
    map_free(maker.spans);
    if (!good || arena->failed) {
        return good ? error_set_memory(error) : false;
    }
    sort_words(reading);
    weigh_languages(reading, text);
    use_words(reading);
    if (!question_read(reading, arena)) {
        return error_set_memory(error);
    }
    link_words(reading);
    weigh_alternatives(reading);
    level_prefixes(reading);
    sum_words(reading);
    return true;
}

void reading_seek(struct reading *reading, struct analyzer *analyzer, bool all) {
    all |= reading->has_phrases || reading->takes_words;
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        bool counts = alternative->factor > 0 ||
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
