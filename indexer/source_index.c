/* The articles of an index, to be written anew. */
#include "indexer/interrupt.h"
#include "indexer/records.h"
#include "indexer/source.h"

#include <stdlib.h>

struct index_source {
    struct source base;
    struct portions portions;
    struct xapian_index *index;
    struct bytes left_out; /* of uint32_t, ascending */
    size_t next_left_out;
    struct record_walk walk;
    struct stored_record stored;
    struct bytes text; /* of the article at hand */
};

static void close_source(struct source *base) {
    struct index_source *source = (struct index_source *)base;
    xapian_index_close(source->index);
    stored_record_free(&source->stored);
    bytes_free(&source->left_out);
    bytes_free(&source->text);
    free(source);
}

/* Whether the record is left out; docids ascend from call to call. */
static bool is_left_out(struct index_source *source, uint32_t docid) {
    const uint32_t *docids = bytes_array(&source->left_out);
    size_t count = bytes_count(&source->left_out, sizeof *docids);
    while (source->next_left_out < count && docids[source->next_left_out] < docid) {
        source->next_left_out++;
    }
    return source->next_left_out < count && docids[source->next_left_out] == docid;
}

static bool hold_article(struct index_source *source, uint32_t docid, struct chunk *chunk,
                         struct error *error) {
    struct article article = {0};
    bool held =
        record_read(source->index, docid, &source->stored, error) &&
        record_read_article(source->index, &source->stored, &source->text, &article, error) &&
        chunk_hold(chunk, &article, error);
    chunk->input_bytes += article.text.length;
    return held;
}

static enum source_step fill_chunk(struct source *base, struct chunk *chunk, struct error *error) {
    struct index_source *source = (struct index_source *)base;
    size_t enough = portions_next(&source->portions);
    chunk->text_before = source->portions.text;
    while (!chunk_holds_enough(chunk, chunk->input_bytes, enough) && !interrupt_requested()) {
        uint32_t docid;
        if (!record_walk_next(source->index, &source->walk, &docid, error)) {
            return SOURCE_FAILED;
        }
        if (docid == 0) {
            break;
        }
        if (!is_left_out(source, docid) && !hold_article(source, docid, chunk, error)) {
            return SOURCE_FAILED;
        }
    }
    portions_note(&source->portions, chunk->input_bytes, chunk->input_bytes);
    return chunk_held_count(chunk) > 0 ? SOURCE_CHUNK : SOURCE_END;
}

struct source *source_open_index(const char *location, const struct portions *portions,
                                 struct slice left_out, struct error *error) {
    struct index_source *source = calloc(1, sizeof *source);
    if (!source) {
        error_set_memory(error);
        return NULL;
    }
    source->base = (struct source){fill_chunk, close_source};
    source->portions = *portions;
    bytes_append_slice(&source->left_out, left_out);
    source->index = records_open(location, error);
    if (!source->index || !bytes_check(&source->left_out, error)) {
        close_source(&source->base);
        return NULL;
    }
    return &source->base;
}
