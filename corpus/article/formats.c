#include "corpus/article/formats.h"

#include <strings.h>

/* No two formats are SURE of the same bytes, so their order does not matter. */
#define ROW(name) &format_##name,
static const struct article_format *const formats[] = {ARTICLE_FORMATS(ROW)};
enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static const char *const compression_suffixes = "gz xz zst";

/* Style sheets, scripts ("a.js.download" as some browsers save them), pictures and fonts. */
static const char *const page_part_suffixes =
    "avif bmp css download eot gif ico jpeg jpg js map mjs otf png svg ttf webp woff woff2";

static const char *const backup_suffixes = "bak orig";

const struct article_format *article_format_find(const char *name) {
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(name, formats[i]->name) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

/* True where `suffixes` has this one, in any case of letters. */
static bool has_suffix(const char *suffixes, struct slice suffix) {
    while (*suffixes) {
        size_t length = strcspn(suffixes, " ");
        if (length == suffix.length && strncasecmp(suffixes, suffix.data, length) == 0) {
            return true;
        }
        suffixes += length + (suffixes[length] == ' ');
    }
    return false;
}

/* Takes the suffix, without its dot, off the end of a file's name. */
static struct slice take_suffix(struct slice *name) {
    size_t at = name->length;
    while (at > 0 && name->data[at - 1] != '.') {
        at--;
    }
    struct slice suffix = slice_of(NULL, 0);
    if (at > 1) { /* a name that begins with its only dot has no suffix */
        suffix = slice_from(*name, at);
        name->length = at - 1;
    }
    return suffix;
}

static struct slice file_name(struct slice path) {
    const char *slash = path.length ? memrchr(path.data, '/', path.length) : NULL;
    return slash ? slice_of(slash + 1, (size_t)(path.data + path.length - slash - 1)) : path;
}

bool format_is_packed(struct slice path) {
    struct slice name = file_name(path);
    return has_suffix(compression_suffixes, take_suffix(&name));
}

bool format_is_page_part(struct slice path) {
    struct slice name = file_name(path);
    return has_suffix(page_part_suffixes, take_suffix(&name));
}

bool format_is_backup(struct slice path) {
    struct slice name = file_name(path);
    char first = name.length > 1 ? name.data[0] : '\0';
    char last = name.length > 1 ? name.data[name.length - 1] : '\0';
    return last == '~' || (first == '#' && last == '#') ||
           has_suffix(backup_suffixes, take_suffix(&name));
}

static const struct article_format *choose_by_name(struct slice path) {
    struct slice name = file_name(path);
    struct slice suffix = take_suffix(&name);
    if (has_suffix(compression_suffixes, suffix)) {
        suffix = take_suffix(&name);
    }
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (suffix.length > 0 && has_suffix(formats[i]->suffixes, suffix)) {
            return formats[i];
        }
    }
    return NULL;
}

const struct article_format *format_choose(struct slice path, struct slice start) {
    const struct article_format *named = choose_by_name(path);
    if (named && named->recognise(start) != UNLIKE) {
        return named;
    }
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (formats[i]->recognise(start) == SURE) {
            return formats[i];
        }
    }
    return &format_text;
}
