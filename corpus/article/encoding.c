#include "corpus/article/encoding.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/unicode/properties.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <strings.h>
#include <uchardet/uchardet.h>

enum {
    DECLARED_WITHIN = 4096, /* bytes; browsers look at 1024 */
    GUESS_FROM = 1 << 17,   /* bytes that uchardet gets to see */
    ENOUGH_HIGH = 40,    /* letters, to say that text is Cyrillic, or how Latin text is encoded */
    ENOUGH_CAPITALS = 3, /* to say in which encoding */
};

/* ---- what kind of bytes ---------------------------------------------------------------------- */

struct census {
    size_t control;      /* control characters that text does not have */
    size_t sequences;    /* well-formed multi-byte sequences of UTF-8 */
    size_t invalid;      /* bytes that belong to none */
    size_t invalid_line; /* where the first of these is, from 1; 0: nowhere */
    bool nul;
};

static struct census take_census(struct slice text) {
    struct census census = {0};
    size_t line = 1;
    size_t at = 0;
    while (at < text.length) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0x80) {
            if (code_point_at(text, at, &at) != CODE_POINT_INVALID) {
                census.sequences++;
            } else {
                census.invalid_line = census.invalid ? census.invalid_line : line;
                census.invalid++;
            }
            continue;
        }
        line += byte == '\n';
        census.nul = census.nul || byte == 0;
        /* Form feeds, backspaces and escapes do occur in text made for terminals, and what ends
         * text of DOS. */
        census.control += byte < 0x20 && !(byte >= '\b' && byte <= '\r') && byte != 0x1B &&
                          !(byte == 0x1A && at + 1 == text.length);
        at++;
    }
    return census;
}

static bool is_binary(const struct census *census, struct slice text) {
    return census->nul || census->control > 1 + text.length / 100; /* one does occur in any text */
}

/* Whether the high bytes make words of Cyrillic: nearly all of them stand side by side, as accented
 * letters in a Latin text do not. */
static bool looks_cyrillic(struct slice text) {
    size_t high = 0, alone = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool here = (unsigned char)text.data[i] >= 0xC0;
        bool before = i > 0 && (unsigned char)text.data[i - 1] >= 0xC0;
        bool after = i + 1 < text.length && (unsigned char)text.data[i + 1] >= 0xC0;
        high += here;
        alone += here && !before && !after;
    }
    return high >= ENOUGH_HIGH && alone * 4 < high;
}

/* In windows-1251 capitals are from C0 and small letters from E0; in KOI8-R it is the other way
 * round. Words have a capital in front: which is it? NULL where there are too few to say. */
static const char *tell_cyrillic(struct slice text) {
    size_t up = 0, down = 0;
    for (size_t i = 1; i < text.length; i++) {
        unsigned char first = (unsigned char)text.data[i - 1], next = (unsigned char)text.data[i];
        bool inside = i > 1 && (unsigned char)text.data[i - 2] >= 0xC0;
        up += !inside && first >= 0xC0 && first < 0xE0 && next >= 0xE0;
        down += !inside && first >= 0xE0 && next >= 0xC0 && next < 0xE0;
    }
    if (up + down < ENOUGH_CAPITALS || (up < 4 * down && down < 4 * up)) {
        return NULL;
    }
    return up > down ? "windows-1251" : "koi8-r";
}

/* The same of Cyrillic text all in capitals, as telegraphs sent it: they have 32 places side by
 * side in both encodings, where the other one has its small letters. Which of them has more of what
 * Russian has most of, О А И Н Т? */
static const char *tell_capitals(struct slice text) {
    static const uint32_t windows = 1u << 0x0E | 1u << 0x00 | 1u << 0x08 | 1u << 0x0D | 1u << 0x12;
    static const uint32_t koi = 1u << 0x0F | 1u << 0x01 | 1u << 0x09 | 1u << 0x0E | 1u << 0x14;
    size_t low = 0, high = 0, others = 0, of_windows = 0, of_koi = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        low += byte >= 0xC0 && byte < 0xE0;
        high += byte >= 0xE0;
        others += byte >= 0x80 && byte < 0xC0;
        of_windows += byte >= 0xC0 && (windows >> (byte & 0x1F) & 1);
        of_koi += byte >= 0xC0 && (koi >> (byte & 0x1F) & 1);
    }
    size_t letters = low + high, capitals = low > high ? low : high;
    size_t own = low > high ? of_windows : of_koi, other = low > high ? of_koi : of_windows;
    bool told = letters >= ENOUGH_HIGH && others * 10 <= letters &&
                (letters - capitals) * 20 <= letters && own * 2 >= other * 3 &&
                own * 10 >= letters * 3;
    return !told ? NULL : low > high ? "windows-1251" : "koi8-r";
}

/* What stands behind a letter of windows-1252 from 0x80 to 0xBF: punctuation that ends or joins
 * words, and the letters that are there. In the code pages of DOS, accented letters are. */
static bool may_follow_letter(unsigned char byte) {
    return strchr("\x83\x85\x8A\x8C\x8E\x92\x94\x96\x97\x99\x9A\x9B\x9C\x9E\x9F\xA0\xAA\xAD\xAE"
                  "\xB0\xB2\xB3\xB7\xB9\xBA\xBB",
                  byte) != NULL;
}

/* Whether a text of Latin letters with so few accents that they do not tell its encoding reads well
 * in windows-1252, which most such text is in: accents stand beside letters of ASCII, and nothing
 * stands behind these that is not found there. */
static bool looks_western(struct slice text) {
    size_t accents = 0, beside = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool behind = i > 0 && ascii_is_letter(text.data[i - 1]);
        if (byte >= 0xC0) {
            accents++;
            beside += behind || (i + 1 < text.length && ascii_is_letter(text.data[i + 1]));
        } else if (byte >= 0x80 && behind && !may_follow_letter(byte)) {
            return false;
        }
    }
    return accents > 0 && accents < ENOUGH_HIGH && (accents - beside) * 4 <= accents;
}

/* Replaces the name of an encoding that Cyrillic text cannot be in, as defaults of servers and
 * copied templates declare it. False where it may be right. */
static bool correct_name(struct slice text, char name[ENCODING_NAME_BYTES]) {
    static const char *const confused[] = {"windows-1251", "koi8-r", "windows-1252"};
    bool may_be_wrong = false;
    for (size_t i = 0; i < sizeof confused / sizeof *confused; i++) {
        may_be_wrong = may_be_wrong || strcasecmp(name, confused[i]) == 0;
    }
    bool cyrillic = may_be_wrong && looks_cyrillic(text);
    const char *told = cyrillic ? tell_cyrillic(text) : NULL;
    told = cyrillic && !told ? tell_capitals(text) : told;
    if (!told || strcasecmp(name, told) == 0) {
        return false;
    }
    strcpy(name, told);
    return true;
}

/* ---- decoding -------------------------------------------------------------------------------- */

/* Encodings that browsers read as a superset, and other names (WHATWG Encoding Standard, section
 * 4.2). */
static const struct superset {
    const char *name, *read_as;
} supersets[] = {
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"koi8", "koi8-r"},
    {"x-cp1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"win1251", "windows-1251"},
    {"cp-1251", "windows-1251"},
    {"utf8", "utf-8"},
};

static bool name_encoding(struct slice declared, char name[ENCODING_NAME_BYTES]) {
    struct slice wanted = slice_trim(declared);
    if (wanted.length == 0 || wanted.length >= ENCODING_NAME_BYTES ||
        memchr(wanted.data, '\0', wanted.length)) {
        return false;
    }
    memcpy(name, wanted.data, wanted.length);
    name[wanted.length] = '\0';
    for (size_t i = 0; i < sizeof supersets / sizeof *supersets; i++) {
        if (strcasecmp(name, supersets[i].name) == 0) {
            strcpy(name, supersets[i].read_as);
        }
    }
    return true;
}

enum conversion { CONVERTED, NOT_CONVERTED, NO_MEMORY };

/* Appends `text`, which is in the encoding of that name; `out` is as before when it is not. */
static enum conversion convert(struct slice text, const char *name, struct bytes *out) {
    size_t start = out->length;
    iconv_t decoder = iconv_open("UTF-8", name);
    if (decoder == (iconv_t)-1) {
        return errno == ENOMEM ? NO_MEMORY : NOT_CONVERTED;
    }
    char *from = (char *)(uintptr_t)text.data; /* iconv does not write there */
    size_t left = text.length;
    enum conversion result = CONVERTED;
    /* Once more without input: what the decoder keeps back to see whether a mark follows
     * (windows-1258) comes out then. */
    for (bool ended = false; !ended && result == CONVERTED;) {
        size_t room = left + left / 2 + 64;
        char *to = bytes_reserve(out, room);
        if (!to) {
            result = NO_MEMORY;
            break;
        }
        size_t before = room;
        ended = left == 0;
        if (iconv(decoder, ended ? NULL : &from, &left, &to, &room) == (size_t)-1 &&
            errno != E2BIG) {
            result = NOT_CONVERTED;
        }
        out->length += before - room;
    }
    iconv_close(decoder);
    if (result != CONVERTED) {
        out->length = start;
    }
    return result;
}

/* The name of the encoding; empty where it is not recognised. From a few accents uchardet concludes
 * as readily that a text is of DOS or of the Baltic, and Russian capitals are Hebrew to it. */
static void recognise(struct slice text, char name[ENCODING_NAME_BYTES]) {
    const char *told = looks_cyrillic(text) ? tell_capitals(text) : NULL;
    strcpy(name, told ? told : looks_western(text) ? "windows-1252" : "");
    if (*name) {
        return;
    }
    uchardet_t detector = uchardet_new();
    if (!detector) {
        return;
    }
    size_t length = text.length < GUESS_FROM ? text.length : GUESS_FROM;
    if (uchardet_handle_data(detector, text.data, length) == 0) {
        uchardet_data_end(detector);
        name_encoding(slice_of_string(uchardet_get_charset(detector)), name);
    }
    uchardet_delete(detector);
}

bool encoding_decode(struct slice text, struct slice declared, struct bytes *out,
                     struct error *error) {
    struct census census = take_census(text);
    char name[ENCODING_NAME_BYTES];
    if (is_binary(&census, text)) {
        return error_set(error, ERROR_INPUT, "binary data, not text");
    }
    if (census.invalid == 0) {
        bytes_append_slice(out, text);
        return bytes_check(out, error);
    }
    enum conversion result = NOT_CONVERTED;
    bool said = name_encoding(declared, name);
    bool said_utf_8 = said && strcasecmp(name, "utf-8") == 0;
    if (said && !said_utf_8) {
        correct_name(text, name);
        result = convert(text, name, out);
    }
    if (result == NOT_CONVERTED && census.sequences / (said_utf_8 ? 1 : 4) > census.invalid) {
        return error_set(error, ERROR_INPUT, "invalid UTF-8");
    }
    if (result == NOT_CONVERTED) {
        recognise(text, name);
        if (*name) {
            result = convert(text, name, out);
        }
    }
    if (result == NO_MEMORY) {
        return error_set_memory(error);
    }
    return result == CONVERTED ||
           error_set(error, ERROR_INPUT, "neither UTF-8 nor an encoding that can be recognised");
}

size_t encoding_invalid_line(struct slice text) {
    struct census census = take_census(text);
    return is_binary(&census, text) ? 0 : census.invalid_line;
}

/* ---- declarations ---------------------------------------------------------------------------- */

static void skip(struct slice text, size_t *at, const char *any) {
    while (*at < text.length && text.data[*at] && strchr(any, text.data[*at])) {
        ++*at;
    }
}

/* The value of `word = "value"` at `at`; empty where that does not stand there. */
static struct slice read_value(struct slice text, size_t at, const char *word) {
    if (!ascii_starts_with(slice_from(text, at), word)) {
        return slice_of(NULL, 0);
    }
    at += strlen(word);
    skip(text, &at, " \t\r\n");
    if (at >= text.length || text.data[at] != '=') {
        return slice_of(NULL, 0);
    }
    at++;
    skip(text, &at, " \t\r\n\"'");
    size_t start = at;
    while (at < text.length && !strchr(" \t\r\n\"';/>?", text.data[at])) {
        at++;
    }
    return slice_of(text.data + start, at - start);
}

struct slice encoding_declared(struct slice start) {
    struct slice text =
        slice_of(start.data, start.length < DECLARED_WITHIN ? start.length : DECLARED_WITHIN);
    bool xml = slice_starts_with(slice_trim(text), slice_of_string("<?xml"));
    for (size_t at = 0; at < text.length; at++) {
        struct slice value = read_value(text, at, xml ? "encoding" : "charset");
        if (value.length > 0) {
            return value;
        }
        if (text.data[at] == '>') {
            xml = false; /* the end of the XML declaration */
        }
    }
    return slice_of(NULL, 0);
}

const char *encoding_guess(struct slice start, char name[ENCODING_NAME_BYTES]) {
    struct census census = take_census(start);
    struct slice declared = encoding_declared(start);
    bool said = name_encoding(declared, name);
    bool surely_utf_8 = census.sequences > 4 * census.invalid;
    if (said && strcasecmp(name, "utf-8") != 0) {
        return surely_utf_8 ? "UTF-8" : correct_name(start, name) ? name : NULL;
    }
    /* The last character may be cut in two. */
    bool few = census.invalid < 4 && (said || census.invalid <= census.sequences);
    if (surely_utf_8 || few) {
        return NULL;
    }
    recognise(start, name);
    return *name ? name : NULL;
}
