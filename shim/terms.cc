// Walks through terms, metadata keys and spellings: one iterator for all of them.
#include "guard.hpp"
#include "handles.hpp"

using namespace xapian_c;

namespace {

enum class Count { NONE, FREQUENCY, WDF };

} // namespace

struct xapian_terms {
    Xapian::Database database; // kept open for as long as the walk takes
    Xapian::TermIterator position;
    std::string prefix; // where this does not hold any more, the walk ends
    Count count;
    std::string origin;
    std::string current = {};  // the item given out
    bool taken = false;        // whether position is still at the item given out
    xapian_error failure = {}; // after a failure the position means nothing any more
};

namespace {

xapian_terms *start_walk(const xapian_index &index, Xapian::TermIterator position,
                         std::string prefix, Count count) {
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
        ++walking.position;
    walking.taken = false;
}

} // namespace

struct xapian_terms *xapian_index_terms(struct xapian_index *index, struct xapian_bytes prefix,
                                        struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        Xapian::TermIterator position = require(index).database.allterms_begin(to_string(prefix));
        return start_walk(*index, std::move(position), to_string(prefix), Count::FREQUENCY);
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
        const Xapian::TermIterator end;
        pass_taken(walking);
        if (walking.position == end)
            return;
        walking.current = *walking.position;
        if (walking.current.compare(0, walking.prefix.size(), walking.prefix) != 0)
            return;
        if (frequency && walking.count != Count::NONE)
            *frequency = walking.count == Count::WDF ? walking.position.get_wdf()
                                                     : walking.position.get_termfreq();
        else if (frequency)
            *frequency = 0;
        walking.taken = true;
        *term = {walking.current.data(), walking.current.size()};
        step = XAPIAN_ITEM;
    });
    return walked ? step : XAPIAN_FAILED;
}

bool xapian_terms_skip(struct xapian_terms *terms, struct xapian_bytes to,
                       struct xapian_error *error) noexcept {
    return walk(terms, error, [&](xapian_terms &walking) {
        const Xapian::TermIterator end;
        pass_taken(walking);
        std::string target = to_string(to);
        if (walking.position != end && *walking.position < target)
            walking.position.skip_to(target);
    });
}

void xapian_terms_free(struct xapian_terms *terms) noexcept {
    delete terms;
}
