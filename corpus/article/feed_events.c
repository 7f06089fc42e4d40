/* feed_events.c - what libxml2 calls while it parses a feed: elements, text, entities, problems. */
#include "corpus/article/feed_parser.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

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

/* ---- values begin ---------------------------------------------------------------------------- */

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
static void begin_value(struct feed_parser *parser, const struct feed_element *row) {
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
           !ascii_starts_with(type, "text/") &&
           !ascii_equal(slice_from(type, type.length - 3), "xml");
}

static void start_value(struct feed_parser *parser, const struct feed_element *row, int count,
                        const xmlChar **attributes) {
    struct slice type = find_attribute(count, attributes, "", "type");
    struct slice address = find_attribute(count, attributes, "", "href");
    if (row->field == FIELD_URL && address.length > 0) {
        if (is_page_link(count, attributes)) {
            feed_set_value(parser, row, address);
        }
        return;
    }
    if (row->field == FIELD_TEXT && is_encoded(type)) {
        return;
    }
    begin_value(parser, row);
    parser->markup = equals(type, "xhtml") || equals(type, "application/xhtml+xml");
    parser->plain = equals(type, "text") || equals(type, "text/plain") ||
                    (parser->in_media && !equals(type, "html"));
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
static void start_own_value(struct feed_parser *parser, const struct feed_element *row, int count,
                            const xmlChar **attributes) {
    enum article_field field = row ? row->field : FIELD_COUNT;
    bool page = field == FIELD_URL && is_page_link(count, attributes);
    if (page) {
        feed_set_own_value(parser, field,
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
    if (parser->depth == 1) {
        parser->is_other = !feed_element_is_root(name);
        feed_set_own_value(parser, FIELD_LANG, language);
    } else if (feed_element_is_item(name)) {
        feed_open_item(parser, language, base);
        return;
    } else if (parser->depth <= 3) {
        start_own_value(parser, feed_element_find(name, space), count, attributes);
    }
    feed_set_base(parser, base, &parser->base);
}

/* The element of an item that gives a field; NULL where it gives none. */
static const struct feed_element *find_in_item(struct feed_parser *parser, const char *name,
                                               const char *space) {
    size_t level = parser->depth - parser->item_depth;
    if (level == 1) {
        parser->in_media = feed_element_is_media_group(name, space);
        return feed_element_find(name, space);
    }
    return level == 2 && parser->in_media ? feed_element_find_in_media(name, space) : NULL;
}

/* ---- elements and text ----------------------------------------------------------------------- */

/* Closes a broken item where the next one begins. It had HTML without end tags, such as "<br>", so
 * its own end tag has been taken for that of the HTML. */
static void abandon_item(struct feed_parser *parser) {
    parser->value_depth = NO_DEPTH;
    parser->is_shifted = true;
    feed_close_item(parser);
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
    /* After a problem libxml2 would leave out &amp; and &lt; in all later items as well. */
    parser->xml->wellFormed = 1;
    if (parser->failed) {
        return;
    }
    if (parser->item_depth && feed_current_item(parser)->broken && feed_element_is_item(local)) {
        abandon_item(parser);
    }
    if (parser->value_depth) {
        start_inside(parser, local);
    } else if (!parser->item_depth) {
        start_outside_of_items(parser, local, where, count, attributes);
    } else {
        const struct feed_element *row = find_in_item(parser, local, where);
        if (row && !feed_current_item(parser)->broken) {
            start_value(parser, row, count, attributes);
        }
    }
}

/* libxml2 reports invalid UTF-8 only once in a file, and passes all of it on. */
static void check_value(struct feed_parser *parser, struct feed_item *item) {
    const char *text = bytes_string(&parser->value);
    if (text && !item->broken && !xmlCheckUTF8((const xmlChar *)text)) {
        item->broken = true;
        error_set(&item->error, ERROR_INPUT, "invalid UTF-8");
    }
}

static void end_value(struct feed_parser *parser) {
    parser->value_depth = NO_DEPTH;
    /* The next value would forget it. */
    parser->failed = parser->failed || parser->value.failed;
    if (parser->item_depth) {
        check_value(parser, feed_current_item(parser));
        feed_set_value(parser, parser->row, bytes_slice(&parser->value));
    } else {
        feed_set_own_value(parser, parser->row->field, slice_trim(bytes_slice(&parser->value)));
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
        feed_close_item(parser);
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

/* ---- entities and problems ------------------------------------------------------------------- */

/* Many feeds have HTML's entities without declaring them: &nbsp;. */
static xmlEntityPtr find_html_entity(void *context, const xmlChar *name) {
    struct feed_parser *parser = context;
    const htmlEntityDesc *entity = htmlEntityLookup(name);
    if (!entity) {
        return NULL;
    }
    int length = xmlCopyChar(0, parser->entity_text, (int)entity->value);
    parser->entity_text[length] = '\0';
    /* Of one that is predefined, as XML's own are, libxml2 puts the first byte in an attribute. */
    bool whole = length > 1 && parser->xml->instate == XML_PARSER_ATTRIBUTE_VALUE;
    parser->entity = (xmlEntity){
        .type = XML_ENTITY_DECL,
        .name = (const xmlChar *)entity->name,
        .content = parser->entity_text,
        .length = length,
        .etype = whole ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY,
    };
    return &parser->entity;
}

/* Notes a problem of the item, or of the feed outside of items. Only what makes XML ill-formed is
 * one: undeclared prefixes are not. */
static void note_problem(void *context, xmlErrorPtr problem) {
    struct feed_parser *parser = context;
    if (problem->level < XML_ERR_FATAL) {
        return;
    }
    if (problem->code == XML_ERR_NO_MEMORY) {
        parser->failed = true;
        return;
    }
    struct feed_item *item = feed_current_item(parser);
    struct error *error = item ? &item->error : &parser->problem;
    if (item) {
        item->broken = true;
    } else if (parser->is_shifted && (problem->code == XML_ERR_TAG_NAME_MISMATCH ||
                                      problem->code == XML_ERR_DOCUMENT_END)) {
        return; /* told of the item */
    } else if (error->kind == ERROR_NONE) {
        parser->problem_line = feed_line_of(parser, problem->line);
    }
    /* libxml2 has the same code for what stands behind the root element. */
    bool early = problem->code == XML_ERR_DOCUMENT_END && parser->xml->instate != XML_PARSER_EPILOG;
    struct slice words =
        early ? slice_of_string("it ends early") : slice_trim(slice_of_string(problem->message));
    error_set(error, ERROR_INPUT, "not well-formed XML: %.*s", (int)words.length, words.data);
}

/* Values that a feed declares for attributes it may leave out mean nothing here, and for each
 * element libxml2 compares each of them with all the others. There is no other way to make it
 * forget them: only the last one is kept. */
static void forget_defaults(void *context, const xmlChar *element, const xmlChar *name, int type,
                            int kind, const xmlChar *value, xmlEnumerationPtr values) {
    struct feed_parser *parser = context;
    (void)element;
    (void)name;
    (void)type;
    (void)kind;
    (void)value;
    xmlFreeEnumeration(values);
    xmlHashFree(parser->xml->attsDefault, xmlHashDefaultDeallocator);
    parser->xml->attsDefault = NULL;
}

const xmlSAXHandler feed_events = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .getEntity = find_html_entity,
    .attributeDecl = forget_defaults,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters,
    .serror = (xmlStructuredErrorFunc)note_problem,
};
