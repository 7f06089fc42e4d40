/* The queries of the parts of a plan, joined. */
#include "searcher/planner.h"

void parts_add(struct planner *planner, struct parts *parts, struct part part) {
    if (part.kind != PART_QUERY) {
        parts->nothing |= part.kind == PART_NOTHING;
        return;
    }
    struct xapian_query **queries =
        arena_grow(planner->arena, parts->queries, parts->count, &parts->capacity, sizeof *queries);
    if (!queries) {
        xapian_query_free(part.query);
        return;
    }
    parts->queries = queries;
    queries[parts->count++] = part.query;
}

struct xapian_query *parts_join(struct planner *planner, enum xapian_operator op,
                                const struct parts *parts) {
    return parts->count == 1
               ? parts->queries[0]
               : xapian_query_join(op, parts->queries, parts->count, 0, &planner->failure);
}

void parts_free(const struct parts *parts) {
    for (size_t i = 0; i < parts->count; i++) {
        xapian_query_free(parts->queries[i]);
    }
}

struct xapian_query *plan_passages(struct planner *planner) {
    return xapian_query_term(schema_bytes(slice_of_string(TERM_PASSAGE)), 1, &planner->failure);
}

struct xapian_query *plan_join(struct planner *planner, enum xapian_operator op,
                               struct xapian_query *left, struct xapian_query *right) {
    return xapian_query_join(op, (struct xapian_query *[]){left, right}, 2, 0, &planner->failure);
}
