#include "indexer/add_options.h"

#include <sched.h>
#include <unistd.h>

/* The words already analysed get one part in CACHE_SHARE of the memory allowed. */
enum { CACHE_SHARE = 4 };

/* Processors that this program may use: fewer than there are within a container, say. */
static long count_processors(void) {
    cpu_set_t usable; /* as many as it has room for: else all that there are */
    return sched_getaffinity(0, sizeof usable, &usable) == 0 ? CPU_COUNT(&usable)
                                                             : sysconf(_SC_NPROCESSORS_ONLN);
}

struct add_options add_options_default(const char *location, bool quiet) {
    long processors = count_processors();
    return (struct add_options){
        .location = location,
        .jobs = processors < 1              ? 1
                : processors > ADD_JOBS_MAX ? ADD_JOBS_MAX
                                            : (unsigned)processors,
        .memory_bytes = ADD_MEMORY_DEFAULT,
        .quiet = quiet,
    };
}

uint64_t add_options_cache_bytes(const struct add_options *options) {
    return options->memory_bytes / CACHE_SHARE / options->jobs;
}
