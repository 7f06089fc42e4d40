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

// One line of a stub file: the path of a database, a stub file or its directory, or a server's
// location.
struct Listed {
    Location::Kind kind = Location::LOCAL;
    std::string text;
};

// What a stub file lists; lines may end as on Windows. False where that is not all: it has a line
// of another kind, or cannot be read.
bool list_stub(const std::string &stub, std::vector<Listed> &listed);

// The paths among that: what it lists of this machine.
std::vector<std::string> read_stub(const std::string &stub);

// Stub files may name stub files, so deep.
constexpr unsigned STUB_DEPTH = 16;

// How long to wait for a remote server when the caller does not say.
constexpr unsigned DEFAULT_TIMEOUT_MS = 10000;

} // namespace xapian_c

#endif
