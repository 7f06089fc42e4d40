/* Which sentences are shown and what in them is marked, by what words weigh. Phrases, exclusions
 * and whole searches: search_test.c. */
#include "searcher/snippet.h"

#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Too long to be shown with what stands on both sides of it. */
#define FILLER                                                                                     \
    "Between them lies a sentence that tells nothing of what was asked and goes on about barley, " \
    "rope, wet weather, the price of candles, a dog that barked at the carrier and the carrier's " \
    "answer to it, until hardly anybody in the room remembers how it had begun or who it was "     \
    "that wanted to know so much about the carrier. "

/* A word of the text, each place of which stands for a word of the query. */
struct meant {
    const char *form;
    uint32_t word; /* of the query */
    double factor; /* what it weighs there */
    enum match_kind kind;
    bool part;
};

struct shown {
    struct arena arena;
    struct search_result result;
    char snippet[1000];
};

static int compare_places(const void *left, const void *right) {
    const struct occurrence *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* The snippet of a text in which these words stand for the query's. */
static void show(struct shown *shown, const char *title, const char *text,
                 const struct meant *meant, size_t count) {
    struct query_word words[4] = {0};
    struct alternative alternatives[4] = {0};
    struct occurrence places[16];
    struct reading reading = {.words = words, .word_count = 4, .alternatives = alternatives};
    struct text_match match = {.reading = &reading, .occurrences = places};
    struct error error = {0};
    for (uint32_t i = 0; i < count; i++) {
        alternatives[i] = (struct alternative){.word = meant[i].word, .factor = meant[i].factor};
        for (const char *at = text; (at = strstr(at, meant[i].form)); at++) {
            uint32_t start = (uint32_t)(at - text);
            places[match.occurrence_count++] =
                (struct occurrence){.start = start,
                                    .end = start + (uint32_t)strlen(meant[i].form),
                                    .alternative = i,
                                    .kind = meant[i].kind,
                                    .part = meant[i].part};
        }
    }
    qsort(places, match.occurrence_count, sizeof *places, compare_places);
    *shown = (struct shown){.result = {.title = slice_of_string(title),
                                       .text = slice_of_string(text),
                                       .language = language_find(slice_of_string("en"))}};
    struct search_result *result = &shown->result;
    assert_true(snippet_make(result, &match, &shown->arena, &error));
    memcpy(shown->snippet, text + result->snippet_start,
           result->snippet_end - result->snippet_start);
}

static void assert_begins(const struct shown *shown, const char *start) {
    if (strncmp(shown->snippet, start, strlen(start)) != 0) {
        fail_msg("the snippet does not begin with \"%s\": %s", start, shown->snippet);
    }
}

static void assert_marked(const struct shown *shown, size_t number, const char *form) {
    const struct search_result *result = &shown->result;
    assert_true(number < result->highlight_count);
    struct search_highlight mark = result->highlights[number];
    assert_true(slice_equal(slice_of(result->text.data + mark.start, mark.end - mark.start),
                            slice_of_string(form)));
}

static void the_word_goes_before_what_it_seldom_means(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"gas", 0, 0.12, MATCH_TRANSLATION, false},
        {"wind", 0, 0.36, MATCH_STEM, false},
    };
    struct shown shown;
    show(&shown, "", "A pipe brought gas to the town. " FILLER "Then the wind turned the mills.",
         meant, 2);
    assert_begins(&shown, "Then the wind");
    arena_free(&shown.arena);
}

static void the_best_mark_of_a_word_counts_wherever_it_stands(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"falcon", 0, 0.3, MATCH_EXACT, false},
        {"trained", 1, 0.15, MATCH_TRANSLATION, false},
        {"trainer", 1, 0.3, MATCH_EXACT, false},
    };
    struct shown shown;
    show(&shown, "",
         "They trained a falcon. Its trainer was old. " FILLER "A falcon has a trainer.", meant, 3);
    assert_begins(&shown, "They trained a falcon. Its trainer was old.");
    arena_free(&shown.arena);
}

static void the_whole_of_a_translation_goes_before_a_part_of_it(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"power", 0, 0.3, MATCH_TRANSLATION, true},
        {"solar energy", 0, 0.3, MATCH_TRANSLATION, false},
    };
    struct shown shown;
    show(&shown, "", "The power of the mayor grew. " FILLER "There was solar energy for all.",
         meant, 2);
    assert_begins(&shown, "There was solar energy");
    assert_int_equal(shown.result.highlight_count, 2);
    arena_free(&shown.arena);
}

static void a_mark_over_the_end_of_a_sentence_is_shown_as_well(void **state) {
    (void)state;
    static const struct meant meant[] = {{"9 Bbl. Oil", 0, 0.3, MATCH_EXACT, false}};
    struct shown shown;
    show(&shown, "", FILLER "The ship took 9 Bbl. Oil was dear, and then: " FILLER, meant, 1);
    assert_begins(&shown, "The ship took 9 Bbl.");
    arena_free(&shown.arena);
}

static void what_a_word_hardly_means_is_not_marked_beside_what_it_does_mean(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"ball", 0, 0.26, MATCH_STEM, false},
        {"plays", 0, 0.06, MATCH_TRANSLATION, false},
        {"sphere", 0, 0.12, MATCH_TRANSLATION, false},
    };
    struct shown shown;
    show(&shown, "", "He plays with a ball, which is a sphere.", meant, 3);
    assert_int_equal(shown.result.highlight_count, 2);
    assert_marked(&shown, 0, "ball");
    assert_marked(&shown, 1, "sphere");
    arena_free(&shown.arena);
}

static void but_is_marked_where_it_is_all_there_is(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"ball", 0, 0.26, MATCH_STEM, false},
        {"plays", 0, 0.06, MATCH_TRANSLATION, false},
        {"goal", 1, 0.3, MATCH_EXACT, false},
    };
    struct shown shown;
    show(&shown, "", "He plays well and has made a goal.", meant, 3);
    assert_int_equal(shown.result.highlight_count, 2);
    assert_marked(&shown, 0, "plays");
    arena_free(&shown.arena);
}

static void what_was_typed_is_always_marked(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"doctor", 0, 0.02, MATCH_EXACT, false},
        {"dokter", 0, 0.2, MATCH_TRANSLATION, false},
    };
    struct shown shown;
    show(&shown, "", "Some say doctor, and some say dokter.", meant, 2);
    assert_int_equal(shown.result.highlight_count, 2);
    arena_free(&shown.arena);
}

static void what_is_not_seen_is_not_marked(void **state) {
    (void)state;
    static const struct meant meant[] = {
        {"doctor\u200b", 0, 0.2, MATCH_EXACT, false},
        {"ship\u202c\u200b", 1, 0.2, MATCH_EXACT, false},
    };
    struct shown shown;
    show(&shown, "", "Some say doctor\u200b, and the ship\u202c\u200b is far.", meant, 2);
    assert_int_equal(shown.result.highlight_count, 2);
    assert_marked(&shown, 0, "doctor");
    assert_marked(&shown, 1, "ship");
    arena_free(&shown.arena);
}

static void the_title_is_not_said_twice(void **state) {
    (void)state;
    static const struct meant meant[] = {{"lantern", 0, 0.3, MATCH_EXACT, false}};
    struct shown shown;
    show(&shown, "The lantern", "The lantern\nA lantern hangs above the door.", meant, 1);
    assert_begins(&shown, "A lantern hangs");
    assert_marked(&shown, 0, "lantern");
    arena_free(&shown.arena);
    show(&shown, "The lantern", "The lantern\nIt hangs above the door.", meant, 1);
    assert_begins(&shown, "The lantern\nIt hangs above the door.");
    arena_free(&shown.arena);
    show(&shown, "The lantern", "The lantern", meant, 1);
    assert_begins(&shown, "The lantern");
    arena_free(&shown.arena);
}

static void a_sentence_goes_on_over_the_ends_of_wrapped_lines(void **state) {
    (void)state;
    static const struct meant meant[] = {{"lantern", 0, 0.3, MATCH_EXACT, false}};
    struct shown shown;
    show(&shown, "",
         "Nobody lived there for many weeks. The people of the house had gone away in great hurry\n"
         "when the river rose, and all that they left behind them in the hall,\n"
         "as far as the neighbours could see it from the window, was a lantern\n"
         "and a dog that barked at every carrier who came along the road there\n"
         "and at every boat that came up the river. The neighbours fed the dog.",
         meant, 1);
    assert_begins(&shown, "The people of the house had gone away");
    assert_non_null(strstr(shown.snippet, "that came up the river."));
    arena_free(&shown.arena);
}

static void no_quotation_is_left_open_for_nothing(void **state) {
    (void)state;
    static const struct meant meant[] = {{"lantern", 0, 0.3, MATCH_EXACT, false}};
    static const struct {
        const char *text, *snippet;
    } texts[] = {
        {"A lantern hung there. It was red. He said: “It burns. ",
         "A lantern hung there. It was red."},
        {"A lantern hung there. It was red. He said: \"It burns. ",
         "A lantern hung there. It was red."},
        {"A lantern hung there. It was red. He said: «It burns. ",
         "A lantern hung there. It was red."},
        {"A „red“ lantern. “It burns.” So he said. ", "A „red“ lantern. “It burns.” So he said."},
        {"Red.\" A lantern hung there. It was red. ", "Red.\" A lantern hung there. It was red."},
        {"“It burns. It is a lantern. ", "“It burns. It is a lantern."},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct shown shown;
        char text[1000];
        snprintf(text, sizeof text, "%s%s", texts[i].text, FILLER FILLER);
        show(&shown, "", text, meant, 1);
        assert_string_equal(shown.snippet, texts[i].snippet);
        arena_free(&shown.arena);
    }
}

static void the_full_stop_of_initials_is_marked_with_them(void **state) {
    (void)state;
    static const struct meant meant[] = {{"U.S", 0, 0.3, MATCH_EXACT, false},
                                         {"2.3", 1, 0.3, MATCH_EXACT, false},
                                         {"им", 2, 0.3, MATCH_EXACT, false}};
    struct shown shown;
    show(&shown, "", "He left the U.S. at 2.3. The U.S, she said, is им.", meant, 3);
    assert_marked(&shown, 0, "U.S.");
    assert_marked(&shown, 1, "2.3");
    assert_marked(&shown, 2, "U.S");
    assert_marked(&shown, 3, "им");
    arena_free(&shown.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_word_goes_before_what_it_seldom_means),
        cmocka_unit_test(the_best_mark_of_a_word_counts_wherever_it_stands),
        cmocka_unit_test(the_whole_of_a_translation_goes_before_a_part_of_it),
        cmocka_unit_test(a_mark_over_the_end_of_a_sentence_is_shown_as_well),
        cmocka_unit_test(what_a_word_hardly_means_is_not_marked_beside_what_it_does_mean),
        cmocka_unit_test(but_is_marked_where_it_is_all_there_is),
        cmocka_unit_test(what_was_typed_is_always_marked),
        cmocka_unit_test(what_is_not_seen_is_not_marked),
        cmocka_unit_test(the_title_is_not_said_twice),
        cmocka_unit_test(a_sentence_goes_on_over_the_ends_of_wrapped_lines),
        cmocka_unit_test(no_quotation_is_left_open_for_nothing),
        cmocka_unit_test(the_full_stop_of_initials_is_marked_with_them),
    };
    return cmocka_run_group_tests_name("snippet", tests, NULL, NULL);
}
