/* planner.h - the making of a plan: what plan.c, which plans a query's tree, plan_leaf.c, which
 * makes a part of each of its leaves, and plan_parts.c, which joins parts, have in common. Private
 * to these. */
#ifndef ARAL_SEARCHER_PLANNER_H
#define ARAL_SEARCHER_PLANNER_H

#include "searcher/reading.h"

struct planner {
    const struct reading *reading;
    struct arena *arena;
    struct xapian_error failure;     /* the first one; a query that could not be made is NULL */
    const struct language *language; /* the one asked for: what others have is left out; or NULL */
    struct bytes scratch, scratch2;
    uint32_t *words; /* scratch of one leaf: room for reading->word_count numbers */
    /* The query, where any of its words is all that it asks for besides filters and exclusions:
     * then its wishes are what plan_weights finds. Else NULL. */
    const struct query_node *of_words;
    bool local;    /* see plan_maker */
    bool verify;   /* what was planned so far finds too much */
    bool scores;   /* some word that was planned so far has weight */
    bool in_title; /* what is excluded from titles is not excluded from passages */
};

/* The plan of a part of the query. */
struct part {
    enum {
        PART_SILENT,  /* it has no say: function words, or nothing that the index can tell */
        PART_NOTHING, /* no passage can match it */
        PART_QUERY,   /* what matches `query`, which its owner frees or joins; NULL: no memory */
    } kind;
    struct xapian_query *query;
};

static const struct part part_silent = {PART_SILENT, NULL};
static const struct part part_nothing = {PART_NOTHING, NULL};

static inline struct part part_of(struct xapian_query *query) {
    return (struct part){PART_QUERY, query};
}

/* The queries of parts that are to be joined. {0} is empty. */
struct parts {
    /* The array is in the arena; the queries are owned, and go to parts_join or parts_free. */
    struct xapian_query **queries;
    size_t count, capacity;
    bool nothing; /* one of the parts cannot match */
};

/* ---- plan_parts.c ---------------------------------------------------------------------------- */

/* Adds the part's query, and takes it; a part without one only sets `nothing`. */
void parts_add(struct planner *planner, struct parts *parts, struct part part);

/* Joins at least one query into one and takes them; NULL: planner->failure says why. */
struct xapian_query *parts_join(struct planner *planner, enum xapian_operator op,
                                const struct parts *parts);
void parts_free(const struct parts *parts);

/* Joins two queries and takes them; NULL where one of them is, or planner->failure says why. */
struct xapian_query *plan_join(struct planner *planner, enum xapian_operator op,
                               struct xapian_query *left, struct xapian_query *right);

struct xapian_query *plan_passages(struct planner *planner);

/* ---- plan_leaf.c ----------------------------------------------------------------------------- */

/* What each word of the query, wherever it stands in its tree, adds to a passage that has it: the
 * best of its alternatives there. It finds what has one of the words, or all passages. */
struct part plan_weights(struct planner *planner, bool all);

/* What has the leaf's words, prefix or phrase; weights are not part of it. */
struct part plan_leaf(struct planner *planner, const struct leaf *leaf);

#endif
