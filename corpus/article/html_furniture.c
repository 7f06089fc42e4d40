#include "corpus/article/html_furniture.h"

#include "corpus/article/tag_reading.h"
#include "corpus/base/ascii.h"
#include "corpus/base/url.h"
#include "corpus/languages/labels.h"

#include <strings.h>

enum { LONGEST_NAME = 200 };

/* Roles of WAI-ARIA 1.2 that are not content. */
static const char *const roles[] = {
    "alert", "alertdialog", "banner",     "complementary", "contentinfo", "dialog",
    "menu",  "menubar",     "navigation", "search",        "toolbar",     "tablist",
};

/* Words that sites use in classes and ids, names of common widgets among them, of what is there
 * for machines ("schema_org") and of what style sheets leave out on paper ("noprint"); two words
 * are separated by a space, whatever separates them in the class. Those of other languages than
 * HTML's own are in their folders. */
static const char *const class_words[] = {
    "about author",
    "ad",
    "addthis",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "aside",
    "author bio",
    "author box",
    "author description",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "captcha",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookiebanner",
    "cookiebar",
    "cookiebot",
    "cookieconsent",
    "cookies",
    "copyright",
    "dateline",
    "didomi",
    "disclaimer",
    "disqus",
    "donate",
    "footer",
    "gateway content",
    "gdpr",
    "google cache",
    "hidden print",
    "keywords",
    "language switch",
    "legal",
    "login",
    "masthead",
    "menu",
    "meta",
    "modal",
    "more news",
    "most read",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "no print",
    "noprint",
    "onetrust",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "post tags",
    "print hidden",
    "print none",
    "promo",
    "qc cmp",
    "rating",
    "read also",
    "read more",
    "read next",
    "recommend",
    "recommendations",
    "recommended",
    "related",
    "relatedposts",
    "reply",
    "respond",
    "schema org",
    "search",
    "see also",
    "share",
    "sharing",
    "sidebar",
    "sign up",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "tags",
    "taxonomy",
    "toolbar",
    "topbar",
    "trending",
    "usercentrics",
    "yarpp",
};

static bool is_class_word(const char *words) {
    for (size_t i = 0; i < sizeof class_words / sizeof *class_words; i++) {
        if (*words == *class_words[i] && strcmp(words, class_words[i]) == 0) {
            return true;
        }
    }
    return label_find(slice_of_string(words), LABEL_PAGE);
}

static bool is_header_word(const char *words) {
    return strcmp(words, "header") == 0;
}

/* Cuts "mostRead_box-2" into "most", "read", "box" and asks for each, and for each pair. */
static bool has_word(struct slice names, bool (*is_wanted)(const char *words)) {
    char words[LONGEST_NAME + 2]; /* the word before, a space, and this one */
    size_t before = 0, length = 0;
    for (size_t i = 0; i <= names.length; i++) {
        char c = i < names.length ? names.data[i] : ' ';
        bool upper = ascii_is_upper(c);
        bool letter = ascii_is_letter(c) || ((unsigned char)c & 0x80);
        bool hump = upper && i > 0 && ascii_is_letter(names.data[i - 1]) &&
                    !ascii_is_upper(names.data[i - 1]);
        if ((!letter || hump) && length > before) {
            words[length] = '\0';
            if (is_wanted(words) || is_wanted(words + before)) {
                return true;
            }
            size_t kept = length - before;
            memmove(words, words + before, kept);
            words[kept] = ' ';
            before = length = kept + 1;
        }
        /* White space between names ends a pair; any other sign does not. */
        if (tag_is_space(c)) {
            before = length = 0;
        }
        if (letter && length < LONGEST_NAME) {
            words[length++] = (char)(upper ? c | 0x20 : c);
        }
    }
    return false;
}

static bool equals_any(struct slice value, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (ascii_equal(value, list[i])) {
            return true;
        }
    }
    return false;
}

static bool is_called(const GumboNode *node, bool (*is_wanted)(const char *words)) {
    return has_word(html_attribute(node, "class"), is_wanted) ||
           has_word(html_attribute(node, "id"), is_wanted);
}

/* Whether one of the names in a class is in the list. */
static bool has_any_name(struct slice names, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (html_has_name(names, list[i])) {
            return true;
        }
    }
    return false;
}

/* Whether one of the names, its words apart, is what a language calls readers' comments:
 * "daftar-komentar". */
static bool has_comments_name(struct slice names) {
    char words[LONGEST_NAME];
    for (size_t at = 0; at < names.length;) {
        size_t length = strcspn(names.data + at, " \t\r\n\f");
        for (size_t i = 0; i < length && i < sizeof words; i++) {
            char c = names.data[at + i];
            words[i] = (char)(c == '-' || c == '_' ? ' ' : ascii_is_upper(c) ? c | 0x20 : c);
        }
        if (length <= sizeof words && label_find(slice_of(words, length), LABEL_COMMENTS)) {
            return true;
        }
        at += length + 1;
    }
    return false;
}

/* Classes that mark an article or part of it, whatever those beside them say: microformats' own, to
 * which WordPress adds the article's keywords, and what search engines ask sites to call the text
 * that is for subscribers. */
static bool is_marked_as_article(const GumboNode *node) {
    static const char *const marks[] = {"hentry", "h-entry", "paywall"};
    return has_any_name(html_attribute(node, "class"), marks, sizeof marks / sizeof *marks);
}

/* Names of comments and of a page's foot as sites, WordPress and widgets give them. */
static bool is_surely_named(const GumboNode *node) {
    static const char *const names[] = {
        "comment-list",     "commentlist",   "comments",    "comments-area", "comments-list",
        "comments-section", "disqus_thread", "fb-comments", "footer",        "site-footer",
    };
    size_t count = sizeof names / sizeof *names;
    struct slice classes = html_attribute(node, "class"), id = html_attribute(node, "id");
    return has_any_name(classes, names, count) || has_any_name(id, names, count) ||
           has_comments_name(classes) || has_comments_name(id);
}

/* Elements that gumbo has no name for: AMP's that are not content, and dialogues not open yet. */
static bool is_unnamed_widget(const GumboNode *node) {
    static const char *const widgets[] = {"amp-ad",       "amp-consent",          "amp-embed",
                                          "amp-lightbox", "amp-sidebar",          "amp-sticky-ad",
                                          "dialog",       "amp-user-notification"};
    if (node->type != GUMBO_NODE_ELEMENT || html_tag(node) != GUMBO_TAG_UNKNOWN) {
        return false;
    }
    GumboStringPiece tag = node->v.element.original_tag;
    gumbo_tag_from_original_text(&tag);
    return equals_any(slice_of(tag.data, tag.length), widgets, sizeof widgets / sizeof *widgets) &&
           !gumbo_get_attribute(&node->v.element.attributes, "open");
}

/* Elements that hold a whole page or article, whatever they are called. */
static bool is_whole(GumboTag tag) {
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN ||
           tag == GUMBO_TAG_ARTICLE;
}

/* The links beside headings that MediaWiki lets one change a section by. */
static bool is_edit_link(const GumboNode *node) {
    return html_tag(node) == GUMBO_TAG_SPAN &&
           html_has_name(html_attribute(node, "class"), "mw-editsection");
}

bool html_is_for_screen_readers(const GumboNode *node) {
    static const char *const names[] = {"screen-reader-text", "sr-only", "visually-hidden"};
    return has_any_name(html_attribute(node, "class"), names, sizeof names / sizeof *names);
}

static bool is_author_word(const char *words) {
    return strcmp(words, "author") == 0 || strcmp(words, "authors") == 0 ||
           strcmp(words, "authors name") == 0;
}

bool html_is_author(const GumboNode *node) {
    struct slice classes = html_attribute(node, "class");
    return classes.length > 0 && !is_whole(html_tag(node)) && strcasestr(classes.data, "author") &&
           has_word(classes, is_author_word);
}

bool html_is_hidden(const GumboNode *node) {
    struct slice style = html_attribute(node, "style");
    struct slice aria = html_attribute(node, "aria-hidden");
    const GumboAttribute *hidden = node->type == GUMBO_NODE_ELEMENT
                                       ? gumbo_get_attribute(&node->v.element.attributes, "hidden")
                                       : NULL;
    bool unseen = style.length > 0 && (strcasestr(style.data, "display:none") ||
                                       strcasestr(style.data, "display: none"));
    return hidden || unseen || slice_equal(aria, slice_of_string("true"));
}

bool html_is_invisible(const GumboNode *node) {
    switch (html_tag(node)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MAP:
        return true;
    default:
        return is_unnamed_widget(node) || is_edit_link(node) ||
               equals_any(html_attribute(node, "role"), roles, sizeof roles / sizeof *roles);
    }
}

enum furniture html_furniture(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    if (tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER) {
        return FURNITURE_SURE;
    }
    if (tag == GUMBO_TAG_FORM) {
        return FURNITURE_LIKELY; /* around the whole page where a server's framework needs it */
    }
    if (is_whole(tag) || is_marked_as_article(node)) {
        return FURNITURE_NOT;
    }
    return is_surely_named(node)            ? FURNITURE_SURE
           : is_called(node, is_class_word) ? FURNITURE_LIKELY
                                            : FURNITURE_NOT;
}

bool html_is_header(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    return tag == GUMBO_TAG_HEADER ||
           (!is_whole(tag) && !is_marked_as_article(node) && is_called(node, is_header_word));
}

static bool is_lead_word(const char *words) {
    static const char *const names[] = {
        "annotation",        "anons", "deck",       "dek",      "intro",  "lead",
        "leading paragraph", "lede",  "standfirst", "subtitle", "summary"};
    return equals_any(slice_of_string(words), names, sizeof names / sizeof *names);
}

static bool is_media_word(const char *words) {
    static const char *const names[] = {"caption", "figure", "gallery", "image", "img",
                                        "media",   "photo",  "picture", "video"};
    return equals_any(slice_of_string(words), names, sizeof names / sizeof *names);
}

bool html_is_lead(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    bool heading = tag > GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; /* a deck in large letters */
    return (tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || heading) &&
           is_called(node, is_lead_word) && !is_called(node, is_media_word);
}

static bool is_logo_word(const char *words) {
    static const char *const names[] = {"logo", "navbar brand", "site name", "site title"};
    return equals_any(slice_of_string(words), names, sizeof names / sizeof *names);
}

/* Whether a link leads to the first page of a site. */
static bool leads_home(const GumboNode *link) {
    struct slice target = html_attribute(link, "href");
    return html_tag(link) == GUMBO_TAG_A &&
           (slice_equal(target, slice_of_string("/")) || url_is_home(target));
}

/* Comments and blanks. */
static bool is_nothing(const GumboNode *node) {
    return node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_WHITESPACE;
}

/* Whether an element is the only child of its parent. Looks no further than to its neighbours: all
 * headings of a page are asked so, and a parent may have very many. */
static bool is_only_child(const GumboNode *node) {
    if (node->parent->type != GUMBO_NODE_ELEMENT) {
        return false;
    }
    const GumboVector *siblings = &node->parent->v.element.children;
    size_t first = node->index_within_parent, end = first + 1;
    while (first > 0 && is_nothing(siblings->data[first - 1])) {
        first--;
    }
    while (end < siblings->length && is_nothing(siblings->data[end])) {
        end++;
    }
    return first == 0 && end == siblings->length;
}

/* The only child, if it is an element; NULL where there are others, or text beside it. */
static const GumboNode *only_child(const GumboNode *node) {
    if (node->type != GUMBO_NODE_ELEMENT) {
        return NULL;
    }
    const GumboVector *children = &node->v.element.children;
    unsigned first = 0;
    while (first < children->length && is_nothing(children->data[first])) {
        first++;
    }
    const GumboNode *child = first < children->length ? children->data[first] : NULL;
    return child && child->type == GUMBO_NODE_ELEMENT && is_only_child(child) ? child : NULL;
}

bool html_is_site_name(const GumboNode *heading) {
    const GumboNode *around = heading->parent;
    if (is_called(heading, is_logo_word) || leads_home(around) ||
        (is_only_child(heading) && is_called(around, is_logo_word))) {
        return true;
    }
    const GumboNode *inside = only_child(heading);
    while (inside && !leads_home(inside)) {
        inside = only_child(inside);
    }
    return inside != NULL;
}
