/* printer.h - the table of formats: answers as text, JSON, tables and TREC runs.
 *
 * A printer appends to `out` and does nothing else; memory failure is told by out->failed. Printers
 * alone escape, each for its destination; numbers are written the same whatever the locale. */
#ifndef ARAL_SEARCHER_PRINTER_H
#define ARAL_SEARCHER_PRINTER_H

#include "searcher/print_formats.h"

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

#endif
