/* JSON Lines: one article a line, streamed. */
#include "corpus/article/jsonl_reader.h"

#include "corpus/article/clean.h"
#include "corpus/article/encoding.h"
#include "corpus/article/json_feed.h"
#include "corpus/article/reading.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"

/* Each number of more than 64 bits costs another reading of its line up to there: a line may have
 * so many, and more where all its readings together are not more bytes than these. */
enum { BIG_NUMBERS = 16, BIG_NUMBERS_BYTES = 64 << 20 };

/* An object that ends on its first line is surely a line of JSON Lines. */
static enum likeness recognise_jsonl(struct slice start) {
    struct slice line = {0};
    struct slice text = slice_trim(start);
    if (json_feed_is(start)) {
        return UNLIKE;
    }
    bool whole = memchr(text.data ? text.data : "", '\n', text.length) != NULL;
    slice_take_line(&text, &line);
    line = slice_trim(line);
    bool object = line.length > 1 && line.data[0] == '{' &&
                  (!whole || line.data[line.length - 1] == '}') &&
                  memchr(line.data, '"', line.length);
    return object ? SURE : POSSIBLE;
}

/* The string that names an author, who may be an object with a "name" as in schema.org's data. */
static json_t *name_of(enum article_field field, json_t *value) {
    return field == FIELD_AUTHOR && json_is_object(value) ? json_object_get(value, "name") : value;
}

/* The strings of a list, as of several authors: "A, B". False where it is no such list. */
static bool append_list(enum article_field field, json_t *value, struct bytes *out) {
    size_t i;
    json_t *part;
    json_array_foreach(value, i, part) {
        part = name_of(field, part);
        if (!json_is_string(part)) {
            return false;
        }
        bytes_append_string(out, out->length > 0 && json_string_length(part) > 0 ? ", " : "");
        bytes_append(out, json_string_value(part), json_string_length(part));
    }
    return json_array_size(value) > 0;
}

/* A text in parts. Strings alone are paragraphs. With objects that say more of their "text" they
 * are runs of one text, as messengers write it. False where it is none. */
static bool append_parts(json_t *value, struct bytes *out) {
    size_t i;
    json_t *part;
    bool runs = false;
    json_array_foreach(value, i, part) {
        runs = runs || json_is_object(part);
    }
    json_array_foreach(value, i, part) {
        json_t *text = json_is_object(part) ? json_object_get(part, "text") : part;
        if (!json_is_string(text)) {
            return false;
        }
        bytes_append_string(out, i > 0 && !runs ? "\n" : "");
        bytes_append(out, json_string_value(text), json_string_length(text));
    }
    return json_array_size(value) > 0;
}

/* Whether that may be seconds since 1970, as Python's time() gives them (see dates.h). */
static bool is_time(json_t *value) {
    return json_is_real(value) && json_real_value(value) >= 1e9 && json_real_value(value) < 1e10;
}

/* What a known field says: a string, a whole number, a time for a date, a list of strings. */
static bool append_value(enum article_field field, json_t *value, struct bytes *out) {
    value = name_of(field, value);
    if (json_is_string(value)) {
        bytes_append(out, json_string_value(value), json_string_length(value));
        return true;
    }
    if (json_is_integer(value)) {
        bytes_append_format(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return true;
    }
    if (field == FIELD_DATE && is_time(value)) {
        bytes_append_format(out, "%" JSON_INTEGER_FORMAT, (json_int_t)json_real_value(value));
        return true;
    }
    return append_list(field, value, out);
}

/* Whether the value of an id or url tells the article from others, or says that it has none. */
static bool is_identity(json_t *value) {
    return !value || json_is_null(value) || json_is_false(value) || json_is_string(value) ||
           json_is_integer(value);
}

/* Takes a known field over. What is no text there is kept among the unknown fields; but the text
 * itself must be one. False, and *reason, where not. */
static bool take_field(struct draft *draft, enum article_field field, json_t *value,
                       const char **reason) {
    struct bytes *text = &draft->value;
    bytes_clear(text);
    if (json_is_null(value)) {
        return true;
    }
    bool parts = field == FIELD_TEXT && json_is_array(value);
    bool understood = parts ? append_parts(value, text) : append_value(field, value, text);
    if (field == FIELD_TEXT && !json_is_string(value) && (!parts || !understood)) {
        *reason = "is not a string";
        return false;
    }
    bool identity = field == FIELD_ID || field == FIELD_URL;
    if (understood && !(identity && json_is_array(value))) {
        draft_set(draft, field, bytes_slice(text));
        draft->url_is_declared = draft->url_is_declared || field == FIELD_URL;
    } else {
        draft_set_extra(draft, slice_of_string(field_name(field)), json_incref(value));
    }
    draft->failed = draft->failed || text->failed;
    return true;
}

/* Fills the draft from an object. */
static bool take_object(struct draft *draft, json_t *object, enum article_field *bad,
                        const char **reason) {
    const char *key;
    size_t length;
    json_t *value;
    draft_clear(draft);
    json_object_keylen_foreach(object, key, length, value) {
        enum article_field field = field_find(slice_of(key, length));
        /* Field names are exact in JSON. */
        if (field == FIELD_COUNT || memcmp(key, field_name(field), length) != 0) {
            draft_set_extra(draft, slice_of(key, length), json_incref(value));
        } else if (!take_field(draft, field, value, reason)) {
            *bad = field;
            return false;
        }
    }
    if (!json_object_get(object, field_name(FIELD_TEXT))) {
        *bad = FIELD_TEXT;
        *reason = "is missing";
        return false;
    }
    *bad = is_identity(json_object_get(object, field_name(FIELD_ID))) ? FIELD_URL : FIELD_ID;
    *reason = "is neither a string nor a whole number";
    return draft_has(draft, FIELD_ID) || is_identity(json_object_get(object, field_name(*bad)));
}

static enum reader_step reject_json(struct reader *reader, const json_error_t *problem,
                                    struct slice line, struct error *error) {
    if (reader->line == 1 && (line.data[0] == '[' || line.length == 1)) {
        reader->done = true;
        return reader_reject(reader, 1, ERROR_INPUT, error,
                             "not JSON Lines: each line must be one whole object");
    }
    return reader_reject(reader, reader->line, ERROR_INPUT, error, "broken JSON at byte %d: %s",
                         problem->position, json_complaint(problem));
}

/* Puts quotes around the number that ends at byte `end`. */
static void quote_number(struct bytes *json, size_t end) {
    size_t start = end;
    while (start > 0 && (ascii_is_digit(json->data[start - 1]) ||
                         memchr("+-.eE", json->data[start - 1], strlen("+-.eE")))) {
        start--;
    }
    size_t behind = json->length - end;
    bytes_append_string(json, "\"\"");
    if (!json->failed) {
        char *number = json->data + start;
        memmove(number + (end - start) + 2, number + (end - start), behind);
        memmove(number + 1, number, end - start);
        number[0] = number[end - start + 1] = '"';
    }
}

static bool may_read_again(size_t times, size_t length) {
    return times < BIG_NUMBERS || times < BIG_NUMBERS_BYTES / length;
}

/* jansson's numbers have 64 bits: one that has more becomes a string, which loses no digit, and the
 * others of the line stay numbers. *rounded: there are too many, and all are real numbers now. */
static json_t *parse(struct slice line, bool *rounded, json_error_t *problem) {
    json_t *value = json_read(line, 0, problem);
    if (value || json_error_code(problem) != json_error_numeric_overflow) {
        return value;
    }
    struct bytes quoted = {0};
    json_error_t other = *problem;
    bytes_append_slice(&quoted, line);
    bool big = true;
    for (size_t i = 0; big && may_read_again(i, line.length) && !quoted.failed; i++) {
        quote_number(&quoted, (size_t)other.position);
        value = json_read(bytes_slice(&quoted), 0, &other);
        big = !value && json_error_code(&other) == json_error_numeric_overflow;
    }
    bytes_free(&quoted);
    /* What else is wrong is said of the line as it is. */
    *rounded = big;
    return value ? value : json_read(line, JSON_DECODE_INT_AS_REAL, problem);
}

/* The value of a line in whatever encoding; what is wrong with JSON is said of the line as it is.
 */
static json_t *parse_line(struct reader *reader, struct slice line, bool *rounded,
                          json_error_t *problem) {
    json_t *value = parse(line, rounded, problem);
    if (!value && json_error_code(problem) == json_error_invalid_utf8) {
        struct error undecodable = {0};
        json_error_t other;
        bytes_clear(&reader->document);
        if (encoding_decode(line, slice_of("", 0), &reader->document, &undecodable)) {
            value = parse(bytes_slice(&reader->document), rounded, &other);
        }
    }
    return value;
}

static enum reader_step read_article(struct reader *reader, struct slice line,
                                     struct article *article, struct error *error) {
    json_error_t problem;
    bool rounded = false;
    json_t *object = parse_line(reader, line, &rounded, &problem);
    enum reader_step step;
    enum article_field bad = FIELD_COUNT;
    const char *reason = NULL;
    if (!object) {
        if (json_error_code(&problem) == json_error_out_of_memory) {
            struct error why = {0};
            error_set_memory(&why);
            return reader_stop(reader, INPUT_FAILED, &why, error);
        }
        return reject_json(reader, &problem, line, error);
    }
    if (!json_is_object(object)) {
        step = reader_reject(reader, reader->line, ERROR_INPUT, error, "not a JSON object");
    } else if (!take_object(&reader->draft, object, &bad, &reason)) {
        step = reader_reject(reader, reader->line, ERROR_INPUT, error, "field \"%s\" %s",
                             field_name(bad), reason);
    } else {
        step = reader_finish(reader, reader->line, article, error);
    }
    if (rounded && step == READER_ARTICLE && error->kind == ERROR_NONE) {
        /* Which is told as rejections are. */
        reader_reject(reader, reader->line, ERROR_LIMIT, error,
                      "added with rounded numbers: those of more than 64 bits are more than "
                      "the limit big-numbers");
    }
    json_decref(object);
    return step;
}

static enum reader_step next_jsonl(struct reader *reader, struct article *article,
                                   struct error *error) {
    struct error why = {0};
    struct slice line;
    for (;;) {
        enum input_step step = input_read_line(reader->input, reader->limit, &line, &why);
        if (step == INPUT_TOO_LONG) {
            reader->line++;
            return reader_reject_size(reader, reader->line, "the line", error);
        }
        if (step != INPUT_DATA) {
            return reader_stop(reader, step, &why, error);
        }
        reader->line++;
        /* Files that were put behind one another may each begin with a byte order mark. */
        size_t mark = slice_byte_order_mark(line);
        line = slice_trim(slice_from(line, mark));
        if (line.length > 0) {
            return read_article(reader, line, article, error);
        }
    }
}

const struct article_format format_jsonl = {
    .name = "jsonl",
    .suffixes = "jsonl ndjson json",
    .holds_many = true,
    .recognise = recognise_jsonl,
    .next = next_jsonl,
};

/* ---- writing --------------------------------------------------------------------------------- */

/* Adds the unknown fields, which are the text of an object. */
static bool add_extra(json_t *object, const struct article *article, struct error *error) {
    json_error_t problem;
    bool rounded = false;
    json_t *extra = parse(article->extra, &rounded, &problem);
    bool added = json_object_update_missing(object, extra) == 0;
    if (!added && (json_is_object(extra) ||
                   (!extra && json_error_code(&problem) == json_error_out_of_memory))) {
        error_set_memory(error);
    } else if (!added) {
        struct slice id = utf8_cut(article->id, ERROR_QUOTE_BYTES);
        error_set(error, ERROR_CORRUPT, "the unknown fields of article %.*s are not JSON",
                  (int)id.length, id.data);
    }
    json_decref(extra);
    return added;
}

bool article_write_json(const struct article *article, struct bytes *out, struct error *error) {
    json_t *object = json_object();
    bool written = object != NULL;
    for (size_t i = 0; i < FIELD_COUNT && written; i++) {
        enum article_field field = (enum article_field)i;
        struct slice value = field_value(article, field);
        if (value.length > 0) {
            written = json_object_set_new(object, field_name(field),
                                          json_stringn(value.data, value.length)) == 0;
        }
    }
    if (written && article->extra.length > 0 && !add_extra(object, article, error)) {
        json_decref(object);
        return false;
    }
    written = written && json_write(object, out);
    json_decref(object);
    return written ? bytes_check(out, error) : error_set_memory(error);
}
