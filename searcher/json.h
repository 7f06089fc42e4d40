/* json.h - writing JSON (RFC 8259), a value at a time.
 *
 * A writer puts commas by itself: begin an object or array, write keys and values, end it. It
 * appends to a byte run; memory failure is told by out->failed. Strings are UTF-8; bytes that are
 * none are written as U+FFFD. */
#ifndef ARAL_SEARCHER_JSON_H
#define ARAL_SEARCHER_JSON_H

#include "corpus/base/bytes.h"

#include <stdint.h>

struct json_writer {
    struct bytes *out;
    bool comma; /* the next value is not the first one */
};

/* The brackets: '{' '[' and '}' ']'. */
void json_begin(struct json_writer *json, char bracket);
void json_end(struct json_writer *json, char bracket);

/* The name of the value that comes next. */
void json_key(struct json_writer *json, const char *key);
void json_name(struct json_writer *json, struct slice name);

void json_put_string(struct json_writer *json, struct slice string);
void json_put_integer(struct json_writer *json, uint64_t number);
void json_put_real(struct json_writer *json, double number, unsigned decimals);
void json_put_boolean(struct json_writer *json, bool value);
void json_put_null(struct json_writer *json);

/* A name and its value. */
void json_string_field(struct json_writer *json, const char *key, struct slice string);
void json_integer_field(struct json_writer *json, const char *key, uint64_t number);

/* A value that is JSON already. */
void json_put_raw(struct json_writer *json, struct slice value);

#endif
