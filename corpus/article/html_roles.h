/* html_roles.h - what elements do to the lines of a page. */
#ifndef ARAL_ARTICLE_HTML_ROLES_H
#define ARAL_ARTICLE_HTML_ROLES_H

#include "corpus/article/html_tree.h"

#include <stdbool.h>

/* What an element does to lines. */
enum tag_role {
    ROLE_INLINE, /* nothing: it stands within a line */
    ROLE_LINE,   /* its text is a line of its own */
    ROLE_BOX,    /* it holds lines */
    ROLE_CELL,   /* of a table */
    ROLE_BREAK,  /* it ends a line */
};

/* The role of a node where it stands; `in_data_row`: inside of a row for which html_is_data_row
 * holds, whose cells are joined into one line. */
enum tag_role html_role(const GumboNode *node, bool in_data_row);

/* True for the row of a table of data: at least two cells, each with mere text or one paragraph,
 * perhaps on two lines. Other tables lay a page out, and what is in their cells does not belong
 * together. */
bool html_is_data_row(const GumboNode *row);

/* Whether an element is one of several of its kind: a list item, or a row of data, whose caption
 * counts as the first. */
bool html_is_listed(const GumboNode *node);

/* Whether an element is <h1> to <h6>, and its level; 0 where it is no heading of an article. */
bool html_is_heading(const GumboNode *node);
unsigned char html_heading_level(const GumboNode *node);

/* A link to elsewhere; not one within the page, nor a mere anchor. */
bool html_is_link(const GumboNode *node);

/* The datetime of a <time>, unless that says when the page was changed; else empty. */
struct slice html_time(const GumboNode *node);

#endif
