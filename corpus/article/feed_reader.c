/* RSS 0.9x to 2.0, RSS 1.0 and Atom, streamed by libxml2's xmlTextReader: one item in memory at a
 * time, nothing fetched, no entity of a DTD expanded. */
#include "corpus/article/clean.h"
#include "corpus/article/encoding.h"
#include "corpus/article/formats.h"
#include "corpus/article/html_reader.h"

#include <libxml/xmlreader.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>

struct feed {
    xmlTextReaderPtr xml;
    struct reader *reader;
    struct error input_error; /* what stopped the input, if it was not its end */
    enum input_step input_stop;
    size_t item_bytes;         /* read since the last item */
    struct error syntax_error; /* the first that libxml2 told */
    size_t syntax_line;
    bool item_expanded; /* the current node is an item that was handed over */
    struct bytes title; /* of the channel */
    struct bytes language;
    struct bytes text;
};

/* --- the elements of items ---------------------------------------------------------------------
 */

/* Element names by local name, with the namespace where names clash. */
static const struct element_row {
    const char *name;
    const char *space; /* part of the namespace's URI; NULL: any */
    enum article_field field;
    int rank; /* where several give a field, the highest is taken */
} elements[] = {
    {"encoded", "purl.org/rss/1.0/modules/content", FIELD_TEXT, 4},
    {"content", NULL, FIELD_TEXT, 3},
    {"description", NULL, FIELD_TEXT, 2},
    {"summary", NULL, FIELD_TEXT, 1},
    {"title", NULL, FIELD_TITLE, 1},
    {"guid", NULL, FIELD_ID, 1},
    {"id", NULL, FIELD_ID, 1},
    {"link", NULL, FIELD_URL, 1},
    {"pubDate", NULL, FIELD_DATE, 3},
    {"published", NULL, FIELD_DATE, 3},
    {"date", NULL, FIELD_DATE, 2},
    {"updated", NULL, FIELD_DATE, 1},
    {"language", NULL, FIELD_LANG, 1},
    {"author", NULL, FIELD_AUTHOR, 1},
    {"creator", NULL, FIELD_AUTHOR, 2},
    {"source", NULL, FIELD_SOURCE, 1},
    {"publisher", NULL, FIELD_SOURCE, 1},
};

/* Namespaces whose elements are about something else than the article's text. */
static bool is_foreign(const xmlNode *node) {
    const char *space = node->ns ? (const char *)node->ns->href : NULL;
    return space && (strstr(space, "search.yahoo.com/mrss") || strstr(space, "itunes"));
}

static const struct element_row *find_element(const xmlNode *node) {
    const char *space = node->ns && node->ns->href ? (const char *)node->ns->href : "";
    if (node->type != XML_ELEMENT_NODE || is_foreign(node)) {
        return NULL;
    }
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp((const char *)node->name, elements[i].name) == 0 &&
            (!elements[i].space || strstr(space, elements[i].space))) {
            return &elements[i];
        }
    }
    return NULL;
}

/* Appends the text of a node's descendants. */
static void append_content(const xmlNode *node, struct bytes *out) {
    xmlChar *content = xmlNodeGetContent(node);
    if (content) {
        bytes_append_string(out, (const char *)content);
        xmlFree(content);
    } else {
        out->failed = true;
    }
}

static void append_attribute(xmlNode *node, const char *name, struct bytes *out) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    if (value) {
        bytes_append_string(out, (const char *)value);
        xmlFree(value);
    }
}

static bool attribute_is(xmlNode *node, const char *name, const char *value) {
    struct bytes found = {0};
    append_attribute(node, name, &found);
    bool same = slice_equal(slice_trim(bytes_slice(&found)), slice_of_string(value));
    bytes_free(&found);
    return same;
}

static xmlNode *find_child(const xmlNode *node, const char *name) {
    for (xmlNode *child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE && strcmp((const char *)child->name, name) == 0) {
            return child;
        }
    }
    return NULL;
}

/* Whether text carries HTML: a tag or a character reference. */
static bool looks_like_html(struct slice text) {
    for (size_t i = 0; i + 1 < text.length; i++) {
        char next = text.data[i + 1];
        bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
        if ((text.data[i] == '<' && (letter || next == '/' || next == '!')) ||
            (text.data[i] == '&' && (letter || next == '#'))) {
            return true;
        }
    }
    return false;
}

static bool set_text(struct feed *feed, xmlNode *node, struct draft *draft, struct error *error) {
    struct bytes raw = {0};
    bool html = true;
    bool done = true;
    if (attribute_is(node, "type", "xhtml")) {
        xmlBufferPtr buffer = xmlBufferCreate();
        if (buffer && xmlNodeDump(buffer, node->doc, node, 0, 0) >= 0) {
            bytes_append_string(&raw, (const char *)xmlBufferContent(buffer));
        } else {
            raw.failed = true;
        }
        xmlBufferFree(buffer);
    } else {
        append_content(node, &raw);
        html = !attribute_is(node, "type", "text") && looks_like_html(bytes_slice(&raw));
    }
    bytes_clear(&feed->text);
    if (raw.failed) {
        done = error_set_memory(error);
    } else if (html) {
        done = html_text(bytes_slice(&raw), &feed->text, error);
    } else {
        bytes_append_slice(&feed->text, bytes_slice(&raw));
    }
    if (done) {
        draft_set(draft, FIELD_TEXT, bytes_slice(&feed->text));
    }
    bytes_free(&raw);
    return done;
}

/* The value of an element other than text. */
static void append_value(xmlNode *node, enum article_field field, struct bytes *out) {
    xmlNode *part = NULL;
    if (field == FIELD_URL && xmlHasProp(node, (const xmlChar *)"href")) {
        /* Atom: the page itself is rel="alternate", or without rel. */
        if (!xmlHasProp(node, (const xmlChar *)"rel") || attribute_is(node, "rel", "alternate")) {
            append_attribute(node, "href", out);
        }
        return;
    }
    if (field == FIELD_AUTHOR) {
        part = find_child(node, "name");
    } else if (field == FIELD_SOURCE) {
        part = find_child(node, "title");
    }
    append_content(part ? part : node, out);
}

static bool set_field(struct feed *feed, xmlNode *node, enum article_field field,
                      struct draft *draft, struct error *error) {
    struct bytes value = {0};
    bool done = true;
    if (field == FIELD_TEXT) {
        return set_text(feed, node, draft, error);
    }
    append_value(node, field, &value);
    if (field == FIELD_TITLE && looks_like_html(bytes_slice(&value))) {
        bytes_clear(&feed->text);
        done = html_text(bytes_slice(&value), &feed->text, error);
        bytes_clear(&value);
        bytes_append_slice(&value, bytes_slice(&feed->text));
    }
    if (done && slice_trim(bytes_slice(&value)).length > 0) {
        draft_set(draft, field, bytes_slice(&value));
    }
    done = done && (!value.failed || error_set_memory(error));
    bytes_free(&value);
    return done;
}

/* Fills the draft from an item's element. */
static bool read_item(struct feed *feed, xmlNode *item, struct draft *draft, struct error *error) {
    int ranks[FIELD_COUNT] = {0};
    for (xmlNode *child = item->children; child; child = child->next) {
        const struct element_row *row = find_element(child);
        if (!row || (draft_has(draft, row->field) && row->rank <= ranks[row->field])) {
            continue;
        }
        if (!set_field(feed, child, row->field, draft, error)) {
            return false;
        }
        ranks[row->field] = row->rank;
    }
    xmlChar *language = xmlNodeGetLang(item);
    if (language && !draft_has(draft, FIELD_LANG)) {
        draft_set(draft, FIELD_LANG, slice_of_string((const char *)language));
    }
    xmlFree(language);
    draft_set_default(draft, FIELD_LANG, bytes_slice(&feed->language));
    draft_set_default(draft, FIELD_SOURCE, bytes_slice(&feed->title));
    /* RSS 2.0: a guid is an address unless it says otherwise. */
    struct slice id = draft_get(draft, FIELD_ID);
    if (slice_starts_with(id, slice_of_string("http"))) {
        draft_set_default(draft, FIELD_URL, id);
    }
    draft->url_is_declared = true;
    return true;
}

/* --- the stream --------------------------------------------------------------------------------
 */

static int read_input(void *context, char *buffer, int length) {
    struct feed *feed = context;
    struct slice block;
    if (feed->item_bytes > feed->reader->limit) {
        feed->input_stop = INPUT_TOO_LONG;
        return -1;
    }
    enum input_step step =
        input_read(feed->reader->input, (size_t)length, &block, &feed->input_error);
    if (step == INPUT_END) {
        return 0;
    }
    if (step != INPUT_DATA) {
        feed->input_stop = step;
        return -1;
    }
    memcpy(buffer, block.data, block.length);
    feed->item_bytes += block.length;
    return (int)block.length;
}

static void note_problem(void *context, xmlErrorPtr problem) {
    struct feed *feed = context;
    if (problem->level < XML_ERR_ERROR || feed->syntax_error.kind != ERROR_NONE) {
        return;
    }
    if (problem->code == XML_ERR_NO_MEMORY) {
        error_set_memory(&feed->syntax_error);
    } else {
        error_set(&feed->syntax_error, ERROR_INPUT, "not well-formed XML: %s",
                  problem->message ? problem->message : "unknown error");
    }
    feed->syntax_line = problem->line > 0 ? (size_t)problem->line : 1;
}

/* libxml2 must not be initialised by two threads at once. */
static pthread_once_t libxml_once = PTHREAD_ONCE_INIT;

static bool open_feed(struct reader *reader, struct error *error) {
    struct feed *feed = calloc(1, sizeof *feed);
    struct slice start = {0};
    char name[64];
    const char *encoding = NULL;
    pthread_once(&libxml_once, xmlInitParser);
    if (!feed) {
        return error_set_memory(error);
    }
    reader->state = feed;
    feed->reader = reader;
    if (input_peek(reader->input, &start, &feed->input_error) == INPUT_DATA) {
        if (input_was_decoded(reader->input)) {
            encoding = "UTF-8";
        } else if (encoding_declared(start).length == 0) {
            encoding = encoding_guess(start, name);
        }
    }
    feed->input_error = (struct error){0};
    feed->xml = xmlReaderForIO(read_input, NULL, feed, NULL, encoding,
                               XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    if (!feed->xml) {
        return error_set_memory(error);
    }
    xmlTextReaderSetStructuredErrorHandler(feed->xml, (xmlStructuredErrorFunc)note_problem, feed);
    return true;
}

static void close_feed(struct reader *reader) {
    struct feed *feed = reader->state;
    if (feed) {
        xmlFreeTextReader(feed->xml);
        bytes_free(&feed->title);
        bytes_free(&feed->language);
        bytes_free(&feed->text);
        free(feed);
        reader->state = NULL;
    }
}

static bool name_is(const struct feed *feed, const char *name) {
    const xmlChar *local = xmlTextReaderConstLocalName(feed->xml);
    return local && strcmp((const char *)local, name) == 0;
}

static void read_channel(struct feed *feed) {
    struct bytes *out = name_is(feed, "title")      ? &feed->title
                        : name_is(feed, "language") ? &feed->language
                                                    : NULL;
    if (out && out->length == 0) {
        xmlChar *text = xmlTextReaderReadString(feed->xml);
        bytes_append_string(out, text ? (const char *)text : "");
        xmlFree(text);
    }
}

/* Goes on to the next item. READER_ARTICLE when the reader stands on one. */
static enum reader_step find_item(struct reader *reader, struct error *error) {
    struct feed *feed = reader->state;
    int status;
    while ((status = feed->item_expanded ? xmlTextReaderNext(feed->xml)
                                         : xmlTextReaderRead(feed->xml)) == 1) {
        feed->item_expanded = false;
        int depth = xmlTextReaderDepth(feed->xml);
        if (xmlTextReaderNodeType(feed->xml) != XML_READER_TYPE_ELEMENT) {
            continue;
        }
        reader->line = (size_t)xmlTextReaderGetParserLineNumber(feed->xml);
        if (depth == 0) {
            if (!name_is(feed, "rss") && !name_is(feed, "feed") && !name_is(feed, "RDF")) {
                reader->done = true;
                return reader_reject(reader, reader->line, ERROR_INPUT, error,
                                     "XML, but neither an RSS nor an Atom feed");
            }
        } else if (name_is(feed, "item") || name_is(feed, "entry")) {
            feed->item_bytes = 0;
            return READER_ARTICLE;
        } else if (depth <= 2) {
            read_channel(feed);
        }
    }
    return READER_END;
}

/* Why reading ended before the end of the document. */
static enum reader_step stop(struct reader *reader, struct error *error) {
    struct feed *feed = reader->state;
    reader->done = true;
    if (feed->input_stop == INPUT_TOO_LONG) {
        return reader_reject_size(reader, reader->line ? reader->line : 1, "the item", error);
    }
    if (feed->input_stop != INPUT_DATA) {
        return reader_stop(reader, feed->input_stop, &feed->input_error, error);
    }
    if (feed->syntax_error.kind == ERROR_MEMORY) {
        return reader_stop(reader, INPUT_FAILED, &feed->syntax_error, error);
    }
    if (feed->syntax_error.kind != ERROR_NONE) {
        return reader_reject(reader, feed->syntax_line, ERROR_INPUT, error, "%s",
                             feed->syntax_error.message);
    }
    return READER_END;
}

static enum reader_step next_feed(struct reader *reader, struct article *article,
                                  struct error *error) {
    struct error why = {0};
    if (!reader->state && !open_feed(reader, &why)) {
        return reader_stop(reader, INPUT_FAILED, &why, error);
    }
    struct feed *feed = reader->state;
    enum reader_step step = find_item(reader, error);
    if (step != READER_ARTICLE) {
        return step == READER_END ? stop(reader, error) : step;
    }
    size_t line = reader->line;
    xmlNode *item = xmlTextReaderExpand(feed->xml);
    feed->item_expanded = true;
    if (!item) {
        return stop(reader, error);
    }
    draft_clear(&reader->draft);
    if (!read_item(feed, item, &reader->draft, &why)) {
        return why.kind == ERROR_MEMORY
                   ? reader_stop(reader, INPUT_FAILED, &why, error)
                   : reader_reject(reader, line, why.kind, error, "%s", why.message);
    }
    return reader_finish(reader, line, article, error);
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
    static const char *const roots[] = {"rss", "feed", "rdf:RDF"};
    struct slice text = slice_trim(start);
    if (text.length == 0 || text.data[0] != '<') {
        return UNLIKE;
    }
    struct slice name = root_name(text);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (slice_equal(name, slice_of_string(roots[i]))) {
            return SURE;
        }
    }
    bool html = name.length == 4 && strncasecmp(name.data, "html", 4) == 0;
    return html ? UNLIKE : POSSIBLE;
}

const struct article_format format_feed = {
    .name = "feed",
    .suffixes = "xml rss atom rdf",
    .holds_many = true,
    .recognise = recognise_feed,
    .next = next_feed,
    .close = close_feed,
};
