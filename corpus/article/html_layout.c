#include "corpus/article/html_layout.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/article/html_boxes.h"
#include "corpus/article/html_roles.h"
#include "corpus/article/html_wrapping.h"
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/labels.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"

enum {
    LONGEST_APPEAL = 300, /* letters; more, and a line has something to tell */
};

struct layout {
    struct html_blocks *out;
    uint32_t box;     /* the innermost box that is open */
    size_t run_start; /* the first block of the run of lines at hand */
    unsigned breaks;  /* of lines since the last one that has letters */
    bool indented;    /* white space stands before the line, where that counts */
    size_t line_start;
    size_t letters, link_letters; /* of the line so far */
    bool space;                   /* white space is due before the next letter */
    unsigned links;               /* how many links the walk is in */
    unsigned listed;              /* how many list items and rows of data */
    unsigned captions, quotations;
    unsigned preformatted;
    bool data_row; /* in a table row whose cells are joined into one line */
    unsigned char heading;
    bool site_name;                  /* in a heading that is the site's name */
    bool lead;                       /* in one that is called the lead */
    struct slice time;               /* of this line so far */
    unsigned authors;                /* how many elements that are called the author */
    size_t author_from;              /* where the innermost of them, or the link in it, began */
    size_t author_start, author_end; /* the first in this line, and links behind; equal: none */
};

/* ---- what a line says of itself -------------------------------------------------------------- */

/* "© 2025 The Post", "(c) 2025 The Post", "Copyright © ...", "Copyright 2025 ..." */
static bool is_notice_of_rights(struct slice line) {
    static const char *const signs[] = {"(c) ", "(C) ", "\xC2\xA9"};
    static const char word[] = "copyright ";
    bool named = ascii_starts_with(line, word);
    bool marked = false;
    if (named) {
        line = slice_from(line, sizeof word - 1);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !marked; i++) {
        marked = slice_starts_with(line, slice_of_string(signs[i]));
        if (marked) {
            /* Without a year, "(c)" is more likely the third point of a list. */
            named = named || *signs[i] != '(';
            line = slice_of(line.data + strlen(signs[i]), line.length - strlen(signs[i]));
        }
    }
    bool year = line.length > 0 && ascii_is_digit(*line.data);
    return named ? marked || year : marked && year;
}

/* Notes whether a line is a label or an appeal. A box whose first line is a heading like "Related
 * articles" or "Sign up for our newsletter" is furniture. */
static void note_label(struct html_blocks *out, struct html_block *block) {
    struct html_box *box = &out->boxes[block->box];
    struct slice line = html_block_text(out, block);
    bool short_line = block->letters <= LONGEST_APPEAL;
    unsigned begins = short_line ? label_begins(line, LABEL_APPEAL | LABEL_RIGHTS) : 0;
    block->calls = begins != 0;
    block->label = block->label || label_heads(line, LABEL_PAGE);
    bool appeal = block->link_letters > 0 && (block->label || block->calls);
    block->appeal = short_line && (appeal || is_notice_of_rights(line));
    GumboTag tag = html_tag(box->node);
    bool page = tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || box->kind != BOX_PLAIN;
    if (block->heading > 1 && !page && &out->blocks[box->first] == block &&
        box->furniture == FURNITURE_NOT) {
        unsigned kinds = label_kinds(line, LABEL_PAGE | LABEL_COMMENTS);
        if (kinds & LABEL_COMMENTS) {
            box->furniture = FURNITURE_SURE;
        } else if (kinds || block->calls) {
            box->furniture = FURNITURE_LIKELY;
        }
    }
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* Whether the line is of no-break spaces only, as in <p>&nbsp;</p>. */
static bool is_blank(const struct layout *layout) {
    const struct bytes *text = &layout->out->text;
    struct slice line = slice_from(bytes_slice(text), layout->line_start);
    return slice_trim(line).length == 0;
}

/* Whether the line so far stands right below another and continues its paragraph. */
static bool is_below(const struct layout *layout) {
    const struct html_blocks *out = layout->out;
    struct slice line = slice_from(bytes_slice(&out->text), layout->line_start);
    return layout->breaks == 1 && out->block_count > layout->run_start && !layout->indented &&
           space_length(line) == 0;
}

/* Whether what stands between two names joins them: a comma, a word like "and", or both. */
static bool joins_names(struct slice between) {
    char form[WORD_SHORT_BYTES];
    struct slice rest = slice_trim(between);
    bool joins = rest.length > 0 && *rest.data == ',';
    rest = slice_trim(slice_from(rest, joins));
    joins = joins && rest.length == 0;
    rest = word_normalise_short(rest, form);
    for (size_t i = 0; i < language_count() && !joins; i++) {
        joins = slice_is_listed(rest, language_at(i)->day_ands);
    }
    return joins;
}

/* Notes the end of an element that is called the author, of a link in it or of the line. Further
 * links go on where they are names, joined to those before: not an address or a place. */
static void end_author(struct layout *layout) {
    struct slice text = bytes_slice(&layout->out->text);
    size_t end = layout->author_end;
    size_t start =
        layout->author_from > layout->line_start ? layout->author_from : layout->line_start;
    if (layout->authors == 0) {
        return;
    }
    if (layout->author_start == end) {
        layout->author_start = start;
        layout->author_end = text.length;
    } else if (start >= end && joins_names(slice_of(text.data + end, start - end)) &&
               byline_are_names(slice_trim(slice_from(text, start)), 2)) {
        layout->author_end = text.length;
    }
}

/* Makes a block of the line, which has letters. */
static void add_block(struct layout *layout) {
    struct html_blocks *out = layout->out;
    if (!array_reserve(&out->blocks, &out->block_capacity, out->block_count + 1,
                       sizeof *out->blocks)) {
        out->failed = true;
        return;
    }
    struct html_block *block = &out->blocks[out->block_count];
    *block = (struct html_block){
        .start = layout->line_start,
        .length = out->text.length - layout->line_start,
        .letters = layout->letters,
        .link_letters = layout->link_letters,
        .time = layout->time,
        .author_start = layout->author_start - layout->line_start,
        .author_length = layout->author_end - layout->author_start,
        .box = layout->box,
        .heading = layout->heading,
        .below = is_below(layout),
        .listed = layout->listed > 0,
        .lead = layout->lead || out->boxes[layout->box].lead,
        .caption = layout->captions > 0,
        .quoted = layout->quotations > 0,
        .label = layout->site_name,
    };
    out->block_count++;
    layout->time = slice_of(NULL, 0);
    layout->breaks = 0;
    note_label(out, block);
}

static void end_line(struct layout *layout) {
    struct html_blocks *out = layout->out;
    end_author(layout);
    if (layout->letters > 0 && is_blank(layout)) {
        out->text.length = layout->line_start;
    } else if (layout->letters > 0) {
        add_block(layout);
        bytes_append_byte(&out->text, '\n');
    }
    layout->line_start = layout->author_start = layout->author_end = out->text.length;
    layout->letters = layout->link_letters = 0;
    layout->space = layout->indented = false;
}

static void break_line(struct layout *layout) {
    end_line(layout);
    layout->breaks++;
}

/* Ends a run of lines that follow one another in a box, where a box begins or ends. */
static void end_run(struct layout *layout) {
    struct html_blocks *out = layout->out;
    html_unwrap(out, layout->run_start);
    layout->line_start = out->text.length;
    layout->run_start = out->block_count;
    layout->breaks = 0;
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

/* ---- boxes ----------------------------------------------------------------------------------- */

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

/* ---- the walk -------------------------------------------------------------------------------- */

static void end_lines(struct layout *layout) {
    end_line(layout);
    end_run(layout);
}

static void add_break(struct layout *layout, GumboTag tag) {
    if (layout->heading == 1) {
        layout->space = layout->letters > 0; /* the title is one line */
        return;
    }
    break_line(layout);
    layout->breaks += tag == GUMBO_TAG_HR;
}

/* Begins the line, box or cell that an element makes. */
static void begin_role(struct layout *layout, const GumboNode *node) {
    switch (html_role(node, layout->data_row)) {
    case ROLE_BOX:
        end_lines(layout);
        open_box(layout, node);
        break;
    case ROLE_LINE:
        end_lines(layout);
        break;
    case ROLE_BREAK:
        add_break(layout, html_tag(node));
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
}

static enum html_visit enter(const GumboNode *node, void *data) {
    struct layout *layout = data;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
        append_text(layout, slice_of_string(node->v.text.text));
        return HTML_SKIP;
    }
    if (node->type != GUMBO_NODE_ELEMENT || layout->out->failed || html_is_invisible(node) ||
        (layout->out->hidden == HIDDEN_IS_LEFT_OUT && html_is_hidden(node)) ||
        (layout->links > 0 && html_is_for_screen_readers(node))) {
        return HTML_SKIP;
    }
    GumboTag tag = html_tag(node);
    begin_role(layout, node);
    if (tag == GUMBO_TAG_TR) {
        layout->data_row = html_is_data_row(node);
    }
    if (html_is_heading(node)) {
        layout->heading = html_heading_level(node);
        layout->site_name = layout->heading == 0;
        layout->lead = html_is_lead(node);
    }
    if (layout->time.length == 0) {
        layout->time = html_time(node);
    }
    layout->links += html_is_link(node);
    bool author = html_is_author(node);
    layout->authors += author;
    if (author || (layout->authors > 0 && tag == GUMBO_TAG_A)) {
        layout->author_from = layout->out->text.length;
    }
    layout->listed += html_is_listed(node);
    layout->captions += tag == GUMBO_TAG_FIGCAPTION;
    layout->quotations += tag == GUMBO_TAG_BLOCKQUOTE;
    layout->preformatted += tag == GUMBO_TAG_PRE;
    return HTML_DESCEND;
}

static void leave(const GumboNode *node, void *data) {
    struct layout *layout = data;
    GumboTag tag = html_tag(node);
    enum tag_role role = html_role(node, layout->data_row);
    if (role == ROLE_BOX || role == ROLE_LINE) {
        end_lines(layout);
    }
    bool author = html_is_author(node);
    if (author || tag == GUMBO_TAG_A) {
        end_author(layout);
    }
    layout->authors -= author;
    if (role == ROLE_BOX) {
        close_box(layout, node);
    }
    if (html_is_heading(node)) {
        layout->heading = 0;
        layout->site_name = layout->lead = false;
    }
    if (tag == GUMBO_TAG_TR) {
        layout->data_row = false;
    }
    layout->links -= html_is_link(node);
    layout->listed -= html_is_listed(node);
    layout->captions -= tag == GUMBO_TAG_FIGCAPTION;
    layout->quotations -= tag == GUMBO_TAG_BLOCKQUOTE;
    layout->preformatted -= tag == GUMBO_TAG_PRE;
}

bool html_blocks_lay_out(struct html_blocks *blocks, const GumboNode *root, struct slice title) {
    struct layout layout = {.out = blocks};
    html_tree_walk(root, enter, leave, &layout);
    end_line(&layout);
    html_boxes_settle(blocks, title);
    blocks->failed = blocks->failed || blocks->text.failed;
    return !blocks->failed;
}
