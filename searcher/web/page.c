#include "searcher/web/page.h"

#include "corpus/base/url.h"
#include "corpus/languages/language.h"
#include "searcher/web/assets.h"
#include "searcher/web/escape.h"

#include <string.h>

/* ---- pieces ---------------------------------------------------------------------------------- */

void put(struct page *page, const char *markup) {
    bytes_append_string(page->out, markup);
}

void put_text(struct page *page, struct slice text) {
    escape_text(text, page->out);
}

void put_isolated(struct page *page, struct slice text) {
    put(page, "<bdi>");
    put_text(page, text);
    put(page, "</bdi>");
}

void put_attribute(struct page *page, struct slice text) {
    escape_attribute(text, page->out);
}

void page_clear_scratch(struct page *page) {
    page->out->failed |= page->scratch.failed;
    bytes_clear(&page->scratch);
}

/* What was written to the scratch run, escaped. */
static void put_scratch(struct page *page) {
    escape_attribute(bytes_slice(&page->scratch), page->out);
    page_clear_scratch(page);
}

void put_number(struct page *page, uint64_t number) {
    interface_write_number(page->interface, number, &page->scratch);
    put_scratch(page);
}

void put_date(struct page *page, struct slice date) {
    interface_write_date(page->interface, date, &page->scratch);
    put_scratch(page);
}

void put_message(struct page *page, enum message message) {
    put_message_texts(page, message, NULL, 0);
}

void put_message_texts(struct page *page, enum message message, const struct slice texts[],
                       size_t count) {
    interface_fill(interface_message(page->interface, message, 0), texts, count, &page->scratch);
    put_scratch(page);
}

void put_message_number(struct page *page, enum message message, uint64_t number) {
    struct slice text = interface_message(page->interface, message, number);
    struct bytes digits = {0};
    interface_write_number(page->interface, number, &digits);
    interface_fill(text, &(struct slice){digits.data, digits.length}, 1, &page->scratch);
    page->out->failed |= digits.failed;
    bytes_free(&digits);
    put_scratch(page);
}

/* ---- addresses ------------------------------------------------------------------------------- */

void put_path(struct page *page, const char *path) {
    const char *address = page->site->config.address;
    if (address) {
        const char *below_host = strchr(address + url_scheme(slice_of_string(address)), '/');
        put_attribute(page, slice_of_string(below_host));
    } else {
        escape_url_path(page->request->script, page->out);
    }
    put(page, path);
}

void put_origin(struct page *page) {
    if (page->site->config.address) {
        put_attribute(page, slice_of_string(page->site->config.address));
    } else {
        request_write_origin(page->request, page->out);
    }
}

/* "?" and the parameters; nothing where there are none. */
static void put_query(struct page *page, const struct parameters *parameters) {
    size_t before = page->out->length;
    put(page, "?");
    parameters_write_markup(parameters, page->out);
    if (page->out->length == before + 1) {
        page->out->length = before;
    }
}

void put_results_address(struct page *page, const struct parameters *parameters) {
    put_path(page, "/");
    put_query(page, parameters);
}

/* Whether an id survives as segments of a path: servers merge slashes and resolve dots. */
static bool is_path(struct slice id) {
    struct slice rest = id;
    for (;;) {
        const char *end = rest.length ? memchr(rest.data, '/', rest.length) : NULL;
        size_t length = end ? (size_t)(end - rest.data) : rest.length;
        bool dots = (length == 1 || length == 2) && memcmp(rest.data, "..", length) == 0;
        if (length == 0 || dots || memchr(rest.data, '\\', length)) {
            return false;
        }
        if (!end) {
            return true;
        }
        rest = slice_of(end + 1, rest.length - length - 1);
    }
}

/* The rest of a passage's address, behind where the program is. */
static void put_passage_path(struct page *page, struct slice id, struct parameters kept) {
    put(page, "/passage");
    if (is_path(id)) {
        put(page, "/");
        escape_url_path(id, page->out);
    } else {
        kept.value[PARAMETER_ID] = id;
    }
    put_query(page, &kept);
}

void put_passage_address(struct page *page, struct slice id) {
    struct parameters kept = *page->parameters;
    kept.value[PARAMETER_FORMAT] = kept.value[PARAMETER_ID] = (struct slice){0};
    put_path(page, "");
    put_passage_path(page, id, kept);
    put(page, "#passage");
}

void put_passage_origin(struct page *page, struct slice id) {
    put_origin(page);
    put_passage_path(page, id, (struct parameters){0});
}

struct parameters parameters_with(const struct parameters *parameters, enum parameter which,
                                  struct slice value) {
    struct parameters changed = *parameters;
    changed.value[PARAMETER_PAGE] = (struct slice){0};
    changed.value[which] = value;
    return changed;
}

void put_hidden_fields(struct page *page, const enum parameter fields[], size_t count) {
    for (enum parameter parameter = 0; parameter < PARAMETER_COUNT; parameter++) {
        bool own = parameter == PARAMETER_PAGE || parameter == PARAMETER_FORMAT ||
                   parameter == PARAMETER_ID;
        for (size_t i = 0; i < count; i++) {
            own = own || fields[i] == parameter;
        }
        if (!own && page->parameters->value[parameter].length > 0) {
            put(page, "<input type=\"hidden\" name=\"");
            put(page, parameter_name(parameter));
            put(page, "\" value=\"");
            put_attribute(page, page->parameters->value[parameter]);
            put(page, "\">");
        }
    }
}

void put_language(struct page *page, const struct language *language) {
    /* lang="" says that the language is not known (HTML, section 3.2.6.2); its text may run from
     * right to left. */
    bool known = language != language_other();
    put(page, "lang=\"");
    put(page, known ? language->code : "");
    put(page, known ? "\"" : "\" dir=\"auto\"");
}

/* ---- about a text ---------------------------------------------------------------------------- */

/* A part of the line, behind those before it. */
static void put_part(struct page *page, struct slice text, bool *first) {
    if (text.length > 0) {
        put(page, *first ? "" : " · ");
        put_isolated(page, text);
        *first = false;
    }
}

void put_about(struct page *page, const struct about *about) {
    bool first = true;
    put(page, "<div class=\"about\">");
    put_part(page, about->source, &first);
    put_part(page, about->author, &first);
    if (about->date.length > 0) {
        put(page, first ? "<time datetime=\"" : " · <time datetime=\"");
        put_attribute(page, about->date);
        put(page, "\">");
        put_date(page, about->date);
        put(page, "</time>");
        first = false;
    }
    put_part(page, about->rest, &first);
    put(page, "</div>");
}

static const char *find_mark(const struct marked_piece *piece) {
    if (!piece->marked) {
        return NULL;
    }
    bool far = piece->kind == MATCH_NAME || piece->kind == MATCH_TRANSLATION;
    return far ? "<mark class=\"far\">" : "<mark>";
}

/* One space, of whatever kind: all look alike on the page. */
static bool is_gap(struct slice text) {
    return slice_equal(text, slice_of(" ", 1)) || slice_equal(text, slice_of("\n", 1)) ||
           slice_equal(text, slice_of("\xC2\xA0", 2));
}

unsigned put_marked(struct page *page, struct marked_text marked) {
    unsigned kinds = 0;
    struct marked_piece piece = {0};
    struct marked_piece next = {0};
    const char *open = NULL;
    bool more = marked_piece_next(&marked, &piece);
    while (more) {
        more = marked_piece_next(&marked, &next);
        const char *mark = find_mark(&piece);
        bool gap = !piece.marked && is_gap(piece.text);
        bool joined = gap && open && more && find_mark(&next) == open;
        if (mark != open && !joined) {
            put(page, open ? "</mark>" : "");
            put(page, mark ? mark : "");
            open = mark;
        }
        kinds |= piece.marked ? 1u << piece.kind : 0;
        put_text(page, piece.text);
        piece = next;
    }
    put(page, open ? "</mark>" : "");
    return kinds;
}

/* ---- frame ----------------------------------------------------------------------------------- */

void put_logo(struct page *page) {
    put(page,
        "<svg viewBox=\"0 0 32 32\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.6\" "
        "stroke-linecap=\"round\" aria-hidden=\"true\">"
        "<path d=\"M3 12q4.3-5 8.7 0t8.6 0 8.7 0M3 19q4.3-5 8.7 0t8.6 0M3 26q4.3-5 8.7 0\"/>"
        "</svg>");
}

void put_field(struct page *page, bool focused) {
    put(page, "<form class=\"find\" role=\"search\" action=\"");
    put_path(page, "/");
    put(page, "\"><div class=\"field\"><label class=\"hidden\" for=\"q\">");
    put_message(page, MESSAGE_QUERY_LABEL);
    put(page, "</label><input type=\"search\" id=\"q\" name=\"q\" value=\"");
    put_attribute(page, page->parameters->value[PARAMETER_QUERY]);
    put(page, "\" dir=\"auto\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\" "
              "enterkeyhint=\"search\" data-suggest=\"");
    put_path(page, "/suggest");
    put(page, "\" data-count=\"");
    put_message(page, MESSAGE_SUGGESTIONS);
    put(page, "\"");
    put(page, focused ? " autofocus> <button>" : "> <button>");
    put_message(page, MESSAGE_SEARCH);
    put(page, "</button></div>");
    static const enum parameter own[] = {PARAMETER_QUERY};
    put_hidden_fields(page, own, 1);
    put(page, "</form>");
}

/* Where the page is in another language: the same path with ui=. */
static void put_interface_languages(struct page *page) {
    put(page, "<nav class=\"tongues\" aria-label=\"");
    put_message(page, MESSAGE_INTERFACE_LANGUAGE);
    put(page, "\">");
    for (size_t i = 0; i < interface_count(); i++) {
        const struct interface *other = interface_at(i);
        struct parameters changed = *page->parameters;
        changed.value[PARAMETER_UI] = slice_of_string(other->code);
        changed.value[PARAMETER_FORMAT] = (struct slice){0};
        put(page, "<a href=\"?");
        parameters_write_markup(&changed, page->out);
        put(page, "\" lang=\"");
        put(page, other->code);
        put(page, "\" hreflang=\"");
        put(page, other->code);
        put(page, other == page->interface ? "\" aria-current=\"true\">" : "\">");
        put(page, other->native_name);
        put(page, "</a> ");
    }
    put(page, "</nav>");
}

static void put_head(struct page *page, const struct page_frame *frame) {
    struct slice name = slice_of_string(page->site->config.name);
    put(page, "<!DOCTYPE html>\n<html lang=\"");
    put(page, page->interface->code);
    put(page, "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    if (frame->title.length > 0) {
        put_text(page, frame->title);
        put(page, " – ");
    }
    put_text(page, name);
    put(page, "</title>\n<link rel=\"search\" type=\"application/opensearchdescription+xml\" "
              "title=\"");
    put_attribute(page, name);
    put(page, "\" href=\"");
    put_path(page, "/opensearch.xml");
    put(page, "\">\n");
    if (frame->feed) {
        struct parameters feed =
            parameters_with(page->parameters, PARAMETER_FORMAT, slice_of_string("atom"));
        put(page, "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"");
        put_results_address(page, &feed);
        put(page, "\">\n");
    }
    put(page,
        "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
        "viewBox='0 0 32 32' fill='none' stroke='%23178199' stroke-width='3' "
        "stroke-linecap='round'%3E%3Cpath d='M3 12q4.3-5 8.7 0t8.6 0 8.7 0M3 19q4.3-5 8.7 "
        "0t8.6 0M3 26q4.3-5 8.7 0'/%3E%3C/svg%3E\">\n<style>");
    bytes_append(page->out, asset_style.data, asset_style.length);
    put(page, "</style>\n<script src=\"");
    put_path(page, "/suggest-");
    put(page, asset_script.version);
    put(page, ".js\" defer></script>\n</head>\n");
}

void page_begin(struct page *page, const struct page_frame *frame) {
    page->response->type = "text/html; charset=utf-8";
    page->response->language = page->interface->code;
    bool home = strcmp(frame->class, "home") == 0;
    put_head(page, frame);
    put(page, "<body class=\"");
    put(page, frame->class);
    put(page, "\">\n<a class=\"skip\" href=\"#main\">");
    put_message(page, MESSAGE_SKIP);
    put(page, "</a>\n<header class=\"wrap\"><div class=\"bar\">");
    if (home) {
        put(page, "<span></span>");
    } else {
        struct parameters none = {0};
        none.value[PARAMETER_UI] = page->parameters->value[PARAMETER_UI];
        put(page, "<a class=\"brand\" href=\"");
        put_results_address(page, &none);
        put(page, "\">");
        put_logo(page);
        put_text(page, slice_of_string(page->site->config.name));
        put(page, "</a> ");
    }
    put_interface_languages(page);
    put(page, "</div>");
    if (!home) {
        put_field(page, false);
    }
    put(page, "</header>\n");
}

void page_end(struct page *page) {
    const char *origin = page->site->config.origin;
    if (origin) {
        put(page, "<footer><div class=\"wrap\"><a href=\"");
        put_attribute(page, slice_of_string(origin));
        put(page, "\">");
        put_text(page, slice_of_string(strstr(origin, "//") + 2));
        put(page, "</a></div></footer>\n");
    }
    put(page, "</body>\n</html>\n");
}
