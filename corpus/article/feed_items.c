#include "corpus/article/feed_items.h"

#include "corpus/article/address.h"
#include "corpus/article/clean.h"
#include "corpus/article/feed_repair.h"
#include "corpus/base/array.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>

enum { NO_DEPTH = 0 }; /* the root element is at depth 1 */

struct feed_parser {
    xmlParserCtxtPtr xml;
    struct feed_repair repair;
    size_t depth;       /* of open elements */
    size_t item_depth;  /* that of the item we are in, or NO_DEPTH */
    size_t value_depth; /* that of the element whose text is being gathered, or NO_DEPTH */
    const struct element_row *row; /* what that element is */
    bool markup;                   /* it holds XHTML: gather its tags, too */
    bool part_wanted;              /* of its text only that of a child counts: <author><name> */
    size_t part_depth;             /* that of the child */
    struct bytes value;
    bool plain;
    struct feed_item *items; /* complete ones, the one handed out, and the one being read, last */
    size_t count, capacity;
    size_t taken; /* items handed out */
    size_t waiting;
    bool begun;                    /* something but white space was pushed */
    size_t blank_lines;            /* before that */
    struct bytes own[FIELD_COUNT]; /* what the feed says of itself */
    struct bytes base, item_base;  /* xml:base of the feed and of the item we are in */
    bool is_shifted;               /* an end tag is missing: each of the others is another's */
    bool is_other;                 /* the root element is not a feed's */
    xmlEntity entity;              /* the one of HTML's that was asked for last */
    xmlChar entity_text[5];
    struct error problem;
    size_t problem_line;
    bool failed; /* memory ran out */
};

/* ---- elements -------------------------------------------------------------------------------- */

static const struct element_row {
    const char *name;
    const char *space; /* part of the namespace's URI, where names clash; NULL: any */
    enum article_field field;
    int rank;         /* where several give a field, the highest is taken */
    const char *part; /* the child that has the value, if there is one */
} elements[] = {
    {"encoded", "purl.org/rss/1.0/modules/content", FIELD_TEXT, 4, NULL},
    {"content", NULL, FIELD_TEXT, 3, NULL},
    {"full-text", "news.yandex.ru", FIELD_TEXT, 3, NULL},
    {"description", NULL, FIELD_TEXT, 2, NULL},
    {"summary", NULL, FIELD_TEXT, 1, NULL},
    {"title", NULL, FIELD_TITLE, 1, NULL},
    {"guid", NULL, FIELD_ID, 1, NULL},
    {"id", NULL, FIELD_ID, 1, NULL},
    {"link", NULL, FIELD_URL, 1, NULL},
    {"pubDate", NULL, FIELD_DATE, 3, NULL},
    {"published", NULL, FIELD_DATE, 3, NULL},
    {"date", NULL, FIELD_DATE, 2, NULL},
    {"updated", NULL, FIELD_DATE, 1, NULL},
    {"language", NULL, FIELD_LANG, 1, NULL},
    {"creator", NULL, FIELD_AUTHOR, 2, NULL},
    {"author", NULL, FIELD_AUTHOR, 1, "name"},
    {"source", NULL, FIELD_SOURCE, 1, "title"},
    {"publisher", NULL, FIELD_SOURCE, 1, NULL},
};

/* Namespaces of pictures, sound and podcasts, whose titles and texts are not the item's. */
static bool is_foreign(const char *space) {
    return strstr(space, "search.yahoo.com/mrss") || strstr(space, "itunes");
}

static const struct element_row *find_row(const char *name, const char *space) {
    for (size_t i = 0; i < sizeof elements / sizeof *elements && !is_foreign(space); i++) {
        if (strcmp(name, elements[i].name) == 0 &&
            (!elements[i].space || strstr(space, elements[i].space))) {
            return &elements[i];
        }
    }
    return NULL;
}

/* An attribute as SAX2 gives them, five pointers each. */
static struct slice find_attribute(int count, const xmlChar **attributes, const char *prefix,
                                   const char *name) {
    for (int i = 0; i < count; i++, attributes += 5) {
        const char *has = attributes[1] ? (const char *)attributes[1] : "";
        if (strcmp((const char *)attributes[0], name) == 0 && strcmp(has, prefix) == 0) {
            return slice_of((const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
        }
    }
    return slice_of(NULL, 0);
}

static bool equals(struct slice value, const char *word) {
    return slice_equal(slice_trim(value), slice_of_string(word));
}

/* ---- items ----------------------------------------------------------------------------------- */

static struct feed_item *current_item(const struct feed_parser *parser) {
    return parser->item_depth ? &parser->items[parser->count - 1] : NULL;
}

static void item_free(struct feed_item *item) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_free(&item->values[i]);
    }
}

/* Appends an address; a relative one is joined to the nearest base that is known, since by itself
 * it would be that of other feeds' items, too. */
static void append_address(struct feed_parser *parser, struct slice address, struct bytes *out) {
    const struct bytes *bases[] = {&parser->item_base, &parser->base, &parser->own[FIELD_URL]};
    size_t nearest = 0;
    while (nearest < 2 && bases[nearest]->length == 0) {
        nearest++;
    }
    address_join(bytes_slice(bases[nearest]), address, out);
    parser->failed = parser->failed || out->failed;
}

static bool is_item(const char *name) {
    return strcmp(name, "item") == 0 || strcmp(name, "entry") == 0;
}

/* Sets a base from xml:base, which may be relative to the one around it. */
static void set_base(struct feed_parser *parser, struct slice address, struct bytes *base) {
    struct bytes whole = {0};
    if (address.length > 0) {
        append_address(parser, address, &whole);
        bytes_clear(base);
        bytes_append_slice(base, bytes_slice(&whole));
        bytes_free(&whole);
    }
}

static void open_item(struct feed_parser *parser, struct slice language, struct slice base) {
    if (!array_reserve(&parser->items, &parser->capacity, parser->count + 1,
                       sizeof *parser->items)) {
        parser->failed = true;
        return;
    }
    struct feed_item *item = &parser->items[parser->count++];
    *item = (struct feed_item){.line = feed_parser_line(parser)};
    parser->item_depth = parser->depth;
    parser->waiting = 0;
    bytes_append_slice(&item->values[FIELD_LANG], language);
    bytes_clear(&parser->item_base);
    set_base(parser, base, &parser->item_base);
}

static void close_item(struct feed_parser *parser) {
    parser->item_depth = NO_DEPTH;
    parser->waiting = 0;
}

/* Closes a broken item where the next begins: HTML without end tags was in it, as in "<br>", and
 * its own has been taken for theirs. */
static void abandon_item(struct feed_parser *parser) {
    parser->value_depth = NO_DEPTH;
    parser->is_shifted = true;
    close_item(parser);
}

/* Sets a value where the item has none of a higher rank; of authors of the same rank, all. */
static void set_value(struct feed_parser *parser, const struct element_row *row,
                      struct slice value) {
    struct feed_item *item = current_item(parser);
    struct bytes *out = &item->values[row->field];
    int rank = out->length > 0 ? item->ranks[row->field] : 0;
    value = slice_trim(value);
    if (value.length == 0 || row->rank < rank ||
        (row->rank == rank &&
         (row->field != FIELD_AUTHOR || slice_equal(value, bytes_slice(out))))) {
        return;
    }
    if (row->rank == rank) {
        bytes_append_string(out, ", ");
    } else {
        bytes_clear(out);
    }
    if (row->field == FIELD_URL) {
        append_address(parser, value, out);
    } else {
        bytes_append_slice(out, value);
    }
    item->ranks[row->field] = row->rank;
    if (row->field == FIELD_TEXT) {
        item->text_is_plain = parser->plain;
    }
}

/* ---- what the parser calls ------------------------------------------------------------------- */

static void append_escaped(struct bytes *out, struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        switch (text.data[i]) {
        case '<':
            bytes_append_string(out, "&lt;");
            break;
        case '&':
            bytes_append_string(out, "&amp;");
            break;
        default:
            bytes_append_byte(out, text.data[i]);
        }
    }
}

/* Begins to gather the text of the element that was just opened. */
static void begin_value(struct feed_parser *parser, const struct element_row *row) {
    parser->row = row;
    parser->value_depth = parser->depth;
    parser->part_wanted = false;
    parser->part_depth = NO_DEPTH;
    parser->markup = false;
    bytes_clear(&parser->value);
}

/* Atom: the page itself is rel="alternate", or without rel. */
static bool is_page_link(int count, const xmlChar **attributes) {
    struct slice relation = find_attribute(count, attributes, "", "rel");
    return relation.length == 0 || equals(relation, "alternate");
}

/* Atom: content of a media type that is neither text nor XML is in base64 (RFC 4287, 4.1.3.3). */
static bool is_encoded(struct slice type) {
    const char *parameters = type.length > 0 ? memchr(type.data, ';', type.length) : NULL;
    type.length = parameters ? (size_t)(parameters - type.data) : type.length;
    type = slice_trim(type);
    return type.length > 5 && memchr(type.data, '/', type.length) &&
           strncasecmp(type.data, "text/", 5) != 0 &&
           strncasecmp(type.data + type.length - 3, "xml", 3) != 0;
}

static void start_value(struct feed_parser *parser, const struct element_row *row, int count,
                        const xmlChar **attributes) {
    struct slice type = find_attribute(count, attributes, "", "type");
    struct slice address = find_attribute(count, attributes, "", "href");
    if (row->field == FIELD_URL && address.length > 0) {
        if (is_page_link(count, attributes)) {
            set_value(parser, row, address);
        }
        return;
    }
    if (row->field == FIELD_TEXT && is_encoded(type)) {
        return;
    }
    begin_value(parser, row);
    parser->markup = equals(type, "xhtml") || equals(type, "application/xhtml+xml");
    parser->plain = equals(type, "text") || equals(type, "text/plain");
}

/* An element inside the one whose text is gathered. */
static void start_inside(struct feed_parser *parser, const char *name) {
    if (parser->markup) {
        bytes_append_format(&parser->value, "<%s>", name);
    } else if (parser->row->part && strcmp(name, parser->row->part) == 0 &&
               parser->depth == parser->value_depth + 1 && !parser->part_wanted) {
        bytes_clear(&parser->value);
        parser->part_wanted = true;
        parser->part_depth = parser->depth;
    }
}

/* An element of the feed itself: of its title, language, address and authors (RFC 4287, 4.2.1). */
static void start_own_value(struct feed_parser *parser, const struct element_row *row, int count,
                            const xmlChar **attributes) {
    enum article_field field = row ? row->field : FIELD_COUNT;
    bool page = field == FIELD_URL && is_page_link(count, attributes);
    if (page && parser->own[field].length == 0) {
        bytes_append_slice(&parser->own[field],
                           slice_trim(find_attribute(count, attributes, "", "href")));
    }
    if (page || field == FIELD_TITLE || field == FIELD_LANG || field == FIELD_AUTHOR) {
        begin_value(parser, row);
    }
}

static void start_outside_of_items(struct feed_parser *parser, const char *name, const char *space,
                                   int count, const xmlChar **attributes) {
    struct slice language = find_attribute(count, attributes, "xml", "lang");
    struct slice base = find_attribute(count, attributes, "xml", "base");
    static const char *const roots[] = {"rss", "feed", "RDF"};
    if (parser->depth == 1) {
        parser->is_other = true;
        for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
            parser->is_other = parser->is_other && strcmp(name, roots[i]) != 0;
        }
        bytes_append_slice(&parser->own[FIELD_LANG], language);
    } else if (is_item(name)) {
        open_item(parser, language, base);
        return;
    } else if (parser->depth <= 3) {
        start_own_value(parser, find_row(name, space), count, attributes);
    }
    set_base(parser, base, &parser->base);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *space, int space_count, const xmlChar **spaces, int count,
                          int defaulted, const xmlChar **attributes) {
    struct feed_parser *parser = context;
    const char *local = (const char *)name;
    const char *where = space ? (const char *)space : "";
    (void)prefix;
    (void)space_count;
    (void)spaces;
    (void)defaulted;
    parser->depth++;
    /* Behind a problem libxml2 would leave out &amp; and &lt; in all other items, too. */
    parser->xml->wellFormed = 1;
    if (parser->failed) {
        return;
    }
    if (parser->item_depth && current_item(parser)->broken && is_item(local)) {
        abandon_item(parser);
    }
    if (parser->value_depth) {
        start_inside(parser, local);
    } else if (!parser->item_depth) {
        start_outside_of_items(parser, local, where, count, attributes);
    } else if (parser->depth == parser->item_depth + 1) {
        const struct element_row *row = find_row(local, where);
        if (row) {
            start_value(parser, row, count, attributes);
        }
    }
}

/* libxml2 complains of invalid UTF-8 once in a file, and hands all of it on. */
static void check_value(struct feed_parser *parser, struct feed_item *item) {
    const char *text = bytes_string(&parser->value);
    if (text && !item->broken && !xmlCheckUTF8((const xmlChar *)text)) {
        item->broken = true;
        error_set(&item->error, ERROR_INPUT, "invalid UTF-8");
    }
}

/* Sets what the feed says of itself, where it has not; of authors, all. */
static void set_own_value(struct feed_parser *parser, enum article_field field,
                          struct slice value) {
    struct bytes *out = &parser->own[field];
    if (out->length == 0 || (field == FIELD_AUTHOR && value.length > 0)) {
        bytes_append_string(out, out->length > 0 ? ", " : "");
        bytes_append_slice(out, value);
    }
}

static void end_value(struct feed_parser *parser) {
    parser->value_depth = NO_DEPTH;
    /* The next value would forget it. */
    parser->failed = parser->failed || parser->value.failed;
    if (parser->item_depth) {
        check_value(parser, current_item(parser));
        set_value(parser, parser->row, bytes_slice(&parser->value));
    } else {
        set_own_value(parser, parser->row->field, slice_trim(bytes_slice(&parser->value)));
    }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *space) {
    struct feed_parser *parser = context;
    (void)prefix;
    (void)space;
    if (parser->value_depth && parser->depth > parser->value_depth) {
        if (parser->markup) {
            bytes_append_format(&parser->value, "</%s>", (const char *)name);
        }
        if (parser->depth == parser->part_depth) {
            parser->part_depth = NO_DEPTH;
        }
    } else if (parser->value_depth) {
        end_value(parser);
    } else if (parser->depth == parser->item_depth) {
        close_item(parser);
    }
    parser->depth--;
}

static void characters(void *context, const xmlChar *text, int length) {
    struct feed_parser *parser = context;
    struct slice slice = slice_of((const char *)text, (size_t)length);
    if (!parser->value_depth || (parser->part_wanted && !parser->part_depth)) {
        return;
    }
    if (parser->markup) {
        append_escaped(&parser->value, slice);
    } else {
        bytes_append_slice(&parser->value, slice);
    }
}

/* Many feeds have HTML's entities without declaring them: &nbsp;. */
static xmlEntityPtr find_html_entity(void *context, const xmlChar *name) {
    struct feed_parser *parser = context;
    const htmlEntityDesc *entity = htmlEntityLookup(name);
    if (!entity) {
        return NULL;
    }
    int length = xmlCopyChar(0, parser->entity_text, (int)entity->value);
    parser->entity_text[length] = '\0';
    parser->entity = (xmlEntity){
        .type = XML_ENTITY_DECL,
        .name = (const xmlChar *)entity->name,
        .content = parser->entity_text,
        .length = length,
        .etype = XML_INTERNAL_PREDEFINED_ENTITY,
    };
    return &parser->entity;
}

static size_t feed_line(const struct feed_parser *parser, int line) {
    return parser->blank_lines + (line > 0 ? (size_t)line : 1);
}

/* Only what makes XML ill-formed is an error of the item; undeclared prefixes are not. */
static void note_problem(void *context, xmlErrorPtr problem) {
    struct feed_parser *parser = context;
    if (problem->level < XML_ERR_FATAL) {
        return;
    }
    if (problem->code == XML_ERR_NO_MEMORY) {
        parser->failed = true;
        return;
    }
    struct feed_item *item = current_item(parser);
    struct error *error = item ? &item->error : &parser->problem;
    if (item) {
        item->broken = true;
    } else if (parser->is_shifted && (problem->code == XML_ERR_TAG_NAME_MISMATCH ||
                                      problem->code == XML_ERR_DOCUMENT_END)) {
        return; /* told of the item */
    } else if (error->kind == ERROR_NONE) {
        parser->problem_line = feed_line(parser, problem->line);
    }
    /* libxml2 calls this the same as what stands behind the end of the root element. */
    bool early = problem->code == XML_ERR_DOCUMENT_END && parser->xml->instate != XML_PARSER_EPILOG;
    struct slice words =
        early ? slice_of_string("it ends early") : slice_trim(slice_of_string(problem->message));
    error_set(error, ERROR_INPUT, "not well-formed XML: %.*s", (int)words.length, words.data);
}

/* ---- pushing --------------------------------------------------------------------------------- */

/* libxml2 must not be initialised by two threads at once. What it would print by itself, it tells
 * note_problem, too. */
static pthread_once_t libxml_once = PTHREAD_ONCE_INIT;

static void print_nothing(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

static void initialise_libxml(void) {
    xmlInitParser();
    xmlThrDefSetGenericErrorFunc(NULL, print_nothing);
}

struct feed_parser *feed_parser_new(const char *encoding) {
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .getEntity = find_html_entity,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .serror = (xmlStructuredErrorFunc)note_problem,
    };
    int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_BIG_LINES;
    pthread_once(&libxml_once, initialise_libxml);
    xmlSetGenericErrorFunc(NULL, print_nothing);
    struct feed_parser *parser = calloc(1, sizeof *parser);
    if (!parser) {
        return NULL;
    }
    parser->xml = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
    if (!parser->xml) {
        feed_parser_free(parser);
        return NULL;
    }
    xmlCharEncodingHandlerPtr decoder = encoding ? xmlFindCharEncodingHandler(encoding) : NULL;
    if (decoder) {
        options |= XML_PARSE_IGNORE_ENC;
        xmlSwitchToEncoding(parser->xml, decoder);
    }
    xmlCtxtUseOptions(parser->xml, options);
    return parser;
}

void feed_parser_free(struct feed_parser *parser) {
    if (!parser) {
        return;
    }
    if (parser->xml) {
        /* Declarations of entities are kept in a document even where none is built. */
        xmlFreeDoc(parser->xml->myDoc);
        parser->xml->myDoc = NULL;
        xmlFreeParserCtxt(parser->xml);
    }
    for (size_t i = 0; i < parser->count; i++) {
        item_free(&parser->items[i]);
    }
    free(parser->items);
    feed_repair_free(&parser->repair);
    bytes_free(&parser->value);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_free(&parser->own[i]);
    }
    bytes_free(&parser->base);
    bytes_free(&parser->item_base);
    free(parser);
}

/* White space before the XML declaration makes it none, but is what many sites send. */
static struct slice skip_blanks(struct feed_parser *parser, struct slice block) {
    size_t blanks = 0;
    while (blanks < block.length && memchr(" \t\r\n", block.data[blanks], 4)) {
        parser->blank_lines += block.data[blanks] == '\n';
        blanks++;
    }
    parser->begun = blanks < block.length;
    return slice_of(block.data + blanks, block.length - blanks);
}

bool feed_parser_push(struct feed_parser *parser, struct slice block) {
    if (!parser->begun && block.length > 0) {
        block = skip_blanks(parser, block);
        if (block.length == 0) {
            return true;
        }
    }
    parser->waiting += block.length;
    struct slice xml = feed_repair_next(&parser->repair, block);
    int length = (int)(xml.length < INT32_MAX ? xml.length : INT32_MAX);
    xmlParseChunk(parser->xml, length ? xml.data : "", length, block.length == 0);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        parser->failed = parser->failed || parser->own[i].failed;
    }
    return !(parser->failed || parser->repair.input.failed || parser->repair.output.failed ||
             parser->value.failed || parser->base.failed || parser->item_base.failed);
}

struct feed_item *feed_parser_next(struct feed_parser *parser) {
    size_t complete = parser->count - (parser->item_depth ? 1 : 0);
    if (parser->taken < complete) {
        return &parser->items[parser->taken++];
    }
    /* All complete ones have been seen: make room. */
    for (size_t i = 0; i < parser->taken; i++) {
        item_free(&parser->items[i]);
    }
    if (parser->taken > 0) {
        memmove(parser->items, parser->items + parser->taken,
                (parser->count - parser->taken) * sizeof *parser->items);
    }
    parser->count -= parser->taken;
    parser->taken = 0;
    return NULL;
}

size_t feed_parser_waiting(const struct feed_parser *parser) {
    return parser->waiting;
}

size_t feed_parser_line(const struct feed_parser *parser) {
    return feed_line(parser, xmlSAX2GetLineNumber(parser->xml));
}

bool feed_parser_is_feed(const struct feed_parser *parser) {
    return !parser->is_other;
}

struct slice feed_parser_own(const struct feed_parser *parser, enum article_field field) {
    return bytes_slice(&parser->own[field]);
}

bool feed_parser_gave_up(const struct feed_parser *parser) {
    return parser->xml->disableSAX != 0;
}

const struct error *feed_parser_problem(const struct feed_parser *parser, size_t *line) {
    const struct feed_item *open = current_item(parser);
    *line = open ? open->line : parser->problem_line;
    if (open && open->broken) {
        return &open->error;
    }
    return parser->problem.kind == ERROR_NONE ? NULL : &parser->problem;
}
