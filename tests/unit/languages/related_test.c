/* Stems that name the same thing without being the same word. */
#include "corpus/languages/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct stem {
    char text[LANGUAGE_STEM_BYTES];
    size_t length;
};

static struct stem stem_word(const struct language *language, const char *word) {
    struct stem stem;
    struct stemmer *stemmer = language->stemmer_new();
    assert_non_null(stemmer);
    stem.length = language->stem(stemmer, slice_of_string(word), stem.text);
    language->stemmer_free(stemmer);
    return stem;
}

static bool are_related(const char *code, const char *first, const char *second) {
    const struct language *language = language_find(slice_of_string(code));
    struct stem from = stem_word(language, first);
    struct stem to = stem_word(language, second);
    struct stemmer *stemmer = language->stemmer_new();
    struct stem related = {.length = 1};
    bool found = false;
    assert_non_null(stemmer);
    for (size_t number = 0; related.length > 0 && !found; number++) {
        related.length =
            language->related(stemmer, slice_of(from.text, from.length), number, related.text);
        found = slice_equal(slice_of(related.text, related.length), slice_of(to.text, to.length));
    }
    language->stemmer_free(stemmer);
    return found;
}

static void a_country_and_its_adjective_are_related_both_ways(void **state) {
    (void)state;
    assert_true(are_related("ru", "япония", "японского"));
    assert_true(are_related("ru", "японские", "японии"));
    assert_true(are_related("ru", "казахстане", "казахстанский"));
    assert_true(are_related("ru", "ташкент", "ташкентская"));
    assert_true(are_related("ru", "индии", "индийскими"));
    assert_true(are_related("ru", "арала", "аральское"));
    assert_true(are_related("ru", "москвы", "московская"));
    assert_true(are_related("ru", "самарская", "самаре"));
    assert_true(are_related("ru", "грузию", "грузинских"));
    assert_true(are_related("en", "indonesia", "indonesian"));
    assert_true(are_related("en", "switzerland", "swiss"));
    assert_true(are_related("en", "japan", "japanese"));
    assert_true(are_related("en", "uzbek", "uzbekistan"));
}

static void a_place_that_no_list_has_is_related_to_its_adjective(void **state) {
    (void)state;
    assert_true(are_related("ru", "рогуна", "рогунской"));
    assert_true(are_related("ru", "семарангская", "семаранге"));
    assert_false(are_related("ru", "петров", "петровская")); /* of a surname another is made */
    assert_false(are_related("ru", "завод", "заводской"));   /* no name */
}

static void a_verb_and_the_noun_made_of_it_are_related_both_ways(void **state) {
    (void)state;
    assert_true(are_related("en", "governed", "governments"));
    assert_true(are_related("en", "creation", "creates"));
    assert_true(are_related("en", "connect", "connection"));
    assert_true(are_related("en", "national", "nations"));
    assert_true(are_related("en", "history", "historical"));
    assert_true(are_related("en", "trafficking", "traffickers"));
    assert_false(are_related("en", "traffic", "trafficking"));
}

static void the_aspects_of_a_verb_are_related_where_no_ending_tells(void **state) {
    (void)state;
    assert_true(are_related("ru", "говорит", "сказал"));
    assert_true(are_related("ru", "взяли", "берет"));
    assert_true(are_related("ru", "опубликовали", "публикует"));
    assert_false(are_related("ru", "говорит", "взял"));
}

static void words_that_only_look_so_are_not(void **state) {
    (void)state;
    assert_false(are_related("en", "fine", "final"));
    assert_false(are_related("en", "finance", "fines"));
    assert_false(are_related("en", "legal", "legs"));
    assert_false(are_related("en", "several", "severe"));
    assert_false(are_related("en", "salt", "saltation"));
    assert_false(are_related("en", "state", "station"));
    assert_false(are_related("en", "pass", "passion"));
    assert_false(are_related("en", "port", "portion"));
    assert_false(are_related("en", "new", "news"));
    assert_false(are_related("en", "universe", "university"));
}

static void different_countries_are_not(void **state) {
    (void)state;
    assert_false(are_related("ru", "япония", "китайский"));
    assert_false(are_related("ru", "вода", "водный"));
    assert_false(are_related("en", "austria", "australian"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_country_and_its_adjective_are_related_both_ways),
        cmocka_unit_test(a_place_that_no_list_has_is_related_to_its_adjective),
        cmocka_unit_test(a_verb_and_the_noun_made_of_it_are_related_both_ways),
        cmocka_unit_test(the_aspects_of_a_verb_are_related_where_no_ending_tells),
        cmocka_unit_test(words_that_only_look_so_are_not),
        cmocka_unit_test(different_countries_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
