/* slice.h - a borrowed run of bytes.
 *
 * Text in Aral is UTF-8 and never needs a terminator: a slice points into memory that somebody
 * else owns and says how far it goes. Each function that returns a slice says how long it lives. */
#ifndef ARAL_BASE_SLICE_H
#define ARAL_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *data; /* may be NULL when length is 0 */
    size_t length;    /* bytes */
};

static inline struct slice slice_of(const char *data, size_t length) {
    return (struct slice){data, length};
}

/* The bytes of a terminated string; NULL gives the empty slice. */
static inline struct slice slice_of_string(const char *string) {
    return (struct slice){string, string ? strlen(string) : 0};
}

/* All but the first `start` bytes (at most as many as there are). */
static inline struct slice slice_from(struct slice s, size_t start) {
    return slice_of(s.data + start, s.length - start);
}

static inline bool slice_equal(struct slice a, struct slice b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/* Less than, equal to or greater than 0 as `a` comes before, is, or comes behind `b` in the order
 * of bytes, which for UTF-8 is that of code points. */
static inline int slice_compare(struct slice a, struct slice b) {
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared > 0 ? memcmp(a.data, b.data, shared) : 0;
    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

static inline bool slice_starts_with(struct slice s, struct slice prefix) {
    return s.length >= prefix.length &&
           (prefix.length == 0 || memcmp(s.data, prefix.data, prefix.length) == 0);
}

static inline bool slice_ends_with(struct slice s, struct slice suffix) {
    return s.length >= suffix.length &&
           (suffix.length == 0 ||
            memcmp(s.data + s.length - suffix.length, suffix.data, suffix.length) == 0);
}

/* Whether it is one of the strings of a list that NULL ends; NULL is the empty list. */
static inline bool slice_is_listed(struct slice s, const char *const *list) {
    while (list && *list && !slice_equal(s, slice_of_string(*list))) {
        list++;
    }
    return list && *list;
}

/* Takes the next line off *text, without its '\n'; behind the last one no empty line is seen.
 * False, and nothing changed, when *text is empty. O(length of the line). */
static inline bool slice_take_line(struct slice *text, struct slice *line) {
    if (text->length == 0) {
        return false;
    }
    const char *end = memchr(text->data, '\n', text->length);
    size_t length = end ? (size_t)(end - text->data) : text->length;
    size_t taken = end ? length + 1 : length;
    *line = slice_of(text->data, length);
    *text = slice_of(text->data + taken, text->length - taken);
    return true;
}

/* The same for the last line, without the '\n' before it. */
static inline bool slice_take_last_line(struct slice *text, struct slice *line) {
    if (text->length == 0) {
        return false;
    }
    const char *newline = memrchr(text->data, '\n', text->length);
    size_t start = newline ? (size_t)(newline - text->data) + 1 : 0;
    *line = slice_from(*text, start);
    text->length = newline ? start - 1 : 0;
    return true;
}

/* The bytes of the byte order mark that some programs begin a text with; 0: there is none. */
static inline size_t slice_byte_order_mark(struct slice text) {
    return slice_starts_with(text, slice_of_string("\xEF\xBB\xBF")) ? 3 : 0;
}

#endif
