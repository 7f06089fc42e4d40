// The values of one slot, for documents that are asked for in the order in which they lie.
#ifndef XAPIAN_C_VALUES_HPP
#define XAPIAN_C_VALUES_HPP

#include <string>
#include <xapian.h>

namespace xapian_c {

// Neighbours' values lie in one chunk, which is so found and taken apart once; asked for by way of
// its document, each value takes a search of the table.
class SlotReader {
  public:
    SlotReader(const Xapian::Database &database, Xapian::valueno slot)
        : values(database.valuestream_begin(slot)), end(database.valuestream_end(slot)) {
    }

    // "" for none. Docids must ascend.
    void read(Xapian::docid docid, std::string &value) {
        if (values != end && values.get_docid() < docid)
            values.skip_to(docid);
        if (values != end && values.get_docid() == docid)
            value = *values;
        else
            value.clear();
    }

  private:
    Xapian::ValueIterator values;
    const Xapian::ValueIterator end;
};

} // namespace xapian_c

#endif
