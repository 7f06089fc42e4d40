/* passage_cache.h - passages whose texts were ranked lately: unpacked, and their words found.
 *
 * Queries of a day come to the same passages: the next page, another order, what is in the news.
 * The smaller the index, the oftener. */
#ifndef ARAL_SEARCHER_PASSAGE_CACHE_H
#define ARAL_SEARCHER_PASSAGE_CACHE_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/arena.h"
#include "corpus/base/map.h"
#include "searcher/index.h"

/* So much is kept, of some seven thousand passages; beyond that they are all forgotten. */
#define PASSAGE_CACHE_BYTES ((size_t)16 * 1024 * 1024)

/* Of an index with at most so many passages all are kept that were read, of others those that were
 * ranked: the rest of a long list comes once. */
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
