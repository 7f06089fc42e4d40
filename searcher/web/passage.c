/* One passage among its neighbours, for articles without an address and for reading on. */
#include "corpus/languages/language.h"
#include "searcher/print_show.h"
#include "searcher/web/page.h"
#include "searcher/web/source.h"

/* Passages shown before and behind the one asked for. */
#define NEIGHBOURS 2

/* The id: all of the path behind /passage/, or the parameter. */
static struct slice find_id(const struct page *page) {
    struct slice path = page->request->path;
    size_t prefix = sizeof "/passage/" - 1;
    if (path.length > prefix) {
        return slice_of(path.data + prefix, path.length - prefix);
    }
    return page->parameters->value[PARAMETER_ID];
}

static struct slice passage_text(const struct shown_article *article, size_t number) {
    const struct shown_passage *passage = &article->passages[number];
    return slice_of(article->text.data + passage->start, passage->length);
}

static void write_about(struct page *page, const struct shown_article *article, size_t number) {
    struct bytes digits = {0};
    struct bytes place = {0};
    bytes_append_format(&digits, "%zu", number + 1);
    size_t first = digits.length;
    bytes_append_format(&digits, "%zu", article->passage_count);
    struct slice texts[] = {slice_of(digits.data, first),
                            slice_of(digits.data + first, digits.length - first)};
    interface_fill(interface_message(page->interface, MESSAGE_PASSAGE_OF, 0), texts, 2, &place);
    put_about(page, &(struct about){article->source, article->author, article->date,
                                    bytes_slice(&place)});
    page->out->failed |= digits.failed || place.failed;
    bytes_free(&digits);
    bytes_free(&place);
}

static void write_text(struct page *page, const struct shown_article *article, size_t number,
                       bool asked_for) {
    put(page, asked_for ? "<p id=\"passage\" class=\"text this\" " : "<p class=\"text near\" ");
    put_language(page, article->passages[number].language);
    put(page, ">");
    struct slice text = passage_text(article, number);
    put_marked(page,
               (struct marked_text){.text = text,
                                    .highlights = article->highlights,
                                    .highlight_count = asked_for ? article->highlight_count : 0,
                                    .end = (uint32_t)text.length});
    put(page, "</p>\n");
}

static void write_step(struct page *page, const struct shown_article *article, size_t number,
                       const char *relation, enum message name) {
    struct bytes id = {0};
    bytes_append_slice(&id, article->id);
    bytes_append_format(&id, "#%u", (unsigned)article->passages[number].number);
    put(page, "<a rel=\"");
    put(page, relation);
    put(page, "\" href=\"");
    put_passage_address(page, bytes_slice(&id));
    put(page, "\">");
    put_message(page, name);
    put(page, "</a> ");
    page->out->failed |= id.failed;
    bytes_free(&id);
}

static void write_steps(struct page *page, const struct shown_article *article, size_t number) {
    put(page, "<nav class=\"steps\" aria-label=\"");
    put_message(page, MESSAGE_STEPS);
    put(page, "\">");
    if (number > 0) {
        write_step(page, article, number - 1, "prev", MESSAGE_EARLIER);
    }
    if (page_asks(page, page->parameters)) {
        struct parameters back = *page->parameters;
        back.value[PARAMETER_ID] = (struct slice){0};
        put(page, "<a href=\"");
        put_results_address(page, &back);
        put(page, "\">");
        put_message(page, MESSAGE_BACK);
        put(page, "</a>");
    }
    if (number + 1 < article->passage_count) {
        write_step(page, article, number + 1, "next", MESSAGE_LATER);
    }
    put(page, "</nav>\n");
}

/* The way to the source, where there is one. */
static void write_source(struct page *page, const struct shown_article *article, size_t number) {
    struct bytes address = {0};
    if (source_write_address(article->url, passage_text(article, number), &address)) {
        put(page, "<a class=\"read\" href=\"");
        bytes_append_slice(page->out, bytes_slice(&address));
        put(page, "\">");
        put_message(page, MESSAGE_READ_SOURCE);
        put(page, "</a>\n");
    }
    page->out->failed |= address.failed;
    bytes_free(&address);
}

static void write_passage(struct page *page, const struct shown_article *article) {
    size_t number = article->passage ? (size_t)(article->passage - article->passages) : 0;
    page_begin(page, &(struct page_frame){.title = article->name, .class = ""});
    put(page, "<main id=\"main\" class=\"wrap reading\"><article><h1 ");
    put_language(page, article->passages[number].language);
    put(page, ">");
    put_text(page, article->name);
    put(page, "</h1>\n");
    write_about(page, article, number);
    size_t first = number > NEIGHBOURS ? number - NEIGHBOURS : 0;
    for (size_t i = first; i < article->passage_count && i <= number + NEIGHBOURS; i++) {
        write_text(page, article, i, i == number);
    }
    write_source(page, article, number);
    put(page, "</article>");
    write_steps(page, article, number);
    put(page, "</main>\n");
    page_end(page);
}

static void write_passage_json(struct page *page, const struct shown_article *article) {
    page->response->type = "application/json";
    print_shown_json(article, page->out);
}

/* One passage is no feed. */
static void refuse_feed(struct page *page) {
    struct slice name = slice_of_string(parameter_name(PARAMETER_FORMAT));
    answer_refusal(page, 400, MESSAGE_BAD_VALUE, &name, 1);
}

void answer_passage(struct page *page) {
    struct error error = {0};
    enum web_format format = (enum web_format)parameters_choice(page->parameters, PARAMETER_FORMAT);
    if (format == FORMAT_ATOM) {
        refuse_feed(page);
        return;
    }
    struct search_request request = page_request(page, page->parameters);
    const struct shown_article *article = searcher_show_marked(
        page->site->searcher, find_id(page), request.query.length > 0 ? &request : NULL, &error);
    if (article && article->passage_count > 0) {
        (format == FORMAT_JSON ? write_passage_json : write_passage)(page, article);
    } else if (article) {
        answer_refusal(page, 404, MESSAGE_NO_PASSAGE, NULL, 0);
    } else {
        answer_failure(page, &error);
    }
}
