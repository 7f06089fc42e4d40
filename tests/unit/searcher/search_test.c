/* What search() promises: order, pages, shards, counts, marks, and reading while others write. */
#include "tests/unit/searcher/small_index.h"

#include "searcher/marked.h"
#include "searcher/printer.h"
#include "searcher/state.h"

static const struct small_article articles[] = {
    {"exact", "", "2024-06-11", "Lensa",
     "The engineers paint the turbine in the old harbour before the winter storms arrive."},
    {"stem", "", "2024-06-12", "Lensa",
     "The engineers paint the turbines in the old harbour before the winter storms arrive."},
    {"order", "", "2024-07-01", "Steppe Wire",
     "The copper lantern hangs above the door of the market and nobody takes it down at night."},
    {"apart", "", "2024-07-02", "Steppe Wire",
     "The lantern hangs above the door of the market and nobody takes the copper down at night."},
    {"aral-id", "Laut Aral", "2023", "Lensa",
     "Laut Aral mengering sejak lama. Nelayan meninggalkan desa mereka di tepi laut itu, dan angin "
     "membawa garam ke ladang."},
    {"aral-ru", "", "", "Вестник",
     "Аральское море отступило от города. Рыбаки говорят, что вода возвращается благодаря плотине "
     "на севере, и в посёлках снова сушат рыбу."},
    {"long", "", "2022-01-05", "Archive",
     "First comes a sentence about nothing at all. Then follows one about the weather of the "
     "steppe. The third one tells how a falcon was trained in the mountains. A fourth adds that "
     "its trainer, an old man, spoke to the falcon every morning. The fifth speaks of bread. The "
     "sixth of wine. The seventh sentence is long enough to fill the rest of the snippet with "
     "words "
     "that have nothing to do with what was asked. The eighth ends it."},
};
#define ARTICLES (sizeof articles / sizeof *articles)

static struct small_index whole, shards[2];

static int open_indexes(void **state) {
    (void)state;
    small_index_open(&whole);
    small_index_add(&whole, articles, ARTICLES, 0, 1);
    for (size_t i = 0; i < 2; i++) {
        small_index_open(&shards[i]);
        small_index_add(&shards[i], articles, ARTICLES, i, 2);
    }
    return 0;
}

static int remove_indexes(void **state) {
    (void)state;
    small_index_remove(&whole);
    small_index_remove(&shards[0]);
    small_index_remove(&shards[1]);
    return 0;
}

static struct search_request request_of(const char *query) {
    return search_request_default(slice_of_string(query));
}

static const struct search_answer *ask(struct searcher *searcher,
                                       const struct search_request *request) {
    struct error error = {0};
    const struct search_answer *answer = searcher_search(searcher, request, &error);
    if (!answer) {
        fail_msg("%s", error.message);
    }
    return answer;
}

static void assert_article(const struct search_result *result, const char *id) {
    if (!slice_equal(result->article, slice_of_string(id))) {
        fail_msg("%.*s stands where %s should", (int)result->article.length, result->article.data,
                 id);
    }
}

/* A searcher of an index of these articles alone; to be closed, the index to be removed. */
static struct searcher *search_few(struct small_index *index, const struct small_article *few,
                                   size_t count) {
    small_index_open(index);
    small_index_add(index, few, count, 0, 1);
    return small_index_search(index, 1);
}

static void the_exact_form_goes_before_other_forms(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("turbine");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    assert_article(&answer->results[0], "exact");
    assert_int_equal(answer->results[0].highlights[0].kind, MATCH_EXACT);
    assert_article(&answer->results[1], "stem");
    assert_int_equal(answer->results[1].highlights[0].kind, MATCH_STEM);
    request.query = slice_of_string("turbines");
    answer = ask(searcher, &request);
    assert_article(&answer->results[0], "stem");
    searcher_close(searcher);
}

static void a_capital_means_a_name(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"bird", "", "", "", "A turkey was roasted for the guests of the house."},
        {"country", "", "", "", "The guests of the house came from Turkey by train."},
        {"neither", "", "", "", "Rain fell on the harbour for a week."},
    };
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, sizeof few / sizeof *few);
    struct search_request request = request_of("Turkey");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    assert_article(&answer->results[0], "country");
    request.query = slice_of_string("turkey");
    answer = ask(searcher, &request);
    assert_article(&answer->results[0], "bird");
    searcher_close(searcher);
    small_index_remove(&index);
}

static void words_side_by_side_go_before_words_apart(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("copper lantern");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    assert_article(&answer->results[0], "order");
    assert_article(&answer->results[1], "apart");
    searcher_close(searcher);
}

static void a_negation_belongs_to_the_word_behind_it(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"guilty", "", "", "", "After a day the jury said that they had found the mayor guilty."},
        {"not", "", "", "", "After a day the jury said that the mayor was not guilty at all."},
        {"neither", "", "", "", "Rain did not fall on the harbour for a week."},
    };
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, sizeof few / sizeof *few);
    struct search_request request = request_of("mayor not guilty");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2); /* a negation finds nothing by itself */
    assert_article(&answer->results[0], "not");
    const struct search_result *result = &answer->results[0];
    const struct search_highlight *mark = &result->highlights[result->highlight_count - 1];
    assert_memory_equal(result->text.data + mark->start, "not guilty", mark->end - mark->start);
    request.query = slice_of_string("mayor guilty");
    answer = ask(searcher, &request);
    assert_article(&answer->results[0], "guilty");
    searcher_close(searcher);
    small_index_remove(&index);
}

static void a_compound_does_not_outweigh_the_other_words(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"compound", "", "", "",
         "The vice-president arrived, and then the vice-president spoke; nobody knew the "
         "vice-president."},
        {"all", "", "", "",
         "On a cold morning the chairman of a club met the president of the old country of Lagos, "
         "who had brought along the vice of his companies, said two witnesses of the meeting."},
        {"neither", "", "", "", "Rain fell on the harbour for a week."},
        {"nor", "", "", "", "Bread is baked in the village at dawn."},
    };
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, sizeof few / sizeof *few);
    struct search_request request = request_of("vice-president Lagos");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    assert_article(&answer->results[0], "all");
    assert_article(&answer->results[1], "compound");
    request.query = slice_of_string("vice-president");
    answer = ask(searcher, &request);
    assert_article(&answer->results[0], "compound");
    searcher_close(searcher);
    small_index_remove(&index);
}

static void keywords_may_be_in_the_title(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"other", "", "", "", "A flood of metal, they say, a flood."},
        {"flood", "Flood in Jakarta", "", "",
         "Water stood in the streets of the capital, and in the morning people left their houses "
         "by boat, since the rain of the night had filled all of the rivers around Jakarta."},
        {"bus", "", "", "", "The bus from Jakarta was late."},
        {"cat", "", "", "", "A cat was found in Jakarta."},
        {"tea", "", "", "", "Tea is drunk in Jakarta at noon."},
        {"neither", "", "", "", "Bread is baked in the village at dawn."},
    };
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, sizeof few / sizeof *few);
    struct search_request request = request_of("flood Jakarta");
    const struct search_answer *answer = ask(searcher, &request);
    assert_true(answer->result_count > 2);
    assert_article(&answer->results[0], "flood");
    assert_article(&answer->results[1], "other");
    searcher_close(searcher);
    small_index_remove(&index);
}

static void pages_are_pieces_of_one_list(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("old harbour market steppe Aral вода");
    const struct search_answer *answer = ask(searcher, &request);
    size_t count = answer->result_count;
    assert_true(count >= 5);
    char ids[8][32];
    double scores[8];
    for (size_t i = 0; i < count; i++) {
        snprintf(ids[i], sizeof ids[i], "%.*s", (int)answer->results[i].article.length,
                 answer->results[i].article.data);
        scores[i] = answer->results[i].score;
    }
    request.limit = 1;
    for (size_t i = 0; i < count; i++) {
        request.offset = (uint32_t)i;
        answer = ask(searcher, &request);
        assert_int_equal(answer->result_count, 1);
        assert_int_equal(answer->results[0].rank, i + 1);
        assert_article(&answer->results[0], ids[i]);
        assert_true(answer->results[0].score == scores[i]);
    }
    searcher_close(searcher);
}

static void shards_give_the_same_as_one_index(void **state) {
    (void)state;
    static const char *const queries[] = {"turbine",
                                          "copper lantern",
                                          "the harbour of the Aral",
                                          "laut OR вода OR falcon",
                                          "\"old harbour\" winter",
                                          "win*",
                                          "lang:en"};
    struct searcher *one = small_index_search(&whole, 1);
    struct searcher *two = small_index_search(shards, 2);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_request request = request_of(queries[i]);
        request.parts |= SEARCH_COUNTS | SEARCH_FACETS;
        const struct search_answer *expected = ask(one, &request);
        const struct search_answer *answer = ask(two, &request);
        assert_int_equal(answer->result_count, expected->result_count);
        assert_int_equal(answer->total.passages, expected->total.passages);
        for (size_t j = 0; j < answer->result_count; j++) {
            assert_true(slice_equal(answer->results[j].id, expected->results[j].id));
            assert_true(answer->results[j].score == expected->results[j].score);
        }
    }
    searcher_close(one);
    searcher_close(two);
}

static void facets_add_up_to_the_passages(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    static const char *const queries[] = {"old harbour market", "\"old harbour\" OR lantern"};
    for (size_t i = 0; i < 2; i++) {
        struct search_request request = request_of(queries[i]);
        request.limit = 0;
        request.parts = SEARCH_COUNTS | SEARCH_FACETS;
        const struct search_answer *answer = ask(searcher, &request);
        uint64_t sum = 0;
        for (size_t j = 0; j < answer->sources.count; j++) {
            sum += answer->sources.values[j].passages;
        }
        assert_true(answer->total.exact && answer->facets_exact);
        assert_true(answer->total.passages >= 4);
        assert_int_equal(sum, answer->total.passages);
        assert_true(slice_equal(answer->months.values[0].value, slice_of_string("2024-07")));
    }
    searcher_close(searcher);
}

/* ---- snippets -------------------------------------------------------------------------------- */

static void check_marks(const struct search_result *result) {
    struct bytes pieces = {0};
    struct marked_piece piece;
    uint32_t last = 0;
    for (struct marked_text snippet = marked_snippet(result);
         marked_piece_next(&snippet, &piece);) {
        bytes_append_slice(&pieces, piece.text);
    }
    assert_true(
        slice_equal(bytes_slice(&pieces), slice_of(result->text.data + result->snippet_start,
                                                   result->snippet_end - result->snippet_start)));
    for (size_t i = 0; i < result->highlight_count; i++) {
        const struct search_highlight *mark = &result->highlights[i];
        assert_true(mark->start >= last && mark->end > mark->start);
        assert_true(mark->end <= result->text.length);
        last = mark->end;
    }
    bytes_free(&pieces);
}

static void taking_the_marks_away_gives_the_text_back(void **state) {
    (void)state;
    static const char *const queries[] = {"turbine",       "\"old harbour\" winter storms",
                                          "Aral laut",     "вода плотины",
                                          "falc* trainer", "the of and"};
    struct searcher *searcher = small_index_search(&whole, 1);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_request request = request_of(queries[i]);
        const struct search_answer *answer = ask(searcher, &request);
        assert_true(answer->result_count > 0);
        for (size_t j = 0; j < answer->result_count; j++) {
            check_marks(&answer->results[j]);
        }
    }
    searcher_close(searcher);
}

static void the_pieces_of_a_divided_word_are_next_to_each_other(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"wind", "", "", "", "No one had delivered tur-\nbines there.\nGone is the harbour."},
    };
    static const char *const expected[] = {"No one had delivered ", "tur", "bines",
                                           " there.\nGone is the harbour."};
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, 1);
    struct search_request request = request_of("turbines");
    const struct search_result *result = ask(searcher, &request)->results;
    struct marked_text snippet = marked_snippet(result);
    struct marked_piece piece;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(marked_piece_next(&snippet, &piece));
        assert_true(slice_equal(piece.text, slice_of_string(expected[i])));
        assert_int_equal(piece.marked, i == 1 || i == 2);
    }
    assert_false(marked_piece_next(&snippet, &piece));
    searcher_close(searcher);
    small_index_remove(&index);
}

static void what_only_the_title_has_is_marked_there(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"market", "The lantern makers of Bukhara", "", "", "They sit in the shade and wait."},
    };
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, 1);
    struct search_request request = request_of("lanterns \"of Bukhara\"");
    request.parts |= SEARCH_NAMES;
    const struct search_result *result = ask(searcher, &request)->results;
    assert_int_equal(result->highlight_count, 0);
    assert_int_equal(result->name_highlight_count, 2);
    assert_int_equal(result->name_highlights[0].start, 4);
    assert_int_equal(result->name_highlights[0].end, 11);
    assert_int_equal(result->name_highlights[0].kind, MATCH_STEM);
    assert_int_equal(result->name_highlights[1].start, 19);
    assert_int_equal(result->name_highlights[1].end, 29);
    searcher_close(searcher);
    small_index_remove(&index);
}

static void a_snippet_is_whole_sentences_around_the_best_ones(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("falcon trainer");
    const struct search_answer *answer = ask(searcher, &request);
    const struct search_result *result = &answer->results[0];
    struct slice snippet = slice_of(result->text.data + result->snippet_start,
                                    result->snippet_end - result->snippet_start);
    assert_non_null(memmem(snippet.data, snippet.length, "The third one tells how a falcon", 32));
    assert_non_null(memmem(snippet.data, snippet.length, "every morning.", 14));
    assert_true(snippet.length < result->text.length);
    assert_int_equal(snippet.data[snippet.length - 1], '.');
    assert_true(snippet.data[0] >= 'A' && snippet.data[0] <= 'Z');
    searcher_close(searcher);
}

static void phrases_are_marked_as_one_and_excluded_words_never(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("\"old harbour\" -lantern");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        assert_int_equal(result->highlight_count, 1);
        assert_memory_equal(result->text.data + result->highlights[0].start, "old harbour", 11);
        assert_int_equal(result->highlights[0].end - result->highlights[0].start, 11);
    }
    request.query = slice_of_string("market -turbine");
    answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 2);
    searcher_close(searcher);
}

static void a_snippet_shows_the_phrase_and_not_its_halves(void **state) {
    (void)state;
    static const struct small_article few[] = {
        {"bank", "", "", "",
         "The bank of the river was steep, and a central hall stood above the bank. Nobody in the "
         "town could say when it had been built, what it was for, why the doors were never opened, "
         "or who had carried the stone up there from the valley, where the quarry had been closed "
         "for as long as anybody could remember, and longer. On Monday the central bank of the "
         "country raised its rates to be or not to be believed, said a clerk."},
    };
    static const char *const queries[] = {"\"central bank\"", "\"to be or not to be\"",
                                          "\"to be or not to be\" river hall"};
    struct small_index index;
    struct searcher *searcher = search_few(&index, few, 1);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_request request = request_of(queries[i]);
        const struct search_answer *answer = ask(searcher, &request);
        assert_int_equal(answer->result_count, 1);
        const struct search_result *result = &answer->results[0];
        assert_memory_equal(result->text.data + result->snippet_start, "On Monday", 9);
    }
    searcher_close(searcher);
    small_index_remove(&index);
}

/* ---- limits, and others who write ------------------------------------------------------------ */

static void limits_are_told(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("copper lantern market door night");
    request.limits.words = 2;
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->note_count, 1);
    assert_non_null(strstr(answer->notes[0].text.data, "only the first 2 words"));
    request = request_of("\"the market\"");
    request.limits.candidates = 1;
    answer = ask(searcher, &request);
    assert_false(answer->total.exact);
    assert_non_null(strstr(answer->notes[0].text.data, "limit on candidates"));
    struct error error = {0};
    request = request_of("a longer query");
    request.limits.query_bytes = 4;
    assert_null(searcher_search(searcher, &request, &error));
    assert_int_equal(error.kind, ERROR_LIMIT);
    searcher_close(searcher);
}

static void dates_that_exclude_each_other_are_told(void **state) {
    (void)state;
    static const struct {
        const char *since, *until;
        bool told;
    } ranges[] = {{"2025", "2024-06-11", true},
                  {"2024-07", "2024-06-11", true},
                  {"2024-06-12", "2024-06", false},
                  {"2024", "2024", false},
                  {"2025", "", false}};
    struct searcher *searcher = small_index_search(&whole, 1);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        struct search_request request = request_of("turbine");
        request.since = slice_of_string(ranges[i].since);
        request.until = slice_of_string(ranges[i].until);
        const struct search_answer *answer = ask(searcher, &request);
        assert_int_equal(answer->note_count, ranges[i].told);
        if (ranges[i].told) {
            assert_non_null(strstr(answer->notes[0].text.data, "until 2024-06-11"));
        }
    }
    searcher_close(searcher);
}

static void phrases_that_nothing_has_are_words_where_only_counts_are_asked_for(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    static const char *const queries[] = {"harbour \"turbine copper\"", "harbour \"turbine xqzk\""};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_request request = request_of(queries[i]);
        request.parts = SEARCH_COUNTS | SEARCH_FACETS;
        const struct search_answer *answer = ask(searcher, &request);
        assert_true(answer->total.exact);
        uint64_t passages = answer->total.passages;
        assert_true(passages > 0);
        request.limit = 0;
        answer = ask(searcher, &request);
        assert_true(answer->total.exact);
        assert_int_equal(answer->total.passages, passages);
        assert_int_equal(answer->note_count, 1);
        assert_true(answer->languages.count > 0);
    }
    searcher_close(searcher);
}

static void a_query_without_words_finds_nothing_and_is_told_so(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of(" ?! ");
    const struct search_answer *answer = ask(searcher, &request);
    assert_int_equal(answer->result_count, 0);
    assert_true(answer->total.exact);
    assert_int_equal(answer->note_count, 1);
    searcher_close(searcher);
}

static void a_trial_out_of_time_finds_nothing_and_fails_nothing(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = request_of("copper latnern");
    struct slice better = slice_of_string("\"copper lantern\"");
    struct error error = {0};
    struct search search = {
        .searcher = searcher,
        .request = &request,
        .limits = {SEARCH_QUERY_BYTES, SEARCH_WORDS, SEARCH_FILTERS, SEARCH_EXPANSIONS,
                   SEARCH_CANDIDATES, SEARCH_RESULTS, SEARCH_TIME_MS},
        .started = search_clock(),
        .articles_read = {&searcher->index, &searcher->arena, searcher->articles},
        .error = &error,
    };
    bool found;
    assert_true(search_try(&search, better, &found));
    assert_true(found);
    search.started -= 2000 * (uint64_t)SEARCH_TIME_MS;
    assert_true(search_try(&search, better, &found));
    assert_false(found);
    assert_int_equal(error.kind, ERROR_NONE);
    searcher_close(searcher);
}

/* Whatever is left to be done: words to be looked up, or passages to be found. */
static void a_query_that_is_read_too_long_is_given_up(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    static const char *const queries[] = {"copper lantern", "c* l*", "lang:en"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        struct search_request request = request_of(queries[i]);
        struct error error = {0};
        struct search search = {
            .searcher = searcher,
            .request = &request,
            .limits = {SEARCH_QUERY_BYTES, SEARCH_WORDS, SEARCH_FILTERS, SEARCH_EXPANSIONS,
                       SEARCH_CANDIDATES, SEARCH_RESULTS, SEARCH_TIME_MS},
            .started = search_clock() - 2000 * (uint64_t)SEARCH_TIME_MS,
            .answer = arena_allocate_zeros(&searcher->arena, sizeof *search.answer),
            .error = &error,
        };
        search_parse(&search);
        assert_false(search_plan(&search));
        assert_int_equal(error.kind, ERROR_TIMEOUT);
        search_forget_plan(&search);
    }
    searcher_close(searcher);
}

static void searching_goes_on_while_others_write(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    for (int i = 0; i < 6; i++) {
        char id[16], text[80];
        snprintf(id, sizeof id, "new-%d", i);
        snprintf(text, sizeof text, "A caravan of %d camels crosses the steppe at dawn.", i + 2);
        small_index_add(&index, &(struct small_article){.id = id, .text = text}, 1, 0, 1);
        struct search_request request = request_of("steppe");
        const struct search_answer *answer = ask(searcher, &request);
        assert_true(answer->result_count >= 1);
    }
    struct error error = {0};
    assert_true(searcher_reopen(searcher, &error));
    struct search_request request = request_of("caravan");
    assert_int_equal(ask(searcher, &request)->result_count, 6);
    searcher_close(searcher);
    small_index_remove(&index);
}

static void searching_goes_on_in_an_index_put_in_the_place_of_another(void **state) {
    (void)state;
    struct small_index index, other;
    small_index_open(&index);
    small_index_open(&other);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    const struct small_article camels = {.id = "camels", .text = "A caravan crosses the steppe."};
    small_index_add(&other, &camels, 1, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    struct searcher_state before, after;
    struct error error = {0};
    struct search_request request = request_of("caravan");
    assert_true(searcher_get_state(searcher, &before, &error));
    assert_int_equal(ask(searcher, &request)->result_count, 0);
    char identity[64];
    snprintf(identity, sizeof identity, "%.*s", (int)before.identity.length, before.identity.data);

    assert_true(place_remove(index.location, &error));
    assert_int_equal(rename(other.location, index.location), 0);
    assert_int_equal(ask(searcher, &request)->result_count, 0);
    assert_true(searcher_reopen(searcher, &error));
    assert_int_equal(ask(searcher, &request)->result_count, 1);
    assert_true(searcher_get_state(searcher, &after, &error));
    assert_int_equal(after.articles, 1);
    assert_false(slice_equal(after.identity, slice_of_string(identity)));

    assert_true(place_remove(index.location, &error));
    assert_false(searcher_reopen(searcher, &error));
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
    searcher_close(searcher);
    small_index_remove(&index);
    small_index_remove(&other);
}

static void an_article_is_shown_as_it_was_added(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct error error = {0};
    const struct shown_article *shown = searcher_show(searcher, slice_of_string("aral-id"), &error);
    assert_non_null(shown);
    assert_true(slice_equal(shown->text, slice_of_string(articles[4].text)));
    assert_null(shown->passage);
    shown = searcher_show(searcher, slice_of_string("aral-id#1"), &error);
    assert_non_null(shown);
    assert_int_equal(shown->passage->number, 1);
    assert_null(searcher_show(searcher, slice_of_string("aral-id#99"), &error));
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
    searcher_close(searcher);
}

static void a_passage_is_shown_with_the_marks_of_a_search(void **state) {
    (void)state;
    struct searcher *searcher = small_index_search(&whole, 1);
    struct error error = {0};
    struct search_request request = request_of("Aral -laut");
    request.across = false;
    struct slice id = slice_of_string("aral-id#1");
    const struct shown_article *shown = searcher_show_marked(searcher, id, &request, &error);
    assert_non_null(shown);
    assert_true(slice_equal(shown->text, slice_of_string(articles[4].text)));
    assert_int_equal(shown->highlight_count, 1);
    const struct search_highlight *mark = shown->highlights;
    const char *passage = shown->text.data + shown->passage->start;
    assert_true(slice_equal(slice_of(passage + mark->start, mark->end - mark->start),
                            slice_of_string("Aral")));
    /* What stands nowhere as it is quoted is found word by word, and so it is marked. */
    request = request_of("\"Aral beruang\" kutub");
    request.across = false;
    shown = searcher_show_marked(searcher, id, &request, &error);
    assert_non_null(shown);
    assert_int_equal(shown->highlight_count, 1);
    request.limits.query_bytes = 4;
    shown = searcher_show_marked(searcher, id, &request, &error);
    assert_non_null(shown);
    assert_int_equal(shown->highlight_count, 0);
    searcher_close(searcher);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_exact_form_goes_before_other_forms),
        cmocka_unit_test(a_capital_means_a_name),
        cmocka_unit_test(words_side_by_side_go_before_words_apart),
        cmocka_unit_test(a_negation_belongs_to_the_word_behind_it),
        cmocka_unit_test(a_compound_does_not_outweigh_the_other_words),
        cmocka_unit_test(keywords_may_be_in_the_title),
        cmocka_unit_test(pages_are_pieces_of_one_list),
        cmocka_unit_test(shards_give_the_same_as_one_index),
        cmocka_unit_test(facets_add_up_to_the_passages),
        cmocka_unit_test(taking_the_marks_away_gives_the_text_back),
        cmocka_unit_test(the_pieces_of_a_divided_word_are_next_to_each_other),
        cmocka_unit_test(what_only_the_title_has_is_marked_there),
        cmocka_unit_test(a_snippet_is_whole_sentences_around_the_best_ones),
        cmocka_unit_test(phrases_are_marked_as_one_and_excluded_words_never),
        cmocka_unit_test(a_snippet_shows_the_phrase_and_not_its_halves),
        cmocka_unit_test(limits_are_told),
        cmocka_unit_test(dates_that_exclude_each_other_are_told),
        cmocka_unit_test(phrases_that_nothing_has_are_words_where_only_counts_are_asked_for),
        cmocka_unit_test(a_query_without_words_finds_nothing_and_is_told_so),
        cmocka_unit_test(a_trial_out_of_time_finds_nothing_and_fails_nothing),
        cmocka_unit_test(a_query_that_is_read_too_long_is_given_up),
        cmocka_unit_test(searching_goes_on_while_others_write),
        cmocka_unit_test(searching_goes_on_in_an_index_put_in_the_place_of_another),
        cmocka_unit_test(an_article_is_shown_as_it_was_added),
        cmocka_unit_test(a_passage_is_shown_with_the_marks_of_a_search),
    };
    return cmocka_run_group_tests_name("search", tests, open_indexes, remove_indexes);
}
