/* Feeds: one article an item. Those in JSON have a reader of their own (json_feed.h). */
#include "corpus/article/clean.h"
#include "corpus/article/encoding.h"
#include "corpus/article/feed_identity.h"
#include "corpus/article/feed_items.h"
#include "corpus/article/html_text.h"
#include "corpus/article/json_feed.h"
#include "corpus/article/reading.h"
#include "corpus/base/ascii.h"
#include "corpus/base/url.h"

/* Small, so that few items wait to be handed out. */
enum { PUSH_BYTES = 4096 };

/* Whether text carries HTML: a tag or a character reference. */
static bool looks_like_html(struct slice text) {
    for (size_t i = 0; i + 1 < text.length; i++) {
        char next = text.data[i + 1];
        bool letter = ascii_is_letter(next);
        if ((text.data[i] == '<' && (letter || next == '/' || next == '!')) ||
            (text.data[i] == '&' && (letter || next == '#'))) {
            return true;
        }
    }
    return false;
}

/* Whether what is left of HTML that had no tags is HTML itself: some feeds escape it twice. */
static bool is_still_html(struct slice html, struct slice text) {
    return !memchr(html.data, '<', html.length) && slice_starts_with(text, slice_of("<", 1)) &&
           looks_like_html(text) && memmem(text.data, text.length, "</", 2);
}

/* Sets the text. The heading that stood above it, as that of Yandex's Turbo pages does, is the
 * title where the item has none, and is not said twice. */
static void set_text(struct draft *draft, struct slice heading, struct slice text) {
    struct bytes whole = {0};
    if (!draft_has(draft, FIELD_TITLE)) {
        draft_set(draft, FIELD_TITLE, heading);
    } else if (heading.length > 0 && !slice_equal(heading, draft_get(draft, FIELD_TITLE))) {
        bytes_append_slice(&whole, heading);
        bytes_append_byte(&whole, '\n');
    }
    bytes_append_slice(&whole, text);
    draft_set(draft, FIELD_TEXT, bytes_slice(&whole));
    draft->failed = draft->failed || whole.failed;
    bytes_free(&whole);
}

/* Sets a field from text that may be HTML. */
static bool set_field(struct draft *draft, enum article_field field, struct slice value, bool plain,
                      struct error *error) {
    struct bytes heading = {0}, text = {0}, again = {0};
    struct bytes *above = field == FIELD_TEXT ? &heading : NULL;
    bool done = true;
    if (!plain && looks_like_html(value)) {
        struct slice html = value;
        done = html_text(html, above, &text, error);
        value = bytes_slice(&text);
        if (done && is_still_html(html, value)) {
            done = html_text(value, above, &again, error);
            value = bytes_slice(&again);
        }
    }
    if (done && field == FIELD_TEXT) {
        set_text(draft, bytes_slice(&heading), value);
    } else if (done) {
        draft_set(draft, field, value);
    }
    bytes_free(&heading);
    bytes_free(&text);
    bytes_free(&again);
    return done;
}

/* RSS 2.0: an author is an address of mail with the name behind it, "ann@post.example (Ann Lee)".
 */
static struct slice name_of_author(struct slice author) {
    const char *open = author.length > 0 ? memchr(author.data, '(', author.length) : NULL;
    struct slice mail = slice_of(author.data, open ? (size_t)(open - author.data) : 0);
    if (mail.length == 0 || !memchr(mail.data, '@', mail.length) ||
        author.data[author.length - 1] != ')') {
        return author;
    }
    return slice_of(open + 1, author.length - mail.length - 2);
}

/* The feed's authors are those of its own items that name none (RFC 4287, 4.2.1); an item that is
 * from elsewhere has its source's. */
static void inherit_author(struct draft *draft, const struct feed_parser *parser) {
    if (!draft_has(draft, FIELD_SOURCE)) {
        draft_set_default(draft, FIELD_AUTHOR,
                          name_of_author(feed_parser_own(parser, FIELD_AUTHOR)));
    }
}

static bool fill_draft(struct draft *draft, const struct feed_item *item, struct error *error) {
    draft_clear(draft);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        enum article_field field = (enum article_field)i;
        struct slice value = bytes_slice(&item->values[i]);
        bool plain = field == FIELD_TEXT ? item->text_is_plain
                                         : field != FIELD_TITLE && field != FIELD_SOURCE;
        value = field == FIELD_AUTHOR ? name_of_author(value) : value;
        draft->failed = draft->failed || item->values[i].failed;
        if (value.length > 0 && !set_field(draft, field, value, plain, error)) {
            return false;
        }
    }
    return true;
}

/* What the item leaves open and the feed says. */
static bool fill_defaults(struct draft *draft, const struct feed_parser *parser,
                          struct error *error) {
    struct slice id = draft_get(draft, FIELD_ID);
    draft_set_default(draft, FIELD_LANG, feed_parser_own(parser, FIELD_LANG));
    inherit_author(draft, parser);
    /* RSS 2.0: a guid is an address, unless it does not look like one. */
    if (slice_starts_with(id, slice_of_string("http"))) {
        draft_set_default(draft, FIELD_URL, id);
    }
    feed_identify(draft, feed_parser_name(parser));
    draft->url_is_declared = !url_is_home(draft_get(draft, FIELD_URL));
    return draft_has(draft, FIELD_SOURCE) ||
           set_field(draft, FIELD_SOURCE, feed_parser_own(parser, FIELD_TITLE), false, error);
}

static enum reader_step read_item(struct reader *reader, const struct feed_item *item,
                                  struct article *article, struct error *error) {
    struct error why = {0};
    if (item->broken) {
        return reader_reject(reader, item->line, item->error.kind, error, "%s",
                             item->error.message);
    }
    if (!fill_draft(&reader->draft, item, &why) ||
        !fill_defaults(&reader->draft, reader->state, &why)) {
        return why.kind == ERROR_MEMORY
                   ? reader_stop(reader, INPUT_FAILED, &why, error)
                   : reader_reject(reader, item->line, why.kind, error, "%s", why.message);
    }
    if (draft_get(&reader->draft, FIELD_TEXT).length > reader->limit) {
        return reader_reject_size(reader, item->line, "the item", error);
    }
    enum reader_step step = reader_finish(reader, item->line, article, error);
    if (step == READER_ARTICLE && feed_parser_left_out(reader->state) &&
        feed_warn_of_name(reader, item->line, error)) {
        feed_parser_forget_left_out(reader->state);
    }
    return step;
}

/* Gives up an item that is larger than the limit; false where there is none. */
static bool drop_item(const struct reader *reader) {
    struct error reason = {0};
    reader_set_size_error(reader, "the item", &reason);
    return feed_parser_drop_item(reader->state, &reason);
}

static bool open_feed(struct reader *reader, struct slice start, struct error *error) {
    char name[ENCODING_NAME_BYTES];
    const char *encoding = input_was_decoded(reader->input) ? "UTF-8" : encoding_guess(start, name);
    reader->state = feed_parser_new(encoding);
    return reader->state || error_set_memory(error);
}

static void close_feed(struct reader *reader) {
    feed_parser_free(reader->state);
    reader->state = NULL;
}

/* What is said when all items have been read. */
static enum reader_step end(struct reader *reader, struct error *error) {
    size_t line;
    const struct error *problem = feed_parser_problem(reader->state, &line);
    reader->done = true;
    return problem ? reader_reject(reader, line, problem->kind, error, "%s%s", problem->message,
                                   feed_parser_gave_up(reader->state) ? "; what follows is not read"
                                                                      : "")
                   : READER_END;
}

static enum reader_step next_feed(struct reader *reader, struct article *article,
                                  struct error *error) {
    struct error why = {0};
    if (!reader->state) {
        struct slice start = {0};
        enum input_step step = input_peek(reader->input, &start, &why);
        if (step != INPUT_DATA && step != INPUT_END) {
            return reader_stop(reader, step, &why, error);
        }
        if (json_feed_is(start)) {
            reader->format = &format_json_feed;
            return reader->format->next(reader, article, error);
        }
        if (!open_feed(reader, start, &why)) {
            return reader_stop(reader, INPUT_FAILED, &why, error);
        }
    }
    struct feed_parser *parser = reader->state;
    bool ended = false;
    for (;;) {
        struct slice block = {0};
        const struct feed_item *item = feed_parser_next(parser);
        reader->line = feed_parser_line(parser);
        if (!feed_parser_is_feed(parser)) {
            reader->done = true;
            return reader_reject(reader, 1, ERROR_INPUT, error,
                                 "XML, but neither an RSS nor an Atom feed");
        }
        if (item) {
            return read_item(reader, item, article, error);
        }
        if (ended) {
            return end(reader, error);
        }
        if (feed_parser_waiting(parser) > reader->limit && !drop_item(reader)) {
            reader->done = true;
            return reader_reject_size(reader, reader->line, "what is outside of items", error);
        }
        enum input_step step = input_read(reader->input, PUSH_BYTES, &block, &why);
        if (step != INPUT_DATA && step != INPUT_END) {
            return reader_stop(reader, step, &why, error);
        }
        ended = step == INPUT_END;
        if (!feed_parser_push(parser, block)) {
            error_set_memory(&why);
            return reader_stop(reader, INPUT_FAILED, &why, error);
        }
    }
}

/* The name of the root element, behind the XML declaration, comments and the document type. */
static struct slice root_name(struct slice text) {
    size_t at = 0;
    while (at + 1 < text.length) {
        const char *open = memchr(text.data + at, '<', text.length - at);
        if (!open) {
            break;
        }
        at = (size_t)(open - text.data) + 1;
        if (at < text.length && text.data[at] != '?' && text.data[at] != '!') {
            size_t length = 0;
            while (at + length < text.length && !strchr(" \t\r\n/>", text.data[at + length])) {
                length++;
            }
            return slice_of(text.data + at, length);
        }
        bool comment = text.length - at >= 3 && memcmp(text.data + at, "!--", 3) == 0;
        const char *close = comment ? memmem(text.data + at, text.length - at, "-->", 3)
                                    : memchr(text.data + at, '>', text.length - at);
        if (!close) {
            break;
        }
        at = (size_t)(close - text.data);
    }
    return slice_of(NULL, 0);
}

static enum likeness recognise_feed(struct slice start) {
    static const char *const roots[] = {"rss", "feed", "rdf:RDF", NULL};
    struct slice text = slice_trim(start);
    if (json_feed_is(start)) {
        return SURE;
    }
    if (text.length == 0 || text.data[0] != '<') {
        return UNLIKE;
    }
    struct slice name = root_name(text);
    if (slice_is_listed(name, roots)) {
        return SURE;
    }
    return ascii_equal(name, "html") ? UNLIKE : POSSIBLE;
}

const struct article_format format_feed = {
    .name = "feed",
    .suffixes = "xml rss atom rdf",
    .holds_many = true,
    .recognise = recognise_feed,
    .next = next_feed,
    .close = close_feed,
};
