/* clean.h - text as articles hold it: valid UTF-8 in Unicode's composed form NFC, '\n' as the only
 * line end, no NUL, no byte order mark, no other control characters but the tab.
 *
 * All are O(length) whatever the text: runs of combining marks are cut as the Stream-Safe Text
 * Format of UAX #15 says, a joiner (U+034F) after 30 of them. Invalid UTF-8 becomes U+FFFD. What
 * is cleaned twice is as cleaned once. Memory failure is told by out->failed. */
#ifndef ARAL_ARTICLE_CLEAN_H
#define ARAL_ARTICLE_CLEAN_H

#include "corpus/base/bytes.h"

/* Appends `text`, lines kept; white space at its end and empty lines at its start are left out. */
void clean_text(struct slice text, struct bytes *out);

/* Appends `text` as one line: each run of white space is one space, none at either end. */
void clean_line(struct slice text, struct bytes *out);

/* Without white space (of Unicode's) at both ends. */
struct slice slice_trim(struct slice text);

/* Takes the next line off *text, without its '\n'. False when *text is empty. */
bool slice_take_line(struct slice *text, struct slice *line);

/* The bytes of the white space character `text` begins with, or 0. */
size_t space_length(struct slice text);

#endif
