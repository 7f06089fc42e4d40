/* options.h - a program's command line, described once.
 *
 * One `struct program` says what a program is called, which commands and options it has and what
 * its manual tells. From it come the parser (getopt_long underneath), `--help`, the manual page
 * and the completions of three shells. A wrong command line is one sentence in *error
 * (ERROR_USAGE); the program prints it and exits 2.
 *
 * Parsing has two layers: options_parse gives options and operands as they were written, and the
 * option_* functions turn one value into a checked number, size or choice. */
#ifndef ARAL_BASE_OPTIONS_H
#define ARAL_BASE_OPTIONS_H

#include "corpus/base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

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

struct option_given {
    const struct option_row *row;
    const char *value; /* NULL where none was given */
};

/* A command line as it was written. Strings belong to argv. */
struct options {
    const struct command_row *command; /* NULL in a program without commands */
    struct option_given *given;        /* in order */
    size_t given_count;
    char **operands; /* in order, without the command */
    size_t operand_count;
};

enum options_result {
    OPTIONS_RUN,  /* go on */
    OPTIONS_DONE, /* --help, --version or --generate was asked for and printed: exit 0 */
    OPTIONS_WRONG /* *error says what */
};

/* Reads a command line; may reorder argv. To be freed by options_free whatever is returned. */
enum options_result options_parse(const struct program *program, int argc, char **argv,
                                  struct options *options, struct error *error);
void options_free(struct options *options);

/* The last value given for the option of that id, or NULL; whether and how often it was given. */
const char *options_value(const struct options *options, int id);
size_t options_count(const struct options *options, int id);

/* Value number `n` (from 0) of an option that may be repeated, or NULL. */
const char *options_value_at(const struct options *options, int id, size_t n);

/* --- checked values ------------------------------------------------------------------------------
 * All give false and ERROR_USAGE naming the option when the value does not fit; an option that was
 * not given leaves *out as it is and gives true. */

/* A whole number from min to max. */
bool option_number(const struct options *options, int id, uint64_t min, uint64_t max, uint64_t *out,
                   struct error *error);

/* Bytes, with K, M or G for powers of 1024 behind the number. */
bool option_size(const struct options *options, int id, uint64_t min, uint64_t max, uint64_t *out,
                 struct error *error);

/* Seconds from min to max, with a fraction if wanted. */
bool option_seconds(const struct options *options, int id, double min, double max, double *out,
                    struct error *error);

/* One of those that the row's `value` lists ("auto|always|never"), as its number from 0. */
bool option_choice(const struct options *options, int id, size_t *out, struct error *error);

/* --- what is printed ---------------------------------------------------------------------------*/

/* With `command`, its operands and options alone; NULL: all of the program's. */
void options_print_help(const struct program *program, const struct command_row *command,
                        FILE *out);

/* The manual page in section 1, in man(7) roff. */
void options_print_manual(const struct program *program, FILE *out);

/* Completions for "bash", "zsh" or "fish"; false for another shell. */
bool options_print_completion(const struct program *program, const char *shell, FILE *out);

#endif
