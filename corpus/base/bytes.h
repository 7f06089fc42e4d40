/* bytes.h - a growable run of bytes.
 *
 * `struct bytes b = {0};` is an empty one. Appending never returns an error: when memory runs out
 * the run keeps what it has, ignores further appends and says so in `failed`, so that a writer
 * checks once, at the end, with bytes_check. Growth is geometric: appending n bytes costs O(n). */
#ifndef ARAL_BASE_BYTES_H
#define ARAL_BASE_BYTES_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

struct bytes {
    char *data;      /* owned; not terminated unless bytes_string was called */
    size_t length;   /* bytes in use */
    size_t capacity; /* bytes allocated */
    bool failed;     /* memory ran out; stays until bytes_clear */
};

void bytes_append(struct bytes *bytes, const void *data, size_t length);
void bytes_append_slice(struct bytes *bytes, struct slice slice);
void bytes_append_string(struct bytes *bytes, const char *string);
void bytes_append_byte(struct bytes *bytes, char byte);
void bytes_append_format(struct bytes *bytes, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Makes room for `more` further bytes; returns where they go, or NULL (and `failed`). The caller
 * writes there and adds to `length` what it wrote. */
char *bytes_reserve(struct bytes *bytes, size_t more);

/* Empties it and keeps the memory for reuse. */
void bytes_clear(struct bytes *bytes);

/* Frees the memory; the struct is empty and usable again. */
void bytes_free(struct bytes *bytes);

/* A run that elements of `size` bytes were appended to: the first of them, and how many there are.
 * Both hold until the next append, clear or free. */
static inline void *bytes_array(const struct bytes *bytes) {
    return bytes->data;
}
static inline size_t bytes_count(const struct bytes *bytes, size_t size) {
    return bytes->length / size;
}

/* The content as a slice; lives until the next append, clear or free. */
struct slice bytes_slice(const struct bytes *bytes);

/* The content with a terminating NUL behind it (not counted in length); NULL when memory ran out.
 */
const char *bytes_string(struct bytes *bytes);

/* True unless memory ran out; then the error says so. */
bool bytes_check(const struct bytes *bytes, struct error *error);

#endif
