/* The row above the results: languages in sight, other filters and views in menus. Each choice is a
 * link, so it works without a script and can be kept, sent and opened in another tab. */
#include "corpus/analysis/numbers.h"
#include "corpus/base/calendar.h"
#include "corpus/languages/language.h"
#include "searcher/query.h"
#include "searcher/web/facets.h"
#include "searcher/web/page.h"

/* The most sources shown; there may be thousands. */
#define SOURCES_MOST 12

/* A choice leads to results: of all passages where it takes away all that was asked for. */
static struct parameters to_results(struct page *page, struct parameters changed) {
    if (!page_asks(page, &changed)) {
        changed.value[PARAMETER_QUERY] = slice_of_string("*");
    }
    return changed;
}

static struct parameters with(struct page *page, enum parameter which, struct slice value) {
    return to_results(page, parameters_with(page->parameters, which, value));
}

/* A choice: where it leads, whether it is the present one; put what it says, then end it. */
static void begin_choice(struct page *page, const struct parameters *leads_to, bool chosen,
                         const char *class) {
    put(page, "<li><a class=\"");
    put(page, class);
    put(page, "\" href=\"");
    put_results_address(page, leads_to);
    put(page, chosen ? "\" aria-current=\"true\">" : "\">");
}

static void end_choice(struct page *page) {
    put(page, "</a></li>");
}

/* A count; a lower bound is told by a plus. It is of passages, and says so where the results
 * are articles. */
static void put_count(struct page *page, uint64_t count, bool exact) {
    put(page, " <small>");
    if (parameters_choice(page->parameters, PARAMETER_BY) == SEARCH_BY_ARTICLE) {
        put_message_number(page, exact ? MESSAGE_PASSAGES : MESSAGE_AT_LEAST_PASSAGES, count);
        put(page, "</small>");
        return;
    }
    put_number(page, count);
    put(page, exact ? "</small>" : "+</small>");
}

static void put_language_name(struct page *page, const struct language *language) {
    if (language == language_other()) {
        put_message(page, MESSAGE_OTHER_LANGUAGE);
        return;
    }
    put(page, "<span ");
    put_language(page, language);
    put(page, ">");
    put_text(page, slice_of_string(language->native_name));
    put(page, "</span>");
}

static void write_language(struct page *page, const struct search_facet_value *value, bool exact) {
    const struct language *language = language_find(value->value);
    if (!language) {
        return;
    }
    struct parameters one = with(page, PARAMETER_LANG, value->value);
    bool chosen = slice_equal(page->parameters->value[PARAMETER_LANG], value->value);
    begin_choice(page, &one, chosen, "chip");
    put_language_name(page, language);
    put_count(page, value->passages, exact);
    end_choice(page);
}

static void write_languages(struct page *page, const struct facet_list *list) {
    struct slice chosen = page->parameters->value[PARAMETER_LANG];
    struct parameters all = with(page, PARAMETER_LANG, (struct slice){0});
    bool seen = chosen.length == 0;
    put(page, "<ul>");
    begin_choice(page, &all, chosen.length == 0, "chip");
    put_message(page, MESSAGE_ALL);
    put_count(page, list->passages, list->exact);
    end_choice(page);
    for (size_t i = 0; i < list->count; i++) {
        write_language(page, &list->values[i], list->exact);
        seen = seen || slice_equal(chosen, list->values[i].value);
    }
    if (!seen) {
        write_language(page, &(struct search_facet_value){chosen, 0}, list->exact);
    }
    put(page, "</ul>");
}

/* ---- menus ----------------------------------------------------------------------------------- */

/* `on`: something else than the usual is chosen. */
static void begin_menu(struct page *page, enum message name, bool on) {
    put(page, on ? "<details class=\"menu on\"><summary>" : "<details class=\"menu\"><summary>");
    put_message(page, name);
}

/* The first or last day of a year or month; a day as it is. */
static void put_day(struct page *page, struct slice date, bool last) {
    put_attribute(page, date);
    if (date.length == 4) {
        put(page, last ? "-12-31" : "-01-01");
    } else if (date.length == 7 && !last) {
        put(page, "-01");
    } else if (date.length == 7) {
        bytes_append_format(page->out, "-%u",
                            days_in_month(number_small(slice_of(date.data, 4), 9999),
                                          number_small(slice_of(date.data + 5, 2), 12)));
    }
}

static void write_date_form(struct page *page) {
    static const struct {
        enum parameter parameter;
        enum message label;
    } fields[] = {{PARAMETER_SINCE, MESSAGE_SINCE}, {PARAMETER_UNTIL, MESSAGE_UNTIL}};
    put(page, "<form class=\"dates\" action=\"");
    put_path(page, "/");
    put(page, "\">");
    static const enum parameter own[] = {PARAMETER_SINCE, PARAMETER_UNTIL};
    put_hidden_fields(page, own, 2);
    for (size_t i = 0; i < 2; i++) {
        const char *name = parameter_name(fields[i].parameter);
        put(page, "<label for=\"");
        put(page, name);
        put(page, "\">");
        put_message(page, fields[i].label);
        put(page, "</label><input type=\"date\" id=\"");
        put(page, name);
        put(page, "\" name=\"");
        put(page, name);
        put(page, "\" value=\"");
        put_day(page, page->parameters->value[fields[i].parameter],
                fields[i].parameter == PARAMETER_UNTIL);
        put(page, "\">");
    }
    put(page, "<button>");
    put_message(page, MESSAGE_APPLY);
    put(page, "</button></form>");
}

static void write_dates(struct page *page, const struct facet_list *list) {
    const struct slice *given = page->parameters->value;
    struct slice since = given[PARAMETER_SINCE];
    struct slice until = given[PARAMETER_UNTIL];
    begin_menu(page, MESSAGE_DATE, since.length > 0 || until.length > 0);
    if (since.length > 0 || until.length > 0) {
        put(page, ": ");
        put_date(page, since);
        if (!slice_equal(since, until)) {
            put(page, " – ");
            put_date(page, until);
        }
    }
    put(page, "</summary><div><ul>");
    struct parameters any = parameters_with(page->parameters, PARAMETER_SINCE, (struct slice){0});
    any.value[PARAMETER_UNTIL] = (struct slice){0};
    any = to_results(page, any);
    begin_choice(page, &any, since.length == 0 && until.length == 0, "");
    put_message(page, MESSAGE_ANY_DATE);
    end_choice(page);
    for (size_t i = 0; i < list->count; i++) {
        const struct search_facet_value *value = &list->values[i];
        struct parameters one = with(page, PARAMETER_SINCE, value->value);
        one.value[PARAMETER_UNTIL] = value->value;
        begin_choice(page, &one,
                     slice_equal(since, value->value) && slice_equal(until, value->value), "");
        put_date(page, value->value);
        put_count(page, value->passages, list->exact);
        end_choice(page);
    }
    put(page, "</ul>");
    write_date_form(page);
    put(page, "</div></details>");
}

static void write_sources(struct page *page, const struct facet_list *list) {
    struct slice chosen = page->parameters->value[PARAMETER_SOURCE];
    begin_menu(page, MESSAGE_SOURCE, chosen.length > 0);
    if (chosen.length > 0) {
        put(page, ": ");
        put_isolated(page, chosen);
    }
    put(page, "</summary><div><ul>");
    struct parameters all = with(page, PARAMETER_SOURCE, (struct slice){0});
    begin_choice(page, &all, chosen.length == 0, "");
    put_message(page, MESSAGE_ALL_SOURCES);
    end_choice(page);
    for (size_t i = 0; i < list->count && i < SOURCES_MOST; i++) {
        const struct search_facet_value *value = &list->values[i];
        struct parameters one = with(page, PARAMETER_SOURCE, value->value);
        begin_choice(page, &one, slice_equal(chosen, value->value), "");
        put_isolated(page, value->value);
        put_count(page, value->passages, list->exact);
        end_choice(page);
    }
    put(page, "</ul></div></details>");
}

/* The choices of a parameter from number `first` on; number 0 is the usual one, which is not said
 * in addresses. */
static void write_choices(struct page *page, enum parameter parameter, size_t first, size_t chosen,
                          const enum message names[], size_t count) {
    put(page, "<ul>");
    for (size_t i = first; i < count; i++) {
        struct slice value = slice_of_string(i ? parameter_choice_name(parameter, i) : NULL);
        struct parameters one = with(page, parameter, value);
        begin_choice(page, &one, i == chosen, "");
        put_message(page, names[i]);
        end_choice(page);
    }
    put(page, "</ul>");
}

static void write_sorting(struct page *page, enum search_sort chosen) {
    static const enum message names[] = {MESSAGE_SORT_RELEVANCE, MESSAGE_SORT_NEWEST,
                                         MESSAGE_SORT_OLDEST};
    begin_menu(page, MESSAGE_SORT, chosen != 0);
    if (chosen != 0) {
        put(page, ": ");
        put_message(page, names[chosen]);
    }
    put(page, "</summary><div>");
    struct slice query = page->parameters->value[PARAMETER_QUERY];
    bool lists = query_is_empty(query) || query_asks_all(query); /* nothing can be weighed */
    write_choices(page, PARAMETER_SORT, lists, chosen, names, 3);
    put(page, "</div></details>");
}

static void write_views(struct page *page) {
    static const struct {
        enum parameter parameter;
        enum message heading; /* MESSAGE_COUNT: none needed */
        enum message names[2];
    } views[] = {
        {PARAMETER_BY, MESSAGE_COUNT, {MESSAGE_BY_PASSAGE, MESSAGE_BY_ARTICLE}},
        {PARAMETER_ACROSS, MESSAGE_ACROSS, {MESSAGE_ACROSS_ON, MESSAGE_ACROSS_OFF}},
        {PARAMETER_COPIES, MESSAGE_COPIES, {MESSAGE_COPIES_FOLDED, MESSAGE_COPIES_SHOWN}},
    };
    bool on = false;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        on = on || parameters_choice(page->parameters, views[i].parameter) != 0;
    }
    begin_menu(page, MESSAGE_VIEW, on);
    put(page, "</summary><div>");
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        if (views[i].heading != MESSAGE_COUNT) {
            put(page, "<h2>");
            put_message(page, views[i].heading);
            put(page, "</h2>");
        }
        write_choices(page, views[i].parameter, 0,
                      parameters_choice(page->parameters, views[i].parameter), views[i].names, 2);
    }
    put(page, "</div></details>");
}

void write_filters(struct page *page, const struct facets *facets, enum search_sort sort) {
    put(page, "<nav class=\"filters\" aria-label=\"");
    put_message(page, MESSAGE_FILTERS);
    put(page, "\">");
    write_languages(page, &facets->list[FACET_LANGUAGE]);
    put(page, "<div class=\"menus\">");
    write_dates(page, &facets->list[FACET_DATE]);
    write_sources(page, &facets->list[FACET_SOURCE]);
    write_sorting(page, sort);
    write_views(page);
    put(page, "</div></nav>\n");
}
