#include "searcher/date_part.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/ascii.h"

#include <string.h>

enum { YEAR_DIGITS = 4, MONTH_BYTES = sizeof "2022-02" - 1 };

/* The lengths of terms: a year, a month, and a day without its year. */
#define YEAR_TERM (sizeof PREFIX_NUMBER "2022" - 1)
#define MONTH_TERM (sizeof PREFIX_DATE "2022-02" - 1)
#define DAY_TERM (sizeof PREFIX_DATE "02-03" - 1)

static size_t first_digit(struct slice text) {
    size_t at = 0;
    while (at < text.length && !ascii_is_digit(text.data[at])) {
        at++;
    }
    return at;
}

static size_t last_blank(struct slice text) {
    const char *blank = text.length > 0 ? memrchr(text.data, ' ', text.length) : NULL;
    return blank ? (size_t)(blank - text.data) + 1 : 0;
}

/* "2022-02-03" */
static bool begins_with_year(struct slice date) {
    size_t digits = 0;
    while (digits < date.length && ascii_is_digit(date.data[digits])) {
        digits++;
    }
    return digits == YEAR_DIGITS && digits < date.length;
}

static struct slice trim_end(struct slice text) {
    while (text.length > 0 && strchr(" ,-/.", text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

/* The date up to the year that ends it: "3 Februari", "February 3", "03/02". */
static struct slice without_year(struct slice date) {
    size_t digits = 0;
    while (digits < date.length && ascii_is_digit(date.data[date.length - digits - 1])) {
        digits++;
    }
    return digits == YEAR_DIGITS ? trim_end(slice_of(date.data, date.length - digits)) : date;
}

static struct slice day_of(struct slice date) {
    enum { DAY = YEAR_DIGITS + 1 };
    return begins_with_year(date) ? slice_of(date.data + DAY, date.length - DAY)
                                  : without_year(date);
}

/* Behind the days the month is the last word before the year, and before them all up to them. */
static struct slice month_of(struct slice date) {
    struct slice rest = without_year(date);
    size_t last = last_blank(rest);
    if (begins_with_year(date) && date.length > MONTH_BYTES) {
        return slice_of(date.data, MONTH_BYTES);
    }
    if (first_digit(slice_of(rest.data + last, rest.length - last)) == rest.length - last) {
        return slice_of(date.data + last, date.length - last);
    }
    return trim_end(slice_of(date.data, last_blank(slice_of(date.data, first_digit(date)))));
}

struct slice date_part_of(struct slice date, struct slice term) {
    struct slice part = date;
    if (term_is_number(term)) {
        bool year =
            term.length == YEAR_TERM && begins_with_year(date) &&
            slice_starts_with(date, slice_of(term.data + term.length - YEAR_DIGITS, YEAR_DIGITS));
        part.length = year ? YEAR_DIGITS : part.length;
    } else if (term.length == MONTH_TERM) {
        part = month_of(date);
    } else if (term.length == DAY_TERM) {
        part = day_of(date);
    }
    return part.length > 0 ? part : date;
}
