/* reader.h - articles out of files: text, HTML, JSON Lines, feeds; compressed or not, in whatever
 * encoding.
 *
 * A reader streams: it holds one article (and for HTML and JSON feeds one document) at a time,
 * whatever the size of the input. Not thread-safe; use one per thread. */
#ifndef ARAL_ARTICLE_READER_H
#define ARAL_ARTICLE_READER_H

#include "corpus/article/article.h"
#include "corpus/article/reader_step.h"
#include "corpus/base/error.h"

#include <stdint.h>

struct article_format; /* a row of the table in formats.h */
struct reader;

/* No article, line of JSON or single HTML or text file may be larger (bytes, after decompression),
 * so that memory stays bounded; larger ones are rejected by name. */
#define READER_ARTICLE_BYTES_DEFAULT (32u << 20)

struct reader_options {
    const struct article_format *format; /* NULL: by suffix and first bytes; JSON Lines for "-" */
    const char *base;     /* paths in identities are relative to it; NULL: absolute */
    size_t article_bytes; /* limit; 0: READER_ARTICLE_BYTES_DEFAULT */
};

/* Opens one file; "-" is standard input. `options` may be NULL. NULL and *error when it cannot be
 * opened. */
struct reader *reader_open(const char *path, const struct reader_options *options,
                           struct error *error);

/* The next article; its slices live until the next call on this reader. The caller clears *error
 * before each call. */
enum reader_step reader_next(struct reader *reader, struct article *article, struct error *error);

/* Bytes of the file consumed so far, before decompression, for progress. */
uint64_t reader_position(const struct reader *reader);

void reader_close(struct reader *reader);

#endif
