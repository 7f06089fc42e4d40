/* parameters.h - what a request may ask for: one table, checked before anything else sees it.
 *
 * The parameters of an address's query and of a form's body (application/x-www-form-urlencoded) are
 * decoded and checked against the table: name, length, form of the value. Parameters that are not
 * in the table are ignored, as trackers and browsers add theirs; empty values count as not given,
 * as forms send them. Everything else that is wrong is refused with its reason. */
#ifndef ARAL_SEARCHER_WEB_PARAMETERS_H
#define ARAL_SEARCHER_WEB_PARAMETERS_H

#include "corpus/base/bytes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum parameter {
    PARAMETER_QUERY,   /* q: what is searched */
    PARAMETER_LANG,    /* lang: code of the passages' language */
    PARAMETER_SINCE,   /* since, until: "2024", "2024-06" or "2024-06-11" */
    PARAMETER_UNTIL,   /* */
    PARAMETER_SOURCE,  /* source: its name */
    PARAMETER_SORT,    /* sort: enum search_sort */
    PARAMETER_BY,      /* by: enum search_by */
    PARAMETER_ACROSS,  /* across: other languages and alphabets too, on or off */
    PARAMETER_COPIES,  /* copies: folded or shown */
    PARAMETER_PAGE,    /* page: from 1 */
    PARAMETER_RESULTS, /* n: results on a page */
    PARAMETER_UI,      /* ui: language of the page */
    PARAMETER_FORMAT,  /* format: enum web_format */
    PARAMETER_ID,      /* id: of a passage or an article */
    PARAMETER_COUNT,
};

enum web_format { FORMAT_HTML, FORMAT_JSON, FORMAT_ATOM };

/* The most pairs name=value of a request, known or not. */
#define PARAMETERS_MOST 64
#define PARAMETER_PAGE_MOST 1000
#define PARAMETER_RESULTS_MOST 100

/* A checked request: decoded values, valid UTF-8 without control characters; empty: not given. */
struct parameters {
    struct slice value[PARAMETER_COUNT];
};

enum parameter_fault {
    PARAMETER_GOOD,
    PARAMETER_TOO_MANY, /* pairs: no single one is to blame */
    PARAMETER_PERCENT,  /* % without two hexadecimal digits behind it */
    PARAMETER_ENCODING, /* no UTF-8 */
    PARAMETER_CONTROL,  /* a zero byte or another control character */
    PARAMETER_REPEATED, /* given twice */
    PARAMETER_TOO_LONG,
    PARAMETER_INVALID, /* not one of the values that it can have */
    PARAMETER_NO_DATE, /* not what a date may be */
};

/* What is wrong with which one. */
struct parameter_problem {
    enum parameter_fault fault;
    const char *name; /* of the parameter; NULL where the fault is not about one */
    size_t most;      /* TOO_LONG: bytes allowed; TOO_MANY: pairs allowed */
};

/* Reads query and body. `query_bytes` is the longest value of q. Decoded values are kept in
 * `memory`, which must live as long as *parameters. False with *problem (or with memory->failed and
 * PARAMETER_GOOD, when memory ran out); *parameters then holds the good ones that came before, so
 * that a page can still be written in the language asked for. O(length). */
bool parameters_read(struct slice query, struct slice body, size_t query_bytes,
                     struct bytes *memory, struct parameters *parameters,
                     struct parameter_problem *problem);

/* Name of a parameter in addresses and forms. */
const char *parameter_name(enum parameter parameter);

/* Which of the table's choices the value is, the first where none is given: for SORT, BY, ACROSS
 * (0: on), COPIES (0: folded), FORMAT. */
size_t parameters_choice(const struct parameters *parameters, enum parameter parameter);

/* The choice of that number. */
const char *parameter_choice_name(enum parameter parameter, size_t number);

/* The value as a number, or `fallback` where none is given: for PAGE, RESULTS. */
uint32_t parameters_number(const struct parameters *parameters, enum parameter parameter,
                           uint32_t fallback);

/* Appends what is given as "q=laut%20aral&lang=id": nothing but unreserved characters, '%', '=' and
 * '&'. Reading it gives the same parameters. */
void parameters_write(const struct parameters *parameters, struct bytes *out);

/* The same for an address in markup: "&amp;" between them, characters beyond ASCII as they are. */
void parameters_write_markup(const struct parameters *parameters, struct bytes *out);

/* Whether it is UTF-8 that a person can have typed: no control characters but tabs and line ends.
 */
bool text_is_clean(struct slice text);

#endif
