/* lexicon_import.h - a user's own word pairs, as a lexicon.
 *
 * A table of tab-separated values, plain or compressed (input.h), in UTF-8. Its first line names
 * columns; those named by codes of our languages hold words or phrases that mean the same, all
 * others are passed over:
 *
 *     en            ru           note
 *     wind farm     ветропарк    also ветроэлектростанция
 *
 * An empty cell says nothing. */
#ifndef ARAL_LEXICON_LEXICON_IMPORT_H
#define ARAL_LEXICON_LEXICON_IMPORT_H

#include "corpus/base/error.h"

#include <stddef.h>

#define LEXICON_LINE_BYTES 4096 /* longer lines are left out */

struct lexicon_import {
    /* Told of each line that is left out, as "FILE:LINE: reason". */
    void (*reject)(const char *message, void *context);
    void *context;
    size_t pairs, rejected; /* the result */
};

/* Adds the pairs of the tables to the lexicon at `path`, which is made where there is none. False
 * with *error where a table cannot be read or has no two columns of our languages; the lexicon is
 * then as before. */
bool lexicon_import(const char *path, const char *const tables[], size_t count,
                    struct lexicon_import *import, struct error *error);

#endif
