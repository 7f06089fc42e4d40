#include "corpus/article/html_blocks.h"

#include "corpus/article/clean.h"
#include "corpus/article/unwrap.h"
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/labels.h"

#include <stdlib.h>
#include <strings.h>

enum {
    PARAGRAPH_LETTERS = 60, /* fewer, and an article is a mere teaser */
    LONGEST_APPEAL = 300,   /* letters; more, and a line has something to tell */
};

struct layout {
    struct html_blocks *out;
    uint32_t box;     /* the innermost */
    size_t run_start; /* the first block of the lines behind one another in it */
    unsigned breaks;  /* of lines since the last one that has letters */
    bool indented;    /* white space stands before the line, where that counts */
    size_t line_start;
    size_t letters, link_letters; /* of the line so far */
    bool space;                   /* white space is due before the next letter */
    unsigned links;               /* links the walk is inside of */
    unsigned listed;              /* list items and rows likewise */
    unsigned preformatted;
    bool data_row; /* inside a table row whose cells are joined into one line */
    unsigned char heading;
    bool site_name;    /* inside a heading that is the site's name */
    struct slice time; /* of this line so far */
};

/* What an element does to lines. */
enum tag_role { ROLE_INLINE, ROLE_LINE, ROLE_BOX, ROLE_CELL, ROLE_BREAK };

static enum tag_role role_of(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_P:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_PRE:
        return ROLE_BOX;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return ROLE_CELL;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_HGROUP:
        return ROLE_LINE;
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
        return ROLE_BREAK;
    default:
        return ROLE_INLINE;
    }
}

static bool is_heading(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

/* 0 for what is no heading of an article. */
static unsigned char heading_level(const GumboNode *node) {
    bool heading = is_heading(node) && !html_is_site_name(node);
    if (heading && html_has_name(html_attribute(node, "itemprop"), "headline")) {
        return 1;
    }
    return heading ? (unsigned char)(html_tag(node) - GUMBO_TAG_H1 + 1) : 0;
}

static bool is_label(struct slice line) {
    const char *colon = line.length ? memchr(line.data, ':', line.length) : NULL;
    return label_is(line, LABEL_PAGE) ||
           (colon && label_is(slice_of(line.data, (size_t)(colon - line.data)), LABEL_PAGE));
}

/* "© 2025 The Post", "(c) 2025 The Post", "Copyright © ...", "Copyright 2025 ..." */
static bool is_notice_of_rights(struct slice line) {
    static const char *const signs[] = {"(c) ", "(C) ", "\xC2\xA9"};
    static const char word[] = "copyright ";
    size_t letters = sizeof word - 1;
    bool named = line.length > letters && strncasecmp(line.data, word, letters) == 0;
    bool marked = false;
    if (named) {
        line = slice_of(line.data + letters, line.length - letters);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !marked; i++) {
        marked = slice_starts_with(line, slice_of_string(signs[i]));
        if (marked) {
            /* Without a year, "(c)" is rather the third of several points. */
            named = named || *signs[i] != '(';
            line = slice_of(line.data + strlen(signs[i]), line.length - strlen(signs[i]));
        }
    }
    bool year = line.length > 0 && ascii_is_digit(*line.data);
    return named ? marked || year : marked && year;
}

/* A box whose first line is a heading like "Related articles" or "Sign up for our newsletter" is
 * about these. */
static void note_label(struct html_blocks *out, struct html_block *block) {
    struct html_box *box = &out->boxes[block->box];
    struct slice line = html_block_text(out, block);
    block->label = block->label || is_label(line);
    bool appeal = block->link_letters > 0 && (block->label || label_begins(line, LABEL_APPEAL));
    block->appeal = block->letters <= LONGEST_APPEAL && (appeal || is_notice_of_rights(line));
    GumboTag tag = html_tag(box->node);
    bool page = tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || box->kind != BOX_PLAIN;
    if (block->heading > 1 && !page && &out->blocks[box->first] == block &&
        (label_is(line, LABEL_PAGE) || label_begins(line, LABEL_APPEAL)) &&
        box->furniture == FURNITURE_NOT) {
        box->furniture = label_is(line, LABEL_COMMENTS) ? FURNITURE_SURE : FURNITURE_LIKELY;
    }
}

/* Whether the line is of no-break spaces only, as in <p>&nbsp;</p>. */
static bool is_blank(const struct layout *layout) {
    const struct bytes *text = &layout->out->text;
    struct slice line =
        slice_of(text->data + layout->line_start, text->length - layout->line_start);
    return slice_trim(line).length == 0;
}

/* Whether the line so far stands right below another, and goes on with its paragraph. */
static bool is_below(const struct layout *layout) {
    const struct html_blocks *out = layout->out;
    struct slice line =
        slice_of(out->text.data + layout->line_start, out->text.length - layout->line_start);
    return layout->breaks == 1 && out->block_count > layout->run_start && !layout->indented &&
           space_length(line) == 0;
}

static void end_line(struct layout *layout) {
    struct html_blocks *out = layout->out;
    if (layout->letters > 0 && is_blank(layout)) {
        out->text.length = layout->line_start;
    } else if (layout->letters > 0) {
        if (array_reserve(&out->blocks, &out->block_capacity, out->block_count + 1,
                          sizeof *out->blocks)) {
            bool lead = out->boxes[layout->box].lead; /* however large its letters are */
            out->blocks[out->block_count++] = (struct html_block){
                .start = layout->line_start,
                .length = out->text.length - layout->line_start,
                .letters = layout->letters,
                .link_letters = layout->link_letters,
                .time = layout->time,
                .box = layout->box,
                .heading = lead && layout->heading > 1 ? 0 : layout->heading,
                .below = is_below(layout),
                .listed = layout->listed > 0,
                .label = layout->site_name,
            };
            layout->time = slice_of(NULL, 0);
            layout->breaks = 0;
            note_label(out, &out->blocks[out->block_count - 1]);
        } else {
            out->failed = true;
        }
        bytes_append_byte(&out->text, '\n');
    }
    layout->line_start = out->text.length;
    layout->letters = layout->link_letters = 0;
    layout->space = layout->indented = false;
}

static void break_line(struct layout *layout) {
    end_line(layout);
    layout->breaks++;
}

/* The end of the paragraph whose first line is block `start`; *full: all its lines but the last
 * are. */
static size_t find_paragraph_end(const struct html_blocks *blocks, size_t start, size_t width,
                                 bool *full) {
    size_t end = start + 1;
    *full = true;
    while (end < blocks->block_count && blocks->blocks[end].below) {
        *full = *full && line_is_full(html_block_text(blocks, &blocks->blocks[end - 1]), width);
        end++;
    }
    return end;
}

/* Adds a line to the paragraph before it, whose line end is the last byte before `text`. Returns
 * where the text goes on. */
static size_t join_line(struct html_blocks *blocks, struct html_block *paragraph,
                        const struct html_block *line, size_t text) {
    const char *joint = line_joint(html_block_text(blocks, paragraph));
    text--;
    memcpy(blocks->text.data + text, joint, strlen(joint));
    text += strlen(joint);
    memmove(blocks->text.data + text, blocks->text.data + line->start, line->length + 1);
    paragraph->length = text + line->length - paragraph->start;
    paragraph->letters += line->letters;
    paragraph->link_letters += line->link_letters;
    paragraph->time = paragraph->time.length > 0 ? paragraph->time : line->time;
    return text + line->length + 1;
}

/* Joins the lines of wrapped paragraphs in [first, block_count) to one block each, in place. */
static void join_lines(struct html_blocks *blocks, size_t first, size_t width) {
    size_t count = first, text = blocks->blocks[first].start, end;
    for (size_t i = first; i < blocks->block_count; i = end) {
        bool full;
        end = find_paragraph_end(blocks, i, width, &full);
        for (size_t j = i; j < end; j++) {
            struct html_block line = blocks->blocks[j];
            if (full && j > i) {
                text = join_line(blocks, &blocks->blocks[count - 1], &line, text);
                continue;
            }
            memmove(blocks->text.data + text, blocks->text.data + line.start, line.length + 1);
            line.start = text;
            text += line.length + 1;
            blocks->blocks[count++] = line;
        }
    }
    blocks->block_count = count;
    blocks->text.length = text;
}

/* Ends the lines that stand behind one another in a box, where that or one inside of it begins or
 * ends. */
static void end_run(struct layout *layout) {
    struct html_blocks *out = layout->out;
    struct wrapping wrapping = {0};
    bool several = out->block_count - layout->run_start > 1 && !out->text.failed;
    for (size_t i = layout->run_start; i < out->block_count && several; i++) {
        wrapping_note(&wrapping, html_block_text(out, &out->blocks[i]), out->blocks[i].below);
    }
    size_t width = wrapping_width(&wrapping);
    if (width > 0) {
        join_lines(out, layout->run_start, width);
        layout->line_start = out->text.length;
    }
    layout->run_start = out->block_count;
    layout->breaks = 0;
}

static enum box_kind kind_of(const GumboNode *node) {
    if (html_has_name(html_attribute(node, "itemprop"), "articleBody")) {
        return BOX_ARTICLE_BODY;
    }
    switch (html_tag(node)) {
    case GUMBO_TAG_ARTICLE:
        return BOX_ARTICLE;
    case GUMBO_TAG_MAIN:
        return BOX_MAIN;
    default:
        return slice_equal(html_attribute(node, "role"), slice_of_string("main")) ? BOX_MAIN
                                                                                  : BOX_PLAIN;
    }
}

static void open_box(struct layout *layout, const GumboNode *node) {
    struct html_blocks *out = layout->out;
    if (out->box_count == UINT32_MAX ||
        !array_reserve(&out->boxes, &out->box_capacity, out->box_count + 1, sizeof *out->boxes)) {
        out->failed = true;
        return;
    }
    out->boxes[out->box_count] = (struct html_box){
        .node = node,
        .parent = layout->box,
        .first = (uint32_t)out->block_count,
        .kind = kind_of(node),
        .furniture = html_furniture(node),
        .lead = html_is_lead(node),
    };
    layout->box = (uint32_t)out->box_count++;
}

static void close_box(struct layout *layout, const GumboNode *node) {
    struct html_blocks *out = layout->out;
    if (out->box_count > 0 && out->boxes[layout->box].node == node) {
        out->boxes[layout->box].end = (uint32_t)out->block_count;
        layout->box = out->boxes[layout->box].parent;
    }
}

static void append_text(struct layout *layout, struct slice text) {
    struct bytes *out = &layout->out->text;
    size_t at = 0;
    while (at < text.length) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte == '\n' && layout->preformatted > 0) {
            break_line(layout);
            at++;
            continue;
        }
        /* Only ASCII white space collapses in HTML. */
        if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            layout->space = layout->letters > 0;
            layout->indented = layout->indented || (layout->preformatted > 0 && !layout->space);
            at++;
            continue;
        }
        size_t start = at;
        size_t letters = 0;
        while (at < text.length) {
            byte = (unsigned char)text.data[at];
            if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
                break;
            }
            letters += !utf8_continues(text.data[at]);
            at++;
        }
        if (layout->space) {
            bytes_append_byte(out, ' ');
            layout->space = false;
        }
        bytes_append(out, text.data + start, at - start);
        layout->letters += letters;
        layout->link_letters += layout->links > 0 ? letters : 0;
    }
}

/* A link to elsewhere; not one within the page, nor a mere anchor. */
static bool is_link(const GumboNode *node) {
    struct slice target = html_attribute(node, "href");
    return html_tag(node) == GUMBO_TAG_A && target.length > 0 &&
           (target.data[0] != '#' || target.length == 1);
}

/* The datetime of a <time>, unless that says when the page was changed. */
static struct slice time_of(const GumboNode *node) {
    struct slice classes = html_attribute(node, "class");
    struct slice property = html_attribute(node, "itemprop");
    bool wanted = html_tag(node) == GUMBO_TAG_TIME && !html_has_name(property, "dateModified") &&
                  (!html_has_name(classes, "updated") || html_has_name(classes, "published"));
    return wanted ? html_attribute(node, "datetime") : slice_of(NULL, 0);
}

/* True for the row of a table of data: at least two cells, each with mere text or one paragraph,
 * perhaps on two lines. Other tables lay a page out, and what is in their cells does not belong
 * together. */
static bool is_data_row(const GumboNode *row) {
    size_t cells = 0;
    for (unsigned i = 0; i < row->v.element.children.length; i++) {
        const GumboNode *cell = row->v.element.children.data[i];
        if (role_of(html_tag(cell)) != ROLE_CELL) {
            continue;
        }
        size_t paragraphs = 0, breaks = 0;
        for (unsigned j = 0; j < cell->v.element.children.length; j++) {
            const GumboNode *child = cell->v.element.children.data[j];
            enum tag_role role = role_of(html_tag(child));
            paragraphs += html_tag(child) == GUMBO_TAG_P;
            breaks += role == ROLE_BREAK;
            if ((role == ROLE_BOX && html_tag(child) != GUMBO_TAG_P) || role == ROLE_LINE ||
                paragraphs > 1 || breaks > 1) {
                return false;
            }
        }
        cells++;
    }
    return cells > 1;
}

static bool is_text_at(const GumboVector *siblings, size_t index) {
    return index < siblings->length &&
           ((const GumboNode *)siblings->data[index])->type == GUMBO_NODE_TEXT;
}

/* Elements of a site's own are what its style sheets make of them. One in a box, without text
 * beside it, is taken for a box; others stand in a line. */
static bool is_box_of_its_own(const GumboNode *node) {
    const GumboNode *parent = node->parent;
    GumboTag around = html_tag(parent);
    if (node->type != GUMBO_NODE_ELEMENT || html_tag(node) != GUMBO_TAG_UNKNOWN ||
        parent->type != GUMBO_NODE_ELEMENT || around == GUMBO_TAG_P) {
        return false;
    }
    const GumboVector *siblings = &parent->v.element.children;
    size_t at = node->index_within_parent;
    return (around == GUMBO_TAG_UNKNOWN || role_of(around) == ROLE_BOX) &&
           !is_text_at(siblings, at + 1) && !(at > 0 && is_text_at(siblings, at - 1));
}

static enum tag_role role_in(const struct layout *layout, const GumboNode *node) {
    GumboTag tag = html_tag(node);
    enum tag_role role = role_of(tag);
    if (layout->data_row) {
        return tag == GUMBO_TAG_P ? ROLE_INLINE : role;
    }
    return role == ROLE_CELL || is_box_of_its_own(node) ? ROLE_BOX : role;
}

/* Whether an element is one of several of its kind; other rows hold a page's columns. */
static bool is_listed(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD ||
           (tag == GUMBO_TAG_TR && is_data_row(node));
}

static enum html_visit enter(const GumboNode *node, void *data) {
    struct layout *layout = data;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
        append_text(layout, slice_of_string(node->v.text.text));
        return HTML_SKIP;
    }
    if (node->type != GUMBO_NODE_ELEMENT || layout->out->failed || html_is_invisible(node) ||
        (layout->out->hidden == HIDDEN_IS_LEFT_OUT && html_is_hidden(node))) {
        return HTML_SKIP;
    }
    GumboTag tag = html_tag(node);
    switch (role_in(layout, node)) {
    case ROLE_BOX:
        end_line(layout);
        end_run(layout);
        open_box(layout, node);
        break;
    case ROLE_LINE:
        end_line(layout);
        end_run(layout);
        break;
    case ROLE_BREAK:
        if (layout->heading == 1) {
            layout->space = layout->letters > 0; /* the title is one line */
        } else {
            break_line(layout);
            layout->breaks += tag == GUMBO_TAG_HR;
        }
        break;
    case ROLE_CELL:
        if (layout->letters > 0) {
            bytes_append_string(&layout->out->text, " |");
            layout->space = true;
        }
        break;
    case ROLE_INLINE:
        break;
    }
    if (tag == GUMBO_TAG_TR) {
        layout->data_row = is_data_row(node);
    }
    if (is_heading(node)) {
        layout->heading = heading_level(node);
        layout->site_name = layout->heading == 0;
    }
    if (layout->time.length == 0) {
        layout->time = time_of(node);
    }
    layout->links += is_link(node);
    layout->listed += is_listed(node);
    layout->preformatted += tag == GUMBO_TAG_PRE;
    return HTML_DESCEND;
}

static void leave(const GumboNode *node, void *data) {
    struct layout *layout = data;
    GumboTag tag = html_tag(node);
    enum tag_role role = role_in(layout, node);
    if (role == ROLE_BOX || role == ROLE_LINE) {
        end_line(layout);
        end_run(layout);
    }
    if (role == ROLE_BOX) {
        close_box(layout, node);
    }
    if (is_heading(node)) {
        layout->heading = 0;
        layout->site_name = false;
    }
    if (tag == GUMBO_TAG_TR) {
        layout->data_row = false;
    }
    layout->links -= is_link(node);
    layout->listed -= is_listed(node);
    layout->preformatted -= tag == GUMBO_TAG_PRE;
}

static bool is_main_heading(const struct html_block *block) {
    return block->heading == 1;
}

/* The heading of the page's own article, not one that leads to another. */
static bool is_headline(const struct html_block *block) {
    return block->heading == 1 && block->link_letters * 2 <= block->letters;
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

/* Tells the head of the article, which is in it or holds the page's heading, from that of the site,
 * which is furniture. A box called so that holds most of the text is neither. */
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

/* Whether two elements stand in the same place, or in two of the same kind side by side. */
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

/* The page's own article among several, as far as the boxes have been settled. */
struct page_article {
    const struct html_box *box; /* NULL: not met yet */
    size_t next_heading;        /* the first main one behind it */
    bool has_entries; /* it is one of a live blog, or the page says its title above all of them */
};

/* Takes the box for the page's article where it has a heading and text. What is marked as a body
 * has its heading before it. */
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

/* Finds the page's article, and of a page that goes on without end that the next ones are not its.
 */
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

/* Lets boxes have what those around them are, and corrects what they look like by themselves: what
 * holds the page's heading is not sure to be furniture. */
static void settle_boxes(struct html_blocks *blocks, struct slice title) {
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

bool html_blocks_lay_out(struct html_blocks *blocks, const GumboNode *root, struct slice title) {
    struct layout layout = {.out = blocks};
    html_tree_walk(root, enter, leave, &layout);
    end_line(&layout);
    settle_boxes(blocks, title);
    blocks->failed = blocks->failed || blocks->text.failed;
    return !blocks->failed;
}

void html_blocks_free(struct html_blocks *blocks) {
    bytes_free(&blocks->text);
    free(blocks->blocks);
    free(blocks->boxes);
    *blocks = (struct html_blocks){0};
}
