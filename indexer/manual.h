/* manual.h - the command line of aral-index and what its manual tells: one table. */
#ifndef ARAL_INDEXER_MANUAL_H
#define ARAL_INDEXER_MANUAL_H

#include "corpus/base/options.h"

enum index_command {
    COMMAND_ADD = 1,
    COMMAND_SYNC,
    COMMAND_REMOVE,
    COMMAND_STATS,
    COMMAND_CHECK,
    COMMAND_COMPACT,
    COMMAND_EXPORT,
    COMMAND_LEXICON,
};

extern const struct program index_program;

#endif
