#include "searcher/arguments.h"

#include "corpus/base/options_rows.h"

#include <stdlib.h>
#include <string.h>

/* How well the row fits what is written: 0 not at all; 1 as the beginning of its name, which
 * getopt_long takes where no other row fits, too; 2 for certain. */
static int fit(const struct option_row *row, const char *argument) {
    if (argument[1] != '-') {
        return row->letter && row->letter == argument[1] ? 2 : 0;
    }
    size_t length = strcspn(argument + 2, "=");
    if (length == 0 || strncmp(row->name, argument + 2, length) != 0) {
        return 0;
    }
    return row->name[length] == '\0' ? 2 : 1;
}

static const struct option_row *find_row(const struct program *program, const char *argument) {
    const struct option_row *found = NULL, *row;
    size_t begun = 0;
    for (size_t i = 0; (row = option_row_at(program, i)); i++) {
        int fits = fit(row, argument);
        if (fits == 2) {
            return row;
        }
        begun += fits == 1;
        found = fits == 1 ? row : found;
    }
    return begun == 1 ? found : NULL;
}

/* Behind the first word: "--NAME", "--NAME=VALUE", "-X" and "-X12". */
static bool is_surely_option(const struct program *program, const char *argument) {
    const struct option_row *row =
        argument[0] == '-' && argument[1] ? find_row(program, argument) : NULL;
    return row && (argument[1] == '-' || !argument[2] ||
                   (row->value && strspn(argument + 2, "0123456789") == strlen(argument + 2)));
}

/* Whether the option's value is the next argument. */
static bool takes_next(const struct program *program, const char *argument) {
    const struct option_row *row = find_row(program, argument);
    bool has_value = argument[1] == '-' ? strchr(argument, '=') != NULL : argument[2] != '\0';
    return row && row->value && !row->value_optional && !has_value;
}

char **arguments_arrange(const struct program *program, int argc, char **argv, int *count) {
    char **arranged = calloc((size_t)argc + 2, sizeof *arranged);
    char **words = calloc((size_t)argc + 1, sizeof *words);
    static char end_of_options[] = "--";
    int options = 0, word_count = 0;
    bool ended = false, lacks_value = false;
    if (!arranged || !words) {
        free(arranged);
        free(words);
        return NULL;
    }
    for (int i = 0; i < argc; i++) {
        char *argument = argv[i];
        bool option = i == 0 || (!ended && argument[0] == '-' && argument[1] &&
                                 (word_count == 0 || is_surely_option(program, argument)));
        if (i > 0 && !ended && strcmp(argument, "--") == 0) {
            ended = true;
        } else if (!option) {
            words[word_count++] = argument;
        } else {
            arranged[options++] = argument;
            bool next = i > 0 && takes_next(program, argument);
            if (next && i + 1 < argc) {
                arranged[options++] = argv[++i];
            } else if (next) {
                lacks_value = true;
                word_count = 0;
            }
        }
    }
    /* Behind an option without its value nothing follows, so that it is missed. */
    if (!lacks_value) {
        arranged[options++] = end_of_options;
    }
    if (word_count > 0) {
        memcpy(arranged + options, words, (size_t)word_count * sizeof *words);
    }
    free(words);
    *count = options + word_count;
    return arranged;
}
