/* interface.h - what the page says, in the languages it speaks.
 *
 * One table: a row is a message, a column a language. The languages of the interface are not those
 * of the articles (corpus/languages): text in any language can be searched from each of them.
 *
 * Messages are plain text, to be escaped like any other. "{}" stands for a value; forms for
 * different numbers are separated by "|", chosen by the language's plural rule (CLDR). */
#ifndef ARAL_SEARCHER_WEB_INTERFACE_H
#define ARAL_SEARCHER_WEB_INTERFACE_H

#include "corpus/base/bytes.h"
#include "searcher/web/messages.h"

#include <stddef.h>
#include <stdint.h>

struct interface {
    const char *code;                    /* BCP 47, for lang= and ui= */
    const char *native_name;             /* in itself */
    size_t column;                       /* of the table of messages */
    const char *group;                   /* between groups of three digits */
    const char *decimal;                 /* before the fraction */
    unsigned (*plural)(uint64_t number); /* number of the form, from 0 */
};

size_t interface_count(void);
const struct interface *interface_at(size_t number);

/* The language of that code, or NULL. */
const struct interface *interface_find(struct slice code);

/* The best language for an Accept-Language header (RFC 9110 section 12.5.4), or `fallback`. */
const struct interface *interface_negotiate(struct slice accept_language,
                                            const struct interface *fallback);

/* The form of a message for a number; static. */
struct slice interface_message(const struct interface *interface, enum message message,
                               uint64_t number);

/* Appends `text` with each "{}" replaced by the next of `count` values. */
void interface_fill(struct slice text, const struct slice values[], size_t count,
                    struct bytes *out);

/* Appends a number with its groups: "12.345", "12,345", "12 345". */
void interface_write_number(const struct interface *interface, uint64_t number, struct bytes *out);

/* Appends microseconds as milliseconds with one decimal below ten: "0,6", "14". */
void interface_write_milliseconds(const struct interface *interface, uint64_t microseconds,
                                  struct bytes *out);

/* Appends an ISO 8601 date as a reader writes it: "11 Juni 2025", "June 2025", "2025". A time is
 * left out. What is no such date is appended as it is. */
void interface_write_date(const struct interface *interface, struct slice date, struct bytes *out);

#endif
