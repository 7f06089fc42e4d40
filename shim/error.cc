// What went wrong, told without needing memory.
#include "guard.hpp"

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <xapian.h>

namespace xapian_c {

namespace {

// Copies as much of text as fits, cut before a character rather than inside it.
template <size_t Size> void copy_text(char (&to)[Size], const char *text) noexcept {
    size_t size = std::strlen(text);
    if (size >= Size) {
        size = Size - 1;
        while (size && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
            size--;
    }
    std::memcpy(to, text, size);
    to[size] = '\0';
}

void tell(xapian_error *error, xapian_error_kind kind, const char *class_name, const char *message,
          const char *origin) noexcept {
    if (!error)
        return;
    error->kind = kind;
    copy_text(error->class_name, class_name);
    copy_text(error->message, message);
    copy_text(error->origin, origin ? origin : "");
}

// The system's reason, as xapian-core keeps it in words; null if there is none.
const char *system_reason(const Xapian::Error &exception) noexcept {
    try {
        return exception.get_error_string();
    } catch (...) {
        return nullptr;
    }
}

// What an exception says happened. Where a batch fails that cannot be cancelled either, it has
// both, as "Modifications failed (CLASS: WHAT), and couldn't ...": what counts is what failed
// first.
void copy_message(char *to, size_t size, const Xapian::Error &exception) noexcept {
    const char *text = exception.get_msg().c_str();
    const char *failed =
        std::strstr(text, "Modifications failed (") == text ? std::strstr(text, ": ") : nullptr;
    const char *end = failed ? std::strstr(failed, "), and couldn't ") : nullptr;
    const char *reason = system_reason(exception);
    if (end)
        std::snprintf(to, size, "%.*s", static_cast<int>(end - failed - 2), failed + 2);
    else
        std::snprintf(to, size, "%s%s%s%s", text, reason ? " (" : "", reason ? reason : "",
                      reason ? ")" : "");
}

void tell(xapian_error *error, xapian_error_kind kind, const Xapian::Error &exception,
          const char *origin) noexcept {
    char message[sizeof error->message * 2];
    copy_message(message, sizeof message, exception);
    bool placed = !exception.get_context().empty();
    tell(error, kind, exception.get_type(), message,
         placed ? exception.get_context().c_str() : origin);
}

// xapian-core 1.4 has one class for an index that is missing and one that may not be read; only the
// system's reason tells them apart.
xapian_error_kind opening_kind(const Xapian::Error &exception) noexcept {
    const char *reason = system_reason(exception);
    bool missing = reason && (!std::strcmp(reason, std::strerror(ENOENT)) ||
                              !std::strcmp(reason, std::strerror(ENOTDIR)));
    return missing ? XAPIAN_ERROR_NOT_FOUND : XAPIAN_ERROR_IO;
}

// A table that ends too early is damaged, though xapian-core tells it like a failure of the system.
xapian_error_kind database_kind(const Xapian::Error &exception) noexcept {
    bool cut_short = exception.get_msg().compare(0, 4, "EOF ") == 0;
    return cut_short ? XAPIAN_ERROR_CORRUPT : XAPIAN_ERROR_IO;
}

// Where a write fails, xapian-core 1.4 cancels the batch. In a database that is written dangerously
// it cannot, and complains of that instead of what failed.
bool hides_failed_write(const Xapian::Error &exception) noexcept {
    return std::strstr(exception.get_msg().c_str(), "cancel() not supported") != nullptr;
}

} // namespace

Quoted::Quoted(const char *from) noexcept {
    copy_text(text, from);
}

Refusal::Refusal(xapian_error_kind refusal_kind, const char *format, ...) noexcept
    : kind(refusal_kind) {
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
}

bool is_held(const Xapian::DatabaseLockError &failure) noexcept {
    return std::strstr(failure.get_msg().c_str(), "already locked") != nullptr;
}

void tell_exception(xapian_error *error, const char *origin) noexcept {
    if (!error)
        return;
    try {
        throw;
    } catch (const Refusal &refusal) {
        tell(error, refusal.kind, "", refusal.message, origin);
    } catch (const Xapian::DatabaseModifiedError &e) {
        tell(error, XAPIAN_ERROR_CHANGED, e, origin);
    } catch (const Xapian::DatabaseLockError &e) {
        tell(error, is_held(e) ? XAPIAN_ERROR_LOCKED : XAPIAN_ERROR_IO, e, origin);
    } catch (const Xapian::DatabaseCorruptError &e) {
        tell(error, XAPIAN_ERROR_CORRUPT, e, origin);
    } catch (const Xapian::DatabaseVersionError &e) {
        tell(error, XAPIAN_ERROR_VERSION, e, origin);
    } catch (const Xapian::DatabaseNotFoundError &e) {
        tell(error, XAPIAN_ERROR_NOT_FOUND, e, origin);
    } catch (const Xapian::DatabaseOpeningError &e) {
        tell(error, opening_kind(e), e, origin);
    } catch (const Xapian::DatabaseCreateError &e) {
        // Without a reason of the system's it was there already.
        tell(error, system_reason(e) ? XAPIAN_ERROR_IO : XAPIAN_ERROR_ARGUMENT, e, origin);
    } catch (const Xapian::DatabaseClosedError &e) {
        tell(error, XAPIAN_ERROR_ARGUMENT, e, origin);
    } catch (const Xapian::DatabaseError &e) {
        tell(error, database_kind(e), e, origin);
    } catch (const Xapian::DocNotFoundError &e) {
        tell(error, XAPIAN_ERROR_NOT_FOUND, e, origin);
    } catch (const Xapian::NetworkTimeoutError &e) {
        tell(error, XAPIAN_ERROR_TIMEOUT, e, origin);
    } catch (const Xapian::NetworkError &e) {
        tell(error, XAPIAN_ERROR_NETWORK, e, origin);
    } catch (const Xapian::FeatureUnavailableError &e) {
        tell(error, XAPIAN_ERROR_UNSUPPORTED, e, origin);
    } catch (const Xapian::UnimplementedError &e) {
        tell(error, XAPIAN_ERROR_UNSUPPORTED, e, origin);
    } catch (const Xapian::InvalidArgumentError &e) {
        tell(error, XAPIAN_ERROR_ARGUMENT, e, origin);
    } catch (const Xapian::InvalidOperationError &e) {
        if (hides_failed_write(e))
            tell(error, XAPIAN_ERROR_IO, e.get_type(), "cannot write (is the disk full?)", origin);
        else
            tell(error, XAPIAN_ERROR_ARGUMENT, e, origin);
    } catch (const Xapian::WildcardError &e) {
        tell(error, XAPIAN_ERROR_ARGUMENT, e, origin);
    } catch (const Xapian::SerialisationError &e) {
        tell(error, XAPIAN_ERROR_CORRUPT, e, origin);
    } catch (const Xapian::RangeError &e) {
        tell(error, XAPIAN_ERROR_CORRUPT, e, origin);
    } catch (const Xapian::Error &e) {
        tell(error, XAPIAN_ERROR_BUG, e, origin);
    } catch (const std::bad_alloc &) {
        tell(error, XAPIAN_ERROR_MEMORY, "std::bad_alloc", "out of memory", origin);
    } catch (const std::length_error &e) {
        tell(error, XAPIAN_ERROR_MEMORY, "std::length_error", e.what(), origin);
    } catch (const std::exception &e) {
        tell(error, XAPIAN_ERROR_BUG, "std::exception", e.what(), origin);
    } catch (...) {
        tell(error, XAPIAN_ERROR_BUG, "", "an exception of an unknown type", origin);
    }
}

namespace {

std::atomic<xapian_last_words *> last_words;

// The exception that ends the process is the one being handled, if there is one. Where one is on
// its way, another came out of what it passed, and what the system said last is why: xapian-core
// writes while it tidies up after a write that failed.
void say_last_words() noexcept {
    const int reason = errno;
    xapian_error error = {};
    if (std::current_exception())
        tell_exception(&error, "");
    else if (std::uncaught_exceptions() && reason)
        tell(&error, XAPIAN_ERROR_IO, "", std::strerror(reason), "");
    else
        tell(&error, XAPIAN_ERROR_BUG, "", "ended by something else than an exception", "");
    if (xapian_last_words *handler = last_words)
        handler(&error);
    std::abort();
}

} // namespace

} // namespace xapian_c

void xapian_set_last_words(xapian_last_words *handler) noexcept {
    static const std::terminate_handler usual = std::get_terminate();
    xapian_c::last_words = handler;
    std::set_terminate(handler ? xapian_c::say_last_words : usual);
}

const char *xapian_core_version(void) noexcept {
    return Xapian::version_string();
}
