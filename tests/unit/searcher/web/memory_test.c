/* Running out of memory, at every single allocation in turn: the search box says that it is not
 * there just now, and its log why, or answers as it does with memory enough. */
#include "tests/unit/failing_memory.h"
#include "tests/unit/searcher/small_index.h"
#include "tests/unit/still_clock.h"

#include "searcher/web/site.h"

static const struct small_article articles[] = {
    {"harbour", "Harbour", "2025-06-17", "gazette", "The harbour is calm. Turbines stand there."},
    {"aral", "", "", "Вестник", "Аральское море отступило от города. Рыбаки говорят о воде."},
};
#define ARTICLES (sizeof articles / sizeof *articles)

/* The pages have no results, so that they do not say how long it took. */
static const char *const requests[][2] = {
    {"PATH_INFO=/", "QUERY_STRING=q=hrabour&source=gazette&ui=ru"},
    {"PATH_INFO=/", "QUERY_STRING=q=harbour&until=2025&format=atom"},
    {"PATH_INFO=/", "QUERY_STRING=q=harbour&lang=en&format=json"},
    {"PATH_INFO=/", "QUERY_STRING=q=harbour&n=1000"},
    {"PATH_INFO=/suggest", "QUERY_STRING=q=harb"},
    {"PATH_INFO=/passage/harbour#1", "QUERY_STRING=q=calm"},
};

/* Asks a site that is set up for it; the response as it goes to the server. */
static unsigned ask(const struct small_index *index, size_t number, long allowed, struct bytes *out,
                    struct error *log) {
    char location[sizeof "ARAL_INDEX=" + sizeof index->location];
    char path[64], query[64];
    snprintf(location, sizeof location, "ARAL_INDEX=%s", index->location);
    snprintf(path, sizeof path, "%s", requests[number][0]);
    snprintf(query, sizeof query, "%s", requests[number][1]);
    char method[] = "REQUEST_METHOD=GET", host[] = "HTTP_HOST=news.example";
    char *const environment[] = {location, path, query, method, host, NULL};
    struct web_site site;
    struct web_request request;
    struct web_response response = {0};
    *log = (struct error){0};
    web_site_open(&site, environment);
    request_read(environment, &request);
    has_failed = false;
    fails_once = true;
    allocations_left = allowed;
    web_site_answer(&site, &request, &response, log);
    allocations_left = -1;
    bytes_clear(out);
    response_write(&response, false, out);
    bytes_free(&response.body);
    web_site_close(&site);
    return response.status;
}

static void a_page_is_right_or_refused(void **state) {
    (void)state;
    struct small_index index;
    struct bytes right = {0}, got = {0};
    struct error log;
    small_index_open(&index);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    for (size_t number = 0; number < sizeof requests / sizeof *requests; number++) {
        ask(&index, number, -1, &right, &log);
        assert_int_equal(log.kind, ERROR_NONE);
        bool done = !ALLOCATIONS_FAIL;
        for (long allowed = 0; !done && allowed < 20000; allowed++) {
            unsigned status = ask(&index, number, allowed, &got, &log);
            done = !has_failed;
            if (status == 503) {
                assert_int_equal(log.kind, ERROR_MEMORY);
            } else if (!slice_equal(bytes_slice(&got), bytes_slice(&right))) {
                fail_msg("%s, allocation %ld: %.*s", requests[number][1], allowed, (int)got.length,
                         got.data);
            }
        }
        assert_true(done);
    }
    bytes_free(&right);
    bytes_free(&got);
    small_index_remove(&index);
}

int main(void) {
    setenv("ARAL_LEXICON", "/no/such/lexicon", 0); /* quickly opened */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_right_or_refused),
    };
    return cmocka_run_group_tests_name("memory of a page", tests, NULL, NULL);
}
