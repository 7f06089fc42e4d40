#include "corpus/analysis/amounts.h"

#include "corpus/analysis/counts.h"
#include "corpus/analysis/numbers.h"
#include "corpus/analysis/scan.h"

/* From this power of ten on, a magnitude is said once for both ends of a range: "dua puluh-tiga
 * puluh juta". */
#define POWER_SHARED 3

/* Whether the number in letters from mark `i` on is the end of one that begins before it: "третий
 * миллион", "beberapa ratus lima puluh". */
static bool goes_on(const struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    while (i > 0 && finder->q->marks[i - 1].kind == MARK_COMPOUND) {
        i--;
    }
    const struct mark *before = i > 0 ? &finder->q->marks[i - 1] : NULL;
    bool letters = mark_is_number(mark) ? mark->spelled : mark_is_counted(mark);
    if (!before || !letters || !finder_is_tied(finder, before->end, mark->start)) {
        return false;
    }
    if (mark_is_number(before)) {
        return !mark_is_number(mark) || marks_add_up(before, mark);
    }
    return mark_is_counted(before) &&
           (before->word->kind == NUMBER_WORD_MAGNITUDE || !mark_is_number(mark));
}

/* The currency or percent behind a number; NULL: there is none. */
static const struct number_word *read_amount_of(const struct finder *finder, struct count *count) {
    struct unit unit;
    if (!finder_read_unit(finder, count->next, &unit) ||
        !finder_is_tied(finder, count->end, unit.start) ||
        (unit.word->kind != NUMBER_WORD_CURRENCY && unit.word->kind != NUMBER_WORD_PERCENT)) {
        return NULL;
    }
    /* In "5 $6" the sign belongs to the number it touches. */
    size_t i = unit.next;
    const struct mark *behind = finder_mark(finder, &i);
    if (mark_is_number(behind) && behind->start == unit.end && unit.start > count->end) {
        return NULL;
    }
    count->end = unit.end;
    count->next = unit.next;
    return unit.word;
}

/* Whether a number that begins with mark `i`, and what it is of, are an amount. */
static bool is_amount(const struct finder *finder, size_t i, const struct count *count,
                      const struct number_word *unit) {
    return (unit || count->spelled.magnitude || count->decimals) && !count->ordinal &&
           !goes_on(finder, i);
}

static void add_amount(struct finder *finder, struct token token, struct count *count,
                       const struct number_word *unit) {
    char suffix[16] = "";
    if (unit) {
        suffix[0] = ' ';
        strncat(suffix, unit->kind == NUMBER_WORD_PERCENT ? "%" : unit->unit, sizeof suffix - 2);
    }
    token.kind = TOKEN_NUMBER;
    token.end = count->end;
    count_write(count);
    finder_add_token(finder, token, PREFIX_NUMBER,
                     slice_of(count->number.text, count->number.length), suffix);
}

/* Adds an ordinal in letters with a magnitude, and its value as a year: "тысяча девятьсот девяносто
 * первый" is 1991. Others are told by ordinals.c. */
static void add_ordinal(struct finder *finder, struct token token, struct count *count) {
    count_write(count);
    struct slice value = slice_of(count->number.text, count->number.length);
    token.kind = TOKEN_NUMBER;
    token.end = count->end;
    if (number_small(value, ORDINAL_MOST) > 0) {
        finder_add_token(finder, token, PREFIX_NUMBER, value, ".");
        finder_add_token(finder, token, PREFIX_NUMBER, value, "");
    }
}

/* The number of the mark that begins the second number of a range. The currency may be said before
 * the first number only, or before both. */
static size_t second_of_range(const struct finder *finder, const struct count *first,
                              const struct number_word *currency, struct token *token) {
    struct unit unit;
    size_t second = first->next;
    const struct mark *mark = finder_mark(finder, &second);
    if (mark) {
        token->start = mark->start;
        token->position = mark->position;
    }
    bool again = currency && finder_read_unit_of(finder, second, NUMBER_WORD_CURRENCY, &unit) &&
                 strcmp(unit.word->unit, currency->unit) == 0;
    return again ? unit.next : second;
}

/* Adds a range whose first number is read: in "5-10 juta" and "$5 to $10 million" both ends are
 * millions. The number of the mark behind, or `i` where there is no range: in "5 juta – 10 persen"
 * the dash belongs to the sentence. */
static size_t find_range(struct finder *finder, size_t i, struct token token, struct count first,
                         const struct number_word *currency) {
    struct token behind = token;
    size_t second = second_of_range(finder, &first, currency, &behind);
    struct count last;
    if (behind.start == token.start ||
        !finder_is_range(finder, token.start, first.end, behind.start) ||
        !count_read(finder, second, currency, &last) ||
        (first.spelled.magnitude && !last.spelled.magnitude &&
         scan_space(finder->q->text, first.end) > 0)) {
        return i;
    }
    const struct number_word *unit = currency ? currency : read_amount_of(finder, &last);
    int shared = first.spelled.power < POWER_SHARED ? last.spelled.power - first.spelled.power : 0;
    if (!is_amount(finder, i, &last, unit) || !count_scale(&first, shared)) {
        return i;
    }
    add_amount(finder, token, &first, unit);
    add_amount(finder, behind, &last, unit);
    return last.next;
}

/* Whether the next mark is too far away to make an amount with this one. So it is with most. */
static bool is_alone(const struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i++], *next = finder_mark(finder, &i);
    return !mark->several && !mark_is_counted(mark) &&
           (!next || next->start > mark->end + BESIDE_BYTES + 2);
}

size_t amount_find(struct finder *finder, size_t i) {
    const struct mark *first = &finder->q->marks[i];
    size_t number = i;
    const struct number_word *currency = NULL;
    struct unit unit;
    struct count count;
    if (is_alone(finder, i)) {
        return i;
    }
    if (finder_read_unit_of(finder, i, NUMBER_WORD_CURRENCY, &unit)) {
        number = unit.next;
        const struct mark *mark = finder_mark(finder, &number);
        if (!mark || !finder_is_tied(finder, unit.end, mark->start)) {
            return i;
        }
        currency = unit.word;
    }
    if (!count_read(finder, number, currency, &count)) {
        return i;
    }
    const struct token token = {.start = first->start, .position = first->position};
    if (count.ordinal) {
        add_ordinal(finder, token, &count);
        return count.next;
    }
    size_t behind = find_range(finder, i, token, count, currency);
    if (behind > i) {
        return behind;
    }
    const struct number_word *amount_of = currency ? currency : read_amount_of(finder, &count);
    if (!is_amount(finder, i, &count, amount_of)) {
        return i;
    }
    add_amount(finder, token, &count, amount_of);
    return count.next;
}
