/* Behaviours: things a reader can do, written once and run over every back end. Where a back end is
 * known not to have one, its table says so, and it is an error if it then has. */
#ifndef TESTS_SHIM_BEHAVIOURS_H
#define TESTS_SHIM_BEHAVIOURS_H

#include "tests/unit/shim/calendar.h"

struct behaviour {
    const char *name;
    /* NULL, or the expectation that failed; what the shim said last is in *error. The index has the
     * calendar in it. */
    const char *(*run)(struct xapian_index *index, struct xapian_error *error);
    unsigned known_limits; /* LIMIT of each back end that xapian-core 1.4 gives no such thing */
};

#define LIMIT(kind) (1u << (kind))
#define BEHAVIOUR(function, limits)                                                                \
    { #function, function, limits }

#define EXPECT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            return #condition;                                                                     \
        }                                                                                          \
    } while (0)

struct trial {
    const struct behaviour *behaviour;
    const struct backend *backend;
};

static inline void run_trial(void **state) {
    const struct trial *trial = *state;
    struct xapian_error error = {0};
    struct xapian_index *index = open_location(trial->backend->location);
    const char *failed = trial->behaviour->run(index, &error);
    xapian_index_close(index);
    bool known = trial->behaviour->known_limits & LIMIT(trial->backend->kind);
    if (failed && !known) {
        fail_msg("does not hold: %s; last error: %s: %s", failed, error.class_name, error.message);
    }
    if (!failed && known) {
        fail_msg("this known limit is gone: take it out of the table");
    }
}

/* Runs all behaviours over all back ends, one test for each pair; what main returns. */
static inline int run_behaviours(const struct behaviour behaviours[], size_t count) {
    struct backend backends[BACKENDS];
    struct trial *trials = calloc(count * BACKENDS, sizeof *trials);
    struct CMUnitTest *tests = calloc(count * BACKENDS, sizeof *tests);
    size_t made = 0;
    for (enum backend_kind kind = 0; kind < BACKENDS; kind++) {
        backends[kind] = backend_start(kind, true, false);
        for (size_t i = 0; i < count; i++, made++) {
            trials[made] = (struct trial){&behaviours[i], &backends[kind]};
            tests[made] = (struct CMUnitTest){
                .name = text_of("%s: %s", BACKEND_NAMES[kind], behaviours[i].name),
                .test_func = run_trial,
                .initial_state = &trials[made],
            };
        }
    }
    int failures = _cmocka_run_group_tests("every back end", tests, made, NULL, NULL);
    for (size_t i = 0; i < made; i++) {
        free((char *)tests[i].name);
    }
    free(tests);
    free(trials);
    for (enum backend_kind kind = 0; kind < BACKENDS; kind++) {
        backend_stop(&backends[kind]);
    }
    return failures;
}

#endif
