#include "searcher/as_written.h"

#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/searcher.h"

#include <utf8proc.h>

/* Passages that are looked at. */
#define PASSAGES_MOST 5

/* Appends a spelling in small letters where it is one of the word, and as long. */
static void add_spelling(struct slice surface, struct slice word, struct bytes *spellings) {
    size_t before = spellings->length;
    struct bytes form = {0};
    word_normalise(surface, &form);
    if (surface.length == word.length && slice_equal(bytes_slice(&form), word)) {
        for (size_t at = 0, next; at < surface.length; at = next) {
            utf8proc_uint8_t small[4];
            uint32_t letter = code_point_at(surface, at, &next);
            bytes_append(spellings, small,
                         (size_t)utf8proc_encode_char(utf8proc_tolower((int32_t)letter), small));
        }
    }
    if (spellings->length - before != word.length) {
        spellings->length = before;
    }
    spellings->failed = spellings->failed || form.failed;
    bytes_free(&form);
}

static void add_spellings(const struct search_answer *answer, struct slice word,
                          struct bytes *spellings) {
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        for (size_t j = 0; j < result->highlight_count; j++) {
            const struct search_highlight *mark = &result->highlights[j];
            add_spelling(slice_of(result->text.data + mark->start, mark->end - mark->start), word,
                         spellings);
        }
    }
}

/* The most frequent of spellings of that length, the first of equally frequent ones; the word where
 * there are none. */
static struct slice most_frequent(const struct bytes *spellings, struct slice word) {
    size_t most = 0;
    struct slice best = word;
    for (size_t i = 0; i + word.length <= spellings->length; i += word.length) {
        struct slice spelling = slice_of(spellings->data + i, word.length);
        size_t count = 0;
        for (size_t j = i; j + word.length <= spellings->length; j += word.length) {
            count += slice_equal(spelling, slice_of(spellings->data + j, word.length));
        }
        if (count > most) {
            most = count;
            best = spelling;
        }
    }
    return best;
}

/* That very form of the word, as a query. */
static void write_query(struct slice word, struct bytes *query) {
    bytes_append_byte(query, '=');
    bytes_append_slice(query, word);
}

bool word_as_written(struct searcher *searcher, struct slice word, uint32_t time_ms,
                     struct bytes *out, struct error *error) {
    struct bytes query = {0}, spellings = {0};
    struct error late = {0};
    bool good = true;
    if (word_may_hide_letters(word)) {
        write_query(word, &query);
        struct search_request request = search_request_default(bytes_slice(&query));
        request.limit = PASSAGES_MOST;
        request.across = false;
        request.parts = SEARCH_TEXTS;
        request.limits.time_ms = time_ms;
        const struct search_answer *answer =
            bytes_check(&query, &late) ? searcher_search(searcher, &request, &late) : NULL;
        if (answer) {
            add_spellings(answer, word, &spellings);
        }
        good = (answer || late.kind == ERROR_TIMEOUT || error_pass(error, &late)) &&
               bytes_check(&spellings, error);
    }
    if (good) {
        bytes_append_slice(out, most_frequent(&spellings, word));
    }
    bytes_free(&query);
    bytes_free(&spellings);
    return good;
}

/* A word on its way to its spellings. */
struct spelled {
    struct slice word;
    struct bytes spellings;
};

static void take_spellings(const struct search_answer *answer, void *context) {
    struct spelled *spelled = context;
    add_spellings(answer, spelled->word, &spelled->spellings);
}

bool search_as_written(const struct search *search, struct slice word, struct bytes *out) {
    struct bytes query = {0};
    struct spelled spelled = {.word = word};
    bool good = true;
    if (word_may_hide_letters(word)) {
        write_query(word, &query);
        good = bytes_check(&query, search->error) &&
               search_try_results(search, bytes_slice(&query), PASSAGES_MOST, take_spellings,
                                  &spelled) &&
               bytes_check(&spelled.spellings, search->error);
    }
    if (good) {
        bytes_append_slice(out, most_frequent(&spelled.spellings, word));
    }
    bytes_free(&query);
    bytes_free(&spelled.spellings);
    return good;
}
