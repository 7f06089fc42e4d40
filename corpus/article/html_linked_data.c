#include "corpus/article/html_linked_data.h"

#include "corpus/article/clean.h"
#include "corpus/article/html_text.h"
#include "corpus/base/url.h"

enum {
    LD_DEPTH = 4, /* values within values: a list of graphs of pages about articles needs as many */
    GRAPH_OBJECTS = 50, /* of a graph that are searched for the one with an id */
};

/* Article, NewsArticle, BlogPosting and the like. */
static bool is_article_type(const json_t *type) {
    for (size_t i = 0; i < json_array_size(type); i++) {
        if (is_article_type(json_array_get(type, i))) {
            return true;
        }
    }
    const char *name = json_string_value(type);
    size_t length = name ? strlen(name) : 0;
    return (length >= 7 && strcmp(name + length - 7, "Article") == 0) ||
           (length >= 7 && strcmp(name + length - 7, "Posting") == 0);
}

/* The object of the graph with that id; NULL where there is none. */
static const json_t *find_in_graph(const json_t *graph, const json_t *id) {
    for (size_t i = 0; json_is_string(id) && i < json_array_size(graph) && i < GRAPH_OBJECTS; i++) {
        const json_t *object = json_array_get(graph, i);
        if (json_equal(json_object_get(object, "@id"), id)) {
            return object;
        }
    }
    return NULL;
}

/* The words of a value: a string, or the name of an object. That may be elsewhere in the graph,
 * under the same id. */
static struct slice words_of(const struct findings *findings, const json_t *value) {
    if (json_is_object(value)) {
        const json_t *id = json_object_get(value, "@id");
        const json_t *name = json_object_get(value, "name");
        if (!name) {
            name = json_object_get(find_in_graph(findings->graph, id), "name");
        }
        value = name ? name : id;
    }
    return slice_of_string(json_string_value(value));
}

/* The text of HTML in a JSON string, written to `text`. */
static struct slice text_of_string(struct findings *findings, struct slice html,
                                   struct bytes *text) {
    struct error error = {0};
    if (!html_text(html, NULL, text, &error) && error.kind == ERROR_MEMORY) {
        findings->draft->failed = true;
    }
    return bytes_slice(text);
}

/* Notes words. Many sites leave HTML's character references in them. */
static void note_ld_words(struct findings *findings, enum article_field field, struct slice words) {
    struct bytes text = {0};
    if (field != FIELD_URL && words.length > 0 && memchr(words.data, '&', words.length)) {
        words = text_of_string(findings, words, &text);
    }
    findings_note(findings, field, TRUST_LD, words);
    bytes_free(&text);
}

/* Notes a value; of a list all authors, or the first of anything else. */
static void note_ld(struct findings *findings, enum article_field field, const json_t *value) {
    struct bytes *authors = &findings->scratch;
    if (!json_is_array(value) || field != FIELD_AUTHOR) {
        const json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
        note_ld_words(findings, field, words_of(findings, first));
        return;
    }
    bytes_clear(authors);
    for (size_t i = 0; i < json_array_size(value); i++) {
        struct slice author = words_of(findings, json_array_get(value, i));
        if (author.length > 0 && !url_is_web(author)) {
            bytes_append_string(authors, authors->length > 0 ? ", " : "");
            bytes_append_slice(authors, author);
        }
    }
    findings->draft->failed = findings->draft->failed || authors->failed;
    note_ld_words(findings, field, bytes_slice(authors));
}

/* Takes the article's text from the data: pages that scripts write have it nowhere else. */
static void set_ld_body(struct findings *findings, const json_t *value) {
    struct slice body = slice_of_string(json_string_value(value));
    struct bytes text = {0};
    if (body.length > 0 && memchr(body.data, '<', body.length)) {
        body = text_of_string(findings, body, &text);
    }
    draft_set_default(findings->draft, FIELD_TEXT, body);
    bytes_free(&text);
}

static void read_ld_article(struct findings *findings, const json_t *object) {
    static const struct {
        const char *key;
        enum article_field field;
    } properties[] = {
        {"headline", FIELD_TITLE},       {"datePublished", FIELD_DATE}, {"url", FIELD_URL},
        {"mainEntityOfPage", FIELD_URL}, {"inLanguage", FIELD_LANG},    {"publisher", FIELD_SOURCE},
        {"author", FIELD_AUTHOR},        {"dateCreated", FIELD_DATE},
    };
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        note_ld(findings, properties[i].field, json_object_get(object, properties[i].key));
    }
    findings_note_change(findings, words_of(findings, json_object_get(object, "dateModified")));
    set_ld_body(findings, json_object_get(object, "articleBody"));
}

/* Reads the articles in a value: an object, a list, a graph of them, or what a page is about. */
static void read_ld_value(struct findings *findings, const json_t *value, unsigned depth) {
    static const char *const parts[] = {"@graph", "mainEntity"};
    if (depth > LD_DEPTH) {
        return;
    }
    if (is_article_type(json_object_get(value, "@type"))) {
        read_ld_article(findings, value);
    }
    const json_t *around = findings->graph;
    findings->graph = json_is_array(value) ? value : around;
    for (size_t i = 0; i < json_array_size(value); i++) {
        read_ld_value(findings, json_array_get(value, i), depth + 1);
    }
    findings->graph = around;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        read_ld_value(findings, json_object_get(value, parts[i]), depth + 1);
    }
}

/* Many pages have line ends in their JSON strings, or comment or CDATA marks around the whole: both
 * are removed before parsing. */
void findings_read_linked_data(struct findings *findings, struct slice text) {
    struct bytes json = {0};
    for (size_t i = 0; i < text.length; i++) {
        bool control = (unsigned char)text.data[i] < ' ';
        bytes_append_byte(&json, control ? ' ' : text.data[i]);
    }
    struct slice value = slice_trim(bytes_slice(&json));
    const char *object = value.length > 0 ? memchr(value.data, '{', value.length) : NULL;
    if (object && *value.data != '[') {
        value = slice_of(object, value.length - (size_t)(object - value.data));
    }
    json_error_t problem;
    json_t *whole = json_read(value, JSON_DISABLE_EOF_CHECK, &problem);
    bool out_of_memory = !whole && json_error_code(&problem) == json_error_out_of_memory;
    findings->draft->failed = findings->draft->failed || json.failed || out_of_memory;
    read_ld_value(findings, whole, 0);
    json_decref(whole);
    bytes_free(&json);
}
