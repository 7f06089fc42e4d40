/* report.h - what a run has done: shown while it goes on, summed up when it is over. */
#ifndef ARAL_INDEXER_REPORT_H
#define ARAL_INDEXER_REPORT_H

#include "corpus/base/bytes.h"

#include <stdbool.h>
#include <stdint.h>

/* What has been done of work that is not summed up yet: shown as progress. */
struct under_way {
    uint64_t articles, passages, text_bytes;
};

struct report {
    uint64_t added, updated, unchanged, removed,
        rejected;         /* articles; files that were no article */
    uint64_t passages;    /* written */
    uint64_t text_bytes;  /* of the articles added and updated */
    uint64_t input_bytes; /* of files, read so far */
    uint64_t input_total; /* of all files; 0 where that is not known */
    struct under_way under_way;
    double started;    /* seconds of the monotonic clock */
    double shown;      /* when the progress line was last written */
    const char *task;  /* shown before the progress; NULL: adding articles */
    bool progress;     /* there is a terminal to show it on */
    bool line_is_open; /* the progress line is on the screen */
};

/* What takes a line of progress off a terminal. */
#define REPORT_CLEAR_LINE "\r\033[K"

/* Starts the clock. `quiet` shows no progress even on a terminal. */
void report_begin(struct report *report, bool quiet);

/* Shows the progress if it is time to. */
void report_progress(struct report *report);

/* Takes the progress line off the screen, before anything else is written to standard error. */
void report_clear(struct report *report);

/* Writes lines to standard error. */
void report_complain(struct report *report, const struct bytes *lines);

/* Writes the summary to standard output: a sentence, or an object of JSON. */
void report_summarise(struct report *report, bool json);

/* Writes a number of bytes to standard output as people read it: "12.3 kB", "4.5 MB". */
void report_print_size(uint64_t bytes);

#endif
