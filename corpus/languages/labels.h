/* labels.h - short lines that name a part of a page, and how some begin, in any of the languages.
 */
#ifndef ARAL_LANGUAGES_LABELS_H
#define ARAL_LANGUAGES_LABELS_H

#include "corpus/base/slice.h"

#include <stdbool.h>

enum label_kind {
    LABEL_PAGE,     /* of what surrounds an article: "read also", and all of the next kind */
    LABEL_COMMENTS, /* of what readers say: "comments" */
    LABEL_SOURCE,   /* of where an article is from: "source" */
    LABEL_TITLE,    /* of what an article is called: "headline" */
    LABEL_DATE,     /* of when it was published: "date" */
    LABEL_AUTHOR,   /* of who wrote it: "author" */
    LABEL_APPEAL,   /* what a line begins with that calls the reader elsewhere: "follow us" */
};

/* True where `words`, normalised, is in the lists of one of the languages. */
bool label_find(struct slice words, enum label_kind kind);

/* The same for a line as it is written: letters in any case, with numbers and signs around it,
 * "Komentar (0)", "READ ALSO:". */
bool label_is(struct slice line, enum label_kind kind);

/* The same for the words that a line begins with. */
bool label_begins(struct slice line, enum label_kind kind);

#endif
