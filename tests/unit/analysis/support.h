/* support.h - an analyzer for the tests of a file, and what they say of its terms. */
#ifndef ARAL_TESTS_ANALYSIS_SUPPORT_H
#define ARAL_TESTS_ANALYSIS_SUPPORT_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static struct analyzer *analyzer;

static inline struct token_list analyse_as(const char *code, const char *text,
                                           enum analysis_reason reason) {
    struct token_list list;
    struct error error = {0};
    const struct language *language = language_find(slice_of_string(code));
    assert_non_null(language);
    assert_true(analyzer_run(analyzer, slice_of_string(text), language, reason, &list, &error));
    return list;
}

static inline struct token_list analyse(const char *code, const char *text) {
    return analyse_as(code, text, ANALYSIS_DOCUMENT);
}

/* The first token with that term, or NULL. */
static inline const struct token *find(struct token_list list, const char *term) {
    for (size_t i = 0; i < list.count; i++) {
        if (slice_equal(list.tokens[i].term, slice_of_string(term))) {
            return &list.tokens[i];
        }
    }
    return NULL;
}

static inline void assert_term(const char *code, const char *text, const char *term) {
    if (!find(analyse(code, text), term)) {
        fail_msg("%s: \"%s\" has no term %s", code, text, term);
    }
}

static inline void assert_no_term(const char *code, const char *text, const char *term) {
    if (find(analyse(code, text), term)) {
        fail_msg("%s: \"%s\" has the term %s", code, text, term);
    }
}

/* Whether the term is there and marks exactly these bytes of the text. */
static inline void assert_marks(const char *code, const char *text, const char *term,
                                const char *surface) {
    const struct token *token = find(analyse(code, text), term);
    if (!token) {
        fail_msg("%s: \"%s\" has no term %s", code, text, term);
        return;
    }
    struct slice marked = slice_of(text + token->start, token->end - token->start);
    if (!slice_equal(marked, slice_of_string(surface))) {
        fail_msg("%s marks \"%.*s\", not \"%s\"", term, (int)marked.length, marked.data, surface);
    }
}

/* Whether some token marks exactly these bytes. */
static inline void assert_surface(const char *code, const char *text, const char *surface) {
    struct token_list list = analyse(code, text);
    for (size_t i = 0; i < list.count; i++) {
        struct slice marked =
            slice_of(text + list.tokens[i].start, list.tokens[i].end - list.tokens[i].start);
        if (slice_equal(marked, slice_of_string(surface))) {
            return;
        }
    }
    fail_msg("%s: in \"%s\" nothing marks \"%s\"", code, text, surface);
}

/* Whether both texts, each analysed alone, have the same first form. */
static inline void assert_same_word(const char *code, const char *a, const char *b) {
    struct token_list list = analyse(code, a);
    assert_int_not_equal(list.count, 0);
    struct bytes form = {0};
    bytes_append_slice(&form, list.tokens[0].form);
    list = analyse(code, b);
    assert_int_not_equal(list.count, 0);
    if (!slice_equal(bytes_slice(&form), list.tokens[0].form)) {
        fail_msg("\"%s\" is %s, \"%s\" is %.*s", a, bytes_string(&form), b,
                 (int)list.tokens[0].form.length, list.tokens[0].form.data);
    }
    bytes_free(&form);
}

static inline bool shares_term(const char *code_a, const char *a, const char *code_b,
                               const char *b) {
    struct token_list list = analyse(code_a, a);
    struct bytes *terms = calloc(list.count + 1, sizeof *terms);
    size_t count = list.count;
    for (size_t i = 0; i < count; i++) {
        bytes_append_slice(&terms[i], list.tokens[i].term);
    }
    list = analyse(code_b, b);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found |= find(list, bytes_string(&terms[i])) != NULL;
        bytes_free(&terms[i]);
    }
    free(terms);
    return found;
}

static inline int set_up(void **state) {
    (void)state;
    struct error error = {0};
    analyzer = analyzer_new(&error);
    return analyzer ? 0 : -1;
}

static inline int tear_down(void **state) {
    (void)state;
    analyzer_free(analyzer);
    return 0;
}

#endif
