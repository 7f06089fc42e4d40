#include "corpus/base/options_complete.h"

#include "corpus/base/options_rows.h"

#include <string.h>

/* The program's name as part of a shell function's. */
static void print_function_name(const struct program *program, FILE *out) {
    fputc('_', out);
    for (const char *c = program->name; *c; c++) {
        fputc(*c == '-' || *c == '.' ? '_' : *c, out);
    }
}

/* Text inside single quotes; `also` are further bytes to put a backslash before. */
static void print_quoted(const char *text, const char *also, FILE *out) {
    for (; *text; text++) {
        if (*text == '\'') {
            fputs("'\\''", out);
        } else {
            if (strchr(also, *text)) {
                fputc('\\', out);
            }
            fputc(*text, out);
        }
    }
}

/* "auto|always|never" with blanks instead of bars. */
static void print_choices(const struct option_row *row, FILE *out) {
    for (const char *c = row->value; *c; c++) {
        fputc(*c == '|' ? ' ' : *c, out);
    }
}

/* Whether the value is the name of a file or folder, by what the table calls it. */
static bool names_file(const struct option_row *row) {
    static const char *const names[] = {"FILE", "DIR", "LOCATION"};
    bool file = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        file = file || strcmp(row->value, names[i]) == 0;
    }
    return file;
}

static void print_bash_options(const struct program *program, const char *command, FILE *out) {
    const struct option_row *row;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        if (!command || option_row_has_command(row, command)) {
            fprintf(out, " --%s%s", row->name, row->value && !row->value_optional ? "=" : "");
        }
    }
}

/* What follows an option: one of its choices, or what `complete` falls back to, files, or nothing
 * that a shell could know. */
static void print_bash_value(const struct option_row *row, FILE *out) {
    if (!row->value || row->value_optional) {
        return;
    }
    fputs("    ", out);
    if (row->letter) {
        fprintf(out, "-%c | ", row->letter);
    }
    fprintf(out, "--%s) ", row->name);
    if (option_row_has_choices(row)) {
        fputs("words='", out);
        print_choices(row, out);
        fputs("' ;;\n", out);
    } else {
        fputs(names_file(row) ? "return ;;\n" : "compopt +o default; return ;;\n", out);
    }
}

static void print_bash(const struct program *program, FILE *out) {
    print_function_name(program, out);
    fputs("() {\n"
          "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    local command= word words=\n"
          "    [ \"$previous\" = = ] && previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
          "    [ \"$current\" = = ] && current=\n"
          "    COMPREPLY=()\n"
          "    case $previous in\n",
          out);
    const struct option_row *row;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        print_bash_value(row, out);
    }
    fputs("    esac\n"
          "    if [ -n \"$words\" ]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
          "        return\n"
          "    fi\n",
          out);
    if (program->commands) {
        fputs("    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
              "        case $word in\n        ",
              out);
        for (const struct command_row *command = program->commands; command->id; command++) {
            fprintf(out, "%s%s", command == program->commands ? "" : " | ", command->name);
        }
        fputs(") command=$word; break ;;\n        esac\n    done\n    case $command in\n", out);
        for (const struct command_row *command = program->commands; command->id; command++) {
            fprintf(out, "    %s) words='", command->name);
            print_bash_options(program, command->name, out);
            fputs("' ;;\n", out);
        }
        fputs("    *) words='", out);
        for (const struct command_row *command = program->commands; command->id; command++) {
            fprintf(out, " %s", command->name);
        }
        print_bash_options(program, NULL, out);
        fputs("' ;;\n    esac\n", out);
    } else {
        fputs("    words='", out);
        print_bash_options(program, NULL, out);
        fputs("'\n", out);
    }
    fputs("    if [ -z \"$command\" ] || [ \"${current:0:1}\" = - ]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
          "    fi\n"
          "    [[ ${COMPREPLY[0]-} = *= ]] && compopt -o nospace\n"
          "}\ncomplete -o default -F ",
          out);
    print_function_name(program, out);
    fprintf(out, " %s\n", program->name);
}

/* One line of zsh's _arguments: '(-n --limit)'{-n,--limit=}'[help]:N:_files'. */
static void print_zsh_option(const struct option_row *row, FILE *out) {
    const char *equals = !row->value ? "" : row->value_optional ? "=-" : "=";
    fputs(" \\\n        ", out);
    if (row->letter) {
        fprintf(out, "{-%c%s,--%s%s}'[", row->letter, row->value ? "+" : "", row->name, equals);
    } else {
        fprintf(out, "'--%s%s[", row->name, equals);
    }
    print_quoted(row->help, "[]:\\", out);
    fputc(']', out);
    if (option_row_has_choices(row)) {
        fputs(": :(", out);
        print_choices(row, out);
        fputc(')', out);
    } else if (row->value) {
        fprintf(out, "%s:%s:%s", row->value_optional ? ":" : "", row->value,
                names_file(row) ? "_files" : " ");
    }
    fputc('\'', out);
}

static void print_zsh(const struct program *program, FILE *out) {
    fprintf(out, "#compdef %s\n", program->name);
    print_function_name(program, out);
    fputs("() {\n    _arguments -s -S", out);
    const struct option_row *row;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        print_zsh_option(row, out);
    }
    if (program->commands) {
        fputs(" \\\n        '1:command:((", out);
        for (const struct command_row *command = program->commands; command->id; command++) {
            fprintf(out, "%s%s\\:\"", command == program->commands ? "" : " ", command->name);
            print_quoted(command->help, "\":\\", out);
            fputc('"', out);
        }
        fputs("))'", out);
    }
    fputs(" \\\n        '*:file:_files'\n}\n", out);
    print_function_name(program, out);
    fputs(" \"$@\"\n", out);
}

static void print_fish(const struct program *program, FILE *out) {
    for (const struct command_row *command = program->commands; command && command->id; command++) {
        fprintf(out, "complete -c %s -n __fish_use_subcommand -a %s -d '", program->name,
                command->name);
        print_quoted(command->help, "\\", out);
        fputs("'\n", out);
    }
    const struct option_row *row;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        fprintf(out, "complete -c %s -l %s", program->name, row->name);
        if (row->letter) {
            fprintf(out, " -s %c", row->letter);
        }
        if (row->commands) {
            fprintf(out, " -n '__fish_seen_subcommand_from %s'", row->commands);
        }
        if (row->value && !row->value_optional) {
            fputs(names_file(row) ? " -r" : " -r -f", out);
        }
        if (option_row_has_choices(row)) {
            fputs(" -a '", out);
            print_choices(row, out);
            fputc('\'', out);
        }
        fputs(" -d '", out);
        print_quoted(row->help, "\\", out);
        fputs("'\n", out);
    }
}

bool options_print_completion(const struct program *program, const char *shell, FILE *out) {
    static const struct {
        const char *name;
        void (*print)(const struct program *program, FILE *out);
    } shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].print(program, out);
            return true;
        }
    }
    return false;
}
