/* fields.h - the fields of an article: one table for front matter, JSON in and JSON out; and the
 * draft that a reader fills before it hands an article over. */
#ifndef ARAL_ARTICLE_FIELDS_H
#define ARAL_ARTICLE_FIELDS_H

#include "corpus/article/article.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <jansson.h>

enum article_field {
    FIELD_ID,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_URL,
    FIELD_DATE,
    FIELD_LANG,
    FIELD_SOURCE,
    FIELD_AUTHOR,
    FIELD_COUNT, /* none of them */
};

/* "id", "title", ... in the order above. */
const char *field_name(enum article_field field);

/* The field of that name, in any case of letters; FIELD_COUNT where there is none. */
enum article_field field_find(struct slice name);

/* What an article has there. */
struct slice field_value(const struct article *article, enum article_field field);

struct draft {
    struct bytes fields[FIELD_COUNT];
    bool url_is_declared; /* not merely found in the text: good for identity */
    json_t *extra;        /* object of unknown fields, or NULL */
    struct bytes extra_text;
    struct bytes value; /* of a field, while it is put together */
    struct bytes scratch;
    bool failed; /* memory ran out */
};

void draft_clear(struct draft *draft);
void draft_free(struct draft *draft);

/* Sets a field from what the source says, cleaned (clean.h). Dates become ISO 8601 and languages
 * ISO 639-1; one that cannot be read is kept among the unknown fields under its name. */
void draft_set(struct draft *draft, enum article_field field, struct slice value);

/* The same, where the field is still empty. */
void draft_set_default(struct draft *draft, enum article_field field, struct slice value);

bool draft_has(const struct draft *draft, enum article_field field);
struct slice draft_get(const struct draft *draft, enum article_field field);

/* What the source says of a field that could not be read, as JSON where it is no string; empty
 * where there is no such thing. Lives until the draft changes. */
struct slice draft_get_unread(struct draft *draft, enum article_field field);

/* Keeps an unknown field; takes over the reference to `value` (NULL: memory ran out). */
void draft_set_extra(struct draft *draft, struct slice name, json_t *value);

/* Parses as json_loadb does, but tells want of memory as that (json_error_out_of_memory). */
json_t *json_read(struct slice json, size_t flags, json_error_t *problem);

/* What is wrong, for messages; lives as long as `problem`. */
const char *json_complaint(const json_error_t *problem);

/* Appends JSON without blanks; 0.1 is 0.1, not 0.10000000000000001. False when memory ran out. */
bool json_write(json_t *value, struct bytes *out);

/* Fills `article` but for its id, file and line; the slices live until the draft changes. False and
 * *error when memory ran out. */
bool draft_finish(struct draft *draft, struct article *article, struct error *error);

#endif
