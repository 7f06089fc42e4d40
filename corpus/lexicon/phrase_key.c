#include "corpus/lexicon/phrase_key.h"

#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

#include <string.h>

static struct slice trim(struct slice text) {
    while (text.length > 0 && strchr(" \t-,.;:!?", text.data[0])) {
        text = slice_from(text, 1);
    }
    while (text.length > 0 && strchr(" \t-,.;:!?", text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

/* Whether a phrase is of capitals alone, which make another word of a function word: "US". */
static bool is_acronym(const struct language *language, struct slice text,
                       struct slice normalised) {
    for (size_t i = 0; i < text.length; i++) {
        if (!ascii_is_upper(text.data[i])) {
            return false;
        }
    }
    return text.length > 1 && language && slice_is_listed(normalised, language->function_words);
}

/* Appends a word normalised, but one that is a name by its capital ("Газа") as it stands. The
 * language is NULL where it is none of ours. */
static void append_word(const struct language *language, struct slice word, struct bytes *out) {
    size_t start = out->length;
    word_normalise(word, out);
    if (!out->failed && language && unicode_capitals(word) == CAPITALS_FIRST &&
        language_find_name(language, slice_from(bytes_slice(out), start)).length > 0) {
        out->length = start;
        bytes_append_slice(out, word);
    }
}

void phrase_key_append(struct phrase phrase, struct bytes *out) {
    const struct language *language = language_find(slice_of(phrase.code, LANGUAGE_CODE_BYTES));
    bytes_append(out, phrase.code, LANGUAGE_CODE_BYTES);
    size_t start = out->length;
    struct slice text = trim(phrase.text);
    for (size_t at = 0; at < text.length;) {
        const char *space = memchr(text.data + at, ' ', text.length - at);
        size_t end = space ? (size_t)(space - text.data) : text.length;
        append_word(language, slice_of(text.data + at, end - at), out);
        bytes_append_string(out, space ? " " : "");
        at = end + 1;
    }
    struct slice normalised = bytes_slice(out);
    if (!out->failed && is_acronym(language, text, slice_from(normalised, start))) {
        out->length = start;
        bytes_append_slice(out, text);
    }
}
