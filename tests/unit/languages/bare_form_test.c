/* What is left of a form without the ends and the doubling that do not change what it means. */
#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct row {
    const char *form, *bare;
};

static void check_rows(const struct row *rows, size_t count) {
    const struct language *language = language_find(slice_of_string("id"));
    struct stemmer *stemmer = language->stemmer_new();
    assert_non_null(stemmer);
    for (size_t i = 0; i < count; i++) {
        struct slice bare = language->bare_form(stemmer, slice_of_string(rows[i].form));
        if (!slice_equal(bare, slice_of_string(rows[i].bare))) {
            fail_msg("%s is %.*s, not %s", rows[i].form, (int)bare.length, bare.data, rows[i].bare);
        }
    }
    language->stemmer_free(stemmer);
}

static void indonesian_clitics_are_cut_off(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"hasilnya", "hasil"},
        {"perusahaannya", "perusahaan"},
        {"rumahku", "rumah"},
        {"bukumu", "buku"},
        {"pergilah", "pergi"},
        {"benarkah", "benar"},
        {"keputusannyalah", "keputusan"},
        {"siapapun", "siapa"},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void what_only_ends_like_them_stays(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"hasil", "hasil"},         {"punya", "punya"},
        {"makalah", "makalah"},     {"masalah", "masalah"},
        {"tanya", "tanya"},         {"kuku", "kuku"},
        {"ilmu", "ilmu"},           {"ampun", "ampun"},
        {"kebakaran", "kebakaran"}, {"", ""},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void doubled_words_are_halved(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"kasus-kasus", "kasus"},
        {"kasus-kasusnya", "kasus"},
        {"nu-nya", "nu"},
        {"sayur-mayur", "sayur-mayur"},
        {"ekonomi-politik", "ekonomi-politik"},
        {"-", "-"},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(indonesian_clitics_are_cut_off),
        cmocka_unit_test(what_only_ends_like_them_stays),
        cmocka_unit_test(doubled_words_are_halved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
