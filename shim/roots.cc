#include "roots.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

namespace xapian_c {

namespace {

// The version file of xapian-core 1.4 begins with these bytes, the version of the format in two and
// a UUID in sixteen; the revision follows, then of each table its root.
constexpr char MAGIC[] = "\x0f\x0dXapian Glass\x04\x6e";
constexpr size_t UUID_SIZE = 16;
constexpr const char *TABLES[] = {"postlist", "docdata",  "termlist",
                                  "position", "spelling", "synonym"};

// Levels of a tree; ten would hold more blocks than there are numbers for them.
constexpr uint64_t LEVELS = 10;

// Reads numbers of seven bits a byte, the lowest first, the last with its high bit clear.
class Numbers {
  public:
    explicit Numbers(const std::string &from) : bytes(from) {
    }

    uint64_t next() {
        uint64_t number = 0;
        for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
            auto byte = static_cast<unsigned char>(bytes[at++]);
            number |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return number;
        }
        ended = true;
        return 0;
    }

    void skip(uint64_t count) {
        ended = ended || count > bytes.size() - at;
        at += ended ? 0 : static_cast<size_t>(count);
    }

    bool ended = false; // before a number was complete

  private:
    const std::string &bytes;
    size_t at = 0;
};

} // namespace

Directory::Directory(const std::string &path)
    : file(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
}

Directory::~Directory() {
    if (file >= 0)
        close(file);
}

std::string Directory::read_start(const char *name) const {
    char start[4096];
    int opened = openat(file, name, O_RDONLY | O_CLOEXEC);
    ssize_t size = opened < 0 ? 0 : read(opened, start, sizeof start);
    if (opened >= 0)
        close(opened);
    return std::string(start, size > 0 ? static_cast<size_t>(size) : 0);
}

bool Directory::holds(const std::string &name) const {
    return faccessat(file, name.c_str(), F_OK, 0) == 0 || errno != ENOENT;
}

std::vector<Root> read_roots(const Directory &directory) {
    std::vector<Root> roots;
    const std::string version = directory.read_start("iamglass");
    if (version.compare(0, sizeof MAGIC - 1, MAGIC, sizeof MAGIC - 1) != 0)
        return roots;
    Numbers numbers(version);
    numbers.skip(sizeof MAGIC - 1 + UUID_SIZE);
    numbers.next(); // revision
    for (const char *table : TABLES) {
        numbers.next();                             // its block
        const uint64_t level = numbers.next() >> 2; // two bits tell of its blocks
        const uint64_t entries = numbers.next();
        numbers.next();               // block size
        numbers.next();               // what is compressed
        numbers.skip(numbers.next()); // list of free blocks
        if (numbers.ended)
            break;
        if (level >= LEVELS)
            throw Xapian::DatabaseCorruptError("its table " + std::string(table) +
                                               " cannot have a tree of " + std::to_string(level) +
                                               " levels");
        roots.push_back({table, entries});
    }
    return roots;
}

void refuse_high_trees(const std::string &path) {
    read_roots(Directory(path));
}

} // namespace xapian_c
