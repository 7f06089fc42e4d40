/* text_links.h - text that lynx or w3m has made of a page: marks of links, and a list of where they
 * lead. */
#ifndef ARAL_ARTICLE_TEXT_LINKS_H
#define ARAL_ARTICLE_TEXT_LINKS_H

#include "corpus/base/bytes.h"

/* Appends the text (clean, see clean.h) without the list of addresses that ends it, "References"
 * above lines like "1. https://..." (lynx) or "[1] https://..." (w3m), and without the marks "[1]"
 * of these in it. Where it ends with no such list, it is appended as it is. O(length). */
void text_drop_links(struct slice text, struct bytes *out);

#endif
