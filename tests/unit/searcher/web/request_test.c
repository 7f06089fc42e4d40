/* Requests as servers hand them over, responses as they want them. */
#include "searcher/web/request.h"
#include "searcher/web/response.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ENVIRONMENT(...) ((char *const[]){__VA_ARGS__, NULL})

static void meta_variables_become_a_request(void **state) {
    (void)state;
    struct web_request request;
    request_read(ENVIRONMENT("REQUEST_METHOD=HEAD", "SCRIPT_NAME=/cgi/aral.cgi/",
                             "PATH_INFO=/suggest", "QUERY_STRING=q=a&n=1", "HTTPS=on",
                             "HTTP_HOST=berita.example:8080", "HTTP_ACCEPT_LANGUAGE=id"),
                 &request);
    assert_int_equal(request.method, METHOD_HEAD);
    assert_true(slice_equal(request.script, slice_of_string("/cgi/aral.cgi")));
    assert_true(slice_equal(request.path, slice_of_string("/suggest")));
    assert_true(slice_equal(request.query, slice_of_string("q=a&n=1")));
    struct bytes origin = {0};
    request_write_origin(&request, &origin);
    assert_string_equal(bytes_string(&origin), "https://berita.example:8080/cgi/aral.cgi");
    bytes_free(&origin);
}

static void an_empty_environment_asks_for_the_first_page(void **state) {
    (void)state;
    struct web_request request;
    request_read(ENVIRONMENT("REQUEST_METHOD=GET"), &request);
    assert_int_equal(request.method, METHOD_GET);
    assert_true(slice_equal(request.path, slice_of_string("/")));
    assert_int_equal(request.query.length, 0);
}

static void methods_are_told_apart_by_their_capitals(void **state) {
    (void)state;
    struct web_request request;
    request_read(ENVIRONMENT("REQUEST_METHOD=get"), &request);
    assert_int_equal(request.method, METHOD_OTHER);
    request_read(ENVIRONMENT("REQUEST_METHOD=DELETE"), &request);
    assert_int_equal(request.method, METHOD_OTHER);
}

static void a_host_that_is_none_is_dropped(void **state) {
    (void)state;
    static char long_host[sizeof "HTTP_HOST=" + 300] = "HTTP_HOST=";
    memset(long_host + strlen(long_host), 'a', 299);
    char *const hosts[] = {"HTTP_HOST=a\"><script>", "HTTP_HOST=evil example", "HTTP_HOST=a/b",
                           "HTTP_HOST=user@host", long_host};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        struct web_request request;
        request_read(ENVIRONMENT(hosts[i]), &request);
        assert_int_equal(request.host.length, 0);
    }
}

static void check_body(const char *length, const char *type, enum request_body expected,
                       size_t expected_length) {
    char length_variable[100] = "CONTENT_LENGTH=";
    char type_variable[100] = "CONTENT_TYPE=";
    strcat(length_variable, length);
    strcat(type_variable, type);
    size_t bytes;
    assert_int_equal(
        request_body_length(ENVIRONMENT(length_variable, type_variable), METHOD_POST, &bytes),
        expected);
    assert_int_equal(bytes, expected_length);
}

static void only_forms_of_a_known_length_are_read(void **state) {
    (void)state;
    check_body("10", "application/x-www-form-urlencoded", BODY_FORM, 10);
    check_body("10", "Application/X-WWW-Form-Urlencoded; charset=utf-8", BODY_FORM, 10);
    check_body("0", "text/plain", BODY_NONE, 0);
    check_body("", "text/plain", BODY_NONE, 0);
    check_body("10", "multipart/form-data; boundary=x", BODY_UNREADABLE, 0);
    check_body("10", "application/x-www-form-urlencodedx", BODY_UNREADABLE, 0);
    check_body("-1", "application/x-www-form-urlencoded", BODY_UNREADABLE, 0);
    check_body("ten", "application/x-www-form-urlencoded", BODY_UNREADABLE, 0);
    check_body("65537", "application/x-www-form-urlencoded", BODY_TOO_LONG, 0);
    check_body("99999999999999999999999999", "application/x-www-form-urlencoded", BODY_TOO_LONG, 0);
}

/* ---- responses ------------------------------------------------------------------------------- */

static void check_written(const struct web_response *response, bool head, const char *wanted,
                          bool there) {
    struct bytes out = {0};
    response_write(response, head, &out);
    assert_int_equal(strstr(bytes_string(&out), wanted) != NULL, there);
    bytes_free(&out);
}

static void a_response_says_what_browsers_must_not_do(void **state) {
    (void)state;
    struct web_response response = {.status = 200, .type = "text/html; charset=utf-8"};
    bytes_append_string(&response.body, "page");
    check_written(&response, false, "Status: 200 OK\r\n", true);
    check_written(&response, false, "Content-Length: 4\r\n", true);
    check_written(&response, false, "default-src 'none'; style-src 'sha256-", true);
    check_written(&response, false, "script-src 'self'", true);
    check_written(&response, false, "unsafe-inline", false);
    check_written(&response, false, "X-Content-Type-Options: nosniff\r\n", true);
    check_written(&response, false, "Referrer-Policy: same-origin\r\n", true);
    check_written(&response, false, "\r\n\r\npage", true);
    check_written(&response, true, "page", false);
    check_written(&response, true, "Content-Length: 4\r\n", true);
    bytes_free(&response.body);
}

static void statuses_carry_what_goes_with_them(void **state) {
    (void)state;
    struct web_response response = {.status = 405};
    check_written(&response, false, "Allow: GET, HEAD, POST\r\n", true);
    response = (struct web_response){.status = 503, .retry_after = 10};
    check_written(&response, false, "Status: 503 Service Unavailable\r\n", true);
    check_written(&response, false, "Retry-After: 10\r\n", true);
    response = (struct web_response){.status = 304, .type = "text/html", .tag = 0xABC};
    check_written(&response, false, "ETag: W/\"0000000000000abc\"\r\n", true);
    check_written(&response, false, "\r\nContent-Type:", false);
}

static void a_tag_names_the_state_of_the_index_and_what_was_asked(void **state) {
    (void)state;
    struct slice identity = slice_of_string("uuid");
    uint64_t tag = response_tag(identity, 7, slice_of_string("q=a"));
    assert_true(tag == response_tag(identity, 7, slice_of_string("q=a")));
    assert_true(tag != response_tag(identity, 8, slice_of_string("q=a")));
    assert_true(tag != response_tag(identity, 7, slice_of_string("q=b")));
    assert_true(tag != response_tag(slice_of_string("other"), 7, slice_of_string("q=a")));
}

static void a_tag_is_found_in_what_the_client_has(void **state) {
    (void)state;
    assert_true(response_tag_matches(0xABC, slice_of_string("W/\"0000000000000abc\"")));
    assert_true(response_tag_matches(0xABC, slice_of_string("\"x\", \"0000000000000abc\"")));
    assert_true(response_tag_matches(0xABC, slice_of_string("\"0000000000000abc-gzip\"")));
    assert_true(response_tag_matches(0xABC, slice_of_string("*")));
    assert_false(response_tag_matches(0xABC, slice_of_string("\"0000000000000abd\"")));
    assert_false(response_tag_matches(0xABC, slice_of_string("")));
    assert_false(response_tag_matches(0, slice_of_string("*")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meta_variables_become_a_request),
        cmocka_unit_test(an_empty_environment_asks_for_the_first_page),
        cmocka_unit_test(methods_are_told_apart_by_their_capitals),
        cmocka_unit_test(a_host_that_is_none_is_dropped),
        cmocka_unit_test(only_forms_of_a_known_length_are_read),
        cmocka_unit_test(a_response_says_what_browsers_must_not_do),
        cmocka_unit_test(statuses_carry_what_goes_with_them),
        cmocka_unit_test(a_tag_names_the_state_of_the_index_and_what_was_asked),
        cmocka_unit_test(a_tag_is_found_in_what_the_client_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
