/* feed_items.h - the items of an RSS or Atom feed as their XML comes in, block by block.
 *
 * Understands RSS 0.9x to 2.0, RSS 1.0 and Atom by the names of their elements. Characters that a
 * feed forgot to escape are mended (feed_repair.h), and after an item with missing end tags the
 * next one is found. libxml2's push parser is used without a tree. Nothing is fetched, and no
 * entity is known but those of XML and HTML. Memory holds the items that the last block completed
 * and the one that has begun. */
#ifndef ARAL_ARTICLE_FEED_ITEMS_H
#define ARAL_ARTICLE_FEED_ITEMS_H

#include "corpus/article/feed_item.h"

struct feed_parser;

/* `encoding` is that of the bytes, whatever they declare; NULL: as they declare. NULL when memory
 * ran out. */
struct feed_parser *feed_parser_new(const char *encoding);
void feed_parser_free(struct feed_parser *parser);

/* Parses the next block; an empty one is the end. False when memory ran out. */
bool feed_parser_push(struct feed_parser *parser, struct slice block);

/* The next item that is complete, or NULL: push another block. It lives until the next call. */
struct feed_item *feed_parser_next(struct feed_parser *parser);

/* Bytes pushed since an item began, ended or was given up. */
size_t feed_parser_waiting(const struct feed_parser *parser);

/* Gives the item that is being read up: its values go, and where it ends it is handed out as broken
 * for this reason, unless it was already. False outside of items. */
bool feed_parser_drop_item(struct feed_parser *parser, const struct error *reason);

/* The line that is being parsed. */
size_t feed_parser_line(const struct feed_parser *parser);

/* False when the root element is not a feed's. */
bool feed_parser_is_feed(const struct feed_parser *parser);

/* What the feed says of itself, as far as it has been read: title, language, address, authors;
 * empty for other fields and where it does not say. Lives until the next push. */
struct slice feed_parser_own(const struct feed_parser *parser, enum article_field field);

/* Whether something that the feed says of itself was left out, being longer than FEED_LONGEST_NAME,
 * since the last feed_parser_forget_left_out. */
bool feed_parser_left_out(const struct feed_parser *parser);
void feed_parser_forget_left_out(struct feed_parser *parser);

/* What tells the feed from others: its address, else its title, as they stand before the first
 * item. What stands behind is left out: an item would have another identity as it moves down the
 * feed. */
struct slice feed_parser_name(const struct feed_parser *parser);

/* Whether nothing behind a problem could be read. */
bool feed_parser_gave_up(const struct feed_parser *parser);

/* At the end: the problem that left an item unfinished, or the first outside of items, and its
 * line; NULL where there is none. */
const struct error *feed_parser_problem(const struct feed_parser *parser, size_t *line);

#endif
