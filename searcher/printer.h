/* printer.h - answers as text, JSON, tables and TREC runs.
 *
 * A printer appends to `out` and does nothing else; memory failure is told by out->failed. Printers
 * alone escape, each for its destination; numbers are written the same whatever the locale. */
#ifndef ARAL_SEARCHER_PRINTER_H
#define ARAL_SEARCHER_PRINTER_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

struct print_options {
    bool color;         /* text: bold matches by terminal escapes */
    enum search_by by;  /* tsv, trec: print the id of the passage or of the article */
    struct slice topic; /* id of the query within a batch; empty: there is only one */
};

/* A row of the table of formats. */
struct printer {
    const char *name;
    unsigned parts; /* enum search_part: what it prints, so what to ask the searcher for */
    bool unfold;    /* each copy stands for itself */
    void (*print)(const struct search_answer *answer, const struct print_options *options,
                  struct bytes *out);
};

/* The printers in the order of their table; NULL behind the last. */
const struct printer *printer_at(size_t number);

/* ---- pieces for other printers --------------------------------------------------------------- */

/* The answer as the JSON object of answer.schema.json, without newline. */
void print_answer_json(const struct search_answer *answer, struct slice topic, struct bytes *out);

/* A piece of a text: marked or not. */
struct marked_piece {
    struct slice text;
    bool marked;
    enum match_kind kind; /* where marked */
};

/* A text to be walked through piece by piece. The pieces one after the other are the bytes of
 * `text` from `position` to `end`. */
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
