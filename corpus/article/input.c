#include "corpus/article/input.h"

#include <archive.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_BYTES = 1 << 16, PEEK_BYTES = 1 << 15 };

#define NO_DECODER ((iconv_t)-1)

struct input {
    int file;
    struct archive *archive;
    bool begun; /* the first block was asked for */
    bool ended;
    uint64_t position;
    struct slice rest;    /* what is left of the block being handed out */
    bool rest_is_peeked;  /* that block is `peeked` */
    struct bytes peeked;  /* blocks joined by input_peek */
    struct bytes line;    /* a line that spans blocks */
    iconv_t decoder;      /* from UTF-16, or NO_DECODER */
    struct bytes pending; /* bytes not yet decoded */
    struct bytes decoded; /* a decoded block */
    enum input_step stop; /* INPUT_DAMAGED or INPUT_FAILED, once it has happened */
    struct error error;   /* why */
    char buffer[READ_BYTES];
};

/* Called by libarchive, so that an error of the operating system is told from damaged data. */
static la_ssize_t read_file(struct archive *archive, void *data, const void **block) {
    struct input *input = data;
    ssize_t length;
    do {
        length = read(input->file, input->buffer, sizeof input->buffer);
    } while (length < 0 && errno == EINTR);
    if (length < 0) {
        input->stop = INPUT_FAILED;
        error_set(&input->error, errno == ENOMEM ? ERROR_MEMORY : ERROR_IO, "cannot read: %s",
                  strerror(errno));
        archive_set_error(archive, errno, "cannot read");
        return -1;
    }
    input->position += (uint64_t)length;
    *block = input->buffer;
    return length;
}

/* Notes that reading cannot go on, unless read_file has done so. */
static enum input_step stop_by_archive(struct input *input) {
    if (input->stop == INPUT_DATA) {
        const char *words = archive_error_string(input->archive);
        if (archive_errno(input->archive) == ENOMEM) {
            input->stop = INPUT_FAILED;
            error_set_memory(&input->error);
        } else {
            input->stop = INPUT_DAMAGED;
            error_set(&input->error, ERROR_INPUT,
                      "the compressed data is damaged or ends early (%s)",
                      words ? words : "unknown damage");
        }
    }
    return input->stop;
}

static bool open_archive(struct input *input, struct error *error) {
    struct archive *archive = archive_read_new();
    struct archive_entry *entry;
    if (!archive) {
        return error_set_memory(error);
    }
    input->archive = archive;
    if (archive_read_support_filter_gzip(archive) != ARCHIVE_OK ||
        archive_read_support_filter_xz(archive) != ARCHIVE_OK ||
        archive_read_support_filter_zstd(archive) != ARCHIVE_OK ||
        archive_read_support_format_raw(archive) != ARCHIVE_OK ||
        archive_read_support_format_empty(archive) != ARCHIVE_OK) {
        return error_set(error, ERROR_BUG, "libarchive was built without gzip, xz or zstd");
    }
    /* From here on a failure is the data's and told by the first read. */
    int status = archive_read_open(archive, input, NULL, read_file, NULL);
    if (status == ARCHIVE_OK) {
        status = archive_read_next_header(archive, &entry);
    }
    if (status == ARCHIVE_EOF) {
        input->ended = true;
    } else if (status != ARCHIVE_OK) {
        stop_by_archive(input);
    }
    return true;
}

static bool open_file(struct input *input, const char *path, struct error *error) {
    struct stat status;
    bool standard_input = strcmp(path, "-") == 0;
    input->file = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (input->file < 0 || fstat(input->file, &status) != 0) {
        return error_set_errno(error, "cannot read %s", path);
    }
    if (S_ISDIR(status.st_mode)) {
        return error_set(error, ERROR_INPUT, "cannot read %s: it is a folder, not a file", path);
    }
    return true;
}

struct input *input_open(const char *path, struct error *error) {
    struct input *input = calloc(1, sizeof *input);
    if (!input) {
        error_set_memory(error);
        return NULL;
    }
    input->file = -1;
    input->decoder = NO_DECODER;
    if (!open_file(input, path, error) || !open_archive(input, error)) {
        input_close(input);
        return NULL;
    }
    return input;
}

void input_close(struct input *input) {
    if (!input) {
        return;
    }
    archive_read_free(input->archive);
    if (input->file > STDIN_FILENO) {
        close(input->file);
    }
    if (input->decoder != NO_DECODER) {
        iconv_close(input->decoder);
    }
    bytes_free(&input->peeked);
    bytes_free(&input->line);
    bytes_free(&input->pending);
    bytes_free(&input->decoded);
    free(input);
}

/* The next block as libarchive has it. */
static enum input_step read_block(struct input *input, struct slice *block) {
    const void *data;
    size_t length = 0;
    la_int64_t offset;
    while (length == 0) {
        int status = archive_read_data_block(input->archive, &data, &length, &offset);
        if (status == ARCHIVE_EOF) {
            input->ended = true;
            return INPUT_END;
        }
        if (status != ARCHIVE_OK) {
            return stop_by_archive(input);
        }
    }
    *block = slice_of(data, length);
    return INPUT_DATA;
}

/* Whether a unit of UTF-16 is one of those that most text of any alphabet read here consists of:
 * ASCII without control characters, letters of Latin-1, Cyrillic, dashes and quotation marks. */
static bool is_usual_unit(unsigned unit) {
    return (unit >= 0x20 && unit < 0x7F) || (unit >= '\t' && unit <= '\r') ||
           (unit >= 0xA0 && unit < 0x100) || (unit >= 0x400 && unit < 0x500) ||
           (unit >= 0x2010 && unit < 0x2040);
}

/* Whether bytes read like text in UTF-16 whose units have their high byte at `high`, 0 or 1: nearly
 * all units are usual ones, none is a control character, and some are of ASCII, as blanks and line
 * ends are. In the other order of bytes hardly one would be usual; text in UTF-8 has no NUL, and
 * binary data has control characters. */
static bool reads_as_utf_16(struct slice start, size_t high) {
    enum { FEWEST_UNITS = 16, MOST_UNITS = 4096, UNUSUAL_PERCENT = 5 };
    size_t count = start.length / 2 < MOST_UNITS ? start.length / 2 : MOST_UNITS;
    size_t usual = 0, ascii = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned unit = (unsigned)(unsigned char)start.data[2 * i + high] << 8 |
                        (unsigned char)start.data[2 * i + 1 - high];
        usual += is_usual_unit(unit);
        ascii += unit < 0x80;
        if (unit < 0xA0 && !is_usual_unit(unit)) {
            return false;
        }
    }
    return count >= FEWEST_UNITS && ascii > 0 && (count - usual) * 100 <= count * UNUSUAL_PERCENT;
}

/* The encoding in UTF-16 that the first block has a byte order mark of, or reads like without one;
 * NULL where it is another. *mark: the bytes of the mark, of UTF-8 also. */
static const char *find_utf_16(struct slice block, size_t *mark) {
    *mark = slice_byte_order_mark(block);
    if (slice_starts_with(block, slice_of_string("\xFF\xFE"))) {
        *mark = 2;
        return "UTF-16LE";
    }
    if (slice_starts_with(block, slice_of_string("\xFE\xFF"))) {
        *mark = 2;
        return "UTF-16BE";
    }
    return reads_as_utf_16(block, 1) ? "UTF-16LE" : reads_as_utf_16(block, 0) ? "UTF-16BE" : NULL;
}

/* Looks at the start of the first block for UTF-16, and skips a byte order mark. */
static bool begin(struct input *input, struct slice *block) {
    size_t mark;
    const char *encoding = find_utf_16(*block, &mark);
    input->begun = true;
    *block = slice_from(*block, mark);
    if (encoding) {
        input->decoder = iconv_open("UTF-8", encoding);
        if (input->decoder == NO_DECODER) {
            input->stop = INPUT_FAILED;
            return error_set_errno(&input->error, "cannot decode %s", encoding);
        }
    }
    return true;
}

/* Decodes a block; an empty one ends the input: a character cut off there is damage. */
static enum input_step decode(struct input *input, struct slice *block) {
    bytes_append_slice(&input->pending, *block);
    bytes_clear(&input->decoded);
    char *from = input->pending.data;
    size_t left = input->pending.length;
    /* A unit of two bytes becomes at most three. */
    char *to = bytes_reserve(&input->decoded, left * 2 + 8);
    size_t room = left * 2 + 8;
    if (input->pending.failed || !to) {
        input->stop = INPUT_FAILED;
        error_set_memory(&input->error);
        return input->stop;
    }
    size_t all = room;
    if (iconv(input->decoder, &from, &left, &to, &room) == (size_t)-1 &&
        (errno != EINVAL || block->length == 0)) {
        input->stop = INPUT_DAMAGED;
        error_set(&input->error, ERROR_INPUT, "not valid UTF-16, as which it begins");
        return input->stop;
    }
    if (left > 0) {
        memmove(input->pending.data, from, left);
    }
    input->pending.length = left;
    input->decoded.length = all - room;
    *block = bytes_slice(&input->decoded);
    return INPUT_DATA;
}

/* Makes `rest` a block that is not empty. */
static enum input_step fill(struct input *input) {
    while (input->rest.length == 0) {
        if (input->stop != INPUT_DATA) {
            return input->stop;
        }
        if (input->ended) {
            return INPUT_END;
        }
        struct slice block;
        enum input_step step = read_block(input, &block);
        if (step == INPUT_END && input->pending.length > 0) {
            block = slice_of(NULL, 0);
        } else if (step != INPUT_DATA) {
            return step;
        }
        if (!input->begun && !begin(input, &block)) {
            return input->stop;
        }
        if (input->decoder != NO_DECODER) {
            step = decode(input, &block);
            if (step != INPUT_DATA) {
                return step;
            }
        }
        input->rest = block;
        input->rest_is_peeked = false;
    }
    return INPUT_DATA;
}

/* The step as the caller sees it, with its error. */
static enum input_step tell(const struct input *input, enum input_step step, struct error *error) {
    if (step == INPUT_DAMAGED || step == INPUT_FAILED) {
        error_pass(error, &input->error);
    }
    return step;
}

/* Begins the joined blocks with what is left, which may lie among them already. */
static void begin_peeked(struct input *input) {
    struct bytes *peeked = &input->peeked;
    struct slice rest = input->rest;
    if (input->rest_is_peeked) {
        memmove(peeked->data, rest.data, rest.length);
        peeked->length = rest.length;
    } else {
        bytes_clear(peeked);
        bytes_append_slice(peeked, rest);
    }
    input->rest = slice_of(NULL, 0);
}

enum input_step input_peek(struct input *input, struct slice *first, struct error *error) {
    enum input_step step = fill(input);
    if (step != INPUT_DATA) {
        return tell(input, step, error);
    }
    if (input->rest.length < PEEK_BYTES) {
        begin_peeked(input);
        /* A failure is told when the blocks before it have been read. */
        while (input->peeked.length < PEEK_BYTES && !input->peeked.failed &&
               fill(input) == INPUT_DATA) {
            bytes_append_slice(&input->peeked, input->rest);
            input->rest = slice_of(NULL, 0);
        }
        if (!bytes_check(&input->peeked, error)) {
            return INPUT_FAILED;
        }
        input->rest = bytes_slice(&input->peeked);
        input->rest_is_peeked = true;
    }
    *first = slice_of(input->rest.data,
                      input->rest.length < PEEK_BYTES ? input->rest.length : PEEK_BYTES);
    return INPUT_DATA;
}

enum input_step input_read(struct input *input, size_t most, struct slice *block,
                           struct error *error) {
    enum input_step step = fill(input);
    if (step != INPUT_DATA) {
        return tell(input, step, error);
    }
    size_t length = input->rest.length < most ? input->rest.length : most;
    *block = slice_of(input->rest.data, length);
    input->rest = slice_from(input->rest, length);
    return INPUT_DATA;
}

enum input_step input_read_line(struct input *input, size_t limit, struct slice *line,
                                struct error *error) {
    bool too_long = false;
    bool ends_here = false;
    enum input_step step = fill(input);
    if (step != INPUT_DATA) {
        return tell(input, step, error);
    }
    bytes_clear(&input->line);
    while (!ends_here && step == INPUT_DATA) {
        const char *start = input->rest.data;
        const char *end = memchr(start, '\n', input->rest.length);
        size_t length = end ? (size_t)(end - start) : input->rest.length;
        size_t taken = end ? length + 1 : length;
        ends_here = end != NULL;
        input->rest = slice_of(start + taken, input->rest.length - taken);
        too_long = too_long || length > limit - input->line.length;
        if (ends_here && input->line.length == 0) {
            *line = slice_of(start, length); /* the usual case: nothing is copied */
        } else if (!too_long) {
            bytes_append(&input->line, start, length);
            *line = bytes_slice(&input->line);
        } else {
            bytes_free(&input->line);
        }
        if (!ends_here) {
            step = fill(input);
        }
    }
    if (too_long) {
        return INPUT_TOO_LONG;
    }
    if (!bytes_check(&input->line, error)) {
        return INPUT_FAILED;
    }
    /* Damage behind the last newline: the half line before it is not one. */
    if (!ends_here && step != INPUT_END) {
        return tell(input, step, error);
    }
    if (line->length > 0 && line->data[line->length - 1] == '\r') {
        line->length--;
    }
    return INPUT_DATA;
}

enum input_step input_read_all(struct input *input, size_t limit, struct bytes *out,
                               struct error *error) {
    enum input_step step;
    while ((step = fill(input)) == INPUT_DATA) {
        if (input->rest.length > limit - out->length) {
            return INPUT_TOO_LONG;
        }
        bytes_append_slice(out, input->rest);
        input->rest = slice_of(NULL, 0);
        if (!bytes_check(out, error)) {
            return INPUT_FAILED;
        }
    }
    return step == INPUT_END ? INPUT_DATA : tell(input, step, error);
}

bool input_was_decoded(const struct input *input) {
    return input->decoder != NO_DECODER;
}

uint64_t input_position(const struct input *input) {
    return input->position;
}
