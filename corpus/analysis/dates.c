#include "corpus/analysis/dates.h"

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/word_tokens.h"
#include "corpus/base/utf8.h"

/* ---- days, months and years ------------------------------------------------------------------ */

/* The most days in a list. */
#define DAYS_LISTED 8

/* Days read so far; `next` is the number of the mark behind `end`. */
struct days {
    uint32_t set; /* bit n: day n */
    unsigned last;
    uint32_t end;
    size_t next;
};

/* The days from `first` to `last`. */
static struct days days_between(unsigned first, unsigned last, uint32_t end, size_t next) {
    uint32_t set = (UINT32_C(2) << (last - first)) - 1;
    return (struct days){set << first, last, end, next};
}

static unsigned day_of(const struct mark *mark) {
    bool day =
        mark_is_number(mark) && !mark->spelled && (mark->ordinal || mark->end - mark->start <= 2);
    return day ? number_small(mark->value, DAY_MOST) : 0;
}

static unsigned year_of(const struct mark *mark) {
    bool suffixed = mark->ordinal && !mark->decade; /* "2021-го" */
    if (!mark_is_number(mark) || mark->spelled || mark->value.length != 4 ||
        (mark->end - mark->start != 4 && !suffixed)) {
        return 0;
    }
    unsigned year = number_small(mark->value, 2999);
    return year >= 1000 ? year : 0;
}

/* "'98": 1998; `start` is where the apostrophe stands. 0: it is no year. */
static unsigned short_year(const struct finder *finder, const struct mark *mark, uint32_t *start) {
    struct slice text = finder->q->text;
    if (!mark_is_number(mark) || mark->spelled || mark->ordinal || mark->end - mark->start != 2 ||
        !finder_is_behind_apostrophe(finder, mark->start)) {
        return 0;
    }
    *start = (uint32_t)utf8_previous(text.data, mark->start);
    bool begins = *start == 0 || text.data[*start - 1] == ' ' || text.data[*start - 1] == '(';
    bool quoted = finder_is_apostrophe(finder, mark->end);
    return begins && !quoted ? year_of_century(number_small(mark->value, 99)) : 0;
}

/* Whether a number counts something else than days, by the mark `next` behind it: "from June 17 to
 * 20 percent". */
static bool is_counted(const struct finder *finder, const struct mark *number, size_t next) {
    struct unit unit;
    return finder_read_unit(finder, next, &unit) &&
           finder_is_tied(finder, number->end, unit.start) && number_word_counts(unit.word);
}

/* The same of the other end of a range that the number before mark `next` begins: "98-99 percent".
 */
static bool is_counted_with_range(const struct finder *finder, const struct mark *number,
                                  size_t next) {
    const struct mark *to = finder_mark(finder, &next);
    return to && mark_is_number(to) &&
           finder_is_range(finder, number->start, number->end, to->start) &&
           is_counted(finder, to, next + 1);
}

void date_find_short_year(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    uint32_t start;
    unsigned year = short_year(finder, mark, &start);
    if (year > 0 && !is_counted(finder, mark, i + 1) &&
        !is_counted_with_range(finder, mark, i + 1)) {
        finder_add_number(finder, mark_number_token(mark, mark->end), PREFIX_NUMBER, year, "");
    }
}

/* "14", "14-17", "14 to 17". */
static bool read_day_or_range(const struct finder *finder, size_t i, struct days *days) {
    const struct mark *mark = finder_mark(finder, &i);
    unsigned first = mark ? day_of(mark) : 0;
    if (first == 0) {
        return false;
    }
    *days = days_between(first, first, mark->end, i + 1);
    size_t second = i + 1;
    const struct mark *to = finder_mark(finder, &second);
    unsigned last =
        to && finder_is_range(finder, mark->start, mark->end, to->start) ? day_of(to) : 0;
    if (last > first && !is_counted(finder, to, second + 1)) {
        *days = days_between(first, last, to->end, second + 1);
    }
    return true;
}

/* Whether nothing but "and" is between, with a comma before it or without. */
static bool is_day_and(const struct finder *finder, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    uint32_t space = end + finder_is_byte(text, end, ',');
    return start > space && scan_space(text, space) > 0 &&
           scan_space(text, utf8_previous(text.data, start)) > 0 &&
           finder_lists_between(finder, space, start, LISTED_DAY_AND);
}

/* Reads a day, a range of days or a list of both: "3, 4 and 7", "1-3 dan 5". It is a list only
 * where "and" stands before the last one. */
static bool read_days(const struct finder *finder, size_t i, struct days *days) {
    if (!read_day_or_range(finder, i, days)) {
        return false;
    }
    struct days list = *days, more;
    bool last = false;
    for (int listed = 1; listed < DAYS_LISTED && !last; listed++) {
        size_t behind = list.next;
        const struct mark *mark = finder_mark(finder, &behind);
        last = mark && is_day_and(finder, list.end, mark->start);
        if (!mark || !(last || finder_is_comma(finder, list.end, mark->start)) ||
            !read_day_or_range(finder, behind, &more) || more.set <= list.set ||
            is_counted(finder, mark, more.next)) {
            return true;
        }
        more.set |= list.set;
        list = more;
    }
    if (last) {
        *days = list;
    }
    return true;
}

struct date_adding {
    struct finder *finder;
    struct token token;
};

static void add_date_term(void *context, struct slice term) {
    struct date_adding *adding = context;
    finder_add_token(adding->finder, adding->token, PREFIX_DATE, term, "");
}

/* Adds the terms of all days; those that several have, once. */
static bool add_days(struct finder *finder, struct token token, unsigned year, unsigned month,
                     struct days days) {
    struct date_adding adding = {finder, token};
    adding.token.kind = TOKEN_DATE;
    if (!date_exists((struct date){year, month, days.last})) {
        return false;
    }
    bool first = true;
    for (unsigned day = 1; day <= days.last; day++) {
        char text[DATE_BYTES];
        if (!(days.set >> day & 1)) {
            continue;
        }
        if (year == 0 || first) {
            date_terms((struct date){year, month, day}, &adding, add_date_term);
            first = false;
            continue;
        }
        struct date whole = {year, month, day}, yearless = {0, month, day};
        add_date_term(&adding, slice_of(text, date_write(whole, text)));
        add_date_term(&adding, slice_of(text, date_write(yearless, text)));
    }
    return true;
}

/* The year behind a date, where there is one. */
static unsigned read_year(const struct finder *finder, uint32_t *end, size_t *next) {
    size_t i = *next;
    const struct mark *mark = finder_mark(finder, &i);
    uint32_t start = mark ? mark->start : 0;
    unsigned year = mark ? year_of(mark) : 0;
    year = year > 0 ? year : short_year(finder, mark, &start);
    if (year == 0 ||
        !(finder_is_tied(finder, *end, start) || finder_is_comma(finder, *end, start))) {
        return 0;
    }
    *end = mark->end;
    *next = i + 1;
    return year;
}

/* Reads the month behind days and the word that may link them. `letters`: the day is an ordinal in
 * letters. It then needs the link, or a form of the month that has this meaning: "the second of
 * March", "второго марта", but not "second March". */
static bool read_month_of(const struct finder *finder, const struct days *days, bool letters,
                          struct unit *month) {
    uint32_t end = days->end;
    size_t next = days->next;
    bool linked = finder_read_unit_of(finder, next, NUMBER_WORD_LINK, month) &&
                  finder_is_tied(finder, end, month->start);
    if (linked) {
        end = month->end;
        next = month->next;
    }
    return finder_read_unit_of(finder, next, NUMBER_WORD_MONTH, month) &&
           finder_is_tied(finder, end, month->start) && (!letters || linked || month->word->unit);
}

/* ---- days and months in words ---------------------------------------------------------------- */

/* The year at the other end of a range, "30 June – 2 July 2025": that of the day and month, in
 * either order, which begin with mark `i` behind those of the token. 0: there is none. */
static unsigned year_of_range(const struct finder *finder, struct token token, size_t i) {
    const struct mark *mark = finder_mark(finder, &i);
    struct unit month;
    struct days days;
    if (!mark || !finder_is_range(finder, token.start, token.end, mark->start)) {
        return 0;
    }
    uint32_t end;
    size_t next;
    if (read_days(finder, i, &days) && read_month_of(finder, &days, false, &month)) {
        end = month.end;
        next = month.next;
    } else if (finder_read_unit_of(finder, i, NUMBER_WORD_MONTH, &month) &&
               read_days(finder, month.next, &days)) {
        end = days.end;
        next = days.next;
    } else {
        return 0;
    }
    return read_year(finder, &end, &next);
}

/* Adds days with the month behind them. Where no year follows, that of the other end of a range is
 * taken. The number of the mark behind, 0 where there is no such date. */
static size_t add_days_of_month(struct finder *finder, struct token token, struct days days,
                                const struct unit *month) {
    token.end = month->end;
    size_t next = month->next;
    unsigned year = read_year(finder, &token.end, &next);
    year = year > 0 ? year : year_of_range(finder, token, next);
    return add_days(finder, token, year, (unsigned)month->word->value, days) ? next : 0;
}

static size_t find_month_of(struct finder *finder, struct token token, struct days days) {
    struct unit month;
    return read_month_of(finder, &days, true, &month)
               ? add_days_of_month(finder, token, days, &month)
               : 0;
}

size_t date_find_spelled(struct finder *finder, struct token token, unsigned day, uint32_t end,
                         size_t next) {
    return find_month_of(finder, token, days_between(day, day, end, next));
}

/* "17 Juni 2025", "14-17 September", "17th of June". */
static size_t find_day_month(struct finder *finder, size_t i, struct token token) {
    struct days days;
    struct unit month;
    size_t next = 0;
    if (read_days(finder, i, &days) && read_month_of(finder, &days, false, &month)) {
        next = add_days_of_month(finder, token, days, &month);
    }
    return next > i ? next : i;
}

/* Whether the last of the days counts the word behind: "on June 17 and 20 people", "and 20 others".
 */
static bool counts_word_behind(const struct finder *finder, const struct days *days) {
    const struct token *behind = finder_token_behind(finder, days->next - 1, days->end);
    return behind && behind->kind == TOKEN_STEM &&
           (!(behind->flags & TOKEN_FUNCTION_WORD) ||
            finder_lists_behind(finder, days->end, LISTED_BEHIND_COUNT));
}

/* "June 17, 2025", "Juni 2025". */
static size_t find_month_day(struct finder *finder, size_t i, struct token token) {
    struct unit unit;
    if (!finder_read_unit_of(finder, i, NUMBER_WORD_MONTH, &unit)) {
        return i;
    }
    unsigned month = (unsigned)unit.word->value;
    token.end = unit.end;
    size_t next = unit.next;
    unsigned year = read_year(finder, &token.end, &next);
    if (year > 0) {
        struct date_adding adding = {finder, token};
        adding.token.kind = TOKEN_DATE;
        date_terms((struct date){year, month, 0}, &adding, add_date_term);
        return next;
    }
    struct days days;
    size_t behind = unit.next;
    const struct mark *day = finder_mark(finder, &behind);
    if (!day || !finder_is_tied(finder, unit.end, day->start) ||
        !read_days(finder, behind, &days)) {
        return i;
    }
    if (counts_word_behind(finder, &days)) {
        read_day_or_range(finder, behind, &days);
    }
    token.end = days.end;
    next = days.next;
    year = read_year(finder, &token.end, &next);
    year = year > 0 ? year : year_of_range(finder, token, next);
    return add_days(finder, token, year, month, days) ? next : i;
}

/* ---- dates in digits ------------------------------------------------------------------------- */

/* Languages that write a decimal comma write the day before the month. */
static bool is_day_first(const struct finder *finder) {
    return finder->q->vocabulary->language->decimal_sign == ',';
}

/* "17/6/2025", "5-6/3/2025" and, in brackets only, "(20/2)", which is how newspapers date what they
 * report. Without brackets or a year that is rather a fraction. */
static size_t find_day_first(struct finder *finder, size_t i, struct token token) {
    struct slice text = finder->q->text;
    struct days days;
    if (!is_day_first(finder) || !read_days(finder, i, &days)) {
        return i;
    }
    const struct mark *month = finder_slashed_mark(finder, days.end, days.next);
    if (!month || day_of(month) == 0) {
        return i;
    }
    size_t next = finder_behind(finder, month);
    const struct mark *last = finder_slashed_mark(finder, month->end, next);
    unsigned year = last ? year_of(last) : 0;
    bool bracketed = token.start > 0 && finder_is_byte(text, token.start - 1, '(') &&
                     finder_is_byte(text, month->end, ')');
    if (year == 0 && !bracketed) {
        return i;
    }
    token.end = year > 0 ? last->end : month->end;
    next = year > 0 ? finder_behind(finder, last) : next;
    return add_days(finder, token, year, day_of(month), days) ? next : i;
}

/* "17/06/2025", "06/17/25", where only one of the two can be the month. */
static size_t find_slashed(struct finder *finder, size_t i, struct token token) {
    const struct mark *marks = finder->q->marks;
    struct slice text = finder->q->text;
    if (i + 2 >= finder->q->mark_count || !finder_is_byte(text, marks[i].end, '/') ||
        marks[i + 1].start != marks[i].end + 1 || !finder_is_byte(text, marks[i + 1].end, '/') ||
        marks[i + 2].start != marks[i + 1].end + 1) {
        return i;
    }
    unsigned first = day_of(&marks[i]), second = day_of(&marks[i + 1]);
    unsigned year = year_of(&marks[i + 2]);
    bool sure = first > 12 || second > 12 || (first == second && year > 0);
    if (year == 0 && mark_is_number(&marks[i + 2]) && marks[i + 2].end - marks[i + 2].start == 2) {
        year = year_of_century(number_small(marks[i + 2].value, 99));
    }
    if (first == 0 || second == 0 || year == 0 || !sure) {
        return i;
    }
    unsigned day = first > 12 ? first : second, month = first > 12 ? second : first;
    token.end = marks[i + 2].end;
    struct days days = days_between(day, day, token.end, i + 3);
    return add_days(finder, token, year, month, days) ? days.next : i;
}

/* "17/Jun/2025". */
static size_t find_slashed_word(struct finder *finder, size_t i, struct token token) {
    const struct mark *mark = &finder->q->marks[i];
    unsigned day = day_of(mark);
    struct unit month;
    if (day == 0 || !finder_is_byte(finder->q->text, mark->end, '/') ||
        !finder_read_unit_of(finder, i + 1, NUMBER_WORD_MONTH, &month) ||
        month.start != mark->end + 1) {
        return i;
    }
    const struct mark *last = finder_slashed_mark(finder, month.end, month.next);
    unsigned year = last ? year_of(last) : 0;
    if (year == 0) {
        return i;
    }
    token.end = last->end;
    size_t next = finder_behind(finder, last);
    struct days days = days_between(day, day, token.end, next);
    return add_days(finder, token, year, (unsigned)month.word->value, days) ? next : i;
}

size_t date_find(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    struct token token = mark_token(mark);
    if (!mark_is_number(mark)) {
        return find_month_day(finder, i, token);
    }
    size_t next = find_day_month(finder, i, token);
    next = next > i ? next : find_slashed_word(finder, i, token);
    next = next > i ? next : find_day_first(finder, i, token);
    return next > i ? next : find_slashed(finder, i, token);
}
