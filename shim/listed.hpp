// Terms of servers, listed once.
#ifndef XAPIAN_C_LISTED_HPP
#define XAPIAN_C_LISTED_HPP

#include <map>
#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

namespace xapian_c {

struct ListedTerm {
    std::string term;
    Xapian::doccount documents;
};

// In byte order.
using TermList = std::vector<ListedTerm>;

// When a walk through terms begins, a server sends all terms with the prefix of the walk, a message
// each. So they are kept, up to LISTED_MEMORY, until another revision is read.
class TermLists {
  public:
    // All terms that begin with the prefix, and maybe others before and behind these.
    std::shared_ptr<const TermList> list(const Xapian::Database &database,
                                         const std::string &prefix);
    void clear() noexcept {
        lists.clear();
        memory = 0;
    }

  private:
    static constexpr size_t LISTED_MEMORY = 64 << 20;

    std::shared_ptr<const TermList> find(const std::string &prefix) const;

    std::map<std::string, std::shared_ptr<const TermList>> lists; // by their prefixes
    size_t memory = 0;                                            // of all of them, about
};

} // namespace xapian_c

#endif
