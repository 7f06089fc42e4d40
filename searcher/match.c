#include "searcher/match.h"

#include "corpus/base/array.h"
#include "corpus/names/names.h"
#include "searcher/date_part.h"

#include <math.h>
#include <stdlib.h>

/* Pairs of names that are remembered; beyond that they are all forgotten. */
#define NAMES_KEPT 1024

const char *match_kind_name(enum match_kind kind) {
    static const char *const names[] = {[MATCH_EXACT] = "exact",
                                        [MATCH_STEM] = "stem",
                                        [MATCH_NAME] = "name",
                                        [MATCH_TRANSLATION] = "translation"};
    return names[kind];
}

static bool starts_with_prefix(const struct query_word *word, const struct token *token) {
    return !word->prefix || slice_starts_with(token->form, word->prefix->prefix);
}

/* A form that the query has is matched exactly, another one as a stem, if not more loosely. */
static enum match_kind token_kind(const struct reading *reading,
                                  const struct alternative *alternative,
                                  const struct token *token) {
    if (alternative->kind != MATCH_EXACT) {
        return alternative->kind;
    }
    bool exact = reading->words[alternative->word].prefix ||
                 (reading_has_form(reading, alternative, token->form) &&
                  !reading_is_part_of_date(reading, alternative, 0));
    return exact ? MATCH_EXACT : MATCH_STEM;
}

/* What similarities are remembered in. */
#define SIMILARITY_UNIT UINT64_C(1000000000)

static uint64_t compare_names(struct slice a, struct slice b) {
    return (uint64_t)(name_sameness(a, b) * (double)SIMILARITY_UNIT);
}

/* How alike two forms of a name are, in SIMILARITY_UNIT; 0 where they are none of one name. One
 * that is in one text is mostly in others of the same query, too, and comparing sounds takes longer
 * than everything else about a word. */
static uint64_t same_name(struct text_match *match, struct slice queried, struct slice found) {
    bytes_clear(&match->names_key);
    bytes_append_slice(&match->names_key, queried);
    bytes_append_byte(&match->names_key, '\0');
    bytes_append_slice(&match->names_key, found);
    if (!match->names) {
        match->names = map_new();
    } else if (map_count(match->names) >= NAMES_KEPT) {
        map_clear(match->names);
    }
    bool added = true;
    uint64_t *same = match->names && !match->names_key.failed
                         ? map_insert(match->names, bytes_slice(&match->names_key), &added)
                         : NULL;
    if (!same) {
        return compare_names(queried, found);
    }
    *same = added ? compare_names(queried, found) : *same;
    return *same;
}

/* How alike the token is to the likest form of the name; 0 where it is another one: names may share
 * a key and not be the same. */
static double name_likeness(struct text_match *match, const struct alternative *alternative,
                            const struct token *token) {
    const struct query_form *forms = match->reading->forms;
    uint64_t most = 0;
    for (uint32_t next = alternative->form; next && most < SIMILARITY_UNIT;
         next = forms[next - 1].next) {
        uint64_t same = same_name(match, forms[next - 1].form, token->form);
        most = same > most ? same : most;
    }
    return (double)most / (double)SIMILARITY_UNIT;
}

static bool has_term(const struct token_list *list, struct slice term) {
    for (size_t i = 0; i < list->count; i++) {
        if (slice_equal(list->tokens[i].term, term)) {
            return true;
        }
    }
    return false;
}

double text_match_likeness(struct text_match *match, const struct alternative *alternative,
                           const struct token *token) {
    for (size_t i = 0; i < alternative->with_count; i++) {
        if (!has_term(&match->tokens, alternative->with[i])) {
            return 0;
        }
    }
    return alternative_is_sound(alternative) ? name_likeness(match, alternative, token) : 1;
}

static bool is_with(const struct alternative *alternative, const struct token *token) {
    for (size_t i = 0; i < alternative->with_count; i++) {
        if (slice_equal(alternative->with[i], token->term)) {
            return true;
        }
    }
    return false;
}

/* Whether a word with the term stands near the token. */
static bool has_near(const struct token_list *list, const struct token *token, struct slice term) {
    const struct token *end = list->tokens + list->count;
    for (const struct token *at = token;
         at-- > list->tokens && at->position + MATCH_NEAR_WORDS >= token->position;) {
        if (slice_equal(at->term, term)) {
            return true;
        }
    }
    for (const struct token *at = token + 1;
         at < end && at->position <= token->position + MATCH_NEAR_WORDS; at++) {
        if (slice_equal(at->term, term)) {
            return true;
        }
    }
    return false;
}

static bool is_scattered(const struct token_list *list, const struct alternative *alternative,
                         const struct token *token) {
    for (size_t i = 0; i < alternative->with_count; i++) {
        if (!has_near(list, token, alternative->with[i])) {
            return true;
        }
    }
    return false;
}

/* A translation by several words is one occurrence where they stand side by side. */
static void take_neighbours(const struct token_list *list, const struct alternative *alternative,
                            const struct token *token, struct occurrence *occurrence) {
    uint32_t first = token->position, last = token->position;
    for (const struct token *at = token; at-- > list->tokens && at->position + 1 >= first;) {
        if (at->position + 1 == first && is_with(alternative, at)) {
            first = at->position;
            occurrence->start = at->start;
        }
    }
    const struct token *end = list->tokens + list->count;
    for (const struct token *at = token + 1; at < end && at->position <= last + 1; at++) {
        if (at->position == last + 1 && is_with(alternative, at)) {
            last = at->position;
            occurrence->end = at->end;
        }
    }
    occurrence->part = last - first < alternative->with_count;
    occurrence->scattered = occurrence->part && is_scattered(list, alternative, token);
}

/* Takes the negation in that the query has before the word and the text before the token. */
static void take_negation(const struct text_match *match, const struct query_word *word,
                          const struct token *token, struct occurrence *occurrence) {
    const struct token *first = match->tokens.tokens;
    for (const struct token *at = token; at-- > first && at->position + 1 >= token->position;) {
        uint32_t number = match->alternatives[at - first];
        if (at->position < token->position && number != UINT32_MAX &&
            match->reading->alternatives[number].word == word->negation) {
            occurrence->start = at->start;
            occurrence->negated = true;
        }
    }
}

/* What stands for a month or year is not the day in it. */
static void take_date_part(const struct text_match *match, const struct alternative *alternative,
                           struct occurrence *occurrence) {
    struct slice date = slice_of(match->text.data + occurrence->start,
                                 (size_t)(occurrence->end - occurrence->start));
    struct slice part = date_part_of(date, alternative->term);
    occurrence->start = (uint32_t)(part.data - match->text.data);
    occurrence->end = occurrence->start + (uint32_t)part.length;
}

static void note_occurrence(struct text_match *match, const struct token *token, uint32_t number) {
    const struct alternative *alternative = &match->reading->alternatives[number];
    const struct query_word *word = &match->reading->words[alternative->word];
    if (alternative->alike > 0) {
        match->alike[alternative->word] = fmax(match->alike[alternative->word], alternative->alike);
        return;
    }
    bool counts =
        word->use == SEARCH_WORD_USED && alternative->factor > 0 && starts_with_prefix(word, token);
    double alike = counts ? text_match_likeness(match, alternative, token) : 0;
    if (alike > 0) {
        struct occurrence *occurrence = &match->occurrences[match->occurrence_count++];
        *occurrence = (struct occurrence){
            .start = token->start,
            .end = token->end,
            .position = token->position,
            .alternative = number,
            .kind = token_kind(match->reading, alternative, token),
            .likeness = alike,
        };
        if (alternative->with_count > 0) {
            take_neighbours(&match->tokens, alternative, token, occurrence);
        }
        if (term_is_date(alternative->term) || term_is_number(alternative->term)) {
            take_date_part(match, alternative, occurrence);
        }
        if (word->negation != UINT32_MAX) {
            take_negation(match, word, token, occurrence);
        }
    }
}

/* Says at which token each position begins. */
static bool index_positions(struct text_match *match, struct error *error) {
    const struct token_list *list = &match->tokens;
    if (!array_reserve(&match->first_at, &match->position_capacity, (size_t)list->positions + 1,
                       sizeof *match->first_at)) {
        return error_set_memory(error);
    }
    uint32_t position = 0;
    for (size_t i = 0; i < list->count; i++) {
        while (position <= list->tokens[i].position) {
            match->first_at[position++] = (uint32_t)i;
        }
    }
    while (position <= list->positions) {
        match->first_at[position++] = (uint32_t)list->count;
    }
    return true;
}

/* The tokens that matter. */
static bool find_tokens(struct text_match *match, struct slice text,
                        const struct language *language, struct text_outline *outline,
                        struct error *error) {
    struct analyzer *analyzer = match->analyzer;
    const struct term_sieve *wanted = &match->reading->sieve;
    struct token_list *list = &match->tokens;
    const struct searched_text searched = {text, language, outline};
    bool found = match->reading->takes_words
                     ? analyzer_run(analyzer, text, language, ANALYSIS_DOCUMENT, list, error)
                     : analyzer_search(analyzer, &searched, wanted, list, error);
    return found && (!match->reading->has_phrases || index_positions(match, error));
}

bool text_match_run(struct text_match *match, const struct reading *reading, struct slice text,
                    const struct language *language, struct text_outline *outline,
                    struct error *error) {
    const struct token_list *list = &match->tokens;
    match->reading = reading;
    match->text = text;
    match->language = reading_language(reading, language);
    match->occurrence_count = 0;
    if (!find_tokens(match, text, language, outline, error)) {
        return false;
    }
    if (!array_reserve(&match->alternatives, &match->token_capacity, list->count + 1,
                       sizeof *match->alternatives) ||
        !array_reserve(&match->occurrences, &match->occurrence_capacity, list->count + 1,
                       sizeof *match->occurrences) ||
        !array_reserve(&match->alike, &match->alike_capacity, reading->word_count + 1,
                       sizeof *match->alike)) {
        return error_set_memory(error);
    }
    memset(match->alike, 0, reading->word_count * sizeof *match->alike);
    for (size_t i = 0; i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        match->alternatives[i] = reading_find(reading, token);
        if (match->alternatives[i] != UINT32_MAX) {
            note_occurrence(match, token, match->alternatives[i]);
        }
    }
    return true;
}

void text_match_free(struct text_match *match) {
    free(match->alternatives);
    free(match->first_at);
    free(match->occurrences);
    free(match->alike);
    map_free(match->names);
    bytes_free(&match->names_key);
    *match = (struct text_match){0};
}

const struct text_match *text_match_keep(const struct text_match *match, struct arena *arena) {
    if (match->reading->has_phrases) {
        return NULL;
    }
    size_t size = match->occurrence_count * sizeof *match->occurrences;
    struct text_match *kept = arena_allocate_zeros(arena, sizeof *kept);
    struct occurrence *occurrences = arena_allocate(arena, size);
    if (!kept || !occurrences) {
        return NULL;
    }
    if (size > 0) {
        memcpy(occurrences, match->occurrences, size);
    }
    *kept = (struct text_match){.reading = match->reading,
                                .language = match->language,
                                .occurrences = occurrences,
                                .occurrence_count = match->occurrence_count};
    return kept;
}
