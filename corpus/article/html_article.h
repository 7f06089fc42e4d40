/* html_article.h - which lines of a page are the article. */
#ifndef ARAL_ARTICLE_HTML_ARTICLE_H
#define ARAL_ARTICLE_HTML_ARTICLE_H

#include "corpus/article/fields.h"
#include "corpus/article/html_blocks.h"

/* What was chosen: one byte for each block, not 0 where it is part of the article. */
struct html_choice {
    unsigned char *keep;
    bool has_good;     /* some block of the article is good */
    size_t first_good; /* the first that is, outside of its head, and no caption where others are;
                          else the one behind the article */
};

/* Chooses. The title and the site's name in `draft` are not repeated as headings. False when memory
 * ran out. O(blocks + boxes).
 *
 * A *good* block is a paragraph: long enough, of sentences, few of its letters in links, and not
 * in furniture. The article is what the page marks as such (itemprop="articleBody", <article>,
 * <main>) if that stands alone or holds most of the good text, else the smallest box that holds
 * nearly all of it. In there good blocks stay, and so does what stands among them, but for labels,
 * lists of links and headings with nothing behind them; what is before the first and behind the
 * last good block stays only where it reads like text. */
bool html_article_choose(const struct html_blocks *blocks, const struct draft *draft,
                         struct html_choice *choice);
void html_choice_free(struct html_choice *choice);

/* Appends the chosen blocks as lines. */
void html_article_write(const struct html_blocks *blocks, const struct html_choice *choice,
                        struct bytes *out);

#endif
