/* The documents of one article: of an index that is one database, or several read as one. */
#include "indexer/schema.h"

#include "corpus/base/utf8.h"

#include <inttypes.h>

/* Postings are read this many at a time. */
enum { POSTINGS_AT_ONCE = 256 };

/* Databases that are read as one take turns in giving their documents docids: *stride is how far
 * the docids of one database are apart. */
static bool get_stride(struct xapian_index *index, uint32_t *stride, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    if (!xapian_index_get_stats(index, &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    *stride = stats.shards > 0 ? (uint32_t)stats.shards : 1;
    return true;
}

bool schema_find_article(struct xapian_index *index, struct slice unique_term, uint32_t *docid,
                         bool *elsewhere, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docids[POSTINGS_AT_ONCE], stride = 1, from = 1;
    size_t wanted, count;
    *docid = 0;
    *elsewhere = false;
    if (!get_stride(index, &stride, error)) {
        return false;
    }
    wanted = stride == 1 ? 1 : POSTINGS_AT_ONCE;
    do {
        if (!xapian_index_get_postings(index, schema_bytes(unique_term), from, docids, NULL, wanted,
                                       &count, &failure)) {
            return schema_set_error(error, &failure);
        }
        for (size_t i = 0; i < count; i++) {
            uint32_t database = (docids[i] - 1) % stride;
            uint32_t known = *docid > 0 ? (*docid - 1) % stride : database;
            *elsewhere |= database != known;
            *docid = *docid == 0 || database < known ? docids[i] : *docid;
        }
        from = count > 0 ? docids[count - 1] + 1 : 0;
    } while (stride > 1 && count == wanted && from != 0);
    return true;
}

bool schema_list_documents(struct xapian_index *index, struct slice term, struct bytes *docids,
                           struct error *error) {
    struct xapian_error failure = {0};
    uint32_t some[POSTINGS_AT_ONCE], from = 1;
    size_t count;
    do {
        if (!xapian_index_get_postings(index, schema_bytes(term), from, some, NULL,
                                       POSTINGS_AT_ONCE, &count, &failure)) {
            return schema_set_error(error, &failure);
        }
        bytes_append(docids, some, count * sizeof *some);
        from = count > 0 ? some[count - 1] + 1 : 0;
    } while (count == POSTINGS_AT_ONCE && from != 0);
    return bytes_check(docids, error);
}

bool schema_get_documents(const struct article_documents *documents, uint32_t from,
                          uint32_t docids[], size_t capacity, size_t *count, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t stride = 1;
    size_t wanted, found;
    *count = 0;
    if (!get_stride(documents->index, &stride, error)) {
        return false;
    }
    do {
        uint32_t *postings = docids + *count;
        wanted = capacity - *count;
        if (!xapian_index_get_postings(documents->index, schema_bytes(documents->unique_term), from,
                                       postings, NULL, wanted, &found, &failure)) {
            return schema_set_error(error, &failure);
        }
        from = found > 0 ? postings[found - 1] + 1 : 0;
        for (size_t i = 0; i < found; i++) {
            if (postings[i] % stride == documents->docid % stride) {
                docids[(*count)++] = postings[i];
            }
        }
    } while (found == wanted && *count < capacity && from != 0);
    return true;
}

struct assembly {
    const struct article_reading *reading;
    struct arena arena;   /* of the passage at hand */
    uint32_t taken;       /* passages */
    uint64_t text_length; /* of their tiles */
};

/* A document of the article's Q term. A server may read several databases as one, which then looks
 * like one here: what is the record or the passage of another article with this id is passed over.
 */
static bool take_document(struct assembly *assembly, struct slice data, struct error *error) {
    const struct article_reading *reading = assembly->reading;
    struct article_record other;
    struct passage_record passage;
    size_t stored = data.length;
    arena_empty(&assembly->arena);
    if (!record_unpack(reading->unpacker, reading->index, data, &assembly->arena, &data, error)) {
        return false;
    }
    if (article_record_decode(data, &other, NULL)) {
        return true;
    }
    if (!passage_record_decode(data, &passage, error)) {
        return false;
    }
    if (passage.number != assembly->taken + 1 ||
        passage.start != assembly->text_length + passage.lead ||
        !slice_equal(passage.id, reading->record->id)) {
        return true;
    }
    assembly->taken++;
    assembly->text_length += passage.tile.length;
    if (reading->record_bytes) {
        *reading->record_bytes += stored;
    }
    return reading->take(reading->context, &passage, error);
}

static bool take_documents(struct assembly *assembly, const uint32_t docids[], size_t count,
                           struct error *error) {
    static const uint32_t slot = SLOT_RECORD;
    const struct article_reading *reading = assembly->reading;
    struct xapian_error failure = {0};
    struct xapian_fetched *fetched =
        xapian_index_fetch(reading->index, docids, count, &slot, 1, &failure);
    if (!fetched) {
        return schema_set_error(error, &failure);
    }
    bool taken = true;
    for (size_t i = 0; i < count && taken && assembly->taken < reading->passages; i++) {
        taken = take_document(assembly, schema_slice(fetched->documents[i].values[0]), error);
    }
    xapian_fetched_free(fetched);
    return taken;
}

static bool take_passages(struct assembly *assembly, struct slice unique_term,
                          struct error *error) {
    const struct article_reading *reading = assembly->reading;
    const struct article_documents documents = {reading->index, unique_term, reading->docid};
    uint32_t docids[POSTINGS_AT_ONCE];
    uint32_t from = reading->docid + 1;
    while (assembly->taken < reading->passages && from != 0) {
        uint32_t left = reading->passages - assembly->taken;
        size_t wanted = left < POSTINGS_AT_ONCE ? left : POSTINGS_AT_ONCE;
        size_t count;
        if (!schema_get_documents(&documents, from, docids, wanted, &count, error)) {
            return false;
        }
        if (count == 0) {
            break;
        }
        if (!take_documents(assembly, docids, count, error)) {
            return false;
        }
        from = docids[count - 1] + 1;
    }
    return true;
}

bool schema_read_article(const struct article_reading *reading, struct error *error) {
    const struct article_record *record = reading->record;
    struct assembly assembly = {.reading = reading};
    struct bytes term = {0};
    schema_article_term(record->id, &term);
    bool read = bytes_check(&term, error) && take_passages(&assembly, bytes_slice(&term), error);
    arena_free(&assembly.arena);
    bytes_free(&term);
    bool whole = assembly.taken == reading->passages &&
                 (assembly.taken < record->passages || assembly.text_length == record->text_bytes);
    if (read && !whole) {
        struct slice id = utf8_cut(record->id, ERROR_QUOTE_BYTES);
        return error_set(error, ERROR_CORRUPT,
                         "article %.*s is not whole: %" PRIu32 " of %" PRIu32 " passages, %" PRIu64
                         " of %" PRIu64 " bytes are in their places",
                         (int)id.length, id.data, assembly.taken, record->passages,
                         assembly.text_length, record->text_bytes);
    }
    return read;
}
