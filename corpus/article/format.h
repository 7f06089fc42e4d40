/* format.h - a format of articles: a row of the table in formats.h.
 *
 * Everything that depends on the format comes from its row: its name, the suffixes of its files,
 * how its first bytes look and how it is read. */
#ifndef ARAL_ARTICLE_FORMAT_H
#define ARAL_ARTICLE_FORMAT_H

#include "corpus/article/article.h"
#include "corpus/article/reader_step.h"
#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>

struct reader; /* reading.h */

enum likeness { UNLIKE, POSSIBLE, SURE };

struct article_format {
    const char *name;
    const char *suffixes; /* separated by spaces, without dots */
    bool holds_many;      /* articles, so that a path alone does not name one */

    /* Whether a file that begins with these bytes (of any encoding) is of this format. */
    enum likeness (*recognise)(struct slice start);

    /* As reader_next. Called until it says READER_END or READER_FAILED. */
    enum reader_step (*next)(struct reader *reader, struct article *article, struct error *error);

    /* Frees reader->state; may be NULL. */
    void (*close)(struct reader *reader);
};

/* The rows, each in the file of its reader. */
extern const struct article_format format_text, format_html, format_jsonl, format_feed;

#endif
