#include "searcher/reading_make.h"

#include "searcher/across.h"
#include "searcher/joined.h"
#include "searcher/question.h"
#include "searcher/reading_leaves.h"
#include "searcher/related.h"
#include "searcher/weighing.h"

/* ---- abbreviations --------------------------------------------------------------------------- */

/* Whether the token is an abbreviation by its capitals alone (WHO, THE) and nothing is found by it:
 * then it is the function word that is written so. */
static bool is_no_abbreviation(const struct reading *reading, const struct leaf_token *token) {
    const struct alternative *alternative = &reading->alternatives[token->alternative];
    const struct query_word *word = &reading->words[alternative->word];
    return alternative->language && term_is_abbreviation(alternative->term) &&
           alternative->passages == 0 &&
           (!reading_has_passages(reading, word) || query_is_operator(word->surface));
}

/* Gives the token the term of the same word in small letters. */
static bool read_small(struct reading_maker *maker, struct leaf_token *token) {
    struct reading *reading = maker->reading;
    const struct alternative own =
        reading->alternatives[token->alternative]; /* adding moves them */
    struct token_list list;
    if (!analyzer_run(maker->analyzer, token->form, own.language, ANALYSIS_QUERY, &list,
                      maker->error)) {
        return false;
    }
    if (list.count == 0) {
        return true;
    }
    struct alternative like = {
        .term = list.tokens[0].term,
        .language = own.language,
        .kind = MATCH_EXACT,
        .function = list.tokens[0].flags & TOKEN_FUNCTION_WORD,
        .word = own.word,
    };
    const uint64_t *known = map_find(reading->terms, like.term);
    if (known) {
        token->alternative = (uint32_t)*known;
    } else if (!reading_add_alternative(maker, &like, &token->alternative)) {
        return false;
    }
    return reading_add_form(maker, &reading->alternatives[token->alternative], token->form);
}

static bool read_abbreviations(struct reading_maker *maker) {
    const struct reading *reading = maker->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        for (size_t j = 0; j < reading->language_count && !leaf->excluded; j++) {
            for (size_t k = 0; k < leaf->readings[j].count; k++) {
                struct leaf_token *token = &leaf->readings[j].tokens[k];
                if (is_no_abbreviation(reading, token) && !read_small(maker, token)) {
                    return false;
                }
            }
        }
    }
    return true;
}

/* ---- repetitions ----------------------------------------------------------------------------- */

/* An alternative that a leaf has beside its readings. */
struct beside {
    uint32_t leaf, alternative;
    uint32_t *parts; /* the words that its word is made of ("Laut Aral"), in the query itself */
    size_t part_count, part_capacity;
};

/* Lists the parts of the alternative's word. */
static bool list_parts(const struct reading_maker *maker, struct beside *beside) {
    const struct reading *reading = maker->reading;
    uint32_t word = reading->alternatives[beside->alternative].word;
    struct slice whole = reading->words[word].surface;
    for (uint32_t i = 0; i < reading->word_count; i++) {
        const struct query_word *part = &reading->words[i];
        if (i == word || part->use != SEARCH_WORD_USED || part->surface.data < whole.data ||
            part->surface.data + part->surface.length > whole.data + whole.length) {
            continue;
        }
        uint32_t *parts = arena_grow(maker->arena, beside->parts, beside->part_count,
                                     &beside->part_capacity, sizeof *parts);
        if (!parts) {
            return false;
        }
        beside->parts = parts;
        parts[beside->part_count++] = i;
    }
    return true;
}

/* Prefixes are left out: what they have beside them is other leaves', so that there would be more
 * than there are alternatives. */
static bool list_beside(const struct reading_maker *maker, struct beside **out, size_t *count) {
    const struct reading *reading = maker->reading;
    struct beside *all =
        arena_allocate_zeros(maker->arena, reading->alternative_count * sizeof *all);
    bool listed = all != NULL;
    *count = 0;
    for (uint32_t i = 0; listed && i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        size_t own = leaf->prefix.length > 0 ? 0 : leaf->beside_count;
        for (size_t j = 0; listed && j < own; j++) {
            struct beside *beside = &all[(*count)++];
            *beside = (struct beside){.leaf = i, .alternative = leaf->beside[j]};
            listed = list_parts(maker, beside);
        }
    }
    *out = all;
    return listed;
}

/* Sets in `has` whether a leaf has the words that it reads. */
static void mark_words(const struct reading *reading, const struct leaf *leaf, bool *has,
                       bool value) {
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            has[reading->alternatives[leaf->readings[i].tokens[j].alternative].word] = value;
        }
    }
}

/* Whether they have the word of the alternative, or all its parts. */
static bool has_all_of(const struct reading *reading, const bool *has,
                       const struct beside *beside) {
    bool all = beside->part_count > 0;
    for (size_t i = 0; i < beside->part_count && all; i++) {
        all = has[beside->parts[i]];
    }
    return all || has[reading->alternatives[beside->alternative].word];
}

/* Gives the leaves that repeat words of others what these have beside their readings, which was
 * added to the first of them alone: "(a OR b) AND (a OR c)". Alternatives are unique, so they are
 * no more than the limit on words allows; leaves and words are as many as the query has places for
 * them. O((leaves + words) * alternatives), for parts are few. */
static bool share_beside(struct reading_maker *maker) {
    struct reading *reading = maker->reading;
    struct beside *all;
    size_t count;
    bool *has = arena_allocate_zeros(maker->arena, reading->word_count);
    if (!has || !list_beside(maker, &all, &count)) {
        return error_set_memory(maker->error);
    }
    for (size_t i = 0; i < reading->leaf_count && count > 0; i++) {
        struct leaf *leaf = &reading->leaves[i];
        if (!reading_is_translated(reading, leaf)) {
            continue;
        }
        mark_words(reading, leaf, has, true);
        for (size_t j = 0; j < count; j++) {
            if (all[j].leaf != i && reading->leaves[all[j].leaf].excluded == leaf->excluded &&
                has_all_of(reading, has, &all[j]) &&
                !reading_put_beside(maker, leaf, all[j].alternative)) {
                return false;
            }
        }
        mark_words(reading, leaf, has, false);
    }
    return true;
}

/* ---- all together ---------------------------------------------------------------------------- */

static bool take_languages(struct reading_maker *maker) {
    struct reading *reading = maker->reading;
    const struct index *index = maker->index;
    reading->languages =
        arena_allocate_zeros(maker->arena, index->language_count * sizeof *reading->languages);
    if (!reading->languages) {
        return error_set_memory(maker->error);
    }
    for (size_t i = 0; i < index->language_count; i++) {
        reading->languages[reading->language_count++] = (struct active_language){
            .language = index->languages[i].language, .passages = index->languages[i].passages};
    }
    return true;
}

bool reading_make(struct reading_maker *maker, struct slice words, struct query_node *query,
                  const struct across *across) {
    maker->spans = map_new();
    bool good = maker->spans || error_set_memory(maker->error);
    good = good && take_languages(maker) && (!query || reading_read_leaves(maker, query)) &&
           related_add(maker) && joined_add(maker);
    if (good) {
        reading_weigh_languages(maker->reading, words);
    }
    good = good && (!across || across_add(across, maker)) && read_abbreviations(maker) &&
           share_beside(maker);
    map_free(maker->spans);
    maker->spans = NULL;
    if (good && maker->arena->failed) {
        good = error_set_memory(maker->error);
    }
    if (!good) {
        return false;
    }
    reading_sort_words(maker->reading);
    good = question_find_requests(maker->reading, query, maker->arena) &&
           reading_weigh(maker->reading, maker->arena);
    return good || error_set_memory(maker->error);
}
