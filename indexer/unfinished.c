#include "indexer/unfinished.h"

#include "corpus/base/bytes.h"
#include "corpus/base/varint.h"
#include "indexer/records.h"
#include "indexer/schema.h"
#include "indexer/writer.h"

#include <string.h>

bool unfinished_mark(struct xapian_writer *writer, const struct unfinished *unfinished,
                     struct error *error) {
    struct xapian_error failure = {0};
    struct bytes value = {0};
    if (unfinished) {
        bytes_append_byte(&value, (char)unfinished->step);
        varint_append(&value, unfinished->totals.text_bytes);
        varint_append(&value, unfinished->totals.record_bytes);
        varint_append(&value, unfinished->last_docid);
        bytes_append_slice(&value, unfinished->id);
    }
    bool marked =
        bytes_check(&value, error) &&
        (xapian_writer_set_metadata(writer, schema_bytes(slice_of_string(METADATA_UNFINISHED)),
                                    schema_bytes(bytes_slice(&value)), &failure) ||
         schema_set_error(error, &failure));
    bytes_free(&value);
    return marked;
}

static bool decode(struct slice value, struct unfinished *unfinished) {
    static const char steps[] = {UNFINISHED_ARTICLE, UNFINISHED_WORDS, UNFINISHED_FILE};
    struct slice rest = slice_of(value.data + 1, value.length - 1);
    uint64_t last_docid;
    if (!memchr(steps, value.data[0], sizeof steps) ||
        !varint_take(&rest, &unfinished->totals.text_bytes) ||
        !varint_take(&rest, &unfinished->totals.record_bytes) || !varint_take(&rest, &last_docid) ||
        last_docid > UINT32_MAX) {
        return false;
    }
    unfinished->step = (enum unfinished_step)value.data[0];
    unfinished->last_docid = (uint32_t)last_docid;
    unfinished->id = rest;
    return rest.length > 0;
}

bool unfinished_read(struct xapian_index *index, struct xapian_string *value,
                     struct unfinished *unfinished, bool *found, struct error *error) {
    struct xapian_error failure = {0};
    if (!xapian_index_get_metadata(index, schema_bytes(slice_of_string(METADATA_UNFINISHED)), value,
                                   &failure)) {
        return schema_set_error(error, &failure);
    }
    *found = value->size > 0;
    return !*found || decode(slice_of(value->data, value->size), unfinished) ||
           error_set(error, ERROR_VERSION,
                     "what the index says of an article that was being written cannot be read: add "
                     "the article again with the version of this program that wrote it");
}

/* Deletes the documents of words behind a docid. */
static bool delete_words(struct xapian_writer *writer, struct xapian_index *index,
                         uint32_t last_docid, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docid;
    size_t count = 1;
    while (last_docid < UINT32_MAX && count > 0) {
        if (!xapian_index_get_postings(index, schema_bytes(slice_of_string(TERM_WORDS)),
                                       last_docid + 1, &docid, NULL, 1, &count, &failure) ||
            (count > 0 && !xapian_writer_delete_docid(writer, docid, &failure))) {
            return schema_set_error(error, &failure);
        }
    }
    return true;
}

/* Deletes the documents of an article, the last one first: as long as readers find any of them,
 * they find its record. */
static bool delete_article(struct xapian_writer *writer, struct xapian_index *index,
                           struct slice id, struct error *error) {
    struct bytes term = {0}, docids = {0};
    schema_article_term(id, &term);
    bool deleted = bytes_check(&term, error) &&
                   schema_list_documents(index, bytes_slice(&term), &docids, error) &&
                   writer_delete_backwards(writer, &docids, error);
    bytes_free(&term);
    bytes_free(&docids);
    return deleted;
}

/* Adds what the article's record takes, which the totals of its mark are without. */
static bool add_record(struct xapian_index *index, struct slice id, struct store_totals *totals,
                       struct error *error) {
    struct bytes term = {0};
    struct stored_record stored = {0};
    bool found = false;
    schema_article_term(id, &term);
    bool read =
        bytes_check(&term, error) && record_find(index, bytes_slice(&term), &found, &stored, error);
    totals->record_bytes += found ? stored.data.size : 0;
    stored_record_free(&stored);
    bytes_free(&term);
    return read;
}

bool unfinished_take_back(struct xapian_writer *writer, struct xapian_index *index,
                          const struct unfinished *unfinished, struct store_totals *totals,
                          struct error *error) {
    bool done = false;
    *totals = unfinished->totals;
    switch (unfinished->step) {
    case UNFINISHED_ARTICLE:
        done = delete_article(writer, index, unfinished->id, error);
        break;
    case UNFINISHED_WORDS:
        done = delete_words(writer, index, unfinished->last_docid, error);
        break;
    case UNFINISHED_FILE:
        done = add_record(index, unfinished->id, totals, error);
        break;
    }
    return done;
}

bool unfinished_list(struct xapian_index *index, struct map *ids, struct error *error) {
    struct xapian_error failure = {0};
    size_t shards;
    if (!xapian_index_get_shards(index, &shards, &failure)) {
        return schema_set_error(error, &failure);
    }
    bool listed = true;
    for (size_t i = 0; i < shards && listed; i++) {
        struct xapian_string value = {0};
        struct unfinished unfinished;
        bool found;
        struct xapian_index *shard = xapian_index_get_shard(index, i, &failure);
        listed = (shard || schema_set_error(error, &failure)) &&
                 unfinished_read(shard, &value, &unfinished, &found, error) &&
                 (!found || map_insert(ids, unfinished.id, NULL) || error_set_memory(error));
        xapian_string_free(&value);
        xapian_index_close(shard);
    }
    return listed;
}
