/* html_furniture.h - what on a page belongs to the site and not to the article. */
#ifndef ARAL_ARTICLE_HTML_FURNITURE_H
#define ARAL_ARTICLE_HTML_FURNITURE_H

#include "corpus/article/html_tree.h"

/* True for elements that a reader does not see as text, or that are navigation by their nature. */
bool html_is_invisible(const GumboNode *node);

/* True for elements that look like furniture by tag, or by the words of their class and id: menus,
 * cookie notes, comments, share buttons, lists of related articles, footers. Sites also name
 * wrappers of articles so: it is evidence, not proof. */
bool html_is_furniture(const GumboNode *node);

/* True for elements that look like the head of something: of the site, or of the article. */
bool html_is_header(const GumboNode *node);

#endif
