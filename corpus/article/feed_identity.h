/* feed_identity.h - what identifies the items of a feed. */
#ifndef ARAL_ARTICLE_FEED_IDENTITY_H
#define ARAL_ARTICLE_FEED_IDENTITY_H

#include "corpus/article/fields.h"
#include "corpus/article/reading.h"

/* Bytes, the limit feed-name. What a feed says of itself and is longer, each of its items would
 * repeat: it counts as nothing. */
#define FEED_LONGEST_NAME 1000

/* Warns, of an article that is taken, that its feed says more of itself than that. False where
 * *error already tells something else. */
bool feed_warn_of_name(const struct reader *reader, size_t line, struct error *error);

/* Makes an id that is a mere number, which other feeds count with, too, one of this feed: "17"
 * becomes "17@FEED". `feed` is the feed's address, from which "http://" and the last '/' are left
 * out, or its title; where that is empty the id stays as it is. Where the feed was read from does
 * not count. */
void feed_identify(struct draft *draft, struct slice feed);

#endif
