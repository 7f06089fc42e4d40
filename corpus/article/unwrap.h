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

/* What has been seen of the lines of a paragraph in text of that width; {.width = ...} is nothing.
 */
struct paragraph_lines {
    size_t width;
    size_t breaks;  /* lines below the first */
    size_t full;    /* lines above another that had no room for another word */
    size_t pointed; /* lines above another that end with a punctuation mark */
    size_t small;   /* lines below the first that begin with a small letter */
    size_t items;   /* lines that begin with the mark of a list's item */
    size_t longest; /* characters in the longest line of several words */
    size_t needed;  /* characters of the lines above another, each with a blank and the next word */
    struct slice last;
};

/* Notes the next line, without white space at its ends; it must live as long as *lines. */
void paragraph_note(struct paragraph_lines *lines, struct slice line);

/* Whether the lines, of a paragraph that has ended, were wrapped and are to be joined: all but the
 * last are full, and they break where the room ends, not where something said does. In lists,
 * verses and addresses most lines end with a punctuation mark, or begin with a capital letter, a
 * number or the mark of an item, or there mostly was room for the next word: the lines with it
 * would be no longer, on average, than the longest one. An editor leaves room only by the way, in
 * order to have lines of more equal lengths. */
bool paragraph_is_wrapped(const struct paragraph_lines *lines);

/* Whether a line right below another begins a paragraph: an item of a list, behind the end of a
 * sentence or the like; or no small letter behind a colon. */
bool line_begins_paragraph(struct slice above, struct slice line);

/* What stands between two lines that are joined: nothing behind the hyphen of a word, which is cut
 * off the line where it only divides the word (divided.h); a blank behind any other line, one that
 * ends with a dash (" -") or with a word cut short ("pre-", "and post-war") included. O(length). */
const char *line_join(struct slice *line, struct slice next);

/* Whether an editor wrapped the lines of the text. O(length). */
bool text_is_wrapped(struct slice text);

/* Appends `text` with the lines of wrapped paragraphs joined into one, and with their divided words
 * whole. In wrapped text a paragraph is joined when its lines are wrapped (paragraph_is_wrapped);
 * so poems, tables and lists keep their lines. A paragraph begins behind an empty line, with an
 * item of a list (line_begins_paragraph), and with a line that is indented where the one above is
 * not, and does not go on with a small letter. O(length). */
void text_unwrap(struct slice text, struct bytes *out);

/* Overwrites the line breaks behind full lines of wrapped text with spaces: what is left of them
 * ends paragraphs. Every character keeps its place. O(length). */
void text_join_lines(char *text, size_t length);

#endif
