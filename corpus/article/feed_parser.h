/* feed_parser.h - what the parser of a feed knows between two blocks. feed_items.c pushes blocks
 * and hands items out, feed_events.c is called by libxml2 in between, feed_values.c keeps what the
 * elements say. Nobody else needs it: the others read feed_items.h. */
#ifndef ARAL_ARTICLE_FEED_PARSER_H
#define ARAL_ARTICLE_FEED_PARSER_H

#include "corpus/article/feed_elements.h"
#include "corpus/article/feed_item.h"
#include "corpus/article/feed_repair.h"

#include <libxml/parser.h>

enum { NO_DEPTH = 0 }; /* the root element is at depth 1 */

struct feed_parser {
    xmlParserCtxtPtr xml;
    struct feed_repair repair;
    size_t depth;       /* of open elements */
    size_t item_depth;  /* that of the item we are in, or NO_DEPTH */
    size_t value_depth; /* that of the element whose text is being gathered, or NO_DEPTH */
    const struct feed_element *row; /* what that element is */
    bool in_media;                  /* in the <media:group> of an item */
    bool markup;                    /* it holds XHTML, whose tags are gathered, too */
    bool part_wanted;               /* only the text of a child counts: <author><name> */
    size_t part_depth;              /* that of the child */
    struct bytes value;
    bool plain;              /* it is no HTML */
    struct feed_item *items; /* complete ones, the one handed out, and last the one being read */
    size_t count, capacity;
    size_t taken;                  /* items handed out */
    size_t waiting;                /* bytes pushed since an item began, ended or was given up */
    bool begun;                    /* something but white space was pushed */
    size_t blank_lines;            /* before that */
    struct bytes own[FIELD_COUNT]; /* what the feed says of itself */
    bool left_out;                 /* some of that, being too long, which is yet to be told */
    struct bytes name;             /* what tells it from other feeds */
    bool is_named;                 /* that is known: the first item has begun */
    struct bytes base, item_base;  /* xml:base of the feed and of the item we are in */
    bool is_shifted;  /* an end tag is missing, so each later end tag closes the wrong element */
    bool is_other;    /* the root element is not a feed's */
    xmlEntity entity; /* HTML's entity that was asked for last */
    xmlChar entity_text[5];
    struct error problem;
    size_t problem_line;
    bool failed; /* memory ran out */
};

/* ---- feed_parser.c --------------------------------------------------------------------------- */

/* The line of the feed that libxml2 counts as `line`. */
size_t feed_line_of(const struct feed_parser *parser, int line);

/* The line that is being parsed. */
size_t feed_line_at_hand(const struct feed_parser *parser);

/* ---- feed_events.c --------------------------------------------------------------------------- */

/* What libxml2 is to call, with the parser as its context. */
extern const xmlSAXHandler feed_events;

/* ---- feed_values.c --------------------------------------------------------------------------- */

/* The item that the parser is in; NULL outside of items. */
static inline struct feed_item *feed_current_item(const struct feed_parser *parser) {
    return parser->item_depth ? &parser->items[parser->count - 1] : NULL;
}

/* Begins an item with the language and base that its element gives, which may be empty. */
void feed_open_item(struct feed_parser *parser, struct slice language, struct slice base);
void feed_close_item(struct feed_parser *parser);

/* Sets a base from xml:base, which may be relative to the one around it or empty. Passes what is
 * longer than FEED_LONGEST_NAME. */
void feed_set_base(struct feed_parser *parser, struct slice address, struct bytes *base);

/* Sets a value of the item where it has none of a higher rank; of authors of the same rank, all. */
void feed_set_value(struct feed_parser *parser, const struct feed_element *row, struct slice value);

/* Sets what the feed says of itself, where it has not; of authors, all. Passes what is longer than
 * FEED_LONGEST_NAME. */
void feed_set_own_value(struct feed_parser *parser, enum article_field field, struct slice value);

#endif
