// Writing. Nothing that only reads may refer to this file, so that a reader links no writer.
#include "guard.hpp"
#include "handles.hpp"
#include "location.hpp"
#include "places.hpp"
#include "tables.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace xapian_c;

struct xapian_writer {
    Xapian::WritableDatabase database;
    std::string origin;
    bool in_transaction = false;
};

namespace {

int open_flags(const xapian_writer_options &options) {
    int flags = 0;
    switch (options.mode) {
    case XAPIAN_OPEN_OR_CREATE:
        flags = Xapian::DB_CREATE_OR_OPEN;
        break;
    case XAPIAN_OPEN_EXISTING:
        flags = Xapian::DB_OPEN;
        break;
    case XAPIAN_CREATE_NEW:
        flags = Xapian::DB_CREATE;
        break;
    case XAPIAN_OVERWRITE:
        flags = Xapian::DB_CREATE_OR_OVERWRITE;
        break;
    default:
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no way to open a writer",
                      static_cast<int>(options.mode));
    }
    flags |= options.no_sync ? Xapian::DB_NO_SYNC : 0;
    flags |= options.dangerous ? Xapian::DB_DANGEROUS : 0;
    flags |= options.no_term_lists ? Xapian::DB_NO_TERMLIST : 0;
    return flags;
}

// Writing without a table that has been lost would hide that it has.
void refuse_incomplete(const std::string &path) {
    const std::string missing = find_missing_table(path);
    if (!missing.empty())
        throw Refusal(XAPIAN_ERROR_CORRUPT, "its file %s is missing", missing.c_str());
}

// The right to make a database in a directory. xapian-core looks whether there is one, then takes
// the lock of writers, then makes it: over one that another program has made, filled and closed in
// between. So who may make one holds a lock of this library's own from before that look: the byte
// behind xapian-core's in its file. Where there are no such locks, it does without.
class MakerLock {
  public:
    explicit MakerLock(const std::string &path) {
        for (unsigned attempt = 0; attempt < OPEN_ATTEMPTS && !take(path); attempt++)
            release();
    }
    MakerLock(const MakerLock &) = delete;
    MakerLock &operator=(const MakerLock &) = delete;
    ~MakerLock() {
        release();
    }

  private:
    // False where the directory was replaced or removed meanwhile.
    bool take(const std::string &path) {
        const std::string name = path + "/flintlock";
        mkdir(path.c_str(), 0755); // as xapian-core would, which then tells what is wrong with it
        file =
            find_stub(path).empty() ? open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666) : -1;
        if (file < 0)
            return true;
        struct flock byte = {};
        byte.l_type = F_WRLCK;
        byte.l_whence = SEEK_SET;
        byte.l_start = 1;
        byte.l_len = 1;
        if (fcntl(file, F_OFD_SETLK, &byte) != 0) {
            bool held = errno == EAGAIN || errno == EACCES;
            release();
            if (held)
                throw Xapian::DatabaseLockError("Unable to make " + path + ": already locked");
            return true;
        }
        struct stat locked = {}, now = {};
        return fstat(file, &locked) == 0 && stat(name.c_str(), &now) == 0 && same_file(locked, now);
    }
    void release() {
        if (file >= 0)
            close(file);
        file = -1;
    }

    int file = -1;
};

Xapian::WritableDatabase open_location(const Location &location,
                                       const xapian_writer_options &options) {
    int flags = open_flags(options);
    unsigned timeout_ms = options.timeout_ms ? options.timeout_ms : DEFAULT_TIMEOUT_MS;
    bool keeps = options.mode == XAPIAN_OPEN_OR_CREATE || options.mode == XAPIAN_OPEN_EXISTING;
    if (location.kind != Location::LOCAL && !keeps)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "a server's index can only be opened");
    if (location.kind != Location::LOCAL)
        return open_remote_writable(location, timeout_ms, flags);
    std::optional<MakerLock> maker;
    if (options.mode != XAPIAN_OPEN_EXISTING)
        maker.emplace(location.path);
    if (keeps) // what is there
        refuse_incomplete(location.path);
    Xapian::WritableDatabase database(location.path, flags);
    if (!database.size())
        throw Refusal(XAPIAN_ERROR_NOT_FOUND, "the file '%s' lists no database",
                      Quoted(location.path.c_str()).text);
    return database;
}

// Tries until the lock is free or the time is over. xapian-core can wait too, but only forever.
Xapian::WritableDatabase open_and_wait(const Location &location,
                                       const xapian_writer_options &options) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds longest_pause(100);
    const auto deadline = Clock::now() + std::chrono::milliseconds(options.lock_wait_ms);
    for (std::chrono::milliseconds pause(5);; pause = std::min(pause * 2, longest_pause)) {
        try {
            return open_location(location, options);
        } catch (const Xapian::DatabaseLockError &failure) {
            if (!is_held(failure) || (options.lock_wait_ms != UINT_MAX && Clock::now() >= deadline))
                throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

struct xapian_writer *xapian_writer_open(const char *location,
                                         const struct xapian_writer_options *options,
                                         struct xapian_error *error) noexcept {
    return make(error, location, [&] {
        const xapian_writer_options safe = {};
        auto writer = std::make_unique<xapian_writer>();
        writer->origin = location ? location : "";
        writer->database = open_and_wait(Location(location), options ? *options : safe);
        return writer.release();
    });
}

bool xapian_writer_begin(struct xapian_writer *writer, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        require(writer).database.begin_transaction();
        writer->in_transaction = true;
    });
}

bool xapian_writer_commit(struct xapian_writer *writer, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        if (require(writer).in_transaction) {
            // Whatever comes of it, the transaction is over.
            writer->in_transaction = false;
            writer->database.commit_transaction();
        } else {
            writer->database.commit();
        }
    });
}

bool xapian_writer_cancel(struct xapian_writer *writer, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        require(writer).in_transaction = false;
        writer->database.cancel_transaction();
    });
}

bool xapian_writer_close(struct xapian_writer *writer, struct xapian_error *error) noexcept {
    if (!writer)
        return true;
    bool kept = writer->in_transaction ? xapian_writer_cancel(writer, error)
                                       : xapian_writer_commit(writer, error);
    // A reader made by xapian_writer_index may outlive the writer; only closing gives the lock
    // back.
    bool closed =
        attempt(kept ? error : nullptr, origin_of(writer), [&] { writer->database.close(); });
    delete writer;
    return kept && closed;
}

bool xapian_writer_add(struct xapian_writer *writer, const struct xapian_document *document,
                       uint32_t *docid, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        Xapian::docid added = require(writer).database.add_document(require(document).document);
        if (docid)
            *docid = added;
    });
}

bool xapian_writer_replace(struct xapian_writer *writer, struct xapian_bytes unique_term,
                           const struct xapian_document *document, uint32_t *docid,
                           struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        check_term(unique_term);
        Xapian::docid replaced = require(writer).database.replace_document(
            to_string(unique_term), require(document).document);
        if (docid)
            *docid = replaced;
    });
}

bool xapian_writer_replace_docid(struct xapian_writer *writer, uint32_t docid,
                                 const struct xapian_document *document,
                                 struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        require(writer).database.replace_document(docid, require(document).document);
    });
}

bool xapian_writer_delete_term(struct xapian_writer *writer, struct xapian_bytes term,
                               struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        check_term(term);
        require(writer).database.delete_document(to_string(term));
    });
}

bool xapian_writer_delete_docid(struct xapian_writer *writer, uint32_t docid,
                                struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer),
                   [&] { require(writer).database.delete_document(docid); });
}

bool xapian_writer_set_metadata(struct xapian_writer *writer, struct xapian_bytes key,
                                struct xapian_bytes value, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        check_term(key);
        check_data(value);
        require(writer).database.set_metadata(to_string(key), to_string(value));
    });
}

bool xapian_writer_add_spelling(struct xapian_writer *writer, struct xapian_bytes word,
                                uint32_t count, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        check_term(word);
        require(writer).database.add_spelling(to_string(word), count);
    });
}

bool xapian_writer_remove_spelling(struct xapian_writer *writer, struct xapian_bytes word,
                                   uint32_t count, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(writer), [&] {
        check_term(word);
        require(writer).database.remove_spelling(to_string(word), count);
    });
}

struct xapian_index *xapian_writer_index(struct xapian_writer *writer,
                                         struct xapian_error *error) noexcept {
    return make(error, origin_of(writer), [&] {
        auto index = std::make_unique<xapian_index>();
        index->database = require(writer).database;
        index->parts.push_back({writer->origin, index->database, {}});
        index->origin = writer->origin;
        return index.release();
    });
}
