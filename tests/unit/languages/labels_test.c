/* Labels of pages: lines as they are written, in any of the languages. */
#include "corpus/languages/labels.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/unit/failing_memory.h"

static void a_label_is_known_with_the_signs_and_numbers_around_it(void **state) {
    (void)state;
    assert_true(label_is(slice_of_string("READ ALSO:"), LABEL_PAGE));
    assert_true(label_is(slice_of_string("Komentar (0)"), LABEL_COMMENTS));
    assert_true(label_is(slice_of_string("Komentar (0)"), LABEL_PAGE));
    assert_false(label_is(slice_of_string("Read also: Dam raised"), LABEL_PAGE));
    assert_false(label_is(slice_of_string(""), LABEL_PAGE));
}

static void a_label_may_head_a_line_or_begin_a_sentence(void **state) {
    (void)state;
    assert_true(label_heads(slice_of_string("Read also: Dam raised"), LABEL_PAGE));
    assert_true(label_heads(slice_of_string("Read also"), LABEL_PAGE));
    assert_false(label_heads(slice_of_string("Dam raised: read also"), LABEL_PAGE));
    assert_true(label_begins(slice_of_string("Follow us on the air"), LABEL_APPEAL));
    assert_false(label_begins(slice_of_string("They follow us"), LABEL_APPEAL));
    assert_false(label_begins(slice_of_string("Follow us onwards"), LABEL_APPEAL));
    assert_int_equal(label_begins(slice_of_string("All rights reserved. No copies."),
                                  LABEL_APPEAL | LABEL_RIGHTS),
                     LABEL_RIGHTS);
}

static void a_line_may_be_a_label_of_several_kinds(void **state) {
    (void)state;
    unsigned all = LABEL_PAGE | LABEL_COMMENTS | LABEL_DATE | LABEL_CHANGE;
    assert_int_equal(label_kinds(slice_of_string("Komentar (0)"), all),
                     LABEL_PAGE | LABEL_COMMENTS);
    assert_int_equal(label_kinds(slice_of_string("Komentar (0)"), LABEL_PAGE), LABEL_PAGE);
    assert_int_equal(label_kinds(slice_of_string("READ ALSO:"), all), LABEL_PAGE);
    assert_int_equal(label_kinds(slice_of_string("Updated"), all), LABEL_CHANGE);
    assert_int_equal(label_kinds(slice_of_string("Updated"), LABEL_PAGE | LABEL_DATE), 0);
    assert_true(label_is(slice_of_string("Updated"), LABEL_DATE | LABEL_CHANGE));
}

static void labels_are_known_without_memory(void **state) {
    (void)state;
    allocations_left = 0;
    bool known = label_is(slice_of_string("Komentar (0)"), LABEL_COMMENTS) &&
                 label_heads(slice_of_string("Ещё по теме: Dam raised"), LABEL_PAGE) &&
                 label_begins(slice_of_string("Follow us on the air"), LABEL_APPEAL);
    allocations_left = -1;
    assert_true(known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_label_is_known_with_the_signs_and_numbers_around_it),
        cmocka_unit_test(a_label_may_head_a_line_or_begin_a_sentence),
        cmocka_unit_test(a_line_may_be_a_label_of_several_kinds),
        cmocka_unit_test(labels_are_known_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
