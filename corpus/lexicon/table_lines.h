/* table_lines.h - the lines of a table of tab-separated values, plain or compressed (input.h), and
 * complaints about them. */
#ifndef ARAL_LEXICON_TABLE_LINES_H
#define ARAL_LEXICON_TABLE_LINES_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

#define LEXICON_LINE_BYTES 4096 /* longer lines are left out */

struct input;

/* Tables that are read: who is told of lines that are left out, and what came of it. */
struct lexicon_import {
    /* Told of each line that is left out, as "FILE:LINE: reason". */
    void (*reject)(const char *message, void *context);
    void *context;
    size_t pairs, rejected; /* the result */
};

struct table_lines {
    const char *path;
    size_t line; /* number of the last one read, from 1 */
    struct input *input;
    struct lexicon_import *import; /* told what is left out */
};

/* False with *error where the file cannot be opened. Close it either way. */
bool table_lines_open(struct table_lines *lines, const char *path, struct lexicon_import *import,
                      struct error *error);
void table_lines_close(struct table_lines *lines);

/* The next line, which lives until the next call; *there is false behind the last. Those longer
 * than LEXICON_LINE_BYTES are left out. False with *error where the file cannot be read. */
bool table_lines_next(struct table_lines *lines, struct slice *line, bool *there,
                      struct error *error);

/* Tells that the last line is left out, and why. */
void table_lines_reject(struct table_lines *lines, const char *reason);

/* Whether a line says nothing: it is empty or begins with '#'. */
static inline bool table_line_is_silent(struct slice line) {
    return line.length == 0 || line.data[0] == '#';
}

/* Takes the first cell off the line; false behind the last. */
bool table_take_cell(struct slice *line, struct slice *cell);

#endif
