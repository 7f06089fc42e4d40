#include "corpus/article/html_byline.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"

enum {
    LONGEST_BYLINE = 160, /* letters in the line at a heading that says when and by whom */
    LINES_ABOVE =
        3, /* lines above a heading in which its date may stand: beside a rubric and a place */
    LINES_BEHIND = 3, /* lines behind the text, likewise */
};

/* Whether a line has a date: that of its <time>, or in its words where it is short. Its first
 * `passed` bytes do not count, nor then its <time>. */
static bool has_date_behind(const struct html_blocks *blocks, size_t number, size_t passed,
                            char date[ARTICLE_DATE_BYTES]) {
    const struct html_block *block = &blocks->blocks[number];
    struct slice line = html_block_text(blocks, block);
    size_t start, end;
    return (passed == 0 && article_date_parse(block->time, date)) ||
           (block->letters <= LONGEST_BYLINE &&
            article_date_find(slice_from(line, passed), &start, &end, date));
}

static bool has_date(const struct html_blocks *blocks, size_t number,
                     char date[ARTICLE_DATE_BYTES]) {
    return has_date_behind(blocks, number, 0, date);
}

/* The same, but for a date that is said to be the one of a change. */
static bool has_first_date(const struct html_blocks *blocks, size_t number,
                           char date[ARTICLE_DATE_BYTES]) {
    const struct html_block *block = &blocks->blocks[number];
    size_t change =
        block->letters <= LONGEST_BYLINE ? byline_change(html_block_text(blocks, block)) : 0;
    return has_date_behind(blocks, number, change, date);
}

/* Looks for a date right above the main heading. It needs a time of day to be the article's: a day
 * alone may be today, as many sites show it. */
static bool find_date_above(const struct html_blocks *blocks, size_t heading,
                            char date[ARTICLE_DATE_BYTES]) {
    for (size_t i = heading; i > 0 && heading - i < LINES_ABOVE; i--) {
        const struct html_block *block = &blocks->blocks[i - 1];
        if (blocks->boxes[block->box].furniture < FURNITURE_SURE && has_date(blocks, i - 1, date) &&
            strchr(date, 'T')) {
            return true;
        }
    }
    return false;
}

/* Whether a block is in a box of its own with no link: no list of other articles. */
static bool is_apart(const struct html_blocks *blocks, const struct html_block *block) {
    uint32_t number = block->box;
    while (number > 0 && blocks->boxes[blocks->boxes[number].parent].furniture == FURNITURE_SURE) {
        number = blocks->boxes[number].parent;
    }
    const struct html_box *box = &blocks->boxes[number];
    for (size_t i = box->first; i < box->end; i++) {
        if (blocks->blocks[i].link_letters > 0) {
            return false;
        }
    }
    return true;
}

/* Looks for the first <time> of the page that is no more likely furniture than the text is, since
 * lists of related articles have times, too; or that stands by itself right above the heading. */
static bool find_time(const struct html_blocks *blocks, size_t heading, size_t first_good,
                      char date[ARTICLE_DATE_BYTES]) {
    enum furniture of_text = FURNITURE_NOT;
    if (first_good < blocks->block_count) {
        of_text = blocks->boxes[blocks->blocks[first_good].box].furniture;
    }
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct html_block *block = &blocks->blocks[i];
        if ((blocks->boxes[block->box].furniture <= of_text ||
             (i + 1 == heading && is_apart(blocks, block))) &&
            article_date_parse(block->time, date)) {
            return true;
        }
    }
    return false;
}

/* The block behind the last line of the article. */
static size_t end_of_text(const struct html_blocks *blocks, const struct html_choice *choice) {
    size_t end = blocks->block_count;
    while (end > 0 && !choice->keep[end - 1]) {
        end--;
    }
    return end;
}

/* Whether a line behind the text may be a byline: it is no part of a list of other articles. */
static bool is_by_itself(const struct html_blocks *blocks, const struct html_block *block) {
    return blocks->boxes[block->box].furniture < FURNITURE_SURE && block->link_letters == 0;
}

/* Looks for a line with a date and hardly anything else behind the last line of the article. */
static bool find_date_behind(const struct html_blocks *blocks, const struct html_choice *choice,
                             char date[ARTICLE_DATE_BYTES]) {
    size_t end = end_of_text(blocks, choice);
    for (size_t i = end; i < blocks->block_count && i < end + LINES_BEHIND; i++) {
        if (is_by_itself(blocks, &blocks->blocks[i]) &&
            byline_date(html_block_text(blocks, &blocks->blocks[i]), date)) {
            return true;
        }
    }
    return false;
}

static bool find_date(const struct html_blocks *blocks, const struct html_choice *choice,
                      size_t below, char date[ARTICLE_DATE_BYTES]) {
    for (size_t i = choice->first_good; i > below; i--) {
        if (!blocks->blocks[i - 1].caption && has_first_date(blocks, i - 1, date)) {
            return true;
        }
    }
    for (size_t i = choice->first_good; i > below; i--) {
        if (!blocks->blocks[i - 1].caption && has_date(blocks, i - 1, date)) {
            return true;
        }
    }
    return (below > 0 && find_date_above(blocks, below - 1, date)) ||
           find_time(blocks, below > 0 ? below - 1 : 0, choice->first_good, date) ||
           find_date_behind(blocks, choice, date);
}

/* Behind the text a colon must say that names follow. */
static struct slice find_author_behind(const struct html_blocks *blocks,
                                       const struct html_choice *choice) {
    struct slice names = {0};
    size_t end = end_of_text(blocks, choice);
    for (size_t i = end; i < blocks->block_count && i < end + LINES_BEHIND && !names.length; i++) {
        struct slice line = html_block_text(blocks, &blocks->blocks[i]);
        if (is_by_itself(blocks, &blocks->blocks[i]) && memchr(line.data, ':', line.length)) {
            names = byline_names(line);
        }
    }
    return names;
}

/* What the markup of a line calls the author, where that may be a name; what else there is to say
 * of the author stands in brackets. */
static struct slice marked_author(const struct html_blocks *blocks,
                                  const struct html_block *block) {
    struct slice line = html_block_text(blocks, block);
    struct slice names = slice_of(line.data + block->author_start, block->author_length);
    const char *open = names.length > 0 ? memchr(names.data, '(', names.length) : NULL;
    names = slice_trim(open ? slice_of(names.data, (size_t)(open - names.data)) : names);
    return byline_are_names(names, 2) ? names : slice_of(NULL, 0);
}

static struct slice find_author(const struct html_blocks *blocks, const struct html_choice *choice,
                                size_t below) {
    struct slice names = {0};
    for (size_t i = below; i < choice->first_good && names.length == 0; i++) {
        names = byline_names(html_block_text(blocks, &blocks->blocks[i]));
    }
    for (size_t i = below; i < choice->first_good && names.length == 0; i++) {
        names = marked_author(blocks, &blocks->blocks[i]);
    }
    return names.length > 0 ? names : find_author_behind(blocks, choice);
}

void html_byline_read(const struct html_blocks *blocks, const struct html_choice *choice,
                      struct draft *draft) {
    char date[ARTICLE_DATE_BYTES];
    size_t below = choice->first_good; /* the block below the heading; 0: there is no heading */
    while (below > 0 && blocks->blocks[below - 1].heading != 1) {
        below--;
    }
    if (!draft_has(draft, FIELD_DATE) && find_date(blocks, choice, below, date)) {
        draft_set(draft, FIELD_DATE, slice_of_string(date));
    }
    if (!draft_has(draft, FIELD_AUTHOR) && below > 0) {
        draft_set(draft, FIELD_AUTHOR, find_author(blocks, choice, below));
    }
}
