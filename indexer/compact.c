#include "indexer/command.h"
#include "indexer/place.h"
#include "indexer/records.h"
#include "indexer/report.h"
#include "indexer/schema.h"
#include "indexer/seal.h"
#include "indexer/store.h"
#include "indexer/unseal.h"

#include "corpus/base/location.h"

#include <stdio.h>

#include <unistd.h>

/* Articles that several of the databases have cannot be merged: their documents could not be told
 * apart. */
static bool refuse_repeated(const char *source, struct error *error) {
    struct xapian_index *index = records_open(source, error);
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    uint32_t docid;
    bool repeated = false, first;
    bool going = index != NULL;
    while (going && (going = record_walk_next(index, &walk, &docid, error)) && docid) {
        going = record_read(index, docid, &stored, error) &&
                record_is_repeated(index, &stored, &repeated, &first, error) &&
                (!repeated || record_set_repeated(&stored, error));
    }
    stored_record_free(&stored);
    xapian_index_close(index);
    return going;
}

static bool compact_to(const char *source, const char *destination, bool sealed,
                       struct error *error) {
    struct xapian_error failure = {0};
    if (sealed) {
        return index_seal(source, destination, error);
    }
    return xapian_compact(&source, 1, destination, NULL, &failure) ||
           schema_set_open_error(error, source, &failure);
}

/* Merges what a stub file lists: of what several databases know of themselves xapian-core keeps the
 * first one's. */
static bool merge_to(const char *source, const char *destination, bool sealed,
                     struct error *error) {
    struct store_totals totals;
    if (!refuse_repeated(source, error) || !compact_to(source, destination, sealed, error)) {
        return false;
    }
    struct store *store = store_open(destination, STORE_EXISTING, 0, error);
    bool counted =
        store && records_sum(store_index(store), &totals.text_bytes, &totals.record_bytes, error);
    if (counted) {
        store_set_totals(store, totals);
        counted = store_commit(store, error);
    }
    return store_close(store, counted ? error : NULL) && counted;
}

/* Copies the index to a new directory beside `destination`, which then goes there: where something
 * fails, nothing is left. An index that is there is replaced; its store holds the lock, so that
 * nothing is added in between. */
static bool compact_beside(const char *source, const char *destination, bool sealed, bool replace,
                           struct error *error) {
    struct bytes folder = {0}, built = {0};
    bool done = place_begin(destination, &folder, error);
    if (done) {
        bytes_append_format(&built, "%s/index", folder.data);
        done = bytes_string(&built) ? true : error_set_memory(error);
        done = done && (place_is_directory(source) ? compact_to(source, built.data, sealed, error)
                                                   : merge_to(source, built.data, sealed, error));
        done = done && (replace ? place_swap(built.data, destination, error)
                                : place_move(built.data, destination, error));
        done = place_remove(folder.data, done ? error : NULL) && done;
    }
    bytes_free(&folder);
    bytes_free(&built);
    return done;
}

/* False, and why, where that cannot be compacted so. */
static bool check_usage(const char *source, const char *destination, bool sealed, bool unsealed,
                        struct error *error) {
    if (location_is_remote(source)) {
        return error_set(error, ERROR_USAGE, "%s is on a server: compact it there", source);
    }
    if (destination && location_is_remote(destination)) {
        return error_set(error, ERROR_USAGE,
                         "%s is on a server: --to makes an index on this machine", destination);
    }
    if (destination && !*destination) {
        return error_set(error, ERROR_USAGE, "--to names no directory");
    }
    if (destination && access(destination, F_OK) == 0) {
        return error_set(error, ERROR_USAGE, "%s exists already: --to makes a new index",
                         destination);
    }
    if (!destination && !place_is_directory(source) && access(source, F_OK) == 0) {
        return error_set(error, ERROR_USAGE,
                         "%s is a file that lists databases: compact it with --to DIR, or them one "
                         "by one",
                         source);
    }
    if (unsealed && (sealed || destination)) {
        return error_set(error, ERROR_USAGE, "--unsealed goes with neither --sealed nor --to");
    }
    return true;
}

int command_compact(const struct command *command, struct error *error) {
    const char *destination = options_value(command->options, OPTION_TO);
    const char *source = command->location;
    bool sealed = options_count(command->options, OPTION_SEALED) > 0;
    bool unsealed = options_count(command->options, OPTION_UNSEALED) > 0;
    uint64_t before = place_bytes(source);
    bool done;
    if (!check_usage(source, destination, sealed, unsealed, error)) {
        return EXIT_FAILED;
    }
    if (destination) {
        done = compact_beside(source, destination, sealed, false, error);
    } else {
        struct store *store = store_open(source, STORE_EXISTING, command->wait_seconds, error);
        struct add_options add = add_options_default(source, command->quiet);
        bool anew = unsealed && store && store_is_sealed(store);
        done = store && (anew ? store_unseal(store, &add, error)
                              : compact_beside(source, source, sealed, true, error));
        done = store_close(store, done ? error : NULL) && done;
    }
    if (!done) {
        return error->kind == ERROR_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
    }
    if (!command->quiet) {
        printf("compacted %.1f MB to %.1f MB\n", (double)before / 1e6,
               (double)place_bytes(destination ? destination : source) / 1e6);
    }
    return EXIT_DONE;
}
