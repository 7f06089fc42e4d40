#include "corpus/analysis/fractions.h"

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/spelled.h"

#include <stdio.h>

/* Fractions of more parts are not told: there are no words for them, and digits are rather
 * something else ("9/11", "1/72"). */
#define PARTS_MOST 10

static bool add_fraction(struct finder *finder, const struct mark *first, unsigned number,
                         unsigned parts, uint32_t end) {
    char text[sizeof "99/99"];
    if (number == 0 || number >= parts || parts > PARTS_MOST) {
        return false;
    }
    int length = snprintf(text, sizeof text, "%u/%u", number % 100, parts % 100);
    finder_add_token(finder, mark_number_token(first, end), PREFIX_NUMBER,
                     slice_of(text, (size_t)length), "");
    return true;
}

/* The number as one of parts; 0 where a leading zero shows an identifier, "03/021". */
static unsigned number_of_parts(const struct mark *mark) {
    return *mark->value.data == '0' ? 0 : number_small(mark->value, PARTS_MOST);
}

/* "2/3". */
static size_t find_slashed_fraction(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i],
                      *parts = finder_slashed_mark(finder, mark->end, i + 1);
    const struct slice text = finder->q->text;
    bool longer = parts && (finder_is_byte(text, parts->end, '/') ||
                            (mark->start > 0 && finder_is_byte(text, mark->start - 1, '/')));
    if (!parts || longer || mark->spelled || mark->ordinal ||
        !add_fraction(finder, mark, number_of_parts(mark), number_of_parts(parts), parts->end)) {
        return i;
    }
    return finder_behind(finder, parts);
}

/* Into how many parts a word divides what the number before it counts; 0: it does not. */
static unsigned parts_of(const struct number_word *word) {
    if (word->kind == NUMBER_WORD_QUARTERS) {
        return word->unit ? SPELLED_QUARTERS : 0;
    }
    return word->kind == NUMBER_WORD_PART ? (unsigned)word->value : 0;
}

size_t fraction_find(struct finder *finder, size_t i) {
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
