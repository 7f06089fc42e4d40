// Where an index is, as callers write it.
#ifndef XAPIAN_C_LOCATION_HPP
#define XAPIAN_C_LOCATION_HPP

#include <string>
#include <vector>

namespace xapian_c {

struct Location {
    enum Kind { LOCAL, TCP, PROGRAM };

    // Refuses what cannot be a location: NULL, nothing, a server without a port.
    // Also stub files that lead back to themselves, which xapian-core would follow until its stack
    // is used up.
    explicit Location(const char *text);

    Kind kind = LOCAL;
    std::string path; // of a directory, a file or a program
    std::string arguments;
    std::string host;
    unsigned port = 0;
};

// The stub file that opening a path reads; empty where it reads none.
std::string find_stub(const std::string &path);

// What a stub file lists of this machine: databases, and other stub files and their directories.
std::vector<std::string> read_stub(const std::string &stub);

// Stub files may name stub files, so deep.
constexpr unsigned STUB_DEPTH = 16;

// How long to wait for a remote server when the caller does not say.
constexpr unsigned DEFAULT_TIMEOUT_MS = 10000;

} // namespace xapian_c

#endif
