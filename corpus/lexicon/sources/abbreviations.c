/* Abbreviations that no translation tells (graph_abbreviations.c): "ponsel", of "telepon seluler".
 *
 * A row is a language's code, an abbreviation, and what that stands for, tabs between. Of several
 * rows of an abbreviation, or of what it stands for, the first is what it mostly means. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/constant.h"
#include "corpus/base/map.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/phrase_terms.h"
#include "corpus/lexicon/sources/sources.h"
#include "corpus/lexicon/table_lines.h"

/* The weight of what the first row of a side says of it, and of what others do; as much of a
 * dictionary's score have translations that one side lends the other. */
#define FIRST_WEIGHT 1
#define LATER_WEIGHT 0.5

struct side {
    struct slice text;
    struct phrase_terms terms;
};

struct abbreviations {
    struct table_lines lines;
    struct analyzer *analyzer;
    struct side whole, brief; /* of the row at hand */
    const struct language *language;
    struct map *begun; /* terms of sides that have had a row */
    struct map *pairs; /* terms of both sides */
    struct bytes key;  /* scratch */
    struct translation_graph *graph;
    struct lexicon_writer *writer;
};

/* Why the row at hand is no abbreviation; NULL where it is one. */
static const char *find_fault(const struct abbreviations *table) {
    if (table->brief.terms.words != 1) {
        return "the abbreviation is not one word";
    }
    if (table->whole.terms.words < 2) {
        return "what it stands for is not several words within the limit "
               "phrase-words, " CONSTANT_TEXT(LEXICON_WORDS) " words";
    }
    return map_find(table->pairs, bytes_slice(&table->key)) ? "a row says so before" : NULL;
}

static bool is_known(const struct abbreviations *table, const struct side *side) {
    struct phrase phrase = {table->language->code, side->text};
    bool known = false;
    for (size_t i = 0; !known && i < language_count(); i++) {
        known = translation_graph_knows(table->graph, phrase, language_at(i)->code);
    }
    return known;
}

/* Writes what `from` says of `to`; where the graph knows nothing of `from`, that gets the
 * translations of `to`. */
static bool write_side(struct abbreviations *table, const struct side *from, const struct side *to,
                       struct error *error) {
    const char *code = table->language->code;
    bool first;
    if (!map_insert(table->begun, bytes_slice(&from->terms.all), &first)) {
        return error_set_memory(error);
    }
    double weight = first ? FIRST_WEIGHT : LATER_WEIGHT;
    return lexicon_writer_add(table->writer, bytes_slice(&from->terms.all), code,
                              bytes_slice(&to->terms.translation), weight, error) &&
           (is_known(table, from) ||
            translation_graph_add_like(table->graph, (struct phrase){code, from->text}, to->text,
                                       weight, error));
}

/* The terms of both sides, as a key of `pairs`. */
static bool write_key(struct abbreviations *table, struct error *error) {
    bytes_clear(&table->key);
    bytes_append_slice(&table->key, bytes_slice(&table->brief.terms.all));
    bytes_append_byte(&table->key, '\t');
    bytes_append_slice(&table->key, bytes_slice(&table->whole.terms.all));
    return bytes_check(&table->key, error);
}

static bool read_side(struct abbreviations *table, struct side *side, struct error *error) {
    return phrase_terms_read(&side->terms, table->analyzer, side->text, table->language, error);
}

static bool read_row(struct abbreviations *table, struct slice line, struct error *error) {
    struct slice code;
    bool cells = table_take_cell(&line, &code) && table_take_cell(&line, &table->brief.text) &&
                 table_take_cell(&line, &table->whole.text) && !line.data;
    table->language = cells ? language_find(code) : NULL;
    if (!table->language || table->language == language_other()) {
        table_lines_reject(&table->lines, "no language, abbreviation and what it stands for");
        return true;
    }
    if (!read_side(table, &table->brief, error) || !read_side(table, &table->whole, error) ||
        !write_key(table, error)) {
        return false;
    }
    const char *fault = find_fault(table);
    if (fault) {
        table_lines_reject(&table->lines, fault);
        return true;
    }
    table->lines.import->pairs++;
    return (map_insert(table->pairs, bytes_slice(&table->key), NULL) || error_set_memory(error)) &&
           write_side(table, &table->brief, &table->whole, error) &&
           write_side(table, &table->whole, &table->brief, error);
}

bool abbreviations_read(const char *path, struct lexicon_import *import,
                        struct translation_graph *graph, struct lexicon_writer *writer,
                        struct error *error) {
    struct abbreviations table = {.begun = map_new(),
                                  .pairs = map_new(),
                                  .graph = graph,
                                  .writer = writer,
                                  .analyzer = analyzer_new(error)};
    bool done = table.analyzer && ((table.begun && table.pairs) || error_set_memory(error)) &&
                table_lines_open(&table.lines, path, import, error);
    struct slice line;
    bool there = true;
    while (done && (done = table_lines_next(&table.lines, &line, &there, error)) && there) {
        done = table_line_is_silent(line) || read_row(&table, line, error);
    }
    table_lines_close(&table.lines);
    analyzer_free(table.analyzer);
    phrase_terms_free(&table.brief.terms);
    phrase_terms_free(&table.whole.terms);
    map_free(table.begun);
    map_free(table.pairs);
    bytes_free(&table.key);
    return done;
}
