/* read_articles.h - any bytes, read as a file of one format, become articles that keep what
 * article.h promises, or are rejected with the place and reason. */
#ifndef ARAL_TESTS_FUZZ_READ_ARTICLES_H
#define ARAL_TESTS_FUZZ_READ_ARTICLES_H

#include "corpus/article/clean.h"
#include "corpus/article/formats.h"
#include "corpus/article/jsonl_reader.h"
#include "corpus/article/reader.h"
#include "corpus/base/bytes.h"
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static inline void check_text(struct slice text) {
    struct bytes clean = {0};
    clean_text(text, &clean);
    require(clean.failed || slice_equal(bytes_slice(&clean), text)); /* NFC, no NUL, ... */
    bytes_free(&clean);
}

static inline void check_line(struct slice line) {
    struct bytes clean = {0};
    clean_line(line, &clean);
    require(clean.failed || slice_equal(bytes_slice(&clean), line));
    bytes_free(&clean);
}

static inline void check_article(const struct article *article) {
    const struct slice lines[] = {article->id,   article->title,  article->url,   article->date,
                                  article->lang, article->source, article->author};
    struct bytes json = {0};
    struct error error = {0};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        check_line(lines[i]);
    }
    check_text(article->text);
    require(article->id.length > 0 && article->text.length > 0 && article->line > 0);
    require(article_write_json(article, &json, &error));
    require(!memchr(json.data, '\n', json.length));
    bytes_free(&json);
}

/* A file in memory with these bytes; its path to `path`. */
static inline int make_file(const uint8_t *data, size_t size, char path[64]) {
    int file = memfd_create("fuzz", 0);
    require(file >= 0 && write(file, data, size) == (ssize_t)size);
    snprintf(path, 64, "/proc/self/fd/%d", file);
    return file;
}

static inline void read_articles(const char *format, const uint8_t *data, size_t size) {
    struct reader_options options = {.format = article_format_find(format),
                                     .article_bytes = 1 << 20};
    struct error error = {0};
    char path[64];
    int file = make_file(data, size, path);
    struct reader *reader = reader_open(path, &options, &error);
    require(reader != NULL);
    enum reader_step step = READER_REJECTED;
    while (step != READER_END) {
        struct article article;
        error_clear(&error);
        step = reader_next(reader, &article, &error);
        if (step == READER_ARTICLE) {
            check_article(&article);
            require(error.kind == ERROR_NONE ||
                    error.kind == ERROR_INPUT); /* a field is left out */
        } else if (step == READER_REJECTED) {
            require(error.kind == ERROR_INPUT || error.kind == ERROR_LIMIT);
            require(strncmp(error.message, path, strlen(path)) == 0);
        }
        require(step != READER_FAILED);
    }
    reader_close(reader);
    close(file);
}

#endif
