#include "searcher/fold.h"

#include "searcher/searcher.h"

static bool find_share(struct search *search, struct slice article, size_t *number) {
    struct collector *collector = &search->searcher->collector;
    bool added;
    uint64_t *place = map_insert(collector->articles, article, &added);
    if (place && added) {
        *place = collector->share_count;
        struct article_share *shares =
            arena_grow(&search->searcher->arena, collector->shares, collector->share_count,
                       &collector->share_capacity, sizeof *shares);
        if (!shares) {
            return error_set_memory(search->error);
        }
        collector->shares = shares;
        collector->share_count++;
    }
    if (!place) {
        return error_set_memory(search->error);
    }
    *number = *place;
    return true;
}

static const struct original *find_original(const struct collector *collector, uint64_t copy) {
    size_t count = collector->original_count;
    for (size_t i = count > FOLD_DEPTH ? count - FOLD_DEPTH : 0; copy && i < count; i++) {
        if (copy_hashes_near(collector->originals[i].copy, copy)) {
            return &collector->originals[i];
        }
    }
    return NULL;
}

/* Where the original was left out for its article's share, the first result of that article counts
 * the copy, and only one of an article that the reader sees nothing else of. */
static void count_copy(struct collector *collector, const struct original *original,
                       struct article_share *share) {
    if (original->kept) {
        collector->candidates[original->number].copies++;
        share->folded = true;
    } else if (share->taken == 0 && !share->folded) {
        collector->candidates[collector->shares[original->share].first].copies++;
        share->folded = true;
    }
}

static bool keep_candidate(struct search *search, uint32_t number, size_t share, bool kept) {
    struct collector *collector = &search->searcher->collector;
    struct arena *arena = &search->searcher->arena;
    struct original *originals = arena_grow(arena, collector->originals, collector->original_count,
                                            &collector->original_capacity, sizeof *originals);
    uint32_t *results = arena_grow(arena, collector->kept, collector->kept_count,
                                   &collector->kept_capacity, sizeof *results);
    if (!originals || !results) {
        return error_set_memory(search->error);
    }
    collector->originals = originals;
    collector->kept = results;
    originals[collector->original_count++] =
        (struct original){collector->candidates[number].copy, number, (uint32_t)share, kept};
    if (kept) {
        results[collector->kept_count++] = number;
        if (collector->shares[share].taken++ == 0) {
            collector->shares[share].first = number;
        }
    }
    return true;
}

bool fold_candidates(struct search *search, size_t enough) {
    struct collector *collector = &search->searcher->collector;
    const struct search_request *request = search->request;
    uint32_t most = request->by == SEARCH_BY_ARTICLE ? 1
                    : request->per_article           ? request->per_article
                                                     : SEARCH_PER_ARTICLE;
    while (collector->scanned < collector->settled) {
        size_t number = collector->scanned++;
        const struct candidate *candidate = &collector->candidates[number];
        size_t share = 0;
        if (!find_share(search, candidate->record.id, &share)) {
            return false;
        }
        const struct original *original = find_original(collector, candidate->copy);
        bool left_out = collector->shares[share].taken >= most;
        if (original) {
            count_copy(collector, original, &collector->shares[share]);
        } else if ((left_out || collector->kept_count < enough) &&
                   !keep_candidate(search, (uint32_t)number, share, !left_out)) {
            return false;
        }
    }
    return true;
}
