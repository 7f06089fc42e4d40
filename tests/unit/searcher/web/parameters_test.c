/* What a request may ask for, and what is refused. */
#include "searcher/web/parameters.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct reading {
    struct bytes memory;
    struct parameters parameters;
    struct parameter_problem problem;
    bool good;
};

static struct reading read_parameters(const char *query, const char *body) {
    struct reading reading = {0};
    reading.good = parameters_read(slice_of_string(query), slice_of_string(body), 100,
                                   &reading.memory, &reading.parameters, &reading.problem);
    return reading;
}

static void check_value(const char *query, enum parameter parameter, const char *expected) {
    struct reading reading = read_parameters(query, "");
    assert_true(reading.good);
    assert_true(slice_equal(reading.parameters.value[parameter], slice_of_string(expected)));
    bytes_free(&reading.memory);
}

static void check_refused(const char *query, enum parameter_fault fault, const char *name) {
    struct reading reading = read_parameters(query, "");
    assert_false(reading.good);
    assert_int_equal(reading.problem.fault, fault);
    if (name) {
        assert_string_equal(reading.problem.name, name);
    }
    bytes_free(&reading.memory);
}

static void values_are_decoded_as_forms_encode_them(void **state) {
    (void)state;
    check_value("q=laut+aral", PARAMETER_QUERY, "laut aral");
    check_value("q=laut%20aral%2B", PARAMETER_QUERY, "laut aral+");
    check_value("q=%D0%90%D1%80%D0%B0%D0%BB", PARAMETER_QUERY, "Арал");
    check_value("q=Арал", PARAMETER_QUERY, "Арал");
    check_value("q=a%3Db=c", PARAMETER_QUERY, "a=b=c");
    check_value("q=+a+", PARAMETER_QUERY, "a");
}

static void a_body_counts_as_the_address_does(void **state) {
    (void)state;
    struct reading reading = read_parameters("lang=id", "q=aral&n=5");
    assert_true(reading.good);
    assert_true(slice_equal(reading.parameters.value[PARAMETER_QUERY], slice_of_string("aral")));
    assert_true(slice_equal(reading.parameters.value[PARAMETER_LANG], slice_of_string("id")));
    assert_int_equal(parameters_number(&reading.parameters, PARAMETER_RESULTS, 10), 5);
    bytes_free(&reading.memory);
}

static void what_is_not_given_has_its_default(void **state) {
    (void)state;
    struct reading reading = read_parameters("q=&since=&n=&sort=", "");
    assert_true(reading.good);
    assert_int_equal(reading.parameters.value[PARAMETER_QUERY].length, 0);
    assert_int_equal(parameters_number(&reading.parameters, PARAMETER_RESULTS, 10), 10);
    assert_int_equal(parameters_choice(&reading.parameters, PARAMETER_SORT), 0);
    bytes_free(&reading.memory);
}

static void unknown_parameters_are_ignored(void **state) {
    (void)state;
    check_value("utm_source=x%ZZ&q=a&&=&flag&Q=b", PARAMETER_QUERY, "a");
}

static void broken_encodings_are_refused(void **state) {
    (void)state;
    check_refused("q=%", PARAMETER_PERCENT, "q");
    check_refused("q=%4", PARAMETER_PERCENT, "q");
    check_refused("q=%GG", PARAMETER_PERCENT, "q");
    check_refused("q=%FF", PARAMETER_ENCODING, "q");
    check_refused("q=%C0%AF", PARAMETER_ENCODING, "q");
    check_refused("q=a%00b", PARAMETER_CONTROL, "q");
    check_refused("source=%1b[2J", PARAMETER_CONTROL, "source");
    check_refused("source=%7F", PARAMETER_CONTROL, "source");
    check_refused("source=%C2%802J", PARAMETER_CONTROL, "source");
    check_refused("q=%C2%9B2J", PARAMETER_CONTROL, "q");
    check_value("q=%C2%A02J", PARAMETER_QUERY,
                "\xC2\xA0"
                "2J");
}

static void values_that_are_not_in_the_table_are_refused(void **state) {
    (void)state;
    check_refused("lang=zz", PARAMETER_INVALID, "lang");
    check_refused("lang=id,en", PARAMETER_INVALID, "lang");
    check_refused("since=2024-13", PARAMETER_NO_DATE, "since");
    check_refused("until=yesterday", PARAMETER_NO_DATE, "until");
    check_refused("until=2024-06-11T10:00:00", PARAMETER_NO_DATE, "until");
    check_refused("sort=best", PARAMETER_INVALID, "sort");
    check_refused("page=0", PARAMETER_INVALID, "page");
    check_refused("page=-1", PARAMETER_INVALID, "page");
    check_refused("page=1001", PARAMETER_INVALID, "page");
    check_refused("n=101", PARAMETER_INVALID, "n");
    check_refused("n=99999999", PARAMETER_INVALID, "n");
    check_refused("n=1e1", PARAMETER_INVALID, "n");
    check_refused("ui=xx", PARAMETER_INVALID, "ui");
    check_refused("format=xml", PARAMETER_INVALID, "format");
    check_refused("across=maybe", PARAMETER_INVALID, "across");
}

static void long_many_and_repeated_ones_are_refused(void **state) {
    (void)state;
    char query[sizeof "q=" + 101];
    memset(query, 'a', sizeof query);
    memcpy(query, "q=", 2);
    query[sizeof query - 1] = '\0';
    check_refused(query, PARAMETER_TOO_LONG, "q");
    query[sizeof query - 2] = '\0';
    check_value(query, PARAMETER_QUERY, query + 2);
    check_refused("n=100000000000000000000", PARAMETER_TOO_LONG, "n");
    check_refused("q=a&q=b", PARAMETER_REPEATED, "q");
    char many[4 * (PARAMETERS_MOST + 1) + 1] = "";
    for (size_t i = 0; i <= PARAMETERS_MOST; i++) {
        strcat(many, "x=1&");
    }
    check_refused(many, PARAMETER_TOO_MANY, NULL);
}

static void the_first_problem_is_told_and_the_page_s_language_still_read(void **state) {
    (void)state;
    struct reading reading = read_parameters("lang=zz&n=0&ui=ru", "");
    assert_false(reading.good);
    assert_string_equal(reading.problem.name, "lang");
    assert_true(slice_equal(reading.parameters.value[PARAMETER_UI], slice_of_string("ru")));
    bytes_free(&reading.memory);
}

static void what_is_written_reads_the_same(void **state) {
    (void)state;
    struct reading first = read_parameters("q=a%26b+%22%D1%91%22&lang=ru&page=2", "");
    struct bytes written = {0};
    parameters_write(&first.parameters, &written);
    assert_string_equal(bytes_string(&written), "q=a%26b%20%22%D1%91%22&lang=ru&page=2");
    struct reading second = read_parameters(written.data, "");
    for (enum parameter parameter = 0; parameter < PARAMETER_COUNT; parameter++) {
        assert_true(
            slice_equal(first.parameters.value[parameter], second.parameters.value[parameter]));
    }
    bytes_free(&written);
    bytes_free(&first.memory);
    bytes_free(&second.memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_decoded_as_forms_encode_them),
        cmocka_unit_test(a_body_counts_as_the_address_does),
        cmocka_unit_test(what_is_not_given_has_its_default),
        cmocka_unit_test(unknown_parameters_are_ignored),
        cmocka_unit_test(broken_encodings_are_refused),
        cmocka_unit_test(values_that_are_not_in_the_table_are_refused),
        cmocka_unit_test(long_many_and_repeated_ones_are_refused),
        cmocka_unit_test(the_first_problem_is_told_and_the_page_s_language_still_read),
        cmocka_unit_test(what_is_written_reads_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
