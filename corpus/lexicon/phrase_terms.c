#include "corpus/lexicon/phrase_terms.h"

#include "corpus/lexicon/lexicon_words.h"

static void append_term(struct bytes *out, struct slice term) {
    bytes_append_string(out, out->length > 0 ? " " : "");
    bytes_append_slice(out, term);
}

bool phrase_terms(struct analyzer *analyzer, struct slice phrase, const struct language *language,
                  struct bytes *out, struct bytes *translation, size_t *words,
                  struct error *error) {
    struct token_list tokens;
    struct lexicon_word found[LEXICON_WORDS + 1];
    size_t numbers[LEXICON_WORDS + 1];
    if (!analyzer_run(analyzer, phrase, language, ANALYSIS_QUERY, &tokens, error)) {
        return false;
    }
    *words = lexicon_words(&tokens, found, numbers, LEXICON_WORDS + 1);
    bool content = false;
    for (size_t i = 0; i < *words; i++) {
        content |= !found[i].bound;
    }
    if (*words > LEXICON_WORDS || !content) {
        *words = 0;
    }
    for (size_t i = 0; i < *words; i++) {
        append_term(out, found[i].term);
        if (!(tokens.tokens[numbers[i]].flags & TOKEN_PARTICLE)) {
            append_term(translation, found[i].term);
        }
    }
    return bytes_check(out, error) && bytes_check(translation, error);
}
