#include "searcher/web/escape.h"

#include "corpus/base/ascii.h"
#include "corpus/unicode/properties.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* What may stand in a page at all: HTML has no control characters beyond these, XML 1.0 (section
 * 2.2) no U+FFFE and U+FFFF. */
static bool is_allowed(uint32_t character) {
    return character == '\t' || character == '\n' || character == '\r' ||
           (character >= 0x20 && character < 0x7F) ||
           (character >= 0xA0 && character != 0xFFFE && character != 0xFFFF);
}

static const char *find_reference(char byte, bool attribute) {
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\'':
        return attribute ? "&#39;" : NULL;
    case '\t':
        return attribute ? "&#9;" : NULL;
    case '\n':
        return attribute ? "&#10;" : NULL;
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

static void escape_markup(struct slice text, bool attribute, struct bytes *out) {
    size_t done = 0;
    size_t at = 0;
    while (at < text.length) {
        size_t next;
        uint32_t character = code_point_at(text, at, &next);
        const char *instead = find_reference(text.data[at], attribute);
        if (character == CODE_POINT_INVALID || !is_allowed(character)) {
            instead = REPLACEMENT;
        }
        if (instead) {
            bytes_append(out, text.data + done, at - done);
            bytes_append_string(out, instead);
            done = next;
        }
        at = next;
    }
    if (done < at) {
        bytes_append(out, text.data + done, at - done);
    }
}

void escape_text(struct slice text, struct bytes *out) {
    escape_markup(text, false, out);
}

void escape_attribute(struct slice text, struct bytes *out) {
    escape_markup(text, true, out);
}

static bool is_unreserved(char byte) {
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '-' || byte == '.' ||
           byte == '_' || byte == '~';
}

static void escape_percent(struct slice text, bool keep_slash, struct bytes *out) {
    for (size_t at = 0; at < text.length; at++) {
        char byte = text.data[at];
        if (is_unreserved(byte) || (keep_slash && byte == '/')) {
            bytes_append_byte(out, byte);
        } else {
            bytes_append_format(out, "%%%02X", (unsigned)(unsigned char)byte);
        }
    }
}

void escape_url(struct slice text, struct bytes *out) {
    escape_percent(text, false, out);
}

void escape_iri(struct slice text, struct bytes *out) {
    size_t at = 0;
    while (at < text.length) {
        size_t start = at;
        while (at < text.length && (text.data[at] & 0x80)) {
            at++;
        }
        escape_attribute(slice_of(text.data + start, at - start), out);
        start = at;
        while (at < text.length && !(text.data[at] & 0x80)) {
            at++;
        }
        escape_url(slice_of(text.data + start, at - start), out);
    }
}

/* What no address may have (RFC 3986, appendix A; RFC 3987 allows what is beyond ASCII). */
static bool is_stray(char byte) {
    return (unsigned char)byte <= ' ' || byte == 0x7F || strchr("\"<>\\^`{|}", byte) != NULL;
}

void escape_address(struct slice address, struct bytes *out) {
    size_t done = 0;
    for (size_t at = 0; at < address.length; at++) {
        if (is_stray(address.data[at])) {
            escape_attribute(slice_of(address.data + done, at - done), out);
            escape_url(slice_of(address.data + at, 1), out);
            done = at + 1;
        }
    }
    escape_attribute(slice_from(address, done), out);
}

void escape_url_path(struct slice text, struct bytes *out) {
    escape_percent(text, true, out);
}
