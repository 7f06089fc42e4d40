#include "corpus/article/feed_parser.h"

#include <libxml/SAX2.h>

size_t feed_line_of(const struct feed_parser *parser, int line) {
    return parser->blank_lines + (line > 0 ? (size_t)line : 1);
}

size_t feed_line_at_hand(const struct feed_parser *parser) {
    return feed_line_of(parser, xmlSAX2GetLineNumber(parser->xml));
}
