#include "searcher/respell.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"
#include "searcher/choose.h"
#include "searcher/known.h"
#include "searcher/suggest.h"
#include "searcher/vocabulary.h"

#include <math.h>

/* Whether the word stands among those that are searched in any form. */
static bool is_free(const struct reading *reading, const struct query_word *word) {
    bool free = false;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        if (known_inside(word->surface, leaf->node->text)) {
            free = !leaf->excluded && !leaf->node->exact && reading_is_translated(reading, leaf);
        }
    }
    return free;
}

/* Whether a capital tells that the word is a name. */
static bool is_name(const struct search *search, const struct query_word *word) {
    return word->capitalised && !known_begins_query(search, word->surface);
}

/* Whether the word is misspelt, and found by nothing but other words that sound like it. */
static bool is_lost(const struct search *search, size_t number) {
    const struct reading *reading = &search->reading;
    const struct query_word *word = &reading->words[number];
    size_t letters = code_point_count(word->surface);
    return known_passages(reading, word) == 0 && !known_translated(reading, word) &&
           word->written.length == 0 &&
           letters >=
               (is_name(search, word) ? RESPELL_LETTERS_LEAST_NAME : RESPELL_LETTERS_LEAST) &&
           known_doubtful(search, number) && is_free(reading, word);
}

static bool add_guesses(struct suggesting *suggesting, size_t number) {
    struct search *search = suggesting->search;
    struct doubt *doubt = suggesting_doubt(suggesting, number);
    return doubt && guess_keyboards(search, doubt->word.typed, &doubt->guesses) &&
           guess_romanised(search, &doubt->word, &doubt->guesses) &&
           guess_slips(search, &doubt->word, &doubt->guesses) &&
           guess_space(search, &doubt->word, &doubt->guesses);
}

/* Whether articles have the guessed word as a name that is no other word: those are in the
 * vocabulary (schema_name). */
static bool find_name(struct search *search, const struct guess *guess, bool *named) {
    char key[NAME_KEY_BYTES];
    struct slice name = slice_of(key, name_key(guess->word, key));
    struct bytes *entry = &search->searcher->scratch;
    *named = false;
    for (size_t i = 0; i < search->reading.language_count && name.length > 0 && !*named; i++) {
        uint32_t articles = 0;
        if (guess->stems[i].term.length > 0) {
            bytes_clear(entry);
            schema_name(name, guess->stems[i].term, entry);
            if (!bytes_check(entry, search->error) ||
                !vocabulary_frequency(&search->searcher->index, bytes_slice(entry), &articles,
                                      search->error)) {
                return false;
            }
        }
        *named = articles > 0;
    }
    return true;
}

static bool is_likely(const struct search *search, const struct doubt *doubt) {
    double letters = (double)code_point_count(doubt->word.form);
    double likely = doubt->chosen->score + doubt->chosen->language;
    double cost = log(search->searcher->index.passages + 1.0) - likely;
    return cost <= RESPELL_COST_MOST * letters;
}

/* Whether the word is written as it is meant, and what is chosen sounds otherwise: it is one of a
 * dictionary, or of passages in other letters, as they are mostly typed out ("aliev", Алиев). */
static bool find_meant(struct search *search, const struct doubt *doubt, bool *meant) {
    struct guesses others = {.count = 0};
    *meant = false;
    if (guess_sounds_same(&doubt->word, doubt->chosen)) {
        return true;
    }
    if (!doubt->in_dictionary && !guess_romanised(search, &doubt->word, &others)) {
        return false;
    }
    *meant = doubt->in_dictionary || others.count > 0;
    return true;
}

/* Whether what is chosen is searched in place of the word: always, where that is two words between
 * which the space was left out, and never, where it would be left out itself ("boing", "being"). */
static bool find_suitable(struct search *search, const struct doubt *doubt, bool *suits) {
    const struct guess *chosen = doubt->chosen;
    bool meant = false;
    *suits = chosen && chosen->kind == GUESS_SPACE;
    if (*suits || !chosen || !is_likely(search, doubt) ||
        (!chosen->asks && language_is_function_word(chosen->word))) {
        return true;
    }
    if (!find_meant(search, doubt, &meant)) {
        return false;
    }
    *suits = !meant && !is_name(search, &search->reading.words[doubt->number]);
    return *suits || meant || find_name(search, chosen, suits);
}

/* Notes the replacements of what was mistyped; of what was typed on another keyboard or in other
 * letters there are none, nor are there any beside it. */
static bool replace_slips(struct suggesting *suggesting) {
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct guess *chosen = suggesting->doubts[i].chosen;
        if (chosen && chosen->kind != GUESS_SLIP && chosen->kind != GUESS_SPACE) {
            return true;
        }
    }
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct doubt *doubt = &suggesting->doubts[i];
        bool suits;
        if (!find_suitable(suggesting->search, doubt, &suits)) {
            return false;
        }
        if (suits && !suggesting_replace(suggesting, (struct replacement){doubt->chosen->typed,
                                                                          doubt->chosen->word})) {
            return false;
        }
    }
    return true;
}

static void note_replacements(const struct suggesting *suggesting) {
    struct search *search = suggesting->search;
    struct bytes *pairs = &search->searcher->scratch;
    bytes_clear(pairs);
    for (size_t i = 0; i < suggesting->count; i++) {
        const struct replacement *replacement = &suggesting->replacements[i];
        bytes_append_format(pairs, "%s\"%.*s\" as \"", i > 0 ? ", " : "",
                            (int)replacement->typed.length, replacement->typed.data);
        replacement_write(replacement, false, pairs);
        bytes_append_byte(pairs, '"');
    }
    search->searcher->arena.failed |= pairs->failed;
    search_note(search, SEARCH_NOTE_RESPELT, 0,
                "what no passage has is searched as it seems to be meant: %.*s", (int)pairs->length,
                pairs->data);
}

bool search_respell(struct search *search, struct slice *respelt) {
    struct suggesting suggesting = {.search = search};
    bool good = true, found = known_any(&search->reading);
    *respelt = (struct slice){0};
    for (size_t i = 0; found && i < search->reading.word_count && good; i++) {
        if (suggesting.doubt_count < SUGGEST_WORDS && search_has_time(search) &&
            is_lost(search, i)) {
            good = add_guesses(&suggesting, i);
        }
    }
    if (good && suggesting.doubt_count > 0) {
        good = choose_guesses(&suggesting) && replace_slips(&suggesting);
    }
    if (good && suggesting.count > 0) {
        good = suggesting_spell(&suggesting);
        *respelt = suggesting_write(&suggesting);
        note_replacements(&suggesting);
        good = good && bytes_check(&suggesting.scratch, search->error);
    }
    bytes_free(&suggesting.scratch);
    return good;
}
