// Counting all matches of a query in one database on this machine's disks, by the values of slots.
#ifndef XAPIAN_C_COUNT_HPP
#define XAPIAN_C_COUNT_HPP

#include <string>
#include <unordered_map>
#include <vector>
#include <xapian.h>

namespace xapian_c {

// Notes which documents match, for one search. xapian-core's own spies look at the values of each
// through the matcher, and keep all of them in trees, as its collapser does.
class DocidSpy : public Xapian::MatchSpy {
  public:
    std::vector<Xapian::docid> docids;

    void operator()(const Xapian::Document &document, double) override {
        docids.push_back(document.get_docid());
    }
};

using ValueCounts = std::unordered_map<std::string, Xapian::doccount>;

// How many of the documents, whose docids ascend, have each value of a slot, "" for none.
ValueCounts count_values(const Xapian::Database &database, Xapian::valueno slot,
                         const std::vector<Xapian::docid> &docids);

// The counts that collapsing to one document for each value would have left: documents without a
// value are not collapsed.
Xapian::doccount count_collapsed(const ValueCounts &counts);

} // namespace xapian_c

#endif
