#include "searcher/second_stage.h"

#include "searcher/state.h"

#include <stdlib.h>

bool second_stage_runs(const struct search *search) {
    return search->answer->sort == SEARCH_SORT_RELEVANCE && search->plan.scores;
}

size_t second_stage_size(const struct search *search) {
    const struct reading *reading = &search->reading;
    if (reading->words_weighed <= 1) {
        return RANK_CANDIDATES_OF_ONE;
    }
    return reading->keywords && reading->words_covering <= RANK_KEYWORDS
               ? RANK_CANDIDATES_OF_KEYWORDS
               : RANK_CANDIDATES;
}

bool second_stage_reads_all(const struct search *search) {
    const struct collector *collector = &search->searcher->collector;
    return collector->exhausted && collector->candidate_count < second_stage_size(search);
}

/* Adds to the best passages what others of the same article have. `present` has a row for each,
 * which of the query's words it has. */
static bool rank_articles(struct search *search, size_t count, const bool *present) {
    struct candidate *candidates = search->searcher->collector.candidates;
    size_t words = search->reading.word_count;
    bool *others = arena_allocate_zeros(&search->searcher->arena, words);
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
    if (article && article_title_language(article) != language) {
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
    size_t enough = second_stage_reads_all(search) ? 1 : count / 2 + 1;
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

bool second_stage_rank(struct search *search) {
    struct searcher *searcher = search->searcher;
    struct collector *collector = &searcher->collector;
    size_t count = second_stage_size(search);
    count = count < collector->candidate_count ? count : collector->candidate_count;
    size_t word_count = search->reading.word_count;
    const struct ranking ranking = {
        .words = arena_allocate_zeros(&searcher->arena, word_count * sizeof *ranking.words),
        .covered = arena_allocate_zeros(&searcher->arena, word_count),
    };
    bool *present = arena_allocate_zeros(&searcher->arena, count * word_count);
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
        qsort(collector->candidates, count, sizeof *collector->candidates, candidate_compare);
    }
    collector->ranked = count;
    return true;
}

bool second_stage_refute(struct search *search) {
    struct collector *collector = &search->searcher->collector;
    bool *scratch = arena_allocate_zeros(&search->searcher->arena, search->reading.word_count);
    if (!scratch) {
        return error_set_memory(search->error);
    }
    for (size_t i = 0; i < collector->candidate_count; i++) {
        if (!match_candidate(search, &collector->candidates[i])) {
            return false;
        }
        collector->candidates[i].bare = is_bare(search, &collector->candidates[i]);
    }
    return find_refuted(search, collector->candidate_count, scratch);
}
