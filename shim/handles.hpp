// What is behind the handles that more than one file uses.
#ifndef XAPIAN_C_HANDLES_HPP
#define XAPIAN_C_HANDLES_HPP

#include "count.hpp"
#include "listed.hpp"
#include "places.hpp"

#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

struct xapian_index {
    Xapian::Database database;
    // One for each location; their databases share their state with that of all.
    struct Part {
        std::string location;
        Xapian::Database database;
        xapian_c::Places places; // none of what is on a server, or is being written
    };
    std::vector<Part> parts;
    bool unjoined = false; // a part was opened anew that the database does not have yet
    unsigned timeout_ms = 0;
    std::string origin; // the locations, for error messages
    enum { UNKNOWN, LOCAL, REMOTE } place = UNKNOWN;
    xapian_c::Columns columns;      // of what was counted often
    xapian_c::TermLists term_lists; // of servers
};

// Whether all of the index is local; finds out when first asked.
bool is_local(xapian_index &index);

// Brings the blocks of files in which what is opened next at the term begins. Whoever opens a list
// reads all blocks from the top of the tree down to it but those on the path to the term that was
// asked for last; numbers are asked for along that path and read only where they leave it.
void bring_blocks(const Xapian::Database &database, const std::string &term);

struct xapian_document {
    Xapian::Document document;
    std::string term; // room for the term being added, kept so that adding seldom allocates
    uint64_t total_length = 0; // the sum of the wdfs
};

struct xapian_query {
    Xapian::Query query;
    unsigned depth;                                   // levels, counting this one
    size_t leaves;                                    // terms, ranges and prefixes
    std::shared_ptr<const xapian_c::Choices> choices; // where it is nothing but a best of these
};

#endif
