/* html_furniture.h - what on a page belongs to the site and not to the article. */
#ifndef ARAL_ARTICLE_HTML_FURNITURE_H
#define ARAL_ARTICLE_HTML_FURNITURE_H

#include "corpus/article/html_tree.h"

/* True for elements that a reader does not see as text, or that are navigation by their nature. */
bool html_is_invisible(const GumboNode *node);

/* True for words that sites have only screen readers say; within a link they are about the link:
 * "(opens in a new tab)". */
bool html_is_for_screen_readers(const GumboNode *node);

/* True for elements that are called the author of something: "article-author-name". */
bool html_is_author(const GumboNode *node);

/* True for elements that the page itself hides: style="display:none", hidden, aria-hidden. */
bool html_is_hidden(const GumboNode *node);

/* Whether an element belongs to the site: menus, cookie notes, comments, share buttons, lists of
 * related articles, footers. */
enum furniture {
    FURNITURE_NOT,
    FURNITURE_LIKELY, /* by a word in its class or id; sites also name wrappers of articles so */
    FURNITURE_SURE,   /* by its tag, or by a whole name that nothing else has */
    FURNITURE_BEYOND, /* more than that no element is */
};

/* What an element looks like by itself; what is around it and in it may say more. */
enum furniture html_furniture(const GumboNode *node);

/* True for elements that look like the head of something: of the site, or of the article. */
bool html_is_header(const GumboNode *node);

/* True for a paragraph, a box or a heading below the main one that is called the lead of an
 * article: "standfirst", "post-lead". */
bool html_is_lead(const GumboNode *node);

/* True for a heading that is the name of the site: it is called so ("logo", "site-title"), or all
 * of it leads to the site's first page. */
bool html_is_site_name(const GumboNode *heading);

#endif
