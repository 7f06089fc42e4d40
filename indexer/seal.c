#include "indexer/seal.h"

#include "corpus/base/bytes.h"
#include "indexer/place.h"
#include "indexer/schema.h"

/* A database that holds nothing and has no lists of terms. */
static bool make_unlisted(const char *path, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_writer_options options = {
        .mode = XAPIAN_CREATE_NEW, .no_sync = true, .no_term_lists = true};
    struct xapian_writer *writer = xapian_writer_open(path, &options, &failure);
    return (writer && xapian_writer_close(writer, &failure)) || schema_set_error(error, &failure);
}

/* xapian-core leaves the lists out of a compacted database when one of its sources has none. */
bool index_seal(const char *source, const char *destination, struct error *error) {
    struct xapian_error failure = {0};
    struct bytes unlisted = {0};
    bytes_append_format(&unlisted, "%s.unlisted", destination);
    if (!bytes_string(&unlisted)) {
        bytes_free(&unlisted);
        return error_set_memory(error);
    }
    const char *sources[] = {source, unlisted.data};
    bool sealed = place_remove(unlisted.data, error) && make_unlisted(unlisted.data, error);
    if (sealed && !xapian_compact(sources, 2, destination, NULL, &failure)) {
        sealed = schema_set_copy_error(error, source, &failure);
    }
    sealed = place_remove(unlisted.data, sealed ? error : NULL) && sealed;
    bytes_free(&unlisted);
    return sealed;
}
