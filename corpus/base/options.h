/* options.h - a program's command line, read by what program.h says of it.
 *
 * From a `struct program` come the parser (getopt_long underneath) and what --help, --version and
 * --generate print. A wrong command line is one sentence in *error (ERROR_USAGE); the program
 * prints it and exits 2.
 *
 * Parsing has two layers: options_parse gives options and operands as they were written, and the
 * option_* functions turn one value into a checked number, size or choice. */
#ifndef ARAL_BASE_OPTIONS_H
#define ARAL_BASE_OPTIONS_H

#include "corpus/base/error.h"
#include "corpus/base/program.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

#endif
