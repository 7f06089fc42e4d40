#include "corpus/lexicon/phrase_terms.h"

#include "corpus/lexicon/lexicon_words.h"

static void append_term(struct bytes *out, struct slice term) {
    bytes_append_string(out, out->length > 0 ? " " : "");
    bytes_append_slice(out, term);
}

bool phrase_terms_read(struct phrase_terms *terms, struct analyzer *analyzer, struct slice phrase,
                       const struct language *language, struct error *error) {
    struct token_list tokens;
    struct lexicon_word found[LEXICON_WORDS + 1];
    size_t numbers[LEXICON_WORDS + 1];
    bytes_clear(&terms->all);
    bytes_clear(&terms->translation);
    terms->words = 0;
    if (!analyzer_run(analyzer, phrase, language, ANALYSIS_QUERY, &tokens, error)) {
        return false;
    }
    size_t words = lexicon_words(&tokens, found, numbers, LEXICON_WORDS + 1);
    bool content = false;
    for (size_t i = 0; i < words; i++) {
        content |= !found[i].bound;
    }
    if (words > LEXICON_WORDS || !content) {
        return true;
    }
    for (size_t i = 0; i < words; i++) {
        append_term(&terms->all, found[i].term);
        if (!(tokens.tokens[numbers[i]].flags & TOKEN_PARTICLE)) {
            append_term(&terms->translation, found[i].term);
        }
    }
    terms->words = words;
    return bytes_check(&terms->all, error) && bytes_check(&terms->translation, error);
}

void phrase_terms_free(struct phrase_terms *terms) {
    bytes_free(&terms->all);
    bytes_free(&terms->translation);
    *terms = (struct phrase_terms){0};
}
