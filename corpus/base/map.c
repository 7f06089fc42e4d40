#include "corpus/base/map.h"

#include "corpus/base/array.h"
#include "corpus/base/hash.h"
#include "corpus/base/zeros.h"

#include <stdlib.h>

struct entry {
    uint64_t hash;
    uint64_t value;
    size_t key_end; /* in keys, where the next one's begins */
};

/* The tag, one half of the hash, tells most other keys apart without reading their entries. */
struct slot {
    uint32_t tag;
    uint32_t entry; /* number + 1; 0 is free */
};

struct map {
    struct entry *entries; /* in order of insertion */
    size_t count;
    size_t entries_capacity;
    struct slot *slots;
    size_t slot_mask; /* slots - 1, a power of two */
    char *keys;
    size_t keys_length;
    size_t keys_capacity;
};

enum { FIRST_SLOTS = 64 };

struct map *map_new(void) {
    struct map *map = calloc(1, sizeof *map);
    if (!map) {
        return NULL;
    }
    map->slots = calloc(FIRST_SLOTS, sizeof *map->slots);
    if (!map->slots) {
        free(map);
        return NULL;
    }
    map->slot_mask = FIRST_SLOTS - 1;
    return map;
}

void map_free(struct map *map) {
    if (map) {
        free(map->entries);
        free(map->slots);
        free(map->keys);
        free(map);
    }
}

void map_clear(struct map *map) {
    map->count = 0;
    map->keys_length = 0;
    memset(map->slots, 0, (map->slot_mask + 1) * sizeof *map->slots);
}

size_t map_count(const struct map *map) {
    return map->count;
}

size_t map_memory(const struct map *map) {
    return sizeof *map + map->entries_capacity * sizeof *map->entries +
           (map->slot_mask + 1) * sizeof *map->slots + map->keys_capacity;
}

static uint32_t tag_of(uint64_t hash) {
    return (uint32_t)(hash >> 32);
}

struct slice map_key(const struct map *map, size_t number) {
    size_t start = number > 0 ? map->entries[number - 1].key_end : 0;
    return slice_of(map->keys + start, map->entries[number].key_end - start);
}

static bool has_key(const struct map *map, uint32_t number, struct slice key, uint64_t hash) {
    return map->entries[number].hash == hash && slice_equal(map_key(map, number), key);
}

/* The slot that holds `key`, or the free one where it would go. */
static struct slot *find_slot(const struct map *map, struct slice key, uint64_t hash) {
    size_t place = (size_t)hash & map->slot_mask;
    while (map->slots[place].entry && (map->slots[place].tag != tag_of(hash) ||
                                       !has_key(map, map->slots[place].entry - 1, key, hash))) {
        place = (place + 1) & map->slot_mask;
    }
    return &map->slots[place];
}

uint64_t *map_find(const struct map *map, struct slice key) {
    const struct slot *slot = find_slot(map, key, hash_bytes(key));
    return slot->entry ? &map->entries[slot->entry - 1].value : NULL;
}

static bool grow_slots(struct map *map) {
    size_t wanted = (map->slot_mask + 1) * 2;
    struct slot *slots = allocate_zeros(wanted, sizeof *slots);
    if (!slots) {
        return false;
    }
    free(map->slots);
    map->slots = slots;
    map->slot_mask = wanted - 1;
    for (size_t i = 0; i < map->count; i++) {
        uint64_t hash = map->entries[i].hash;
        size_t place = (size_t)hash & map->slot_mask;
        while (slots[place].entry) {
            place = (place + 1) & map->slot_mask;
        }
        slots[place] = (struct slot){tag_of(hash), (uint32_t)(i + 1)};
    }
    return true;
}

static struct entry *insert_entry(struct map *map, struct slice key, bool *added) {
    uint64_t hash = hash_bytes(key);
    struct slot *slot = find_slot(map, key, hash);
    *added = !slot->entry;
    if (slot->entry) {
        return &map->entries[slot->entry - 1];
    }
    if (map->count >= UINT32_MAX - 1) {
        return NULL;
    }
    if ((map->count + 1) * 4 > (map->slot_mask + 1) * 3) {
        if (!grow_slots(map)) {
            return NULL;
        }
        slot = find_slot(map, key, hash);
    }
    bool grown = array_reserve(&map->entries, &map->entries_capacity, map->count + 1,
                               sizeof *map->entries) &&
                 array_reserve(&map->keys, &map->keys_capacity, map->keys_length + key.length, 1);
    if (!grown) {
        return NULL;
    }
    struct entry *entry = &map->entries[map->count++];
    *entry = (struct entry){hash, 0, map->keys_length + key.length};
    if (key.length) {
        memcpy(map->keys + map->keys_length, key.data, key.length);
    }
    map->keys_length += key.length;
    *slot = (struct slot){tag_of(hash), (uint32_t)map->count};
    return entry;
}

uint64_t *map_insert(struct map *map, struct slice key, bool *added) {
    bool is_new;
    struct entry *entry = insert_entry(map, key, &is_new);
    if (added) {
        *added = is_new;
    }
    return entry ? &entry->value : NULL;
}

bool map_number(struct map *map, struct slice key, uint32_t *number) {
    bool is_new;
    const struct entry *entry = insert_entry(map, key, &is_new);
    if (entry) {
        *number = (uint32_t)(entry - map->entries);
    }
    return entry != NULL;
}

uint64_t *map_value(const struct map *map, size_t number) {
    return &map->entries[number].value;
}
