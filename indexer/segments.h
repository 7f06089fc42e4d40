/* segments.h - the small databases of a bulk run, and how they become one.
 *
 * Segments are numbered in the order of the input. Whenever a full group of neighbours is there it
 * is merged into one larger segment, so that a run of any size ends with few of them, and with few
 * open files. */
#ifndef ARAL_INDEXER_SEGMENTS_H
#define ARAL_INDEXER_SEGMENTS_H

#include "corpus/base/bytes.h"
#include "indexer/store.h"

#include <stdint.h>

/* This many segments of one size are merged into one of the next: each byte is copied once for each
 * level (a level for each factor of 64 in size), and a last time at the end. */
enum { SEGMENTS_GROUP = 64 };

struct segments;

/* In a folder that exists. NULL when memory ran out. */
struct segments *segments_new(const char *folder, struct error *error);
void segments_free(struct segments *segments);

/* A new segment of that number (from 1), open for writing, sealed (sealed.h) or not: one that is
 * makes the merged database sealed. May be called by any thread. */
struct store *segments_create(const struct segments *segments, uint64_t number, bool sealed,
                              struct error *error);

/* Takes a segment that was written and closed. Numbers must ascend. May merge. */
bool segments_add(struct segments *segments, uint64_t number, struct error *error);

/* The same for a segment that comes behind all others, whatever their numbers. Its own goes to
 * *number. Both only by the thread that merges. */
struct store *segments_create_last(struct segments *segments, uint64_t *number, bool sealed,
                                   struct error *error);
bool segments_add_last(struct segments *segments, uint64_t number, struct error *error);

/* Merges all, at least one, into one database, whose path is written to `path`, terminated. */
bool segments_merge(struct segments *segments, struct bytes *path, struct error *error);

#endif
