/* options_print.h - what people read of a program's options: help and manual page. */
#ifndef ARAL_BASE_OPTIONS_PRINT_H
#define ARAL_BASE_OPTIONS_PRINT_H

#include "corpus/base/program.h"

#include <stdio.h>

/* With `command`, its operands and options alone; NULL: all of the program's. */
void options_print_help(const struct program *program, const struct command_row *command,
                        FILE *out);

/* The manual page in section 1, in man(7) roff. */
void options_print_manual(const struct program *program, FILE *out);

#endif
