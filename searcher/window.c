#include "searcher/window.h"

#include "corpus/base/array.h"
#include "searcher/fold.h"
#include "searcher/second_stage.h"
#include "searcher/state.h"

#include <math.h>
#include <stdlib.h>

enum { VALUE_RECORD, VALUE_DATE, VALUE_SOURCE, VALUE_COUNT };
static const uint32_t value_slots[VALUE_COUNT] = {
    [VALUE_RECORD] = SLOT_RECORD, [VALUE_DATE] = SLOT_DATE, [VALUE_SOURCE] = SLOT_SOURCE};

static bool by_date(const struct search *search) {
    return search->answer->sort != SEARCH_SORT_RELEVANCE;
}

/* Oldest first comes in two phases, dated passages and then undated ones, whose empty value would
 * be the least of all. */
static struct xapian_query *phase_query(struct search *search, struct xapian_error *failure) {
    struct xapian_query *query = xapian_query_copy(search->plan.query, failure);
    if (search->answer->sort != SEARCH_SORT_OLDEST) {
        return query;
    }
    struct xapian_query *dated =
        xapian_query_value_ge(SLOT_DATE, schema_bytes(slice_of("0", 1)), failure);
    bool undated = search->searcher->collector.undated;
    return xapian_query_join(undated ? XAPIAN_OP_AND_NOT : XAPIAN_OP_FILTER,
                             (struct xapian_query *[]){query, dated}, 2, 0, failure);
}

/* How much larger a window is than what is wanted, at most, as a share of that. */
#define MORE_BY_ARTICLE 0.5
#define MORE_BY_PASSAGE 0.25

static uint32_t window_size(const struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    const struct index *index = &search->searcher->index;
    /* With the one behind, which tells that no copy of the last follows (collect_results). */
    uint64_t wanted =
        (uint64_t)search->request->offset + search->request->limit + 1 + fold_reach(search);
    /* Some passages are left out because their article has had its share: the more passages
     * articles have, the more. A window that turns out too small costs another query. */
    double others =
        index->passages > index->articles ? 1 - index->articles / (double)index->passages : 0;
    bool by_article = search->request->by == SEARCH_BY_ARTICLE;
    double more = fmin(by_article ? MORE_BY_ARTICLE : MORE_BY_PASSAGE, 2 * others);
    uint64_t size = wanted + (uint64_t)((double)wanted * more);
    size = size > second_stage_size(search) ? size : second_stage_size(search);
    if (collector->candidate_count > collector->settled + 1 && size < DATE_TIES_MOST) {
        size = DATE_TIES_MOST;
    }
    return (uint32_t)(size > collector->first ? size : collector->first);
}

/* Whether the candidates themselves are counted for facets (count.c). */
static bool is_tallied(const struct search *search) {
    return search->plan.verify && (search->request->parts & SEARCH_FACETS) != 0;
}

/* How many of value_slots each hit brings; passages in the cache need none. */
static size_t count_values(const struct search *search) {
    return is_tallied(search) ? VALUE_COUNT : by_date(search) ? VALUE_DATE + 1 : VALUE_RECORD + 1;
}

static bool is_kept(void *context, uint32_t docid) {
    return passage_cache_find(context, docid) != NULL;
}

/* Whether what the index says of how many match is told (count.c). */
static bool is_to_be_counted(const struct search *search) {
    return search->searcher->collector.window_count == 0 && !search->plan.verify &&
           (search->request->parts & (SEARCH_COUNTS | SEARCH_FACETS)) == 0;
}

static struct xapian_results *ask_index(struct search *search, uint32_t limit) {
    struct collector *collector = &search->searcher->collector;
    struct xapian_error failure = {0};
    struct xapian_query *query = phase_query(search, &failure);
    struct xapian_search_request asked = {
        .query = query,
        .first = collector->first,
        .limit = limit,
        .weighting = plan_weighting(),
        .sort = search->answer->sort == SEARCH_SORT_NEWEST   ? XAPIAN_SORT_VALUE_DESCENDING
                : search->answer->sort == SEARCH_SORT_OLDEST ? XAPIAN_SORT_VALUE_ASCENDING
                                                             : XAPIAN_SORT_RELEVANCE_THEN_VALUE,
        .sort_slot = by_date(search) ? SLOT_DATE : SLOT_ARTICLE,
        .ties_unordered = second_stage_runs(search) && limit <= second_stage_size(search),
        .fetch = UINT32_MAX,
        .value_slots = value_slots,
        .value_count = count_values(search),
        .without_data = true,
        .uncounted = !is_to_be_counted(search),
        .is_known = count_values(search) > VALUE_RECORD + 1 ? NULL : is_kept,
        .context = &search->searcher->passages,
    };
    struct xapian_results *results =
        query ? xapian_search(search->searcher->index.xapian, &asked, &failure) : NULL;
    xapian_query_free(query);
    if (!results) {
        schema_set_error(search->error, &failure);
    }
    return results;
}

static bool keep_window(struct search *search, struct xapian_results *results) {
    struct collector *collector = &search->searcher->collector;
    if (!array_append(&collector->windows, &collector->window_count, &collector->window_capacity,
                      sizeof results, &results)) {
        xapian_results_free(results);
        return error_set_memory(search->error);
    }
    return true;
}

static bool meets_query(struct search *search, const struct passage_record *record, bool *meets) {
    *meets = true;
    if (!search->plan.verify) {
        return true;
    }
    struct searcher *searcher = search->searcher;
    struct verifier verifier = {
        .query = search->query,
        .reading = &search->reading,
        .match = &searcher->match,
        .articles = &search->articles_read,
        .in_text = search->leaf_flags,
        .in_title = search->leaf_flags + search->reading.leaf_count,
    };
    searcher->collector.examined++;
    return search_check_time(search) && verifier_check(&verifier, record, meets, search->error);
}

static bool is_to_be_kept(const struct search *search) {
    const struct searcher *searcher = search->searcher;
    return passage_cache_has_room(&searcher->passages) &&
           (searcher->collector.candidate_count < second_stage_size(search) ||
            searcher->index.passages <= PASSAGE_CACHE_WHOLE);
}

static bool read_passage(struct search *search, const struct xapian_hit *hit,
                         struct candidate *candidate) {
    struct searcher *searcher = search->searcher;
    struct passage_cache *cache = &searcher->passages;
    struct kept_passage *kept = passage_cache_find(cache, hit->docid);
    if (!kept) {
        struct slice record = schema_slice(hit->values[VALUE_RECORD]);
        if (!is_to_be_kept(search)) {
            return index_read_passage(&searcher->index, record, &searcher->arena,
                                      &candidate->record, search->error);
        }
        kept = passage_cache_add(cache, &searcher->index, hit->docid, record, search->error);
    }
    if (kept) {
        candidate->record = kept->record;
        candidate->outline = &kept->outline;
    }
    return kept != NULL;
}

static bool take_hit(struct search *search, const struct xapian_hit *hit) {
    struct collector *collector = &search->searcher->collector;
    if (!array_reserve(&collector->candidates, &collector->candidate_capacity,
                       collector->candidate_count + 1, sizeof *collector->candidates)) {
        return error_set_memory(search->error);
    }
    struct candidate *candidate = &collector->candidates[collector->candidate_count];
    *candidate = (struct candidate){
        .docid = hit->docid, .base = hit->weight, .score = hit->weight, .groups = hit->groups};
    bool meets;
    if (!read_passage(search, hit, candidate) || !meets_query(search, &candidate->record, &meets)) {
        return false;
    }
    candidate->copy = search->request->unfold ? 0 : candidate->record.copy;
    if (count_values(search) > VALUE_DATE) {
        candidate->date = schema_slice(hit->values[VALUE_DATE]);
    }
    if (is_tallied(search)) {
        candidate->source = schema_slice(hit->values[VALUE_SOURCE]);
    }
    collector->candidate_count += meets;
    return true;
}

/* Most of what is done with passages may need the titles of their articles. */
static bool expect_articles(struct search *search, const struct xapian_results *results) {
    struct candidate candidate = {0};
    for (size_t i = 0; i < results->hit_count && !search->searcher->index.local; i++) {
        if (!read_passage(search, &results->hits[i], &candidate) ||
            !article_cache_expect(&search->articles_read, candidate.record.id, search->error)) {
            return false;
        }
    }
    return true;
}

static bool is_tie(const struct candidate *one, const struct candidate *other) {
    return one->score == other->score && slice_equal(one->date, other->date);
}

/* Xapian orders equal passages by docid, which depends on how the index is laid out. When results
 * are sorted by date there is no second stage that orders them anew, so passages of the same date
 * and score are ordered here, once all of them have been collected. */
static void settle_order(const struct search *search) {
    struct collector *collector = &search->searcher->collector;
    while (by_date(search) && collector->settled < collector->candidate_count) {
        struct candidate *ties = &collector->candidates[collector->settled];
        size_t left = collector->candidate_count - collector->settled, count = 1;
        while (count < left && count < DATE_TIES_MOST && is_tie(ties, &ties[count])) {
            count++;
        }
        if (count == left && count < DATE_TIES_MOST && !collector->exhausted) {
            return;
        }
        qsort(ties, count, sizeof *ties, candidate_compare);
        collector->settled += count;
    }
    collector->settled = collector->candidate_count;
}

bool window_take(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    uint32_t limit = window_size(search);
    uint64_t left = search->limits.candidates > collector->examined
                        ? search->limits.candidates - collector->examined
                        : 0;
    if (search->plan.verify && limit > left) {
        limit = (uint32_t)left;
    }
    struct xapian_results *results = ask_index(search, limit);
    if (!results || !keep_window(search, results) || !expect_articles(search, results)) {
        return false;
    }
    if (collector->window_count == 1) {
        collector->matches_min = results->matches_min;
    }
    for (size_t i = 0; i < results->hit_count; i++) {
        if (!take_hit(search, &results->hits[i])) {
            return false;
        }
    }
    collector->first += (uint32_t)results->hit_count;
    if (results->hit_count < limit) {
        collector->exhausted = search->answer->sort != SEARCH_SORT_OLDEST || collector->undated;
        collector->undated = true;
        collector->first = 0;
    } else if (search->plan.verify && collector->examined >= search->limits.candidates) {
        collector->exhausted = true;
        collector->cut = true;
        search_note(search, SEARCH_NOTE_CANDIDATES, search->limits.candidates,
                    "only the best %zu passages were looked at for phrases, exact words, titles "
                    "and prefixes (limit on candidates): there may be more",
                    search->limits.candidates);
    }
    settle_order(search);
    return search_check_time(search);
}
