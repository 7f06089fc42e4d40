#include "corpus/unicode/properties.h"

#include "break_tables.h"

/* Whether so many bytes that go on with a character stand behind byte `at`. */
static bool has_tail(struct slice text, size_t at, size_t count) {
    size_t left = text.length - at - 1;
    return left >= count && utf8_continues(text.data[at + 1]) &&
           (count < 2 || utf8_continues(text.data[at + 2])) &&
           (count < 3 || utf8_continues(text.data[at + 3]));
}

uint32_t code_point_at(struct slice text, size_t at, size_t *next) {
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    uint32_t first = bytes[0];
    *next = at + 1;
    if (first < 0x80) {
        return first;
    }
    if (first >= 0xc2 && first < 0xe0 && has_tail(text, at, 1)) {
        *next = at + 2;
        return (first & 0x1f) << 6 | (bytes[1] & 0x3fu);
    }
    if (first >= 0xe0 && first < 0xf0 && has_tail(text, at, 2)) {
        uint32_t code = (first & 0x0f) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
        if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) {
            *next = at + 3;
            return code;
        }
    }
    if (first >= 0xf0 && first < 0xf5 && has_tail(text, at, 3)) {
        uint32_t code = (first & 0x07) << 18 | (bytes[1] & 0x3fu) << 12 | (bytes[2] & 0x3fu) << 6 |
                        (bytes[3] & 0x3fu);
        if (code >= 0x10000 && code <= 0x10ffff) {
            *next = at + 4;
            return code;
        }
    }
    return CODE_POINT_INVALID;
}

size_t code_point_write(uint32_t code, char bytes[4]) {
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        bytes[0] = (char)(0xc0 | code >> 6);
        bytes[1] = (char)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (char)(0xe0 | code >> 12);
        bytes[1] = (char)(0x80 | (code >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (code & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | code >> 18);
    bytes[1] = (char)(0x80 | (code >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (code >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (code & 0x3f));
    return 4;
}

enum capitals unicode_capitals(struct slice word) {
    size_t upper = 0, lower = 0;
    bool first = false;
    for (size_t at = 0; at < word.length;) {
        uint32_t code = (unsigned char)word.data[at];
        if (code < 0x80) {
            at++;
        } else if ((code = code_point_at(word, at, &at)) == CODE_POINT_INVALID) {
            continue;
        }
        uint8_t kind = unicode_properties(code)->sentence;
        upper += kind == SENTENCE_UPPER;
        lower += kind == SENTENCE_LOWER;
        first |= upper == 1 && lower == 0;
    }
    return !first ? CAPITALS_NONE : upper > 1 && lower == 0 ? CAPITALS_ALL : CAPITALS_FIRST;
}
