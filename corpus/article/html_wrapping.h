/* html_wrapping.h - paragraphs of a page whose lines were wrapped by hand, with <br> or in <pre>.
 */
#ifndef ARAL_ARTICLE_HTML_WRAPPING_H
#define ARAL_ARTICLE_HTML_WRAPPING_H

#include "corpus/article/html_blocks.h"

/* Joins the lines of wrapped paragraphs among the last blocks, from number `first` on, to one block
 * each, in place; these stand behind one another in one box. Does nothing where lines are not
 * wrapped (unwrap.h). O(bytes of these blocks). */
void html_unwrap(struct html_blocks *blocks, size_t first);

#endif
