/* Words as UAX #29 cuts them, but for the deviations named here. */
#include "corpus/unicode/words.h"
#include "tests/unit/unicode/break_conformance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The deviations of words.c: the tests whose outcome they change hold one of these characters. */
static bool is_tailored(const struct break_test *test) {
    for (size_t i = 0; i < test->code_count; i++) {
        switch (test->codes[i]) {
        case ':':    /* joins no letters */
        case 0x200b: /* is ignored as format characters are */
            return true;
        default:
            break;
        }
    }
    return false;
}

static size_t tailored_and_different;

static void check_words(const struct break_test *test, const char *line) {
    bool boundary[BREAK_TEST_BYTES + 1] = {true};
    struct slice text = slice_of(test->bytes, test->length);
    struct segment segment;
    for (size_t at = 0; segment_next(text, at, &segment); at = segment.end) {
        boundary[segment.end] = true;
    }
    if (memcmp(boundary, test->boundary, test->length + 1) == 0) {
        return;
    }
    if (is_tailored(test)) {
        tailored_and_different++;
        return;
    }
    fail_msg("other words than: %s", line);
}

static void unicode_word_break_test_passes(void **state) {
    (void)state;
    size_t count = break_tests_run("/usr/share/unicode/auxiliary/WordBreakTest.txt", check_words);
    assert_in_range(count, 1800, 10000);
    /* This does not let just any line differ: only so many do, and each has a character that
     * words.c treats on purpose. */
    assert_in_range(tailored_and_different, 1, 20);
}

static void assert_words(const char *string, const char *expected) {
    struct slice text = slice_of_string(string);
    char found[1024] = "";
    struct segment segment;
    for (size_t at = 0; segment_next(text, at, &segment); at = segment.end) {
        if (segment.kind != SEGMENT_OTHER) {
            strcat(found, "[");
            strncat(found, text.data + segment.start, segment.end - segment.start);
            strcat(found, "]");
        }
    }
    assert_string_equal(found, expected);
}

static void words_of_three_alphabets_are_cut(void **state) {
    (void)state;
    assert_words("Laut Aral, Аральское море (Aral Sea)",
                 "[Laut][Aral][Аральское][море][Aral][Sea]");
    assert_words("Indonesia’s 70,2 5G 1.234,5 U.S.", "[Indonesia’s][70,2][5G][1.234,5][U.S]");
}

static void a_colon_without_a_space_parts_words(void **state) {
    (void)state;
    assert_words("Jakarta:Harga beras", "[Jakarta][Harga][beras]");
}

static void a_zero_width_space_parts_no_word(void **state) {
    (void)state;
    assert_words("Узбе\u200bкистан", "[Узбе\u200bкистан]");
}

static void invalid_bytes_are_segments_of_their_own(void **state) {
    (void)state;
    assert_words("a\xff\xc3 b\xe2\x80", "[a][b]");
    assert_words("\xed\xa0\x80\xf4\x90\x80\x80z", "[z]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_word_break_test_passes),
        cmocka_unit_test(words_of_three_alphabets_are_cut),
        cmocka_unit_test(a_colon_without_a_space_parts_words),
        cmocka_unit_test(a_zero_width_space_parts_no_word),
        cmocka_unit_test(invalid_bytes_are_segments_of_their_own),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
