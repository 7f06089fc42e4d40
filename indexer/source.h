/* source.h - articles to be added, as a stream of chunks: those of files named on the command line,
 * or those that an index has.
 *
 * Folders are walked in the order of names, so that the order of articles depends on nothing else;
 * links are followed but not in circles; names that begin with a dot, indexes (the one that is
 * written to may lie among its articles) and what is no regular file are passed over, unless named
 * directly. Memory does not depend on the number of files in all, but on the number in one folder.
 */
#ifndef ARAL_INDEXER_SOURCE_H
#define ARAL_INDEXER_SOURCE_H

#include "corpus/article/reader.h"
#include "indexer/chunk.h"
#include "indexer/portions.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct repeats;

struct source_options {
    char *const *paths; /* files, folders, "-" for standard input */
    size_t path_count;
    struct reader_options reader;
    struct portions portions; /* how much text fills a chunk */
    bool strict;              /* end at the first article that is rejected */
    struct repeats *repeats; /* what large files and standard input repeat is left out, and counted;
                                NULL: it is not */
};

enum source_step { SOURCE_CHUNK, SOURCE_END, SOURCE_FAILED };

struct source {
    enum source_step (*fill)(struct source *source, struct chunk *chunk, struct error *error);
    void (*close)(struct source *source);
};

/* The options are copied; what they point to must live as long as the source. */
struct source *source_open(const struct source_options *options, struct error *error);

/* All articles of an index, as they were added and in its order, but for those whose records have
 * the docids in `left_out` (uint32_t, ascending; copied). */
struct source *source_open_index(const char *location, const struct portions *portions,
                                 struct slice left_out, struct error *error);

/* Fills an empty chunk; SOURCE_END when nothing is left for it. */
static inline enum source_step source_fill(struct source *source, struct chunk *chunk,
                                           struct error *error) {
    return source->fill(source, chunk, error);
}

/* NULL is allowed. */
static inline void source_close(struct source *source) {
    if (source) {
        source->close(source);
    }
}

/* About how many bytes of text there are: compressed files count several times. Stops looking once
 * there are `enough`; UINT64_MAX where it cannot be known (a pipe). */
uint64_t source_estimate(const struct source_options *options, uint64_t enough);

/* Bytes of the files as they lie on the disk, for progress; 0 where that cannot be known. */
uint64_t source_file_bytes(const struct source_options *options);

#endif
