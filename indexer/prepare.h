/* prepare.h - an article made ready to be written: its records, terms, values and words.
 *
 * What costs time (cutting, analysis, counting) happens here, in as many threads as there are;
 * store.h only writes. A prepared article holds no pointers into itself but offsets, so that its
 * memory can grow, move and be used again. */
#ifndef ARAL_INDEXER_PREPARE_H
#define ARAL_INDEXER_PREPARE_H

#include "corpus/article/article.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"
#include "corpus/languages/language.h"

#include <stddef.h>
#include <stdint.h>

/* A run of bytes in prepared_article.pool. */
struct span {
    size_t start, length;
};

struct prepared_term {
    struct span term;
    uint32_t wdf;
};

struct prepared_value {
    uint32_t slot;
    struct span value;
};

/* One Xapian document: the record of the article (number 0) or a passage. */
struct prepared_document {
    struct span data;
    char language[LANGUAGE_CODE_BYTES +
                  1];              /* whose dictionary packs the record (packing.h); empty: none */
    size_t first_term, term_count; /* in prepared_article.terms */
    size_t first_value, value_count; /* in prepared_article.values */
};

/* The arrays lie in runs of bytes (bytes_array): one that could not grow says so in `failed`. */
struct prepared_article {
    struct bytes pool;
    struct bytes documents;  /* of struct prepared_document */
    struct bytes terms;      /* of struct prepared_term */
    struct bytes values;     /* of struct prepared_value */
    struct bytes words;      /* of struct span: words as written, normalised, each once */
    struct span unique_term; /* its Q term */
    struct span id, file;
    uint64_t text_bytes;
    uint64_t hash;
};

struct article_record; /* schema.h */
struct preparer;

/* The analyzer, the cutter and scratch memory; one per thread. NULL when memory ran out. */
struct preparer *preparer_new(struct error *error);
void preparer_free(struct preparer *preparer);

/* Lets its cache of words (analysis.h) take about so many bytes, where that is less. */
void preparer_limit_cache(struct preparer *preparer, uint64_t bytes);

/* Fills *prepared, which is {0} or was filled before. False when memory ran out. O(length). */
bool article_prepare(struct preparer *preparer, const struct article *article,
                     struct prepared_article *prepared, struct error *error);

/* Fills *prepared with the document of a record alone. */
bool article_prepare_record(const struct article_record *record, struct prepared_article *prepared,
                            struct error *error);

void prepared_article_free(struct prepared_article *prepared);

static inline struct slice prepared_slice(const struct prepared_article *prepared,
                                          struct span span) {
    return slice_of(prepared->pool.data + span.start, span.length);
}

static inline size_t prepared_document_count(const struct prepared_article *prepared) {
    return bytes_count(&prepared->documents, sizeof(struct prepared_document));
}

/* The hash of all that an article holds but the file it came from and the line there. */
uint64_t article_hash(const struct article *article);

#endif
