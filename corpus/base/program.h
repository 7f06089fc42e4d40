/* program.h - a program, described once: what it is called, which commands and options it has and
 * what its manual tells.
 *
 * From that come the parser of its command line (options.h), `--help` and the manual page
 * (options_print.h) and the completions of three shells (options_complete.h). */
#ifndef ARAL_BASE_PROGRAM_H
#define ARAL_BASE_PROGRAM_H

#include <stdbool.h>

/* One option. Tables end with a row of zeros. */
struct option_row {
    int id;               /* the program's own number for it, from 1 */
    const char *name;     /* long name, without "--" */
    char letter;          /* short name, or 0 */
    const char *value;    /* name of its value ("FILE", "N"), or a list of all it may be
                             ("auto|always|never"); NULL: it has none */
    bool value_optional;  /* the value may be left out: --wait[=SECONDS] */
    const char *commands; /* names of the commands that have it, separated by blanks; NULL: all */
    const char *group;    /* heading in the help and the manual; rows of a group follow another */
    const char *help;     /* one sentence or more, without a full stop behind the last */
};

/* One command of a program that has several. Tables end with a row of zeros. */
struct command_row {
    int id; /* the program's own number for it, from 1 */
    const char *name;
    const char *operands; /* as in a synopsis: "PATH...|-"; NULL: none are allowed */
    const char *help;
};

/* A term and what it means: environment variables, exit codes, files, examples, limits. Lists end
 * with a row of zeros. */
struct manual_row {
    const char *term;
    const char *help;
};

/* A section of the manual page: prose (paragraphs separated by "\n\n") and then a list; either may
 * be NULL. Tables end with a row of zeros. */
struct manual_section {
    const char *title; /* in capitals, as manuals have it */
    const char *prose;
    const struct manual_row *rows;
};

struct program {
    const char *name;
    const char *summary;                   /* what it does, without a full stop */
    const char *const *synopsis;           /* lines behind the name; NULL-terminated */
    const struct command_row *commands;    /* NULL: a program without commands */
    const struct option_row *options;      /* --help, --version and --generate come by themselves */
    const struct manual_section *sections; /* DESCRIPTION, which goes before commands and options,
                                              EXIT STATUS, ...; printed in order */
    const char *const *see_also;           /* "aral-search(1)"; NULL-terminated; may be NULL */
    bool options_first; /* options end at the first operand: what follows may begin with "-" */
};

#endif
