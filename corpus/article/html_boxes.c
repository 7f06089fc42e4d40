#include "corpus/article/html_boxes.h"

/* A paragraph of fewer letters does not make an article: what has no longer one is a teaser. */
enum { PARAGRAPH_LETTERS = 60 };

static bool is_main_heading(const struct html_block *block) {
    return block->heading == 1;
}

/* The heading of the page's own article, not one that leads to another. */
static bool is_headline(const struct html_block *block) {
    return is_main_heading(block) && !html_block_is_linked(block);
}

static bool is_paragraph(const struct html_block *block) {
    return !block->heading && block->letters >= PARAGRAPH_LETTERS &&
           block->link_letters * 3 <= block->letters;
}

static bool holds(const struct html_blocks *blocks, const struct html_box *box,
                  bool (*is_wanted)(const struct html_block *block)) {
    for (size_t i = box->first; i < box->end; i++) {
        if (is_wanted(&blocks->blocks[i])) {
            return true;
        }
    }
    return false;
}

static bool is_in_article(const struct html_blocks *blocks, uint32_t number) {
    while (number > 0 && blocks->boxes[number].kind < BOX_ARTICLE) {
        number = blocks->boxes[number].parent;
    }
    return blocks->boxes[number].kind >= BOX_ARTICLE;
}

/* Tells the head of the article from that of the site: the former is in the article or holds the
 * page's heading, the latter is furniture. A box with such a name that holds most of the text is
 * neither. */
static void settle_header(const struct html_blocks *blocks, uint32_t number, size_t all_letters,
                          struct html_box *box) {
    bool of_article = is_in_article(blocks, number);
    size_t letters = 0;
    for (size_t i = box->first; i < box->end; i++) {
        of_article = of_article || blocks->blocks[i].heading == 1;
        letters += blocks->blocks[i].letters;
    }
    if (letters * 2 <= all_letters) {
        box->header = of_article;
        box->furniture = of_article ? box->furniture : FURNITURE_LIKELY;
    }
}

/* Whether two elements have the same parent, or parents of the same kind side by side. */
static bool are_in_a_row(const GumboNode *a, const GumboNode *b) {
    const GumboNode *in = a->parent, *other = b->parent;
    return in == other || (in->parent == other->parent && html_tag(in) == html_tag(other));
}

/* The block with the page's heading; block_count where there is none. */
static size_t find_heading(const struct html_blocks *blocks) {
    size_t at = 0;
    while (at < blocks->block_count &&
           (blocks->blocks[at].heading != 1 || blocks->blocks[at].label)) {
        at++;
    }
    return at;
}

/* The page's own article among several; filled while boxes are settled one by one. */
struct page_article {
    const struct html_box *box; /* NULL: not met yet */
    size_t next_heading;        /* the first main one behind it */
    bool has_entries; /* it is one of a live blog, or the page says its title above all of them */
};

/* Takes the box as the page's article where it has a heading and text. A box that is marked as an
 * article's body has its heading before it. */
static void take_article(const struct html_blocks *blocks, struct slice title, size_t heading,
                         const struct html_box *box, struct page_article *article) {
    bool body = box->kind == BOX_ARTICLE_BODY;
    bool headed = body ? heading < box->end : holds(blocks, box, is_headline);
    if (!headed || !holds(blocks, box, is_paragraph)) {
        return;
    }
    article->box = box;
    article->has_entries = html_has_name(html_attribute(box->node, "itemprop"), "liveBlogUpdate") ||
                           (!body && heading < box->first &&
                            slice_equal(html_block_text(blocks, &blocks->blocks[heading]), title));
    article->next_heading = box->end;
    while (article->next_heading < blocks->block_count &&
           !is_main_heading(&blocks->blocks[article->next_heading])) {
        article->next_heading++;
    }
}

/* Finds the page's article. On a page that shows one article after another without end, the next
 * ones are furniture. */
static void settle_article(const struct html_blocks *blocks, struct slice title, size_t heading,
                           struct html_box *box, struct page_article *article) {
    const struct html_box *own = article->box;
    if (box->kind < BOX_ARTICLE || box->furniture == FURNITURE_SURE) {
        return;
    }
    if (!own) {
        take_article(blocks, title, heading, box, article);
    } else if (box->kind == own->kind && box->first >= own->end && !article->has_entries &&
               are_in_a_row(own->node, box->node) &&
               (box->kind == BOX_ARTICLE_BODY ? article->next_heading < box->end
                                              : holds(blocks, box, is_main_heading))) {
        box->furniture = FURNITURE_SURE;
    }
}

void html_boxes_settle(struct html_blocks *blocks, struct slice title) {
    size_t heading = find_heading(blocks);
    struct page_article article = {0};
    size_t letters = 0;
    for (size_t i = 0; i < blocks->block_count; i++) {
        letters += blocks->blocks[i].letters;
    }
    for (uint32_t i = 0; i < blocks->box_count; i++) {
        struct html_box *box = &blocks->boxes[i];
        const struct html_box *around = &blocks->boxes[box->parent];
        if (box->furniture == FURNITURE_SURE && box->first <= heading && heading < box->end) {
            box->furniture = FURNITURE_LIKELY;
        }
        if (box->furniture < around->furniture) {
            box->furniture = around->furniture;
        }
        box->header = around->header;
        if (!box->header && !box->furniture && html_is_header(box->node)) {
            settle_header(blocks, i, letters, box);
        }
        settle_article(blocks, title, heading, box, &article);
    }
    /* The article is what the entries are in, not the longest of them. */
    for (uint32_t i = 0; i < blocks->box_count && article.has_entries; i++) {
        struct html_box *box = &blocks->boxes[i];
        box->kind = box->kind == BOX_ARTICLE ? BOX_PLAIN : box->kind;
    }
}
