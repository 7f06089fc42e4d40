// Queries. Operands are consumed whatever happens, and the first error of a tree is the one that
// stays.
#include "best.hpp"
#include "guard.hpp"
#include "handles.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

using namespace xapian_c;

namespace {

// Makes a query, keeping the error of an earlier step if there is one.
template <typename Work> xapian_query *make_query(xapian_error *error, Work work) noexcept {
    return make(error && error->kind ? nullptr : error, nullptr, work);
}

xapian_query *leaf(Xapian::Query query) {
    return new xapian_query{std::move(query), 1, 1, nullptr};
}

xapian_query &require_operand(xapian_query *query) {
    if (!query)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "a part of the query is NULL");
    return *query;
}

void check_leaves(size_t leaves) {
    if (leaves > XAPIAN_QUERY_TERMS_MAX)
        throw Refusal(XAPIAN_ERROR_ARGUMENT,
                      "the query has %zu terms, of at most %d (limit on terms)", leaves,
                      XAPIAN_QUERY_TERMS_MAX);
}

// A query one level above its operands, if it is not too much for xapian-core's recursions.
xapian_query *branch(Xapian::Query query, unsigned depth, size_t leaves) {
    if (depth >= XAPIAN_QUERY_DEPTH_MAX)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "the query has more than %d levels",
                      XAPIAN_QUERY_DEPTH_MAX);
    check_leaves(leaves);
    return new xapian_query{std::move(query), depth + 1, leaves, nullptr};
}

Xapian::Query::op xapian_operator_of(enum xapian_operator op) {
    switch (op) {
    case XAPIAN_OP_AND:
        return Xapian::Query::OP_AND;
    case XAPIAN_OP_OR:
        return Xapian::Query::OP_OR;
    case XAPIAN_OP_AND_NOT:
        return Xapian::Query::OP_AND_NOT;
    case XAPIAN_OP_XOR:
        return Xapian::Query::OP_XOR;
    case XAPIAN_OP_AND_MAYBE:
        return Xapian::Query::OP_AND_MAYBE;
    case XAPIAN_OP_FILTER:
        return Xapian::Query::OP_FILTER;
    case XAPIAN_OP_NEAR:
        return Xapian::Query::OP_NEAR;
    case XAPIAN_OP_PHRASE:
        return Xapian::Query::OP_PHRASE;
    case XAPIAN_OP_SYNONYM:
        return Xapian::Query::OP_SYNONYM;
    case XAPIAN_OP_MAX:
        return Xapian::Query::OP_MAX;
    case XAPIAN_OP_ELITE_SET:
        return Xapian::Query::OP_ELITE_SET;
    }
    throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no operator", static_cast<int>(op));
}

int excess_of(enum xapian_prefix_excess excess) {
    switch (excess) {
    case XAPIAN_PREFIX_FAIL:
        return Xapian::Query::WILDCARD_LIMIT_ERROR;
    case XAPIAN_PREFIX_FIRST:
        return Xapian::Query::WILDCARD_LIMIT_FIRST;
    case XAPIAN_PREFIX_MOST_FREQUENT:
        return Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT;
    }
    throw Refusal(XAPIAN_ERROR_ARGUMENT, "%d is no way to limit a prefix",
                  static_cast<int>(excess));
}

} // namespace

struct xapian_query *xapian_query_term(struct xapian_bytes term, uint32_t wqf,
                                       struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        check_term(term);
        return leaf(Xapian::Query(to_string(term), wqf));
    });
}

struct xapian_query *xapian_query_all(struct xapian_error *error) noexcept {
    // Not Query::MatchAll: threads that share it would corrupt its reference count.
    return make_query(error, [] { return leaf(Xapian::Query(std::string())); });
}

struct xapian_query *xapian_query_none(struct xapian_error *error) noexcept {
    return make_query(error, [] { return leaf(Xapian::Query()); });
}

struct xapian_query *xapian_query_best(const struct xapian_choice choices[], size_t count,
                                       struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        require_array(choices, count);
        check_leaves(count); // first: reading them takes a time that may grow with their square
        auto read = read_choices(choices, count);
        Xapian::Query query(make_best_source(read, false).release()->release());
        return new xapian_query{std::move(query), 1, count, std::move(read)};
    });
}

struct xapian_query *xapian_query_join(enum xapian_operator op,
                                       struct xapian_query *const queries[], size_t count,
                                       uint32_t parameter, struct xapian_error *error) noexcept {
    xapian_query *joined = make_query(error, [&] {
        require_array(queries, count);
        std::vector<Xapian::Query> operands;
        operands.reserve(count);
        unsigned depth = 0;
        size_t leaves = 0;
        for (size_t i = 0; i < count; i++) {
            operands.push_back(require_operand(queries[i]).query);
            depth = std::max(depth, queries[i]->depth);
            leaves += queries[i]->leaves;
        }
        Xapian::Query query(xapian_operator_of(op), operands.begin(), operands.end(), parameter);
        return branch(std::move(query), depth, leaves);
    });
    for (size_t i = 0; queries && i < count; i++)
        xapian_query_free(queries[i]);
    return joined;
}

struct xapian_query *xapian_query_scale(struct xapian_query *query, double factor,
                                        struct xapian_error *error) noexcept {
    xapian_query *scaled = make_query(error, [&] {
        xapian_query &operand = require_operand(query);
        if (!std::isfinite(factor) || factor < 0)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "weights cannot be multiplied by %g", factor);
        return branch(Xapian::Query(factor, operand.query), operand.depth, operand.leaves);
    });
    xapian_query_free(query);
    return scaled;
}

struct xapian_query *xapian_query_value_range(uint32_t slot, struct xapian_bytes from,
                                              struct xapian_bytes to,
                                              struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        check_slot(slot);
        return leaf(
            Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, to_string(from), to_string(to)));
    });
}

struct xapian_query *xapian_query_value_ge(uint32_t slot, struct xapian_bytes from,
                                           struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        check_slot(slot);
        return leaf(Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, to_string(from)));
    });
}

struct xapian_query *xapian_query_value_le(uint32_t slot, struct xapian_bytes to,
                                           struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        check_slot(slot);
        return leaf(Xapian::Query(Xapian::Query::OP_VALUE_LE, slot, to_string(to)));
    });
}

struct xapian_query *xapian_query_prefix(struct xapian_bytes prefix, uint32_t limit,
                                         enum xapian_prefix_excess excess, enum xapian_operator op,
                                         struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        check_term(prefix);
        return leaf(Xapian::Query(Xapian::Query::OP_WILDCARD, to_string(prefix), limit,
                                  excess_of(excess), xapian_operator_of(op)));
    });
}

struct xapian_query *xapian_query_copy(const struct xapian_query *query,
                                       struct xapian_error *error) noexcept {
    return make_query(error, [&] {
        if (!query)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "there is no query to copy");
        return new xapian_query(*query);
    });
}

bool xapian_query_describe(const struct xapian_query *query, struct xapian_string *text,
                           struct xapian_error *error) noexcept {
    return attempt(error, nullptr,
                   [&] { require(text) = give_string(require(query).query.get_description()); });
}

void xapian_query_free(struct xapian_query *query) noexcept {
    delete query;
}
