/* plan.h - from a query's tree and its reading to a query of the index.
 *
 * The index has no positions, so what it finds is the answer or a superset of it; `verify` says
 * that each passage found must still be looked at (verify.h). */
#ifndef ARAL_SEARCHER_PLAN_H
#define ARAL_SEARCHER_PLAN_H

#include "searcher/reading.h"

struct plan {
    struct xapian_query *query; /* NULL: nothing can match */
    bool verify; /* it finds too much: phrases, =exact, title:, prefix*, or names that others share
                  */
    bool scores; /* some word has weight */
};

/* What the making of a plan needs on its way. */
struct plan_maker {
    const struct reading *reading;
    const struct search_request *request; /* whose filters are part of the plan */
    bool lists; /* there is no tree, and all that passes the filters is asked for */
    bool local; /* no part of the index is on a server: a faster plan finds the same, with the same
                   weights */
    struct arena *arena;
    struct error *error;
};

/* Plans `query`, the tree that was read; it may be NULL. Free plan->query by xapian_query_free. */
bool plan_make(const struct plan_maker *maker, const struct query_node *query, struct plan *plan);

/* Appends the bounds of SLOT_DATE for dates from..to. A passage dated by a month or a year alone is
 * in a range that holds the first day of that and at least one day more. An undated one is in none.
 */
void date_bounds(struct slice from, struct slice to, struct bytes *first, struct bytes *last);

/* The weighting under which a passage's weight is the sum of wdf times factor. */
struct xapian_weighting plan_weighting(void);

#endif
