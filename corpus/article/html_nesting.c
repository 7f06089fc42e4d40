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
};

static const struct {
    char name[LONGEST_NAME];
    enum name_kind kind;
} names[] = {
    {"area", NAME_VOID},         {"base", NAME_VOID},     {"br", NAME_VOID},
    {"col", NAME_VOID},          {"embed", NAME_VOID},    {"hr", NAME_VOID},
    {"img", NAME_VOID},          {"input", NAME_VOID},    {"link", NAME_VOID},
    {"meta", NAME_VOID},         {"param", NAME_VOID},    {"source", NAME_VOID},
    {"track", NAME_VOID},        {"wbr", NAME_VOID},      {"p", NAME_IMPLIED},
    {"li", NAME_IMPLIED},        {"dd", NAME_IMPLIED},    {"dt", NAME_IMPLIED},
    {"td", NAME_IMPLIED},        {"th", NAME_IMPLIED},    {"tr", NAME_IMPLIED},
    {"tbody", NAME_IMPLIED},     {"thead", NAME_IMPLIED}, {"tfoot", NAME_IMPLIED},
    {"option", NAME_IMPLIED},    {"html", NAME_IMPLIED},  {"head", NAME_IMPLIED},
    {"body", NAME_IMPLIED},      {"a", NAME_FORMATTING},  {"b", NAME_FORMATTING},
    {"big", NAME_FORMATTING},    {"em", NAME_FORMATTING}, {"font", NAME_FORMATTING},
    {"i", NAME_FORMATTING},      {"s", NAME_FORMATTING},  {"small", NAME_FORMATTING},
    {"strong", NAME_FORMATTING}, {"u", NAME_FORMATTING},  {"span", NAME_FORMATTING},
    {"script", NAME_RAW},        {"style", NAME_RAW},     {"title", NAME_RAW},
    {"textarea", NAME_RAW},      {"iframe", NAME_RAW},    {"noembed", NAME_RAW},
    {"svg", NAME_FOREIGN},       {"math", NAME_FOREIGN},
};

struct element {
    uint32_t hash; /* of the name */
    bool formatting;
};

struct nesting {
    struct bytes open; /* of struct element, innermost last */
    size_t foreign;    /* one more than the depth of the outermost foreign element, or 0 */
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
    return nesting->open.length / sizeof(struct element);
}

static struct element *element_at(const struct nesting *nesting, size_t number) {
    return (struct element *)(void *)nesting->open.data + number;
}

static void pop_to(struct nesting *nesting, size_t left) {
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

/* What is neither tag nor text: comments, declarations. Returns where it ends. */
static size_t skip_declaration(struct slice html, size_t at) {
    struct slice rest = slice_from(html, at);
    bool comment = slice_starts_with(rest, slice_of_string("<!--"));
    const char *end =
        comment ? memmem(rest.data, rest.length, "-->", 3) : memchr(rest.data, '>', rest.length);
    return end ? (size_t)(end - html.data) + (comment ? 3 : 1) : html.length;
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

/* Follows a start tag; false where it is too deep and to be blanked. */
static bool open_element(struct nesting *nesting, const struct tag *tag) {
    if (tag->kind == NAME_VOID || (tag->kind == NAME_IMPLIED && nesting->foreign == 0)) {
        return true;
    }
    struct element element = {tag->hash, tag->kind == NAME_FORMATTING};
    bytes_append(&nesting->open, &element, sizeof element);
    if (tag->kind == NAME_FOREIGN && nesting->foreign == 0) {
        nesting->foreign = depth(nesting);
    }
    return depth(nesting) <= HTML_NESTING_LIMIT;
}

/* Follows an end tag. It closes the innermost element, or one with only formatting inside. */
static bool close_element(struct nesting *nesting, const struct tag *tag) {
    size_t all = depth(nesting);
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
        if (tag.kind == NAME_RAW) {
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
