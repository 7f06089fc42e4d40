/* repeats.h - articles that a stream brings again, word for word: found while it is read, so that
 * they need not be written and taken out again.
 *
 * Each identity is remembered with the hash of its latest article, as long as there is memory for
 * it; what is not found here is found later (twins.h). */
#ifndef ARAL_INDEXER_REPEATS_H
#define ARAL_INDEXER_REPEATS_H

#include "corpus/article/article.h"
#include "corpus/base/error.h"
#include "indexer/shard.h"

#include <stdbool.h>
#include <stdint.h>

struct repeats;

/* For the articles of a shard. It takes at most 1/32 of the memory allowed: with the default there
 * is room for some 150,000 articles. NULL when memory ran out. */
struct repeats *repeats_new(struct shard shard, uint64_t memory_bytes, struct error *error);
void repeats_free(struct repeats *repeats);

/* Whether the last article of that identity, among those asked about before, was the same. */
bool repeats_has(struct repeats *repeats, const struct article *article);

/* Forgets all: articles were read that nobody asked about, which may be later ones. */
void repeats_clear(struct repeats *repeats);

#endif
