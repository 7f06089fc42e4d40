/* The file that sets the search box up, and links to sources. */
#include "searcher/web/config.h"
#include "searcher/web/source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Reads `text` as a configuration file. */
static bool read_config(const char *text, struct web_config *config, struct error *error) {
    char path[] = P_tmpdir "/aral-config-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
    bool good = web_config_read(path, "/environment", config, error);
    unlink(path);
    return good;
}

static void without_a_file_all_is_default(void **state) {
    (void)state;
    struct web_config config;
    assert_true(web_config_read(NULL, "/index", &config, NULL));
    assert_int_equal(config.location_count, 1);
    assert_string_equal(config.locations[0], "/index");
    assert_string_equal(config.name, "Aral");
    assert_string_equal(config.interface->code, "en");
    assert_null(config.origin);
    web_config_free(&config);
}

static void a_file_sets_what_it_names(void **state) {
    (void)state;
    struct web_config config;
    assert_true(read_config("# Arsip\n\nindex = /a\n index=tcp://host:1 \nname = Arsip Berita\r\n"
                            "origin = https://berita.example/\nlanguage = id\ntime-limit = 500",
                            &config, NULL));
    assert_int_equal(config.location_count, 2);
    assert_string_equal(config.locations[0], "/a");
    assert_string_equal(config.locations[1], "tcp://host:1");
    assert_string_equal(config.name, "Arsip Berita");
    assert_string_equal(config.origin, "https://berita.example");
    assert_string_equal(config.interface->code, "id");
    assert_int_equal(config.time_ms, 500);
    web_config_free(&config);
}

static void check_refused(const char *text, const char *reason) {
    struct web_config config;
    struct error error = {0};
    assert_false(read_config(text, &config, &error));
    assert_non_null(strstr(error.message, reason));
    assert_string_equal(config.name, "Aral");
    web_config_free(&config);
}

static void mistakes_are_told_with_their_line(void **state) {
    (void)state;
    check_refused("name = a\nnonsense\n", ":2: expected `key = value`");
    check_refused("colour = red\n", ":1: unknown key colour");
    check_refused("name = A\nindex = /a\nname = B\n", ":3: name is set in line 1 already");
    check_refused("results = 5\n# five\nresults = 5\n", ":3: results is set in line 1 already");
    check_refused("name =\n", ":1: name has no value");
    check_refused("time-limit = soon\n", "time-limit must be a number from 1 to 600000");
    check_refused("results = 20000\n", "results must be a number from 1 to 10000");
    check_refused("language = xx\n", "there is no interface in language xx");
    check_refused("origin = javascript:alert(1)\n", "must be http:// or https:// and a host");
    check_refused("origin = http://\n", "must be http:// or https:// and a host");
    check_refused("address = https:////\n", "must be http:// or https:// and a host");
}

static void a_file_that_is_not_there_is_told(void **state) {
    (void)state;
    struct web_config config;
    struct error error = {0};
    assert_false(web_config_read("/nonexistent/aral.conf", NULL, &config, &error));
    assert_non_null(strstr(error.message, "/nonexistent/aral.conf"));
    error = (struct error){0};
    assert_false(web_config_read(P_tmpdir, NULL, &config, &error));
    assert_non_null(strstr(error.message, P_tmpdir ": Is a directory"));
    web_config_free(&config);
}

/* ---- sources --------------------------------------------------------------------------------- */

static void check_source(const char *url, const char *passage, const char *expected) {
    struct bytes out = {0};
    assert_true(source_write_address(slice_of_string(url), slice_of_string(passage), &out));
    assert_string_equal(bytes_string(&out), expected);
    bytes_free(&out);
}

static void a_link_to_the_source_leads_to_the_passage(void **state) {
    (void)state;
    check_source("https://a.example/x?a=1&b=2", "Tiga kata saja",
                 "https://a.example/x?a=1&amp;b=2"
                 "#:~:text=Tiga%20kata%20saja");
    check_source("http://a.example/#top", "An-2, naik",
                 "http://a.example/#top:~:text=An%2D2%2C%20naik");
    check_source(
        "https://a.example/",
        " one two three four five six seven eight nine ten eleven and then some, twelve thirteen "
        "fourteen fifteen sixteen seventeen\nnext line",
        "https://a.example/#:~:text=one%20two%20three%20four%20five,"
        "thirteen%20fourteen%20fifteen%20sixteen%20seventeen");
    check_source("https://a.example/", "", "https://a.example/");
    check_source("https://a.example/\"><b>", "", "https://a.example/%22%3E%3Cb%3E");
}

static void addresses_that_run_something_are_no_links(void **state) {
    (void)state;
    static const char *const urls[] = {
        "javascript:alert(1)", "data:text/html,x", "", "/etc/passwd", " https://a.example/",
        "https:a.example",     "ftp://a.example/"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct bytes out = {0};
        assert_false(source_write_address(slice_of_string(urls[i]), slice_of_string("a"), &out));
        assert_int_equal(out.length, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_all_is_default),
        cmocka_unit_test(a_file_sets_what_it_names),
        cmocka_unit_test(mistakes_are_told_with_their_line),
        cmocka_unit_test(a_file_that_is_not_there_is_told),
        cmocka_unit_test(a_link_to_the_source_leads_to_the_passage),
        cmocka_unit_test(addresses_that_run_something_are_no_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
