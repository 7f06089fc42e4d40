#include "corpus/article/dates.h"

#include "corpus/article/clean.h"
#include "corpus/article/date_reading.h"
#include "corpus/base/utf8.h"

#include <stdio.h>
#include <time.h>

enum { LONGEST_FIELD = 200 }; /* bytes */

/* 2024, 2024-06 */
static bool read_part(struct slice text, struct moment *moment) {
    size_t here = 0;
    if (!date_read_number(text, &here, 4, 4, &moment->year) || moment->year < 1000) {
        return false;
    }
    if (here == text.length) {
        return true;
    }
    return date_read_byte(text, &here, "-/.") &&
           date_read_number(text, &here, 1, 2, &moment->month) && here == text.length &&
           moment->month >= 1 && moment->month <= 12;
}

/* Whether ten digits are more likely a day and an hour: "2024061112". */
static bool begins_with_day(struct slice text) {
    enum { DAY_DIGITS = 8 };
    size_t at = 0;
    struct moment day = {0};
    return date_read_year_first(slice_of(text.data, DAY_DIGITS), &at, &day) && day.year >= 1900 &&
           day.year < 2100;
}

/* Reads the seconds since 1970 that databases give: ten digits (from September 2001 on) and maybe a
 * fraction, or thirteen for milliseconds. */
static bool read_seconds(struct slice text, struct moment *moment) {
    size_t digits = 0;
    time_t seconds = 0;
    struct tm tm;
    while (is_digit(text, digits)) {
        seconds = digits < 10 ? seconds * 10 + (text.data[digits] - '0') : seconds;
        digits++;
    }
    size_t end = digits;
    if (digits == 10 && end < text.length && text.data[end] == '.') {
        do {
            end++;
        } while (is_digit(text, end));
    }
    if (end != text.length || (digits != 10 && digits != 13) || *text.data == '0' ||
        (digits == 10 && begins_with_day(text)) || !gmtime_r(&seconds, &tm)) {
        return false;
    }
    *moment = (struct moment){
        .year = tm.tm_year + 1900,
        .month = tm.tm_mon + 1,
        .day = tm.tm_mday,
        .has_time = true,
        .hour = tm.tm_hour,
        .minute = tm.tm_min,
        .second = tm.tm_sec,
        .has_zone = true,
    };
    return true;
}

static bool read_date(struct slice text, size_t *at, struct moment *moment) {
    if (date_read_time_and_day(text, at, moment)) {
        return true;
    }
    if (!date_read_day(text, at, moment)) {
        return false;
    }
    if (!moment->has_time) {
        date_read_time(text, at, moment);
    }
    return true;
}

/* ---- writing and searching ------------------------------------------------------------------- */

static void write_date(const struct moment *moment, char date[ARTICLE_DATE_BYTES]) {
    char day[16], time[16] = "", zone[16] = "";
    /* The numbers are in range; the remainders tell the compiler so, which warns of long output
     * otherwise. */
    unsigned year = (unsigned)moment->year % 10000, month = (unsigned)moment->month % 100;
    if (moment->month == 0) {
        snprintf(day, sizeof day, "%04u", year);
    } else if (moment->day == 0) {
        snprintf(day, sizeof day, "%04u-%02u", year, month);
    } else {
        snprintf(day, sizeof day, "%04u-%02u-%02u", year, month, (unsigned)moment->day % 100);
    }
    if (moment->has_time && moment->day > 0) {
        snprintf(time, sizeof time, "T%02u:%02u:%02u", (unsigned)moment->hour % 100,
                 (unsigned)moment->minute % 100, (unsigned)moment->second % 100);
    }
    if (*time && moment->has_zone) {
        unsigned minutes = (unsigned)(moment->zone < 0 ? -moment->zone : moment->zone);
        if (minutes == 0) {
            snprintf(zone, sizeof zone, "Z");
        } else {
            snprintf(zone, sizeof zone, "%c%02u:%02u", moment->zone < 0 ? '-' : '+',
                     minutes / 60 % 100, minutes % 60);
        }
    }
    snprintf(date, ARTICLE_DATE_BYTES, "%.10s%.9s%.6s", day, time, zone);
}

/* Moves *at to the next place, at or behind it, where a date may begin: the start of a number or
 * word. */
static bool find_start(struct slice text, size_t *at) {
    size_t length;
    size_t before = *at > 0 ? utf8_previous(text.data, *at) : 0;
    /* Not inside a word or number, nor right behind one: "IMG20240611". */
    bool fresh = *at == 0 || !(is_digit(text, before) || date_is_letter(text, before, &length));
    while (*at < text.length) {
        bool digit = is_digit(text, *at);
        bool letter = !digit && date_is_letter(text, *at, &length);
        if (fresh && (digit || letter)) {
            return true;
        }
        fresh = !digit && !letter;
        *at += letter ? length : 1;
    }
    return false;
}

static bool has_digit(struct slice text) {
    size_t at = 0;
    while (at < text.length && !is_digit(text, at)) {
        at++;
    }
    return at < text.length;
}

static bool find_date(struct slice text, bool whole_days, size_t *start, size_t *end,
                      struct moment *moment) {
    size_t at = 0;
    if (!has_digit(text)) { /* so it is with most lines, whose words need not be looked up then */
        return false;
    }
    while (find_start(text, &at)) {
        size_t here = at;
        if (read_date(text, &here, moment) && (moment->day > 0 || !whole_days)) {
            *start = at;
            *end = here;
            return true;
        }
        if (is_digit(text, at)) {
            while (is_digit(text, at)) {
                at++;
            }
        } else {
            date_read_word(text, &at);
        }
    }
    return false;
}

bool article_date_find(struct slice text, size_t *start, size_t *end,
                       char date[ARTICLE_DATE_BYTES]) {
    struct moment moment;
    if (!find_date(text, true, start, end, &moment)) {
        return false;
    }
    write_date(&moment, date);
    return true;
}

bool article_date_parse(struct slice field, char date[ARTICLE_DATE_BYTES]) {
    struct slice text = slice_trim(field);
    struct moment moment = {0};
    size_t start, end;
    if (text.length > LONGEST_FIELD) {
        return false;
    }
    if (!read_part(text, &moment) && !read_seconds(text, &moment)) {
        if (!find_date(text, false, &start, &end, &moment)) {
            return false;
        }
    }
    write_date(&moment, date);
    return true;
}
