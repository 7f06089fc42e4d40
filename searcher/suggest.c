#include "searcher/suggest.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/choose.h"
#include "searcher/known.h"
#include "searcher/query_signs.h"
#include "searcher/typing.h"
#include "searcher/vocabulary.h"

#include <math.h>
#include <stdlib.h>

/* Shorter runs are not read as typed on another keyboard, unless another one of the query is. */
#define RUN_LETTERS_LEAST 3

/* The fewest letters of each part of a word that was typed with a space in it. */
#define JOINED_LETTERS_LEAST 2

/* ---- guesses --------------------------------------------------------------------------------- */

static bool ends_with_sign(struct slice run) {
    return run.length > 0 && strchr(".,;:!?", run.data[run.length - 1]) != NULL;
}

static struct slice cut_signs(struct slice run) {
    while (ends_with_sign(run)) {
        run.length--;
    }
    return run;
}

/* The part of the run around a word in it that has no signs but those which may be letters of
 * another keyboard. */
static struct slice keys_around(struct slice run, struct slice word) {
    const char *start = word.data, *end = word.data + word.length;
    while (start > run.data && keyboard_has_letter(start[-1])) {
        start--;
    }
    while (end < run.data + run.length && keyboard_has_letter(*end)) {
        end++;
    }
    return slice_of(start, (size_t)(end - start));
}

/* Guesses at the run as typed on another keyboard, where the signs behind it are letters, too, or
 * only some of them are, or none. */
static bool guess_keys(struct search *search, struct slice run, struct guesses *guesses) {
    for (bool more = true; more && code_point_count(run) >= RUN_LETTERS_LEAST; run.length -= more) {
        more = ends_with_sign(run);
        if (run.length <= VOCABULARY_WORD_BYTES && !guess_keyboards(search, run, guesses)) {
            return false;
        }
    }
    return true;
}

/* Whether a part of the run is to be replaced already. */
static bool is_replaced(const struct suggesting *suggesting, struct slice run) {
    for (size_t i = 0; i < suggesting->count; i++) {
        struct slice typed = suggesting->replacements[i].typed;
        if (typed.data < run.data + run.length && run.data < typed.data + typed.length) {
            return true;
        }
    }
    return false;
}

/* Guesses at a doubted word and what is around it of the run; *whole where some are at all of that.
 */
static bool guess_word(struct suggesting *suggesting, size_t number, struct slice around,
                       bool *whole) {
    struct search *search = suggesting->search;
    struct doubt *doubt = suggesting_doubt(suggesting, number);
    if (!doubt) {
        return false;
    }
    struct guesses *guesses = &doubt->guesses;
    bool unknown = doubt->word.passages == 0 && !doubt->translated;
    struct slice word = search->reading.words[number].surface, cut = cut_signs(around);
    if (unknown && !guess_keys(search, around, guesses)) {
        return false;
    }
    *whole = guesses->count > 0;
    if (unknown && !*whole && word.length < cut.length && !guess_keys(search, word, guesses)) {
        return false;
    }
    return (*whole && code_point_count(cut) >= RUN_LETTERS_SURE) ||
           ((!unknown || guess_romanised(search, &doubt->word, guesses)) &&
            guess_slips(search, &doubt->word, guesses) &&
            guess_space(search, &doubt->word, guesses));
}

static bool guess_in_run(struct suggesting *suggesting, struct slice run) {
    const struct reading *reading = &suggesting->search->reading;
    struct slice around = slice_of(run.data, 0);
    size_t before = suggesting->doubt_count; /* the doubts that are not in `around` */
    bool whole = false;
    for (size_t i = 0; i < reading->word_count; i++) {
        struct slice word = reading->words[i].surface;
        if (!known_inside(word, run) || !known_doubtful(suggesting->search, i) ||
            suggesting->doubt_count == SUGGEST_WORDS || !search_has_time(suggesting->search)) {
            continue;
        }
        if (!known_inside(word, around)) {
            around = keys_around(run, word);
            before = suggesting->doubt_count;
            whole = is_replaced(suggesting, around);
        }
        if (whole) {
            continue;
        }
        if (!guess_word(suggesting, i, around, &whole)) {
            return false;
        }
        if (whole) {
            /* It takes the place of what was found for words before. */
            suggesting->doubts[before] = suggesting->doubts[suggesting->doubt_count - 1];
            suggesting->doubt_count = before + 1;
        }
    }
    return true;
}

/* ---- runs ------------------------------------------------------------------------------------ */

/* Whether the run is nothing but a doubted word. */
static bool is_doubted_run(const struct suggesting *suggesting, struct slice run) {
    const struct reading *reading = &suggesting->search->reading;
    for (size_t i = 0; i < reading->word_count; i++) {
        struct slice surface = reading->words[i].surface;
        if (surface.data == run.data && surface.length == run.length) {
            return known_doubtful(suggesting->search, i);
        }
    }
    return false;
}

/* Two runs are one word with a space in it, where that is in the vocabulary and one of them alone
 * is in doubt. */
static bool join_runs(struct suggesting *suggesting, struct slice run) {
    struct search *search = suggesting->search;
    struct slice left = suggesting->previous, right = cut_signs(run);
    uint32_t frequency;
    if (code_point_count(left) < JOINED_LETTERS_LEAST ||
        code_point_count(right) < JOINED_LETTERS_LEAST || is_replaced(suggesting, left) ||
        (unicode_capitals(right) != CAPITALS_NONE && unicode_capitals(left) != CAPITALS_ALL) ||
        !(is_doubted_run(suggesting, left) || is_doubted_run(suggesting, right))) {
        return true;
    }
    struct bytes joined = {0};
    bytes_append_slice(&joined, left);
    bytes_append_slice(&joined, right);
    bytes_clear(&suggesting->scratch);
    word_normalise(bytes_slice(&joined), &suggesting->scratch);
    suggesting->scratch.failed |= joined.failed;
    bytes_free(&joined);
    struct slice word = bytes_slice(&suggesting->scratch);
    if (!bytes_check(&suggesting->scratch, search->error) ||
        !vocabulary_frequency(&search->searcher->index, word, &frequency, search->error)) {
        return false;
    }
    if (frequency == 0) {
        return true;
    }
    return suggesting_replace(
        suggesting,
        (struct replacement){slice_of(left.data, (size_t)(right.data + right.length - left.data)),
                             arena_copy(&search->searcher->arena, word)});
}

/* Whether there is a word in the run: one that is not excluded. */
static bool has_word(const struct reading *reading, struct slice run) {
    bool found = false;
    for (size_t i = 0; i < reading->word_count && !found; i++) {
        const struct query_word *word = &reading->words[i];
        found = word->use != SEARCH_WORD_EXCLUDED && known_inside(word->surface, run);
    }
    return found;
}

/* A run with signs before or between its letters is a word on another keyboard where all of it is
 * one in the vocabulary, even if what is between the signs are words here: "[kt,", хлеб. */
static bool switch_signs(struct suggesting *suggesting, struct slice run) {
    struct search *search = suggesting->search;
    struct slice cut = cut_signs(run);
    struct guesses guesses = {.count = 0};
    bool signs = false;
    for (size_t i = 0; i < cut.length; i++) {
        signs |= keyboard_has_letter(cut.data[i]) && !ascii_is_letter(cut.data[i]);
    }
    if (signs && has_word(&search->reading, run) && !guess_keys(search, run, &guesses)) {
        return false;
    }
    if (guesses.count == 0) {
        return true;
    }
    suggesting->switched = guesses.kept[0];
    return suggesting_replace(suggesting,
                              (struct replacement){guesses.kept[0].typed, guesses.kept[0].word});
}

/* Where one word was typed on another keyboard, so were others, even if they are words here. */
static bool switch_keyboard(struct suggesting *suggesting, struct slice run) {
    struct search *search = suggesting->search;
    const struct reading *reading = &search->reading;
    const struct guess *switched =
        suggesting->switched.kind == GUESS_KEYBOARD ? &suggesting->switched : NULL;
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct guess *chosen = suggesting->doubts[i].chosen;
        switched = chosen && chosen->kind == GUESS_KEYBOARD ? chosen : switched;
    }
    struct guesses guesses = {.count = 0};
    if (!switched || is_replaced(suggesting, run) || !has_word(reading, run)) {
        return true;
    }
    if (!guess_keyboards(search, run, &guesses)) {
        return false;
    }
    uint32_t own = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        uint32_t passages = known_passages(reading, &reading->words[i]);
        own = known_inside(reading->words[i].surface, run) && passages > own ? passages : own;
    }
    const struct guess *best = &guesses.kept[0];
    if (guesses.count == 0 || !guess_same_keyboards(best, switched)) {
        return true;
    }
    double score =
        best->score + (doubt_is_switched(suggesting, NULL, best) ? GUESS_KEYBOARD_COST : 0);
    return score < log(own + 1.0) ||
           suggesting_replace(suggesting, (struct replacement){run, best->word});
}

/* Calls `visit` for each run of characters without blanks in the words of the query. */
static bool visit_runs(struct suggesting *suggesting,
                       bool (*visit)(struct suggesting *suggesting, struct slice run)) {
    const struct reading *reading = &suggesting->search->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct query_node *node = reading->leaves[i].node;
        struct slice run;
        size_t at = 0;
        suggesting->previous = slice_of("", 0);
        while (node->kind != QUERY_PREFIX && query_next_run(node->text, &at, &run)) {
            if (!visit(suggesting, run)) {
                return false;
            }
            suggesting->previous = run;
        }
    }
    return true;
}

/* ---- the suggestion -------------------------------------------------------------------------- */

/* Offers it if it finds something. It finds more: what is replaced, some passages have where none,
 * or far fewer, had the word. */
static bool offer(struct suggesting *suggesting) {
    struct search *search = suggesting->search;
    struct slice suggestion = suggesting_write(suggesting);
    bool found;
    if (suggesting->scratch.failed || search->searcher->arena.failed) {
        return error_set_memory(search->error);
    }
    if (slice_equal(suggestion, search->text)) {
        return true;
    }
    if (!search_try(search, suggestion, &found)) {
        return false;
    }
    if (found && !suggesting_spell(suggesting)) {
        return false;
    }
    if (found) {
        search->answer->suggestion = suggesting_write(suggesting);
    }
    return !suggesting->scratch.failed || error_set_memory(search->error);
}

/* Whether passages have a word of the query as it was typed in Latin letters. */
static bool is_met_in_latin(const struct reading *reading) {
    bool met = false;
    for (size_t i = 0; i < reading->word_count && !met; i++) {
        const struct query_word *word = &reading->words[i];
        met = word->written.length == 0 && word->use == SEARCH_WORD_USED &&
              utf8_is_ascii(word->surface) && known_is_word(word->surface) &&
              known_passages(reading, word) > 0;
    }
    return met;
}

/* What was typed out in Latin letters is offered in its own; but no single word beside one that
 * passages have in Latin letters ("yulia navalnaya"), nor one that is written like a name and
 * sounds like one of passages: "Modi" is rather Моди than моды. */
static bool replace_typed_out(struct suggesting *suggesting) {
    const struct reading *reading = &suggesting->search->reading;
    bool single = !suggesting->typed_out;
    if (single && is_met_in_latin(reading)) {
        return true;
    }
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        struct slice typed = guess_with_soft_sign(suggesting->search, word->surface);
        bool name = single && i > 0 && known_named(reading, word);
        if (word->written.length > 0 && !name && !is_replaced(suggesting, typed) &&
            !suggesting_replace(suggesting, (struct replacement){typed, word->written})) {
            return false;
        }
    }
    return true;
}

bool search_suggest(struct search *search) {
    /* Every run is compared with every word. */
    if (search->reading.word_count > search->limits.words) {
        return true;
    }
    /* A single word is rather misspelt, if it is like another. */
    size_t typed_out = known_typed_out(&search->reading);
    struct suggesting suggesting = {.search = search, .typed_out = typed_out >= KNOWN_TYPED_OUT};
    bool good = visit_runs(&suggesting, switch_signs) &&
                (!suggesting.typed_out || replace_typed_out(&suggesting)) &&
                visit_runs(&suggesting, join_runs) && visit_runs(&suggesting, guess_in_run);
    bool late = !search_has_time(search);
    good = good && (late || (choose_guesses(&suggesting) && replace_chosen(&suggesting) &&
                             visit_runs(&suggesting, switch_keyboard) &&
                             (typed_out == 0 || replace_typed_out(&suggesting)) &&
                             (suggesting.count == 0 || offer(&suggesting))));
    if (good && late) {
        search_note_late_suggestion(search);
    }
    bytes_free(&suggesting.scratch);
    return good;
}
