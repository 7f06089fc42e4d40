#include "count.hpp"

#include "values.hpp"

using namespace xapian_c;

ValueCounts xapian_c::count_values(const Xapian::Database &database, Xapian::valueno slot,
                                   const std::vector<Xapian::docid> &docids) {
    ValueCounts counts;
    // Neighbours often share a value (passages of one article, all of one source): these are added
    // up before it is looked up.
    std::string last, value;
    Xapian::doccount run = 0;
    SlotReader reader(database, slot);
    for (Xapian::docid docid : docids) {
        reader.read(docid, value);
        if (value != last) {
            if (run)
                counts[last] += run;
            last.swap(value);
            run = 0;
        }
        run++;
    }
    if (run)
        counts[last] += run;
    return counts;
}

Xapian::doccount xapian_c::count_collapsed(const ValueCounts &counts) {
    auto none = counts.find(std::string());
    auto distinct = static_cast<Xapian::doccount>(counts.size());
    return none == counts.end() ? distinct : distinct - 1 + none->second;
}
