/* word_numbers.c - words that are numbers, dates, ordinals and decades, or have one in them. */
#include "corpus/analysis/word_maker.h"

#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"

#include <stdio.h>

void maker_add_number_part(struct word_maker *maker, struct span span, struct slice form,
                           enum number_role role) {
    struct number number;
    if (number_parse(form, maker->tokens.vocabulary->language, &number)) {
        tokens_add_number(&maker->tokens, span, &number, role);
    } else {
        tokens_add_form(&maker->tokens, span, form);
    }
}

const struct number_word *maker_number_word(const struct word_maker *maker, struct slice form) {
    return vocabulary_number_word(maker->tokens.vocabularies, maker->tokens.vocabulary, form);
}

/* ---- numbers and dates ----------------------------------------------------------------------- */

static void add_date(struct word_maker *maker, struct span span, struct date date) {
    tokens_add_date(&maker->tokens, span, date);
    struct number year = {.length = 4};
    date_write((struct date){date.year, 1, 0}, year.text);
    span.flags = TOKEN_PART;
    tokens_add_number(&maker->tokens, span, &year, NUMBER_PLAIN);
}

bool maker_make_number(struct word_maker *maker, struct slice form) {
    if (form.length == 0 || !ascii_is_digit(form.data[0])) {
        return false;
    }
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    struct number number;
    struct date date;
    if (number_parse(form, maker->tokens.vocabulary->language, &number)) {
        tokens_add_number(&maker->tokens, span, &number, NUMBER_COUNTS);
        tokens_add_numeral(&maker->tokens, span, &number);
        return true;
    }
    if (date_parse(form, &date)) {
        add_date(maker, span, date);
        return true;
    }
    return false;
}

/* "2025-06-17T10": the date and the hour of a time in ISO 8601. The hour is a word of its own, as
 * the minutes behind it are. */
bool maker_make_date_and_hour(struct word_maker *maker) {
    enum { DATE = sizeof "2025-06-17" - 1, HOUR = DATE + 1, ALL = HOUR + 2 };
    struct slice surface = maker->tokens.surface;
    struct date date;
    if (surface.length != ALL || surface.data[DATE] != 'T' || !ascii_is_digit(surface.data[HOUR]) ||
        !ascii_is_digit(surface.data[HOUR + 1]) ||
        !date_parse(slice_of(surface.data, DATE), &date)) {
        return false;
    }
    add_date(maker, (struct span){0, DATE, 0, 0}, date);
    maker_add_number_part(maker, (struct span){HOUR, ALL, 1, 0}, slice_of(surface.data + HOUR, 2),
                          NUMBER_PLAIN);
    return true;
}

/* ---- ordinals and decades -------------------------------------------------------------------- */

/* Whether a number and the suffix behind it name a decade: "1990s", "90-х". */
static bool is_decade(const struct number *number, const struct number_word *suffix) {
    return suffix && suffix->kind == NUMBER_WORD_ORDINAL_SUFFIX &&
           suffix->value >= NUMBER_WORD_OF_DECADES &&
           (number->length == 2 || number->length == 4) && number->text[0] != '0' &&
           number->text[number->length - 1] == '0' && !memchr(number->text, '.', number->length);
}

static unsigned ordinal_role(const struct number *number, const struct number_word *suffix) {
    if (!is_decade(number, suffix)) {
        return NUMBER_IS_ORDINAL;
    }
    bool certain = suffix->value >= NUMBER_WORD_OF_CENTURY;
    return NUMBER_IS_ORDINAL | NUMBER_IS_DECADE | (certain ? NUMBER_IS_OF_CENTURY : 0u);
}

/* Whether letters that touch a number make it an ordinal. A single letter ("5s") does only in a
 * decade, and letters that are rather a unit ("5м") do not. */
static bool makes_ordinal(const struct number *number, const struct number_word *suffix) {
    if (!suffix || suffix->kind != NUMBER_WORD_ORDINAL_SUFFIX || suffix->unit) {
        return false;
    }
    return strlen(suffix->form) > 1 || is_decade(number, suffix);
}

/* The number that a part stands for, in digits or as a Roman numeral. */
static bool parse_part(struct word_maker *maker, const struct part *part, struct number *number) {
    unsigned flags = 0;
    struct slice form = maker_part_form(maker, part, &flags);
    unsigned numeral = part->number ? 0 : roman_numeral(form);
    if (numeral > 0) {
        number->length = (size_t)snprintf(number->text, sizeof number->text, "%u", numeral);
        return true;
    }
    return part->number && number_parse(form, maker->tokens.vocabulary->language, number);
}

bool maker_make_ordinal(struct word_maker *maker) {
    if (maker->part_count != 2 || !maker_is_tied_by(maker, sign_is_hyphen)) {
        return false;
    }
    bool prefix = !maker->parts[0].number;
    const struct part *letters = &maker->parts[prefix ? 0 : 1];
    const struct part *digits = &maker->parts[prefix ? 1 : 0];
    unsigned flags = 0;
    const struct number_word *word =
        maker_number_word(maker, maker_part_form(maker, letters, &flags));
    if (!word || word->kind != (prefix ? NUMBER_WORD_ORDINAL_PREFIX : NUMBER_WORD_ORDINAL_SUFFIX)) {
        return false;
    }
    struct number number;
    if (!parse_part(maker, digits, &number)) {
        return false;
    }
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    tokens_add_number(&maker->tokens, span, &number, NUMBER_COUNTS | ordinal_role(&number, word));
    return true;
}

size_t maker_make_ordinal_part(struct word_maker *maker, size_t i, uint32_t position) {
    struct slice surface = maker->tokens.surface;
    struct part digits = maker->parts[i], suffix = digits;
    size_t behind = i + 1;
    if (digits.number && behind < maker->part_count) {
        suffix = maker->parts[behind++];
    } else {
        while (suffix.start < suffix.end && ascii_is_digit(surface.data[suffix.start])) {
            suffix.start++;
        }
        digits.end = suffix.start;
    }
    unsigned flags = TOKEN_PART;
    struct number number;
    if (digits.end == digits.start || suffix.start == suffix.end || suffix.number ||
        !number_parse(maker_part_form(maker, &digits, &flags), maker->tokens.vocabulary->language,
                      &number)) {
        return i;
    }
    const struct number_word *word =
        maker_number_word(maker, maker_part_form(maker, &suffix, &flags));
    if (!is_decade(&number, word) && !makes_ordinal(&number, word)) {
        return i;
    }
    struct span span = {(uint32_t)digits.start, (uint32_t)suffix.end, position, flags};
    tokens_add_number(&maker->tokens, span, &number, NUMBER_COUNTS | ordinal_role(&number, word));
    return behind;
}

/* ---- numbers that touch letters -------------------------------------------------------------- */

/* Whether a word means something where it touches the digits before it. A Latin letter that is a
 * unit means too much else: "5G", "2T". */
static bool touches_numbers(const struct number_word *word) {
    switch (word->kind) {
    case NUMBER_WORD_TEEN:
    case NUMBER_WORD_QUARTERS:
    case NUMBER_WORD_MAGNITUDE:
    case NUMBER_WORD_CURRENCY:
    case NUMBER_WORD_PERCENT:
    case NUMBER_WORD_MONTH:
    case NUMBER_WORD_ORDINAL_SUFFIX:
    case NUMBER_WORD_HOUR:
    case NUMBER_WORD_HALF_DAY:
        return true;
    case NUMBER_WORD_MEASURE:
        return strlen(word->form) > 1;
    default:
        return false;
    }
}

/* Whether a byte is of a letter, not of a digit or sign. */
static bool is_of_letter(char byte) {
    return ascii_is_letter(byte) || (unsigned char)byte >= 0x80;
}

static size_t end_of_digits(struct slice surface, size_t end) {
    while (end > 0 && !ascii_is_digit(surface.data[end - 1])) {
        end--;
    }
    return end;
}

size_t maker_end_of_number(struct slice surface, size_t end) {
    bool raised = end > 1 && (surface.data[end - 1] == '2' || surface.data[end - 1] == '3') &&
                  is_of_letter(surface.data[end - 2]);
    size_t before = raised ? end_of_digits(surface, end - 1) : 0;
    return before > 0 ? before : end_of_digits(surface, end);
}

/* Digits with letters that touch them: "Rp1.234", "70,2млрд", "10km", "17th". */
struct glued {
    struct part before, digits, behind; /* letters may be on one side alone, or on none */
    struct number number;
    unsigned role; /* set of enum number_role */
};

static bool is_empty(const struct part *part) {
    return part->start == part->end;
}

/* False: there are no digits. */
static bool cut_glued(struct slice surface, struct glued *glued) {
    size_t start = 0, end = surface.length;
    while (start < surface.length && !ascii_is_digit(surface.data[start])) {
        start++;
    }
    if (start == surface.length) {
        return false;
    }
    end = maker_end_of_number(surface, end);
    glued->before = (struct part){0, start, false};
    glued->digits = (struct part){start, end, true};
    glued->behind = (struct part){end, surface.length, false};
    return true;
}

/* Reads the number, and whether there is nothing but a currency before it, and a word that touches
 * numbers behind it. */
static bool read_glued(struct word_maker *maker, struct glued *glued) {
    unsigned flags = 0;
    const struct number_word *word;
    if (!cut_glued(maker->tokens.surface, glued) ||
        !number_parse(maker_part_form(maker, &glued->digits, &flags),
                      maker->tokens.vocabulary->language, &glued->number)) {
        return false;
    }
    glued->role = NUMBER_COUNTS;
    bool currency = !is_empty(&glued->before);
    if (currency) {
        word = maker_number_word(maker, maker_part_form(maker, &glued->before, &flags));
        if (!word || word->kind != NUMBER_WORD_CURRENCY) {
            return false;
        }
    }
    if (is_empty(&glued->behind)) {
        return true;
    }
    word = maker_number_word(maker, maker_part_form(maker, &glued->behind, &flags));
    if (!word || !touches_numbers(word)) {
        return false;
    }
    if (makes_ordinal(&glued->number, word)) {
        glued->role |= ordinal_role(&glued->number, word);
        return !currency;
    }
    return word->kind != NUMBER_WORD_ORDINAL_SUFFIX || word->unit;
}

static void add_letters_beside(struct word_maker *maker, const struct part *letters,
                               uint32_t position) {
    struct span span = {(uint32_t)letters->start, (uint32_t)letters->end, position, 0};
    struct slice form = maker_part_form(maker, letters, &span.flags);
    tokens_add_word(&maker->tokens, span, form);
}

/* Digits are ASCII here, so the same byte offsets hold in the surface and in its form. */
bool maker_make_glued(struct word_maker *maker) {
    struct glued glued;
    if (!read_glued(maker, &glued)) {
        return false;
    }
    uint32_t position = 0;
    if (!is_empty(&glued.before)) {
        add_letters_beside(maker, &glued.before, position++);
    }
    bool ordinal = glued.role & NUMBER_IS_ORDINAL;
    size_t end = ordinal ? glued.behind.end : glued.digits.end;
    struct span span = {(uint32_t)glued.digits.start, (uint32_t)end, position++, 0};
    tokens_add_number(&maker->tokens, span, &glued.number, glued.role);
    if (!ordinal && !is_empty(&glued.behind)) {
        add_letters_beside(maker, &glued.behind, position);
    }
    return true;
}
