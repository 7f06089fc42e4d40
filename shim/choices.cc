#include "choices.hpp"

#include "guard.hpp"

#include <algorithm>
#include <cmath>

using namespace xapian_c;

namespace {

// A number for each of the values met, from `first`, in order of meeting.
class Numbering {
  public:
    explicit Numbering(size_t from) : first(from) {
    }
    size_t of(uint32_t value) {
        auto at = std::find(values.begin(), values.end(), value);
        if (at == values.end())
            at = values.insert(at, value);
        return first + static_cast<size_t>(at - values.begin());
    }
    size_t end() const {
        return first + values.size();
    }

  private:
    size_t first;
    std::vector<uint32_t> values;
};

Choice read_choice(const xapian_choice &given, size_t order) {
    Choice choice;
    check_term(given.term);
    choice.term = to_string(given.term);
    require_array(given.with, given.with_count);
    for (size_t i = 0; i < given.with_count; i++) {
        check_term(given.with[i]);
        choice.with.push_back(to_string(given.with[i]));
    }
    if (!std::isfinite(given.factor) || given.factor < 0)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "weights cannot be multiplied by %g", given.factor);
    choice.factor = given.factor;
    choice.frequency = given.frequency;
    choice.order = order;
    return choice;
}

} // namespace

std::shared_ptr<const Choices> xapian_c::read_choices(const xapian_choice given[], size_t count) {
    auto choices = std::make_shared<Choices>();
    Numbering groups(0), kinds(1);
    for (size_t i = 0; i < count; i++) {
        Choice choice = read_choice(given[i], i);
        choice.group = groups.of(given[i].group);
        choice.group_bit = given[i].group < 64 ? uint64_t{1} << given[i].group : 0;
        choice.kind = given[i].apart ? kinds.of(given[i].apart) : 0;
        choices->all.push_back(std::move(choice));
    }
    choices->groups = groups.end();
    choices->kinds = kinds.end();
    std::sort(choices->all.begin(), choices->all.end(),
              [](const Choice &one, const Choice &other) { return one.term < other.term; });
    return choices;
}
