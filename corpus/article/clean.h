/* clean.h - text as articles hold it: valid UTF-8 in Unicode's composed form NFC, '\n' as the only
 * line end, no NUL, no byte order mark, no other control characters but the tab.
 *
 * All are O(length), whatever the text. Runs of combining marks are cut as the Stream-Safe Text
 * Format of UAX #15 says: a joiner (U+034F) is put after 30 of them, decomposed. Invalid UTF-8
 * becomes U+FFFD. Cleaning a clean text changes nothing. When memory runs out, out->failed is set.
 */
#ifndef ARAL_ARTICLE_CLEAN_H
#define ARAL_ARTICLE_CLEAN_H

#include "corpus/base/bytes.h"

/* Appends `text` with its lines; white space at its end and empty lines at its start are left out.
 */
void clean_text(struct slice text, struct bytes *out);

/* Appends `text` as one line: a single space for each run of white space, none at either end and
 * none for a zero width space. */
void clean_line(struct slice text, struct bytes *out);

/* The slice without white space, by Unicode's definition and zero width spaces, at both ends. */
struct slice slice_trim(struct slice text);

/* The bytes of the white space character `text` begins with, or 0. */
size_t space_length(struct slice text);

#endif
