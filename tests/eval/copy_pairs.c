/* copy_pairs - which of two texts are told as copies.
 *
 *     copy_pairs < pairs
 *
 * Reads "CODE<TAB>text<TAB>other text" lines and prints "words<TAB>distance<TAB>agree": the words
 * of the shorter one, how many bits of their hashes differ (indexer/schema.h), and 1 where the
 * texts agree (searcher/copies.h), else 0. */
#include "corpus/languages/language.h"
#include "indexer/schema.h"
#include "searcher/copies.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct side {
    uint32_t words;
    uint64_t hash;
    struct copy_text text;
};

static bool read_side(struct analyzer *analyzer, struct slice code, struct slice text,
                      struct arena *arena, struct side *side, struct error *error) {
    const struct language *language = language_find(code);
    struct token_list tokens;
    if (!analyzer_run(analyzer, text, language ? language : language_other(), ANALYSIS_DOCUMENT,
                      &tokens, error)) {
        return false;
    }
    *side =
        (struct side){tokens.positions, copy_hash(&tokens), copy_text_read(text, &tokens, arena)};
    return side->text.words || error_set_memory(error);
}

static unsigned count_bits(uint64_t bits) {
    unsigned count = 0;
    for (; bits; bits &= bits - 1) {
        count++;
    }
    return count;
}

int main(void) {
    struct error error = {0};
    struct analyzer *analyzer = analyzer_new(&error);
    struct arena arena = {0};
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool good = analyzer != NULL;
    while (good && (length = getline(&line, &room, stdin)) > 3) {
        struct slice code = slice_of(line, 2);
        struct slice text = slice_of(line + 3, (size_t)length - 4), other = {0};
        const char *tab = memchr(text.data, '\t', text.length);
        if (tab) {
            other = slice_of(tab + 1, (size_t)(text.data + text.length - tab - 1));
            text.length = (size_t)(tab - text.data);
        }
        struct side a, b;
        arena_empty(&arena);
        good = read_side(analyzer, code, text, &arena, &a, &error) &&
               read_side(analyzer, code, other, &arena, &b, &error);
        if (good) {
            printf("%" PRIu32 "\t%u\t%d\n", a.words < b.words ? a.words : b.words,
                   count_bits(a.hash ^ b.hash), copy_texts_agree(a.text, b.text));
        }
    }
    if (!good) {
        fprintf(stderr, "copy_pairs: %s\n", error.message);
    }
    free(line);
    arena_free(&arena);
    analyzer_free(analyzer);
    return good ? 0 : 1;
}
