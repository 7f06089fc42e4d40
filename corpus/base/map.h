/* map.h - a hash map from byte strings to a 64-bit value, keys kept in one growing block.
 *
 * Open addressing over XXH3 hashes; find and insert are O(1) on average and insert allocates only
 * when the table or the key block grows. There is no removal: maps here are caches and counters
 * that are cleared as a whole. Keys are numbered in order of insertion, 0 to count - 1. */
#ifndef ARAL_BASE_MAP_H
#define ARAL_BASE_MAP_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map;

/* NULL when memory ran out. */
struct map *map_new(void);
void map_free(struct map *map);

/* Forgets all entries and keeps the memory. */
void map_clear(struct map *map);

size_t map_count(const struct map *map);

/* Bytes of memory held. */
size_t map_memory(const struct map *map);

/* The value under `key`, or NULL. Valid until the next insert or clear. */
uint64_t *map_find(const struct map *map, struct slice key);

/* The value under `key`, made with value 0 where there was none (*added says so; may be NULL).
 * NULL when memory ran out or the map has 2^32 - 2 entries; it then is as before. Valid until the
 * next insert or clear. */
uint64_t *map_insert(struct map *map, struct slice key, bool *added);

/* The number of `key`, inserted as by map_insert where it was not there. False when that failed. */
bool map_number(struct map *map, struct slice key, uint32_t *number);

/* The entry of that number (< map_count). The key lives until the next insert or clear. */
struct slice map_key(const struct map *map, size_t number);
uint64_t *map_value(const struct map *map, size_t number);

#endif
