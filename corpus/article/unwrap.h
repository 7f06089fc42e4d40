/* unwrap.h - paragraphs out of lines that an editor wrapped. */
#ifndef ARAL_ARTICLE_UNWRAP_H
#define ARAL_ARTICLE_UNWRAP_H

#include "corpus/base/bytes.h"

/* Appends `text` with the lines of wrapped paragraphs joined into one. A text counts as wrapped
 * when no line is wider than lines of mail or of a terminal, and its lines often go on with a small
 * letter on the next. In it a paragraph is joined when all lines but its last are nearly full; so
 * poems, tables and lists keep their lines. O(length). */
void text_unwrap(struct slice text, struct bytes *out);

#endif
