#include "searcher/index.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"

#include <stdlib.h>

/* Frequencies that are remembered, some 2 MB; beyond that they are all forgotten. */
#define FREQUENCIES_KEPT 32768

/* Reads how many passages there are, and of which languages, asking servers once. */
static bool count_languages(struct index *index, struct arena *arena, struct error *error) {
    size_t count = language_count() + 1;
    struct slice *terms = arena_allocate_zeros(arena, (count + 2) * sizeof *terms);
    if (!terms) {
        return error_set_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        bytes_clear(&index->term);
        schema_term(PREFIX_LANGUAGE, slice_of_string(language_at_or_other(i)->code), &index->term);
        terms[i] = arena_copy(arena, bytes_slice(&index->term));
        if (!bytes_check(&index->term, error) || arena->failed) {
            return error_set_memory(error);
        }
    }
    terms[count] = slice_of_string(TERM_PASSAGE);
    terms[count + 1] = slice_of_string(TERM_RECORD);
    if (!index_expect(index, terms, count + 2, arena, error) ||
        !index_get_frequency(index, terms[count], &index->passages, error) ||
        !index_get_frequency(index, terms[count + 1], &index->articles, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t passages;
        if (!index_get_frequency(index, terms[i], &passages, error)) {
            return false;
        }
        if (passages > 0) {
            index->languages[index->language_count++] =
                (struct language_passages){language_at_or_other(i), passages};
        }
    }
    return true;
}

static bool count_passages(struct xapian_index *xapian, void *context, struct error *error) {
    struct index *index = context;
    struct xapian_error failure = {0};
    struct arena scratch = {0};
    index->counted = false;
    index->language_count = 0;
    map_clear(index->frequencies);
    word_blocks_clear(index->blocks);
    if (!xapian_index_is_local(xapian, &index->local, &failure)) {
        return schema_set_error(error, &failure);
    }
    index->counted = count_languages(index, &scratch, error);
    arena_free(&scratch);
    return index->counted;
}

static bool is_unreachable(const struct error *error) {
    return error->kind == ERROR_NETWORK || error->kind == ERROR_TIMEOUT;
}

/* Several locations are one index only if each of them is one. With `left_out`, takes those that
 * cannot be reached out of `locations`, and adds the reasons there. Returns how many remain; 0
 * where one is no index, or none remains. */
static size_t sift_locations(const char *locations[], size_t count, unsigned timeout_ms,
                             struct bytes *left_out, struct error *error) {
    struct error failure = {0};
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        error_clear(&failure);
        struct xapian_index *xapian =
            schema_open(locations[i], timeout_ms, schema_check_version, &failure);
        if (xapian) {
            xapian_index_close(xapian);
            locations[kept++] = locations[i];
        } else if (left_out && is_unreachable(&failure)) {
            bytes_append_format(left_out, "%s\n", failure.message);
        } else {
            error_pass(error, &failure);
            return 0;
        }
    }
    if (kept == 0) {
        error_pass(error, &failure);
    }
    return kept;
}

static struct xapian_index *open_locations(const char *const locations[], size_t count,
                                           unsigned timeout_ms, struct bytes *left_out,
                                           struct error *error) {
    if (count == 1) {
        return schema_open(locations[0], timeout_ms, schema_check_version, error);
    }
    const char **kept = calloc(count, sizeof *kept);
    if (!kept) {
        error_set_memory(error);
        return NULL;
    }
    memcpy(kept, locations, count * sizeof *kept);
    struct xapian_error failure = {0};
    struct xapian_index *xapian = NULL;
    size_t kept_count = sift_locations(kept, count, timeout_ms, left_out, error);
    if (kept_count > 0 && (!left_out || bytes_check(left_out, error))) {
        xapian = xapian_index_open(kept, kept_count, timeout_ms, &failure);
        if (!xapian) {
            schema_set_error(error, &failure);
        }
    }
    free(kept);
    return xapian;
}

bool index_open(struct index *index, const char *const locations[], size_t count,
                unsigned timeout_ms, bool partial, struct error *error) {
    *index = (struct index){0};
    index->xapian =
        open_locations(locations, count, timeout_ms, partial ? &index->left_out : NULL, error);
    if (!index->xapian) {
        index_close(index);
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        bytes_append_format(&index->name, "%s%s", i > 0 ? " " : "", locations[i]);
    }
    index->languages = calloc(language_count() + 1, sizeof *index->languages);
    index->unpacker = record_unpacker_new(error);
    index->blocks = word_blocks_new(error);
    index->frequencies = map_new();
    bool good = bytes_string(&index->name) && index->languages && index->unpacker &&
                index->blocks && index->frequencies;
    good = (good || error_set_memory(error)) &&
           schema_retry(index->xapian, count_passages, index, error);
    if (!good) {
        index_close(index);
    }
    return good;
}

void index_close(struct index *index) {
    xapian_index_close(index->xapian);
    record_unpacker_free(index->unpacker);
    word_blocks_free(index->blocks);
    map_free(index->frequencies);
    free(index->languages);
    bytes_free(&index->name);
    bytes_free(&index->left_out);
    bytes_free(&index->term);
    *index = (struct index){0};
}

/* What has been put in the place of an index may be of another version. */
static bool check_version(struct xapian_index *xapian, void *context, struct error *error) {
    struct index *index = context;
    index->counted = false;
    return schema_check_version(xapian, index->name.data, error);
}

bool index_reopen(struct index *index, bool *changed, struct error *error) {
    struct xapian_error failure = {0};
    *changed = true;
    if (!xapian_index_reopen(index->xapian, changed, &failure)) {
        index->counted = false;
        return schema_set_error(error, &failure);
    }
    *changed |= !index->counted;
    return !*changed || (schema_retry(index->xapian, check_version, index, error) &&
                         schema_retry(index->xapian, count_passages, index, error));
}

static void keep_frequency(struct index *index, struct slice term, uint32_t passages) {
    if (map_count(index->frequencies) >= FREQUENCIES_KEPT) {
        map_clear(index->frequencies);
    }
    uint64_t *kept = map_insert(index->frequencies, term, NULL);
    if (kept) {
        *kept = passages;
    }
}

bool index_get_frequency(struct index *index, struct slice term, uint32_t *passages,
                         struct error *error) {
    struct xapian_error failure = {0};
    const uint64_t *known = map_find(index->frequencies, term);
    if (known) {
        *passages = (uint32_t)*known;
        return true;
    }
    if (!xapian_index_get_frequency(index->xapian, schema_bytes(term), passages, &failure)) {
        return schema_set_error(error, &failure);
    }
    keep_frequency(index, term, *passages);
    return true;
}

bool index_count_together(struct index *index, const struct slice terms[], size_t count,
                          uint32_t most, uint32_t *passages, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_query *query = NULL;
    for (size_t i = 0; i < count; i++) {
        struct xapian_query *term = xapian_query_term(schema_bytes(terms[i]), 1, &failure);
        query = i == 0 ? term
                       : xapian_query_join(XAPIAN_OP_AND, (struct xapian_query *[]){query, term}, 2,
                                           0, &failure);
    }
    struct xapian_search_request asked = {
        .query = query,
        .check_at_least = most,
        .weighting = {.scheme = XAPIAN_SCHEME_BOOL},
    };
    struct xapian_results *results = query ? xapian_search(index->xapian, &asked, &failure) : NULL;
    uint64_t found = results ? results->matches_min : 0;
    *passages = found < most ? (uint32_t)found : most;
    xapian_query_free(query);
    xapian_results_free(results);
    return results || schema_set_error(error, &failure);
}

bool index_expect(struct index *index, const struct slice terms[], size_t count,
                  struct arena *arena, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_bytes *unknown = arena_allocate_zeros(arena, count * sizeof *unknown);
    uint32_t *passages = arena_allocate_zeros(arena, count * sizeof *passages);
    size_t left = 0;
    if (!unknown || !passages) {
        return error_set_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        if (!map_find(index->frequencies, terms[i])) {
            unknown[left++] = schema_bytes(terms[i]);
        }
    }
    if (!xapian_index_get_frequencies(index->xapian, unknown, left, passages, &failure)) {
        return schema_set_error(error, &failure);
    }
    for (size_t i = 0; i < left; i++) {
        keep_frequency(index, schema_slice(unknown[i]), passages[i]);
    }
    return true;
}

struct schema_words *index_open_words(struct index *index, struct slice prefix,
                                      struct error *error) {
    return schema_words_open(index->xapian, index->blocks, prefix, error);
}

/* The docid of an article's record, 0 where there is none. */
static bool find_article(struct index *index, struct slice article, uint32_t *docid,
                         struct error *error) {
    bool elsewhere;
    bytes_clear(&index->term);
    schema_article_term(article, &index->term);
    return bytes_check(&index->term, error) &&
           schema_find_article(index->xapian, bytes_slice(&index->term), docid, &elsewhere, error);
}

bool index_read_passage(struct index *index, struct slice data, struct arena *arena,
                        struct passage_record *record, struct error *error) {
    struct slice unpacked;
    return record_unpack(index->unpacker, index->xapian, data, arena, &unpacked, error) &&
           passage_record_decode(unpacked, record, error);
}

/* Reads what an article's document has in SLOT_RECORD, which lives as long as the record. */
static bool read_article_record(struct index *index, struct slice data, struct arena *arena,
                                struct article_record *record, struct error *error) {
    return record_unpack(index->unpacker, index->xapian, data, arena, &data, error) &&
           article_record_decode(data, record, error);
}

bool index_get_article(struct index *index, struct slice article, struct arena *arena,
                       struct article_record *record, struct error *error) {
    uint32_t docid;
    if (!find_article(index, article, &docid, error)) {
        return false;
    }
    if (docid == 0) {
        article = utf8_cut(article, ERROR_QUOTE_BYTES);
        return error_set(error, ERROR_NOT_FOUND, "there is no article \"%.*s\"",
                         (int)article.length, article.data);
    }
    struct xapian_error failure = {0};
    struct xapian_string data = {0};
    if (!xapian_index_get_value(index->xapian, docid, SLOT_RECORD, &data, &failure)) {
        return schema_set_error(error, &failure);
    }
    struct slice copy = arena_copy(arena, slice_of(data.data, data.size));
    xapian_string_free(&data);
    if (arena->failed) {
        return error_set_memory(error);
    }
    return read_article_record(index, copy, arena, record, error);
}

/* The records of all of the articles, of each first docids first. */
static struct xapian_results *find_records(struct index *index, const struct slice articles[],
                                           size_t count, size_t shards, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_query *terms[ARTICLES_AT_ONCE], *query;
    bool written = true;
    for (size_t i = 0; i < count; i++) {
        bytes_clear(&index->term);
        schema_article_term(articles[i], &index->term);
        written = written && bytes_check(&index->term, error);
        terms[i] = xapian_query_term(schema_bytes(bytes_slice(&index->term)), 1, &failure);
    }
    query = xapian_query_join(XAPIAN_OP_OR, terms, count, 0, &failure);
    query = xapian_query_join(
        XAPIAN_OP_FILTER,
        (struct xapian_query *[]){
            query, xapian_query_term(schema_bytes(slice_of_string(TERM_RECORD)), 1, &failure)},
        2, 0, &failure);
    const struct xapian_search_request asked = {
        .query = query,
        .limit = (uint32_t)(count * shards),
        .sort = XAPIAN_SORT_DOCID_ASCENDING,
        .fetch = UINT32_MAX,
        .value_slots = &(const uint32_t){SLOT_RECORD},
        .value_count = 1,
        .without_data = true,
        .uncounted = true,
    };
    struct xapian_results *records =
        query && written ? xapian_search(index->xapian, &asked, &failure) : NULL;
    xapian_query_free(query);
    if (!records && written) {
        schema_set_error(error, &failure);
    }
    return records;
}

bool index_get_articles(struct index *index, const struct slice articles[], size_t count,
                        struct arena *arena, article_taker *take, void *context,
                        struct error *error) {
    struct xapian_error failure = {0};
    size_t shards;
    if (!xapian_index_get_shards(index->xapian, &shards, &failure)) {
        return schema_set_error(error, &failure);
    }
    struct xapian_results *records = find_records(index, articles, count, shards, error);
    bool good = records != NULL;
    /* Databases read as one take turns in giving docids. The first that has an article counts. */
    for (size_t shard = 0; shard < shards; shard++) {
        for (size_t i = 0; good && i < records->hit_count; i++) {
            const struct xapian_hit *hit = &records->hits[i];
            if ((hit->docid - 1) % shards == shard) {
                struct slice data = arena_copy(arena, schema_slice(hit->values[0]));
                struct article_record record;
                good = !arena->failed || error_set_memory(error);
                good = good && (!read_article_record(index, data, arena, &record, NULL) ||
                                take(context, &record, error));
            }
        }
    }
    xapian_results_free(records);
    return good;
}

bool index_read_article(struct index *index, const struct article_record *record, uint32_t passages,
                        passage_taker *take, void *context, struct error *error) {
    struct article_reading reading = {
        .index = index->xapian,
        .unpacker = index->unpacker,
        .record = record,
        .passages = passages < record->passages ? passages : record->passages,
        .take = take,
        .context = context,
    };
    return find_article(index, record->id, &reading.docid, error) &&
           schema_read_article(&reading, error);
}
