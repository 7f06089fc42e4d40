#include "corpus/analysis/quantities.h"

#include "corpus/analysis/amounts.h"
#include "corpus/analysis/clock.h"
#include "corpus/analysis/numbers.h"
#include "corpus/analysis/spelled.h"
#include "corpus/analysis/word_tokens.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"

#include <limits.h>
#include <stdio.h>

static bool is_comma(const struct finder *finder, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    return finder_is_byte(text, end, ',') && finder_skip_spaces(text, end + 1) == start;
}

/* A token that begins with a mark. */
static struct token token_from(const struct mark *mark) {
    return (struct token){.start = mark->start, .position = mark->position};
}

/* A number from that mark to byte `end`. Of one word in letters the form is the word's, so that as
 * an =exact word it is found as it is spelled. */
static struct token number_token(const struct mark *mark, uint32_t end) {
    struct token token = token_from(mark);
    token.kind = TOKEN_NUMBER;
    token.end = end;
    if (mark->kind == MARK_WORD && mark->end == end) {
        token.form = mark->value;
    }
    return token;
}

/* ---- decades --------------------------------------------------------------------------------- */

/* Of fewer tens the century is doubtful: the twenties are of this one, too. */
#define TENS_OF_CENTURY 30

static bool is_apostrophe(const struct finder *finder, uint32_t at) {
    size_t next;
    uint32_t code = at < finder->q->text.length ? code_point_at(finder->q->text, at, &next) : 0;
    return code == '\'' || code == 0x2018 || code == 0x2019;
}

/* Whether an apostrophe stands for the century before byte `start`. */
static bool is_behind_apostrophe(const struct finder *finder, uint32_t start) {
    return start > 0 && is_apostrophe(finder, (uint32_t)utf8_previous(finder->q->text.data, start));
}

/* Whether what stands around shows that a decade is meant and no age: nobody asks for an age with
 * no word beside it. */
static bool is_decade(const struct finder *finder, uint32_t start, uint32_t end) {
    return (start == 0 && end == finder->q->text.length) || is_behind_apostrophe(finder, start) ||
           finder_lists_before(finder, start, LISTED_BEFORE_DECADE) ||
           finder_lists_two_before(finder, start, LISTED_BEFORE_DECADE) ||
           finder_lists_behind(finder, end, LISTED_BEHIND_DECADE);
}

/* "'90s", "90-е годы" and "the nineties" are the 1990s. What begins with mark `first` and ends with
 * `last`; `certain`: it is no age for sure. */
static void add_decade(struct finder *finder, const struct mark *first, const struct mark *last,
                       unsigned tens, bool certain) {
    char text[sizeof "4294967295"];
    if (tens < TENS_OF_CENTURY || tens >= 100 ||
        !(certain || is_decade(finder, first->start, last->end))) {
        return;
    }
    int length = snprintf(text, sizeof text, "%u", tens);
    finder_add_token(finder, number_token(first, last->end), PREFIX_NUMBER "19",
                     slice_of(text, (size_t)length), ".");
}

/* One in letters that begins with mark `i`: "nineties", "sembilan puluhan". */
static void find_decade_word(struct finder *finder, size_t i) {
    const struct mark *first = &finder->q->marks[i], *last = first;
    if (mark_is_number(first) && first->spelled) {
        size_t behind = i + 1;
        last = finder_mark(finder, &behind);
    }
    if (!last || last->kind != MARK_WORD || !last->word || last->word->kind != NUMBER_WORD_DECADE) {
        return;
    }
    unsigned tens = (unsigned)last->word->value;
    if (tens == NUMBER_WORD_OF_DECADES) {
        tens *= number_small(first->value, 9);
        if (finder_is_tied(finder, first->end, last->start)) {
            add_decade(finder, first, last, tens, false);
        }
    } else if (first->start == last->start) { /* "девяностые" is an ordinal, too */
        add_decade(finder, last, last, tens % 100, tens >= NUMBER_WORD_OF_CENTURY);
    }
}

/* ---- dates ----------------------------------------------------------------------------------- */

/* The last day of a month. */
#define DAY_MOST 31

/* No list of days has more numbers. */
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
        !is_behind_apostrophe(finder, mark->start)) {
        return 0;
    }
    *start = (uint32_t)utf8_previous(text.data, mark->start);
    bool begins = *start == 0 || text.data[*start - 1] == ' ' || text.data[*start - 1] == '(';
    bool quoted = is_apostrophe(finder, mark->end);
    return begins && !quoted ? year_of_century(number_small(mark->value, 99)) : 0;
}

/* Whether a number, with the mark `next` behind it, counts something else than days: "from June 17
 * to 20 percent". */
static bool is_counted(const struct finder *finder, const struct mark *number, size_t next) {
    struct unit unit;
    return finder_read_unit(finder, next, &unit) &&
           finder_is_tied(finder, number->end, unit.start) &&
           (unit.word->kind == NUMBER_WORD_MAGNITUDE || unit.word->kind == NUMBER_WORD_PERCENT ||
            unit.word->kind == NUMBER_WORD_CURRENCY);
}

/* Adds the year that mark `i` is in short, "the class of '98". */
static void find_short_year(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    char text[sizeof "4294967295"];
    uint32_t start;
    unsigned year = short_year(finder, mark, &start);
    if (year > 0 && !is_counted(finder, mark, i + 1)) {
        int length = snprintf(text, sizeof text, "%u", year);
        const struct token token = number_token(mark, mark->end);
        finder_add_token(finder, token, PREFIX_NUMBER, slice_of(text, (size_t)length), "");
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

/* Whether "and" is between, with a comma before it or without. */
static bool is_day_and(const struct finder *finder, uint32_t end, uint32_t start) {
    uint32_t space = end + finder_is_byte(finder->q->text, end, ',');
    return start > space + 2 && finder_is_byte(finder->q->text, space, ' ') &&
           finder_is_byte(finder->q->text, start - 1, ' ') &&
           finder_lists(finder, space + 1, start - 1, LISTED_DAY_AND);
}

/* The same and lists of them, of which the last is told by "and": "3, 4 and 7", "1-3 dan 5". */
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
        if (!mark || !(last || is_comma(finder, list.end, mark->start)) ||
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
    if (year == 0 || !(finder_is_tied(finder, *end, start) || is_comma(finder, *end, start))) {
        return 0;
    }
    *end = mark->end;
    *next = i + 1;
    return year;
}

/* The month behind days, and the word that links both. In letters, a day needs that word or such a
 * form of the month: "the second of March", "второго марта", but no "second March". */
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

/* The year of the day and month, in either order, that begin with mark `i` behind those of the
 * token, as the other end of a range; 0: there is none. */
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

/* Days and the month behind them; the year where none stands there, but behind the other end of a
 * range, "30 June – 2 July 2025". The number of the mark behind, 0 where there is no date. */
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
    token.end = days.end;
    next = days.next;
    year = read_year(finder, &token.end, &next);
    year = year > 0 ? year : year_of_range(finder, token, next);
    return add_days(finder, token, year, month, days) ? next : i;
}

/* The mark behind a slash that touches both it and what ends at byte `end`; NULL: there is none. */
static const struct mark *slashed_mark(const struct finder *finder, uint32_t end, size_t i) {
    const struct mark *mark = finder_mark(finder, &i);
    return mark_is_number(mark) && finder_is_byte(finder->q->text, end, '/') &&
                   mark->start == end + 1
               ? mark
               : NULL;
}

/* Who writes a decimal comma writes the day before the month. */
static bool is_day_first(const struct finder *finder) {
    return finder->q->vocabulary->language->decimal_sign == ',';
}

/* "17/6/2025", "5-6/3/2025", and in brackets "(20/2)", as newspapers date what they tell. Alone
 * that is rather a fraction. */
static size_t find_day_first(struct finder *finder, size_t i, struct token token) {
    struct slice text = finder->q->text;
    struct days days;
    if (!is_day_first(finder) || !read_days(finder, i, &days)) {
        return i;
    }
    const struct mark *month = slashed_mark(finder, days.end, days.next);
    if (!month || day_of(month) == 0) {
        return i;
    }
    size_t next = (size_t)(month - finder->q->marks) + 1;
    const struct mark *last = slashed_mark(finder, month->end, next);
    unsigned year = last ? year_of(last) : 0;
    bool bracketed = token.start > 0 && finder_is_byte(text, token.start - 1, '(') &&
                     finder_is_byte(text, month->end, ')');
    if (year == 0 && !bracketed) {
        return i;
    }
    token.end = year > 0 ? last->end : month->end;
    next = year > 0 ? (size_t)(last - finder->q->marks) + 1 : next;
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

static size_t find_date(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    struct token token = token_from(mark);
    if (!mark_is_number(mark)) {
        return find_month_day(finder, i, token);
    }
    size_t next = find_day_month(finder, i, token);
    next = next > i ? next : find_day_first(finder, i, token);
    return next > i ? next : find_slashed(finder, i, token);
}

/* ---- ordinals -------------------------------------------------------------------------------- */

/* No ordinal that is told has more words: "сто двадцать второй". */
#define ORDINAL_WORDS 3

/* An ordinal in letters, as far as it is read. */
struct ordinal {
    unsigned value;
    uint32_t end;
};

/* The number of the first mark behind byte `end`. */
static size_t mark_behind(const struct finder *finder, size_t i, uint32_t end) {
    while (i < finder->q->mark_count && finder->q->marks[i].start < end) {
        i++;
    }
    return i;
}

static void add_number(struct ordinal *ordinal, const struct mark *mark) {
    ordinal->value += number_small(mark->value, INT_MAX / 10);
    ordinal->end = mark->end;
}

/* Takes the numbers in letters, behind mark `i`, that are added to `last`; returns the last one. */
static const struct mark *add_numbers(const struct finder *finder, size_t i,
                                      const struct mark *last, struct ordinal *ordinal) {
    for (int words = 1; words < ORDINAL_WORDS && !last->ordinal; words++) {
        i = mark_behind(finder, i, ordinal->end);
        const struct mark *mark = finder_mark(finder, &i);
        if (!mark_is_number(mark) || !marks_add_up(last, mark) ||
            !finder_is_tied(finder, ordinal->end, mark->start)) {
            break;
        }
        add_number(ordinal, mark);
        last = mark;
    }
    return last;
}

/* Where the first word is the ordinal, tens and units may follow: "kedua puluh dua". */
static void read_tens(const struct finder *finder, size_t i, struct ordinal *ordinal) {
    const struct mark ten = {.value = slice_of_string("10"), .spelled = true};
    size_t behind = mark_behind(finder, i, ordinal->end);
    struct unit unit;
    if (finder_read_unit_of(finder, i + 1, NUMBER_WORD_ORDINAL, &unit)) { /* "kedua belas" */
        *ordinal = (struct ordinal){(unsigned)unit.word->value, unit.end};
    } else if (ordinal->value < 10 &&
               finder_read_unit_of(finder, behind, NUMBER_WORD_MAGNITUDE, &unit) &&
               unit.word->value == 1 && finder_is_tied(finder, ordinal->end, unit.start)) {
        *ordinal = (struct ordinal){10 * ordinal->value, unit.end};
        add_numbers(finder, i, &ten, ordinal);
    }
}

/* An ordinal in letters that begins with mark `i`, all its words together: "twenty-second",
 * "двадцать второй", "kedua puluh dua". The number of the mark behind it, or `i` where there is
 * none. */
static size_t find_ordinal(struct finder *finder, size_t i) {
    const struct mark *first = &finder->q->marks[i];
    if (!mark_is_number(first) || !first->spelled) {
        return i;
    }
    struct ordinal ordinal = {.value = 0};
    add_number(&ordinal, first);
    const struct mark *last = add_numbers(finder, i, first, &ordinal);
    if (!last->ordinal) {
        return i;
    }
    if (first == last) {
        read_tens(finder, i, &ordinal);
    }
    char text[sizeof "4294967295"];
    int length = snprintf(text, sizeof text, "%u", ordinal.value);
    struct token token = *finder_token_of(finder, first);
    token.kind = TOKEN_NUMBER;
    token.form = ordinal.end > token.end ? slice_of(NULL, 0) : token.form;
    token.end = ordinal.end;
    if (ordinal.value <= ORDINAL_MOST) {
        finder_add_token(finder, token, PREFIX_NUMBER, slice_of(text, (size_t)length), ".");
    }
    size_t next = mark_behind(finder, i, ordinal.end);
    size_t behind = 0;
    if (ordinal.value <= DAY_MOST) {
        struct days day = days_between(ordinal.value, ordinal.value, ordinal.end, next);
        behind = find_month_of(finder, token_from(first), day);
    }
    return behind > next ? behind : next;
}

/* ---- fractions ------------------------------------------------------------------------------- */

/* Words tell no more parts; in digits they are hardly a fraction's ("9/11", "1/72"). */
#define PARTS_MOST 10

static bool add_fraction(struct finder *finder, const struct mark *first, unsigned number,
                         unsigned parts, uint32_t end) {
    char text[sizeof "99/99"];
    if (number == 0 || number >= parts || parts > PARTS_MOST) {
        return false;
    }
    int length = snprintf(text, sizeof text, "%u/%u", number % 100, parts % 100);
    finder_add_token(finder, number_token(first, end), PREFIX_NUMBER,
                     slice_of(text, (size_t)length), "");
    return true;
}

/* A number of parts; 0 where it is an identifier, "03/021". */
static unsigned number_of_parts(const struct mark *mark) {
    return *mark->value.data == '0' ? 0 : number_small(mark->value, PARTS_MOST);
}

/* "2/3". */
static size_t find_slashed_fraction(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i], *parts = slashed_mark(finder, mark->end, i + 1);
    const struct slice text = finder->q->text;
    bool longer = parts && (finder_is_byte(text, parts->end, '/') ||
                            (mark->start > 0 && finder_is_byte(text, mark->start - 1, '/')));
    if (!parts || longer || mark->spelled || mark->ordinal ||
        !add_fraction(finder, mark, number_of_parts(mark), number_of_parts(parts), parts->end)) {
        return i;
    }
    return (size_t)(parts - finder->q->marks) + 1;
}

/* How many parts a word says that the number before it counts; 0: it says none. */
static unsigned parts_of(const struct number_word *word) {
    if (word->kind == NUMBER_WORD_QUARTERS) {
        return word->unit ? SPELLED_QUARTERS : 0;
    }
    return word->kind == NUMBER_WORD_PART ? (unsigned)word->value : 0;
}

/* A fraction that begins with mark `i`: "2/3", "two thirds", "sepertiga"; also "one third", whose
 * second word stays an ordinal. The number of the mark behind it, or `i`. */
static size_t find_fraction(struct finder *finder, size_t i) {
    const struct mark *first = &finder->q->marks[i];
    struct unit unit;
    if (!mark_is_number(first)) {
        if (finder_read_unit_of(finder, i, NUMBER_WORD_PART, &unit) && unit.word->unit) {
            add_fraction(finder, first, 1, (unsigned)unit.word->value, unit.end);
            return unit.next;
        }
        return i;
    }
    if (!first->spelled || first->ordinal) {
        return find_slashed_fraction(finder, i);
    }
    unsigned number = number_small(first->value, PARTS_MOST);
    size_t behind = i + 1;
    const struct mark *mark = finder_mark(finder, &behind);
    bool ordinal = mark_is_number(mark) && mark->ordinal && mark->spelled &&
                   finder_is_tied(finder, first->end, mark->start);
    if (finder_read_unit(finder, behind + ordinal, &unit) &&
        finder_is_tied(finder, first->end, unit.start) &&
        add_fraction(finder, first, number, parts_of(unit.word), unit.end)) {
        return unit.next;
    }
    if (ordinal && number == 1 && number_small(mark->value, PARTS_MOST) > 2) {
        add_fraction(finder, first, 1, number_small(mark->value, PARTS_MOST), mark->end);
    }
    return i;
}

/* ---- words written apart --------------------------------------------------------------------- */

/* Whether any word may stand behind this first one ("anti *"). */
static bool is_open(const struct finder *finder, const struct mark *mark) {
    char phrase[LANGUAGE_STEM_BYTES + 2];
    memcpy(phrase, mark->value.data, mark->value.length);
    memcpy(phrase + mark->value.length, " *", 2);
    return map_find(finder->q->vocabulary->compounds, slice_of(phrase, mark->value.length + 2));
}

/* "anti korupsi" has the stem of "antikorupsi"; `second` is what stands behind the mark. The first
 * word is one itself, not a form of one ("antar", not "mengantar"). */
static void add_open(struct finder *finder, const struct mark *mark, const struct token *second) {
    const struct quantity_text *q = finder->q;
    char form[LANGUAGE_STEM_BYTES], stem[LANGUAGE_STEM_BYTES];
    size_t length = mark->value.length;
    if (mark->end - mark->start != length || second->flags & TOKEN_FUNCTION_WORD ||
        length + second->form.length > sizeof form) {
        return;
    }
    memcpy(form, mark->value.data, length);
    memcpy(form + length, second->form.data, second->form.length);
    length = vocabulary_stem(q->vocabulary, slice_of(form, length + second->form.length), stem);
    if (!slice_starts_with(slice_of(stem, length), mark->value)) { /* as clues expect */
        return;
    }
    struct token token = {
        .start = mark->start, .end = second->end, .position = mark->position, .kind = TOKEN_STEM};
    finder_add_token(finder, token, q->vocabulary->language->code, slice_of(stem, length), "");
}

static void find_compound(struct finder *finder, const struct mark *mark) {
    const struct quantity_text *q = finder->q;
    size_t code = strlen(q->vocabulary->language->code);
    bool open = is_open(finder, mark);
    for (size_t i = mark->next_token; i < q->token_count; i++) {
        const struct token *second = &q->tokens[i];
        if (second->start != q->tokens[mark->next_token].start ||
            finder_skip_spaces(q->text, mark->end) != second->start) {
            return;
        }
        char phrase[2 * LANGUAGE_STEM_BYTES + 1];
        if (second->kind != TOKEN_STEM) {
            continue;
        }
        if (open) {
            add_open(finder, mark, second);
            return;
        }
        struct slice stem = slice_of(second->term.data + code, second->term.length - code);
        size_t length = mark->value.length;
        memcpy(phrase, mark->value.data, length);
        phrase[length] = ' ';
        memcpy(phrase + length + 1, stem.data, stem.length);
        const uint64_t *listed =
            map_find(q->vocabulary->compounds, slice_of(phrase, length + 1 + stem.length));
        if (!listed || !(*listed & COMPOUND_WHOLE)) {
            continue;
        }
        memcpy(phrase + length, stem.data, stem.length);
        struct token token = {.start = mark->start,
                              .end = second->end,
                              .position = mark->position,
                              .kind = TOKEN_STEM};
        finder_add_token(finder, token, q->vocabulary->language->code,
                         slice_of(phrase, length + stem.length), "");
        return;
    }
}

/* Whether nothing begins with a mark: it is the first of several words, but these are others. Most
 * are, and told by one look instead of one for each kind of quantity. */
static bool begins_nothing(const struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    struct unit unit;
    return mark->kind == MARK_WORD && !mark->word && !finder_read_unit(finder, i, &unit);
}

bool quantities_find(const struct quantity_text *text) {
    struct finder finder = {text, false};
    for (size_t i = 0; i < text->mark_count && !finder.failed;) {
        if (text->marks[i].kind == MARK_COMPOUND) {
            find_compound(&finder, &text->marks[i++]);
            continue;
        }
        if (begins_nothing(&finder, i)) {
            i++;
            continue;
        }
        const struct mark *mark = &text->marks[i];
        if (mark->decade) {
            add_decade(&finder, mark, mark, number_small(mark->value, 99), mark->of_century);
        }
        find_decade_word(&finder, i);
        size_t next = find_ordinal(&finder, i);
        next = next > i ? next : clock_find(&finder, i);
        next = next > i ? next : find_date(&finder, i);
        next = next > i ? next : amount_find(&finder, i);
        next = next > i ? next : find_fraction(&finder, i);
        next = next > i ? next : i + 1;
        while (i < next) {
            find_short_year(&finder, i++); /* of a date, too */
        }
    }
    return !finder.failed;
}
