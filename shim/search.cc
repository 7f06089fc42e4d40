// Searching: from a request to one block with everything in it.
#include "best.hpp"
#include "block.hpp"
#include "count.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "top.hpp"
#include "values.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

using namespace xapian_c;

namespace {

using Clock = std::chrono::steady_clock;

// A hit as it is read from the match, before the size of the block is known.
struct Hit {
    Xapian::docid docid;
    double weight;
    uint64_t groups;
    std::string collapse_key;
    Xapian::doccount collapse_count;
    Contents contents;
};

struct FacetValue {
    std::string value;
    Xapian::doccount count;
};

struct Facet {
    size_t total;
    size_t distinct;
    std::vector<FacetValue> values;
};

void check_parameter(const char *name, double value, double greatest) {
    if (!std::isfinite(value) || value < 0 || value > greatest)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "the weighting's %s cannot be %g", name, value);
}

std::unique_ptr<Xapian::Weight> make_weight(const xapian_weighting &weighting) {
    constexpr double any = std::numeric_limits<double>::max();
    if (weighting.scheme == XAPIAN_SCHEME_BM25 || weighting.scheme == XAPIAN_SCHEME_BM25_PLUS) {
        check_parameter("k1", weighting.k1, any);
        check_parameter("k2", weighting.k2, any);
        check_parameter("k3", weighting.k3, any);
        check_parameter("b", weighting.b, 1);
        check_parameter("min_normlen", weighting.min_normlen, any);
        check_parameter("delta", weighting.delta, any);
    }
    switch (weighting.scheme) {
    case XAPIAN_SCHEME_DEFAULT:
        return std::make_unique<Xapian::BM25Weight>();
    case XAPIAN_SCHEME_BM25:
        return std::make_unique<Xapian::BM25Weight>(weighting.k1, weighting.k2, weighting.k3,
                                                    weighting.b, weighting.min_normlen);
    case XAPIAN_SCHEME_BM25_PLUS:
        return std::make_unique<Xapian::BM25PlusWeight>(weighting.k1, weighting.k2, weighting.k3,
                                                        weighting.b, weighting.min_normlen,
                                                        weighting.delta);
    case XAPIAN_SCHEME_TFIDF:
        return std::make_unique<Xapian::TfIdfWeight>(
            std::string(&require(weighting.normalizations)));
    case XAPIAN_SCHEME_COORD:
        return std::make_unique<Xapian::CoordWeight>();
    case XAPIAN_SCHEME_BOOL:
        return std::make_unique<Xapian::BoolWeight>();
    }
    throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no weighting scheme",
                  static_cast<int>(weighting.scheme));
}

void set_order(Xapian::Enquire &enquire, const xapian_search_request &request) {
    switch (request.sort) {
    case XAPIAN_SORT_RELEVANCE:
        return;
    case XAPIAN_SORT_RELEVANCE_THEN_VALUE:
        check_slot(request.sort_slot);
        enquire.set_sort_by_relevance_then_value(request.sort_slot, false);
        return;
    case XAPIAN_SORT_VALUE_ASCENDING:
    case XAPIAN_SORT_VALUE_DESCENDING:
        check_slot(request.sort_slot);
        enquire.set_sort_by_value_then_relevance(request.sort_slot,
                                                 request.sort == XAPIAN_SORT_VALUE_DESCENDING);
        return;
    case XAPIAN_SORT_DOCID_ASCENDING:
    case XAPIAN_SORT_DOCID_DESCENDING:
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_docid_order(request.sort == XAPIAN_SORT_DOCID_ASCENDING
                                    ? Xapian::Enquire::ASCENDING
                                    : Xapian::Enquire::DESCENDING);
        return;
    }
    throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no order", static_cast<int>(request.sort));
}

void set_request(Xapian::Enquire &enquire, const xapian_search_request &request) {
    enquire.set_query(require(request.query).query);
    enquire.set_weighting_scheme(*make_weight(request.weighting));
    set_order(enquire, request);
    if (request.weight_min > 0)
        enquire.set_cutoff(0, request.weight_min);
    if (request.collapse_max) {
        check_slot(request.collapse_slot);
        enquire.set_collapse_key(request.collapse_slot, request.collapse_max);
    }
    if (request.time_limit_ms)
        enquire.set_time_limit(request.time_limit_ms / 1000.0);
}

// Which of the first hits the caller does not know, in the order in which they lie.
std::vector<size_t> choose_unknown(const std::vector<Hit> &hits,
                                   const xapian_search_request &request) {
    std::vector<size_t> chosen;
    for (size_t i = 0; i < hits.size() && i < request.fetch; i++)
        if (!request.is_known || !request.is_known(request.context, hits[i].docid))
            chosen.push_back(i);
    std::sort(chosen.begin(), chosen.end(),
              [&](size_t one, size_t other) { return hits[one].docid < hits[other].docid; });
    return chosen;
}

std::vector<Hit> list_hits(const Xapian::MSet &matches, const xapian_search_request &request) {
    std::vector<Hit> hits;
    hits.reserve(matches.size());
    for (Xapian::MSetIterator match = matches.begin(); match != matches.end(); ++match) {
        Hit hit = {*match, match.get_weight(), UINT64_MAX, {}, 0, {}};
        if (request.collapse_max) {
            hit.collapse_key = match.get_collapse_key();
            hit.collapse_count = match.get_collapse_count();
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

// xapian-core asks a server for one document after the other. But each hit of a search brings the
// value it is sorted by and the value it is collapsed by: so a search that collapses by a slot,
// with room for all hits of one value, brings that slot's values of all hits at once.
bool are_searched_for(xapian_index &index, const xapian_search_request &request) {
    return request.fetch && request.value_count && request.without_data && !request.collapse_max &&
           !is_local(index);
}

void bring_values(Xapian::Enquire &enquire, Xapian::valueno slot) {
    check_slot(slot);
    enquire.set_collapse_key(slot, std::numeric_limits<Xapian::doccount>::max());
}

using BroughtValue = std::string (Xapian::MSetIterator::*)() const;

// Takes what the matches bring as value number `value` of the chosen hits, whose docids ascend.
// False if not all of these are among the matches.
bool take_values(const Xapian::MSet &matches, BroughtValue brought, size_t value,
                 std::vector<Hit> &hits, const std::vector<size_t> &chosen) {
    size_t taken = 0;
    for (Xapian::MSetIterator match = matches.begin(); match != matches.end(); ++match) {
        auto place = std::lower_bound(
            chosen.begin(), chosen.end(), *match,
            [&](size_t hit, Xapian::docid docid) { return hits[hit].docid < docid; });
        if (place == chosen.end() || hits[*place].docid != *match)
            continue;
        Contents &contents = hits[*place].contents;
        contents.values.resize(std::max(contents.values.size(), value + 1));
        contents.values[value] = (match.*brought)();
        taken++;
    }
    return taken == chosen.size();
}

// The values of the chosen hits, by a search for each slot but that which the matches are sorted
// by. False if documents were changed meanwhile.
bool search_values(Xapian::Enquire &enquire, const Xapian::MSet &matches,
                   const xapian_search_request &request, std::vector<Hit> &hits,
                   const std::vector<size_t> &chosen) {
    bool sorted =
        request.sort == XAPIAN_SORT_VALUE_ASCENDING || request.sort == XAPIAN_SORT_VALUE_DESCENDING;
    bool whole = true;
    for (size_t i = 0; i < request.value_count && whole && !chosen.empty(); i++) {
        if (sorted && request.value_slots[i] == request.sort_slot) {
            whole = take_values(matches, &Xapian::MSetIterator::get_sort_key, i, hits, chosen);
            continue;
        }
        bring_values(enquire, request.value_slots[i]);
        whole = take_values(enquire.get_mset(request.first, request.limit),
                            &Xapian::MSetIterator::get_collapse_key, i, hits, chosen);
    }
    return whole;
}

void read_documents(const Xapian::MSet &matches, const xapian_search_request &request,
                    std::vector<Hit> &hits, const std::vector<size_t> &chosen) {
    for (size_t i : chosen)
        hits[i].contents =
            read_contents(matches[static_cast<Xapian::doccount>(i)].get_document(),
                          !request.without_data, request.value_slots, request.value_count);
}

Facet choose_values(Facet facet, size_t most) {
    facet.distinct = facet.values.size();
    size_t kept = most ? std::min(most, facet.distinct) : facet.distinct;
    auto end_of_kept = facet.values.begin() + static_cast<std::ptrdiff_t>(kept);
    std::partial_sort(facet.values.begin(), end_of_kept, facet.values.end(),
                      [](const FacetValue &a, const FacetValue &b) {
                          return a.count != b.count ? a.count > b.count : a.value < b.value;
                      });
    facet.values.resize(kept);
    return facet;
}

Facet read_facet(const Xapian::ValueCountMatchSpy &spy, size_t most) {
    Facet facet = {spy.get_total(), 0, {}};
    for (Xapian::TermIterator value = spy.values_begin(); value != spy.values_end(); ++value)
        facet.values.push_back({*value, value.get_termfreq()});
    return choose_values(std::move(facet), most);
}

Facet read_facet(const Tally &tally, size_t total, size_t most) {
    Facet facet = {total, 0, {}};
    for (size_t number = 1; number < tally.counts.size(); number++)
        if (tally.counts[number])
            facet.values.push_back({(*tally.values)[number - 1], tally.counts[number]});
    return choose_values(std::move(facet), most);
}

void lay_out_hits(Block &block, const std::vector<Hit> &hits, xapian_results &results) {
    auto *laid_out = block.take<xapian_hit>(hits.size());
    for (size_t i = 0; i < hits.size(); i++) {
        laid_out[i].docid = hits[i].docid;
        laid_out[i].weight = hits[i].weight;
        laid_out[i].groups = hits[i].groups;
        laid_out[i].collapse_key = block.take_bytes(hits[i].collapse_key);
        laid_out[i].collapse_count = hits[i].collapse_count;
        laid_out[i].values = block.take_values(hits[i].contents);
        laid_out[i].data = block.take_bytes(hits[i].contents.data);
    }
    results.hits = laid_out;
    results.hit_count = hits.size();
}

void lay_out_facets(Block &block, const std::vector<Facet> &facets, const uint32_t slots[],
                    xapian_results &results) {
    auto *laid_out = block.take<xapian_facet>(facets.size());
    for (size_t i = 0; i < facets.size(); i++) {
        const std::vector<FacetValue> &counted = facets[i].values;
        auto *values = block.take<xapian_facet_value>(counted.size());
        for (size_t j = 0; j < counted.size(); j++)
            values[j] = {block.take_bytes(counted[j].value), counted[j].count};
        laid_out[i].slot = slots[i];
        laid_out[i].total = static_cast<uint32_t>(facets[i].total);
        laid_out[i].distinct = facets[i].distinct;
        laid_out[i].values = values;
        laid_out[i].value_count = counted.size();
    }
    results.facets = laid_out;
    results.facet_count = facets.size();
}

xapian_results *lay_out(const xapian_results &numbers, const std::vector<Hit> &hits,
                        const std::vector<Facet> &facets, const uint32_t facet_slots[]) {
    Block block;
    block.plan<xapian_results>(1);
    block.plan<xapian_hit>(hits.size());
    for (const Hit &hit : hits) {
        block.plan(hit.collapse_key);
        block.plan(hit.contents);
    }
    block.plan<xapian_facet>(facets.size());
    for (const Facet &facet : facets) {
        block.plan<xapian_facet_value>(facet.values.size());
        for (const FacetValue &counted : facet.values)
            block.plan(counted.value);
    }
    block.allocate();

    auto *results = block.take<xapian_results>(1);
    *results = numbers;
    lay_out_hits(block, hits, *results);
    lay_out_facets(block, facets, facet_slots, *results);
    return block.give(results);
}

bool is_over(Clock::duration taken, const xapian_search_request &wanted) {
    return wanted.time_limit_ms && taken >= std::chrono::milliseconds(wanted.time_limit_ms);
}

// Asks xapian-core's matcher.
xapian_results *search(xapian_index &index, const xapian_search_request &wanted) {
    // The spies are declared first, since the enquiry refers to them until its end.
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    Xapian::Enquire enquire(index.database);
    set_request(enquire, wanted);
    for (size_t i = 0; i < wanted.facet_count; i++) {
        check_slot(wanted.facet_slots[i]);
        spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(wanted.facet_slots[i]));
        enquire.add_matchspy(spies.back().get());
    }
    bool searched_for = are_searched_for(index, wanted);
    // Servers that collapse know less of how many match.
    bool at_once = searched_for && wanted.uncounted && wanted.value_count == 1;
    if (at_once)
        bring_values(enquire, wanted.value_slots[0]);

    const auto start = Clock::now();
    Xapian::MSet matches = enquire.get_mset(wanted.first, wanted.limit, wanted.check_at_least);
    const auto taken = Clock::now() - start;

    std::vector<Facet> facets;
    for (const auto &spy : spies)
        facets.push_back(read_facet(*spy, wanted.facet_values_max));
    xapian_results numbers = {};
    numbers.matches_min = matches.get_matches_lower_bound();
    numbers.matches_estimated = matches.get_matches_estimated();
    numbers.matches_max = matches.get_matches_upper_bound();
    numbers.uncollapsed_min = matches.get_uncollapsed_matches_lower_bound();
    numbers.uncollapsed_estimated = matches.get_uncollapsed_matches_estimated();
    numbers.uncollapsed_max = matches.get_uncollapsed_matches_upper_bound();
    numbers.weight_max = matches.get_max_attained();
    numbers.weight_max_possible = matches.get_max_possible();
    numbers.timed_out = is_over(taken, wanted);

    std::vector<Hit> hits = list_hits(matches, wanted);
    const std::vector<size_t> chosen = choose_unknown(hits, wanted);
    enquire.clear_matchspies();
    bool whole =
        at_once ? take_values(matches, &Xapian::MSetIterator::get_collapse_key, 0, hits, chosen)
                : searched_for && search_values(enquire, matches, wanted, hits, chosen);
    if (!whole)
        read_documents(matches, wanted, hits, chosen);
    return lay_out(numbers, hits, facets, wanted.facet_slots);
}

// Whether all matches can be marked.
bool is_to_mark(const xapian_index &index, const xapian_search_request &wanted) {
    return require(wanted.query).choices && has_few_gaps(index.database);
}

// Whether nothing is asked for but numbers, of all matches. Servers take none of our spies, and
// give postings slowly; of several databases a spy is told the documents' docids in each.
bool is_count(xapian_index &index, const xapian_search_request &wanted) {
    return !wanted.limit && wanted.check_at_least == UINT32_MAX && wanted.weight_min <= 0 &&
           wanted.collapse_max <= 1 && is_local(index) &&
           (index.database.size() == 1 || is_to_mark(index, wanted));
}

Matches spy_matches(Xapian::Enquire &enquire, DocidSpy &spy, const xapian_search_request &wanted) {
    enquire.add_matchspy(&spy);
    const auto start = Clock::now();
    Xapian::MSet matches = enquire.get_mset(0, 0, wanted.check_at_least);
    bool whole = !is_over(Clock::now() - start, wanted);

    if (!std::is_sorted(spy.docids.begin(), spy.docids.end()))
        std::sort(spy.docids.begin(), spy.docids.end());
    auto found = static_cast<Xapian::doccount>(spy.docids.size());
    Xapian::doccount most = whole ? found : std::max(found, matches.get_matches_upper_bound());
    return {std::move(spy.docids), whole,
            std::clamp(whole ? found : matches.get_matches_estimated(), found, most), most};
}

xapian_results *count(xapian_index &index, const xapian_search_request &wanted) {
    const Xapian::Database &database = index.database;
    xapian_search_request uncollapsed = wanted;
    uncollapsed.collapse_max = 0;
    DocidSpy spy; // before the enquiry, which refers to it until its end
    Xapian::Enquire enquire(database);
    set_request(enquire, uncollapsed); // refuses what cannot be searched for
    const Matches matches = is_to_mark(index, wanted)
                                ? mark_matches(database, *wanted.query->choices,
                                               std::chrono::milliseconds(wanted.time_limit_ms))
                                : spy_matches(enquire, spy, wanted);
    std::vector<Facet> facets;
    for (size_t i = 0; i < wanted.facet_count; i++) {
        check_slot(wanted.facet_slots[i]);
        facets.push_back(
            read_facet(index.columns.tally(database, wanted.facet_slots[i], matches.docids),
                       matches.docids.size(), wanted.facet_values_max));
    }
    xapian_results numbers = {};
    numbers.timed_out = !matches.whole;
    numbers.uncollapsed_min = static_cast<Xapian::doccount>(matches.docids.size());
    numbers.uncollapsed_estimated = matches.estimated;
    numbers.uncollapsed_max = matches.most;
    numbers.matches_min = numbers.uncollapsed_min;
    numbers.matches_estimated = numbers.uncollapsed_estimated;
    if (wanted.collapse_max) {
        check_slot(wanted.collapse_slot);
        numbers.matches_min =
            index.columns.tally(database, wanted.collapse_slot, matches.docids).collapsed();
        numbers.matches_estimated = numbers.matches_min;
    }
    numbers.matches_max = numbers.timed_out ? numbers.uncollapsed_max : numbers.matches_min;
    return lay_out(numbers, {}, facets, wanted.facet_slots);
}

// Whether nothing is asked for but the heaviest documents of a query that is simple enough to be
// answered without the matcher.
bool is_simple(xapian_index &index, const xapian_search_request &wanted) {
    return require(wanted.query).choices && wanted.limit && !wanted.check_at_least &&
           wanted.weight_min <= 0 && !wanted.collapse_max && !wanted.facet_count &&
           !wanted.time_limit_ms &&
           (wanted.sort == XAPIAN_SORT_RELEVANCE ||
            wanted.sort == XAPIAN_SORT_RELEVANCE_THEN_VALUE) &&
           index.database.size() == 1 && is_local(index);
}

// The contents of hits in one database on this machine's disks.
void fetch_hits(const Xapian::Database &database, const xapian_search_request &request,
                std::vector<Hit> &hits) {
    const std::vector<size_t> chosen = choose_unknown(hits, request);
    for (size_t i : chosen) {
        Contents &contents = hits[i].contents;
        contents.found = true;
        contents.values.resize(request.value_count);
        if (!request.without_data)
            contents.data =
                database.get_document(hits[i].docid, Xapian::DOC_ASSUME_VALID).get_data();
    }
    for (size_t slot = 0; slot < request.value_count && !chosen.empty(); slot++) {
        check_slot(request.value_slots[slot]);
        SlotReader reader(database, request.value_slots[slot]);
        for (size_t i : chosen)
            reader.read(hits[i].docid, hits[i].contents.values[slot]);
    }
}

xapian_results *search_simply(const Xapian::Database &database,
                              const xapian_search_request &wanted) {
    bool by_value = wanted.sort == XAPIAN_SORT_RELEVANCE_THEN_VALUE;
    if (by_value)
        check_slot(wanted.sort_slot);
    const auto source = make_best_source(wanted.query->choices, true);
    Top top = find_top(database, *source, static_cast<size_t>(wanted.first) + wanted.limit,
                       by_value ? wanted.sort_slot : Xapian::BAD_VALUENO,
                       wanted.ties_unordered && wanted.first == 0);

    xapian_results numbers = {};
    numbers.matches_min = numbers.uncollapsed_min = top.matches_min;
    numbers.matches_max = numbers.uncollapsed_max = top.matches_max;
    numbers.matches_estimated = numbers.uncollapsed_estimated =
        std::clamp(source->get_termfreq_est(), top.matches_min, top.matches_max);
    numbers.weight_max = top.documents.empty() ? 0 : top.documents[0].weight;
    numbers.weight_max_possible = source->get_maxweight();

    size_t first = std::min<size_t>(wanted.first, top.documents.size());
    std::vector<Hit> hits;
    for (size_t i = first; i < top.documents.size(); i++) {
        const TopDocument &document = top.documents[i];
        hits.push_back({document.docid, document.weight, document.groups, {}, 0, {}});
    }
    fetch_hits(database, wanted, hits);
    return lay_out(numbers, hits, {}, nullptr);
}

} // namespace

struct xapian_results *xapian_search(struct xapian_index *index,
                                     const struct xapian_search_request *request,
                                     struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        const xapian_search_request &wanted = require(request);
        require_array(wanted.facet_slots, wanted.facet_count);
        require_array(wanted.value_slots, wanted.value_count);
        if (is_simple(require(index), wanted))
            return search_simply(index->database, wanted);
        return is_count(*index, wanted) ? count(*index, wanted) : search(*index, wanted);
    });
}

void xapian_results_free(struct xapian_results *results) noexcept {
    Block::dispose(results);
}
