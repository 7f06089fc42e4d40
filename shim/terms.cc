// Walks through terms, metadata keys and spellings: one iterator for all of them.
#include "guard.hpp"
#include "handles.hpp"

#include <algorithm>

using namespace xapian_c;

namespace {

enum class Count { NONE, FREQUENCY, WDF };

// Where a walk is: in a table, or in a list.
class Position {
  public:
    Position(Xapian::TermIterator from) : iterator(std::move(from)) {
    }
    Position(std::shared_ptr<const TermList> all, const std::string &from) : list(std::move(all)) {
        skip(from);
    }

    bool is_end() const {
        return list ? place == list->size() : iterator == Xapian::TermIterator();
    }
    std::string term() const {
        return list ? (*list)[place].term : *iterator;
    }
    uint32_t count(Count what) const {
        if (what == Count::NONE)
            return 0;
        if (list)
            return (*list)[place].documents;
        return what == Count::WDF ? iterator.get_wdf() : iterator.get_termfreq();
    }
    void move_on() {
        if (list)
            place++;
        else
            ++iterator;
    }
    void skip(const std::string &to) {
        if (!list) {
            iterator.skip_to(to);
            return;
        }
        auto found = std::lower_bound(
            list->begin() + static_cast<std::ptrdiff_t>(place), list->end(), to,
            [](const ListedTerm &listed, const std::string &term) { return listed.term < term; });
        place = static_cast<size_t>(found - list->begin());
    }

  private:
    Xapian::TermIterator iterator;
    std::shared_ptr<const TermList> list;
    size_t place = 0;
};

} // namespace

struct xapian_terms {
    Xapian::Database database; // kept open for as long as the walk takes
    Position position;
    std::string prefix; // where this does not hold any more, the walk ends
    Count count;
    std::string origin;
    std::string current = {};  // the item given out
    bool taken = false;        // whether position is still at the item given out
    xapian_error failure = {}; // after a failure the position means nothing any more
};

namespace {

xapian_terms *start_walk(const xapian_index &index, Position position, std::string prefix,
                         Count count) {
    return new xapian_terms{index.database, std::move(position), std::move(prefix), count,
                            index.origin};
}

// Does one step of a walk, unless an earlier one has failed; a failure stays.
template <typename Step> bool walk(xapian_terms *terms, xapian_error *error, Step step) noexcept {
    xapian_error unwanted;
    if (!error)
        error = &unwanted;
    if (terms && terms->failure.kind) {
        *error = terms->failure;
        return false;
    }
    bool walked = attempt(error, origin_of(terms), [&] { step(require(terms)); });
    if (!walked && terms)
        terms->failure = *error;
    return walked;
}

// Moves on from the item that was given out.
void pass_taken(xapian_terms &walking) {
    if (walking.taken)
        walking.position.move_on();
    walking.taken = false;
}

} // namespace

struct xapian_terms *xapian_index_terms(struct xapian_index *index, struct xapian_bytes prefix,
                                        struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        const std::string wanted = to_string(prefix);
        const Xapian::Database &database = require(index).database;
        if (!is_local(*index))
            return start_walk(*index, Position(index->term_lists.list(database, wanted), wanted),
                              wanted, Count::FREQUENCY);
        bring_blocks(database, wanted);
        return start_walk(*index, Position(database.allterms_begin(wanted)), wanted,
                          Count::FREQUENCY);
    });
}

struct xapian_terms *xapian_index_document_terms(struct xapian_index *index, uint32_t docid,
                                                 struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        Xapian::TermIterator position = require(index).database.termlist_begin(docid);
        return start_walk(*index, std::move(position), {}, Count::WDF);
    });
}

struct xapian_terms *xapian_index_metadata_keys(struct xapian_index *index,
                                                struct xapian_bytes prefix,
                                                struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        Xapian::TermIterator position =
            require(index).database.metadata_keys_begin(to_string(prefix));
        return start_walk(*index, std::move(position), to_string(prefix), Count::NONE);
    });
}

struct xapian_terms *xapian_index_spellings(struct xapian_index *index, struct xapian_bytes prefix,
                                            struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        Xapian::TermIterator position = require(index).database.spellings_begin();
        if (prefix.size && position != Xapian::TermIterator())
            position.skip_to(to_string(prefix));
        return start_walk(*index, std::move(position), to_string(prefix), Count::FREQUENCY);
    });
}

enum xapian_step xapian_terms_next(struct xapian_terms *terms, struct xapian_bytes *term,
                                   uint32_t *frequency, struct xapian_error *error) noexcept {
    xapian_step step = XAPIAN_END;
    bool walked = walk(terms, error, [&](xapian_terms &walking) {
        require(term);
        pass_taken(walking);
        if (walking.position.is_end())
            return;
        walking.current = walking.position.term();
        if (walking.current.compare(0, walking.prefix.size(), walking.prefix) != 0)
            return;
        if (frequency)
            *frequency = walking.position.count(walking.count);
        walking.taken = true;
        *term = {walking.current.data(), walking.current.size()};
        step = XAPIAN_ITEM;
    });
    return walked ? step : XAPIAN_FAILED;
}

bool xapian_terms_skip(struct xapian_terms *terms, struct xapian_bytes to,
                       struct xapian_error *error) noexcept {
    return walk(terms, error, [&](xapian_terms &walking) {
        pass_taken(walking);
        std::string target = to_string(to);
        if (!walking.position.is_end() && walking.position.term() < target)
            walking.position.skip(target);
    });
}

void xapian_terms_free(struct xapian_terms *terms) noexcept {
    delete terms;
}
