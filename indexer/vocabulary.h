/* vocabulary.h - the words of the articles as they are written, gathered and put into an index.
 *
 * Xapian's spelling dictionary would hold them, but for every word it also keeps the words that
 * share its trigrams: measured on 74 MB of mixed text it took half of the time of adding and a
 * quarter of the text's size, and remote servers have none. So words are terms (PREFIX_WORD) of
 * documents of their own: what has a prefix is found by walking through terms, on every kind of
 * index. A word is in one such document for being there at all and in one more for each factor of
 * four in its count, so that the number of documents with the term, which comes with every walk, is
 * the logarithm of its count.
 *
 * Counts only grow, by R. Morris, "Counting large numbers of events in small registers",
 * Communications of the ACM 21 (1978): a word in n documents gets one more for so many occurrences
 * as lie between 4^(n-1) and 4^n, or, of fewer, by chance in proportion; chance is a hash, so
 * that the same input gives the same index. Words stay when the last article that has them goes. */
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

/* Adds what the other one has counted, as far as it belongs to that part of so many: each word
 * belongs to one. */
bool vocabulary_merge(struct vocabulary *vocabulary, const struct vocabulary *other, unsigned part,
                      unsigned parts, struct error *error);

/* Writes the words to the index as it is now, and forgets them. `index` is the writer's own; NULL
 * where that has no words yet. */
bool vocabulary_write(struct vocabulary *vocabulary, struct xapian_writer *writer,
                      struct xapian_index *index, struct error *error);

#endif
