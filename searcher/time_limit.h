/* time_limit.h - the time that a search takes, and may take. */
#ifndef ARAL_SEARCHER_TIME_LIMIT_H
#define ARAL_SEARCHER_TIME_LIMIT_H

#include "corpus/base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Microseconds of the monotonic clock. */
uint64_t search_clock(void);

/* Whether a search that began at `started`, by that clock, may go on; false when it has taken
 * longer than `most_ms`. */
bool time_is_left(uint64_t started, unsigned most_ms);

/* How much of its time such a search has left: at least 1 ms. */
unsigned time_left_ms(uint64_t started, unsigned most_ms);

/* Whether time is left; where not, ERROR_TIMEOUT. */
bool time_check(uint64_t started, unsigned most_ms, struct error *error);

#endif
