/* error.h - what went wrong, told once, in the caller's memory.
 *
 * A function that can fail takes a `struct error *` as its last argument and returns false (or
 * NULL). The first error stays: a later error_set on the same struct changes nothing, so several
 * calls may share one and be checked once. Success leaves the struct untouched. */
#ifndef ARAL_BASE_ERROR_H
#define ARAL_BASE_ERROR_H

#include <stdbool.h>

/* The kinds answer "what should I do?"; the message says what happened. */
enum error_kind {
    ERROR_NONE = 0,
    ERROR_USAGE,     /* the call or the command line is wrong: correct it */
    ERROR_INPUT,     /* one article or file is bad: skip it, go on */
    ERROR_NOT_FOUND, /* no such file, index, article or passage */
    ERROR_LOCKED,    /* another writer holds the index: try again later */
    ERROR_CHANGED,   /* the index moved on while it was read: reopen, retry */
    ERROR_CORRUPT,   /* the index is damaged: check, restore or rebuild */
    ERROR_VERSION,   /* another schema or analysis made this index: rebuild */
    ERROR_NETWORK,   /* a remote index did not answer */
    ERROR_TIMEOUT,   /* the time limit was reached */
    ERROR_LIMIT,     /* a named limit was reached */
    ERROR_IO,        /* the operating system refused */
    ERROR_MEMORY,    /* no memory */
    ERROR_BUG,       /* must not happen: report it */
};

/* A message quotes at most so many bytes of a text that may have any length, an article's identity
 * say, so that the rest of the sentence has room. */
#define ERROR_QUOTE_BYTES 200

struct error {
    enum error_kind kind;
    char message[1000]; /* one line without control characters (each is a space instead); cut
                           with "..." where longer */
};

/* Notes the first error; later calls on the same struct are ignored. NULL is allowed.
 * Always returns false, so that a function may `return error_set(...)`. */
bool error_set(struct error *error, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with errno's words appended: "cannot read a.txt: Permission denied". errno ENOMEM gives
 * kind ERROR_MEMORY, ENOENT ERROR_NOT_FOUND, anything else ERROR_IO. */
bool error_set_errno(struct error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

bool error_set_memory(struct error *error);

/* Notes the error of another struct, as error_set does. */
bool error_pass(struct error *error, const struct error *from);

void error_clear(struct error *error);

#endif
