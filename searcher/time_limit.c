/* The time that a search takes, and may take. */
#include "searcher/state.h"

#include <time.h>

uint64_t search_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

bool search_has_time(const struct search *search) {
    return search_clock() - search->started <= (uint64_t)search->limits.time_ms * 1000;
}

bool search_check_time(struct search *search) {
    return search_has_time(search) ||
           error_set(search->error, ERROR_TIMEOUT,
                     "the search took longer than %u ms (limit on time): use fewer or rarer words",
                     search->limits.time_ms);
}
