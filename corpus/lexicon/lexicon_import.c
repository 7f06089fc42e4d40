#include "corpus/lexicon/lexicon_import.h"

#include "corpus/article/encoding.h"
#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/base/constant.h"
#include "corpus/base/map.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/graph_translations.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/table_lines.h"
#include "corpus/lexicon/translation_graph.h"

#include <stdlib.h>

/* Who writes a row means just this pair, a dictionary lists all that a word may mean: a row counts
 * four times a dictionary's first translation. With 2 nDCG@10 of questions across languages (mean
 * of twelve sets) is .8223, with 8 .8228, so .8236. */
#define ROW_SCORE 4

/* What the first row of a word into a language, its first sense, counts beyond that; half of it for
 * each side that the row is first for. Without it the same is .0013 less, that of keywords .0018,
 * pooled .0006. */
#define FIRST_ROW_SCORE 4

/* A column of words of a language; others are of no interest. */
struct column {
    size_t number;
    const struct language *language;
    struct slice cell; /* of the line at hand */
};

struct table {
    struct table_lines lines;
    struct column *columns; /* in order of their numbers */
    size_t count, capacity;
    struct column first; /* codes of languages; its language is NULL */
    struct map *begun;   /* words that have a row into a language */
    struct bytes key;    /* scratch */
    struct translation_graph *graph;
    bool wrong; /* its pairs are withdrawn */
};

#define PHRASE_WORDS CONSTANT_TEXT(LEXICON_WORDS)
#define PHRASE_BYTES CONSTANT_TEXT(LEXICON_PHRASE_BYTES)

/* The column of languages whose words mean first what the row says. */
#define FIRST_COLUMN "first"
#define NO_COLUMN SIZE_MAX

/* Reads the first line. */
static bool read_columns(struct table *table, struct error *error) {
    struct slice line, cell;
    bool there;
    bool several = false; /* languages */
    if (!table_lines_next(&table->lines, &line, &there, error)) {
        return false;
    }
    if (table->lines.line == 0) {
        return error_set(error, ERROR_INPUT, "%s is empty", table->lines.path);
    }
    if (!there || table->lines.line > 1) {
        line = slice_of(NULL, 0); /* the first one was too long */
    }
    for (size_t number = 0; table_take_cell(&line, &cell); number++) {
        const struct language *language = language_find(cell);
        if (slice_equal(cell, slice_of_string(FIRST_COLUMN))) {
            table->first.number = number;
        }
        if (!language || language == language_other()) {
            continue;
        }
        if (!array_reserve(&table->columns, &table->capacity, table->count + 1,
                           sizeof *table->columns)) {
            return error_set_memory(error);
        }
        table->columns[table->count++] = (struct column){.number = number, .language = language};
        several = several || language != table->columns[0].language;
    }
    return several || error_set(error, ERROR_INPUT,
                                "%s:1: the first line names no two languages, such as en<TAB>ru",
                                table->lines.path);
}

/* The line's cells in the columns of languages; how many have words. */
static size_t fill_columns(struct table *table, struct slice line) {
    size_t next = 0, words = 0;
    struct slice cell;
    for (size_t i = 0; i < table->count; i++) {
        table->columns[i].cell = slice_of("", 0);
    }
    table->first.cell = slice_of("", 0);
    for (size_t number = 0; table_take_cell(&line, &cell); number++) {
        if (table->first.number == number) {
            table->first.cell = cell;
        } else if (next < table->count && table->columns[next].number == number) {
            table->columns[next++].cell = cell;
            words += cell.length > 0;
        }
    }
    return words;
}

/* The word of `from` on its way into the language of `to`, as a key of `begun`. */
static struct slice write_key(struct table *table, const struct column *from,
                              const struct column *to) {
    bytes_clear(&table->key);
    bytes_append_string(&table->key, from->language->code);
    bytes_append_string(&table->key, to->language->code);
    bytes_append_slice(&table->key, from->cell);
    return bytes_slice(&table->key);
}

/* What the pair counts more where it is the first that the word of `from` has. */
static double first_score(struct table *table, const struct column *from, const struct column *to) {
    return map_find(table->begun, write_key(table, from, to)) ? 0 : FIRST_ROW_SCORE / 2.0;
}

static bool begin(struct table *table, const struct column *from, const struct column *to,
                  struct error *error) {
    struct slice key = write_key(table, from, to);
    return bytes_check(&table->key, error) &&
           (map_insert(table->begun, key, NULL) || error_set_memory(error));
}

static bool is_first(const struct table *table, const struct language *language) {
    struct slice codes = table->first.cell;
    bool found = false;
    while (!found && codes.length > 0) {
        found = slice_equal(lexicon_take_term(&codes), slice_of_string(language->code));
    }
    return found;
}

/* Whether all that the row says to be first are languages of the table. */
static bool is_first_known(const struct table *table) {
    struct slice codes = table->first.cell;
    bool known = true;
    while (known && codes.length > 0) {
        struct slice code = lexicon_take_term(&codes);
        known = code.length == 0; /* between two spaces */
        for (size_t i = 0; i < table->count; i++) {
            known |= slice_equal(code, slice_of_string(table->columns[i].language->code));
        }
    }
    return known;
}

/* Where the row says so, what the word of `to` is the first translation of. */
static bool add_first(struct table *table, const struct column *from, const struct column *to,
                      struct error *error) {
    return !is_first(table, from->language) ||
           translation_graph_add_first(table->graph,
                                       (struct phrase){from->language->code, from->cell},
                                       (struct phrase){to->language->code, to->cell}, error);
}

/* Phrases beyond the limit are no pair, and no first one. */
static bool add_pair(struct table *table, const struct column *a, const struct column *b,
                     struct error *error) {
    if (a->cell.length == 0 || b->cell.length == 0) {
        return true;
    }
    size_t before = translation_graph_pairs(table->graph);
    double score = ROW_SCORE + first_score(table, a, b) + first_score(table, b, a);
    return translation_graph_add(table->graph, (struct phrase){a->language->code, a->cell},
                                 (struct phrase){b->language->code, b->cell}, score, error) &&
           (translation_graph_pairs(table->graph) == before ||
            (begin(table, a, b, error) && begin(table, b, a, error) &&
             add_first(table, a, b, error) && add_first(table, b, a, error)));
}

static bool withdraw_pair(struct table *table, const struct column *a, const struct column *b,
                          struct error *error) {
    return a->cell.length == 0 || b->cell.length == 0 ||
           translation_graph_withdraw(table->graph, (struct phrase){a->language->code, a->cell},
                                      (struct phrase){b->language->code, b->cell}, error);
}

static bool read_line(struct table *table, struct slice line, struct error *error) {
    if (table_line_is_silent(line)) {
        return true;
    }
    if (encoding_invalid_line(line) > 0) {
        table_lines_reject(&table->lines, "not valid UTF-8");
        return true;
    }
    if (fill_columns(table, line) < 2) {
        table_lines_reject(&table->lines, "no two words in the columns of languages");
        return true;
    }
    if (!is_first_known(table)) {
        table_lines_reject(&table->lines, "the column " FIRST_COLUMN
                                          " names what is no language of the first line");
        return true;
    }
    size_t before = translation_graph_pairs(table->graph);
    for (const struct column *a = table->columns; a < table->columns + table->count; a++) {
        for (const struct column *b = a + 1; b < table->columns + table->count; b++) {
            if (table->wrong ? !withdraw_pair(table, a, b, error) : !add_pair(table, a, b, error)) {
                return false;
            }
        }
    }
    if (table->wrong || translation_graph_pairs(table->graph) > before) {
        table->lines.import->pairs++;
    } else {
        table_lines_reject(&table->lines,
                           "no two phrases within the limit phrase-words, " PHRASE_WORDS
                           " words, and the limit phrase-bytes, " PHRASE_BYTES
                           " bytes, and without '_'");
    }
    return true;
}

static bool read_table(const char *path, bool wrong, struct lexicon_import *import,
                       struct translation_graph *graph, struct error *error) {
    struct table table = {
        .first = {.number = NO_COLUMN}, .graph = graph, .begun = map_new(), .wrong = wrong};
    bool done = table_lines_open(&table.lines, path, import, error) &&
                (table.begun || error_set_memory(error)) && read_columns(&table, error);
    struct slice line;
    bool there = true;
    while (done && (done = table_lines_next(&table.lines, &line, &there, error)) && there) {
        done = read_line(&table, line, error);
    }
    table_lines_close(&table.lines);
    free(table.columns);
    map_free(table.begun);
    bytes_free(&table.key);
    return done;
}

bool lexicon_import_table(const char *path, struct lexicon_import *import,
                          struct translation_graph *graph, struct error *error) {
    return read_table(path, false, import, graph, error);
}

bool lexicon_import_wrong(const char *path, struct lexicon_import *import,
                          struct translation_graph *graph, struct error *error) {
    return read_table(path, true, import, graph, error);
}

/* What the lexicon had before. */
static bool keep_entries(const char *path, struct lexicon_writer *writer, struct error *error) {
    struct error why = {0};
    struct lexicon *lexicon = lexicon_open(path, &why);
    if (!lexicon) {
        return why.kind == ERROR_NOT_FOUND || error_pass(error, &why);
    }
    bool done = lexicon_verify(lexicon, path, error);
    for (size_t i = 0; done && i < lexicon_slots(lexicon); i++) {
        struct slice key;
        struct lexicon_match match;
        struct translation translation;
        if (!lexicon_get(lexicon, i, &key, &match)) {
            continue;
        }
        while (done && lexicon_next(&match, &translation)) {
            done = lexicon_writer_add(writer, key, translation.language, translation.terms,
                                      translation.weight, error);
        }
    }
    lexicon_close(lexicon);
    return done;
}

bool lexicon_import(const char *path, const char *const tables[], size_t count,
                    struct lexicon_import *import, struct error *error) {
    struct translation_graph *graph = translation_graph_new(error);
    struct lexicon_writer *writer = lexicon_writer_new(error);
    bool done = graph && writer && keep_entries(path, writer, error);
    for (size_t i = 0; done && i < count; i++) {
        done = lexicon_import_table(tables[i], import, graph, error);
    }
    done = done && translation_graph_write(graph, 0, writer, error) &&
           lexicon_writer_write(writer, path, error);
    lexicon_writer_free(writer);
    translation_graph_free(graph);
    return done;
}
