#include "corpus/article/feed_items.h"

#include "corpus/article/feed_parser.h"

#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>

/* Two threads must not initialise libxml2 at once. What it would print is dropped: it tells the
 * same to note_problem. */
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
    xmlSAXHandler handler = feed_events; /* a copy, since libxml2 asks for one it may change */
    /* Without XML_PARSE_NOENT "&amp;" in an attribute would come as "&#38;". There are no entities
     * but those of find_html_entity that it could put in. */
    int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_BIG_LINES | XML_PARSE_NOENT;
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
        feed_item_free(&parser->items[i]);
    }
    free(parser->items);
    feed_repair_free(&parser->repair);
    bytes_free(&parser->value);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_free(&parser->own[i]);
    }
    bytes_free(&parser->name);
    bytes_free(&parser->base);
    bytes_free(&parser->item_base);
    free(parser);
}

/* Many sites send white space before the XML declaration, which then is none. */
static struct slice skip_blanks(struct feed_parser *parser, struct slice block) {
    size_t blanks = 0;
    while (blanks < block.length && memchr(" \t\r\n", block.data[blanks], 4)) {
        parser->blank_lines += block.data[blanks] == '\n';
        blanks++;
    }
    parser->begun = blanks < block.length;
    return slice_from(block, blanks);
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
             parser->value.failed || parser->name.failed || parser->base.failed ||
             parser->item_base.failed);
}

struct feed_item *feed_parser_next(struct feed_parser *parser) {
    size_t complete = parser->count - (parser->item_depth ? 1 : 0);
    if (parser->taken < complete) {
        return &parser->items[parser->taken++];
    }
    /* All complete ones have been seen: make room. */
    for (size_t i = 0; i < parser->taken; i++) {
        feed_item_free(&parser->items[i]);
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

bool feed_parser_drop_item(struct feed_parser *parser, const struct error *reason) {
    struct feed_item *item = feed_current_item(parser);
    if (!item) {
        return false;
    }
    feed_item_free(item);
    bytes_free(&parser->value);
    parser->value_depth = NO_DEPTH;
    parser->waiting = 0;
    if (!item->broken) {
        item->broken = true;
        item->error = *reason;
    }
    return true;
}

size_t feed_parser_line(const struct feed_parser *parser) {
    return feed_line_at_hand(parser);
}

bool feed_parser_is_feed(const struct feed_parser *parser) {
    return !parser->is_other;
}

struct slice feed_parser_own(const struct feed_parser *parser, enum article_field field) {
    return bytes_slice(&parser->own[field]);
}

bool feed_parser_left_out(const struct feed_parser *parser) {
    return parser->left_out;
}

void feed_parser_forget_left_out(struct feed_parser *parser) {
    parser->left_out = false;
}

struct slice feed_parser_name(const struct feed_parser *parser) {
    return bytes_slice(&parser->name);
}

bool feed_parser_gave_up(const struct feed_parser *parser) {
    return parser->xml->disableSAX != 0;
}

const struct error *feed_parser_problem(const struct feed_parser *parser, size_t *line) {
    const struct feed_item *open = feed_current_item(parser);
    *line = open ? open->line : parser->problem_line;
    if (open && open->broken) {
        return &open->error;
    }
    return parser->problem.kind == ERROR_NONE ? NULL : &parser->problem;
}
