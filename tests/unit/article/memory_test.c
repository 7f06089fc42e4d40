/* Memory runs out at every single allocation in turn. Reading, cutting and analysing then fail with
 * that error, or give the same as with enough memory; they never crash. */
#include "tests/unit/article/support.h"

#include "corpus/analysis/analysis.h"
#include "corpus/languages/language.h"
#include "corpus/passages/passage.h"

#include <dlfcn.h>

/* libarchive ends the program itself when it has no memory for a few bytes of text, so its
 * allocations are spared. */
__attribute__((unused)) static bool is_of_libarchive(const void *caller) {
    Dl_info library;
    return dladdr(caller, &library) && library.dli_fname && strstr(library.dli_fname, "libarchive");
}
#define IS_SPARED(caller) is_of_libarchive(caller)
#include "tests/unit/failing_memory.h"

/* Notes what was read; the noting itself does not run out of memory. */
static void note(struct bytes *articles, const struct article *article) {
    const struct slice fields[] = {article->id,     article->title,  article->text,
                                   article->url,    article->date,   article->lang,
                                   article->source, article->author, article->extra};
    long left = allocations_left;
    size_t most = malloc_most;
    allocations_left = -1;
    malloc_most = SIZE_MAX;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        bytes_append_slice(articles, fields[i]);
        bytes_append_byte(articles, '\n');
    }
    allocations_left = left;
    malloc_most = most;
}

/* Reads the file to its end, notes its articles and cuts them. False when memory ran out. *spared:
 * no allocation had to fail. */
static bool read_and_cut(const char *path, struct bytes *articles, bool *spared) {
    struct error error = {0};
    struct reader *reader = reader_open(path, NULL, &error);
    struct passage_cutter *cutter = passage_cutter_new();
    enum reader_step step = reader && cutter ? READER_ARTICLE : READER_FAILED;
    bool cut = true;
    bytes_clear(articles);
    while (step != READER_END && step != READER_FAILED && cut) {
        struct article article;
        const struct passage *passages;
        size_t count;
        error_clear(&error);
        step = reader_next(reader, &article, &error);
        if (step == READER_ARTICLE) {
            error_clear(&error); /* of a date that is none */
            note(articles, &article);
            cut = passage_cut(cutter, article.text, article.lang, &passages, &count, &error);
        }
    }
    /* A cutter that cannot be made has no error to give. */
    bool told = error.kind == ERROR_MEMORY || !cutter;
    passage_cutter_free(cutter);
    reader_close(reader);
    *spared = !has_failed;
    has_failed = false;
    allocations_left = -1;
    assert_true(step == READER_END || told);
    return step == READER_END;
}

/* With `once` a single allocation fails in each round, else all from that one on. */
static void fail_from_each(const char *path, struct bytes *expected, bool once) {
    struct bytes articles = {0};
    bool done = false;
    for (long allowed = 0; !done && allowed < 20000; allowed++) {
        allocations_left = allowed;
        fails_once = once;
        bool read = read_and_cut(path, &articles, &done);
        fails_once = false;
        if (read) {
            assert_string_equal(bytes_string(&articles), bytes_string(expected));
        }
    }
    bytes_free(&articles);
    assert_true(done);
}

static void fail_each_allocation(struct scratch *scratch, const char *name, const char *content) {
    const char *path = scratch_write(scratch, name, slice_of_string(content));
    struct bytes expected = {0};
    bool spared;
    /* This first round also lets libraries make the allocations that they make only once. */
    assert_true(read_and_cut(path, &expected, &spared));
    assert_int_not_equal(expected.length, 0);
    fail_from_each(path, &expected, false);
    fail_from_each(path, &expected, true);
    unlink(path);
    bytes_free(&expected);
}

static void text_may_run_out_of_memory(void **state) {
    fail_each_allocation(*state, "a.txt",
                         "---\ntitle: T\ndate: 2024-05-02\ntags: x\n---\nи\u0306 The dam.\n"
                         "Sumber: https://a.example/\n");
    fail_each_allocation(*state, "a.txt", "Judul: T\n t\nPenulis: A <a@b>\nX: y\n\nThe dam.\n");
}

static void json_lines_may_run_out_of_memory(void **state) {
    fail_each_allocation(*state, "a.jsonl",
                         "{\"id\":1,\"text\":\"one\",\"date\":\"x\",\"tags\":[1,{\"a\":2}]}\n"
                         "{\"text\":\"two\",\"title\":\"t\"}\n");
}

/* Where the buffer of a long string cannot grow, there may yet be memory for what is smaller. The
 * reader's own buffers are from realloc. */
static void long_json_strings_may_run_out_of_memory(void **state) {
    enum { LENGTH = 3000, MOST = 64 * LENGTH };
    struct bytes line = {0}, expected = {0}, articles = {0};
    bool spared = false;
    bytes_append_string(&line, "{\"text\":\"");
    for (size_t i = 0; i < LENGTH / strlen("word "); i++) {
        bytes_append_string(&line, "word ");
    }
    bytes_append_string(&line, "\",\"n\":12345678901234567}\n");
    const char *path = scratch_write(*state, "a.jsonl", bytes_slice(&line));
    assert_true(read_and_cut(path, &expected, &spared));
    for (size_t most = 64; most < MOST; most += most / 4) {
        malloc_most = most;
        bool read = read_and_cut(path, &articles, &spared);
        malloc_most = SIZE_MAX;
        assert_true(!read || slice_equal(bytes_slice(&articles), bytes_slice(&expected)));
    }
    assert_true(spared);
    unlink(path);
    bytes_free(&line);
    bytes_free(&expected);
    bytes_free(&articles);
}

static void html_may_run_out_of_memory(void **state) {
    fail_each_allocation(*state, "a.html",
                         "<html lang=en><head><title>T | S</title>"
                         "<script type='application/ld+json'>{\"@type\":\"Article\","
                         "\"headline\":\"h\"}</script></head><body><div class='a b'><p>The dam may "
                         "be raised, and this is a sentence.</p><ul><li>x</li></ul></div><div>"
                         "The dam may be raised, and this sentence goes on and on<br>"
                         "until it has come to its end, which it does on the next<br>"
                         "line.</div></body>");
}

static void feeds_may_run_out_of_memory(void **state) {
    fail_each_allocation(
        *state, "a.xml",
        "<?xml version='1.0'?><rss><channel><title>L</title><item><guid>g</guid>"
        "<description>&lt;p&gt;x & y&lt;/p&gt;</description></item></channel></rss>");
    fail_each_allocation(*state, "a.json",
                         "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"L\","
                         "\"authors\":[{\"name\":\"A\"}],\"items\":[{\"id\":1,\"tags\":[\"x\"],"
                         "\"content_html\":\"<p>x</p>\"},{\"id\":\"2\",\"summary\":\"y\"}]}");
}

/* Notes the terms of an English text, a space behind each. False where memory ran out. *spared: no
 * allocation had to fail. */
static bool analyse(struct analyzer *analyzer, const char *text, struct bytes *terms,
                    bool *spared) {
    struct error error = {0};
    struct token_list list;
    bytes_clear(terms);
    bool analysed = analyzer && analyzer_run(analyzer, slice_of_string(text),
                                             language_find(slice_of_string("en")),
                                             ANALYSIS_DOCUMENT, &list, &error);
    *spared = !has_failed;
    has_failed = false;
    allocations_left = -1;
    for (size_t i = 0; analysed && i < list.count; i++) {
        bytes_append_slice(terms, list.tokens[i].term);
        bytes_append_byte(terms, ' ');
    }
    return analysed;
}

static void analyse_failing_each_allocation(const char *text) {
    struct bytes expected = {0}, terms = {0};
    struct error error = {0};
    struct analyzer *analyzer = analyzer_new(&error);
    bool done;
    assert_true(analyse(analyzer, text, &expected, &done));
    analyzer_free(analyzer);
    done = false;
    for (long allowed = 0; !done && allowed < 20000; allowed++) {
        allocations_left = allowed;
        fails_once = true;
        error_clear(&error);
        analyzer = analyzer_new(&error);
        bool analysed = analyse(analyzer, text, &terms, &done);
        fails_once = false;
        if (analysed) {
            assert_string_equal(bytes_string(&terms), bytes_string(&expected));
        } else if (analyzer) { /* nor later, when there is some */
            assert_true(analyse(analyzer, text, &terms, &done));
            done = false;
            assert_string_equal(bytes_string(&terms), bytes_string(&expected));
        }
        analyzer_free(analyzer);
    }
    bytes_free(&expected);
    bytes_free(&terms);
    assert_true(done);
}

static void terms_are_never_others_for_want_of_memory(void **state) {
    (void)state;
    analyse_failing_each_allocation("Turbines were built at 14:30; kereta-keretanya, "
                                    "pukul 14.30 WIB, 3 dan 5 Mei, Pasal 5");
    /* Numerals, which the words beside them make such. */
    analyse_failing_each_allocation("Chapter 5");
    analyse_failing_each_allocation("World War I ended");
    analyse_failing_each_allocation("chapter ii");
    analyse_failing_each_allocation("Pope X");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_may_run_out_of_memory),
        cmocka_unit_test(json_lines_may_run_out_of_memory),
        cmocka_unit_test(long_json_strings_may_run_out_of_memory),
        cmocka_unit_test(html_may_run_out_of_memory),
        cmocka_unit_test(feeds_may_run_out_of_memory),
        cmocka_unit_test(terms_are_never_others_for_want_of_memory),
    };
    return cmocka_run_group_tests_name("memory", tests, scratch_open, scratch_close);
}
