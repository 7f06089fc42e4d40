#include "corpus/article/reader.h"

#include "corpus/article/formats.h"
#include "corpus/article/paths.h"
#include "corpus/article/reading.h"

#include <stdlib.h>

struct reader *reader_open(const char *path, const struct reader_options *options,
                           struct error *error) {
    struct reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        error_set_memory(error);
        return NULL;
    }
    reader->limit =
        options && options->article_bytes ? options->article_bytes : READER_ARTICLE_BYTES_DEFAULT;
    reader->format = options ? options->format : NULL;
    if (!reader->format && strcmp(path, "-") == 0) {
        reader->format = &format_jsonl;
    }
    path_show(path, &reader->shown);
    if (!bytes_check(&reader->shown, error) ||
        !article_path(path, options ? options->base : NULL, &reader->file, error)) {
        reader_close(reader);
        return NULL;
    }
    reader->input = input_open(path, error);
    if (!reader->input) {
        reader_close(reader);
        return NULL;
    }
    return reader;
}

void reader_close(struct reader *reader) {
    if (!reader) {
        return;
    }
    if (reader->format && reader->format->close) {
        reader->format->close(reader);
    }
    input_close(reader->input);
    bytes_free(&reader->shown);
    bytes_free(&reader->file);
    bytes_free(&reader->id);
    bytes_free(&reader->document);
    draft_free(&reader->draft);
    free(reader);
}

uint64_t reader_position(const struct reader *reader) {
    return input_position(reader->input);
}

enum reader_step reader_next(struct reader *reader, struct article *article, struct error *error) {
    struct error why = {0};
    if (reader->done) {
        return READER_END;
    }
    if (!reader->format) {
        struct slice start;
        enum input_step step = input_peek(reader->input, &start, &why);
        if (step == INPUT_END) {
            reader->done = true;
            return reader_reject(reader, 1, ERROR_INPUT, error, "the file is empty");
        }
        if (step != INPUT_DATA) {
            return reader_stop(reader, step, &why, error);
        }
        reader->format = format_choose(bytes_slice(&reader->shown), start);
    }
    return reader->format->next(reader, article, error);
}
