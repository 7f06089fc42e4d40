/* What is said when there is nothing to show. */
#include "searcher/json.h"
#include "searcher/web/page.h"

static enum message find_title(unsigned status, enum message message) {
    if (message == MESSAGE_TIMEOUT) {
        return MESSAGE_STATUS_TIMEOUT;
    }
    switch (status) {
    case 400:
        return MESSAGE_STATUS_BAD;
    case 404:
        return MESSAGE_STATUS_NOT_FOUND;
    case 405:
        return MESSAGE_STATUS_METHOD;
    default:
        return MESSAGE_STATUS_UNAVAILABLE;
    }
}

static void write_refusal_json(struct page *page, unsigned status, enum message message,
                               const struct slice texts[], size_t count) {
    interface_fill(interface_message(page->interface, message, 0), texts, count, &page->scratch);
    struct json_writer json = {.out = page->out};
    json_begin(&json, '{');
    json_integer_field(&json, "version", 1);
    json_key(&json, "error");
    json_begin(&json, '{');
    json_integer_field(&json, "status", status);
    json_string_field(&json, "message", bytes_slice(&page->scratch));
    json_end(&json, '}');
    json_end(&json, '}');
    put(page, "\n");
    page_clear_scratch(page);
    page->response->type = "application/json";
    page->response->language = page->interface->code;
}

static void write_refusal_page(struct page *page, unsigned status, enum message message,
                               const struct slice texts[], size_t count) {
    enum message title = find_title(status, message);
    page_begin(page, &(struct page_frame){.title = interface_message(page->interface, title, 0),
                                          .class = ""});
    put(page, "<main id=\"main\" class=\"wrap reading\"><h1>");
    put_message(page, title);
    put(page, "</h1><p>");
    put_message_texts(page, message, texts, count);
    put(page, "</p></main>\n");
    page_end(page);
}

void answer_refusal(struct page *page, unsigned status, enum message message,
                    const struct slice texts[], size_t count) {
    response_clear(page->response);
    bytes_clear(&page->scratch);
    page->response->status = status;
    if (status == 503) {
        page->response->retry_after = page->site->config.retry_after;
    }
    if (parameters_choice(page->parameters, PARAMETER_FORMAT) == FORMAT_JSON) {
        write_refusal_json(page, status, message, texts, count);
    } else {
        write_refusal_page(page, status, message, texts, count);
    }
}

void answer_failure(struct page *page, const struct error *error) {
    switch (error->kind) {
    case ERROR_NOT_FOUND:
        answer_refusal(page, 404, MESSAGE_NO_PASSAGE, NULL, 0);
        return;
    case ERROR_LIMIT:
    case ERROR_USAGE:
        answer_refusal(page, 400, MESSAGE_LIMIT, NULL, 0);
        return;
    case ERROR_TIMEOUT:
        answer_refusal(page, 503, MESSAGE_TIMEOUT, NULL, 0);
        break;
    default:
        answer_refusal(page, 503, MESSAGE_UNAVAILABLE, NULL, 0);
        break;
    }
    *page->log = *error;
}
