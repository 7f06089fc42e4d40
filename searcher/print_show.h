/* print_show.h - an article or passage as `aral-search --show` prints it. */
#ifndef ARAL_SEARCHER_PRINT_SHOW_H
#define ARAL_SEARCHER_PRINT_SHOW_H

#include "corpus/base/bytes.h"
#include "searcher/search.h"

/* For reading: the fields, a line each, an empty line and the text. Control characters but line
 * ends and tabs become blanks. */
void print_shown_text(const struct shown_article *shown, struct bytes *out);

/* One line of JSON: the fields of the article with "text", and "passages" as a list of
 * {"id","lang","start","length"}; of a passage, "text", "start" and "length" are its own. */
void print_shown_json(const struct shown_article *shown, struct bytes *out);

#endif
