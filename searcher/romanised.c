#include "searcher/romanised.h"

#include "indexer/schema.h"

struct walk {
    const struct romanisation *rows;
    struct slice typed;
    enum romanised_step (*visit)(void *context, const struct romanised *so_far);
    void *context;
    char word[VOCABULARY_WORD_BYTES]; /* read so far */
};

/* Whether a row before it reads the same letters. */
static bool is_strange(const struct walk *walk, const struct romanisation *row) {
    const struct romanisation *first = walk->rows;
    while (*first->latin != *row->latin || strcmp(first->latin, row->latin) != 0) {
        first++;
    }
    return first != row;
}

/* Whether what is silent, a sign that softens or hardens, may be there: behind a consonant. */
static bool may_be_silent(const struct walk *walk, size_t at, bool left_out) {
    return at > 0 && !left_out && !memchr("aeiouy", walk->typed.data[at - 1], 6);
}

/* Reads what was typed from `at` on behind the word so far; `left_out` where its last letter was
 * not typed. */
static bool walk_from(struct walk *walk, size_t at, const struct romanised *before, bool left_out) {
    struct slice rest = slice_from(walk->typed, at);
    char first = rest.length > 0 ? *rest.data : '\0';
    for (const struct romanisation *row = walk->rows; row->latin; row++) {
        if (*row->latin != first && *row->latin != '\0') { /* most of them */
            continue;
        }
        struct slice latin = slice_of_string(row->latin), letters = slice_of_string(row->letters);
        bool silent = latin.length == 0;
        if (!slice_starts_with(rest, latin) || (silent && !may_be_silent(walk, at, left_out)) ||
            before->word.length + letters.length > sizeof walk->word) {
            continue;
        }
        memcpy(walk->word + before->word.length, letters.data, letters.length);
        const struct romanised so_far = {
            .word = slice_of(walk->word, before->word.length + letters.length),
            .whole = at + latin.length == walk->typed.length,
            .strange = before->strange + is_strange(walk, row),
            .silent = before->silent + silent,
        };
        enum romanised_step step = walk->visit(walk->context, &so_far);
        if (step == ROMANISED_FAILED ||
            (step == ROMANISED_ON && !walk_from(walk, at + latin.length, &so_far, silent))) {
            return false;
        }
    }
    return true;
}

bool romanised_walk(const struct romanisation *rows, struct slice typed,
                    enum romanised_step (*visit)(void *context, const struct romanised *so_far),
                    void *context) {
    struct walk walk = {.rows = rows, .typed = typed, .visit = visit, .context = context};
    return walk_from(&walk, 0, &(struct romanised){.word = slice_of(walk.word, 0)}, false);
}
