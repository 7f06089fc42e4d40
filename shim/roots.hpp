// What a database of this machine says of its tables before it is opened.
#ifndef XAPIAN_C_ROOTS_HPP
#define XAPIAN_C_ROOTS_HPP

#include <cstdint>
#include <string>
#include <vector>

namespace xapian_c {

// A directory, held open so that what is looked at is of one database.
class Directory {
  public:
    explicit Directory(const std::string &path);
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;
    ~Directory();

    // The first bytes of a file in it; empty where it cannot be read.
    std::string read_start(const char *name) const;
    bool holds(const std::string &name) const;

  private:
    int file;
};

struct Root {
    const char *table;
    uint64_t entries;
};

// Those of a database of the format that this library was written for, as far as its version file
// is whole. Throws where xapian-core would write beyond its memory on opening the database: it has
// room for trees of ten levels, and takes what a damaged version file says for a level.
std::vector<Root> read_roots(const Directory &directory);

// Throws as read_roots does.
void refuse_high_trees(const std::string &path);

} // namespace xapian_c

#endif
