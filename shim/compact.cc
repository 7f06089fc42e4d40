// Maintenance: compact copies and structural checks.
#include "guard.hpp"
#include "location.hpp"
#include "places.hpp"
#include "roots.hpp"
#include "tables.hpp"

#include <sstream>
#include <xapian.h>

using namespace xapian_c;

namespace {

class Progress : public Xapian::Compactor {
  public:
    explicit Progress(const xapian_compact_options &compact_options) : options(compact_options) {
    }

    void set_status(const std::string &table, const std::string &status) override {
        if (options.progress)
            options.progress(options.context, table.c_str(), status.c_str());
    }

  private:
    const xapian_compact_options &options;
};

// The path of a database on this machine.
std::string local_path(const char *text) {
    Location location(text);
    if (location.kind != Location::LOCAL)
        throw Refusal(XAPIAN_ERROR_UNSUPPORTED, "'%s' is not on this machine", Quoted(text).text);
    return location.path;
}

unsigned compact_flags(const xapian_compact_options &options) {
    unsigned flags = 0;
    switch (options.level) {
    case XAPIAN_COMPACT_FULL:
        flags = Xapian::Compactor::FULL;
        break;
    case XAPIAN_COMPACT_FULLER:
        flags = Xapian::Compactor::FULLER;
        break;
    case XAPIAN_COMPACT_STANDARD:
        flags = Xapian::Compactor::STANDARD;
        break;
    default:
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no level of compaction",
                      static_cast<int>(options.level));
    }
    flags |= options.keep_docids ? static_cast<unsigned>(Xapian::DBCOMPACT_NO_RENUMBER) : 0;
    flags |= options.single_file ? static_cast<unsigned>(Xapian::DBCOMPACT_SINGLE_FILE) : 0;
    flags |= options.multipass ? static_cast<unsigned>(Xapian::DBCOMPACT_MULTIPASS) : 0;
    return flags;
}

int block_size(const xapian_compact_options &options) {
    uint32_t size = options.block_size;
    bool power_of_two = (size & (size - 1)) == 0;
    if (size && (size < 2048 || size > 65536 || !power_of_two))
        throw Refusal(XAPIAN_ERROR_ARGUMENT,
                      "a block of %lu bytes is no power of two from 2048 to 65536",
                      static_cast<unsigned long>(size));
    return static_cast<int>(size);
}

// The number of faults of its files: one where a table has none.
size_t check_files(const std::string &path, std::ostream &account) {
    const std::string missing = find_missing_table(path);
    if (!missing.empty())
        account << "its file " << missing << " is missing\n";
    return missing.empty() ? 0 : 1;
}

// The number of faults. Some that xapian-core meets end its check: that is one more. It refuses
// stub files that list servers, and knows no directories that hold a stub file, as xapian-replicate
// makes them.
size_t check_tables(const std::string &path, std::ostream &account) {
    const std::string stub = find_stub(path);
    std::vector<Listed> listed;
    if (!stub.empty() && list_stub(stub, listed)) {
        size_t faults = 0;
        for (const Listed &one : listed)
            faults += one.kind == Location::LOCAL ? check_tables(one.text, account) : 0;
        return faults;
    }
    try {
        refuse_high_trees(path);
        return Xapian::Database::check(path, 0, &account) + check_files(path, account);
    } catch (const Xapian::DatabaseOpeningError &) {
        throw;
    } catch (const Xapian::DatabaseModifiedError &) {
        throw;
    } catch (const Xapian::DatabaseError &fault) {
        account << fault.get_msg() << '\n';
        return 1;
    }
}

} // namespace

bool xapian_compact(const char *const sources[], size_t count, const char *destination,
                    const struct xapian_compact_options *options,
                    struct xapian_error *error) noexcept {
    const xapian_compact_options usual = {};
    const xapian_compact_options &wanted = options ? *options : usual;
    Xapian::Database all;
    bool opened = attempt(error, destination, [&] {
        if (!sources || !count)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "there is nothing to compact");
    });
    for (size_t i = 0; opened && i < count; i++)
        opened = attempt(error, sources[i], [&] {
            Places places;
            all.add_database(open_database(local_path(sources[i]), DEFAULT_TIMEOUT_MS, places));
        });
    return opened && attempt(error, destination, [&] {
               Progress progress(wanted);
               all.compact(local_path(destination), compact_flags(wanted), block_size(wanted),
                           progress);
           });
}

bool xapian_check(const char *path, size_t *problems, struct xapian_string *report,
                  struct xapian_error *error) noexcept {
    return attempt(error, path, [&] {
        std::ostringstream account;
        size_t found = check_tables(local_path(path), account);
        require(problems);
        if (report)
            *report = give_string(account.str());
        *problems = found;
    });
}
