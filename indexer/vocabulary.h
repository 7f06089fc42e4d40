/* vocabulary.h - the words of the articles as they are written, gathered and put into an index.
 *
 * Xapian's spelling dictionary would hold them, but for every word it also keeps the words that
 * share its trigrams: measured on 74 MB of mixed text it took half of the time of adding and a
 * quarter of the text's size, and remote servers have none. Instead, a bulk run, which has all of
 * its words at once, writes documents of their own, blocks (word_block.h): the 266,913 words of
 * that text took a fiftieth of its size. The words of an article that comes later are terms of its
 * record (PREFIX_WORD), so that no block need be written anew, and go with it.
 *
 * A word's count is the number of articles that have it. The number of documents with a term comes
 * with every walk, and only what blocks count of an article that is removed must be taken back: by
 * terms again, of all articles that a commit removes together, one for each binary digit of how
 * many had the word. So the count depends on the articles alone, not on how they came and went. */
#ifndef ARAL_INDEXER_VOCABULARY_H
#define ARAL_INDEXER_VOCABULARY_H

#include "corpus/base/error.h"
#include "indexer/prepare.h"
#include "shim/xapian-c.h"

struct vocabulary;

/* NULL when memory ran out. */
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

/* Forgets all words and keeps the memory. */
void vocabulary_clear(struct vocabulary *vocabulary);

/* Bytes of memory held. */
size_t vocabulary_memory(const struct vocabulary *vocabulary);

/* Counts the words of an article. */
bool vocabulary_add(struct vocabulary *vocabulary, const struct prepared_article *article,
                    struct error *error);

/* Adds what the other one has counted of the words that belong to part `part` (from 0) of `parts`:
 * each word belongs to one part. */
bool vocabulary_merge(struct vocabulary *vocabulary, const struct vocabulary *other, unsigned part,
                      unsigned parts, struct error *error);

/* Writes blocks of the words, and forgets them. */
bool vocabulary_write(struct vocabulary *vocabulary, struct xapian_writer *writer,
                      struct error *error);

/* Writes that articles which blocks count have been removed, those of which the words were counted
 * here, and forgets them. */
bool vocabulary_write_removed(struct vocabulary *vocabulary, struct xapian_writer *writer,
                              struct error *error);

#endif
