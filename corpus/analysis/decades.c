#include "corpus/analysis/decades.h"

#include "corpus/analysis/numbers.h"

/* With fewer tens the century is in doubt: "the twenties" may also be those of this century. */
#define TENS_OF_CENTURY 30

/* Whether the words around show that a decade is meant and not an age. A query that is nothing but
 * the number means the decade: one who asks for an age adds a word. */
static bool is_decade(const struct finder *finder, uint32_t start, uint32_t end) {
    return (start == 0 && end == finder->q->text.length) ||
           finder_is_behind_apostrophe(finder, start) ||
           finder_lists_before(finder, start, LISTED_BEFORE_DECADE) ||
           finder_lists_two_before(finder, start, LISTED_BEFORE_DECADE) ||
           finder_lists_behind(finder, end, LISTED_BEHIND_DECADE);
}

/* Adds the decade from mark `first` to mark `last`: "'90s", "90-е годы" and "the nineties" are the
 * 1990s. `certain`: it cannot be an age. */
static void add_decade(struct finder *finder, const struct mark *first, const struct mark *last,
                       unsigned tens, bool certain) {
    if (tens < TENS_OF_CENTURY || tens >= 100 ||
        !(certain || is_decade(finder, first->start, last->end))) {
        return;
    }
    finder_add_number(finder, mark_number_token(first, last->end), PREFIX_NUMBER "19", tens, ".");
}

/* Finds a decade in letters that begins with mark `i`: "nineties", "sembilan puluhan". */
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

void decade_find(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    if (mark->decade) {
        add_decade(finder, mark, mark, number_small(mark->value, 99), mark->of_century);
    }
    find_decade_word(finder, i);
}
