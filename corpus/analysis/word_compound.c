/* word_compound.c - words of several parts: "negara-negara", "COVID-19", "5-million". */
#include "corpus/analysis/word_maker.h"

#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/languages/stemmer.h"
#include "corpus/unicode/properties.h"

static bool parts_are_letters(const struct word_maker *maker) {
    for (size_t i = 0; i < maker->part_count; i++) {
        if (maker->parts[i].number) {
            return false;
        }
    }
    return true;
}

/* Whether a stem is the word twice: then the two are another word than one. "oleh-oleh" is a
 * souvenir, "oleh" is "by". */
static bool is_doubled(struct slice stem, struct slice word) {
    return stem.length == 2 * word.length + 1 && slice_starts_with(stem, word) &&
           slice_equal(slice_from(stem, word.length + 1), word);
}

/* A hyphenated word that the language knows as one word: "negara-negara". */
static bool make_hyphenated(struct word_maker *maker, struct span span, struct slice form) {
    if (!maker_is_tied_by(maker, sign_is_hyphen) || !parts_are_letters(maker)) {
        return false;
    }
    char stem[LANGUAGE_STEM_BYTES];
    size_t length = vocabulary_stem_hyphenated(maker->tokens.vocabulary, form, stem);
    if (length == 0) {
        return false;
    }
    unsigned flags = 0;
    struct slice first = maker_part_form(maker, &maker->parts[0], &flags);
    if (!is_doubled(slice_of(stem, length), first) &&
        vocabulary_listed(maker->tokens.vocabulary, first) & LISTED_FUNCTION_WORD) {
        span.flags |= TOKEN_FUNCTION_WORD; /* "какой-нибудь", "siapa-siapa" */
    }
    tokens_add_stem(&maker->tokens, span, form, slice_of(stem, length));
    return true;
}

/* Whether one of the parts is certainly a Roman numeral. Then those beside it are, too: "IX-X". */
static bool has_numeral(struct word_maker *maker) {
    for (size_t i = 0; i < maker->part_count; i++) {
        const struct part *part = &maker->parts[i];
        unsigned flags = 0;
        struct slice surface =
            slice_of(maker->tokens.surface.data + part->start, part->end - part->start);
        if (unicode_capitals(surface) == CAPITALS_ALL &&
            roman_numeral(maker_part_form(maker, part, &flags)) > 0) {
            return true;
        }
    }
    return false;
}

/* Where the first run of a part ends: its digits, or its letters before digits. */
static size_t end_of_run(const struct word_maker *maker, const struct part *part) {
    const char *text = maker->tokens.surface.data;
    bool digits = ascii_is_digit(text[part->start]);
    size_t at = part->start;
    while (at < part->end && ascii_is_digit(text[at]) == digits) {
        at++;
    }
    return at;
}

static bool is_unit(const struct number_word *word, bool before) {
    return before ? word && word->kind == NUMBER_WORD_CURRENCY : number_word_counts(word);
}

/* Splits a part where its number meets its currency or unit: "Rp5-7", "5-7km". */
static void split_glued(struct word_maker *maker, size_t i) {
    struct part *part = &maker->parts[i];
    size_t middle = end_of_run(maker, part);
    if (middle == part->end || maker->part_count == SURFACE_PARTS) {
        return;
    }
    bool digits_first = ascii_is_digit(maker->tokens.surface.data[part->start]);
    if (digits_first) {
        middle = maker_end_of_number(maker->tokens.surface, part->end);
    }
    const struct part first = {part->start, middle, digits_first},
                      second = {middle, part->end, !digits_first};
    unsigned flags = 0;
    struct number number;
    const struct number_word *word =
        maker_number_word(maker, maker_part_form(maker, digits_first ? &second : &first, &flags));
    const struct part *digits = digits_first ? &first : &second;
    const char *text = maker->tokens.surface.data + digits->start;
    bool identifier = *text == '0' && digits->end > digits->start + 1 && ascii_is_digit(text[1]);
    if (identifier || !is_unit(word, !digits_first) ||
        !number_parse(maker_part_form(maker, digits, &flags), maker->tokens.vocabulary->language,
                      &number)) {
        return;
    }
    memmove(part + 1, part, (maker->part_count - i) * sizeof *part);
    part[0] = first;
    part[1] = second;
    maker->part_count++;
}

/* Whether numbers in the word count something. In "14-17 September", "5-million", "Rp5-7" and
 * "juta-2" they do, in "COVID-19" and "B-52" none does. */
static bool numbers_count(struct word_maker *maker) {
    const struct part *first = &maker->parts[0];
    unsigned flags = 0;
    const struct number_word *word =
        first->number ? NULL : maker_number_word(maker, maker_part_form(maker, first, &flags));
    size_t letter;
    code_point_at(maker->tokens.surface, first->start, &letter);
    return first->number || (word && first->end > letter &&
                             (is_unit(word, false) || word->kind == NUMBER_WORD_MONTH));
}

static bool part_is_listed(struct word_maker *maker, size_t part, const char *const *list) {
    unsigned flags = 0;
    return slice_is_listed(maker_part_form(maker, &maker->parts[part], &flags), list);
}

/* Whether the first and last part are affixes of what is between them: "ke-NU-an". */
static bool has_affixes(struct word_maker *maker) {
    const struct language *language = maker->tokens.vocabulary->language;
    return maker->part_count > 2 && maker_is_tied_by(maker, sign_is_hyphen) &&
           part_is_listed(maker, 0, language->hyphenated_starts) &&
           part_is_listed(maker, maker->part_count - 1, language->hyphenated_ends);
}

/* Adds a part that is another word behind the number and hyphen before it: "25-летний" is of years.
 * False: it is what it is elsewhere. */
static bool add_behind_number(struct word_maker *maker, size_t i, struct span span,
                              struct slice form) {
    const struct stem_pair *pair = maker->tokens.vocabulary->language->behind_numbers;
    if (!pair || i == 0 || !maker->parts[i - 1].number) {
        return false;
    }
    size_t end = maker->parts[i - 1].end;
    char bytes[LANGUAGE_STEM_BYTES];
    struct slice stem = slice_of(bytes, vocabulary_stem(maker->tokens.vocabulary, form, bytes));
    while (pair->first && !slice_equal(stem, slice_of_string(pair->first))) {
        pair++;
    }
    if (!pair->first ||
        !sign_is_hyphen(slice_of(maker->tokens.surface.data + end, maker->parts[i].start - end))) {
        return false;
    }
    tokens_add_stem(&maker->tokens, span, form, slice_of_string(pair->second));
    return true;
}

static void make_parts(struct word_maker *maker) {
    bool affixes = has_affixes(maker);
    maker->tokens.numerals |= has_numeral(maker);
    split_glued(maker, 0);
    enum number_role role = numbers_count(maker) ? NUMBER_COUNTS : NUMBER_PLAIN;
    if (role == NUMBER_COUNTS) {
        split_glued(maker, maker->part_count - 1);
    }
    uint32_t position = 0;
    for (size_t i = 0; i < maker->part_count; i++, position++) {
        size_t behind = maker_make_ordinal_part(maker, i, position);
        if (behind > i) {
            i = behind - 1;
            continue;
        }
        const struct part *part = &maker->parts[i];
        struct span span = {(uint32_t)part->start, (uint32_t)part->end, position, TOKEN_PART};
        struct slice form = maker_part_form(maker, part, &span.flags);
        bool outer = i == 0 || i + 1 == maker->part_count;
        span.flags |= affixes && outer ? TOKEN_AFFIX : 0u;
        if (part->number) {
            maker_add_number_part(maker, span, form, role);
        } else if (!add_behind_number(maker, i, span, form)) {
            maker_add_letters(maker, span, form);
        }
    }
}

void maker_make_compound(struct word_maker *maker) {
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    struct slice form = maker_whole_form(maker, &span.flags);
    if (make_hyphenated(maker, span, form)) {
        return;
    }
    const struct number_word *word = maker_number_word(maker, form);
    maker_add_letters(maker, span, form);
    if (!word || word->kind == NUMBER_WORD_MEASURE) { /* "us$" has no parts worth finding */
        make_parts(maker);
    }
}
