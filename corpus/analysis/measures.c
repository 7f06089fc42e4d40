#include "corpus/analysis/measures.h"

#include "corpus/unicode/properties.h"

/* Most bytes in the name of a unit whose power is raised, and in a rate. */
#define MEASURE_BYTES 32

static bool is_one_letter(struct slice form) {
    size_t next;
    return code_point_at(form, 0, &next) != CODE_POINT_INVALID && next == form.length;
}

/* Whether a letter is no unit where it stands: in capitals it rather is a magnitude or an initial
 * ("5 T"), before a currency a thousand ("10 т. руб."). */
static bool is_other_letter(const struct finder *finder, const struct unit *unit,
                            const struct number_word *word) {
    struct slice form = slice_of_string(word->form);
    struct unit behind;
    if (!is_one_letter(form)) {
        return false;
    }
    struct slice surface = slice_of(finder->q->text.data + unit->start, unit->end - unit->start);
    return !slice_equal(surface, form) ||
           (finder_read_unit_of(finder, unit->next, NUMBER_WORD_CURRENCY, &behind) &&
            finder_is_tied(finder, unit->end, behind.start));
}

/* The unit that a word is. Letters that are magnitudes in a language ("$5m", "Rp 5 t") and were not
 * taken for such are symbols like any other: "5 m". NULL: it is none. */
static const struct number_word *unit_of(const struct finder *finder, const struct unit *unit) {
    const struct number_word *word = unit->word;
    if (word->kind == NUMBER_WORD_MAGNITUDE && unit->end - unit->start == 1) {
        word = vocabulary_symbol(finder->q->vocabularies, slice_of_string(word->form));
    }
    bool told = word && word->unit &&
                (word->kind == NUMBER_WORD_MEASURE || word->kind == NUMBER_WORD_ORDINAL_SUFFIX);
    return told && !is_other_letter(finder, unit, word) ? word : NULL;
}

char measure_raised_digit(struct slice text, uint32_t end, size_t *next) {
    enum { RAISED_TWO = 0xb2, RAISED_THREE = 0xb3 };
    uint32_t code = end < text.length ? code_point_at(text, end, next) : 0;
    return code == RAISED_TWO ? '2' : code == RAISED_THREE ? '3' : '\0';
}

/* Takes the raised digit of "km²", which is a sign and in no word. False: there is no such unit. */
static bool take_raised(const struct finder *finder, struct measure *measure) {
    const struct quantity_text *q = finder->q;
    size_t next = measure->end;
    char digit = measure_raised_digit(q->text, measure->end, &next);
    if (digit == '\0') {
        return true;
    }
    char form[MEASURE_BYTES];
    size_t length = strlen(measure->word->form);
    if (length >= sizeof form) {
        return false;
    }
    memcpy(form, measure->word->form, length);
    form[length] = digit;
    measure->word =
        vocabulary_number_word(q->vocabularies, q->vocabulary, slice_of(form, length + 1));
    measure->end = (uint32_t)next;
    return measure->word && measure->word->kind == NUMBER_WORD_MEASURE && measure->word->unit;
}

/* Takes the rate behind a unit: a slash and a word, or two words. */
static void take_rate(const struct finder *finder, struct measure *measure) {
    const struct quantity_text *q = finder->q;
    char form[MEASURE_BYTES];
    size_t length = 0;
    uint32_t end = measure->end;
    bool slash = finder_is_byte(q->text, end, '/');
    if (slash) {
        form[length++] = '/';
        end++;
    }
    for (int words = slash ? 1 : 2; words > 0; words--) {
        const struct token *token = finder_token_behind(finder, measure->next - 1, end);
        if (!token || token->form.length + 1 > sizeof form - length ||
            (slash && token->start != end)) {
            return;
        }
        memcpy(form + length, token->form.data, token->form.length);
        length += token->form.length;
        end = token->end;
        if (words > 1) {
            form[length++] = ' ';
        }
    }
    const struct number_word *rate =
        vocabulary_number_word(q->vocabularies, q->vocabulary, slice_of(form, length));
    if (rate && rate->kind == NUMBER_WORD_RATE) {
        measure->rate = rate;
        measure->end = end;
    }
}

bool measure_read(const struct finder *finder, const struct unit *unit, struct measure *measure) {
    *measure = (struct measure){unit_of(finder, unit), NULL, unit->end, unit->next};
    if (!measure->word || !take_raised(finder, measure)) {
        return false;
    }
    take_rate(finder, measure);
    const struct quantity_text *q = finder->q;
    while (measure->next < q->mark_count && q->marks[measure->next].start < measure->end) {
        measure->next++;
    }
    return true;
}
