#include "searcher/guess.h"

#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/known.h"
#include "searcher/query_signs.h"
#include "searcher/romanised.h"
#include "searcher/typing.h"
#include "searcher/vocabulary.h"

#include <math.h>

/* Words of fewer characters are not taken for others with slips, or with two slips. */
#define LETTERS_LEAST 3
#define LETTERS_LEAST_TWO 6

/* Nor are words of fewer letters, typed on another keyboard, for other forms of what passages have.
 */
#define LETTERS_LEAST_FORM 5

/* Negative log likelihoods beside those of slips (typing.h), of what few do. */
#define COST_SPACE 3.0
#define COST_LATE_QUESTION 3.0 /* what is asked with behind other words: "tahun berapakah" */
#define COST_ONE_SLIP 5.0      /* most; but for a first letter, and then it is another word */
#define COST_FUNCTION_WORD 3.0 /* more, of one beside a space: any word stands near it */

/* A rare word is taken as misspelt only where another one is this many times as frequent. */
#define RARE_TIMES 100

/* The fewest letters of each part of a word that was typed without its space. A function word may
 * be shorter where the part behind it has at least PART_LETTERS_BEHIND: endings look like function
 * words, and any word stands near them. */
#define APART_LETTERS_LEAST 3
#define PART_LETTERS_BEHIND 5
/* The likeliest places of the space that are looked for in passages, and in how many of these. */
#define SPACES_MOST 2
#define SPACE_PASSAGES 100

static void keep_guess(struct guesses *guesses, struct guess guess) {
    struct guess *kept = guesses->kept;
    size_t at = guesses->count;
    while (at > 0 && kept[at - 1].score < guess.score) {
        at--;
    }
    array_keep(kept, &guesses->count, GUESSES_MOST, sizeof guess, at, &guess);
}

/* ---- slips ----------------------------------------------------------------------------------- */

/* Whether they differ by the order of their letters alone. */
static bool has_same_letters(const struct spelling *a, const struct spelling *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++) {
        int more = 0;
        for (size_t j = 0; j < a->count; j++) {
            more += (a->letters[j] == a->letters[i]) - (b->letters[j] == a->letters[i]);
        }
        same = more == 0;
    }
    return same;
}

/* What an acronym may be meant for: no function words, no words with a letter less, and where
 * passages have it, no words of other letters. Common words are so much more frequent than acronyms
 * that some of them would always be likelier. */
static bool suits_acronym(const struct typed_word *word, const struct spelling *typed,
                          const struct vocabulary_word *found) {
    return found->spelling.count >= typed->count && !language_is_function_word(found->word) &&
           (word->passages == 0 || has_same_letters(&found->spelling, typed));
}

static bool is_slip_of(const struct typed_word *word, const struct spelling *typed,
                       const struct vocabulary_word *found) {
    return found->frequency >= (uint64_t)word->frequency * RARE_TIMES &&
           known_is_word(found->word) &&
           (!word->capital || name_similarity(word->form, found->word) < 1) &&
           (!word->acronym || suits_acronym(word, typed, found));
}

/* What queries ask with, articles seldom have: "berapakah". At the beginning of a query it is as
 * likely as a word can be. */
static void guess_questions(const struct search *search, const struct typed_word *word,
                            const struct spelling *typed, struct guesses *guesses) {
    double likely = log(search->searcher->index.passages) -
                    (known_begins_query(search, word->typed) ? 0 : COST_LATE_QUESTION);
    for (size_t i = 0; i < language_count(); i++) {
        const struct question_word *question = language_at(i)->question_words;
        for (; question && question->form; question++) {
            struct slice form = slice_of_string(question->form);
            struct spelling meant;
            if (memchr(form.data, ' ', form.length) || !spelling_read(form, &meant) ||
                meant.count > typed->count + 1 || typed->count > meant.count + 1) {
                continue;
            }
            double cost = typing_cost(typed, &meant);
            if (cost > 0 && cost <= COST_ONE_SLIP) {
                keep_guess(guesses, (struct guess){.kind = GUESS_SLIP,
                                                   .typed = word->typed,
                                                   .word = form,
                                                   .score = likely - cost,
                                                   .asks = language_at(i)});
            }
        }
    }
}

bool guess_slips(struct search *search, const struct typed_word *word, struct guesses *guesses) {
    struct spelling typed;
    if (!spelling_read(word->form, &typed) || typed.count < LETTERS_LEAST) {
        return true;
    }
    bool one = word->passages > 0 || word->known || typed.count < LETTERS_LEAST_TWO;
    if (word->passages == 0) {
        guess_questions(search, word, &typed, guesses);
    }
    for (unsigned distance = 1; distance == 1 || (distance == 2 && !one && guesses->count == 0);
         distance++) {
        struct vocabulary_words found = {0};
        if (!vocabulary_find_near(search, &typed, distance, &found)) {
            return false;
        }
        for (size_t i = 0; i < found.count; i++) {
            const struct vocabulary_word *near = &found.words[i];
            if (is_slip_of(word, &typed, near)) {
                keep_guess(guesses,
                           (struct guess){
                               .kind = GUESS_SLIP,
                               .typed = word->typed,
                               .word = near->word,
                               .score = log(near->frequency) - typing_cost(&typed, &near->spelling),
                           });
            }
        }
    }
    return true;
}

/* ---- other letters --------------------------------------------------------------------------- */

/* Whether there are no signs among the letters. */
static bool is_all_letters(struct slice word) {
    for (size_t i = 0; i < word.length; i++) {
        if ((unsigned char)word.data[i] < 0x80 && !ascii_is_letter(word.data[i])) {
            return false;
        }
    }
    return true;
}

/* How many articles have a word, or at least passages have a form of it, where it is long enough
 * not to share a stem by chance. */
static bool count_forms(struct search *search, struct slice word, uint32_t *frequency) {
    if (!vocabulary_frequency(&search->searcher->index, word, frequency, search->error)) {
        return false;
    }
    if (*frequency > 0 || code_point_count(word) < LETTERS_LEAST_FORM || !is_all_letters(word)) {
        return true;
    }
    const struct fit_stem *stems = fit_stems(search, word);
    for (size_t i = 0; stems && i < search->reading.language_count; i++) {
        *frequency = stems[i].passages > *frequency ? stems[i].passages : *frequency;
    }
    return stems != NULL;
}

bool guess_keyboards(struct search *search, struct slice typed, struct guesses *guesses) {
    struct arena *arena = &search->searcher->arena;
    struct bytes converted = {0}, normalised = {0};
    bool good = true;
    for (size_t from = 0; from < keyboard_count() && good; from++) {
        for (size_t to = 0; to < keyboard_count() && good; to++) {
            bytes_clear(&converted);
            bytes_clear(&normalised);
            if (!keyboard_convert(typed, from, to, &converted)) {
                continue;
            }
            word_normalise(bytes_slice(&converted), &normalised);
            struct slice word = bytes_slice(&normalised);
            uint32_t frequency = 0;
            good = bytes_check(&converted, search->error) &&
                   bytes_check(&normalised, search->error) && count_forms(search, word, &frequency);
            if (good && frequency > 0) {
                keep_guess(guesses, (struct guess){
                                        .kind = GUESS_KEYBOARD,
                                        .typed = typed,
                                        .word = arena_copy(arena, word),
                                        .score = log(frequency) - GUESS_KEYBOARD_COST,
                                        .from = from,
                                        .to = to,
                                    });
            }
        }
    }
    bytes_free(&converted);
    bytes_free(&normalised);
    return good;
}

struct slice guess_with_soft_sign(const struct search *search, struct slice typed) {
    struct slice query = search->text;
    size_t start = (size_t)(typed.data - query.data), end = start + typed.length, length;
    bool quoted =
        start > 0 &&
        query_is_apostrophe(query_character(query, utf8_previous(query.data, start), &length));
    if (!quoted && end < query.length &&
        query_is_apostrophe(query_character(query, end, &length))) {
        typed.length += length;
    }
    return typed;
}

bool guess_romanised(struct search *search, const struct typed_word *word,
                     struct guesses *guesses) {
    struct vocabulary_words found = {0};
    for (size_t i = 0; i < language_count(); i++) {
        if (!vocabulary_find_romanised(search, word->form, language_at(i), &found)) {
            return false;
        }
    }
    for (size_t i = 0; i < found.count; i++) {
        keep_guess(guesses, (struct guess){
                                .kind = GUESS_ROMANISED,
                                .typed = guess_with_soft_sign(search, word->typed),
                                .word = found.words[i].word,
                                .score = log(found.words[i].frequency) -
                                         ROMANISED_COST * found.words[i].strange,
                            });
    }
    return true;
}

/* ---- a space left out ------------------------------------------------------------------------ */

/* Whether the letters may be two words. */
static bool may_be_parts(const struct typed_word *word, struct slice left, struct slice right) {
    if (right.length > VOCABULARY_WORD_BYTES) {
        return false;
    }
    size_t behind = code_point_count(right);
    if (code_point_count(left) >= APART_LETTERS_LEAST) {
        return behind >= APART_LETTERS_LEAST;
    }
    return behind >= PART_LETTERS_BEHIND && !word->known && language_is_function_word(left);
}

/* Whether the vocabulary has both. */
static bool has_parts(struct search *search, struct slice left, struct slice right, bool *has) {
    struct index *index = &search->searcher->index;
    uint32_t frequency, behind = 0;
    if (!vocabulary_frequency(index, left, &frequency, search->error) ||
        (frequency > 0 && !vocabulary_frequency(index, right, &behind, search->error))) {
        return false;
    }
    *has = behind > 0;
    return true;
}

/* The most passages that have both words in one language. */
static bool count_both(struct search *search, struct slice left, struct slice right,
                       uint32_t *most) {
    const struct fit_stem *one = fit_stems(search, left);
    const struct fit_stem *other = one ? fit_stems(search, right) : NULL;
    *most = 0;
    for (size_t i = 0; other && i < search->reading.language_count; i++) {
        uint32_t both;
        if (one[i].passages == 0 || other[i].passages == 0) {
            continue;
        }
        if (!fit_count(search, one, other, i, &both)) {
            return false;
        }
        *most = both > *most ? both : *most;
    }
    return other != NULL;
}

/* Whether a passage is seen to have the words one behind the other. */
static bool try_phrase(const struct search *search, struct slice words, bool *found) {
    struct search few = *search;
    struct bytes phrase = {0};
    few.limits.candidates =
        few.limits.candidates < SPACE_PASSAGES ? few.limits.candidates : SPACE_PASSAGES;
    bytes_append_byte(&phrase, '"');
    bytes_append_slice(&phrase, words);
    bytes_append_byte(&phrase, '"');
    bool good =
        bytes_check(&phrase, search->error) && search_try(&few, bytes_slice(&phrase), found);
    bytes_free(&phrase);
    return good;
}

/* Two parts of the word that some passages have both. */
static bool find_parts(struct search *search, const struct typed_word *word,
                       struct guesses *parts) {
    struct slice form = word->form;
    for (size_t at = 1; at < form.length && at <= VOCABULARY_WORD_BYTES; at++) {
        struct slice left = slice_of(form.data, at);
        struct slice right = slice_of(form.data + at, form.length - at);
        bool inside = utf8_continues(*right.data), has;
        uint32_t both = 0;
        if (inside || !may_be_parts(word, left, right)) {
            continue;
        }
        if (!has_parts(search, left, right, &has) ||
            (has && !count_both(search, left, right, &both))) {
            return false;
        }
        if (both > 0) {
            char *words = arena_allocate_bytes(&search->searcher->arena, form.length + 1);
            if (!words) {
                return error_set_memory(search->error);
            }
            memcpy(words, left.data, left.length);
            words[left.length] = ' ';
            memcpy(words + left.length + 1, right.data, right.length);
            bool function = language_is_function_word(left) || language_is_function_word(right);
            double cost = COST_SPACE + (function ? COST_FUNCTION_WORD : 0);
            keep_guess(parts, (struct guess){
                                  .kind = GUESS_SPACE,
                                  .typed = word->typed,
                                  .word = slice_of(words, form.length + 1),
                                  .score = log(both) - cost,
                              });
        }
    }
    return true;
}

bool guess_space(struct search *search, const struct typed_word *word, struct guesses *guesses) {
    struct guesses parts = {.count = 0};
    bool found = false;
    if (word->passages > 0 || word->acronym) {
        return true;
    }
    if (!find_parts(search, word, &parts)) {
        return false;
    }
    for (size_t i = 0; i < parts.count && i < SPACES_MOST && !found; i++) {
        if (!try_phrase(search, parts.kept[i].word, &found)) {
            return false;
        }
        if (found) {
            keep_guess(guesses, parts.kept[i]);
        }
    }
    return true;
}
