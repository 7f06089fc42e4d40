#include "searcher/json.h"

#include "corpus/unicode/properties.h"
#include "searcher/number.h"

static void separate(struct json_writer *json) {
    if (json->comma) {
        bytes_append_byte(json->out, ',');
    }
    json->comma = true;
}

void json_begin(struct json_writer *json, char bracket) {
    separate(json);
    bytes_append_byte(json->out, bracket);
    json->comma = false;
}

void json_end(struct json_writer *json, char bracket) {
    bytes_append_byte(json->out, bracket);
    json->comma = true;
}

static void append_escaped(struct bytes *out, unsigned char byte) {
    switch (byte) {
    case '"':
    case '\\':
        bytes_append_byte(out, '\\');
        bytes_append_byte(out, (char)byte);
        break;
    case '\n':
        bytes_append_string(out, "\\n");
        break;
    case '\t':
        bytes_append_string(out, "\\t");
        break;
    case '\r':
        bytes_append_string(out, "\\r");
        break;
    default:
        bytes_append_format(out, "\\u%04x", byte);
    }
}

/* Length of the well-formed character at `at`, 0 where there is none. */
static size_t character_length(struct slice text, size_t at) {
    size_t next;
    return code_point_at(text, at, &next) == CODE_POINT_INVALID ? 0 : next - at;
}

static void append_string(struct bytes *out, struct slice string) {
    size_t done = 0; /* what is before is written; what follows up to `at` goes as it is */
    bytes_append_byte(out, '"');
    for (size_t at = 0; at < string.length;) {
        unsigned char byte = (unsigned char)string.data[at];
        size_t length = byte < 0x80 ? 1 : character_length(string, at);
        if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && length > 0) {
            at += length;
            continue;
        }
        bytes_append(out, string.data + done, at - done);
        if (length == 0) {
            bytes_append_string(out, "\xEF\xBF\xBD");
        } else {
            append_escaped(out, byte);
        }
        done = ++at;
    }
    bytes_append(out, string.data + done, string.length - done);
    bytes_append_byte(out, '"');
}

void json_key(struct json_writer *json, const char *key) {
    json_name(json, slice_of_string(key));
}

void json_name(struct json_writer *json, struct slice name) {
    separate(json);
    append_string(json->out, name);
    bytes_append_byte(json->out, ':');
    json->comma = false;
}

void json_put_string(struct json_writer *json, struct slice string) {
    separate(json);
    append_string(json->out, string);
}

void json_put_integer(struct json_writer *json, uint64_t number) {
    separate(json);
    append_integer(json->out, number, 1);
}

void json_put_real(struct json_writer *json, double number, unsigned decimals) {
    separate(json);
    append_real(json->out, number, decimals);
}

void json_put_boolean(struct json_writer *json, bool value) {
    separate(json);
    bytes_append_string(json->out, value ? "true" : "false");
}

void json_put_null(struct json_writer *json) {
    separate(json);
    bytes_append_string(json->out, "null");
}

void json_put_raw(struct json_writer *json, struct slice value) {
    separate(json);
    bytes_append_slice(json->out, value);
}

void json_string_field(struct json_writer *json, const char *key, struct slice string) {
    json_key(json, key);
    json_put_string(json, string);
}

void json_integer_field(struct json_writer *json, const char *key, uint64_t number) {
    json_key(json, key);
    json_put_integer(json, number);
}
