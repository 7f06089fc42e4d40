#include "indexer/twins.h"

#include "indexer/schema.h"

#include <stdio.h>
#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { FILTER_HASHES = 5, FILTER_BYTES_LEAST = 1 << 16, MEMORY_SHARE = 16 };

struct twins {
    unsigned char *filter;
    uint64_t bit_mask; /* bits of the filter - 1, a power of two */
    FILE *file;        /* of identities, each with its length before it */
};

struct twins *twins_new(const char *folder, uint64_t memory_bytes, struct error *error) {
    struct twins *twins = calloc(1, sizeof *twins);
    size_t size = FILTER_BYTES_LEAST;
    while (size * 2 <= memory_bytes / MEMORY_SHARE) {
        size *= 2;
    }
    struct bytes path = {0};
    bytes_append_format(&path, "%s/twins", folder);
    if (twins) {
        twins->filter = calloc(size, 1);
        twins->bit_mask = (uint64_t)size * 8 - 1;
    }
    if (!twins || !twins->filter || !bytes_string(&path)) {
        error_set_memory(error);
    } else {
        twins->file = fopen(path.data, "w+be");
        if (!twins->file) {
            error_set_errno(error, "cannot write %s", path.data);
        }
    }
    bytes_free(&path);
    if (twins && !twins->file) {
        twins_free(twins);
        return NULL;
    }
    return twins;
}

void twins_free(struct twins *twins) {
    if (twins) {
        if (twins->file) {
            fclose(twins->file);
        }
        free(twins->filter);
        free(twins);
    }
}

/* Sets the bits of an identity; true when all were set before. */
static bool filter_add(struct twins *twins, struct slice id) {
    XXH128_hash_t hash = XXH3_128bits(id.data, id.length);
    bool known = true;
    for (uint64_t i = 0; i < FILTER_HASHES; i++) {
        uint64_t bit = (hash.low64 + i * hash.high64) & twins->bit_mask;
        unsigned char mask = (unsigned char)(1u << (bit & 7));
        known &= (twins->filter[bit >> 3] & mask) != 0;
        twins->filter[bit >> 3] |= mask;
    }
    return known;
}

bool twins_note(struct twins *twins, struct slice id, struct error *error) {
    if (!filter_add(twins, id)) {
        return true;
    }
    if (fwrite(&id.length, sizeof id.length, 1, twins->file) != 1 ||
        fwrite(id.data, 1, id.length, twins->file) != id.length) {
        return error_set_errno(error, "cannot write a temporary file");
    }
    return true;
}

static bool resolve(struct slice id, struct store *store, struct report *report,
                    struct error *error) {
    struct bytes term = {0}, docids = {0};
    struct stored_record older = {0}, newer = {0};
    schema_article_term(id, &term);
    bool resolved = bytes_check(&term, error) &&
                    record_find_all(store_index(store), bytes_slice(&term), &docids, error);
    size_t count = docids.length / sizeof(uint32_t);
    const uint32_t *records = (const uint32_t *)(const void *)docids.data;
    for (size_t i = 0; i + 1 < count && resolved; i++) {
        resolved = record_read(store_index(store), records[i], &older, error) &&
                   record_read(store_index(store), records[i + 1], &newer, error);
        bool same = resolved && older.record.hash == newer.record.hash;
        uint64_t passages = older.record.passages;
        uint64_t text_bytes = older.record.text_bytes;
        resolved = resolved && store_remove(store, &older, error);
        report->added--;
        report->unchanged += same;
        report->updated += !same;
        report->passages -= same ? passages : 0;
        report->text_bytes -= same ? text_bytes : 0;
    }
    stored_record_free(&older);
    stored_record_free(&newer);
    bytes_free(&term);
    bytes_free(&docids);
    return resolved;
}

bool twins_resolve(struct twins *twins, struct store *store, struct report *report,
                   struct error *error) {
    struct bytes id = {0};
    size_t length;
    bool resolved = true;
    rewind(twins->file);
    while (resolved && fread(&length, sizeof length, 1, twins->file) == 1) {
        bytes_clear(&id);
        char *room = bytes_reserve(&id, length);
        if (!room) {
            resolved = error_set_memory(error);
        } else if (fread(room, 1, length, twins->file) != length) {
            resolved = error_set_errno(error, "cannot read a temporary file");
        } else {
            id.length = length;
            resolved = resolve(bytes_slice(&id), store, report, error);
        }
    }
    bytes_free(&id);
    return resolved;
}
