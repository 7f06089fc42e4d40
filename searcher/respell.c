#include "searcher/respell.h"

#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"
#include "searcher/as_written.h"
#include "searcher/choose.h"
#include "searcher/known.h"
#include "searcher/suggest.h"

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

static bool is_lost(const struct search *search, size_t number) {
    const struct query_word *word = &search->reading.words[number];
    return known_passages(&search->reading, word) == 0 &&
           !known_translated(&search->reading, word) && word->written.length == 0 &&
           code_point_count(word->surface) >= RESPELL_LETTERS_LEAST &&
           known_doubtful(search, number) && is_free(&search->reading, word);
}

static bool add_guesses(struct suggesting *suggesting, size_t number) {
    struct search *search = suggesting->search;
    struct doubt *doubt = suggesting_doubt(suggesting, number);
    return doubt && guess_keyboards(search, doubt->word.typed, &doubt->guesses) &&
           guess_romanised(search, &doubt->word, &doubt->guesses) &&
           guess_slips(search, &doubt->word, &doubt->guesses);
}

/* Whether articles write the word of a name with a capital; of other words the answer is yes. */
static bool is_written_alike(struct search *search, const struct doubt *doubt, bool *alike) {
    struct bytes written = {0};
    bool first = known_begins_query(search, doubt->word.typed);
    *alike = !doubt->word.capital || first;
    bool good = *alike || (search_as_written(search, doubt->chosen->word, &written) &&
                           bytes_check(&written, search->error));
    if (good && !*alike) {
        *alike = unicode_capitals(bytes_slice(&written)) != CAPITALS_NONE;
    }
    bytes_free(&written);
    return good;
}

/* Notes the replacements of what was mistyped; of what was typed on another keyboard or in other
 * letters there are none, nor are there any beside it. */
static bool replace_slips(struct suggesting *suggesting, bool *asked) {
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct guess *chosen = suggesting->doubts[i].chosen;
        if (chosen && chosen->kind != GUESS_SLIP) {
            return true;
        }
    }
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct doubt *doubt = &suggesting->doubts[i];
        bool alike = false;
        *asked |= doubt->chosen != NULL;
        if (doubt->chosen && !is_written_alike(suggesting->search, doubt, &alike)) {
            return false;
        }
        if (alike && !suggesting_replace(suggesting, (struct replacement){doubt->chosen->typed,
                                                                          doubt->chosen->word})) {
            return false;
        }
    }
    return true;
}

static void note_replacements(const struct suggesting *suggesting) {
    struct bytes *pairs = &suggesting->search->searcher->scratch;
    bytes_clear(pairs);
    for (size_t i = 0; i < suggesting->count; i++) {
        const struct replacement *replacement = &suggesting->replacements[i];
        bytes_append_format(pairs, "%s\"%.*s\" as \"%.*s\"", i > 0 ? ", " : "",
                            (int)replacement->typed.length, replacement->typed.data,
                            (int)replacement->word.length, replacement->word.data);
    }
    if (suggesting->count > 0) {
        search_note(suggesting->search, SEARCH_NOTE_RESPELT, 0,
                    "what no passage has is searched as it seems to be meant: %.*s",
                    (int)pairs->length, pairs->data);
    }
}

bool search_respell(struct search *search, struct slice *respelt) {
    struct suggesting suggesting = {.search = search};
    bool good = true, asked = false;
    *respelt = (struct slice){0};
    for (size_t i = 0; i < search->reading.word_count && good; i++) {
        if (suggesting.doubt_count < SUGGEST_WORDS && search_has_time(search) &&
            is_lost(search, i)) {
            good = add_guesses(&suggesting, i);
        }
    }
    if (good && suggesting.doubt_count > 0) {
        good = choose_guesses(&suggesting);
        suggesting.count = 0;
        good = good && replace_slips(&suggesting, &asked);
    }
    if (good && asked) {
        *respelt = suggesting_write(&suggesting);
        note_replacements(&suggesting);
        good = bytes_check(&suggesting.scratch, search->error);
    }
    bytes_free(&suggesting.scratch);
    return good;
}
