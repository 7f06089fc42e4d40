/* collector.h - the candidates for an answer, and what is known of them while they are collected.
 */
#ifndef ARAL_SEARCHER_COLLECTOR_H
#define ARAL_SEARCHER_COLLECTOR_H

#include "searcher/copies.h"
#include "searcher/rank.h"

struct candidate {
    uint32_t docid;
    double base;     /* first stage */
    double score;    /* with the second */
    uint64_t groups; /* words for which the index has it, see xapian_hit */
    struct rank_bonus bonus;
    const struct text_match *match; /* what the second stage found, for the snippet; may be NULL */
    struct passage_record record;
    struct text_outline *outline; /* of its text; may be NULL */
    struct slice date, source;    /* values, where asked for; the date always by date */
    uint64_t copy;                /* passage_record.copy; 0: not to be folded */
    struct copy_text words;       /* of its text, where it had to be compared */
    uint32_t copies;              /* folded into this one */
    bool bare;                    /* its text has nothing of what the index has found it by */
};

/* What results have of one article. */
struct article_share {
    uint32_t taken; /* results */
    uint32_t first; /* of them: the candidate's number */
    bool folded;    /* a copy from it is counted: */
    uint32_t by;    /* by results of the article that has this share */

    /* The passages of the article, the first FOLD_DEPTH (fold.h) of them; read where one that it
     * counts comes back. */
    struct candidate *passages;
    size_t passage_count, passage_capacity;
};

/* A passage that others may be copies of. */
struct original {
    uint64_t copy;   /* passage_record.copy */
    uint32_t number; /* of the candidate */
    uint32_t share;  /* number of its article's share */
    bool kept;       /* it is a result, not left out for the share */
};

/* {0} at first; keeps its memory from search to search. */
struct collector {
    struct candidate *candidates; /* all passages that met the query, in order */
    size_t candidate_count, candidate_capacity;
    struct xapian_results **windows; /* own what candidates point to */
    size_t window_count, window_capacity;

    /* In the searcher's arena. */
    uint32_t *kept; /* candidates that are results; more may be kept than are shown */
    size_t kept_count, kept_capacity;
    struct original *originals;
    size_t original_count, original_capacity;
    struct article_share *shares;
    size_t share_count, share_capacity;
    struct map *articles; /* identity -> number of its share */

    bool copies_follow;   /* maybe: the last candidate gone through is a result or a copy */
    bool exhausted;       /* there are no more passages */
    bool cut;             /* ... that may be looked at: a limit was reached */
    bool refuted;         /* too many have nothing of the query, in text or title: their names only
                             share a key with a name of it */
    uint64_t examined;    /* by verification */
    uint64_t matches_min; /* what the index said of the whole query */
    size_t ranked;        /* candidates whose texts the second stage has read; 0: not yet run */
    size_t settled;       /* candidates whose order another window does not change */
    size_t scanned;       /* candidates that fold.h has gone through */
    bool undated;         /* oldest first: those with a date are all there, the others follow */
    uint32_t first;       /* of the next window, among those with a date or those without */
};

/* Orders two candidates for qsort, the better one first. Passages with equal scores are in the
 * order of their ids, which does not depend on how the index is laid out. */
int candidate_compare(const void *left, const void *right);

/* Forgets the last search and keeps the memory. */
void collector_clear(struct collector *collector);
void collector_free(struct collector *collector);

#endif
