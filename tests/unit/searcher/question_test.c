/* What a question asks for is looked for beside its words. */
#include "tests/unit/searcher/small_index.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include <math.h>

/* Pairs of passages that are equally good but for what is asked, the one that has it coming last
 * where nothing is. */
static const struct small_article articles[] = {
    {"bridge-1", "", "", "", "The copper bridge was opened by the mayor in autumn. A band played."},
    {"bridge-2", "", "", "", "The copper bridge was opened by the mayor in 1912. A band played."},
    {"tower-1", "", "", "", "The tower of slate was opened by bishops. In 1834 somebody sang."},
    {"tower-2", "", "", "", "The tower of slate was opened in 1834. By bishops somebody sang."},
    {"arch-1", "", "", "",
     "In 1850 the granite viaduct stood upon several arches over the valley."},
    {"arch-2", "", "", "", "In spring the granite viaduct stood upon 17 arches over the valley."},
    {"pasar-1", "", "", "", "Pasar terapung itu diresmikan oleh bupati pada musim kemarau."},
    {"pasar-2", "", "", "", "Pasar terapung itu diresmikan oleh bupati pada tahun 1974."},
    {"most-1", "", "", "", "Чугунный мост через реку открыли весной в большой праздник."},
    {"most-2", "", "", "", "Чугунный мост через реку открыли весной в 1895 году."},
    {"heron-1", "", "", "",
     "Herons, herons everywhere: the herons of the marsh fly low, and the herons cry."},
    {"heron-2", "", "", "", "By the old mill in the valley a lamp burned, and one heron slept."},
};

static struct small_index whole;

static int open_index(void **state) {
    (void)state;
    small_index_open(&whole);
    small_index_add(&whole, articles, sizeof articles / sizeof *articles, 0, 1);
    return 0;
}

static int remove_index(void **state) {
    (void)state;
    small_index_remove(&whole);
    return 0;
}

/* Asks, and says what the first result is and whether it is told to be an answer. */
static void assert_first(const char *query, const char *id, bool answers) {
    struct error error = {0};
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = search_request_default(slice_of_string(query));
    request.parts |= SEARCH_REASONS;
    const struct search_answer *answer = searcher_search(searcher, &request, &error);
    if (!answer || answer->result_count == 0) {
        fail_msg("%s: %s", query, answer ? "nothing found" : error.message);
    }
    const struct search_result *first = &answer->results[0];
    bool told = false;
    for (size_t i = 0; i < first->reason_count; i++) {
        told |= strcmp(first->reasons[i].what, "answer") == 0;
    }
    if (!slice_equal(first->article, slice_of_string(id)) || told != answers) {
        fail_msg("%s: %.*s is first, %s", query, (int)first->article.length, first->article.data,
                 told ? "an answer" : "no answer");
    }
    searcher_close(searcher);
}

static void when_is_answered_by_a_year(void **state) {
    (void)state;
    assert_first("copper bridge opened", "bridge-1", false);
    assert_first("When was the copper bridge opened?", "bridge-2", true);
    assert_first("in what year was the copper bridge opened", "bridge-2", true);
    assert_first("kapankah pasar terapung diresmikan", "pasar-2", true);
    assert_first("Когда открыли чугунный мост?", "most-2", true);
}

static void how_many_is_answered_by_a_number_that_is_no_year(void **state) {
    (void)state;
    assert_first("granite viaduct arches", "arch-1", false);
    assert_first("How many arches has the granite viaduct?", "arch-2", true);
    assert_first("When was the granite viaduct built on arches?", "arch-1", true);
}

static void another_sentence_answers_nothing(void **state) {
    (void)state;
    assert_first("slate tower opened", "tower-1", false);
    assert_first("when was the slate tower opened", "tower-2", true);
}

static void what_the_query_says_itself_is_no_answer(void **state) {
    (void)state;
    assert_first("when was the copper bridge of 1912 opened", "bridge-2", false);
}

static void not_all_that_sounds_like_a_question_is_one(void **state) {
    (void)state;
    assert_first("pasar terapung diresmikan kapan saja", "pasar-1", false);
    assert_first("copper bridge opened many years", "bridge-1", false);
}

/* One heron by a mill is less of each than many herons without one. */
static void keywords_are_all_meant(void **state) {
    (void)state;
    assert_first("heron mill", "heron-2", false);
    assert_first("herons fly", "heron-1", false);
}

/* Which words of the query are sought, found or not, each with a blank behind it. */
static void assert_sought(const char *query, const char *words) {
    struct error error = {0};
    struct bytes sought = {0};
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = search_request_default(slice_of_string(query));
    request.parts |= SEARCH_REASONS;
    const struct search_answer *answer = searcher_search(searcher, &request, &error);
    assert_non_null(answer);
    for (size_t i = 0; i < answer->word_count; i++) {
        enum search_use use = answer->words[i].use;
        if (use == SEARCH_WORD_USED || use == SEARCH_WORD_UNKNOWN) {
            bytes_append_slice(&sought, answer->words[i].surface);
            bytes_append_byte(&sought, ' ');
        }
    }
    assert_string_equal(bytes_string(&sought), words);
    bytes_free(&sought);
    searcher_close(searcher);
}

static void what_says_that_it_asks_is_not_sought(void **state) {
    (void)state;
    assert_sought("Please tell me about the copper bridge", "copper bridge ");
    assert_sought("Can you show me news about herons?", "herons ");
    assert_sought("find articles about herons", "herons ");
    assert_sought("lang:en I'm looking for a tower of slate", "tower slate ");
    assert_sought("Tolong carikan berita tentang pasar terapung", "pasar terapung ");
    assert_sought("Tolong beri tahu saya siapa bupati", "bupati ");
    assert_sought("saya ingin tahu kapan pasar diresmikan", "pasar diresmikan ");
    assert_sought("Подскажите, пожалуйста, кто открыл мост", "открыл мост ");
    assert_sought("последние новости о мосте", "мосте ");
}

static void what_may_be_meant_itself_is_sought(void **state) {
    (void)state;
    assert_sought("search for herons", "search herons ");
    assert_sought("bridge news", "bridge news ");
    assert_sought("mayor please tell herons", "mayor please tell herons ");
    assert_sought("title:tell me herons", "tell herons ");
    assert_sought("news title:about herons", "news herons ");
    assert_sought("news \"about herons\"", "news herons ");
}

static double first_score(const char *query) {
    struct error error = {0};
    struct searcher *searcher = small_index_search(&whole, 1);
    struct search_request request = search_request_default(slice_of_string(query));
    const struct search_answer *answer = searcher_search(searcher, &request, &error);
    assert_non_null(answer);
    assert_true(answer->result_count > 0);
    double score = answer->results[0].score;
    searcher_close(searcher);
    return score;
}

static void what_is_asked_for_is_read_as_if_alone(void **state) {
    (void)state;
    double alone = first_score("heron mill");
    assert_true(fabs(first_score("please find me news about heron mill") - alone) < 1e-6);
    assert_true(fabs(first_score("what is known about heron mill") - alone) < 1e-6);
}

static void a_request_for_nothing_is_sought(void **state) {
    (void)state;
    assert_sought("tell me", "tell ");
    assert_sought("news about", "news ");
    assert_sought("berita tentang ini", "berita ");
    assert_sought("please", "please ");
}

/* Others would never be found. */
static void requests_are_normalised(void **state) {
    (void)state;
    struct bytes form = {0};
    for (size_t i = 0; i < language_count(); i++) {
        const char *const *request = language_at(i)->requests;
        for (; request && *request; request++) {
            bytes_clear(&form);
            word_normalise(slice_of_string(*request), &form);
            assert_string_equal(*request, bytes_string(&form));
        }
    }
    bytes_free(&form);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(when_is_answered_by_a_year),
        cmocka_unit_test(how_many_is_answered_by_a_number_that_is_no_year),
        cmocka_unit_test(another_sentence_answers_nothing),
        cmocka_unit_test(what_the_query_says_itself_is_no_answer),
        cmocka_unit_test(not_all_that_sounds_like_a_question_is_one),
        cmocka_unit_test(keywords_are_all_meant),
        cmocka_unit_test(what_says_that_it_asks_is_not_sought),
        cmocka_unit_test(what_may_be_meant_itself_is_sought),
        cmocka_unit_test(requests_are_normalised),
        cmocka_unit_test(what_is_asked_for_is_read_as_if_alone),
        cmocka_unit_test(a_request_for_nothing_is_sought),
    };
    return cmocka_run_group_tests_name("questions", tests, open_index, remove_index);
}
