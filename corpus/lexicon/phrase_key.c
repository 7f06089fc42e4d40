#include "corpus/lexicon/phrase_key.h"

#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"

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
static bool is_acronym(const char *code, struct slice text, struct slice normalised) {
    const struct language *language = language_find(slice_of(code, 2));
    for (size_t i = 0; i < text.length; i++) {
        if (!ascii_is_upper(text.data[i])) {
            return false;
        }
    }
    return text.length > 1 && language && slice_is_listed(normalised, language->function_words);
}

void phrase_key_append(struct phrase phrase, struct bytes *out) {
    bytes_append(out, phrase.code, 2);
    size_t start = out->length;
    struct slice text = trim(phrase.text);
    word_normalise(text, out);
    struct slice normalised = bytes_slice(out);
    if (!out->failed && is_acronym(phrase.code, text, slice_from(normalised, start))) {
        out->length = start;
        bytes_append_slice(out, text);
    }
}
