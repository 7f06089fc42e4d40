/* Sentences end where a reader says they end. */
#include "corpus/languages/language.h"
#include "corpus/unicode/sentences.h"
#include "tests/unit/unicode/break_conformance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void check_sentences(const struct break_test *test, const char *line) {
    bool boundary[BREAK_TEST_BYTES + 1] = {true};
    struct slice text = slice_of(test->bytes, test->length);
    for (size_t at = 0; at < text.length;) {
        size_t end = sentence_end(text, at, NULL);
        assert_in_range(end, at + 1, text.length);
        boundary[end] = true;
        at = end;
    }
    if (memcmp(boundary, test->boundary, test->length + 1) != 0) {
        fail_msg("other sentences than: %s", line);
    }
}

static void unicode_sentence_break_test_passes(void **state) {
    (void)state;
    size_t count =
        break_tests_run("/usr/share/unicode/auxiliary/SentenceBreakTest.txt", check_sentences);
    assert_in_range(count, 500, 10000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_sentence_break_test_passes),
    };
    return cmocka_run_group_tests_name("sentences", tests, NULL, NULL);
}
