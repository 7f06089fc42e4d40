// Terms of servers, listed once.
#include "listed.hpp"

namespace xapian_c {

namespace {

size_t memory_of(const TermList &list) {
    size_t memory = sizeof(TermList) + list.capacity() * sizeof(ListedTerm);
    for (const ListedTerm &listed : list)
        memory += listed.term.capacity();
    return memory;
}

} // namespace

// A list of a shorter prefix has all that are wanted.
std::shared_ptr<const TermList> TermLists::find(const std::string &prefix) const {
    for (size_t length = 0; length <= prefix.size(); length++) {
        auto known = lists.find(prefix.substr(0, length));
        if (known != lists.end())
            return known->second;
    }
    return nullptr;
}

std::shared_ptr<const TermList> TermLists::list(const Xapian::Database &database,
                                                const std::string &prefix) {
    std::shared_ptr<const TermList> known = find(prefix);
    if (known)
        return known;
    auto list = std::make_shared<TermList>();
    const Xapian::TermIterator end = database.allterms_end(prefix);
    for (Xapian::TermIterator term = database.allterms_begin(prefix); term != end; ++term)
        list->push_back({*term, term.get_termfreq()});
    const size_t needed = memory_of(*list) + prefix.size();
    if (memory + needed > LISTED_MEMORY)
        clear();
    if (needed <= LISTED_MEMORY) {
        lists[prefix] = list;
        memory += needed;
    }
    return list;
}

} // namespace xapian_c
