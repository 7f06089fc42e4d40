/* query_signs.h - the characters and fields that mean something in a query, for query.c, which
 * reads them, and query_print.c, which must not write them where they would mean something else. */
#ifndef ARAL_SEARCHER_QUERY_SIGNS_H
#define ARAL_SEARCHER_QUERY_SIGNS_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether words end at the code point: white space of any kind, and control characters. */
bool query_is_blank(int32_t code);

/* Whether the code point begins and ends phrases. */
bool query_is_quote(int32_t code);

/* Bytes of the field's name, with its colon, that the text begins with; 0 for none. */
size_t query_field_length(struct slice text);

#endif
