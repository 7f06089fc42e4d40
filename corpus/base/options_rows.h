/* options_rows.h - the rows of a program's options and those that every program has: what
 * parsing and printing share. */
#ifndef ARAL_BASE_OPTIONS_ROWS_H
#define ARAL_BASE_OPTIONS_ROWS_H

#include "corpus/base/program.h"

#include <stddef.h>

/* Ids of the options that come by themselves; programs number theirs from 1. */
enum { OPTION_HELP = -1, OPTION_VERSION = -2, OPTION_GENERATE = -3 };

/* Row number `number` from 0, the program's own first; NULL behind the last. */
const struct option_row *option_row_at(const struct program *program, size_t number);

/* Whether the command has that option. */
bool option_row_has_command(const struct option_row *row, const char *command);

/* Whether its value is one of a list. */
bool option_row_has_choices(const struct option_row *row);

#endif
