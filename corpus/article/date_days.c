/* date_days.c - the notations of days, a time before one or in it included. */
#include "corpus/article/date_reading.h"

#include "corpus/base/ascii.h"
#include "corpus/base/calendar.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/normalise.h"

static bool is_day(const struct moment *moment) {
    return moment->year >= 1000 && moment->month >= 1 && moment->day >= 1 &&
           (unsigned)moment->day <= days_in_month((unsigned)moment->year, (unsigned)moment->month);
}

static bool read_month(struct slice text, size_t *at, int *month) {
    size_t end = *at;
    const struct number_word *row =
        date_find_number_word(date_read_word(text, &end), NUMBER_WORD_MONTH);
    if (!row) {
        return false;
    }
    *month = row->value;
    *at = end;
    return true;
}

/* 20240611093000, as archives of the web name their copies. */
static bool read_stamp(struct slice text, size_t *at, struct moment *moment) {
    enum { DAY_DIGITS = 8, TIME_DIGITS = 6 };
    size_t digits = 0, start = 0;
    int day, time;
    while (digits <= DAY_DIGITS + TIME_DIGITS && is_digit(text, *at + digits)) {
        digits++;
    }
    if (digits != DAY_DIGITS + TIME_DIGITS ||
        !date_read_number(slice_of(text.data + *at, DAY_DIGITS), &start, DAY_DIGITS, DAY_DIGITS,
                          &day)) {
        return false;
    }
    *at += DAY_DIGITS;
    date_read_number(text, at, TIME_DIGITS, TIME_DIGITS, &time);
    *moment = (struct moment){
        .year = day / 10000,
        .month = day / 100 % 100,
        .day = day % 100,
        .has_time = true,
        .hour = time / 10000,
        .minute = time / 100 % 100,
        .second = time % 100,
    };
    return is_day(moment) && moment->hour < 24 && moment->minute < 60 && moment->second < 60;
}

/* 2024-06-11, 2024/6/11, 20240611 */
bool date_read_year_first(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int number;
    if (date_read_number(text, &here, 8, 8, &number)) {
        moment->year = number / 10000;
        moment->month = number / 100 % 100;
        moment->day = number % 100;
    } else {
        if (!date_read_number(text, &here, 4, 4, &moment->year) || here >= text.length) {
            return false;
        }
        char sign[] = {text.data[here], '\0'};
        if (!date_read_byte(text, &here, "-/.") ||
            !date_read_number(text, &here, 1, 2, &moment->month) ||
            !date_read_byte(text, &here, sign) ||
            !date_read_number(text, &here, 1, 2, &moment->day)) {
            return false;
        }
    }
    *at = here;
    return is_day(moment);
}

/* 2024-Jun-11, 2024/June/11, 2024 Jun 11 */
static bool read_year_and_month(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!date_read_number(text, &here, 4, 4, &moment->year) || here >= text.length) {
        return false;
    }
    char sign[] = {text.data[here], '\0'};
    if (!date_read_byte(text, &here, "-/. ") || !read_month(text, &here, &moment->month) ||
        !date_read_byte(text, &here, sign) || !date_read_number(text, &here, 1, 2, &moment->day)) {
        return false;
    }
    *at = here;
    return is_day(moment);
}

/* The weekday that the word before byte `at` names, 0 for Monday; WEEK where it names none. */
static unsigned weekday_before(struct slice text, size_t at) {
    enum { WEEK = 7 };
    char form[WORD_SHORT_BYTES];
    size_t end = at, length;
    while (end > 0 && strchr(" ,(", text.data[end - 1])) {
        end--;
    }
    size_t start = end, before;
    while (start > 0 && (before = utf8_previous(text.data, start),
                         date_is_letter(text, before, &length) || text.data[before] == '\'')) {
        start = before;
    }
    struct slice word = word_normalise_short(slice_of(text.data + start, end - start), form);
    for (size_t i = 0; i < language_count() && word.length > 0; i++) {
        const char *const *names = language_at(i)->weekdays;
        for (unsigned j = 0; names && names[j]; j++) {
            if (slice_equal(word, slice_of_string(names[j]))) {
                return j % WEEK;
            }
        }
    }
    return WEEK;
}

static int year_of_two_digits(int year) {
    return year + (year < 50 ? 2000 : 1900);
}

/* The year of "11.06.24", of which all have two digits, and which is no part of a longer number. */
static bool read_short_year(struct slice text, size_t start, size_t *at, int *year) {
    bool begins = start == 0 || text.data[start - 1] != '.';
    if (!begins || *at - start != strlen("11.06.") || !date_read_number(text, at, 2, 2, year) ||
        (is_digit(text, *at + 1) && strchr(".,:/-", text.data[*at]))) {
        return false;
    }
    *year = year_of_two_digits(*year);
    return true;
}

static bool is_on(unsigned weekday, int year, int month, int day) {
    return weekday == weekday_of((unsigned)year, (unsigned)month, (unsigned)day);
}

/* 11.06.2024, 11.06.24; also 11/06/2024 and 11-06-2024, where the day may be either number. Where
 * that stays in doubt, since no weekday before it tells, there is no day and no month, but the year
 * is known.
 */
static bool read_year_last(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int first, second;
    if (!date_read_number(text, &here, 1, 2, &first) || here >= text.length) {
        return false;
    }
    char sign[] = {text.data[here], '\0'};
    if (!date_read_byte(text, &here, "-/.") || !date_read_number(text, &here, 1, 2, &second) ||
        !date_read_byte(text, &here, sign)) {
        return false;
    }
    if (!date_read_number(text, &here, 4, 4, &moment->year) &&
        (*sign != '.' || !read_short_year(text, *at, &here, &moment->year))) {
        return false;
    }
    bool doubtful = *sign != '.' && first <= 12 && second <= 12 && first != second;
    bool day_second = *sign != '.' && second > 12;
    if (doubtful && first > 0 && second > 0 && moment->year >= 1000) {
        unsigned weekday = weekday_before(text, *at);
        bool as_first = is_on(weekday, moment->year, second, first);
        day_second = is_on(weekday, moment->year, first, second);
        doubtful = as_first == day_second;
    }
    moment->day = doubtful ? 0 : day_second ? second : first;
    moment->month = doubtful ? 0 : day_second ? first : second;
    *at = here;
    return doubtful ? moment->year >= 1000 : is_day(moment);
}

/* The year behind a day and month, of four digits; of two, as feeds of old have it, where a space
 * and a digit are behind it (RFC 2822, section 4.3). */
static bool read_year(struct slice text, size_t *at, int *year) {
    size_t here = *at;
    date_skip_bytes(text, &here, " ,.-/");
    if (date_read_number(text, &here, 4, 4, year)) {
        *at = here;
        return true;
    }
    if (date_read_number(text, &here, 2, 2, year) && here < text.length && text.data[here] == ' ' &&
        is_digit(text, here + 1)) {
        *year = year_of_two_digits(*year);
        *at = here;
        return true;
    }
    return false;
}

/* 11 June 2024, 11th of June, 2024, 11-Jun-2024, 11 июня 2024 */
static bool read_day_month(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!date_read_number(text, &here, 1, 2, &moment->day)) {
        return false;
    }
    size_t behind = here;
    date_read_byte(text, &behind, "-");
    if (date_find_number_word(date_read_word(text, &behind), NUMBER_WORD_ORDINAL_SUFFIX)) {
        here = behind;
    }
    date_skip_bytes(text, &here, " .-/");
    behind = here;
    if (date_find_number_word(date_read_word(text, &behind), NUMBER_WORD_LINK)) {
        here = behind;
        date_skip_bytes(text, &here, " ");
    }
    if (!read_month(text, &here, &moment->month) || !read_year(text, &here, &moment->year)) {
        return false;
    }
    *at = here;
    return is_day(moment);
}

/* The time and the year behind it: "09:30:00 2024", "09:30:00 WIB 2024", "09:30 +0500 2024". */
static bool read_time_and_year(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    struct moment timed = *moment;
    date_read_time(text, &here, &timed);
    if (!timed.has_time) {
        return false;
    }
    if (!timed.has_zone) {
        date_skip_bytes(text, &here, " ");
        date_read_word(text, &here);
    }
    if (!read_year(text, &here, &timed.year)) {
        return false;
    }
    *moment = timed;
    *at = here;
    return true;
}

/* Whether a number stands behind the word at `at`. Most words have none, and then need not be
 * looked up among those of months. */
static bool is_before_number(struct slice text, size_t at) {
    date_read_word(text, &at);
    date_skip_bytes(text, &at, " ,.-/");
    return at < text.length && ascii_is_digit(text.data[at]);
}

/* June 11, 2024; June-11-2024; Jun 11 09:30:00 2024; and June 2024 and June, 2024, which are no
 * days. */
static bool read_month_first(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!is_before_number(text, here) || !read_month(text, &here, &moment->month)) {
        return false;
    }
    date_skip_bytes(text, &here, " ,.-/");
    size_t behind = here;
    if (date_read_number(text, &behind, 4, 4, &moment->year)) {
        moment->day = 0;
        *at = behind;
        return moment->year >= 1000;
    }
    if (!date_read_number(text, &here, 1, 2, &moment->day)) {
        return false;
    }
    behind = here;
    if (date_find_number_word(date_read_word(text, &behind), NUMBER_WORD_ORDINAL_SUFFIX)) {
        here = behind;
    }
    if (!read_year(text, &here, &moment->year) && !read_time_and_year(text, &here, moment)) {
        return false;
    }
    *at = here;
    return is_day(moment);
}

bool date_read_day(struct slice text, size_t *at, struct moment *moment) {
    typedef bool (*notation)(struct slice, size_t *, struct moment *);
    static const notation notations[] = {date_read_year_first, read_stamp,     read_year_and_month,
                                         read_year_last,       read_day_month, read_month_first};
    for (size_t i = 0; i < sizeof notations / sizeof *notations; i++) {
        size_t here = *at;
        *moment = (struct moment){0};
        if (notations[i](text, &here, moment)) {
            *at = here;
            return true;
        }
    }
    return false;
}

/* "14:05, 11 June 2024", "9:30 AM EDT, June 12, 2024" */
bool date_read_time_and_day(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    struct moment clock = {0};
    if (!date_read_clock(text, &here, &clock)) {
        return false;
    }
    date_skip_bytes(text, &here, " ,|/");
    if (!date_read_day(text, &here, moment) || moment->day == 0 || moment->has_time) {
        return false;
    }
    clock.year = moment->year;
    clock.month = moment->month;
    clock.day = moment->day;
    *moment = clock;
    *at = here;
    return true;
}
