/* Reading packed records. */
#include "indexer/schema.h"

#include <stdlib.h>
#include <zdict.h>
#include <zstd.h>

struct known_dictionary {
    uint32_t id;
    ZSTD_DDict *decoder;
};

struct record_unpacker {
    ZSTD_DCtx *context;
    struct bytes known; /* of struct known_dictionary */
    struct bytes frame; /* the one at hand, whole */
};

struct record_unpacker *record_unpacker_new(struct error *error) {
    struct record_unpacker *unpacker = calloc(1, sizeof *unpacker);
    if (unpacker) {
        unpacker->context = ZSTD_createDCtx();
    }
    if (!unpacker || !unpacker->context) {
        error_set_memory(error);
        record_unpacker_free(unpacker);
        return NULL;
    }
    return unpacker;
}

void record_unpacker_free(struct record_unpacker *unpacker) {
    if (unpacker) {
        const struct known_dictionary *known = bytes_array(&unpacker->known);
        for (size_t i = 0; i < bytes_count(&unpacker->known, sizeof *known); i++) {
            ZSTD_freeDDict(known[i].decoder);
        }
        ZSTD_freeDCtx(unpacker->context);
        bytes_free(&unpacker->known);
        bytes_free(&unpacker->frame);
        free(unpacker);
    }
}

/* Reads a dictionary's document. */
static bool fetch_dictionary(struct xapian_index *index, uint32_t id, struct xapian_string *data,
                             struct error *error) {
    struct bytes term = {0};
    bool found;
    schema_dictionary_term(id, &term);
    bool fetched =
        bytes_check(&term, error) &&
        schema_read_first(index, bytes_slice(&term), data, &found, error) &&
        (found ||
         error_set(error, ERROR_CORRUPT,
                   "the index lacks the dictionary %08x that a record is packed with", id));
    bytes_free(&term);
    return fetched;
}

static ZSTD_DDict *load_dictionary(struct xapian_index *index, uint32_t id, struct error *error) {
    struct xapian_string data = {0};
    struct dictionary_record record;
    ZSTD_DDict *decoder = NULL;
    if (fetch_dictionary(index, id, &data, error) &&
        dictionary_record_decode(slice_of(data.data, data.size), &record, error)) {
        if (ZDICT_getDictID(record.bytes.data, record.bytes.length) != id) {
            error_set(error, ERROR_CORRUPT, "the index holds a damaged dictionary %08x", id);
        } else {
            decoder = ZSTD_createDDict(record.bytes.data, record.bytes.length);
            if (!decoder) {
                error_set_memory(error);
            }
        }
    }
    xapian_string_free(&data);
    return decoder;
}

static const ZSTD_DDict *find_dictionary(struct record_unpacker *unpacker,
                                         struct xapian_index *index, uint32_t id,
                                         struct error *error) {
    const struct known_dictionary *known = bytes_array(&unpacker->known);
    for (size_t i = 0; i < bytes_count(&unpacker->known, sizeof *known); i++) {
        if (known[i].id == id) {
            return known[i].decoder;
        }
    }
    struct known_dictionary met = {id, load_dictionary(index, id, error)};
    if (!met.decoder) {
        return NULL;
    }
    bytes_append(&unpacker->known, &met, sizeof met);
    if (!bytes_check(&unpacker->known, error)) {
        ZSTD_freeDDict(met.decoder);
        return NULL;
    }
    return met.decoder;
}

bool record_unpack(struct record_unpacker *unpacker, struct xapian_index *index, struct slice data,
                   struct arena *arena, struct slice *record, struct error *error) {
    *record = data;
    if (data.length == 0 || (unsigned char)*data.data != PACKED_RECORD) {
        return true;
    }
    struct bytes *frame = &unpacker->frame;
    static const unsigned char magic[] = {0x28, 0xB5, 0x2F, 0xFD};
    _Static_assert(sizeof magic == PACKED_RECORD_MAGIC, "ZSTD_MAGICNUMBER, little endian");
    bytes_clear(frame);
    bytes_append(frame, magic, sizeof magic);
    bytes_append(frame, data.data + 1, data.length - 1);
    if (!bytes_check(frame, error)) {
        return false;
    }
    unsigned long long length = ZSTD_getFrameContentSize(frame->data, frame->length);
    uint32_t id = ZSTD_getDictID_fromFrame(frame->data, frame->length);
    /* The codes for an unknown length and for an error are larger. */
    if (length > PACKED_RECORD_BYTES) {
        return error_set(error, ERROR_CORRUPT, "the index holds a damaged packed record");
    }
    const ZSTD_DDict *dictionary = id ? find_dictionary(unpacker, index, id, error) : NULL;
    if (id && !dictionary) {
        return false;
    }
    char *room = arena_allocate_bytes(arena, (size_t)length);
    if (!room) {
        return error_set_memory(error);
    }
    size_t unpacked = ZSTD_decompress_usingDDict(unpacker->context, room, (size_t)length,
                                                 frame->data, frame->length, dictionary);
    if (unpacked != length) { /* or an error's code */
        return error_set(error, ERROR_CORRUPT, "the index holds a damaged packed record: %s",
                         ZSTD_isError(unpacked) ? ZSTD_getErrorName(unpacked) : "it is too short");
    }
    *record = slice_of(room, (size_t)length);
    return true;
}
