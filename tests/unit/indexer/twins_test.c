/* Articles that come twice in one bulk run. */
#include "indexer/twins.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MEMORY = 32 << 20 };

/* Files may grow to so many bytes only, as on a disk that is nearly full. */
static rlim_t limit_files(rlim_t bytes) {
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    return before;
}

static void what_cannot_be_noted_is_told_and_not_forgotten(void **state) {
    (void)state;
    char folder[] = "/tmp/twins_test.XXXXXX";
    struct error error = {0};
    struct report report = {0};
    struct bytes older = {0};
    assert_non_null(mkdtemp(folder));
    struct twins *twins = twins_new(folder, MEMORY, &error);
    assert_non_null(twins);
    signal(SIGXFSZ, SIG_IGN);
    rlim_t before = limit_files(0);
    /* A few bytes wait in memory: they are not written yet. */
    assert_true(twins_note(twins, slice_of_string("a"), &error));
    assert_true(twins_note(twins, slice_of_string("a"), &error));
    bool found = twins_find(twins, NULL, &report, &older, &error);
    limit_files(before);
    assert_false(found);
    assert_int_equal(error.kind, ERROR_IO);
    assert_string_equal(error.message, "cannot write a temporary file: File too large");
    twins_free(twins);
    bytes_free(&older);
    struct bytes path = {0};
    bytes_append_format(&path, "%s/twins", folder);
    unlink(bytes_string(&path));
    rmdir(folder);
    bytes_free(&path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_noted_is_told_and_not_forgotten),
    };
    return cmocka_run_group_tests_name("twins", tests, NULL, NULL);
}
