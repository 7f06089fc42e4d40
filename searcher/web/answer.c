/* A search, answered in the format asked for. */
#include "searcher/print_formats.h"
#include "searcher/web/facets.h"
#include "searcher/web/page.h"

/* Asks; what the server's own people have to mend goes to the log, and what it leaves out of the
 * answer may be there the next time, so that clients are not to keep it. NULL with *error. */
static const struct search_answer *ask(struct page *page, const struct search_request *request,
                                       struct error *error) {
    const struct search_answer *answer = searcher_search(page->site->searcher, request, error);
    if (answer && answer->trouble_count > 0) {
        page->response->tag = 0;
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
    put_logo(page);
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
        if (page_asks(page, page->parameters)) {
            answer_html(page, &request);
        } else {
            answer_home(page);
        }
        break;
    }
}
