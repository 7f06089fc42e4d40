/* html_byline.h - when and by whom an article was written, from where pages show it. */
#ifndef ARAL_ARTICLE_HTML_BYLINE_H
#define ARAL_ARTICLE_HTML_BYLINE_H

#include "corpus/article/html_article.h"

/* Sets the date and the author where the draft has none and the page shows them: between the
 * heading and the first paragraph, both also behind the text, the date also above the heading. */
void html_byline_read(const struct html_blocks *blocks, const struct html_choice *choice,
                      struct draft *draft);

#endif
