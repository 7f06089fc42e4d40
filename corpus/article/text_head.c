#include "corpus/article/text_head.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/article/text_guess.h"
#include "corpus/base/ascii.h"
#include "corpus/base/url.h"
#include "corpus/languages/labels.h"
#include "corpus/unicode/normalise.h"

enum {
    MOST_LINES = 60, /* a mail that went through many hands has about so many */
    LONGEST_KEY = 40,
    LEAST_KNOWN = 2,
};

/* The field that a key names; FIELD_COUNT where it names none. What languages call an address may
 * be that of a house. */
static enum article_field find_field(struct slice key, struct slice value) {
    static const struct {
        unsigned kinds;
        enum article_field field;
    } labels[] = {{LABEL_TITLE, FIELD_TITLE},
                  {LABEL_DATE, FIELD_DATE},
                  {LABEL_AUTHOR | LABEL_BYLINE | LABEL_SENDER, FIELD_AUTHOR},
                  {LABEL_SOURCE, FIELD_SOURCE}};
    enum article_field field = field_find(key);
    char short_form[WORD_SHORT_BYTES];
    struct slice form = word_normalise_short(key, short_form);
    for (size_t i = 0; i < sizeof labels / sizeof *labels && field == FIELD_COUNT; i++) {
        field = label_find(form, labels[i].kinds) ? labels[i].field : FIELD_COUNT;
    }
    bool link = field == FIELD_COUNT && url_is_web(value) && label_find(form, LABEL_URL);
    return link ? FIELD_URL : field == FIELD_TEXT ? FIELD_COUNT : field;
}

/* `Key: value`; a key is a few words. */
static bool split_line(struct slice line, struct slice *key, struct slice *value) {
    const char *colon = line.length > 0 ? memchr(line.data, ':', line.length) : NULL;
    size_t length = colon ? (size_t)(colon - line.data) : 0;
    if (length == 0 || length > LONGEST_KEY || space_length(line) > 0) {
        return false;
    }
    *key = slice_trim(slice_of(line.data, length));
    *value = slice_trim(slice_of(colon + 1, line.length - length - 1));
    for (size_t i = 0; i < key->length; i++) {
        if (strchr(".,;!?/\"()", key->data[i])) {
            return false;
        }
    }
    return key->length > 0;
}

/* Whether a line of an author surely names one: "By" may name a means, too, as in "By: train". */
static bool is_signature(struct slice key, struct slice value) {
    unsigned kinds = label_kinds(key, LABEL_SENDER | LABEL_BYLINE);
    return !(kinds & LABEL_SENDER) && (!(kinds & LABEL_BYLINE) || byline_are_names(value, 1));
}

/* A title, or a date that can be read. Other lists of "Key: value" have none, be there a "From", a
 * "By" or a "Source" in them. */
static bool tells_head(enum article_field field, struct slice value) {
    char date[ARTICLE_DATE_BYTES];
    return field == FIELD_DATE ? article_date_parse(value, date) : field == FIELD_TITLE;
}

struct head {
    struct slice lines, behind;
    bool is_signed; /* a line names the author */
    bool is_titled;
};

/* Where the head ends, what is in it and what is behind it. */
static bool find_head(struct slice text, struct head *head) {
    struct slice line, key, value;
    const char *start = text.data;
    size_t known = 0;
    bool headed = false;
    *head = (struct head){0};
    for (size_t lines = 0; lines < MOST_LINES && slice_take_line(&text, &line); lines++) {
        if (slice_trim(line).length == 0) {
            head->lines = slice_of(start, (size_t)(line.data - start));
            head->behind = text;
            return headed && known >= LEAST_KNOWN && slice_trim(text).length > 0;
        }
        bool pair = split_line(line, &key, &value);
        if (!pair && (lines == 0 || space_length(line) == 0)) {
            return false;
        }
        enum article_field field = pair ? find_field(key, value) : FIELD_COUNT;
        if (field != FIELD_COUNT && value.length > 0) {
            known++;
            headed = headed || tells_head(field, value);
            head->is_titled |= field == FIELD_TITLE;
            head->is_signed |= field == FIELD_AUTHOR && is_signature(key, value);
        }
    }
    return false;
}

/* The name in "Nora Vance <nora@post.example>". */
static struct slice name_of_sender(struct slice author) {
    const char *open = author.length > 0 ? memchr(author.data, '<', author.length) : NULL;
    bool address = open && open > author.data && author.data[author.length - 1] == '>';
    struct slice name = address ? slice_of(author.data, (size_t)(open - author.data)) : author;
    name = slice_trim(name);
    bool quoted =
        address && name.length > 2 && *name.data == '"' && name.data[name.length - 1] == '"';
    return quoted ? slice_of(name.data + 1, name.length - 2) : name;
}

/* Whether the author is named there. "From" names one in mail, which has a subject or an address,
 * and elsewhere a place: "From: Jakarta". */
static bool names_author(struct slice key, struct slice value, const struct head *head) {
    return is_signature(key, value) || (label_is(key, LABEL_SENDER) && !head->is_signed &&
                                        (head->is_titled || memchr(value.data, '@', value.length)));
}

static void set(struct draft *draft, struct slice key, struct slice value,
                const struct head *head) {
    enum article_field field = find_field(key, value);
    if (value.length == 0) {
        return;
    }
    if (field == FIELD_AUTHOR && !names_author(key, value, head)) {
        field = FIELD_COUNT;
    }
    if (field == FIELD_COUNT) {
        draft_set_extra(draft, key, json_stringn(value.data, value.length));
    } else if (field == FIELD_SOURCE) {
        text_guess_source(value, draft);
    } else if (!draft_has(draft, field)) {
        draft_set(draft, field, field == FIELD_AUTHOR ? name_of_sender(value) : value);
        draft->url_is_declared = draft->url_is_declared || field == FIELD_URL;
    }
}

void text_head_take(struct slice *text, struct draft *draft) {
    struct head head;
    struct slice line, key = {0}, next_key, rest;
    if (!find_head(*text, &head)) {
        return;
    }
    struct bytes value = {0};
    struct slice lines = head.lines;
    while (slice_take_line(&lines, &line)) {
        if (split_line(line, &next_key, &rest)) {
            set(draft, key, bytes_slice(&value), &head);
            draft->failed = draft->failed || value.failed;
            bytes_clear(&value);
            key = next_key;
        } else {
            rest = slice_trim(line);
            bytes_append_string(&value, " ");
        }
        bytes_append_slice(&value, rest);
    }
    set(draft, key, bytes_slice(&value), &head);
    draft->failed = draft->failed || value.failed;
    bytes_free(&value);
    *text = head.behind;
}

/* The value of `line` where it begins with `name`, in any case of letters; empty where not. */
static struct slice value_of(struct slice line, const char *name) {
    return ascii_starts_with(line, name) ? slice_trim(slice_from(line, strlen(name)))
                                         : slice_of(NULL, 0);
}

/* "From nora@post.example Tue Jun 11 09:30:00 2024" and a head below it. */
static bool is_mailbox(struct slice text) {
    struct slice first, second, key, value;
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    return slice_take_line(&text, &first) && slice_take_line(&text, &second) &&
           slice_starts_with(first, slice_of_string("From ")) &&
           article_date_find(first, &start, &end, date) && strchr(date, 'T') &&
           split_line(second, &key, &value) && !memchr(key.data, ' ', key.length);
}

const char *text_head_refuse(struct slice text) {
    bool mail = false, parts = false, encoded = false;
    struct slice line;
    if (is_mailbox(text)) {
        return "a mailbox (mbox): save each mail as text";
    }
    while (slice_take_line(&text, &line)) {
        if (slice_trim(line).length == 0) {
            break;
        }
        struct slice encoding = value_of(line, "Content-Transfer-Encoding:");
        mail = mail || value_of(line, "MIME-Version:").length > 0;
        parts = parts || ascii_starts_with(value_of(line, "Content-Type:"), "multipart/");
        encoded =
            encoded || ascii_equal(encoding, "quoted-printable") || ascii_equal(encoding, "base64");
    }
    return !mail     ? NULL
           : parts   ? "an archive of a page (MHTML) or mail in parts: save the page as HTML"
           : encoded ? "mail in quoted-printable or base64: save it as text"
                     : NULL;
}
