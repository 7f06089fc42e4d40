#include "indexer/records.h"

#include "corpus/base/utf8.h"

#include <string.h>

/* Postings are read this many at a time. */
enum { POSTINGS_AT_ONCE = 256 };

struct xapian_index *records_open(const char *location, struct error *error) {
    return schema_open(location, 0, schema_check_layout, error);
}

void stored_record_free(struct stored_record *stored) {
    xapian_string_free(&stored->data);
    arena_free(&stored->arena);
    record_unpacker_free(stored->unpacker);
    *stored = (struct stored_record){0};
}

/* Forgets the record and keeps what unpacks the next one. */
static bool begin_reading(struct stored_record *stored, struct error *error) {
    xapian_string_free(&stored->data);
    arena_empty(&stored->arena);
    if (!stored->unpacker) {
        stored->unpacker = record_unpacker_new(error);
    }
    return stored->unpacker != NULL;
}

bool record_read(struct xapian_index *index, uint32_t docid, struct stored_record *stored,
                 struct error *error) {
    struct xapian_error failure = {0};
    struct slice record;
    if (!begin_reading(stored, error)) {
        return false;
    }
    if (!xapian_index_get_value(index, docid, SLOT_RECORD, &stored->data, &failure)) {
        return schema_set_error(error, &failure);
    }
    stored->docid = docid;
    return record_unpack(stored->unpacker, index, slice_of(stored->data.data, stored->data.size),
                         &stored->arena, &record, error) &&
           article_record_decode(record, &stored->record, error);
}

bool record_find(struct xapian_index *index, struct slice unique_term, bool *found,
                 struct stored_record *stored, struct error *error) {
    uint32_t docid;
    bool elsewhere;
    if (!schema_find_article(index, unique_term, &docid, &elsewhere, error)) {
        return false;
    }
    *found = docid > 0;
    return !*found || record_read(index, docid, stored, error);
}

/* Visits an article's documents from documents->docid on, at most `most` of them. */
static bool visit_documents(const struct article_documents *documents, uint64_t most,
                            record_visitor *visit, void *context, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docids[POSTINGS_AT_ONCE];
    uint32_t from = documents->docid;
    uint64_t visited = 0;
    size_t count, wanted;
    do {
        wanted = most - visited < POSTINGS_AT_ONCE ? (size_t)(most - visited) : POSTINGS_AT_ONCE;
        if (!schema_get_documents(documents, from, docids, wanted, &count, error)) {
            return false;
        }
        if (count == 0) {
            return true;
        }
        static const uint32_t slot = SLOT_RECORD;
        struct xapian_fetched *fetched =
            xapian_index_fetch(documents->index, docids, count, &slot, 1, &failure);
        if (!fetched) {
            return schema_set_error(error, &failure);
        }
        bool going = true;
        for (size_t i = 0; i < count && going; i++) {
            struct stored_document document = {docids[i],
                                               schema_slice(fetched->documents[i].values[0])};
            going = visit(context, &document, error);
        }
        xapian_fetched_free(fetched);
        if (!going) {
            return false;
        }
        visited += count;
        from = docids[count - 1] + 1;
    } while (count == wanted && visited < most && from != 0);
    return true;
}

bool record_visit_documents(struct xapian_index *index, const struct stored_record *stored,
                            record_visitor *visit, void *context, struct error *error) {
    struct bytes term = {0};
    schema_article_term(stored->record.id, &term);
    const struct article_documents documents = {index, bytes_slice(&term), stored->docid};
    bool visited =
        bytes_check(&term, error) &&
        visit_documents(&documents, (uint64_t)stored->record.passages + 1, visit, context, error);
    bytes_free(&term);
    return visited;
}

struct finding {
    struct xapian_index *index;
    struct stored_record spare;
    struct bytes *docids;
};

static bool note_record(void *context, const struct stored_document *document,
                        struct error *error) {
    struct finding *finding = context;
    struct article_record record;
    struct slice data;
    if (!begin_reading(&finding->spare, error) ||
        !record_unpack(finding->spare.unpacker, finding->index, document->data,
                       &finding->spare.arena, &data, error)) {
        return false;
    }
    if (article_record_decode(data, &record, NULL)) {
        bytes_append(finding->docids, &document->docid, sizeof document->docid);
    }
    return bytes_check(finding->docids, error);
}

bool record_find_all(struct xapian_index *index, struct slice unique_term, struct bytes *docids,
                     struct error *error) {
    struct finding finding = {.index = index, .docids = docids};
    const struct article_documents all = {index, unique_term, 1};
    bool found = visit_documents(&all, UINT32_MAX, note_record, &finding, error);
    stored_record_free(&finding.spare);
    return found;
}

bool record_is_repeated(struct xapian_index *index, const struct stored_record *stored,
                        bool *repeated, bool *first, struct error *error) {
    struct bytes term = {0};
    uint32_t docid = 0;
    schema_article_term(stored->record.id, &term);
    bool found = bytes_check(&term, error) &&
                 schema_find_article(index, bytes_slice(&term), &docid, repeated, error);
    *first = docid == stored->docid;
    bytes_free(&term);
    return found;
}

bool record_set_repeated(const struct stored_record *stored, struct error *error) {
    struct slice id = utf8_cut(stored->record.id, ERROR_QUOTE_BYTES);
    return error_set(error, ERROR_USAGE,
                     "article %.*s is in several databases: remove it from all of them but one "
                     "with `aral-index -i DATABASE remove ID`",
                     (int)id.length, id.data);
}

bool record_walk_next(struct xapian_index *index, struct record_walk *walk, uint32_t *docid,
                      struct error *error) {
    struct xapian_error failure = {0};
    *docid = 0;
    if (walk->next == walk->count && !walk->ended) {
        if (!xapian_index_get_postings(
                index, schema_bytes(slice_of_string(TERM_RECORD)), walk->last + 1, walk->docids,
                NULL, sizeof walk->docids / sizeof *walk->docids, &walk->count, &failure)) {
            return schema_set_error(error, &failure);
        }
        walk->next = 0;
        walk->ended = walk->count == 0;
    }
    if (walk->next < walk->count) {
        *docid = walk->last = walk->docids[walk->next++];
    }
    return true;
}

static bool add_length(void *context, const struct stored_document *document, struct error *error) {
    (void)error;
    *(uint64_t *)context += document->data.length;
    return true;
}

bool record_add_bytes(struct xapian_index *index, const struct stored_record *stored,
                      uint64_t *record_bytes, struct error *error) {
    return record_visit_documents(index, stored, add_length, record_bytes, error);
}

bool records_sum(struct xapian_index *index, uint64_t *text_bytes, uint64_t *record_bytes,
                 struct error *error) {
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    uint32_t docid;
    bool going = true;
    *text_bytes = 0;
    if (record_bytes) {
        *record_bytes = 0;
    }
    while (going && (going = record_walk_next(index, &walk, &docid, error)) && docid) {
        going = record_read(index, docid, &stored, error);
        *text_bytes += going ? stored.record.text_bytes : 0;
        going = going && (!record_bytes || record_add_bytes(index, &stored, record_bytes, error));
    }
    stored_record_free(&stored);
    return going;
}

static bool append_tile(void *context, const struct passage_record *passage, struct error *error) {
    struct bytes *text = context;
    bytes_append_slice(text, passage->tile);
    return bytes_check(text, error);
}

bool record_read_article(struct xapian_index *index, struct stored_record *stored,
                         struct bytes *text, struct article *article, struct error *error) {
    const struct article_record *record = &stored->record;
    struct article_reading reading = {.index = index,
                                      .unpacker = stored->unpacker,
                                      .record = record,
                                      .docid = stored->docid,
                                      .passages = record->passages,
                                      .take = append_tile,
                                      .context = text,
                                      .record_bytes = &stored->passage_bytes};
    bytes_clear(text);
    stored->passage_bytes = 0;
    if (!schema_read_article(&reading, error)) {
        return false;
    }
    *article = (struct article){
        .id = record->id,
        .title = record->title,
        .text = bytes_slice(text),
        .url = record->url,
        .date = record->date,
        .lang = record->lang,
        .source = record->source,
        .author = record->author,
        .extra = record->extra,
        .file = record->file,
    };
    return true;
}
