/* Text as articles hold it. */
#include "corpus/article/clean.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <utf8proc.h>

static bool is_utf8(struct slice text) {
    utf8proc_int32_t code;
    utf8proc_ssize_t taken;
    for (size_t at = 0; at < text.length; at += (size_t)taken) {
        taken = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                 (utf8proc_ssize_t)(text.length - at), &code);
        if (taken <= 0) {
            return false;
        }
    }
    return true;
}

static void assert_clean(const char *text, const char *expected) {
    struct bytes once = {0}, twice = {0};
    clean_text(slice_of_string(text), &once);
    assert_string_equal(bytes_string(&once), expected);
    clean_text(bytes_slice(&once), &twice);
    assert_string_equal(bytes_string(&twice), expected);
    bytes_free(&once);
    bytes_free(&twice);
}

static void characters_are_composed(void **state) {
    (void)state;
    assert_clean("и\u0306 e\u0301 A\u030A", "й é Å");
    assert_clean("\u212B \u2126", "Å Ω");
    assert_clean("a\u0323\u0307 a\u0307\u0323", "ạ̇ ạ̇"); /* marks in canonical order */
    assert_clean("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글");
    assert_clean("ё Й ça naïve “–” ©", "ё Й ça naïve “–” ©");
    assert_clean("е\xCC\x81", "е\xCC\x81"); /* Cyrillic with a stress mark has no composed form */
}

static void line_ends_are_newlines(void **state) {
    (void)state;
    assert_clean("a\r\nb\rc\nd\u2028e\u2029f\vg\fh\xC2\x85"
                 "i",
                 "a\nb\nc\nd\ne\nf\ng\nh\ni");
    assert_clean("\n\n  a\n\nb  \n \n", "  a\n\nb");
    assert_clean(" \n\t\n", "");
}

static void marks_and_controls_are_dropped(void **state) {
    (void)state;
    assert_clean("\uFEFFa\uFEFFb\x01"
                 "c\x7F"
                 "d\xC2\x90"
                 "e\tf",
                 "abcde\tf");
    assert_clean("e\x01\u0301", "é");
}

static void invalid_bytes_become_replacement_characters(void **state) {
    (void)state;
    assert_clean("a\xFF\xD0 b\xED\xA0\x80", "a\uFFFD\uFFFD b\uFFFD\uFFFD\uFFFD");
}

static void a_line_has_single_spaces(void **state) {
    (void)state;
    struct bytes out = {0};
    bytes_append_string(&out, "kept ");
    clean_line(slice_of_string(" \n The\u00A0 dam \t of\u2003Kokaral\r\n"), &out);
    assert_string_equal(bytes_string(&out), "kept The dam of Kokaral");
    bytes_clear(&out);
    clean_line(slice_of_string("\u200BKaza\u200Bkhstan \u200B grows\u200B"), &out);
    assert_string_equal(bytes_string(&out), "Kazakhstan grows");
    bytes_clear(&out);
    clean_line(slice_of_string("e\u200B\u0301"), &out); /* still composed */
    assert_string_equal(bytes_string(&out), "e \u0301");
    bytes_free(&out);
}

/* Canonical ordering sorts marks by swapping neighbours, so a long run of marks would take time
 * that grows with the square of its length. */
static void a_million_marks_take_linear_time_and_stay_as_they_are_when_cleaned_again(void **state) {
    (void)state;
    struct bytes text = {0}, once = {0}, twice = {0};
    bytes_append_string(&text, "a");
    for (int i = 0; i < 500000; i++) {
        bytes_append_string(&text, "\u0301\u0323");
    }
    clean_text(bytes_slice(&text), &once);
    clean_text(bytes_slice(&once), &twice);
    assert_true(once.length > text.length && once.length < text.length * 11 / 10);
    assert_true(slice_equal(bytes_slice(&once), bytes_slice(&twice)));
    assert_true(is_utf8(bytes_slice(&once)));
    bytes_free(&text);
    bytes_free(&once);
    bytes_free(&twice);
}

static void marks_that_decompose_to_several_count_as_those(void **state) {
    (void)state;
    static const char *const starts[] = {"a", "\u01D6\u0323", "\u1EA4"};
    static const char *const marks[] = {"\u0344", "\u0F73", "\u0301"};
    for (size_t i = 0; i < 3; i++) {
        for (int count = 1; count < 80; count++) {
            struct bytes text = {0}, once = {0}, twice = {0};
            bytes_append_string(&text, starts[i]);
            for (int j = 0; j < count; j++) {
                bytes_append_string(&text, marks[(size_t)j % 3 == 0 ? i : 2]);
            }
            clean_text(bytes_slice(&text), &once);
            clean_text(bytes_slice(&once), &twice);
            assert_string_equal(bytes_string(&twice), bytes_string(&once));
            bytes_free(&text);
            bytes_free(&once);
            bytes_free(&twice);
        }
    }
}

static void joiners_stay_however_many_there_are(void **state) {
    (void)state;
    for (int count = 1; count <= 20000; count *= 3) {
        struct bytes text = {0};
        bytes_append_string(&text, "a");
        for (int i = 0; i < count; i++) {
            bytes_append_string(&text, "\u034F");
        }
        bytes_append_string(&text, "b");
        assert_clean(bytes_string(&text), text.data);
        bytes_free(&text);
    }
    assert_clean("e\u034F\u0301 e\u0301\u034F", "e\u034F\u0301 é\u034F");
}

static void any_cut_of_a_decomposed_text_composes_alike(void **state) {
    (void)state;
    /* Text is normalised in segments: the result must not show where these meet. */
    for (size_t shift = 0; shift < 64; shift++) {
        struct bytes text = {0}, expected = {0}, out = {0};
        for (size_t i = 0; i < shift; i++) {
            bytes_append_string(&text, "x");
            bytes_append_string(&expected, "x");
        }
        for (int i = 0; i < 600; i++) {
            bytes_append_string(&text, "\u1112\u1161\u11ABe\u0302\u0323\u0301");
            bytes_append_string(&expected, "한ệ\u0301");
        }
        clean_text(bytes_slice(&text), &out);
        assert_string_equal(bytes_string(&out), bytes_string(&expected));
        bytes_free(&text);
        bytes_free(&expected);
        bytes_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_composed),
        cmocka_unit_test(line_ends_are_newlines),
        cmocka_unit_test(marks_and_controls_are_dropped),
        cmocka_unit_test(invalid_bytes_become_replacement_characters),
        cmocka_unit_test(a_line_has_single_spaces),
        cmocka_unit_test(a_million_marks_take_linear_time_and_stay_as_they_are_when_cleaned_again),
        cmocka_unit_test(marks_that_decompose_to_several_count_as_those),
        cmocka_unit_test(joiners_stay_however_many_there_are),
        cmocka_unit_test(any_cut_of_a_decomposed_text_composes_alike),
    };
    return cmocka_run_group_tests_name("clean", tests, NULL, NULL);
}
