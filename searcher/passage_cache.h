/* passage_cache.h - passages whose texts were ranked lately: unpacked, and their words found.
 *
 * Many queries come to the same passages: the next page of results, another order, what is in the
 * news. The smaller the index, the more often. */
#ifndef ARAL_SEARCHER_PASSAGE_CACHE_H
#define ARAL_SEARCHER_PASSAGE_CACHE_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/arena.h"
#include "corpus/base/map.h"
#include "searcher/index.h"

/* The most memory that is kept, enough for some seven thousand passages; when it is full, all of
 * them are forgotten. */
#define PASSAGE_CACHE_BYTES ((size_t)16 * 1024 * 1024)

/* Of an index with at most this many passages, all that were read are kept; of a larger one, only
 * those that were ranked, since the rest of a long list is rarely asked for again. */
#define PASSAGE_CACHE_WHOLE 6000

struct kept_passage {
    struct passage_record record;
    struct text_outline outline; /* of its text, for one analyzer */
};

/* Of one index and revision. {0} at first. */
struct passage_cache {
    struct map *passages; /* docid -> struct kept_passage, in the arena */
    struct arena arena;
};

void passage_cache_free(struct passage_cache *cache);

/* Forgets all passages: pointers to them end here. */
void passage_cache_clear(struct passage_cache *cache);

/* The same, where there is no room for more. */
void passage_cache_tidy(struct passage_cache *cache);

bool passage_cache_has_room(const struct passage_cache *cache);

/* The passage, or NULL. */
struct kept_passage *passage_cache_find(const struct passage_cache *cache, uint32_t docid);

/* Keeps a passage that is not there, from its document's SLOT_RECORD, which need not live on. NULL:
 * *error says why. */
struct kept_passage *passage_cache_add(struct passage_cache *cache, struct index *index,
                                       uint32_t docid, struct slice data, struct error *error);

#endif
