/* lexicon_writer.h - collects weighted translations of terms and writes them as a lexicon. */
#ifndef ARAL_LEXICON_LEXICON_WRITER_H
#define ARAL_LEXICON_LEXICON_WRITER_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

/* Of the translations of an entry into one language at most so many are kept: the surest, those
 * that are made by rule behind others. */
#define LEXICON_TRANSLATIONS 8

/* An entry has at most so many words of like meaning: with 8, 16 and any number of them the mean
 * nDCG@10 of six collections is .8564, .8569 and .8574. */
#define LEXICON_SYNONYMS 16

/* The weight of a word of like meaning is m / (m + HALF). m is the sum, over the translations that
 * both words have, of the product of the evidence that these have for each: one sure translation
 * that is shared tells as much as many unsure ones. */
#define LEXICON_SYNONYM_HALF 0.03

struct lexicon_writer;

struct lexicon_writer *lexicon_writer_new(struct error *error);
void lexicon_writer_free(struct lexicon_writer *writer); /* NULL is allowed */

/* Adds a translation of `key`: terms with a space between ("idkereta idapi"), or '=', a language's
 * code and a form ("=idkereta") for that form alone. `terms` are its translation in the language
 * of `code`. Of equal ones the greatest weight (0 to 1) counts. */
bool lexicon_writer_add(struct lexicon_writer *writer, struct slice key, const char *code,
                        struct slice terms, double weight, struct error *error);

/* How sure a translation is. */
struct lexicon_rank {
    double weight;   /* by which translations rank, above 0 to 1 */
    double evidence; /* by which words of like meaning are told, the same */
    bool derived;    /* no dictionary has it: it follows from one that they have */
};

/* The same where the weight does not say all. */
bool lexicon_writer_add_ranked(struct lexicon_writer *writer, struct slice key, const char *code,
                               struct slice terms, struct lexicon_rank rank, struct error *error);

/* Adds to each term those of its own language that share translations with it, from all that was
 * added before: `starts` is `начинается`, and that is `begins` (Bannard and Callison-Burch 2005).
 */
bool lexicon_writer_add_synonyms(struct lexicon_writer *writer, struct error *error);

/* Writes the lexicon in one step: a file of that name is replaced when all is on disk, or not at
 * all. The bytes depend on what was added and not on its order. ERROR_LIMIT where there are more
 * entries, or more bytes of them, than 32 bits count. */
bool lexicon_writer_write(struct lexicon_writer *writer, const char *path, struct error *error);

#endif
