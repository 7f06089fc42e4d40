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

enum message {
    /* the field */
    MESSAGE_SEARCH,
    MESSAGE_QUERY_LABEL,
    MESSAGE_HOME_LINE, /* number of articles */
    MESSAGE_SKIP,
    MESSAGE_INTERFACE_LANGUAGE,
    MESSAGE_SUGGESTIONS, /* number of them */
    /* above the results */
    MESSAGE_RESULTS,     /* of no query but filters */
    MESSAGE_RESULTS_FOR, /* query */
    MESSAGE_PASSAGES,    /* number */
    MESSAGE_ARTICLES,    /* number */
    MESSAGE_IN_ARTICLES, /* number */
    MESSAGE_AT_LEAST_PASSAGES,
    MESSAGE_AT_LEAST_ARTICLES,
    MESSAGE_MILLISECONDS,
    MESSAGE_NOTHING,     /* of no query but filters */
    MESSAGE_NOTHING_FOR, /* query */
    MESSAGE_NOTHING_HINT,
    MESSAGE_NOTHING_HINT_FILTERED,
    MESSAGE_PAGE_TOO_FAR,
    MESSAGE_DID_YOU_MEAN,
    /* what the search says about itself */
    MESSAGE_NOTE_ENCODING,
    MESSAGE_NOTE_DATES,
    MESSAGE_NOTE_MISREAD,
    MESSAGE_NOTE_STAR,
    MESSAGE_NOTE_SOURCE,
    MESSAGE_NOTE_WORDS,      /* number */
    MESSAGE_NOTE_EXPANSIONS, /* number */
    MESSAGE_NOTE_CANDIDATES, /* number */
    MESSAGE_NOTE_UNQUOTED,
    MESSAGE_NOTE_NO_WORDS,
    MESSAGE_NOTE_NO_ARTICLES,
    /* filters */
    MESSAGE_FILTERS,
    MESSAGE_LANGUAGE,
    MESSAGE_ALL,
    MESSAGE_OTHER_LANGUAGE,
    MESSAGE_DATE,
    MESSAGE_ANY_DATE,
    MESSAGE_SINCE,
    MESSAGE_UNTIL,
    MESSAGE_APPLY,
    MESSAGE_SOURCE,
    MESSAGE_ALL_SOURCES,
    MESSAGE_SORT,
    MESSAGE_SORT_RELEVANCE,
    MESSAGE_SORT_NEWEST,
    MESSAGE_SORT_OLDEST,
    MESSAGE_VIEW,
    MESSAGE_BY_PASSAGE,
    MESSAGE_BY_ARTICLE,
    MESSAGE_ACROSS,
    MESSAGE_ACROSS_ON,
    MESSAGE_ACROSS_OFF,
    MESSAGE_COPIES,
    MESSAGE_COPIES_FOLDED,
    MESSAGE_COPIES_SHOWN,
    /* a result */
    MESSAGE_VIA_NAME,
    MESSAGE_VIA_TRANSLATION,
    MESSAGE_IN_CONTEXT,
    MESSAGE_MORE_COPIES, /* number */
    /* below the results */
    MESSAGE_PAGES,
    MESSAGE_PREVIOUS,
    MESSAGE_NEXT,
    MESSAGE_PAGE,    /* number */
    MESSAGE_ALSO_AS, /* other formats */
    /* a passage */
    MESSAGE_PASSAGE_OF, /* number, number of all */
    MESSAGE_READ_SOURCE,
    MESSAGE_BACK,
    MESSAGE_STEPS,
    MESSAGE_EARLIER,
    MESSAGE_LATER,
    /* what went wrong */
    MESSAGE_STATUS_BAD,
    MESSAGE_STATUS_NOT_FOUND,
    MESSAGE_STATUS_METHOD,
    MESSAGE_STATUS_UNAVAILABLE,
    MESSAGE_STATUS_TIMEOUT,
    MESSAGE_BAD_ENCODING, /* parameter */
    MESSAGE_BAD_PERCENT,  /* parameter */
    MESSAGE_BAD_CONTROL,  /* parameter */
    MESSAGE_BAD_REPEATED, /* parameter */
    MESSAGE_BAD_LENGTH,   /* parameter, bytes */
    MESSAGE_BAD_VALUE,    /* parameter */
    MESSAGE_BAD_DATE,     /* parameter */
    MESSAGE_BAD_COUNT,    /* how many are allowed */
    MESSAGE_BAD_ADDRESS,
    MESSAGE_BAD_BODY,
    MESSAGE_BAD_BODY_LENGTH, /* bytes */
    MESSAGE_LIMIT,
    MESSAGE_NO_PAGE,
    MESSAGE_NO_PASSAGE,
    MESSAGE_METHOD,
    MESSAGE_UNAVAILABLE,
    MESSAGE_TIMEOUT,
    /* dates */
    MESSAGE_MONTHS,       /* twelve forms, beside a day */
    MESSAGE_MONTHS_ALONE, /* twelve forms, before a year */
    MESSAGE_FULL_DATE,    /* day, month, year */
    MESSAGE_COUNT,
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
