// The choices that a query is the best of, read and in order.
#ifndef XAPIAN_C_CHOICES_HPP
#define XAPIAN_C_CHOICES_HPP

#include "xapian-c.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

namespace xapian_c {

struct Choice {
    std::string term;
    std::vector<std::string> with;
    double factor;
    Xapian::doccount frequency; // in the index; 0: not known
    size_t group;               // numbered from 0
    uint64_t group_bit;         // of its number as it was given, 0 where that is too high
    size_t kind;                // of those that are apart; 0 meets all
    size_t order;               // of preference
};

struct Choices {
    std::vector<Choice> all; // by term: neighbours in the index are opened one after the other
    size_t groups, kinds;
};

std::shared_ptr<const Choices> read_choices(const xapian_choice given[], size_t count);

} // namespace xapian_c

#endif
