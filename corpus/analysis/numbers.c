#include "corpus/analysis/numbers.h"

#include "corpus/base/ascii.h"
#include "corpus/base/calendar.h"

#include <stdio.h>
#include <stdlib.h>

#define GROUPS 16

/* What a written number is made of: runs of digits and the sign before each but the first. */
struct parts {
    struct slice digits[GROUPS];
    char sign[GROUPS];
    size_t count;
};

static bool split(struct slice written, struct parts *parts) {
    *parts = (struct parts){0};
    for (size_t at = 0; at < written.length;) {
        if (parts->count == GROUPS) {
            return false;
        }
        char sign = 0;
        if (parts->count > 0) {
            sign = written.data[at++];
            if (sign != '.' && sign != ',' && sign != '\'' && sign != ' ') {
                return false;
            }
        }
        size_t start = at;
        while (at < written.length && ascii_is_digit(written.data[at])) {
            at++;
        }
        if (at == start) {
            return false;
        }
        parts->sign[parts->count] = sign;
        parts->digits[parts->count++] = slice_of(written.data + start, at - start);
    }
    return parts->count > 0;
}

/* Whether the first `count` runs are groups of three behind one to three digits, with one sign. */
static bool is_grouped(const struct parts *parts, size_t count) {
    if (parts->digits[0].length > 3 || parts->digits[0].data[0] == '0') {
        return false;
    }
    for (size_t i = 1; i < count; i++) {
        if (parts->digits[i].length != 3 || parts->sign[i] != parts->sign[1]) {
            return false;
        }
    }
    return true;
}

/* Hardly anybody fills up a fraction with zeros to three digits: "1,000" is a thousand and "1,500"
 * fifteen hundred whatever the language. With one zero, "1,750 triliun", they do. */
static bool ends_in_zeros(struct slice digits) {
    return digits.length > 2 && memcmp(digits.data + digits.length - 2, "00", 2) == 0;
}

/* How many of the runs belong to the whole part; 0 where this is no number. */
static size_t whole_runs(const struct parts *parts, const struct language *language) {
    size_t count = parts->count;
    if (count == 1) {
        return 1;
    }
    char last = parts->sign[count - 1];
    bool may_be_fraction = last == '.' || last == ',';
    bool grouped = is_grouped(parts, count);
    if (count == 2) {
        bool decimal = may_be_fraction && last == language->decimal_sign;
        if (grouped && (!decimal || ends_in_zeros(parts->digits[1]))) {
            return 2;
        }
        return may_be_fraction ? 1 : 0;
    }
    if (grouped) {
        return count;
    }
    return may_be_fraction && parts->sign[1] != last && is_grouped(parts, count - 1) ? count - 1
                                                                                     : 0;
}

/* Of a number with a fraction. */
static void drop_last_zeros(struct number *number) {
    while (number->text[number->length - 1] == '0') {
        number->length--;
    }
    number->length -= number->text[number->length - 1] == '.';
}

bool number_parse(struct slice written, const struct language *language, struct number *number) {
    struct parts parts;
    if (!split(written, &parts)) {
        return false;
    }
    size_t whole = whole_runs(&parts, language);
    if (whole == 0) {
        return false;
    }
    size_t digits = 0;
    for (size_t i = 0; i < parts.count; i++) {
        digits += parts.digits[i].length;
    }
    if (digits > NUMBER_DIGITS) {
        return false;
    }
    number->length = 0;
    for (size_t i = 0; i < parts.count; i++) {
        if (i == whole) {
            number->text[number->length++] = '.';
        }
        memcpy(number->text + number->length, parts.digits[i].data, parts.digits[i].length);
        number->length += parts.digits[i].length;
    }
    if (whole < parts.count) {
        drop_last_zeros(number);
    }
    return true;
}

bool number_add_decimals(struct number *number, struct slice decimals) {
    if (number->length + decimals.length > NUMBER_DIGITS) {
        return false;
    }
    number->text[number->length++] = '.';
    memcpy(number->text + number->length, decimals.data, decimals.length);
    number->length += decimals.length;
    drop_last_zeros(number);
    return true;
}

bool number_add_lesser(struct number *number, const struct number *lesser) {
    if (lesser->length >= number->length || memchr(lesser->text, '.', lesser->length) ||
        memchr(number->text, '.', number->length)) {
        return false;
    }
    char *end = number->text + number->length - lesser->length;
    for (size_t i = 0; i < lesser->length; i++) {
        if (end[i] != '0') {
            return false;
        }
    }
    memcpy(end, lesser->text, lesser->length);
    return true;
}

bool number_scale(struct number *number, int power) {
    const char *point = memchr(number->text, '.', number->length);
    size_t whole = point ? (size_t)(point - number->text) : number->length;
    size_t fraction = point ? number->length - whole - 1 : 0;
    if (whole + fraction + (size_t)abs(power) > NUMBER_DIGITS) {
        return false;
    }
    struct number scaled = {.length = 0};
    int digits = (int)(whole + fraction), behind = (int)whole + power; /* the point */
    for (int i = behind > 0 ? 0 : behind - 1; i < digits || i < behind; i++) {
        if (i == behind) {
            scaled.text[scaled.length++] = '.';
        }
        char digit = '0';
        if (i >= 0 && i < digits) {
            digit = number->text[i < (int)whole ? i : i + 1];
        }
        if (digit == '0' && scaled.length == 0 && i + 1 < behind) {
            continue; /* 0.5 million has no zero in front */
        }
        scaled.text[scaled.length++] = digit;
    }
    while (behind < digits && scaled.text[scaled.length - 1] == '0') {
        scaled.length--; /* 150 cm are 1.5 m */
    }
    scaled.length -= scaled.text[scaled.length - 1] == '.';
    *number = scaled;
    return true;
}

unsigned number_small(struct slice canonical, unsigned most) {
    unsigned value = 0;
    for (size_t i = 0; i < canonical.length; i++) {
        if (!ascii_is_digit(canonical.data[i])) {
            return 0;
        }
        value = value * 10 + (unsigned)(canonical.data[i] - '0');
        if (value > most) {
            return 0;
        }
    }
    return value;
}

bool date_exists(struct date date) {
    unsigned days = days_in_month(date.year, date.month);
    return days > 0 && date.day <= days;
}

unsigned year_of_century(unsigned digits) {
    enum { FIRST = 30, THIS = 2000, LAST = 1900 }; /* of the last one are 30 to 99 */
    return digits + (digits < FIRST ? THIS : LAST);
}

bool date_parse(struct slice written, struct date *date) {
    struct slice runs[3];
    size_t count = 0;
    char sign = 0;
    for (size_t at = 0; at < written.length && count < 3;) {
        size_t start = at;
        while (at < written.length && ascii_is_digit(written.data[at])) {
            at++;
        }
        runs[count++] = slice_of(written.data + start, at - start);
        if (at == written.length) {
            break;
        }
        if (count == 3 || (sign && written.data[at] != sign)) {
            return false;
        }
        sign = written.data[at++];
    }
    if (count != 3 || (sign != '-' && sign != '.')) {
        return false;
    }
    bool year_first = sign == '-' && runs[0].length == 4;
    struct slice year = runs[year_first ? 0 : 2], day = runs[year_first ? 2 : 0];
    size_t least_month = sign == '-' && !year_first ? 1 : 2; /* "17-8-1945", but no "3.4.2021" */
    bool in_short = sign == '.' && year.length == 2 && day.length == 2;
    if ((year.length != 4 && !in_short) || runs[1].length < least_month || runs[1].length > 2 ||
        day.length > 2 || (year_first && day.length != 2)) {
        return false;
    }
    *date =
        (struct date){number_small(year, 2999), number_small(runs[1], 12), number_small(day, 31)};
    date->year = in_short ? year_of_century(date->year) : date->year;
    /* "06-05-2025" may begin with the month. */
    bool sure = sign == '.' || year_first || date->day > 12 || date->day == date->month;
    return sure && date->year >= 1000 && date->day > 0 && date_exists(*date);
}

size_t date_write(struct date date, char text[DATE_BYTES]) {
    int length;
    if (date.year == 0) {
        length = snprintf(text, DATE_BYTES, "%02u-%02u", date.month % 100, date.day % 100);
    } else if (date.day == 0) {
        length = snprintf(text, DATE_BYTES, "%04u-%02u", date.year % 10000, date.month % 100);
    } else {
        length = snprintf(text, DATE_BYTES, "%04u-%02u-%02u", date.year % 10000, date.month % 100,
                          date.day % 100);
    }
    return (size_t)length;
}
