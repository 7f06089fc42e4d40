/* A search, answered in the format asked for. */
#include "corpus/languages/language.h"
#include "searcher/printer.h"
#include "searcher/web/facets.h"
#include "searcher/web/page.h"

/* A page from the web costs less than a query of the command line may. */
#define WEB_WORDS 64
#define WEB_EXPANSIONS 64
#define WEB_CANDIDATES 2000

struct search_request page_request(const struct page *page, const struct parameters *parameters) {
    const struct slice *value = parameters->value;
    const struct web_config *config = &page->site->config;
    uint32_t size = page_size(page);
    struct search_request request = search_request_default(value[PARAMETER_QUERY]);
    request.by = (enum search_by)parameters_choice(parameters, PARAMETER_BY);
    request.sort = (enum search_sort)parameters_choice(parameters, PARAMETER_SORT);
    request.across = parameters_choice(parameters, PARAMETER_ACROSS) == 0;
    request.unfold = parameters_choice(parameters, PARAMETER_COPIES) != 0;
    request.offset = (page_number(page) - 1) * size;
    request.limit = size;
    request.since = value[PARAMETER_SINCE];
    request.until = value[PARAMETER_UNTIL];
    request.source = value[PARAMETER_SOURCE];
    if (value[PARAMETER_LANG].length > 0) {
        request.language = language_find(value[PARAMETER_LANG]);
    }
    request.lists = search_request_narrows(&request);
    request.parts = SEARCH_ARTICLES | SEARCH_TEXTS | SEARCH_COUNTS | SEARCH_SUGGESTION;
    request.limits = (struct search_limits){
        .query_bytes = config->query_bytes,
        .words = WEB_WORDS,
        .expansions = WEB_EXPANSIONS,
        .candidates = WEB_CANDIDATES,
        .results = config->results,
        .time_ms = config->time_ms,
    };
    return request;
}

static bool asks(const struct search_request *request) {
    return request->query.length > 0 || request->lists;
}

bool page_asks(const struct page *page, const struct parameters *parameters) {
    struct search_request request = page_request(page, parameters);
    return asks(&request);
}

/* Asks; what the server's own people have to mend goes to the log. NULL with *error. */
static const struct search_answer *ask(struct page *page, const struct search_request *request,
                                       struct error *error) {
    const struct search_answer *answer = searcher_search(page->site->searcher, request, error);
    if (answer && answer->trouble_count > 0) {
        error_set(page->log, ERROR_IO, "%.*s", (int)answer->troubles[0].length,
                  answer->troubles[0].data);
    }
    return answer;
}

static void answer_html(struct page *page, struct search_request *request) {
    struct facets facets = {0};
    struct error error = {0};
    request->parts |= SEARCH_FACETS | SEARCH_NAMES;
    request->limit++; /* one more tells whether there is another page */
    request->limits.results++;
    const struct search_answer *answer = NULL;
    if (facets_count(&facets, request, page->site->searcher, &error)) {
        answer = ask(page, request, &error);
    }
    if (answer && facets_add_answer(&facets, request, answer, &error)) {
        write_results(page, answer, &facets);
    } else {
        answer_failure(page, &error);
    }
    facets_free(&facets);
}

static void answer_json(struct page *page, struct search_request *request) {
    struct error error = {0};
    request->parts |= SEARCH_FACETS;
    const struct search_answer *answer = ask(page, request, &error);
    if (!answer) {
        answer_failure(page, &error);
        return;
    }
    page->response->type = "application/json";
    struct search_answer told = *answer;
    told.trouble_count = 0;
    print_answer_json(&told, (struct slice){0}, page->out);
    put(page, "\n");
}

static void answer_feed(struct page *page, struct search_request *request) {
    struct error error = {0};
    const struct search_answer *answer = ask(page, request, &error);
    if (answer) {
        write_feed(page, answer);
    } else {
        answer_failure(page, &error);
    }
}

/* The page of somebody who has not asked anything yet. */
static void answer_home(struct page *page) {
    struct searcher_state state;
    struct error error = {0};
    if (!searcher_get_state(page->site->searcher, &state, &error)) {
        answer_failure(page, &error);
        return;
    }
    page_begin(page, &(struct page_frame){.class = "home"});
    put(page, "<main id=\"main\" class=\"wrap\"><h1>");
    put_mark(page);
    put_text(page, slice_of_string(page->site->config.name));
    put(page, "</h1>");
    put_field(page, true);
    put(page, "<p>");
    put_message_number(page, MESSAGE_HOME_LINE, state.articles);
    put(page, "</p></main>\n");
    page_end(page);
}

void answer_search(struct page *page) {
    struct search_request request = page_request(page, page->parameters);
    switch ((enum web_format)parameters_choice(page->parameters, PARAMETER_FORMAT)) {
    case FORMAT_JSON:
        answer_json(page, &request);
        break;
    case FORMAT_ATOM:
        answer_feed(page, &request);
        break;
    case FORMAT_HTML:
        if (asks(&request)) {
            answer_html(page, &request);
        } else {
            answer_home(page);
        }
        break;
    }
}
