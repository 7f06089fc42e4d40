/* feed_identity.h - what identifies the items of a feed. */
#ifndef ARAL_ARTICLE_FEED_IDENTITY_H
#define ARAL_ARTICLE_FEED_IDENTITY_H

#include "corpus/article/fields.h"

/* Bytes. What a feed says of itself and is longer, each of its items would repeat: it counts as
 * nothing. */
#define FEED_LONGEST_NAME 1000

/* Makes an id that is a mere number, which other feeds count with, too, one of this feed: "17"
 * becomes "17@FEED". `feed` is the feed's address, from which "http://" and the last '/' are left
 * out, or its title; where that is empty the id stays as it is. Where the feed was read from does
 * not count. */
void feed_identify(struct draft *draft, struct slice feed);

#endif
