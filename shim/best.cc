// The best choice of each group: postings merged document by document, as xapian-core's matcher
// asks for them.
//
// The matcher says how much weight a document must have to be of interest. Following MaxScore
// (Turtle and Flood 1995), choices that cannot reach that together, even where a document holds all
// of them, are passive: documents are found by the active ones, and the passive are looked up in
// these. What may meet in a document is told by `apart`, so that the bound is not of all choices
// but of those of one kind, with those of none; and what a group has found counts within the bound
// of its group, not beside it.
#include "best.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

using namespace xapian_c;

namespace {

// A posting list, at a document or behind its last one.
class Postings {
  public:
    Postings(const Xapian::Database &database, const std::string &term)
        : position(database.postlist_begin(term)) {
        look();
    }
    // Of the document, or NONE.
    static constexpr Xapian::docid NONE = static_cast<Xapian::docid>(-1);
    Xapian::docid at;

    // To the document or the first one behind it.
    void advance(Xapian::docid to) {
        if (at >= to)
            return;
        if (at + 1 == to) {
            next();
        } else {
            position.skip_to(to);
            look();
        }
    }
    void next() {
        ++position;
        look();
    }
    Xapian::termcount wdf() const {
        return position.get_wdf();
    }

  private:
    Xapian::PostingIterator position;

    void look() {
        at = position == Xapian::PostingIterator() ? NONE : *position;
    }
};

// A choice that the shard has postings of.
struct Stream {
    const Choice *choice;
    Postings postings;
    std::vector<Postings> with;
    double most; // it can weigh
    double gain; // documents spared by each part of the weight, if it is passive; of none: infinite

    // Whether the further terms are in the document as well. Documents are asked for in order.
    bool is_whole(Xapian::docid document) {
        return std::all_of(with.begin(), with.end(), [&](Postings &further) {
            further.advance(document);
            return further.at == document;
        });
    }
};

// The greatest weights that some streams can have in one document, group by group, for each kind.
class Bound {
  public:
    Bound(size_t kind_count, size_t group_count)
        : groups(group_count), sums(kind_count), most(kind_count * group_count) {
    }

    // The bound of all kinds if the stream's is added as well.
    double with(const Stream &stream) const {
        double bound = 0;
        for_kinds(stream, [&](size_t kind) {
            double before = most[place(kind, stream)];
            bound = std::max(bound, sums[kind] + std::max(0.0, stream.most - before));
        });
        return bound;
    }
    void add(const Stream &stream) {
        for_kinds(stream, [&](size_t kind) {
            double &before = most[place(kind, stream)];
            sums[kind] += std::max(0.0, stream.most - before);
            before = std::max(before, stream.most);
        });
    }
    void clear() {
        std::fill(sums.begin(), sums.end(), 0);
        std::fill(most.begin(), most.end(), 0);
    }
    double of(size_t kind) const {
        return sums[kind];
    }
    double of_group(size_t kind, size_t group) const {
        return most[kind * groups + group];
    }
    double of_all() const {
        return *std::max_element(sums.begin(), sums.end());
    }

  private:
    size_t groups;
    std::vector<double> sums; // by kind: of `most` over the groups
    std::vector<double> most; // by kind and group

    size_t place(size_t kind, const Stream &stream) const {
        return kind * groups + stream.choice->group;
    }
    // What meets all is of every kind.
    template <typename Work> void for_kinds(const Stream &stream, Work work) const {
        if (stream.choice->kind)
            work(stream.choice->kind);
        else
            for (size_t kind = 0; kind < sums.size(); kind++)
                work(kind);
    }
};

class BestSource : public GroupSource {
  public:
    BestSource(std::shared_ptr<const Choices> given, bool all_at_once)
        : choices(std::move(given)), whole(all_at_once), passive(choices->kinds),
          passive_bound(choices->kinds, choices->groups), found(choices->groups) {
    }

    Xapian::PostingSource *clone() const override {
        return new BestSource(choices, whole);
    }
    void init(const Xapian::Database &database) override;

    Xapian::doccount get_termfreq_min() const override {
        return frequency_min;
    }
    Xapian::doccount get_termfreq_est() const override {
        return frequency_min + (frequency_max - frequency_min) / 2;
    }
    Xapian::doccount get_termfreq_max() const override {
        return frequency_max;
    }

    void next(double wanted) override {
        skip_to(document + 1, wanted);
    }
    // Checks skip, too: what a check leaves behind it in no place, OR under AND_MAYBE takes to be
    // at the next document, and adds the weight of another one.
    void skip_to(Xapian::docid to, double wanted) override;
    bool at_end() const override {
        return heap.empty();
    }
    Xapian::docid get_docid() const override {
        return document;
    }
    double get_weight() const override {
        return weight;
    }
    uint64_t get_groups() const override {
        return groups;
    }
    std::string get_description() const override;

  private:
    // What a group has in the document.
    struct Found {
        size_t order = SIZE_MAX; // of the best choice
        double weight = 0;       // of that
        double most = 0;         // of all
    };

    // A stream that finds documents, and the one that it is at.
    struct Active {
        Xapian::docid at;
        Stream *stream;
    };

    // A stream that is looked up in documents found by others, the heaviest first.
    struct Passive {
        Stream *stream;
        double bound; // of it and those behind it
        double group; // the share of its group in that bound
        double rest;  // the same share without this stream
    };

    std::shared_ptr<const Choices> choices;
    bool whole; // the database is all of the index
    Xapian::doccount frequency_min = 0, frequency_max = 0;
    std::vector<Stream> streams; // the greatest gain first
    double weight_min = 0;
    double weight_floor = 0; // a little less: sums in different orders differ in their last digits
    double weight_low = 0, weight_high = 0;    // between them the same streams are active
    std::vector<Active> heap;                  // the first document on top
    std::vector<Stream *> lookups;             // the passive ones, the lightest first
    std::vector<std::vector<Passive>> passive; // by kind: those that a document of it may hold
    Bound passive_bound;

    Xapian::docid document = 0;
    double weight = 0;           // of the document
    double weight_most = 0;      // of the document, as far as streams were looked up
    size_t kind = 0;             // of the document, as far as it is known
    uint64_t groups = 0;         // that the document has, as far as streams were looked up
    std::vector<Found> found;    // by group
    std::vector<size_t> touched; // groups found

    static bool comes_later(const Active &one, const Active &other) {
        return one.at > other.at;
    }
    void open(const Xapian::Database &database, const Choice &choice);
    void divide();
    void add_passive(Stream &stream);
    void set_weight_min(double wanted);
    void place_first();
    void advance(Xapian::docid to);
    void pass_document();
    bool is_only_active() const;
    bool is_alone_too_light();
    void take(Stream &stream);
    void take_active(size_t place);
    bool take_passive();
    bool weigh();
};

void BestSource::open(const Xapian::Database &database, const Choice &choice) {
    // Asking for numbers first brings the block in which the posting list is opened.
    Xapian::doccount frequency =
        whole && choice.frequency ? choice.frequency : database.get_termfreq(choice.term);
    if (!frequency)
        return;
    double most = choice.factor * database.get_wdf_upper_bound(choice.term);
    streams.push_back({&choice, Postings(database, choice.term), {}, most, frequency / most});
    for (const std::string &term : choice.with)
        streams.back().with.emplace_back(database, term);
    if (choice.with.empty())
        frequency_min = std::max(frequency_min, frequency);
    frequency_max += std::min(frequency, database.get_doccount() - frequency_max);
}

void BestSource::init(const Xapian::Database &database) {
    streams.clear();
    frequency_min = frequency_max = 0;
    document = 0;
    weight_min = weight_floor = 0;
    for (const Choice &choice : choices->all)
        open(database, choice);
    std::stable_sort(streams.begin(), streams.end(),
                     [](const Stream &one, const Stream &other) { return one.gain > other.gain; });
    divide();
    Bound all(choices->kinds, choices->groups);
    for (const Stream &stream : streams)
        all.add(stream);
    set_maxweight(all.of_all());
}

// Decides which streams are passive at weight_min: of those that fit, the ones with most postings
// for their weight.
void BestSource::divide() {
    heap.clear();
    lookups.clear();
    passive_bound.clear();
    for (auto &of_kind : passive)
        of_kind.clear();
    weight_high = HUGE_VAL;
    for (Stream &stream : streams) {
        double together = passive_bound.with(stream);
        if (together < weight_min) {
            passive_bound.add(stream);
            lookups.push_back(&stream);
        } else {
            weight_high = std::min(weight_high, together);
            if (stream.postings.at != Postings::NONE)
                heap.push_back({stream.postings.at, &stream});
        }
    }
    weight_low = passive_bound.of_all();
    std::sort(lookups.begin(), lookups.end(),
              [](const Stream *one, const Stream *other) { return one->most < other->most; });
    passive_bound.clear();
    for (Stream *stream : lookups)
        add_passive(*stream);
    for (auto &of_kind : passive)
        std::reverse(of_kind.begin(), of_kind.end());
    std::make_heap(heap.begin(), heap.end(), comes_later);
}

// A document of unknown kind may hold any of them, and of each group surely what meets all.
void BestSource::add_passive(Stream &stream) {
    const Choice &choice = *stream.choice;
    auto may_meet = [&](size_t other) { return !other || !choice.kind || choice.kind == other; };
    for (size_t i = 0; i < choices->kinds; i++)
        if (may_meet(i))
            passive[i].push_back({&stream, 0, 0, passive_bound.of_group(i, choice.group)});
    passive_bound.add(stream);
    for (size_t i = 0; i < choices->kinds; i++)
        if (may_meet(i)) {
            passive[i].back().bound = i ? passive_bound.of(i) : passive_bound.of_all();
            passive[i].back().group = passive_bound.of_group(i, choice.group);
        }
}

void BestSource::set_weight_min(double wanted) {
    constexpr double ROUNDING = 1e-9;
    weight_min = wanted;
    weight_floor = wanted * (1 - ROUNDING);
    if (wanted > weight_high || (wanted <= weight_low && !passive[0].empty()))
        divide();
}

// Moves the first stream, which has moved on, to its place.
void BestSource::place_first() {
    Active *active = heap.data();
    Active moved = {active[0].stream->postings.at, active[0].stream};
    if (moved.at == Postings::NONE) {
        moved = heap.back();
        heap.pop_back();
    }
    size_t place = 0, count = heap.size();
    for (size_t below; (below = 2 * place + 1) < count; place = below) {
        if (below + 1 < count && comes_later(active[below], active[below + 1]))
            below++;
        if (!comes_later(moved, active[below]))
            break;
        active[place] = active[below];
    }
    if (count)
        active[place] = moved;
}

void BestSource::advance(Xapian::docid to) {
    while (!heap.empty() && heap[0].at < to) {
        heap[0].stream->postings.advance(to);
        place_first();
    }
}

// Moves the streams that are at the document on to their next ones.
void BestSource::pass_document() {
    do {
        heap[0].stream->postings.next();
        place_first();
    } while (!heap.empty() && heap[0].at == document);
}

void BestSource::skip_to(Xapian::docid to, double wanted) {
    set_weight_min(wanted);
    for (advance(to); !heap.empty(); pass_document()) {
        document = heap[0].at;
        if (!(is_only_active() && is_alone_too_light()) && weigh())
            return;
    }
}

// Whether the first stream is the only active one at the document.
bool BestSource::is_only_active() const {
    return (heap.size() < 2 || heap[1].at != document) &&
           (heap.size() < 3 || heap[2].at != document);
}

// Whether the document, at which no other active stream is, cannot weigh enough: so it is with most
// documents. Where something passive is found as well, weigh tells.
bool BestSource::is_alone_too_light() {
    const Stream &first = *heap[0].stream;
    const Choice &choice = *first.choice;
    double own = choice.factor * first.postings.wdf();
    double overlap = std::min(own, passive_bound.of_group(choice.kind, choice.group));
    for (const Passive &next : passive[choice.kind]) {
        if (own + next.bound - overlap < weight_floor)
            return true;
        const Choice &other = *next.stream->choice;
        if (other.group != choice.group || other.order < choice.order) {
            next.stream->postings.advance(document);
            if (next.stream->postings.at == document)
                return false;
        }
        if (other.group == choice.group)
            overlap = std::min(own, next.rest);
    }
    return own < weight_min;
}

// Takes what a stream has for the document that it is at.
void BestSource::take(Stream &stream) {
    const Choice &choice = *stream.choice;
    if (!stream.is_whole(document))
        return;
    Found &group = found[choice.group];
    if (group.order == SIZE_MAX)
        touched.push_back(choice.group);
    groups |= choice.group_bit;
    double own = choice.factor * stream.postings.wdf();
    if (choice.order < group.order) {
        group.order = choice.order;
        group.weight = own;
    }
    if (own > group.most) {
        weight_most += own - group.most;
        group.most = own;
    }
    if (choice.kind)
        kind = choice.kind;
}

// Those at the document are the top of the heap: what is below one that is not, is not either.
void BestSource::take_active(size_t place) {
    take(*heap[place].stream);
    for (size_t below = 2 * place + 1; below <= 2 * place + 2 && below < heap.size(); below++)
        if (heap[below].at == document)
            take_active(below);
}

// False as soon as the document cannot weigh enough.
bool BestSource::take_passive() {
    double overlap = 0; // of what was found with the bound of those not yet looked up
    for (size_t group : touched)
        overlap += std::min(found[group].most, passive_bound.of_group(kind, group));
    for (const Passive &next : passive[kind]) {
        if (weight_most + next.bound - overlap < weight_floor)
            return false;
        Stream &stream = *next.stream;
        const Choice &choice = *stream.choice;
        Found &group = found[choice.group];
        overlap -= std::min(group.most, next.group);
        if (stream.postings.at <= document && (!choice.kind || !kind || choice.kind == kind) &&
            choice.order < group.order) {
            stream.postings.advance(document);
            if (stream.postings.at == document)
                take(stream);
        }
        overlap += std::min(group.most, next.rest);
    }
    return weight_most >= weight_floor;
}

// Whether the document, at which the first stream is, is one of those wanted; its weight.
bool BestSource::weigh() {
    kind = 0;
    groups = 0;
    weight_most = 0;
    take_active(0);
    bool good = !touched.empty() && take_passive();
    weight = 0;
    if (good) // in the order of groups, so that equal documents weigh the same to the last bit
        for (const Found &group : found)
            weight += group.weight;
    for (size_t group : touched)
        found[group] = {};
    touched.clear();
    return good && weight >= weight_min;
}

std::string BestSource::get_description() const {
    std::string text = "best of";
    for (const Choice &choice : choices->all)
        text += " " + std::to_string(choice.factor) + " * " + choice.term;
    return text;
}

class EmptySource : public Xapian::PostingSource {
  public:
    Xapian::PostingSource *clone() const override {
        return new EmptySource;
    }
    void init(const Xapian::Database &) override {
    }
    Xapian::doccount get_termfreq_min() const override {
        return 0;
    }
    Xapian::doccount get_termfreq_est() const override {
        return 0;
    }
    Xapian::doccount get_termfreq_max() const override {
        return 0;
    }
    void next(double) override {
    }
    Xapian::docid get_docid() const override {
        return 0;
    }
    bool at_end() const override {
        return true;
    }
};

} // namespace

std::unique_ptr<GroupSource> xapian_c::make_best_source(std::shared_ptr<const Choices> choices,
                                                        bool whole) {
    return std::make_unique<BestSource>(std::move(choices), whole);
}

bool xapian_c::takes_sources(const Xapian::Database &database) {
    try {
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query((new EmptySource)->release()));
        enquire.get_mset(0, 0);
        return true;
    } catch (const Xapian::UnimplementedError &) {
        return false;
    }
}
