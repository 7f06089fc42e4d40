/* html_hidden.h - pages that hide their own article. */
#ifndef ARAL_ARTICLE_HTML_HIDDEN_H
#define ARAL_ARTICLE_HTML_HIDDEN_H

#include "corpus/article/html_tree.h"

/* Whether what a page hides (html_is_hidden) holds its main headings, all of them, and most of its
 * text: it was saved while a dialogue for consent covered the article. O(size of the tree). */
bool html_hides_article(const GumboNode *root);

#endif
