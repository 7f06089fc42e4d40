/* arguments.h - a command line in which options may follow the query and the query may hold -words.
 */
#ifndef ARAL_SEARCHER_ARGUMENTS_H
#define ARAL_SEARCHER_ARGUMENTS_H

#include "corpus/base/options.h"

/* A copy of argv with all options before "--" and all words of the query behind it, terminated by
 * NULL; *count is its length. Before the first word everything that begins with "-" is an option.
 * Behind it only what is surely one: --NAME of the program, or -X of it alone or with digits;
 * anything else that begins with "-" is a word to be excluded. Free it with free(); the strings are
 * argv's. NULL when memory ran out. */
char **arguments_arrange(const struct program *program, int argc, char **argv, int *count);

#endif
