/* json_feed.h - feeds in JSON (jsonfeed.org, versions 1 and 1.1): one article an item. */
#ifndef ARAL_ARTICLE_JSON_FEED_H
#define ARAL_ARTICLE_JSON_FEED_H

#include "corpus/article/format.h"

/* Whether a file that begins with these bytes is a JSON Feed, which all say which version. */
bool json_feed_is(struct slice start);

/* The format `feed` for such a file. It is held in memory as a whole. */
extern const struct article_format format_json_feed;

#endif
