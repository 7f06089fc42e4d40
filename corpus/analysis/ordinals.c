#include "corpus/analysis/ordinals.h"

#include "corpus/analysis/counts_in_letters.h"
#include "corpus/analysis/dates.h"
#include "corpus/analysis/numbers.h"

#include <limits.h>

/* The most words of an ordinal: "сто двадцать второй". */
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

/* Adds the numbers in letters behind mark `i` to the ordinal that ends with `last`; returns the
 * last one taken. */
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

/* Reads on where the first word is the ordinal: tens and units may follow, as in "kedua puluh dua".
 */
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

size_t ordinal_find(struct finder *finder, size_t i) {
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
    struct token token = *finder_token_of(finder, first);
    token.kind = TOKEN_NUMBER;
    token.form = ordinal.end > token.end ? slice_of(NULL, 0) : token.form;
    token.end = ordinal.end;
    if (ordinal.value <= ORDINAL_MOST) {
        finder_add_number(finder, token, PREFIX_NUMBER, ordinal.value, ".");
    }
    size_t next = mark_behind(finder, i, ordinal.end);
    size_t behind = 0;
    if (ordinal.value <= DAY_MOST) {
        behind = date_find_spelled(finder, mark_token(first), ordinal.value, ordinal.end, next);
    }
    return behind > next ? behind : next;
}
