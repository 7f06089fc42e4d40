/* topics.h - many queries at once: a file of `qid<TAB>query` lines, answered in its order. */
#ifndef ARAL_SEARCHER_TOPICS_H
#define ARAL_SEARCHER_TOPICS_H

#include "searcher/printer.h"

#include <stdio.h>

struct topics_job {
    const char *const *locations; /* of the index */
    size_t location_count;
    struct searcher_options servers;
    struct search_request request; /* but for the query */
    const struct printer *printer;
    struct print_options print; /* but for the topic */
    unsigned threads;           /* each with a searcher of its own; at least 1 */
    FILE *out;                  /* answers */
    FILE *timing;               /* `qid<TAB>microseconds<TAB>hits` for each; NULL: not wanted */
    FILE *notes;                /* `qid: note`, and what is not answered; NULL: not wanted */
};

/* Answers the queries of the file ("-": standard input), which may begin with a byte order mark.
 * An id may stand on several lines, which is told in the notes. *found: one of them found
 * something. *refused: how many go beyond a limit or are not `qid<TAB>query`: each is told in the
 * notes, as "FILE:LINE: topic QID: reason" or "FILE:LINE: reason", and all others are answered. Any
 * other failure ends the run, all queries before it being answered. */
bool topics_run(const struct topics_job *job, const char *path, bool *found, size_t *refused,
                struct error *error);

#endif
