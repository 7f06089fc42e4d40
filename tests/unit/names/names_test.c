/* Names across alphabets. triples.tsv has a name a line: English, Indonesian, Russian, and the
 * Russian one in another case. All forms of a line are one name; no two lines are. */
#include "corpus/names/names.h"

#include "corpus/base/bytes.h"
#include "corpus/unicode/normalise.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { FORMS = 4, MOST_NAMES = 1000 };

static bool same(const char *a, const char *b) {
    return name_same(slice_of_string(a), slice_of_string(b));
}

static bool have_one_key(const char *a, const char *b) {
    char left[NAME_KEY_BYTES], right[NAME_KEY_BYTES];
    size_t left_length = name_key(slice_of_string(a), left);
    size_t right_length = name_key(slice_of_string(b), right);
    return left_length > 0 &&
           slice_equal(slice_of(left, left_length), slice_of(right, right_length));
}

static void a_name_meets_its_spellings_in_other_alphabets(void **state) {
    (void)state;
    assert_true(same("mirziyoyev", "mirziyayev"));
    assert_true(same("wrangel", "врангеля")); /* but Wright is Райт */
    assert_true(same("wren", "рен"));
    assert_true(same("mirziyoyev", "мирзиеева"));
    assert_true(same("tashkent", "tasykent"));
    assert_true(same("tasykent", "ташкенте"));
    assert_true(same("tokayev", "токаевым"));
    assert_true(same("aral", "арала"));
    assert_true(same("soeharto", "сухарто"));
    assert_true(same("djakarta", "джакарте"));
    assert_true(same("vietnam", "вьетнамом"));
    assert_true(same("tchaikovsky", "чайковского"));
    assert_true(same("oʻzbekiston", "узбекистоне"));
    assert_true(same("jinping", "цзиньпина"));
    assert_true(same("xinjiang", "синьцзяна"));
    assert_true(same("aralskoye", "аральского"));
}

static void different_names_stay_apart(void **state) {
    (void)state;
    assert_false(have_one_key("bali", "бал"));
    assert_false(have_one_key("bali", "бала"));
    assert_false(have_one_key("aral", "урал"));
    assert_false(have_one_key("aralsk", "уральск"));
    assert_false(have_one_key("iran", "iraq"));
    assert_false(have_one_key("australia", "austria"));
    assert_false(have_one_key("putin", "patna"));
}

static void cases_of_short_names_keep_their_key(void **state) {
    (void)state;
    assert_true(have_one_key("bali", "бали"));
    assert_true(have_one_key("iran", "ираном"));
    assert_true(have_one_key("крым", "крымом"));
    assert_true(have_one_key("riga", "риги"));
    assert_true(have_one_key("baku", "баку"));
}

static void what_is_no_name_has_no_key(void **state) {
    (void)state;
    char key[NAME_KEY_BYTES];
    assert_int_equal(name_key(slice_of(NULL, 0), key), 0);
    assert_int_equal(name_key(slice_of_string("xi"), key), 0);
    assert_int_equal(name_key(slice_of_string("b52"), key), 0);
    assert_int_equal(name_key(slice_of_string("北京"), key), 0);
    assert_int_equal(name_key(slice_of_string("\xff\xfe"), key), 0);
    static const char *const numerals[] = {"iii", "iv", "xiv", "xv", "xvi", "xviii", "xx", "xxi"};
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++) {
        assert_int_equal(name_key(slice_of_string(numerals[i]), key), 0);
    }
    assert_true(name_key(slice_of_string("xivan"), key) > 0);
}

static void a_key_is_bounded_whatever_the_word(void **state) {
    (void)state;
    char key[NAME_KEY_BYTES];
    struct bytes word = {0};
    for (int i = 0; i < 5000; i++) {
        bytes_append_string(&word, "xъқ");
    }
    assert_in_range(name_key(bytes_slice(&word), key), 1, NAME_KEY_BYTES);
    bytes_clear(&word);
    for (int i = 0; i < 5000; i++) {
        bytes_append_string(&word, "xabqu");
    }
    assert_in_range(name_key(bytes_slice(&word), key), 1, NAME_KEY_BYTES);
    assert_true(name_similarity(bytes_slice(&word), bytes_slice(&word)) == 1);
    bytes_free(&word);
}

static uint32_t consonants_of_key(const char *name) {
    char key[NAME_KEY_BYTES];
    return name_key_consonants(slice_of(key, name_key(slice_of_string(name), key)));
}

static bool may_have_key_of(const char *word, const char *name) {
    return !(consonants_of_key(name) & ~name_consonants(slice_of_string(word)));
}

static void consonants_rule_out_most_words(void **state) {
    (void)state;
    static const char *const words[] = {"Djakarta", "Philip",       "Tsai",     "Quebec",
                                        "Zhukov",   "Rachmaninoff", "XINHUA",   "Уилсон",
                                        "Кардифф",  "Чжэцзян",      "Дзержинск"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct bytes form = {0};
        word_normalise(slice_of_string(words[i]), &form);
        assert_true(may_have_key_of(words[i], bytes_string(&form)));
        bytes_free(&form);
    }
    assert_true(may_have_key_of("Джакарте", "djakarta"));
    assert_false(may_have_key_of("Putin", "bali") || may_have_key_of("Путин", "bali"));
    assert_true(may_have_key_of("Al-Bashir", "bali") && may_have_key_of("Бӓли", "bali"));
}

static void similarity_tells_apart_what_a_key_cannot(void **state) {
    (void)state;
    double equal = name_similarity(slice_of_string("karimov"), slice_of_string("каримов"));
    double close = name_similarity(slice_of_string("karimov"), slice_of_string("карамов"));
    double far = name_similarity(slice_of_string("karimov"), slice_of_string("токаев"));
    assert_true(equal == 1);
    assert_true(close < equal && close > far);
    assert_true(far < NAME_SIMILARITY_SAME);
}

struct names {
    struct bytes text; /* the normalised forms, one behind the other */
    struct {
        size_t start, length;
    } form[MOST_NAMES][FORMS];
    struct {
        char key[NAME_KEY_BYTES];
        size_t length;
    } key[MOST_NAMES][FORMS];
    size_t count;
};

static struct slice form_of(const struct names *names, size_t name, size_t form) {
    return slice_of(names->text.data + names->form[name][form].start,
                    names->form[name][form].length);
}

/* The last part of a name like Нью-Йорк stands for all of it. */
static void read_names(struct names *names) {
    FILE *file = fopen("tests/unit/names/triples.tsv", "r");
    assert_non_null(file);
    char line[512];
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#') {
            continue;
        }
        assert_true(names->count < MOST_NAMES);
        char *rest = line;
        for (size_t i = 0; i < FORMS; i++) {
            char *word = strsep(&rest, "\t\n");
            assert_non_null(word);
            char *hyphen = strrchr(word, '-');
            size_t start = names->text.length;
            word_normalise(slice_of_string(hyphen ? hyphen + 1 : word), &names->text);
            names->form[names->count][i].start = start;
            names->form[names->count][i].length = names->text.length - start;
        }
        names->count++;
    }
    fclose(file);
    for (size_t a = 0; a < names->count; a++) {
        for (size_t i = 0; i < FORMS; i++) {
            names->key[a][i].length = name_key(form_of(names, a, i), names->key[a][i].key);
            struct slice key = slice_of(names->key[a][i].key, names->key[a][i].length);
            assert_int_equal(name_key_consonants(key) & ~name_consonants(form_of(names, a, i)), 0);
        }
    }
}

/* As name_same, with the keys computed once. */
static bool same_forms(const struct names *names, size_t a, size_t i, size_t b, size_t j) {
    size_t length = names->key[a][i].length;
    return length > 0 && length == names->key[b][j].length &&
           memcmp(names->key[a][i].key, names->key[b][j].key, length) == 0 &&
           name_same(form_of(names, a, i), form_of(names, b, j));
}

static void recall_and_precision_over_many_names_hold(void **state) {
    (void)state;
    struct names *names = calloc(1, sizeof *names);
    assert_non_null(names);
    read_names(names);
    assert_true(names->count >= 500);
    size_t pairs = 0, found = 0, wrong = 0;
    for (size_t a = 0; a < names->count; a++) {
        for (size_t i = 0; i < FORMS; i++) {
            for (size_t j = i + 1; j < FORMS; j++) {
                pairs++;
                found += same_forms(names, a, i, a, j);
            }
        }
        for (size_t b = a + 1; b < names->count; b++) {
            for (size_t i = 0; i < FORMS; i++) {
                for (size_t j = 0; j < FORMS; j++) {
                    wrong += same_forms(names, a, i, b, j);
                }
            }
        }
    }
    double recall = (double)found / (double)pairs;
    double precision = (double)found / (double)(found + wrong);
    print_message("# %zu names: recall %.4f, precision %.4f\n", names->count, recall, precision);
    assert_true(recall >= 0.95);
    assert_true(precision >= 0.99);
    bytes_free(&names->text);
    free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_meets_its_spellings_in_other_alphabets),
        cmocka_unit_test(different_names_stay_apart),
        cmocka_unit_test(cases_of_short_names_keep_their_key),
        cmocka_unit_test(what_is_no_name_has_no_key),
        cmocka_unit_test(a_key_is_bounded_whatever_the_word),
        cmocka_unit_test(consonants_rule_out_most_words),
        cmocka_unit_test(similarity_tells_apart_what_a_key_cannot),
        cmocka_unit_test(recall_and_precision_over_many_names_hold),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
