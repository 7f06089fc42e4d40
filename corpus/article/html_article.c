#include "corpus/article/html_article.h"

#include "corpus/article/clean.h"
#include "corpus/languages/labels.h"

#include <stdlib.h>

/* The thresholds come from reading pages, not from fitting a collection; they leave much room. */
enum {
    GOOD_LETTERS = 60,     /* fewer, and a line is a caption, a byline, a button */
    ENOUGH_LETTERS = 200,  /* of good text, that the words of classes may be believed */
    MARKED_PERCENT = 50,   /* of the good text, that a marked article must hold */
    ROOT_PERCENT = 90,     /* the same for a box that is not marked */
    BELIEVED_PERCENT = 25, /* of the text good without a look at classes */
};

/* The paragraphs before and behind which nothing but text stays. */
struct span {
    size_t first, end;
};

static bool ends_sentence(struct slice text) {
    static const char *const ends[] = {".",
                                       "!",
                                       "?",
                                       "\xE2\x80\xA6",
                                       ".\"",
                                       ".)",
                                       ".\xE2\x80\x9D",
                                       ".\xC2\xBB",
                                       "\xE2\x80\x9D.",
                                       "!\xC2\xBB",
                                       "?\xC2\xBB",
                                       "?\xE2\x80\x9D",
                                       "!\xE2\x80\x9D"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (text.length >= length &&
            memcmp(text.data + text.length - length, ends[i], length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_linked(const struct html_block *block) {
    return block->link_letters * 2 > block->letters;
}

static bool is_good(const struct html_blocks *blocks, size_t number, bool believe) {
    const struct html_block *block = &blocks->blocks[number];
    if (block->heading || block->letters < GOOD_LETTERS ||
        block->link_letters * 3 > block->letters) {
        return false;
    }
    if (believe && blocks->boxes[block->box].furniture) {
        return false;
    }
    return ends_sentence(html_block_text(blocks, block)) || block->letters > 3 * GOOD_LETTERS;
}

/* sums[i] is the number of letters in good blocks before block i. */
static void sum_good(const struct html_blocks *blocks, bool believe, size_t *sums) {
    sums[0] = 0;
    for (size_t i = 0; i < blocks->block_count; i++) {
        sums[i + 1] = sums[i] + (is_good(blocks, i, believe) ? blocks->blocks[i].letters : 0);
    }
}

static size_t box_sum(const struct html_box *box, const size_t *sums) {
    return sums[box->end] - sums[box->first];
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
    const struct html_box *root = &blocks->boxes[kind == BOX_PLAIN ? smallest : marked];
    return (struct span){root->first, root->end};
}

/* Good text before the box found, but behind the page's main heading, is its lead. */
static size_t find_lead(const struct html_blocks *blocks, const size_t *sums, size_t first) {
    size_t lead = first;
    for (size_t i = first; i > 0; i--) {
        if (blocks->blocks[i - 1].heading == 1) {
            return lead;
        }
        if (sums[i] > sums[i - 1]) {
            lead = i - 1;
        }
    }
    return first;
}

static bool is_label(struct slice line) {
    const char *colon = line.length ? memchr(line.data, ':', line.length) : NULL;
    return label_is(line, LABEL_PAGE) ||
           (colon && label_is(slice_of(line.data, (size_t)(colon - line.data)), LABEL_PAGE));
}

/* Whether a block inside the article's box, not a good one, stays. */
static bool is_kept(const struct html_blocks *blocks, size_t number, bool believe,
                    struct span good) {
    const struct html_block *block = &blocks->blocks[number];
    struct slice text = html_block_text(blocks, block);
    if ((believe && blocks->boxes[block->box].furniture) || is_linked(block) || is_label(text)) {
        return false;
    }
    bool between = number > good.first && number < good.end;
    return between || block->heading || block->listed || ends_sentence(text);
}

/* Drops the title, and headings with no text kept before the next heading of their level. */
static void drop_headings(const struct html_blocks *blocks, struct slice title,
                          unsigned char *keep) {
    /* What follows serves headings above this level: 7 for text, 0 for nothing. */
    unsigned char serves = 0;
    for (size_t i = blocks->block_count; i > 0; i--) {
        const struct html_block *block = &blocks->blocks[i - 1];
        if (!keep[i - 1]) {
            continue;
        }
        if (!block->heading) {
            serves = 7;
        } else if (block->heading < serves && !slice_equal(html_block_text(blocks, block), title)) {
            serves = block->heading;
        } else {
            keep[i - 1] = 0;
        }
    }
}

static void keep_all(const struct html_blocks *blocks, bool strictly, unsigned char *keep) {
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct html_block *block = &blocks->blocks[i];
        keep[i] = !strictly || (!blocks->boxes[block->box].furniture && !is_linked(block) &&
                                !is_label(html_block_text(blocks, block)));
    }
}

static bool keeps_text(const struct html_blocks *blocks, const unsigned char *keep) {
    for (size_t i = 0; i < blocks->block_count; i++) {
        if (keep[i] && !blocks->blocks[i].heading) {
            return true;
        }
    }
    return false;
}

static void choose(const struct html_blocks *blocks, struct slice title, size_t *sums,
                   struct html_choice *choice) {
    size_t count = blocks->block_count;
    sum_good(blocks, false, sums);
    size_t all = sums[count];
    sum_good(blocks, true, sums);
    bool believe = sums[count] >= ENOUGH_LETTERS || sums[count] * 100 >= all * BELIEVED_PERCENT;
    if (!believe) {
        sum_good(blocks, false, sums);
    }
    choice->first_good = count;
    if (sums[count] > 0) {
        struct span root = find_root(blocks, sums);
        root.first = find_lead(blocks, sums, root.first);
        struct span good = {root.end, root.first};
        for (size_t i = root.first; i < root.end; i++) {
            if (sums[i + 1] > sums[i]) {
                good.first = good.first < i ? good.first : i;
                good.end = i;
            }
        }
        choice->first_good = good.first;
        for (size_t i = root.first; i < root.end; i++) {
            choice->keep[i] = sums[i + 1] > sums[i] || is_kept(blocks, i, believe, good);
        }
    } else {
        /* A page with a few words: all that does not look like furniture, or all. */
        keep_all(blocks, true, choice->keep);
        if (!keeps_text(blocks, choice->keep)) {
            keep_all(blocks, false, choice->keep);
        }
    }
    drop_headings(blocks, title, choice->keep);
}

bool html_article_choose(const struct html_blocks *blocks, struct slice title,
                         struct html_choice *choice) {
    size_t *sums = malloc((blocks->block_count + 1) * sizeof *sums);
    choice->keep = calloc(blocks->block_count + 1, 1);
    if (sums && choice->keep) {
        choose(blocks, title, sums, choice);
    }
    bool chosen = sums && choice->keep;
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
