#include "corpus/article/json_feed.h"

#include "corpus/article/clean.h"
#include "corpus/article/feed_identity.h"
#include "corpus/article/html_text.h"
#include "corpus/article/reading.h"
#include "corpus/base/ascii.h"

#include <stdlib.h>

struct json_feed {
    json_t *feed;
    size_t next; /* item, from 0 */
    bool warned; /* of what the feed says of itself at length */
};

bool json_feed_is(struct slice start) {
    static const char key[] = "\"version\"", site[] = "jsonfeed.org";
    struct slice text = slice_trim(start);
    if (text.length == 0 || *text.data != '{') {
        return false;
    }
    /* No string has the key's quotes in it: they would be escaped. */
    const char *found = memmem(text.data, text.length, key, sizeof key - 1);
    if (!found) {
        return false;
    }
    size_t at = (size_t)(found - text.data) + sizeof key - 1;
    while (at < text.length && (ascii_is_space(text.data[at]) || text.data[at] == ':')) {
        at++;
    }
    const char *end = at + 1 < text.length && text.data[at] == '"'
                          ? memchr(text.data + at + 1, '"', text.length - at - 1)
                          : NULL;
    return end && memmem(text.data + at, (size_t)(end - text.data) - at, site, sizeof site - 1);
}

/* Members of an item; of several that give a field the first counts. */
static const struct member {
    const char *name;
    enum article_field field;
    bool is_html;
} members[] = {
    {"id", FIELD_ID, false},
    {"title", FIELD_TITLE, false},
    {"content_html", FIELD_TEXT, true},
    {"content_text", FIELD_TEXT, false},
    {"summary", FIELD_TEXT, false},
    {"url", FIELD_URL, false},
    {"external_url", FIELD_URL, false},
    {"date_published", FIELD_DATE, false},
    {"date_modified", FIELD_DATE, false},
    {"language", FIELD_LANG, false},
};

/* Appends what a member says; numbers as they are written, as some ids are. */
static bool append_value(const struct member *member, json_t *value, struct bytes *out,
                         struct error *error) {
    struct slice words = slice_of(json_string_value(value), json_string_length(value));
    if (json_is_integer(value)) {
        bytes_append_format(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    } else if (member->is_html && words.length > 0) {
        return html_text(words, NULL, out, error);
    } else {
        bytes_append_slice(out, words);
    }
    return true;
}

/* Takes the members of an item that are fields out of it. */
static bool take_members(struct draft *draft, json_t *item, struct error *error) {
    bool taken = true;
    for (size_t i = 0; i < sizeof members / sizeof *members && taken; i++) {
        const struct member *member = &members[i];
        struct bytes value = {0};
        taken = append_value(member, json_object_get(item, member->name), &value, error);
        if (taken && value.length > 0 && !draft_has(draft, member->field)) {
            draft_set(draft, member->field, bytes_slice(&value));
            json_object_del(item, member->name);
        }
        draft->failed = draft->failed || value.failed;
        bytes_free(&value);
    }
    return taken;
}

/* Sets the authors of an item or of the feed, where there are none yet. */
static void set_authors(struct draft *draft, json_t *object) {
    json_t *authors = json_object_get(object, "authors"), *author;
    struct bytes names = {0};
    size_t i;
    json_array_foreach(authors, i, author) {
        const char *name = json_string_value(json_object_get(author, "name"));
        bytes_append_string(&names, names.length > 0 && name ? ", " : "");
        bytes_append_string(&names, name ? name : "");
    }
    if (names.length == 0) { /* version 1 */
        const char *name =
            json_string_value(json_object_get(json_object_get(object, "author"), "name"));
        bytes_append_string(&names, name ? name : "");
    }
    if (names.length > 0) {
        draft_set_default(draft, FIELD_AUTHOR, bytes_slice(&names));
    }
    draft->failed = draft->failed || names.failed;
    bytes_free(&names);
}

/* What the feed says of itself; empty where it says nothing, or more than items may repeat. */
static struct slice own_value(json_t *feed, const char *name) {
    json_t *value = json_object_get(feed, name);
    size_t length = json_string_length(value);
    return length <= FEED_LONGEST_NAME ? slice_of(json_string_value(value), length)
                                       : slice_of(NULL, 0);
}

static bool says_too_much(json_t *feed) {
    static const char *const names[] = {"language", "title", "home_page_url", "feed_url"};
    bool too_much = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        too_much |= json_string_length(json_object_get(feed, names[i])) > FEED_LONGEST_NAME;
    }
    return too_much;
}

/* What tells the feed from others. */
static struct slice name_of_feed(json_t *feed) {
    static const char *const names[] = {"home_page_url", "feed_url", "title"};
    struct slice name = slice_of(NULL, 0);
    for (size_t i = 0; i < sizeof names / sizeof *names && name.length == 0; i++) {
        name = own_value(feed, names[i]);
    }
    return name;
}

/* Fills the draft; members that are no fields are kept as unknown ones. */
static bool fill_draft(struct draft *draft, json_t *feed, json_t *item, struct error *error) {
    const char *key;
    json_t *value;
    draft_clear(draft);
    draft->url_is_declared = true;
    if (!take_members(draft, item, error)) {
        return false;
    }
    feed_identify(draft, name_of_feed(feed));
    set_authors(draft, item);
    set_authors(draft, feed);
    json_object_del(item, "authors");
    json_object_del(item, "author");
    json_object_foreach(item, key, value) {
        draft_set_extra(draft, slice_of_string(key), json_incref(value));
    }
    draft_set_default(draft, FIELD_LANG, own_value(feed, "language"));
    draft_set(draft, FIELD_SOURCE, own_value(feed, "title"));
    return true;
}

/* Loads the file. READER_ARTICLE when done. */
static enum reader_step open_feed(struct reader *reader, struct error *error) {
    json_error_t problem;
    struct error why = {0};
    enum reader_step step = reader_load(reader, error);
    if (step == READER_REJECTED && error->kind == ERROR_LIMIT) {
        error_clear(error);
        return reader_reject(reader, 1, ERROR_LIMIT, error,
                             "none of the feed's items is read: JSON Feed is held in memory as a "
                             "whole, and this is larger than the limit article-bytes, %zu bytes: "
                             "raise that, or make JSON Lines of the items",
                             reader->limit);
    }
    if (step != READER_ARTICLE) {
        return step;
    }
    struct json_feed *state = calloc(1, sizeof *state);
    reader->state = state;
    json_t *feed = json_read(bytes_slice(&reader->document), 0, &problem);
    if (!state || (!feed && json_error_code(&problem) == json_error_out_of_memory)) {
        json_decref(feed);
        error_set_memory(&why);
        return reader_stop(reader, INPUT_FAILED, &why, error);
    }
    state->feed = feed;
    if (!feed) {
        return reader_reject(reader, (size_t)problem.line, ERROR_INPUT, error,
                             "broken JSON at byte %d: %s", problem.position,
                             json_complaint(&problem));
    }
    if (!json_is_array(json_object_get(feed, "items"))) {
        return reader_reject(reader, 1, ERROR_INPUT, error, "a JSON Feed without items");
    }
    reader->done = false;
    return READER_ARTICLE;
}

static enum reader_step next_json_feed(struct reader *reader, struct article *article,
                                       struct error *error) {
    struct error why = {0};
    if (!reader->state) {
        enum reader_step step = open_feed(reader, error);
        if (step != READER_ARTICLE) {
            return step;
        }
    }
    struct json_feed *state = reader->state;
    json_t *item = json_array_get(json_object_get(state->feed, "items"), state->next);
    if (!item) {
        reader->done = true;
        return READER_END;
    }
    state->next++;
    if (!fill_draft(&reader->draft, state->feed, item, &why)) {
        return why.kind == ERROR_MEMORY ? reader_stop(reader, INPUT_FAILED, &why, error)
                                        : reader_reject(reader, 1, why.kind, error, "item %zu: %s",
                                                        state->next, why.message);
    }
    enum reader_step step = reader_finish(reader, 1, article, error);
    /* The lines of items are not known to tell one from another. */
    bool known = draft_has(&reader->draft, FIELD_ID) || draft_has(&reader->draft, FIELD_URL);
    if (step == READER_ARTICLE && known) {
        state->warned =
            state->warned || (says_too_much(state->feed) && feed_warn_of_name(reader, 1, error));
        return step;
    }
    if (step == READER_FAILED) {
        return step;
    }
    error_clear(error); /* of what has been said, that an article is added without its date */
    return reader_reject(reader, 1, ERROR_INPUT, error,
                         step == READER_REJECTED ? "item %zu: no text" : "item %zu has no id",
                         state->next);
}

static void close_json_feed(struct reader *reader) {
    struct json_feed *state = reader->state;
    if (state) {
        json_decref(state->feed);
        free(state);
        reader->state = NULL;
    }
}

const struct article_format format_json_feed = {
    .name = "feed",
    .holds_many = true,
    .next = next_json_feed,
    .close = close_json_feed,
};
