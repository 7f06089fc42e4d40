/* From address to page. */
#include "searcher/web/assets.h"
#include "searcher/web/page.h"

#include <stdio.h>

/* Names what is answered by the index's state and all that the answer depends on. */
static void set_tag(struct page *page, const struct searcher_state *state) {
    if (state->revision == 0 || page->request->method == METHOD_POST) {
        return;
    }
    const struct web_request *request = page->request;
    const struct web_config *config = &page->site->config;
    const struct slice parts[] = {
        request->script,
        request->path,
        request->query,
        request->host,
        request->port,
        slice_of_string(request->secure ? "https" : "http"),
        slice_of_string(page->interface->code),
        slice_of_string(config->name),
        slice_of_string(config->origin),
        slice_of_string(config->address),
        slice_of((const char *)&config->results, sizeof config->results), /* how far pages go */
        slice_of_string(asset_style.version),
        slice_of_string(asset_script.version),
        slice_of((const char *)&page->site->lexicons, sizeof page->site->lexicons)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bytes_append_slice(&page->scratch, parts[i]);
        bytes_append_byte(&page->scratch, '\n');
    }
    page->response->tag =
        response_tag(state->identity, state->revision, bytes_slice(&page->scratch));
    page_clear_scratch(page);
}

static void answer_unmodified(struct page *page) {
    page->response->status = 304;
    page->response->language = page->interface->code;
}

/* Answers from the index, unless the client has the answer already. */
static void answer_from_index(struct page *page, void (*answer)(struct page *page)) {
    struct error error = {0};
    struct searcher_state state;
    if (!web_site_open_index(page->site, &error) ||
        !searcher_get_state(page->site->searcher, &state, &error)) {
        answer_refusal(page, 503, MESSAGE_UNAVAILABLE, NULL, 0);
        *page->log = error;
        return;
    }
    set_tag(page, &state);
    struct slice kept = page->request->if_none_match;
    bool any = slice_equal(kept, slice_of("*", 1));
    if (!any && response_tag_matches(page->response->tag, kept)) {
        answer_unmodified(page);
        return;
    }
    answer(page);
    /* Which answer there is does not matter to the client, but a refusal is none (RFC 9110 section
     * 13.2.1). */
    if (any && page->response->status == 200 && response_tag_matches(page->response->tag, kept)) {
        bytes_clear(page->out);
        answer_unmodified(page);
    }
}

static void answer_script(struct page *page) {
    page->response->type = "text/javascript; charset=utf-8";
    page->response->immutable = true;
    bytes_append(page->out, asset_script.data, asset_script.length);
}

static void refuse_parameter(struct page *page, const struct parameter_problem *problem) {
    static const enum message messages[] = {
        [PARAMETER_TOO_MANY] = MESSAGE_BAD_COUNT,    [PARAMETER_PERCENT] = MESSAGE_BAD_PERCENT,
        [PARAMETER_ENCODING] = MESSAGE_BAD_ENCODING, [PARAMETER_CONTROL] = MESSAGE_BAD_CONTROL,
        [PARAMETER_REPEATED] = MESSAGE_BAD_REPEATED, [PARAMETER_TOO_LONG] = MESSAGE_BAD_LENGTH,
        [PARAMETER_INVALID] = MESSAGE_BAD_VALUE,     [PARAMETER_NO_DATE] = MESSAGE_BAD_DATE,
    };
    char most[sizeof "18446744073709551615"];
    snprintf(most, sizeof most, "%zu", problem->most);
    const struct slice texts[] = {slice_of_string(problem->name), slice_of_string(most)};
    size_t first = problem->name ? 0 : 1;
    answer_refusal(page, 400, messages[problem->fault], texts + first, 2 - first);
}

static bool is_path(struct slice path, const char *wanted) {
    return slice_equal(path, slice_of_string(wanted));
}

static void answer_path(struct page *page) {
    struct slice path = page->request->path;
    if (is_path(path, "/")) {
        answer_from_index(page, answer_search);
    } else if (is_path(path, "/suggest")) {
        answer_from_index(page, answer_suggestions);
    } else if (is_path(path, "/opensearch.xml")) {
        answer_description(page);
    } else if (is_path(path, "/passage") || slice_starts_with(path, slice_of("/passage/", 9))) {
        answer_from_index(page, answer_passage);
    } else {
        bytes_append_format(&page->scratch, "/suggest-%s.js", asset_script.version);
        bool script = slice_equal(path, bytes_slice(&page->scratch));
        page_clear_scratch(page);
        if (script) {
            answer_script(page);
        } else {
            answer_refusal(page, 404, MESSAGE_NO_PAGE, NULL, 0);
        }
    }
}

/* What is wrong with the request as a whole; true if something was. */
static bool refuse_request(struct page *page) {
    const struct web_request *request = page->request;
    char digits[sizeof "4294967295"];
    snprintf(digits, sizeof digits, "%d", REQUEST_BYTES_MOST);
    struct slice limit = slice_of_string(digits);
    if (request->method == METHOD_OTHER) {
        answer_refusal(page, 405, MESSAGE_METHOD, NULL, 0);
    } else if (request->body_state == BODY_UNREADABLE) {
        answer_refusal(page, 400, MESSAGE_BAD_BODY, NULL, 0);
    } else if (request->body_state == BODY_TOO_LONG || request->query.length > REQUEST_BYTES_MOST) {
        answer_refusal(page, 400, MESSAGE_BAD_BODY_LENGTH, &limit, 1);
    } else if (!text_is_clean(request->path)) {
        answer_refusal(page, 400, MESSAGE_BAD_ADDRESS, NULL, 0);
    } else {
        return false;
    }
    return true;
}

void web_site_answer(struct web_site *site, const struct web_request *request,
                     struct web_response *response, struct error *log) {
    struct bytes memory = {0};
    struct parameters parameters = {0};
    struct parameter_problem problem = {0};
    struct page page = {
        .site = site,
        .request = request,
        .parameters = &parameters,
        .interface = interface_negotiate(request->accept_language, site->config.interface),
        .response = response,
        .out = &response->body,
        .log = log,
    };
    response_clear(response);
    response->status = 200;
    /* First of all, as they say in which language and format something is refused. */
    bool good = request->query.length <= REQUEST_BYTES_MOST &&
                parameters_read(request->query, request->body, site->config.query_bytes, &memory,
                                &parameters, &problem);
    if (parameters.value[PARAMETER_UI].length > 0) {
        page.interface = interface_find(parameters.value[PARAMETER_UI]);
    }
    if (!refuse_request(&page)) {
        if (good) {
            answer_path(&page);
        } else if (problem.fault != PARAMETER_GOOD) {
            refuse_parameter(&page, &problem);
        }
    }
    if (memory.failed || response->body.failed || page.scratch.failed) {
        response_clear(response);
        response->status = 503;
        response->retry_after = site->config.retry_after;
        error_set_memory(log);
    }
    bytes_free(&page.scratch);
    bytes_free(&memory);
}
