#include "corpus/article/html_meta.h"

#include "corpus/article/address.h"
#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/article/html_findings.h"
#include "corpus/article/html_furniture.h"
#include "corpus/article/html_linked_data.h"
#include "corpus/article/html_title.h"
#include "corpus/base/url.h"

/* Bytes; a longer text is not a name but says who the author is. */
enum { LONGEST_AUTHOR = 120 };

static const struct meta_name {
    const char *name; /* of a name, property, itemprop or http-equiv */
    enum article_field field;
    enum trust trust;
} meta_names[] = {
    {"og:title", FIELD_TITLE, TRUST_META},
    {"twitter:title", FIELD_TITLE, TRUST_META_LESS},
    {"dc.title", FIELD_TITLE, TRUST_META_LESS},
    {"article:published_time", FIELD_DATE, TRUST_META},
    {"og:published_time", FIELD_DATE, TRUST_META},
    {"datepublished", FIELD_DATE, TRUST_META},
    {"date", FIELD_DATE, TRUST_META_LESS},
    {"uploaddate", FIELD_DATE, TRUST_META_LESS},
    {"pubdate", FIELD_DATE, TRUST_META_LESS},
    {"publishdate", FIELD_DATE, TRUST_META_LESS},
    {"publish-date", FIELD_DATE, TRUST_META_LESS},
    {"publish_date", FIELD_DATE, TRUST_META_LESS},
    {"parsely-pub-date", FIELD_DATE, TRUST_META_LESS},
    {"content_publisheddate", FIELD_DATE, TRUST_META_LESS},
    {"sailthru.date", FIELD_DATE, TRUST_META_LESS},
    {"dc.date", FIELD_DATE, TRUST_META_LESS},
    {"dc.date.issued", FIELD_DATE, TRUST_META_LESS},
    {"dc.date.created", FIELD_DATE, TRUST_META_LESS},
    {"dcterms.created", FIELD_DATE, TRUST_META_LESS},
    {"dcterms.date", FIELD_DATE, TRUST_META_LESS},
    {"dc:date", FIELD_DATE, TRUST_META_LESS},
    {"dc:created", FIELD_DATE, TRUST_META_LESS},
    {"schema:datepublished", FIELD_DATE, TRUST_META_LESS},
    {"schema:datecreated", FIELD_DATE, TRUST_META_LESS},
    {"datecreated", FIELD_DATE, TRUST_META_LESS},
    {"og:url", FIELD_URL, TRUST_META_LESS},
    {"og:site_name", FIELD_SOURCE, TRUST_META},
    {"application-name", FIELD_SOURCE, TRUST_META_LESS},
    {"dc.publisher", FIELD_SOURCE, TRUST_META_LESS},
    {"author", FIELD_AUTHOR, TRUST_META},
    {"article:author", FIELD_AUTHOR, TRUST_META_LESS},
    {"dc.creator", FIELD_AUTHOR, TRUST_META_LESS},
    {"parsely-author", FIELD_AUTHOR, TRUST_META_LESS},
    {"content_author", FIELD_AUTHOR, TRUST_META_LESS},
    {"content-language", FIELD_LANG, TRUST_META_LESS},
    {"og:locale", FIELD_LANG, TRUST_META_LESS},
    {"dc.language", FIELD_LANG, TRUST_META_LESS},
};

/* The same of when the page was changed. */
static const char *const change_names[] = {
    "article:modified_time", "og:updated_time",  "datemodified",
    "dc.date.modified",      "dcterms.modified", "schema:datemodified",
};

/* Notes the page's address, which may be relative to <base>. */
static void note_address(struct findings *findings, struct slice address) {
    struct bytes *whole = &findings->scratch;
    bytes_clear(whole);
    if (address.length > 0) {
        address_join(bytes_slice(&findings->base), address, whole);
    }
    findings->draft->failed = findings->draft->failed || whole->failed;
    findings_note(findings, FIELD_URL, TRUST_META, bytes_slice(whole));
}

/* All text inside an element. */
static enum html_visit enter_text(const GumboNode *node, void *data) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
        bytes_append_string(data, node->v.text.text);
    } else if (html_tag(node) == GUMBO_TAG_BR) {
        bytes_append_string(data, " ");
    }
    return HTML_DESCEND;
}

static struct slice text_of(struct findings *findings, const GumboNode *node) {
    bytes_clear(&findings->scratch);
    html_tree_walk(node, enter_text, NULL, &findings->scratch);
    findings->draft->failed = findings->draft->failed || findings->scratch.failed;
    return bytes_slice(&findings->scratch);
}

/* ---- elements -------------------------------------------------------------------------------- */

static bool is_named(struct slice key, bool holds_several, const char *name) {
    return holds_several ? html_has_name(key, name) : ascii_equal(key, name);
}

/* Reads what a <meta> says, or any other element whose value is in an attribute (RDFa, microdata).
 */
static void read_content(struct findings *findings, const GumboNode *node) {
    /* Those of RDFa and microdata may hold several names. */
    static const struct {
        const char *name;
        bool holds_several;
    } keys[] = {{"property", true}, {"name", false}, {"itemprop", true}, {"http-equiv", false}};
    struct slice content = html_attribute(node, "content");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct slice key = html_attribute(node, keys[i].name);
        for (size_t j = 0; j < sizeof meta_names / sizeof *meta_names && key.length > 0; j++) {
            if (is_named(key, keys[i].holds_several, meta_names[j].name)) {
                findings_note(findings, meta_names[j].field, meta_names[j].trust, content);
            }
        }
        for (size_t j = 0; j < sizeof change_names / sizeof *change_names && key.length > 0; j++) {
            if (is_named(key, keys[i].holds_several, change_names[j])) {
                findings_note_change(findings, content);
            }
        }
    }
}

/* Whether an element is the author as HTML (rel="author") and microformats mark one. */
static bool is_author(const GumboNode *node) {
    struct slice classes = html_attribute(node, "class");
    return html_has_name(html_attribute(node, "rel"), "author") ||
           html_has_name(classes, "p-author") ||
           (html_has_name(classes, "author") && html_has_name(classes, "vcard"));
}

static void read_item(struct findings *findings, const GumboNode *node) {
    struct slice property = html_attribute(node, "itemprop");
    if (html_attribute(node, "content").length > 0) {
        read_content(findings, node);
    } else if (html_has_name(property, "datePublished")) {
        struct slice time = html_attribute(node, "datetime");
        findings_note(findings, FIELD_DATE, TRUST_ELEMENT,
                      time.length > 0 ? time : text_of(findings, node));
    } else if (html_has_name(property, "author")) {
        struct slice text = text_of(findings, node);
        struct slice names = byline_names(slice_trim(text)); /* "By Nora Vance" */
        findings_note(findings, FIELD_AUTHOR, TRUST_ELEMENT, names.length > 0 ? names : text);
    } else if (html_has_name(property, "headline")) {
        findings_note(findings, FIELD_TITLE, TRUST_ELEMENT, text_of(findings, node));
    } else if (is_author(node)) {
        struct slice name = slice_trim(text_of(findings, node));
        if (name.length <= LONGEST_AUTHOR) {
            findings_note(findings, FIELD_AUTHOR, TRUST_MARK, name);
        }
    }
}

/* Pages that have no <h1>, or their site's name in it, have the article's title in an <h2>. */
static void read_second_heading(struct findings *findings, const GumboNode *node) {
    if (findings->heading.length == 0) {
        clean_line(text_of(findings, node), &findings->heading);
        if (!findings_are_title(findings, bytes_slice(&findings->heading))) {
            bytes_clear(&findings->heading);
        }
    }
}

/* Reads the address that browsers write into a page they save: "saved from
 * url=(0024)https://post.example/". */
static void read_comment(struct findings *findings, const GumboNode *node) {
    struct slice mark = slice_of_string("saved from url=(");
    struct slice text = slice_trim(slice_of_string(node->v.text.text));
    const char *close = slice_starts_with(text, mark) ? memchr(text.data, ')', text.length) : NULL;
    if (close) {
        size_t before = (size_t)(close + 1 - text.data);
        findings_note(findings, FIELD_URL, TRUST_MARK, slice_from(text, before));
    }
}

/* Reads the comments before <html>, which the walk does not meet. */
static void read_comments_above(struct findings *findings, const GumboNode *root) {
    const GumboVector *nodes = &root->parent->v.document.children;
    for (size_t i = 0; i < nodes->length; i++) {
        const GumboNode *node = nodes->data[i];
        if (node->type == GUMBO_NODE_COMMENT) {
            read_comment(findings, node);
        }
    }
}

/* ---- the walk -------------------------------------------------------------------------------- */

static enum html_visit enter(const GumboNode *node, void *data) {
    struct findings *findings = data;
    switch (html_tag(node)) {
    case GUMBO_TAG_HTML:
        findings_note(findings, FIELD_LANG, TRUST_META, html_attribute(node, "lang"));
        findings_note(findings, FIELD_LANG, TRUST_META, html_attribute(node, "xml:lang"));
        return HTML_DESCEND;
    case GUMBO_TAG_BASE:
        /* HTML: it stands before all addresses, and only the first counts. */
        if (findings->base.length == 0 && url_is_web(html_attribute(node, "href"))) {
            clean_line(html_attribute(node, "href"), &findings->base);
        }
        return HTML_SKIP;
    case GUMBO_TAG_META:
        read_content(findings, node);
        return HTML_SKIP;
    case GUMBO_TAG_LINK:
        if (ascii_equal(html_attribute(node, "rel"), "canonical")) {
            note_address(findings, html_attribute(node, "href"));
        }
        return HTML_SKIP;
    case GUMBO_TAG_SCRIPT:
        if (ascii_equal(html_attribute(node, "type"), "application/ld+json")) {
            findings_read_linked_data(findings, text_of(findings, node));
        }
        return HTML_SKIP;
    case GUMBO_TAG_SVG:
        return HTML_SKIP; /* its titles are those of pictures */
    case GUMBO_TAG_TITLE:
        if (findings->title_element.length == 0) {
            clean_line(text_of(findings, node), &findings->title_element);
        }
        return HTML_SKIP;
    case GUMBO_TAG_H1:
        if (html_is_site_name(node)) {
            findings_note(findings, FIELD_SOURCE, TRUST_ELEMENT, text_of(findings, node));
        } else if (findings->heading.length == 0) {
            clean_line(text_of(findings, node), &findings->heading);
        }
        return HTML_DESCEND;
    case GUMBO_TAG_H2:
        read_second_heading(findings, node);
        read_item(findings, node);
        return HTML_DESCEND;
    default:
        read_item(findings, node);
        return HTML_DESCEND;
    }
}

void html_meta_read(const GumboNode *root, struct draft *draft, struct bytes *change) {
    struct findings findings = {.draft = draft};
    static const enum article_field fields[] = {FIELD_DATE, FIELD_URL, FIELD_LANG, FIELD_AUTHOR};
    read_comments_above(&findings, root);
    html_tree_walk(root, enter, NULL, &findings);
    findings_set_title(&findings);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct slice value = findings_best(&findings, fields[i]);
        if (value.length > 0) {
            draft_set(draft, fields[i], value);
        }
    }
    /* Templates of whole sites give the first page's address, which is no article's. */
    draft->url_is_declared =
        draft_has(draft, FIELD_URL) && !url_is_home(draft_get(draft, FIELD_URL));
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        for (size_t j = 0; j < TRUST_COUNT; j++) {
            draft->failed = draft->failed || findings.values[i][j].failed;
            bytes_free(&findings.values[i][j]);
        }
    }
    bytes_append_slice(change, bytes_slice(&findings.change));
    draft->failed = draft->failed || findings.title_element.failed || findings.heading.failed ||
                    findings.base.failed || findings.change.failed;
    bytes_free(&findings.change);
    bytes_free(&findings.title_element);
    bytes_free(&findings.heading);
    bytes_free(&findings.base);
    bytes_free(&findings.scratch);
}
