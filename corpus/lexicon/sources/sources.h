/* sources.h - what the lexicon that comes with Aral is made of: packages of Debian, and what fills
 * their gaps.
 *
 * Only the program that makes the lexicon uses this. Each reader adds the pairs of one source to a
 * graph; what cannot be read as a pair of phrases is left out, silently: dictionaries are written
 * for people. False where a file that is there cannot be read or memory runs out. */
#ifndef ARAL_LEXICON_SOURCES_SOURCES_H
#define ARAL_LEXICON_SOURCES_SOURCES_H

#include "corpus/base/bytes.h"
#include "corpus/lexicon/lexicon_import.h"
#include "corpus/lexicon/lexicon_writer.h"
#include "corpus/lexicon/translation_graph.h"

/* How many elements an array has. */
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* An entry of a dictionary in the format of dictd (RFC 2229's server): `text` is its definition. */
typedef bool dictd_entry(struct slice headword, struct slice text, void *context,
                         struct error *error);

/* Calls `entry` for each definition of BASE.dict.dz, once, in the order of the file; BASE.index
 * says where they are. */
bool dictd_read(const char *base, dictd_entry *entry, void *context, struct error *error);

/* A dictionary of the FreeDict project, between languages of these codes. `joined`: its
 * translations, English, have lost their spaces; read it behind others. */
bool freedict_read(const char *base, const char *from, const char *to, bool joined,
                   struct translation_graph *graph, struct error *error);

/* Mueller's English-Russian dictionary, 7th edition. */
bool mueller_read(const char *base, struct translation_graph *graph, struct error *error);

/* A message catalogue (gettext's MO format) whose messages are English: LOCALES/CODE/LC_MESSAGES/
 * NAME.mo for each of the languages, of which those that are there are read. */
bool catalogue_read(const char *locales, const char *name, struct translation_graph *graph,
                    struct error *error);

/* Unicode's locale data below `folder`: names of territories, languages, currencies and cities, and
 * what emoji show. */
bool cldr_read(const char *folder, struct translation_graph *graph, struct error *error);

/* Indonesian and English words of one origin, of the spelling dictionaries that are compiled in;
 * the Indonesian ones that the graph does not know in English. */
bool cognates_add(struct translation_graph *graph, struct error *error);

/* Words of these spelling dictionaries, Russian and English, that the graph does not know and that
 * are made by rule of one that it does. */
bool derived_add(struct translation_graph *graph, struct error *error);

/* Which Russian adjectives of the spelling dictionary are made of which nouns, where the graph
 * knows both. */
bool attributes_add(struct translation_graph *graph, struct error *error);

/* A table of abbreviations and what they stand for, in one language: written each as what the other
 * means. One side that the graph does not know gets the translations that the other has; read it
 * behind all that adds pairs. Rows that are none are told to `import`. */
bool abbreviations_read(const char *path, struct lexicon_import *import,
                        struct translation_graph *graph, struct lexicon_writer *writer,
                        struct error *error);

/* Appends the content of a file, decompressed. */
bool read_file(const char *path, struct bytes *content, struct error *error);

/* Splits `text` at any of `separators` outside brackets; `part` is trimmed. False at the end. */
bool split_next(struct slice *text, const char *separators, struct slice *part);

/* The English phrase without the article or the "to" that dictionaries cite it with: "the sea", "to
 * see". */
struct slice without_article(struct slice phrase);

/* Appends English words that have lost the spaces between them apart from each other, and what
 * cannot be read so as it is. `graph` knows words. False where it can be read in several ways. */
bool append_apart(const struct translation_graph *graph, struct slice words, struct bytes *out);

/* Appends `text` without what stands in (), [], {} and <>. */
void append_without_brackets(struct slice text, struct bytes *out);

#endif
