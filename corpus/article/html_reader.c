/* HTML pages: one article a file. */
#include "corpus/article/html_reader.h"

#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/article/formats.h"
#include "corpus/article/html_article.h"
#include "corpus/article/html_meta.h"

#include <strings.h>

/* Letters in the line under a heading that says when and by whom. */
enum { LONGEST_BYLINE = 160 };

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

/* The date on a short line between the page's heading and its first paragraph. */
static void find_visible_date(const struct html_blocks *blocks, size_t first_good,
                              struct draft *draft) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    for (size_t i = first_good; i > 0; i--) {
        const struct html_block *block = &blocks->blocks[i - 1];
        if (block->heading == 1) {
            return;
        }
        if (block->letters <= LONGEST_BYLINE &&
            article_date_find(html_block_text(blocks, block), &start, &end, date)) {
            draft_set(draft, FIELD_DATE, slice_of_string(date));
            return;
        }
    }
}

static bool read_page(struct slice page, struct draft *draft, struct error *error) {
    struct html_tree *tree = html_tree_parse(page, error);
    struct html_blocks blocks = {0};
    struct html_choice choice = {0};
    struct bytes text = {0};
    if (!tree) {
        return false;
    }
    html_meta_read(html_tree_root(tree), draft);
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree)) &&
                html_article_choose(&blocks, draft, &choice);
    if (read) {
        html_article_write(&blocks, &choice, &text);
        if (!draft_has(draft, FIELD_DATE)) {
            find_visible_date(&blocks, choice.first_good, draft);
        }
        if (choice.has_good || !draft_has(draft, FIELD_TEXT)) {
            draft_set(draft, FIELD_TEXT, bytes_slice(&text));
        }
    }
    read = read && !text.failed;
    bytes_free(&text);
    html_choice_free(&choice);
    html_blocks_free(&blocks);
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
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree));
    if (read) {
        bytes_append_slice(out, skip_last_link(&blocks));
    }
    html_blocks_free(&blocks);
    html_tree_free(tree);
    return (read && !out->failed) || error_set_memory(error);
}
