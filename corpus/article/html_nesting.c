#include "corpus/article/html_nesting.h"

#include "corpus/article/tag_reading.h"
#include "corpus/base/ascii.h"

#include <stdint.h>
#include <strings.h>

enum {
    LONGEST_NAME = 12, /* of the names below */
    FORMATTING_SEARCHED = 64,
};

enum name_kind {
    NAME_PLAIN,
    NAME_VOID,       /* has no content */
    NAME_IMPLIED,    /* is closed by the next of its kind, so that it does not nest by itself */
    NAME_FORMATTING, /* is closed by the end of a block around it */
    NAME_RAW,        /* its content is no markup */
    NAME_FOREIGN,    /* in which the rules of HTML do not hold */
    NAME_DRAWING,    /* of SVG, which pages write without an end tag: <path d="..."/> */
};

static const struct {
    char name[LONGEST_NAME];
    enum name_kind kind;
} names[] = {
    {"area", NAME_VOID},         {"base", NAME_VOID},        {"br", NAME_VOID},
    {"col", NAME_VOID},          {"embed", NAME_VOID},       {"hr", NAME_VOID},
    {"img", NAME_VOID},          {"input", NAME_VOID},       {"link", NAME_VOID},
    {"meta", NAME_VOID},         {"param", NAME_VOID},       {"source", NAME_VOID},
    {"track", NAME_VOID},        {"wbr", NAME_VOID},         {"p", NAME_IMPLIED},
    {"li", NAME_IMPLIED},        {"dd", NAME_IMPLIED},       {"dt", NAME_IMPLIED},
    {"td", NAME_IMPLIED},        {"th", NAME_IMPLIED},       {"tr", NAME_IMPLIED},
    {"tbody", NAME_IMPLIED},     {"thead", NAME_IMPLIED},    {"tfoot", NAME_IMPLIED},
    {"option", NAME_IMPLIED},    {"html", NAME_IMPLIED},     {"head", NAME_IMPLIED},
    {"body", NAME_IMPLIED},      {"a", NAME_FORMATTING},     {"b", NAME_FORMATTING},
    {"big", NAME_FORMATTING},    {"em", NAME_FORMATTING},    {"font", NAME_FORMATTING},
    {"i", NAME_FORMATTING},      {"s", NAME_FORMATTING},     {"small", NAME_FORMATTING},
    {"strong", NAME_FORMATTING}, {"u", NAME_FORMATTING},     {"span", NAME_FORMATTING},
    {"script", NAME_RAW},        {"style", NAME_RAW},        {"title", NAME_RAW},
    {"textarea", NAME_RAW},      {"iframe", NAME_RAW},       {"noembed", NAME_RAW},
    {"svg", NAME_FOREIGN},       {"math", NAME_FOREIGN},     {"path", NAME_DRAWING},
    {"g", NAME_DRAWING},         {"use", NAME_DRAWING},      {"circle", NAME_DRAWING},
    {"ellipse", NAME_DRAWING},   {"rect", NAME_DRAWING},     {"line", NAME_DRAWING},
    {"polygon", NAME_DRAWING},   {"polyline", NAME_DRAWING}, {"defs", NAME_DRAWING},
    {"symbol", NAME_DRAWING},    {"mask", NAME_DRAWING},     {"clippath", NAME_DRAWING},
    {"stop", NAME_DRAWING},
};

struct element {
    uint32_t hash; /* of the name */
    bool formatting, drawing;
};

struct nesting {
    struct bytes open; /* of struct element, innermost last */
    size_t foreign;    /* one more than the depth of the outermost foreign element, or 0 */
    size_t others;     /* open elements that are no drawings, and as many as there were when the */
    size_t outside;    /* outermost foreign element was opened, which is one of them */
    bool drawing;      /* nothing but what drawings have was in that: no HTML has ended it */
};

struct tag {
    bool closing;
    struct slice name;
    size_t surplus; /* where the first attribute beyond the limit begins */
    size_t end;     /* behind its '>' */
    bool closed;    /* it has one */
    enum name_kind kind;
    uint32_t hash;
};

static size_t depth(const struct nesting *nesting) {
    return bytes_count(&nesting->open, sizeof(struct element));
}

static struct element *element_at(const struct nesting *nesting, size_t number) {
    struct element *elements = bytes_array(&nesting->open);
    return &elements[number];
}

static void pop_to(struct nesting *nesting, size_t left) {
    for (size_t i = depth(nesting); i > left; i--) {
        nesting->others -= !element_at(nesting, i - 1)->drawing;
    }
    nesting->open.length = left * sizeof(struct element);
    if (nesting->foreign > left) {
        nesting->foreign = 0;
    }
}

/* ---- tags ------------------------------------------------------------------------------------ */

/* Reads the attributes of the tag whose name ends at `at`. */
static void read_attributes(struct slice html, size_t at, struct tag *tag) {
    struct tag_reading reading = {IN_TAG, '\0'};
    size_t attributes = 0;
    tag->surplus = SIZE_MAX;
    for (; at < html.length && !tag_ends(&reading, html.data[at]); at++) {
        if (tag_read(&reading, html.data[at]) && attributes++ == HTML_ATTRIBUTES_LIMIT) {
            tag->surplus = at;
        }
    }
    tag->closed = at < html.length;
    tag->end = at + tag->closed;
}

/* Reads the tag at '<'. False where there is none. */
static bool read_tag(struct slice html, size_t at, struct tag *tag) {
    size_t start = at + 1;
    tag->closing = start < html.length && html.data[start] == '/';
    start += tag->closing;
    size_t end = start;
    if (start >= html.length || !ascii_is_letter(html.data[start])) {
        return false;
    }
    tag->hash = 2166136261u; /* FNV-1a */
    for (; end < html.length && !tag_is_space(html.data[end]) && !strchr("/>", html.data[end]);
         end++) {
        tag->hash = (tag->hash ^ (unsigned char)ascii_to_lower(html.data[end])) * 16777619u;
    }
    tag->name = slice_of(html.data + start, end - start);
    read_attributes(html, end, tag);
    tag->kind = NAME_PLAIN;
    for (size_t i = 0; i < sizeof names / sizeof *names && tag->name.length < LONGEST_NAME; i++) {
        if (ascii_equal(tag->name, names[i].name)) {
            tag->kind = names[i].kind;
        }
    }
    return true;
}

/* Where the comment that begins at `at` ends: behind "-->", or "--!>" as HTML has it, too. */
static size_t skip_comment(struct slice html, size_t at) {
    struct slice rest = slice_from(html, at + strlen("<!")); /* "<!-->" is a whole one */
    const char *end;
    while ((end = memmem(rest.data, rest.length, "--", 2))) {
        size_t next = (size_t)(end - html.data) + 2;
        next += next < html.length && html.data[next] == '!' && next > at + strlen("<!--");
        if (next < html.length && html.data[next] == '>') {
            return next + 1;
        }
        rest = slice_from(html, (size_t)(end - html.data) + 1);
    }
    return html.length;
}

/* What is neither tag nor text: comments, declarations. Returns where it ends. */
static size_t skip_declaration(struct slice html, size_t at) {
    struct slice rest = slice_from(html, at);
    if (slice_starts_with(rest, slice_of_string("<!--"))) {
        return skip_comment(html, at);
    }
    const char *end = memchr(rest.data, '>', rest.length);
    return end ? (size_t)(end - html.data) + 1 : html.length;
}

/* Where the end tag of a raw element begins. */
static size_t skip_raw(struct slice html, const struct tag *tag) {
    size_t at = tag->end;
    while (at < html.length) {
        const char *next = memchr(html.data + at, '<', html.length - at);
        if (!next) {
            break;
        }
        at = (size_t)(next - html.data);
        if (html.length - at > tag->name.length + 1 && html.data[at + 1] == '/' &&
            strncasecmp(html.data + at + 2, tag->name.data, tag->name.length) == 0) {
            return at;
        }
        at++;
    }
    return html.length;
}

/* Whether drawings may have the element; they have titles and styles, too. */
static bool is_of_drawing(const struct tag *tag) {
    return tag->kind == NAME_DRAWING || tag->kind == NAME_RAW;
}

/* Follows a start tag; false where it is too deep and to be blanked. */
static bool open_element(struct nesting *nesting, const struct tag *tag) {
    nesting->drawing = nesting->drawing && is_of_drawing(tag);
    if (tag->kind == NAME_VOID || (tag->kind == NAME_IMPLIED && nesting->foreign == 0)) {
        return true;
    }
    struct element element = {tag->hash, tag->kind == NAME_FORMATTING, tag->kind == NAME_DRAWING};
    bytes_append(&nesting->open, &element, sizeof element);
    nesting->others += !element.drawing;
    if (tag->kind == NAME_FOREIGN && nesting->foreign == 0) {
        nesting->foreign = depth(nesting);
        nesting->outside = nesting->others;
        nesting->drawing = true;
    }
    return depth(nesting) <= HTML_NESTING_LIMIT;
}

/* Whether the tag ends a drawing: no other element is open in it, such as a title, in which the
 * rules of HTML hold. */
static bool ends_drawing(const struct nesting *nesting, const struct tag *tag) {
    return nesting->foreign > 0 && nesting->drawing && nesting->others == nesting->outside &&
           element_at(nesting, nesting->foreign - 1)->hash == tag->hash;
}

/* Follows an end tag. It closes the innermost element, one with only formatting inside, or a
 * drawing with all of it. */
static bool close_element(struct nesting *nesting, const struct tag *tag) {
    size_t all = depth(nesting);
    size_t foreign = nesting->foreign;
    if (ends_drawing(nesting, tag)) {
        pop_to(nesting, foreign - 1);
        return foreign <= HTML_NESTING_LIMIT;
    }
    nesting->drawing = nesting->drawing && is_of_drawing(tag);
    if (tag->kind == NAME_VOID || (tag->kind == NAME_IMPLIED && nesting->foreign == 0)) {
        return true;
    }
    for (size_t i = all; i > 0 && all - i < FORMATTING_SEARCHED; i--) {
        const struct element *element = element_at(nesting, i - 1);
        if (element->hash == tag->hash) {
            pop_to(nesting, i - 1);
            return i <= HTML_NESTING_LIMIT;
        }
        if (!element->formatting) {
            break;
        }
    }
    return all <= HTML_NESTING_LIMIT;
}

void html_limit_nesting(struct slice html, struct bytes *out) {
    struct nesting nesting = {0};
    size_t start = out->length;
    size_t at = 0;
    bytes_append_slice(out, html);
    while (at < html.length && !out->failed) {
        const char *next = memchr(html.data + at, '<', html.length - at);
        struct tag tag;
        if (!next) {
            break;
        }
        at = (size_t)(next - html.data);
        if (at + 1 < html.length && (html.data[at + 1] == '!' || html.data[at + 1] == '?')) {
            at = skip_declaration(html, at);
            continue;
        }
        if (!read_tag(html, at, &tag)) {
            at++;
            continue;
        }
        if (tag.surplus < tag.end) {
            memset(out->data + start + tag.surplus, ' ', tag.end - tag.closed - tag.surplus);
        }
        if (tag.kind == NAME_RAW && nesting.foreign == 0) {
            at = tag.closing ? tag.end : skip_raw(html, &tag);
            continue;
        }
        if (!(tag.closing ? close_element(&nesting, &tag) : open_element(&nesting, &tag))) {
            memset(out->data + start + at, ' ', tag.end - at);
        }
        at = tag.end;
        out->failed = out->failed || nesting.open.failed;
    }
    bytes_free(&nesting.open);
}
