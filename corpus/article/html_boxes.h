/* html_boxes.h - what the boxes of a page are, once all of its lines are known. */
#ifndef ARAL_ARTICLE_HTML_BOXES_H
#define ARAL_ARTICLE_HTML_BOXES_H

#include "corpus/article/html_blocks.h"

/* Settles the kind and furniture of all boxes: each has at least what the box around it has, and
 * what it looks like by itself is corrected. A box that holds the page's heading, say, is not
 * surely furniture. `title` is the page's; it may be empty. O(boxes * blocks). */
void html_boxes_settle(struct html_blocks *blocks, struct slice title);

#endif
