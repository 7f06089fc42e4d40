#include "indexer/segments.h"

#include "indexer/place.h"
#include "indexer/schema.h"

#include <inttypes.h>
#include <stdlib.h>

struct segment {
    unsigned level; /* how often it was merged; LAST for those that come behind all */
    uint64_t number;
};

enum { LAST = 1000 };

struct segments {
    char *folder;
    struct bytes list;  /* of struct segment, in order, levels descending */
    struct bytes last;  /* the same, of those to come behind them */
    uint64_t last_made; /* number of the latest of these */
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
    bytes_append_format(path, "%s/%u-%" PRIu64, segments->folder, segment.level, segment.number);
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

struct store *segments_create_last(struct segments *segments, uint64_t *number, bool sealed,
                                   struct error *error) {
    *number = ++segments->last_made;
    return create(segments, (struct segment){LAST, *number}, sealed, error);
}

static bool compact(const char *const sources[], size_t count, const char *destination,
                    struct error *error) {
    struct xapian_error failure = {0};
    return xapian_compact(sources, count, destination, NULL, &failure)
               ? true
               : schema_set_error(error, &failure);
}

/* Merges the last `count` segments of a list into `made`, which takes their place there. */
static bool merge_last(struct segments *segments, struct bytes *list, size_t count,
                       struct segment made, struct error *error) {
    struct segment *all = bytes_array(list);
    struct segment *last = all + bytes_count(list, sizeof *all) - count;
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
        list->length -= (count - 1) * sizeof made;
    }
    return merged;
}

/* Appends to a list, and merges what then are full groups of it. */
static bool add(struct segments *segments, struct bytes *list, struct segment added,
                struct error *error) {
    bytes_append(list, &added, sizeof added);
    if (!bytes_check(list, error)) {
        return false;
    }
    for (;;) {
        const struct segment *in_list = bytes_array(list);
        size_t count = bytes_count(list, sizeof *in_list), same = 0;
        unsigned level = in_list[count - 1].level;
        while (same < count && in_list[count - 1 - same].level == level) {
            same++;
        }
        if (same < SEGMENTS_GROUP) {
            return true;
        }
        struct segment made = {level + 1, in_list[count - same].number};
        if (!merge_last(segments, list, same, made, error)) {
            return false;
        }
    }
}

bool segments_add(struct segments *segments, uint64_t number, struct error *error) {
    return add(segments, &segments->list, (struct segment){0, number}, error);
}

bool segments_add_last(struct segments *segments, uint64_t number, struct error *error) {
    return add(segments, &segments->last, (struct segment){LAST, number}, error);
}

bool segments_merge(struct segments *segments, struct bytes *path, struct error *error) {
    struct bytes *list = &segments->list;
    bytes_append_slice(list, bytes_slice(&segments->last));
    bytes_clear(&segments->last);
    if (!bytes_check(list, error)) {
        return false;
    }
    const struct segment *first = bytes_array(list);
    struct segment made = {first->level + 1, first->number};
    return merge_last(segments, list, bytes_count(list, sizeof *first), made, error) &&
           name_segment(segments, made, path, error);
}
