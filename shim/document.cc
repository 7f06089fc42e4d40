// Documents in the making. Adding terms is what indexing does most: no allocation here but
// xapian-core's.
#include "guard.hpp"
#include "handles.hpp"

using namespace xapian_c;

namespace {

void count_length(xapian_document &document, uint32_t wdf) {
    if (document.total_length + wdf > UINT32_MAX)
        throw Refusal(XAPIAN_ERROR_ARGUMENT,
                      "the document's terms occur more than %lu times together",
                      static_cast<unsigned long>(UINT32_MAX));
    document.total_length += wdf;
}

void add_term(xapian_document &document, xapian_bytes term, uint32_t wdf) {
    check_term(term);
    count_length(document, wdf);
    document.term.assign(term.data, term.size);
    document.document.add_term(document.term, wdf);
}

} // namespace

struct xapian_document *xapian_document_new(struct xapian_error *error) noexcept {
    return make(error, nullptr, [] { return new xapian_document; });
}

void xapian_document_free(struct xapian_document *document) noexcept {
    delete document;
}

void xapian_document_clear(struct xapian_document *document) noexcept {
    if (!document)
        return;
    document->document.clear_terms();
    document->document.clear_values();
    document->document.set_data(std::string());
    document->total_length = 0;
}

bool xapian_document_set_data(struct xapian_document *document, struct xapian_bytes data,
                              struct xapian_error *error) noexcept {
    return attempt(error, nullptr, [&] {
        check_data(data);
        require(document).document.set_data(to_string(data));
    });
}

bool xapian_document_add_term(struct xapian_document *document, struct xapian_bytes term,
                              uint32_t wdf, struct xapian_error *error) noexcept {
    return attempt(error, nullptr, [&] { add_term(require(document), term, wdf); });
}

bool xapian_document_add_terms(struct xapian_document *document,
                               const struct xapian_weighted_term terms[], size_t count,
                               struct xapian_error *error) noexcept {
    return attempt(error, nullptr, [&] {
        xapian_document &adding = require(document);
        require_array(terms, count);
        for (size_t i = 0; i < count; i++) {
            try {
                add_term(adding, terms[i].term, terms[i].wdf);
            } catch (const Refusal &refusal) {
                throw Refusal(refusal.kind, "term %zu: %s", i, refusal.message);
            }
        }
    });
}

bool xapian_document_add_posting(struct xapian_document *document, struct xapian_bytes term,
                                 uint32_t position, uint32_t wdf,
                                 struct xapian_error *error) noexcept {
    return attempt(error, nullptr, [&] {
        check_term(term);
        xapian_document &adding = require(document);
        count_length(adding, wdf);
        adding.term.assign(term.data, term.size);
        adding.document.add_posting(adding.term, position, wdf);
    });
}

bool xapian_document_set_value(struct xapian_document *document, uint32_t slot,
                               struct xapian_bytes value, struct xapian_error *error) noexcept {
    return attempt(error, nullptr, [&] {
        check_slot(slot);
        check_data(value);
        require(document).document.add_value(slot, to_string(value));
    });
}
