/* html_blocks.h - a page as lines of text in the boxes that hold them: what the choice of the
 * article works on. */
#ifndef ARAL_ARTICLE_HTML_BLOCKS_H
#define ARAL_ARTICLE_HTML_BLOCKS_H

#include "corpus/article/html_furniture.h"
#include "corpus/base/bytes.h"

#include <stdint.h>

/* A line: a paragraph, heading, list item or table row. Paragraphs whose lines are wrapped by hand,
 * with <br> or in <pre>, are one line each, as those of plain text are (unwrap.h). */
struct html_block {
    size_t start, length; /* bytes in html_blocks.text */
    size_t letters;       /* characters that are not white space */
    size_t link_letters;  /* those of them inside links to elsewhere */
    struct slice time;    /* the datetime of the first <time> in it or right before it */
    size_t author_start, author_length; /* bytes of the line that are called the author, or 0 */
    uint32_t box;                       /* the innermost box it is in */
    unsigned char heading;              /* 1 to 6, or 0; 1 where marked itemprop="headline" */
    bool below;   /* right below another line of its box, behind one line break */
    bool listed;  /* in a list item, table row or the caption of a table */
    bool lead;    /* called the lead of the article, or in a box that is */
    bool caption; /* of a picture */
    bool quoted;  /* in a quotation that stands apart */
    bool label;   /* names a part of the page: "Comments (2)", "Read also: ..." */
    bool calls;   /* begins as a line that calls the reader elsewhere: "Follow us on ..." */
    bool appeal;  /* has a link and calls the reader there: "Read also: ...", "Follow us on ..."; or
                     says whose the page is: "© 2025 The Post" */
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
    bool lead;                /* it is called the lead of the article */
    bool header; /* it, or a box around it, is the head of the article: bylines, the lead */
};

/* What elements are that a page hides, perhaps only for now. */
enum html_hidden { HIDDEN_IS_LEFT_OUT, HIDDEN_IS_SHOWN };

struct html_blocks {
    enum html_hidden hidden; /* set before the page is laid out */
    struct bytes text;
    struct html_block *blocks;
    size_t block_count, block_capacity;
    struct html_box *boxes;
    size_t box_count, box_capacity;
    bool failed; /* memory ran out */
};

void html_blocks_free(struct html_blocks *blocks);

static inline struct slice html_block_text(const struct html_blocks *blocks,
                                           const struct html_block *block) {
    return slice_of(blocks->text.data + block->start, block->length);
}

/* Whether most of a block leads elsewhere. */
static inline bool html_block_is_linked(const struct html_block *block) {
    return block->link_letters * 2 > block->letters;
}

#endif
