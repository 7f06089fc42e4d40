/* Two spellings of one word have one normalised form. */
#include "corpus/base/utf8.h"
#include "corpus/unicode/bare.h"
#include "corpus/unicode/normalise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_form(const char *word, const char *expected) {
    struct bytes form = {0};
    word_normalise(slice_of_string(word), &form);
    assert_string_equal(bytes_string(&form), expected);
    /* Normalising a form changes nothing. */
    struct bytes again = {0};
    word_normalise(bytes_slice(&form), &again);
    assert_string_equal(bytes_string(&again), expected);
    char without_memory[WORD_SHORT_BYTES];
    assert_true(slice_equal(word_normalise_short(slice_of_string(word), without_memory),
                            slice_of_string(expected)));
    bytes_free(&again);
    bytes_free(&form);
}

static void assert_bare(const char *form, const char *expected) {
    char bare[64];
    assert_true(strlen(form) <= sizeof bare);
    size_t length = bare_write(slice_of_string(form), bare);
    assert_true(slice_equal(slice_of(bare, length), slice_of_string(expected)));
}

static void latin_letters_lose_their_marks_where_they_are_to(void **state) {
    (void)state;
    assert_bare("beyoncé", "beyonce");
    assert_bare("việt", "viet");
    assert_bare("œuvre ærø łódź ðþđı", "oeuvre aero lodz dthdi");
    assert_bare("май қазақ йод", "май қазақ йод");
    assert_bare("αβγ 東京 \xff", "αβγ 東京 \xff");
}

static void capitals_are_folded(void **state) {
    (void)state;
    assert_form("JaKaRTa", "jakarta");
    assert_form("МОСКВА", "москва");
    assert_form("Ђўєї", "ђўєї");
    assert_form("ÇĞÉ", "çğé");
    assert_form("Straße", "strasse");
    assert_form("Қазақстан", "қазақстан");
}

static void compatibility_forms_are_one(void **state) {
    (void)state;
    assert_form("Ｊａｋａｒｔａ", "jakarta");
    assert_form("ﬁnal", "final");
}

static void yo_is_ye_everywhere(void **state) {
    (void)state;
    assert_form("Мирзиёев", "мирзиеев");
    assert_form("Ёлка", "елка");
    assert_form("Мирзие\u0308ев", "мирзиеев");
}

static void decomposed_short_i_is_composed_and_is_not_i(void **state) {
    (void)state;
    assert_form("Китаи\u0306", "китай");
    assert_form("китай", "китай");
    assert_form("китаи", "китаи");
}

static void stress_marks_are_dropped_from_cyrillic_vowels(void **state) {
    (void)state;
    assert_form("за\u0301мок", "замок");
    assert_form("замо\u0301к", "замок");
    assert_form("\u0450\u045d", "еи");
    assert_form("о\u0300", "о");
}

static void accents_of_other_letters_stay(void **state) {
    (void)state;
    assert_form("café", "café");
    assert_form("cafe\u0301", "café");
    assert_form("ѓ", "ѓ");
    assert_form("г\u0301", "ѓ");
    assert_form("ї", "ї");
    assert_form("a\u0323\u0302", "ậ");
    assert_form("a\u0302\u0323", "ậ");
}

static void the_turkish_capital_i_is_i(void **state) {
    (void)state;
    assert_form("İstanbul", "istanbul");
    assert_form("I\u0307stanbul", "istanbul");
    assert_form("Diyarbakır", "diyarbakır");
    assert_form("ė", "ė");
}

static void invisible_characters_are_dropped(void **state) {
    (void)state;
    assert_form("ke\u00adreta", "kereta");
    assert_form("\ufeffberita", "berita");
    assert_form("ве\u200bте\u200cр\u200d\u2060", "ветер");
}

static void all_apostrophes_are_one(void **state) {
    (void)state;
    assert_form("Indonesia's", "indonesia's");
    assert_form("Indonesia’s", "indonesia's");
    assert_form("Indonesia‘s", "indonesia's");
    assert_form("Indonesia`s", "indonesia's");
    assert_form("Indonesia´s", "indonesia's");
    assert_form("Oʻzbekiston", "o'zbekiston");
    assert_form("Oʼzbekiston", "o'zbekiston");
    assert_form("го\u0374а", "го'а"); /* becomes an apostrophe by decomposition */
}

static void all_hyphens_are_one(void **state) {
    (void)state;
    assert_form("negara-negara", "negara-negara");
    assert_form("negara‐negara", "negara-negara");
    assert_form("negara\u2011negara", "negara-negara");
    assert_form("negara－negara", "negara-negara");
}

static void invalid_bytes_become_replacement_characters(void **state) {
    (void)state;
    assert_form("a\xff"
                "b",
                "a\ufffd"
                "b");
    assert_form("\xd0", "\ufffd");
}

static void long_words_are_normalised_whole(void **state) {
    (void)state;
    struct bytes word = {0}, form = {0};
    for (int i = 0; i < 5000; i++) {
        bytes_append_string(&word, "\ufdfaÉ");
    }
    word_normalise(bytes_slice(&word), &form);
    assert_false(form.failed);
    assert_true(form.length > word.length);
    bytes_free(&word);
    bytes_free(&form);
}

/* U+FDFA has 33 bytes in 18 letters. */
static void short_forms_are_cut_between_characters(void **state) {
    (void)state;
    static const char *const letters[] = {"a", "ж", "\ufdfa", "É"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        char form[WORD_SHORT_BYTES];
        struct bytes word = {0}, whole = {0};
        for (int j = 0; j < 2 * WORD_SHORT_BYTES; j++) {
            bytes_append_string(&word, letters[i]);
        }
        struct slice cut = word_normalise_short(bytes_slice(&word), form);
        word_normalise(bytes_slice(&word), &whole);
        assert_in_range(cut.length, WORD_SHORT_BYTES - 3, WORD_SHORT_BYTES);
        assert_true(slice_starts_with(bytes_slice(&whole), cut));
        assert_false(utf8_continues(whole.data[cut.length]));
        bytes_free(&word);
        bytes_free(&whole);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_letters_lose_their_marks_where_they_are_to),
        cmocka_unit_test(capitals_are_folded),
        cmocka_unit_test(compatibility_forms_are_one),
        cmocka_unit_test(yo_is_ye_everywhere),
        cmocka_unit_test(decomposed_short_i_is_composed_and_is_not_i),
        cmocka_unit_test(stress_marks_are_dropped_from_cyrillic_vowels),
        cmocka_unit_test(accents_of_other_letters_stay),
        cmocka_unit_test(the_turkish_capital_i_is_i),
        cmocka_unit_test(invisible_characters_are_dropped),
        cmocka_unit_test(all_apostrophes_are_one),
        cmocka_unit_test(all_hyphens_are_one),
        cmocka_unit_test(invalid_bytes_become_replacement_characters),
        cmocka_unit_test(long_words_are_normalised_whole),
        cmocka_unit_test(short_forms_are_cut_between_characters),
    };
    return cmocka_run_group_tests_name("normalise", tests, NULL, NULL);
}
