#include "indexer/unseal.h"

#include "indexer/bulk.h"
#include "indexer/place.h"

bool store_unseal(struct store *store, const struct add_options *options, struct error *error) {
    struct report report;
    if (!store_is_sealed(store)) {
        return true;
    }
    if (!place_is_directory(options->location)) {
        return error_set(error, ERROR_USAGE,
                         "an article that %s has cannot be replaced or removed: what it names is "
                         "sealed; do it in the directory of the index",
                         options->location);
    }
    report_begin(&report, options->quiet);
    report.task = "listing words of articles, once: ";
    report.input_total = store_get_totals(store).text_bytes;
    bool unsealed = store_commit(store, error) && bulk_unseal(options, &report, error) &&
                    store_reopen(store, error);
    report_clear(&report);
    return unsealed;
}

bool store_unseal_record(struct store *store, const struct add_options *options,
                         struct slice unique_term, bool *found, struct stored_record *stored,
                         struct error *error) {
    *found = true;
    return !store_is_sealed(store) ||
           (store_unseal(store, options, error) &&
            record_find(store_index(store), unique_term, found, stored, error));
}
