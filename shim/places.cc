#include "places.hpp"
#include "guard.hpp"
#include "roots.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace xapian_c {

bool same_file(const struct stat &one, const struct stat &other) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

namespace {

// A directory changes with each commit, a stub file when it names other databases.
bool same_content(const struct stat &one, const struct stat &other) {
    return !S_ISREG(one.st_mode) ||
           (one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec &&
            one.st_mtim.tv_nsec == other.st_mtim.tv_nsec);
}

// Opens what xapian-core would, but waits for the servers that a stub file lists as long as the
// caller says: xapian-core takes ten seconds for each. A file that is not understood here is left
// to it; it tells what it refuses.
Xapian::Database open_path(const std::string &path, unsigned timeout_ms) {
    const std::string stub = find_stub(path);
    std::vector<Listed> listed;
    if (stub.empty() || !list_stub(stub, listed)) {
        refuse_high_trees(path);
        return Xapian::Database(path);
    }
    Xapian::Database all;
    for (const Listed &one : listed)
        all.add_database(one.kind == Location::LOCAL
                             ? open_path(one.text, timeout_ms)
                             : open_remote(Location(one.text.c_str()), timeout_ms));
    return all;
}

std::string tell_stranger(const Xapian::Error &failure) {
    return "what listens there does not answer as a xapian-tcpsrv of this version does (" +
           failure.get_msg() + "): check the port and the server";
}

// Opens what a server has. One that was reached may be no xapian-tcpsrv at all: xapian-core only
// tells what it waited for. Where none was reached, it has the system's reason.
template <typename Open> auto greet(Open open) -> decltype(open()) {
    try {
        return open();
    } catch (const Xapian::NetworkTimeoutError &failure) {
        if (failure.get_error_string())
            throw;
        throw Xapian::NetworkTimeoutError(tell_stranger(failure), failure.get_context());
    } catch (const Xapian::NetworkError &failure) {
        if (failure.get_error_string())
            throw;
        throw Xapian::NetworkError(tell_stranger(failure), failure.get_context());
    }
}

} // namespace

Xapian::Database open_remote(const Location &location, unsigned timeout_ms) {
    if (location.kind == Location::PROGRAM)
        return Xapian::Remote::open(location.path, location.arguments, timeout_ms);
    return greet(
        [&] { return Xapian::Remote::open(location.host, location.port, timeout_ms, timeout_ms); });
}

Xapian::WritableDatabase open_remote_writable(const Location &location, unsigned timeout_ms,
                                              int flags) {
    if (location.kind == Location::PROGRAM)
        return Xapian::Remote::open_writable(location.path, location.arguments, timeout_ms, flags);
    return greet([&] {
        return Xapian::Remote::open_writable(location.host, location.port, timeout_ms, timeout_ms,
                                             flags);
    });
}

Places::Held::Held(const std::string &held_path)
    : path(held_path), file(open(held_path.c_str(), O_PATH | O_CLOEXEC)) {
    if (file < 0 || fstat(file, &status) != 0)
        stat(path.c_str(), &status);
}

Places::Held::Held(Held &&from) noexcept
    : path(std::move(from.path)), file(std::exchange(from.file, -1)), status(from.status) {
}

Places::Held &Places::Held::operator=(Held &&from) noexcept {
    std::swap(path, from.path);
    std::swap(file, from.file);
    std::swap(status, from.status);
    return *this;
}

Places::Held::~Held() {
    if (file >= 0)
        close(file);
}

bool Places::Held::stands() const {
    struct stat now = {};
    stat(path.c_str(), &now);
    return same_file(now, status) && same_content(now, status);
}

Places::Places(const std::string &path) {
    find(path, 0);
}

void Places::find(const std::string &path, unsigned depth) {
    list.emplace_back(path);
    const std::string stub = depth < STUB_DEPTH ? find_stub(path) : "";
    if (stub.empty())
        return;
    if (stub != path)
        list.emplace_back(stub);
    for (const std::string &listed : read_stub(stub))
        find(listed, depth + 1);
}

bool Places::stand() const {
    for (const Held &held : list)
        if (!held.stands())
            return false;
    return true;
}

void Places::refuse_high_trees() const {
    for (const Held &held : list)
        xapian_c::refuse_high_trees(held.name());
}

Xapian::Database open_database(const std::string &path, unsigned timeout_ms, Places &places) {
    bool replaced = false;
    for (unsigned attempt = 0; attempt < OPEN_ATTEMPTS; attempt++) {
        places = Places(path);
        try {
            Xapian::Database database = open_path(path, timeout_ms);
            if (places.stand())
                return database;
        } catch (const Xapian::DatabaseModifiedError &) {
        } catch (const Xapian::Error &) {
            if (places.stand())
                throw;
        }
        replaced = replaced || !places.stand();
    }
    // No writer commits twice each time between the first file and the last.
    if (!replaced)
        throw Refusal(XAPIAN_ERROR_CORRUPT, "blocks of it say that they are of a later revision");
    throw Refusal(XAPIAN_ERROR_CHANGED, "'%s' was replaced whenever it was opened",
                  Quoted(path.c_str()).text);
}

} // namespace xapian_c
