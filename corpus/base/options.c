#include "corpus/base/options.h"

#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/base/options_complete.h"
#include "corpus/base/options_print.h"
#include "corpus/base/options_rows.h"
#include "corpus/base/streams.h"
#include "version.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What getopt_long returns for the first long option: greater than any letter. */
enum { LONG_BASE = 1000 };

static size_t option_rows_count(const struct program *program) {
    size_t count = 0;
    while (option_row_at(program, count)) {
        count++;
    }
    return count;
}

/* What getopt_long wants to know of our rows. */
struct getopt_tables {
    struct option *options;
    struct bytes letters;
};

static bool make_tables(const struct program *program, struct getopt_tables *tables,
                        struct error *error) {
    size_t count = option_rows_count(program);
    tables->options = calloc(count + 1, sizeof *tables->options);
    if (!tables->options) {
        return error_set_memory(error);
    }
    bytes_append_string(&tables->letters, program->options_first ? "+:" : ":");
    for (size_t i = 0; i < count; i++) {
        const struct option_row *row = option_row_at(program, i);
        int has_value = !row->value           ? no_argument
                        : row->value_optional ? optional_argument
                                              : required_argument;
        tables->options[i] = (struct option){row->name, has_value, NULL, LONG_BASE + (int)i};
        if (row->letter) {
            static const char *const colons[] = {
                [no_argument] = "", [required_argument] = ":", [optional_argument] = "::"};
            bytes_append_byte(&tables->letters, row->letter);
            bytes_append_string(&tables->letters, colons[has_value]);
        }
    }
    return bytes_string(&tables->letters) ? true : error_set_memory(error);
}

static void free_tables(struct getopt_tables *tables) {
    free(tables->options);
    bytes_free(&tables->letters);
}

/* The row that a result of getopt_long means, or NULL. */
static const struct option_row *row_of_result(const struct program *program, int result) {
    if (result >= LONG_BASE) {
        return option_row_at(program, (size_t)(result - LONG_BASE));
    }
    const struct option_row *row;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        if (row->letter && row->letter == result) {
            return row;
        }
    }
    return NULL;
}

/* Returns whether several options begin like this one, and then names them in *error. */
static bool set_ambiguous(const struct program *program, struct slice written,
                          struct error *error) {
    struct bytes names = {0};
    size_t count = 0;
    const struct option_row *row;
    struct slice begun = slice_from(written, 2);
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        if (slice_starts_with(slice_of_string(row->name), begun)) {
            bytes_append_format(&names, "%s--%s", count++ ? ", " : "", row->name);
        }
    }
    const char *list = bytes_string(&names);
    bool several = count > 1;
    if (several && list) {
        error_set(error, ERROR_USAGE, "%.*s could be %s", (int)written.length, written.data, list);
    }
    bytes_free(&names);
    return several && list;
}

/* Says in *error, in one sentence, why getopt_long did not like the option at hand. */
static void set_wrong(const struct program *program, int result, char *const *argv,
                      struct error *error) {
    const struct option_row *row = row_of_result(program, optopt);
    const char *written = argv[optind > 0 ? optind - 1 : 0];
    size_t length = strcspn(written, "=");
    if (result == ':' && row) {
        error_set(error, ERROR_USAGE, "--%s needs a value: --%s=%s", row->name, row->name,
                  row->value);
    } else if (row && strncmp(written, "--", 2) == 0) {
        error_set(error, ERROR_USAGE, "--%s takes no value", row->name);
    } else if (optopt < 0 || (optopt >= 0x80 && optopt < LONG_BASE)) {
        /* The first byte of a character of several: getopt_long is still at its argument, unless
         * that ends with it. */
        bool inside = written[0] != '-' || written[strlen(written) - 1] != (char)optopt;
        error_set(error, ERROR_USAGE, "there is no option %s: see %s --help",
                  inside ? argv[optind] : written, program->name);
    } else if (optopt > 0 && optopt < LONG_BASE) {
        error_set(error, ERROR_USAGE, "there is no option -%c: see %s --help", optopt,
                  program->name);
    } else if (length <= 2 || !set_ambiguous(program, slice_of(written, length), error)) {
        error_set(error, ERROR_USAGE, "there is no option %.*s: see %s --help", (int)length,
                  written, program->name);
    }
}

static const struct command_row *find_command(const struct program *program, const char *name) {
    for (const struct command_row *row = program->commands; row && row->id; row++) {
        if (strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}

/* `operand` is the first one, or NULL. */
static bool print_common(const struct program *program, const struct option_given *given,
                         const char *operand, struct error *error) {
    if (given->row->id == OPTION_HELP) {
        options_print_help(program, operand ? find_command(program, operand) : NULL, stdout);
    } else if (given->row->id == OPTION_VERSION) {
        printf("%s %s\n", program->name, ARAL_VERSION);
    } else if (strcmp(given->value, "man") == 0) {
        options_print_manual(program, stdout);
    } else if (!options_print_completion(program, given->value, stdout)) {
        return error_set(error, ERROR_USAGE, "--generate is one of %s, not %s", given->row->value,
                         given->value);
    }
    return streams_finish_output(error);
}

/* The command that the first operand names, which is then taken from the operands. */
static bool take_command(const struct program *program, struct options *options,
                         struct error *error) {
    if (options->operand_count == 0) {
        return error_set(error, ERROR_USAGE, "no command is given: see %s --help", program->name);
    }
    const char *name = options->operands[0];
    options->command = find_command(program, name);
    if (!options->command) {
        return error_set(error, ERROR_USAGE, "there is no command %s: see %s --help", name,
                         program->name);
    }
    options->operands++;
    options->operand_count--;
    if (!options->command->operands && options->operand_count > 0) {
        return error_set(error, ERROR_USAGE, "%s %s takes no arguments, but was given %s",
                         program->name, name, options->operands[0]);
    }
    for (size_t i = 0; i < options->given_count; i++) {
        const struct option_row *row = options->given[i].row;
        if (!option_row_has_command(row, name)) {
            return error_set(error, ERROR_USAGE, "--%s is no option of %s %s, but of: %s",
                             row->name, program->name, name, row->commands);
        }
    }
    return true;
}

enum options_result options_parse(const struct program *program, int argc, char **argv,
                                  struct options *options, struct error *error) {
    *options = (struct options){0};
    struct getopt_tables tables = {0};
    options->given = calloc((size_t)argc + 1, sizeof *options->given);
    if (!options->given || !make_tables(program, &tables, error)) {
        error_set_memory(error);
        free_tables(&tables);
        return OPTIONS_WRONG;
    }
    struct option_given common = {0};
    int result;
    opterr = 0;
    optind = 0;
    while (error->kind == ERROR_NONE &&
           (result = getopt_long(argc, argv, tables.letters.data, tables.options, NULL)) != -1) {
        const struct option_row *row = row_of_result(program, result);
        /* The first of --help, --version and --generate counts, whatever else is there: what stands
         * behind it is only gone through to find the command. */
        if (common.row) {
            continue;
        }
        if (!row) {
            set_wrong(program, result, argv, error);
            break;
        }
        struct option_given given = {row, optarg};
        if (row->id < 0) {
            common = given;
        } else {
            options->given[options->given_count++] = given;
        }
    }
    free_tables(&tables);
    if (error->kind != ERROR_NONE) {
        return OPTIONS_WRONG;
    }
    if (common.row) {
        const char *operand = optind < argc ? argv[optind] : NULL;
        return print_common(program, &common, operand, error) ? OPTIONS_DONE : OPTIONS_WRONG;
    }
    options->operands = argv + optind;
    options->operand_count = (size_t)(argc - optind);
    if (program->commands && !take_command(program, options, error)) {
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

void options_free(struct options *options) {
    free(options->given);
    *options = (struct options){0};
}

static const struct option_given *find_given(const struct options *options, int id, size_t n) {
    for (size_t i = 0; i < options->given_count; i++) {
        if (options->given[i].row->id == id && n-- == 0) {
            return &options->given[i];
        }
    }
    return NULL;
}

size_t options_count(const struct options *options, int id) {
    size_t count = 0;
    while (find_given(options, id, count)) {
        count++;
    }
    return count;
}

const char *options_value_at(const struct options *options, int id, size_t n) {
    const struct option_given *given = find_given(options, id, n);
    return given ? given->value : NULL;
}

/* The last one given: later options override earlier ones. */
static const struct option_given *find_last(const struct options *options, int id) {
    size_t count = options_count(options, id);
    const struct option_given *given = count ? find_given(options, id, count - 1) : NULL;
    return given && given->value ? given : NULL;
}

const char *options_value(const struct options *options, int id) {
    const struct option_given *given = find_last(options, id);
    return given ? given->value : NULL;
}

/* Digits at the start of `text`; false where there are none or too many. *end is what follows. */
static bool read_digits(const char *text, uint64_t *number, const char **end) {
    if (!ascii_is_digit(*text)) {
        return false;
    }
    char *rest;
    errno = 0;
    *number = strtoull(text, &rest, 10);
    *end = rest;
    return errno == 0;
}

bool option_number(const struct options *options, int id, uint64_t min, uint64_t max, uint64_t *out,
                   struct error *error) {
    const struct option_given *given = find_last(options, id);
    if (!given) {
        return true;
    }
    uint64_t number;
    const char *end;
    if (!read_digits(given->value, &number, &end) || *end || number < min || number > max) {
        return error_set(error, ERROR_USAGE,
                         "--%s is a whole number from %" PRIu64 " to %" PRIu64 ", not %s",
                         given->row->name, min, max, *given->value ? given->value : "empty");
    }
    *out = number;
    return true;
}

/* A size as it is given: "32M". */
struct written_size {
    char text[24];
};

static struct written_size write_size(uint64_t bytes) {
    static const char *const units[] = {"", "K", "M", "G"};
    struct written_size written;
    size_t unit = 0;
    for (; unit + 1 < sizeof units / sizeof *units && bytes > 0 && bytes % 1024 == 0; unit++) {
        bytes /= 1024;
    }
    snprintf(written.text, sizeof written.text, "%" PRIu64 "%s", bytes, units[unit]);
    return written;
}

bool option_size(const struct options *options, int id, uint64_t min, uint64_t max, uint64_t *out,
                 struct error *error) {
    const struct option_given *given = find_last(options, id);
    if (!given) {
        return true;
    }
    uint64_t number = 0;
    const char *end = "";
    bool right = read_digits(given->value, &number, &end);
    unsigned shift = *end == 'K' || *end == 'k'   ? 10
                     : *end == 'M' || *end == 'm' ? 20
                     : *end == 'G' || *end == 'g' ? 30
                                                  : 0;
    right = right && !end[shift > 0] && number <= UINT64_MAX >> shift;
    number <<= shift;
    if (!right || number < min || number > max) {
        bool bounded = max < UINT64_MAX;
        return error_set(
            error, ERROR_USAGE, "--%s is a size from %s%s%s (K, M and G are understood), not %s",
            given->row->name, write_size(min).text, bounded ? " to " : " on",
            bounded ? write_size(max).text : "", *given->value ? given->value : "empty");
    }
    *out = number;
    return true;
}

bool option_seconds(const struct options *options, int id, double min, double max, double *out,
                    struct error *error) {
    const struct option_given *given = find_last(options, id);
    if (!given) {
        return true;
    }
    char *end;
    double seconds = strtod(given->value, &end);
    if (end == given->value || *end || !isfinite(seconds) || seconds < min || seconds > max) {
        return error_set(error, ERROR_USAGE,
                         "--%s is a number of seconds from %.10g to %.10g, not %s",
                         given->row->name, min, max, *given->value ? given->value : "empty");
    }
    *out = seconds;
    return true;
}

bool option_choice(const struct options *options, int id, size_t *out, struct error *error) {
    const struct option_given *given = find_last(options, id);
    if (!given) {
        return true;
    }
    size_t number = 0;
    size_t length = strlen(given->value);
    for (const char *at = given->row->value;; number++) {
        size_t word = strcspn(at, "|");
        if (word == length && memcmp(at, given->value, length) == 0) {
            *out = number;
            return true;
        }
        if (!at[word]) {
            break;
        }
        at += word + 1;
    }
    return error_set(error, ERROR_USAGE, "--%s is one of %s, not %s", given->row->name,
                     given->row->value, *given->value ? given->value : "empty");
}
