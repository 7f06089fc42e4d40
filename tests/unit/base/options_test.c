/* The command line: one table says how it is read and what is printed of it. */
#include "corpus/base/location.h"
#include "corpus/base/options.h"
#include "corpus/base/options_complete.h"
#include "corpus/base/options_print.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { OPTION_INDEX = 1, OPTION_LIMIT, OPTION_MEMORY, OPTION_WAIT, OPTION_COLOR, OPTION_LINES };

static const struct option_row rows[] = {
    {OPTION_INDEX, "index", 'i', "LOCATION", false, NULL, "Index", "Where the index is"},
    {OPTION_LIMIT, "limit", 'n', "N", false, "find", "Finding", "How many"},
    {OPTION_MEMORY, "memory", 0, "SIZE", false, "add", "Adding", "How much it's allowed"},
    {OPTION_WAIT, "wait", 0, "SECONDS", true, "add", "Adding", "Wait for the lock"},
    {OPTION_COLOR, "color", 0, "auto|always|never", false, NULL, "Index", "Colours"},
    {OPTION_LINES, "lines", 0, "N", false, NULL, "Index", "How many lines"},
    {0},
};
static const struct command_row commands[] = {
    {1, "add", "PATH...", "Add articles"}, {2, "find", NULL, "Find articles"}, {0}};
static const struct manual_section sections[] = {
    {"DESCRIPTION", "First, it's v1.2.\n\n.Second\\", NULL},
    {"EXIT STATUS", NULL, (const struct manual_row[]){{"0", "Well"}, {0}}},
    {0},
};
static const struct program sample = {
    .name = "aral-sample",
    .summary = "show how options work",
    .synopsis = (const char *const[]){"add PATH...", "find", NULL},
    .commands = commands,
    .options = rows,
    .sections = sections,
};
static const struct program plain = {
    .name = "aral-plain",
    .summary = "show a program without commands",
    .synopsis = (const char *const[]){"QUERY...", NULL},
    .options = rows,
    .options_first = true,
};

/* Parses words separated by blanks. */
static enum options_result parse(const struct program *program, const char *line,
                                 struct options *options, struct error *error) {
    static char buffer[500];
    static char *argv[50];
    int argc = 0;
    strcpy(buffer, line);
    for (char *word = strtok(buffer, " "); word; word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    argv[argc] = NULL;
    *error = (struct error){0};
    return options_parse(program, argc, argv, options, error);
}

static void assert_wrong(const struct program *program, const char *line, const char *message) {
    struct options options;
    struct error error;
    assert_int_equal(parse(program, line, &options, &error), OPTIONS_WRONG);
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, message);
    options_free(&options);
}

static void options_and_operands_come_in_any_order(void **state) {
    (void)state;
    struct options options;
    struct error error;
    assert_int_equal(parse(&sample, "x -i one add a --wait --index=two b -- -c", &options, &error),
                     OPTIONS_RUN);
    assert_int_equal(options.command->id, 1);
    assert_int_equal(options.operand_count, 3);
    assert_string_equal(options.operands[2], "-c");
    assert_int_equal(options_count(&options, OPTION_INDEX), 2);
    assert_string_equal(options_value_at(&options, OPTION_INDEX, 0), "one");
    assert_string_equal(options_value(&options, OPTION_INDEX), "two");
    assert_int_equal(options_count(&options, OPTION_WAIT), 1);
    assert_null(options_value(&options, OPTION_WAIT));
    options_free(&options);
}

static void words_behind_the_first_operand_may_begin_with_a_dash(void **state) {
    (void)state;
    struct options options;
    struct error error;
    assert_int_equal(parse(&plain, "x -n 3 wind -turbine", &options, &error), OPTIONS_RUN);
    assert_int_equal(options.operand_count, 2);
    assert_string_equal(options.operands[1], "-turbine");
    options_free(&options);
}

static void what_is_wrong_is_told_in_one_sentence(void **state) {
    (void)state;
    assert_wrong(&sample, "x", "no command is given: see aral-sample --help");
    assert_wrong(&sample, "x sub", "there is no command sub: see aral-sample --help");
    assert_wrong(&sample, "x add --nothing=3",
                 "there is no option --nothing: see aral-sample --help");
    assert_wrong(&sample, "x find --li=3", "--li could be --limit, --lines");
    assert_wrong(&sample, "x add --=3", "there is no option --: see aral-sample --help");
    assert_wrong(&sample, "x add -z", "there is no option -z: see aral-sample --help");
    assert_wrong(&sample, "x add file -гарам more",
                 "there is no option -гарам: see aral-sample --help");
    assert_wrong(&sample, "x add file -\xD0", "there is no option -\xD0: see aral-sample --help");
    assert_wrong(&sample, "x add -\xD0 more", "there is no option -\xD0: see aral-sample --help");
    assert_wrong(&sample, "x find -n", "--limit needs a value: --limit=N");
    assert_wrong(&sample, "x find --help=3", "--help takes no value");
    assert_wrong(&sample, "x find more", "aral-sample find takes no arguments, but was given more");
    assert_wrong(&sample, "x add -n 3", "--limit is no option of aral-sample add, but of: find");
}

static void values_are_checked_and_their_range_is_told(void **state) {
    (void)state;
    struct options options;
    struct error error;
    uint64_t number = 7;
    parse(&plain, "x -n 12", &options, &error);
    assert_true(option_number(&options, OPTION_LIMIT, 1, 100, &number, &error));
    assert_int_equal(number, 12);
    assert_false(option_number(&options, OPTION_LIMIT, 1, 10, &number, &error));
    assert_string_equal(error.message, "--limit is a whole number from 1 to 10, not 12");
    options_free(&options);

    static const char *const wrong[] = {"x -n -1", "x -n 1x",
                                        "x -n=", "x -n 99999999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        parse(&plain, wrong[i], &options, &error);
        assert_false(option_number(&options, OPTION_LIMIT, 0, UINT64_MAX, &number, &error));
        options_free(&options);
    }

    parse(&plain, "x", &options, &error);
    assert_true(option_number(&options, OPTION_LIMIT, 1, 100, &number, &error));
    assert_int_equal(number, 12);
    options_free(&options);
}

static void sizes_have_units_and_choices_numbers(void **state) {
    (void)state;
    struct options options;
    struct error error;
    uint64_t size = 0;
    size_t choice = 9;
    double seconds = 0;
    parse(&plain, "x --memory=300M --color never --wait=1.5", &options, &error);
    assert_true(option_size(&options, OPTION_MEMORY, 1 << 20, 1ull << 40, &size, &error));
    assert_int_equal(size, 300u << 20);
    assert_true(option_choice(&options, OPTION_COLOR, &choice, &error));
    assert_int_equal(choice, 2);
    assert_true(option_seconds(&options, OPTION_WAIT, 0, 60, &seconds, &error));
    assert_true(seconds > 1.49 && seconds < 1.51);
    options_free(&options);

    parse(&plain, "x --memory=99999999999999999G --color nev --wait=nan", &options, &error);
    assert_false(option_size(&options, OPTION_MEMORY, 0, UINT64_MAX, &size, &error));
    error_clear(&error);
    assert_false(option_choice(&options, OPTION_COLOR, &choice, &error));
    assert_string_equal(error.message, "--color is one of auto|always|never, not nev");
    error_clear(&error);
    assert_false(option_seconds(&options, OPTION_WAIT, 0, 60, &seconds, &error));
    assert_string_equal(error.message, "--wait is a number of seconds from 0 to 60, not nan");
    options_free(&options);
}

/* What a printer writes, in memory of its own. */
static char *printed(void (*print)(const struct program *, FILE *)) {
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    print(&sample, out);
    fclose(out);
    return text;
}

static void print_help(const struct program *program, FILE *out) {
    options_print_help(program, NULL, out);
}

static void print_help_of_add(const struct program *program, FILE *out) {
    options_print_help(program, &program->commands[0], out);
}

static void a_command_has_help_of_its_own(void **state) {
    (void)state;
    char *help = printed(print_help_of_add);
    assert_int_equal(strncmp(help, "Usage: aral-sample add [options] PATH...\n", 41), 0);
    assert_non_null(strstr(help, "\naral-sample add: Add articles\n"));
    assert_non_null(strstr(help, "--memory=SIZE"));
    assert_non_null(strstr(help, "--index=LOCATION"));
    assert_non_null(strstr(help, "--version"));
    assert_null(strstr(help, "--limit"));
    assert_null(strstr(help, "Finding"));
    free(help);
}

static void the_help_lists_commands_and_options_within_80_columns(void **state) {
    (void)state;
    char *help = printed(print_help);
    assert_non_null(strstr(help, "Usage: aral-sample add PATH..."));
    assert_non_null(strstr(help, "  find "));
    assert_non_null(strstr(help, "  -n, --limit=N"));
    assert_non_null(strstr(help, "--wait[=SECONDS]"));
    assert_non_null(strstr(help, "--version"));
    for (char *line = strtok(help, "\n"); line; line = strtok(NULL, "\n")) {
        assert_true(strlen(line) <= 80);
    }
    free(help);
}

static void the_manual_escapes_what_roff_would_obey(void **state) {
    (void)state;
    char *manual = printed(options_print_manual);
    assert_non_null(strstr(manual, ".SH OPTIONS\n.SS Index\n.TP\n\\fB\\-i, \\-\\-index=LOCATION"));
    assert_non_null(strstr(manual, ".SH DESCRIPTION\nFirst, it's v1.2.\n.PP\n"));
    assert_true(strstr(manual, ".SH DESCRIPTION") < strstr(manual, ".SH OPTIONS"));
    assert_true(strstr(manual, ".SH OPTIONS") < strstr(manual, ".SH EXIT STATUS"));
    assert_non_null(strstr(manual, "\n.PP\n\\&.Second\\e\n"));
    assert_non_null(strstr(manual, ".SH EXIT STATUS\n.TP\n\\fB0\\fR\nWell\n"));
    free(manual);
}

static void print_fish(const struct program *program, FILE *out) {
    assert_true(options_print_completion(program, "fish", out));
}

static void print_bash(const struct program *program, FILE *out) {
    assert_true(options_print_completion(program, "bash", out));
}

static void completions_know_what_stands_behind_an_option(void **state) {
    (void)state;
    char *bash = printed(print_bash);
    assert_non_null(strstr(bash, "    -i | --index) return ;;\n"));
    assert_non_null(strstr(bash, "    --color) words='auto always never' ;;\n"));
    assert_non_null(strstr(bash, "    -n | --limit) compopt +o default; return ;;\n"));
    assert_null(strstr(bash, "--wait) ")); /* whose value needs a = */
    free(bash);
}

static void a_shell_we_do_not_know_gets_no_completions(void **state) {
    (void)state;
    assert_false(options_print_completion(&sample, "csh", stdout));
    char *fish = printed(print_fish);
    assert_non_null(strstr(fish, "-l color -r -f -a 'auto always never'"));
    assert_non_null(strstr(fish, "-l index -s i -r -d"));
    assert_non_null(strstr(fish, "-l wait -n '__fish_seen_subcommand_from add' -d"));
    assert_non_null(strstr(fish, "-l limit -s n -n '__fish_seen_subcommand_from find' -r -f -d"));
    assert_non_null(strstr(fish, "How much it'\\''s allowed"));
    free(fish);
}

static void assert_location(const char *line, const char *expected) {
    struct options options;
    struct error error;
    struct locations locations = {0};
    assert_int_equal(parse(&plain, line, &options, &error), OPTIONS_RUN);
    bool found = locations_resolve(&locations, &options, OPTION_INDEX, &error);
    assert_int_equal(found, expected != NULL);
    if (found) {
        assert_string_equal(locations.list[locations.count - 1], expected);
    }
    locations_free(&locations);
    options_free(&options);
}

static void the_index_is_where_the_nearest_word_says(void **state) {
    (void)state;
    setenv("HOME", "/home/u", 1);
    setenv("XDG_DATA_HOME", "/data", 1);
    setenv("ARAL_INDEX", "/env", 1);
    assert_location("x -i a -i tcp://h:1", "tcp://h:1");
    assert_location("x -i tcp://h:1 -i a -i tcp://h:1", "a");
    assert_location("x -i . -i ./", ".");
    assert_location("x", "/env");
    unsetenv("ARAL_INDEX");
    assert_location("x", "/data/aral/index");
    setenv("XDG_DATA_HOME", "relative", 1);
    assert_location("x", "/home/u/.local/share/aral/index");
    unsetenv("HOME");
    assert_location("x", NULL);
    assert_true(location_is_remote("tcp://h:1"));
    assert_false(location_is_remote("tcp"));
}

static void a_location_is_one_word_for_a_shell(void **state) {
    (void)state;
    struct bytes quoted = {0};
    assert_string_equal(location_for_shell("/srv/aral-1/index", &quoted), "/srv/aral-1/index");
    assert_string_equal(location_for_shell("tcp://h:1", &quoted), "tcp://h:1");
    assert_string_equal(location_for_shell("архив", &quoted), "архив");
    assert_string_equal(location_for_shell("my news", &quoted), "'my news'");
    assert_string_equal(location_for_shell("~/$x", &quoted), "'~/$x'");
    assert_string_equal(location_for_shell("Ann's", &quoted), "'Ann'\\''s'");
    bytes_free(&quoted);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_and_operands_come_in_any_order),
        cmocka_unit_test(words_behind_the_first_operand_may_begin_with_a_dash),
        cmocka_unit_test(what_is_wrong_is_told_in_one_sentence),
        cmocka_unit_test(values_are_checked_and_their_range_is_told),
        cmocka_unit_test(sizes_have_units_and_choices_numbers),
        cmocka_unit_test(the_help_lists_commands_and_options_within_80_columns),
        cmocka_unit_test(a_command_has_help_of_its_own),
        cmocka_unit_test(the_manual_escapes_what_roff_would_obey),
        cmocka_unit_test(completions_know_what_stands_behind_an_option),
        cmocka_unit_test(a_shell_we_do_not_know_gets_no_completions),
        cmocka_unit_test(the_index_is_where_the_nearest_word_says),
        cmocka_unit_test(a_location_is_one_word_for_a_shell),
    };
    return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
