#include "searcher/plan.h"

#include "corpus/languages/language.h"
#include "searcher/planner.h"

static struct part plan_node(struct planner *planner, const struct query_node *node);

/* ---- filters --------------------------------------------------------------------------------- */

/* A stretch of time from the first day of a month or a year on begins with what has no other date
 * than that month or year. A single day does not have it. */
static struct slice begin_stretch(struct slice from, struct slice to) {
    bool day = from.length == strlen("2024-06-11") && slice_equal(from, to);
    while (!day && from.length > strlen("2024") &&
           memcmp(from.data + from.length - strlen("-01"), "-01", strlen("-01")) == 0) {
        from.length -= strlen("-01");
    }
    return from;
}

void date_bounds(struct slice from, struct slice to, struct bytes *first, struct bytes *last) {
    size_t start = first->length;
    schema_date_key(begin_stretch(from, to), first);
    if (first->length == start) {
        bytes_append_byte(first, '0');
    }
    schema_date_key(to, last);
    /* Behind every day of the last month or year named, and behind every date for none. */
    bytes_append_byte(last, ':');
}

static struct xapian_query *plan_dates(struct planner *planner, struct slice from,
                                       struct slice to) {
    bytes_clear(&planner->scratch);
    bytes_clear(&planner->scratch2);
    date_bounds(from, to, &planner->scratch, &planner->scratch2);
    planner->arena->failed |= planner->scratch.failed || planner->scratch2.failed;
    return xapian_query_value_range(SLOT_DATE, schema_bytes(bytes_slice(&planner->scratch)),
                                    schema_bytes(bytes_slice(&planner->scratch2)),
                                    &planner->failure);
}

/* The term that was written to the scratch run. */
static struct xapian_query *plan_scratch(struct planner *planner) {
    planner->arena->failed |= planner->scratch.failed;
    return xapian_query_term(schema_bytes(bytes_slice(&planner->scratch)), 1, &planner->failure);
}

static struct xapian_query *plan_language(struct planner *planner,
                                          const struct language *language) {
    bytes_clear(&planner->scratch);
    schema_term(PREFIX_LANGUAGE, slice_of_string(language->code), &planner->scratch);
    return plan_scratch(planner);
}

static struct xapian_query *plan_source(struct planner *planner, struct slice source) {
    bytes_clear(&planner->scratch);
    schema_source_term(source, &planner->scratch);
    return plan_scratch(planner);
}

/* ---- joins ----------------------------------------------------------------------------------- */

/* The index excludes only what it finds exactly. Where it finds too much (phrases, titles),
 * excluding that would lose passages: it is left to the verification. */
static struct part plan_exclusion(struct planner *planner, const struct query_node *node) {
    bool verify_before = planner->verify;
    planner->verify = false;
    struct part part = plan_node(planner, node->child);
    bool unsure = planner->verify || planner->in_title;
    planner->verify |= verify_before;
    if (part.kind == PART_QUERY && unsure) {
        xapian_query_free(part.query);
        return part_silent;
    }
    return part;
}

/* The children of a sequence, by what they ask of a passage. */
struct sequence {
    struct parts wishes, demands, filters, exclusions;
    bool excludes; /* perhaps only what the index cannot find exactly, or does not have */
};

/* Of AND, wishes are demands. */
static struct parts *choose_parts(struct sequence *sequence, enum query_role role,
                                  enum query_kind kind) {
    switch (role) {
    case QUERY_WISH:
        return kind == QUERY_AND ? &sequence->demands : &sequence->wishes;
    case QUERY_DEMAND:
        break;
    case QUERY_FILTER:
        return &sequence->filters;
    case QUERY_EXCLUSION:
        return &sequence->exclusions;
    }
    return &sequence->demands;
}

static void free_sequence(const struct sequence *sequence) {
    parts_free(&sequence->wishes);
    parts_free(&sequence->demands);
    parts_free(&sequence->filters);
    parts_free(&sequence->exclusions);
}

/* Whether no passage can meet what must be met. Of wishes one must be, where nothing is demanded.
 */
static bool is_unmet(const struct sequence *sequence) {
    return sequence->demands.nothing || sequence->filters.nothing ||
           (sequence->demands.count == 0 && sequence->wishes.count == 0 &&
            sequence->wishes.nothing);
}

/* What is to be met of demands and wishes; all passages where there are none. */
static struct xapian_query *join_words(struct planner *planner, const struct sequence *sequence) {
    if (sequence->demands.count == 0 && sequence->wishes.count == 0) {
        return plan_passages(planner);
    }
    if (sequence->demands.count == 0) {
        return parts_join(planner, XAPIAN_OP_OR, &sequence->wishes);
    }
    parts_free(&sequence->wishes);
    return parts_join(planner, XAPIAN_OP_AND, &sequence->demands);
}

static struct part join_sequence(struct planner *planner, const struct sequence *sequence) {
    size_t count = sequence->demands.count + sequence->wishes.count + sequence->filters.count +
                   sequence->exclusions.count;
    if (count == 0 && !sequence->excludes) {
        return part_silent;
    }
    struct xapian_query *query = join_words(planner, sequence);
    if (sequence->filters.count > 0) {
        query = plan_join(planner, XAPIAN_OP_FILTER, query,
                          parts_join(planner, XAPIAN_OP_AND, &sequence->filters));
    }
    if (sequence->exclusions.count > 0) {
        query = plan_join(planner, XAPIAN_OP_AND_NOT, query,
                          parts_join(planner, XAPIAN_OP_OR, &sequence->exclusions));
    }
    return part_of(query);
}

/* The children of a sequence or of AND. */
static struct part plan_sequence(struct planner *planner, const struct query_node *node) {
    struct sequence sequence = {0};
    if (node == planner->of_words) {
        parts_add(planner, &sequence.wishes, plan_weights(planner, false));
    }
    for (const struct query_node *child = node->child; child; child = child->next) {
        enum query_role role = query_role(child);
        if (role == QUERY_WISH && node == planner->of_words) {
            continue;
        }
        struct part part =
            role == QUERY_EXCLUSION ? plan_exclusion(planner, child) : plan_node(planner, child);
        sequence.excludes |= role == QUERY_EXCLUSION;
        parts_add(planner, choose_parts(&sequence, role, node->kind), part);
    }
    if (is_unmet(&sequence)) {
        free_sequence(&sequence);
        return part_nothing;
    }
    return join_sequence(planner, &sequence);
}

static struct part plan_either(struct planner *planner, const struct query_node *node) {
    struct parts any = {0};
    for (const struct query_node *child = node->child; child; child = child->next) {
        parts_add(planner, &any, plan_node(planner, child));
    }
    return any.count > 0 ? part_of(parts_join(planner, XAPIAN_OP_OR, &any))
           : any.nothing ? part_nothing
                         : part_silent;
}

static struct part plan_not(struct planner *planner, const struct query_node *node) {
    struct part part = plan_exclusion(planner, node);
    struct xapian_query *all = plan_passages(planner);
    return part_of(part.kind == PART_QUERY ? plan_join(planner, XAPIAN_OP_AND_NOT, all, part.query)
                                           : all);
}

static struct part plan_title(struct planner *planner, const struct query_node *node) {
    bool before = planner->in_title;
    planner->in_title = true;
    struct part part = plan_node(planner, node->child);
    planner->in_title = before;
    planner->verify = true;
    return part;
}

static struct part plan_node(struct planner *planner, const struct query_node *node) {
    if (node == planner->of_words && node->kind != QUERY_SEQUENCE) {
        return plan_weights(planner, false);
    }
    switch (node->kind) {
    case QUERY_TEXT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
        return plan_leaf(planner, &planner->reading->leaves[node->reading]);
    case QUERY_SEQUENCE:
    case QUERY_AND:
        return plan_sequence(planner, node);
    case QUERY_OR:
        return plan_either(planner, node);
    case QUERY_NOT:
        return plan_not(planner, node);
    case QUERY_TITLE:
        return plan_title(planner, node);
    case QUERY_LANGUAGE:
        return part_of(plan_language(planner, node->language));
    case QUERY_SOURCE:
        return part_of(plan_source(planner, node->text));
    case QUERY_DATE:
        return part_of(plan_dates(planner, node->from, node->to));
    }
    return part_silent;
}

static struct xapian_query *add_request_filters(struct planner *planner, struct xapian_query *query,
                                                const struct search_request *request) {
    if (request->language) {
        query =
            plan_join(planner, XAPIAN_OP_FILTER, query, plan_language(planner, request->language));
    }
    if (request->source.length > 0) {
        query = plan_join(planner, XAPIAN_OP_FILTER, query, plan_source(planner, request->source));
    }
    if (request->since.length > 0 || request->until.length > 0) {
        query = plan_join(planner, XAPIAN_OP_FILTER, query,
                          plan_dates(planner, request->since, request->until));
    }
    return query;
}

/* Whether any of its words is all that it asks for. */
static bool is_any_word(const struct query_node *node) {
    bool any = node->kind == QUERY_TEXT || node->kind == QUERY_PREFIX || node->kind == QUERY_OR ||
               node->kind == QUERY_SEQUENCE;
    for (const struct query_node *child = node->child; child && any; child = child->next) {
        any = is_any_word(child);
    }
    return any;
}

/* The same, filters and exclusions aside. */
static bool is_of_words(const struct query_node *query) {
    bool wishes = false;
    for (const struct query_node *child = query->child; child; child = child->next) {
        enum query_role role = query_role(child);
        if (role == QUERY_DEMAND || (role == QUERY_WISH && !is_any_word(child))) {
            return false;
        }
        wishes |= role == QUERY_WISH;
    }
    return query->kind == QUERY_SEQUENCE ? wishes : is_any_word(query);
}

/* What the query finds, each word with its weight, once, wherever it stands. (Weights within the
 * tree would count a word as often as leaves have it. And where the weights of one branch lag
 * behind those of another, libxapian 1.4 loses documents: AND_MAYBE that becomes AND, as OR may,
 * too, passes over the one that its right side is at.) */
static struct part plan_query(struct planner *planner, const struct query_node *query) {
    planner->of_words = is_of_words(query) ? query : NULL;
    struct part part = plan_node(planner, query);
    return planner->of_words || part.kind != PART_QUERY
               ? part
               : part_of(plan_join(planner, XAPIAN_OP_FILTER, plan_weights(planner, true).query,
                                   part.query));
}

bool plan_make(const struct plan_maker *maker, const struct query_node *query, struct plan *plan) {
    struct arena *arena = maker->arena;
    struct planner planner = {.reading = maker->reading,
                              .arena = arena,
                              .language = maker->request->language,
                              .local = maker->local};
    planner.words = arena_allocate_zeros(arena, maker->reading->word_count * sizeof *planner.words);
    struct part part = maker->lists             ? part_of(plan_passages(&planner))
                       : query && planner.words ? plan_query(&planner, query)
                                                : part_silent;
    if (part.kind == PART_QUERY) {
        part.query = add_request_filters(&planner, part.query, maker->request);
    }
    bytes_free(&planner.scratch);
    bytes_free(&planner.scratch2);
    if (arena->failed || (part.kind == PART_QUERY && !part.query)) {
        xapian_query_free(part.query);
        return arena->failed ? error_set_memory(maker->error)
                             : schema_set_error(maker->error, &planner.failure);
    }
    *plan = (struct plan){part.query, planner.verify, planner.scores};
    return true;
}

struct xapian_weighting plan_weighting(void) {
    return (struct xapian_weighting){.scheme = XAPIAN_SCHEME_TFIDF, .normalizations = "nnn"};
}
