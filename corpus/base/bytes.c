#include "corpus/base/bytes.h"

#include "corpus/base/array.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

char *bytes_reserve(struct bytes *bytes, size_t more) {
    if (bytes->failed) {
        return NULL;
    }
    /* Room for 0 bytes is a place as well: NULL means failure. */
    if (more > bytes->capacity - bytes->length || !bytes->data) {
        size_t wanted;
        if (__builtin_add_overflow(bytes->length, more, &wanted) ||
            !array_reserve(&bytes->data, &bytes->capacity, wanted > 0 ? wanted : 1, 1)) {
            bytes->failed = true;
            return NULL;
        }
    }
    return bytes->data + bytes->length;
}

void bytes_append(struct bytes *bytes, const void *data, size_t length) {
    if (length == 0) {
        return;
    }
    char *end = bytes_reserve(bytes, length);
    if (end) {
        memcpy(end, data, length);
        bytes->length += length;
    }
}

void bytes_append_slice(struct bytes *bytes, struct slice slice) {
    bytes_append(bytes, slice.data, slice.length);
}

void bytes_append_string(struct bytes *bytes, const char *string) {
    bytes_append(bytes, string, strlen(string));
}

void bytes_append_byte(struct bytes *bytes, char byte) {
    bytes_append(bytes, &byte, 1);
}

void bytes_append_format(struct bytes *bytes, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        bytes->failed = true;
    } else {
        char *end = bytes_reserve(bytes, (size_t)length + 1);
        if (end) {
            vsnprintf(end, (size_t)length + 1, format, again);
            bytes->length += (size_t)length;
        }
    }
    va_end(again);
}

void bytes_clear(struct bytes *bytes) {
    bytes->length = 0;
    bytes->failed = false;
}

void bytes_free(struct bytes *bytes) {
    free(bytes->data);
    *bytes = (struct bytes){0};
}

struct slice bytes_slice(const struct bytes *bytes) {
    return slice_of(bytes->data, bytes->length);
}

const char *bytes_string(struct bytes *bytes) {
    char *end = bytes_reserve(bytes, 1);
    if (!end) {
        return NULL;
    }
    *end = '\0';
    return bytes->data;
}

bool bytes_check(const struct bytes *bytes, struct error *error) {
    return bytes->failed ? error_set_memory(error) : true;
}
