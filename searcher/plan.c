#include "searcher/plan.h"

#include "corpus/languages/language.h"

struct planner {
    const struct reading *reading;
    struct arena *arena;
    struct xapian_error failure;
    const struct language *language; /* the one asked for: what others have is left out; or NULL */
    struct bytes scratch, scratch2;
    uint32_t *words; /* scratch, of a leaf: reading->word_count of them */
    bool local;
    bool verify;
    bool scores;
    bool in_title; /* what is excluded from titles is not excluded from passages */
};

/* The plan of a part of the query. */
struct part {
    enum { SILENT, NOTHING, SOME } kind; /* no say; cannot match; `query` */
    struct xapian_query *query;
};

/* Parts to be joined, consumed by join_parts. */
struct parts {
    struct xapian_query **queries;
    size_t count, capacity;
    bool nothing; /* one of them cannot match */
};

static struct part plan_node(struct planner *planner, const struct query_node *node);

static const struct part silent = {SILENT, NULL};
static const struct part nothing = {NOTHING, NULL};

static struct part some(struct xapian_query *query) {
    return (struct part){SOME, query};
}

static void add_part(struct planner *planner, struct parts *parts, struct part part) {
    if (part.kind != SOME) {
        parts->nothing |= part.kind == NOTHING;
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

static struct xapian_query *join_parts(struct planner *planner, enum xapian_operator op,
                                       const struct parts *parts) {
    return parts->count == 1
               ? parts->queries[0]
               : xapian_query_join(op, parts->queries, parts->count, 0, &planner->failure);
}

static void free_parts(const struct parts *parts) {
    for (size_t i = 0; i < parts->count; i++) {
        xapian_query_free(parts->queries[i]);
    }
}

static struct xapian_query *join_two(struct planner *planner, enum xapian_operator op,
                                     struct xapian_query *left, struct xapian_query *right) {
    return xapian_query_join(op, (struct xapian_query *[]){left, right}, 2, 0, &planner->failure);
}

/* ---- words ----------------------------------------------------------------------------------- */

static struct xapian_query *plan_scaled(struct planner *planner, struct slice term, double factor) {
    return xapian_query_scale(xapian_query_term(schema_bytes(term), 1, &planner->failure), factor,
                              &planner->failure);
}

/* Adds the first stems of a name, without weight. */
static void add_stems(struct planner *planner, struct parts *parts,
                      const struct alternative *alternative, size_t count) {
    for (size_t i = 0; i < count; i++) {
        add_part(planner, parts,
                 some(xapian_query_term(schema_bytes(alternative->stems[i].term), 1,
                                        &planner->failure)));
    }
}

/* One stem of a name, where none before it is. */
static struct xapian_query *plan_stem(struct planner *planner,
                                      const struct alternative *alternative, size_t number) {
    struct xapian_query *query =
        plan_scaled(planner, alternative->stems[number].term, alternative->factor);
    struct parts before = {0};
    add_stems(planner, &before, alternative, number);
    return before.count > 0 ? join_two(planner, XAPIAN_OP_AND_NOT, query,
                                       join_parts(planner, XAPIAN_OP_OR, &before))
                            : query;
}

static struct xapian_query *plan_name(struct planner *planner,
                                      const struct alternative *alternative) {
    struct parts stems = {0};
    for (size_t i = 0; i < alternative->stem_count; i++) {
        add_part(planner, &stems, some(plan_stem(planner, alternative, i)));
    }
    return join_parts(planner, XAPIAN_OP_OR, &stems);
}

static struct xapian_query *plan_term(struct planner *planner,
                                      const struct alternative *alternative) {
    planner->scores |= alternative->factor > 0;
    if (alternative->stem_count > 0) {
        return plan_name(planner, alternative);
    }
    struct xapian_query *query = plan_scaled(planner, alternative->term, alternative->factor);
    for (size_t i = 0; i < alternative->with_count; i++) {
        query =
            join_two(planner, XAPIAN_OP_FILTER, query,
                     xapian_query_term(schema_bytes(alternative->with[i]), 1, &planner->failure));
    }
    return query;
}

/* Alternatives in different languages never meet in a passage. */
static bool can_meet(const struct alternative *one, const struct alternative *other) {
    return !one->language || !other->language || one->language == other->language;
}

/* Whether passages of the language asked for may have what only that language has. */
static bool is_in_reach(const struct planner *planner, const struct language *language) {
    return !planner->language || !language || language == planner->language;
}

static bool is_planned(const struct planner *planner, const struct alternative *alternative,
                       bool excluded) {
    bool found =
        alternative->kind == MATCH_NAME ? alternative->stem_count > 0 : alternative->passages > 0;
    return found && (alternative->factor > 0 || excluded) &&
           is_in_reach(planner, alternative->language);
}

/* Those before the alternative in the word's order of preference that a passage may have as well:
 * they are better, so what they match is theirs. The better kind goes first, then the greater
 * weight. */
static bool goes_before(const struct alternative *one, const struct alternative *other) {
    return one->kind != other->kind       ? one->kind < other->kind
           : one->factor != other->factor ? one->factor > other->factor
                                          : one < other;
}

/* Adds what says whether a passage has an alternative. */
static void add_any(struct planner *planner, struct parts *parts,
                    const struct alternative *alternative) {
    add_stems(planner, parts, alternative, alternative->stem_count);
    if (alternative->stem_count == 0) {
        add_part(planner, parts, some(plan_term(planner, alternative)));
    }
}

static struct xapian_query *plan_better(struct planner *planner, const struct query_word *word,
                                        const struct alternative *alternative, bool excluded) {
    struct parts better = {0};
    const struct reading *reading = planner->reading;
    for (const struct alternative *other = reading_first(reading, word); other;
         other = reading_next(reading, other)) {
        if (other != alternative && is_planned(planner, other, excluded) &&
            can_meet(other, alternative) && goes_before(other, alternative)) {
            add_any(planner, &better, other);
        }
    }
    return better.count > 0 ? join_parts(planner, XAPIAN_OP_OR, &better) : NULL;
}

/* A word's best alternative in a passage counts, not the sum: xapian_query_best said in operators
 * that servers know. (OP_MAX would nearly say it, but libxapian 1.4 crashes when it comes to its
 * end in the same document as its neighbour.) */
static void plan_word(struct planner *planner, const struct query_word *word, bool excluded,
                      struct parts *parts) {
    const struct reading *reading = planner->reading;
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (is_planned(planner, alternative, excluded)) {
            struct xapian_query *query = plan_term(planner, alternative);
            struct xapian_query *better = plan_better(planner, word, alternative, excluded);
            add_part(planner, parts,
                     some(better ? join_two(planner, XAPIAN_OP_AND_NOT, query, better) : query));
        }
    }
}

/* Adds a number to a sorted list, once. */
static size_t add_number(uint32_t *numbers, size_t count, uint32_t number) {
    size_t at = count;
    while (at > 0 && numbers[at - 1] > number) {
        at--;
    }
    if (at > 0 && numbers[at - 1] == number) {
        return count;
    }
    memmove(numbers + at + 1, numbers + at, (count - at) * sizeof *numbers);
    numbers[at] = number;
    return count + 1;
}

/* The different words of a leaf, in order of their numbers. */
static size_t leaf_words(const struct reading *reading, const struct leaf *leaf, uint32_t *words) {
    size_t count = 0;
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            uint32_t alternative = leaf->readings[i].tokens[j].alternative;
            count = add_number(words, count, reading->alternatives[alternative].word);
        }
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        count = add_number(words, count, reading->alternatives[leaf->beside[i]].word);
    }
    return count;
}

static bool is_left_out(const struct query_word *word) {
    return word->use == SEARCH_WORD_FUNCTION;
}

bool leaf_is_silent(const struct reading *reading, const struct leaf *leaf) {
    if (leaf->as_phrase || leaf->prefix.length > 0) {
        return false;
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        if (!is_left_out(&reading->words[reading->alternatives[leaf->beside[i]].word])) {
            return false;
        }
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            uint32_t number = reading->alternatives[leaf->readings[i].tokens[j].alternative].word;
            if (!is_left_out(&reading->words[number])) {
                return false;
            }
        }
    }
    return true;
}

struct choices {
    struct xapian_choice *choices;
    size_t count, capacity;
};

static void add_choice(struct choices *out, struct planner *planner, struct xapian_choice choice) {
    struct xapian_choice *grown =
        arena_grow(planner->arena, out->choices, out->count, &out->capacity, sizeof *grown);
    if (grown) {
        out->choices = grown;
        grown[out->count++] = choice;
    }
}

/* What only passages of that language have, from 1; 0: any may have it. */
static uint32_t language_number(const struct reading *reading, const struct language *language) {
    return language ? (uint32_t)reading_language(reading, language) + 1 : 0;
}

static struct xapian_choice make_choice(struct planner *planner,
                                        const struct alternative *alternative) {
    struct xapian_bytes *with =
        arena_take(planner->arena, (alternative->with_count + 1) * sizeof *with);
    for (size_t i = 0; with && i < alternative->with_count; i++) {
        with[i] = schema_bytes(alternative->with[i]);
    }
    return (struct xapian_choice){
        .term = schema_bytes(alternative->term),
        .with = with,
        .with_count = with ? alternative->with_count : 0,
        .factor = alternative->factor,
        .group = alternative->word,
        .apart = language_number(planner->reading, alternative->language),
        .frequency = alternative->passages,
    };
}

/* The one that goes before all others behind `last`; NULL: none. */
static const struct alternative *find_following(const struct planner *planner,
                                                const struct query_word *word, bool excluded,
                                                const struct alternative *last) {
    const struct reading *reading = planner->reading;
    const struct alternative *following = NULL;
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (is_planned(planner, alternative, excluded) &&
            (!last || goes_before(last, alternative)) &&
            (!following || goes_before(alternative, following))) {
            following = alternative;
        }
    }
    return following;
}

/* Adds the alternatives of a word, those that go before others first. */
static void add_choices(struct planner *planner, const struct query_word *word, bool excluded,
                        struct choices *out) {
    const struct alternative *next = NULL;
    while ((next = find_following(planner, word, excluded, next))) {
        struct xapian_choice choice = make_choice(planner, next);
        for (size_t i = 0; i < next->stem_count; i++) {
            if (!is_in_reach(planner, next->stems[i].language)) {
                continue;
            }
            choice.term = schema_bytes(next->stems[i].term);
            choice.frequency = next->stems[i].passages;
            choice.apart = language_number(planner->reading, next->stems[i].language);
            add_choice(out, planner, choice);
        }
        if (next->stem_count == 0) {
            add_choice(out, planner, choice);
        }
    }
}

/* The same as the words' plans joined by OR. */
static struct part plan_choices(struct planner *planner, const uint32_t *words, size_t count,
                                bool excluded) {
    struct choices choices = {0};
    for (size_t i = 0; i < count; i++) {
        add_choices(planner, &planner->reading->words[words[i]], excluded, &choices);
    }
    for (size_t i = 0; i < choices.count; i++) {
        planner->scores |= choices.choices[i].factor > 0;
    }
    return choices.count == 0
               ? nothing
               : some(xapian_query_best(choices.choices, choices.count, &planner->failure));
}

static struct part plan_words(struct planner *planner, const struct leaf *leaf) {
    const struct reading *reading = planner->reading;
    if (leaf_is_silent(reading, leaf)) {
        return silent;
    }
    struct parts parts = {0};
    size_t count = leaf_words(reading, leaf, planner->words);
    if (planner->local) {
        return plan_choices(planner, planner->words, count, leaf->excluded);
    }
    for (size_t i = 0; i < count; i++) {
        plan_word(planner, &reading->words[planner->words[i]], leaf->excluded, &parts);
    }
    return parts.count == 0 ? nothing : some(join_parts(planner, XAPIAN_OP_OR, &parts));
}

/* All words that begin so count as one. */
static struct part plan_prefix(struct planner *planner, const struct leaf *leaf) {
    const struct reading *reading = planner->reading;
    struct parts parts = {0};
    double factor = 0;
    planner->verify = true;
    const struct query_word *word = reading_find_word(reading, leaf->node->text);
    for (const struct alternative *alternative = word ? reading_first(reading, word) : NULL;
         alternative; alternative = reading_next(reading, alternative)) {
        if (is_planned(planner, alternative, leaf->excluded)) {
            factor = alternative->factor;
            add_part(
                planner, &parts,
                some(xapian_query_term(schema_bytes(alternative->term), 1, &planner->failure)));
        }
    }
    if (parts.count == 0) {
        return nothing;
    }
    planner->scores |= factor > 0;
    return some(xapian_query_scale(join_parts(planner, XAPIAN_OP_SYNONYM, &parts), factor,
                                   &planner->failure));
}

/* ---- phrases --------------------------------------------------------------------------------- */

/* All words of the phrase in one language; NOTHING where a word is in no passage. */
static struct part plan_phrase_in(struct planner *planner, const struct leaf_reading *in) {
    struct parts all = {0};
    for (size_t i = 0; i < in->count && !all.nothing;) {
        uint32_t position = in->tokens[i].position;
        struct parts any = {0};
        for (; i < in->count && in->tokens[i].position == position; i++) {
            const struct alternative *alternative =
                &planner->reading->alternatives[in->tokens[i].alternative];
            if (alternative->passages > 0) {
                add_part(planner, &any, some(plan_term(planner, alternative)));
            }
        }
        add_part(planner, &all,
                 any.count > 0 ? some(join_parts(planner, XAPIAN_OP_OR, &any)) : nothing);
    }
    if (all.nothing || all.count == 0) {
        free_parts(&all);
        return nothing;
    }
    return some(join_parts(planner, XAPIAN_OP_AND, &all));
}

static struct part plan_phrase(struct planner *planner, const struct leaf *leaf) {
    struct parts any = {0};
    for (size_t i = 0; i < planner->reading->language_count; i++) {
        planner->verify |= leaf->readings[i].positions > 1 || leaf->node->exact;
        add_part(planner, &any, plan_phrase_in(planner, &leaf->readings[i]));
    }
    return any.count == 0 ? nothing : some(join_parts(planner, XAPIAN_OP_OR, &any));
}

static struct part plan_leaf(struct planner *planner, const struct query_node *node) {
    const struct leaf *leaf = &planner->reading->leaves[node->reading];
    return leaf->prefix.length > 0                      ? plan_prefix(planner, leaf)
           : leaf->as_phrase && leaf->beside_count == 0 ? plan_phrase(planner, leaf)
                                                        : plan_words(planner, leaf);
}

/* ---- filters --------------------------------------------------------------------------------- */

/* A stretch of time from the first day of a month or a year on begins with what has no other date
 * than that month or year. A single day does not have it. */
static struct slice begin_stretch(struct slice from, struct slice to) {
    while (!slice_equal(from, to) && from.length > strlen("2024") &&
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

static struct xapian_query *plan_passages(struct planner *planner) {
    return xapian_query_term(schema_bytes(slice_of_string(TERM_PASSAGE)), 1, &planner->failure);
}

/* ---- joins ----------------------------------------------------------------------------------- */

/* What must be excluded can be excluded by the index only where the index knows for sure. */
static struct part plan_exclusion(struct planner *planner, const struct query_node *node) {
    bool verify_before = planner->verify;
    bool scores_before = planner->scores;
    planner->verify = false;
    struct part part = plan_node(planner, node->child);
    bool unsure = planner->verify || planner->in_title;
    planner->verify |= verify_before;
    planner->scores = scores_before;
    if (part.kind == SOME && unsure) {
        xapian_query_free(part.query);
        return silent;
    }
    return part;
}

/* The children of a sequence, or of AND, where wishes are demands. */
static struct part plan_sequence(struct planner *planner, const struct query_node *node) {
    struct parts wishes = {0}, demands = {0}, filters = {0}, exclusions = {0};
    for (const struct query_node *child = node->child; child; child = child->next) {
        enum query_role role = query_role(child);
        struct part part =
            role == QUERY_EXCLUSION ? plan_exclusion(planner, child) : plan_node(planner, child);
        bool wish = role == QUERY_WISH && node->kind == QUERY_SEQUENCE;
        add_part(planner,
                 role == QUERY_EXCLUSION ? &exclusions
                 : role == QUERY_FILTER  ? &filters
                 : wish                  ? &wishes
                                         : &demands,
                 part);
    }
    bool unmet = demands.nothing || filters.nothing ||
                 (demands.count == 0 && wishes.count == 0 && wishes.nothing);
    if (unmet) {
        free_parts(&wishes);
        free_parts(&demands);
        free_parts(&filters);
        free_parts(&exclusions);
        return nothing;
    }
    struct xapian_query *query = NULL;
    if (demands.count > 0) {
        query = join_parts(planner, XAPIAN_OP_AND, &demands);
    }
    if (wishes.count > 0) {
        struct xapian_query *wished = join_parts(planner, XAPIAN_OP_OR, &wishes);
        query = demands.count > 0 ? join_two(planner, XAPIAN_OP_AND_MAYBE, query, wished) : wished;
    }
    bool has_words = demands.count + wishes.count > 0;
    if (!has_words && filters.count + exclusions.count == 0) {
        return silent;
    }
    if (!has_words) {
        query = plan_passages(planner);
    }
    if (filters.count > 0) {
        query = join_two(planner, XAPIAN_OP_FILTER, query,
                         join_parts(planner, XAPIAN_OP_AND, &filters));
    }
    if (exclusions.count > 0) {
        query = join_two(planner, XAPIAN_OP_AND_NOT, query,
                         join_parts(planner, XAPIAN_OP_OR, &exclusions));
    }
    return some(query);
}

static struct part plan_either(struct planner *planner, const struct query_node *node) {
    struct parts any = {0};
    for (const struct query_node *child = node->child; child; child = child->next) {
        add_part(planner, &any, plan_node(planner, child));
    }
    return any.count > 0 ? some(join_parts(planner, XAPIAN_OP_OR, &any))
           : any.nothing ? nothing
                         : silent;
}

static struct part plan_not(struct planner *planner, const struct query_node *node) {
    struct part part = plan_exclusion(planner, node);
    struct xapian_query *all = plan_passages(planner);
    return some(part.kind == SOME ? join_two(planner, XAPIAN_OP_AND_NOT, all, part.query) : all);
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
    switch (node->kind) {
    case QUERY_TEXT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
        return plan_leaf(planner, node);
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
        return some(plan_language(planner, node->language));
    case QUERY_SOURCE:
        return some(plan_source(planner, node->text));
    case QUERY_DATE:
        return some(plan_dates(planner, node->from, node->to));
    }
    return silent;
}

static struct xapian_query *add_request_filters(struct planner *planner, struct xapian_query *query,
                                                const struct search_request *request) {
    if (request->language) {
        query =
            join_two(planner, XAPIAN_OP_FILTER, query, plan_language(planner, request->language));
    }
    if (request->source.length > 0) {
        query = join_two(planner, XAPIAN_OP_FILTER, query, plan_source(planner, request->source));
    }
    if (request->since.length > 0 || request->until.length > 0) {
        query = join_two(planner, XAPIAN_OP_FILTER, query,
                         plan_dates(planner, request->since, request->until));
    }
    return query;
}

bool plan_make(const struct plan_maker *maker, const struct query_node *query, struct plan *plan) {
    struct arena *arena = maker->arena;
    struct planner planner = {.reading = maker->reading,
                              .arena = arena,
                              .language = maker->request->language,
                              .local = maker->local};
    planner.words = arena_take(arena, (maker->reading->word_count + 1) * sizeof *planner.words);
    struct part part = maker->lists             ? some(plan_passages(&planner))
                       : query && planner.words ? plan_node(&planner, query)
                                                : silent;
    if (query && part.kind == SOME && query_role(query) == QUERY_FILTER) {
        part.query = join_two(&planner, XAPIAN_OP_FILTER, plan_passages(&planner), part.query);
    }
    if (part.kind == SOME) {
        part.query = add_request_filters(&planner, part.query, maker->request);
    }
    bytes_free(&planner.scratch);
    bytes_free(&planner.scratch2);
    if (arena->failed || (part.kind == SOME && !part.query)) {
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
