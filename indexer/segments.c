#include "indexer/segments.h"

#include "indexer/place.h"
#include "indexer/schema.h"

#include <stdlib.h>

struct segment {
    unsigned level; /* how often it was merged; LAST for those that come behind all */
    uint64_t number;
};

enum { LAST = 1000 };

struct segments {
    char *folder;
    struct bytes list; /* of struct segment, in order, levels descending */
    struct bytes last; /* those to come behind them */
};

struct segments *segments_new(const char *folder, struct error *error) {
    struct segments *segments = calloc(1, sizeof *segments);
    if (segments) {
        segments->folder = strdup(folder);
    }
    if (!segments || !segments->folder) {
        error_set_memory(error);
        segments_free(segments);
        return NULL;
    }
    return segments;
}

void segments_free(struct segments *segments) {
    if (segments) {
        free(segments->folder);
        bytes_free(&segments->list);
        bytes_free(&segments->last);
        free(segments);
    }
}

static const char *name_segment(const struct segments *segments, struct segment segment,
                                struct bytes *path, struct error *error) {
    bytes_clear(path);
    bytes_append_format(path, "%s/%u-%llu", segments->folder, segment.level,
                        (unsigned long long)segment.number);
    const char *name = bytes_string(path);
    if (!name) {
        error_set_memory(error);
    }
    return name;
}

static struct store *create(const struct segments *segments, struct segment segment, bool sealed,
                            struct error *error) {
    struct bytes path = {0};
    const char *name = name_segment(segments, segment, &path, error);
    enum store_mode mode = sealed ? STORE_SCRATCH_SEALED : STORE_SCRATCH;
    struct store *store = name ? store_open(name, mode, 0, error) : NULL;
    bytes_free(&path);
    return store;
}

struct store *segments_create(const struct segments *segments, uint64_t number, bool sealed,
                              struct error *error) {
    return create(segments, (struct segment){0, number}, sealed, error);
}

struct store *segments_create_last(struct segments *segments, bool sealed, struct error *error) {
    struct segment made = {LAST, segments->last.length / sizeof made};
    bytes_append(&segments->last, &made, sizeof made);
    return bytes_check(&segments->last, error) ? create(segments, made, sealed, error) : NULL;
}

static bool compact(const char *const sources[], size_t count, const char *destination,
                    struct error *error) {
    struct xapian_error failure = {0};
    return xapian_compact(sources, count, destination, NULL, &failure)
               ? true
               : schema_set_error(error, &failure);
}

/* Merges the last `count` segments into `made`, which takes their place in the list. */
static bool merge_last(struct segments *segments, size_t count, struct segment made,
                       struct error *error) {
    size_t bytes = count * sizeof(struct segment);
    struct segment *last =
        (struct segment *)(void *)(segments->list.data + segments->list.length - bytes);
    struct bytes *paths = calloc(count + 1, sizeof *paths);
    const char **names = calloc(count, sizeof *names);
    bool merged = paths && names;
    if (!merged) {
        error_set_memory(error);
    }
    for (size_t i = 0; i < count && merged; i++) {
        names[i] = name_segment(segments, last[i], &paths[i], error);
        merged = names[i] != NULL;
    }
    merged = merged && name_segment(segments, made, &paths[count], error) &&
             compact(names, count, paths[count].data, error);
    for (size_t i = 0; i < count && merged; i++) {
        merged = place_remove(names[i], error);
    }
    for (size_t i = 0; paths && i <= count; i++) {
        bytes_free(&paths[i]);
    }
    free(paths);
    free(names);
    if (merged) {
        last[0] = made;
        segments->list.length -= bytes - sizeof made;
    }
    return merged;
}

static const struct segment *list_of(const struct segments *segments, size_t *count) {
    *count = segments->list.length / sizeof(struct segment);
    return (const struct segment *)(const void *)segments->list.data;
}

bool segments_add(struct segments *segments, uint64_t number, struct error *error) {
    struct segment added = {0, number};
    bytes_append(&segments->list, &added, sizeof added);
    if (!bytes_check(&segments->list, error)) {
        return false;
    }
    for (;;) {
        size_t count, same = 0;
        const struct segment *list = list_of(segments, &count);
        unsigned level = list[count - 1].level;
        while (same < count && list[count - 1 - same].level == level) {
            same++;
        }
        if (same < SEGMENTS_GROUP) {
            return true;
        }
        struct segment made = {level + 1, list[count - same].number};
        if (!merge_last(segments, same, made, error)) {
            return false;
        }
    }
}

bool segments_merge(struct segments *segments, struct bytes *path, struct error *error) {
    size_t count;
    bytes_append_slice(&segments->list, bytes_slice(&segments->last));
    bytes_clear(&segments->last);
    if (!bytes_check(&segments->list, error)) {
        return false;
    }
    const struct segment *list = list_of(segments, &count);
    struct segment made = {list[0].level + 1, list[0].number};
    return merge_last(segments, count, made, error) && name_segment(segments, made, path, error);
}
