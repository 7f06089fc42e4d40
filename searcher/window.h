/* window.h - the passages that the index finds, a window of the best after the other. */
#ifndef ARAL_SEARCHER_WINDOW_H
#define ARAL_SEARCHER_WINDOW_H

#include <stdbool.h>

struct search;

/* Asks the index for the next window and adds those of its passages that meet the query to the
 * candidates; tells in collector->exhausted when there are no more. False: search->error says why.
 */
bool window_take(struct search *search);

#endif
