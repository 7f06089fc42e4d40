#include "corpus/lexicon/table_lines.h"

#include "corpus/article/input.h"
#include "corpus/base/constant.h"

#include <string.h>

bool table_lines_open(struct table_lines *lines, const char *path, struct lexicon_import *import,
                      struct error *error) {
    *lines = (struct table_lines){.path = path, .import = import};
    lines->input = input_open(path, error);
    return lines->input != NULL;
}

void table_lines_close(struct table_lines *lines) {
    input_close(lines->input);
    lines->input = NULL;
}

void table_lines_reject(struct table_lines *lines, const char *reason) {
    struct error message = {0};
    error_set(&message, ERROR_INPUT, "%s:%zu: %s", lines->path, lines->line, reason);
    lines->import->rejected++;
    if (lines->import->reject) {
        lines->import->reject(message.message, lines->import->context);
    }
}

bool table_lines_next(struct table_lines *lines, struct slice *line, bool *there,
                      struct error *error) {
    enum input_step step;
    struct error failure = {0};
    while ((step = input_read_line(lines->input, LEXICON_LINE_BYTES, line, &failure)) ==
           INPUT_TOO_LONG) {
        lines->line++;
        table_lines_reject(
            lines, "longer than the limit line-bytes, " CONSTANT_TEXT(LEXICON_LINE_BYTES) " bytes");
    }
    *there = step == INPUT_DATA;
    lines->line += *there;
    return *there || step == INPUT_END ||
           error_set(error, failure.kind, "%s: %s", lines->path, failure.message);
}

bool table_take_cell(struct slice *line, struct slice *cell) {
    if (!line->data) {
        return false;
    }
    const char *tab = line->length > 0 ? memchr(line->data, '\t', line->length) : NULL;
    size_t length = tab ? (size_t)(tab - line->data) : line->length;
    *cell = slice_of(line->data, length);
    *line = tab ? slice_of(tab + 1, line->length - length - 1) : slice_of(NULL, 0);
    return true;
}
