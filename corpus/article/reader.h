/* reader.h - articles out of files: text, HTML, JSON Lines, feeds; compressed or not, in whatever
 * encoding.
 *
 * A reader streams: it holds one article (and for HTML and JSON feeds one document) at a time,
 * whatever the size of the input. Not thread-safe; use one per thread. */
#ifndef ARAL_ARTICLE_READER_H
#define ARAL_ARTICLE_READER_H

#include "corpus/article/article.h"
#include "corpus/base/error.h"

#include <stdint.h>

struct article_format; /* a row of the table in formats.h */
struct bytes;
struct reader;

/* No article, line of JSON or single HTML or text file may be larger (bytes, after decompression),
 * so that memory stays bounded; larger ones are rejected by name. */
#define READER_ARTICLE_BYTES_DEFAULT (32u << 20)

struct reader_options {
    const struct article_format *format; /* NULL: by suffix and first bytes; JSON Lines for "-" */
    const char *base;     /* paths in identities are relative to it; NULL: absolute */
    size_t article_bytes; /* limit; 0: READER_ARTICLE_BYTES_DEFAULT */
};

enum reader_step {
    READER_ARTICLE, /* *article is filled; *error, where it is set (ERROR_INPUT), says "FILE:LINE: "
                       and what of it could not be read */
    READER_REJECTED, /* one article was bad, *error (kind ERROR_INPUT or ERROR_LIMIT) says
                        "FILE:LINE: reason"; go on */
    READER_END,
    READER_FAILED, /* the file cannot be read on; *error says why */
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

/* All formats, each(NAME). Adding one is adding its name here and the file with its row. */
#define ARTICLE_FORMATS(each) each(text) each(html) each(jsonl) each(feed)

/* Their names as a constant, "text|html|jsonl|feed", for tables of options. */
#define ARTICLE_FORMAT_NAMES (&(ARTICLE_FORMATS(ARTICLE_FORMAT_BEHIND_BAR))[1])
#define ARTICLE_FORMAT_BEHIND_BAR(name) "|" #name

/* The format of that name, or NULL. */
const struct article_format *article_format_find(const char *name);

/* Appends `path` as identities have it (struct article, file): absolute, without links in its
 * folders, so that it does not depend on where it is added from; relative to the folder `base`
 * where that is not NULL and holds it; "-" as it is. In UTF-8: bytes that are not are written as
 * %XX, as is a name that differs by its normal form alone from that of a file beside it in NFC; and
 * '%' is, where a file beside it would have the same identity. The file itself need not exist, its
 * folder must. */
bool article_path(const char *path, const char *base, struct bytes *out, struct error *error);

/* Writes an article as one line of JSON (without newline) that the jsonl reader reads back to the
 * same article; empty fields are left out, `extra` fields are merged in. False and *error
 * (ERROR_CORRUPT: `extra` is not JSON; ERROR_MEMORY). */
bool article_write_json(const struct article *article, struct bytes *out, struct error *error);

#endif
