/* sentences.c - UAX #29 sentence boundaries, rules SB3 to SB998, and for text in a known language
 * what a reader knows beyond them:
 *   - a full stop behind an abbreviation of the language, or behind an initial, ends no sentence
 *     (unless a function word with a capital shows that a new one begins: "in the U.S. He said");
 *   - a number may begin one, whatever letter comes behind it: "It rose. 5 people left";
 *   - '!' and '?' before a small letter end none: they belong to what is quoted;
 *   - '…' is three full stops;
 *   - numbers of footnotes right behind the stop ("so it was.[1][2] Then") belong to the sentence.
 * With language NULL there is no tailoring. */
#include "corpus/unicode/sentences.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

enum { ELLIPSIS = 0x2026 };

/* No abbreviation or function word is longer than this many bytes as written. */
#define WORD_BYTES 64

static enum sentence_break kind_at(struct slice text, size_t at, bool tailored, size_t *next) {
    uint32_t code = code_point_at(text, at, next);
    if (code == CODE_POINT_INVALID) {
        return SENTENCE_OTHER;
    }
    if (tailored && code == ELLIPSIS) {
        return SENTENCE_ATERM;
    }
    return (enum sentence_break)unicode_properties(code)->sentence;
}

static bool is_paragraph_end(enum sentence_break kind) {
    return kind == SENTENCE_SEP || kind == SENTENCE_CR || kind == SENTENCE_LF;
}

static bool is_ignored(enum sentence_break kind) {
    return kind == SENTENCE_EXTEND || kind == SENTENCE_FORMAT;
}

/* The offset from `at` on of the first character that SB5 does not skip; its kind to *kind. */
static size_t skip_ignored(struct slice text, size_t at, bool tailored, enum sentence_break *kind) {
    *kind = SENTENCE_SEP; /* the end of the text ends a paragraph */
    while (at < text.length) {
        size_t next;
        *kind = kind_at(text, at, tailored, &next);
        if (!is_ignored(*kind)) {
            return at;
        }
        *kind = SENTENCE_SEP;
        at = next;
    }
    return at;
}

/* Skips characters of one kind, of which the one at `at` may be the first; the kind of the one
 * behind them to *kind. */
static size_t skip_kind(struct slice text, size_t at, bool tailored, enum sentence_break skipped,
                        enum sentence_break *kind) {
    while (*kind == skipped) {
        code_point_at(text, at, &at);
        at = skip_ignored(text, at, tailored, kind);
    }
    return at;
}

/* SB8: whether a small letter comes before any other letter, sentence end or paragraph end. */
static bool continues_small(struct slice text, size_t at, bool tailored) {
    while (at < text.length) {
        switch (kind_at(text, at, tailored, &at)) {
        case SENTENCE_LOWER:
            return true;
        case SENTENCE_OLETTER:
        case SENTENCE_UPPER:
        case SENTENCE_SEP:
        case SENTENCE_CR:
        case SENTENCE_LF:
        case SENTENCE_ATERM:
        case SENTENCE_STERM:
            return false;
        default:
            break;
        }
    }
    return false;
}

static bool is_word_character(struct slice text, size_t at, size_t *next) {
    uint32_t code = code_point_at(text, at, next);
    if (code == CODE_POINT_INVALID) {
        return false;
    }
    switch (unicode_properties(code)->word) {
    case WORD_ALETTER:
    case WORD_EXTEND:
    case WORD_FORMAT:
    case WORD_NUMERIC:
    case WORD_SINGLE_QUOTE:
        return true;
    default:
        return code == '.' || code == '-' || code == '/';
    }
}

/* The word, full stops within it included, that ends at byte `end` and begins not before `from`;
 * empty where there is none or it is too long for any list. */
static struct slice word_before(struct slice text, size_t from, size_t end) {
    size_t start = end;
    while (start > from && end - start <= WORD_BYTES) {
        size_t character = from + utf8_previous(text.data + from, start - from);
        size_t next;
        if (!is_word_character(text, character, &next) || next != start) {
            return slice_of(text.data + start, end - start);
        }
        start = character;
    }
    return slice_of(text.data + start, end - start <= WORD_BYTES ? end - start : 0);
}

static struct slice word_from(struct slice text, size_t start) {
    size_t end = start;
    while (end < text.length && end - start <= WORD_BYTES) {
        size_t next;
        if (!is_word_character(text, end, &next) || text.data[end] == '.') {
            break;
        }
        end = next;
    }
    return slice_of(text.data + start, end - start <= WORD_BYTES ? end - start : 0);
}

/* How many capitals, each but the last with a full stop behind it, make up the word: 1 for "A", 2
 * for "W.S"; 0 where it is made of anything else. */
static size_t count_initials(struct slice word) {
    size_t count = 0;
    for (size_t at = 0; at < word.length; at++) {
        if (kind_at(word, at, false, &at) != SENTENCE_UPPER ||
            (at < word.length && word.data[at] != '.')) {
            return 0;
        }
        count++;
    }
    return count;
}

/* Whether the full stop at byte `stop`, with kinds of character `before` and `next` to it, may end
 * a sentence though the next one begins with a number and small letters: "It rose. 5 people left."
 * That of "1. 20 people" and that of an ellipsis may not. */
static bool may_begin_with_number(struct slice text, size_t stop, enum sentence_break before,
                                  enum sentence_break next) {
    return text.data[stop] == '.' && next == SENTENCE_NUMERIC && before != SENTENCE_NUMERIC &&
           before != SENTENCE_ATERM;
}

/* Whether the full stop at byte `stop`, behind which the next word begins at `next`, belongs to an
 * abbreviation or initial. */
static bool is_abbreviation(struct slice text, size_t from, size_t stop, size_t next,
                            const struct language *language) {
    struct slice word = word_before(text, from, stop);
    if (word.length == 0) {
        return false;
    }
    char short_form[WORD_SHORT_BYTES];
    struct slice form = word_normalise_short(word, short_form);
    size_t initials = count_initials(word);
    bool found = initials > 0 || slice_is_listed(form, language->abbreviations) ||
                 (next < text.length && ascii_is_digit(text.data[next]) &&
                  slice_is_listed(form, language->abbreviations_of_numbers));
    if (found && initials != 1) { /* the initial of a name is followed by one */
        form = word_normalise_short(word_from(text, next), short_form);
        found = form.length == 0 || !slice_is_listed(form, language->function_words);
    }
    return found;
}

/* The end of the numbers of footnotes, "[1][12]", that begin at byte `at`; `at` where none do. */
static size_t skip_notes(struct slice text, size_t at) {
    while (at < text.length && text.data[at] == '[') {
        size_t end = at + 1;
        while (end < text.length && ascii_is_digit(text.data[end])) {
            end++;
        }
        if (end == at + 1 || end == text.length || text.data[end] != ']') {
            break;
        }
        at = end + 1;
    }
    return at;
}

/* A full stop or another sign that may end a sentence. */
struct stop {
    size_t at; /* its byte */
    enum sentence_break kind, before;
};

/* SB6 to SB11, by what follows the stop, its closing quotes and its spaces: whether the sentence
 * that begins at byte `from` ends with it. *at, the byte behind the stop, becomes the byte behind
 * the sentence; else where to look on. */
static bool ends_sentence(struct slice text, size_t from, struct stop stop,
                          const struct language *language, size_t *at) {
    bool tailored = language != NULL;
    enum sentence_break next;
    size_t follower = skip_ignored(text, tailored ? skip_notes(text, *at) : *at, tailored, &next);
    bool adjacent = next != SENTENCE_CLOSE && next != SENTENCE_SP;
    bool in_word = stop.before == SENTENCE_UPPER || stop.before == SENTENCE_LOWER;
    if (stop.kind == SENTENCE_ATERM && adjacent &&
        (next == SENTENCE_NUMERIC || (next == SENTENCE_UPPER && in_word))) { /* SB6, SB7 */
        return false;
    }
    follower = skip_kind(text, follower, tailored, SENTENCE_CLOSE, &next);
    bool spaced = next == SENTENCE_SP;
    follower = skip_kind(text, follower, tailored, SENTENCE_SP, &next);
    *at = follower;
    if (next == SENTENCE_SCONTINUE || next == SENTENCE_ATERM || next == SENTENCE_STERM) {
        return false; /* SB8a */
    }
    bool number = tailored && spaced && may_begin_with_number(text, stop.at, stop.before, next);
    if ((stop.kind == SENTENCE_ATERM && !number &&
         continues_small(text, follower, tailored)) || /* SB8 */
        (tailored && next == SENTENCE_LOWER)) {
        return false;
    }
    if (is_paragraph_end(next)) { /* SB9 to SB11: it belongs to the sentence */
        return follower == text.length;
    }
    return !(tailored && spaced && text.data[stop.at] == '.' &&
             is_abbreviation(text, from, stop.at, follower, language));
}

size_t sentence_end(struct slice text, size_t from, const struct language *language) {
    size_t at = from;
    enum sentence_break before = SENTENCE_OTHER, last = SENTENCE_OTHER;
    while (at < text.length) {
        size_t here = at;
        enum sentence_break kind = kind_at(text, at, language != NULL, &at);
        if (is_paragraph_end(kind)) { /* SB3, SB4 */
            at += kind == SENTENCE_CR && at < text.length && text.data[at] == '\n';
            return at;
        }
        if (is_ignored(kind)) { /* SB5 */
            continue;
        }
        before = last;
        last = kind;
        if ((kind == SENTENCE_ATERM || kind == SENTENCE_STERM) &&
            ends_sentence(text, from, (struct stop){here, kind, before}, language, &at)) {
            return at;
        }
    }
    return text.length;
}
