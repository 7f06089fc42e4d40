/* support.h - a folder for each test of a lexicon, and what the tests ask of it. */
#ifndef ARAL_TESTS_LEXICON_SUPPORT_H
#define ARAL_TESTS_LEXICON_SUPPORT_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/graph_translations.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/lexicon_words.h"
#include "corpus/lexicon/lexicon_writer.h"
#include "corpus/lexicon/phrase_terms.h"
#include "corpus/lexicon/translation_graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct folder {
    char name[64];
    char lexicon[96];
    char table[96];
};

static inline int make_folder(void **state) {
    struct folder *folder = calloc(1, sizeof *folder);
    assert_non_null(folder);
    snprintf(folder->name, sizeof folder->name, "%s/lexicon-XXXXXX", P_tmpdir);
    assert_non_null(mkdtemp(folder->name));
    snprintf(folder->lexicon, sizeof folder->lexicon, "%s/lexicon", folder->name);
    snprintf(folder->table, sizeof folder->table, "%s/pairs.tsv", folder->name);
    *state = folder;
    return 0;
}

static inline int remove_folder(void **state) {
    struct folder *folder = *state;
    unlink(folder->lexicon);
    unlink(folder->table);
    rmdir(folder->name);
    free(folder);
    return 0;
}

static inline struct phrase phrase(const char *code, const char *text) {
    return (struct phrase){code, slice_of_string(text)};
}

static inline void add(struct translation_graph *graph, const char *a_code, const char *a,
                       const char *b_code, const char *b, double score) {
    struct error error = {0};
    assert_true(translation_graph_add(graph, phrase(a_code, a), phrase(b_code, b), score, &error));
}

static inline void write_graph(struct translation_graph *graph, const char *path) {
    struct error error = {0};
    struct lexicon_writer *writer = lexicon_writer_new(&error);
    assert_non_null(writer);
    assert_true(translation_graph_write(graph, 0, writer, &error));
    assert_true(lexicon_writer_write(writer, path, &error));
    lexicon_writer_free(writer);
    translation_graph_free(graph);
}

static inline struct translation_graph *new_graph(void) {
    struct error error = {0};
    struct translation_graph *graph = translation_graph_new(&error);
    assert_non_null(graph);
    return graph;
}

static inline struct lexicon *open_lexicon(const char *path) {
    struct error error = {0};
    struct lexicon *lexicon = lexicon_open(path, &error);
    assert_non_null(lexicon);
    assert_true(lexicon_verify(lexicon, path, &error));
    return lexicon;
}

static inline void append_terms(const char *code, const char *phrase, struct bytes *out) {
    struct error error = {0};
    struct analyzer *analyzer = analyzer_new(&error);
    struct phrase_terms terms = {0};
    assert_true(phrase_terms_read(&terms, analyzer, slice_of_string(phrase),
                                  language_find(slice_of_string(code)), &error));
    bytes_append_slice(out, bytes_slice(&terms.translation));
    phrase_terms_free(&terms);
    analyzer_free(analyzer);
}

/* How many words of `text` the lexicon knows as one entry, and the weight of its translation by
 * `phrase` (0 for none). */
static inline size_t look_up(const struct lexicon *lexicon, const char *code, const char *text,
                             const char *to_code, const char *phrase, double *weight) {
    struct error error = {0};
    struct analyzer *analyzer = analyzer_new(&error);
    struct token_list tokens;
    struct lexicon_word words[8];
    struct lexicon_match match;
    struct translation translation;
    struct bytes terms = {0};
    const struct language *language = language_find(slice_of_string(code));
    *weight = 0;
    append_terms(to_code, phrase, &terms);
    assert_true(
        analyzer_run(analyzer, slice_of_string(text), language, ANALYSIS_QUERY, &tokens, &error));
    size_t count = lexicon_words(&tokens, words, NULL, 8);
    for (size_t i = 0; i < count; i++) {
        words[i].bare = analyzer_bare_form(analyzer, language, words[i].form);
    }
    size_t found = lexicon_find(lexicon, words, count, &match) ? match.words : 0;
    while (found > 0 && lexicon_next(&match, &translation)) {
        assert_true(translation.weight > 0 && translation.weight <= 1);
        if (slice_equal(translation.terms, bytes_slice(&terms))) {
            *weight = translation.weight;
        }
    }
    bytes_free(&terms);
    analyzer_free(analyzer);
    return found;
}

static inline void write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

#endif
