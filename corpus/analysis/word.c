#include "corpus/analysis/word.h"

#include <string.h>

const struct word *word_copy(const struct word *word, struct arena *arena) {
    struct word *copy = arena_allocate(arena, word->size);
    if (!copy) {
        return NULL;
    }
    const char *from = (const char *)word;
    char *to = memcpy(copy, word, word->size);
    struct mark *marks = (struct mark *)(to + ((const char *)word->marks - from));
    copy->marks = marks;
    copy->surface = to + (word->surface - from);
    for (size_t i = 0; i < word->token_count; i++) {
        copy->tokens[i].term.data = to + (word->tokens[i].term.data - from);
        copy->tokens[i].form.data = to + (word->tokens[i].form.data - from);
    }
    for (size_t i = 0; i < word->mark_count; i++) {
        marks[i].value.data = to + (word->marks[i].value.data - from);
    }
    return copy;
}
