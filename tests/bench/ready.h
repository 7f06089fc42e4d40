/* ready.h - Xapian documents made ready in memory, so that writing them can be measured alone. */
#ifndef ARAL_BENCH_READY_H
#define ARAL_BENCH_READY_H

#include "corpus/base/bytes.h"
#include "indexer/chunk.h"
#include "indexer/prepare.h"
#include "indexer/vocabulary.h"

/* What a passage's document holds beside its text. */
enum design {
    DESIGN_STEMS,                 /* what aral-index writes */
    DESIGN_STEMS_DATA,            /* the same with records as data, which Xapian deflates */
    DESIGN_STEMS_POSITIONS,       /* the same with the stems' positions */
    DESIGN_WORDS_STEMS_POSITIONS, /* the same with words as written and their positions, too */
    DESIGN_OMEGA,                 /* words and stems with their counts, as Omega finds them */
};

/* A term at a position. */
struct ready_posting {
    struct span term;
    uint32_t position, wdf;
};

struct ready_document {
    struct span data;
    size_t first_term, term_count;
    size_t first_value, value_count;
    size_t first_posting, posting_count;
};

/* The documents of one segment. Arrays lie in runs of bytes, spans in the pool. */
struct ready {
    struct bytes pool;
    struct bytes documents;        /* of struct ready_document */
    struct bytes terms;            /* of struct prepared_term */
    struct bytes values;           /* of struct prepared_value */
    struct bytes postings;         /* of struct ready_posting */
    struct vocabulary *vocabulary; /* of Aral's designs */
    uint64_t text_bytes;
};

struct readier;

/* Scratch memory; one per thread. */
struct readier *readier_new(struct error *error);
void readier_free(struct readier *readier);

/* Makes the documents of all articles held by the chunk. *ready is {0} or was filled before. */
bool ready_fill(struct readier *readier, const struct chunk *chunk, enum design design,
                struct ready *ready, struct error *error);
void ready_free(struct ready *ready);

#endif
