#include "corpus/analysis/finder.h"

#include "corpus/analysis/scan.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"

#include <stdio.h>

/* Most bytes in the name of a currency. */
#define UNIT_BYTES 128

/* ---- what lies between marks ----------------------------------------------------------------- */

uint32_t finder_skip_spaces(struct slice text, uint32_t at) {
    for (int i = 0; i < 2; i++) {
        at += (uint32_t)scan_space(text, at);
    }
    return at;
}

bool finder_is_tied(const struct finder *finder, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    uint32_t at = end + finder_is_byte(text, end, '.');
    return finder_skip_spaces(text, at) == start ||
           (end + scan_hyphen(text, end) == start && start > end);
}

bool finder_is_comma(const struct finder *finder, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    return finder_is_byte(text, end, ',') && finder_skip_spaces(text, end + 1) == start;
}

bool finder_is_apostrophe(const struct finder *finder, uint32_t at) {
    size_t next;
    uint32_t code = at < finder->q->text.length ? code_point_at(finder->q->text, at, &next) : 0;
    return code == '\'' || code == 0x2018 || code == 0x2019;
}

bool finder_is_behind_apostrophe(const struct finder *finder, uint32_t start) {
    return start > 0 &&
           finder_is_apostrophe(finder, (uint32_t)utf8_previous(finder->q->text.data, start));
}

bool finder_is_dash(const struct finder *finder, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    if (start == end + 3 && (memcmp(text.data + end, "...", 3) == 0 ||
                             memcmp(text.data + end, "\xE2\x80\xA6", 3) == 0)) {
        return true;
    }
    uint32_t at = finder_skip_spaces(text, end);
    size_t dash = scan_dash(text, at);
    return dash > 0 && finder_skip_spaces(text, at + (uint32_t)dash) == start;
}

/* Writes the bytes from `start` to `end` in small letters, a blank for a hyphen or white space of
 * any width; returns how many it wrote, as many at most. */
static size_t fold(struct slice text, uint32_t start, uint32_t end, char *form) {
    enum { LEAD = 0xd0, NEXT_LEAD = 0xd1, FIRST = 0x90, MIDDLE = 0xa0, LAST = 0xaf, SMALL = 0x20 };
    const char *begin = form;
    for (uint32_t i = start; i < end; i++, form++) {
        unsigned char byte = (unsigned char)text.data[i];
        size_t space = byte >= 0x80 ? scan_space(text, i) : 0;
        bool capital = byte >= FIRST && byte <= LAST && i > start &&
                       (unsigned char)text.data[i - 1] == LEAD; /* А to Я */
        if (space > 0) {
            *form = ' ';
            i += (uint32_t)space - 1;
        } else if (capital && byte >= MIDDLE) {
            form[-1] = (char)NEXT_LEAD;
            *form = (char)(byte - SMALL);
        } else if (capital) {
            *form = (char)(byte + SMALL);
        } else {
            *form = byte == '-' ? ' ' : ascii_to_lower(text.data[i]);
        }
    }
    return (size_t)(form - begin);
}

/* Whether the words from byte `start` to `end` are listed as one of the set. */
static bool is_listed(const struct finder *finder, uint32_t start, uint32_t end, unsigned what) {
    char form[BESIDE_BYTES];
    if (end <= start || end - start > sizeof form) {
        return false;
    }
    size_t length = fold(finder->q->text, start, end, form);
    return vocabulary_listed(finder->q->vocabulary, slice_of(form, length)) & what;
}

/* Where the character before byte `start` begins; 0 where there is none. */
static uint32_t character_before(const struct finder *finder, uint32_t start) {
    return start > 0 ? (uint32_t)utf8_previous(finder->q->text.data, start) : 0;
}

bool finder_lists_between(const struct finder *finder, uint32_t end, uint32_t start,
                          unsigned what) {
    size_t next;
    if (start <= end) {
        return false;
    }
    code_point_at(finder->q->text, end, &next);
    return is_listed(finder, (uint32_t)next, character_before(finder, start), what);
}

static bool is_in_word(struct slice text, size_t at) {
    char byte = text.data[at];
    return ascii_is_letter(byte) || ((unsigned char)byte >= 0x80 && scan_space(text, at) == 0);
}

/* The first byte of the word that ends one character before `start`. */
static uint32_t begin_of_word_before(const struct finder *finder, uint32_t start) {
    uint32_t end = character_before(finder, start), begin = end, before;
    while (begin > 0 && end - begin <= BESIDE_BYTES &&
           is_in_word(finder->q->text, before = character_before(finder, begin))) {
        begin = before;
    }
    return begin;
}

bool finder_lists_before(const struct finder *finder, uint32_t start, unsigned what) {
    uint32_t end = character_before(finder, start);
    return finder_is_tied(finder, end, start) &&
           is_listed(finder, begin_of_word_before(finder, start), end, what);
}

bool finder_follows(const struct finder *finder, uint32_t start, struct slice word) {
    char form[BESIDE_BYTES];
    uint32_t before = begin_of_word_before(finder, start), end = character_before(finder, start);
    if (end - before != word.length || end - before > sizeof form ||
        !finder_is_tied(finder, end, start)) {
        return false;
    }
    return slice_equal(slice_of(form, fold(finder->q->text, before, end, form)), word);
}

const struct number_word *finder_word_before(const struct finder *finder, uint32_t start,
                                             uint32_t *begin) {
    char form[BESIDE_BYTES];
    uint32_t end = character_before(finder, start);
    *begin = begin_of_word_before(finder, start);
    if (!finder_is_tied(finder, end, start) || end == *begin || end - *begin > sizeof form) {
        return NULL;
    }
    size_t length = fold(finder->q->text, *begin, end, form);
    return vocabulary_number_word(finder->q->vocabularies, finder->q->vocabulary,
                                  slice_of(form, length));
}

bool finder_lists_two_before(const struct finder *finder, uint32_t start, unsigned what) {
    uint32_t end = character_before(finder, start);
    uint32_t second = begin_of_word_before(finder, start);
    return finder_is_tied(finder, end, start) &&
           is_listed(finder, begin_of_word_before(finder, second), end, what);
}

/* "between 5 and 7": the word before both and those between them, from byte `from` to `to`, as one.
 */
static bool is_between(const struct finder *finder, uint32_t first, uint32_t from, uint32_t to) {
    struct slice text = finder->q->text;
    char form[2 * BESIDE_BYTES];
    uint32_t space = character_before(finder, first), before = begin_of_word_before(finder, first);
    if (space + scan_space(text, space) != first || first == 0 || first - before > BESIDE_BYTES ||
        to - from > BESIDE_BYTES) {
        return false;
    }
    size_t length = fold(text, before, first, form);
    length += fold(text, from, to, form + length);
    return vocabulary_listed(finder->q->vocabulary, slice_of(form, length)) & LISTED_RANGE;
}

/* The bytes of the white space or hyphen at `at` that words and numbers are tied by: "5 to 7",
 * "two-to-three". 0: none is there. */
static uint32_t tie_length(struct slice text, uint32_t at) {
    return finder_is_byte(text, at, '-') ? 1 : (uint32_t)scan_space(text, at);
}

bool finder_is_range(const struct finder *finder, uint32_t first, uint32_t end, uint32_t start) {
    struct slice text = finder->q->text;
    if (finder_is_dash(finder, end, start)) {
        return true;
    }
    uint32_t from = end + tie_length(text, end), to = character_before(finder, start);
    return from > end && to > from && to + tie_length(text, to) == start &&
           (is_listed(finder, from, to, LISTED_RANGE) || is_between(finder, first, from, to));
}

bool finder_lists_behind(const struct finder *finder, uint32_t end, unsigned what) {
    struct slice text = finder->q->text;
    uint32_t start = end + (uint32_t)scan_space(text, end), behind = start;
    while (behind < text.length && behind - start <= BESIDE_BYTES && is_in_word(text, behind)) {
        behind++;
    }
    return start > end && is_listed(finder, start, behind, what);
}

/* ---- marks ----------------------------------------------------------------------------------- */

bool finder_read_unit(const struct finder *finder, size_t i, struct unit *unit) {
    const struct quantity_text *q = finder->q;
    const struct mark *mark = finder_mark(finder, &i);
    if (!mark || mark->kind != MARK_WORD) {
        return false;
    }
    *unit = (struct unit){mark->word, mark->start, mark->end, i + 1};
    if (mark->several && mark->value.length < UNIT_BYTES) {
        char phrase[UNIT_BYTES];
        size_t length = mark->value.length, token = mark->next_token;
        memcpy(phrase, mark->value.data, length);
        uint32_t end = mark->end;
        for (int words = 2; words <= UNIT_WORDS && token < q->token_count; words++) {
            const struct token *next = &q->tokens[token];
            if (!finder_is_tied(finder, end, next->start) ||
                length + 1 + next->form.length > sizeof phrase) {
                break;
            }
            phrase[length++] = ' ';
            memcpy(phrase + length, next->form.data, next->form.length);
            length += next->form.length;
            end = next->end;
            const struct number_word *word =
                vocabulary_number_word(q->vocabularies, q->vocabulary, slice_of(phrase, length));
            if (word) {
                unit->word = word;
                unit->end = end;
            }
            while (token < q->token_count && q->tokens[token].start < end) {
                token++;
            }
        }
    }
    while (unit->next < q->mark_count && q->marks[unit->next].start < unit->end) {
        unit->next++;
    }
    return unit->word != NULL;
}

const struct token *finder_token_behind(const struct finder *finder, size_t i, uint32_t end) {
    const struct quantity_text *q = finder->q;
    size_t at = q->marks[i].next_token;
    while (at > 0 && q->tokens[at - 1].start >= end) { /* of the same word: "2pm" */
        at--;
    }
    while (at < q->token_count && q->tokens[at].start < end) {
        at++;
    }
    return at < q->token_count && finder_is_tied(finder, end, q->tokens[at].start) ? &q->tokens[at]
                                                                                   : NULL;
}

bool finder_read_unit_of(const struct finder *finder, size_t i, enum number_word_kind kind,
                         struct unit *unit) {
    return finder_read_unit(finder, i, unit) && unit->word->kind == kind;
}

const struct mark *finder_slashed_mark(const struct finder *finder, uint32_t end, size_t i) {
    const struct mark *mark = finder_mark(finder, &i);
    return mark_is_number(mark) && finder_is_byte(finder->q->text, end, '/') &&
                   mark->start == end + 1
               ? mark
               : NULL;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

struct token mark_token(const struct mark *mark) {
    return (struct token){.start = mark->start, .position = mark->position};
}

struct token mark_number_token(const struct mark *mark, uint32_t end) {
    struct token token = mark_token(mark);
    token.kind = TOKEN_NUMBER;
    token.end = end;
    if (mark->kind == MARK_WORD && mark->end == end) {
        token.form = mark->value;
    }
    return token;
}

struct token *finder_token_of(const struct finder *finder, const struct mark *mark) {
    struct token *token = &finder->q->tokens[mark->next_token - 1];
    while (token->start != mark->start || token->end != mark->end) {
        token--;
    }
    return token;
}

bool finder_write_token(struct finder *finder, struct token *token, const char *prefix,
                        struct slice body, const char *suffix) {
    size_t before = strlen(prefix), behind = strlen(suffix);
    char *term = arena_allocate(finder->q->arena, before + body.length + behind);
    if (!term) {
        finder->failed = true;
        return false;
    }
    memcpy(term, prefix, before);
    memcpy(term + before, body.data, body.length);
    memcpy(term + before + body.length, suffix, behind);
    token->term = slice_of(term, before + body.length + behind);
    token->place = term_sieve_place(token->term);
    if (token->form.length == 0) {
        token->form = slice_of(term + before, body.length + behind);
    }
    return true;
}

void finder_add_token(struct finder *finder, struct token token, const char *prefix,
                      struct slice body, const char *suffix) {
    if (finder_write_token(finder, &token, prefix, body, suffix)) {
        finder->failed |= !finder->q->add(finder->q->context, &token);
    }
}

void finder_add_number(struct finder *finder, struct token token, const char *prefix,
                       unsigned number, const char *suffix) {
    char text[sizeof "4294967295"];
    int length = snprintf(text, sizeof text, "%u", number);
    finder_add_token(finder, token, prefix, slice_of(text, (size_t)length), suffix);
}
