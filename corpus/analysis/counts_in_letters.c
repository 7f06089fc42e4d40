#include "corpus/analysis/counts_in_letters.h"

#include "corpus/analysis/scan.h"

#include <limits.h>

/* A hyphen joins numbers only behind tens: "a hundred and twenty-two", not "миллион-два". */
#define HYPHENED_MOST (100 * SPELLED_QUARTERS)

/* Decimals in letters follow only a number below this. */
#define DECIMALS_MOST (1000 * SPELLED_QUARTERS)

/* A half follows only a number up to this: "5 с половиной". */
#define HALVED_MOST 999

/* ---- whole numbers in letters ---------------------------------------------------------------- */

/* Whether a word at byte `start` may continue the number in letters that ends at byte `end`: they
 * stand side by side, or with no more than "and" or "a" between. */
static bool is_joined(const struct finder *finder, uint32_t end, uint32_t start) {
    if (finder_is_tied(finder, end, start)) {
        return !finder_is_byte(finder->q->text, end, '.');
    }
    return finder_lists_between(finder, end, start, LISTED_NUMBER_AND | LISTED_NUMBER_ARTICLE);
}

bool marks_add_up(const struct mark *first, const struct mark *second) {
    struct spelled spelled = {.quarters = 0};
    return first->spelled && !first->ordinal && second->spelled &&
           spelled_add(&spelled, number_small(first->value, INT_MAX)) &&
           spelled_add(&spelled, number_small(second->value, INT_MAX));
}

bool mark_is_counted(const struct mark *mark) {
    return mark->word &&
           (mark->word->kind == NUMBER_WORD_MAGNITUDE || mark->word->kind == NUMBER_WORD_QUARTERS ||
            mark->word->kind == NUMBER_WORD_ZERO);
}

/* Whether a magnitude without a number before it means one of it. */
static bool is_one(const struct number_word *word) {
    return word->unit && *word->unit == '1';
}

/* Takes the number that mark `i` is. Where a magnitude behind it would make it too great for the
 * number so far, it begins another one: "between one hundred and two hundred million". */
static bool take_number(const struct finder *finder, size_t i, struct count *count) {
    const struct mark *mark = &finder->q->marks[i];
    struct spelled with = count->spelled;
    struct unit unit;
    bool hyphened = scan_hyphen(finder->q->text, count->end) > 0;
    if (!mark->spelled || mark->ordinal ||
        (hyphened && with.quarters > 0 && with.quarters % HYPHENED_MOST == 0) ||
        !spelled_add(&with, number_small(mark->value, INT_MAX))) {
        return false;
    }
    struct spelled counted = with;
    if (count->spelled.quarters > 0 &&
        finder_read_unit_of(finder, i + 1, NUMBER_WORD_MAGNITUDE, &unit) &&
        finder_is_tied(finder, mark->end, unit.start) &&
        !spelled_multiply(&counted, unit.word->value)) {
        return false;
    }
    count->spelled = with;
    count->end = mark->end;
    count->next = i + 1;
    return true;
}

static bool take_unit(struct spelled *spelled, const struct number_word *word) {
    switch (word->kind) {
    case NUMBER_WORD_MAGNITUDE:
        return spelled_multiply(spelled, word->value);
    case NUMBER_WORD_TEEN:
        return spelled_add_ten(spelled);
    case NUMBER_WORD_QUARTERS:
        return word->unit ? spelled_count_quarters(spelled)
                          : spelled_add_quarters(spelled, (unsigned)word->value);
    default:
        return false;
    }
}

/* Takes the next word of a number in letters; false: it has no more. */
static bool take_word(const struct finder *finder, struct count *count) {
    size_t i = count->next;
    const struct mark *mark = finder_mark(finder, &i);
    struct unit unit;
    if (!mark || !is_joined(finder, count->end, mark->start)) {
        return false;
    }
    if (mark_is_number(mark)) {
        return take_number(finder, i, count);
    }
    if (!finder_read_unit(finder, i, &unit) || unit_is_letter(&unit) ||
        !take_unit(&count->spelled, unit.word)) {
        return false;
    }
    count->end = unit.end;
    count->next = unit.next;
    return true;
}

/* ---- decimals in letters --------------------------------------------------------------------- */

/* Takes the next digit behind a decimal point, or a number that stands for two digits: "lima",
 * "twenty-five", "nol". False: there are no more. */
static bool take_decimals(const struct finder *finder, struct count *count,
                          struct number *decimals) {
    struct count part = {.end = count->end, .next = count->next};
    struct unit unit;
    size_t first = count->next;
    const struct mark *mark = finder_mark(finder, &first);
    if (!mark || !finder_is_tied(finder, count->end, mark->start) ||
        scan_hyphen(finder->q->text, count->end) > 0) { /* "two point five-six percent" */
        return false;
    }
    while (true) {
        bool word = finder_read_unit(finder, part.next, &unit);
        if (word && unit.word->kind == NUMBER_WORD_ZERO && part.end == count->end &&
            is_joined(finder, part.end, unit.start)) {
            part.end = unit.end;
            part.next = unit.next;
            break;
        }
        bool ends = word && (unit.word->kind == NUMBER_WORD_QUARTERS ||
                             (unit.word->kind == NUMBER_WORD_MAGNITUDE && unit.word->value > 1));
        if (ends || !take_word(finder, &part)) {
            break;
        }
    }
    spelled_write(&part.spelled, &part.number);
    if (part.end == count->end || decimals->length + part.number.length > NUMBER_DIGITS) {
        return false;
    }
    memcpy(decimals->text + decimals->length, part.number.text, part.number.length);
    decimals->length += part.number.length;
    count->end = part.end;
    count->next = part.next;
    return true;
}

/* Takes the word that says the place of decimals: "(пять) десятых", which may also be an ordinal.
 * Fills the places before them with zeros. */
static bool take_place(const struct finder *finder, struct count *count, struct number *decimals) {
    struct unit unit;
    size_t i = count->next;
    const struct mark *mark = finder_mark(finder, &i);
    i += mark_is_number(mark) && mark->ordinal;
    if (!finder_read_unit_of(finder, i, NUMBER_WORD_PLACE, &unit) ||
        !is_joined(finder, count->end, unit.start) || decimals->length > (size_t)unit.word->value) {
        return false;
    }
    size_t zeros = (size_t)unit.word->value - decimals->length;
    memmove(decimals->text + zeros, decimals->text, decimals->length);
    memset(decimals->text, '0', zeros);
    decimals->length += zeros;
    count->end = unit.end;
    count->next = unit.next;
    return true;
}

static bool may_have_decimals(const struct spelled *whole) {
    return whole->quarters % SPELLED_QUARTERS == 0 && whole->quarters < DECIMALS_MOST;
}

/* The decimals behind a number in letters: "dua koma lima", "две целых пять десятых". */
static bool read_decimals(const struct finder *finder, struct count *count) {
    struct unit point;
    struct count with = *count;
    struct number decimals = {.length = 0};
    if (!may_have_decimals(&count->spelled) ||
        !finder_read_unit_of(finder, count->next, NUMBER_WORD_POINT, &point) ||
        !is_joined(finder, count->end, point.start)) {
        return false;
    }
    with.end = point.end;
    with.next = point.next;
    while (take_decimals(finder, &with, &decimals)) {
    }
    spelled_write(&count->spelled, &with.number);
    if (decimals.length == 0 || (point.word->value > 0 && !take_place(finder, &with, &decimals)) ||
        !number_add_decimals(&with.number, slice_of(decimals.text, decimals.length))) {
        return false;
    }
    with.spelled = (struct spelled){.quarters = 0};
    with.decimals = true;
    *count = with;
    return true;
}

/* Reads decimals without a whole number: "пять десятых процента". Only before a percent,
 * magnitude or unit: in "пять десятых классов" the word is an ordinal. */
static bool read_fraction(const struct finder *finder, struct count *count) {
    struct unit unit;
    struct count with = *count;
    struct number decimals;
    spelled_write(&count->spelled, &decimals);
    if (!may_have_decimals(&count->spelled) || !take_place(finder, &with, &decimals) ||
        !finder_read_unit(finder, with.next, &unit) ||
        !finder_is_tied(finder, with.end, unit.start) ||
        (unit.word->kind != NUMBER_WORD_PERCENT && unit.word->kind != NUMBER_WORD_MAGNITUDE &&
         unit.word->kind != NUMBER_WORD_MEASURE)) {
        return false;
    }
    with.number = (struct number){"0", 1};
    with.spelled = (struct spelled){.quarters = 0};
    with.decimals = number_add_decimals(&with.number, slice_of(decimals.text, decimals.length));
    *count = with;
    return with.decimals;
}

bool count_read_decimals(const struct finder *finder, struct count *count) {
    return read_decimals(finder, count) || read_fraction(finder, count);
}

/* ---- all together ---------------------------------------------------------------------------- */

/* Takes the ordinal that ends a number in letters: "две тысячи двадцать пятый". */
static void take_ordinal(const struct finder *finder, struct count *count) {
    size_t i = count->next;
    const struct mark *mark = finder_mark(finder, &i);
    if (count->spelled.quarters > 0 && mark_is_number(mark) && mark->ordinal && mark->spelled &&
        is_joined(finder, count->end, mark->start) &&
        spelled_add(&count->spelled, number_small(mark->value, INT_MAX))) {
        count->ordinal = true;
        count->end = mark->end;
        count->next = i + 1;
    }
}

bool count_read_zero(const struct finder *finder, size_t i, struct count *count) {
    struct unit zero;
    if (!finder_read_unit_of(finder, i, NUMBER_WORD_ZERO, &zero)) {
        return false;
    }
    *count = (struct count){.number = {"0", 1}, .end = zero.end, .next = zero.next};
    read_decimals(finder, count);
    return true;
}

bool count_read_letters(const struct finder *finder, size_t i, struct count *count) {
    const struct mark *mark = &finder->q->marks[i];
    struct unit unit;
    *count = (struct count){.end = mark->start, .next = i};
    bool magnitude = finder_read_unit_of(finder, i, NUMBER_WORD_MAGNITUDE, &unit);
    if (magnitude &&
        (is_one(unit.word) || finder_lists_before(finder, mark->start, LISTED_NUMBER_ARTICLE))) {
        spelled_add(&count->spelled, 1);
    }
    if (!take_word(finder, count)) {
        return false;
    }
    while (take_word(finder, count)) {
    }
    /* "Million" alone tells no number; "a hundred thousand" does. */
    count->spelled.magnitude &=
        !magnitude || count->end > unit.end || strchr(unit.word->form, ' ') != NULL;
    take_ordinal(finder, count);
    return true;
}

bool count_read_halved(const struct finder *finder, struct count *count) {
    size_t i = count->next;
    const struct mark *mark = finder_mark(finder, &i);
    struct unit unit;
    struct count halved = *count;
    if (!mark || mark->kind != MARK_WORD || !is_joined(finder, count->end, mark->start) ||
        !finder_read_unit_of(finder, i, NUMBER_WORD_QUARTERS, &unit) ||
        !spelled_add(
            &halved.spelled,
            number_small(slice_of(count->number.text, count->number.length), HALVED_MOST))) {
        return false;
    }
    while (take_word(finder, &halved)) {
    }
    *count = halved;
    return true;
}
