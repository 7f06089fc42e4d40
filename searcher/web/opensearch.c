/* What browsers ask of a search box (OpenSearch 1.1): its description, and suggestions. */
#include "corpus/base/utf8.h"
#include "searcher/complete.h"
#include "searcher/json.h"
#include "searcher/web/page.h"

#define SUGGESTIONS_MOST 8

/* The most characters of names (OpenSearch 1.1). */
#define SHORT_NAME_CHARACTERS 16
#define LONG_NAME_CHARACTERS 48

static struct slice first_characters(struct slice text, size_t most) {
    size_t characters = 0;
    for (size_t at = 0; at < text.length; at++) {
        if (!utf8_continues(text.data[at]) && ++characters > most) {
            return slice_of(text.data, at);
        }
    }
    return text;
}

static void put_names(struct page *page) {
    struct slice name = slice_of_string(page->site->config.name);
    struct slice in_short = first_characters(name, SHORT_NAME_CHARACTERS);
    put(page, "<ShortName>");
    put_text(page, in_short);
    put(page, "</ShortName>\n");
    if (in_short.length < name.length) {
        put(page, "<LongName>");
        put_text(page, first_characters(name, LONG_NAME_CHARACTERS));
        put(page, "</LongName>\n");
    }
}

static void put_template(struct page *page, const char *type, const char *relation,
                         const char *path) {
    put(page, "<Url type=\"");
    put(page, type);
    put(page, "\" rel=\"");
    put(page, relation);
    put(page, "\" template=\"");
    put_origin(page);
    put(page, path);
    put(page, "\"/>\n");
}

void answer_description(struct page *page) {
    page->response->type = "application/opensearchdescription+xml; charset=utf-8";
    page->response->language = page->interface->code;
    put(page, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
    put_names(page);
    put(page, "<Description>");
    put_message(page, MESSAGE_QUERY_LABEL);
    put(page, "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n");
    put_template(page, "text/html", "results",
                 "/?q={searchTerms}&amp;page={startPage?}&amp;n={count?}");
    put_template(page, "application/atom+xml", "results",
                 "/?q={searchTerms}&amp;page={startPage?}&amp;n={count?}&amp;format=atom");
    put_template(page, "application/x-suggestions+json", "suggestions", "/suggest?q={searchTerms}");
    put_template(page, "application/opensearchdescription+xml", "self", "/opensearch.xml");
    put(page, "</OpenSearchDescription>\n");
}

void answer_suggestions(struct page *page) {
    struct slice typed = page->parameters->value[PARAMETER_QUERY];
    const struct slice *completions = NULL;
    size_t count = 0;
    struct error error = {0};
    if (!searcher_complete(page->site->searcher, typed, SUGGESTIONS_MOST, &completions, &count,
                           &error)) {
        answer_failure(page, &error);
        return;
    }
    page->response->type = "application/x-suggestions+json";
    struct json_writer json = {.out = page->out};
    json_begin(&json, '[');
    json_put_string(&json, typed);
    json_begin(&json, '[');
    for (size_t i = 0; i < count; i++) {
        json_put_string(&json, completions[i]);
    }
    json_end(&json, ']');
    json_end(&json, ']');
    put(page, "\n");
}
