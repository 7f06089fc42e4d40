/* reading.h - a reader from inside: what those of all formats share. Nobody else needs it: the
 * others read reader.h. */
#ifndef ARAL_ARTICLE_READING_H
#define ARAL_ARTICLE_READING_H

#include "corpus/article/fields.h"
#include "corpus/article/format.h"
#include "corpus/article/input.h"

struct reader {
    struct input *input;
    const struct article_format *format; /* NULL until the first bytes have been looked at */
    size_t limit;                        /* bytes of an article */
    struct bytes shown;                  /* the path for messages */
    struct bytes file;                   /* the path as identity has it */
    struct bytes id;
    struct bytes document; /* in UTF-8: a whole file, or a line that was in another encoding */
    struct draft draft;
    size_t line;                    /* of the input, from 1, where the format counts them */
    size_t named_line, named_count; /* the last line that an identity is made of, and how often */
    bool done;
    void *state; /* the format's own */
};

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
