/* twins.h - articles that come twice in one bulk run.
 *
 * A bulk run writes each article without looking for an older one. Identities go through a Bloom
 * filter (B. H. Bloom, Communications of the ACM 13, 1970) of fixed size; those that it may have
 * met before are written to a file and looked up when all is merged: of several articles of one
 * identity the last one stays. */
#ifndef ARAL_INDEXER_TWINS_H
#define ARAL_INDEXER_TWINS_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"
#include "indexer/report.h"
#include "shim/xapian-c.h"

struct twins;

/* The filter takes the largest power of two of bytes that is no more than a thirty-second of the
 * memory allowed: with the default, 8 MB, it stays sharp up to some ten million articles; beyond,
 * more of them are looked up than need be. */
struct twins *twins_new(const char *folder, uint64_t memory_bytes, struct error *error);
void twins_free(struct twins *twins);

/* Notes an identity, in the order of the input. */
bool twins_note(struct twins *twins, struct slice id, struct error *error);

/* Finds in the index all but the last article of each identity noted more than once: the docids of
 * their records go to `older` (uint32_t, ascending). Corrects the counts of the report: an article
 * that came before in other words was updated, one that came before in the same was unchanged. */
bool twins_find(struct twins *twins, struct xapian_index *index, struct report *report,
                struct bytes *older, struct error *error);

#endif
