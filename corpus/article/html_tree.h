/* html_tree.h - HTML parsed by gumbo, with its memory bounded and its tree walked without
 * recursion, so that no page, however nested, exhausts memory or stack. */
#ifndef ARAL_ARTICLE_HTML_TREE_H
#define ARAL_ARTICLE_HTML_TREE_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <gumbo.h>

/* No tree may need more memory; a page of usual make needs ten times its size. Two of them at once,
 * with what malloc needs beside, are within the memory that adding takes by default. */
#define HTML_TREE_BYTES ((size_t)96 << 20)

struct html_tree;

/* Parses `html` (UTF-8); elements nested too deep lose their tags (html_nesting.h). NULL and *error
 * (ERROR_LIMIT when the tree would be too large, ERROR_MEMORY). */
struct html_tree *html_tree_parse(struct slice html, struct error *error);
void html_tree_free(struct html_tree *tree);

const GumboNode *html_tree_root(const struct html_tree *tree);

/* What a visitor wants next. */
enum html_visit { HTML_DESCEND, HTML_SKIP };

/* Calls `enter` for each node in document order and, where that said HTML_DESCEND, `leave` behind
 * its children; that may be NULL. */
void html_tree_walk(const GumboNode *root,
                    enum html_visit (*enter)(const GumboNode *node, void *data),
                    void (*leave)(const GumboNode *node, void *data), void *data);

/* The element's tag, GUMBO_TAG_UNKNOWN for other nodes. */
GumboTag html_tag(const GumboNode *node);

/* The value of an attribute, empty where there is none. */
struct slice html_attribute(const GumboNode *node, const char *name);

/* Whether `name` is one of the names in the value of class, rel or itemprop, letters in any case.
 */
bool html_has_name(struct slice names, const char *name);

#endif
