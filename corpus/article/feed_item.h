/* feed_item.h - one item of a feed, as far as it has been read. */
#ifndef ARAL_ARTICLE_FEED_ITEM_H
#define ARAL_ARTICLE_FEED_ITEM_H

#include "corpus/article/fields.h"

struct feed_item {
    struct bytes values[FIELD_COUNT]; /* as in the feed */
    int ranks[FIELD_COUNT];           /* of the elements they are from */
    bool text_is_plain;               /* Atom's type="text": no HTML */
    size_t line;                      /* where it begins */
    bool broken;                      /* its XML is: see error */
    struct error error;
};

/* Frees its values, which are then empty. */
void feed_item_free(struct feed_item *item);

#endif
