#include "indexer/seal.h"

#include "corpus/base/bytes.h"
#include "indexer/place.h"
#include "indexer/schema.h"

bool index_is_sealed(struct xapian_index *index, bool *sealed, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docid;
    size_t count;
    *sealed = false;
    if (!xapian_index_get_postings(index, schema_bytes(slice_of_string(TERM_RECORD)), 1, &docid,
                                   NULL, 1, &count, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (count == 0) {
        return true;
    }
    struct xapian_terms *terms = xapian_index_document_terms(index, docid, &failure);
    *sealed = !terms && failure.kind == XAPIAN_ERROR_UNSUPPORTED;
    bool told = terms || *sealed || schema_set_error(error, &failure);
    xapian_terms_free(terms);
    return told;
}

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
