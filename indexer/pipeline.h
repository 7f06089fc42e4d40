/* pipeline.h - one thread reads chunks, several work on them, the caller takes them in order.
 *
 * There are never more than jobs + 2 chunks, so memory is bounded by their size. */
#ifndef ARAL_INDEXER_PIPELINE_H
#define ARAL_INDEXER_PIPELINE_H

#include "indexer/chunk.h"
#include "indexer/source.h"

#include <stdbool.h>

struct pipeline_steps {
    void *context;
    /* In one of `jobs` threads, `worker` from 0: whatever can be done without regard to order.
     * `slot` (from 0 to pipeline_slots() - 1) is the chunk's until it was taken: a place for its
     * results. */
    bool (*work)(void *context, unsigned worker, unsigned slot, struct chunk *chunk,
                 struct error *error);
    /* In the calling thread, chunk by chunk in the order of the input. *stop set to true ends the
     * run without an error. */
    bool (*take)(void *context, unsigned slot, struct chunk *chunk, bool *stop,
                 struct error *error);
    /* In the calling thread, several times a second while it waits. */
    void (*tick)(void *context);
};

static inline unsigned pipeline_slots(unsigned jobs) {
    return jobs + 2;
}

/* Runs until the source ends, a step fails or asks to stop, or an interrupt is requested: then what
 * was read so far is taken. False: *error says why, the first failure in the order of chunks.
 *
 * A thread that waits for standard input cannot be called back: when the run ends before the
 * source does, it may be left behind, and `source`, which it uses, must not be closed then
 * (*source_left). */
bool pipeline_run(struct source *source, unsigned jobs, const struct pipeline_steps *steps,
                  bool *source_left, struct error *error);

#endif
