/* options_complete.h - a program's options as shells complete them. */
#ifndef ARAL_BASE_OPTIONS_COMPLETE_H
#define ARAL_BASE_OPTIONS_COMPLETE_H

#include "corpus/base/program.h"

#include <stdbool.h>
#include <stdio.h>

/* Completions for "bash", "zsh" or "fish"; false for another shell. */
bool options_print_completion(const struct program *program, const char *shell, FILE *out);

#endif
