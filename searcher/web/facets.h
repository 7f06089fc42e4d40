/* facets.h - how many passages each filter would leave.
 *
 * Counts beside a filter that is set are those without it, so that one sees what choosing another
 * value would give; the other filters stay. Each filter that is set thus costs one search that only
 * counts; the others are counted with the search itself. All of them share the time of the request.
 */
#ifndef ARAL_SEARCHER_WEB_FACETS_H
#define ARAL_SEARCHER_WEB_FACETS_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

enum facet { FACET_LANGUAGE, FACET_SOURCE, FACET_DATE, FACET_COUNT };

struct facet_list {
    struct search_facet_value *values; /* owned */
    size_t count;
    uint64_t passages; /* with this filter taken off */
    bool exact;        /* otherwise the counts are lower bounds */
    struct bytes text; /* of the values */
};

/* Dates are years, latest first; behind the year that the filter asks for come its months
 * ("2024", "2024-06", "2024-05", "2023"). */
struct facets {
    struct facet_list list[FACET_COUNT];
};

/* Counts for the filters that are set in `request`, and takes the time it needs off the request's
 * limit. Ends the answer the searcher gave before. `facets` starts as {0}; free it whatever is
 * returned. */
bool facets_count(struct facets *facets, struct search_request *request, struct searcher *searcher,
                  struct error *error);

/* Counts for the other filters, from the answer to `request` (with SEARCH_FACETS). */
bool facets_add_answer(struct facets *facets, const struct search_request *request,
                       const struct search_answer *answer, struct error *error);

void facets_free(struct facets *facets);

#endif
