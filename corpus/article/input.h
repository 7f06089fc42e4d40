/* input.h - the bytes of a file, decompressed, as blocks or as lines.
 *
 * gzip, xz and zstd are recognised by their first bytes, whatever the name of the file. Text in
 * UTF-16, which a byte order mark says or its first letters show, is turned into UTF-8 on the way,
 * and a UTF-8 mark is skipped. Memory does not depend on the size of the input. */
#ifndef ARAL_ARTICLE_INPUT_H
#define ARAL_ARTICLE_INPUT_H

#include "corpus/base/bytes.h"

#include <stdint.h>

struct input;

enum input_step {
    INPUT_DATA,
    INPUT_TOO_LONG, /* longer than the limit: what was read of it is gone */
    INPUT_END,
    INPUT_DAMAGED, /* the data cannot be decompressed or decoded; *error (kind ERROR_INPUT) says
                      what is wrong, without the file's name */
    INPUT_FAILED,  /* the operating system refused, or no memory; *error says why */
};

/* Opens a file, "-" for standard input. NULL and *error when it cannot be opened. */
struct input *input_open(const char *path, struct error *error);
void input_close(struct input *input);

/* The first bytes (fewer than a block's where the input has fewer), without consuming them. They
 * live until the next call on this input. */
enum input_step input_peek(struct input *input, struct slice *first, struct error *error);

/* The next block of bytes, at most `most` of them; lives until the next call. */
enum input_step input_read(struct input *input, size_t most, struct slice *block,
                           struct error *error);

/* The next line without its line end ('\n' or "\r\n"); lives until the next call. A line longer
 * than `limit` is skipped without being held: INPUT_TOO_LONG. */
enum input_step input_read_line(struct input *input, size_t limit, struct slice *line,
                                struct error *error);

/* Appends all that is left to `out`. INPUT_DATA when done. */
enum input_step input_read_all(struct input *input, size_t limit, struct bytes *out,
                               struct error *error);

/* True where the input is UTF-16 and the bytes handed out are UTF-8. */
bool input_was_decoded(const struct input *input);

/* Bytes of the file consumed so far, before decompression. */
uint64_t input_position(const struct input *input);

#endif
