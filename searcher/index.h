/* index.h - the index as a searcher reads it: numbers of terms and languages, article records.
 *
 * One per thread. Functions fail with the kinds of schema_set_error; ERROR_CHANGED means: reopen,
 * and begin the search again. */
#ifndef ARAL_SEARCHER_INDEX_H
#define ARAL_SEARCHER_INDEX_H

#include "corpus/base/arena.h"
#include "corpus/base/error.h"
#include "corpus/base/map.h"
#include "indexer/schema.h"
#include "shim/xapian-c.h"

struct language;

struct language_passages {
    const struct language *language;
    uint32_t passages; /* more than 0 */
};

struct index {
    struct xapian_index *xapian;
    bool local; /* no part of it is on a server */
    uint32_t passages, articles;
    struct language_passages *languages; /* those with passages; "other" last */
    size_t language_count;
    bool counted;               /* these are of the revision that is read */
    struct bytes name;          /* the locations, for messages */
    struct bytes left_out;      /* why locations are not part of it, a line each */
    struct bytes term;          /* scratch */
    struct map *frequencies;    /* of terms asked for lately, until another revision is read */
    struct word_blocks *blocks; /* of the vocabulary, likewise */
    struct record_unpacker *unpacker;
};

/* Opens the locations as one, each checked for schema and analysis. With `partial`, those whose
 * server cannot be reached are left out, if any is left. */
bool index_open(struct index *index, const char *const locations[], size_t count,
                unsigned timeout_ms, bool partial, struct error *error);
void index_close(struct index *index);

/* Moves to the latest revision, checks its version as index_open does, and counts anew. *changed
 * becomes false when it is certain that nothing has changed since this last succeeded. */
bool index_reopen(struct index *index, bool *changed, struct error *error);

/* How many passages hold the term. Queries share words: most answers are remembered, which saves a
 * server being asked and a block being read. */
bool index_get_frequency(struct index *index, struct slice term, uint32_t *passages,
                         struct error *error);

/* Tells that index_get_frequency will be asked for these terms: servers are asked for all of them
 * at once. Of no use where the index is local. The arena is for scratch; fails as
 * index_get_frequency does, and with ERROR_MEMORY. */
bool index_expect(struct index *index, const struct slice terms[], size_t count,
                  struct arena *arena, struct error *error);

/* How many passages hold all of the terms, of which there is at least one; counted up to `most`. */
bool index_count_together(struct index *index, const struct slice terms[], size_t count,
                          uint32_t most, uint32_t *passages, struct error *error);

/* The words of the vocabulary that begin with `prefix`; what servers have told of them is
 * remembered. See schema_words_open. */
struct schema_words *index_open_words(struct index *index, struct slice prefix,
                                      struct error *error);

/* The record in a passage's document, its bytes in the arena or in `data`. */
bool index_read_passage(struct index *index, struct slice data, struct arena *arena,
                        struct passage_record *record, struct error *error);

/* The record of an article, its bytes in the arena. Where several locations have the article, it is
 * that of the first. ERROR_NOT_FOUND. */
bool index_get_article(struct index *index, struct slice article, struct arena *arena,
                       struct article_record *record, struct error *error);

/* The most articles that index_get_articles asks for together. */
#define ARTICLES_AT_ONCE 256

/* Takes the record of an article, its bytes in the arena. */
typedef bool article_taker(void *context, const struct article_record *record, struct error *error);

/* The same of count articles, at most ARTICLES_AT_ONCE: all servers are asked for all of them at
 * once. Takes each of those that can be read, in any order; what is wrong with another,
 * index_get_article tells. */
bool index_get_articles(struct index *index, const struct slice articles[], size_t count,
                        struct arena *arena, article_taker *take, void *context,
                        struct error *error);

/* Reads the article of that record of index_get_article, up to its passage number `passages`: see
 * schema_read_article. */
bool index_read_article(struct index *index, const struct article_record *record, uint32_t passages,
                        passage_taker *take, void *context, struct error *error);

#endif
