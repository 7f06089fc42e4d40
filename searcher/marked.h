/* marked.h - a text and its marks, walked through piece by piece, for those who print it. */
#ifndef ARAL_SEARCHER_MARKED_H
#define ARAL_SEARCHER_MARKED_H

#include "searcher/search.h"

/* A piece of a text: marked or not. */
struct marked_piece {
    struct slice text;
    bool marked;
    enum match_kind kind; /* where marked */
};

/* A text to be walked through piece by piece. The pieces one after the other are the bytes of
 * `text` from `position` to `end`, in which words that were divided at ends of lines are whole. */
struct marked_text {
    struct slice text;
    const struct search_highlight *highlights;
    size_t highlight_count;
    uint32_t position, end;
};

/* The snippet of a result, and its name. */
struct marked_text marked_snippet(const struct search_result *result);
struct marked_text marked_name(const struct search_result *result);

/* The next piece; false at the end. */
bool marked_piece_next(struct marked_text *marked, struct marked_piece *piece);

#endif
