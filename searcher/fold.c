#include "searcher/fold.h"

#include "searcher/searcher.h"

static bool find_share(struct search *search, struct slice article, size_t *number) {
    struct collector *collector = &search->searcher->collector;
    bool added;
    uint64_t *place = map_insert(collector->articles, article, &added);
    struct article_share *shares =
        arena_grow(&search->searcher->arena, collector->shares, collector->share_count,
                   &collector->share_capacity, sizeof *shares);
    if (!place || !shares) {
        return error_set_memory(search->error);
    }
    collector->shares = shares;
    if (added) {
        *place = collector->share_count++;
    }
    *number = *place;
    return true;
}

/* The words of a candidate's text, read once: few have to be. */
static bool read_words(struct search *search, struct candidate *candidate) {
    if (candidate->words.words) {
        return true;
    }
    struct searcher *searcher = search->searcher;
    struct slice text = passage_record_text(&candidate->record);
    struct token_list list;
    if (!analyzer_run(searcher->analyzer, text, passage_record_language(&candidate->record),
                      ANALYSIS_DOCUMENT, &list, search->error)) {
        return false;
    }
    candidate->words = copy_text_read(text, &list, &searcher->arena);
    return candidate->words.words || error_set_memory(search->error);
}

/* Whether two candidates whose hashes are near are copies. */
static bool compare_texts(struct search *search, struct candidate *one, struct candidate *other,
                          bool *copies) {
    *copies = slice_equal(passage_record_text(&one->record), passage_record_text(&other->record));
    if (*copies) {
        return true;
    }
    if (!read_words(search, one) || !read_words(search, other)) {
        return false;
    }
    *copies = copy_texts_agree(one->words, other->words);
    return true;
}

/* *found becomes NULL where the candidate is no copy of one before it. */
static bool find_original(struct search *search, struct candidate *candidate,
                          const struct original **found) {
    struct collector *collector = &search->searcher->collector;
    size_t count = collector->original_count;
    *found = NULL;
    for (size_t i = count > FOLD_DEPTH ? count - FOLD_DEPTH : 0; candidate->copy && i < count;
         i++) {
        const struct original *original = &collector->originals[i];
        bool copies = copy_hashes_near(original->copy, candidate->copy);
        if (copies &&
            !compare_texts(search, candidate, &collector->candidates[original->number], &copies)) {
            return false;
        }
        if (copies) {
            *found = original;
            return true;
        }
    }
    return true;
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
        struct candidate *candidate = &collector->candidates[number];
        const struct original *original;
        size_t share = 0;
        if (!find_share(search, candidate->record.id, &share) ||
            !find_original(search, candidate, &original)) {
            return false;
        }
        bool left_out = collector->shares[share].taken >= most;
        bool kept = !original && !left_out && collector->kept_count < enough;
        collector->copies_follow = candidate->copy && (original || kept);
        if (original) {
            count_copy(collector, original, &collector->shares[share]);
        } else if ((left_out || kept) && !keep_candidate(search, (uint32_t)number, share, kept)) {
            return false;
        }
    }
    return true;
}
