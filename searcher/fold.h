/* fold.h - which of the candidates are results: each article's share, and copies folded.
 *
 * A passage that is a copy (schema.h, copies.h) of one before it is no result of its own: the one
 * before counts it. Two further kinds of passages would tell the reader nothing new, and are left
 * out: copies, in other articles, of a passage that was left out because its article had its share;
 * and what an article that is counted as a copy of another has in common with that one. By article,
 * each article is one result or is counted by one, and comes back only with what that one lacks. */
#ifndef ARAL_SEARCHER_FOLD_H
#define ARAL_SEARCHER_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* A passage is compared with this many before it: copies score alike, and so stand close together,
 * and ten thousand results would take fifty million comparisons. */
#define FOLD_DEPTH 256

struct search;

/* How many candidates behind the last result are gone through for its copies. By relevance none but
 * what is collected and the copies that follow at once: they are equally good. By date they may
 * come days later: FOLD_DEPTH behind each result are counted, and none behind these, so that it has
 * as many on any page and with any limit. */
size_t fold_reach(const struct search *search);

/* Goes through the candidates collected and not gone through before: keeps results, and counts
 * their copies. What becomes of a candidate depends on those before it alone, not on how many
 * results are `enough`: there may be more. At most FOLD_DEPTH comparisons of two hashes for each,
 * twice as many where its article is counted by another; where they are near, of the texts. */
bool fold_candidates(struct search *search, size_t enough);

#endif
