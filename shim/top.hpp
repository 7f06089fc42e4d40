// The heaviest documents of one source, without xapian-core's matcher.
#ifndef XAPIAN_C_TOP_HPP
#define XAPIAN_C_TOP_HPP

#include "best.hpp"

#include <cstddef>
#include <string>
#include <vector>
#include <xapian.h>

namespace xapian_c {

struct TopDocument {
    Xapian::docid docid;
    double weight;
    uint64_t groups; // of the source that it has
    bool has_value;
    std::string value; // in the slot, where it was needed
};

struct Top {
    std::vector<TopDocument> documents; // the heaviest first
    Xapian::doccount matches_min, matches_max;
};

// The `most` heaviest documents of a source, in the matcher's order: of equal weight, those with
// the least value in the slot first, then by docid. The matcher reads the value of each document
// that might be among them; here it is read only where it decides. slot may be BAD_VALUENO.
// With any_order the value only decides which documents are among them, and those of equal weight
// are in order of docids.
Top find_top(const Xapian::Database &database, GroupSource &source, size_t most,
             Xapian::valueno slot, bool any_order);

} // namespace xapian_c

#endif
