// Reading an index: opening, numbers, metadata, postings, documents, spelling.
#include "best.hpp"
#include "block.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "location.hpp"
#include "places.hpp"

#include <memory>

using namespace xapian_c;

namespace {

Xapian::Database open_location(const char *text, unsigned timeout_ms, Places &places) {
    Location location(text);
    places = Places();
    if (location.kind != Location::LOCAL)
        return open_remote(location, timeout_ms);
    Xapian::Database database = open_database(location.path, timeout_ms, places);
    if (!database.size())
        throw Refusal(XAPIAN_ERROR_NOT_FOUND, "the file '%s' lists no database", Quoted(text).text);
    return database;
}

xapian_index::Part open_part(const char *location, unsigned timeout_ms) {
    xapian_index::Part part = {location ? location : "", {}, {}};
    part.database = open_location(location, timeout_ms, part.places);
    return part;
}

// Moves to what was committed since. Where another database has taken its place, xapian-core would
// read some of that; and of one that it has failed to reopen it may have a part of each revision.
// Such a part is opened anew: then *anew.
bool reopen_part(xapian_index::Part &part, unsigned timeout_ms, bool *anew) {
    if (part.places.stand()) {
        try {
            part.places.refuse_high_trees();
            const bool changed = part.database.reopen();
            if (part.places.stand())
                return changed;
        } catch (const Xapian::DatabaseModifiedError &) {
        } catch (const Xapian::Error &) {
            if (part.places.stand())
                throw;
        }
    }
    part = open_part(part.location.c_str(), timeout_ms);
    *anew = true;
    return true;
}

// Makes the parts one again after some of them were opened anew.
void join_parts(xapian_index &index) {
    Xapian::Database joined;
    for (const xapian_index::Part &part : index.parts)
        joined.add_database(part.database);
    index.database = joined;
    index.unjoined = false;
    index.place = xapian_index::UNKNOWN;
}

// True and *revision set if database is one local database; there is no way to ask but to try.
bool get_revision(const Xapian::Database &database, uint64_t *revision) {
    if (database.size() != 1)
        return false;
    try {
        *revision = database.get_revision();
        return true;
    } catch (const Xapian::UnimplementedError &) {
        return false;
    } catch (const Xapian::InvalidOperationError &) {
        return false;
    }
}

} // namespace

bool is_local(xapian_index &index) {
    if (index.place == xapian_index::UNKNOWN)
        index.place = takes_sources(index.database) ? xapian_index::LOCAL : xapian_index::REMOTE;
    return index.place == xapian_index::LOCAL;
}

struct xapian_index *xapian_index_open(const char *const locations[], size_t count,
                                       unsigned timeout_ms, struct xapian_error *error) noexcept {
    if (!timeout_ms)
        timeout_ms = DEFAULT_TIMEOUT_MS;
    std::unique_ptr<xapian_index> index(make(error, nullptr, [&] {
        if (!locations || !count)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "there is no location to open");
        return new xapian_index;
    }));
    if (index)
        index->timeout_ms = timeout_ms;
    // Each by itself, so that an error names the location that it is about.
    for (size_t i = 0; index && i < count; i++) {
        bool opened = attempt(error, locations[i], [&] {
            index->parts.push_back(open_part(locations[i], timeout_ms));
            index->database.add_database(index->parts.back().database);
            index->origin.append(i ? " " : "").append(locations[i]);
        });
        if (!opened)
            return nullptr;
    }
    return index.release();
}

void xapian_index_close(struct xapian_index *index) noexcept {
    delete index;
}

bool xapian_index_reopen(struct xapian_index *index, bool *changed,
                         struct xapian_error *error) noexcept {
    bool reopened = false;
    bool good = attempt(error, nullptr, [&] { require(index); });
    for (size_t i = 0; good && i < index->parts.size(); i++) {
        xapian_index::Part &part = index->parts[i];
        good = attempt(error, part.location.c_str(), [&] {
            reopened |= reopen_part(part, index->timeout_ms, &index->unjoined);
            if (index->unjoined) {
                join_parts(*index);
                reopened = true;
            }
        });
    }
    if (good && changed)
        *changed = reopened;
    // One that failed may have read a part of the new revision.
    if (index && (reopened || !good)) {
        index->columns.clear();
        index->term_lists.clear();
    }
    return good;
}

bool xapian_index_keep_alive(struct xapian_index *index, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] { require(index).database.keep_alive(); });
}

bool xapian_index_is_local(struct xapian_index *index, bool *local,
                           struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] { require(local) = is_local(require(index)); });
}

bool xapian_index_get_stats(struct xapian_index *index, struct xapian_index_stats *stats,
                            struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        const Xapian::Database &database = require(index).database;
        xapian_index_stats found = {};
        found.documents = database.get_doccount();
        found.last_docid = database.get_lastdocid();
        found.total_length = database.get_total_length();
        found.average_length = database.get_average_length();
        found.length_min = database.get_doclength_lower_bound();
        found.length_max = database.get_doclength_upper_bound();
        found.shards = database.size();
        found.has_revision = true;
        for (const xapian_index::Part &part : index->parts) {
            uint64_t revision = 0;
            found.has_revision = found.has_revision && get_revision(part.database, &revision);
            found.revision += revision;
        }
        if (!found.has_revision)
            found.revision = 0;
        require(stats) = found;
    });
}

bool xapian_index_get_shards(struct xapian_index *index, size_t *shards,
                             struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index),
                   [&] { require(shards) = require(index).database.size(); });
}

struct xapian_index *xapian_index_get_shard(struct xapian_index *index, size_t shard,
                                            struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        // xapian-core asks only the first shard for metadata, and has no other way to another.
        const auto &shards = require(index).database.internal;
        if (shard >= shards.size())
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "there are %zu shards, counted from 0, not %zu",
                          shards.size(), shard);
        auto one = std::make_unique<xapian_index>();
        one->database = Xapian::Database(shards[shard].get());
        one->parts.push_back({index->origin, one->database, {}});
        one->timeout_ms = index->timeout_ms;
        one->origin = index->origin;
        return one.release();
    });
}

bool xapian_index_get_uuid(struct xapian_index *index, struct xapian_string *uuid,
                           struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index),
                   [&] { require(uuid) = give_string(require(index).database.get_uuid()); });
}

void bring_blocks(const Xapian::Database &database, const std::string &term) {
    (void)database.get_termfreq(term);
}

bool xapian_index_get_frequency(struct xapian_index *index, struct xapian_bytes term,
                                uint32_t *documents, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        if (term.size)
            check_term(term);
        require(documents) = require(index).database.get_termfreq(to_string(term));
    });
}

bool xapian_index_get_frequencies(struct xapian_index *index, const struct xapian_bytes terms[],
                                  size_t count, uint32_t documents[],
                                  struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        const Xapian::Database &database = require(index).database;
        require_array(terms, count);
        require_array(documents, count);
        std::vector<std::string> names;
        for (size_t i = 0; i < count; i++) {
            check_term(terms[i]);
            names.push_back(to_string(terms[i]));
        }
        if (is_local(*index) || !count) {
            for (size_t i = 0; i < count; i++)
                documents[i] = database.get_termfreq(names[i]);
            return;
        }
        // What a search says of its query's terms comes from all servers at once.
        Xapian::Enquire enquire(database);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, names.begin(), names.end()));
        const Xapian::MSet said = enquire.get_mset(0, 0);
        for (size_t i = 0; i < count; i++)
            documents[i] = said.get_termfreq(names[i]);
    });
}

bool xapian_index_get_term_stats(struct xapian_index *index, struct xapian_bytes term,
                                 struct xapian_term_stats *stats,
                                 struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        check_term(term);
        const Xapian::Database &database = require(index).database;
        std::string name = to_string(term);
        xapian_term_stats found = {};
        found.documents = database.get_termfreq(name);
        if (found.documents) {
            found.occurrences = database.get_collection_freq(name);
            found.wdf_max = database.get_wdf_upper_bound(name);
        }
        require(stats) = found;
    });
}

bool xapian_index_get_metadata(struct xapian_index *index, struct xapian_bytes key,
                               struct xapian_string *value, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        require(value) = give_string(require(index).database.get_metadata(to_string(key)));
    });
}

bool xapian_index_get_postings(struct xapian_index *index, struct xapian_bytes term, uint32_t from,
                               uint32_t docids[], uint32_t wdfs[], size_t capacity, size_t *count,
                               struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        if (term.size)
            check_term(term);
        const Xapian::Database &database = require(index).database;
        require(count);
        require_array(docids, capacity);
        std::string name = to_string(term);
        if (is_local(*index))
            bring_blocks(database, name);
        Xapian::PostingIterator posting = database.postlist_begin(name);
        const Xapian::PostingIterator end = database.postlist_end(name);
        if (from && posting != end)
            posting.skip_to(from);
        size_t taken = 0;
        for (; taken < capacity && posting != end; ++posting, taken++) {
            docids[taken] = *posting;
            if (wdfs)
                wdfs[taken] = posting.get_wdf();
        }
        *count = taken;
    });
}

bool xapian_index_get_data(struct xapian_index *index, uint32_t docid, struct xapian_string *data,
                           struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        require(data) = give_string(require(index).database.get_document(docid).get_data());
    });
}

bool xapian_index_get_value(struct xapian_index *index, uint32_t docid, uint32_t slot,
                            struct xapian_string *value, struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        check_slot(slot);
        const Xapian::Database &database = require(index).database;
        std::string found = database.get_document(docid, Xapian::DOC_ASSUME_VALID).get_value(slot);
        if (found.empty())
            database.get_document(docid); // throws if there is none
        require(value) = give_string(found);
    });
}

struct xapian_fetched *xapian_index_fetch(struct xapian_index *index, const uint32_t docids[],
                                          size_t count, const uint32_t slots[], size_t slot_count,
                                          struct xapian_error *error) noexcept {
    return make(error, origin_of(index), [&] {
        const Xapian::Database &database = require(index).database;
        require_array(docids, count);
        require_array(slots, slot_count);
        std::vector<Contents> contents(count);
        for (size_t i = 0; i < count; i++) {
            try {
                contents[i] =
                    read_contents(database.get_document(docids[i]), true, slots, slot_count);
            } catch (const Xapian::DocNotFoundError &) {
                contents[i].values.resize(slot_count);
            }
        }

        Block block;
        block.plan<xapian_fetched>(1);
        block.plan<xapian_fetched_document>(count);
        for (const Contents &one : contents)
            block.plan(one);
        block.allocate();

        auto *fetched = block.take<xapian_fetched>(1);
        auto *documents = block.take<xapian_fetched_document>(count);
        for (size_t i = 0; i < count; i++) {
            documents[i].docid = docids[i];
            documents[i].found = contents[i].found;
            documents[i].values = block.take_values(contents[i]);
            documents[i].data = block.take_bytes(contents[i].data);
        }
        fetched->count = count;
        fetched->documents = documents;
        return block.give(fetched);
    });
}

void xapian_fetched_free(struct xapian_fetched *fetched) noexcept {
    Block::dispose(fetched);
}

bool xapian_index_suggest(struct xapian_index *index, struct xapian_bytes word,
                          unsigned max_distance, struct xapian_string *suggestion,
                          struct xapian_error *error) noexcept {
    return attempt(error, origin_of(index), [&] {
        require(suggestion) = give_string(
            require(index).database.get_spelling_suggestion(to_string(word), max_distance));
    });
}
