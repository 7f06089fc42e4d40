#include "searcher/time_limit.h"

#include <time.h>

uint64_t search_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

bool time_is_left(uint64_t started, unsigned most_ms) {
    return search_clock() - started <= (uint64_t)most_ms * 1000;
}

unsigned time_left_ms(uint64_t started, unsigned most_ms) {
    uint64_t taken_ms = (search_clock() - started) / 1000;
    return taken_ms < most_ms ? most_ms - (unsigned)taken_ms : 1;
}

bool time_check(uint64_t started, unsigned most_ms, struct error *error) {
    return time_is_left(started, most_ms) ||
           error_set(error, ERROR_TIMEOUT,
                     "the search took longer than %u ms (limit on time): use fewer or rarer words",
                     most_ms);
}
