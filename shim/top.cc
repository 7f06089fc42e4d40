#include "top.hpp"

#include "values.hpp"

#include <algorithm>
#include <functional>
#include <queue>

using namespace xapian_c;

namespace {

// Documents that are kept beyond those wanted, since they are as heavy as the last of these, before
// their values are read to choose among them.
constexpr size_t TIES_KEPT = 1024;

class Keeper {
  public:
    Keeper(const Xapian::Database &from, size_t wanted, Xapian::valueno by, bool any)
        : database(from), most(wanted), slot(by), any_order(any) {
    }

    // The least weight that can still be among those kept.
    double weight_min() const {
        return weights.size() < most ? 0 : weights.top();
    }

    void add(Xapian::docid docid, double weight, uint64_t groups) {
        documents.push_back({docid, weight, groups, false, {}});
        weights.push(weight);
        if (weights.size() > most)
            weights.pop();
        if (documents.size() >= 2 * most + TIES_KEPT)
            choose();
    }

    std::vector<TopDocument> take() {
        choose();
        return std::move(documents);
    }

  private:
    struct Run {
        std::vector<TopDocument>::iterator begin, end;
    };

    const Xapian::Database &database;
    size_t most;
    Xapian::valueno slot;
    bool any_order;
    std::vector<TopDocument> documents;
    // Of the heaviest `most`, the lightest on top.
    std::priority_queue<double, std::vector<double>, std::greater<double>> weights;

    size_t place_of(std::vector<TopDocument>::const_iterator document) const {
        return static_cast<size_t>(document - documents.begin());
    }

    static bool is_heavier(const TopDocument &one, const TopDocument &other) {
        return one.weight != other.weight ? one.weight > other.weight : one.docid < other.docid;
    }
    static bool has_less(const TopDocument &one, const TopDocument &other) {
        int order = one.value.compare(other.value);
        return order ? order < 0 : one.docid < other.docid;
    }

    // The runs of documents of equal weight in which the value decides. They are in order of docids
    // but for those that were ordered before.
    std::vector<Run> find_ties() {
        std::vector<Run> ties;
        auto end = documents.end();
        for (auto tie = documents.begin(), next = tie; tie != end && place_of(tie) < most;
             tie = next) {
            next = std::find_if(tie, end, [&](const TopDocument &document) {
                return document.weight != tie->weight;
            });
            if (next - tie > 1 && (!any_order || place_of(next) > most))
                ties.push_back({tie, next});
        }
        return ties;
    }

    void read_values(const std::vector<Run> &ties) {
        std::vector<TopDocument *> unread;
        for (const Run &tie : ties)
            for (auto document = tie.begin; document != tie.end; ++document)
                if (!document->has_value)
                    unread.push_back(&*document);
        if (unread.empty())
            return;
        std::sort(unread.begin(), unread.end(), [](const TopDocument *one, const TopDocument *two) {
            return one->docid < two->docid;
        });
        SlotReader reader(database, slot);
        for (TopDocument *document : unread) {
            reader.read(document->docid, document->value);
            document->has_value = true;
        }
    }

    void choose() {
        // Most were added when few were known, and are lighter than those wanted.
        double least = weight_min();
        documents.erase(
            std::remove_if(documents.begin(), documents.end(),
                           [&](const TopDocument &document) { return document.weight < least; }),
            documents.end());
        std::sort(documents.begin(), documents.end(), is_heavier);
        if (slot != Xapian::BAD_VALUENO) {
            const std::vector<Run> ties = find_ties();
            read_values(ties);
            for (const Run &tie : ties)
                std::sort(tie.begin, tie.end, has_less);
        }
        if (documents.size() > most)
            documents.erase(documents.begin() + static_cast<std::ptrdiff_t>(most), documents.end());
    }
};

} // namespace

Top xapian_c::find_top(const Xapian::Database &database, GroupSource &source, size_t most,
                       Xapian::valueno slot, bool any_order) {
    Keeper keeper(database, most, slot, any_order);
    Xapian::doccount seen = 0;
    bool all = true;
    source.init(database);
    for (;; seen++) {
        all = all && keeper.weight_min() <= 0;
        source.next(keeper.weight_min());
        if (source.at_end())
            break;
        keeper.add(source.get_docid(), source.get_weight(), source.get_groups());
    }
    return {keeper.take(), all ? seen : std::max(seen, source.get_termfreq_min()),
            all ? seen : source.get_termfreq_max()};
}
