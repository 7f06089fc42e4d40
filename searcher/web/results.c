/* The results as a page. */
#include "corpus/languages/language.h"
#include "searcher/web/facets.h"
#include "searcher/web/page.h"
#include "searcher/web/source.h"

#include <inttypes.h>
#include <stdio.h>

/* ---- one result ------------------------------------------------------------------------------ */

static void write_about(struct page *page, const struct search_result *result) {
    const struct language *language = result->language;
    put_about(page, &(struct about){
                        .source = result->source,
                        .date = result->date,
                        .rest = slice_of_string(
                            language == language_other() ? NULL : language->native_name),
                    });
}

static unsigned write_title(struct page *page, const struct search_result *result) {
    struct slice snippet = slice_of(result->text.data + result->snippet_start,
                                    result->snippet_end - result->snippet_start);
    put(page, "<h2 ");
    put_language(page, result->language);
    put(page, "><a href=\"");
    if (!source_write_address(result->url, snippet, page->out)) {
        put_passage_address(page, result->id);
    }
    put(page, "\">");
    unsigned kinds = put_marked(page, marked_name(result));
    put(page, "</a></h2>");
    return kinds;
}

static unsigned write_snippet(struct page *page, const struct search_result *result) {
    put(page, "<p ");
    put_language(page, result->language);
    put(page, ">");
    unsigned kinds = put_marked(page, marked_snippet(result));
    put(page, "</p>");
    return kinds;
}

static void write_after(struct page *page, const struct search_result *result, unsigned kinds) {
    put(page, "<div class=\"after\"><a href=\"");
    put_passage_address(page, result->id);
    put(page, "\">");
    put_message(page, MESSAGE_IN_CONTEXT);
    put(page, "</a> ");
    if (kinds & 1u << MATCH_TRANSLATION) {
        put(page, "<span class=\"far-note\">");
        put_message(page, MESSAGE_VIA_TRANSLATION);
        put(page, "</span> ");
    } else if (kinds & 1u << MATCH_NAME) {
        put(page, "<span class=\"far-note\">");
        put_message(page, MESSAGE_VIA_NAME);
        put(page, "</span> ");
    }
    if (result->copies > 0) {
        struct parameters unfolded =
            parameters_with(page->parameters, PARAMETER_COPIES,
                            slice_of_string(parameter_choice_name(PARAMETER_COPIES, 1)));
        put(page, "<a href=\"");
        put_results_address(page, &unfolded);
        put(page, "\">");
        put_message_number(page, MESSAGE_MORE_COPIES, result->copies);
        put(page, "</a>");
    }
    put(page, "</div>");
}

static void write_result(struct page *page, const struct search_result *result) {
    put(page, "<li><article>");
    write_about(page, result);
    unsigned kinds = write_title(page, result);
    kinds |= write_snippet(page, result);
    write_after(page, result, kinds);
    put(page, "</article></li>\n");
}

/* ---- above and below ------------------------------------------------------------------------- */

static void write_count(struct page *page, const struct search_answer *answer) {
    const struct search_total *total = &answer->total;
    bool by_article = parameters_choice(page->parameters, PARAMETER_BY) == SEARCH_BY_ARTICLE;
    put(page, "<p class=\"count\">");
    if (by_article) {
        put_message_number(page, total->exact ? MESSAGE_ARTICLES : MESSAGE_AT_LEAST_ARTICLES,
                           total->articles);
    } else {
        put_message_number(page, total->exact ? MESSAGE_PASSAGES : MESSAGE_AT_LEAST_PASSAGES,
                           total->passages);
        if (total->exact) {
            put(page, " ");
            put_message_number(page, MESSAGE_IN_ARTICLES, total->articles);
        }
    }
    put(page, " · ");
    struct bytes time = {0};
    interface_write_milliseconds(page->interface, answer->microseconds, &time);
    put_message_texts(page, MESSAGE_MILLISECONDS, &(struct slice){time.data, time.length}, 1);
    page->out->failed |= time.failed;
    bytes_free(&time);
    put(page, "</p>\n");
}

static void write_suggestion(struct page *page, const struct search_answer *answer) {
    if (answer->suggestion.length == 0) {
        return;
    }
    struct parameters instead =
        parameters_with(page->parameters, PARAMETER_QUERY, answer->suggestion);
    put(page, "<p class=\"hint\">");
    put_message(page, MESSAGE_DID_YOU_MEAN);
    put(page, " <a href=\"");
    put_results_address(page, &instead);
    put(page, "\">");
    put_isolated(page, answer->suggestion);
    put(page, "</a>?</p>\n");
}

static void write_notes(struct page *page, const struct search_answer *answer) {
    static const enum message messages[SEARCH_NOTE_COUNT] = {
        [SEARCH_NOTE_ENCODING] = MESSAGE_NOTE_ENCODING,
        [SEARCH_NOTE_DATES] = MESSAGE_NOTE_DATES,
        [SEARCH_NOTE_MISREAD] = MESSAGE_NOTE_MISREAD,
        [SEARCH_NOTE_STAR] = MESSAGE_NOTE_STAR,
        [SEARCH_NOTE_HYPHEN] = MESSAGE_NOTE_HYPHEN,
        [SEARCH_NOTE_SOURCE] = MESSAGE_NOTE_SOURCE,
        [SEARCH_NOTE_WORDS] = MESSAGE_NOTE_WORDS,
        [SEARCH_NOTE_EXPANSIONS] = MESSAGE_NOTE_EXPANSIONS,
        [SEARCH_NOTE_CANDIDATES] = MESSAGE_NOTE_CANDIDATES,
        [SEARCH_NOTE_UNQUOTED] = MESSAGE_NOTE_UNQUOTED,
        [SEARCH_NOTE_RESPELT] = MESSAGE_NOTE_RESPELT,
        [SEARCH_NOTE_NO_WORDS] = MESSAGE_NOTE_NO_WORDS,
        [SEARCH_NOTE_NO_ARTICLES] = MESSAGE_NOTE_NO_ARTICLES,
    };
    for (size_t i = 0; i < answer->note_count; i++) {
        const struct search_note *note = &answer->notes[i];
        put(page, "<p class=\"hint\">");
        put_message_number(page, messages[note->kind], note->number);
        put(page, "</p>\n");
    }
}

static void put_page_address(struct page *page, uint32_t number) {
    char digits[sizeof "4294967295"];
    snprintf(digits, sizeof digits, "%" PRIu32, number);
    struct parameters other = *page->parameters;
    other.value[PARAMETER_PAGE] = slice_of_string(number == 1 ? NULL : digits);
    put_results_address(page, &other);
}

static void write_step(struct page *page, uint32_t number, const char *relation,
                       enum message name) {
    put(page, "<a rel=\"");
    put(page, relation);
    put(page, "\" href=\"");
    put_page_address(page, number);
    put(page, "\">");
    put_message(page, name);
    put(page, "</a> ");
}

/* Whether the page behind this one is no further than results are shown. */
static bool has_next(const struct page *page) {
    uint64_t next = (uint64_t)page_number(page) + 1;
    return next <= PARAMETER_PAGE_MOST && next * page_size(page) <= page->site->config.results;
}

/* The pages so far and the next one: how many there are is not known. */
static void write_pages(struct page *page, bool more) {
    uint32_t present = page_number(page);
    more = more && has_next(page);
    if (present == 1 && !more) {
        return;
    }
    put(page, "<nav class=\"pages\" aria-label=\"");
    put_message(page, MESSAGE_PAGES);
    put(page, "\">");
    if (present > 1) {
        write_step(page, present - 1, "prev", MESSAGE_PREVIOUS);
    }
    uint32_t first = present > 4 ? present - 4 : 1;
    for (uint32_t number = first; number <= present + (more ? 1 : 0); number++) {
        put(page, "<a href=\"");
        put_page_address(page, number);
        put(page, "\" aria-label=\"");
        put_message_number(page, MESSAGE_PAGE, number);
        put(page, number == present ? "\" aria-current=\"page\">" : "\">");
        put_number(page, number);
        put(page, "</a> ");
    }
    if (more) {
        write_step(page, present + 1, "next", MESSAGE_NEXT);
    }
    put(page, "</nav>\n");
}

static void write_formats(struct page *page) {
    static const struct {
        const char *value, *name;
    } formats[] = {{"atom", "Atom"}, {"json", "JSON"}};
    put(page, "<p class=\"formats\">");
    put_message(page, MESSAGE_ALSO_AS);
    for (size_t i = 0; i < 2; i++) {
        struct parameters other =
            parameters_with(page->parameters, PARAMETER_FORMAT, slice_of_string(formats[i].value));
        put(page, " <a href=\"");
        put_results_address(page, &other);
        put(page, "\">");
        put(page, formats[i].name);
        put(page, "</a>");
    }
    put(page, "</p>\n");
}

/* ---- the page -------------------------------------------------------------------------------- */

static enum message find_heading(struct slice query, bool found) {
    return query.length == 0 ? (found ? MESSAGE_RESULTS : MESSAGE_NOTHING)
                             : (found ? MESSAGE_RESULTS_FOR : MESSAGE_NOTHING_FOR);
}

/* Results need no heading to be seen. */
static void write_heading(struct page *page, enum message heading, bool found) {
    put(page, found ? "<h1 class=\"hidden\">" : "<h1>");
    put_message_texts(page, heading, &page->parameters->value[PARAMETER_QUERY], 1);
    put(page, "</h1>\n");
}

/* Whether taking filters off could help. */
static bool is_filtered(const struct page *page) {
    static const enum parameter filters[] = {PARAMETER_LANG, PARAMETER_SINCE, PARAMETER_UNTIL,
                                             PARAMETER_SOURCE};
    bool filtered = parameters_choice(page->parameters, PARAMETER_ACROSS) != 0;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        filtered = filtered || page->parameters->value[filters[i]].length > 0;
    }
    return filtered;
}

/* The results there are end before the page that was asked for. */
static void write_way_back(struct page *page) {
    put(page, "<p class=\"hint\"><a href=\"");
    put_page_address(page, 1);
    put(page, "\">");
    put_message(page, MESSAGE_PAGE_TOO_FAR);
    put(page, "</a></p>\n");
}

/* Where nothing was found there is no order but the one asked for. */
static enum search_sort asked_sort(const struct page *page) {
    return (enum search_sort)parameters_choice(page->parameters, PARAMETER_SORT);
}

void write_results(struct page *page, const struct search_answer *answer,
                   const struct facets *facets) {
    uint32_t size = page_size(page);
    bool more = answer->result_count > size;
    size_t shown = more ? size : answer->result_count;
    bool too_far = shown == 0 && answer->total.passages > 0;
    struct slice query = page->parameters->value[PARAMETER_QUERY];
    bool found = shown > 0 || too_far;
    enum message heading = find_heading(query, found);
    page_begin(page, &(struct page_frame){
                         .title = query.length > 0 ? query
                                                   : interface_message(page->interface, heading, 0),
                         .class = shown > 0 ? "" : "nothing",
                         .feed = true,
                     });
    put(page, "<main id=\"main\" class=\"wrap\">");
    write_heading(page, heading, found);
    if (shown > 0 || is_filtered(page)) {
        write_filters(page, facets, found ? answer->sort : asked_sort(page));
    }
    if (too_far) {
        write_way_back(page);
    } else if (shown == 0) {
        write_suggestion(page, answer);
        put(page, "<p class=\"hint\">");
        put_message(page, is_filtered(page) ? MESSAGE_NOTHING_HINT_FILTERED : MESSAGE_NOTHING_HINT);
        put(page, "</p>\n");
        write_notes(page, answer);
    } else {
        write_count(page, answer);
        write_suggestion(page, answer);
        write_notes(page, answer);
        put(page, "<ol class=\"results\">\n");
        for (size_t i = 0; i < shown; i++) {
            write_result(page, &answer->results[i]);
        }
        put(page, "</ol>\n");
        write_pages(page, more);
        write_formats(page);
    }
    put(page, "</main>\n");
    page_end(page);
}
