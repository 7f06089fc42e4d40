#include "searcher/collect.h"

#include "corpus/base/array.h"
#include "corpus/languages/identify.h"
#include "searcher/searcher.h"

#include <math.h>
#include <stdlib.h>

enum { VALUE_RECORD, VALUE_DATE, VALUE_SOURCE, VALUE_COUNT };
static const uint32_t value_slots[VALUE_COUNT] = {
    [VALUE_RECORD] = SLOT_RECORD, [VALUE_DATE] = SLOT_DATE, [VALUE_SOURCE] = SLOT_SOURCE};

void collector_clear(struct collector *collector) {
    for (size_t i = 0; i < collector->window_count; i++) {
        xapian_results_free(collector->windows[i]);
    }
    if (collector->articles) {
        map_clear(collector->articles);
    }
    *collector = (struct collector){
        .candidates = collector->candidates,
        .candidate_capacity = collector->candidate_capacity,
        .windows = collector->windows,
        .window_capacity = collector->window_capacity,
        .articles = collector->articles,
    };
}

void collector_free(struct collector *collector) {
    collector_clear(collector);
    free(collector->candidates);
    free(collector->windows);
    map_free(collector->articles);
    *collector = (struct collector){0};
}

/* ---- windows --------------------------------------------------------------------------------- */

static bool by_date(const struct search *search) {
    return search->answer->sort != SEARCH_BY_RELEVANCE;
}

/* Whether there is a second stage, which orders the best anew. */
static bool has_second_stage(const struct search *search) {
    return !by_date(search) && search->plan.scores;
}

/* Oldest first comes in two phases, dated passages and then undated ones, whose empty value would
 * be the least of all. */
static struct xapian_query *phase_query(struct search *search, struct xapian_error *failure) {
    struct xapian_query *query = xapian_query_copy(search->plan.query, failure);
    if (search->answer->sort != SEARCH_OLDEST) {
        return query;
    }
    struct xapian_query *dated =
        xapian_query_value_ge(SLOT_DATE, schema_bytes(slice_of("0", 1)), failure);
    bool undated = search->searcher->collector.phase == 1;
    return xapian_query_join(undated ? XAPIAN_OP_AND_NOT : XAPIAN_OP_FILTER,
                             (struct xapian_query *[]){query, dated}, 2, 0, failure);
}

/* How many of the best passages are ranked by their texts. It depends on the query alone, so that
 * the order of results does not depend on how many are wanted. */
static size_t count_to_rank(const struct search *search) {
    const struct reading *reading = &search->reading;
    if (reading->words_weighed <= 1) {
        return RANK_CANDIDATES_OF_ONE;
    }
    return reading->keywords && reading->words_covering <= RANK_KEYWORDS
               ? RANK_CANDIDATES_OF_KEYWORDS
               : RANK_CANDIDATES;
}

static uint32_t window_size(const struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    const struct index *index = &search->searcher->index;
    /* With the one behind, which tells that no copy of the last follows (collect_results). */
    uint64_t wanted = (uint64_t)search->request->offset + search->request->limit + 1;
    /* Some passages are left out because their article has had its share: the more passages
     * articles have, the more. A window that turns out too small costs another query. */
    double others =
        index->passages > index->articles ? 1 - index->articles / (double)index->passages : 0;
    double spared = fmin(search->request->by == SEARCH_BY_ARTICLE ? 0.5 : 0.25, 2 * others);
    uint64_t size = wanted + (uint64_t)((double)wanted * spared);
    size = size > count_to_rank(search) ? size : count_to_rank(search);
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

static struct xapian_results *ask_index(struct search *search, uint32_t limit) {
    struct collector *collector = &search->searcher->collector;
    struct xapian_error failure = {0};
    struct xapian_query *query = phase_query(search, &failure);
    struct xapian_search_request asked = {
        .query = query,
        .first = collector->first,
        .limit = limit,
        .weighting = plan_weighting(),
        .sort = search->answer->sort == SEARCH_NEWEST   ? XAPIAN_SORT_VALUE_DESCENDING
                : search->answer->sort == SEARCH_OLDEST ? XAPIAN_SORT_VALUE_ASCENDING
                                                        : XAPIAN_SORT_RELEVANCE_THEN_VALUE,
        .sort_slot = by_date(search) ? SLOT_DATE : SLOT_ARTICLE,
        .ties_unordered = has_second_stage(search) && limit <= count_to_rank(search),
        .fetch = UINT32_MAX,
        .value_slots = value_slots,
        .value_count = count_values(search),
        .without_data = true,
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
    if (!array_reserve(&collector->windows, &collector->window_capacity,
                       collector->window_count + 1, sizeof *collector->windows)) {
        xapian_results_free(results);
        return error_set_memory(search->error);
    }
    collector->windows[collector->window_count++] = results;
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
           (searcher->collector.candidate_count < count_to_rank(search) ||
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

/* Passages with equal scores are in the order of their ids, which does not depend on how the index
 * is laid out. */
static int compare_candidates(const void *left, const void *right) {
    const struct candidate *a = left, *b = right;
    if (a->score != b->score) {
        return a->score < b->score ? 1 : -1;
    }
    int order = slice_compare(a->record.id, b->record.id);
    return order != 0
               ? order
               : (a->record.number > b->record.number) - (a->record.number < b->record.number);
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
        qsort(ties, count, sizeof *ties, compare_candidates);
        collector->settled += count;
    }
    collector->settled = collector->candidate_count;
}

/* Asks for the next window and takes what meets the query. */
static bool take_window(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    uint32_t limit = window_size(search);
    uint64_t left = search->limits.candidates > collector->examined
                        ? search->limits.candidates - collector->examined
                        : 0;
    if (search->plan.verify && limit > left) {
        limit = (uint32_t)left;
    }
    struct xapian_results *results = ask_index(search, limit);
    if (!results || !keep_window(search, results)) {
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
        bool more = search->answer->sort == SEARCH_OLDEST && collector->phase == 0;
        collector->exhausted = !more;
        collector->phase++;
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

/* ---- second stage ---------------------------------------------------------------------------- */

/* Adds to the best passages what others of the same article have. `present` has a row for each,
 * which of the query's words it has. */
static bool rank_articles(struct search *search, size_t count, const bool *present) {
    struct candidate *candidates = search->searcher->collector.candidates;
    size_t words = search->reading.word_count;
    bool *others = arena_take(&search->searcher->arena, words + 1);
    if (!others) {
        return error_set_memory(search->error);
    }
    for (size_t i = 0; i < count; i++) {
        memset(others, 0, words);
        for (size_t j = 0; j < count; j++) {
            bool other = j != i && slice_equal(candidates[i].record.id, candidates[j].record.id);
            for (size_t word = 0; other && word < words; word++) {
                others[word] |= present[j * words + word];
            }
        }
        candidates[i].bonus.parts[RANK_PART_ARTICLE] =
            rank_article(&search->reading, present + i * words, others);
    }
    return true;
}

/* Whether the index has the passage for a word that its text has not: the title may have it. */
static bool may_be_titled(const struct search *search, const struct candidate *candidate,
                          const bool *has) {
    const struct reading *reading = &search->reading;
    for (size_t i = 0; i < reading->word_count; i++) {
        bool found = i >= 64 || candidate->groups >> i & 1;
        if (found && !has[i] && reading->words[i].weight > 0) {
            return rank_lacks_keywords(reading, has);
        }
    }
    return false;
}

/* Adds the words that the title of the candidate's article has, if they were added to the passage:
 * those in its language have them (schema.h). */
static bool add_titled(struct search *search, const struct candidate *candidate, bool *has) {
    struct searcher *searcher = search->searcher;
    const struct text_match *match = &searcher->match;
    const struct language *language = passage_record_language(&candidate->record);
    const struct article_record *article =
        article_cache_get(&search->articles_read, candidate->record.id, search->error);
    if (article && language_identify(article->title, article->lang, NULL) != language) {
        return true;
    }
    if (!article || !text_match_run(&searcher->match, &search->reading, article->title, language,
                                    NULL, search->error)) {
        return false;
    }
    for (size_t i = 0; i < match->occurrence_count; i++) {
        has[search->reading.alternatives[match->occurrences[i].alternative].word] = true;
    }
    return true;
}

/* Whether all that the index has found is read for ranking. It depends on the query alone. */
static bool finds_few(const struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    return collector->exhausted && collector->candidate_count < count_to_rank(search);
}

/* Whether the text, of which `match` is the last one matched, has nothing of what the index has
 * found the passage by. */
static bool is_bare(const struct search *search, const struct candidate *candidate) {
    return candidate->base > 0 && search->searcher->match.occurrence_count == 0;
}

/* Looks in the titles of the first `count` candidates whose texts are bare, and notes whether so
 * many are refuted that it matters: one of few; of many, more than half, since to verify all takes
 * long. `has` is scratch, an element for each word. */
static bool find_refuted(struct search *search, size_t count, bool *has) {
    struct collector *collector = &search->searcher->collector;
    size_t words = search->reading.word_count, bare = 0, refuted = 0;
    size_t enough = finds_few(search) ? 1 : count / 2 + 1;
    for (size_t i = 0; i < count && !search->plan.verify; i++) {
        bare += collector->candidates[i].bare;
    }
    for (size_t i = 0; i < count && bare >= enough && refuted < enough; i++) {
        bool titled = false;
        if (!collector->candidates[i].bare) {
            continue;
        }
        memset(has, 0, words);
        if (!add_titled(search, &collector->candidates[i], has)) {
            return false;
        }
        for (size_t word = 0; word < words; word++) {
            titled |= has[word];
        }
        bare -= titled;
        refuted += !titled;
    }
    collector->refuted = bare >= enough;
    return true;
}

/* Scratch for the ranking of one passage: an element for each word of the query. */
struct ranking {
    struct rank_word *words;
    bool *covered; /* the words that its text or title has */
};

static bool match_candidate(struct search *search, const struct candidate *candidate) {
    return text_match_run(
        &search->searcher->match, &search->reading, passage_record_text(&candidate->record),
        passage_record_language(&candidate->record), candidate->outline, search->error);
}

/* Whether a name may find passages of others that only share its key. */
static bool has_names(const struct reading *reading) {
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        if (alternative->kind == MATCH_NAME && alternative->factor > 0) {
            return true;
        }
    }
    return false;
}

/* Looks for refuted ones where they are few and in order of date, so that none is ranked. */
static bool check_few(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    bool *scratch = arena_take(&search->searcher->arena, search->reading.word_count + 1);
    if (!scratch) {
        return error_set_memory(search->error);
    }
    while (!collector->exhausted && collector->candidate_count < count_to_rank(search)) {
        if (!take_window(search)) {
            return false;
        }
    }
    if (!finds_few(search)) {
        return true;
    }
    for (size_t i = 0; i < collector->candidate_count; i++) {
        if (!match_candidate(search, &collector->candidates[i])) {
            return false;
        }
        collector->candidates[i].bare = is_bare(search, &collector->candidates[i]);
    }
    return find_refuted(search, collector->candidate_count, scratch);
}

/* Ranks a passage by its text; `present` becomes which of the query's words that has. */
static bool rank_candidate(struct search *search, struct candidate *candidate,
                           const struct ranking *ranking, bool *present) {
    struct searcher *searcher = search->searcher;
    bool *covered = ranking->covered;
    if (!match_candidate(search, candidate)) {
        return false;
    }
    candidate->bonus = rank_text(&searcher->match, ranking->words);
    for (size_t word = 0; word < search->reading.word_count; word++) {
        covered[word] = present[word] = ranking->words[word].last > 0;
    }
    if (search->request->parts & SEARCH_TEXTS) {
        candidate->match = text_match_keep(&searcher->match, &searcher->arena);
    }
    candidate->bare = is_bare(search, candidate);
    if (may_be_titled(search, candidate, covered) && !add_titled(search, candidate, covered)) {
        return false;
    }
    candidate->bonus.parts[RANK_PART_COVERAGE] = rank_coverage(&search->reading, covered);
    return true;
}

static bool rank_best(struct search *search) {
    struct searcher *searcher = search->searcher;
    struct collector *collector = &searcher->collector;
    size_t count = count_to_rank(search);
    count = count < collector->candidate_count ? count : collector->candidate_count;
    size_t word_count = search->reading.word_count;
    const struct ranking ranking = {
        .words = arena_take(&searcher->arena, (word_count + 1) * sizeof *ranking.words),
        .covered = arena_take(&searcher->arena, word_count + 1),
    };
    bool *present = arena_take(&searcher->arena, count * word_count + 1);
    if (!ranking.words || !ranking.covered || !present) {
        return error_set_memory(search->error);
    }
    for (size_t i = 0; i < count; i++) {
        if (!rank_candidate(search, &collector->candidates[i], &ranking,
                            present + i * word_count)) {
            return false;
        }
    }
    if (!rank_articles(search, count, present) || !find_refuted(search, count, ranking.covered)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct candidate *candidate = &collector->candidates[i];
        candidate->score = candidate->base + rank_bonus_sum(&candidate->bonus);
    }
    if (count > 1) {
        qsort(collector->candidates, count, sizeof *collector->candidates, compare_candidates);
    }
    collector->ranked = count;
    return true;
}

/* ---- all together ---------------------------------------------------------------------------- */

/* Collects until the results asked for are kept, and beyond while copies follow: equal ones are
 * equally good, so none of the last result's is left uncounted. */
static bool collect_results(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    size_t enough = (size_t)search->request->offset + search->request->limit;
    bool rank = has_second_stage(search);
    for (;;) {
        bool to_rank = rank && collector->ranked == 0;
        while (!collector->exhausted &&
               (collector->scanned == collector->settled ||
                (to_rank && collector->candidate_count < count_to_rank(search)))) {
            if (!take_window(search)) {
                return false;
            }
        }
        if ((to_rank && !rank_best(search)) || !fold_candidates(search, enough)) {
            return false;
        }
        bool complete = collector->kept_count >= enough && !collector->copies_follow;
        if (complete || collector->exhausted) {
            return true;
        }
    }
}

/* The rest is only counted: results are the same, with as many copies, whether it is or not. */
bool collect(struct search *search, bool all) {
    const struct collector *collector = &search->searcher->collector;
    bool checked = has_second_stage(search) || !has_names(&search->reading);
    bool good = collect_results(search) && (checked || check_few(search));
    while (good && all && !collector->exhausted) {
        good = take_window(search);
    }
    return good;
}
