// Where the documents of xapian_query_best come from.
#ifndef XAPIAN_C_BEST_HPP
#define XAPIAN_C_BEST_HPP

#include "choices.hpp"

#include <cstdint>
#include <memory>
#include <xapian.h>

namespace xapian_c {

// A source that knows which groups the document at hand has: bit `group` for those below 64.
class GroupSource : public Xapian::PostingSource {
  public:
    virtual uint64_t get_groups() const = 0;
};

// The postings of the choices, merged. `whole` says that they are read in all of the index at once,
// so that the frequencies given are those there.
std::unique_ptr<GroupSource> make_best_source(std::shared_ptr<const Choices> choices, bool whole);

// Whether a database takes sources like that, which servers do not.
bool takes_sources(const Xapian::Database &database);

} // namespace xapian_c

#endif
