/* Dictionaries read backwards: which word is this a form of? */
#include "corpus/dictionary/dictionary.h"

#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 8 };

static const struct dictionary *dictionary(const char *code) {
    return language_find(slice_of_string(code))->dictionary;
}

/* The words that `form` is read as, one space between them. */
static const char *read(const char *code, const char *form) {
    static char text[256];
    struct dictionary_reading readings[MOST];
    size_t count = dictionary_read(dictionary(code), slice_of_string(form), readings, MOST);
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        struct slice word = readings[i].lemma.word;
        assert_true(length + word.length + 2 < sizeof text);
        if (length > 0) {
            text[length++] = ' ';
        }
        memcpy(text + length, word.data, word.length);
        length += word.length;
    }
    text[length] = 0;
    return text;
}

static void a_form_is_read_as_the_words_it_may_be_of(void **state) {
    (void)state;
    assert_string_equal(read("ru", "водой"), "вода");
    assert_string_equal(read("ru", "турбинами"), "турбина");
    assert_string_equal(read("ru", "стали"), "сталь стать");
    assert_string_equal(read("en", "carried"), "carry");
    assert_string_equal(read("en", "retired"), "retire");
}

static void a_word_is_its_own_first_reading(void **state) {
    (void)state;
    struct dictionary_reading readings[MOST];
    size_t count = dictionary_read(dictionary("en"), slice_of_string("news"), readings, MOST);
    assert_true(count >= 2);
    assert_int_equal(readings[0].ending, 0);
    assert_true(slice_equal(readings[0].lemma.word, slice_of_string("news")));
}

static void an_ending_stands_only_where_its_condition_allows(void **state) {
    (void)state;
    assert_string_equal(read("en", "carryed"), "");
    assert_string_equal(read("en", "boxs"), "");
    assert_string_equal(read("en", "boxes"), "box");
}

static void no_more_readings_are_given_than_asked_for(void **state) {
    (void)state;
    struct dictionary_reading reading;
    assert_int_equal(dictionary_read(dictionary("ru"), slice_of_string("стали"), &reading, 1), 1);
    assert_int_equal(dictionary_read(dictionary("ru"), slice_of_string("стали"), &reading, 0), 0);
}

static void flags_and_names_are_kept(void **state) {
    (void)state;
    struct dictionary_word word;
    assert_true(dictionary_find(dictionary("id"), slice_of_string("tulis"), &word));
    assert_true(dictionary_word_has(&word, "M0"));
    assert_false(dictionary_word_has(&word, "zz"));
    assert_false(word.name);
    assert_true(dictionary_find(dictionary("id"), slice_of_string("jakarta"), &word));
    assert_true(word.name);
}

static void all_words_are_given_by_number(void **state) {
    (void)state;
    const struct dictionary *indonesian = dictionary("id");
    size_t count = 0;
    for (size_t slot = 0; slot < dictionary_slots(indonesian); slot++) {
        struct dictionary_word word, same;
        if (dictionary_get(indonesian, slot, &word)) {
            count++;
            assert_true(dictionary_find(indonesian, word.word, &same));
            assert_ptr_equal(same.word.data, word.word.data);
            assert_int_equal(same.name, word.name);
        }
    }
    assert_true(count > 10000);
}

static void nothing_and_the_very_long_are_no_words(void **state) {
    (void)state;
    char text[1000];
    struct dictionary_word word;
    struct dictionary_reading readings[MOST];
    memset(text, 'a', sizeof text);
    for (size_t length = 0; length <= sizeof text; length += 125) {
        struct slice form = slice_of(text, length);
        assert_false(dictionary_find(dictionary("en"), form, &word));
        assert_int_equal(dictionary_read(dictionary("en"), form, readings, MOST), 0);
    }
    assert_false(dictionary_find(dictionary("ru"), slice_of("\xd0\xff\x80", 3), &word));
    assert_int_equal(dictionary_read(dictionary("ru"), slice_of("\x80\x80\x80", 3), readings, MOST),
                     0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_is_read_as_the_words_it_may_be_of),
        cmocka_unit_test(a_word_is_its_own_first_reading),
        cmocka_unit_test(an_ending_stands_only_where_its_condition_allows),
        cmocka_unit_test(no_more_readings_are_given_than_asked_for),
        cmocka_unit_test(flags_and_names_are_kept),
        cmocka_unit_test(all_words_are_given_by_number),
        cmocka_unit_test(nothing_and_the_very_long_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
