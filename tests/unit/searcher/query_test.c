/* The query language: what is typed, how it is read, and that nothing is ever an error. */
#include "searcher/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

/* What the query is read as, in plain notation; owned by the arena. */
static const char *read_as(const char *query, struct arena *arena) {
    struct bytes out = {0};
    query_print(query_parse(slice_of_string(query), arena), &out);
    struct slice copy = arena_copy(arena, bytes_slice(&out));
    bytes_free(&out);
    return copy.data;
}

struct example {
    const char *typed, *read;
};

static void check_examples(const struct example *examples, size_t count) {
    struct arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        const char *read = read_as(examples[i].typed, &arena);
        if (strcmp(read, examples[i].read) != 0) {
            fail_msg("%s is read as %s, not as %s", examples[i].typed, read, examples[i].read);
        }
        assert_string_equal(read_as(read, &arena), read);
        arena_empty(&arena);
    }
    arena_free(&arena);
}

#define CHECK(examples) check_examples(examples, sizeof(examples) / sizeof *(examples))

static void words_are_read_as_words(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"Laut Aral", "laut aral"},
        {"  Laut \t Aral\n", "laut aral"},
        {"Аральск", "аральск"},
        {"Мирзиёев", "мирзиеев"},
        {"US$70,2 miliar", "us$70,2 miliar"},
        {"65 % of it", "65 % of it"},
        {"C+C5 и AT&T", "c+c5 и at&t"},
        {"state-of-the-art", "state-of-the-art"},
        {"what?", "what?"},
        {"«Лаут Арал»", "«лаут арал»"},
    };
    CHECK(examples);
}

static void operators_join_words(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"wind OR solar", "wind OR solar"},
        {"angin ATAU surya", "angin OR surya"},
        {"ветер ИЛИ солнце", "ветер OR солнце"},
        {"ветер И НЕ солнце", "ветер AND -солнце"},
        {"angin DAN BUKAN surya", "angin AND -surya"},
        {"wind AND solar", "wind AND solar"},
        {"angin DAN surya", "angin AND surya"},
        {"ветер И солнце", "ветер AND солнце"},
        {"wind turbines AND Uzbekistan", "wind turbines AND uzbekistan"},
        {"a AND b OR c AND d", "a AND b OR c AND d"},
        {"a AND (b OR c)", "a AND (b OR c)"},
        {"(a OR b) c", "(a OR b) c"},
        {"((a))", "a"},
        {"(wind turbines) Goldwind", "wind turbines goldwind"},
        {"laut\xC2\x85NOT aral", "laut -aral"}, /* NEL ends a line */
    };
    CHECK(examples);
}

static void what_is_said_again_is_searched_for_once(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"wind OR solar OR Wind OR wind", "wind OR solar"},
        {"wind AND wind", "wind"},
        {"-wind sea -(wind) -wind", "-wind sea"},
        {"\"wind farm\" sea \"Wind  Farm\" sea", "\"wind farm\" sea"},
        {"(a OR b) c (a OR b) (b OR a)", "(a OR b) c (b OR a)"},
        {"title:a lang:id title:a lang:ru a* =a a* =a", "title:a lang:id lang:ru a* =\"a\""},
        {"wind wind", "wind wind"},
        {"a\"\"b \"w\" a b", "a b \"w\""}, /* with nothing in quotes between them */
    };
    CHECK(examples);
}

static void what_is_excluded_has_a_minus(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"wind -solar", "wind -solar"},
        {"wind NOT solar", "wind -solar"},
        {"angin BUKAN surya", "angin -surya"},
        {"ветер НЕ солнце", "ветер -солнце"},
        {"wind AND NOT solar", "wind AND -solar"},
        {"-solar", "-solar"},
        {"wind -\"solar power\"", "wind -\"solar power\""},
        {"wind -(solar coal)", "wind -(solar coal)"},
        {"wind -title:solar", "wind -title:solar"},
        {"wind NOT NOT solar", "wind solar"},
        {"wind - solar", "wind solar"},
        {"wind-solar", "wind-solar"},
    };
    CHECK(examples);
}

static void a_temperature_below_zero_begins_with_a_hyphen(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"-20 °C", "-20 °c"},
        {"-20°", "-20°"},
        {"  −20 °C", "-20 °c"},
        {"-5,5 degrees in May", "-5,5 degrees in may"},
        {"-20 градусов", "-20 градусов"},
        {"-7 derajat, malam", "-7 derajat, malam"},
        {"-20", "-20"},
        {"-20 km", "-20 km"},
        {"-20 degreesx", "-20 degreesx"},
        {"(-20 °C)", "NOT 20 °c"},
        {"NOT 20 °C", "NOT 20 °c"},
        {"Moscow -20 °C", "moscow -20 °c"},
        {"Moscow −20 °C", "moscow −20 °c"},
        {"Moscow at –20 °C OR (−5 °C)", "moscow at −20 °c OR −5 °c"},
        {"growth −5 km", "growth 5 km"},
    };
    CHECK(examples);
    struct arena arena = {0};
    assert_int_equal(query_parse(slice_of_string("-20 °C"), &arena)->kind, QUERY_TEXT);
    assert_int_equal(query_parse(slice_of_string("-20"), &arena)->kind, QUERY_NOT);
    assert_int_equal(query_parse(slice_of_string("-20 km"), &arena)->kind, QUERY_SEQUENCE);
    assert_int_equal(query_parse(slice_of_string("Moscow -20 °C"), &arena)->kind, QUERY_SEQUENCE);
    arena_free(&arena);
}

static void quotes_make_phrases_and_equals_signs_exact_ones(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"\"Laut Aral\"", "\"laut aral\""},
        {"“Laut Aral”", "\"laut aral\""},
        {"„Laut Aral“ kering", "\"laut aral\" kering"},
        {"„Laut Aral\" kering", "\"laut aral\" kering"},
        {"‟Laut Aral” kering", "\"laut aral\" kering"},
        {"＂Laut Aral＂ kering", "\"laut aral\" kering"},
        {"5‟ kering source:Lensa", "5 kering source:\"lensa\""},
        {"5” kering source:Lensa", "5 kering source:\"lensa\""},
        {"=turbines", "=\"turbines\""},
        {"=\"wind turbines\" =cost", "=\"wind turbines\" =\"cost\""},
        {"kering \"Laut Aral\" surut", "kering \"laut aral\" surut"},
        {"\"cooperation OR -not title:x\"", "\"cooperation or -not title:x\""},
    };
    CHECK(examples);
}

static void fields_take_a_value(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"title:Aral", "title:aral"},
        {"title:\"Laut Aral\" kering", "title:\"laut aral\" kering"},
        {"title:(Laut Aral)", "title:(laut aral)"},
        {"lang:ru", "lang:ru"},
        {"LANG:RU", "lang:ru"},
        {"lang:Russian Арал", "lang:ru арал"},
        {"lang:русский Арал", "lang:ru арал"},
        {"lang:Русский Арал", "lang:ru арал"},
        {"lang:indonesia Aral", "lang:id aral"},
        {"lang:eng Aral", "lang:en aral"},
        {"source:Lensa", "source:\"lensa\""},
        {"source:\"Steppe Wire\"", "source:\"steppe wire\""},
        {"date:2024", "date:2024"},
        {"date:2024-06..2024-07", "date:2024-06..2024-07"},
        {"date:2024-06..", "date:2024-06.."},
        {"date:..2024-06-11", "date:..2024-06-11"},
        {"date:2024..2023-05", "date:2023-05..2024"},
        {"date:2024-06..2024", "date:2024-06..2024"},
        {"(lang:ru Арал) OR (lang:id Aral)", "lang:ru арал OR lang:id aral"},
    };
    CHECK(examples);
}

static void a_star_makes_a_prefix(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"turb*", "turb*"},
        {"Turb* Goldwind", "turb* goldwind"},
        {"turb**", "turb*"},
        {"t*rb", "t*rb"},
    };
    CHECK(examples);
}

static void a_sentence_in_capitals_has_no_operators(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"WHO STARTED THE WAR AND IN WHICH YEAR", "who started the war and in which year"},
        {"ПОЧЕМУ НЕ ПРИНЯЛИ ЗАКОН И КОГДА", "почему не приняли закон и когда"},
        {"MENGAPA RUU DITOLAK DAN OLEH SIAPA", "mengapa ruu ditolak dan oleh siapa"},
        {"ЧТО СДЕЛАЛИ И КТО", "что сделали и кто"},
        {"CHINA AND USA", "china AND usa"},
        {"WHO AND UNICEF", "who AND unicef"},
        {"US AND CHINA NOT EU", "us AND china -eu"},
        {"WHO NOT US", "who -us"},
        {"AS DAN WHO ATAU IT", "as AND who OR it"},
        {"IT IS US AND WHO", "it is us and who"},
        {"WHO STARTED THE WAR AND when", "who started the war AND when"},
        {"WHO STARTED THE WAR AND -WHEN", "who started the war AND -when"},
    };
    CHECK(examples);
    struct arena arena = {0};
    assert_false(query_is_in_capitals((struct slice){0}, &arena));
    assert_false(arena.failed);
    arena_free(&arena);
}

static void a_hyphen_in_a_sentence_excludes_nothing(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"When did the Mercedes -Benz come?", "when did the mercedes benz come?"},
        {"Akun Facebook -nya diretas oleh orang yang tak dikenal.",
         "akun facebook nya diretas oleh orang yang tak dikenal."},
        {"Таких вирусов четыре, и все они легки: -OC43, -HKU1 и другие…",
         "таких вирусов четыре, и все они легки: oc43, hku1 и другие..."},
        {"When did the Mercedes NOT Benz come?", "when did the mercedes -benz come?"},
        {"When did the Mercedes -Benz come", "when did the mercedes -benz come"},
        {"when did the mercedes -benz come?", "when did the mercedes -benz come?"},
        {"lang:en When did the Mercedes -Benz come?", "lang:en when did the mercedes -benz come?"},
        {"Goldwind turbines -China Inc.", "goldwind turbines -china inc."},
    };
    CHECK(examples);
}

static void what_cannot_be_an_operator_is_words(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"cooperation OR", "cooperation or"},
        {"OR cooperation", "or cooperation"},
        {"AND", "and"},
        {"a OR OR b", "a or OR b"},
        {"a AND OR b", "a and OR b"},
        {"a AND NOT", "a and not"},
        {"a AND NOT b", "a AND -b"},
        {"NOT", "not"},
        {"or and not", "or and not"},
        {"\"Laut Aral", "laut aral"},
        {"Laut\" Aral", "laut aral"},
        {"(Laut Aral", "laut aral"},
        {"Laut Aral)", "laut aral"},
        {")(", ""},
        {"lang:klingon", "lang klingon"},
        {"lang:fr", "lang fr"},
        {"lang:r", "lang r"},
        {"date:yesterday", "date yesterday"},
        {"date:2024-13", "date 2024-13"},
        {"title: Aral", "title aral"},
        {"note: Aral", "note: aral"},
    };
    CHECK(examples);
}

static void a_field_without_its_value_is_told(void **state) {
    (void)state;
    static const struct {
        const char *query, *misread;
    } cases[] = {
        {"wind lang:klingon", "lang:klingon"},
        {"DATE:today wind", "DATE:today"},
        {"(sea OR date:2024-13) salt", "date:2024-13"},
        {"wind lang:ru date:2024", ""},
        {"what lang: and date: are for", ""},
        {"klingon:lang source:klingon title:klingon", ""},
        {"source:(Lensa OR Vestnik)", "source:(Lensa"},
        {"source:\"(Lensa)\" wind", ""},
        {"\"lang:klingon\" ", ""},
        {"", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct query_node *query = query_parse(slice_of_string(cases[i].query), &arena);
        if (!slice_equal(query_misread(query), slice_of_string(cases[i].misread))) {
            fail_msg("in [%s] [%s] is not what is told", cases[i].query, cases[i].misread);
        }
    }
    arena_free(&arena);
}

static void a_star_that_makes_no_prefix_is_told(void **state) {
    (void)state;
    static const struct {
        const char *query, *starred;
    } cases[] = {
        {"wi*d", "wi*d"},
        {"sea *wind", "*wind"},
        {"\"wind turb*\" sea", "turb*"},
        {"=turb*", "turb*"},
        {"-title:AT&T*", "AT&T*"},
        {"wind* -turb** title:sea*", ""},
        {"* wind * ** 5*3", ""},
        {"", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct query_node *query = query_parse(slice_of_string(cases[i].query), &arena);
        if (!slice_equal(query_stray_star(query), slice_of_string(cases[i].starred))) {
            fail_msg("in [%s] [%s] is not what is told", cases[i].query, cases[i].starred);
        }
    }
    arena_free(&arena);
}

static void words_are_told_from_the_notation(void **state) {
    (void)state;
    static const struct {
        const char *query, *words;
    } cases[] = {
        {"Laut Aral", "Laut Aral"},
        {"title:море OR -(=рыба вод*)", "море рыба вод"},
        {"\"Laut Aral\" lang:id source:Lensa date:2024.. garam", "Laut Aral garam"},
        {"lang:ru", ""},
        {"", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes words = {0};
        query_append_words(query_parse(slice_of_string(cases[i].query), &arena), &words);
        if (!slice_equal(bytes_slice(&words), slice_of_string(cases[i].words))) {
            fail_msg("[%s] has the words [%s]", cases[i].query, bytes_string(&words));
        }
        bytes_free(&words);
    }
    arena_free(&arena);
}

static void a_group_is_what_all_its_parts_are(void **state) {
    (void)state;
    static const struct {
        const char *query;
        enum query_role role;
    } cases[] = {
        {"lang:en OR lang:ru", QUERY_FILTER},
        {"(lang:en date:2024) OR -source:Lensa", QUERY_FILTER},
        {"title:wind OR \"wind turbine\"", QUERY_DEMAND},
        {"lang:en AND =wind", QUERY_DEMAND},
        {"lang:en OR wind", QUERY_WISH},
        {"\"wind turbine\" AND (lang:en OR win*)", QUERY_WISH},
        {"wind OR sea", QUERY_WISH},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct query_node *query = query_parse(slice_of_string(cases[i].query), &arena);
        if (query_role(query) != cases[i].role) {
            fail_msg("[%s] has role %d", cases[i].query, (int)query_role(query));
        }
    }
    arena_free(&arena);
}

static void what_has_no_words_is_nothing(void **state) {
    (void)state;
    static const struct example examples[] = {
        {"", ""},          {"   ", ""}, {"\"\"", ""},    {"()", ""}, {"-", ""},
        {"- -- --- ", ""}, {"*", ""},   {"= ** ( ", ""}, {"?!", ""}, {"-(\"\")", ""},
    };
    CHECK(examples);
}

static void deep_nesting_ends_somewhere(void **state) {
    (void)state;
    struct arena arena = {0};
    static const char *const openings[] = {"(", "-(", "title:", "-title:-", "NOT (", "((\""};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct bytes query = {0}, out = {0};
        for (int j = 0; j < 20000; j++) {
            bytes_append_string(&query, openings[i]);
        }
        bytes_append_string(&query, "x");
        query_print(query_parse(bytes_slice(&query), &arena), &out);
        assert_false(out.failed);
        bytes_free(&query);
        bytes_free(&out);
        arena_empty(&arena);
    }
    arena_free(&arena);
}

/* A group that is too deep is passed over once, not again by each group around it: that would take
 * twenty seconds. */
static void brackets_without_an_end_take_no_time(void **state) {
    (void)state;
    struct arena arena = {0};
    struct bytes query = {0};
    for (int i = 0; i < 20000; i++) {
        bytes_append_byte(&query, '(');
    }
    clock_t start = clock();
    assert_null(query_parse(bytes_slice(&query), &arena));
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    assert_false(query.failed || arena.failed);
    bytes_free(&query);
    arena_free(&arena);
}

/* A small generator (xorshift), so that a failure can be repeated. */
static uint32_t random_next(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void reading_what_was_read_changes_nothing(void **state) {
    (void)state;
    static const char *const pieces[] = {
        " ",       " ",       "(",      ")",    "\"",    "“",       "-",      "=",
        "*",       "OR",      " OR ",   "AND",  " AND ", "NOT",     " NOT ",  "title:",
        "lang:",   "lang:ru", "date:",  "2024", "..",    "source:", "a",      "Laut",
        "Аральск", "ё",       "\u00A0", "5",    "%",     "x-y",     "\u2010", "\uFF08",
        "\uFF1A",  "\u00AD",  "ИЛИ",    " И ",  "😀",
    };
    struct arena arena = {0};
    uint32_t seed = 20250611;
    for (int i = 0; i < 20000; i++) {
        struct bytes query = {0};
        uint32_t length = 1 + random_next(&seed) % 12;
        for (uint32_t j = 0; j < length; j++) {
            bytes_append_string(&query,
                                pieces[random_next(&seed) % (sizeof pieces / sizeof *pieces)]);
        }
        const char *once = read_as(bytes_string(&query), &arena);
        const char *twice = read_as(once, &arena);
        if (strcmp(once, twice) != 0) {
            fail_msg("[%s] is read as [%s], and that as [%s]", bytes_string(&query), once, twice);
        }
        bytes_free(&query);
        arena_empty(&arena);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_as_words),
        cmocka_unit_test(operators_join_words),
        cmocka_unit_test(what_is_said_again_is_searched_for_once),
        cmocka_unit_test(what_is_excluded_has_a_minus),
        cmocka_unit_test(a_temperature_below_zero_begins_with_a_hyphen),
        cmocka_unit_test(quotes_make_phrases_and_equals_signs_exact_ones),
        cmocka_unit_test(fields_take_a_value),
        cmocka_unit_test(a_star_makes_a_prefix),
        cmocka_unit_test(a_sentence_in_capitals_has_no_operators),
        cmocka_unit_test(a_hyphen_in_a_sentence_excludes_nothing),
        cmocka_unit_test(what_cannot_be_an_operator_is_words),
        cmocka_unit_test(a_field_without_its_value_is_told),
        cmocka_unit_test(a_star_that_makes_no_prefix_is_told),
        cmocka_unit_test(words_are_told_from_the_notation),
        cmocka_unit_test(a_group_is_what_all_its_parts_are),
        cmocka_unit_test(what_has_no_words_is_nothing),
        cmocka_unit_test(deep_nesting_ends_somewhere),
        cmocka_unit_test(brackets_without_an_end_take_no_time),
        cmocka_unit_test(reading_what_was_read_changes_nothing),
    };
    return cmocka_run_group_tests_name("query language", tests, NULL, NULL);
}
