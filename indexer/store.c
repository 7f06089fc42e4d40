#include "indexer/store.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/array.h"
#include "corpus/base/location.h"
#include "corpus/base/utf8.h"
#include "indexer/place.h"
#include "indexer/records.h"
#include "indexer/schema.h"
#include "indexer/sealed.h"
#include "indexer/unfinished.h"
#include "indexer/writer.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* Words of removed articles are written when they take this many bytes, or with the next commit. */
enum { REMOVED_BYTES = 32 << 20 };

/* What belongs to the database at hand. */
struct connection {
    struct xapian_writer *writer;
    struct xapian_index *index;        /* of the writer */
    struct dictionaries *dictionaries; /* of the index; NULL for scratch databases */
    struct packer *packer;             /* NULL: records stay as they are */
    bool sealed;                       /* nothing can be removed */
    bool remote;                       /* on a server: without transactions, but with marks */
};

struct store {
    struct connection at;
    char *location;
    struct xapian_document *document;
    struct xapian_weighted_term *terms; /* of the document at hand */
    size_t terms_capacity;
    struct bytes term;
    struct vocabulary *removed;  /* words that blocks count of articles removed since the commit */
    struct preparer *preparer;   /* for articles removed; NULL until the first one */
    struct stored_record stored; /* of the last of them, and what unpacks the next one's */
    struct store_changes changes;
    struct store_totals totals; /* of all articles, changes included */
    bool scratch;               /* without transactions */
    bool in_transaction;
    bool marked; /* an article is, which ends with the commit */
};

static bool set_metadata(struct store *store, const char *key, uint64_t number,
                         struct error *error) {
    struct xapian_error failure = {0};
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%" PRIu64, number);
    return xapian_writer_set_metadata(store->at.writer, schema_bytes(slice_of_string(key)),
                                      schema_bytes(slice_of(digits, (size_t)length)), &failure) ||
           schema_set_error(error, &failure);
}

static bool read_totals(struct store *store, struct error *error) {
    return schema_get_number(store->at.index, METADATA_TEXT, &store->totals.text_bytes, error) &&
           schema_get_number(store->at.index, METADATA_RECORDS, &store->totals.record_bytes, error);
}

static bool begin(struct store *store, struct error *error) {
    struct xapian_error failure = {0};
    if (store->scratch || store->in_transaction) {
        return true;
    }
    if (!xapian_writer_begin(store->at.writer, &failure)) {
        if (failure.kind == XAPIAN_ERROR_UNSUPPORTED) {
            return error_set(error, ERROR_USAGE,
                             "%s is several databases: articles are added to one of them at a time",
                             failure.origin);
        }
        return schema_set_error(error, &failure);
    }
    store->in_transaction = true;
    return true;
}

static unsigned wait_ms(double seconds) {
    return seconds < 0                  ? UINT_MAX
           : seconds * 1000 >= UINT_MAX ? UINT_MAX
                                        : (unsigned)(seconds * 1000);
}

/* A new index is ours at once, so that closing the store writes nothing more: its directory may
 * have been replaced by then. */
static bool set_versions(struct store *store, struct error *error) {
    struct xapian_error failure = {0};
    return set_metadata(store, METADATA_SCHEMA, SCHEMA_VERSION, error) &&
           set_metadata(store, METADATA_ANALYSIS, ANALYSIS_VERSION, error) &&
           (store->scratch || xapian_writer_commit(store->at.writer, &failure) ||
            schema_set_error(error, &failure));
}

/* What the index's records are packed with is used for those to come. */
static bool load_dictionaries(struct store *store, struct error *error) {
    store->at.dictionaries = dictionaries_new(error);
    return store->at.dictionaries &&
           dictionaries_load(store->at.dictionaries, store->at.index, error) &&
           store_set_dictionaries(store, store->at.dictionaries, error);
}

static bool disconnect(struct connection *at, struct error *error) {
    struct xapian_error failure = {0};
    xapian_index_close(at->index);
    bool closed = xapian_writer_close(at->writer, &failure) || schema_set_error(error, &failure);
    packer_free(at->packer);
    dictionaries_free(at->dictionaries);
    *at = (struct connection){0};
    return closed;
}

static bool connect(struct store *store, const struct xapian_writer_options *options,
                    struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    bool local;
    store->at.writer = writer_open(store->location, options, error);
    if (!store->at.writer) {
        return false;
    }
    store->at.index = xapian_writer_index(store->at.writer, &failure);
    if (!store->at.index || !xapian_index_get_stats(store->at.index, &stats, &failure) ||
        !xapian_index_is_local(store->at.index, &local, &failure)) {
        return schema_set_error(error, &failure);
    }
    store->at.remote = !local;
    return schema_check_version(store->at.index, store->location, error) &&
           read_totals(store, error) && (stats.documents > 0 || set_versions(store, error)) &&
           (store->scratch || (load_dictionaries(store, error) &&
                               index_is_sealed(store->at.index, &store->at.sealed, error)));
}

static bool check_original(const char *location, struct error *error) {
    return !place_is_replica(location) ||
           error_set(error, ERROR_USAGE,
                     "%s is a copy that xapian-replicate keeps: write to what it is a copy of",
                     location);
}

/* Of several databases each would get new documents in turn, and an article lies in one. */
static bool check_writable(struct store *store, struct error *error) {
    struct xapian_error failure = {0};
    size_t databases;
    if (!xapian_index_get_shards(store->at.index, &databases, &failure)) {
        return schema_set_error(error, &failure);
    }
    return databases == 1 ||
           error_set(error, ERROR_USAGE,
                     "%s is a file that lists databases: write to them one by one (add and sync "
                     "with --shard)",
                     store->location);
}

/* Takes back what a writer through a server did not come to the end of. */
static bool take_back(struct store *store, struct error *error) {
    struct xapian_string value = {0};
    struct unfinished unfinished;
    bool found;
    bool done = unfinished_read(store->at.index, &value, &unfinished, &found, error);
    if (done && found) {
        store->marked = true;
        done = begin(store, error) &&
               unfinished_take_back(store->at.writer, store->at.index, &unfinished, &store->totals,
                                    error) &&
               store_commit(store, error);
        if (done && unfinished.step == UNFINISHED_ARTICLE) {
            struct slice id = utf8_cut(unfinished.id, ERROR_QUOTE_BYTES);
            fprintf(stderr,
                    "aral-index: %s: a program was interrupted while it changed article %.*s, "
                    "which is now removed: add it again if it belongs here\n",
                    store->location, (int)id.length, id.data);
        }
    }
    xapian_string_free(&value);
    return done;
}

struct store *store_open(const char *location, enum store_mode mode, double wait_seconds,
                         struct error *error) {
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        error_set_memory(error);
        return NULL;
    }
    struct xapian_error failure = {0};
    store->scratch = mode == STORE_SCRATCH || mode == STORE_SCRATCH_SEALED;
    bool existing = mode == STORE_LOCKED || mode == STORE_EXISTING;
    struct xapian_writer_options options = {
        .mode = existing ? XAPIAN_OPEN_EXISTING : XAPIAN_OPEN_OR_CREATE,
        .lock_wait_ms = wait_ms(wait_seconds),
        .no_sync = store->scratch,
        .dangerous = store->scratch,
        .no_term_lists = mode == STORE_SCRATCH_SEALED,
    };
    store->location = strdup(location);
    store->document = xapian_document_new(&failure);
    store->removed = vocabulary_new();
    if (!store->location || !store->document || !store->removed) {
        error_set_memory(error);
    } else if ((mode == STORE_LOCKED || check_original(location, error)) &&
               (existing || location_is_remote(location) || place_make_folders(location, error)) &&
               connect(store, &options, error) &&
               (mode == STORE_LOCKED ||
                (check_writable(store, error) && take_back(store, error)))) {
        return store;
    }
    store_close(store, NULL);
    return NULL;
}

bool store_close(struct store *store, struct error *error) {
    if (!store) {
        return true;
    }
    bool closed = disconnect(&store->at, error);
    xapian_document_free(store->document);
    free(store->location);
    free(store->terms);
    bytes_free(&store->term);
    vocabulary_free(store->removed);
    preparer_free(store->preparer);
    stored_record_free(&store->stored);
    free(store);
    return closed;
}

/* Whoever got the new one's lock before us will give it back. */
bool store_reopen(struct store *store, struct error *error) {
    struct connection old = store->at;
    struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING,
                                            .lock_wait_ms = wait_ms(STORE_WAIT_FOREVER)};
    store->at = (struct connection){0};
    if (!connect(store, &options, error)) {
        disconnect(&store->at, NULL);
        store->at = old;
        return false;
    }
    return disconnect(&old, error);
}

bool store_is_sealed(const struct store *store) {
    return store->at.sealed;
}

bool store_is_remote(const struct store *store) {
    return store->at.remote;
}

struct xapian_index *store_index(struct store *store) {
    return store->at.index;
}

void store_set_totals(struct store *store, struct store_totals totals) {
    store->totals = totals;
}

struct store_totals store_get_totals(const struct store *store) {
    return store->totals;
}

const struct store_changes *store_changes(const struct store *store) {
    return &store->changes;
}

/* ---- marks ----------------------------------------------------------------------------------- */

/* Marks the article that is about to be changed, where no transaction keeps its changes together.
 */
static bool mark(struct store *store, const struct unfinished *unfinished, struct error *error) {
    store->marked |= store->at.remote;
    return !store->at.remote || unfinished_mark(store->at.writer, unfinished, error);
}

/* The same for one that is to be deleted. */
static bool mark_stored(struct store *store, const struct stored_record *stored,
                        struct error *error) {
    struct unfinished unfinished = {UNFINISHED_ARTICLE, stored->record.id, store->totals, 0};
    uint64_t record_bytes = 0;
    if (store->at.remote && !record_add_bytes(store->at.index, stored, &record_bytes, error)) {
        return false;
    }
    unfinished.totals.text_bytes -= stored->record.text_bytes;
    unfinished.totals.record_bytes -= record_bytes;
    return mark(store, &unfinished, error);
}

/* ---- documents ------------------------------------------------------------------------------- */

static bool fill_document(struct store *store, const struct prepared_article *article,
                          const struct prepared_document *prepared, struct error *error) {
    struct xapian_error failure = {0};
    if (!array_reserve(&store->terms, &store->terms_capacity, prepared->term_count,
                       sizeof *store->terms)) {
        return error_set_memory(error);
    }
    const struct prepared_term *terms = bytes_array(&article->terms);
    for (size_t i = 0; i < prepared->term_count; i++) {
        const struct prepared_term *term = &terms[prepared->first_term + i];
        store->terms[i].term = schema_bytes(prepared_slice(article, term->term));
        store->terms[i].wdf = term->wdf;
    }
    const struct prepared_value *values = bytes_array(&article->values);
    xapian_document_clear(store->document);
    for (size_t i = 0; i < prepared->value_count; i++) {
        const struct prepared_value *value = &values[prepared->first_value + i];
        if (!xapian_document_set_value(store->document, value->slot,
                                       schema_bytes(prepared_slice(article, value->value)),
                                       &failure)) {
            return schema_set_error(error, &failure);
        }
    }
    struct slice data = prepared_slice(article, prepared->data);
    if (store->at.packer &&
        !packer_pack(store->at.packer, prepared->language, data, &data, error)) {
        return false;
    }
    store->totals.record_bytes += data.length;
    return (xapian_document_set_value(store->document, SLOT_RECORD, schema_bytes(data), &failure) &&
            xapian_document_add_terms(store->document, store->terms, prepared->term_count,
                                      &failure)) ||
           schema_set_error(error, &failure);
}

static bool add_word_term(struct store *store, struct slice word, struct error *error) {
    struct xapian_error failure = {0};
    bytes_clear(&store->term);
    schema_word_term(word, &store->term);
    return bytes_check(&store->term, error) &&
           (xapian_document_add_term(store->document, schema_bytes(bytes_slice(&store->term)), 0,
                                     &failure) ||
            schema_set_error(error, &failure));
}

/* Adds the words of an article to the document at hand. */
static bool add_words(struct store *store, const struct prepared_article *article,
                      struct error *error) {
    const struct span *words = bytes_array(&article->words);
    bool added = true;
    for (size_t i = 0; i < bytes_count(&article->words, sizeof *words) && added; i++) {
        added = add_word_term(store, prepared_slice(article, words[i]), error);
    }
    return added;
}

bool store_add(struct store *store, const struct prepared_article *article, struct error *error) {
    struct xapian_error failure = {0};
    const struct prepared_document *documents = bytes_array(&article->documents);
    size_t count = prepared_document_count(article);
    const struct unfinished unfinished = {UNFINISHED_ARTICLE, prepared_slice(article, article->id),
                                          store->totals, 0};
    if (!begin(store, error) || !mark(store, &unfinished, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        /* Of scratch databases together, blocks have the words. */
        bool with_words = i == 0 && !store->scratch;
        if (!fill_document(store, article, &documents[i], error) ||
            (with_words && !add_words(store, article, error))) {
            return false;
        }
        if (!xapian_writer_add(store->at.writer, store->document, NULL, &failure)) {
            return schema_set_error(error, &failure);
        }
    }
    store->changes.documents += count;
    store->changes.text_bytes += article->text_bytes;
    store->totals.text_bytes += article->text_bytes;
    return true;
}

bool store_write_words(struct store *store, struct vocabulary *vocabulary, struct error *error) {
    return vocabulary_write(vocabulary, store->at.writer, error);
}

bool store_set_dictionaries(struct store *store, struct dictionaries *dictionaries,
                            struct error *error) {
    packer_free(store->at.packer);
    store->at.packer = packer_new(dictionaries, error);
    return store->at.packer != NULL;
}

bool store_write_dictionaries(struct store *store, struct dictionaries *dictionaries,
                              struct error *error) {
    return dictionaries_write(dictionaries, store->at.writer, error);
}

/* ---- words of stored articles ---------------------------------------------------------------- */

/* The words that are terms of a record, for take_word. NULL: *error says why. */
static struct xapian_terms *open_words(struct store *store, uint32_t record, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_terms *words = xapian_index_document_terms(store->at.index, record, &failure);
    if (!words || !xapian_terms_skip(words, schema_bytes(slice_of_string(PREFIX_WORD)), &failure)) {
        schema_set_error(error, &failure);
        xapian_terms_free(words);
        return NULL;
    }
    return words;
}

/* The next one, which lives until the next call; *taken is false behind the last. */
static bool take_word(struct xapian_terms *words, struct slice *word, bool *taken,
                      struct error *error) {
    struct xapian_error failure = {0};
    struct slice prefix = slice_of_string(PREFIX_WORD);
    struct xapian_bytes term;
    enum xapian_step step = xapian_terms_next(words, &term, NULL, &failure);
    *taken = step == XAPIAN_ITEM && slice_starts_with(schema_slice(term), prefix);
    if (*taken) {
        *word = slice_of(term.data + prefix.length, term.size - prefix.length);
    }
    return step != XAPIAN_FAILED || schema_set_error(error, &failure);
}

static bool has_words(struct store *store, uint32_t record, bool *has, struct error *error) {
    struct slice word;
    struct xapian_terms *words = open_words(store, record, error);
    bool told = words && take_word(words, &word, has, error);
    xapian_terms_free(words);
    return told;
}

/* Adds the words of a record to the document at hand, which is to take its place. */
static bool keep_words(struct store *store, uint32_t record, struct error *error) {
    struct slice word;
    struct xapian_terms *words = open_words(store, record, error);
    bool kept = words != NULL;
    for (bool taken = true; kept && taken;) {
        kept =
            take_word(words, &word, &taken, error) && (!taken || add_word_term(store, word, error));
    }
    xapian_terms_free(words);
    return kept;
}

static bool write_removed(struct store *store, struct error *error) {
    return vocabulary_write_removed(store->removed, store->at.writer, error);
}

/* Writes the words of an article that is still whole as removed. */
static bool write_removed_marked(struct store *store, const struct prepared_article *article,
                                 struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    if (!xapian_index_get_stats(store->at.index, &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    const struct unfinished unfinished = {UNFINISHED_WORDS, prepared_slice(article, article->id),
                                          store->totals, stats.last_docid};
    return mark(store, &unfinished, error) && write_removed(store, error);
}

/* Counts the article's words among those removed. */
static bool count_removed(struct store *store, const struct prepared_article *article,
                          struct error *error) {
    if (!vocabulary_add(store->removed, article, error)) {
        return false;
    }
    if (store->at.remote) {
        return write_removed_marked(store, article, error);
    }
    return vocabulary_memory(store->removed) < REMOVED_BYTES || write_removed(store, error);
}

/* Prepares the article of a record once more. */
static bool prepare_stored(struct store *store, uint32_t record, struct prepared_article *prepared,
                           struct error *error) {
    struct stored_record *stored = &store->stored;
    struct article article;
    struct bytes text = {0};
    store->preparer = store->preparer ? store->preparer : preparer_new(error);
    bool done = store->preparer && record_read(store->at.index, record, stored, error) &&
                record_read_article(store->at.index, stored, &text, &article, error) &&
                article_prepare(store->preparer, &article, prepared, error);
    bytes_free(&text);
    return done;
}

/* Takes the words of an article that is about to be removed back from the blocks that count them.
 * Those of one that is not whole stay. */
static bool remove_words(struct store *store, uint32_t record, struct error *error) {
    struct prepared_article prepared = {0};
    struct error failure = {0};
    bool has;
    if (!has_words(store, record, &has, error)) {
        return false;
    }
    if (has) {
        return true;
    }
    bool removed = prepare_stored(store, record, &prepared, &failure)
                       ? count_removed(store, &prepared, error)
                       : failure.kind == ERROR_CORRUPT || error_pass(error, &failure);
    prepared_article_free(&prepared);
    return removed;
}

struct deletion {
    struct store *store;
    struct bytes docids; /* of uint32_t */
};

static bool note_deletion(void *context, const struct stored_document *document,
                          struct error *error) {
    struct deletion *deletion = context;
    deletion->store->totals.record_bytes -= document->data.length;
    bytes_append(&deletion->docids, &document->docid, sizeof document->docid);
    return bytes_check(&deletion->docids, error);
}

/* Deletes an article's documents, the last one first: a server shows readers what is left of the
 * article, and they always find its record and its beginning, as they do while it is added. */
static bool delete_documents(struct store *store, const struct stored_record *stored,
                             struct error *error) {
    struct deletion deletion = {.store = store};
    bool deleted =
        record_visit_documents(store->at.index, stored, note_deletion, &deletion, error) &&
        writer_delete_backwards(store->at.writer, &deletion.docids, error);
    bytes_free(&deletion.docids);
    return deleted;
}

bool store_remove(struct store *store, const struct stored_record *stored, struct error *error) {
    uint64_t text_bytes = stored->record.text_bytes;
    if (!begin(store, error) || !remove_words(store, stored->docid, error) ||
        !mark_stored(store, stored, error) || !delete_documents(store, stored, error)) {
        return false;
    }
    store->changes.documents += (uint64_t)stored->record.passages + 1;
    store->changes.text_bytes += text_bytes;
    store->totals.text_bytes -= text_bytes;
    return true;
}

bool store_move(struct store *store, const struct stored_record *stored, struct slice file,
                struct error *error) {
    struct xapian_error failure = {0};
    struct prepared_article prepared = {0};
    struct article_record record = stored->record;
    record.file = file;
    struct unfinished unfinished = {UNFINISHED_FILE, record.id, store->totals, 0};
    unfinished.totals.record_bytes -= stored->data.size;
    bool moved = begin(store, error) && mark(store, &unfinished, error) &&
                 article_prepare_record(&record, &prepared, error) &&
                 fill_document(store, &prepared, bytes_array(&prepared.documents), error) &&
                 keep_words(store, stored->docid, error);
    store->totals.record_bytes -= moved ? stored->data.size : 0;
    if (moved &&
        !xapian_writer_replace_docid(store->at.writer, stored->docid, store->document, &failure)) {
        moved = schema_set_error(error, &failure);
    }
    store->changes.documents++;
    prepared_article_free(&prepared);
    return moved;
}

bool store_commit(struct store *store, struct error *error) {
    struct xapian_error failure = {0};
    if (!write_removed(store, error) ||
        !set_metadata(store, METADATA_TEXT, store->totals.text_bytes, error) ||
        !set_metadata(store, METADATA_RECORDS, store->totals.record_bytes, error) ||
        (store->marked && !unfinished_mark(store->at.writer, NULL, error))) {
        return false;
    }
    store->marked = false;
    store->changes = (struct store_changes){0};
    store->in_transaction = false;
    return xapian_writer_commit(store->at.writer, &failure) || schema_set_error(error, &failure);
}

bool store_cancel(struct store *store, struct error *error) {
    struct xapian_error failure = {0};
    vocabulary_clear(store->removed);
    store->changes = (struct store_changes){0};
    if (!store->in_transaction) {
        return true;
    }
    store->in_transaction = false;
    return xapian_writer_cancel(store->at.writer, &failure) ? read_totals(store, error)
                                                            : schema_set_error(error, &failure);
}
