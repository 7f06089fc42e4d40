#include "corpus/article/fields.h"

#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/base/ascii.h"
#include "corpus/base/constant.h"
#include "corpus/languages/divided.h"
#include "corpus/languages/language.h"

#include <stdio.h>
#include <stdlib.h>

static const struct field_row {
    const char *name;
    size_t offset; /* of its slice in struct article */
} rows[FIELD_COUNT] = {
    [FIELD_ID] = {"id", offsetof(struct article, id)},
    [FIELD_TITLE] = {"title", offsetof(struct article, title)},
    [FIELD_TEXT] = {"text", offsetof(struct article, text)},
    [FIELD_URL] = {"url", offsetof(struct article, url)},
    [FIELD_DATE] = {"date", offsetof(struct article, date)},
    [FIELD_LANG] = {"lang", offsetof(struct article, lang)},
    [FIELD_SOURCE] = {"source", offsetof(struct article, source)},
    [FIELD_AUTHOR] = {"author", offsetof(struct article, author)},
};

const char *field_name(enum article_field field) {
    return rows[field].name;
}

enum article_field field_find(struct slice name) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (ascii_equal(name, rows[i].name)) {
            return (enum article_field)i;
        }
    }
    return FIELD_COUNT;
}

static struct slice *field_of(struct article *article, enum article_field field) {
    return (struct slice *)(void *)((char *)article + rows[field].offset);
}

struct slice field_value(const struct article *article, enum article_field field) {
    return *(const struct slice *)(const void *)((const char *)article + rows[field].offset);
}

void draft_clear(struct draft *draft) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_clear(&draft->fields[i]);
    }
    json_decref(draft->extra);
    draft->extra = NULL;
    draft->url_is_declared = false;
    draft->failed = false;
    bytes_clear(&draft->extra_text);
}

void draft_free(struct draft *draft) {
    draft_clear(draft);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_free(&draft->fields[i]);
    }
    bytes_free(&draft->extra_text);
    bytes_free(&draft->value);
    bytes_free(&draft->scratch);
}

/* Appends the ISO 639-1 code of a language that we know, or of another by a tag such as "de-AT". */
static bool append_language(struct slice tag, struct bytes *out) {
    const struct language *language = language_find_tag(tag);
    if (language) {
        bytes_append_string(out, language->code);
        return true;
    }
    if (tag.length < 2 || (tag.length > 2 && tag.data[2] != '-' && tag.data[2] != '_')) {
        return false;
    }
    char code[2];
    for (size_t i = 0; i < 2; i++) {
        char letter = (char)(tag.data[i] | 0x20);
        if (letter < 'a' || letter > 'z') {
            return false;
        }
        code[i] = letter;
    }
    bytes_append(out, code, sizeof code);
    return true;
}

/* Appends a text that is to be one line; words that go on from one line to the next are whole. */
static void append_joined(struct slice text, struct bytes *out) {
    struct division joint;
    size_t from = 0;
    for (; text_next_joint(text, from, &joint); from = joint.end) {
        bytes_append(out, text.data + from, joint.start - from);
    }
    bytes_append_slice(out, slice_from(text, from));
}

void draft_set(struct draft *draft, enum article_field field, struct slice value) {
    struct bytes *out = &draft->fields[field];
    char date[ARTICLE_DATE_BYTES];
    bytes_clear(out);
    if (field == FIELD_TEXT) {
        clean_text(value, out);
        return;
    }
    bytes_clear(&draft->scratch);
    if (field == FIELD_TITLE && value.length > 0) {
        append_joined(value, &draft->scratch);
        draft->failed = draft->failed || draft->scratch.failed;
        value = bytes_slice(&draft->scratch);
    }
    bool understood = true;
    struct bytes *line = field == FIELD_DATE || field == FIELD_LANG ? &draft->scratch : out;
    clean_line(value, line);
    if (field == FIELD_DATE) {
        understood = article_date_parse(bytes_slice(line), date);
        if (understood) {
            bytes_append_string(out, date);
        }
    } else if (field == FIELD_LANG) {
        understood = append_language(bytes_slice(line), out);
    }
    if (!understood && line->length > 0) {
        draft_set_extra(draft, slice_of_string(field_name(field)),
                        json_stringn(line->data, line->length));
    }
    draft->failed = draft->failed || line->failed;
}

void draft_set_default(struct draft *draft, enum article_field field, struct slice value) {
    if (!draft_has(draft, field)) {
        draft_set(draft, field, value);
    }
}

bool draft_has(const struct draft *draft, enum article_field field) {
    return draft->fields[field].length > 0;
}

struct slice draft_get(const struct draft *draft, enum article_field field) {
    return bytes_slice(&draft->fields[field]);
}

struct slice draft_get_unread(struct draft *draft, enum article_field field) {
    json_t *said = json_object_get(draft->extra, field_name(field));
    bytes_clear(&draft->scratch);
    if (draft_has(draft, field) || !said) {
        return slice_of("", 0);
    }
    if (json_is_string(said)) {
        return slice_of(json_string_value(said), json_string_length(said));
    }
    return json_write(said, &draft->scratch) ? bytes_slice(&draft->scratch) : slice_of("", 0);
}

void draft_set_extra(struct draft *draft, struct slice name, json_t *value) {
    if (!draft->extra) {
        draft->extra = json_object();
    }
    if (json_object_setn_new(draft->extra, name.data ? name.data : "", name.length, value) != 0) {
        draft->failed = true;
    }
}

/* What jansson may take at once for a text, by its length: the buffer of a string, which doubles,
 * that before, the string decoded, and the values. */
enum { PARSING_TIMES = 6, PARSING_BYTES = 4096 };

static bool has_room(struct slice json) {
    void *room = malloc(json.length * PARSING_TIMES + PARSING_BYTES);
    free(room);
    return room;
}

/* jansson goes on where its buffer cannot grow, and then reads and writes beyond it; and it takes
 * want of memory for bad syntax. So there must be room before, and such a verdict is heard twice.
 */
json_t *json_read(struct slice json, size_t flags, json_error_t *problem) {
    const char *text = json.data ? json.data : "";
    json_t *value = NULL;
    bool room = true;
    for (int hearing = 0; hearing < 2 && room && !value; hearing++) {
        room = has_room(json);
        value = room ? json_loadb(text, json.length, flags, problem) : NULL;
    }
    if (!room) {
        *problem = (json_error_t){0};
        problem->text[JSON_ERROR_TEXT_LENGTH - 1] = json_error_out_of_memory;
    }
    return value;
}

const char *json_complaint(const json_error_t *problem) {
    switch (json_error_code(problem)) {
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return "text cannot have \\u0000";
    case json_error_stack_overflow:
        return "nested more than " CONSTANT_TEXT(
            JSON_PARSER_MAX_DEPTH) " deep (limit json-nesting)";
    default:
        return problem->text;
    }
}

static int append_json(const char *data, size_t length, void *out) {
    bytes_append(out, data, length);
    return 0;
}

/* Digits that every decimal number of so many keeps in a double, and that bring back each double.
 */
enum { SHORT_DIGITS = 15, ALL_DIGITS = 17 };

/* Whether so many digits bring back all numbers in it. */
static bool is_exact(json_t *value, int digits) {
    const char *key;
    size_t i;
    json_t *part;
    if (json_is_real(value)) {
        char text[40];
        snprintf(text, sizeof text, "%.*g", digits, json_real_value(value));
        return strtod(text, NULL) == json_real_value(value);
    }
    json_array_foreach(value, i, part) {
        if (!is_exact(part, digits)) {
            return false;
        }
    }
    json_object_foreach(value, key, part) {
        if (!is_exact(part, digits)) {
            return false;
        }
    }
    return true;
}

bool json_write(json_t *value, struct bytes *out) {
    int digits = SHORT_DIGITS;
    while (digits < ALL_DIGITS && !is_exact(value, digits)) {
        digits++;
    }
    return json_dump_callback(value, append_json, out,
                              JSON_COMPACT | JSON_ENCODE_ANY |
                                  (size_t)JSON_REAL_PRECISION(digits)) == 0;
}

bool draft_finish(struct draft *draft, struct article *article, struct error *error) {
    if (draft->extra && !json_write(draft->extra, &draft->extra_text)) {
        draft->failed = true;
    }
    *article = (struct article){.extra = bytes_slice(&draft->extra_text)};
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        *field_of(article, (enum article_field)i) = bytes_slice(&draft->fields[i]);
        draft->failed = draft->failed || draft->fields[i].failed;
    }
    if (draft->failed || draft->extra_text.failed) {
        return error_set_memory(error);
    }
    return true;
}
