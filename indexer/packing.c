#include "indexer/packing.h"

#include "indexer/schema.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <zdict.h>
#include <zstd.h>

/* More languages than there are; records in those that come later are packed without one. */
enum { DICTIONARIES_MOST = 64 };

struct dictionary {
    char language[LANGUAGE_CODE_BYTES + 1];
    struct bytes bytes; /* empty as long as samples are gathered */
    ZSTD_CDict *encoder;
    bool fresh; /* to be written */
    struct bytes samples;
    struct bytes sample_sizes; /* of size_t */
};

struct dictionaries {
    pthread_mutex_t mutex;
    struct dictionary *list[DICTIONARIES_MOST];
    size_t count;
};

struct packer {
    struct dictionaries *dictionaries;
    ZSTD_CCtx *context;
    struct bytes packed;
};

struct dictionaries *dictionaries_new(struct error *error) {
    struct dictionaries *dictionaries = calloc(1, sizeof *dictionaries);
    if (!dictionaries) {
        error_set_memory(error);
        return NULL;
    }
    pthread_mutex_init(&dictionaries->mutex, NULL);
    return dictionaries;
}

static void dictionary_free(struct dictionary *dictionary) {
    ZSTD_freeCDict(dictionary->encoder);
    bytes_free(&dictionary->bytes);
    bytes_free(&dictionary->samples);
    bytes_free(&dictionary->sample_sizes);
    free(dictionary);
}

void dictionaries_free(struct dictionaries *dictionaries) {
    if (dictionaries) {
        for (size_t i = 0; i < dictionaries->count; i++) {
            dictionary_free(dictionaries->list[i]);
        }
        pthread_mutex_destroy(&dictionaries->mutex);
        free(dictionaries);
    }
}

/* The entry of a language, made where there is none: NULL when there is no room for it. */
static struct dictionary *find_entry(struct dictionaries *dictionaries, const char *language) {
    for (size_t i = 0; i < dictionaries->count; i++) {
        if (strcmp(dictionaries->list[i]->language, language) == 0) {
            return dictionaries->list[i];
        }
    }
    struct dictionary *made =
        dictionaries->count < DICTIONARIES_MOST ? calloc(1, sizeof *made) : NULL;
    if (made) {
        snprintf(made->language, sizeof made->language, "%s", language);
        dictionaries->list[dictionaries->count++] = made;
    }
    return made;
}

static bool set_bytes(struct dictionary *dictionary, struct slice bytes, struct error *error) {
    ZSTD_freeCDict(dictionary->encoder);
    bytes_clear(&dictionary->bytes);
    bytes_append_slice(&dictionary->bytes, bytes);
    dictionary->encoder = ZSTD_createCDict(bytes.data, bytes.length, PACKING_LEVEL);
    return bytes_check(&dictionary->bytes, error) &&
           (dictionary->encoder || error_set_memory(error));
}

struct loading {
    struct dictionaries *dictionaries;
    struct xapian_index *index;
};

/* Takes the dictionary whose term that is. */
static bool load_dictionary(void *context, struct slice term, uint32_t documents,
                            struct error *error) {
    const struct loading *loading = context;
    struct xapian_string data = {0};
    struct dictionary_record record;
    bool found;
    (void)documents;
    bool loaded = schema_read_first(loading->index, term, &data, &found, error);
    if (loaded && found) {
        loaded = dictionary_record_decode(slice_of(data.data, data.size), &record, error);
        struct dictionary *entry =
            loaded ? find_entry(loading->dictionaries, record.language) : NULL;
        loaded = loaded && (!entry || set_bytes(entry, record.bytes, error));
    }
    xapian_string_free(&data);
    return loaded;
}

bool dictionaries_load(struct dictionaries *dictionaries, struct xapian_index *index,
                       struct error *error) {
    struct loading loading = {dictionaries, index};
    return schema_for_each_term(index, slice_of_string(PREFIX_DICTIONARY), load_dictionary,
                                &loading, error);
}

/* Samples that are all alike teach nothing: then there is no dictionary, and new samples are
 * gathered. */
static bool train(struct dictionary *dictionary, struct error *error) {
    struct bytes trained = {0};
    char *room = bytes_reserve(&trained, PACKING_DICTIONARY_BYTES);
    if (!room) {
        return error_set_memory(error);
    }
    size_t size =
        ZDICT_trainFromBuffer(room, PACKING_DICTIONARY_BYTES, dictionary->samples.data,
                              bytes_array(&dictionary->sample_sizes),
                              (unsigned)bytes_count(&dictionary->sample_sizes, sizeof(size_t)));
    bool done = ZDICT_isError(size) || set_bytes(dictionary, slice_of(room, size), error);
    dictionary->fresh = done && !ZDICT_isError(size);
    bytes_free(&trained);
    bytes_clear(&dictionary->samples);
    bytes_clear(&dictionary->sample_sizes);
    if (dictionary->fresh) {
        bytes_free(&dictionary->samples);
        bytes_free(&dictionary->sample_sizes);
    }
    return done;
}

bool dictionaries_sample(struct dictionaries *dictionaries, const char *language,
                         struct slice record, struct error *error) {
    bool sampled = true;
    pthread_mutex_lock(&dictionaries->mutex);
    struct dictionary *entry = find_entry(dictionaries, language);
    if (entry && !entry->encoder && record.length <= PACKED_RECORD_BYTES) {
        bytes_append_slice(&entry->samples, record);
        bytes_append(&entry->sample_sizes, &record.length, sizeof record.length);
        sampled = bytes_check(&entry->samples, error) && bytes_check(&entry->sample_sizes, error) &&
                  (entry->samples.length < PACKING_SAMPLE_BYTES || train(entry, error));
    }
    pthread_mutex_unlock(&dictionaries->mutex);
    return sampled;
}

static bool write_dictionary(const struct dictionary *dictionary, struct xapian_writer *writer,
                             struct xapian_document *document, struct error *error) {
    struct xapian_error failure = {0};
    struct bytes data = {0}, term = {0};
    struct dictionary_record record = {.bytes = bytes_slice(&dictionary->bytes)};
    memcpy(record.language, dictionary->language, sizeof record.language);
    dictionary_record_encode(&record, &data);
    schema_dictionary_term(ZDICT_getDictID(record.bytes.data, record.bytes.length), &term);
    bool written = bytes_check(&data, error) && bytes_check(&term, error);
    if (written) {
        xapian_document_clear(document);
        written =
            (xapian_document_set_data(document, schema_bytes(bytes_slice(&data)), &failure) &&
             xapian_document_add_term(document, schema_bytes(bytes_slice(&term)), 0, &failure) &&
             xapian_writer_add(writer, document, NULL, &failure)) ||
            schema_set_error(error, &failure);
    }
    bytes_free(&data);
    bytes_free(&term);
    return written;
}

bool dictionaries_write(struct dictionaries *dictionaries, struct xapian_writer *writer,
                        struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_document *document = xapian_document_new(&failure);
    bool written = document || schema_set_error(error, &failure);
    for (size_t i = 0; i < dictionaries->count && written; i++) {
        struct dictionary *dictionary = dictionaries->list[i];
        if (dictionary->fresh) {
            written = write_dictionary(dictionary, writer, document, error);
            dictionary->fresh = !written;
        }
    }
    xapian_document_free(document);
    return written;
}

/* ---- packing --------------------------------------------------------------------------------- */

struct packer *packer_new(struct dictionaries *dictionaries, struct error *error) {
    struct packer *packer = calloc(1, sizeof *packer);
    if (packer) {
        packer->dictionaries = dictionaries;
        packer->context = ZSTD_createCCtx();
    }
    if (!packer || !packer->context) {
        error_set_memory(error);
        packer_free(packer);
        return NULL;
    }
    return packer;
}

void packer_free(struct packer *packer) {
    if (packer) {
        ZSTD_freeCCtx(packer->context);
        bytes_free(&packer->packed);
        free(packer);
    }
}

/* The encoder of a language, once there is one the same for good; NULL: none. */
static const ZSTD_CDict *find_encoder(struct dictionaries *dictionaries, const char *language) {
    pthread_mutex_lock(&dictionaries->mutex);
    const struct dictionary *entry = find_entry(dictionaries, language);
    const ZSTD_CDict *encoder = entry ? entry->encoder : NULL;
    pthread_mutex_unlock(&dictionaries->mutex);
    return encoder;
}

bool packer_pack(struct packer *packer, const char *language, struct slice record,
                 struct slice *packed, struct error *error) {
    const ZSTD_CDict *encoder = find_encoder(packer->dictionaries, language);
    *packed = record;
    if (record.length > PACKED_RECORD_BYTES) {
        return true;
    }
    size_t bound = ZSTD_compressBound(record.length);
    bytes_clear(&packer->packed);
    char *room = bytes_reserve(&packer->packed, bound);
    if (!room) {
        return error_set_memory(error);
    }
    size_t size = encoder ? ZSTD_compress_usingCDict(packer->context, room, bound, record.data,
                                                     record.length, encoder)
                          : ZSTD_compressCCtx(packer->context, room, bound, record.data,
                                              record.length, PACKING_LEVEL);
    if (ZSTD_isError(size)) {
        return error_set(error, ERROR_BUG, "cannot pack a record: %s", ZSTD_getErrorName(size));
    }
    /* The last byte of the frame's beginning gives its place to the record's first. */
    room[PACKED_RECORD_MAGIC - 1] = (char)PACKED_RECORD;
    struct slice made = slice_of(room + PACKED_RECORD_MAGIC - 1, size - (PACKED_RECORD_MAGIC - 1));
    *packed = made.length < record.length ? made : record;
    return true;
}
