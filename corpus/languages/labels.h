/* labels.h - short lines that name a part of a page ("Read also", "Comments"), and what other lines
 * begin with ("Source: ..."), in all of the languages. */
#ifndef ARAL_LANGUAGES_LABELS_H
#define ARAL_LANGUAGES_LABELS_H

#include "corpus/base/slice.h"

#include <stdbool.h>

/* What a label says; `kinds` below are sets of them, joined by |. */
enum label_kind {
    LABEL_PAGE = 1 << 0, /* what surrounds an article: "read also"; also all of LABEL_COMMENTS */
    LABEL_COMMENTS = 1 << 1, /* what readers say: "comments" */
    LABEL_SOURCE = 1 << 2,   /* where an article is from: "source" */
    LABEL_TITLE = 1 << 3,    /* what an article is called: "headline" */
    LABEL_DATE = 1 << 4,     /* when it was published: "date" */
    LABEL_CHANGE = 1 << 5,   /* a word of a line that says when it was changed: "updated" */
    LABEL_AUTHOR = 1 << 6,   /* who wrote it: "author" */
    LABEL_BYLINE = 1 << 7,   /* the same, and a colon may be missing behind it: "by" */
    LABEL_SENDER = 1 << 8,   /* who sent it, in mail: "from" */
    LABEL_APPEAL = 1 << 9,   /* how a line begins that calls the reader elsewhere: "follow us" */
    LABEL_RIGHTS = 1 << 10,  /* and one that forbids copying: "all rights reserved" */
    LABEL_WEEKDAY = 1 << 11, /* a day of the week, as it stands before dates: "friday" */
    LABEL_TIME = 1 << 12,    /* a word between a date and its time: "at" */
    LABEL_URL = 1 << 13,     /* where an article is found: "link" */
};

/* Which of `kinds` the words, normalised (normalise.h), are a label of in one of the languages.
 * O(labels of these kinds), as are all here. */
unsigned label_find(struct slice words, unsigned kinds);

/* The same for a line as it is written, in UTF-8: letters in any case, with numbers and signs
 * around it, "Komentar (0)", "READ ALSO:". */
unsigned label_kinds(struct slice line, unsigned kinds);

/* Whether such a line is a label of one of these kinds. */
bool label_is(struct slice line, unsigned kinds);

/* The same for a whole line or for what stands before its first colon: "Read also: Dam raised". */
bool label_heads(struct slice line, unsigned kinds);

/* Which of `kinds` the words that a line begins with are, as many as make a label: "Follow us on
 * ...". */
unsigned label_begins(struct slice line, unsigned kinds);

#endif
