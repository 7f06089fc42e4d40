/* command.h - the commands of aral-index. */
#ifndef ARAL_INDEXER_COMMAND_H
#define ARAL_INDEXER_COMMAND_H

#include "corpus/base/error.h"
#include "corpus/base/options.h"

#include <stdbool.h>

/* Options of the program, as its table numbers them. */
enum index_option {
    OPTION_INDEX = 1,
    OPTION_WAIT,
    OPTION_QUIET,
    OPTION_JSON,
    OPTION_FORMAT,
    OPTION_BASE,
    OPTION_STRICT,
    OPTION_JOBS,
    OPTION_MEMORY,
    OPTION_ARTICLE_BYTES,
    OPTION_TO,
    OPTION_SHARD,
    OPTION_SEALED,
    OPTION_UNSEALED,
};

/* What a program run has to end with. */
enum index_exit {
    EXIT_DONE = 0,
    EXIT_REJECTED = 1, /* done, but for what was rejected, not there or damaged */
    EXIT_FAILED = 2,   /* wrong usage or a failure: the index is as after the last commit */
    EXIT_LOCKED = 75,  /* sysexits.h: EX_TEMPFAIL */
};

struct command {
    const struct options *options;
    const char *location;
    double wait_seconds; /* for another writer; STORE_WAIT_FOREVER */
    bool quiet, json;
};

/* Each returns an exit status; where that is EXIT_FAILED, *error says why. */
int command_add(const struct command *command, struct error *error);
int command_sync(const struct command *command, struct error *error);
int command_remove(const struct command *command, struct error *error);
int command_stats(const struct command *command, struct error *error);
int command_check(const struct command *command, struct error *error);
int command_compact(const struct command *command, struct error *error);
int command_export(const struct command *command, struct error *error);
int command_lexicon(const struct command *command, struct error *error);

#endif
