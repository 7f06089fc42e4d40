/* Any bytes are cut into sentences and words that follow one another to the end. */
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/sentences.h"
#include "corpus/unicode/words.h"
#include "tests/fuzz/fuzz.h"

/* The first byte chooses the language, the others are the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    size_t number = data[0] % (language_count() + 1);
    const struct language *language = number < language_count() ? language_at(number) : NULL;
    struct slice text = slice_of((const char *)data + 1, size - 1);
    for (size_t at = 0; at < text.length;) {
        size_t end = sentence_end(text, at, language);
        require(end > at && end <= text.length);
        at = end;
    }
    struct segment segment = {0};
    size_t at = 0;
    for (; segment_next(text, at, &segment); at = segment.end) {
        require(segment.start == at && segment.end > at && segment.end <= text.length);
    }
    require(at == text.length);
    struct bytes form = {0}, again = {0};
    word_normalise(text, &form);
    word_normalise(bytes_slice(&form), &again);
    require(form.failed || again.failed || slice_equal(bytes_slice(&form), bytes_slice(&again)));
    bytes_free(&form);
    bytes_free(&again);
    return 0;
}
