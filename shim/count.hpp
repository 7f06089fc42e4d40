// Counting all matches of a query in databases on disks of this machine, by the values of slots.
#ifndef XAPIAN_C_COUNT_HPP
#define XAPIAN_C_COUNT_HPP

#include "choices.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

namespace xapian_c {

struct Matches {
    std::vector<Xapian::docid> docids; // ascending
    bool whole;                        // whether these are all; where not, there may be
    Xapian::doccount estimated, most;  // so many
};

// Notes which documents match, for one search. xapian-core's own spies look at the values of each
// through the matcher, and keep all of them in trees, as its collapser does.
class DocidSpy : public Xapian::MatchSpy {
  public:
    std::vector<Xapian::docid> docids;

    void operator()(const Xapian::Document &document, double) override {
        docids.push_back(document.get_docid());
    }
};

// Documents are marked one posting list after the other: the matcher would merge the lists, to
// weigh what nobody asks for. limit is zero for none.
Matches mark_matches(const Xapian::Database &database, const Choices &choices,
                     std::chrono::milliseconds limit);

// Whether mark_matches suits the database: it takes a bit for each docid up to the last one.
bool has_few_gaps(const Xapian::Database &database);

// The values of a slot by number, from 1; 0 is the number of none.
using Values = std::shared_ptr<const std::vector<std::string>>;

// How many documents have each value of a slot.
struct Tally {
    Values values;
    std::vector<Xapian::doccount> counts; // by number

    // Documents left by collapsing to one for each value: those without one are not collapsed.
    Xapian::doccount collapsed() const;
};

// The values of a slot in memory. In the table they lie in chunks, which must be taken apart for
// each count.
struct Column {
    std::vector<uint32_t> numbers; // by docid
    Values values;
};

// Counts values. A slot is read into memory as a whole once as many of its values were read one by
// one as there are documents: so a single count reads only what it needs, and many together read at
// most twice the column. Columns are of one revision of a database.
class Columns {
  public:
    // Docids must ascend.
    Tally tally(const Xapian::Database &database, Xapian::valueno slot,
                const std::vector<Xapian::docid> &docids);
    void clear() {
        slots.clear();
    }

  private:
    struct Slot {
        size_t values_read = 0;
        std::unique_ptr<const Column> column;
    };
    std::map<Xapian::valueno, Slot> slots;
};

} // namespace xapian_c

#endif
