#include "searcher/reading_leaves.h"

#include "corpus/base/array.h"
#include "corpus/unicode/normalise.h"

#include <stdlib.h>

/* ---- texts ----------------------------------------------------------------------------------- */

static bool is_quantity(const struct token *token) {
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_DATE;
}

/* Whether the number is the lesser of two that the same characters say: 90 of "90s", 17 of "17th".
 * As such it is no form of them: what is just "90" says less. */
static bool is_lesser(const struct token_list *list, const struct token *token) {
    const struct token *other = token;
    while (other > list->tokens && other[-1].position == token->position) {
        other--;
        if (is_quantity(token) && is_quantity(other) && other->start == token->start &&
            other->end == token->end) {
            return true;
        }
    }
    return false;
}

/* Whether the stem is that of a name which another word is read beside, since no capital tells. */
static bool is_small_name(const struct token *token, const struct language *language) {
    return token->kind == TOKEN_STEM && !(token->flags & TOKEN_CAPITALISED) &&
           term_stem(token->term).length > 0 &&
           slice_equal(term_stem(token->term), language_find_name(language, token->form));
}

/* Takes one token of a leaf. *number becomes that of its alternative, or UINT32_MAX where its word
 * is beyond the limit. */
static bool read_token(struct reading_maker *maker, const struct leaf *leaf,
                       const struct language *language, const struct token_list *list,
                       const struct token *token, uint32_t *number) {
    struct slice text = leaf->node->text;
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
    } else if (!reading_admit_word(maker, &reading->words[word], leaf->excluded)) {
        return true;
    } else {
        bool stem = token->kind == TOKEN_STEM;
        struct alternative like = {
            .term = token->term,
            .language = stem ? language : NULL,
            .kind = MATCH_EXACT,
            .function = stem && (token->flags & (TOKEN_FUNCTION_WORD | TOKEN_AFFIX)),
            .negation = stem && (token->flags & TOKEN_NEGATION),
            .small_name = is_small_name(token, language),
            .word = word,
        };
        if (!reading_add_alternative(maker, &like, number)) {
            return false;
        }
    }
    reading->words[word].phrase_only &= leaf->as_phrase;
    return is_lesser(list, token) ||
           reading_add_form(maker, &reading->alternatives[*number], token->form);
}

/* Where the next word begins. */
static uint32_t next_start(const struct token_list *list, const struct token *token) {
    const struct token *end = list->tokens + list->count, *next = token;
    while (next < end && next->position == token->position) {
        next++;
    }
    return next < end ? next->start : UINT32_MAX;
}

/* Whether the token only says what another one says better: of "second" that it is II, of "17th"
 * that it is 17, of "65%" that it is 65, of "8 May 2022" that it is in May. What is left out, or
 * demanded as a phrase, is what is written, no more. A number and the words behind it say as much
 * as their amount: "5 million" is in "5 million roubles". */
static bool is_implied(const struct token_list *list, const struct token *token) {
    const struct token *end = list->tokens + list->count, *other = token;
    uint32_t most = token->kind == TOKEN_NUMBER ? next_start(list, token) : UINT32_MAX;
    while (other > list->tokens && other[-1].position == token->position) {
        other--;
    }
    for (; is_quantity(token) && other < end && other->position == token->position; other++) {
        bool covers = other->start <= token->start && other->end >= token->end;
        bool wider = other->end - other->start > token->end - token->start;
        if (covers && other->end <= most && (wider ? is_quantity(other) : other < token)) {
            return true;
        }
    }
    return false;
}

static bool expect_tokens(struct reading_maker *maker, const struct token_list *list) {
    if (maker->index->local) {
        return true;
    }
    struct slice *terms = arena_allocate_zeros(maker->arena, list->count * sizeof *terms);
    size_t count = 0;
    for (size_t i = 0; terms && i < list->count; i++) {
        if (list->tokens[i].kind != TOKEN_NAME) {
            terms[count++] = list->tokens[i].term;
        }
    }
    return terms ? index_expect(maker->index, terms, count, maker->arena, maker->error)
                 : error_set_memory(maker->error);
}

static bool read_leaf_in(struct reading_maker *maker, const struct leaf *leaf,
                         const struct language *language, struct leaf_reading *out) {
    struct slice text = leaf->node->text;
    struct token_list list;
    if (!analyzer_run(maker->analyzer, text, language, ANALYSIS_QUERY, &list, maker->error) ||
        !expect_tokens(maker, &list)) {
        return false;
    }
    struct leaf_token *tokens = arena_allocate_zeros(maker->arena, list.count * sizeof *tokens);
    if (!tokens) {
        return error_set_memory(maker->error);
    }
    out->tokens = tokens;
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        uint32_t number;
        /* Names are for across_add to say. */
        bool literal = leaf->excluded || leaf->as_phrase;
        if (token->kind == TOKEN_NAME || (literal && is_implied(&list, token))) {
            continue;
        }
        if (!read_token(maker, leaf, language, &list, token, &number)) {
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
    array_keep(kept, count, most, sizeof expansion, at, &expansion);
}

/* The words of the index that begin with the leaf's prefix, the most frequent ones first. */
static bool find_expansions(struct reading_maker *maker, const struct leaf *leaf,
                            struct expansion *kept, size_t *count) {
    size_t most = maker->limits->expansions;
    size_t seen = 0;
    struct schema_words *words = index_open_words(maker->index, leaf->prefix, maker->error);
    struct slice word;
    uint64_t frequency;
    bool read = words && schema_words_expect(words, NULL, NULL, maker->error);
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
    /* What is excluded is looked for in the texts, where any word counts that begins with it. */
    maker->reading->prefixes_cut += seen > most && !leaf->excluded;
    return read;
}

/* Puts a term beside a leaf, once: "window" and "windows" have the same one. */
static bool put_once(struct reading_maker *maker, struct leaf *leaf, uint32_t number) {
    size_t i = 0;
    while (i < leaf->beside_count && leaf->beside[i] != number) {
        i++;
    }
    return i < leaf->beside_count || reading_put_beside(maker, leaf, number);
}

/* The terms of one word that begins with a prefix, as further alternatives of the prefix's word;
 * those that another word of the query has already, beside it. */
static bool add_expansion(struct reading_maker *maker, struct leaf *leaf, uint32_t word,
                          struct slice expansion, const struct language *language) {
    struct token_list list;
    if (!analyzer_run(maker->analyzer, expansion, language, ANALYSIS_QUERY, &list, maker->error)) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        uint32_t number;
        struct alternative like = {
            .term = token->term, .language = language, .kind = MATCH_EXACT, .word = word};
        if (token->kind != TOKEN_STEM || token->start > 0 || token->end < expansion.length) {
            continue;
        }
        const uint64_t *known = map_find(maker->reading->terms, token->term);
        uint32_t owner = known ? maker->reading->alternatives[*known].word : word;
        if (known ? owner != word && !put_once(maker, leaf, (uint32_t)*known)
                  : !reading_add_alternative(maker, &like, &number)) {
            return false;
        }
        maker->reading->words[owner].phrase_only &= leaf->excluded;
    }
    return true;
}

static bool read_prefix(struct reading_maker *maker, struct leaf *leaf) {
    struct reading *reading = maker->reading;
    struct bytes normalised = {0};
    word_normalise(leaf->node->text, &normalised);
    leaf->prefix = arena_copy(maker->arena, bytes_slice(&normalised));
    maker->arena->failed |= normalised.failed;
    bytes_free(&normalised);
    struct expansion *expansions =
        arena_allocate_zeros(maker->arena, maker->limits->expansions * sizeof *expansions);
    uint32_t word;
    size_t count;
    if (!expansions || !reading_get_word(maker, leaf->node->text, &word)) {
        return error_set_memory(maker->error);
    }
    reading->words[word].phrase_only = false;
    reading->words[word].prefix = leaf;
    if (!reading_admit_word(maker, &reading->words[word], leaf->excluded)) {
        return true;
    }
    if (!find_expansions(maker, leaf, expansions, &count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < reading->language_count; j++) {
            if (!add_expansion(maker, leaf, word, expansions[i].word,
                               reading->languages[j].language)) {
                return false;
            }
        }
    }
    return true;
}

/* ---- the tree -------------------------------------------------------------------------------- */

/* How the query asks for what is below a node of it. */
struct demand {
    bool strict; /* all of it, by AND or NOT, not as one word among others */
    bool excluded;
};

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
static bool is_phrase(const struct query_node *node, struct demand demand) {
    return node->kind == QUERY_PHRASE ||
           (node->kind == QUERY_TEXT && demand.strict && is_one_run(node->text));
}

static bool make_leaf(struct reading_maker *maker, struct query_node *node, struct demand demand) {
    struct reading *reading = maker->reading;
    struct leaf *leaves = arena_grow(maker->arena, reading->leaves, reading->leaf_count,
                                     &reading->leaf_capacity, sizeof *leaves);
    struct leaf_reading *readings =
        arena_allocate_zeros(maker->arena, reading->language_count * sizeof *readings);
    if (!leaves || !readings) {
        return error_set_memory(maker->error);
    }
    reading->leaves = leaves;
    struct leaf *leaf = &leaves[reading->leaf_count++];
    *leaf = (struct leaf){.node = node,
                          .as_phrase = is_phrase(node, demand),
                          .excluded = demand.excluded,
                          .readings = readings};
    reading->has_phrases |= leaf->as_phrase;
    reading->takes_words |= node->kind == QUERY_PREFIX || node->exact;
    return true;
}

/* What narrows an exclusion, "b" of "-(a -b)", is not what is searched for, either. */
static bool make_leaves(struct reading_maker *maker, struct query_node *node,
                        struct demand demand) {
    const struct demand below = {
        .strict = node->kind == QUERY_AND || node->kind == QUERY_NOT,
        .excluded = demand.excluded || node->kind == QUERY_NOT,
    };
    switch (node->kind) {
    case QUERY_TEXT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
        return make_leaf(maker, node, demand);
    case QUERY_SEQUENCE:
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
    case QUERY_TITLE:
        for (struct query_node *child = node->child; child; child = child->next) {
            if (!make_leaves(maker, child, below)) {
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

static bool read_leaf(struct reading_maker *maker, struct leaf *leaf) {
    const struct reading *reading = maker->reading;
    if (leaf->node->kind == QUERY_PREFIX) {
        return read_prefix(maker, leaf);
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        if (!read_leaf_in(maker, leaf, reading->languages[i].language, &leaf->readings[i])) {
            return false;
        }
    }
    return true;
}

/* A term belongs to the first word that is read with it: to one that is wished for before one that
 * is excluded, to a word before a prefix, to a longer prefix before a shorter one, whatever their
 * order in the query. */
static int compare_leaves(const void *left, const void *right) {
    const struct leaf *a = left, *b = right;
    bool a_prefix = a->node->kind == QUERY_PREFIX, b_prefix = b->node->kind == QUERY_PREFIX;
    struct slice a_text = a->node->text, b_text = b->node->text;
    return a->excluded != b->excluded ? a->excluded - b->excluded
           : a_prefix != b_prefix     ? a_prefix - b_prefix
           : a_prefix && a_text.length != b_text.length
               ? (a_text.length < b_text.length) - (a_text.length > b_text.length)
               : (a_text.data > b_text.data) - (a_text.data < b_text.data);
}

bool reading_read_leaves(struct reading_maker *maker, struct query_node *query) {
    struct reading *reading = maker->reading;
    if (!make_leaves(maker, query, (struct demand){.strict = false})) {
        return false;
    }
    if (reading->leaf_count > 1) {
        qsort(reading->leaves, reading->leaf_count, sizeof *reading->leaves, compare_leaves);
    }
    for (uint32_t i = 0; i < reading->leaf_count; i++) {
        reading->leaves[i].node->reading = i;
        if ((i > 0 && !reading_check_time(maker)) || !read_leaf(maker, &reading->leaves[i])) {
            return false;
        }
    }
    return true;
}
