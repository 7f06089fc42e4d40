/* HTML pages: one article a file. */
#include "corpus/article/clean.h"
#include "corpus/article/html_article.h"
#include "corpus/article/html_byline.h"
#include "corpus/article/html_hidden.h"
#include "corpus/article/html_layout.h"
#include "corpus/article/html_meta.h"
#include "corpus/article/reading.h"
#include "corpus/base/ascii.h"

/* A text of at most one part in so many of the article only leads to it. */
enum { TEASER_PART = 3 };

static bool starts_tag(struct slice text, const char *tag) {
    size_t length = strlen(tag);
    return text.length > length + 1 && text.data[0] == '<' &&
           ascii_starts_with(slice_from(text, 1), tag) &&
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
        if (xml && starts_any(slice_from(text, i), page, 2)) {
            return SURE;
        }
        if (!xml && next >= 'a' && next <= 'z' && memchr(text.data + i, '>', text.length - i)) {
            return POSSIBLE;
        }
    }
    return UNLIKE;
}

/* Sets the text and, where the page's own data has none, the date and author. The text in that data
 * is kept where no paragraph can be seen, or so few that they are a teaser, or a placeholder until
 * a script writes the article. False when memory ran out. */
static bool read_text(const GumboNode *root, enum html_hidden hidden, struct draft *draft) {
    struct html_blocks blocks = {.hidden = hidden};
    struct html_choice choice = {0};
    struct bytes text = {0};
    bool read = html_blocks_lay_out(&blocks, root, draft_get(draft, FIELD_TITLE)) &&
                html_article_choose(&blocks, draft, &choice);
    if (read) {
        html_article_write(&blocks, &choice, &text);
        html_byline_read(&blocks, &choice, draft);
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

/* Reads a page. One that waits for a script to show it, or was saved while a dialogue covered it,
 * hides its article or all of it: then it is read as if all were visible. */
static bool read_page(struct slice page, struct draft *draft, struct error *error) {
    struct html_tree *tree = html_tree_parse(page, error);
    if (!tree) {
        return false;
    }
    const GumboNode *root = html_tree_root(tree);
    struct bytes change = {0};
    html_meta_read(root, draft, &change);
    bool hidden = html_hides_article(root);
    bool read = read_text(root, hidden ? HIDDEN_IS_SHOWN : HIDDEN_IS_LEFT_OUT, draft) &&
                (draft_has(draft, FIELD_TEXT) || read_text(root, HIDDEN_IS_SHOWN, draft));
    if (change.length > 0) {
        draft_set_default(draft, FIELD_DATE, bytes_slice(&change)); /* better than none */
    }
    draft->failed = draft->failed || change.failed;
    bytes_free(&change);
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
