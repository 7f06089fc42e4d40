/* bulk_words.h - the words of a bulk run: gathered in parts, which several threads write at once.
 */
#ifndef ARAL_INDEXER_BULK_WORDS_H
#define ARAL_INDEXER_BULK_WORDS_H

#include "indexer/segments.h"
#include "indexer/vocabulary.h"

struct bulk_words;

/* NULL when memory ran out. */
struct bulk_words *bulk_words_new(unsigned parts, struct error *error);
void bulk_words_free(struct bulk_words *words);

/* Adds what was counted. */
bool bulk_words_add(struct bulk_words *words, const struct vocabulary *counted,
                    struct error *error);

/* Bytes of memory held. */
size_t bulk_words_memory(const struct bulk_words *words);

/* Writes the words to segments behind all others, one for each part, and forgets them. */
bool bulk_words_write(struct bulk_words *words, struct segments *segments, bool sealed,
                      struct error *error);

#endif
