#include "corpus/article/html_article.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/languages/labels.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

#include <stdlib.h>

/* The thresholds come from reading pages, not from fitting a collection; they leave much room. */
enum {
    GOOD_LETTERS = 60,     /* fewer, and a line is a caption, a byline, a button */
    ENOUGH_LETTERS = 200,  /* of good text, that the words of classes may be believed */
    MARKED_PERCENT = 50,   /* of the good text, that a marked article must hold */
    ROOT_PERCENT = 90,     /* the same for a box that is not marked */
    BELIEVED_PERCENT = 25, /* of the text good without a look at classes */
    LEAD_LETTERS = 30,     /* fewer, and what is called a lead is a label */
    LONGEST_SIGNATURE = 40,
    LONGEST_ITEM = 60, /* bytes in a list item that is hardly more than a date */
};

/* Blocks from number `first` to before `end`. */
struct span {
    size_t first, end;
};

static bool ends_with_any(struct slice text, const char *const *ends, size_t count,
                          size_t *length) {
    for (size_t i = 0; i < count; i++) {
        *length = strlen(ends[i]);
        if (text.length >= *length &&
            memcmp(text.data + text.length - *length, ends[i], *length) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a mark that ends sentences is last, but for quotes and brackets. */
static bool ends_with_mark(struct slice text) {
    static const char *const marks[] = {".", "!", "?", "\xE2\x80\xA6"};
    static const char *const closers[] = {
        "\"", "'", ")", "]", "\xC2\xBB", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x99"};
    size_t length;
    while (ends_with_any(text, closers, sizeof closers / sizeof *closers, &length)) {
        text.length -= length;
    }
    return ends_with_any(text, marks, sizeof marks / sizeof *marks, &length);
}

/* Behind its last sentence a paragraph may name who wrote it: "(ant/rk)". */
static bool ends_sentence(struct slice text) {
    if (ends_with_mark(text)) {
        return true;
    }
    const char *open = text.length > 0 && text.data[text.length - 1] == ')'
                           ? memrchr(text.data, '(', text.length)
                           : NULL;
    size_t before = open ? (size_t)(open - text.data) : 0;
    return text.length - before <= LONGEST_SIGNATURE &&
           ends_with_mark(slice_trim(slice_of(text.data, before)));
}

/* A line of what is called the lead, however large its letters are; it often has no full stop. */
static bool is_in_lead(const struct html_block *block) {
    return block->lead && block->letters >= LEAD_LETTERS && block->heading != 1;
}

static bool is_heading(const struct html_block *block) {
    return block->heading && !is_in_lead(block);
}

/* Whether a line says when or by whom the article was written. */
static bool is_byline(const struct html_blocks *blocks, const struct html_block *block) {
    struct slice line = html_block_text(blocks, block);
    char date[ARTICLE_DATE_BYTES];
    return !block->heading && !block->listed &&
           (byline_date(line, date) || /* be it "14 июня 2024 г." */
            (!ends_sentence(line) && (block->time.length > 0 || byline_names(line).length > 0)));
}

/* Whether a block is in a box that looks at least so much like furniture. */
static bool is_furnished(const struct html_blocks *blocks, const struct html_block *block,
                         enum furniture least) {
    return blocks->boxes[block->box].furniture >= least;
}

static bool is_good(const struct html_blocks *blocks, size_t number, enum furniture least) {
    const struct html_block *block = &blocks->blocks[number];
    if (is_heading(block) || block->letters < GOOD_LETTERS ||
        block->link_letters * 3 > block->letters || block->appeal ||
        is_furnished(blocks, block, least)) {
        return false;
    }
    return ends_sentence(html_block_text(blocks, block)) || block->letters > 3 * GOOD_LETTERS;
}

/* sums[i] is the number of letters in good blocks before block i. */
static void sum_good(const struct html_blocks *blocks, enum furniture least, size_t *sums) {
    sums[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++) {
        sums[i + 1] = sums[i] + (is_good(blocks, i, least) ? blocks->blocks[i].letters : 0);
    }
}

static size_t box_sum(const struct html_box *box, const size_t *sums) {
    return sums[box->end] - sums[box->first];
}

static bool holds_heading(const struct html_blocks *blocks, const struct html_box *box) {
    for (size_t i = box->first; i < box->end; i++) {
        if (blocks->blocks[i].heading == 1) {
            return true;
        }
    }
    return false;
}

static bool holds_sentence(const struct html_blocks *blocks, struct span span,
                           enum furniture least) {
    for (size_t i = span.first; i < span.end; i++) {
        const struct html_block *block = &blocks->blocks[i];
        if (!is_heading(block) && !html_block_is_linked(block) &&
            !is_furnished(blocks, block, least) && ends_sentence(html_block_text(blocks, block))) {
            return true;
        }
    }
    return false;
}

static struct span span_of(const struct html_box *box) {
    return (struct span){box->first, box->end};
}

static bool is_alone(const struct html_blocks *blocks, const struct html_box *box,
                     const size_t *sums) {
    return box_sum(box, sums) == box_sum(&blocks->boxes[box->parent], sums);
}

/* The one box that is the article, be it short and all around it long: a marked body, or an
 * <article> with the page's heading, in either case with no good text beside it. NULL where there
 * is none, or more. */
static const struct html_box *find_only_article(const struct html_blocks *blocks,
                                                const size_t *sums) {
    const struct html_box *article = NULL, *body = NULL;
    size_t articles = 0, bodies = 0;
    for (size_t i = 0; i < blocks->box_count; i++) {
        const struct html_box *box = &blocks->boxes[i];
        if (box->kind == BOX_ARTICLE_BODY && box->furniture < FURNITURE_SURE) {
            body = box;
            bodies++;
        } else if (box->kind == BOX_ARTICLE && !box->furniture && holds_heading(blocks, box)) {
            article = box;
            articles++;
        }
    }
    if (bodies == 1 && box_sum(body, sums) > 0 && is_alone(blocks, body, sums)) {
        return body;
    }
    bool one =
        articles == 1 && is_alone(blocks, article, sums) &&
        (box_sum(article, sums) > 0 || holds_sentence(blocks, span_of(article), FURNITURE_LIKELY));
    return one ? article : NULL;
}

/* The blocks of the article's box. */
static struct span find_root(const struct html_blocks *blocks, const size_t *sums) {
    size_t all = sums[blocks->block_count];
    size_t marked = 0, smallest = 0;
    enum box_kind kind = BOX_PLAIN;
    for (size_t i = 0; i < blocks->box_count; i++) {
        const struct html_box *box = &blocks->boxes[i];
        size_t sum = box_sum(box, sums);
        if (box->kind > kind && sum * 100 >= all * MARKED_PERCENT) {
            kind = box->kind;
            marked = i;
        }
        /* In document order the innermost comes last. One of a single block is a paragraph, and
         * those beside it belong to the article, too. */
        if (sum * 100 >= all * ROOT_PERCENT && box->end - box->first > 1) {
            smallest = i;
        }
    }
    return span_of(&blocks->boxes[kind == BOX_PLAIN ? smallest : marked]);
}

/* What stands right below the main heading, in a paragraph or in large letters, is the lead of the
 * article, too, though nothing calls it so; it must be too long for a label. */
static bool is_below_heading(const struct html_blocks *blocks, size_t number) {
    const struct html_block *block = &blocks->blocks[number];
    bool paragraph = html_tag(blocks->boxes[block->box].node) == GUMBO_TAG_P;
    return number > 0 && blocks->blocks[number - 1].heading == 1 &&
           block->letters >= LEAD_LETTERS && (paragraph || block->heading > 1) && !block->listed &&
           !block->calls && !is_byline(blocks, block);
}

/* Good text before the box found, but behind the page's main heading, is its lead. */
static size_t find_lead(const struct html_blocks *blocks, const size_t *sums, size_t first) {
    size_t lead = first;
    for (size_t i = first; i > 0; i--) {
        if (blocks->blocks[i - 1].heading == 1) {
            return lead;
        }
        if (sums[i] > sums[i - 1] || is_in_lead(&blocks->blocks[i - 1]) ||
            (is_below_heading(blocks, i - 1) &&
             !is_furnished(blocks, &blocks->blocks[i - 1], FURNITURE_LIKELY))) {
            lead = i - 1;
        }
    }
    return first;
}

/* Whether two paragraphs stand beside one another; sites that make them of <div> call all the same.
 */
static bool are_beside(const struct html_blocks *blocks, const struct html_block *block,
                       const struct html_block *other) {
    const struct html_box *box = &blocks->boxes[block->box];
    const struct html_box *beside = &blocks->boxes[other->box];
    GumboTag tag = html_tag(box->node);
    struct slice classes = html_attribute(box->node, "class");
    return box->parent == beside->parent && tag == html_tag(beside->node) &&
           (tag == GUMBO_TAG_P || (tag == GUMBO_TAG_DIV && classes.length > 0 &&
                                   slice_equal(classes, html_attribute(beside->node, "class"))));
}

/* A long paragraph whose last sentence has lost its full stop, among those of the article. */
static bool is_paragraph_beside(const struct html_blocks *blocks, const struct html_block *block,
                                const struct html_block *good) {
    return block->letters >= GOOD_LETTERS && are_beside(blocks, block, good);
}

/* A caption or a quotation that stands apart; many have no full stop. */
static bool is_caption_or_quotation(const struct html_block *block) {
    return block->letters >= LEAD_LETTERS && (block->caption || block->quoted);
}

/* A list item that is hardly more than a date, as lists of other articles have them, or that says
 * above the text when or by whom this is. */
static bool is_byline_in_list(struct slice line, bool above) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (above && (byline_date(line, date) || byline_names(line).length > 0)) {
        return true;
    }
    return line.length <= LONGEST_ITEM && article_date_find(line, &start, &end, date) &&
           (end - start) * 3 >= line.length * 2;
}

static bool is_of_site(const struct html_blocks *blocks, const struct html_block *block,
                       enum furniture least) {
    return is_furnished(blocks, block, least) || html_block_is_linked(block) || block->label ||
           block->appeal;
}

/* Whether a block inside the article's box stays that is not a good one itself; `good` are those
 * from the first to the last good one, before and behind which only what reads like text stays. */
static bool is_kept(const struct html_blocks *blocks, size_t number, enum furniture least,
                    struct span good) {
    const struct html_block *block = &blocks->blocks[number];
    const struct html_box *box = &blocks->boxes[block->box];
    if (is_of_site(blocks, block, least)) {
        return false;
    }
    if (number < good.first && (is_in_lead(block) || is_below_heading(blocks, number))) {
        return true;
    }
    if (is_heading(block) || (box->header && least == FURNITURE_LIKELY)) {
        return is_heading(block); /* of a head nothing else */
    }
    if (number > good.first && number < good.end) {
        return true;
    }
    if (block->listed && is_byline_in_list(html_block_text(blocks, block), number < good.first)) {
        return false;
    }
    if (block->listed || is_caption_or_quotation(block) ||
        (ends_sentence(html_block_text(blocks, block)) && !is_byline(blocks, block))) {
        return true;
    }
    return good.first < good.end && /* there are any */
           (is_paragraph_beside(blocks, block, &blocks->blocks[good.first]) ||
            is_paragraph_beside(blocks, block, &blocks->blocks[good.end - 1]));
}

/* Whether a line is not whole without the next one: "The list:", or one that <br> cuts at a comma.
 */
static bool leads_on(struct slice text) {
    return text.length > 0 &&
           (text.data[text.length - 1] == ':' || text.data[text.length - 1] == ',');
}

/* Keeps what leads on to a kept line, of `span`, which lies behind the good text. */
static void keep_leading(const struct html_blocks *blocks, enum furniture least, struct span span,
                         unsigned char *keep) {
    for (size_t i = span.end; i > span.first + 1; i--) {
        const struct html_block *block = &blocks->blocks[i - 2];
        keep[i - 2] = keep[i - 2] || (keep[i - 1] && !blocks->blocks[i - 1].heading &&
                                      !is_of_site(blocks, block, least) &&
                                      leads_on(html_block_text(blocks, block)));
    }
}

/* Drops the lines behind the text that call the reader elsewhere, although they have no link. */
static void drop_last_appeals(const struct html_blocks *blocks, unsigned char *keep) {
    size_t end = blocks->block_count, first = 0;
    while (first < end && !(keep[first] && !is_heading(&blocks->blocks[first]))) {
        first++; /* what is left must not be nothing */
    }
    while (end > first + 1 && (!keep[end - 1] || blocks->blocks[end - 1].calls)) {
        keep[--end] = 0;
    }
}

/* Drops the title, the site's name, and headings with no text kept before the next heading of their
 * level, or in what else is in their box. */
static void drop_headings(const struct html_blocks *blocks, const struct draft *draft,
                          unsigned char *keep) {
    /* What follows serves headings above this level: 7 for text, 0 for nothing. */
    unsigned char serves = 0;
    size_t next_kept = blocks->block_count;
    for (size_t i = blocks->block_count; i > 0; i--) {
        const struct html_block *block = &blocks->blocks[i - 1];
        const struct html_box *box = &blocks->boxes[block->box];
        struct slice text = html_block_text(blocks, block);
        if (!keep[i - 1]) {
            continue;
        }
        bool emptied = box->end > i && next_kept >= box->end && !box->header;
        if (!is_heading(block)) {
            serves = 7;
        } else if (block->heading < serves && !emptied &&
                   !slice_equal(text, draft_get(draft, FIELD_TITLE)) &&
                   !slice_equal(text, draft_get(draft, FIELD_SOURCE))) {
            serves = block->heading;
        } else {
            keep[i - 1] = 0;
            continue;
        }
        next_kept = i - 1;
    }
}

/* Keeps all that does not look like furniture or, beside a sentence, like a byline. False where
 * that is no text. */
static bool keep_unfurnished(const struct html_blocks *blocks, enum furniture least,
                             unsigned char *keep) {
    bool text = false;
    bool sentence = holds_sentence(blocks, (struct span){0, blocks->block_count}, least);
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct html_block *block = &blocks->blocks[i];
        keep[i] = !is_furnished(blocks, block, least) && !blocks->boxes[block->box].header &&
                  !html_block_is_linked(block) && !block->label &&
                  !(sentence && is_byline(blocks, block));
        text = text || (keep[i] && !block->heading);
    }
    return text;
}

/* From where on looks of furniture are believed, and the sums that follow from it: what is likely
 * to be furniture must not be most of the text, what is sure must not be all of it. */
static enum furniture believe(const struct html_blocks *blocks, struct span root, size_t *sums) {
    size_t likely = sums[root.end] - sums[root.first];
    sum_good(blocks, FURNITURE_SURE, sums);
    size_t sure = sums[root.end] - sums[root.first];
    enum furniture least = FURNITURE_SURE;
    if (sure == 0 &&
        !holds_sentence(blocks, (struct span){0, blocks->block_count}, FURNITURE_SURE)) {
        least = FURNITURE_BEYOND;
    } else if (likely >= ENOUGH_LETTERS || likely * 100 >= sure * BELIEVED_PERCENT) {
        least = FURNITURE_LIKELY;
    }
    sum_good(blocks, least, sums);
    return least;
}

/* From the first to the last good block of the article's box, but for those in its head; none: the
 * end comes before the beginning. */
static struct span find_good(const struct html_blocks *blocks, const size_t *sums,
                             struct span root) {
    struct span good = {root.end, root.first};
    for (size_t i = root.first; i < root.end; i++) {
        if (sums[i + 1] > sums[i] && !blocks->boxes[blocks->blocks[i].box].header) {
            good.first = good.first < i ? good.first : i;
            good.end = i + 1;
        }
    }
    return good;
}

/* The first good block that is no caption: bylines may stand between a picture and the text. */
static size_t find_first_paragraph(const struct html_blocks *blocks, const size_t *sums,
                                   struct span good) {
    for (size_t i = good.first; i < good.end; i++) {
        if (sums[i + 1] > sums[i] && !blocks->blocks[i].caption) {
            return i;
        }
    }
    return good.first;
}

/* The good blocks with the short paragraphs behind them. */
static struct span with_short_ones(const struct html_blocks *blocks, enum furniture least,
                                   struct span root, struct span good) {
    for (size_t i = good.end; good.first < good.end && i < root.end; i++) {
        const struct html_block *block = &blocks->blocks[i];
        if (is_of_site(blocks, block, least) || is_heading(block) || block->calls) {
            continue;
        }
        if (is_byline(blocks, block)) {
            break;
        }
        if (are_beside(blocks, block, &blocks->blocks[good.end - 1]) &&
            ends_sentence(html_block_text(blocks, block))) {
            good.end = i + 1;
        }
    }
    return good;
}

/* Whether a line names the comments of readers and nothing else, with their number or in several
 * words: "Comments (2)", "2 comments", "Leave a comment". "Comments" and a heading "2.1 Comments"
 * may be a section of the article. */
static bool heads_comments(const struct html_blocks *blocks, const struct html_block *block) {
    struct slice line = slice_trim(html_block_text(blocks, block));
    if (!block->label || block->listed || html_block_is_linked(block) ||
        !label_is(line, LABEL_COMMENTS) || (block->heading && ascii_is_digit(*line.data))) {
        return false;
    }
    size_t words = 0, next;
    bool numbered = false;
    for (size_t at = 0, before = 0; at < line.length; before = at, at = next) {
        bool letter = category_is_letter(code_point_category(code_point_at(line, at, &next)));
        numbered = numbered || ascii_is_digit(line.data[at]);
        words += letter && (at == 0 || line.data[before] == ' ');
    }
    return numbered || words > 1;
}

/* Where readers' comments begin behind good text; the root's end where they do not. */
static size_t find_comments(const struct html_blocks *blocks, const size_t *sums,
                            struct span root) {
    size_t at = root.first;
    while (at < root.end &&
           !(sums[at] > sums[root.first] && heads_comments(blocks, &blocks->blocks[at]))) {
        at++;
    }
    return at;
}

static void choose(const struct html_blocks *blocks, const struct draft *draft, size_t *sums,
                   struct html_choice *choice) {
    size_t count = blocks->block_count;
    sum_good(blocks, FURNITURE_LIKELY, sums);
    const struct html_box *only = find_only_article(blocks, sums);
    struct span root = only ? span_of(only) : (struct span){0, count};
    enum furniture least = believe(blocks, root, sums);
    choice->first_good = count;
    if (only || sums[count] > 0) {
        if (!only) {
            root = find_root(blocks, sums);
        }
        root.first = find_lead(blocks, sums, root.first);
        root.end = find_comments(blocks, sums, root);
        struct span good = find_good(blocks, sums, root);
        choice->has_good = sums[root.end] > sums[root.first];
        choice->first_good = find_first_paragraph(blocks, sums, good);
        good = with_short_ones(blocks, least, root, good);
        for (size_t i = root.first; i < root.end; i++) {
            choice->keep[i] = sums[i + 1] > sums[i] || is_kept(blocks, i, least, good);
        }
        keep_leading(blocks, least, (struct span){good.end, root.end}, choice->keep);
    } else if (!keep_unfurnished(blocks, FURNITURE_LIKELY, choice->keep) &&
               !keep_unfurnished(blocks, least, choice->keep)) {
        /* A page of a few words: where all of it looks like furniture, all stays. */
        memset(choice->keep, true, count);
    }
    drop_last_appeals(blocks, choice->keep);
    drop_headings(blocks, draft, choice->keep);
}

bool html_article_choose(const struct html_blocks *blocks, const struct draft *draft,
                         struct html_choice *choice) {
    size_t *sums = malloc((blocks->block_count + 1) * sizeof *sums);
    choice->keep = calloc(blocks->block_count + 1, 1);
    bool chosen = sums && choice->keep;
    if (chosen) {
        choose(blocks, draft, sums, choice);
    }
    free(sums);
    return chosen;
}

void html_choice_free(struct html_choice *choice) {
    free(choice->keep);
    choice->keep = NULL;
}

void html_article_write(const struct html_blocks *blocks, const struct html_choice *choice,
                        struct bytes *out) {
    for (size_t i = 0; i < blocks->block_count; i++) {
        if (choice->keep[i]) {
            bytes_append_slice(out, html_block_text(blocks, &blocks->blocks[i]));
            bytes_append_byte(out, '\n');
        }
    }
}
