/* How a query that is being typed goes on, while the index is written to as well. */
#include "searcher/complete.h"

#include "tests/unit/searcher/small_index.h"

static const struct small_article articles[] = {
    {"a", "Keeper", "", "", "The lighthouse keeper lights the lamp of the lighthouse every night."},
    {"b", "Harbour", "", "",
     "The harbour master met the keeper near the lighthouse at the harbour."},
    {"c", "Lightning", "", "", "Lightning struck the old mill, and the mill burnt to the ground."},
    {"e", "Море", "", "", "Чёрные лодки вернулись. Все рыбаки видели, как чёрные тучи ушли."},
    {"f", "Берег", "", "", "Береговые жители купили черные сети и ЧЁРНЫЕ верёвки для лодок."},
    {"d", "Night", "", "", "Ships lie at anchor in the harbour until the storm is over."},
};
enum { ARTICLES = sizeof articles / sizeof *articles };

static void completes(struct searcher *searcher, const char *typed, const char *expected) {
    const struct slice *completions;
    size_t count;
    struct error error = {0};
    if (!searcher_complete(searcher, slice_of_string(typed), 1, &completions, &count, &error)) {
        fail_msg("%s: %s", typed, error.message);
    }
    assert_int_equal(count, 1);
    assert_true(slice_equal(completions[0], slice_of_string(expected)));
}

static void a_word_is_spelt_as_articles_write_it(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    completes(searcher, "черн", "чёрные");
    completes(searcher, "чёрн", "чёрные");
    completes(searcher, "Черн", "Чёрные");
    completes(searcher, "рыбаки ч", "рыбаки чёрные");
    completes(searcher, "верев", "верёвки");
    completes(searcher, "берегов", "береговые");
    searcher_close(searcher);
    small_index_remove(&index);
}

static void a_word_goes_on_as_the_index_has_it(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    small_index_add(&index, articles, ARTICLES, 0, 1);
    struct searcher *searcher = small_index_search(&index, 1);
    completes(searcher, "lighth", "lighthouse");
    completes(searcher, "Har", "Harbour");
    completes(searcher, "storm har", "storm harbour");
    completes(searcher, "NOT storm har", "NOT storm harbour");
    completes(searcher, "storm AND har", "storm AND harbour");
    completes(searcher, "\"lighth", "\"lighthouse");
    completes(searcher, "(mill OR =lighth", "(mill OR =lighthouse");
    completes(searcher, "storm -lighth", "storm -lighthouse");
    searcher_close(searcher);
    small_index_remove(&index);
}

enum { WORDS = 20, ROUND = 400 };

/* Adds articles with thousands of words, the same ones in every round. */
static void add_round(const struct small_index *index, int round) {
    static char ids[ROUND][16], texts[ROUND][WORDS * 16];
    struct small_article added[ROUND];
    for (int i = 0; i < ROUND; i++) {
        size_t length = 0;
        snprintf(ids[i], sizeof ids[i], "%d-%d", round, i);
        for (int j = 0; j < WORDS; j++) {
            length += (size_t)snprintf(texts[i] + length, sizeof texts[i] - length, "wo%crd%c%c%c ",
                                       'a' + j, 'a' + i % 26, 'a' + i / 26 % 26, 'a' + j);
        }
        added[i] = (struct small_article){ids[i], "", "", "", texts[i]};
    }
    small_index_add(index, added, ROUND, 0, 1);
}

static void commits_in_the_meantime_do_no_harm(void **state) {
    (void)state;
    struct small_index index;
    small_index_open(&index);
    add_round(&index, 0);
    struct searcher *searcher = small_index_search(&index, 1);
    for (int round = 1; round < 5; round++) {
        add_round(&index, round);
    }
    completes(searcher, "wobrdca", "wobrdcab");
    searcher_close(searcher);
    small_index_remove(&index);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_goes_on_as_the_index_has_it),
        cmocka_unit_test(a_word_is_spelt_as_articles_write_it),
        cmocka_unit_test(commits_in_the_meantime_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
