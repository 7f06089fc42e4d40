/* article_cache.h - the article records of the passages that a search looks at, each read once. */
#ifndef ARAL_SEARCHER_ARTICLE_CACHE_H
#define ARAL_SEARCHER_ARTICLE_CACHE_H

#include "searcher/index.h"

struct article_cache {
    struct index *index;
    struct arena *arena;
    struct map *known; /* identity -> address of its record in the arena, or 0; empty at first */
};

/* Tells that article_cache_get may be asked for the article. Those that are expected are read
 * together, as soon as one of them is asked for: servers are asked for all of them at once. Of no
 * use where the index is local. */
bool article_cache_expect(struct article_cache *cache, struct slice id, struct error *error);

/* The record of the article, which lives as long as the arena's content; NULL and *error. */
const struct article_record *article_cache_get(struct article_cache *cache, struct slice id,
                                               struct error *error);

#endif
