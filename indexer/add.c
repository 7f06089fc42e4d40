/* The commands that read articles: add and sync. */
#include "corpus/article/formats.h"
#include "corpus/base/location.h"
#include "indexer/bulk.h"
#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/place.h"
#include "indexer/schema.h"
#include "indexer/sync.h"
#include "indexer/update.h"

#include <stdio.h>

/* Limits of options, told in the manual. */
#define MEMORY_MIN (32ull << 20)
#define ARTICLE_BYTES_MIN 1024
#define ARTICLE_BYTES_MAX (64u << 20) /* an article must fit into one of Xapian's records */

static bool read_options(const struct command *command, struct add_options *add,
                         struct error *error) {
    const struct options *options = command->options;
    uint64_t jobs = add->jobs;
    uint64_t article_bytes = 0;
    size_t format_number;
    const char *format = options_value(options, OPTION_FORMAT);
    if (!option_number(options, OPTION_JOBS, 1, ADD_JOBS_MAX, &jobs, error) ||
        !option_choice(options, OPTION_FORMAT, &format_number, error) ||
        !option_size(options, OPTION_MEMORY, MEMORY_MIN, UINT64_MAX, &add->memory_bytes, error) ||
        !option_size(options, OPTION_ARTICLE_BYTES, ARTICLE_BYTES_MIN, ARTICLE_BYTES_MAX,
                     &article_bytes, error)) {
        return false;
    }
    const char *base = options_value(options, OPTION_BASE);
    if (base && !place_is_directory(base)) {
        return error_set(error, ERROR_USAGE, "--base is a folder, which %s is not",
                         *base ? base : "an empty name");
    }
    const char *shard = options_value(options, OPTION_SHARD);
    if (shard && !shard_parse(shard, &add->shard, error)) {
        return false;
    }
    if (options->operand_count == 0) {
        return error_set(error, ERROR_USAGE, "no file or folder is named: aral-index %s PATH...",
                         options->command->name);
    }
    for (size_t i = 0; i < options->operand_count; i++) {
        if (!*options->operands[i]) {
            return error_set(error, ERROR_USAGE, "an empty path is no file and no folder");
        }
    }
    add->unsealed = options_count(options, OPTION_UNSEALED) > 0;
    add->jobs = (unsigned)jobs;
    add->source = (struct source_options){
        .paths = options->operands,
        .path_count = options->operand_count,
        .reader = {.format = format ? article_format_find(format) : NULL,
                   .base = base,
                   .article_bytes = (size_t)article_bytes},
        .strict = options_count(options, OPTION_STRICT) > 0,
    };
    return true;
}

/* Whether a new index can be built and put in the place of this one, and that pays. */
static bool wants_bulk(struct store *store, const struct add_options *add) {
    struct xapian_index_stats stats;
    return xapian_index_get_stats(store_index(store), &stats, NULL) && stats.documents == 0 &&
           place_is_directory(add->location) && place_is_own(add->location, NULL) &&
           source_estimate(&add->source, BULK_TEXT_BYTES) >= BULK_TEXT_BYTES;
}

/* All of the run, the index being open. */
static bool run(struct store *store, const struct add_options *add, struct report *report,
                bool *kept, struct error *error) {
    if (add->source.strict && store_is_remote(store)) {
        return error_set(
            error, ERROR_USAGE,
            "%s is on a server, which keeps what it has written: use --strict on its machine",
            add->location);
    }
    if (wants_bulk(store, add)) {
        return bulk_run(add, report, kept, error);
    }
    if (!update_run(store, add, report, error)) {
        return false;
    }
    if (add->source.strict && report->rejected > 0) {
        return store_cancel(store, error);
    }
    *kept = true;
    if (add->seen && !interrupt_requested() && !sync_remove_gone(store, add, report, error)) {
        return false;
    }
    return store_changes(store)->documents == 0 || store_commit(store, error);
}

/* A new index that nothing is kept in goes again, while its lock is still ours: unless another
 * program was quicker and has added to it, or its folder holds other files. */
static bool remove_empty(struct store *store, const char *location, struct error *error) {
    struct xapian_index_stats stats;
    struct xapian_error failure = {0};
    return xapian_index_get_stats(store_index(store), &stats, &failure)
               ? stats.documents > 0 || !place_is_own(location, NULL) ||
                     place_discard(location, error)
               : schema_set_error(error, &failure);
}

/* What may be wrong where not one article was found. */
static void hint(const struct source_options *source, const struct report *report) {
    bool piped = strcmp(source->paths[0], "-") == 0;
    bool guessed = !source->reader.format && source->path_count == 1 && piped;
    if (report->rejected == 0) {
        fprintf(stderr, "aral-index: there are no articles in %s%s\n",
                piped ? "standard input" : source->paths[0],
                source->path_count > 1 ? " and the others named" : "");
    } else if (guessed && report->input_bytes > 0) {
        fputs("aral-index: standard input was read as JSON Lines: if it is something else, name "
              "that with --format\n",
              stderr);
    }
}

/* What to tell when all went as it should, and with what to exit. */
static int finish(const struct command *command, const struct add_options *add,
                  struct report *report, bool kept, struct error *error) {
    bool strict = add->source.strict && report->rejected > 0;
    uint64_t articles = report->added + report->updated + report->unchanged;
    report_clear(report);
    if (strict && !kept) {
        error_set(error, ERROR_INPUT,
                  "stopped at the first rejected article, as --strict asks: "
                  "nothing of this run was kept");
        return EXIT_FAILED;
    }
    if (!command->quiet || command->json) {
        report_summarise(report, command->json);
    }
    if (interrupt_requested()) {
        error_set(error, ERROR_INPUT,
                  "interrupted: the articles counted above are in the index, the others are not");
        return EXIT_FAILED;
    }
    if (articles == 0 && !command->quiet) {
        hint(&add->source, report);
    }
    return report->rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}

static int add_articles(const struct command *command, struct seen *seen, struct error *error) {
    struct add_options add = add_options_default(command->location, command->quiet);
    struct report report;
    bool kept = false;
    add.seen = seen;
    if (!read_options(command, &add, error)) {
        return EXIT_FAILED;
    }
    bool made = !location_is_remote(command->location) && !place_exists(command->location);
    struct store *store = store_open(command->location, STORE_CREATE, command->wait_seconds, error);
    if (!store) {
        return error->kind == ERROR_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
    }
    interrupt_catch();
    report_begin(&report, command->quiet);
    if (report.progress) {
        report.input_total = source_file_bytes(&add.source);
    }
    bool done = place_tidy(command->location, error) && run(store, &add, &report, &kept, error);
    report_clear(&report);
    if (done && made && report.rejected > 0 && (!kept || report.added == 0)) {
        done = remove_empty(store, command->location, error);
    }
    done = store_close(store, done ? error : NULL) && done;
    return done ? finish(command, &add, &report, kept, error) : EXIT_FAILED;
}

int command_add(const struct command *command, struct error *error) {
    return add_articles(command, NULL, error);
}

int command_sync(const struct command *command, struct error *error) {
    struct seen seen = {map_new(), map_new()};
    int status = EXIT_FAILED;
    for (size_t i = 0; i < command->options->operand_count; i++) {
        if (strcmp(command->options->operands[i], "-") == 0) {
            error_set(error, ERROR_USAGE,
                      "standard input cannot be synchronised: use aral-index add -");
        }
    }
    if (!seen.articles || !seen.bad_files) {
        error_set_memory(error);
    }
    if (error->kind == ERROR_NONE) {
        status = add_articles(command, &seen, error);
    }
    map_free(seen.articles);
    map_free(seen.bad_files);
    return status;
}
