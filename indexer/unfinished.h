/* unfinished.h - the mark of the article that is being written to an index on a server.
 *
 * Xapian's protocol has no transactions: the server commits what it was given so far when the
 * connection ends, and when it has much, wherever in an article that is. But each commit has all
 * that came before. So the mark that comes before the first change of an article is in every commit
 * that has some of the changes, and needs none of its own; the next mark takes its place, and the
 * last one goes with the batch's commit. Until then readers may find the article's beginning: its
 * record is added first and deleted last. Whoever opens an index with a mark to write to it takes
 * back what it names; what came before that is whole. */
#ifndef ARAL_INDEXER_UNFINISHED_H
#define ARAL_INDEXER_UNFINISHED_H

#include "corpus/base/error.h"
#include "corpus/base/map.h"
#include "corpus/base/slice.h"
#include "indexer/totals.h"
#include "shim/xapian-c.h"

#include <stdbool.h>
#include <stdint.h>

enum unfinished_step {
    /* The article's documents are deleted, added, or one and then the other: all of them go. */
    UNFINISHED_ARTICLE = 'a',
    /* Its words are taken back from blocks (vocabulary.h), before its documents are touched: what
     * documents of words lie behind `last_docid` go. */
    UNFINISHED_WORDS = 'w',
    /* Its record gets the name of another file: whichever is there stays. */
    UNFINISHED_FILE = 'f',
};

struct unfinished {
    enum unfinished_step step;
    struct slice id;            /* of the article */
    struct store_totals totals; /* of the index without what goes, or without the record */
    uint32_t last_docid;        /* 0 but for words */
};

/* Marks what is about to be changed, as part of the next commit; NULL takes the mark out. */
bool unfinished_mark(struct xapian_writer *writer, const struct unfinished *unfinished,
                     struct error *error);

/* Reads the mark of one database; *found is false where there is none. The id points into `value`,
 * which the caller frees with xapian_string_free. */
bool unfinished_read(struct xapian_index *index, struct xapian_string *value,
                     struct unfinished *unfinished, bool *found, struct error *error);

/* Deletes the documents that the mark names, as far as they are there, the last ones first; *totals
 * become those of the index. `index` is the writer's. The mark stays until these are written, too.
 */
bool unfinished_take_back(struct xapian_writer *writer, struct xapian_index *index,
                          const struct unfinished *unfinished, struct store_totals *totals,
                          struct error *error);

/* Inserts the ids of the marks of all databases of an index into `ids`. */
bool unfinished_list(struct xapian_index *index, struct map *ids, struct error *error);

#endif
