/* lexicon.h - translations: which terms of one language mean which of another.
 *
 * A lexicon is a file of its own, made once (lexicon_writer.h) and mapped into memory: opening it
 * reads its header and no more, a look-up touches a page or two. Every offset and length in it is
 * checked where it is used, so that a damaged file gives fewer translations and never a crash.
 *
 * Entries begin at a word as the analysis gives it, a term and its form, and may go on over
 * several: "idkereta idapi" is "enrailway". Of function words only negations and particles have a
 * place in them: leave the others out of the words that are looked up (lexicon_words.h). Several
 * lexicons may be asked one after the other, a user's own before the one that came with the
 * program.
 *
 * A lexicon may be read by several threads at once. */
#ifndef ARAL_LEXICON_LEXICON_H
#define ARAL_LEXICON_LEXICON_H

#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Raised when the file is laid out or filled differently; with ANALYSIS_VERSION, whose terms it
 * holds, it tells whether a file fits the program. */
#define LEXICON_VERSION 3

/* No entry has more words, on either side. */
#define LEXICON_WORDS 4

/* Nor is it made of longer phrases, normalised: those are sentences. */
#define LEXICON_PHRASE_BYTES 150

/* The name of the lexicon that comes with the program. */
#define LEXICON_FILE "lexicon.aral"

struct lexicon;

/* One word of a text or query: slices of a struct token (analysis.h). */
struct lexicon_word {
    struct slice term; /* "idkereta" */
    struct slice form; /* "keretanya" */
    struct slice bare; /* "kereta" (language.h); empty: as the form */
    bool bound;        /* means something only beside others: "tidak", "off" */
};

/* What an entry means: in another language a translation, in its own a word of like meaning
 * (lexicon_writer_add_synonyms), or where either is several words, what abbreviates the other
 * (translation_graph_write, and for the lexicon that comes with the program a table). */
struct translation {
    char language[LANGUAGE_CODE_BYTES + 1]; /* code of the terms' language, terminated */
    struct slice terms;                     /* one or several, a space between: "enpower enplant" */
    size_t words;                           /* how many, 1 to LEXICON_WORDS */
    double weight;                          /* how sure it is, above 0 to 1 */
};

/* Takes the first of terms that have a space between; the rest is empty after the last. */
static inline struct slice lexicon_take_term(struct slice *terms) {
    const char *space = memchr(terms->data, ' ', terms->length);
    size_t length = space ? (size_t)(space - terms->data) : terms->length;
    struct slice term = slice_of(terms->data, length);
    length += space != NULL;
    *terms = slice_from(*terms, length);
    return term;
}

/* An entry that was found, and how far its translations were read. Valid while the lexicon is open.
 */
struct lexicon_match {
    size_t words;                  /* how many of the given words the entry covers */
    const unsigned char *at, *end; /* what is not read yet, to the end of the file */
    uint64_t left;                 /* translations that are not read yet */
};

/* Appends the path of the file that holds a user's own lexicon for the index at `location`, a
 * directory or file of this machine: "LOCATION.lexicon". */
void lexicon_own_path(const char *location, struct bytes *path);

/* NULL with ERROR_NOT_FOUND, ERROR_IO, ERROR_CORRUPT, ERROR_MEMORY, or ERROR_VERSION for a file of
 * another program's version. */
struct lexicon *lexicon_open(const char *path, struct error *error);
void lexicon_close(struct lexicon *lexicon); /* NULL is allowed */

/* Compares the whole file, opened from that path, with its checksum: false with ERROR_CORRUPT where
 * it differs. O(size). */
bool lexicon_verify(const struct lexicon *lexicon, const char *path, struct error *error);

/* How many entries it has. */
size_t lexicon_count(const struct lexicon *lexicon);

/* All entries, in no order: lexicon_slots() places for one, from 0; false for a place that is
 * empty. The key is as lexicon_writer_add takes it. */
size_t lexicon_slots(const struct lexicon *lexicon);
bool lexicon_get(const struct lexicon *lexicon, size_t slot, struct slice *key,
                 struct lexicon_match *match);

/* The longest entry of at most `count` words that begins with words[0]; all terms must be of one
 * language. Of two as long, one for the very forms is preferred to one for the bare forms, and
 * that to one for the stems. False where there is none. O(words), no allocation. */
bool lexicon_find(const struct lexicon *lexicon, const struct lexicon_word *words, size_t count,
                  struct lexicon_match *match);

/* The next translation of the entry, the surest of each language first; false after the last. */
bool lexicon_next(struct lexicon_match *match, struct translation *translation);

#endif
