/* chunk.h - a run of the input on its way from the reader to the index.
 *
 * A chunk holds articles that were read already (from standard input or a large file, which only
 * one thread can read) or names of files that whoever works on the chunk reads (small files, so
 * that parsing them is shared). It also takes along what was wrong with them, so that it is told in
 * the order of the input whatever the number of threads. */
#ifndef ARAL_INDEXER_CHUNK_H
#define ARAL_INDEXER_CHUNK_H

#include "corpus/article/reader.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chunk {
    uint64_t number;      /* from 0, in the order of the input */
    uint64_t text_before; /* bytes of text of the chunks before it, those of files by their bytes */
    struct bytes fields;  /* of the articles held, one after another */
    struct bytes held;    /* of struct held_article, private to chunk.c */
    struct bytes paths;   /* of the files to be read, each with a NUL behind it */
    size_t path_count;
    uint64_t input_bytes; /* of the files, as far as they went into this chunk, compressed */

    struct bytes complaints; /* a line for each article or file rejected or not wholly read */
    size_t rejected;
    size_t repeated;        /* articles that are not held since they came before (repeats.h) */
    struct bytes bad_files; /* the `file` of the rejected, each with a NUL behind it */
    struct bytes bad_path;  /* the path of the last of them, as given */
};

/* Empties it and keeps the memory. */
void chunk_clear(struct chunk *chunk);
void chunk_free(struct chunk *chunk);

/* Copies an article into the chunk. False when memory ran out. */
bool chunk_hold(struct chunk *chunk, const struct article *article, struct error *error);

/* Whether it has so many bytes of text or more, or what is held is much more than that: articles
 * are held with all their fields, of which the text may be the least. */
bool chunk_holds_enough(const struct chunk *chunk, uint64_t text, size_t enough);

/* Article number `number` of those held, in the order in which they came. Its slices live as long
 * as the chunk is left alone. */
void chunk_held(const struct chunk *chunk, size_t number, struct article *article);

/* How many are held. */
size_t chunk_held_count(const struct chunk *chunk);

/* Adds a file to be read later. */
bool chunk_add_file(struct chunk *chunk, const char *path, struct error *error);

/* Notes what is to be told of an article that is taken all the same. */
bool chunk_warn(struct chunk *chunk, const struct error *warning, struct error *error);

/* Notes that an article or file was rejected: why is said already in `reason`, `path` is the file
 * as given. */
bool chunk_reject(struct chunk *chunk, const struct error *reason, const char *path,
                  const char *base, struct error *error);

/* How the articles of a chunk are gone through. */
struct chunk_visit {
    const struct reader_options *reader; /* for its files */
    bool strict;                         /* the first rejection ends the visit */
    bool (*take)(void *context, const struct article *article, struct error *error);
    void *context;
};

/* Calls `take` for each article, reading the files. False when that returned false, or memory ran
 * out. What is wrong with an article or a file is noted in the chunk. */
bool chunk_visit(struct chunk *chunk, const struct chunk_visit *visit, struct error *error);

#endif
