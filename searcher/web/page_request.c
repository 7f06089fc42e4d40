/* What a page is asked for. */
#include "corpus/languages/language.h"
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

bool page_asks(const struct page *page, const struct parameters *parameters) {
    struct search_request request = page_request(page, parameters);
    return request.query.length > 0 || request.lists;
}

uint32_t page_number(const struct page *page) {
    return parameters_number(page->parameters, PARAMETER_PAGE, 1);
}

uint32_t page_size(const struct page *page) {
    return parameters_number(page->parameters, PARAMETER_RESULTS, SEARCH_LIMIT);
}
