/* formats.h - the table of article formats, and what their readers share.
 *
 * Everything that depends on the format comes from its row: its name, the suffixes of its files,
 * how its first bytes look and how it is read. */
#ifndef ARAL_ARTICLE_FORMATS_H
#define ARAL_ARTICLE_FORMATS_H

#include "corpus/article/fields.h"
#include "corpus/article/input.h"
#include "corpus/article/reader.h"

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

struct reader {
    struct input *input;
    const struct article_format *format; /* NULL until the first bytes have been looked at */
    size_t limit;                        /* bytes of an article */
    struct bytes shown;                  /* the path for messages */
    struct bytes file;                   /* the path as identity has it */
    struct bytes id;
    struct bytes document; /* in UTF-8: a whole file, or a line that was in another encoding */
    struct draft draft;
    size_t line; /* of the input, from 1, where the format counts them */
    bool done;
    void *state; /* the format's own */
};

extern const struct article_format format_text, format_html, format_jsonl, format_feed;

/* Whether a file's name says that it is compressed, as input.h reads it. */
bool format_is_packed(struct slice path);

/* Whether a file's name says that it is what pages are made with, and no article: a style sheet,
 * script, picture or font. */
bool format_is_page_part(struct slice path);

/* Whether a file's name says that an editor or a program left it beside the file it was made of:
 * "a.txt~", "#a.txt#", "a.txt.bak". */
bool format_is_backup(struct slice path);

/* The format of a file by its name and first bytes. */
const struct article_format *format_choose(struct slice path, struct slice start);

/* Rejects what is in that line: sets *error to "FILE:LINE: " and the reason. Returns
 * READER_REJECTED. */
enum reader_step reader_reject(const struct reader *reader, size_t line, enum error_kind kind,
                               struct error *error, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Says that `what` is larger than the limit, without the file's name. */
void reader_set_size_error(const struct reader *reader, const char *what, struct error *reason);

/* Rejects an article that is larger than the limit. */
enum reader_step reader_reject_size(const struct reader *reader, size_t line, const char *what,
                                    struct error *error);

/* What to answer when the input gave no data: the end, the rejection of a damaged file (the end
 * comes next), or failure. `why` is the error the input set. */
enum reader_step reader_stop(struct reader *reader, enum input_step step, const struct error *why,
                             struct error *error);

/* Reads the rest of the input into reader->document, in UTF-8. READER_ARTICLE when done. */
enum reader_step reader_load(struct reader *reader, struct error *error);

/* Makes an article of the draft: checks that it has text, gives it its identity. */
enum reader_step reader_finish(struct reader *reader, size_t line, struct article *article,
                               struct error *error);

#endif
