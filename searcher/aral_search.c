/* aral-search: reads the command line, does one of five things, says how it went. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/location.h"
#include "corpus/base/streams.h"
#include "searcher/analyze.h"
#include "searcher/arguments.h"
#include "searcher/command.h"
#include "searcher/explain.h"
#include "searcher/print_formats.h"
#include "searcher/print_show.h"
#include "searcher/topics.h"

#include <stdlib.h>

enum { EXIT_FOUND = 0, EXIT_NOTHING = 1, EXIT_FAILED = 2 };

/* A run of the program. */
struct run {
    struct options options;
    struct command command;
    struct bytes query; /* the operands, a blank between them */
    struct bytes out;
    struct error error;
    bool found;
    size_t refused; /* topics that could not be answered, as was told */
};

/* ---- output ---------------------------------------------------------------------------------- */

static void tell(const char *sentence) {
    fprintf(stderr, "aral-search: %s\n", sentence);
}

static bool flush_out(struct run *run) {
    struct bytes *out = &run->out;
    bool good = bytes_check(out, &run->error) &&
                (out->length == 0 || fwrite(out->data, 1, out->length, stdout) == out->length ||
                 error_set_errno(&run->error, "cannot write the results"));
    bytes_clear(out);
    return good;
}

static void tell_note(struct slice sentence, struct bytes *line) {
    bytes_clear(line);
    append_line_text(line, sentence);
    const char *note = bytes_string(line);
    tell(note ? note : "out of memory");
}

static void tell_notes(const struct search_answer *answer) {
    struct bytes line = {0};
    for (size_t i = 0; i < answer->trouble_count; i++) {
        tell_note(answer->troubles[i], &line);
    }
    for (size_t i = 0; i < answer->note_count; i++) {
        tell_note(answer->notes[i].text, &line);
    }
    bytes_free(&line);
}

/* ---- what to do ------------------------------------------------------------------------------ */

static struct searcher *open_index(struct run *run) {
    struct locations locations = {0};
    struct searcher *searcher =
        locations_resolve(&locations, &run->options, OPTION_INDEX, &run->error)
            ? searcher_open(locations.list, locations.count, run->command.servers, &run->error)
            : NULL;
    locations_free(&locations);
    return searcher;
}

static bool search(struct run *run) {
    struct command *command = &run->command;
    bool explain = options_count(&run->options, OPTION_EXPLAIN) > 0;
    command->request.query = bytes_slice(&run->query);
    if (explain) {
        command->request.parts = SEARCH_ARTICLES | SEARCH_REASONS | SEARCH_SUGGESTION |
                                 (command->request.limit == 0 ? SEARCH_COUNTS : 0);
    }
    struct searcher *searcher = open_index(run);
    const struct search_answer *answer =
        searcher ? searcher_search(searcher, &command->request, &run->error) : NULL;
    bool good = false;
    if (answer) {
        run->found = search_answer_finds(answer, &command->request);
        if (explain) {
            explain_print(answer, &run->out);
        } else {
            command->printer->print(answer, &command->print, &run->out);
        }
        good = flush_out(run);
        tell_notes(answer);
    }
    searcher_close(searcher);
    return good;
}

static bool run_topics(struct run *run) {
    struct locations locations = {0};
    const char *timing = options_value(&run->options, OPTION_TIMING);
    struct topics_job job = {
        .request = run->command.request,
        .printer = run->command.printer,
        .print = run->command.print,
        .threads = run->command.threads,
        .servers = run->command.servers,
        .out = stdout,
        .notes = stderr,
    };
    if (!locations_resolve(&locations, &run->options, OPTION_INDEX, &run->error)) {
        locations_free(&locations);
        return false;
    }
    job.locations = locations.list;
    job.location_count = locations.count;
    bool good = true;
    if (timing && !(job.timing = fopen(timing, "w"))) {
        good = error_set_errno(&run->error, "cannot write %s", timing);
    }
    good = good && topics_run(&job, options_value(&run->options, OPTION_TOPICS), &run->found,
                              &run->refused, &run->error);
    if (job.timing && fclose(job.timing) != 0 && good) {
        good = error_set_errno(&run->error, "cannot write %s", timing);
    }
    locations_free(&locations);
    return good;
}

/* Whether something else than results is to be printed as JSON. It has no other format but text. */
static bool choose_json(struct run *run, const char *option, bool *json) {
    const struct printer *printer = run->command.printer;
    *json = printer->print == print_json || printer->print == print_jsonl;
    return *json || printer->print == print_text ||
           error_set(&run->error, ERROR_USAGE, "--%s prints text, json or jsonl, not %s", option,
                     printer->name);
}

static bool show(struct run *run) {
    const char *id = options_value(&run->options, OPTION_SHOW);
    bool json;
    struct searcher *searcher = choose_json(run, "show", &json) ? open_index(run) : NULL;
    const struct shown_article *shown =
        searcher ? searcher_show(searcher, slice_of_string(id), &run->error) : NULL;
    if (shown && json) {
        print_shown_json(shown, &run->out);
    } else if (shown) {
        print_shown_text(shown, &run->out);
    }
    bool good = shown && flush_out(run);
    run->found = good;
    if (!good && run->error.kind == ERROR_NOT_FOUND && searcher) {
        tell(run->error.message);
        error_clear(&run->error);
        good = true;
    }
    searcher_close(searcher);
    return good;
}

static bool analyze_lines(struct run *run, struct analyzer *analyzer, bool json) {
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    bool good = true;
    while (good && (length = getline(&line, &capacity, stdin)) >= 0) {
        length -= length > 0 && line[length - 1] == '\n';
        good = analyze_text(analyzer, slice_of(line, (size_t)length), run->command.request.language,
                            json, &run->out, &run->error) &&
               flush_out(run);
    }
    if (good && !feof(stdin)) { /* memory may have run out, too, which ferror does not tell */
        good = error_set_errno(&run->error, "cannot read standard input");
    }
    free(line);
    return good;
}

static bool analyze(struct run *run) {
    struct analyzer *analyzer = analyzer_new(&run->error);
    bool json;
    bool good = analyzer && choose_json(run, "analyze", &json);
    if (good && run->options.operand_count == 1 && strcmp(run->options.operands[0], "-") == 0) {
        good = analyze_lines(run, analyzer, json);
    } else if (good) {
        good = analyze_text(analyzer, bytes_slice(&run->query), run->command.request.language, json,
                            &run->out, &run->error) &&
               flush_out(run);
    }
    analyzer_free(analyzer);
    run->found = good;
    return good;
}

/* ---- the command line ------------------------------------------------------------------------ */

static bool join_operands(struct run *run) {
    for (size_t i = 0; i < run->options.operand_count; i++) {
        bytes_append_string(&run->query, i > 0 ? " " : "");
        bytes_append_string(&run->query, run->options.operands[i]);
    }
    return bytes_check(&run->query, &run->error);
}

static bool check_usage(struct run *run) {
    const struct options *options = &run->options;
    const char *timing = options_value(options, OPTION_TIMING);
    bool topics = options_count(options, OPTION_TOPICS) > 0;
    bool shown = options_count(options, OPTION_SHOW) > 0;
    bool analyzed = options_count(options, OPTION_ANALYZE) > 0;
    bool explained = options_count(options, OPTION_EXPLAIN) > 0;
    if (topics + shown + analyzed + explained > 1) {
        return error_set(&run->error, ERROR_USAGE,
                         "--topics, --show, --analyze and --explain are different things to do: "
                         "choose one");
    }
    if ((topics || shown) && options->operand_count > 0) {
        return error_set(&run->error, ERROR_USAGE, "--%s takes no query: \"%s\"",
                         topics ? "topics" : "show", options->operands[0]);
    }
    if (analyzed && options->operand_count == 0) {
        return error_set(&run->error, ERROR_USAGE,
                         "what shall be analyzed? See aral-search --help");
    }
    if (!topics && (timing || options_count(options, OPTION_THREADS))) {
        return error_set(&run->error, ERROR_USAGE, "--threads and --timing are for --topics");
    }
    if (timing && strcmp(timing, "-") == 0) {
        return error_set(&run->error, ERROR_USAGE,
                         "--timing needs a file, since standard output has the answers: "
                         "/dev/stderr is one, and ./- is one of that name");
    }
    if (explained && options_count(options, OPTION_FORMAT)) {
        return error_set(&run->error, ERROR_USAGE, "--explain prints text only, without --format");
    }
    return true;
}

/* To search, there must be a query, or a filter or an order for all that there is. */
static bool check_query(struct run *run) {
    return run->options.operand_count > 0 || run->command.request.lists ||
           error_set(&run->error, ERROR_USAGE, "what shall be searched? See aral-search --help");
}

static bool run_command(struct run *run) {
    const struct options *options = &run->options;
    if (!check_usage(run) || !command_read(options, &run->command, &run->error) ||
        !join_operands(run)) {
        return false;
    }
    return options_count(options, OPTION_TOPICS)    ? run_topics(run)
           : options_count(options, OPTION_SHOW)    ? show(run)
           : options_count(options, OPTION_ANALYZE) ? analyze(run)
                                                    : check_query(run) && search(run);
}

int main(int argc, char **argv) {
    struct run run = {0};
    int count = 0;
    int code = EXIT_FAILED;
    streams_secure();
    char **arguments = arguments_arrange(&search_program, argc, argv, &count);
    enum options_result result = OPTIONS_WRONG;
    if (!arguments) {
        error_set_memory(&run.error);
    } else {
        result = options_parse(&search_program, count, arguments, &run.options, &run.error);
    }
    if (result == OPTIONS_DONE) {
        code = EXIT_FOUND;
    } else if (result == OPTIONS_RUN && run_command(&run)) {
        code = run.refused > 0 ? EXIT_FAILED : run.found ? EXIT_FOUND : EXIT_NOTHING;
    }
    if (fflush(stdout) != 0 && run.error.kind == ERROR_NONE) {
        error_set_errno(&run.error, "cannot write the results");
    }
    if (run.error.kind != ERROR_NONE) {
        tell(run.error.message);
        code = EXIT_FAILED;
    }
    options_free(&run.options);
    free(arguments);
    bytes_free(&run.query);
    bytes_free(&run.out);
    return code;
}
