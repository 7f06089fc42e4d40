/* What browsers ask of a search box (OpenSearch 1.1): its description, and suggestions. */
#include "searcher/complete.h"
#include "searcher/json.h"
#include "searcher/web/page.h"

#define SUGGESTIONS_MOST 8

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
              "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
              "<ShortName>");
    put_text(page, slice_of_string(page->site->config.name));
    put(page, "</ShortName>\n<Description>");
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
    json_string(&json, typed);
    json_begin(&json, '[');
    for (size_t i = 0; i < count; i++) {
        json_string(&json, completions[i]);
    }
    json_end(&json, ']');
    json_end(&json, ']');
    put(page, "\n");
}
