/* collect.h - the passages of an answer: found, verified, ranked, and no more of one article than
 * wanted.
 *
 * The index is asked for a window of its best passages, and for the next, larger window where too
 * few remain. The order of all passages does not depend on how many are wanted, so pages agree. */
#ifndef ARAL_SEARCHER_COLLECT_H
#define ARAL_SEARCHER_COLLECT_H

#include <stdbool.h>

struct search;

/* Collects until the results asked for are kept. False: search->error says why. */
bool collect(struct search *search);

/* Collects all candidates behind these, for plans whose matches can only be counted one by one.
 * Results, and how many copies they have, do not depend on it. */
bool collect_rest(struct search *search);

#endif
