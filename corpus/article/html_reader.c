/* HTML pages: one article a file. */
#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/article/formats.h"
#include "corpus/article/html_article.h"
#include "corpus/article/html_meta.h"

#include <strings.h>

enum {
    LONGEST_BYLINE = 160, /* letters in the line at a heading that says when and by whom */
    TEASER_PART = 3, /* a text of at most one part in so many of the article only leads to it */
    LINES_ABOVE =
        3, /* lines above a heading in which its date may stand: beside a rubric and a place */
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

/* Looks for the date where pages show it: between the heading and the first paragraph, then above
 * the heading. Last comes the first <time> of the page that is no more likely furniture than the
 * text is: lists of related articles have times, too. */
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

/* Sets the text and, where the page's own data has none, the date. The text in that data is kept
 * where no paragraph can be seen, or so few that they are a teaser, or a placeholder until a script
 * writes the article. False when memory ran out. */
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

/* Reads a page. Where nothing of it can be seen, it waits for a script, or was saved while a
 * dialogue covered it: then it is read as if all were visible. */
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
