/* html_layout.h - the walk through a page that makes lines of its text and boxes of the elements
 * around them (html_blocks.h). */
#ifndef ARAL_ARTICLE_HTML_LAYOUT_H
#define ARAL_ARTICLE_HTML_LAYOUT_H

#include "corpus/article/html_blocks.h"

/* Lays out the page of that title, which may be empty. What no reader sees (scripts) and elements
 * that are navigation by their nature are left out. False when memory ran out. O(size of the tree).
 */
bool html_blocks_lay_out(struct html_blocks *blocks, const GumboNode *root, struct slice title);

#endif
