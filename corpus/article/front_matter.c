#include "corpus/article/front_matter.h"

#include "corpus/article/clean.h"

/* Front matter is for people and short; what is longer is a text between rules. */
enum { MOST_LINES = 200 };

static bool is_fence(struct slice line) {
    return slice_equal(slice_trim(line), slice_of_string("---"));
}

/* `key: value`; the key is one word of ASCII, or of UTF-8 without spaces. */
static bool split_line(struct slice line, struct slice *key, struct slice *value) {
    const char *colon = line.length ? memchr(line.data, ':', line.length) : NULL;
    if (!colon || colon == line.data) {
        return false;
    }
    *key = slice_trim(slice_of(line.data, (size_t)(colon - line.data)));
    *value = slice_trim(slice_of(colon + 1, (size_t)(line.data + line.length - colon - 1)));
    for (size_t i = 0; i < key->length; i++) {
        if (space_length(slice_of(key->data + i, key->length - i)) > 0) {
            return false;
        }
    }
    return key->length > 0;
}

/* A line that goes on with the value before it, as YAML writes lists and long strings. */
static bool is_continuation(struct slice line) {
    return line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t' || line.data[0] == '-');
}

static bool is_comment(struct slice line) {
    struct slice words = slice_trim(line);
    return words.length == 0 || words.data[0] == '#';
}

/* A value as YAML writes it: between double quotes \" is a quote and \\ a backslash, between single
 * ones '' is an apostrophe. */
static void append_value(struct slice value, struct bytes *out) {
    char quote = value.length > 0 ? value.data[0] : '\0';
    if (value.length < 2 || (quote != '"' && quote != '\'') ||
        value.data[value.length - 1] != quote) {
        bytes_append_slice(out, value);
        return;
    }
    for (size_t i = 1; i + 1 < value.length; i++) {
        char next = value.data[i + 1];
        bool escapes = quote == '"' ? value.data[i] == '\\' && (next == '"' || next == '\\')
                                    : value.data[i] == '\'' && next == '\'';
        i += escapes && i + 2 < value.length;
        bytes_append_byte(out, value.data[i]);
    }
}

/* What announces that the value is on the lines below, as in "title: >-". */
static bool is_block_mark(struct slice value) {
    if (value.length == 0 || (value.data[0] != '>' && value.data[0] != '|')) {
        return false;
    }
    for (size_t i = 1; i < value.length; i++) {
        if (!strchr("+-123456789", value.data[i])) {
            return false;
        }
    }
    return true;
}

/* Where the lines between the fences begin and end, and what is behind them. */
static bool find_fences(struct slice text, struct slice *inside, struct slice *behind) {
    struct slice line, key, value;
    if (!slice_take_line(&text, &line) || !is_fence(line)) {
        return false;
    }
    const char *start = text.data;
    bool any = false;
    for (size_t lines = 0; lines < MOST_LINES && slice_take_line(&text, &line); lines++) {
        if (is_fence(line)) {
            *inside = slice_of(start, (size_t)(line.data - start));
            *behind = text;
            return any;
        }
        bool pair = !is_continuation(line) && split_line(line, &key, &value);
        if (!pair && !is_comment(line) && !(any && is_continuation(line))) {
            return false;
        }
        any = any || pair;
    }
    return false;
}

static void set(struct draft *draft, struct slice key, const struct bytes *written) {
    enum article_field field = field_find(key);
    struct slice value = bytes_slice(written);
    draft->failed = draft->failed || written->failed;
    if (key.length == 0 || value.length == 0) {
        return;
    }
    if (field == FIELD_COUNT || field == FIELD_TEXT) {
        draft_set_extra(draft, key, json_stringn(value.data, value.length));
        return;
    }
    draft_set(draft, field, value);
    draft->url_is_declared = draft->url_is_declared || field == FIELD_URL;
}

bool front_matter_take(struct slice *text, struct draft *draft) {
    struct slice inside, behind, line;
    if (!find_fences(*text, &inside, &behind)) {
        return false;
    }
    struct slice key = {0};
    struct bytes value = {0};
    while (slice_take_line(&inside, &line)) {
        struct slice next_key, rest;
        if (is_comment(line)) {
            continue;
        }
        if (!is_continuation(line) && split_line(line, &next_key, &rest)) {
            set(draft, key, &value);
            key = next_key;
            bytes_clear(&value);
            if (!is_block_mark(rest)) {
                append_value(rest, &value);
            }
        } else {
            struct slice more = slice_trim(line);
            bytes_append_string(&value, value.length ? " " : "");
            bytes_append_slice(&value, more);
        }
    }
    set(draft, key, &value);
    bytes_free(&value);
    *text = behind;
    return true;
}
