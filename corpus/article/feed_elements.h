/* feed_elements.h - which elements of feeds give which field of an article. */
#ifndef ARAL_ARTICLE_FEED_ELEMENTS_H
#define ARAL_ARTICLE_FEED_ELEMENTS_H

#include "corpus/article/fields.h"

struct feed_element {
    const char *name;
    const char *space; /* part of the namespace's URI, where names clash; NULL: any */
    enum article_field field;
    int rank;         /* where several give a field, the highest is taken */
    const char *part; /* the child that has the value, if there is one */
};

/* The element of RSS 0.9x to 2.0 and 1.0, Atom (RFC 4287) and their usual extensions with that
 * local name, in the namespace of that URI; NULL where it gives no field. */
const struct feed_element *feed_element_find(const char *name, const char *space);

/* Whether an element is a <media:group>, what a video site's item consists of, and the element of
 * one that gives a field; NULL where it gives none. Their text is plain unless its type says
 * otherwise (Media RSS 1.5.1). */
bool feed_element_is_media_group(const char *name, const char *space);
const struct feed_element *feed_element_find_in_media(const char *name, const char *space);

/* Whether an element of that name is an article: <item> of RSS, <entry> of Atom. */
bool feed_element_is_item(const char *name);

/* Whether a root element of that name is a feed's. */
bool feed_element_is_root(const char *name);

#endif
