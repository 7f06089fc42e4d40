#include "searcher/collect.h"

#include "searcher/fold.h"
#include "searcher/second_stage.h"
#include "searcher/state.h"
#include "searcher/window.h"

/* Looks for refuted ones where all that is found are few and in order of date, so that none is
 * ranked. */
static bool check_few(struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    while (!collector->exhausted && collector->candidate_count < second_stage_size(search)) {
        if (!window_take(search)) {
            return false;
        }
    }
    return !second_stage_reads_all(search) || second_stage_refute(search);
}

/* Whether all results asked for are kept, and copies of the last have been looked for. */
static bool is_complete(const struct search *search, size_t enough) {
    const struct collector *collector = &search->searcher->collector;
    if (collector->kept_count < enough || collector->copies_follow) {
        return false;
    }
    size_t behind = enough > 0 ? collector->kept[enough - 1] + (size_t)1 : 0;
    return collector->scanned - behind >= fold_reach(search);
}

/* Collects until the results asked for are kept, and beyond for their copies (fold_reach). */
static bool collect_results(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    size_t enough = (size_t)search->request->offset + search->request->limit;
    bool rank = second_stage_runs(search);
    for (;;) {
        bool to_rank = rank && collector->ranked == 0;
        while (!collector->exhausted &&
               (collector->scanned == collector->settled ||
                (to_rank && collector->candidate_count < second_stage_size(search)))) {
            if (!window_take(search)) {
                return false;
            }
        }
        if ((to_rank && !second_stage_rank(search)) || !fold_candidates(search, enough)) {
            return false;
        }
        if (is_complete(search, enough) || collector->exhausted) {
            return true;
        }
    }
}

bool collect(struct search *search) {
    bool checked = second_stage_runs(search) || !reading_has_names(&search->reading);
    return collect_results(search) && (checked || check_few(search));
}

bool collect_rest(struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    bool good = true;
    while (good && !collector->exhausted) {
        good = window_take(search);
    }
    return good;
}
