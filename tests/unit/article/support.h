/* support.h - files for readers to read, and what they made of them. */
#ifndef ARAL_TESTS_ARTICLE_SUPPORT_H
#define ARAL_TESTS_ARTICLE_SUPPORT_H

#include "corpus/article/jsonl_reader.h"
#include "corpus/article/reader.h"
#include "corpus/base/bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* A folder of its own for each test program; its files are removed one by one. */
struct scratch {
    char folder[64];
    char path[256]; /* of the last file made */
};

static inline int scratch_open(void **state) {
    struct scratch *scratch = calloc(1, sizeof *scratch);
    assert_non_null(scratch);
    strcpy(scratch->folder, P_tmpdir "/aral-article-XXXXXX");
    assert_non_null(mkdtemp(scratch->folder));
    *state = scratch;
    return 0;
}

static inline int scratch_close(void **state) {
    struct scratch *scratch = *state;
    assert_int_equal(rmdir(scratch->folder), 0);
    free(scratch);
    return 0;
}

static inline const char *scratch_write(struct scratch *scratch, const char *name,
                                        struct slice content) {
    snprintf(scratch->path, sizeof scratch->path, "%s/%s", scratch->folder, name);
    FILE *file = fopen(scratch->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content.data ? content.data : "", 1, content.length, file),
                     content.length);
    assert_int_equal(fclose(file), 0);
    return scratch->path;
}

/* One step of a reader, its slices copied: they can be compared after the reader has gone. */
struct result {
    enum reader_step step;
    struct error error;
    size_t line;
    char *id, *title, *text, *url, *date, *lang, *source, *author, *extra, *json;
};

enum { MOST_RESULTS = 20 };

struct results {
    struct result list[MOST_RESULTS];
    size_t count;
};

static inline char *copy_slice(struct slice slice) {
    char *copy = strndup(slice.data ? slice.data : "", slice.length);
    assert_non_null(copy);
    assert_int_equal(strlen(copy), slice.length); /* no NUL inside */
    return copy;
}

/* Reads a file to its end. */
static inline void read_file_with(struct results *results, const char *path,
                                  const struct reader_options *options) {
    struct error error = {0};
    struct reader *reader = reader_open(path, options, &error);
    *results = (struct results){0};
    if (!reader) {
        results->list[0].step = READER_FAILED;
        results->list[0].error = error;
        results->count = 1;
        return;
    }
    for (;;) {
        struct article article;
        struct result result = {0};
        result.step = reader_next(reader, &article, &result.error);
        if (result.step == READER_END) {
            break;
        }
        assert_true(results->count < MOST_RESULTS);
        if (result.step == READER_ARTICLE) {
            struct bytes json = {0};
            assert_true(article_write_json(&article, &json, &result.error));
            result.line = article.line;
            result.id = copy_slice(article.id);
            result.title = copy_slice(article.title);
            result.text = copy_slice(article.text);
            result.url = copy_slice(article.url);
            result.date = copy_slice(article.date);
            result.lang = copy_slice(article.lang);
            result.source = copy_slice(article.source);
            result.author = copy_slice(article.author);
            result.extra = copy_slice(article.extra);
            result.json = copy_slice(bytes_slice(&json));
            bytes_free(&json);
        }
        results->list[results->count++] = result;
        if (result.step == READER_FAILED) {
            break;
        }
    }
    reader_close(reader);
}

static inline void results_free(struct results *results) {
    for (size_t i = 0; i < results->count; i++) {
        struct result *result = &results->list[i];
        char *fields[] = {result->id,    result->title, result->text,   result->url,
                          result->date,  result->lang,  result->source, result->author,
                          result->extra, result->json};
        for (size_t j = 0; j < sizeof fields / sizeof *fields; j++) {
            free(fields[j]);
        }
    }
    *results = (struct results){0};
}

/* Writes a file, reads it to its end and removes it. */
static inline void read_bytes(struct scratch *scratch, const char *name, struct slice content,
                              struct results *results) {
    read_file_with(results, scratch_write(scratch, name, content), NULL);
    assert_int_equal(unlink(scratch->path), 0);
}

static inline void read_string(struct scratch *scratch, const char *name, const char *content,
                               struct results *results) {
    read_bytes(scratch, name, slice_of_string(content), results);
}

static inline void assert_article(const struct results *results, size_t number) {
    assert_true(results->count > number);
    if (results->list[number].step != READER_ARTICLE) {
        fail_msg("%s", results->list[number].error.message);
    }
}

/* A rejection whose message begins with the path and ":LINE: " and then has `words`. */
static inline void assert_rejected(const struct scratch *scratch, const struct results *results,
                                   size_t number, size_t line, const char *words) {
    char start[300];
    assert_true(results->count > number);
    const struct result *result = &results->list[number];
    assert_int_equal(result->step, READER_REJECTED);
    snprintf(start, sizeof start, "%s:%zu: ", scratch->path, line);
    if (strncmp(result->error.message, start, strlen(start)) != 0 ||
        !strstr(result->error.message, words)) {
        fail_msg("\"%s\" is not \"%s...%s...\"", result->error.message, start, words);
    }
}

/* Content that can have something as often as one likes, and the text that it has however often;
 * NULL: another. */
struct growing {
    const char *name, *start, *text;
    void (*append)(struct bytes *content, const char *what, int count);
};

static inline double seconds_to_read(struct scratch *scratch, const struct growing *growing,
                                     const struct bytes *content) {
    struct results results;
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    read_bytes(scratch, growing->name, bytes_slice(content), &results);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    assert_article(&results, 0);
    if (growing->text) {
        assert_string_equal(results.list[0].text, growing->text);
    }
    results_free(&results);
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

/* Time must not grow with the square of how often content has `what`. */
static inline void assert_linear(struct scratch *scratch, const struct growing *growing,
                                 const char *what) {
    enum { FEW = 2000, TIMES = 20 };
    double seconds[2];
    for (int i = 0; i < 2; i++) {
        struct bytes content = {0};
        bytes_append_string(&content, growing->start);
        growing->append(&content, what, i == 0 ? FEW : FEW * TIMES);
        seconds[i] = seconds_to_read(scratch, growing, &content);
        bytes_free(&content);
    }
    if (seconds[1] > 4 * TIMES * seconds[0] + 0.2) {
        fail_msg("%s: %.3f s and %.3f s", what, seconds[0], seconds[1]);
    }
}

#endif
