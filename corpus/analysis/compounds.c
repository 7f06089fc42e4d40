#include "corpus/analysis/compounds.h"

/* Whether any word may follow this first one ("anti *"). */
static bool is_open(const struct finder *finder, const struct mark *mark) {
    char phrase[LANGUAGE_STEM_BYTES + 2];
    memcpy(phrase, mark->value.data, mark->value.length);
    memcpy(phrase + mark->value.length, " *", 2);
    return map_find(finder->q->vocabulary->compounds, slice_of(phrase, mark->value.length + 2));
}

/* Adds "anti korupsi" with the stem of "antikorupsi"; `second` is the word behind the mark. Only
 * where the first word stands in its own form: "antar", not "mengantar". */
static void add_open(struct finder *finder, const struct mark *mark, const struct token *second) {
    const struct quantity_text *q = finder->q;
    char form[LANGUAGE_STEM_BYTES], stem[LANGUAGE_STEM_BYTES];
    size_t length = mark->value.length;
    if (mark->end - mark->start != length || second->flags & TOKEN_FUNCTION_WORD ||
        length + second->form.length > sizeof form) {
        return;
    }
    memcpy(form, mark->value.data, length);
    memcpy(form + length, second->form.data, second->form.length);
    length = vocabulary_stem(q->vocabulary, slice_of(form, length + second->form.length), stem);
    if (!slice_starts_with(slice_of(stem, length), mark->value)) { /* as clues expect */
        return;
    }
    struct token token = {
        .start = mark->start, .end = second->end, .position = mark->position, .kind = TOKEN_STEM};
    finder_add_token(finder, token, q->vocabulary->language->code, slice_of(stem, length), "");
}

void compound_find(struct finder *finder, const struct mark *mark) {
    const struct quantity_text *q = finder->q;
    bool open = is_open(finder, mark);
    for (size_t i = mark->next_token; i < q->token_count; i++) {
        const struct token *second = &q->tokens[i];
        if (second->start != q->tokens[mark->next_token].start ||
            finder_skip_spaces(q->text, mark->end) != second->start) {
            return;
        }
        char phrase[2 * LANGUAGE_STEM_BYTES + 1];
        if (second->kind != TOKEN_STEM) {
            continue;
        }
        if (open) {
            add_open(finder, mark, second);
            return;
        }
        struct slice stem = term_stem(second->term);
        size_t length = mark->value.length;
        memcpy(phrase, mark->value.data, length);
        phrase[length] = ' ';
        memcpy(phrase + length + 1, stem.data, stem.length);
        const uint64_t *listed =
            map_find(q->vocabulary->compounds, slice_of(phrase, length + 1 + stem.length));
        if (!listed || !(*listed & COMPOUND_WHOLE)) {
            continue;
        }
        memcpy(phrase + length, stem.data, stem.length);
        struct token token = {.start = mark->start,
                              .end = second->end,
                              .position = mark->position,
                              .kind = TOKEN_STEM};
        finder_add_token(finder, token, q->vocabulary->language->code,
                         slice_of(phrase, length + stem.length), "");
        return;
    }
}
