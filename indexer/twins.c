#include "indexer/twins.h"

#include "corpus/base/hash.h"
#include "corpus/base/map.h"
#include "indexer/records.h"
#include "indexer/schema.h"

#include <stdio.h>
#include <stdlib.h>

enum { FILTER_HASHES = 5, FILTER_BYTES_LEAST = 1 << 16, MEMORY_SHARE = 32 };

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
    struct wide_hash hash = hash_bytes_wide(id, 0);
    bool known = true;
    for (uint64_t i = 0; i < FILTER_HASHES; i++) {
        uint64_t bit = (hash.low + i * hash.high) & twins->bit_mask;
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

/* A record and that of the article which came after it. */
struct pair {
    uint32_t older, newer; /* docids */
};

/* Appends the pairs of an identity, unless it is among those looked at before. */
static bool append_pairs(struct xapian_index *index, struct slice id, struct map *looked_at,
                         struct bytes *pairs, struct error *error) {
    struct bytes term = {0}, docids = {0};
    bool added = false;
    schema_article_term(id, &term);
    bool found = bytes_check(&term, error) &&
                 (map_insert(looked_at, bytes_slice(&term), &added) || error_set_memory(error)) &&
                 (!added || record_find_all(index, bytes_slice(&term), &docids, error));
    const uint32_t *records = bytes_array(&docids);
    size_t count = bytes_count(&docids, sizeof *records);
    for (size_t i = 0; i + 1 < count && found; i++) {
        struct pair pair = {records[i], records[i + 1]};
        bytes_append(pairs, &pair, sizeof pair);
    }
    bytes_free(&term);
    bytes_free(&docids);
    return found && bytes_check(pairs, error);
}

/* The pairs of all identities noted, each of which is looked at once: one that came k times is
 * noted k - 1 times. */
static bool find_pairs(struct twins *twins, struct xapian_index *index, struct bytes *pairs,
                       struct error *error) {
    struct map *looked_at = map_new();
    struct bytes id = {0};
    size_t length;
    bool found = looked_at || error_set_memory(error);
    /* What was noted may still be on its way to the disk, and rewind tells nobody that it failed.
     */
    if (found && fflush(twins->file) != 0) {
        found = error_set_errno(error, "cannot write a temporary file");
    }
    rewind(twins->file);
    while (found && fread(&length, sizeof length, 1, twins->file) == 1) {
        bytes_clear(&id);
        char *room = bytes_reserve(&id, length);
        if (!room) {
            found = error_set_memory(error);
        } else if (fread(room, 1, length, twins->file) != length) {
            found = error_set_errno(error, "cannot read a temporary file");
        } else {
            id.length = length;
            found = append_pairs(index, bytes_slice(&id), looked_at, pairs, error);
        }
    }
    if (found && ferror(twins->file)) {
        found = error_set_errno(error, "cannot read a temporary file");
    }
    map_free(looked_at);
    bytes_free(&id);
    return found;
}

static int compare_pairs(const void *left, const void *right) {
    const struct pair *a = left, *b = right;
    return (a->older > b->older) - (a->older < b->older);
}

/* The two records of a pair. */
struct pair_records {
    struct stored_record older, newer;
};

static bool correct_report(struct xapian_index *index, struct pair pair,
                           struct pair_records *records, struct report *report,
                           struct error *error) {
    if (!record_read(index, pair.older, &records->older, error) ||
        !record_read(index, pair.newer, &records->newer, error)) {
        return false;
    }
    const struct article_record *older = &records->older.record, *newer = &records->newer.record;
    bool same = older->hash == newer->hash;
    report->added--;
    report->unchanged += same;
    report->updated += !same;
    report->passages -= same ? older->passages : 0;
    report->text_bytes -= same ? older->text_bytes : 0;
    return true;
}

bool twins_find(struct twins *twins, struct xapian_index *index, struct report *report,
                struct bytes *older, struct error *error) {
    struct bytes pairs = {0};
    struct pair_records records = {0}; /* of all pairs: what unpacks records is costly to make */
    bool found = find_pairs(twins, index, &pairs, error);
    struct pair *list = bytes_array(&pairs);
    size_t count = bytes_count(&pairs, sizeof *list);
    if (found && count > 0) {
        qsort(list, count, sizeof *list, compare_pairs);
    }
    for (size_t i = 0; i < count && found; i++) {
        bytes_append(older, &list[i].older, sizeof list[i].older);
        found =
            bytes_check(older, error) && correct_report(index, list[i], &records, report, error);
    }
    stored_record_free(&records.older);
    stored_record_free(&records.newer);
    bytes_free(&pairs);
    return found;
}
