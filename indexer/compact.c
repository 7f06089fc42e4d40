#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/place.h"
#include "indexer/records.h"
#include "indexer/report.h"
#include "indexer/schema.h"
#include "indexer/seal.h"
#include "indexer/separate.h"
#include "indexer/store.h"
#include "indexer/unfinished.h"
#include "indexer/unseal.h"

#include "corpus/base/location.h"
#include "corpus/base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What servers have can only be compacted there. */
static bool check_local(struct xapian_index *index, const char *source, struct error *error) {
    struct xapian_error failure = {0};
    bool local;
    if (!xapian_index_is_local(index, &local, &failure)) {
        return schema_set_error(error, &failure);
    }
    return local || error_set(error, ERROR_USAGE,
                              "%s lists databases on servers: compact them there", source);
}

/* What a writer did not come to the end of is taken back where it is: a merged or sealed index
 * could not. What cannot be opened, compacting tells. */
static bool check_finished(const char *source, struct error *error) {
    struct xapian_index *index = xapian_index_open(&source, 1, 0, NULL);
    struct map *ids = map_new();
    bool finished = !ids ? error_set_memory(error) : !index || unfinished_list(index, ids, error);
    if (finished && map_count(ids) > 0) {
        struct slice id = utf8_cut(map_key(ids, 0), ERROR_QUOTE_BYTES);
        finished = error_set(error, ERROR_USAGE,
                             "in %s a program was interrupted while it wrote article %.*s: add it "
                             "again first",
                             source, (int)id.length, id.data);
    }
    map_free(ids);
    xapian_index_close(index);
    return finished;
}

/* Databases of several versions cannot be merged, nor can articles that several of them have: their
 * documents could not be told apart. */
static bool is_mergeable(const char *source, struct error *error) {
    struct xapian_index *index = schema_open(source, 0, schema_check_version, error);
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    uint32_t docid;
    bool repeated = false, first;
    bool going = index && check_local(index, source, error);
    while (going && (going = record_walk_next(index, &walk, &docid, error)) && docid) {
        going = record_read(index, docid, &stored, error) &&
                record_is_repeated(index, &stored, &repeated, &first, error) &&
                (!repeated || record_set_repeated(&stored, error));
    }
    stored_record_free(&stored);
    xapian_index_close(index);
    return going;
}

struct compaction {
    const char *source, *destination;
    bool in_place; /* the destination is the source, whose lock the caller's store holds, so that
                      nothing is added meanwhile */
    bool sealed;   /* without what replacing and removing articles needs (sealed.h) */
    bool unsealed; /* with it again; in place only */
};

static bool compact_to(const struct compaction *compaction, const char *built,
                       struct error *error) {
    struct xapian_error failure = {0};
    const char *source = compaction->source;
    if (!compaction->in_place && !check_finished(source, error)) {
        return false;
    }
    if (compaction->sealed) {
        return index_seal(source, built, error);
    }
    return xapian_compact(&source, 1, built, NULL, &failure) ||
           schema_set_copy_error(error, source, &failure);
}

/* Merges what a stub file lists. Of what several databases know of themselves xapian-core keeps the
 * first one's, so it is counted again. */
static bool merge_to(const struct compaction *compaction, const char *built, struct error *error) {
    struct store_totals totals;
    if (!is_mergeable(compaction->source, error) || !compact_to(compaction, built, error)) {
        return false;
    }
    struct store *store = store_open(built, STORE_EXISTING, 0, error);
    bool counted =
        store && records_sum(store_index(store), &totals.text_bytes, &totals.record_bytes, error);
    if (counted) {
        store_set_totals(store, totals);
        counted = store_commit(store, error);
    }
    return store_close(store, counted ? error : NULL) && counted;
}

struct building {
    const struct compaction *compaction;
    const char *built;
};

/* Says the error, of no kind where there is none. */
static void build(const void *context, int out) {
    const struct building *building = context;
    const struct compaction *compaction = building->compaction;
    struct error wrong = {0};
    if (place_is_directory(compaction->source)) {
        compact_to(compaction, building->built, &wrong);
    } else {
        merge_to(compaction, building->built, &wrong);
    }
    separate_say(out, &wrong, sizeof wrong);
}

/* xapian-core compacts to the end: only in a process of its own it can be interrupted. */
static bool build_separately(const struct compaction *compaction, const char *built,
                             struct error *error) {
    struct bytes said = {0};
    int status;
    bool done = separate_run(build, &(struct building){compaction, built}, &said, &status, error);
    if (done && interrupt_requested()) {
        done = error_set(error, ERROR_INPUT, "interrupted: %s is as it was", compaction->source);
    } else if (done && said.length < sizeof *error) {
        done = error_set(error, ERROR_BUG, "compacting %s broke off: %s", compaction->source,
                         WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "no answer");
    } else if (done) {
        memcpy(error, said.data, sizeof *error);
        done = error->kind == ERROR_NONE;
    }
    bytes_free(&said);
    return done;
}

/* Puts what was built at the destination. A copy of one index is no less private than that. */
static bool put_in_place(const struct compaction *compaction, const char *built,
                         struct error *error) {
    const char *source = compaction->source, *destination = compaction->destination;
    return compaction->in_place
               ? place_swap(built, destination, error)
               : place_move(built, destination, place_is_directory(source) ? source : NULL, error);
}

/* Copies the index to a new directory beside the destination, then puts it there: where something
 * fails, nothing is left. */
static bool compact(const struct compaction *compaction, struct error *error) {
    struct bytes folder = {0}, built = {0};
    interrupt_catch();
    bool done = (compaction->in_place || place_make_folders(compaction->destination, error)) &&
                place_begin(compaction->destination, &folder, error);
    if (done) {
        bytes_append_format(&built, "%s/index", folder.data);
        done = bytes_string(&built) ? true : error_set_memory(error);
        done = done && build_separately(compaction, built.data, error);
        done = done && put_in_place(compaction, built.data, error);
        done = place_remove(folder.data, done ? error : NULL) && done;
    }
    bytes_free(&folder);
    bytes_free(&built);
    return done;
}

/* Refuses what cannot be compacted as the command line says. */
static bool check_usage(const struct compaction *compaction, struct error *error) {
    const char *source = compaction->source, *destination = compaction->destination;
    if (location_is_remote(source)) {
        return error_set(error, ERROR_USAGE, "%s is on a server: compact it there", source);
    }
    if (location_is_remote(destination)) {
        return error_set(error, ERROR_USAGE,
                         "%s is on a server: --to makes an index on this machine", destination);
    }
    if (!compaction->in_place && !*destination) {
        return error_set(error, ERROR_USAGE, "--to names no directory");
    }
    if (!compaction->in_place && access(destination, F_OK) == 0) {
        return error_set(error, ERROR_USAGE, "%s exists already: --to makes a new index",
                         destination);
    }
    if (!compaction->in_place && place_leads_nowhere(destination)) {
        return error_set(error, ERROR_USAGE, "%s is a link that leads nowhere", destination);
    }
    if (compaction->in_place && !place_is_directory(source) && access(source, F_OK) == 0) {
        return error_set(error, ERROR_USAGE,
                         "%s is a file that lists databases: compact it with --to DIR, or them one "
                         "by one",
                         source);
    }
    if (compaction->unsealed && (compaction->sealed || !compaction->in_place)) {
        return error_set(error, ERROR_USAGE, "--unsealed goes with neither --sealed nor --to");
    }
    return true;
}

static bool compact_in_place(const struct command *command, const struct compaction *compaction,
                             struct error *error) {
    struct store *store =
        store_open(compaction->source, STORE_EXISTING, command->wait_seconds, error);
    struct add_options add = add_options_default(compaction->source, command->quiet);
    bool anew = compaction->unsealed && store && store_is_sealed(store);
    if (anew) {
        interrupt_catch();
    }
    bool done = store && (anew ? store_unseal(store, &add, error) : compact(compaction, error));
    if (store) { /* nobody else writes now */
        schema_settle_changed(error);
    }
    return store_close(store, done ? error : NULL) && done;
}

/* What is written to while it is copied is copied once more, with the lock that writers have, which
 * keeps them waiting. */
static bool compact_elsewhere(const struct command *command, const struct compaction *compaction,
                              struct error *error) {
    bool done = compact(compaction, error);
    if (done || error->kind != ERROR_CHANGED || interrupt_requested()) {
        return done;
    }
    struct error why = {0};
    struct store *store = store_open(compaction->source, STORE_LOCKED, command->wait_seconds, &why);
    if (!store) { /* for another reason than a writer, it stays at what was said */
        *error = why.kind == ERROR_LOCKED ? why : *error;
        return false;
    }
    error_clear(error);
    done = compact(compaction, error);
    schema_settle_changed(error);
    return store_close(store, done ? error : NULL) && done;
}

/* `before` is NULL where several databases were merged. */
static void print_sizes(const uint64_t *before, uint64_t after) {
    if (before) {
        printf("compacted ");
        report_print_size(*before);
        printf(" to ");
    } else {
        printf("merged into ");
    }
    report_print_size(after);
    printf("\n");
}

int command_compact(const struct command *command, struct error *error) {
    const char *to = options_value(command->options, OPTION_TO);
    const struct compaction compaction = {
        .source = command->location,
        .destination = to ? to : command->location,
        .in_place = !to,
        .sealed = options_count(command->options, OPTION_SEALED) > 0,
        .unsealed = options_count(command->options, OPTION_UNSEALED) > 0,
    };
    bool merged = !place_is_directory(compaction.source);
    uint64_t before = place_bytes(compaction.source);
    if (!check_usage(&compaction, error)) {
        return EXIT_FAILED;
    }
    if (!(to ? compact_elsewhere(command, &compaction, error)
             : compact_in_place(command, &compaction, error))) {
        return error->kind == ERROR_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
    }
    if (!command->quiet) {
        print_sizes(merged ? NULL : &before, place_bytes(compaction.destination));
    }
    return EXIT_DONE;
}
