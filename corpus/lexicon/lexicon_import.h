/* lexicon_import.h - tables of word pairs, and a user's own as a lexicon.
 *
 * A table of tab-separated values, plain or compressed (input.h), in UTF-8. Its first line names
 * columns; those named by codes of our languages hold words or phrases that mean the same, all
 * others are passed over:
 *
 *     en            ru           note
 *     wind farm     ветропарк    also ветроэлектростанция
 *
 * An empty cell says nothing, nor does a line that begins with '#'. A line in another encoding is
 * left out. A word may have several rows: the first says what it mostly means. Where dictionaries
 * outweigh that, a column named "first" may have the codes of languages whose words mean, before
 * all else, what the row says. */
#ifndef ARAL_LEXICON_LEXICON_IMPORT_H
#define ARAL_LEXICON_LEXICON_IMPORT_H

#include "corpus/base/error.h"
#include "corpus/lexicon/table_lines.h"

#include <stddef.h>

struct translation_graph;

/* Adds the pairs of a table to the graph. False with *error where it cannot be read or has no two
 * columns of our languages. */
bool lexicon_import_table(const char *path, struct lexicon_import *import,
                          struct translation_graph *graph, struct error *error);

/* Withdraws the pairs of a table from the graph: each row has words that do not mean the same. As
 * lexicon_import_table otherwise; what is withdrawn counts as `pairs`. */
bool lexicon_import_wrong(const char *path, struct lexicon_import *import,
                          struct translation_graph *graph, struct error *error);

/* Adds the pairs of the tables to the lexicon at `path`, which is made where there is none. False
 * with *error where a table cannot be read or has no two columns of our languages; the lexicon is
 * then as before. */
bool lexicon_import(const char *path, const char *const tables[], size_t count,
                    struct lexicon_import *import, struct error *error);

#endif
