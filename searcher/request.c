#include "searcher/search.h"

#include "corpus/analysis/numbers.h"
#include "corpus/base/calendar.h"

#include <string.h>

struct search_request search_request_default(struct slice query) {
    return (struct search_request){.query = query,
                                   .limit = SEARCH_LIMIT,
                                   .across = true,
                                   .parts = SEARCH_ARTICLES | SEARCH_TEXTS};
}

bool search_request_narrows(const struct search_request *request) {
    return request->language || request->since.length > 0 || request->until.length > 0 ||
           request->source.length > 0 || request->sort != SEARCH_SORT_RELEVANCE;
}

/* The number that `count` digits from byte `from` on make; 0 where there are none. */
static unsigned digits(struct slice text, size_t from, size_t count) {
    return from + count <= text.length ? number_small(slice_of(text.data + from, count), 9999) : 0;
}

bool search_date_valid(struct slice date) {
    unsigned year = digits(date, 0, 4), month = digits(date, 5, 2), day = digits(date, 8, 2);
    bool has_month = date.length >= 7 && date.data[4] == '-' && month >= 1 && month <= 12;
    bool has_day = date.length == 10 && has_month && date.data[7] == '-' && day >= 1 &&
                   day <= days_in_month(year, month);
    return year > 0 && (date.length == 4 || (date.length == 7 && has_month) || has_day);
}

bool search_date_later(struct slice first, struct slice second) {
    size_t common = first.length < second.length ? first.length : second.length;
    return common > 0 && memcmp(first.data, second.data, common) > 0;
}
