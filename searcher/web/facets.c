#include "searcher/web/facets.h"

#include <stdlib.h>

static bool is_set(const struct search_request *request, enum facet facet) {
    switch (facet) {
    case FACET_LANGUAGE:
        return request->language != NULL;
    case FACET_SOURCE:
        return request->source.length > 0;
    default:
        return request->since.length > 0 || request->until.length > 0;
    }
}

static void take_off(struct search_request *request, enum facet facet) {
    switch (facet) {
    case FACET_LANGUAGE:
        request->language = NULL;
        break;
    case FACET_SOURCE:
        request->source = (struct slice){0};
        break;
    default:
        request->since = request->until = (struct slice){0};
        break;
    }
}

static const struct search_facet *find_facet(const struct search_answer *answer, enum facet facet) {
    return facet == FACET_LANGUAGE ? &answer->languages
           : facet == FACET_SOURCE ? &answer->sources
                                   : &answer->months;
}

/* The first four bytes of a date. */
static struct slice year_of(struct slice date) {
    return slice_of(date.data, date.length < 4 ? date.length : 4);
}

/* The year that both ends of the range lie in, or nothing. */
static struct slice only_year(const struct search_request *request) {
    struct slice year = year_of(request->since);
    return slice_equal(year, year_of(request->until)) ? year : (struct slice){0};
}

/* Months become years; the months of `open` stay behind it. */
static void count_years(struct facet_list *list, const struct search_facet *months,
                        struct slice open) {
    for (size_t i = 0; i < months->count; i++) {
        struct slice year = year_of(months->values[i].value);
        bool new_year = i == 0 || !slice_equal(year, year_of(months->values[i - 1].value));
        if (!new_year) {
            continue;
        }
        struct search_facet_value *sum = &list->values[list->count++];
        *sum = (struct search_facet_value){year, 0};
        for (size_t j = i; j < months->count; j++) {
            struct search_facet_value month = months->values[j];
            if (!slice_equal(year, year_of(month.value))) {
                break;
            }
            sum->passages += month.passages;
            if (slice_equal(year, open) && month.value.length > 4) {
                list->values[list->count++] = month;
            }
        }
    }
}

/* Moves the strings of the values into memory of the list. */
static bool keep_text(struct facet_list *list, struct error *error) {
    size_t length = 1;
    for (size_t i = 0; i < list->count; i++) {
        length += list->values[i].value.length;
    }
    if (!bytes_reserve(&list->text, length)) {
        return error_set_memory(error);
    }
    for (size_t i = 0; i < list->count; i++) {
        struct slice *value = &list->values[i].value;
        const char *kept = list->text.data + list->text.length;
        bytes_append_slice(&list->text, *value);
        value->data = kept;
    }
    return true;
}

static bool copy_facet(struct facets *facets, enum facet facet,
                       const struct search_request *request, const struct search_answer *answer,
                       struct error *error) {
    struct facet_list *list = &facets->list[facet];
    const struct search_facet *found = find_facet(answer, facet);
    /* At most a year before each month. */
    list->values = calloc(2 * found->count + 1, sizeof *list->values);
    if (!list->values) {
        return error_set_memory(error);
    }
    if (facet == FACET_DATE) {
        count_years(list, found, only_year(request));
    } else {
        list->count = found->count;
        if (found->count > 0) {
            memcpy(list->values, found->values, found->count * sizeof *list->values);
        }
    }
    list->passages = answer->total.passages;
    list->exact = answer->facets_exact && answer->total.exact;
    return keep_text(list, error);
}

/* Begun milliseconds count; the last one stays, as none would stand for the usual limit. */
static void take_time(struct search_request *request, uint64_t microseconds) {
    uint64_t spent = microseconds / 1000 + 1;
    unsigned *left = &request->limits.time_ms;
    *left = spent < *left ? *left - (unsigned)spent : 1;
}

bool facets_count(struct facets *facets, struct search_request *request, struct searcher *searcher,
                  struct error *error) {
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (!is_set(request, facet)) {
            continue;
        }
        struct search_request without = *request;
        take_off(&without, facet);
        without.limit = without.offset = 0;
        without.parts = SEARCH_COUNTS | SEARCH_FACETS;
        const struct search_answer *answer = searcher_search(searcher, &without, error);
        if (!answer || !copy_facet(facets, facet, request, answer, error)) {
            return false;
        }
        take_time(request, answer->microseconds);
    }
    return true;
}

bool facets_add_answer(struct facets *facets, const struct search_request *request,
                       const struct search_answer *answer, struct error *error) {
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        if (!is_set(request, facet) && !copy_facet(facets, facet, request, answer, error)) {
            return false;
        }
    }
    return true;
}

void facets_free(struct facets *facets) {
    for (enum facet facet = 0; facet < FACET_COUNT; facet++) {
        free(facets->list[facet].values);
        bytes_free(&facets->list[facet].text);
    }
    *facets = (struct facets){0};
}
