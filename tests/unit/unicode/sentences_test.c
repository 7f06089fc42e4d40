/* Sentences end where a reader says they end. */
#include "corpus/languages/language.h"
#include "corpus/unicode/sentences.h"
#include "tests/unit/unicode/break_conformance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/failing_memory.h"

static void check_sentences(const struct break_test *test, const char *line) {
    bool boundary[BREAK_TEST_BYTES + 1] = {true};
    struct slice text = slice_of(test->bytes, test->length);
    for (size_t at = 0; at < text.length;) {
        size_t end = sentence_end(text, at, NULL);
        assert_in_range(end, at + 1, text.length);
        boundary[end] = true;
        at = end;
    }
    if (memcmp(boundary, test->boundary, test->length + 1) != 0) {
        fail_msg("other sentences than: %s", line);
    }
}

static void unicode_sentence_break_test_passes(void **state) {
    (void)state;
    size_t count =
        break_tests_run("/usr/share/unicode/auxiliary/SentenceBreakTest.txt", check_sentences);
    assert_in_range(count, 500, 10000);
}

/* `expected` has a '|' where a sentence ends within the text. */
static void assert_sentences(const char *code, const char *expected) {
    char joined[1024], found[1024] = "";
    size_t length = 0;
    for (const char *c = expected; *c; c++) {
        if (*c != '|') {
            joined[length++] = *c;
        }
    }
    struct slice text = slice_of(joined, length);
    const struct language *language = language_find(slice_of_string(code));
    for (size_t at = 0; at < length;) {
        size_t end = sentence_end(text, at, language);
        strncat(found, joined + at, end - at);
        strcat(found, end < length ? "|" : "");
        at = end;
    }
    assert_string_equal(found, expected);
}

static void sentences_end_at_full_stops_question_and_exclamation_marks(void **state) {
    (void)state;
    assert_sentences("en", "It rained. |Did it? |Yes! |It did.");
    assert_sentences("ru", "Шёл дождь. |Правда? |Да! |Шёл.");
    assert_sentences("id", "Hujan turun. |Benarkah? |Ya! |Turun.");
}

static void abbreviations_end_no_sentence(void **state) {
    (void)state;
    assert_sentences("id", "Harganya Rp. 5.000 per kg. |Murah.");
    assert_sentences("id", "Menurut dr. Ahmad itu benar. |Ia pulang.");
    assert_sentences("id", "Irjen. Pol. Budi dan alm. Andi, Kol. Inf. Purnomo. |Ia pulang.");
    assert_sentences("id", "Brigjen TNI (Purn.) Hendro hadir. |Ia pulang.");
    assert_sentences("en", "It was H.E. Mr. Ahmad who spoke. |He left.");
    assert_sentences("en", "The U.S. Army came. |It left.");
    assert_sentences("ru", "В 2025 г. Узбекистан построил 5 тыс. Домов мало. |Да.");
    assert_sentences("ru", "Театр им. Навои открыт. |Он велик.");
    assert_sentences("ru", "Храм св. Николая открыт. |Он велик.");
    assert_sentences("ru", "Он заплатил 300 тыс. руб. Банку. |Всё.");
}

static void a_function_word_with_a_capital_shows_a_new_sentence(void **state) {
    (void)state;
    assert_sentences("en", "He lives in the U.S. |The house is old.");
    assert_sentences("ru", "Это было в 2025 г. |Он уехал.");
}

static void initials_end_no_sentence(void **state) {
    (void)state;
    assert_sentences("ru", "Указ подписал И. В. Петров. |Он вступил в силу.");
    assert_sentences("id", "Buku karya W.S. Rendra dan B. J. Habibie. |Laris.");
    assert_sentences("en", "George W. Bush spoke. |They listened.");
}

static void quotes_belong_to_the_sentence_they_close(void **state) {
    (void)state;
    assert_sentences("en", "“It works.” |They left.");
    assert_sentences("id", "\"Apa kabar?\" tanya dia. |\"Baik.\"");
    assert_sentences("ru", "«Поехали!» — сказал он. |«Да».");
    assert_sentences("ru", "«Где он?» спросила она. |Молчание.");
}

static void numbers_of_footnotes_belong_to_their_sentence(void **state) {
    (void)state;
    assert_sentences("en", "He fell in 1641.[1][12] |Then [2] he rose.[3]");
    assert_sentences("id", "Ia gugur.[7]\n|Lalu bangkit.");
    assert_sentences("ru", "Он пал.[8] |[Затем] встал.");
}

static void an_ellipsis_ends_a_sentence_before_a_capital_only(void **state) {
    (void)state;
    assert_sentences("ru", "Он ждал… и ушёл. |Она… |Нет.");
    assert_sentences("en", "He waited... and left. |She... |No.");
}

static void numbers_and_addresses_hold_together(void **state) {
    (void)state;
    assert_sentences("id", "Nilainya 1.234,5 di kompas.com hari ini. |Naik 3.5 persen.");
    assert_sentences("en", "Version 2.0 of example.com is out. |Get it.");
}

static void a_number_begins_a_sentence(void **state) {
    (void)state;
    assert_sentences("en", "Police came. |20 people left.");
    assert_sentences("id", "Gempa terjadi. |5 orang tewas.");
    assert_sentences("ru", "Поезд сошёл с рельсов. |5 человек погибли.");
    assert_sentences("en", "1. 20 people left.");
    assert_sentences("en", "He waited... 5 minutes.");
}

static void abbreviations_of_numbers_end_a_sentence_before_words_alone(void **state) {
    (void)state;
    assert_sentences("en", "No. 5 and p. 10 of ch. 5 say no. |They do.");
    assert_sentences("en", "Take hwy. 5 north to bldg. 3 of the base.");
    assert_sentences("id", "Pasal 2 jo. 55 dan ay. 3 di rt. 5 desa itu.");
    assert_sentences("ru", "Он ждал в каб. 5 на втором этаже.");
    assert_sentences("id", "Lihat hal. 25 dan No. 5 itu. |Isinya bagus.");
    assert_sentences("ru", "Пришли ок. 7 человек, см. п. 5 закона. |Ясно.");
}

static void a_line_end_ends_a_sentence(void **state) {
    (void)state;
    assert_sentences("en", "A heading\n|Some text. |More\r\n|Last");
}

static void sentences_take_linear_time(void **state) {
    (void)state;
    static char text[400000];
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = ". "[i % 2];
    }
    struct slice slice = slice_of(text, sizeof text);
    const struct language *language = language_find(slice_of_string("en"));
    size_t count = 0;
    for (size_t at = 0; at < slice.length; count++) {
        at = sentence_end(slice, at, language);
    }
    assert_in_range(count, 1, sizeof text);
    memset(text, ',', sizeof text);
    for (size_t i = 0; i < sizeof text; i += 20000) {
        text[i] = '.';
    }
    for (size_t at = 0; at < slice.length;) {
        at = sentence_end(slice, at, language);
    }
}

static void abbreviations_are_known_without_memory(void **state) {
    (void)state;
    struct slice text = slice_of_string("Menurut Dr. Ani, air naik. Ia pergi.");
    const struct language *language = language_find(slice_of_string("id"));
    allocations_left = 0;
    size_t end = sentence_end(text, 0, language);
    allocations_left = -1;
    assert_int_equal(end, strlen("Menurut Dr. Ani, air naik. "));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_sentence_break_test_passes),
        cmocka_unit_test(sentences_end_at_full_stops_question_and_exclamation_marks),
        cmocka_unit_test(abbreviations_end_no_sentence),
        cmocka_unit_test(a_function_word_with_a_capital_shows_a_new_sentence),
        cmocka_unit_test(initials_end_no_sentence),
        cmocka_unit_test(quotes_belong_to_the_sentence_they_close),
        cmocka_unit_test(numbers_of_footnotes_belong_to_their_sentence),
        cmocka_unit_test(an_ellipsis_ends_a_sentence_before_a_capital_only),
        cmocka_unit_test(numbers_and_addresses_hold_together),
        cmocka_unit_test(a_number_begins_a_sentence),
        cmocka_unit_test(abbreviations_of_numbers_end_a_sentence_before_words_alone),
        cmocka_unit_test(a_line_end_ends_a_sentence),
        cmocka_unit_test(sentences_take_linear_time),
        cmocka_unit_test(abbreviations_are_known_without_memory),
    };
    return cmocka_run_group_tests_name("sentences", tests, NULL, NULL);
}
