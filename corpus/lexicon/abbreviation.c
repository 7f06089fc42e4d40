#include "corpus/lexicon/abbreviation.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"

/* So many words make a phrase, and so many letters of one a syllable. */
enum { WORDS_LEAST = 2, SYLLABLE_LETTERS = 2 };

struct matching {
    const struct language *language;
    bool syllables; /* of each word, else initials */
};

/* How far a word was matched. */
struct state {
    struct slice word, phrase; /* what is left */
    size_t given;              /* words that gave letters, but for function words */
    bool shortened;            /* some word did not give all of its letters */
};

/* Takes the first word off a phrase, up to a blank or hyphen. */
static struct slice take_word(struct slice *phrase) {
    size_t length = 0;
    while (length < phrase->length && phrase->data[length] != ' ' && phrase->data[length] != '-') {
        length++;
    }
    struct slice word = slice_of(phrase->data, length);
    length += length < phrase->length;
    *phrase = slice_of(phrase->data + length, phrase->length - length);
    return word;
}

static bool is_function_word(struct slice word, const struct language *language) {
    for (const char *const *at = language->function_words; at && *at; at++) {
        if (slice_equal(word, slice_of_string(*at))) {
            return true;
        }
    }
    return false;
}

static bool is_made_of(const struct matching *matching, struct state state) {
    if (state.phrase.length == 0) {
        return state.word.length == 0 && state.given >= WORDS_LEAST && state.shortened;
    }
    struct slice first = take_word(&state.phrase);
    bool function = is_function_word(first, matching->language);
    if (function || first.length == 0) {
        struct state without = state;
        without.shortened = true;
        if (is_made_of(matching, without)) {
            return true;
        }
    }
    size_t least = matching->syllables && !function ? SYLLABLE_LETTERS : 1;
    size_t most = matching->syllables ? first.length : 1;
    state.given += !function;
    for (size_t at = 0, next, letters = 1; at < first.length && letters <= most;
         at = next, letters++) {
        code_point_at(first, at, &next);
        if (next > state.word.length || memcmp(first.data, state.word.data, next) != 0) {
            return false;
        }
        struct state behind = state;
        behind.word = slice_of(state.word.data + next, state.word.length - next);
        behind.shortened |= next < first.length;
        if (letters >= least && is_made_of(matching, behind)) {
            return true;
        }
    }
    return false;
}

static bool has_word(struct slice phrase, struct slice word) {
    while (phrase.length > 0) {
        if (slice_equal(take_word(&phrase), word)) {
            return true;
        }
    }
    return false;
}

bool abbreviation_is_of(struct slice word, struct slice phrase, const struct language *language) {
    if (has_word(phrase, word)) {
        return false;
    }
    struct state state = {.word = word, .phrase = phrase};
    return is_made_of(&(struct matching){language, false}, state) ||
           is_made_of(&(struct matching){language, true}, state);
}
