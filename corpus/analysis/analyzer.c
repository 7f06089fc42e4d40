#include "corpus/analysis/analysis.h"

#include "corpus/analysis/quantities.h"
#include "corpus/analysis/text_run.h"
#include "corpus/analysis/word_make.h"
#include "corpus/base/array.h"
#include "corpus/languages/divided.h"

#include <stdlib.h>

struct analyzer *analyzer_new(struct error *error) {
    struct analyzer *analyzer = calloc(1, sizeof *analyzer);
    if (analyzer && vocabularies_make(&analyzer->vocabularies) &&
        word_cache_make(&analyzer->cache)) {
        analyzer->maker = word_maker_new(&analyzer->vocabularies);
    }
    if (!analyzer || !analyzer->maker) {
        analyzer_free(analyzer);
        error_set_memory(error);
        return NULL;
    }
    return analyzer;
}

void analyzer_free(struct analyzer *analyzer) {
    if (analyzer) {
        word_maker_free(analyzer->maker);
        word_cache_free(&analyzer->cache);
        bytes_free(&analyzer->joined);
        arena_free(&analyzer->arena);
        vocabularies_free(&analyzer->vocabularies);
        free(analyzer->tokens);
        free(analyzer->marks);
        free(analyzer->found);
        free(analyzer->outline);
        free(analyzer);
    }
}

void analyzer_limit_cache(struct analyzer *analyzer, uint64_t bytes) {
    word_cache_limit(&analyzer->cache, bytes);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool is_small(unsigned char byte, unsigned char next) {
    return (byte >= 'a' && byte <= 'z') || (byte == 0xd0 && next >= 0xb0) ||
           (byte == 0xd1 && next >= 0x80 && next <= 0x9f);
}

/* Whether the whole text is in capitals, so that they mean nothing: it has several words and no
 * small letter. A single word in capitals is rather an abbreviation. Stops at the first small
 * letter, which comes early in most texts. */
static bool is_in_capitals(struct slice text) {
    bool several = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char next = i + 1 < text.length ? (unsigned char)text.data[i + 1] : 0;
        several |= text.data[i] == ' ' && i > 0 && next > ' ';
        if (is_small((unsigned char)text.data[i], next)) {
            return false;
        }
    }
    return several;
}

static bool add_found(void *context, const struct token *token) {
    struct analyzer *analyzer = context;
    if (!array_reserve(&analyzer->found, &analyzer->found_capacity, analyzer->found_count + 1,
                       sizeof *analyzer->found)) {
        return false;
    }
    /* Behind those that start where it does. Few start later: a range has both its ends added
     * before the year that its first one may be in short. */
    size_t at = analyzer->found_count;
    while (at > 0 && analyzer->found[at - 1].start > token->start) {
        at--;
    }
    array_keep(analyzer->found, &analyzer->found_count, analyzer->found_capacity, sizeof *token, at,
               token);
    return true;
}

/* Merges the tokens found by quantities_find into those of the words: each goes behind the words
 * that start where it does. */
static bool merge_found(struct analyzer *analyzer) {
    size_t from = analyzer->token_count, found = analyzer->found_count;
    if (!array_reserve(&analyzer->tokens, &analyzer->token_capacity, from + found,
                       sizeof *analyzer->tokens)) {
        return false;
    }
    struct token *tokens = analyzer->tokens;
    analyzer->token_count += found;
    for (size_t to = analyzer->token_count; found > 0;) {
        bool word = from > 0 && tokens[from - 1].start > analyzer->found[found - 1].start;
        tokens[--to] = word ? tokens[--from] : analyzer->found[--found];
    }
    return true;
}

/* Forgets the last text and gives the vocabulary of the language; NULL: no memory. */
static struct vocabulary *begin(struct analyzer *analyzer, const struct language *language) {
    arena_empty(&analyzer->arena);
    analyzer->token_count = analyzer->mark_count = analyzer->found_count = 0;
    analyzer->outline_count = 0;
    return vocabulary_find(&analyzer->vocabularies, language);
}

/* Adds the tokens of what words mean together, and hands all tokens over. */
static bool finish(const struct text_run *run, struct token_list *tokens) {
    struct analyzer *analyzer = run->analyzer;
    if (analyzer->mark_count > 0) {
        const struct quantity_text quantities = {
            .text = run->text,
            .vocabularies = &analyzer->vocabularies,
            .vocabulary = run->vocabulary,
            .tokens = analyzer->tokens,
            .token_count = analyzer->token_count,
            .marks = analyzer->marks,
            .mark_count = analyzer->mark_count,
            .arena = &analyzer->arena,
            .context = analyzer,
            .add = add_found,
        };
        if (!quantities_find(&quantities) || !merge_found(analyzer)) {
            return false;
        }
    }
    *tokens = (struct token_list){analyzer->tokens, analyzer->token_count, run->position};
    return true;
}

/* Makes the words whole that were divided at the ends of lines. */
static bool join_words(struct text_run *run) {
    struct bytes *joined = &run->analyzer->joined;
    if (!text_divides_words(run->text)) {
        return true;
    }
    bytes_clear(joined);
    bytes_append_slice(joined, run->text);
    if (!joined->failed) {
        text_join_words(joined->data, joined->length);
        run->text = bytes_slice(joined);
    }
    return !joined->failed;
}

/* Analyses the text of a run in which its text, its analyzer and what is wanted are set. */
static bool analyse(struct text_run *run, const struct language *language,
                    struct token_list *tokens, struct error *error) {
    if (run->text.length > UINT32_MAX) {
        return error_set(error, ERROR_LIMIT,
                         "a text of %zu bytes is too long to analyse (at most %u)",
                         run->text.length, UINT32_MAX);
    }
    word_cache_age(&run->analyzer->cache);
    run->vocabulary = begin(run->analyzer, language);
    run->group_sign = language->group_sign;
    run->by_clues = run->wanted && language->clues && !run->outlines;
    run->quantities = !run->wanted || run->wanted->numbers;
    run->capitals = is_in_capitals(run->text);
    run->boundary = BOUNDARY_SENTENCE;
    return (run->vocabulary && text_run_words(run) && finish(run, tokens)) ||
           error_set_memory(error);
}

bool analyzer_run(struct analyzer *analyzer, struct slice text, const struct language *language,
                  enum analysis_reason reason, struct token_list *tokens, struct error *error) {
    struct text_run run = {
        .analyzer = analyzer,
        .text = text,
        .query = reason != ANALYSIS_DOCUMENT,
        .prefix = reason == ANALYSIS_PREFIX,
    };
    return join_words(&run) ? analyse(&run, language, tokens, error) : error_set_memory(error);
}

struct slice analyzer_bare_form(struct analyzer *analyzer, const struct language *language,
                                struct slice form) {
    const struct vocabulary *vocabulary = vocabulary_find(&analyzer->vocabularies, language);
    return vocabulary && language->bare_form ? language->bare_form(vocabulary->stemmer, form)
                                             : form;
}

/* ---- searching ------------------------------------------------------------------------------- */

/* A text is searched by clues so many times before its words are kept: most texts are not searched
 * again. */
enum { OUTLINE_SEARCHES = 2 };

/* Keeps the words of the text just analysed; keeps none where memory for them has run out. */
static void keep_outline(const struct analyzer *analyzer, struct text_outline *outline) {
    size_t size = analyzer->outline_count * sizeof *analyzer->outline;
    struct outline_word *words =
        analyzer->cache.young.arena.failed ? NULL : arena_allocate(outline->arena, size);
    if (words && size > 0) {
        memcpy(words, analyzer->outline, size);
    }
    outline->words = words;
    outline->count = words ? analyzer->outline_count : 0;
    outline->generation = words ? analyzer->cache.generation : 0;
}

static bool search_outline(struct analyzer *analyzer, const struct searched_text *searched,
                           const struct term_sieve *wanted, struct token_list *tokens) {
    const struct text_outline *outline = searched->outline;
    struct text_run run = {
        .analyzer = analyzer,
        .text = searched->text,
        .vocabulary = begin(analyzer, searched->language),
        .wanted = wanted,
    };
    return run.vocabulary && text_run_outline(&run, outline) && finish(&run, tokens);
}

bool analyzer_search(struct analyzer *analyzer, const struct searched_text *searched,
                     const struct term_sieve *wanted, struct token_list *tokens,
                     struct error *error) {
    struct text_run run = {.analyzer = analyzer, .text = searched->text, .wanted = wanted};
    struct text_outline *outline = searched->outline;
    if (!join_words(&run)) {
        return error_set_memory(error);
    }
    /* An outline has no signs, which numbers need, and the words of the text as it stands. */
    if (outline && !wanted->numbers && run.text.data == searched->text.data) {
        if (outline->generation > 0 && analyzer->cache.generation <= outline->generation + 1) {
            return search_outline(analyzer, searched, wanted, tokens) || error_set_memory(error);
        }
        run.outlines = outline->searches >= OUTLINE_SEARCHES;
        outline->searches += !run.outlines;
    }
    if (!analyse(&run, searched->language, tokens, error)) {
        return false;
    }
    if (run.outlines) {
        keep_outline(analyzer, outline);
    }
    return true;
}

size_t analyzer_related(struct analyzer *analyzer, const struct language *language,
                        struct slice stem, size_t number, char *related) {
    struct vocabulary *vocabulary = vocabulary_find(&analyzer->vocabularies, language);
    return vocabulary ? vocabulary_related(vocabulary, stem, number, related) : 0;
}
