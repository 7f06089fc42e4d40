/* tag_reading.h - where the attributes of a tag begin, in HTML and XML, read byte by byte.
 *
 * The states are those of HTML's tokenizer, which reads the tags of well-formed XML right, too.
 * Anything simpler lets a page hide tags in what only seems to be a quoted value. */
#ifndef ARAL_ARTICLE_TAG_READING_H
#define ARAL_ARTICLE_TAG_READING_H

#include <stdbool.h>

/* Those of quoted values are one, and what is behind one is IN_TAG. */
enum tag_state {
    IN_TAG, /* where an attribute may begin */
    IN_NAME,
    BEHIND_NAME,
    BEFORE_VALUE,
    IN_VALUE,
    IN_QUOTES,
};

struct tag_reading {
    enum tag_state state;
    char quote; /* IN_QUOTES: which */
};

/* Whether the white space of HTML, which is that of XML and form feeds. */
bool tag_is_space(char byte);

/* Whether the tag ends with that byte, its '>'. */
bool tag_ends(const struct tag_reading *reading, char byte);

/* Reads the next byte of a tag, which does not end with it. True where an attribute begins. */
bool tag_read(struct tag_reading *reading, char byte);

#endif
