#include "corpus/base/options_print.h"

#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/base/options_rows.h"
#include "version.h"

#include <string.h>

enum { HELP_WIDTH = 80, HELP_COLUMN = 28 };

/* Prints `text` in lines of HELP_WIDTH, from `column` on, which the line is at already. */
static void print_wrapped(const char *text, size_t column, FILE *out) {
    size_t at = column;
    for (bool first = true; *text; first = false) {
        size_t word = strcspn(text, " \n");
        if (!first && at + 1 + word > HELP_WIDTH) {
            fprintf(out, "\n%*s", (int)column, "");
            at = column;
        } else if (!first) {
            fputc(' ', out);
            at++;
        }
        fwrite(text, 1, word, out);
        at += word;
        text += word + strspn(text + word, " \n");
    }
    fputc('\n', out);
}

/* A term at the left and what it means in the column at the right. */
static void print_pair(const char *term, const char *help, FILE *out) {
    fprintf(out, "  %s", term);
    size_t length = 2 + strlen(term);
    if (length + 2 > HELP_COLUMN) {
        fprintf(out, "\n%*s", HELP_COLUMN, "");
    } else {
        fprintf(out, "%*s", (int)(HELP_COLUMN - length), "");
    }
    print_wrapped(help, HELP_COLUMN, out);
}

/* "-n, --limit=N" */
static void append_option(struct bytes *text, const struct option_row *row) {
    if (row->letter) {
        bytes_append_format(text, "-%c, ", row->letter);
    }
    bytes_append_format(text, "--%s", row->name);
    if (row->value) {
        bytes_append_format(text, row->value_optional ? "[=%s]" : "=%s", row->value);
    }
}

/* Whether the command has the option; NULL: any has. */
static bool is_listed(const struct option_row *row, const struct command_row *command) {
    return !command || option_row_has_command(row, command->name);
}

/* The first row of each group, so that groups are printed in the order of the table. */
static bool begins_group(const struct program *program, const struct command_row *command,
                         size_t number) {
    const struct option_row *row = option_row_at(program, number);
    bool begins = is_listed(row, command);
    for (size_t i = 0; begins && i < number; i++) {
        const struct option_row *before = option_row_at(program, i);
        begins = strcmp(before->group, row->group) != 0 || !is_listed(before, command);
    }
    return begins;
}

static void append_command(struct bytes *term, const struct command_row *row) {
    bytes_append_string(term, row->name);
    if (row->operands) {
        bytes_append_format(term, " %s", row->operands);
    }
}

static void print_usage(const struct program *program, FILE *out) {
    for (size_t i = 0; program->synopsis[i]; i++) {
        fprintf(out, "%s %s %s\n", i == 0 ? "Usage:" : "      ", program->name,
                program->synopsis[i]);
    }
    fprintf(out, "\n%s: ", program->name);
    print_wrapped(program->summary, strlen(program->name) + 2, out);
}

static void print_commands(const struct program *program, FILE *out) {
    struct bytes term = {0};
    fputs("\nCommands:\n", out);
    for (const struct command_row *row = program->commands; row->id; row++) {
        bytes_clear(&term);
        append_command(&term, row);
        print_pair(bytes_string(&term) ? term.data : row->name, row->help, out);
    }
    bytes_free(&term);
    fprintf(out, "\nOptions of one command alone: %s COMMAND --help\n", program->name);
}

static void print_command_usage(const struct program *program, const struct command_row *command,
                                FILE *out) {
    const char *operands = command->operands ? command->operands : "";
    fprintf(out, "Usage: %s %s [options]%s%s\n\n%s %s: ", program->name, command->name,
            command->operands ? " " : "", operands, program->name, command->name);
    print_wrapped(command->help, strlen(program->name) + strlen(command->name) + 3, out);
}

void options_print_help(const struct program *program, const struct command_row *command,
                        FILE *out) {
    if (command) {
        print_command_usage(program, command, out);
    } else {
        print_usage(program, out);
    }
    if (program->commands && !command) {
        print_commands(program, out);
    }
    struct bytes term = {0};
    for (size_t i = 0; option_row_at(program, i); i++) {
        if (!begins_group(program, command, i)) {
            continue;
        }
        fprintf(out, "\n%s:\n", option_row_at(program, i)->group);
        const struct option_row *row;
        for (size_t j = i; (row = option_row_at(program, j)); j++) {
            if (is_listed(row, command) &&
                strcmp(row->group, option_row_at(program, i)->group) == 0) {
                bytes_clear(&term);
                append_option(&term, row);
                print_pair(bytes_string(&term) ? term.data : row->name, row->help, out);
            }
        }
    }
    bytes_free(&term);
    fprintf(out, "\nThe manual: man %s\n", program->name);
}

/* Text as roff reads it back unchanged: no escapes, requests or hyphens that are dashes. */
static void print_roff(struct slice text, FILE *out) {
    bool line_start = true;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.data[i];
        if (line_start && (byte == '.' || byte == '\'')) {
            fputs("\\&", out);
        }
        if (byte == '\\') {
            fputs("\\e", out);
        } else if (byte == '-') {
            fputs("\\-", out);
        } else {
            fputc(byte, out);
        }
        line_start = byte == '\n';
    }
}

static void print_roff_line(const char *request, const char *text, FILE *out) {
    fputs(request, out);
    print_roff(slice_of_string(text), out);
    fputc('\n', out);
}

static void print_roff_item(const char *term, const char *help, FILE *out) {
    fputs(".TP\n\\fB", out);
    print_roff(slice_of_string(term), out);
    fputs("\\fR\n", out);
    print_roff(slice_of_string(help), out);
    fputc('\n', out);
}

static void print_roff_prose(const char *prose, FILE *out) {
    const char *end;
    for (; (end = strstr(prose, "\n\n")); prose = end + 2) {
        print_roff(slice_of(prose, (size_t)(end - prose)), out);
        fputs("\n.PP\n", out);
    }
    print_roff_line("", prose, out);
}

static void print_manual_options(const struct program *program, FILE *out) {
    fputs(".SH OPTIONS\n", out);
    struct bytes term = {0}, help = {0};
    for (size_t i = 0; option_row_at(program, i); i++) {
        if (!begins_group(program, NULL, i)) {
            continue;
        }
        const char *group = option_row_at(program, i)->group;
        print_roff_line(".SS ", group, out);
        const struct option_row *row;
        for (size_t j = i; (row = option_row_at(program, j)); j++) {
            if (strcmp(row->group, group) != 0) {
                continue;
            }
            bytes_clear(&term);
            bytes_clear(&help);
            append_option(&term, row);
            bytes_append_format(&help, "%s.", row->help);
            if (row->commands) {
                bytes_append_format(&help, " (Commands: %s.)", row->commands);
            }
            if (bytes_string(&term) && bytes_string(&help)) {
                print_roff_item(term.data, help.data, out);
            }
        }
    }
    bytes_free(&term);
    bytes_free(&help);
}

static void print_section(const struct manual_section *section, FILE *out) {
    print_roff_line(".SH ", section->title, out);
    if (section->prose) {
        print_roff_prose(section->prose, out);
    }
    for (const struct manual_row *row = section->rows; row && row->term; row++) {
        print_roff_item(row->term, row->help, out);
    }
}

void options_print_manual(const struct program *program, FILE *out) {
    fputs(".TH ", out);
    for (const char *c = program->name; *c; c++) {
        if (*c == '-') {
            fputc('\\', out);
        }
        fputc(ascii_to_upper(*c), out);
    }
    fprintf(out, " 1 \"\" \"Aral %s\" \"User Commands\"\n.SH NAME\n", ARAL_VERSION);
    print_roff(slice_of_string(program->name), out);
    print_roff_line(" \\- ", program->summary, out);
    fputs(".SH SYNOPSIS\n", out);
    for (size_t i = 0; program->synopsis[i]; i++) {
        fputs(i ? ".br\n\\fB" : "\\fB", out);
        print_roff(slice_of_string(program->name), out);
        print_roff_line("\\fR ", program->synopsis[i], out);
    }
    const struct manual_section *section = program->sections;
    if (section && section->title && strcmp(section->title, "DESCRIPTION") == 0) {
        print_section(section++, out);
    }
    if (program->commands) {
        fputs(".SH COMMANDS\n", out);
        struct bytes term = {0}, help = {0};
        for (const struct command_row *row = program->commands; row->id; row++) {
            bytes_clear(&term);
            bytes_clear(&help);
            append_command(&term, row);
            bytes_append_format(&help, "%s.", row->help);
            if (bytes_string(&term) && bytes_string(&help)) {
                print_roff_item(term.data, help.data, out);
            }
        }
        bytes_free(&term);
        bytes_free(&help);
    }
    print_manual_options(program, out);
    for (; section && section->title; section++) {
        print_section(section, out);
    }
    if (program->see_also) {
        fputs(".SH SEE ALSO\n", out);
        for (size_t i = 0; program->see_also[i]; i++) {
            fputs(i ? ",\n" : "", out);
            print_roff(slice_of_string(program->see_also[i]), out);
        }
        fputc('\n', out);
    }
}
