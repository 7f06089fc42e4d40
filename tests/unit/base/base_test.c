/* What all other code stands on: errors, byte runs and maps. */
#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/base/calendar.h"
#include "corpus/base/map.h"
#include "corpus/base/utf8.h"
#include "corpus/base/varint.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void the_first_error_stays(void **state) {
    (void)state;
    struct error error = {0};
    assert_false(error_set(&error, ERROR_INPUT, "%s:%d: first", "a.txt", 7));
    error_set(&error, ERROR_IO, "second");
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_string_equal(error.message, "a.txt:7: first");
}

static void an_error_is_one_line_and_breaks_no_character_when_cut(void **state) {
    (void)state;
    struct error error = {0};
    struct bytes text = {0};
    bytes_append_string(&text, "x\n");
    for (int i = 0; i < 1000; i++) {
        bytes_append_string(&text, "ё");
    }
    error_set(&error, ERROR_INPUT, "%s", bytes_string(&text));
    assert_null(strchr(error.message, '\n'));
    assert_true(strlen(error.message) < sizeof error.message);
    assert_string_equal(error.message + strlen(error.message) - 5, "ё...");
    bytes_free(&text);
}

static void an_error_commands_no_terminal(void **state) {
    (void)state;
    struct error error = {0};
    error_set(&error, ERROR_INPUT, "%s: bad", "a\x1B[31m\tb\x7F.txt");
    assert_string_equal(error.message, "a [31m b .txt: bad");
    error_clear(&error);
    error_set(&error, ERROR_INPUT, "%s",
              "\xC2\x9B"
              "31m \xC2\xA9 \xC2");
    assert_string_equal(error.message, " 31m \xC2\xA9 \xC2");
}

static void errno_is_told_in_words(void **state) {
    (void)state;
    struct error error = {0};
    errno = ENOENT;
    error_set_errno(&error, "cannot open %s", "a.txt");
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
    assert_string_equal(error.message, "cannot open a.txt: No such file or directory");
}

static void bytes_grow_and_are_reused(void **state) {
    (void)state;
    struct bytes bytes = {0};
    for (int i = 0; i < 1000; i++) {
        bytes_append_format(&bytes, "%03d,", i);
    }
    assert_int_equal(bytes.length, 4000);
    assert_memory_equal(bytes.data + 3996, "999,", 4);
    size_t capacity = bytes.capacity;
    bytes_clear(&bytes);
    bytes_append_string(&bytes, "again");
    assert_int_equal(bytes.capacity, capacity);
    assert_string_equal(bytes_string(&bytes), "again");
    assert_int_equal(bytes.length, 5);
    bytes_free(&bytes);
}

static void bytes_remember_that_memory_ran_out(void **state) {
    (void)state;
    struct bytes bytes = {0};
    struct error error = {0};
    bytes_append_string(&bytes, "kept");
    assert_null(bytes_reserve(&bytes, SIZE_MAX));
    bytes_append_string(&bytes, "ignored");
    assert_int_equal(bytes.length, 4);
    assert_false(bytes_check(&bytes, &error));
    assert_int_equal(error.kind, ERROR_MEMORY);
    bytes_free(&bytes);
}

static void bytes_of_other_characters_are_no_ascii_letters(void **state) {
    (void)state;
    int letters = 0;
    for (int byte = 0; byte < 256; byte++) {
        letters += ascii_is_letter((char)byte);
    }
    assert_int_equal(letters, 52);
    assert_true(ascii_is_letter('a') && ascii_is_letter('Z'));
    assert_false(ascii_is_letter('@') || ascii_is_letter('[') || ascii_is_letter('`'));
}

static void text_is_cut_between_characters(void **state) {
    (void)state;
    struct slice text = slice_of_string("xё€𝄞");
    static const size_t kept[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10};
    for (size_t limit = 0; limit < sizeof kept / sizeof *kept; limit++) {
        assert_int_equal(utf8_cut(text, limit).length, kept[limit]);
    }
    assert_int_equal(utf8_previous(text.data, 10), 6);
    assert_int_equal(utf8_previous(text.data, 6), 3);
    assert_int_equal(utf8_previous(text.data, 1), 0);
    assert_int_equal(utf8_previous("\x80\x80", 2), 0);
}

static void lines_are_taken_from_both_ends(void **state) {
    (void)state;
    static const char *const ends[] = {"one\n\ntwo", "one\n\ntwo\n"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct slice text = slice_of_string(ends[i]), line;
        if (i > 0) { /* behind the last line end is an empty one, seen from there */
            assert_true(slice_take_last_line(&text, &line));
            assert_int_equal(line.length, 0);
        }
        assert_true(slice_take_last_line(&text, &line));
        assert_true(slice_equal(line, slice_of_string("two")));
        assert_true(slice_take_line(&text, &line));
        assert_true(slice_equal(line, slice_of_string("one")));
        assert_int_equal(text.length, 0);
        assert_false(slice_take_last_line(&text, &line));
        assert_false(slice_take_line(&text, &line));
    }
}

static void words_are_found_in_lists_and_in_letters_of_any_case(void **state) {
    (void)state;
    static const char *const list[] = {"rss", "feed", NULL};
    assert_true(slice_is_listed(slice_of_string("feed"), list));
    assert_false(slice_is_listed(slice_of_string("fee"), list));
    assert_false(slice_is_listed(slice_of_string("feeds"), list));
    assert_false(slice_is_listed(slice_of_string("feed"), NULL));
    assert_true(ascii_equal(slice_of_string("UTC"), "utc"));
    assert_false(ascii_equal(slice_of_string("UT"), "utc"));
    assert_true(ascii_starts_with(slice_of_string("WWW.post.example"), "www."));
    assert_false(ascii_starts_with(slice_of_string("www"), "www."));
    assert_true(ascii_equal(slice_of(NULL, 0), ""));
    assert_true(slice_equal(slice_from(slice_of_string("feed"), 2), slice_of_string("ed")));
    assert_int_equal(slice_from(slice_of_string("feed"), 4).length, 0);
}

static void numbers_of_64_bits_take_one_to_ten_bytes(void **state) {
    (void)state;
    static const uint64_t numbers[] = {0, 127, 128, 300, UINT32_MAX, UINT64_MAX};
    static const size_t lengths[] = {1, 1, 2, 2, 5, 10};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct bytes bytes = {0};
        uint64_t number;
        varint_append(&bytes, numbers[i]);
        assert_int_equal(bytes.length, lengths[i]);
        struct slice rest = bytes_slice(&bytes);
        assert_true(varint_take(&rest, &number));
        assert_true(number == numbers[i]);
        assert_int_equal(rest.length, 0);
        rest = slice_of(bytes.data, bytes.length - 1);
        assert_false(varint_take(&rest, &number));
        bytes_free(&bytes);
    }
}

static void a_number_of_more_than_64_bits_is_none(void **state) {
    (void)state;
    uint64_t number;
    struct slice just_more = slice_of_string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02");
    struct slice endless = slice_of_string("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01");
    assert_false(varint_take(&just_more, &number));
    assert_false(varint_take(&endless, &number));
}

static void months_are_as_long_as_the_calendar_says(void **state) {
    (void)state;
    unsigned days = 0;
    for (unsigned month = 0; month <= 13; month++) {
        days += days_in_month(2023, month);
    }
    assert_int_equal(days, 365);
    assert_int_equal(days_in_month(2023, 4), 30);
    assert_int_equal(days_in_month(2023, 2), 28);
    assert_int_equal(days_in_month(2024, 2), 29);
    assert_int_equal(days_in_month(1900, 2), 28);
    assert_int_equal(days_in_month(2000, 2), 29);
    assert_int_equal(days_in_month(0, 2), 29);
}

static void a_map_counts_and_keeps_the_order_of_insertion(void **state) {
    (void)state;
    struct map *map = map_new();
    char key[32];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 5000; i++) {
            size_t length = (size_t)snprintf(key, sizeof key, "word %d", i);
            bool added;
            ++*map_insert(map, slice_of(key, length), &added);
            assert_int_equal(added, round == 0);
        }
    }
    assert_int_equal(map_count(map), 5000);
    assert_true(slice_equal(map_key(map, 42), slice_of_string("word 42")));
    assert_int_equal(*map_value(map, 42), 2);
    assert_null(map_find(map, slice_of_string("word 5000")));
    map_clear(map);
    assert_null(map_find(map, slice_of_string("word 42")));
    assert_non_null(map_insert(map, slice_of(NULL, 0), NULL));
    assert_non_null(map_find(map, slice_of(NULL, 0)));
    map_free(map);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_error_stays),
        cmocka_unit_test(an_error_is_one_line_and_breaks_no_character_when_cut),
        cmocka_unit_test(an_error_commands_no_terminal),
        cmocka_unit_test(errno_is_told_in_words),
        cmocka_unit_test(bytes_grow_and_are_reused),
        cmocka_unit_test(bytes_remember_that_memory_ran_out),
        cmocka_unit_test(bytes_of_other_characters_are_no_ascii_letters),
        cmocka_unit_test(text_is_cut_between_characters),
        cmocka_unit_test(lines_are_taken_from_both_ends),
        cmocka_unit_test(words_are_found_in_lists_and_in_letters_of_any_case),
        cmocka_unit_test(numbers_of_64_bits_take_one_to_ten_bytes),
        cmocka_unit_test(a_number_of_more_than_64_bits_is_none),
        cmocka_unit_test(months_are_as_long_as_the_calendar_says),
        cmocka_unit_test(a_map_counts_and_keeps_the_order_of_insertion),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
