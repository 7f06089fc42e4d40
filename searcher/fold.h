/* fold.h - which of the candidates are results: each article's share, and copies folded.
 *
 * A passage that is a copy (schema.h, copies.h) of one before it is no result of its own: the one
 * before counts it. Passages that were left out because their article had its share are compared as
 * well: their copies in other articles would tell the reader nothing new. */
#ifndef ARAL_SEARCHER_FOLD_H
#define ARAL_SEARCHER_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A passage is compared with this many before it: copies score alike, and so stand close together,
 * and ten thousand results would take fifty million comparisons. */
#define FOLD_DEPTH 256

struct search;

/* What results have of one article. */
struct article_share {
    uint32_t taken; /* results */
    uint32_t first; /* of them: the candidate's number */
    bool folded;    /* a copy from it is counted somewhere */
};

/* A passage that others may be copies of. */
struct original {
    uint64_t copy;   /* passage_record.copy */
    uint32_t number; /* of the candidate */
    uint32_t share;  /* number of its article's share */
    bool kept;       /* it is a result, not left out for the share */
};

/* Goes through the candidates collected and not gone through before: keeps results until there are
 * `enough`, and counts the copies of those kept among all. At most FOLD_DEPTH comparisons of two
 * hashes for each; where they are near, of the texts. */
bool fold_candidates(struct search *search, size_t enough);

#endif
