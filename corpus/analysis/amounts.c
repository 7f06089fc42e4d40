#include "corpus/analysis/amounts.h"

#include "corpus/analysis/counts.h"
#include "corpus/analysis/counts_in_letters.h"
#include "corpus/analysis/measures.h"
#include "corpus/analysis/numbers.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/signs.h"

/* From this power of ten on, a magnitude is said once for both ends of a range: "dua puluh-tiga
 * puluh juta". */
#define POWER_SHARED 3

/* Enough for what a number is of, in its term: " mi/h". */
#define SUFFIX_BYTES 16

#define DEGREE "\xC2\xB0"

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

static struct measure of_nothing(const struct count *count) {
    return (struct measure){NULL, NULL, count->end, count->next};
}

/* What a number is of, by what stands behind it. */
static struct measure read_behind(const struct finder *finder, const struct count *count) {
    struct unit unit;
    struct measure measure;
    if (!finder_read_unit(finder, count->next, &unit) ||
        !finder_is_tied(finder, count->end, unit.start)) {
        return of_nothing(count);
    }
    if (measure_read(finder, &unit, &measure)) {
        return measure;
    }
    if (unit.word->kind != NUMBER_WORD_CURRENCY && unit.word->kind != NUMBER_WORD_PERCENT) {
        return of_nothing(count);
    }
    /* In "5 $6" the sign belongs to the number it touches. */
    size_t i = unit.next;
    const struct mark *behind = finder_mark(finder, &i);
    if (mark_is_number(behind) && behind->start == unit.end && unit.start > count->end) {
        return of_nothing(count);
    }
    return (struct measure){unit.word, NULL, unit.end, unit.next};
}

/* The same, where a currency may stand before the number; NULL: none does. */
static struct measure read_measure(const struct finder *finder, const struct number_word *currency,
                                   const struct count *count) {
    return currency ? (struct measure){currency, NULL, count->end, count->next}
                    : read_behind(finder, count);
}

/* Whether a number is an amount by itself: it says a magnitude, or decimals in letters. */
static bool tells_amount(const struct count *count) {
    return count->spelled.magnitude || count->decimals;
}

/* Whether a number that begins with mark `i`, and what it is of, are an amount. */
static bool is_amount(const struct finder *finder, size_t i, const struct count *count,
                      struct measure of) {
    return (of.word || tells_amount(count)) && !count->ordinal && !goes_on(finder, i);
}

static bool is_measured(struct measure of) {
    return of.word && of.word->kind != NUMBER_WORD_CURRENCY && of.word->kind != NUMBER_WORD_PERCENT;
}

/* Of all amounts temperatures alone are told with their sign: elsewhere a minus is rather a dash,
 * or says that something fell. */
static bool is_in_degrees(struct measure of) {
    return is_measured(of) && strncmp(of.word->unit, DEGREE, sizeof DEGREE - 1) == 0;
}

/* Takes what says behind degrees that they are below zero: "20 градусов мороза". */
static bool take_below(const struct finder *finder, struct measure *of) {
    struct unit unit;
    bool below = is_in_degrees(*of) &&
                 finder_read_unit_of(finder, of->next, NUMBER_WORD_BELOW, &unit) &&
                 finder_skip_spaces(finder->q->text, of->end) == unit.start;
    if (below) {
        of->end = unit.end;
        of->next = unit.next;
    }
    return below;
}

static void append(char suffix[SUFFIX_BYTES], const char *unit) {
    strncat(suffix, unit, SUFFIX_BYTES - 1 - strlen(suffix));
}

static void add_amount(struct finder *finder, struct token token, struct count count,
                       struct measure of) {
    char suffix[SUFFIX_BYTES] = "";
    if (of.word) {
        suffix[0] = ' ';
        append(suffix, of.word->kind == NUMBER_WORD_PERCENT ? "%" : of.word->unit);
        append(suffix, of.rate ? of.rate->unit : "");
    }
    token.kind = TOKEN_NUMBER;
    token.end = of.end;
    if (count_scale(&count, is_measured(of) ? of.word->value : 0)) {
        bool negative = count.negative && is_in_degrees(of);
        finder_add_token(finder, token, negative ? PREFIX_NUMBER "-" : PREFIX_NUMBER,
                         slice_of(count.number.text, count.number.length), suffix);
    }
}

/* Adds an amount of a currency or percent; of a unit of measure, and without that if it also tells
 * one by itself: who looks for "1.5 million" need not know of what. Of degrees, without their scale
 * as well, which is often left out. */
static void add_amounts(struct finder *finder, struct token token, const struct count *count,
                        struct measure of, bool by_itself) {
    if (is_measured(of) && by_itself) {
        add_amount(finder, token, *count, of_nothing(count));
    }
    add_amount(finder, token, *count, of);
    if (is_in_degrees(of) && of.word->unit[sizeof DEGREE - 1]) {
        of.word = vocabulary_symbol(finder->q->vocabularies, slice_of_string(DEGREE));
        add_amount(finder, token, *count, of);
    }
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
    uint32_t begin;
    enum number_sign sign;
    number_sign_before(finder, token.start, &begin);
    if (behind.start == token.start ||
        !number_sign_in_range(finder, begin, first.end, behind.start, &sign) ||
        !count_read(finder, second, currency, &last) ||
        (first.spelled.magnitude && !last.spelled.magnitude &&
         scan_space(finder->q->text, first.end) > 0)) {
        return i;
    }
    /* "Минус 20-25 градусов" says it once. */
    last.negative = sign == NUMBER_SIGN_MINUS || (first.negative && sign == NUMBER_SIGN_NONE &&
                                                  finder_is_dash(finder, first.end, behind.start));
    struct measure of = read_measure(finder, currency, &last);
    if (take_below(finder, &of)) {
        first.negative = last.negative = true;
    }
    int shared = first.spelled.power < POWER_SHARED ? last.spelled.power - first.spelled.power : 0;
    if (!is_amount(finder, i, &last, of) || !count_scale(&first, shared > 0 ? shared : 0)) {
        return i;
    }
    struct measure first_of = of;
    first_of.end = first.end;
    add_amounts(finder, token, &first, first_of, tells_amount(&last));
    add_amounts(finder, behind, &last, of, tells_amount(&last));
    return of.next;
}

/* Whether the next mark is too far away to make an amount with this one. So it is with most. */
static bool is_alone(const struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i++], *next = finder_mark(finder, &i);
    return !mark->several && !mark_is_counted(mark) &&
           (!next || next->start > mark->end + BESIDE_BYTES + 2) &&
           !count_is_fraction(finder->q->text, mark->end);
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
    uint32_t begin;
    count.negative = number_sign_before(finder, first->start, &begin) == NUMBER_SIGN_MINUS;
    size_t behind = find_range(finder, i, token, count, currency);
    if (behind > i) {
        return behind;
    }
    struct measure of = read_measure(finder, currency, &count);
    count.negative |= take_below(finder, &of);
    if (!is_amount(finder, i, &count, of)) {
        return i;
    }
    add_amounts(finder, token, &count, of, tells_amount(&count));
    return of.next;
}
