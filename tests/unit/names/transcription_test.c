/* Names as one language writes them in the other alphabet. transcribed.tsv has a name a line: the
 * language, the name in Latin letters and in Russian, and the Russian name in another case. */
#include "corpus/names/transcription.h"

#include "corpus/base/bytes.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Whether one name finds the other, by their sounds or as some language writes it. */
static bool meets(struct slice name, struct slice other) {
    bool met = name_same(name, other);
    for (size_t i = 0; i < TRANSCRIPTIONS && !met; i++) {
        char written[TRANSCRIBED_BYTES];
        struct slice as_written = slice_of(written, transcription_write(name, i, written));
        met = slice_equal(as_written, other) || name_same(as_written, other);
    }
    return met;
}

static void assert_meet(const char *latin, const char *russian) {
    if (!meets(slice_of_string(latin), slice_of_string(russian)) ||
        !meets(slice_of_string(russian), slice_of_string(latin))) {
        fail_msg("%s and %s do not meet", latin, russian);
    }
}

static void languages_write_names_by_their_own_rules(void **state) {
    (void)state;
    assert_meet("friedrich", "фридрих"); /* but Richard is Ричард */
    assert_meet("qing", "цин");
    assert_meet("zhengzhou", "чжэнчжоу");
    assert_meet("wuxi", "уси");
    assert_meet("kojima", "кодзима");
    assert_meet("juárez", "хуарес");
    assert_meet("szczecin", "щецин");
    assert_meet("giovanni", "джованни");
    assert_meet("dương", "зыонг");
    assert_meet("nagy", "надь");
    assert_meet("erdoğan", "эрдоган");
    assert_meet("drake", "дрейк");
    assert_meet("taylor", "тейлор");
    assert_meet("johnson", "джонсон");
    assert_meet("çavuşoğlu", "чавушоглу");
    assert_meet("cavusoglu", "чавушоглу");
    assert_meet("japarov", "жапаров");
    assert_meet("jeenbekov", "жээнбеков");
}

static void azerbaijani_letters_are_read(void **state) {
    (void)state;
    assert_true(meets(slice_of_string("əliyev"), slice_of_string("алиев")));
    assert_true(meets(slice_of_string("gəncə"), slice_of_string("гянджа")));
    assert_true(meets(slice_of_string("naxçıvan"), slice_of_string("нахичевань")));
    assert_true(meets(slice_of_string("sumqayıt"), slice_of_string("сумгаит")));
}

/* Whether some language writes the name so. */
static bool writes(const char *name, const char *as) {
    bool written_so = false;
    for (size_t i = 0; i < TRANSCRIPTIONS; i++) {
        char written[TRANSCRIBED_BYTES];
        size_t length = transcription_write(slice_of_string(name), i, written);
        written_so |= slice_equal(slice_of(written, length), slice_of_string(as));
    }
    return written_so;
}

static void rules_for_one_place_in_a_name_come_before_those_for_any(void **state) {
    (void)state;
    assert_true(writes("юн", "yong"));
    assert_true(writes("ю", "you"));
    assert_true(writes("tohoku", "тохоку"));
    assert_true(writes("boccaccio", "боккаччо"));
    assert_true(writes("ohno", "оно")); /* a long o */
}

static void what_nobody_hears_is_not_written(void **state) {
    (void)state;
    assert_true(meets(slice_of_string("peugeot"), slice_of_string("пежо")));
    assert_true(meets(slice_of_string("maupassant"), slice_of_string("мопассан")));
    assert_true(meets(slice_of_string("archimedes"), slice_of_string("архимед")));
}

static void what_is_no_name_is_not_written(void **state) {
    (void)state;
    char written[TRANSCRIBED_BYTES];
    for (size_t i = 0; i < TRANSCRIPTIONS; i++) {
        assert_int_equal(transcription_write(slice_of(NULL, 0), i, written), 0);
        assert_int_equal(transcription_write(slice_of_string("b52"), i, written), 0);
        assert_int_equal(transcription_write(slice_of_string("ф16"), i, written), 0);
        assert_int_equal(transcription_write(slice_of_string("北京"), i, written), 0);
        assert_int_equal(transcription_write(slice_of_string("a\xff\xfe"), i, written), 0);
        assert_int_equal(transcription_write(slice_of_string("фa\xd0"), i, written), 0);
    }
}

static void long_names_are_cut(void **state) {
    (void)state;
    struct bytes name = {0};
    char written[TRANSCRIBED_BYTES];
    for (int i = 0; i < 1000; i++) {
        bytes_append_string(&name, "щ");
    }
    for (size_t i = 0; i < TRANSCRIPTIONS; i++) {
        assert_in_range(transcription_write(bytes_slice(&name), i, written), 1, TRANSCRIBED_BYTES);
    }
    /* At the end, not where what is written happens to be long. */
    char whole[TRANSCRIBED_BYTES];
    bytes_clear(&name);
    bytes_append_string(&name, "щщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщщв");
    for (size_t i = 0; i < TRANSCRIPTIONS; i++) {
        size_t length = transcription_write(bytes_slice(&name), i, written);
        size_t without = transcription_write(slice_of(name.data, name.length - 2), i, whole);
        assert_true(slice_equal(slice_of(written, length), slice_of(whole, without)));
    }
    bytes_free(&name);
}

/* A share of the file's names, found from Russian (in a case) and from Latin letters. */
static void most_names_of_the_world_are_met(void **state) {
    (void)state;
    FILE *file = fopen("tests/unit/names/transcribed.tsv", "r");
    assert_non_null(file);
    char line[512];
    size_t names = 0, read = 0, from_russian = 0, from_latin = 0;
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#') {
            continue;
        }
        char *rest = line;
        struct bytes forms[4] = {0};
        for (size_t i = 0; i < 4; i++) {
            char *form = strsep(&rest, "\t\n");
            assert_non_null(form);
            word_normalise(slice_of_string(form), &forms[i]);
        }
        struct slice latin = bytes_slice(&forms[1]), russian = bytes_slice(&forms[2]);
        names++;
        read += name_same(latin, russian);
        from_russian += meets(bytes_slice(&forms[3]), latin);
        from_latin += meets(latin, russian);
        for (size_t i = 0; i < 4; i++) {
            bytes_free(&forms[i]);
        }
    }
    fclose(file);
    print_message("# %zu names: %zu as they are read, %zu from Russian, %zu from Latin letters\n",
                  names, read, from_russian, from_latin);
    assert_true(names > 3000);
    assert_true((double)from_russian >= 0.86 * (double)names);
    assert_true((double)from_latin >= 0.94 * (double)names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_write_names_by_their_own_rules),
        cmocka_unit_test(azerbaijani_letters_are_read),
        cmocka_unit_test(rules_for_one_place_in_a_name_come_before_those_for_any),
        cmocka_unit_test(what_nobody_hears_is_not_written),
        cmocka_unit_test(what_is_no_name_is_not_written),
        cmocka_unit_test(long_names_are_cut),
        cmocka_unit_test(most_names_of_the_world_are_met),
    };
    return cmocka_run_group_tests_name("transcription", tests, NULL, NULL);
}
