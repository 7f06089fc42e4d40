/* records.h - articles read back out of an index. */
#ifndef ARAL_INDEXER_RECORDS_H
#define ARAL_INDEXER_RECORDS_H

#include "corpus/article/article.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"
#include "indexer/schema.h"

#include <stdbool.h>
#include <stdint.h>

/* Opens an index for reading and checks that its records can be read. NULL: *error says why. */
struct xapian_index *records_open(const char *location, struct error *error);

/* The record of one article, with the memory it points into. {0} before the first use; freed by
 * stored_record_free. */
struct stored_record {
    uint32_t docid;
    struct article_record record;
    struct xapian_string data;
    struct arena arena; /* what was unpacked */
    struct record_unpacker *unpacker;
    uint64_t passage_bytes; /* of its passages' records as they are stored, once the article was
                               read */
};

/* Finds the record of the article whose Q term that is. *found tells whether there is one. Where
 * several databases have it, it is that of the first. */
bool record_find(struct xapian_index *index, struct slice unique_term, bool *found,
                 struct stored_record *stored, struct error *error);

/* The record at a docid; ERROR_CORRUPT when that document is none. */
bool record_read(struct xapian_index *index, uint32_t docid, struct stored_record *stored,
                 struct error *error);

void stored_record_free(struct stored_record *stored);

/* One document of an article. */
struct stored_document {
    uint32_t docid;
    struct slice data; /* its record, maybe packed */
};

/* Returns false to stop; then *error says why. */
typedef bool record_visitor(void *context, const struct stored_document *document,
                            struct error *error);

/* Calls `visit` for the record at `stored` and each of its passages, in order. Fewer than there
 * should be are no error here. */
bool record_visit_documents(struct xapian_index *index, const struct stored_record *stored,
                            record_visitor *visit, void *context, struct error *error);

/* Adds the bytes of its records as they are stored to *record_bytes, for which all are read. */
bool record_add_bytes(struct xapian_index *index, const struct stored_record *stored,
                      uint64_t *record_bytes, struct error *error);

/* The docids of all records of that Q term, ascending, appended to `docids` as uint32_t: one, but
 * for a database that is being built (twins.h). Of an index that is one database. */
bool record_find_all(struct xapian_index *index, struct slice unique_term, struct bytes *docids,
                     struct error *error);

/* Whether several databases of the index have the article, and if so, whether `stored` is that of
 * the first of them. */
bool record_is_repeated(struct xapian_index *index, const struct stored_record *stored,
                        bool *repeated, bool *first, struct error *error);

/* Tells that several databases have the article, and what to do. Returns false. */
bool record_set_repeated(const struct stored_record *stored, struct error *error);

/* Walks all records in the order of docids: *docid becomes the next one's, or 0 behind the last.
 * Begin with a walk of {0}. */
struct record_walk {
    uint32_t docids[1000];
    size_t count, next; /* docids read ahead */
    uint32_t last;
    bool ended;
};
bool record_walk_next(struct xapian_index *index, struct record_walk *walk, uint32_t *docid,
                      struct error *error);

/* Bytes of text of all articles together, read from each record; and bytes of all records as they
 * are stored, for which each passage is read, too (NULL: not wanted). */
bool records_sum(struct xapian_index *index, uint64_t *text_bytes, uint64_t *record_bytes,
                 struct error *error);

/* The whole article as it was added: fields from its record, the text from its tiles, which is put
 * in the place of what `text` has. The slices live as long as `stored` and `text`. ERROR_CORRUPT
 * when it is not whole. */
bool record_read_article(struct xapian_index *index, struct stored_record *stored,
                         struct bytes *text, struct article *article, struct error *error);

#endif
