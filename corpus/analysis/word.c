/* word.c - what a surface word is made of: parts, clitics, numbers, letters of another alphabet. */
#include "corpus/analysis/word.h"

#include "corpus/analysis/homoglyphs.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/word_tokens.h"
#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "corpus/unicode/words.h"

#include <stdio.h>
#include <stdlib.h>

/* No more bytes of a word are looked at; it still ends where it ends. */
#define SURFACE_BYTES 1000

/* A segment of the surface word; what lies between two parts are signs. */
struct part {
    size_t start, end;
    bool number;
};

/* Bytes that a finished word points to, each run of them once: most terms begin as the form or the
 * surface does. */
struct pieces {
    struct bytes bytes;
    uint32_t starts[2 * WORD_TOKENS + WORD_MARKS + 4]; /* where pieces begin */
    size_t count;
};

struct word_maker {
    struct vocabularies *vocabularies;
    struct arena arena; /* of the word being made */
    struct word_tokens tokens;
    struct part parts[SURFACE_PARTS];
    size_t part_count;
    bool looks_latin; /* all letters are Cyrillic look-alikes in a word of signs or digits */
    struct bytes form, repaired, part_form;
    struct pieces pieces;
};

struct word_maker *word_maker_new(struct vocabularies *vocabularies) {
    struct word_maker *maker = calloc(1, sizeof *maker);
    if (maker) {
        maker->vocabularies = vocabularies;
        maker->tokens.vocabularies = vocabularies;
        maker->tokens.arena = &maker->arena;
    }
    return maker;
}

void word_maker_free(struct word_maker *maker) {
    if (maker) {
        bytes_free(&maker->form);
        bytes_free(&maker->repaired);
        bytes_free(&maker->part_form);
        bytes_free(&maker->pieces.bytes);
        bytes_free(&maker->tokens.scratch);
        arena_free(&maker->arena);
        free(maker);
    }
}

/* ---- forms ----------------------------------------------------------------------------------- */

/* Appends the normalised form of a run of the surface to `out`, letters of the wrong alphabet
 * repaired; true where there were any. */
static bool append_form(struct word_maker *maker, size_t start, size_t end, struct bytes *out) {
    struct slice run = slice_of(maker->tokens.surface.data + start, end - start);
    enum script usual = maker->tokens.vocabulary->language->script;
    enum script meant = maker->looks_latin ? SCRIPT_LATIN : homoglyphs_meant(run, usual);
    if (meant == SCRIPT_NONE) {
        word_normalise(run, out);
        maker->tokens.failed |= out->failed;
        return false;
    }
    bytes_clear(&maker->repaired);
    homoglyphs_repair(run, meant, &maker->repaired);
    word_normalise(bytes_slice(&maker->repaired), out);
    maker->tokens.failed |= out->failed || maker->repaired.failed;
    return !slice_equal(run, bytes_slice(&maker->repaired));
}

/* The form of one part, in maker->part_form; adds TOKEN_REPAIRED to *flags where it is. */
static struct slice part_form(struct word_maker *maker, const struct part *part, unsigned *flags) {
    bytes_clear(&maker->part_form);
    *flags |= append_form(maker, part->start, part->end, &maker->part_form) ? TOKEN_REPAIRED : 0u;
    return bytes_slice(&maker->part_form);
}

/* The form of the whole word, in maker->form: each part is repaired by itself, since a compound may
 * well tie words of two alphabets ("VIP-зал"). */
static struct slice whole_form(struct word_maker *maker, unsigned *flags) {
    bytes_clear(&maker->form);
    size_t at = 0;
    for (size_t i = 0; i < maker->part_count; i++) {
        const struct part *part = &maker->parts[i];
        append_form(maker, at, part->start, &maker->form);
        *flags |= append_form(maker, part->start, part->end, &maker->form) ? TOKEN_REPAIRED : 0u;
        at = part->end;
    }
    append_form(maker, at, maker->tokens.surface.length, &maker->form);
    return bytes_slice(&maker->form);
}

/* ---- parts ----------------------------------------------------------------------------------- */

static void add_part(struct word_maker *maker, size_t start, size_t end, bool number) {
    if (start == end) {
        return;
    }
    if (maker->part_count == SURFACE_PARTS) {
        maker->parts[SURFACE_PARTS - 1].end = end;
        return;
    }
    maker->parts[maker->part_count++] = (struct part){start, end, number};
}

/* Words of UAX #29, cut further at full stops between letters and at low lines. */
static void cut_parts(struct word_maker *maker) {
    struct slice surface = maker->tokens.surface;
    struct segment segment;
    maker->part_count = 0;
    for (size_t at = 0; segment_next(surface, at, &segment); at = segment.end) {
        if (segment.kind == SEGMENT_NUMBER) {
            add_part(maker, segment.start, segment.end, true);
        } else if (segment.kind == SEGMENT_LETTERS) {
            size_t start = segment.start;
            for (size_t i = start; i < segment.end; i++) {
                char byte = surface.data[i];
                if (byte == '_' ||
                    (byte == '.' && i > start && !ascii_is_digit(surface.data[i - 1]))) {
                    add_part(maker, start, i, false);
                    start = i + 1;
                }
            }
            add_part(maker, start, segment.end, false);
        }
    }
}

static bool is_hyphen(struct slice signs) {
    return signs.length > 0 && scan_hyphen(signs, 0) == signs.length;
}

static bool is_full_stop(struct slice signs) {
    return signs.length == 1 && *signs.data == '.';
}

/* Whether `is_tie` holds for what lies between any two parts, and nothing is behind the last. */
static bool parts_are_tied_by(const struct word_maker *maker, bool (*is_tie)(struct slice signs)) {
    struct slice surface = maker->tokens.surface;
    for (size_t i = 0; i + 1 < maker->part_count; i++) {
        size_t end = maker->parts[i].end, next = maker->parts[i + 1].start;
        if (!is_tie(slice_of(surface.data + end, next - end))) {
            return false;
        }
    }
    return maker->parts[maker->part_count - 1].end == surface.length;
}

static bool parts_are_letters(const struct word_maker *maker) {
    for (size_t i = 0; i < maker->part_count; i++) {
        if (maker->parts[i].number) {
            return false;
        }
    }
    return true;
}

/* "U.S", "т.е": single letters with full stops between. */
static bool is_initials(const struct word_maker *maker) {
    if (maker->part_count < 2 || !parts_are_tied_by(maker, is_full_stop)) {
        return false;
    }
    for (size_t i = 0; i < maker->part_count; i++) {
        size_t next;
        code_point_at(maker->tokens.surface, maker->parts[i].start, &next);
        if (maker->parts[i].number || next != maker->parts[i].end) {
            return false;
        }
    }
    return true;
}

/* ---- clitics --------------------------------------------------------------------------------- */

static bool ends_with(struct slice form, struct slice end) {
    return form.length > end.length &&
           memcmp(form.data + form.length - end.length, end.data, end.length) == 0;
}

/* `surface` without as many characters at its end as `end` has. */
static struct slice drop_characters(struct slice surface, struct slice end) {
    for (size_t i = 0; i < end.length; i++) {
        if (!utf8_continues(end.data[i]) && surface.length > 0) {
            surface.length = utf8_previous(surface.data, surface.length);
        }
    }
    return surface;
}

/* The surface without the clitics behind it; `form` is its normalised form. */
static struct slice drop_clitics(struct slice surface, struct slice form,
                                 const char *const *clitics) {
    bool dropped = true;
    while (dropped) {
        dropped = false;
        for (const char *const *clitic = clitics; clitic && *clitic && !dropped; clitic++) {
            struct slice end = slice_of_string(*clitic);
            struct slice rest = drop_characters(surface, end);
            if (ends_with(form, end) && rest.length > 0) {
                surface = rest;
                form.length -= end.length;
                dropped = true;
            }
        }
    }
    return surface;
}

/* ---- kinds of words -------------------------------------------------------------------------- */

static void add_number_part(struct word_maker *maker, struct span span, struct slice form,
                            enum number_role role) {
    struct number number;
    if (number_parse(form, maker->tokens.vocabulary->language, &number)) {
        tokens_add_number(&maker->tokens, span, &number, role);
    } else {
        tokens_add_form(&maker->tokens, span, form);
    }
}

static const struct number_word *number_word(const struct word_maker *maker, struct slice form) {
    return vocabulary_number_word(maker->vocabularies, maker->tokens.vocabulary, form);
}

static void add_date(struct word_maker *maker, struct span span, struct date date) {
    tokens_add_date(&maker->tokens, span, date);
    struct number year = {.length = 4};
    date_write((struct date){date.year, 1, 0}, year.text);
    span.flags = TOKEN_PART;
    tokens_add_number(&maker->tokens, span, &year, NUMBER_PLAIN);
}

/* All of the word is a number or a date. */
static bool make_number(struct word_maker *maker, struct slice form) {
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

/* "2025-06-17T10": the date before the time of day in ISO 8601. Hours are a word of their own, as
 * minutes are. */
static bool make_date_and_hour(struct word_maker *maker) {
    enum { DATE = sizeof "2025-06-17" - 1, HOUR = DATE + 1, ALL = HOUR + 2 };
    struct slice surface = maker->tokens.surface;
    struct date date;
    if (surface.length != ALL || surface.data[DATE] != 'T' || !ascii_is_digit(surface.data[HOUR]) ||
        !ascii_is_digit(surface.data[HOUR + 1]) ||
        !date_parse(slice_of(surface.data, DATE), &date)) {
        return false;
    }
    add_date(maker, (struct span){0, DATE, 0, 0}, date);
    add_number_part(maker, (struct span){HOUR, ALL, 1, 0}, slice_of(surface.data + HOUR, 2),
                    NUMBER_PLAIN);
    return true;
}

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

/* Whether letters that touch a number make it an ordinal: one alone ("5s") only where it is more
 * than that, and none that is rather a unit ("5м"). */
static bool makes_ordinal(const struct number *number, const struct number_word *suffix) {
    if (!suffix || suffix->kind != NUMBER_WORD_ORDINAL_SUFFIX || suffix->unit) {
        return false;
    }
    return strlen(suffix->form) > 1 || is_decade(number, suffix);
}

/* Whether words of a kind mean something right behind digits. */
static bool touches_numbers(enum number_word_kind kind) {
    switch (kind) {
    case NUMBER_WORD_TEEN:
    case NUMBER_WORD_QUARTERS:
    case NUMBER_WORD_MAGNITUDE:
    case NUMBER_WORD_CURRENCY:
    case NUMBER_WORD_PERCENT:
    case NUMBER_WORD_MONTH:
    case NUMBER_WORD_ORDINAL_SUFFIX:
    case NUMBER_WORD_MEASURE:
    case NUMBER_WORD_HOUR:
    case NUMBER_WORD_HALF_DAY:
        return true;
    default:
        return false;
    }
}

/* "Rp1.234", "70,2млрд", "10km", "17th": letters of a meaning before or behind the digits they
 * touch. The forms are of ASCII digits, so that offsets in form and surface can be told apart by
 * the run. */
static bool make_glued(struct word_maker *maker) {
    struct slice surface = maker->tokens.surface;
    size_t digits = 0, end;
    while (digits < surface.length && !ascii_is_digit(surface.data[digits])) {
        digits++;
    }
    if (digits == surface.length) {
        return false;
    }
    end = surface.length;
    while (!ascii_is_digit(surface.data[end - 1])) {
        end--;
    }
    const struct part before = {0, digits, false}, middle = {digits, end, true},
                      behind = {end, surface.length, false};
    struct number number;
    unsigned flags = 0;
    if (!number_parse(part_form(maker, &middle, &flags), maker->tokens.vocabulary->language,
                      &number)) {
        return false;
    }
    const struct number_word *unit = number_word(maker, part_form(maker, &before, &flags));
    if (digits > 0 && (!unit || unit->kind != NUMBER_WORD_CURRENCY)) {
        return false;
    }
    unit = number_word(maker, part_form(maker, &behind, &flags));
    if (end < surface.length && (!unit || !touches_numbers(unit->kind))) {
        return false;
    }
    bool ordinal = end < surface.length && makes_ordinal(&number, unit);
    if (end < surface.length && unit->kind == NUMBER_WORD_ORDINAL_SUFFIX && !unit->unit &&
        (!ordinal || digits > 0)) {
        return false;
    }
    uint32_t position = 0;
    if (digits > 0) {
        struct span span = {0, (uint32_t)digits, position++, 0};
        tokens_add_word(&maker->tokens, span, part_form(maker, &before, &span.flags));
    }
    struct span span = {(uint32_t)digits, (uint32_t)(ordinal ? surface.length : end), position++,
                        0};
    tokens_add_number(&maker->tokens, span, &number,
                      NUMBER_COUNTS | (ordinal ? ordinal_role(&number, unit) : 0u));
    if (end < surface.length && !ordinal) {
        span = (struct span){(uint32_t)end, (uint32_t)surface.length, position, 0};
        tokens_add_word(&maker->tokens, span, part_form(maker, &behind, &span.flags));
    }
    return true;
}

/* The number that a part is, in digits or as a Roman numeral. */
static bool parse_part(struct word_maker *maker, const struct part *part, struct number *number) {
    unsigned flags = 0;
    struct slice form = part_form(maker, part, &flags);
    unsigned numeral = part->number ? 0 : roman_numeral(form);
    if (numeral > 0) {
        number->length = (size_t)snprintf(number->text, sizeof number->text, "%u", numeral);
        return true;
    }
    return part->number && number_parse(form, maker->tokens.vocabulary->language, number);
}

/* "ke-17", "ke-XVII", "17-й". */
static bool make_ordinal(struct word_maker *maker) {
    if (maker->part_count != 2 || !parts_are_tied_by(maker, is_hyphen)) {
        return false;
    }
    bool prefix = !maker->parts[0].number;
    const struct part *letters = &maker->parts[prefix ? 0 : 1];
    const struct part *digits = &maker->parts[prefix ? 1 : 0];
    unsigned flags = 0;
    const struct number_word *word = number_word(maker, part_form(maker, letters, &flags));
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

/* Letters in `form`, of parts or of the whole. In capitals that all look Latin they are found as
 * they were typed, too: "АН-124" is an Ан-124. */
static void add_letters(struct word_maker *maker, struct span span, struct slice form) {
    struct slice surface = maker->tokens.surface;
    tokens_add_word(&maker->tokens, span, form);
    if (maker->looks_latin) {
        bytes_clear(&maker->part_form);
        word_normalise(slice_of(surface.data + span.start, span.end - span.start),
                       &maker->part_form);
        maker->tokens.failed |= maker->part_form.failed;
        span.flags &= ~(unsigned)TOKEN_REPAIRED;
        tokens_add_word(&maker->tokens, span, bytes_slice(&maker->part_form));
    }
}

/* A hyphenated word that the language says is one: "negara-negara". */
static bool make_hyphenated(struct word_maker *maker, struct span span, struct slice form) {
    if (!parts_are_tied_by(maker, is_hyphen) || !parts_are_letters(maker)) {
        return false;
    }
    char stem[LANGUAGE_STEM_BYTES];
    size_t length = vocabulary_stem_hyphenated(maker->tokens.vocabulary, form, stem);
    if (length == 0) {
        return false;
    }
    unsigned flags = 0;
    struct slice first = part_form(maker, &maker->parts[0], &flags);
    if (vocabulary_listed(maker->tokens.vocabulary, first) & LISTED_FUNCTION_WORD) {
        span.flags |= TOKEN_FUNCTION_WORD; /* "какой-нибудь", "siapa-siapa" */
    }
    tokens_add_stem(&maker->tokens, span, form, slice_of(stem, length));
    return true;
}

/* A decade that ends with part `i` or the one behind: in "mid-1990s", "1980-1990-х". Returns the
 * number of the part behind it, `i` where there is none. */
static size_t make_decade(struct word_maker *maker, size_t i, uint32_t position) {
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
        !number_parse(part_form(maker, &digits, &flags), maker->tokens.vocabulary->language,
                      &number)) {
        return i;
    }
    const struct number_word *word = number_word(maker, part_form(maker, &suffix, &flags));
    if (!is_decade(&number, word)) {
        return i;
    }
    struct span span = {(uint32_t)digits.start, (uint32_t)suffix.end, position, flags};
    tokens_add_number(&maker->tokens, span, &number, NUMBER_COUNTS | ordinal_role(&number, word));
    return behind;
}

/* Whether one of the parts is a numeral for certain, as are those beside it then: "IX-X". */
static bool has_numeral(struct word_maker *maker) {
    for (size_t i = 0; i < maker->part_count; i++) {
        const struct part *part = &maker->parts[i];
        unsigned flags = 0;
        struct slice surface =
            slice_of(maker->tokens.surface.data + part->start, part->end - part->start);
        if (unicode_capitals(surface) == CAPITALS_ALL &&
            roman_numeral(part_form(maker, part, &flags)) > 0) {
            return true;
        }
    }
    return false;
}

/* Where the digits of a part end that begins with some, or its letters before digits. */
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
    return word &&
           (word->kind == NUMBER_WORD_CURRENCY ||
            (!before && (word->kind == NUMBER_WORD_MAGNITUDE || word->kind == NUMBER_WORD_PERCENT ||
                         word->kind == NUMBER_WORD_MEASURE)));
}

/* Parts the number in a part from its currency or unit: "Rp5-7", "5-7km". */
static void split_glued(struct word_maker *maker, size_t i) {
    struct part *part = &maker->parts[i];
    size_t middle = end_of_run(maker, part);
    if (middle == part->end || maker->part_count == SURFACE_PARTS) {
        return;
    }
    bool digits_first = ascii_is_digit(maker->tokens.surface.data[part->start]);
    if (digits_first) {
        middle = part->end;
        while (!ascii_is_digit(maker->tokens.surface.data[middle - 1])) {
            middle--;
        }
    }
    const struct part first = {part->start, middle, digits_first},
                      second = {middle, part->end, !digits_first};
    unsigned flags = 0;
    struct number number;
    const struct number_word *word =
        number_word(maker, part_form(maker, digits_first ? &second : &first, &flags));
    const struct part *digits = digits_first ? &first : &second;
    const char *text = maker->tokens.surface.data + digits->start;
    bool identifier = *text == '0' && digits->end > digits->start + 1 && ascii_is_digit(text[1]);
    if (identifier || !is_unit(word, !digits_first) ||
        !number_parse(part_form(maker, digits, &flags), maker->tokens.vocabulary->language,
                      &number)) {
        return;
    }
    memmove(part + 1, part, (maker->part_count - i) * sizeof *part);
    part[0] = first;
    part[1] = second;
    maker->part_count++;
}

/* In "14-17 September", "5-million", "Rp5-7" and "juta-2" the numbers count, in "COVID-19" and
 * "B-52" none does. */
static bool numbers_count(struct word_maker *maker) {
    const struct part *first = &maker->parts[0];
    unsigned flags = 0;
    const struct number_word *word =
        first->number ? NULL : number_word(maker, part_form(maker, first, &flags));
    size_t letter;
    code_point_at(maker->tokens.surface, first->start, &letter);
    return first->number || (word && first->end > letter &&
                             (is_unit(word, false) || word->kind == NUMBER_WORD_MONTH));
}

static void make_parts(struct word_maker *maker) {
    maker->tokens.numerals |= has_numeral(maker);
    split_glued(maker, 0);
    enum number_role role = numbers_count(maker) ? NUMBER_COUNTS : NUMBER_PLAIN;
    if (role == NUMBER_COUNTS) {
        split_glued(maker, maker->part_count - 1);
    }
    uint32_t position = 0;
    for (size_t i = 0; i < maker->part_count; i++, position++) {
        size_t behind = make_decade(maker, i, position);
        if (behind > i) {
            i = behind - 1;
            continue;
        }
        const struct part *part = &maker->parts[i];
        struct span span = {(uint32_t)part->start, (uint32_t)part->end, position, TOKEN_PART};
        struct slice form = part_form(maker, part, &span.flags);
        if (part->number) {
            add_number_part(maker, span, form, role);
        } else {
            add_letters(maker, span, form);
        }
    }
}

static void make_compound(struct word_maker *maker) {
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    struct slice form = whole_form(maker, &span.flags);
    if (make_hyphenated(maker, span, form)) {
        return;
    }
    const struct number_word *word = number_word(maker, form);
    add_letters(maker, span, form);
    if (!word) { /* "us$" has no parts worth finding */
        make_parts(maker);
    }
}

/* ---- words ----------------------------------------------------------------------------------- */

static void begin(struct word_maker *maker, struct slice surface, struct vocabulary *vocabulary,
                  unsigned context) {
    struct word_tokens *tokens = &maker->tokens;
    arena_empty(&maker->arena);
    tokens->vocabulary = vocabulary;
    tokens->context = context;
    tokens->numerals = context & CONTEXT_NUMERAL;
    tokens->surface = utf8_cut(surface, SURFACE_BYTES);
    tokens->token_count = tokens->mark_count = 0;
    tokens->failed = false;
    bytes_clear(&tokens->scratch);
    maker->looks_latin = false;
    for (size_t i = 0; i < tokens->surface.length && !maker->looks_latin; i++) {
        char byte = tokens->surface.data[i];
        if (ascii_is_digit(byte) || byte == '+' || byte == '&') {
            maker->looks_latin = homoglyphs_look_latin(tokens->surface);
            break;
        }
    }
}

/* Notes that a piece begins at byte `start`. */
static void begin_piece(struct pieces *pieces, size_t start) {
    if (pieces->count < sizeof pieces->starts / sizeof *pieces->starts) {
        pieces->starts[pieces->count++] = (uint32_t)start;
    }
}

static void append_piece(struct pieces *pieces, struct slice piece) {
    if (piece.length > 0) {
        memcpy(pieces->bytes.data + pieces->bytes.length, piece.data, piece.length);
        pieces->bytes.length += piece.length;
    }
}

/* Where the bytes of `piece` are, put there unless a piece begins with them. */
static size_t put_piece(struct pieces *pieces, struct slice piece) {
    for (size_t i = 0; piece.length > 0 && i < pieces->count; i++) {
        const char *candidate = pieces->bytes.data + pieces->starts[i];
        if (pieces->bytes.length - pieces->starts[i] >= piece.length && *candidate == *piece.data &&
            memcmp(candidate, piece.data, piece.length) == 0) {
            return pieces->starts[i];
        }
    }
    size_t start = pieces->bytes.length;
    begin_piece(pieces, start);
    append_piece(pieces, piece);
    return start;
}

/* Puts the surface and the first form, with the code of the language before the latter: so begin
 * the terms. Makes room for all. False: no memory. */
static bool put_surface(struct pieces *pieces, const struct word_tokens *made, struct slice surface,
                        size_t *surface_start) {
    struct slice code = slice_of_string(made->vocabulary->language->code);
    struct slice form = made->token_count > 0 ? made->tokens[0].form : surface;
    size_t room = code.length + form.length + surface.length;
    for (size_t i = 0; i < made->token_count; i++) {
        room += made->tokens[i].term.length + made->tokens[i].form.length;
    }
    for (size_t i = 0; i < made->mark_count; i++) {
        room += made->marks[i].value.length;
    }
    bytes_clear(&pieces->bytes);
    if (!bytes_reserve(&pieces->bytes, room)) {
        return false;
    }
    pieces->count = 0;
    put_piece(pieces, code);
    begin_piece(pieces, code.length);
    append_piece(pieces, form);
    *surface_start = put_piece(pieces, surface);
    return true;
}

/* The gathered tokens as a word in `arena`. */
static const struct word *finish(struct word_maker *maker, struct slice surface, bool abbreviation,
                                 struct arena *arena) {
    struct word_tokens *made = &maker->tokens;
    struct pieces *pieces = &maker->pieces;
    size_t surface_start;
    if (made->failed || maker->form.failed || !put_surface(pieces, made, surface, &surface_start)) {
        return NULL;
    }
    size_t terms[WORD_TOKENS], forms[WORD_TOKENS], values[WORD_MARKS];
    for (size_t i = 0; i < made->token_count; i++) {
        terms[i] = put_piece(pieces, made->tokens[i].term);
        forms[i] = put_piece(pieces, made->tokens[i].form);
    }
    for (size_t i = 0; i < made->mark_count; i++) {
        values[i] = put_piece(pieces, made->marks[i].value);
    }
    size_t token_bytes = made->token_count * sizeof *made->tokens;
    size_t mark_bytes = made->mark_count * sizeof *made->marks;
    size_t size = sizeof(struct word) + token_bytes + mark_bytes + pieces->bytes.length;
    struct word *word = arena_allocate(arena, size);
    if (!word) {
        return NULL;
    }
    struct mark *marks = (struct mark *)(word->tokens + made->token_count);
    char *bytes = (char *)(marks + made->mark_count);
    memcpy(word->tokens, made->tokens, token_bytes);
    memcpy(marks, made->marks, mark_bytes);
    memcpy(bytes, pieces->bytes.data, pieces->bytes.length);
    uint32_t positions = 1;
    for (size_t i = 0; i < made->token_count; i++) {
        struct token *token = &word->tokens[i];
        token->term.data = bytes + terms[i];
        token->form.data = bytes + forms[i];
        positions = token->position >= positions ? token->position + 1 : positions;
    }
    word->begins_compound = false;
    for (size_t i = 0; i < made->mark_count; i++) {
        marks[i].value.data = bytes + values[i];
        word->begins_compound |= marks[i].kind == MARK_COMPOUND;
    }
    word->vocabulary = made->vocabulary;
    word->surface = bytes + surface_start;
    word->marks = marks;
    word->length = (uint32_t)surface.length;
    word->size = (uint32_t)size;
    word->context = (uint8_t)made->context;
    word->abbreviation = abbreviation;
    word->positions = (uint8_t)positions;
    word->token_count = (uint8_t)made->token_count;
    word->mark_count = (uint8_t)made->mark_count;
    return word;
}

const struct word *word_copy(const struct word *word, struct arena *arena) {
    struct word *copy = arena_allocate(arena, word->size);
    if (!copy) {
        return NULL;
    }
    const char *from = (const char *)word;
    char *to = memcpy(copy, word, word->size);
    struct mark *marks = (struct mark *)(to + ((const char *)word->marks - from));
    copy->marks = marks;
    copy->surface = to + (word->surface - from);
    for (size_t i = 0; i < word->token_count; i++) {
        copy->tokens[i].term.data = to + (word->tokens[i].term.data - from);
        copy->tokens[i].form.data = to + (word->tokens[i].form.data - from);
    }
    for (size_t i = 0; i < word->mark_count; i++) {
        marks[i].value.data = to + (word->marks[i].value.data - from);
    }
    return copy;
}

/* "dr", "U.S", "A": what a full stop behind belongs to. */
static bool is_abbreviation(const struct word_maker *maker, struct slice form) {
    size_t next;
    struct slice surface = maker->tokens.surface;
    uint32_t first = code_point_at(surface, 0, &next);
    bool initial = next == surface.length && first != CODE_POINT_INVALID &&
                   unicode_properties(first)->sentence == SENTENCE_UPPER;
    return initial || vocabulary_listed(maker->tokens.vocabulary, form) & LISTED_ABBREVIATION;
}

/* Only letters of ASCII, or only Cyrillic ones from U+0400 to U+047F: nothing to take apart or to
 * repair. */
static bool is_simple(struct slice surface) {
    size_t ascii = 0, cyrillic = 0;
    while (ascii < surface.length && ascii_is_letter(surface.data[ascii])) {
        ascii++;
    }
    while (cyrillic < surface.length && ((unsigned char)surface.data[cyrillic] | 1) == 0xd1) {
        cyrillic += 2;
    }
    return ascii == surface.length || cyrillic == surface.length;
}

const struct word *word_make(struct word_maker *maker, struct slice surface,
                             struct vocabulary *vocabulary, unsigned context, struct arena *arena) {
    begin(maker, surface, vocabulary, context);
    bytes_clear(&maker->form);
    word_normalise(maker->tokens.surface, &maker->form);
    maker->tokens.failed |= maker->form.failed;
    struct slice form = bytes_slice(&maker->form);
    bool abbreviation = is_abbreviation(maker, form);
    if (is_simple(maker->tokens.surface)) {
        struct span all = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
        tokens_add_word(&maker->tokens, all, form);
        return finish(maker, surface, abbreviation, arena);
    }
    if (make_number(maker, form) || make_date_and_hour(maker)) {
        return finish(maker, surface, abbreviation, arena);
    }
    if (!(vocabulary_listed(vocabulary, form) & LISTED_FUNCTION_WORD)) { /* "can't" is no "ca" */
        maker->tokens.surface =
            drop_clitics(maker->tokens.surface, form, vocabulary->language->clitics);
    }
    cut_parts(maker);
    const struct part *first = &maker->parts[0];
    if (maker->part_count == 0) {
        return finish(maker, surface, abbreviation, arena);
    }
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    if (is_initials(maker)) {
        bytes_clear(&maker->form);
        for (size_t i = 0; i < maker->part_count; i++) {
            append_form(maker, maker->parts[i].start, maker->parts[i].end, &maker->form);
        }
        tokens_add_word(&maker->tokens, span, bytes_slice(&maker->form));
    } else if (maker->part_count > 1 || first->end < maker->tokens.surface.length) {
        if (!make_ordinal(maker)) {
            make_compound(maker);
        }
    } else if (first->number || !make_glued(maker)) {
        form = part_form(maker, first, &span.flags);
        if (first->number) {
            add_number_part(maker, span, form, NUMBER_COUNTS);
        } else {
            add_letters(maker, span, form);
        }
    }
    return finish(maker, surface, abbreviation, arena);
}

bool word_is_abbreviation(struct word_maker *maker, struct slice surface,
                          struct vocabulary *vocabulary) {
    begin(maker, surface, vocabulary, 0);
    bytes_clear(&maker->form);
    word_normalise(maker->tokens.surface, &maker->form);
    return is_abbreviation(maker, bytes_slice(&maker->form));
}

const struct word *word_make_prefix(struct word_maker *maker, struct slice surface,
                                    struct vocabulary *vocabulary, unsigned context,
                                    struct arena *arena) {
    begin(maker, surface, vocabulary, context);
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    cut_parts(maker);
    struct slice form = whole_form(maker, &span.flags);
    tokens_add_form(&maker->tokens, span, form);
    return finish(maker, surface, false, arena);
}
