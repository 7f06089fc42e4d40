/* messages.h - the messages of the page; their table is for interface.c only. */
#ifndef ARAL_SEARCHER_WEB_MESSAGES_H
#define ARAL_SEARCHER_WEB_MESSAGES_H

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
    MESSAGE_NOTE_HYPHEN,
    MESSAGE_NOTE_SOURCE,
    MESSAGE_NOTE_WORDS,      /* number */
    MESSAGE_NOTE_EXPANSIONS, /* number */
    MESSAGE_NOTE_CANDIDATES, /* number */
    MESSAGE_NOTE_UNQUOTED,
    MESSAGE_NOTE_RESPELT,
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

#define INTERFACE_COLUMNS 3

extern const char *const interface_messages[MESSAGE_COUNT][INTERFACE_COLUMNS];

#endif
