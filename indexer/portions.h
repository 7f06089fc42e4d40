/* portions.h - how much of the text goes into each chunk: as much as may be, but towards the end
 * less and less, so that all threads end at about the same time (guided self-scheduling: C.
 * Polychronopoulos and D. Kuck, IEEE Transactions on Computers C-36, 1987). */
#ifndef ARAL_INDEXER_PORTIONS_H
#define ARAL_INDEXER_PORTIONS_H

#include <stddef.h>
#include <stdint.h>

struct portions {
    size_t most, least;   /* bytes of text in a chunk; never 0 */
    unsigned threads;     /* that share them; at least 1 */
    uint64_t text_total;  /* estimated bytes of text; UINT64_MAX where that is not known */
    uint64_t input_total; /* bytes of files; 0 where that is not known */
    uint64_t text, input; /* of the chunks so far */
};

/* Bytes of text for the next chunk. */
size_t portions_next(const struct portions *portions);

/* Notes what a chunk got. */
void portions_note(struct portions *portions, uint64_t text, uint64_t input);

#endif
