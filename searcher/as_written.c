#include "searcher/as_written.h"

#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/state.h"

#include <utf8proc.h>

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

void as_written_take(const struct search_answer *answer, void *context) {
    struct as_written *written = context;
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        for (size_t j = 0; j < result->highlight_count; j++) {
            const struct search_highlight *mark = &result->highlights[j];
            add_spelling(slice_of(result->text.data + mark->start, mark->end - mark->start),
                         written->word, &written->spellings);
        }
    }
}

/* The most frequent spelling, the first of equally frequent ones; the word where there are none. */
static struct slice find_best(const struct as_written *written) {
    const struct bytes *spellings = &written->spellings;
    struct slice word = written->word, best = word;
    size_t most = 0;
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

bool as_written_append(struct slice word, as_written_ask *ask, void *context, struct bytes *out,
                       struct error *error) {
    struct bytes query = {0};
    struct as_written written = {.word = word};
    bool good = true;
    if (word_may_hide_letters(word)) {
        bytes_append_byte(&query, '=');
        bytes_append_slice(&query, word);
        good = bytes_check(&query, error) && ask(bytes_slice(&query), &written, context) &&
               bytes_check(&written.spellings, error);
    }
    if (good) {
        bytes_append_slice(out, find_best(&written));
    }
    bytes_free(&query);
    bytes_free(&written.spellings);
    return good;
}

static bool ask_within(struct slice query, struct as_written *written, void *context) {
    const struct search *search = context;
    return search_try_results(search, query, AS_WRITTEN_PASSAGES, as_written_take, written);
}

bool search_as_written(struct search *search, struct slice word, struct bytes *out) {
    return as_written_append(word, ask_within, search, out, search->error);
}
