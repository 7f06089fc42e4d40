/* unwrap.h - paragraphs out of lines that an editor wrapped. */
#ifndef ARAL_ARTICLE_UNWRAP_H
#define ARAL_ARTICLE_UNWRAP_H

#include "corpus/base/bytes.h"

/* What has been seen of the lines of a text; {0} is nothing. Lines are without white space at their
 * ends. */
struct wrapping {
    size_t width;  /* characters in the longest line */
    size_t breaks; /* lines that stand right below another */
    size_t small;  /* those of them that begin with a small letter */
};

/* Notes the next line, which is not empty; `below`: it stands right below another. */
void wrapping_note(struct wrapping *wrapping, struct slice line, bool below);

/* The width of the lines where they are wrapped, or 0: no line is wider than those of mail or of a
 * terminal, and they often go on with a small letter. */
size_t wrapping_width(const struct wrapping *wrapping);

/* Whether a line of text of that width had no room for another word. */
bool line_is_full(struct slice line, size_t width);

/* What stands between two lines that are joined: nothing behind a hyphen. */
const char *line_joint(struct slice line);

/* Appends `text` with the lines of wrapped paragraphs joined into one. In wrapped text a paragraph
 * is joined when all lines but its last are full; so poems, tables and lists keep their lines. A
 * paragraph begins behind an empty line, and with a line that is indented where the one above is
 * not, and does not go on with a small letter. O(length). */
void text_unwrap(struct slice text, struct bytes *out);

/* Overwrites the line breaks behind full lines of wrapped text with spaces: what is left of them
 * ends paragraphs. Every character keeps its place. O(length). */
void text_join_lines(char *text, size_t length);

#endif
