/* corpus/languages/CODE/pairs.tsv of each language: "=" and words that have the first one's stem,
 * "!" and words that have not. The lists are written from the rules and are to be read beside them.
 */
#include "corpus/languages/language.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { LEAST_PAIRS = 300 };

struct fit_stem {
    char text[LANGUAGE_STEM_BYTES];
    size_t length;
};

static struct fit_stem stem_word(const struct language *language, struct stemmer *stemmer,
                                 const char *word) {
    struct fit_stem stem;
    struct slice form = slice_of_string(word);
    stem.length = !strchr(word, '-')          ? language->stem(stemmer, form, stem.text)
                  : language->stem_hyphenated ? language->stem_hyphenated(stemmer, form, stem.text)
                                              : 0;
    if (stem.length == 0) {
        memcpy(stem.text, form.data, form.length);
        stem.length = form.length;
    }
    return stem;
}

/* Whether a word shows a clue of its stem (clues.h). If not, a search for the stem would pass the
 * word. */
static bool shows_clue(const struct language *language, const struct stemmer *stemmer,
                       const struct fit_stem *stem, const char *word) {
    struct clues clues = {0};
    if (!language->clues) {
        return true;
    }
    language->clues(stemmer, slice_of(stem->text, stem->length), &clues);
    bool shown = clues_show(&clues, language->code, slice_of_string(word));
    if (!shown) {
        print_error("%s: %s shows no clue of %.*s\n", language->code, word, (int)stem->length,
                    stem->text);
    }
    return shown;
}

/* Checks the pairs of one line; adds to *wrong those that are not as the line says. */
static size_t check_line(const struct language *language, struct stemmer *stemmer, char *line,
                         size_t *wrong) {
    char *rest = NULL;
    const char *relation = strtok_r(line, "\t\n", &rest);
    const char *first = strtok_r(NULL, "\t\n", &rest);
    size_t pairs = 0;
    if (!relation || !first || relation[0] == '#') {
        return 0;
    }
    struct fit_stem expected = stem_word(language, stemmer, first);
    for (const char *word; (word = strtok_r(NULL, "\t\n", &rest)); pairs++) {
        struct fit_stem stem = stem_word(language, stemmer, word);
        bool same =
            slice_equal(slice_of(stem.text, stem.length), slice_of(expected.text, expected.length));
        if (same != (relation[0] == '=')) {
            print_error("%s: %s is %.*s, %s is %.*s\n", language->code, first, (int)expected.length,
                        expected.text, word, (int)stem.length, stem.text);
            ++*wrong;
        }
        *wrong += !shows_clue(language, stemmer, &stem, word);
    }
    *wrong += !shows_clue(language, stemmer, &expected, first);
    return pairs;
}

static void words_meet_and_stay_apart_as_each_language_says(void **state) {
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        char path[64];
        char *line = NULL;
        size_t room = 0;
        size_t pairs = 0;
        snprintf(path, sizeof path, "corpus/languages/%s/pairs.tsv", language->code);
        FILE *file = fopen(path, "r");
        if (!file) {
            fail_msg("%s: %s", path, strerror(errno));
            return;
        }
        struct stemmer *stemmer = language->stemmer_new ? language->stemmer_new() : NULL;
        while (getline(&line, &room, file) > 0) {
            pairs += check_line(language, stemmer, line, &wrong);
        }
        print_message("# %s: %zu pairs\n", language->code, pairs);
        assert_true(pairs >= LEAST_PAIRS);
        language->stemmer_free(stemmer);
        free(line);
        fclose(file);
    }
    assert_int_equal(wrong, 0);
}

/* A form ends where its bytes end: SANITIZE=1 tells who reads on. */
static void forms_of_a_letter_have_nothing_behind_them(void **state) {
    (void)state;
    char stem[LANGUAGE_STEM_BYTES];
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        struct stemmer *stemmer = language->stemmer_new ? language->stemmer_new() : NULL;
        for (char letter = 'a'; language->stem && letter <= 'z'; letter++) {
            char *form = malloc(1);
            assert_non_null(form);
            *form = letter;
            assert_true(language->stem(stemmer, slice_of(form, 1), stem) <= sizeof stem);
            free(form);
        }
        if (language->stemmer_free) {
            language->stemmer_free(stemmer);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_a_letter_have_nothing_behind_them),
        cmocka_unit_test(words_meet_and_stay_apart_as_each_language_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
