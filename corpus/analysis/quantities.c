#include "corpus/analysis/quantities.h"

#include "corpus/analysis/amounts.h"
#include "corpus/analysis/clock.h"
#include "corpus/analysis/compounds.h"
#include "corpus/analysis/dates.h"
#include "corpus/analysis/decades.h"
#include "corpus/analysis/fractions.h"
#include "corpus/analysis/ordinals.h"

/* Whether no quantity begins with a mark: it is a unit, or could be the first of several words, but
 * the others do not follow. So it is with most marks, and one look here saves one for each kind of
 * quantity. */
static bool begins_nothing(const struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    struct unit unit;
    if (mark->kind != MARK_WORD || (mark->word && mark->word->kind != NUMBER_WORD_MEASURE)) {
        return false;
    }
    return !finder_read_unit(finder, i, &unit) || unit.word->kind == NUMBER_WORD_MEASURE;
}

bool quantities_find(const struct quantity_text *text) {
    struct finder finder = {text, false};
    for (size_t i = 0; i < text->mark_count && !finder.failed;) {
        if (text->marks[i].kind == MARK_COMPOUND) {
            compound_find(&finder, &text->marks[i++]);
            continue;
        }
        if (begins_nothing(&finder, i)) {
            i++;
            continue;
        }
        decade_find(&finder, i);
        size_t next = ordinal_find(&finder, i);
        next = next > i ? next : clock_find(&finder, i);
        next = next > i ? next : date_find(&finder, i);
        next = next > i ? next : amount_find(&finder, i);
        next = next > i ? next : fraction_find(&finder, i);
        next = next > i ? next : i + 1;
        while (i < next) {
            date_find_short_year(&finder, i++); /* of a date, too */
        }
    }
    return !finder.failed;
}
