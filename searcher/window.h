/* window.h - the passages that the index finds, a window of the best after the other. */
#ifndef ARAL_SEARCHER_WINDOW_H
#define ARAL_SEARCHER_WINDOW_H

#include <stdbool.h>

struct search;

/* The most passages of one date and weight that are ordered by article when results are sorted by
 * date. Where there are more, they are ordered in groups of this size, and the groups are in the
 * order of the index: a larger window costs more than the order of all is worth. */
#define DATE_TIES_MOST 1000

/* Asks the index for the next window and adds those of its passages that meet the query to the
 * candidates; tells in collector->exhausted when there are no more. False: search->error says why.
 */
bool window_take(struct search *search);

#endif
