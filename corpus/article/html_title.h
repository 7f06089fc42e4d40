/* html_title.h - a page's title, told from the name of the site that stands beside it. */
#ifndef ARAL_ARTICLE_HTML_TITLE_H
#define ARAL_ARTICLE_HTML_TITLE_H

#include "corpus/article/html_findings.h"

/* Sets the draft's title and source from what has been found. */
void findings_set_title(struct findings *findings);

/* Whether the title element is these words and, behind them, a shorter name: that of the site.
 * O(length). */
bool findings_are_title(const struct findings *findings, struct slice words);

#endif
