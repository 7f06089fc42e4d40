#include "corpus/article/clean.h"
#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/report.h"
#include "indexer/schema.h"
#include "indexer/store.h"
#include "indexer/unseal.h"

#include <stdio.h>

/* Removes one article; *found tells whether there was one. `stored` is room for its record. */
static bool remove_article(struct store *store, const struct add_options *options, struct slice id,
                           struct stored_record *stored, bool *found, struct error *error) {
    struct bytes term = {0};
    schema_article_term(id, &term);
    bool removed = bytes_check(&term, error) &&
                   record_find(store_index(store), bytes_slice(&term), found, stored, error) &&
                   (!*found || store_unseal_record(store, options, bytes_slice(&term), found,
                                                   stored, error)) &&
                   (!*found || store_remove(store, stored, error));
    bytes_free(&term);
    return removed;
}

/* Removes the articles that the command line names, up to an interrupt; those that are not there
 * are complained of. */
static bool remove_articles(struct store *store, const struct command *command,
                            struct report *report, struct error *error) {
    const struct add_options add = add_options_default(command->location, command->quiet);
    const struct options *options = command->options;
    struct stored_record stored = {0};
    struct bytes id = {0};
    bool done = true;
    for (size_t i = 0; i < options->operand_count && done && !interrupt_requested(); i++) {
        bool found = false;
        bytes_clear(&id);
        clean_line(slice_of_string(options->operands[i]), &id); /* as ids are in the index */
        done = bytes_check(&id, error) &&
               remove_article(store, &add, bytes_slice(&id), &stored, &found, error);
        report->removed += done && found;
        if (done && !found) {
            report->rejected++;
            fprintf(stderr, "aral-index: there is no article \"%.*s\"\n", (int)id.length, id.data);
        }
    }
    stored_record_free(&stored);
    bytes_free(&id);
    return done;
}

int command_remove(const struct command *command, struct error *error) {
    if (command->options->operand_count == 0) {
        error_set(error, ERROR_USAGE, "no article is named: aral-index remove ID...");
        return EXIT_FAILED;
    }
    struct report report;
    report_begin(&report, true);
    struct store *store =
        store_open(command->location, STORE_EXISTING, command->wait_seconds, error);
    if (store) {
        interrupt_catch();
    }
    bool done = store && remove_articles(store, command, &report, error);
    if (done && interrupt_requested()) {
        done = error_set(error, ERROR_INPUT, "interrupted: no article was removed");
    }
    done = done && (report.removed == 0 || store_commit(store, error));
    done = store_close(store, done ? error : NULL) && done;
    if (!done) {
        return error->kind == ERROR_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
    }
    if (!command->quiet || command->json) {
        report_summarise(&report, command->json);
    }
    return report.rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}
