/* What searchers ask as well, who write nothing. */
#include "indexer/sealed.h"

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
