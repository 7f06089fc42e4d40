/* vocabulary.h - the words of the articles as they are written, gathered and put into an index.
 *
 * Xapian's spelling dictionary would hold them, but for every word it also keeps the words that
 * share its trigrams: measured on 74 MB of mixed text it took half of the time of adding and a
 * quarter of the text's size, and remote servers have none. Instead, documents of their own hold
 * them. A bulk run, which has all of its words at once, writes blocks (word_block.h). Later, words
 * are terms (PREFIX_WORD), so that those of one article need not rewrite blocks: a word is in one
 * document for each level that it has risen since, and the number of documents with the term, which
 * comes with every walk, is how many these are. As terms alone the 266,913 words of that text took
 * a tenth of its size, as blocks a fiftieth.
 *
 * Counts are approximate and only grow, as in R. Morris, "Counting large numbers of events in small
 * registers", Communications of the ACM 21 (1978). A word on level n needs 4^n - 4^(n-1) further
 * occurrences to rise to the next level; with fewer it rises with a probability in proportion to
 * them. Chance is a hash, so that the same input gives the same index. Words stay when the last
 * article that has them is removed. */
#ifndef ARAL_INDEXER_VOCABULARY_H
#define ARAL_INDEXER_VOCABULARY_H

#include "corpus/base/error.h"
#include "indexer/prepare.h"
#include "shim/xapian-c.h"

/* A word is on level n when it has occurred at least 4^(n-1) and less than 4^n times; on the last
 * one also when it has more often. */
#define VOCABULARY_LEVELS 16

/* The level of a count, 0 for 0; and the least count of a level. */
static inline unsigned vocabulary_level(uint64_t count) {
    unsigned level = 0;
    while (level < VOCABULARY_LEVELS && count >> 2 * level) {
        level++;
    }
    return level;
}
static inline uint64_t vocabulary_count(unsigned level) {
    return level == 0
               ? 0
               : UINT64_C(1) << 2 * ((level < VOCABULARY_LEVELS ? level : VOCABULARY_LEVELS) - 1);
}

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

/* Writes the words to the index as it is now, and forgets them. `index` is the writer's own: what
 * words are new or rise is written; NULL: blocks of all of them. */
bool vocabulary_write(struct vocabulary *vocabulary, struct xapian_writer *writer,
                      struct xapian_index *index, struct error *error);

#endif
