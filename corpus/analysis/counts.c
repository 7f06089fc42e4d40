#include "corpus/analysis/counts.h"

#include "corpus/analysis/counts_in_letters.h"
#include "corpus/analysis/measures.h"
#include "corpus/analysis/scan.h"
#include "corpus/unicode/properties.h"

/* "ribu triliun": magnitudes that follow one another multiply. */
#define MAGNITUDES 2

static bool is_of_money(const struct number_word *word) {
    return word->unit && *word->unit == '$';
}

/* Reads the magnitudes behind a number in digits or with decimals. A single letter is one only
 * where it touches the digits ("70.2B", not "19 B") or, in some languages, where a currency stands
 * before the number ("Rp 5 T"). */
static bool read_magnitudes(const struct finder *finder, const struct number_word *currency,
                            struct count *count) {
    struct unit unit;
    size_t behind;
    for (int i = 0; i < MAGNITUDES; i++) {
        if (!finder_read_unit_of(finder, count->next, NUMBER_WORD_MAGNITUDE, &unit) ||
            !finder_is_tied(finder, count->end, unit.start)) {
            break;
        }
        if (is_of_money(unit.word)
                ? !currency
                : unit_is_letter(&unit) &&
                      (unit.start > count->end ||
                       measure_raised_digit(finder->q->text, unit.end, &behind))) {
            break;
        }
        count->spelled.power += unit.word->value;
        count->spelled.magnitude = true;
        count->end = unit.end;
        count->next = unit.next;
    }
    return count->spelled.power == 0 || number_scale(&count->number, count->spelled.power);
}

/* Takes the number in digits that mark `i` is. ".5" is scanned as the word "5": the point before it
 * makes it a fraction. */
static void take_digits(const struct finder *finder, size_t i, struct count *count) {
    const struct mark *mark = &finder->q->marks[i];
    struct slice text = finder->q->text;
    *count = (struct count){.end = mark->end, .next = i + 1};
    bool point = mark->start > 0 && text.data[mark->start - 1] == '.' &&
                 (mark->start == 1 || text.data[mark->start - 2] == ' ');
    count->number = (struct number){"0", 1};
    if (!point || memchr(mark->value.data, '.', mark->value.length) ||
        !number_add_decimals(&count->number, mark->value)) {
        count->number.length = mark->value.length;
        memcpy(count->number.text, mark->value.data, mark->value.length);
    }
}

/* The decimals of the sign for a fraction at byte `at`; empty where there is none, or no end of
 * them. The byte behind it goes to *end. */
static struct slice decimals_of_sign(struct slice text, uint32_t at, size_t *end) {
    static const struct {
        uint32_t code;
        const char *decimals;
    } signs[] = {{0xBC, "25"},    {0xBD, "5"},     {0xBE, "75"},   {0x215B, "125"},
                 {0x215C, "375"}, {0x215D, "625"}, {0x215E, "875"}};
    uint32_t code = at < text.length ? code_point_at(text, at, end) : 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (code == signs[i].code) {
            return slice_of_string(signs[i].decimals);
        }
    }
    return slice_of(NULL, 0);
}

bool count_is_fraction(struct slice text, uint32_t at) {
    size_t end;
    return decimals_of_sign(text, finder_skip_spaces(text, at), &end).length > 0;
}

/* Takes the fraction that follows a whole number, a sign or in digits: "3½", "3 1/2". */
static void take_fraction(const struct finder *finder, struct count *count) {
    static const struct {
        unsigned number, parts;
        const char *decimals;
    } quarters[] = {{1, 2, "5"}, {1, 4, "25"}, {3, 4, "75"}};
    struct slice text = finder->q->text;
    size_t end = count->end, next = count->next;
    uint32_t at = finder_skip_spaces(text, count->end);
    struct slice decimals = decimals_of_sign(text, at, &end);
    const struct mark *number = finder_mark(finder, &next);
    bool beside = mark_is_number(number) && !number->spelled && number->start == at;
    const struct mark *parts =
        beside && at > count->end ? finder_slashed_mark(finder, number->end, next + 1) : NULL;
    for (size_t i = 0; parts && i < sizeof quarters / sizeof *quarters; i++) {
        if (number_small(number->value, 3) == quarters[i].number &&
            number_small(parts->value, 4) == quarters[i].parts) {
            decimals = slice_of_string(quarters[i].decimals);
            end = parts->end;
            count->next = finder_behind(finder, parts);
        }
    }
    if (decimals.length > 0 && !memchr(count->number.text, '.', count->number.length) &&
        number_add_decimals(&count->number, decimals)) {
        count->end = (uint32_t)end;
        count->decimals = true;
    }
}

/* Takes a lesser number with a magnitude of its own: "5 млн 300 тыс." */
static bool take_lesser(const struct finder *finder, struct count *count) {
    size_t i = count->next;
    const struct mark *mark = finder_mark(finder, &i);
    struct count lesser;
    if (!count->spelled.magnitude || !mark_is_number(mark) || mark->spelled || mark->ordinal ||
        !finder_is_tied(finder, count->end, mark->start) ||
        scan_hyphen(finder->q->text, count->end)) {
        return false;
    }
    take_digits(finder, i, &lesser);
    if (!read_magnitudes(finder, NULL, &lesser) || !lesser.spelled.magnitude ||
        lesser.spelled.power >= count->spelled.power ||
        !number_add_lesser(&count->number, &lesser.number)) {
        return false;
    }
    count->spelled.power = 0;
    count->end = lesser.end;
    count->next = lesser.next;
    return true;
}

/* ---- any number ------------------------------------------------------------------------------ */

bool count_read(const struct finder *finder, size_t i, const struct number_word *currency,
                struct count *count) {
    const struct mark *mark = finder_mark(finder, &i);
    bool word = mark && mark->kind == MARK_WORD && (mark->several || mark_is_counted(mark));
    if (word || (mark_is_number(mark) && mark->spelled)) {
        if (count_read_zero(finder, i, count)) {
            return read_magnitudes(finder, currency, count);
        }
        return count_read_letters(finder, i, count) &&
               (!count_read_decimals(finder, count) || read_magnitudes(finder, currency, count));
    }
    if (!mark_is_number(mark) || mark->ordinal) {
        return false;
    }
    take_digits(finder, i, count);
    take_fraction(finder, count);
    if (count_read_halved(finder, count)) {
        return true;
    }
    if (!read_magnitudes(finder, currency, count)) {
        return false;
    }
    while (take_lesser(finder, count)) {
    }
    return true;
}

void count_write(struct count *count) {
    if (count->spelled.quarters > 0) {
        spelled_write(&count->spelled, &count->number);
    }
}

bool count_scale(struct count *count, int power) {
    count_write(count);
    count->spelled.quarters = 0;
    return power == 0 || number_scale(&count->number, power);
}
