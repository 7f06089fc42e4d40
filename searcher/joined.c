#include "searcher/joined.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"

/* Whether the token is a word by its letters, which has a stem of its own. */
static bool is_joinable(const struct reading *reading, const struct leaf_token *token) {
    const struct alternative *alternative = &reading->alternatives[token->alternative];
    return alternative->kind == MATCH_EXACT && alternative->language && !alternative->function &&
           !term_is_number(alternative->term) &&
           code_point_count(token->form) >= JOINED_LETTERS_LEAST;
}

/* Whether there is nothing but blanks between two words of the query. */
static bool is_apart(struct slice left, struct slice right) {
    const char *at = left.data + left.length;
    while (at < right.data && ascii_is_space(*at)) {
        at++;
    }
    return at == right.data && at > left.data + left.length;
}

/* The term of both as one word; empty where that is none. */
static bool find_term(struct reading_maker *maker, const struct language *language,
                      const struct leaf_token *left, const struct leaf_token *right,
                      struct slice *term) {
    struct bytes joined = {0};
    struct token_list list;
    bytes_append_slice(&joined, left->form);
    bytes_append_slice(&joined, right->form);
    bool good = bytes_check(&joined, maker->error) &&
                analyzer_run(maker->analyzer, bytes_slice(&joined), language, ANALYSIS_QUERY, &list,
                             maker->error);
    bool word = good && list.count > 0 && list.tokens[0].kind == TOKEN_STEM &&
                !(list.tokens[0].flags & TOKEN_FUNCTION_WORD) &&
                list.tokens[0].end - list.tokens[0].start == joined.length;
    *term = word ? arena_copy(maker->arena, list.tokens[0].term) : (struct slice){0};
    bytes_free(&joined);
    return good && (!word || !maker->arena->failed || error_set_memory(maker->error));
}

static bool join(struct reading_maker *maker, size_t leaf, const struct language *language,
                 const struct leaf_token *left, const struct leaf_token *right) {
    struct reading *reading = maker->reading;
    struct slice first = reading->words[reading->alternatives[left->alternative].word].surface;
    struct slice last = reading->words[reading->alternatives[right->alternative].word].surface;
    struct alternative like = {
        .language = language, .kind = MATCH_STEM, .certainty = JOINED_CERTAINTY};
    uint32_t passages = 0;
    if (!is_apart(first, last)) {
        return true;
    }
    if (!find_term(maker, language, left, right, &like.term)) {
        return false;
    }
    if (like.term.length == 0 || map_find(reading->terms, like.term)) {
        return true;
    }
    if (!index_get_frequency(maker->index, like.term, &passages, maker->error)) {
        return false;
    }
    if (passages == 0) {
        return true;
    }
    struct slice both = slice_of(first.data, (size_t)(last.data + last.length - first.data));
    if (!reading_get_word(maker, both, &like.word)) {
        return false;
    }
    struct query_word *word = &reading->words[like.word];
    word->phrase_only = false;
    return !reading_admit_word(maker, word, false) || reading_add_beside(maker, leaf, &like);
}

static bool join_in(struct reading_maker *maker, size_t leaf, size_t language) {
    const struct reading *reading = maker->reading;
    const struct leaf_reading *in = &reading->leaves[leaf].readings[language];
    const struct leaf_token *left = NULL;
    for (size_t i = 0; i < in->count; i++) {
        const struct leaf_token *token = &in->tokens[i];
        if (!is_joinable(reading, token)) {
            continue;
        }
        if (left && token->position == left->position + 1 &&
            !join(maker, leaf, reading->languages[language].language, left, token)) {
            return false;
        }
        left = token;
    }
    return true;
}

bool joined_add(struct reading_maker *maker) {
    const struct reading *reading = maker->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        bool wished = leaf_is_wished(leaf);
        for (size_t j = 0; wished && j < reading->language_count; j++) {
            if (!join_in(maker, i, j)) {
                return false;
            }
        }
    }
    return true;
}
