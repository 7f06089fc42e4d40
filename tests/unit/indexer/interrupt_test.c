/* What signals do to the program and to its children. */
#include "indexer/interrupt.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* How a child ends, as of waitpid, that raises a signal which the program has caught. */
static int end_of_child(int number) {
    int status = 0;
    interrupt_catch();
    pid_t child = fork();
    if (child == 0) {
        interrupt_release();
        raise(number);
        _exit(0);
    }
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void what_is_ignored_stays_ignored_in_a_child(void **state) {
    (void)state;
    signal(SIGHUP, SIG_IGN); /* as nohup does */
    int status = end_of_child(SIGHUP);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void an_interrupt_ends_a_child_at_once(void **state) {
    (void)state;
    int status = end_of_child(SIGTERM);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

static void the_first_interrupt_only_asks_to_stop(void **state) {
    (void)state;
    interrupt_catch();
    assert_false(interrupt_requested());
    raise(SIGTERM);
    assert_true(interrupt_requested());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_ignored_stays_ignored_in_a_child),
        cmocka_unit_test(an_interrupt_ends_a_child_at_once),
        cmocka_unit_test(the_first_interrupt_only_asks_to_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
