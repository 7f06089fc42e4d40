/* print_formats.h - the functions behind the table of printers (printer.h). */
#ifndef ARAL_SEARCHER_PRINT_FORMATS_H
#define ARAL_SEARCHER_PRINT_FORMATS_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

/* Digits behind the point of a score: more than ranks ever differ by. */
#define SCORE_DECIMALS 6

struct print_options {
    bool color;         /* text: bold matches by terminal escapes */
    enum search_by by;  /* tsv, trec: print the id of the passage or of the article */
    struct slice topic; /* id of the query within a batch; empty: there is only one */
};

void print_text(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out);
void print_json(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out);
void print_jsonl(const struct search_answer *answer, const struct print_options *options,
                 struct bytes *out);
void print_tsv(const struct search_answer *answer, const struct print_options *options,
               struct bytes *out);
void print_trec(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out);

/* The answer as the JSON object of answer.schema.json, without newline. */
void print_answer_json(const struct search_answer *answer, struct slice topic, struct bytes *out);

/* Appends text for a terminal or a line of a table: control characters become a blank, a run
 * of them one, so that an article can neither break the line nor command the terminal; what sets
 * the direction of the rest of the line is left out. */
void append_line_text(struct bytes *out, struct slice text);

#endif
