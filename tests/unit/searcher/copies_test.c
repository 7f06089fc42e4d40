/* What texts that share most of their words must not differ in, to be copies. */
#include "searcher/copies.h"

#include "corpus/languages/language.h"
#include "tests/unit/numbered_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct reader {
    struct analyzer *analyzer;
    struct arena arena;
};

static int set_up(void **state) {
    struct error error = {0};
    struct reader *reader = calloc(1, sizeof *reader);
    assert_non_null(reader);
    reader->analyzer = analyzer_new(&error);
    assert_non_null(reader->analyzer);
    *state = reader;
    return 0;
}

static int tear_down(void **state) {
    struct reader *reader = *state;
    analyzer_free(reader->analyzer);
    arena_free(&reader->arena);
    free(reader);
    return 0;
}

static struct copy_text read_text(struct reader *reader, const char *code, const char *text) {
    struct error error = {0};
    struct token_list list;
    const struct language *language = language_find(slice_of_string(code));
    assert_non_null(language);
    assert_true(analyzer_run(reader->analyzer, slice_of_string(text), language, ANALYSIS_DOCUMENT,
                             &list, &error));
    struct copy_text read = copy_text_read(slice_of_string(text), &list, &reader->arena);
    assert_non_null(read.words);
    return read;
}

static void check(void **state, const char *code, const char *text, const char *other,
                  bool copies) {
    struct copy_text a = read_text(*state, code, text), b = read_text(*state, code, other);
    assert_int_equal(copy_texts_agree(a, b), copies);
    assert_int_equal(copy_texts_agree(b, a), copies);
}

#define check_copies(state, code, text, other) check(state, code, text, other, true)
#define check_apart(state, code, text, other) check(state, code, text, other, false)

/* Everything that may differ in a report of an accident. */
#define ACCIDENT(kilometre, region, day, dead)                                                     \
    "A lorry and a bus collided at kilometre " kilometre " of the road through " region " on " day \
    ", the police said. " dead                                                                     \
    " people were killed. Traffic was stopped until the evening, and the driver of the lorry was " \
    "taken to hospital, where he is to be asked how long he had been on the road without a rest."
#define ONE_ACCIDENT ACCIDENT("214", "Navoi", "3 June", "Four")

static void a_report_with_another_number_is_none(void **state) {
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("871", "Samara", "9 June", "Four"));
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("871", "Navoi", "3 June", "Four"));
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("214", "Navoi", "9 June", "Four"));
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("214", "Navoi", "3 July", "Four"));
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("214", "Navoi", "3 June", "Seven"));
}

static void a_short_report_with_another_name_is_none(void **state) {
    check_apart(state, "en", ONE_ACCIDENT, ACCIDENT("214", "Samara", "3 June", "Four"));
    check_apart(
        state, "id",
        "Persija mengalahkan Persib dengan skor tipis di Jakarta, dan penonton pulang gembira.",
        "Arema mengalahkan Persib dengan skor tipis di Jakarta, dan penonton pulang gembira.");
    check_copies(state, "ru",
                 "Президент Мирзиёев открыл завод в Навои и поговорил с рабочими о воде.",
                 "Президент Мирзиеев открыл завод в Навои и поговорил с рабочими о воде.");
}

static void numbers_are_the_same_however_they_are_written(void **state) {
    check_copies(state, "en", "Some 16,315 people came to the town on 3 June, the mayor said.",
                 "Some 16315 people came to the town on 3 June, the mayor said.");
    check_copies(state, "en", ONE_ACCIDENT " It was the 3-kilometre stretch that is being mended.",
                 ONE_ACCIDENT " It was the 3-kilometer stretch that is being mended.");
    check_copies(state, "id", "Sebanyak 16.315 orang datang ke kota itu kemarin sore.",
                 "Sebanyak 16315 orang datang ke kota itu kemarin sore.");
    check_apart(state, "ru", "На трибунах было 51 112 зрителей, и все пели до конца матча.",
                "На трибунах было 51 113 зрителей, и все пели до конца матча.");
    check_apart(state, "en", ONE_ACCIDENT " Press Ctrl+F4 to go on reading of it.",
                ONE_ACCIDENT " Press Ctrl+F7 to go on reading of it.");
}

static void date_lines_and_signatures_say_nothing(void **state) {
    check_copies(state, "en", ONE_ACCIDENT, "NAVOI, June 4 (Steppe Wire) -- " ONE_ACCIDENT);
    check_copies(state, "en", "TASHKENT, 5 June 2024 (Lensa) - " ONE_ACCIDENT,
                 "NAVOI, June 4 (Steppe Wire) -- " ONE_ACCIDENT);
    check_copies(state, "en", ONE_ACCIDENT " (Reporting by Ann Lee)",
                 ONE_ACCIDENT " Steppe Wire, 4 June 2024.");
    check_copies(state, "en", ONE_ACCIDENT,
                 "What is known of the accident\n" ONE_ACCIDENT " It was the 17th this year.");
    check_apart(state, "en", "3. " ONE_ACCIDENT, "9. " ONE_ACCIDENT);
    check_apart(state, "en", ONE_ACCIDENT " The bus had seats for 40",
                ONE_ACCIDENT " The bus had seats for 28");
}

#define LONG                                                                                       \
    "engineers said that the new dam will raise the northern sea by two metres, enough to bring "  \
    "the harbour within sight of water again after four dry decades. The work is to begin in "     \
    "spring, when the ice has gone, and most of the money is lent by a bank that asks for "        \
    "nothing "                                                                                     \
    "but patience. Fishermen, who have heard promises of a dam before, want to know who will pay " \
    "for the nets, the boats and the road to the market in town: a dam alone catches no fish, "    \
    "says the oldest of them, who has kept his boat under a roof of reeds since the year the "     \
    "water left, and paints it each spring as if it were to sail tomorrow."

#define RUSSIAN                                                                                                                                                    \
    "и что дороги в городе чинили по ночам, когда никто не видел, сколько асфальта везут на " \
    "стройку, сколько на дачу судьи, а сколько вовсе не везут, потому что его не было."

static void a_long_report_may_have_another_agency(void **state) {
    check_copies(state, "en", "Asked by Reuters, " LONG " More was not told to Reuters that day.",
                 "Asked by Lensa, " LONG " More was not told to Lensa that day.");
    check_apart(state, "en", "Asked by Karimov, " LONG " That was said in Navoi on his birthday.",
                "Asked by Petrov, " LONG " That was said in Samara on his birthday.");
}

/* "Residents of ... will vote ..." is about another town, however long it is. */
static void a_name_of_the_titles_is_what_they_are_about(void **state) {
    struct copy_text medan = read_text(*state, "en", "Asked in Medan, " LONG),
                     palu = read_text(*state, "en", "Asked in Palu, " LONG),
                     of_medan = read_text(*state, "en", "A dam for Medan"),
                     of_palu = read_text(*state, "en", "A dam for Palu");
    assert_true(copy_texts_agree(medan, palu));
    medan.title = of_medan.words;
    medan.title_count = of_medan.count;
    assert_true(copy_texts_agree(medan, palu));
    palu.title = of_palu.words;
    palu.title_count = of_palu.count;
    assert_false(copy_texts_agree(medan, palu));
    assert_false(copy_texts_agree(palu, medan));
    palu.title = of_medan.words;
    assert_true(copy_texts_agree(medan, palu));
}

static void a_third_may_be_another(void **state) {
    check_copies(state, "en", LONG, LONG " So they mend the old boats and wait for the water.");
    check_apart(state, "en", LONG, LONG " " ONE_ACCIDENT " Nobody knew what was in the lorry.");
    check_apart(state, "en", LONG, ONE_ACCIDENT);
    check_apart(state, "en", LONG, "");
}

static void a_word_more_says_too_much_in_a_short_text(void **state) {
    check_apart(state, "en", "After a day the jury said that they had found the mayor guilty.",
                "After a day the jury said that they had found the driver guilty.");
    check_copies(state, "en", "After a day the jury said that they had found the mayor guilty.",
                 "LEEDS, 3 June - After a day the jury said that they had found the mayor guilty.");
}

static void what_says_the_opposite_is_none(void **state) {
    check_copies(state, "en", ONE_ACCIDENT " He was found to be guilty of that and of more.",
                 ONE_ACCIDENT " He was held to be guilty of that and of more.");
    check_apart(state, "en", ONE_ACCIDENT " He was found to be guilty of that and of more.",
                ONE_ACCIDENT " He was found not to be guilty of that and of more.");
    check_apart(state, "ru", "Суд признал, что мэр виновен во всём, о чём писали газеты, " RUSSIAN,
                "Суд признал, что мэр не виновен во всём, о чём писали газеты, " RUSSIAN);
}

static void the_same_words_are_copies_however_they_are_set(void **state) {
    check_copies(state, "en", "Choose Insert - More Breaks - Manual Break - Page Style - Format",
                 "Choose Insert\nMore Breaks Manual Break \xC2\xA0Page Style, Format");
    check_copies(state, "en", "", "");
}

/* `count` words that no other `first` has. */
static void write_words(char *at, unsigned first, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        at = write_numbered_word(at, first + i);
    }
}

static void texts_without_any_shared_word_are_apart(void **state) {
    char one[NUMBERED_WORD_BYTES * 400 + 1], other[sizeof one];
    write_words(one, 0, 400);
    write_words(other, 500000, 400);
    check_apart(state, "en", one, other);
    memcpy(other, one, NUMBERED_WORD_BYTES * (size_t)200); /* half of them */
    check_apart(state, "en", one, other);
    memcpy(other, one, NUMBERED_WORD_BYTES * (size_t)300);
    check_copies(state, "en", one, other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_with_another_number_is_none),
        cmocka_unit_test(a_short_report_with_another_name_is_none),
        cmocka_unit_test(numbers_are_the_same_however_they_are_written),
        cmocka_unit_test(date_lines_and_signatures_say_nothing),
        cmocka_unit_test(a_long_report_may_have_another_agency),
        cmocka_unit_test(a_name_of_the_titles_is_what_they_are_about),
        cmocka_unit_test(a_third_may_be_another),
        cmocka_unit_test(a_word_more_says_too_much_in_a_short_text),
        cmocka_unit_test(what_says_the_opposite_is_none),
        cmocka_unit_test(the_same_words_are_copies_however_they_are_set),
        cmocka_unit_test(texts_without_any_shared_word_are_apart),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
