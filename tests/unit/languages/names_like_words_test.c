/* Names that capitals tell from forms of other words: every language's table is as it must be. */
#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_form_begins_as_its_stem_and_is_found(void **state) {
    (void)state;
    size_t found = 0;
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        for (const struct word_forms *name = language->names; name && name->stem; name++) {
            const char *forms = name->forms;
            for (struct slice form; next_form(&forms, &form); found++) {
                struct slice stem = language_find_name(language, form);
                if (!slice_equal(stem, slice_of_string(name->stem))) {
                    fail_msg("%s: %.*s is \"%.*s\", not \"%s\"", language->code, (int)form.length,
                             form.data, (int)stem.length, stem.data, name->stem);
                }
            }
        }
    }
    assert_true(found > 0);
}

static void other_words_are_none(void **state) {
    (void)state;
    static const char *const words[][2] = {{"ru", "газ"},   {"ru", ""},     {"ru", "г"},
                                           {"en", "shall"}, {"en", "mayo"}, {"id", "gaza"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct language *language = language_find(slice_of_string(words[i][0]));
        assert_int_equal(language_find_name(language, slice_of_string(words[i][1])).length, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_begins_as_its_stem_and_is_found),
        cmocka_unit_test(other_words_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
