/* Whether the leaves of a query, its phrases, prefixes and words, are in a text that was matched.
 */
#include "searcher/match.h"

/* The token at a position of the text that stands for one of the phrase's words, which are all at
 * one position, or NULL. */
static const struct token *find_at(const struct text_match *match, const struct leaf *leaf,
                                   const struct leaf_token *wanted, const struct leaf_token *end,
                                   uint32_t position) {
    for (; wanted < end; wanted++) {
        for (size_t i = match->first_at[position]; i < match->tokens.count; i++) {
            const struct token *token = &match->tokens.tokens[i];
            if (token->position != position) {
                break;
            }
            bool same = leaf->node->exact ? slice_equal(token->form, wanted->form)
                                          : match->alternatives[i] == wanted->alternative;
            if (same) {
                return token;
            }
        }
    }
    return NULL;
}

/* Whether the phrase stands at a position of the text. */
static bool phrase_at(const struct text_match *match, const struct leaf *leaf, uint32_t position,
                      struct range *range) {
    const struct leaf_reading *in = &leaf->readings[match->language];
    if (in->positions == 0 || position + in->positions > match->tokens.positions) {
        return false;
    }
    *range = (struct range){UINT32_MAX, 0, MATCH_EXACT};
    const struct leaf_token *end = in->tokens + in->count;
    for (const struct leaf_token *first = in->tokens, *behind; first < end; first = behind) {
        for (behind = first + 1; behind < end && behind->position == first->position; behind++) {
        }
        const struct token *token = find_at(match, leaf, first, behind, position + first->position);
        if (!token) {
            return false;
        }
        size_t number = (size_t)(token - match->tokens.tokens);
        range->start = token->start < range->start ? token->start : range->start;
        range->end = token->end > range->end ? token->end : range->end;
        if (match->alternatives[number] == UINT32_MAX ||
            !reading_has_form(match->reading,
                              &match->reading->alternatives[match->alternatives[number]],
                              token->form)) {
            range->kind = MATCH_STEM;
        }
    }
    return range->end > 0;
}

bool text_match_next_phrase(const struct text_match *match, const struct leaf *leaf, size_t *from,
                            struct range *range) {
    if (match->language >= match->reading->language_count) {
        return false;
    }
    while (*from < match->tokens.positions) {
        if (phrase_at(match, leaf, (uint32_t)(*from)++, range)) {
            return true;
        }
    }
    return false;
}

static bool has_prefix(const struct text_match *match, const struct leaf *leaf) {
    for (size_t i = 0; i < match->tokens.count; i++) {
        if (slice_starts_with(match->tokens.tokens[i].form, leaf->prefix)) {
            return true;
        }
    }
    return false;
}

/* Whether one of its words is in the text beside what it says. */
static bool has_beside(struct text_match *match, const struct leaf *leaf) {
    for (size_t i = 0; i < leaf->beside_count; i++) {
        const struct alternative *alternative = &match->reading->alternatives[leaf->beside[i]];
        for (size_t j = 0; j < match->tokens.count; j++) {
            if (match->alternatives[j] == leaf->beside[i] &&
                text_match_likeness(match, alternative, &match->tokens.tokens[j]) > 0) {
                return true;
            }
        }
    }
    return false;
}

static bool has_word(const struct text_match *match, const struct leaf *leaf) {
    const struct leaf_reading *in = &leaf->readings[match->language];
    for (size_t i = 0; i < in->count; i++) {
        /* Function words that are not searched for bear nothing out. */
        if (!leaf->excluded &&
            match->reading->alternatives[in->tokens[i].alternative].factor == 0) {
            continue;
        }
        for (size_t j = 0; j < match->tokens.count; j++) {
            if (match->alternatives[j] == in->tokens[i].alternative) {
                return true;
            }
        }
    }
    return false;
}

bool text_match_has(struct text_match *match, const struct leaf *leaf) {
    if (leaf->prefix.length > 0) {
        return has_prefix(match, leaf);
    }
    if (has_beside(match, leaf)) {
        return true;
    }
    if (match->language >= match->reading->language_count) {
        return false;
    }
    size_t from = 0;
    struct range range;
    return leaf->as_phrase ? text_match_next_phrase(match, leaf, &from, &range)
                           : has_word(match, leaf);
}
