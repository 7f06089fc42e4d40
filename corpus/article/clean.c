#include "corpus/article/clean.h"

#include "corpus/base/utf8.h"
#include "corpus/unicode/category.h"

enum {
    SEGMENT_BYTES = 1024,  /* normalised at once */
    LONGEST_MARKS = 30,    /* combining marks in a row: UAX #15, Stream-Safe Text Format */
    LONGEST_EXPANSION = 4, /* code points one may decompose to: UAX #15, table of NFD */
    JOINER = 0x034F,       /* combining grapheme joiner */
};

/* Characters that NFC leaves alone and that compose with no character before them: most of Latin,
 * Cyrillic and punctuation, so that nearly all text is copied. */
static bool is_stable(uint32_t code) {
    return code < 0x300 || (code >= 0x400 && code <= 0x482) || (code >= 0x48A && code <= 0x52F) ||
           (code >= 0x2002 && code <= 0x20CF) || (code >= 0x4E00 && code <= 0x9FFF);
}

/* A text may be cut before such a character without changing its NFC: it is neither a mark nor a
 * vowel or final consonant of Hangul, which join the letter before them. (The JOINER is a mark, but
 * one that composes with nothing and that no other is ordered across.) */
static bool is_boundary(uint32_t code) {
    if (is_stable(code)) {
        return true;
    }
    switch (code_point_category(code)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return false;
    default:
        return !((code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FF));
    }
}

/* Composes a segment of at most SEGMENT_BYTES and a run of marks. What does not fit is left as it
 * is. */
static void append_composed(struct slice segment, struct bytes *out) {
    utf8proc_int32_t codes[SEGMENT_BYTES * LONGEST_EXPANSION + 1];
    utf8proc_ssize_t room = SEGMENT_BYTES * LONGEST_EXPANSION;
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)segment.data, (utf8proc_ssize_t)segment.length,
                           codes, room, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    bool fits = count >= 0 && count <= room;
    utf8proc_ssize_t length =
        fits ? utf8proc_reencode(codes, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE) : -1;
    if (length >= 0) {
        bytes_append(out, codes, (size_t)length);
    } else {
        bytes_append_slice(out, segment);
    }
}

/* How many of the characters that this one decomposes to are no boundaries. Marks are counted so,
 * since that number stays as it is whatever of them NFC composes. */
static size_t count_joined(uint32_t code) {
    utf8proc_int32_t parts[LONGEST_EXPANSION];
    int unused = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)code, parts, LONGEST_EXPANSION, UTF8PROC_DECOMPOSE, &unused);
    size_t joined = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        joined += !is_boundary((uint32_t)parts[i]);
    }
    return joined;
}

/* Appends valid UTF-8 `text` in NFC. `text` begins at a boundary. */
static void append_normalised(struct slice text, struct bytes *out) {
    size_t segment = 0;  /* where the segment begins */
    size_t boundary = 0; /* the last place where it may be cut */
    size_t at = 0;
    size_t marks = 0;  /* since `base` */
    uint32_t base = 0; /* the last boundary, or none */
    while (at < text.length) {
        size_t next;
        uint32_t code = code_point_at(text, at, &next);
        if (is_boundary(code) || code == JOINER) {
            boundary = at;
            marks = 0;
            base = code == JOINER ? 0 : code;
        } else {
            size_t more = count_joined(code);
            marks = (marks > 0 ? marks : count_joined(base)) + more;
            if (marks > LONGEST_MARKS) {
                append_composed(slice_of(text.data + segment, at - segment), out);
                bytes_append(out, "\xCD\x8F", 2); /* JOINER */
                segment = boundary = at;
                marks = more;
            }
        }
        if (next - segment > SEGMENT_BYTES && boundary > segment) {
            append_composed(slice_of(text.data + segment, boundary - segment), out);
            segment = boundary;
        }
        at = next;
    }
    append_composed(slice_of(text.data + segment, at - segment), out);
}

/* What a character is in clean text. */
enum character_class { CLASS_KEEP, CLASS_COMPOSE, CLASS_LINE_END, CLASS_DROP, CLASS_REPLACE };

static enum character_class classify(uint32_t code) {
    if (code == CODE_POINT_INVALID) {
        return CLASS_REPLACE;
    }
    if (code == '\n' || code == '\v' || code == '\f' || code == '\r' || code == 0x85 ||
        code == 0x2028 || code == 0x2029) {
        return CLASS_LINE_END;
    }
    if ((code < 0x20 && code != '\t') || (code >= 0x7F && code < 0xA0) || code == 0xFEFF) {
        return CLASS_DROP;
    }
    return is_stable(code) ? CLASS_KEEP : CLASS_COMPOSE;
}

/* Appends `text` without surplus characters, line ends as '\n', not yet composed; *composed says
 * whether it is in NFC all the same. */
static void append_stripped(struct slice text, struct bytes *out, bool *composed) {
    size_t copied = 0; /* everything before it is in `out` */
    size_t at = 0;
    *composed = true;
    while (at < text.length) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0x20 && byte < 0x7F) {
            at++;
            continue;
        }
        size_t next;
        uint32_t code = code_point_at(text, at, &next);
        enum character_class class = classify(code);
        if (class == CLASS_COMPOSE) {
            *composed = false;
        }
        if (class == CLASS_KEEP || class == CLASS_COMPOSE) {
            at = next;
            continue;
        }
        bytes_append(out, text.data + copied, at - copied);
        if (class == CLASS_LINE_END) {
            bytes_append_byte(out, '\n');
            if (code == '\r' && next < text.length && text.data[next] == '\n') {
                next++;
            }
        } else if (class == CLASS_REPLACE) {
            bytes_append_string(out, "\xEF\xBF\xBD");
        }
        at = next;
        copied = at;
    }
    bytes_append(out, text.data + copied, at - copied);
}

static void append_clean(struct slice text, struct bytes *out) {
    size_t start = out->length;
    bool composed = true;
    if (text.length > 0) {
        append_stripped(text, out, &composed);
    }
    if (composed || out->failed) {
        return;
    }
    struct bytes normalised = {0};
    append_normalised(slice_from(bytes_slice(out), start), &normalised);
    out->length = start;
    bytes_append_slice(out, bytes_slice(&normalised));
    out->failed = out->failed || normalised.failed;
    bytes_free(&normalised);
}

size_t space_length(struct slice text) {
    if (text.length == 0) {
        return 0;
    }
    unsigned char byte = (unsigned char)text.data[0];
    if (byte < 0x80) {
        return byte == ' ' || (byte >= '\t' && byte <= '\r');
    }
    size_t length;
    uint32_t code = code_point_at(text, 0, &length);
    switch (code) {
    case 0x85:
    case 0x200B: /* zero width space */
    case 0x2028:
    case 0x2029:
        return length;
    default:
        return code_point_category(code) == UTF8PROC_CATEGORY_ZS ? length : 0;
    }
}

struct slice slice_trim(struct slice text) {
    size_t length;
    while ((length = space_length(text)) > 0) {
        text = slice_from(text, length);
    }
    while (text.length > 0) {
        size_t start = utf8_previous(text.data, text.length);
        struct slice last = slice_from(text, start);
        if (space_length(last) != last.length) {
            break;
        }
        text.length = start;
    }
    return text;
}

void clean_text(struct slice text, struct bytes *out) {
    size_t start = out->length;
    append_clean(text, out);
    if (out->length == start) {
        return;
    }
    struct slice whole = slice_from(bytes_slice(out), start);
    struct slice trimmed = slice_trim(whole);
    if (trimmed.length == 0) {
        out->length = start;
        return;
    }
    /* The first line keeps its indent: it may be a table's or a poem's. */
    const char *first = trimmed.data;
    while (first > whole.data && first[-1] != '\n') {
        first--;
    }
    size_t length = (size_t)(trimmed.data + trimmed.length - first);
    memmove(out->data + start, first, length);
    out->length = start + length;
}

/* Whether the white space of so many bytes that `text` begins with is one of zero width, which
 * stands within words to steer line breaks, and can be left out: no mark behind it would join the
 * letter before it. */
static bool is_unseen(struct slice text, size_t length) {
    size_t next;
    return slice_starts_with(text, slice_of_string("\u200B")) &&
           (length == text.length || is_boundary(code_point_at(text, length, &next)));
}

void clean_line(struct slice text, struct bytes *out) {
    size_t start = out->length;
    append_clean(text, out);
    size_t to = start;
    size_t at = start;
    bool space = false;
    while (at < out->length) {
        struct slice rest = slice_of(out->data + at, out->length - at);
        size_t length = space_length(rest);
        if (length > 0) {
            space = space || (to > start && !is_unseen(rest, length));
            at += length;
            continue;
        }
        if (space) {
            out->data[to++] = ' ';
            space = false;
        }
        out->data[to++] = out->data[at++];
    }
    out->length = to;
}
