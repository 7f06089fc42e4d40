/* How many there are: totals and facets. */
#include "searcher/state.h"

#include <stdlib.h>

enum { FACET_LANGUAGE, FACET_SOURCE, FACET_DATE, FACET_COUNT };
static const uint32_t facet_slots[FACET_COUNT] = {
    [FACET_LANGUAGE] = SLOT_LANGUAGE, [FACET_SOURCE] = SLOT_SOURCE, [FACET_DATE] = SLOT_DATE};

/* ---- facets ---------------------------------------------------------------------------------- */

/* Counts values by number of passages: those of a facet, on their way. */
struct tally {
    struct search_facet_value *values;
    size_t count, capacity;
    struct map *known; /* value -> its place */
};

static bool tally_add(struct search *search, struct tally *tally, struct slice value,
                      uint32_t passages) {
    bool added;
    if (value.length == 0) {
        return true;
    }
    uint64_t *place = map_insert(tally->known, value, &added);
    struct search_facet_value *values = arena_grow(&search->searcher->arena, tally->values,
                                                   tally->count, &tally->capacity, sizeof *values);
    if (!place || !values) {
        return error_set_memory(search->error);
    }
    tally->values = values;
    if (added) {
        *place = tally->count;
        values[tally->count++] =
            (struct search_facet_value){arena_copy(&search->searcher->arena, value), 0};
    }
    values[*place].passages += passages;
    return true;
}

/* "202406.." is the month 2024-06, "2024" the year. */
static struct slice month_of(struct slice date, char month[7]) {
    if (date.length < 6) {
        return date;
    }
    memcpy(month, date.data, 4);
    month[4] = '-';
    memcpy(month + 5, date.data + 4, 2);
    return slice_of(month, 7);
}

static bool tally_value(struct search *search, struct tally *tally, size_t facet,
                        struct slice value, uint32_t passages) {
    char month[7];
    return tally_add(search, tally, facet == FACET_DATE ? month_of(value, month) : value, passages);
}

static int compare_frequency(const void *left, const void *right) {
    const struct search_facet_value *a = left, *b = right;
    return a->passages != b->passages ? (a->passages < b->passages ? 1 : -1)
                                      : slice_compare(a->value, b->value);
}

static int compare_latest(const void *left, const void *right) {
    const struct search_facet_value *a = left, *b = right;
    return slice_compare(b->value, a->value);
}

static void finish_facet(struct search_answer *answer, struct tally *tally, size_t facet) {
    struct search_facet *facets[FACET_COUNT] = {[FACET_LANGUAGE] = &answer->languages,
                                                [FACET_SOURCE] = &answer->sources,
                                                [FACET_DATE] = &answer->months};
    if (tally->count > 1) {
        qsort(tally->values, tally->count, sizeof *tally->values,
              facet == FACET_DATE ? compare_latest : compare_frequency);
    }
    *facets[facet] = (struct search_facet){tally->values, tally->count};
}

/* ---- by the index ---------------------------------------------------------------------------- */

static bool take_facets(struct search *search, const struct xapian_results *results,
                        struct map *known) {
    for (size_t i = 0; i < results->facet_count; i++) {
        struct tally tally = {.known = known};
        map_clear(known);
        for (size_t j = 0; j < results->facets[i].value_count; j++) {
            const struct xapian_facet_value *value = &results->facets[i].values[j];
            if (!tally_value(search, &tally, i, schema_slice(value->value), value->count)) {
                return false;
            }
        }
        finish_facet(search->answer, &tally, i);
    }
    return true;
}

/* Looks at every match, without weights. All having been seen, the collapser's lower bound is the
 * number of articles, and what a facet has looked at (before collapsing) that of passages: Xapian's
 * upper bounds stay wide where it collapses. */
static bool count_by_index(struct search *search, struct map *known) {
    struct xapian_error failure = {0};
    bool facets = search->request->parts & SEARCH_FACETS;
    struct xapian_search_request asked = {
        .query = search->plan.query,
        .check_at_least = UINT32_MAX,
        .weighting = {.scheme = XAPIAN_SCHEME_BOOL},
        .collapse_max = 1,
        .collapse_slot = SLOT_ARTICLE,
        .facet_slots = facet_slots,
        .facet_count = facets ? FACET_COUNT : 1, /* the first one is the language */
        .time_limit_ms = time_left_ms(search->started, search->limits.time_ms),
    };
    struct xapian_results *results =
        xapian_search(search->searcher->index.xapian, &asked, &failure);
    if (!results) {
        return schema_set_error(search->error, &failure);
    }
    bool exact = !results->timed_out;
    search->answer->total =
        (struct search_total){results->facets[0].total, results->matches_min, exact};
    search->answer->facets_exact = facets && exact;
    bool good = !facets || take_facets(search, results, known);
    xapian_results_free(results);
    return good;
}

/* ---- by what was collected ------------------------------------------------------------------- */

static bool count_articles(struct search *search, struct map *known, uint64_t *articles) {
    const struct collector *collector = &search->searcher->collector;
    map_clear(known);
    for (size_t i = 0; i < collector->candidate_count; i++) {
        if (!map_insert(known, collector->candidates[i].record.id, NULL)) {
            return error_set_memory(search->error);
        }
    }
    *articles = map_count(known);
    return true;
}

static bool tally_candidates(struct search *search, struct map *known) {
    const struct collector *collector = &search->searcher->collector;
    for (size_t facet = 0; facet < FACET_COUNT; facet++) {
        struct tally tally = {.known = known};
        map_clear(known);
        for (size_t i = 0; i < collector->candidate_count; i++) {
            const struct candidate *candidate = &collector->candidates[i];
            struct slice values[FACET_COUNT] = {[FACET_LANGUAGE] =
                                                    slice_of_string(candidate->record.language),
                                                [FACET_SOURCE] = candidate->source,
                                                [FACET_DATE] = candidate->date};
            if (!tally_value(search, &tally, facet, values[facet], 1)) {
                return false;
            }
        }
        finish_facet(search->answer, &tally, facet);
    }
    search->answer->facets_exact = !collector->cut;
    return true;
}

static bool count_collected(struct search *search, struct map *known) {
    const struct collector *collector = &search->searcher->collector;
    struct search_total *total = &search->answer->total;
    bool whole = collector->exhausted && !collector->cut;
    if (!count_articles(search, known, &total->articles)) {
        return false;
    }
    total->passages = collector->candidate_count;
    total->exact = whole;
    if (!whole && !search->plan.verify && collector->matches_min > total->passages) {
        total->passages = collector->matches_min;
    }
    return !search->plan.verify || !(search->request->parts & SEARCH_FACETS) ||
           tally_candidates(search, known);
}

bool search_count(struct search *search) {
    unsigned wanted = search->request->parts & (SEARCH_COUNTS | SEARCH_FACETS);
    if (!search->plan.query) {
        search->answer->total.exact = true;
        search->answer->facets_exact = true;
        return true;
    }
    struct map *known = map_new();
    bool good = known || error_set_memory(search->error);
    good = good && (wanted && !search->plan.verify ? count_by_index(search, known)
                                                   : count_collected(search, known));
    map_free(known);
    return good;
}
