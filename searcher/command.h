/* command.h - the command line of aral-search: its options, and the request they make. */
#ifndef ARAL_SEARCHER_COMMAND_H
#define ARAL_SEARCHER_COMMAND_H

#include "corpus/base/options.h"
#include "searcher/printer.h"

enum command_option {
    OPTION_INDEX = 1,
    OPTION_TOPICS,
    OPTION_SHOW,
    OPTION_EXPLAIN,
    OPTION_ANALYZE,
    OPTION_LIMIT,
    OPTION_OFFSET,
    OPTION_BY,
    OPTION_PER_ARTICLE,
    OPTION_LANG,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_SOURCE,
    OPTION_SORT,
    OPTION_ACROSS,
    OPTION_UNFOLD,
    OPTION_FORMAT,
    OPTION_COLOR,
    OPTION_THREADS,
    OPTION_TIMING,
    OPTION_TIMEOUT,
    OPTION_PARTIAL,
    OPTION_CANDIDATES,
    OPTION_TIME_LIMIT,
};

extern const struct program search_program;

/* The threads one batch may have. */
#define COMMAND_THREADS 256

/* The candidates that may be asked for: each takes a few hundred bytes and its text. */
#define COMMAND_CANDIDATES 1000000

/* What the options ask for; the query is not part of it. */
struct command {
    struct search_request request;
    const struct printer *printer;
    struct print_options print;
    unsigned threads;
    struct searcher_options servers;
};

/* Checks the options and fills in *command. ERROR_USAGE names the wrong one. */
bool command_read(const struct options *options, struct command *command, struct error *error);

#endif
