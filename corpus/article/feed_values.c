/* feed_values.c - the items of a feed and what their elements say, the best of each field. */
#include "corpus/article/feed_parser.h"

#include "corpus/article/address.h"
#include "corpus/article/clean.h"
#include "corpus/article/feed_identity.h"
#include "corpus/base/array.h"

/* Appends an address. A relative one is joined to the nearest base that is known: by itself it
 * would be the same as those of other feeds' items. */
static void append_address(struct feed_parser *parser, struct slice address, struct bytes *out) {
    const struct bytes *bases[] = {&parser->item_base, &parser->base, &parser->own[FIELD_URL]};
    size_t nearest = 0;
    while (nearest < 2 && bases[nearest]->length == 0) {
        nearest++;
    }
    address_join(bytes_slice(bases[nearest]), address, out);
    parser->failed = parser->failed || out->failed;
}

void feed_set_base(struct feed_parser *parser, struct slice address, struct bytes *base) {
    struct bytes whole = {0};
    if (address.length > 0 && address.length <= FEED_LONGEST_NAME) {
        append_address(parser, address, &whole);
        bytes_clear(base);
        bytes_append_slice(base, bytes_slice(&whole));
        bytes_free(&whole);
    }
}

static void name_feed(struct feed_parser *parser) {
    const struct bytes *own = parser->own;
    if (!parser->is_named) {
        bytes_append_slice(&parser->name,
                           bytes_slice(&own[own[FIELD_URL].length > 0 ? FIELD_URL : FIELD_TITLE]));
        parser->is_named = true;
    }
}

void feed_open_item(struct feed_parser *parser, struct slice language, struct slice base) {
    if (!array_reserve(&parser->items, &parser->capacity, parser->count + 1,
                       sizeof *parser->items)) {
        parser->failed = true;
        return;
    }
    struct feed_item *item = &parser->items[parser->count++];
    *item = (struct feed_item){.line = feed_line_at_hand(parser)};
    parser->item_depth = parser->depth;
    parser->waiting = 0;
    name_feed(parser);
    bytes_append_slice(&item->values[FIELD_LANG], language);
    bytes_clear(&parser->item_base);
    feed_set_base(parser, base, &parser->item_base);
}

void feed_close_item(struct feed_parser *parser) {
    parser->item_depth = NO_DEPTH;
    parser->waiting = 0;
}

void feed_set_value(struct feed_parser *parser, const struct feed_element *row,
                    struct slice value) {
    struct feed_item *item = feed_current_item(parser);
    struct bytes *out = &item->values[row->field];
    int rank = out->length > 0 ? item->ranks[row->field] : 0;
    value = slice_trim(value);
    if (value.length == 0 || row->rank < rank ||
        (row->rank == rank &&
         (row->field != FIELD_AUTHOR || slice_equal(value, bytes_slice(out))))) {
        return;
    }
    if (row->rank == rank) {
        bytes_append_string(out, ", ");
    } else {
        bytes_clear(out);
    }
    if (row->field == FIELD_URL) {
        append_address(parser, value, out);
    } else {
        bytes_append_slice(out, value);
    }
    item->ranks[row->field] = row->rank;
    if (row->field == FIELD_TEXT) {
        item->text_is_plain = parser->plain;
    }
}

void feed_set_own_value(struct feed_parser *parser, enum article_field field, struct slice value) {
    struct bytes *out = &parser->own[field];
    if (value.length == 0 || (out->length > 0 && field != FIELD_AUTHOR)) {
        return;
    }
    if (out->length + value.length > FEED_LONGEST_NAME) {
        parser->left_out = true;
    } else {
        bytes_append_string(out, out->length > 0 ? ", " : "");
        bytes_append_slice(out, value);
    }
}
