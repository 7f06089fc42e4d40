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
    bool failed = false;
    assert_true(label_is(slice_of_string("READ ALSO:"), LABEL_PAGE, &failed));
    assert_true(label_is(slice_of_string("Komentar (0)"), LABEL_COMMENTS, &failed));
    assert_true(label_is(slice_of_string("Komentar (0)"), LABEL_PAGE, &failed));
    assert_false(label_is(slice_of_string("Read also: Dam raised"), LABEL_PAGE, &failed));
    assert_false(label_is(slice_of_string(""), LABEL_PAGE, &failed));
    assert_false(failed);
}

static void a_label_may_head_a_line_or_begin_a_sentence(void **state) {
    (void)state;
    bool failed = false;
    assert_true(label_heads(slice_of_string("Read also: Dam raised"), LABEL_PAGE, &failed));
    assert_true(label_heads(slice_of_string("Read also"), LABEL_PAGE, &failed));
    assert_false(label_heads(slice_of_string("Dam raised: read also"), LABEL_PAGE, &failed));
    assert_true(label_begins(slice_of_string("Follow us on the air"), LABEL_APPEAL, &failed));
    assert_false(label_begins(slice_of_string("They follow us"), LABEL_APPEAL, &failed));
    assert_false(failed);
}

/* Then the answer is not "no label": the caller learns that there is none. */
static void want_of_memory_is_told(void **state) {
    (void)state;
    bool failed[3] = {false};
    if (!ALLOCATIONS_FAIL) {
        return;
    }
    fails_once = false;
    allocations_left = 0;
    label_is(slice_of_string("Komentar (0)"), LABEL_COMMENTS, &failed[0]);
    label_heads(slice_of_string("Read also: Dam raised"), LABEL_PAGE, &failed[1]);
    label_begins(slice_of_string("Follow us on the air"), LABEL_APPEAL, &failed[2]);
    allocations_left = -1;
    assert_true(failed[0] && failed[1] && failed[2]);
    label_is(slice_of_string("Komentar (0)"), LABEL_COMMENTS, &failed[0]);
    assert_true(failed[0]); /* what has failed stays so */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_label_is_known_with_the_signs_and_numbers_around_it),
        cmocka_unit_test(a_label_may_head_a_line_or_begin_a_sentence),
        cmocka_unit_test(want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
