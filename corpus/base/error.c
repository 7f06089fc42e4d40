#include "corpus/base/error.h"

#include "corpus/base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Writes the message, without breaking a UTF-8 character where it must be cut. Control characters,
 * which names of files may hold, would make several lines of it or command a terminal. */
static void write_message(struct error *error, const char *format, va_list arguments) {
    int wanted = vsnprintf(error->message, sizeof error->message, format, arguments);
    if (wanted < 0) {
        error->message[0] = '\0';
    } else if ((size_t)wanted >= sizeof error->message) {
        struct slice whole = slice_of(error->message, sizeof error->message - 1);
        size_t end = utf8_cut(whole, sizeof error->message - sizeof "...").length;
        memcpy(error->message + end, "...", sizeof "...");
    }
    char *to = error->message;
    for (const char *c = to; *c; c++) {
        /* U+0080 to U+009F command terminals as well, in two bytes. */
        bool high = (unsigned char)c[0] == 0xC2 && (unsigned char)c[1] >= 0x80 &&
                    (unsigned char)c[1] < 0xA0;
        c += high;
        *to++ = high || (unsigned char)*c < 0x20 || *c == 0x7F ? ' ' : *c;
    }
    *to = '\0';
}

bool error_set(struct error *error, enum error_kind kind, const char *format, ...) {
    if (error && error->kind == ERROR_NONE) {
        va_list arguments;
        va_start(arguments, format);
        error->kind = kind;
        write_message(error, format, arguments);
        va_end(arguments);
    }
    return false;
}

bool error_set_errno(struct error *error, const char *format, ...) {
    int code = errno;
    if (error && error->kind == ERROR_NONE) {
        struct error what = {.kind = ERROR_IO};
        va_list arguments;
        va_start(arguments, format);
        write_message(&what, format, arguments);
        va_end(arguments);
        enum error_kind kind = code == ENOMEM   ? ERROR_MEMORY
                               : code == ENOENT ? ERROR_NOT_FOUND
                                                : ERROR_IO;
        error_set(error, kind, "%s: %s", what.message, strerror(code));
    }
    return false;
}

bool error_set_memory(struct error *error) {
    return error_set(error, ERROR_MEMORY, "out of memory");
}

bool error_pass(struct error *error, const struct error *from) {
    return error_set(error, from->kind, "%s", from->message);
}

void error_clear(struct error *error) {
    error->kind = ERROR_NONE;
    error->message[0] = '\0';
}
