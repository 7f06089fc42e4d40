#include "corpus/lexicon/lexicon_words.h"

/* Of the tokens at one place: not the compound but its first part; and of the terms of one word the
 * last, which is its stem whatever its capitals. */
static bool is_better(const struct token *token, const struct token *than) {
    return token->end <= than->end;
}

size_t lexicon_words(const struct token_list *tokens, struct lexicon_word words[], size_t numbers[],
                     size_t capacity) {
    size_t count = 0;
    for (size_t i = 0; i < tokens->count && count < capacity;) {
        uint32_t position = tokens->tokens[i].position;
        const struct token *best = NULL;
        for (; i < tokens->count && tokens->tokens[i].position == position; i++) {
            const struct token *token = &tokens->tokens[i];
            if (token->kind == TOKEN_STEM && (!best || is_better(token, best))) {
                best = token;
            }
        }
        if (best && !(best->flags & TOKEN_FUNCTION_WORD)) {
            if (numbers) {
                numbers[count] = (size_t)(best - tokens->tokens);
            }
            words[count++] = (struct lexicon_word){best->term, best->form};
        }
    }
    return count;
}
