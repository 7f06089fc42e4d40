/* words.c - UAX #29 word boundaries, rules WB3 to WB999, in one pass with one character of look
 * ahead.
 *
 * Tailored in two places, as section 4.1 of the annex allows:
 *   - ':' and its wide forms join no letters. In the three alphabets' news a colon without a space
 *     is a lost space ("Jakarta:Harga"), and later versions of Unicode dropped the rule too.
 *   - U+200B ZERO WIDTH SPACE is a Format character. Pages sprinkle it into words to steer line
 *     breaks; readers do not see it. */
#include "corpus/unicode/words.h"

#include "corpus/unicode/properties.h"

enum {
    COLON = ':',
    ZERO_WIDTH_SPACE = 0x200b,
    COLON_PRESENTED = 0xfe13,
    COLON_SMALL = 0xfe55,
    COLON_WIDE = 0xff1a
};

struct character {
    size_t next;
    enum word_break kind;
    bool pictographic;
    bool alphabetic;
};

static struct character character_at(struct slice text, size_t at) {
    struct character character = {.kind = WORD_OTHER};
    uint32_t code = code_point_at(text, at, &character.next);
    if (code == CODE_POINT_INVALID) {
        return character;
    }
    const struct unicode_properties *properties = unicode_properties(code);
    character.kind = (enum word_break)properties->word;
    character.pictographic = properties->pictographic;
    character.alphabetic = properties->alphabetic;
    switch (code) {
    case COLON:
    case COLON_PRESENTED:
    case COLON_SMALL:
    case COLON_WIDE:
        character.kind = WORD_OTHER;
        break;
    case ZERO_WIDTH_SPACE:
        character.kind = WORD_FORMAT;
        break;
    default:
        break;
    }
    return character;
}

static bool is_letter(enum word_break kind) {
    return kind == WORD_ALETTER || kind == WORD_HEBREW_LETTER;
}

static bool is_ignored(enum word_break kind) {
    return kind == WORD_EXTEND || kind == WORD_FORMAT || kind == WORD_ZWJ;
}

static bool is_mid_letter(enum word_break kind) {
    return kind == WORD_MIDLETTER || kind == WORD_MIDNUMLET || kind == WORD_SINGLE_QUOTE;
}

static bool is_mid_number(enum word_break kind) {
    return kind == WORD_MIDNUM || kind == WORD_MIDNUMLET || kind == WORD_SINGLE_QUOTE;
}

static bool is_line_end(enum word_break kind) {
    return kind == WORD_CR || kind == WORD_LF || kind == WORD_NEWLINE;
}

/* The kind of the first character from `at` on that WB4 does not skip. */
static enum word_break kind_beyond_ignored(struct slice text, size_t at) {
    while (at < text.length) {
        struct character character = character_at(text, at);
        if (!is_ignored(character.kind)) {
            return character.kind;
        }
        at = character.next;
    }
    return WORD_OTHER;
}

/* WB5 to WB16: whether `next`, behind it the text from `beyond`, belongs to a word whose last two
 * kinds are `before` and `last`. */
static bool joins(struct slice text, enum word_break before, enum word_break last,
                  enum word_break next, size_t beyond, size_t indicators) {
    if (is_letter(last)) {
        if (is_letter(next) || next == WORD_NUMERIC || next == WORD_EXTENDNUMLET) {
            return true; /* WB5, WB9, WB13a */
        }
        if (is_mid_letter(next) && is_letter(kind_beyond_ignored(text, beyond))) {
            return true; /* WB6 */
        }
        if (last == WORD_HEBREW_LETTER) {
            return next == WORD_SINGLE_QUOTE || /* WB7a, WB7b */
                   (next == WORD_DOUBLE_QUOTE &&
                    kind_beyond_ignored(text, beyond) == WORD_HEBREW_LETTER);
        }
        return false;
    }
    if (is_letter(next)) {
        return (is_letter(before) && is_mid_letter(last)) || /* WB7 */
               (before == WORD_HEBREW_LETTER && last == WORD_DOUBLE_QUOTE &&
                next == WORD_HEBREW_LETTER) || /* WB7c */
               last == WORD_NUMERIC ||
               last == WORD_EXTENDNUMLET; /* WB10, WB13b */
    }
    if (last == WORD_NUMERIC) {
        return next == WORD_NUMERIC || next == WORD_EXTENDNUMLET || /* WB8, WB13a */
               (is_mid_number(next) &&
                kind_beyond_ignored(text, beyond) == WORD_NUMERIC); /* WB12 */
    }
    if (next == WORD_NUMERIC) {
        return last == WORD_EXTENDNUMLET ||                     /* WB13b */
               (before == WORD_NUMERIC && is_mid_number(last)); /* WB11 */
    }
    if (last == WORD_KATAKANA || last == WORD_EXTENDNUMLET) {
        return next == WORD_EXTENDNUMLET || next == WORD_KATAKANA; /* WB13, WB13a, WB13b */
    }
    /* WB15, WB16: flags are pairs, and the segment began with the first indicator. */
    return last == WORD_REGIONAL_INDICATOR && next == WORD_REGIONAL_INDICATOR &&
           indicators % 2 == 1;
}

bool segment_next(struct slice text, size_t from, struct segment *segment) {
    if (from >= text.length) {
        return false;
    }
    struct character character = character_at(text, from);
    size_t at = character.next;
    bool letters = character.kind == WORD_KATAKANA || is_letter(character.kind) ||
                   (character.kind == WORD_OTHER && character.alphabetic);
    bool number = character.kind == WORD_NUMERIC;
    size_t indicators = character.kind == WORD_REGIONAL_INDICATOR;
    /* `last` skips what WB4 ignores, `adjacent` does not. */
    enum word_break before = WORD_OTHER, last = character.kind, adjacent = character.kind;
    if (is_line_end(last)) { /* WB3, WB3a */
        if (last == WORD_CR && at < text.length && text.data[at] == '\n') {
            at++;
        }
        *segment = (struct segment){from, at, SEGMENT_OTHER};
        return true;
    }
    while (at < text.length) {
        character = character_at(text, at);
        if (is_ignored(character.kind)) { /* WB4 */
            adjacent = character.kind;
            at = character.next;
            continue;
        }
        bool joined = (adjacent == WORD_ZWJ && character.pictographic) ||                 /* WB3c */
                      (adjacent == WORD_WSEGSPACE && character.kind == WORD_WSEGSPACE) || /* WB3d */
                      joins(text, before, last, character.kind, character.next, indicators);
        if (!joined) {
            break;
        }
        letters |= is_letter(character.kind) || character.kind == WORD_KATAKANA;
        number |= character.kind == WORD_NUMERIC;
        indicators += character.kind == WORD_REGIONAL_INDICATOR;
        before = last;
        last = adjacent = character.kind;
        at = character.next;
    }
    *segment = (struct segment){from, at,
                                letters  ? SEGMENT_LETTERS
                                : number ? SEGMENT_NUMBER
                                         : SEGMENT_OTHER};
    return true;
}
