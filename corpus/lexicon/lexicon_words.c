#include "corpus/lexicon/lexicon_words.h"

/* Of the tokens at one place: not the compound but its first part; and of the terms of one word the
 * last, which is its stem whatever its capitals. */
static bool is_better(const struct token *token, const struct token *than) {
    return token->end <= than->end;
}

/* Whether two words written apart are a word that neither tells, one of them being a function word:
 * "bunuh diri", suicide, is not "bunuh", to kill. `part` is the first of them, `behind` what stands
 * behind it. */
static bool is_whole(const struct token *whole, const struct token *part,
                     const struct token *behind, const struct token *end) {
    bool function = part->flags & TOKEN_FUNCTION_WORD;
    for (; behind < end && behind->start < whole->end; behind++) {
        function |= behind->flags & TOKEN_FUNCTION_WORD;
    }
    return function && whole->end > part->end && !(part->flags & TOKEN_PART);
}

size_t lexicon_words(const struct token_list *tokens, struct lexicon_word words[], size_t numbers[],
                     size_t capacity) {
    const struct token *end = tokens->tokens + tokens->count;
    size_t count = 0;
    for (size_t i = 0; i < tokens->count && count < capacity;) {
        uint32_t position = tokens->tokens[i].position;
        const struct token *best = NULL, *last = NULL;
        for (; i < tokens->count && tokens->tokens[i].position == position; i++) {
            const struct token *token = &tokens->tokens[i];
            if (token->kind == TOKEN_STEM && (!best || is_better(token, best))) {
                best = token;
            }
            last = token->kind == TOKEN_STEM ? token : last;
        }
        if (best && is_whole(last, best, &tokens->tokens[i], end)) {
            best = last;
            while (i < tokens->count && tokens->tokens[i].start < best->end) {
                i++;
            }
        }
        bool bound = best && best->flags & (TOKEN_NEGATION | TOKEN_PARTICLE);
        if (best && (bound || !(best->flags & (TOKEN_FUNCTION_WORD | TOKEN_AFFIX)))) {
            if (numbers) {
                numbers[count] = (size_t)(best - tokens->tokens);
            }
            words[count++] =
                (struct lexicon_word){.term = best->term, .form = best->form, .bound = bound};
        }
    }
    return count;
}
