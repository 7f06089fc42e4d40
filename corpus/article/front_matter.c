#include "corpus/article/front_matter.h"

#include "corpus/article/clean.h"

/* A key and its value while its lines are read. */
struct field {
    struct slice key;
    struct bytes value; /* as it is written, its lines joined; of a list its last item */
    json_t *list;       /* items before that; NULL where it is none */
    bool listed;        /* each item has a line of its own, that begins with "-" */
    bool block;         /* the lines below are taken as they are */
    bool failed;        /* memory ran out */
};

/* Front matter is for people and short; what is longer is a text between rules. */
enum { MOST_LINES = 200 };

/* How front matter is written. */
static const struct notation {
    const char *open, *close, *other_close;
    char sign;        /* between key and value */
    const char *omit; /* what lines begin with that say nothing: comments, TOML's names of tables */
} notations[] = {{"---", "---", "...", ':', "#"}, {"+++", "+++", "+++", '=', "#["}};

static bool is_fence(struct slice line, const char *mark) {
    return slice_equal(slice_trim(line), slice_of_string(mark));
}

/* That of the text which begins with this line; NULL where it has no front matter. */
static const struct notation *find_notation(struct slice line) {
    for (size_t i = 0; i < sizeof notations / sizeof *notations; i++) {
        if (is_fence(line, notations[i].open)) {
            return &notations[i];
        }
    }
    return NULL;
}

/* `key: value`; the key is one word of ASCII, or of UTF-8 without spaces. */
static bool split_line(const struct notation *notation, struct slice line, struct slice *key,
                       struct slice *value) {
    const char *sign = line.length ? memchr(line.data, notation->sign, line.length) : NULL;
    if (!sign || sign == line.data) {
        return false;
    }
    *key = slice_trim(slice_of(line.data, (size_t)(sign - line.data)));
    *value = slice_trim(slice_of(sign + 1, (size_t)(line.data + line.length - sign - 1)));
    for (size_t i = 0; i < key->length; i++) {
        if (space_length(slice_from(*key, i)) > 0) {
            return false;
        }
    }
    return key->length > 0;
}

/* A line that goes on with the value before it, as YAML writes lists and long strings. */
static bool is_continuation(struct slice line) {
    return line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t' || line.data[0] == '-');
}

static bool is_comment(const struct notation *notation, struct slice line) {
    struct slice words = slice_trim(line);
    return words.length == 0 || memchr(notation->omit, words.data[0], strlen(notation->omit));
}

/* Appends what is written between quotes: between double ones \" is a quote and \\ a backslash,
 * between single ones '' is an apostrophe; a comment may stand behind. False, and nothing is
 * appended, where the value is not one quoted string. */
static bool append_quoted(struct slice value, struct bytes *out) {
    char quote = value.length > 0 ? value.data[0] : '\0';
    size_t before = out->length;
    for (size_t i = 1; i < value.length && (quote == '"' || quote == '\''); i++) {
        char here = value.data[i], next = i + 1 < value.length ? value.data[i + 1] : '\0';
        bool escapes = quote == '"' ? here == '\\' && (next == '"' || next == '\\')
                                    : here == '\'' && next == '\'';
        if (escapes && i + 2 < value.length) {
            i++;
        } else if (here == quote) {
            struct slice rest = slice_trim(slice_from(value, i + 1));
            bool last = rest.length == 1 && *rest.data == quote; /* one that was not closed */
            bytes_append(out, &quote, last);
            if (rest.length == 0 || *rest.data == '#' || last) {
                return true;
            }
            break;
        }
        bytes_append_byte(out, value.data[i]);
    }
    out->length = before;
    return false;
}

/* Appends a value without its quotes; what YAML writes for no value is none. */
static void append_value(struct slice value, struct bytes *out) {
    static const char *const nothing[] = {"~", "null", NULL};
    if (!slice_is_listed(value, nothing) && !append_quoted(value, out)) {
        bytes_append_slice(out, value);
    }
}

/* Adds an item to the list of a field that is read. */
static void add_item(struct field *field, struct slice written) {
    struct bytes item = {0};
    append_value(slice_trim(written), &item);
    if (!field->list) {
        field->list = json_array();
    }
    bool added = item.length == 0 ||
                 json_array_append_new(field->list, json_stringn(item.data, item.length)) == 0;
    field->failed = field->failed || item.failed || !added;
    bytes_free(&item);
}

/* Adds the item whose lines have been read, and makes room for the next. */
static void end_item(struct field *field) {
    if (field->listed) {
        add_item(field, bytes_slice(&field->value));
        field->failed = field->failed || field->value.failed;
        bytes_clear(&field->value);
    }
}

/* Reads "[a, \"b, c\"]"; passes what is no such list. */
static void add_items(struct field *field, struct slice value) {
    if (value.length < 2 || value.data[0] != '[' || value.data[value.length - 1] != ']') {
        return;
    }
    char quote = '\0';
    size_t start = 1, end = value.length - 1;
    for (size_t i = 1; i < end; i++) {
        char c = value.data[i];
        if (quote) {
            i += quote == '"' && c == '\\';
            quote = c == quote ? '\0' : quote;
        } else if (c == ',') {
            add_item(field, slice_of(value.data + start, i - start));
            start = i + 1;
        } else if ((c == '"' || c == '\'') &&
                   slice_trim(slice_of(value.data + start, i - start)).length == 0) {
            quote = c;
        }
    }
    add_item(field, slice_of(value.data + start, end - start));
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

/* Where the lines between the fences begin and end, and what is behind them; NULL where there are
 * none. */
static const struct notation *find_fences(struct slice text, struct slice *inside,
                                          struct slice *behind) {
    struct slice line, key, value;
    const struct notation *notation = slice_take_line(&text, &line) ? find_notation(line) : NULL;
    if (!notation) {
        return NULL;
    }
    const char *start = text.data;
    bool any = false;
    for (size_t lines = 0; lines < MOST_LINES && slice_take_line(&text, &line); lines++) {
        if (is_fence(line, notation->close) || is_fence(line, notation->other_close)) {
            *inside = slice_of(start, (size_t)(line.data - start));
            *behind = text;
            return any ? notation : NULL;
        }
        bool pair = !is_continuation(line) && split_line(notation, line, &key, &value);
        if (!pair && !is_comment(notation, line) && !(any && is_continuation(line))) {
            return NULL;
        }
        any = any || pair;
    }
    return NULL;
}

/* The value as one line: items behind one another. */
static void write_value(const struct field *field, struct bytes *out) {
    size_t i;
    json_t *item;
    if (field->block) {
        bytes_append_slice(out, bytes_slice(&field->value));
    } else if (!field->list) {
        append_value(bytes_slice(&field->value), out);
    }
    json_array_foreach(field->list, i, item) {
        bytes_append_string(out, i > 0 ? ", " : "");
        bytes_append_string(out, json_string_value(item));
    }
}

/* Sets the field that was read, and makes room for the next. */
static void set(struct draft *draft, struct field *field) {
    enum article_field known = field_find(field->key);
    struct bytes line = {0};
    end_item(field);
    if (!field->listed && !field->block) {
        add_items(field, bytes_slice(&field->value));
    }
    write_value(field, &line);
    struct slice value = bytes_slice(&line);
    if (field->key.length > 0 && value.length > 0) {
        if (known == FIELD_COUNT || known == FIELD_TEXT) {
            draft_set_extra(draft, field->key,
                            field->list ? json_incref(field->list)
                                        : json_stringn(value.data, value.length));
        } else {
            draft_set(draft, known, value);
            draft->url_is_declared = draft->url_is_declared || known == FIELD_URL;
        }
    }
    draft->failed = draft->failed || field->failed || field->value.failed || line.failed;
    json_decref(field->list);
    bytes_free(&line);
    bytes_clear(&field->value);
    *field = (struct field){.value = field->value};
}

/* Reads a line that goes on with the value before it. */
static void read_continuation(struct field *field, struct slice line) {
    struct slice more = slice_trim(line);
    bool item = more.length > 0 && more.data[0] == '-' && (more.length == 1 || more.data[1] == ' ');
    if (item && !field->block && (field->listed || field->value.length == 0)) {
        end_item(field);
        field->listed = true;
        more = slice_trim(slice_from(more, 1));
    }
    bytes_append_string(&field->value, field->value.length ? " " : "");
    bytes_append_slice(&field->value, more);
}

bool front_matter_take(struct slice *text, struct draft *draft) {
    struct slice inside, behind, line;
    const struct notation *notation = find_fences(*text, &inside, &behind);
    if (!notation) {
        return false;
    }
    struct field field = {0};
    while (slice_take_line(&inside, &line)) {
        struct slice key, rest;
        if (is_comment(notation, line)) {
            continue;
        }
        if (is_continuation(line) || !split_line(notation, line, &key, &rest)) {
            read_continuation(&field, line);
            continue;
        }
        set(draft, &field);
        field.key = key;
        field.block = is_block_mark(rest);
        if (!field.block) {
            bytes_append_slice(&field.value, rest);
        }
    }
    set(draft, &field);
    bytes_free(&field.value);
    *text = behind;
    return true;
}
