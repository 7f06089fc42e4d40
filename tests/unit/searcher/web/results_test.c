/* Results as a page and as a feed, from answers made by hand: what an index may hold, and what a
 * search may say. */
#include "corpus/languages/language.h"
#include "searcher/web/facets.h"
#include "searcher/web/page.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEXT(literal) slice_of(literal, sizeof(literal) - 1)

struct fixture {
    struct web_site site;
    struct web_request request;
    struct web_response response;
    struct bytes memory;
    struct parameters parameters;
    struct error log;
    struct page page;
};

static void begin(struct fixture *fixture, const char *query) {
    struct parameter_problem problem;
    *fixture = (struct fixture){.request = {.path = TEXT("/"), .host = TEXT("berita.example")}};
    assert_true(web_config_read(NULL, "/index", &fixture->site.config, NULL));
    assert_true(parameters_read(slice_of_string(query), (struct slice){0}, 1000, &fixture->memory,
                                &fixture->parameters, &problem));
    struct slice ui = fixture->parameters.value[PARAMETER_UI];
    fixture->page = (struct page){
        .site = &fixture->site,
        .request = &fixture->request,
        .parameters = &fixture->parameters,
        .interface = interface_find(ui.length ? ui : TEXT("en")),
        .response = &fixture->response,
        .out = &fixture->response.body,
        .log = &fixture->log,
    };
}

static void end(struct fixture *fixture) {
    web_config_free(&fixture->site.config);
    bytes_free(&fixture->response.body);
    bytes_free(&fixture->memory);
    bytes_free(&fixture->page.scratch);
}

/* The page of an answer. */
static const char *write_page(struct fixture *fixture, const struct search_answer *answer) {
    struct facets facets = {0};
    struct search_request request = {0};
    assert_true(facets_add_answer(&facets, &request, answer, NULL));
    write_results(&fixture->page, answer, &facets);
    facets_free(&facets);
    return bytes_string(fixture->page.out);
}

static void check_there(const char *page, const char *wanted) {
    if (!strstr(page, wanted)) {
        fail_msg("not on the page: %s", wanted);
    }
}

static void check_absent(const char *page, const char *unwanted) {
    if (strstr(page, unwanted)) {
        fail_msg("on the page: %s", unwanted);
    }
}

static struct search_result plain_result(void) {
    return (struct search_result){
        .rank = 1,
        .id = TEXT("a#1"),
        .article = TEXT("a"),
        .number = 1,
        .language = language_find(TEXT("id")),
        .title = TEXT("Judul"),
        .name = TEXT("Judul"),
        .text = TEXT("Laut Aral mengering."),
        .snippet_end = sizeof "Laut Aral mengering." - 1,
    };
}

static struct search_answer plain_answer(const struct search_result *result) {
    return (struct search_answer){
        .query = TEXT("q"),
        .language = language_other(),
        .total = {3, 2, true},
        .results = result,
        .result_count = 1,
        .facets_exact = true,
    };
}

static void what_was_found_across_languages_is_marked_and_labelled(void **state) {
    (void)state;
    struct fixture fixture;
    const struct search_highlight highlights[] = {{0, 9, MATCH_TRANSLATION}};
    struct search_result result = plain_result();
    result.highlights = highlights;
    result.highlight_count = 1;
    struct search_answer answer = plain_answer(&result);
    begin(&fixture, "q=Aral+Sea&ui=ru");
    const char *page = write_page(&fixture, &answer);
    check_there(page, "<mark class=\"far\">Laut Aral</mark> mengering.</p>");
    check_there(page, "<span class=\"far-note\">по переводу</span>");
    end(&fixture);
}

static void words_that_go_on_in_the_next_line_are_shown_whole(void **state) {
    (void)state;
    static const char text[] = "Tur-\nbines of well-\nknown en-\r\ngineers & friends.";
    const struct search_highlight highlights[] = {{0, 10, MATCH_EXACT}};
    struct fixture fixture;
    struct search_result result = plain_result();
    result.text = TEXT(text);
    result.snippet_end = sizeof text - 1;
    result.highlights = highlights;
    result.highlight_count = 1;
    struct search_answer answer = plain_answer(&result);
    begin(&fixture, "q=turbines");
    check_there(write_page(&fixture, &answer),
                "><mark>Turbines</mark> of well-known engineers &amp; friends.</p>");
    end(&fixture);
    begin(&fixture, "q=turbines&format=atom");
    write_feed(&fixture.page, &answer);
    check_there(bytes_string(fixture.page.out),
                "<summary>Turbines of well-known engineers &amp; friends.</summary>");
    end(&fixture);
}

static void what_the_title_has_is_marked_there(void **state) {
    (void)state;
    struct fixture fixture;
    const struct search_highlight highlights[] = {{0, 4, MATCH_TRANSLATION}};
    struct search_result result = plain_result();
    result.title = result.name = TEXT("Laut <biru>");
    result.name_highlights = highlights;
    result.name_highlight_count = 1;
    struct search_answer answer = plain_answer(&result);
    begin(&fixture, "q=sea");
    const char *page = write_page(&fixture, &answer);
    check_there(page, "\"><mark class=\"far\">Laut</mark> &lt;biru&gt;</a></h2>");
    check_there(page, "<span class=\"far-note\">");
    end(&fixture);
}

static void the_last_page_that_is_shown_leads_to_no_further_one(void **state) {
    (void)state;
    struct fixture fixture;
    struct search_result results[11];
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        results[i] = plain_result();
    }
    struct search_answer answer = plain_answer(results);
    answer.result_count = sizeof results / sizeof *results;
    begin(&fixture, "q=x&page=2");
    fixture.site.config.results = 30;
    check_there(write_page(&fixture, &answer), "rel=\"next\" href=\"/?q=x&amp;page=3\"");
    end(&fixture);
    begin(&fixture, "q=x&page=2");
    fixture.site.config.results = 29;
    const char *page = write_page(&fixture, &answer);
    check_absent(page, "rel=\"next\"");
    check_absent(page, "page=3");
    check_there(page, "aria-current=\"page\">2</a>");
    end(&fixture);
}

static void marks_that_only_a_space_keeps_apart_are_one(void **state) {
    (void)state;
    struct fixture fixture;
    const struct search_highlight highlights[] = {
        {0, 4, MATCH_EXACT}, {5, 9, MATCH_STEM}, {10, 19, MATCH_NAME}};
    struct search_result result = plain_result();
    result.highlights = highlights;
    result.highlight_count = 3;
    struct search_answer answer = plain_answer(&result);
    begin(&fixture, "q=x");
    const char *page = write_page(&fixture, &answer);
    check_there(page,
                "<p lang=\"id\"><mark>Laut Aral</mark> <mark class=\"far\">mengering</mark>.");
    check_there(page, "by another spelling of a name");
    end(&fixture);
    result.text = TEXT("Laut\nAral mengering.");
    begin(&fixture, "q=x");
    check_there(write_page(&fixture, &answer), "<mark>Laut\nAral</mark> ");
    end(&fixture);
}

static void copies_that_were_folded_are_counted_and_can_be_shown(void **state) {
    (void)state;
    struct fixture fixture;
    struct search_result result = plain_result();
    result.copies = 2;
    struct search_answer answer = plain_answer(&result);
    begin(&fixture, "q=x&ui=ru&page=3");
    const char *page = write_page(&fixture, &answer);
    check_there(page, "<a href=\"/?q=x&amp;copies=shown&amp;ui=ru\">и 2 похожие копии</a>");
    end(&fixture);
}

static void a_better_query_is_offered(void **state) {
    (void)state;
    struct fixture fixture;
    struct search_result result = plain_result();
    struct search_answer answer = plain_answer(&result);
    answer.suggestion = TEXT("laut \"aral\"");
    begin(&fixture, "q=luat&lang=id");
    const char *page = write_page(&fixture, &answer);
    check_there(
        page,
        "Did you mean <a href=\"/?q=laut%20%22aral%22&amp;lang=id\"><bdi>laut \"aral\"</bdi></a>?");
    end(&fixture);
}

static void estimates_are_never_shown_as_counts(void **state) {
    (void)state;
    struct fixture fixture;
    struct search_facet_value values[] = {{TEXT("id"), 7}};
    struct search_result result = plain_result();
    struct search_answer answer = plain_answer(&result);
    answer.total = (struct search_total){21, 9, false};
    answer.facets_exact = false;
    answer.languages = (struct search_facet){values, 1};
    begin(&fixture, "q=x&ui=ru");
    const char *page = write_page(&fixture, &answer);
    check_there(page, "не менее 21 отрывка ·");
    check_there(page, "<small>7+</small>");
    end(&fixture);
}

static void dates_are_counted_by_year_and_the_open_year_by_month(void **state) {
    (void)state;
    struct search_facet_value months[] = {
        {TEXT("2025-06"), 2}, {TEXT("2025-01"), 3}, {TEXT("2024"), 1}, {TEXT("2024-12"), 4}};
    struct search_result result = plain_result();
    struct search_answer answer = plain_answer(&result);
    answer.months = (struct search_facet){months, 4};
    struct search_request request = {0};
    struct facets facets = {0};
    assert_true(facets_add_answer(&facets, &request, &answer, NULL));
    const struct facet_list *dates = &facets.list[FACET_DATE];
    assert_int_equal(dates->count, 2);
    assert_true(slice_equal(dates->values[0].value, TEXT("2025")));
    assert_int_equal(dates->values[0].passages, 5);
    assert_true(slice_equal(dates->values[1].value, TEXT("2024")));
    assert_int_equal(dates->values[1].passages, 5);
    facets_free(&facets);
}

static void a_chosen_month_is_in_the_form_to_its_last_day(void **state) {
    (void)state;
    static const struct {
        const char *query, *since, *until;
    } examples[] = {
        {"q=a&since=2024-03&until=2024-03", "2024-03-01", "2024-03-31"},
        {"q=a&since=2024-02&until=2024-02", "2024-02-01", "2024-02-29"},
        {"q=a&since=1900-02&until=1900-02", "1900-02-01", "1900-02-28"},
        {"q=a&since=2023&until=2023", "2023-01-01", "2023-12-31"},
        {"q=a&since=2023-05-06&until=2023-05-07", "2023-05-06", "2023-05-07"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct fixture fixture;
        begin(&fixture, examples[i].query);
        struct search_answer answer = {.language = language_other()};
        const char *page = write_page(&fixture, &answer);
        struct bytes field = {0};
        bytes_append_format(&field, "name=\"since\" value=\"%s\"", examples[i].since);
        check_there(page, bytes_string(&field));
        bytes_clear(&field);
        bytes_append_format(&field, "name=\"until\" value=\"%s\"", examples[i].until);
        check_there(page, bytes_string(&field));
        bytes_free(&field);
        end(&fixture);
    }
}

static void an_index_can_hold_what_it_likes(void **state) {
    (void)state;
    struct fixture fixture;
    struct search_facet_value sources[] = {{TEXT("\"><img src=x onerror=alert(1)>"), 1}};
    struct search_result result = plain_result();
    result.id = TEXT("../<b>\"#1");
    result.language = language_other();
    result.title = result.name = TEXT("<script>alert(1)</script>\xFF");
    result.url = TEXT("javascript:alert(1)");
    result.date = TEXT("2025-06\"><b>");
    result.source = TEXT("</style><b>&\x01");
    result.text = TEXT("<b onclick=\"x\">tebal</b>");
    result.snippet_end = (uint32_t)result.text.length;
    struct search_answer answer = plain_answer(&result);
    answer.suggestion = TEXT("<i>");
    answer.sources = (struct search_facet){sources, 1};
    answer.notes = (const struct search_note[]){{SEARCH_NOTE_MISREAD, 0, TEXT("<u>")}};
    answer.note_count = 1;
    begin(&fixture, "q=%3Cs%3E");
    const char *page = write_page(&fixture, &answer);
    check_absent(page, "<b>");
    check_absent(page, "<b onclick");
    check_absent(page + strlen("<!DOCTYPE html>"), "<i>");
    check_absent(page, "<u>");
    check_absent(page, "<s>");
    check_absent(page, "<img");
    check_absent(page, "<script>");
    check_absent(page, "javascript:");
    check_absent(page, "\x01");
    check_absent(page, "\xFF");
    check_there(page, "&lt;b onclick=\"x\"&gt;tebal&lt;/b&gt;");
    check_there(page, "<p lang=\"\" dir=\"auto\">");
    check_there(page, "href=\"/passage?q=%3Cs%3E&amp;id=..%2F%3Cb%3E%22%231#passage\"");
    end(&fixture);
}

static void a_feed_names_its_entries_dates_them_and_counts_copies(void **state) {
    (void)state;
    struct fixture fixture;
    static const char *const dates[] = {"2025-06", "2025-06-11", "2025-06-11T09:30:00", "",
                                        "2025-06-12T09:30:00+07:00"};
    static const char *const updated[] = {"2025-06-01T00:00:00Z<", "2025-06-11T00:00:00Z<",
                                          "2025-06-11T09:30:00Z<", "1970-01-01T00:00:00Z<",
                                          "2025-06-12T09:30:00+07:00<"};
    enum { COUNT = sizeof dates / sizeof *dates };
    struct search_result results[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        results[i] = plain_result();
        results[i].date = slice_of_string(dates[i]);
    }
    results[0].title = results[0].name = TEXT("<b>&\x02");
    results[1].copies = 2;
    results[2].url = TEXT("javascript:alert(1)");
    results[3].url = TEXT("https://lensa.example/no 1");
    struct search_answer answer = plain_answer(results);
    answer.result_count = COUNT;
    begin(&fixture, "q=x&ui=en&format=atom");
    write_feed(&fixture.page, &answer);
    const char *feed = bytes_string(fixture.page.out);
    check_there(feed, "<title>&lt;b&gt;&amp;\xEF\xBF\xBD</title>");
    check_there(feed, "href=\"http://berita.example/passage/a%231\"");
    check_there(feed, " (and 2 similar copies)</summary>");
    check_there(feed, "<link rel=\"via\" href=\"https://lensa.example/no%201\"/>");
    check_absent(feed, "javascript:");
    for (size_t i = 0; i < COUNT; i++) {
        check_there(feed, updated[i]);
    }
    end(&fixture);
}

static void a_feed_is_as_new_as_its_latest_entry_wherever_that_was_written(void **state) {
    (void)state;
    struct fixture fixture;
    static const char *const dates[] = {"2025-06-12T09:30:00+07:00", "2025-06-12T03:00:00Z", "",
                                        "2025-06-12", "2025-06-11T22:00:00-04:00"};
    enum { COUNT = sizeof dates / sizeof *dates };
    struct search_result results[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        results[i] = plain_result();
        results[i].date = slice_of_string(dates[i]);
    }
    struct search_answer answer = plain_answer(results);
    answer.result_count = COUNT;
    begin(&fixture, "q=x&format=atom");
    write_feed(&fixture.page, &answer);
    check_there(bytes_string(fixture.page.out),
                "</title><updated>2025-06-12T03:00:00Z</updated><generator>");
    end(&fixture);
}

/* Whether the feed tells a passage from another of its article. */
static bool are_two_entries(const char *query) {
    struct fixture fixture;
    struct search_result results[2] = {plain_result(), plain_result()};
    results[1].id = TEXT("a#2");
    struct search_answer answer = plain_answer(results);
    answer.result_count = 2;
    begin(&fixture, query);
    write_feed(&fixture.page, &answer);
    const char *first = strstr(bytes_string(fixture.page.out), "<entry");
    first = first ? strstr(first, "<id>") : NULL;
    const char *second = first ? strstr(first + 1, "<id>") : NULL;
    assert_non_null(second);
    bool differ = strncmp(first, second, strlen("<id>urn:uuid:") + 36) != 0;
    end(&fixture);
    return differ;
}

static void an_entry_is_what_a_result_is(void **state) {
    (void)state;
    assert_true(are_two_entries("q=x&format=atom"));
    assert_false(are_two_entries("q=x&format=atom&by=article"));
}

static void notes_are_in_the_language_of_the_page(void **state) {
    (void)state;
    static const struct {
        const char *query, *wanted;
    } pages[] = {
        {"q=a&ui=en", "<p class=\"hint\">Only the first 64 words were searched.</p>"},
        {"q=a&ui=id", "<p class=\"hint\">Hanya 64 kata pertama yang dicari.</p>"},
        {"q=a&ui=ru", "<p class=\"hint\">Учтены только первые слова запроса (64).</p>"},
    };
    const struct search_note note = {SEARCH_NOTE_WORDS, 64, TEXT("in English")};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct fixture fixture;
        struct search_result result = plain_result();
        struct search_answer answer = plain_answer(&result);
        answer.notes = &note;
        answer.note_count = 1;
        begin(&fixture, pages[i].query);
        const char *page = write_page(&fixture, &answer);
        check_there(page, pages[i].wanted);
        check_absent(page, "in English");
        end(&fixture);
    }
}

static void a_failure_is_told_by_what_the_reader_can_do(void **state) {
    (void)state;
    static const struct {
        enum error_kind kind;
        unsigned status;
        const char *title;
    } failures[] = {
        {ERROR_TIMEOUT, 503, "<h1>This takes too long</h1>"},
        {ERROR_IO, 503, "<h1>Back in a moment</h1>"},
        {ERROR_NOT_FOUND, 404, "<h1>Not found</h1>"},
        {ERROR_LIMIT, 400, "<h1>This request cannot be read</h1>"},
    };
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        struct fixture fixture;
        struct error failure = {0};
        error_set(&failure, failures[i].kind, "for the log alone");
        begin(&fixture, "q=a&ui=en");
        answer_failure(&fixture.page, &failure);
        const char *page = bytes_string(fixture.page.out);
        assert_int_equal(fixture.response.status, failures[i].status);
        check_there(page, failures[i].title);
        check_absent(page, "for the log alone");
        end(&fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_found_across_languages_is_marked_and_labelled),
        cmocka_unit_test(words_that_go_on_in_the_next_line_are_shown_whole),
        cmocka_unit_test(what_the_title_has_is_marked_there),
        cmocka_unit_test(the_last_page_that_is_shown_leads_to_no_further_one),
        cmocka_unit_test(marks_that_only_a_space_keeps_apart_are_one),
        cmocka_unit_test(copies_that_were_folded_are_counted_and_can_be_shown),
        cmocka_unit_test(a_better_query_is_offered),
        cmocka_unit_test(estimates_are_never_shown_as_counts),
        cmocka_unit_test(dates_are_counted_by_year_and_the_open_year_by_month),
        cmocka_unit_test(a_chosen_month_is_in_the_form_to_its_last_day),
        cmocka_unit_test(an_index_can_hold_what_it_likes),
        cmocka_unit_test(a_feed_names_its_entries_dates_them_and_counts_copies),
        cmocka_unit_test(a_feed_is_as_new_as_its_latest_entry_wherever_that_was_written),
        cmocka_unit_test(an_entry_is_what_a_result_is),
        cmocka_unit_test(notes_are_in_the_language_of_the_page),
        cmocka_unit_test(a_failure_is_told_by_what_the_reader_can_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
