#include "corpus/article/feed_item.h"

void feed_item_free(struct feed_item *item) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        bytes_free(&item->values[i]);
    }
}
