/* html_blocks.h - a page as lines of text in the boxes that hold them: what the choice of the
 * article works on. */
#ifndef ARAL_ARTICLE_HTML_BLOCKS_H
#define ARAL_ARTICLE_HTML_BLOCKS_H

#include "corpus/article/html_furniture.h"
#include "corpus/base/bytes.h"

#include <stdint.h>

/* A line: a paragraph, heading, list item or table row. */
struct html_block {
    size_t start, length;  /* bytes in html_blocks.text */
    size_t letters;        /* characters that are not white space */
    size_t link_letters;   /* those of them inside links to elsewhere */
    uint32_t box;          /* the innermost box it is in */
    unsigned char heading; /* 1 to 6, or 0; 1 where marked itemprop="headline" */
    bool listed;           /* in a list item or table row */
    bool label;            /* names a part of the page: "Comments (2)", "Read also: ..." */
    bool appeal; /* has a link and calls the reader there: "Read also: ...", "Follow us on ..." */
};

enum box_kind {
    BOX_PLAIN,
    BOX_MAIN,         /* <main> */
    BOX_ARTICLE,      /* <article> */
    BOX_ARTICLE_BODY, /* itemprop="articleBody" */
};

/* An element that holds lines. Boxes are in document order, box 0 is the page. */
struct html_box {
    const GumboNode *node;
    uint32_t parent;
    uint32_t first, end; /* its blocks, those of boxes inside included */
    enum box_kind kind;
    enum furniture furniture; /* what it looks like, or a box around it */
    bool header; /* it, or a box around it, is the head of the article: bylines, the lead */
};

struct html_blocks {
    struct bytes text;
    struct html_block *blocks;
    size_t block_count, block_capacity;
    struct html_box *boxes;
    size_t box_count, box_capacity;
    bool failed; /* memory ran out */
};

/* Lays the page out. What no reader sees (scripts, hidden elements) and elements that are
 * navigation by their nature are left out. False when memory ran out. O(size of the tree). */
bool html_blocks_lay_out(struct html_blocks *blocks, const GumboNode *root);
void html_blocks_free(struct html_blocks *blocks);

static inline struct slice html_block_text(const struct html_blocks *blocks,
                                           const struct html_block *block) {
    return slice_of(blocks->text.data + block->start, block->length);
}

#endif
