/* HTML pages: one article a file. */
#include "corpus/article/html_reader.h"

#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/article/formats.h"
#include "corpus/article/html_article.h"
#include "corpus/article/html_meta.h"

#include <strings.h>

enum {
    LONGEST_BYLINE = 160, /* letters in the line at a heading that says when and by whom */
    TEASER_PART = 3,      /* of an article, or less, is no more than what leads to it */
    LINES_ABOVE = 3,      /* a heading, where a date may stand: with a rubric and a place */
};

static bool starts_tag(struct slice text, const char *tag) {
    size_t length = strlen(tag);
    return text.length > length + 1 && text.data[0] == '<' &&
           strncasecmp(text.data + 1, tag, length) == 0 &&
           strchr(" \t\r\n>/", text.data[length + 1]);
}

static bool starts_any(struct slice text, const char *const *tags, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (starts_tag(text, tags[i])) {
            return true;
        }
    }
    return false;
}

static enum likeness recognise_html(struct slice start) {
    static const char *const page[] = {"!doctype html", "html", "head", "body", "title", "meta"};
    static const char *const part[] = {"article", "div", "h1", "main", "p", "section", "table"};
    struct slice text = slice_trim(start);
    if (starts_any(text, page, sizeof page / sizeof *page) ||
        starts_any(text, part, sizeof part / sizeof *part)) {
        return SURE;
    }
    bool xml = slice_starts_with(text, slice_of_string("<?xml")) ||
               slice_starts_with(text, slice_of_string("<!--"));
    for (size_t i = 0; i + 1 < text.length; i++) {
        char next = (char)(text.data[i + 1] | 0x20);
        if (text.data[i] != '<') {
            continue;
        }
        if (xml && starts_any(slice_of(text.data + i, text.length - i), page, 2)) {
            return SURE;
        }
        if (!xml && next >= 'a' && next <= 'z' && memchr(text.data + i, '>', text.length - i)) {
            return POSSIBLE;
        }
    }
    return UNLIKE;
}

/* Whether a line has a date: that of its <time>, or in its words where it is short. */
static bool has_date(const struct html_blocks *blocks, size_t number,
                     char date[ARTICLE_DATE_BYTES]) {
    const struct html_block *block = &blocks->blocks[number];
    size_t start, end;
    return article_date_parse(block->time, date) ||
           (block->letters <= LONGEST_BYLINE &&
            article_date_find(html_block_text(blocks, block), &start, &end, date));
}

/* Looks right above the main heading. A day alone may be the one on which the page was made; with
 * a time of day it is the article's. */
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

/* Looks for the date where pages show it: between the heading and the first paragraph, then above
 * the heading. Else takes the first <time> that is no more in furniture than the text: lists of
 * related articles have times, too. */
static bool find_visible_date(const struct html_blocks *blocks, size_t first_good,
                              char date[ARTICLE_DATE_BYTES]) {
    size_t behind = first_good;
    for (; behind > 0 && blocks->blocks[behind - 1].heading != 1; behind--) {
        if (has_date(blocks, behind - 1, date)) {
            return true;
        }
    }
    if (behind > 0 && find_date_above(blocks, behind - 1, date)) {
        return true;
    }
    enum furniture of_text = FURNITURE_NOT;
    if (first_good < blocks->block_count) {
        of_text = blocks->boxes[blocks->blocks[first_good].box].furniture;
    }
    for (size_t i = 0; i < blocks->block_count; i++) {
        const struct html_block *block = &blocks->blocks[i];
        if (blocks->boxes[block->box].furniture <= of_text &&
            article_date_parse(block->time, date)) {
            return true;
        }
    }
    return false;
}

/* Sets the text and, where the page has not told it, the date. The text that the page tells to
 * machines stays where no paragraph is to be seen, or so little that it is a teaser, or what stands
 * before an article that is written by scripts. False when memory ran out. */
static bool read_text(const GumboNode *root, enum html_hidden hidden, struct draft *draft) {
    struct html_blocks blocks = {.hidden = hidden};
    struct html_choice choice = {0};
    struct bytes text = {0};
    char date[ARTICLE_DATE_BYTES];
    bool read = html_blocks_lay_out(&blocks, root, draft_get(draft, FIELD_TITLE)) &&
                html_article_choose(&blocks, draft, &choice);
    if (read) {
        html_article_write(&blocks, &choice, &text);
        if (!draft_has(draft, FIELD_DATE) && find_visible_date(&blocks, choice.first_good, date)) {
            draft_set(draft, FIELD_DATE, slice_of_string(date));
        }
        size_t told = draft_get(draft, FIELD_TEXT).length;
        if (told == 0 || (choice.has_good && told / TEASER_PART <= text.length)) {
            draft_set(draft, FIELD_TEXT, bytes_slice(&text));
        }
    }
    read = read && !text.failed;
    bytes_free(&text);
    html_choice_free(&choice);
    html_blocks_free(&blocks);
    return read;
}

/* A page of which nothing is to be seen waits for a script, or was saved while a dialogue was open
 * before it: then it is read as if it could be seen. */
static bool read_page(struct slice page, struct draft *draft, struct error *error) {
    struct html_tree *tree = html_tree_parse(page, error);
    if (!tree) {
        return false;
    }
    const GumboNode *root = html_tree_root(tree);
    html_meta_read(root, draft);
    bool read = read_text(root, HIDDEN_IS_LEFT_OUT, draft) &&
                (draft_has(draft, FIELD_TEXT) || read_text(root, HIDDEN_IS_SHOWN, draft));
    html_tree_free(tree);
    return read || error_set_memory(error);
}

static enum reader_step next_html(struct reader *reader, struct article *article,
                                  struct error *error) {
    struct error why = {0};
    enum reader_step step = reader_load(reader, error);
    if (step != READER_ARTICLE) {
        return step;
    }
    draft_clear(&reader->draft);
    if (!read_page(bytes_slice(&reader->document), &reader->draft, &why)) {
        return why.kind == ERROR_MEMORY
                   ? reader_stop(reader, INPUT_FAILED, &why, error)
                   : reader_reject(reader, 1, why.kind, error, "%s", why.message);
    }
    return reader_finish(reader, 1, article, error);
}

const struct article_format format_html = {
    .name = "html",
    .suffixes = "html htm xhtml shtml",
    .recognise = recognise_html,
    .next = next_html,
};

/* Without its last line where that only leads to the page: "The post ... appeared first on ...". */
static struct slice skip_last_link(const struct html_blocks *blocks) {
    struct slice text = bytes_slice(&blocks->text);
    if (blocks->block_count > 1) {
        const struct html_block *last = &blocks->blocks[blocks->block_count - 1];
        bool leads_on = !last->listed && last->link_letters * 2 > last->letters;
        text.length = leads_on ? last->start : text.length;
    }
    return text;
}

bool html_text(struct slice html, struct bytes *out, struct error *error) {
    struct html_tree *tree = html_tree_parse(html, error);
    struct html_blocks blocks = {0};
    if (!tree) {
        return false;
    }
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree), slice_of("", 0));
    if (read) {
        bytes_append_slice(out, skip_last_link(&blocks));
    }
    html_blocks_free(&blocks);
    html_tree_free(tree);
    return (read && !out->failed) || error_set_memory(error);
}
