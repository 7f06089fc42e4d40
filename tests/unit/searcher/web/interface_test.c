/* What the page says, in three languages. */
#include "searcher/web/interface.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct interface *find(const char *code) {
    const struct interface *interface = interface_find(slice_of_string(code));
    assert_non_null(interface);
    return interface;
}

static void check_count(const char *code, enum message message, uint64_t number,
                        const char *expected) {
    struct bytes digits = {0};
    struct bytes out = {0};
    interface_write_number(find(code), number, &digits);
    struct slice value = bytes_slice(&digits);
    interface_fill(interface_message(find(code), message, number), &value, 1, &out);
    assert_string_equal(bytes_string(&out), expected);
    bytes_free(&digits);
    bytes_free(&out);
}

static void numbers_take_the_forms_of_their_language(void **state) {
    (void)state;
    check_count("ru", MESSAGE_PASSAGES, 1, "1 отрывок");
    check_count("ru", MESSAGE_PASSAGES, 3, "3 отрывка");
    check_count("ru", MESSAGE_PASSAGES, 5, "5 отрывков");
    check_count("ru", MESSAGE_PASSAGES, 11, "11 отрывков");
    check_count("ru", MESSAGE_PASSAGES, 12, "12 отрывков");
    check_count("ru", MESSAGE_PASSAGES, 21, "21 отрывок");
    check_count("ru", MESSAGE_PASSAGES, 112, "112 отрывков");
    check_count("ru", MESSAGE_IN_ARTICLES, 21, "в 21 статье");
    check_count("ru", MESSAGE_IN_ARTICLES, 22, "в 22 статьях");
    check_count("en", MESSAGE_PASSAGES, 0, "0 passages");
    check_count("en", MESSAGE_PASSAGES, 1, "1 passage");
    check_count("en", MESSAGE_PASSAGES, 2, "2 passages");
    check_count("id", MESSAGE_PASSAGES, 1, "1 petikan");
    check_count("id", MESSAGE_PASSAGES, 2, "2 petikan");
}

static void numbers_are_grouped_as_readers_group_them(void **state) {
    (void)state;
    check_count("en", MESSAGE_PASSAGES, 1234567, "1,234,567 passages");
    check_count("id", MESSAGE_PASSAGES, 12345, "12.345 petikan");
    check_count("ru", MESSAGE_PASSAGES, 1000,
                "1\xC2\xA0"
                "000 отрывков");
    check_count("en", MESSAGE_PASSAGES, 999, "999 passages");
}

static void check_milliseconds(const char *code, uint64_t microseconds, const char *expected) {
    struct bytes out = {0};
    interface_write_milliseconds(find(code), microseconds, &out);
    assert_string_equal(bytes_string(&out), expected);
    bytes_free(&out);
}

static void times_have_a_decimal_while_they_are_short(void **state) {
    (void)state;
    check_milliseconds("en", 640, "0.6");
    check_milliseconds("ru", 650, "0,7");
    check_milliseconds("id", 9949, "9,9");
    check_milliseconds("en", 9951, "10");
    check_milliseconds("en", 1234567, "1,235");
}

static void check_date(const char *code, const char *date, const char *expected) {
    struct bytes out = {0};
    interface_write_date(find(code), slice_of_string(date), &out);
    assert_string_equal(bytes_string(&out), expected);
    bytes_free(&out);
}

static void dates_are_written_out_as_far_as_they_are_known(void **state) {
    (void)state;
    check_date("id", "2025-06-11", "11 Juni 2025");
    check_date("en", "2025-06-01T09:30:00+05:00", "1 June 2025");
    check_date("ru", "2025-06-11", "11 июня 2025\xC2\xA0г.");
    check_date("ru", "2025-06", "июнь 2025");
    check_date("en", "2025", "2025");
    check_date("en", "2025-13-01", "2025-13-01");
    check_date("en", "", "");
}

static const char *negotiate(const char *header) {
    return interface_negotiate(slice_of_string(header), find("en"))->code;
}

static void the_clients_languages_choose_the_page_s(void **state) {
    (void)state;
    assert_string_equal(negotiate("ru-RU,ru;q=0.9,en;q=0.8"), "ru");
    assert_string_equal(negotiate("de, id;q=0.5, en;q=0.4"), "id");
    assert_string_equal(negotiate("en;q=0.3, ru;q=0.31"), "ru");
    assert_string_equal(negotiate("in-ID"), "id");
    assert_string_equal(negotiate("RU"), "ru");
    assert_string_equal(negotiate("ru;q=0"), "en");
    assert_string_equal(negotiate("*"), "en");
    assert_string_equal(negotiate(""), "en");
    assert_string_equal(negotiate(",;,;q=,-,x"), "en");
}

/* How many forms a message has. */
static size_t count_forms(struct slice text) {
    size_t forms = 1;
    for (size_t i = 0; i < text.length; i++) {
        forms += text.data[i] == '|';
    }
    return forms;
}

static void every_message_is_there_in_every_language(void **state) {
    (void)state;
    for (enum message message = 0; message < MESSAGE_COUNT; message++) {
        for (size_t i = 0; i < interface_count(); i++) {
            for (uint64_t number = 0; number < 6; number++) {
                struct slice text = interface_message(interface_at(i), message, number);
                assert_true(text.length > 0);
                assert_int_equal(count_forms(text), 1);
            }
        }
    }
}

static size_t count_places(struct slice text) {
    size_t places = 0;
    for (size_t i = 0; i + 1 < text.length; i++) {
        places += text.data[i] == '{' && text.data[i + 1] == '}';
    }
    return places;
}

static void every_translation_has_the_same_places_for_values(void **state) {
    (void)state;
    for (enum message message = 0; message < MESSAGE_COUNT; message++) {
        size_t places = count_places(interface_message(interface_at(0), message, 1));
        for (size_t i = 1; i < interface_count(); i++) {
            assert_int_equal(count_places(interface_message(interface_at(i), message, 5)), places);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_take_the_forms_of_their_language),
        cmocka_unit_test(numbers_are_grouped_as_readers_group_them),
        cmocka_unit_test(times_have_a_decimal_while_they_are_short),
        cmocka_unit_test(dates_are_written_out_as_far_as_they_are_known),
        cmocka_unit_test(the_clients_languages_choose_the_page_s),
        cmocka_unit_test(every_message_is_there_in_every_language),
        cmocka_unit_test(every_translation_has_the_same_places_for_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
