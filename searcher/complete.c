#include "searcher/complete.h"

#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/as_written.h"
#include "searcher/query_signs.h"
#include "searcher/state.h"

#include <stdlib.h>
#include <utf8proc.h>

/* A shorter first word stands for too much of the vocabulary to be worth a walk through it. */
#define PREFIX_BYTES_LEAST 2
/* The most words of the vocabulary looked at. */
#define WORDS_MOST 10000
/* The most frequent of them that are tried with the words before. */
#define CANDIDATES_MOST 24
/* No more of them are tried after this time, nor looked up as articles write them after as long. */
#define TIME_MS 50

struct completion {
    size_t start, length; /* of the word in completing->words */
    size_t written;       /* where it starts there as articles write it, in as many bytes */
    uint64_t count;       /* how many articles have it, then how many passages all words */
};

struct completing {
    struct searcher *searcher;
    struct slice before, word; /* what was typed: up to the last word, and that one */
    struct bytes prefix;       /* the word, normalised */
    struct bytes words, query; /* words of candidates, scratch */
    struct completion candidates[CANDIDATES_MOST];
    size_t count;
    struct error *error;
};

static void split_typed(struct completing *completing, struct slice typed) {
    size_t start = typed.length;
    while (start > 0 && !ascii_is_space(typed.data[start - 1])) {
        start--;
    }
    start += query_word_start(slice_from(typed, start)); /* behind quotes, brackets, "=", "-" */
    completing->before = slice_of(typed.data, start);
    completing->word = slice_of(typed.data + start, typed.length - start);
    word_normalise(completing->word, &completing->prefix);
}

static struct slice completion_word(const struct completing *completing, size_t number) {
    const struct completion *candidate = &completing->candidates[number];
    return slice_of(completing->words.data + candidate->start, candidate->length);
}

/* ---- the vocabulary -------------------------------------------------------------------------- */

/* Keeps the most frequent ones, the first in byte order of equally frequent ones; no function
 * words: nobody searches for them alone, and they would be first wherever they fit. */
static void keep_candidate(struct completing *completing, struct slice word, uint64_t frequency) {
    struct completion *candidates = completing->candidates;
    size_t at = completing->count;
    while (at > 0 && candidates[at - 1].count < frequency) {
        at--;
    }
    if (at == CANDIDATES_MOST || language_is_function_word(word)) {
        return;
    }
    size_t start = completing->words.length;
    const struct completion candidate = {start, word.length, start, frequency};
    array_keep(candidates, &completing->count, CANDIDATES_MOST, sizeof candidate, at, &candidate);
    bytes_append_slice(&completing->words, word);
}

static bool find_candidates(struct completing *completing) {
    struct slice prefix = bytes_slice(&completing->prefix), word;
    struct schema_words *words =
        index_open_words(&completing->searcher->index, prefix, completing->error);
    uint64_t count;
    bool read = words && schema_words_expect(words, NULL, NULL, completing->error);
    for (size_t seen = 0; read && seen < WORDS_MOST; seen++) {
        read = schema_words_next(words, &word, &count, completing->error);
        if (!read || count == 0) {
            break;
        }
        if (word.length > prefix.length) {
            keep_candidate(completing, word, count);
        }
    }
    schema_words_free(words);
    return read && bytes_check(&completing->words, completing->error);
}

/* ---- the words before ------------------------------------------------------------------------ */

/* The words before, joined by AND or not, as a query for passages that have them all; nothing where
 * they are more than plain words. */
static void write_conjunction(struct slice before, struct bytes *query) {
    size_t at = 0;
    while (at < before.length) {
        size_t start = at;
        while (at < before.length && !ascii_is_space(before.data[at])) {
            at++;
        }
        struct slice word = slice_of(before.data + start, at - start);
        bool joins = query_is_and(word), plain = joins || !query_is_operator(word);
        for (size_t i = 0; i < word.length; i++) {
            plain = plain && !strchr("\"():=*-|", word.data[i]);
        }
        if (!plain) {
            bytes_clear(query);
            return;
        }
        if (query_has_words(word) && !joins) {
            bytes_append_slice(query, word);
            bytes_append_string(query, " AND ");
        }
        at++;
    }
}

/* Replaces frequencies by numbers of passages that have the words before, too. */
static bool count_candidates(struct completing *completing) {
    struct bytes *query = &completing->query;
    write_conjunction(completing->before, query);
    if (!bytes_check(query, completing->error)) {
        return false;
    }
    size_t before = query->length;
    uint64_t end = search_clock() + TIME_MS * 1000;
    for (size_t i = 0; before > 0 && i < completing->count; i++) {
        query->length = before;
        bytes_append_slice(query, completion_word(completing, i));
        if (!bytes_check(query, completing->error)) {
            return false;
        }
        struct search_request request = search_request_default(bytes_slice(query));
        request.limit = 0;
        request.across = false;
        request.parts = SEARCH_COUNTS;
        request.limits.time_ms = TIME_MS;
        struct error late = {0};
        const struct search_answer *answer = searcher_search(completing->searcher, &request, &late);
        if (!answer && late.kind != ERROR_TIMEOUT) {
            return error_pass(completing->error, &late);
        }
        if (!answer || search_clock() > end) {
            completing->count = i;
            break;
        }
        completing->candidates[i].count = answer->total.passages;
    }
    return true;
}

static int compare_candidates(const void *first, const void *second) {
    const struct completion *a = first;
    const struct completion *b = second;
    return a->count != b->count ? (a->count < b->count) - (a->count > b->count)
                                : (a->start > b->start) - (a->start < b->start);
}

/* ---- as articles write them ------------------------------------------------------------------ */

/* Finds nothing where TIME_MS are not enough. */
static bool ask(struct slice query, struct as_written *written, void *context) {
    struct completing *completing = context;
    struct error failure = {0};
    struct search_request request = search_request_default(query);
    request.limit = AS_WRITTEN_PASSAGES;
    request.across = false;
    request.parts = SEARCH_TEXTS;
    request.limits.time_ms = TIME_MS;
    const struct search_answer *answer = searcher_search(completing->searcher, &request, &failure);
    if (answer) {
        as_written_take(answer, written);
    }
    return answer || failure.kind == ERROR_TIMEOUT || error_pass(completing->error, &failure);
}

/* Looks up as many as are to be shown. */
static bool find_written(struct completing *completing, size_t most) {
    uint64_t end = search_clock() + TIME_MS * 1000;
    struct bytes word = {0};
    bool good = true;
    for (size_t i = 0, shown = 0;
         i < completing->count && shown < most && good && search_clock() < end; i++) {
        struct completion *candidate = &completing->candidates[i];
        if (candidate->count > 0) {
            shown++;
            bytes_clear(&word);
            bytes_append_slice(&word, completion_word(completing, i));
            candidate->written = completing->words.length;
            good = bytes_check(&word, completing->error) &&
                   as_written_append(bytes_slice(&word), ask, completing, &completing->words,
                                     completing->error);
        }
    }
    bytes_free(&word);
    return good && bytes_check(&completing->words, completing->error);
}

/* Appends the start of a word as it was typed, but for letters that articles write otherwise than
 * the vocabulary: "Черн" of "чёрный" becomes "Чёрн". All are of the same length. */
static void append_typed(struct slice typed, struct slice word, struct slice written,
                         struct bytes *text) {
    for (size_t at = 0, next; at < typed.length; at = next) {
        int32_t letter = (int32_t)code_point_at(typed, at, &next);
        size_t behind;
        int32_t as_written = (int32_t)code_point_at(written, at, &behind);
        if (behind != next || memcmp(word.data + at, written.data + at, next - at) == 0) {
            bytes_append(text, typed.data + at, next - at);
            continue;
        }
        utf8proc_uint8_t bytes[4];
        bool capital = utf8proc_tolower(letter) != letter;
        int32_t shown = capital ? utf8proc_toupper(as_written) : as_written;
        bytes_append(text, bytes, (size_t)utf8proc_encode_char(shown, bytes));
    }
}

/* ---- the completions ------------------------------------------------------------------------- */

/* What was typed stays as it is where the word only adds to it. */
static struct slice write_completion(struct completing *completing, size_t number) {
    struct slice word = completion_word(completing, number);
    struct slice written =
        slice_of(completing->words.data + completing->candidates[number].written, word.length);
    struct bytes *text = &completing->query;
    bytes_clear(text);
    bytes_append_slice(text, completing->before);
    size_t same = 0;
    if (completing->prefix.length == completing->word.length) {
        append_typed(completing->word, word, written, text);
        same = completing->word.length;
    }
    bytes_append(text, written.data + same, written.length - same);
    return arena_copy(&completing->searcher->arena, bytes_slice(text));
}

static bool write_completions(struct completing *completing, size_t most,
                              const struct slice **completions, size_t *count) {
    struct arena *arena = &completing->searcher->arena;
    arena_empty(arena);
    struct slice *texts = arena_allocate_zeros(arena, CANDIDATES_MOST * sizeof *texts);
    *count = 0;
    for (size_t i = 0; texts && i < completing->count && *count < most; i++) {
        if (completing->candidates[i].count > 0) {
            texts[(*count)++] = write_completion(completing, i);
        }
    }
    *completions = texts;
    return !arena->failed && bytes_check(&completing->query, NULL) &&
           bytes_check(&completing->words, NULL);
}

/* What is typed, and what becomes of it. */
struct typing {
    struct slice typed;
    size_t most;
    const struct slice **completions;
    size_t *count;
};

static bool attempt(struct searcher *searcher, void *context, struct error *error) {
    const struct typing *typing = context;
    struct completing completing = {.searcher = searcher, .error = error};
    split_typed(&completing, typing->typed);
    bool good = bytes_check(&completing.prefix, error);
    size_t least = query_has_words(completing.before) ? 1 : PREFIX_BYTES_LEAST;
    if (good && completing.prefix.length >= least) {
        good = find_candidates(&completing) && count_candidates(&completing);
        if (good) {
            qsort(completing.candidates, completing.count, sizeof *completing.candidates,
                  compare_candidates);
            good =
                find_written(&completing, typing->most) &&
                (write_completions(&completing, typing->most, typing->completions, typing->count) ||
                 error_set_memory(error));
        }
    }
    bytes_free(&completing.prefix);
    bytes_free(&completing.words);
    bytes_free(&completing.query);
    return good;
}

bool searcher_complete(struct searcher *searcher, struct slice typed, size_t most,
                       const struct slice **completions, size_t *count, struct error *error) {
    struct typing typing = {typed, most, completions, count};
    *count = 0;
    return searcher_retry(searcher, attempt, &typing, error);
}
