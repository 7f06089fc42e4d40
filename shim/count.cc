#include "count.hpp"

#include "values.hpp"

#include <algorithm>
#include <unordered_map>

using namespace xapian_c;

namespace {

using Clock = std::chrono::steady_clock;

// Postings between two looks at the clock.
constexpr size_t POSTINGS_AT_ONCE = 65536;

// Docids are spread by updates, which give a document a new one.
constexpr Xapian::docid GAPS_MOST = 16; // for each document

// So many docids have columns: 4 bytes each, and the values.
constexpr Xapian::docid COLUMN_DOCIDS_MAX = 1 << 21;

// In a damaged database there are documents behind its last one.
void check_docid(Xapian::docid docid, Xapian::docid last) {
    if (docid > last)
        throw Xapian::DatabaseCorruptError("document " + std::to_string(docid) +
                                           " is behind the last one, " + std::to_string(last));
}

class Marks {
  public:
    explicit Marks(Xapian::docid last_docid) : last(last_docid), words(last / BITS + 1) {
    }
    void add(Xapian::docid docid) {
        check_docid(docid, last);
        words[docid / BITS] |= uint64_t{1} << docid % BITS;
    }
    std::vector<Xapian::docid> list() const {
        std::vector<Xapian::docid> docids;
        for (size_t i = 0; i < words.size(); i++)
            for (uint64_t left = words[i]; left; left &= left - 1)
                docids.push_back(static_cast<Xapian::docid>(i * BITS) +
                                 static_cast<Xapian::docid>(__builtin_ctzll(left)));
        return docids;
    }

  private:
    static constexpr unsigned BITS = 64;
    Xapian::docid last;
    std::vector<uint64_t> words;
};

// Numbers values, from 1; 0 is the empty one's.
class ValueNumbers {
  public:
    uint32_t of(const std::string &value) {
        if (value.empty())
            return 0;
        // Neighbours often share a value: passages of one article, all of one source.
        if (value != last) {
            auto [place, is_new] = numbers.emplace(value, 0);
            if (is_new) {
                values->push_back(value);
                place->second = static_cast<uint32_t>(values->size());
            }
            last = value;
            last_number = place->second;
        }
        return last_number;
    }
    Values take() {
        return std::move(values);
    }

  private:
    std::unordered_map<std::string, uint32_t> numbers;
    std::shared_ptr<std::vector<std::string>> values = std::make_shared<std::vector<std::string>>();
    std::string last;
    uint32_t last_number = 0;
};

Column read_column(const Xapian::Database &database, Xapian::valueno slot) {
    const Xapian::docid last = database.get_lastdocid();
    Column column = {std::vector<uint32_t>(last + size_t{1}), {}};
    ValueNumbers numbering;
    Xapian::ValueIterator value = database.valuestream_begin(slot);
    for (; value != database.valuestream_end(slot); ++value) {
        check_docid(value.get_docid(), last);
        column.numbers[value.get_docid()] = numbering.of(*value);
    }
    column.values = numbering.take();
    return column;
}

Tally tally_column(const Column &column, const std::vector<Xapian::docid> &docids) {
    Tally tally = {column.values, std::vector<Xapian::doccount>(column.values->size() + 1)};
    for (Xapian::docid docid : docids)
        tally.counts[column.numbers[docid]]++;
    return tally;
}

Tally tally_table(const Xapian::Database &database, Xapian::valueno slot,
                  const std::vector<Xapian::docid> &docids) {
    Tally tally = {{}, {0}};
    ValueNumbers numbering;
    SlotReader reader(database, slot);
    std::string value;
    for (Xapian::docid docid : docids) {
        reader.read(docid, value);
        uint32_t number = numbering.of(value);
        tally.counts.resize(std::max(tally.counts.size(), number + size_t{1}));
        tally.counts[number]++;
    }
    tally.values = numbering.take();
    return tally;
}

// Marks the documents of one choice. False where the time is over.
template <typename IsOver>
bool mark_choice(const Xapian::Database &database, const Choice &choice, Marks &marks,
                 IsOver is_over) {
    std::vector<Xapian::PostingIterator> with;
    for (const std::string &term : choice.with)
        with.push_back(database.postlist_begin(term));
    const Xapian::PostingIterator end;
    size_t seen = 0;
    for (Xapian::PostingIterator posting = database.postlist_begin(choice.term); posting != end;
         ++posting) {
        Xapian::docid docid = *posting;
        bool is_whole =
            std::all_of(with.begin(), with.end(), [&](Xapian::PostingIterator &further) {
                if (further != end && *further < docid)
                    further.skip_to(docid);
                return further != end && *further == docid;
            });
        if (is_whole)
            marks.add(docid);
        if (++seen % POSTINGS_AT_ONCE == 0 && is_over())
            return false;
    }
    return true;
}

} // namespace

bool xapian_c::has_few_gaps(const Xapian::Database &database) {
    return database.get_lastdocid() / GAPS_MOST <= database.get_doccount();
}

Matches xapian_c::mark_matches(const Xapian::Database &database, const Choices &choices,
                               std::chrono::milliseconds limit) {
    const auto start = Clock::now();
    auto is_over = [&] { return limit.count() && Clock::now() - start >= limit; };
    Marks marks(database.get_lastdocid());
    bool whole = true;
    uint64_t most = 0;
    for (const Choice &choice : choices.all) {
        whole = whole && !is_over() && mark_choice(database, choice, marks, is_over);
        most += database.get_termfreq(choice.term);
    }
    Matches matches = {marks.list(), whole, 0, 0};
    auto found = static_cast<Xapian::doccount>(matches.docids.size());
    uint64_t documents = database.get_doccount();
    matches.most = whole ? found : static_cast<Xapian::doccount>(std::min(most, documents));
    matches.estimated = found + (matches.most - found) / 2;
    return matches;
}

Xapian::doccount Tally::collapsed() const {
    auto distinct = std::count_if(counts.begin() + 1, counts.end(),
                                  [](Xapian::doccount count) { return count > 0; });
    return counts[0] + static_cast<Xapian::doccount>(distinct);
}

Tally Columns::tally(const Xapian::Database &database, Xapian::valueno slot,
                     const std::vector<Xapian::docid> &docids) {
    Slot &kept = slots[slot];
    kept.values_read += docids.size();
    if (!kept.column && kept.values_read > database.get_doccount() &&
        database.get_lastdocid() < COLUMN_DOCIDS_MAX)
        kept.column = std::make_unique<const Column>(read_column(database, slot));
    return kept.column ? tally_column(*kept.column, docids) : tally_table(database, slot, docids);
}
