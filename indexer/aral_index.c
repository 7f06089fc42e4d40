/* aral-index: adds, updates, removes, checks, compacts and exports. */
#include "corpus/base/location.h"
#include "corpus/base/streams.h"
#include "indexer/command.h"
#include "indexer/manual.h"
#include "indexer/place.h"
#include "indexer/report.h"
#include "indexer/store.h"
#include "shim/xapian-c.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#ifndef ARAL_SYSTEM_ALLOCATOR
#include <mimalloc.h>
#endif

/* xapian-core writes out what its inverter holds after this many documents. Small batches stay in
 * the processor's cache: 9.4 MB of text took 6.2 s of processor time with 300, 5.0 with 1000, 5.6
 * with 3000 and 10000. The variable is xapian-core's only way to say so; a user's own setting is
 * respected. */
#define FLUSH_DOCUMENTS "1000"

/* Memory that was freed goes back to the system after this many milliseconds. Over 74.5 MB of text,
 * 100, which is mimalloc's own choice, needs 30 MB more, and 0 a tenth more time. */
#define FREED_MEMORY_MS 5

/* The longest that --wait may say, a year. */
#define WAIT_SECONDS_MOST (366.0 * 86400)

static void set_up_memory(void) {
#ifndef ARAL_SYSTEM_ALLOCATOR
#if MI_MALLOC_VERSION < 210
    mi_option_set_default(mi_option_decommit_delay, FREED_MEMORY_MS);
#else
    mi_option_set_default(mi_option_purge_delay, FREED_MEMORY_MS);
#endif
#endif
}

/* The index at hand, for complain_last, which nobody can hand it to. Set once. */
static const char *index_at_hand;

/* Ends the program where xapian-core would abort it: a full disk, mostly. Threads that come here
 * after the first wait for it. */
static void complain_last(const struct xapian_error *error) {
    static atomic_flag told = ATOMIC_FLAG_INIT;
    while (atomic_flag_test_and_set(&told)) {
        pause();
    }
    place_tidy(index_at_hand, NULL);
    /* A line of progress may be open. */
    fprintf(stderr, "%s%s: %s: %s\n", streams_take_escapes(STDERR_FILENO) ? REPORT_CLEAR_LINE : "",
            index_program.name, index_at_hand, error->message);
    _exit(EXIT_FAILED);
}

static int run_command(struct command *command, struct error *error) {
    static int (*const runs[])(const struct command *command, struct error *error) = {
        [COMMAND_ADD] = command_add,       [COMMAND_SYNC] = command_sync,
        [COMMAND_REMOVE] = command_remove, [COMMAND_STATS] = command_stats,
        [COMMAND_CHECK] = command_check,   [COMMAND_COMPACT] = command_compact,
        [COMMAND_EXPORT] = command_export, [COMMAND_LEXICON] = command_lexicon,
    };
    const struct options *options = command->options;
    struct locations locations = {0};
    int status = EXIT_FAILED;
    command->quiet = options_count(options, OPTION_QUIET) > 0;
    command->json = options_count(options, OPTION_JSON) > 0;
    command->wait_seconds = options_count(options, OPTION_WAIT) > 0 ? STORE_WAIT_FOREVER : 0;
    if (option_seconds(options, OPTION_WAIT, 0, WAIT_SECONDS_MOST, &command->wait_seconds, error) &&
        locations_resolve(&locations, options, OPTION_INDEX, error)) {
        if (locations.count > 1) {
            error_set(error, ERROR_USAGE, "%s works on one index, but --index was given %zu times",
                      options->command->name, locations.count);
        } else {
            command->location = index_at_hand = locations.list[0];
            xapian_set_last_words(complain_last);
            status = runs[options->command->id](command, error);
        }
    }
    locations_free(&locations);
    return status;
}

int main(int argc, char **argv) {
    struct options options;
    struct error error = {0};
    struct command command = {.options = &options};
    int status = EXIT_DONE;
    streams_secure();
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told, like a full disk */
    set_up_memory();
    setenv("XAPIAN_FLUSH_THRESHOLD", FLUSH_DOCUMENTS, 0);
    enum options_result result = options_parse(&index_program, argc, argv, &options, &error);
    if (result == OPTIONS_RUN) {
        status = run_command(&command, &error);
        streams_finish_output(&error);
    }
    if (error.kind != ERROR_NONE) {
        fprintf(stderr, "%s: %s\n", index_program.name, error.message);
        status = status == EXIT_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
    }
    options_free(&options);
    return status;
}
