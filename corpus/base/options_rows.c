#include "corpus/base/options_rows.h"

#include <string.h>

static const struct option_row option_common_rows[] = {
    {OPTION_HELP, "help", 'h', NULL, false, NULL, "General", "Print this help"},
    {OPTION_VERSION, "version", 'V', NULL, false, NULL, "General", "Print the version"},
    {OPTION_GENERATE, "generate", 0, "man|bash|zsh|fish", false, NULL, "General",
     "Print the manual page, or a shell's completions"},
    {0},
};

const struct option_row *option_row_at(const struct program *program, size_t number) {
    for (size_t i = 0; program->options[i].id; i++) {
        if (number-- == 0) {
            return &program->options[i];
        }
    }
    for (size_t i = 0; option_common_rows[i].id; i++) {
        if (number-- == 0) {
            return &option_common_rows[i];
        }
    }
    return NULL;
}

bool option_row_has_command(const struct option_row *row, const char *command) {
    if (!row->commands) {
        return true;
    }
    size_t length = strlen(command);
    for (const char *at = row->commands; *at;) {
        size_t word = strcspn(at, " ");
        if (word == length && memcmp(at, command, length) == 0) {
            return true;
        }
        at += word + strspn(at + word, " ");
    }
    return false;
}

bool option_row_has_choices(const struct option_row *row) {
    return row->value && strchr(row->value, '|');
}
