/* separate.h - work in a child process, which an interrupt ends wherever it is. */
#ifndef ARAL_INDEXER_SEPARATE_H
#define ARAL_INDEXER_SEPARATE_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

/* The work; `out` is a file to write what it has to say to. */
typedef void separate_work(const void *context, int out);

/* Writes all of it, as far as somebody reads. */
void separate_say(int out, const void *data, size_t size);

/* Does the work in a child process and appends what it said to *said. An interrupt that is caught
 * here (interrupt.h) ends it; the files that it was writing then are as they may be. *status
 * becomes that of waitpid: whether it came to its end. False only where it could not be begun, or
 * memory ran out: *error says so. */
bool separate_run(separate_work *work, const void *context, struct bytes *said, int *status,
                  struct error *error);

#endif
