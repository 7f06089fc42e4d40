/* labels.h - short lines that name a part of a page ("Read also", "Comments"), and what other lines
 * begin with ("Source: ..."), in all of the languages. */
#ifndef ARAL_LANGUAGES_LABELS_H
#define ARAL_LANGUAGES_LABELS_H

#include "corpus/base/slice.h"

#include <stdbool.h>

enum label_kind {
    LABEL_PAGE,     /* what surrounds an article: "read also"; also all of LABEL_COMMENTS */
    LABEL_COMMENTS, /* what readers say: "comments" */
    LABEL_SOURCE,   /* where an article is from: "source" */
    LABEL_TITLE,    /* what an article is called: "headline" */
    LABEL_DATE,     /* when it was published: "date" */
    LABEL_CHANGE,   /* a word of a line that says when it was changed: "updated" */
    LABEL_AUTHOR,   /* who wrote it: "author" */
    LABEL_BYLINE,   /* the same, and a colon may be missing behind it: "by" */
    LABEL_SENDER,   /* who sent it, in mail: "from" */
    LABEL_APPEAL,   /* how a line begins that calls the reader elsewhere: "follow us" */
};

/* True where `words`, normalised (normalise.h), is in the lists of one of the languages. O(labels
 * of that kind), as are all here. */
bool label_find(struct slice words, enum label_kind kind);

/* The same for a line as it is written, in UTF-8: letters in any case, with numbers and signs
 * around it, "Komentar (0)", "READ ALSO:". */
bool label_is(struct slice line, enum label_kind kind);

/* The same for a whole line or for what stands before its first colon: "Read also: Dam raised". */
bool label_heads(struct slice line, enum label_kind kind);

/* The same for the words that a line begins with, as many as make a label: "Follow us on ...". */
bool label_begins(struct slice line, enum label_kind kind);

#endif
