#include "corpus/article/feed_identity.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/base/constant.h"
#include "corpus/base/url.h"

bool feed_warn_of_name(const struct reader *reader, size_t line, struct error *error) {
    if (error->kind != ERROR_NONE) {
        return false;
    }
    error_set(error, ERROR_LIMIT,
              "%.*s:%zu: added without what its feed says of itself in more than " CONSTANT_TEXT(
                  FEED_LONGEST_NAME) " bytes (limit feed-name)",
              (int)reader->shown.length, reader->shown.data, line);
    return true;
}

static bool is_number(struct slice id) {
    size_t digits = 0;
    while (digits < id.length && ascii_is_digit(id.data[digits])) {
        digits++;
    }
    return digits > 0 && digits == id.length;
}

/* The address as it stays when a site comes to be read by https. */
static struct slice name_of_feed(struct slice feed) {
    struct slice name = slice_trim(feed);
    size_t scheme = url_scheme(name);
    if (scheme > 0) {
        name = slice_from(name, scheme);
    }
    while (name.length > 0 && name.data[name.length - 1] == '/') {
        name.length--;
    }
    return name;
}

void feed_identify(struct draft *draft, struct slice feed) {
    struct slice id = draft_get(draft, FIELD_ID), name = name_of_feed(feed);
    if (!is_number(id) || name.length == 0) {
        return;
    }
    struct bytes whole = {0};
    bytes_append_slice(&whole, id);
    bytes_append_byte(&whole, '@');
    bytes_append_slice(&whole, name);
    draft_set(draft, FIELD_ID, bytes_slice(&whole));
    draft->failed = draft->failed || whole.failed;
    bytes_free(&whole);
}
