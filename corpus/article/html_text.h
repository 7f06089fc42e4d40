/* html_text.h - text out of pieces of HTML, as feeds carry them. */
#ifndef ARAL_ARTICLE_HTML_TEXT_H
#define ARAL_ARTICLE_HTML_TEXT_H

#include "corpus/base/bytes.h"

/* Appends the text of a piece of HTML (UTF-8), paragraphs as lines; nothing is taken for furniture
 * but what no reader sees, lines among others that call the reader elsewhere ("Read also: ..."),
 * and, as the last of several lines, a link to the page. A main heading (<h1>) that more text
 * follows is appended to `heading` instead, if that is not NULL. False and *error (ERROR_LIMIT,
 * ERROR_MEMORY). */
bool html_text(struct slice html, struct bytes *heading, struct bytes *out, struct error *error);

#endif
