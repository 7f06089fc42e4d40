/* Clues: a few letters show which words may have a stem. Here are those that each language gives
 * for its own. */
#include "corpus/languages/clues.h"

#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool show(const struct clues *clues, const char *code, const char *word) {
    return clues_show(clues, code, slice_of_string(word));
}

static void begin(struct clues *clues, const char *code, const char *form, size_t letters) {
    clues_add_begin(clues, code, slice_of_string(form), letters);
}

static void words_begin_with_as_many_letters_as_are_known(void **state) {
    (void)state;
    struct clues clues = {0};
    assert_false(show(&clues, "en", "wind"));
    begin(&clues, "en", "turbine", 3);
    assert_true(show(&clues, "en", "Turbines"));
    assert_true(show(&clues, "en", "TUR"));
    assert_false(show(&clues, "en", "tundra"));
    assert_false(show(&clues, "en", "tu"));
    begin(&clues, "en", "wind", 2);
    assert_true(show(&clues, "en", "wire") && show(&clues, "en", "wi"));
    assert_false(show(&clues, "en", "wet") || show(&clues, "en", "w"));
    begin(&clues, "en", "sea", 1);
    assert_true(show(&clues, "en", "s") && show(&clues, "en", "salt"));
}

static void a_short_form_is_the_whole_word(void **state) {
    (void)state;
    struct clues clues = {0};
    begin(&clues, "en", "a", 3);
    begin(&clues, "en", "of", 3);
    begin(&clues, "en", "x", 2);
    assert_true(show(&clues, "en", "a") && show(&clues, "en", "Of") && show(&clues, "en", "x"));
    assert_false(show(&clues, "en", "at") || show(&clues, "en", "often") ||
                 show(&clues, "en", "xylem"));
}

static void case_and_yo_make_no_difference(void **state) {
    (void)state;
    struct clues clues = {0};
    begin(&clues, "ru", "елка", 3);
    assert_true(show(&clues, "ru", "Ёлки") && show(&clues, "ru", "ЕЛКУ"));
    assert_false(show(&clues, "ru", "енот"));
    begin(&clues, "ru", "ястреб", 3);
    assert_true(show(&clues, "ru", "Ястреба") && show(&clues, "ru", "ЯСТРЕБ"));
}

static void roots_are_inside(void **state) {
    (void)state;
    struct clues clues = {0};
    clues_add_inside(&clues, "id", slice_of_string("tulis"));
    assert_true(show(&clues, "id", "tertulis") && show(&clues, "id", "Tulisan"));
    assert_false(show(&clues, "id", "membaca") || show(&clues, "id", "tul"));
    clues_add_inside(&clues, "id", slice_of_string("bom"));
    assert_true(show(&clues, "id", "mengebom") && show(&clues, "id", "bomnya"));
    assert_false(show(&clues, "id", "bon"));
    clues_add_inside(&clues, "id", slice_of_string("di"));
    assert_true(show(&clues, "id", "di"));
    assert_false(show(&clues, "id", "dibaca"));
}

static void languages_do_not_show_each_others_clues(void **state) {
    (void)state;
    struct clues clues = {0};
    begin(&clues, "en", "turbine", 3);
    clues_add_inside(&clues, "id", slice_of_string("angin"));
    assert_false(show(&clues, "id", "turbin") || show(&clues, "en", "angin"));
}

/* Before they were normalised, these may have been spelled in many ways. */
static void what_is_not_of_letters_alone_shows_every_clue(void **state) {
    (void)state;
    static const char *const words[] = {"COVID-19", "don't", "52",     "café",
                                        "їжа",      "Cудан", "рaboтa", "日本"};
    struct clues clues = {0};
    begin(&clues, "en", "turbine", 3);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_true(show(&clues, "en", words[i]));
    }
}

/* Forms that begin otherwise than their stem, or do not have it at all. */
static void each_language_knows_how_its_forms_begin(void **state) {
    (void)state;
    static const struct {
        const char *code, *stem, *forms[6], *others[4];
    } words[] = {
        {"en", "go", {"go", "goes", "going", "went", "Gone"}, {"get", "wend", "sea", "ago"}},
        {"en", "fetus", {"fetus", "foetus", "Foetuses"}, {"fat", "foil"}},
        {"en", "adman", {"adman", "admen"}, {"adverb", "admit", "human"}},
        {"en", "codex", {"codex", "codices"}, {"coda", "cold", "index"}},
        {"en", "elf", {"elf", "elves"}, {"elk", "shelf"}},
        {"en", "turbine", {"turbine", "turbines"}, {"turban", "tundra", "carbine"}},
        {"ru", "день", {"день", "дня", "Дни", "днем"}, {"лень", "ночь"}},
        {"ru", "брать", {"брать", "беру", "брал"}, {"жать", "отбирать"}},
        {"ru", "лить", {"лить", "льет", "лила"}, {"пить", "вода"}},
        {"ru", "человек", {"человек", "люди", "Людьми"}, {"чело", "чекан", "людоед"}},
        {"ru", "погибнуть", {"погибнуть", "погиб", "погибших"}, {"погода", "гибель"}},
        {"ru", "достичь", {"достичь", "достигнет", "Достиг"}, {"достать", "стих"}},
        {"ru", "найти", {"найти", "нашли", "найден"}, {"напасть", "выйти"}},
        {"ru", "лев", {"лев", "льва", "Львом"}, {"левый", "лес", "вода"}},
        {"ru", "статья", {"статья", "статей", "статью"}, {"сталь", "сеть"}},
        {"ru", "колесо", {"колесо", "колес", "колеса"}, {"клен", "весло"}},
        {"ru", "казахстанц", {"казахстанец", "казахстанцев"}, {"казна", "узбек"}},
        {"ru", "построить", {"построить", "построенный"}, {"пост", "построгать", "порядок"}},
        {"id", "tulis", {"tulis", "menulis", "penulisan", "tertulis"}, {"tali", "manis", "linu"}},
        {"id", "sapu", {"sapu", "menyapu", "penyapu", "disapu"}, {"nyaring", "sapa"}},
        {"id", "kata", {"kata", "mengatakan", "dikatakannya"}, {"gatal", "kita"}},
        {"id", "pukul", {"pukul", "memukul", "pemukulan"}, {"mukim", "pukat"}},
        {"id", "bom", {"bom", "pengeboman"}, {"bon", "beras"}},
        {"id", "cek", {"cek", "mengecek", "dicek"}, {"cekal", "kecut"}},
        {"id", "masuk", {"masukkan", "memasukkan"}, {"musik", "asuh"}},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct language *language = language_find(slice_of_string(words[i].code));
        struct stemmer *stemmer = language->stemmer_new();
        struct clues clues = {0};
        language->clues(stemmer, slice_of_string(words[i].stem), &clues);
        for (size_t j = 0; j < 6 && words[i].forms[j]; j++) {
            assert_true(show(&clues, words[i].code, words[i].forms[j]));
        }
        size_t shown = 0, others = 0;
        for (; others < 4 && words[i].others[others]; others++) {
            shown += show(&clues, words[i].code, words[i].others[others]);
        }
        assert_true(shown < others); /* some may, by their letters */
        language->stemmer_free(stemmer);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_begin_with_as_many_letters_as_are_known),
        cmocka_unit_test(a_short_form_is_the_whole_word),
        cmocka_unit_test(case_and_yo_make_no_difference),
        cmocka_unit_test(roots_are_inside),
        cmocka_unit_test(languages_do_not_show_each_others_clues),
        cmocka_unit_test(what_is_not_of_letters_alone_shows_every_clue),
        cmocka_unit_test(each_language_knows_how_its_forms_begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
