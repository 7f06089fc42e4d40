#include "corpus/article/dates.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/base/calendar.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"

#include <stdio.h>
#include <strings.h>
#include <time.h>
#include <utf8proc.h>

enum { LONGEST_FIELD = 200, LONGEST_MONTH = 40 };

struct moment {
    int year, month, day; /* 0 where unknown */
    bool has_time;
    int hour, minute, second;
    bool has_zone;
    int zone; /* minutes east of Greenwich */
};

/* --- reading from a position -------------------------------------------------------------------
 * Each read_... takes what it understands off *at and returns true, or leaves *at as it was. */

static bool is_digit(struct slice text, size_t at) {
    return at < text.length && ascii_is_digit(text.data[at]);
}

/* A number of `fewest` to `most` digits with no digit behind it. */
static bool read_number(struct slice text, size_t *at, size_t fewest, size_t most, int *number) {
    size_t digits = 0;
    int value = 0;
    while (digits <= most && is_digit(text, *at + digits)) {
        value = value * 10 + (text.data[*at + digits] - '0');
        digits++;
    }
    if (digits < fewest || digits > most) {
        return false;
    }
    *number = value;
    *at += digits;
    return true;
}

static bool read_byte(struct slice text, size_t *at, const char *any) {
    if (*at < text.length && text.data[*at] && strchr(any, text.data[*at])) {
        ++*at;
        return true;
    }
    return false;
}

static void skip_bytes(struct slice text, size_t *at, const char *any) {
    for (;;) {
        size_t space =
            *at < text.length ? space_length(slice_of(text.data + *at, text.length - *at)) : 0;
        if (space > 0 && strchr(any, ' ')) {
            *at += space;
        } else if (!read_byte(text, at, any)) {
            return;
        }
    }
}

static bool is_letter(struct slice text, size_t at, size_t *length) {
    utf8proc_int32_t code;
    utf8proc_ssize_t taken = at < text.length
                                 ? utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                                    (utf8proc_ssize_t)(text.length - at), &code)
                                 : 0;
    if (taken <= 0) {
        return false;
    }
    *length = (size_t)taken;
    return utf8proc_category(code) >= UTF8PROC_CATEGORY_LU &&
           utf8proc_category(code) <= UTF8PROC_CATEGORY_ME;
}

static struct slice read_word(struct slice text, size_t *at) {
    size_t start = *at;
    size_t length;
    while (is_letter(text, *at, &length)) {
        *at += length;
    }
    return slice_of(text.data + start, *at - start);
}

/* What a word means beside a number in any of the languages; NULL where it means nothing. */
static const struct number_word *find_number_word(struct slice word, enum number_word_kind kind) {
    if (word.length == 0 || word.length > LONGEST_MONTH) {
        return NULL;
    }
    struct bytes form = {0};
    word_normalise(word, &form);
    const struct number_word *found = NULL;
    for (size_t i = 0; i < language_count() && !found; i++) {
        const struct number_word *row = language_at(i)->number_words;
        for (; row && row->form && !found; row++) {
            if (row->kind == kind && slice_equal(bytes_slice(&form), slice_of_string(row->form))) {
                found = row;
            }
        }
    }
    bytes_free(&form);
    return found;
}

static bool read_month(struct slice text, size_t *at, int *month) {
    size_t end = *at;
    const struct number_word *row = find_number_word(read_word(text, &end), NUMBER_WORD_MONTH);
    if (!row) {
        return false;
    }
    *month = row->value;
    *at = end;
    return true;
}

/* ---- the notations --------------------------------------------------------------------------- */

static bool is_day(const struct moment *moment) {
    return moment->year >= 1000 && moment->month >= 1 && moment->day >= 1 &&
           (unsigned)moment->day <= days_in_month((unsigned)moment->year, (unsigned)moment->month);
}

/* 2024-06-11, 2024/6/11, 20240611 */
static bool read_year_first(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int number;
    if (read_number(text, &here, 8, 8, &number)) {
        moment->year = number / 10000;
        moment->month = number / 100 % 100;
        moment->day = number % 100;
    } else {
        if (!read_number(text, &here, 4, 4, &moment->year) || here >= text.length) {
            return false;
        }
        char sign[] = {text.data[here], '\0'};
        if (!read_byte(text, &here, "-/.") || !read_number(text, &here, 1, 2, &moment->month) ||
            !read_byte(text, &here, sign) || !read_number(text, &here, 1, 2, &moment->day)) {
            return false;
        }
    }
    *at = here;
    return is_day(moment);
}

/* 11.06.2024; 11/06/2024 and 11-06-2024, where the day may also be the second number. What stays in
 * doubt is no day, but its year is known. */
static bool read_year_last(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int first, second;
    if (!read_number(text, &here, 1, 2, &first) || here >= text.length) {
        return false;
    }
    char sign[] = {text.data[here], '\0'};
    if (!read_byte(text, &here, "-/.") || !read_number(text, &here, 1, 2, &second) ||
        !read_byte(text, &here, sign) || !read_number(text, &here, 4, 4, &moment->year)) {
        return false;
    }
    bool doubtful = *sign != '.' && first <= 12 && second <= 12 && first != second;
    bool day_second = *sign != '.' && second > 12;
    moment->day = doubtful ? 0 : day_second ? second : first;
    moment->month = doubtful ? 0 : day_second ? first : second;
    *at = here;
    return doubtful ? moment->year >= 1000 : is_day(moment);
}

/* The year behind a day and month; feeds of old have two digits (RFC 2822, section 4.3). */
static bool read_year(struct slice text, size_t *at, int *year) {
    size_t here = *at;
    skip_bytes(text, &here, " ,.-/");
    if (read_number(text, &here, 4, 4, year)) {
        *at = here;
        return true;
    }
    if (read_number(text, &here, 2, 2, year) && here < text.length && text.data[here] == ' ' &&
        is_digit(text, here + 1)) {
        *year += *year < 50 ? 2000 : 1900;
        *at = here;
        return true;
    }
    return false;
}

/* 11 June 2024, 11th of June, 2024, 11-Jun-2024, 11 июня 2024 */
static bool read_day_month(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!read_number(text, &here, 1, 2, &moment->day)) {
        return false;
    }
    size_t behind = here;
    read_byte(text, &behind, "-");
    if (find_number_word(read_word(text, &behind), NUMBER_WORD_ORDINAL_SUFFIX)) {
        here = behind;
    }
    skip_bytes(text, &here, " .-/");
    behind = here;
    if (find_number_word(read_word(text, &behind), NUMBER_WORD_LINK)) {
        here = behind;
        skip_bytes(text, &here, " ");
    }
    if (!read_month(text, &here, &moment->month) || !read_year(text, &here, &moment->year)) {
        return false;
    }
    *at = here;
    return is_day(moment);
}

/* 2024, 2024-06 */
static bool read_part(struct slice text, struct moment *moment) {
    size_t here = 0;
    if (!read_number(text, &here, 4, 4, &moment->year) || moment->year < 1000) {
        return false;
    }
    if (here == text.length) {
        return true;
    }
    return read_byte(text, &here, "-/.") && read_number(text, &here, 1, 2, &moment->month) &&
           here == text.length && moment->month >= 1 && moment->month <= 12;
}

/* Whether ten digits are rather a day and its hour: "2024061112". */
static bool begins_with_day(struct slice text) {
    enum { DAY_DIGITS = 8 };
    size_t at = 0;
    struct moment day = {0};
    return read_year_first(slice_of(text.data, DAY_DIGITS), &at, &day) && day.year >= 1900 &&
           day.year < 2100;
}

/* The seconds since 1970 that databases give, of ten digits (from September 2001 on); or thirteen,
 * which are milliseconds. */
static bool read_seconds(struct slice text, struct moment *moment) {
    size_t digits = 0;
    time_t seconds = 0;
    struct tm tm;
    while (is_digit(text, digits)) {
        seconds = digits < 10 ? seconds * 10 + (text.data[digits] - '0') : seconds;
        digits++;
    }
    if (digits != text.length || (digits != 10 && digits != 13) || *text.data == '0' ||
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

/* RFC 822, section 5.1 */
static const struct zone_name {
    const char *name;
    int minutes;
} zone_names[] = {
    {"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},    {"EST", -300}, {"EDT", -240},
    {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
};

/* "+05:00", "-0330", "+05" */
static bool read_offset(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int hours, minutes = 0;
    if (!read_byte(text, &here, "+-")) {
        return false;
    }
    int sign = text.data[here - 1] == '-' ? -1 : 1;
    if (!read_number(text, &here, 2, 2, &hours)) {
        if (!read_number(text, &here, 4, 4, &minutes)) {
            return false;
        }
        hours = minutes / 100;
        minutes %= 100;
    } else if (read_byte(text, &here, ":") && !read_number(text, &here, 2, 2, &minutes)) {
        return false;
    }
    if (hours > 23 || minutes > 59) {
        return false;
    }
    moment->has_zone = true;
    moment->zone = (hours * 60 + minutes) * sign;
    *at = here;
    return true;
}

static void read_zone(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    skip_bytes(text, &here, " ");
    if (read_offset(text, &here, moment)) {
        *at = here;
        return;
    }
    struct slice word = read_word(text, &here);
    for (size_t i = 0; i < sizeof zone_names / sizeof *zone_names; i++) {
        if (word.length == strlen(zone_names[i].name) &&
            strncasecmp(word.data, zone_names[i].name, word.length) == 0) {
            moment->has_zone = true;
            moment->zone = zone_names[i].minutes;
            *at = here;
            /* "GMT+0500" */
            read_offset(text, at, moment);
        }
    }
}

/* "am", "p.m." */
static void read_half(struct slice text, size_t *at, int *hour) {
    size_t here = *at;
    skip_bytes(text, &here, " ");
    bool late = here < text.length && (text.data[here] | 0x20) == 'p';
    if (*hour < 1 || *hour > 12 || !read_byte(text, &here, "aApP")) {
        return;
    }
    read_byte(text, &here, ".");
    if (read_byte(text, &here, "mM")) {
        read_byte(text, &here, ".");
        *hour = *hour % 12 + (late ? 12 : 0);
        *at = here;
    }
}

/* "9:30", "09:30:00" */
static bool read_clock(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!read_number(text, &here, 1, 2, &moment->hour) || !read_byte(text, &here, ":") ||
        !read_number(text, &here, 2, 2, &moment->minute)) {
        return false;
    }
    *at = here;
    if (read_byte(text, &here, ":") && read_number(text, &here, 2, 2, &moment->second)) {
        *at = here;
    }
    return true;
}

/* "T09:30:00.123Z", " 09:30 +0500", ", 3:45 p.m."; also "T093000Z", "T0930". */
static void read_time(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int number;
    bool marked = read_byte(text, &here, "Tt");
    if (!marked) {
        skip_bytes(text, &here, " ,|");
        if (here == *at) {
            return;
        }
    }
    if (read_number(text, &here, 6, 6, &number)) {
        moment->hour = number / 10000;
        moment->minute = number / 100 % 100;
        moment->second = number % 100;
    } else if (marked && read_number(text, &here, 4, 4, &number)) {
        moment->hour = number / 100;
        moment->minute = number % 100;
    } else if (!read_clock(text, &here, moment)) {
        return;
    }
    if (is_digit(text, here + 1) && read_byte(text, &here, ".,")) {
        while (is_digit(text, here)) {
            here++;
        }
    }
    read_half(text, &here, &moment->hour);
    if (moment->hour > 23 || moment->minute > 59 || moment->second > 60) {
        return;
    }
    moment->has_time = true;
    *at = here;
    read_zone(text, at, moment);
}

/* The time and the year behind it: "09:30:00 2024", "09:30:00 WIB 2024", "09:30 +0500 2024". */
static bool read_time_and_year(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    struct moment timed = *moment;
    read_time(text, &here, &timed);
    if (!timed.has_time) {
        return false;
    }
    if (!timed.has_zone) {
        skip_bytes(text, &here, " ");
        read_word(text, &here);
    }
    if (!read_year(text, &here, &timed.year)) {
        return false;
    }
    *moment = timed;
    *at = here;
    return true;
}

/* June 11, 2024; Jun 11 09:30:00 2024; and June 2024, which is no day. */
static bool read_month_first(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!read_month(text, &here, &moment->month)) {
        return false;
    }
    skip_bytes(text, &here, " .");
    size_t behind = here;
    if (read_number(text, &behind, 4, 4, &moment->year)) {
        moment->day = 0;
        *at = behind;
        return moment->year >= 1000;
    }
    if (!read_number(text, &here, 1, 2, &moment->day)) {
        return false;
    }
    behind = here;
    if (find_number_word(read_word(text, &behind), NUMBER_WORD_ORDINAL_SUFFIX)) {
        here = behind;
    }
    if (!read_year(text, &here, &moment->year) && !read_time_and_year(text, &here, moment)) {
        return false;
    }
    *at = here;
    return is_day(moment);
}

static bool read_day(struct slice text, size_t *at, struct moment *moment) {
    typedef bool (*notation)(struct slice, size_t *, struct moment *);
    static const notation notations[] = {read_year_first, read_year_last, read_day_month,
                                         read_month_first};
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
static bool read_time_and_day(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    struct moment clock = {0};
    if (!read_clock(text, &here, &clock)) {
        return false;
    }
    read_half(text, &here, &clock.hour);
    read_zone(text, &here, &clock);
    skip_bytes(text, &here, " ,|/");
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 60 ||
        !read_day(text, &here, moment) || moment->day == 0 || moment->has_time) {
        return false;
    }
    clock.year = moment->year;
    clock.month = moment->month;
    clock.day = moment->day;
    clock.has_time = true;
    *moment = clock;
    *at = here;
    return true;
}

static bool read_date(struct slice text, size_t *at, struct moment *moment) {
    if (read_time_and_day(text, at, moment)) {
        return true;
    }
    if (!read_day(text, at, moment)) {
        return false;
    }
    if (!moment->has_time) {
        read_time(text, at, moment);
    }
    return true;
}

/* ---- writing and searching ------------------------------------------------------------------- */

static void write_date(const struct moment *moment, char date[ARTICLE_DATE_BYTES]) {
    char day[16], time[16] = "", zone[16] = "";
    /* The remainders tell the compiler what the checks have made sure of. */
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

/* The next place at or behind `at` where a date may begin: the start of a number or word. */
static bool find_start(struct slice text, size_t *at) {
    size_t length;
    bool fresh = *at == 0 || !is_digit(text, *at - 1); /* not inside a word or number */
    while (*at < text.length) {
        bool digit = is_digit(text, *at);
        bool letter = !digit && is_letter(text, *at, &length);
        if (fresh && (digit || letter)) {
            return true;
        }
        fresh = !digit && !letter;
        *at += letter ? length : 1;
    }
    return false;
}

static bool find_date(struct slice text, bool whole_days, size_t *start, size_t *end,
                      struct moment *moment) {
    size_t at = 0;
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
            read_word(text, &at);
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
