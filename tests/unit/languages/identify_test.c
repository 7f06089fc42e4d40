/* Which language a text is in. */
#include "corpus/languages/identify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *identify(const char *text) {
    return language_identify(slice_of_string(text), slice_of_string(""), NULL)->code;
}

static void sentences_are_told_apart(void **state) {
    (void)state;
    assert_string_equal(identify("Pemerintah akan membangun rel kereta dari Tiongkok."), "id");
    assert_string_equal(identify("The government will build a railway to China."), "en");
    assert_string_equal(identify("Правительство построит железную дорогу в Китай."), "ru");
    assert_string_equal(identify("Уряд збудує залізницю, що йде до Китаю."), "xx");
    assert_string_equal(identify("De regering zal een spoorweg naar China bouwen."), "xx");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
