/* The vocabulary: blocks of a bulk run and single words of later, read as one. */
#include "indexer/vocabulary.h"

#include "indexer/schema.h"
#include "indexer/word_block.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct library {
    char path[64];
    struct xapian_writer *writer;
    struct xapian_index *index;
    struct vocabulary *vocabulary;
    struct error error;
};

static int begin(void **state) {
    struct library *library = calloc(1, sizeof *library);
    struct xapian_error failure = {0};
    snprintf(library->path, sizeof library->path, P_tmpdir "/aral-vocabulary-XXXXXX");
    assert_non_null(mkdtemp(library->path));
    struct xapian_writer_options options = {.no_sync = true};
    library->writer = xapian_writer_open(library->path, &options, &failure);
    library->index = xapian_writer_index(library->writer, &failure);
    library->vocabulary = vocabulary_new();
    assert_true(library->index && library->vocabulary);
    *state = library;
    return 0;
}

static int end(void **state) {
    struct library *library = *state;
    struct bytes command = {0};
    vocabulary_free(library->vocabulary);
    xapian_index_close(library->index);
    xapian_writer_close(library->writer, NULL);
    bytes_append_format(&command, "rm -r '%s'", library->path);
    assert_int_equal(system(bytes_string(&command)), 0);
    bytes_free(&command);
    free(library);
    return 0;
}

/* Counts a word for blocks as `articles` articles would that have it. */
static void add(struct library *library, const char *word, unsigned articles) {
    struct prepared_article article = {0};
    struct span only = {0, strlen(word)};
    bytes_append_string(&article.pool, word);
    bytes_append(&article.words, &only, sizeof only);
    for (unsigned i = 0; i < articles; i++) {
        assert_true(vocabulary_add(library->vocabulary, &article, &library->error));
    }
    prepared_article_free(&article);
}

static void write_blocks(struct library *library) {
    assert_true(vocabulary_write(library->vocabulary, library->writer, &library->error));
}

/* Writes that articles have been removed of which the words were counted. */
static void write_removed(struct library *library) {
    assert_true(vocabulary_write_removed(library->vocabulary, library->writer, &library->error));
}

/* Writes a word as the records of `articles` articles have it that were added later. */
static void write_singles(struct library *library, const char *word, unsigned articles) {
    struct xapian_error failure = {0};
    struct bytes term = {0};
    struct xapian_document *document = xapian_document_new(&failure);
    schema_word_term(slice_of_string(word), &term);
    assert_true(xapian_document_add_term(document, schema_bytes(bytes_slice(&term)), 0, &failure));
    for (unsigned i = 0; i < articles; i++) {
        assert_true(xapian_writer_add(library->writer, document, NULL, &failure));
    }
    xapian_document_free(document);
    bytes_free(&term);
}

static void assert_words_by(struct library *library, struct word_blocks *blocks, const char *prefix,
                            const char *expected) {
    struct schema_words *words =
        schema_words_open(library->index, blocks, slice_of_string(prefix), &library->error);
    struct bytes listed = {0};
    struct slice word;
    uint64_t count;
    assert_non_null(words);
    assert_true(schema_words_expect(words, NULL, NULL, &library->error));
    while (schema_words_next(words, &word, &count, &library->error) && count > 0) {
        bytes_append_format(&listed, "%s%.*s:%" PRIu64, listed.length ? " " : "", (int)word.length,
                            word.data, count);
    }
    assert_int_equal(library->error.kind, ERROR_NONE);
    assert_string_equal(listed.length ? bytes_string(&listed) : "", expected);
    schema_words_free(words);
    bytes_free(&listed);
}

/* All words that begin with the prefix, each with its count, as "aral:1 laut:2": the same whether
 * blocks are kept or not, and the second time, when they are there. */
static void assert_words(struct library *library, const char *prefix, const char *expected) {
    struct word_blocks *blocks = word_blocks_new(&library->error);
    assert_non_null(blocks);
    assert_words_by(library, NULL, prefix, expected);
    assert_words_by(library, blocks, prefix, expected);
    assert_words_by(library, blocks, prefix, expected);
    word_blocks_free(blocks);
}

static void a_bulk_run_counts_words(void **state) {
    struct library *library = *state;
    add(library, "once", 1);
    add(library, "five", 5);
    add(library, "often", 1025);
    write_blocks(library);
    assert_words(library, "", "five:5 often:1025 once:1");
}

static void words_are_read_in_order_whatever_they_begin_with(void **state) {
    struct library *library = *state;
    static const char *const words[] = {"арал", "аральск", "a", "ab", "abc", "abcd", "abd", "zz"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        add(library, words[i], 1);
    }
    write_blocks(library);
    assert_words(library, "", "a:1 ab:1 abc:1 abcd:1 abd:1 zz:1 арал:1 аральск:1");
    assert_words(library, "ab", "ab:1 abc:1 abcd:1 abd:1");
    assert_words(library, "abcd", "abcd:1");
    assert_words(library, "араль", "аральск:1");
    assert_words(library, "b", "");
}

static void what_comes_later_is_read_with_what_was_there(void **state) {
    struct library *library = *state;
    add(library, "aral", 4);
    add(library, "aralsk", 1);
    write_blocks(library);
    write_singles(library, "aral", 3);
    write_singles(library, "aralkum", 2);  /* is new, between the others */
    write_singles(library, "balkhash", 1); /* and so are its first letters */
    assert_words(library, "", "aral:7 aralkum:2 aralsk:1 balkhash:1");
    assert_words(library, "aralk", "aralkum:2");
    assert_words(library, "aralsk", "aralsk:1");
}

static void what_was_removed_is_not_counted(void **state) {
    struct library *library = *state;
    add(library, "aral", 4);
    add(library, "aralsk", 2);
    add(library, "balkhash", 1);
    write_blocks(library);
    add(library, "aral", 3);
    add(library, "aralsk", 2);
    add(library, "balkhash", 1);
    write_removed(library);
    write_singles(library, "aralsk", 1); /* and one was added again */
    assert_words(library, "", "aral:1 aralsk:1");
    assert_words(library, "b", "");
}

/* A word takes a posting for each binary digit of how many articles had it. */
static void removing_much_writes_little(void **state) {
    struct library *library = *state;
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    add(library, "aral", 4000);
    write_blocks(library);
    add(library, "aral", 2047);
    write_removed(library);
    add(library, "aral", 1);
    write_removed(library);
    assert_words(library, "", "aral:1952");
    assert_true(xapian_index_get_stats(library->index, &stats, &failure));
    assert_int_equal(stats.documents, 1 + 11 + 1);
}

static void blocks_of_several_runs_count_together(void **state) {
    struct library *library = *state;
    for (unsigned run = 0; run < 4; run++) {
        add(library, "aral", 4);
        add(library, run % 2 ? "aralkum" : "aralsk", 1);
        write_blocks(library);
    }
    assert_words(library, "ara", "aral:16 aralkum:2 aralsk:2");
    assert_words(library, "arab", "");
}

static void several_databases_count_together(void **state) {
    enum { DATABASES = 3 };
    struct library *libraries[DATABASES], together = {0};
    const char *paths[DATABASES];
    struct xapian_error failure = {0};
    (void)state;
    for (size_t i = 0; i < DATABASES; i++) {
        begin((void **)&libraries[i]);
        paths[i] = libraries[i]->path;
        add(libraries[i], "block", 4);
        add(libraries[i], "both", 16);
        write_blocks(libraries[i]);
        write_singles(libraries[i], "both", 5);
        write_singles(libraries[i], "seldom", 1);
        if (i == 1) {
            write_singles(libraries[i], "once", 1);
            add(libraries[i], "block", 2);
            write_removed(libraries[i]);
        }
        assert_true(xapian_writer_commit(libraries[i]->writer, &failure));
    }
    together.index = xapian_index_open(paths, DATABASES, 0, &failure);
    assert_non_null(together.index);
    assert_words(&together, "", "block:10 both:63 once:1 seldom:3");
    xapian_index_close(together.index);
    for (size_t i = 0; i < DATABASES; i++) {
        end((void **)&libraries[i]);
    }
}

static void a_walk_skips_to_a_word(void **state) {
    struct library *library = *state;
    struct slice word;
    uint64_t count;
    for (char first = 'a'; first <= 'e'; first++) {
        for (char last = 'a'; last <= 'e'; last++) {
            add(library, (char[]){first, 'x', 'x', last, 0}, 1);
        }
    }
    write_blocks(library);
    write_singles(library, "cxxbb", 1);
    add(library, "bxxd", 1);
    write_removed(library);
    struct schema_words *words =
        schema_words_open(library->index, NULL, slice_of("", 0), &library->error);
    static const char *const targets[][2] = {{"axxc", "axxc"},  {"axxz", "bxxa"},
                                             {"bxxd", "bxxe"},  {"cxxba", "cxxbb"},
                                             {"cxxbb", "cxxc"}, {"d", "dxxa"}};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        assert_true(schema_words_skip(words, slice_of_string(targets[i][0]), &library->error));
        assert_true(schema_words_next(words, &word, &count, &library->error));
        assert_int_equal(count, 1);
        assert_int_equal(word.length, strlen(targets[i][1]));
        assert_memory_equal(word.data, targets[i][1], word.length);
    }
    assert_true(schema_words_skip(words, slice_of_string("f"), &library->error));
    assert_true(schema_words_next(words, &word, &count, &library->error));
    assert_int_equal(count, 0);
    schema_words_free(words);
}

/* Reads all words of a block; false where it is damaged. */
static bool read_block(struct slice bytes, size_t *read) {
    struct word_block block;
    struct error error = {0};
    uint64_t count = 1;
    word_block_begin(&block, slice_of("ara", 3), bytes);
    for (*read = 0; count > 0; *read += count > 0) {
        if (!word_block_next(&block, &count, &error)) {
            assert_int_equal(error.kind, ERROR_CORRUPT);
            return false;
        }
    }
    return true;
}

static void a_damaged_block_is_told(void **state) {
    (void)state;
    struct bytes bytes = {0};
    size_t read;
    word_block_append(&bytes, slice_of("ara", 3), slice_of("aral", 4), 1);
    word_block_append(&bytes, slice_of("aral", 4), slice_of("aralkum", 7), 2);
    assert_true(read_block(bytes_slice(&bytes), &read));
    assert_int_equal(read, 2);
    for (size_t cut = 1; cut < bytes.length; cut++) {
        bool whole = cut == 4; /* the first word */
        assert_int_equal(read_block(slice_of(bytes.data, cut), &read), whole);
    }
    for (size_t head = 0; head < 2; head++) {
        char kept = bytes.data[head];
        bytes.data[head] = (char)200;
        assert_false(read_block(bytes_slice(&bytes), &read));
        bytes.data[head] = kept;
    }
    bytes_free(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_bulk_run_counts_words, begin, end),
        cmocka_unit_test_setup_teardown(words_are_read_in_order_whatever_they_begin_with, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_comes_later_is_read_with_what_was_there, begin, end),
        cmocka_unit_test_setup_teardown(what_was_removed_is_not_counted, begin, end),
        cmocka_unit_test_setup_teardown(removing_much_writes_little, begin, end),
        cmocka_unit_test_setup_teardown(blocks_of_several_runs_count_together, begin, end),
        cmocka_unit_test(several_databases_count_together),
        cmocka_unit_test_setup_teardown(a_walk_skips_to_a_word, begin, end),
        cmocka_unit_test(a_damaged_block_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
