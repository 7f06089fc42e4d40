/* Running out of memory, at every single allocation in turn: a search fails with that error or
 * answers as it does with memory enough. */
#include "tests/unit/failing_memory.h"
#include "tests/unit/searcher/small_index.h"
#include "tests/unit/still_clock.h"

#include "searcher/complete.h"
#include "searcher/print_show.h"
#include "searcher/printer.h"

static const struct small_article articles[] = {
    {"harbour", "Harbour", "2025-06-17", "gazette", "The harbour is calm. Turbines stand there."},
    {"ladang", "Ladang", "2025-06", "gazette", "Petani itu pergi ke ladang di pagi hari."},
    {"aral", "", "", "Вестник", "Аральское море отступило от города. Рыбаки говорят о воде."},
    {"quay",
     "A lighthouse for the pilots and the fishermen, the sailors and the smugglers, the whales and "
     "the gulls, the bold and the lost, the ferry to the islands and the tug from the yard: of all "
     "who come in the night and of those who are late",
     "2024", "wire", "The quay."},
    {"port", "Port", "2024", "wire", "The port beside the harbour has no turbine yet."},
};
#define ARTICLES (sizeof articles / sizeof *articles)

static const struct {
    const char *query, *since, *source;
    enum search_by by;
    enum search_sort sort;
} requests[] = {
    {"turbine harbour", "", "", SEARCH_BY_PASSAGE, SEARCH_SORT_RELEVANCE},
    {"title:harbour -\"port beside\" source:gazette date:2025-06 turb*", "", "", SEARCH_BY_PASSAGE,
     SEARCH_SORT_RELEVANCE},
    {"=calm OR Арал OR hrabour", "", "", SEARCH_BY_PASSAGE, SEARCH_SORT_RELEVANCE},
    {"lang:russian (вода OR Aral*) Mirziyoyev", "", "", SEARCH_BY_ARTICLE, SEARCH_SORT_RELEVANCE},
    {"harbour \"beside calm\"", "2024", "", SEARCH_BY_ARTICLE, SEARCH_SORT_OLDEST},
    {"quay* -title:lighthouse source:wire", "", "wire", SEARCH_BY_PASSAGE, SEARCH_SORT_NEWEST},
    {"aralskoe more -goroda", "", "", SEARCH_BY_PASSAGE, SEARCH_SORT_RELEVANCE},
    {"quay \"calm harbuor\" turbnies", "", "", SEARCH_BY_PASSAGE, SEARCH_SORT_RELEVANCE},
};

/* What a searcher says of request `number`, as JSON; false when memory ran out, as was told. */
typedef bool asking(struct searcher *searcher, size_t number, struct bytes *out,
                    struct error *error);

static bool search(struct searcher *searcher, size_t number, struct bytes *out,
                   struct error *error) {
    struct search_request request = search_request_default(slice_of_string(requests[number].query));
    request.since = slice_of_string(requests[number].since);
    request.source = slice_of_string(requests[number].source);
    request.by = requests[number].by;
    request.sort = requests[number].sort;
    request.parts = SEARCH_ARTICLES | SEARCH_TEXTS | SEARCH_NAMES | SEARCH_COUNTS | SEARCH_FACETS |
                    SEARCH_REASONS | SEARCH_SUGGESTION;
    const struct search_answer *answer = searcher_search(searcher, &request, error);
    if (answer) {
        allocations_left = -1;
        print_answer_json(answer, slice_of("", 0), out);
    }
    return answer != NULL;
}

static bool show(struct searcher *searcher, size_t number, struct bytes *out, struct error *error) {
    static const char *const ids[] = {"harbour", "harbour#1"};
    const struct shown_article *shown =
        searcher_show(searcher, slice_of_string(ids[number % 2]), error);
    if (shown) {
        allocations_left = -1;
        print_shown_json(shown, out);
    }
    return shown != NULL;
}

static bool show_marked(struct searcher *searcher, size_t number, struct bytes *out,
                        struct error *error) {
    struct search_request request = search_request_default(slice_of_string(requests[number].query));
    const struct shown_article *shown =
        searcher_show_marked(searcher, slice_of_string("port#1"), &request, error);
    allocations_left = -1;
    bytes_append_string(out, "marks\n");
    for (size_t i = 0; shown && i < shown->highlight_count; i++) {
        bytes_append_format(out, "%u-%u\n", (unsigned)shown->highlights[i].start,
                            (unsigned)shown->highlights[i].end);
    }
    return shown != NULL;
}

static bool complete(struct searcher *searcher, size_t number, struct bytes *out,
                     struct error *error) {
    static const char *const typed[] = {"harb", "calm tu"};
    const struct slice *completions;
    size_t count;
    bool good = searcher_complete(searcher, slice_of_string(typed[number % 2]), 8, &completions,
                                  &count, error);
    allocations_left = -1;
    for (size_t i = 0; good && i < count; i++) {
        bytes_append_slice(out, completions[i]);
        bytes_append_byte(out, '\n');
    }
    return good;
}

/* Asks a searcher that is opened for it, which takes its time: only for the first with as little
 * memory. */
static bool ask(const struct small_index *index, asking *asked, size_t number, long allowed,
                struct bytes *out) {
    struct error error = {0};
    const char *location = index->location;
    bytes_clear(out);
    allocations_left = number == 0 ? allowed : -1;
    struct searcher *searcher = searcher_open(&location, 1, (struct searcher_options){0}, &error);
    allocations_left = number == 0 ? allocations_left : allowed;
    bool good = searcher && asked(searcher, number, out, &error);
    searcher_close(searcher);
    allocations_left = -1;
    if (!good && error.kind != ERROR_MEMORY) {
        fail_msg("number %zu: %s", number, error.message);
    }
    return good;
}

static void check_asking(asking *asked, size_t count) {
    struct small_index index;
    struct bytes right = {0}, got = {0};
    small_index_open(&index);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    for (size_t number = 0; number < count; number++) {
        assert_true(ask(&index, asked, number, -1, &right));
        assert_true(right.length > 0);
        /* First those behind the one that fails succeed; without them the way is mostly the same.
         */
        for (int once = 1; ALLOCATIONS_FAIL && once >= (number == 0 ? 0 : 1); once--) {
            bool done = false;
            for (long allowed = 0; !done && allowed < 20000; allowed++) {
                fails_once = once;
                has_failed = false;
                bool good = ask(&index, asked, number, allowed, &got);
                if (good && !slice_equal(bytes_slice(&got), bytes_slice(&right))) {
                    fail_msg("number %zu, allocation %ld: %.*s", number, allowed, (int)got.length,
                             got.data);
                }
                done = !has_failed;
            }
            assert_true(done);
        }
    }
    bytes_free(&right);
    bytes_free(&got);
    small_index_remove(&index);
}

static void a_search_fails_or_is_right(void **state) {
    (void)state;
    check_asking(search, sizeof requests / sizeof *requests);
}

static void an_article_is_shown_whole_or_not(void **state) {
    (void)state;
    check_asking(show, 2);
    check_asking(show_marked, 3);
}

static void completions_are_all_there_or_none(void **state) {
    (void)state;
    check_asking(complete, 2);
}

int main(void) {
    setenv("ARAL_LEXICON", "/no/such/lexicon", 0); /* quickly opened */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_fails_or_is_right),
        cmocka_unit_test(an_article_is_shown_whole_or_not),
        cmocka_unit_test(completions_are_all_there_or_none),
    };
    return cmocka_run_group_tests_name("memory of a search", tests, NULL, NULL);
}
