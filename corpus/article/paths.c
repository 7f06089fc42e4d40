#include "corpus/article/paths.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/category.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <utf8proc.h>

void path_show(const char *path, struct bytes *out) {
    struct slice rest = slice_of_string(path);
    struct bytes line = {0};
    while (rest.length > 0) {
        size_t length;
        uint32_t code = code_point_at(rest, 0, &length);
        bool plain = code != CODE_POINT_INVALID && code != 0xFEFF &&
                     code_point_category(code) != UTF8PROC_CATEGORY_CC;
        if (plain && space_length(rest) > 0) {
            plain = code == ' ' && line.length > 0 && line.data[line.length - 1] != ' ' &&
                    rest.length > 1;
        }
        for (size_t i = 0; i < length && !plain; i++) {
            bytes_append_format(&line, "%%%02X", (unsigned)(unsigned char)rest.data[i]);
        }
        bytes_append(&line, rest.data, plain ? length : 0);
        rest = slice_from(rest, length);
    }
    clean_line(bytes_slice(&line), out);
    out->failed = out->failed || line.failed;
    bytes_free(&line);
}

/* The absolute path without links in its folders, in memory to be freed: that of a file that has
 * gone, too, and for a link to a file its own. NULL with errno set. */
static char *resolve(const char *path) {
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    size_t name = length;
    while (name > 0 && path[name - 1] != '/') {
        name--;
    }
    struct slice last = slice_of(path + name, length - name);
    struct stat status;
    if (last.length == 0 || (stat(path, &status) == 0 && S_ISDIR(status.st_mode))) {
        return realpath(path, NULL);
    }
    char *parent = name == 0 ? strdup(".") : strndup(path, name);
    char *real = parent ? realpath(parent, NULL) : NULL;
    char *whole = NULL;
    if (real) {
        struct bytes joined = {0};
        bytes_append_string(&joined, strcmp(real, "/") == 0 ? "" : real);
        bytes_append_byte(&joined, '/');
        bytes_append_slice(&joined, last);
        bytes_append_byte(&joined, '\0');
        whole = joined.failed ? NULL : strdup(joined.data);
        bytes_free(&joined);
    }
    free(real);
    free(parent);
    return whole;
}

/* Whether there is a file at `path`, and another one at `twin`. */
static bool are_two(const char *path, const char *twin) {
    struct stat status, other;
    return lstat(twin, &other) == 0 &&
           (lstat(path, &status) != 0 || status.st_ino != other.st_ino ||
            status.st_dev != other.st_dev);
}

/* Whether the name that the path ends with, from byte `start` on, is not in NFC, and another file
 * beside it has that name in NFC. */
static bool has_twin(struct bytes *path, size_t start) {
    if (utf8_is_ascii(slice_from(bytes_slice(path), start))) {
        return false;
    }
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)path->data + start,
                                           (utf8proc_ssize_t)(path->length - start), &composed,
                                           UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    struct bytes twin = {0};
    bytes_append(&twin, path->data, start);
    bytes_append(&twin, composed, length > 0 ? (size_t)length : 0);
    bool has = length > 0 && !slice_equal(bytes_slice(path), bytes_slice(&twin)) &&
               bytes_string(path) && bytes_string(&twin) && are_two(path->data, twin.data);
    bytes_free(&twin);
    free(composed);
    return has;
}

/* Appends the name with the bytes that %XX in it stand for, as far as names can have them. */
static void append_meant(struct slice name, struct bytes *out) {
    for (size_t i = 0; i < name.length; i++) {
        bool escape = name.data[i] == '%' && i + 2 < name.length;
        int high = escape ? ascii_hexadecimal_value(name.data[i + 1]) : -1;
        int low = escape ? ascii_hexadecimal_value(name.data[i + 2]) : -1;
        int byte = high >= 0 && low >= 0 ? high * 16 + low : 0;
        bool meant = byte != 0 && byte != '/';
        bytes_append_byte(out, meant ? (char)byte : name.data[i]);
        i += meant ? 2 : 0;
    }
}

/* Whether the name that the path ends with, from byte `start` on, has %XX itself, as another file
 * beside it is shown, whose name has such bytes. */
static bool has_raw_twin(struct bytes *path, size_t start) {
    struct slice name = slice_of(path->data + start, path->length - start);
    if (!memchr(name.data, '%', name.length)) {
        return false;
    }
    struct bytes twin = {0}, shown = {0}, twin_shown = {0};
    bytes_append(&twin, path->data, start);
    append_meant(name, &twin);
    bool has = bytes_string(path) && bytes_string(&twin) && are_two(path->data, twin.data);
    if (has) {
        path_show(path->data, &shown);
        path_show(twin.data, &twin_shown);
        has = slice_equal(bytes_slice(&shown), bytes_slice(&twin_shown));
    }
    path->failed = path->failed || twin.failed || shown.failed || twin_shown.failed;
    bytes_free(&twin);
    bytes_free(&shown);
    bytes_free(&twin_shown);
    return has;
}

/* Appends the absolute path `whole` from `shown` on. Names that would be shown alike stay different
 * where they are beside each other: that which is not in NFC has %XX for its bytes beyond ASCII,
 * that which has %XX itself has %25 for '%'. */
static void append_distinct(const char *whole, const char *shown, struct bytes *out) {
    struct bytes path = {0};
    for (const char *at = whole; *at;) {
        struct slice name = slice_of(at, *at == '/' ? 1 : strcspn(at, "/"));
        size_t start = path.length;
        bytes_append_slice(&path, name);
        bool decomposed = at >= shown && has_twin(&path, start);
        bool literal = at >= shown && has_raw_twin(&path, start);
        for (size_t i = 0; i < name.length && at >= shown; i++) {
            unsigned char byte = (unsigned char)name.data[i];
            if ((decomposed && byte >= 0x80) || (literal && byte == '%')) {
                bytes_append_format(out, "%%%02X", byte);
            } else {
                bytes_append_byte(out, name.data[i]);
            }
        }
        at += name.length;
    }
    out->failed = out->failed || path.failed;
    bytes_free(&path);
}

bool article_path(const char *path, const char *base, struct bytes *out, struct error *error) {
    if (strcmp(path, "-") == 0) {
        bytes_append_string(out, path);
        return bytes_check(out, error);
    }
    char *whole = resolve(path);
    char *folder = whole && base ? realpath(base, NULL) : NULL;
    if (!whole || (base && !folder)) {
        error_set_errno(error, "cannot open %s", whole ? base : path);
        free(whole);
        return false;
    }
    const char *shown = whole;
    if (folder) {
        size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
        if (strncmp(whole, folder, length) == 0 && whole[length] == '/') {
            shown = whole + length + 1;
        }
    }
    struct bytes distinct = {0};
    append_distinct(whole, shown, &distinct);
    if (bytes_string(&distinct)) {
        path_show(distinct.data, out);
    }
    out->failed = out->failed || distinct.failed;
    bytes_free(&distinct);
    free(whole);
    free(folder);
    return bytes_check(out, error);
}
