// Byte strings across the border, and what the index's format can hold of them.
#include "guard.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <xapian.h>

namespace xapian_c {

xapian_string give_string(const std::string &bytes) {
    auto *data = static_cast<char *>(std::malloc(bytes.size() + 1));
    if (!data)
        throw std::bad_alloc();
    std::memcpy(data, bytes.c_str(), bytes.size() + 1);
    return {data, bytes.size()};
}

void check_term(xapian_bytes term) {
    if (!term.size)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "the term is empty");
    // Counting NULs is worth the time only where they could make a difference.
    size_t stored = term.size;
    if (stored > XAPIAN_TERM_SIZE_MAX / 2 && stored <= XAPIAN_TERM_SIZE_MAX)
        stored += static_cast<size_t>(std::count(term.data, term.data + term.size, '\0'));
    if (stored > XAPIAN_TERM_SIZE_MAX)
        throw Refusal(XAPIAN_ERROR_ARGUMENT,
                      "the term has %zu bytes, NULs counted twice, of at most %d", stored,
                      XAPIAN_TERM_SIZE_MAX);
}

void check_data(xapian_bytes data) {
    if (data.size > XAPIAN_DATA_SIZE_MAX)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "the data or value has %zu bytes, of at most %d",
                      data.size, XAPIAN_DATA_SIZE_MAX);
}

void check_slot(uint32_t slot) {
    if (slot == Xapian::BAD_VALUENO)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "%lu is no slot", static_cast<unsigned long>(slot));
}

} // namespace xapian_c

void xapian_string_free(struct xapian_string *string) noexcept {
    if (!string)
        return;
    std::free(string->data);
    *string = {nullptr, 0};
}

size_t xapian_number_encode(double number, char encoded[XAPIAN_NUMBER_SIZE_MAX]) noexcept {
    return Xapian::sortable_serialise_(number, encoded);
}

double xapian_number_decode(struct xapian_bytes encoded) noexcept {
    // Decoding reads nine bytes at most, so a short string without allocation holds all that
    // matters.
    try {
        size_t size = std::min<size_t>(encoded.size, XAPIAN_NUMBER_SIZE_MAX);
        return Xapian::sortable_unserialise(xapian_c::to_string({encoded.data, size}));
    } catch (...) {
        return 0; // never: neither the short string nor the decoding throws
    }
}
