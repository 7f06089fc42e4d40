#include "corpus/article/html_meta.h"

#include "corpus/article/address.h"
#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/article/html_furniture.h"
#include "corpus/article/html_reader.h"
#include "corpus/base/url.h"
#include "corpus/languages/labels.h"

#include <strings.h>

/* Where a value was found: what is lower in this list is trusted less. */
enum trust { TRUST_META, TRUST_META_LESS, TRUST_LD, TRUST_ELEMENT, TRUST_MARK, TRUST_COUNT };

enum {
    LD_DEPTH = 4,         /* of articles in JSON-LD: a list of graphs of pages about them */
    GRAPH_OBJECTS = 50,   /* that are looked through for the one with an id */
    LONGEST_AUTHOR = 120, /* bytes of a name; what is longer tells of somebody's life */
    LONGEST_SITE = 200,   /* bytes of a site's name and a day */
};

struct findings {
    struct draft *draft;
    struct bytes values[FIELD_COUNT][TRUST_COUNT];
    struct bytes title_element; /* <title>, with the site's name */
    struct bytes heading;       /* the first <h1> */
    struct bytes base;          /* that of relative addresses */
    const json_t *graph;        /* the list of JSON-LD that the article is in, or NULL */
    struct bytes scratch;
};

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

static bool equals(struct slice a, const char *b) {
    return a.length == strlen(b) && strncasecmp(a.data, b, a.length) == 0;
}

/* Notes the first value found for a field at a trust. */
static void note(struct findings *findings, enum article_field field, enum trust trust,
                 struct slice value) {
    struct bytes *out = &findings->values[field][trust];
    /* Names of authors are wanted, not the pages of theirs that some sites give. */
    if (out->length == 0 && url_is_web(value) == (field == FIELD_URL)) {
        clean_line(field == FIELD_URL ? address_of_original(value) : value, out);
    }
}

/* Notes the page's address, which may be relative to <base>. */
static void note_address(struct findings *findings, struct slice address) {
    struct bytes *whole = &findings->scratch;
    bytes_clear(whole);
    if (address.length > 0) {
        address_join(bytes_slice(&findings->base), address, whole);
    }
    findings->draft->failed = findings->draft->failed || whole->failed;
    note(findings, FIELD_URL, TRUST_META, bytes_slice(whole));
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

static void leave_text(const GumboNode *node, void *data) {
    (void)node;
    (void)data;
}

static struct slice text_of(struct findings *findings, const GumboNode *node) {
    bytes_clear(&findings->scratch);
    html_tree_walk(node, enter_text, leave_text, &findings->scratch);
    findings->draft->failed = findings->draft->failed || findings->scratch.failed;
    return bytes_slice(&findings->scratch);
}

/* ---- elements -------------------------------------------------------------------------------- */

/* What a <meta> says, or any element whose value is not its text (RDFa, microdata). */
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
            if (keys[i].holds_several ? html_has_name(key, meta_names[j].name)
                                      : equals(key, meta_names[j].name)) {
                note(findings, meta_names[j].field, meta_names[j].trust, content);
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
        note(findings, FIELD_DATE, TRUST_ELEMENT, time.length > 0 ? time : text_of(findings, node));
    } else if (html_has_name(property, "author")) {
        note(findings, FIELD_AUTHOR, TRUST_ELEMENT, text_of(findings, node));
    } else if (html_has_name(property, "headline")) {
        note(findings, FIELD_TITLE, TRUST_ELEMENT, text_of(findings, node));
    } else if (is_author(node)) {
        struct slice name = slice_trim(text_of(findings, node));
        if (name.length <= LONGEST_AUTHOR) {
            note(findings, FIELD_AUTHOR, TRUST_MARK, name);
        }
    }
}

/* What browsers write into a page that they save: "saved from url=(0024)https://post.example/". */
static void read_comment(struct findings *findings, const GumboNode *node) {
    struct slice mark = slice_of_string("saved from url=(");
    struct slice text = slice_trim(slice_of_string(node->v.text.text));
    const char *close = slice_starts_with(text, mark) ? memchr(text.data, ')', text.length) : NULL;
    if (close) {
        size_t before = (size_t)(close + 1 - text.data);
        note(findings, FIELD_URL, TRUST_MARK, slice_of(text.data + before, text.length - before));
    }
}

/* Comments before <html>, which are not inside of it. */
static void read_comments_above(struct findings *findings, const GumboNode *root) {
    const GumboVector *nodes = &root->parent->v.document.children;
    for (size_t i = 0; i < nodes->length; i++) {
        const GumboNode *node = nodes->data[i];
        if (node->type == GUMBO_NODE_COMMENT) {
            read_comment(findings, node);
        }
    }
}

/* ---- JSON-LD --------------------------------------------------------------------------------- */

/* Article, NewsArticle, BlogPosting and the like. */
static bool is_article_type(const json_t *type) {
    for (size_t i = 0; i < json_array_size(type); i++) {
        if (is_article_type(json_array_get(type, i))) {
            return true;
        }
    }
    const char *name = json_string_value(type);
    size_t length = name ? strlen(name) : 0;
    return (length >= 7 && strcmp(name + length - 7, "Article") == 0) ||
           (length >= 7 && strcmp(name + length - 7, "Posting") == 0);
}

/* The object of the graph with that id; NULL where there is none. */
static const json_t *find_in_graph(const json_t *graph, const json_t *id) {
    for (size_t i = 0; json_is_string(id) && i < json_array_size(graph) && i < GRAPH_OBJECTS; i++) {
        const json_t *object = json_array_get(graph, i);
        if (json_equal(json_object_get(object, "@id"), id)) {
            return object;
        }
    }
    return NULL;
}

/* The words of a value: a string, or the name of an object, which may be elsewhere in the graph. */
static struct slice words_of(const struct findings *findings, const json_t *value) {
    if (json_is_object(value)) {
        const json_t *id = json_object_get(value, "@id");
        const json_t *name = json_object_get(value, "name");
        if (!name) {
            name = json_object_get(find_in_graph(findings->graph, id), "name");
        }
        value = name ? name : id;
    }
    return slice_of_string(json_string_value(value));
}

/* HTML in a string of JSON as text, which goes to `text`. */
static struct slice text_of_string(struct findings *findings, struct slice html,
                                   struct bytes *text) {
    struct error error = {0};
    if (!html_text(html, text, &error) && error.kind == ERROR_MEMORY) {
        findings->draft->failed = true;
    }
    return bytes_slice(text);
}

/* Notes words, in which many sites leave HTML's character references. */
static void note_ld_words(struct findings *findings, enum article_field field, struct slice words) {
    struct bytes text = {0};
    if (field != FIELD_URL && words.length > 0 && memchr(words.data, '&', words.length)) {
        words = text_of_string(findings, words, &text);
    }
    note(findings, field, TRUST_LD, words);
    bytes_free(&text);
}

/* Notes a value, or of a list the first, but all authors. */
static void note_ld(struct findings *findings, enum article_field field, const json_t *value) {
    struct bytes *authors = &findings->scratch;
    if (!json_is_array(value) || field != FIELD_AUTHOR) {
        const json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
        note_ld_words(findings, field, words_of(findings, first));
        return;
    }
    bytes_clear(authors);
    for (size_t i = 0; i < json_array_size(value); i++) {
        struct slice author = words_of(findings, json_array_get(value, i));
        if (author.length > 0 && !url_is_web(author)) {
            bytes_append_string(authors, authors->length > 0 ? ", " : "");
            bytes_append_slice(authors, author);
        }
    }
    findings->draft->failed = findings->draft->failed || authors->failed;
    note_ld_words(findings, field, bytes_slice(authors));
}

/* The text itself, which pages that are written by scripts have nowhere else. */
static void set_ld_body(struct findings *findings, const json_t *value) {
    struct slice body = slice_of_string(json_string_value(value));
    struct bytes text = {0};
    if (body.length > 0 && memchr(body.data, '<', body.length)) {
        body = text_of_string(findings, body, &text);
    }
    draft_set_default(findings->draft, FIELD_TEXT, body);
    bytes_free(&text);
}

static void read_ld_article(struct findings *findings, const json_t *object) {
    static const struct {
        const char *key;
        enum article_field field;
    } properties[] = {
        {"headline", FIELD_TITLE},       {"datePublished", FIELD_DATE}, {"url", FIELD_URL},
        {"mainEntityOfPage", FIELD_URL}, {"inLanguage", FIELD_LANG},    {"publisher", FIELD_SOURCE},
        {"author", FIELD_AUTHOR},
    };
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        note_ld(findings, properties[i].field, json_object_get(object, properties[i].key));
    }
    set_ld_body(findings, json_object_get(object, "articleBody"));
}

/* Reads the articles in a value: an object, a list, a graph of them, or what a page is about. */
static void read_ld_value(struct findings *findings, const json_t *value, unsigned depth) {
    static const char *const parts[] = {"@graph", "mainEntity"};
    if (depth > LD_DEPTH) {
        return;
    }
    if (is_article_type(json_object_get(value, "@type"))) {
        read_ld_article(findings, value);
    }
    const json_t *around = findings->graph;
    findings->graph = json_is_array(value) ? value : around;
    for (size_t i = 0; i < json_array_size(value); i++) {
        read_ld_value(findings, json_array_get(value, i), depth + 1);
    }
    findings->graph = around;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        read_ld_value(findings, json_object_get(value, parts[i]), depth + 1);
    }
}

/* Many pages have line ends in strings, and marks of a comment or of CDATA around all of it. */
static void read_ld(struct findings *findings, struct slice text) {
    struct bytes json = {0};
    for (size_t i = 0; i < text.length; i++) {
        bool control = (unsigned char)text.data[i] < ' ';
        bytes_append_byte(&json, control ? ' ' : text.data[i]);
    }
    struct slice value = slice_trim(bytes_slice(&json));
    const char *object = value.length > 0 ? memchr(value.data, '{', value.length) : NULL;
    if (object && *value.data != '[') {
        value = slice_of(object, value.length - (size_t)(object - value.data));
    }
    json_error_t problem;
    json_t *whole = json_read(value, JSON_DISABLE_EOF_CHECK, &problem);
    bool out_of_memory = !whole && json_error_code(&problem) == json_error_out_of_memory;
    findings->draft->failed = findings->draft->failed || json.failed || out_of_memory;
    read_ld_value(findings, whole, 0);
    json_decref(whole);
    bytes_free(&json);
}

/* ---- the walk -------------------------------------------------------------------------------- */

static enum html_visit enter(const GumboNode *node, void *data) {
    struct findings *findings = data;
    switch (html_tag(node)) {
    case GUMBO_TAG_HTML:
        note(findings, FIELD_LANG, TRUST_META, html_attribute(node, "lang"));
        note(findings, FIELD_LANG, TRUST_META, html_attribute(node, "xml:lang"));
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
        if (equals(html_attribute(node, "rel"), "canonical")) {
            note_address(findings, html_attribute(node, "href"));
        }
        return HTML_SKIP;
    case GUMBO_TAG_SCRIPT:
        if (equals(html_attribute(node, "type"), "application/ld+json")) {
            read_ld(findings, text_of(findings, node));
        }
        return HTML_SKIP;
    case GUMBO_TAG_SVG:
        return HTML_SKIP; /* which has titles of its own */
    case GUMBO_TAG_TITLE:
        if (findings->title_element.length == 0) {
            clean_line(text_of(findings, node), &findings->title_element);
        }
        return HTML_SKIP;
    case GUMBO_TAG_H1:
        if (html_is_site_name(node)) {
            note(findings, FIELD_SOURCE, TRUST_ELEMENT, text_of(findings, node));
        } else if (findings->heading.length == 0) {
            clean_line(text_of(findings, node), &findings->heading);
        }
        return HTML_DESCEND;
    default:
        read_item(findings, node);
        return HTML_DESCEND;
    }
}

static void leave(const GumboNode *node, void *data) {
    (void)node;
    (void)data;
}

/* ---- titles ---------------------------------------------------------------------------------- */

/* What separates the site's name; colons also stand inside of titles. */
static const char *const separators[] = {
    " | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ",
    " :: ", " \xC2\xBB ", " \xC2\xB7 ",     " \xE2\x80\xA2 ",
    ": ",
};

/* Where the next separator stands and how long it is; the title's length where there is none. */
static size_t find_separator(struct slice title, size_t from, size_t *length) {
    for (size_t at = from; at < title.length; at++) {
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
            *length = strlen(separators[i]);
            if (title.length - at >= *length &&
                memcmp(title.data + at, separators[i], *length) == 0) {
                return at;
            }
        }
    }
    return title.length;
}

/* The site's name without the day of the article that some have behind it. */
static struct slice strip_day(struct slice site) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (!article_date_find(site, &start, &end, date) || end < site.length) {
        return site;
    }
    while (start > 0 && strchr(" ,|-", site.data[start - 1])) {
        start--;
    }
    return slice_of(site.data, start);
}

static bool is_named(struct slice words, struct slice name) {
    return name.length > 0 && words.length == name.length &&
           strncasecmp(words.data, name.data, name.length) == 0;
}

/* Whether words are what the page calls its title elsewhere. */
static bool is_title(const struct findings *findings, struct slice words) {
    return slice_equal(words, bytes_slice(&findings->heading)) ||
           slice_equal(words, bytes_slice(&findings->values[FIELD_TITLE][TRUST_META]));
}

/* The title without the site's name before or behind it. Where the name is not known, it is what
 * stands beside the page's title as it is elsewhere. O(length). */
static struct slice strip_site(const struct findings *findings, struct slice title,
                               struct slice *site) {
    bool is_heading = slice_equal(title, bytes_slice(&findings->heading));
    struct slice rest = title;
    size_t length = 0, next = 0;
    for (size_t at = find_separator(title, 0, &length); at < title.length; at = next) {
        bool colon = title.data[at] == ':';
        struct slice head = slice_of(title.data, at);
        struct slice tail = slice_of(title.data + at + length, title.length - at - length);
        struct slice name = tail.length <= LONGEST_SITE ? strip_day(tail) : tail;
        next = find_separator(title, at + length, &length);
        if (is_named(name, *site)) {
            return head;
        }
        if (!colon && is_title(findings, head)) {
            *site = site->length == 0 && next == title.length ? name : *site;
            return head;
        }
        /* Names are shorter than titles: else the page's heading may be the site's name. */
        if (is_title(findings, tail) && tail.length > head.length) {
            *site = site->length == 0 && !colon ? head : *site;
            return tail;
        }
        if (is_named(head, *site) && !is_heading) {
            rest = tail;
        }
    }
    return rest;
}

static struct slice best(struct findings *findings, enum article_field field) {
    for (size_t i = 0; i < TRUST_COUNT; i++) {
        if (findings->values[field][i].length > 0) {
            return bytes_slice(&findings->values[field][i]);
        }
    }
    return slice_of(NULL, 0);
}

/* A title without what some pages say of themselves behind it: "Dam raised :: Print version". What
 * stands behind a colon may be the title's own: "Governor on the dam: no comments". */
static struct slice strip_label(struct slice title) {
    size_t length, next = 0;
    for (size_t at = find_separator(title, 0, &length); at < title.length; at = next) {
        size_t behind = at + length;
        if (title.data[at] != ':' &&
            label_is(slice_of(title.data + behind, title.length - behind), LABEL_PAGE)) {
            return slice_of(title.data, at);
        }
        next = find_separator(title, behind, &length);
    }
    return title;
}

/* The title of Open Graph without what the page's heading and its data have not, as some sites add
 * the number of the page: "Dam raised Halaman all". */
static struct slice strip_addition(const struct findings *findings, struct slice title) {
    struct slice heading = bytes_slice(&findings->heading);
    bool agreed = heading.length > 0 &&
                  slice_equal(heading, bytes_slice(&findings->values[FIELD_TITLE][TRUST_LD]));
    return agreed && slice_starts_with(title, heading) ? heading : title;
}

static void set_title(struct findings *findings) {
    struct slice site = best(findings, FIELD_SOURCE);
    struct slice element = strip_label(bytes_slice(&findings->title_element));
    struct slice whole = strip_site(findings, element, &site);
    struct slice title =
        strip_addition(findings, bytes_slice(&findings->values[FIELD_TITLE][TRUST_META]));
    if (title.length == 0 && !is_named(bytes_slice(&findings->heading), site)) {
        title = bytes_slice(&findings->heading);
    }
    if (title.length == 0) {
        title = best(findings, FIELD_TITLE);
    }
    title = title.length > 0 ? strip_site(findings, title, &site) : whole;
    draft_set(findings->draft, FIELD_TITLE, title);
    draft_set(findings->draft, FIELD_SOURCE, site);
}

void html_meta_read(const GumboNode *root, struct draft *draft) {
    struct findings findings = {.draft = draft};
    static const enum article_field fields[] = {FIELD_DATE, FIELD_URL, FIELD_LANG, FIELD_AUTHOR};
    read_comments_above(&findings, root);
    html_tree_walk(root, enter, leave, &findings);
    set_title(&findings);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct slice value = best(&findings, fields[i]);
        if (value.length > 0) {
            draft_set(draft, fields[i], value);
        }
    }
    draft->url_is_declared = draft_has(draft, FIELD_URL);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        for (size_t j = 0; j < TRUST_COUNT; j++) {
            draft->failed = draft->failed || findings.values[i][j].failed;
            bytes_free(&findings.values[i][j]);
        }
    }
    draft->failed = draft->failed || findings.title_element.failed || findings.heading.failed ||
                    findings.base.failed;
    bytes_free(&findings.title_element);
    bytes_free(&findings.heading);
    bytes_free(&findings.base);
    bytes_free(&findings.scratch);
}
