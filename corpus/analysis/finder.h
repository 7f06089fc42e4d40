/* finder.h - how those who look for quantities read marks, and what lies between them. */
#ifndef ARAL_ANALYSIS_FINDER_H
#define ARAL_ANALYSIS_FINDER_H

#include "corpus/analysis/quantity_text.h"

/* Most bytes of words that are looked for beside a number: "and a". */
#define BESIDE_BYTES 16

/* The search for quantities in one text. */
struct finder {
    const struct quantity_text *q;
    bool failed;
};

static inline bool finder_is_byte(struct slice text, uint32_t at, char byte) {
    return at < text.length && text.data[at] == byte;
}

/* The byte behind as many as two spaces at `at`. */
uint32_t finder_skip_spaces(struct slice text, uint32_t at);

/* Whether between `end` and `start` there is nothing, spaces, a full stop of an abbreviation, or a
 * lone hyphen ("a 5-million project"). */
bool finder_is_tied(const struct finder *finder, uint32_t end, uint32_t start);

/* Whether a comma, and perhaps spaces behind it, are all that is between. */
bool finder_is_comma(const struct finder *finder, uint32_t end, uint32_t start);

/* Whether an apostrophe, straight or curved, is at byte `at`, or ends before byte `start`: there it
 * stands for the century, "the '90s". */
bool finder_is_apostrophe(const struct finder *finder, uint32_t at);
bool finder_is_behind_apostrophe(const struct finder *finder, uint32_t start);

/* Whether a hyphen or dash, with or without spaces, or an ellipsis is all that is between. */
bool finder_is_dash(const struct finder *finder, uint32_t end, uint32_t start);

/* Whether a range goes from what begins at byte `first` and ends at `end` to what begins at
 * `start`: a dash is between, or words that say so. */
bool finder_is_range(const struct finder *finder, uint32_t first, uint32_t end, uint32_t start);

/* Whether what is between, but for a character at both ends of it, are words that are listed as one
 * of a set of enum listed, tied by single spaces or hyphens. They are read from the text: marks for
 * words as frequent as "a" and "and" would cost more. */
bool finder_lists_between(const struct finder *finder, uint32_t end, uint32_t start, unsigned what);

/* Whether the word one space before byte `start`, the two before it, or the one behind byte `end`
 * are. */
bool finder_lists_before(const struct finder *finder, uint32_t start, unsigned what);
bool finder_lists_two_before(const struct finder *finder, uint32_t start, unsigned what);
bool finder_lists_behind(const struct finder *finder, uint32_t end, unsigned what);

/* What the word one space before byte `start` means beside a number, its first byte in *begin;
 * NULL: nothing. For words that have no mark. */
const struct number_word *finder_word_before(const struct finder *finder, uint32_t start,
                                             uint32_t *begin);

/* Whether the word one space before byte `start` is this one. */
bool finder_follows(const struct finder *finder, uint32_t start, struct slice word);

/* The first mark from `i` on that may belong to a quantity, its number in *i; NULL at the end. */
static inline const struct mark *finder_mark(const struct finder *finder, size_t *i) {
    while (*i < finder->q->mark_count && finder->q->marks[*i].kind == MARK_COMPOUND) {
        ++*i;
    }
    return *i < finder->q->mark_count ? &finder->q->marks[*i] : NULL;
}

/* The number of the mark behind this one. */
static inline size_t finder_behind(const struct finder *finder, const struct mark *mark) {
    return (size_t)(mark - finder->q->marks) + 1;
}

static inline bool mark_is_number(const struct mark *mark) {
    return mark && mark->kind == MARK_NUMBER;
}

/* A word that means something beside a number; it may be several words ("dolar as"). */
struct unit {
    const struct number_word *word;
    uint32_t start, end;
    size_t next; /* number of the mark behind */
};

/* Reads the longest such word that begins with mark `i`. False: there is none (of that kind). */
bool finder_read_unit(const struct finder *finder, size_t i, struct unit *unit);
bool finder_read_unit_of(const struct finder *finder, size_t i, enum number_word_kind kind,
                         struct unit *unit);

/* The mark from `i` on of a number behind a slash that touches both it and what ends at byte `end`;
 * NULL: there is none. */
const struct mark *finder_slashed_mark(const struct finder *finder, uint32_t end, size_t i);

/* The first token of the word behind mark `i`, where that is tied to what ends at byte `end`: a way
 * to read words that have no mark. NULL: there is none. */
const struct token *finder_token_behind(const struct finder *finder, size_t i, uint32_t end);

/* The token of the word that the mark is of. */
struct token *finder_token_of(const struct finder *finder, const struct mark *mark);

/* A token that begins with a mark. */
struct token mark_token(const struct mark *mark);

/* A number from that mark to byte `end`. Of one word in letters the form is the word's, so that as
 * an =exact word it is found as it is spelled. */
struct token mark_number_token(const struct mark *mark, uint32_t end);

/* Gives a token its term; its form is that without its prefix unless it has one. False: no memory.
 */
bool finder_write_token(struct finder *finder, struct token *token, const char *prefix,
                        struct slice body, const char *suffix);

/* The same, and adds it. */
void finder_add_token(struct finder *finder, struct token token, const char *prefix,
                      struct slice body, const char *suffix);

/* The same with a whole number as body. */
void finder_add_number(struct finder *finder, struct token token, const char *prefix,
                       unsigned number, const char *suffix);

#endif
