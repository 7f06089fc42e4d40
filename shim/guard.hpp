// The border. Every entry of xapian-c.h does its work inside attempt() or make(), the only places
// where C++ exceptions stop; error.cc tells the caller what they were.
#ifndef XAPIAN_C_GUARD_HPP
#define XAPIAN_C_GUARD_HPP

#include "xapian-c.h"

#include <string>
#include <xapian.h>

namespace xapian_c {

// Thrown where this library refuses by itself. It carries its text, so that telling it needs no
// memory.
class Refusal {
  public:
    [[gnu::format(printf, 3, 4)]] Refusal(xapian_error_kind kind, const char *format, ...) noexcept;

    xapian_error_kind kind;
    char message[320];
};

// A name (a location, say) for the message of a Refusal, cut between characters to what leaves room
// for the rest of the message.
struct Quoted {
    explicit Quoted(const char *from) noexcept;

    char text[201];
};

// Describes the exception being handled in *error, which may be null. origin may be null.
void tell_exception(xapian_error *error, const char *origin) noexcept;

// Runs work; true if it returned, false and *error set if it threw.
template <typename Work> bool attempt(xapian_error *error, const char *origin, Work work) noexcept {
    try {
        work();
        return true;
    } catch (...) {
        tell_exception(error, origin);
        return false;
    }
}

// Runs work, which returns a pointer; null and *error set if it threw.
template <typename Work>
auto make(xapian_error *error, const char *origin, Work work) noexcept -> decltype(work()) {
    decltype(work()) made = nullptr;
    attempt(error, origin, [&] { made = work(); });
    return made;
}

// The handle behind a pointer from outside.
template <typename Handle> Handle &require(Handle *handle) {
    if (!handle)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "a handle, an array or a place for a result is NULL");
    return *handle;
}

// Refuses an array from outside that is missing.
template <typename Element> void require_array(const Element *array, size_t count) {
    if (count)
        require(array);
}

// The location that a handle, which may be null, was opened from.
template <typename Handle> const char *origin_of(const Handle *handle) noexcept {
    return handle ? handle->origin.c_str() : nullptr;
}

inline std::string to_string(xapian_bytes bytes) {
    return bytes.size ? std::string(bytes.data, bytes.size) : std::string();
}

// Copies bytes for the caller to free.
xapian_string give_string(const std::string &bytes);

// Whether another writer holds the lock, so that waiting may help. xapian-core has the same class
// for a lock that cannot be taken for another reason (no permission, say).
bool is_held(const Xapian::DatabaseLockError &failure) noexcept;

// Refuses a term that the glass format could not store.
void check_term(xapian_bytes term);

// Refuses data and values that the glass format could not store.
void check_data(xapian_bytes data);

// Refuses the one slot number that xapian-core keeps for "none".
void check_slot(uint32_t slot);

} // namespace xapian_c

#endif
