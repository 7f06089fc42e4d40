#include "indexer/writer.h"

#include "indexer/place.h"
#include "indexer/schema.h"

#include <errno.h>

/* How many times to open anew when the index's directory was replaced while we waited. */
enum { OPEN_ATTEMPTS = 10 };

/* The writer of an index with lists of terms, or of a sealed one: which of them it is, only opening
 * it tells. NULL: *failure says why. */
static struct xapian_writer *open_sealed_or_not(const char *location,
                                                const struct xapian_writer_options *options,
                                                struct xapian_error *failure) {
    struct xapian_writer *writer = xapian_writer_open(location, options, failure);
    if (!writer && failure->kind == XAPIAN_ERROR_NOT_FOUND) {
        struct xapian_error as_sealed = {0};
        struct xapian_writer_options sealed = *options;
        sealed.mode = XAPIAN_OPEN_EXISTING;
        sealed.no_term_lists = true;
        writer = xapian_writer_open(location, &sealed, &as_sealed);
    }
    return writer;
}

static bool set_writer_error(const char *location, const struct xapian_writer_options *options,
                             const struct xapian_error *failure, struct error *error) {
    if (failure->kind == XAPIAN_ERROR_LOCKED) {
        return error_set(error, ERROR_LOCKED,
                         "another program is %swriting to %s: try again later, or wait %s --wait",
                         options->lock_wait_ms > 0 ? "still " : "", location,
                         options->lock_wait_ms > 0 ? "longer with" : "for it with");
    }
    if (place_leads_nowhere(location)) {
        return error_set(error, ERROR_NOT_FOUND, "%s is a link that leads nowhere", location);
    }
    /* xapian-core tells what it was about to do, in words of several kinds. */
    if (failure->kind == XAPIAN_ERROR_IO && !place_may_write(location) && errno != ENOENT) {
        return error_set_errno(error, "cannot write to the index at %s", location);
    }
    if (failure->kind == XAPIAN_ERROR_NONE) {
        return error_set(error, ERROR_LOCKED, "%s was replaced again and again: try again",
                         location);
    }
    return schema_set_open_error(error, location, failure);
}

struct xapian_writer *writer_open(const char *location, const struct xapian_writer_options *options,
                                  struct error *error) {
    struct xapian_error failure = {0};
    for (int attempt = 0; attempt < OPEN_ATTEMPTS; attempt++) {
        struct place_identity before, after;
        bool there = place_identify(location, &before);
        struct xapian_writer *writer = open_sealed_or_not(location, options, &failure);
        if (!writer && failure.kind == XAPIAN_ERROR_NOT_FOUND &&
            options->mode == XAPIAN_OPEN_OR_CREATE && place_clear_unmade(location)) {
            continue;
        }
        if (!there || (place_identify(location, &after) && place_identities_equal(before, after))) {
            if (!writer) {
                set_writer_error(location, options, &failure, error);
            }
            return writer;
        }
        xapian_writer_close(writer, NULL);
        failure = (struct xapian_error){0};
    }
    set_writer_error(location, options, &failure, error);
    return NULL;
}

bool writer_delete_backwards(struct xapian_writer *writer, const struct bytes *docids,
                             struct error *error) {
    struct xapian_error failure = {0};
    const uint32_t *list = bytes_array(docids);
    for (size_t left = bytes_count(docids, sizeof *list); left > 0; left--) {
        if (!xapian_writer_delete_docid(writer, list[left - 1], &failure)) {
            return schema_set_error(error, &failure);
        }
    }
    return true;
}
