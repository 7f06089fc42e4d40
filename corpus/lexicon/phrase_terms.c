#include "corpus/lexicon/phrase_terms.h"

#include "corpus/lexicon/lexicon_words.h"

bool phrase_terms(struct analyzer *analyzer, struct slice phrase, const struct language *language,
                  struct bytes *out, size_t *words, struct error *error) {
    struct token_list tokens;
    struct lexicon_word found[LEXICON_WORDS + 1];
    if (!analyzer_run(analyzer, phrase, language, ANALYSIS_QUERY, &tokens, error)) {
        return false;
    }
    *words = lexicon_words(&tokens, found, NULL, LEXICON_WORDS + 1);
    bool content = false;
    for (size_t i = 0; i < *words; i++) {
        content |= !found[i].negation;
    }
    if (*words > LEXICON_WORDS || !content) {
        *words = 0;
    }
    for (size_t i = 0; i < *words; i++) {
        bytes_append_string(out, i > 0 ? " " : "");
        bytes_append_slice(out, found[i].term);
    }
    return bytes_check(out, error);
}
