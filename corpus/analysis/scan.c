#include "corpus/analysis/scan.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"
#include "corpus/unicode/words.h"

#include <stdint.h>

enum byte_kind {
    BYTE_BREAK = 0, /* ends a word for certain */
    BYTE_LETTER,
    BYTE_JOIN, /* may tie words together */
    BYTE_HIGH, /* part of a character beyond ASCII */
};

#define L BYTE_LETTER
#define J BYTE_JOIN
/* Of ASCII; BYTE_BREAK for the others. */
static const uint8_t byte_kinds[256] = {
    ['A'] = L, ['B'] = L, ['C'] = L, ['D'] = L, ['E'] = L, ['F'] = L, ['G'] = L, ['H'] = L,
    ['I'] = L, ['J'] = L, ['K'] = L, ['L'] = L, ['M'] = L, ['N'] = L, ['O'] = L, ['P'] = L,
    ['Q'] = L, ['R'] = L, ['S'] = L, ['T'] = L, ['U'] = L, ['V'] = L, ['W'] = L, ['X'] = L,
    ['Y'] = L, ['Z'] = L, ['a'] = L, ['b'] = L, ['c'] = L, ['d'] = L, ['e'] = L, ['f'] = L,
    ['g'] = L, ['h'] = L, ['i'] = L, ['j'] = L, ['k'] = L, ['l'] = L, ['m'] = L, ['n'] = L,
    ['o'] = L, ['p'] = L, ['q'] = L, ['r'] = L, ['s'] = L, ['t'] = L, ['u'] = L, ['v'] = L,
    ['w'] = L, ['x'] = L, ['y'] = L, ['z'] = L, ['0'] = J, ['1'] = J, ['2'] = J, ['3'] = J,
    ['4'] = J, ['5'] = J, ['6'] = J, ['7'] = J, ['8'] = J, ['9'] = J, ['-'] = J, ['\''] = J,
    ['`'] = J, ['&'] = J, ['+'] = J, ['_'] = J, ['.'] = J, ['#'] = J, ['$'] = J,
};
#undef L
#undef J

static enum byte_kind kind_of_byte(struct slice text, size_t at) {
    unsigned char byte = (unsigned char)text.data[at];
    return byte < 0x80 ? (enum byte_kind)byte_kinds[byte] : BYTE_HIGH;
}

bool scan_begins_word(struct slice text, size_t at, size_t *next) {
    uint32_t code = code_point_at(text, at, next);
    if (code == CODE_POINT_INVALID) {
        return false;
    }
    const struct unicode_properties *properties = unicode_properties(code);
    switch (properties->word) {
    case WORD_ALETTER:
    case WORD_HEBREW_LETTER:
    case WORD_KATAKANA:
    case WORD_NUMERIC:
        return true;
    default:
        return properties->word == WORD_OTHER && properties->alphabetic;
    }
}

size_t scan_hyphen(struct slice text, size_t at) {
    if (at >= text.length) {
        return 0;
    }
    size_t next;
    switch (code_point_at(text, at, &next)) {
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0xfe63: /* small hyphen */
    case 0xff0d: /* wide hyphen */
        return next - at;
    default:
        return 0;
    }
}

size_t scan_dash(struct slice text, size_t at) {
    enum { FIGURE_DASH = 0x2012, EM_DASH = 0x2014 };
    size_t next, hyphen = scan_hyphen(text, at);
    if (hyphen > 0 || at >= text.length) {
        return hyphen;
    }
    uint32_t code = code_point_at(text, at, &next);
    return code >= FIGURE_DASH && code <= EM_DASH ? next - at : 0;
}

size_t scan_space(struct slice text, size_t at) {
    if (at >= text.length) {
        return 0;
    }
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    switch (code) {
    case ' ':
    case '\t':
    case 0xa0:   /* no-break space */
    case 0x202f: /* narrow no-break space */
    case 0x3000: /* ideographic space */
        return next - at;
    default:
        return code >= 0x2000 && code <= 0x200a ? next - at : 0;
    }
}

/* The end of a sign at `at` that ties the word before it to a word behind it, or `at`. */
static size_t skip_joiner(struct slice text, size_t at) {
    size_t next = at;
    switch (code_point_at(text, at, &next)) {
    case '&':
    case '+':
    case '`':    /* typed or typeset for an apostrophe */
    case 0xb4:   /* acute accent */
    case 0x2018: /* left single quotation mark */
    case 0x201b: /* reversed single quotation mark */
    case 0xff07: /* wide apostrophe */
        return next;
    default:
        return at + scan_hyphen(text, at);
    }
}

enum { YEN = 0xa5 };

/* The byte behind a sign of money at `at` that letters may stand before: "US$", "CN¥"; or `at`. */
static size_t skip_money(struct slice text, size_t at) {
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    return code == '$' || code == YEN ? next : at;
}

/* Signs that end a word and belong to it: "C++", "G20+", "C#", "US$", "Mex$". */
static size_t skip_suffix(struct slice text, size_t start, size_t end) {
    if (end >= text.length) {
        return end;
    }
    char sign = text.data[end];
    size_t length = end - start, behind = length <= 3 ? skip_money(text, end) : end;
    if (sign == '#' && length == 1) {
        return end + 1;
    }
    if (behind > end) {
        for (size_t i = start; i < end; i++) {
            if (i == start ? !ascii_is_upper(text.data[i]) : !ascii_is_letter(text.data[i])) {
                return end;
            }
        }
        return behind;
    }
    for (int i = 0; i < 2 && end < text.length && text.data[end] == '+'; i++) {
        end++;
    }
    return end;
}

/* Groups of three digits behind spaces: the end of "1 234,5", whose first group ends at `end`. In a
 * language that groups otherwise, an ordinary space before a lone group proves nothing. */
static size_t skip_digit_groups(struct slice text, size_t start, size_t end, char group_sign) {
    if (end - start > 3 || text.data[start] == '0') {
        return end;
    }
    for (size_t i = start; i < end; i++) {
        if (!ascii_is_digit(text.data[i])) {
            return end;
        }
    }
    size_t groups = 0, at = end;
    bool certain = group_sign == ' ';
    while (true) {
        size_t space = scan_space(text, at);
        size_t digits = at + space;
        if (space == 0 || text.length - digits < 3 || !ascii_is_digit(text.data[digits]) ||
            !ascii_is_digit(text.data[digits + 1]) || !ascii_is_digit(text.data[digits + 2])) {
            break;
        }
        struct segment segment;
        segment_next(text, digits, &segment);
        bool fraction = segment.end - digits > 4 &&
                        (text.data[digits + 3] == ',' || text.data[digits + 3] == '.');
        if (segment.kind != SEGMENT_NUMBER || (segment.end - digits != 3 && !fraction)) {
            break;
        }
        groups++;
        certain |= space > 1 || fraction || groups > 1;
        at = segment.end;
        if (fraction) {
            break;
        }
    }
    return certain ? at : end;
}

size_t scan_word_end(struct slice text, size_t start, char group_sign) {
    struct segment segment;
    segment_next(text, start, &segment);
    size_t end = segment.end;
    if (segment.kind == SEGMENT_NUMBER) {
        end = skip_digit_groups(text, start, end, group_sign);
    }
    for (int parts = 1; end < text.length && parts < SURFACE_PARTS; parts++) {
        size_t behind = skip_joiner(text, end);
        size_t next;
        if (behind == end || behind >= text.length || !scan_begins_word(text, behind, &next)) {
            break;
        }
        segment_next(text, behind, &segment);
        end = segment.end;
    }
    return skip_suffix(text, start, end);
}

/* Whether the character at `at`, beyond ASCII, ends a word of plain letters before it. */
static bool ends_plain(struct slice text, size_t at) {
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    if (code == CODE_POINT_INVALID) {
        return true;
    }
    if (code == 0x200b || skip_joiner(text, at) != at || code == YEN) {
        return false;
    }
    const struct unicode_properties *properties = unicode_properties(code);
    return properties->word == WORD_WSEGSPACE || properties->word == WORD_NEWLINE ||
           properties->word == WORD_OTHER;
}

static bool begins_plain(struct slice text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.data;
    return byte_kinds[bytes[at]] == BYTE_LETTER ||
           ((bytes[at] | 1) == 0xd1 && at + 1 < text.length && utf8_continues(text.data[at + 1]));
}

/* Digits up to white space or a sign that joins none, and no further digits behind a space. */
static size_t plain_number_end(struct slice text, size_t at) {
    while (at < text.length && ascii_is_digit(text.data[at])) {
        at++;
    }
    if (at == text.length) {
        return at;
    }
    bool pair = at + 1 < text.length;
    switch (text.data[at]) {
    case ' ':
        return pair && ascii_is_digit(text.data[at + 1]) ? 0 : at;
    case '\n':
    case ')':
    case '%':
        return at;
    case ',':
    case '.':
        return pair && (text.data[at + 1] == ' ' || text.data[at + 1] == '\n') ? at : 0;
    default:
        return 0;
    }
}

size_t scan_plain_end(struct slice text, size_t start) {
    const unsigned char *bytes = (const unsigned char *)text.data;
    size_t at = start;
    if (ascii_is_digit(text.data[at])) {
        return plain_number_end(text, at);
    }
    if (!begins_plain(text, at)) {
        return 0;
    }
    for (int parts = 1; parts < SURFACE_PARTS; parts++) {
        /* U+0400 to U+047F are the lead bytes D0 and D1, and all letters. */
        while (true) {
            while (at < text.length && byte_kinds[bytes[at]] == BYTE_LETTER) {
                at++;
            }
            if (at + 1 >= text.length || (bytes[at] | 1) != 0xd1 ||
                !utf8_continues(text.data[at + 1])) {
                break;
            }
            at += 2;
        }
        if (at == text.length) {
            return at;
        }
        enum byte_kind kind = kind_of_byte(text, at);
        if (kind == BYTE_BREAK) {
            return at;
        }
        if (kind == BYTE_HIGH) {
            return ends_plain(text, at) ? at : 0;
        }
        /* A full stop, hyphen or apostrophe joins letters, and before a break ends a word. */
        if (bytes[at] != '.' && bytes[at] != '-' && bytes[at] != '\'') {
            return 0;
        }
        if (at + 1 == text.length || kind_of_byte(text, at + 1) == BYTE_BREAK) {
            return at;
        }
        if (!begins_plain(text, at + 1)) {
            return 0;
        }
        at++;
    }
    return 0;
}
