#include "searcher/date_part.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/ascii.h"

#include <string.h>

enum { YEAR_DIGITS = 4 };

/* The lengths of terms: a year, a month, and a day without its year. */
#define YEAR_TERM (sizeof PREFIX_NUMBER "2022" - 1)
#define MONTH_TERM (sizeof PREFIX_DATE "2022-02" - 1)
#define DAY_TERM (sizeof PREFIX_DATE "02-03" - 1)

static bool has_digit(struct slice word) {
    for (size_t i = 0; i < word.length; i++) {
        if (ascii_is_digit(word.data[i])) {
            return true;
        }
    }
    return false;
}

/* Whether so many bytes from `at` on are digits alone. */
static bool are_digits(struct slice text, size_t at, size_t count) {
    size_t digits = 0;
    while (digits < count && at + digits < text.length && ascii_is_digit(text.data[at + digits])) {
        digits++;
    }
    return digits == count;
}

static bool begins_with_year(struct slice text) {
    return are_digits(text, 0, YEAR_DIGITS) && text.length > YEAR_DIGITS &&
           !ascii_is_digit(text.data[YEAR_DIGITS]);
}

static bool ends_with_year(struct slice text) {
    size_t at = text.length - YEAR_DIGITS;
    return text.length > YEAR_DIGITS && are_digits(text, at, YEAR_DIGITS) &&
           !ascii_is_digit(text.data[at - 1]);
}

/* Up to the next blank; `rest` goes on behind it. */
static struct slice take_word(struct slice *rest) {
    const char *blank = memchr(rest->data, ' ', rest->length);
    size_t length = blank ? (size_t)(blank - rest->data) : rest->length;
    struct slice word = slice_of(rest->data, length);
    length += blank != NULL;
    *rest = slice_of(rest->data + length, rest->length - length);
    return word;
}

static struct slice trim_end(struct slice text) {
    while (text.length > 0 && strchr(" ,-/.", text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

static bool is_in_words(struct slice date) {
    while (date.length > 0) {
        if (!has_digit(take_word(&date))) {
            return true;
        }
    }
    return false;
}

/* From the first word without digits to the year, where that is the next one with digits. */
static struct slice month_in_words(struct slice date) {
    struct slice rest = date, month = {0};
    while (rest.length > 0) {
        struct slice before = rest, word = take_word(&rest);
        if (!has_digit(word)) {
            month = month.length > 0 ? month : before;
        } else if (month.length > 0 && !(rest.length == 0 && ends_with_year(before)) &&
                   !are_digits(word, 0, YEAR_DIGITS)) {
            return trim_end(slice_of(month.data, (size_t)(word.data - month.data)));
        }
    }
    return month;
}

static struct slice month_of(struct slice date) {
    return is_in_words(date)        ? month_in_words(date)
           : begins_with_year(date) ? slice_of(date.data, sizeof "2022-02" - 1)
                                    : date;
}

static struct slice day_of(struct slice date) {
    if (ends_with_year(date)) {
        return trim_end(slice_of(date.data, date.length - YEAR_DIGITS));
    }
    return begins_with_year(date)
               ? slice_of(date.data + YEAR_DIGITS + 1, date.length - YEAR_DIGITS - 1)
               : date;
}

/* The year that a date in digits begins with. */
static struct slice year_of(struct slice date, struct slice year) {
    return begins_with_year(date) && slice_starts_with(date, year)
               ? slice_of(date.data, YEAR_DIGITS)
               : date;
}

struct slice date_part_of(struct slice date, struct slice term) {
    if (term_is_number(term)) {
        return term.length == YEAR_TERM
                   ? year_of(date, slice_of(term.data + term.length - YEAR_DIGITS, YEAR_DIGITS))
                   : date;
    }
    struct slice part = term.length == MONTH_TERM ? month_of(date)
                        : term.length == DAY_TERM ? day_of(date)
                                                  : date;
    return part.length > 0 && part.length < date.length ? part : date;
}
