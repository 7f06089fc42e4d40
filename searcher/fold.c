#include "searcher/fold.h"

#include "searcher/state.h"

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

static bool read_text(struct search *search, struct slice text, const struct language *language,
                      struct copy_text *read) {
    struct searcher *searcher = search->searcher;
    struct token_list list;
    if (!analyzer_run(searcher->analyzer, text, language, ANALYSIS_DOCUMENT, &list,
                      search->error)) {
        return false;
    }
    *read = copy_text_read(text, &list, &searcher->arena);
    return read->words || error_set_memory(search->error);
}

/* The words of a candidate's text and title, read once: few have to be. */
static bool read_words(struct search *search, struct candidate *candidate) {
    if (candidate->words.words) {
        return true;
    }
    const struct language *language = passage_record_language(&candidate->record);
    const struct article_record *article =
        article_cache_get(&search->articles_read, candidate->record.id, search->error);
    struct copy_text title;
    if (!article || !read_text(search, article->title, language, &title) ||
        !read_text(search, passage_record_text(&candidate->record), language, &candidate->words)) {
        return false;
    }
    candidate->words.title = title.words;
    candidate->words.title_count = title.count;
    return true;
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

size_t fold_reach(const struct search *search) {
    bool by_date = search->answer->sort != SEARCH_SORT_RELEVANCE;
    return by_date && !search->request->unfold ? FOLD_DEPTH : 0;
}

/* Whether a copy is so far behind the result that not every page with the result comes to it. */
static bool is_out_of_reach(const struct search *search, uint32_t result, size_t copy) {
    size_t reach = fold_reach(search);
    return reach > 0 && copy - result > reach;
}

/* Where the original was left out for its article's share, the first result of that article counts
 * the copy, candidate number `copy` with that share, and only one of an article that the reader
 * sees nothing else of. By article that is how all are counted. */
static void count_copy(struct search *search, const struct original *original, size_t copy,
                       struct article_share *share) {
    struct collector *collector = &search->searcher->collector;
    bool unseen = share->taken == 0 && !share->folded;
    if (!unseen && (!original->kept || search->request->by == SEARCH_BY_ARTICLE)) {
        return;
    }
    uint32_t result = original->kept ? original->number : collector->shares[original->share].first;
    collector->candidates[result].copies += is_out_of_reach(search, result, copy) ? 0 : 1;
    if (!share->folded) {
        share->folded = true;
        share->by = original->share;
    }
}

/* ---- articles that come back ----------------------------------------------------------------- */

struct passage_list {
    struct arena *arena;
    struct slice id; /* of the article, in the arena */
    struct article_share *share;
};

static bool take_passage(void *context, const struct passage_record *passage, struct error *error) {
    struct passage_list *list = context;
    struct article_share *share = list->share;
    struct candidate *grown = arena_grow(list->arena, share->passages, share->passage_count,
                                         &share->passage_capacity, sizeof *grown);
    if (!grown) {
        return error_set_memory(error);
    }
    share->passages = grown;
    struct candidate *copy = &grown[share->passage_count++];
    *copy = (struct candidate){.record = *passage, .copy = passage->copy};
    copy->record.id = list->id;
    copy->record.tile = arena_copy(list->arena, passage->tile);
    return !list->arena->failed || error_set_memory(error);
}

/* Reads the passages of a share's article, of which one is at hand, unless they were read. */
static bool read_article(struct search *search, struct article_share *share) {
    if (share->passages) {
        return true;
    }
    struct searcher *searcher = search->searcher;
    struct slice id = searcher->collector.candidates[share->first].record.id;
    const struct article_record *article =
        article_cache_get(&search->articles_read, id, search->error);
    struct passage_list list = {&searcher->arena, article ? article->id : id, share};
    return article && search_check_time(search) &&
           index_read_article(&searcher->index, article, FOLD_DEPTH, take_passage, &list,
                              search->error);
}

/* Whether the article with this share is counted by another one, which has had its share of
 * results and has a passage that the candidate is a copy of. */
static bool is_told(struct search *search, struct candidate *candidate, size_t number,
                    uint32_t most, bool *told) {
    struct collector *collector = &search->searcher->collector;
    struct article_share *by = &collector->shares[collector->shares[number].by];
    *told = false;
    if (!candidate->copy || !collector->shares[number].folded || by->taken < most) {
        return true;
    }
    if (!read_article(search, by)) {
        return false;
    }
    for (size_t i = 0; i < by->passage_count && !*told; i++) {
        struct candidate *passage = &by->passages[i];
        if (copy_hashes_near(passage->copy, candidate->copy) &&
            !compare_texts(search, candidate, passage, told)) {
            return false;
        }
    }
    return true;
}

/* ---- results --------------------------------------------------------------------------------- */

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
        bool left_out = collector->shares[share].taken >= most, told = false;
        if (!original && !left_out && !is_told(search, candidate, share, most, &told)) {
            return false;
        }
        if (told) { /* as if it were a passage of the article that tells it */
            share = collector->shares[share].by;
            left_out = true;
        }
        bool kept = !original && !left_out;
        bool wanted = kept && collector->kept_count < enough;
        collector->copies_follow = candidate->copy && (original || wanted);
        if (original) {
            count_copy(search, original, number, &collector->shares[share]);
        } else if ((left_out || kept) && !keep_candidate(search, (uint32_t)number, share, kept)) {
            return false;
        }
    }
    return true;
}
