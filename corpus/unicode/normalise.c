#include "corpus/unicode/normalise.h"

#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"

#include <stdint.h>
#include <stdlib.h>
#include <utf8proc.h>

enum {
    GRAVE = 0x300,
    ACUTE = 0x301,
    DOT_ABOVE = 0x307,
    DIAERESIS = 0x308,
    ZERO_WIDTH_SPACE = 0x200b,
    YO = 0x451,
    YE = 0x435,
    REPLACEMENT = 0xfffd,
};

/* Signs that a reader takes for a hyphen or an apostrophe become those of ASCII. */
static uint32_t unify(uint32_t code) {
    switch (code) {
    case '`':
    case 0xb4:   /* acute accent */
    case 0x2b9:  /* modifier prime */
    case 0x2bb:  /* modifier turned comma, as in Oʻzbekiston */
    case 0x2bc:  /* modifier apostrophe */
    case 0x2018: /* quotation marks */
    case 0x2019:
    case 0x201b:
    case 0x2032: /* prime */
    case 0xff07: /* wide apostrophe */
        return '\'';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2212: /* minus */
    case 0xfe58: /* small dash */
    case 0xfe63: /* small hyphen */
    case 0xff0d: /* wide hyphen */
        return '-';
    default:
        return code;
    }
}

static bool is_cyrillic_vowel(int32_t code) {
    switch (code) {
    case 0x430: /* а */
    case 0x435: /* е */
    case 0x438: /* и */
    case 0x43e: /* о */
    case 0x443: /* у */
    case 0x44b: /* ы */
    case 0x44d: /* э */
    case 0x44e: /* ю */
    case 0x44f: /* я */
    case 0x454: /* є */
    case 0x456: /* і */
        return true;
    default:
        return false;
    }
}

/* Drops stress marks on Cyrillic vowels, the dots of ё, and the second dot that folding gives the
 * Turkish İ, from decomposed text. Other marks, such as the breve of й, stay. Returns the new
 * length. */
static size_t drop_stress(int32_t *codes, size_t length) {
    size_t kept = 0;
    int32_t base = 0;
    for (size_t i = 0; i < length; i++) {
        bool stress = (codes[i] == GRAVE || codes[i] == ACUTE) && is_cyrillic_vowel(base);
        bool dots = codes[i] == DIAERESIS && base == YE;
        bool dot = codes[i] == DOT_ABOVE && base == 'i';
        if (stress || dots || dot) {
            continue;
        }
        if (codes[i] < 0x300 || codes[i] > 0x36f) {
            base = codes[i];
        }
        codes[kept++] = codes[i];
    }
    return kept;
}

static void append_code(uint32_t code, struct bytes *out) {
    char encoded[4];
    bytes_append(out, encoded, code_point_write(code, encoded));
}

/* Fully decomposed and folded characters of `word` to `codes`; returns how many there are, which
 * may be more than there is room for. */
static size_t decompose(struct slice word, int32_t *codes, size_t room) {
    size_t count = 0;
    int boundary = 0;
    for (size_t at = 0; at < word.length;) {
        uint32_t code = code_point_at(word, at, &at);
        if (code == CODE_POINT_INVALID) {
            code = REPLACEMENT;
        } else if (code == ZERO_WIDTH_SPACE) {
            continue;
        }
        size_t used = count < room ? count : room;
        utf8proc_ssize_t length = utf8proc_decompose_char(
            (int32_t)unify(code), codes + used, (utf8proc_ssize_t)(room - used),
            UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, &boundary);
        if (length > 0) {
            for (size_t i = used; i < room && i < used + (size_t)length; i++) {
                codes[i] = (int32_t)unify((uint32_t)codes[i]);
            }
            count += (size_t)length;
        }
    }
    return count;
}

/* Canonical order of combining marks: by insertion, since runs of marks are short; a run longer
 * than any script needs stays as it is, so that the cost stays linear. */
#define MARKS_SORTED 32
static void order_marks(int32_t *codes, size_t length) {
    for (size_t start = 0; start < length;) {
        size_t end = start;
        while (end < length && utf8proc_get_property(codes[end])->combining_class > 0) {
            end++;
        }
        for (size_t i = start + 1; i < end && end - start <= MARKS_SORTED; i++) {
            int32_t code = codes[i];
            utf8proc_propval_t rank = utf8proc_get_property(code)->combining_class;
            size_t j = i;
            for (; j > start && utf8proc_get_property(codes[j - 1])->combining_class > rank; j--) {
                codes[j] = codes[j - 1];
            }
            codes[j] = code;
        }
        start = end + (end == start);
        while (start < length && utf8proc_get_property(codes[start])->combining_class == 0) {
            start++;
        }
    }
}

/* Orders and composes decomposed characters in place; returns how many are left. */
static size_t compose(int32_t *codes, size_t count) {
    order_marks(codes, count);
    count = drop_stress(codes, count);
    utf8proc_ssize_t composed = utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)count,
                                                         UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return composed > 0 ? (size_t)composed : 0;
}

static void normalise_any(struct slice word, struct bytes *out) {
    int32_t few[256];
    int32_t *codes = few;
    size_t room = sizeof few / sizeof *few;
    size_t count = decompose(word, codes, room);
    if (count > room) {
        codes = malloc(count * sizeof *codes);
        if (!codes) {
            out->failed = true;
            return;
        }
        room = count;
        count = decompose(word, codes, room);
    }
    count = compose(codes, count);
    for (size_t i = 0; i < count; i++) {
        append_code((uint32_t)codes[i], out);
    }
    if (codes != few) {
        free(codes);
    }
}

/* ASCII and U+0400 to U+045F, the alphabet of Russian and its neighbours, need no tables: their
 * capitals are a fixed distance away. Writes no more bytes to `to` than the word has, and how many
 * to *written; false where another character occurs. */
static bool normalise_plain(struct slice word, char *to, size_t *written) {
    size_t length = 0;
    for (size_t i = 0; i < word.length; i++) {
        unsigned char byte = (unsigned char)word.data[i];
        if (byte < 0x80) {
            if (byte >= 'A' && byte <= 'Z') {
                byte |= 0x20;
            }
            to[length++] = byte == '`' ? '\'' : (char)byte;
            continue;
        }
        if ((byte != 0xd0 && byte != 0xd1) || i + 1 == word.length) {
            return false;
        }
        unsigned char second = (unsigned char)word.data[++i];
        if (second < 0x80 || second > 0xbf || (byte == 0xd1 && second > 0x9f)) {
            return false;
        }
        uint32_t code = (uint32_t)(byte & 0x1f) << 6 | (second & 0x3f);
        if (code < 0x410) {
            code += 0x50;
        } else if (code < 0x430) {
            code += 0x20;
        }
        if (code == 0x450 || code == YO) { /* е with grave or dots */
            code = YE;
        } else if (code == 0x45d) { /* и with grave */
            code = 0x438;
        }
        to[length++] = (char)(0xc0 | code >> 6);
        to[length++] = (char)(0x80 | (code & 0x3f));
    }
    *written = length;
    return true;
}

void word_normalise(struct slice word, struct bytes *out) {
    char *to = bytes_reserve(out, word.length);
    size_t length;
    if (to && normalise_plain(word, to, &length)) {
        out->length += length;
    } else if (to) {
        normalise_any(word, out);
    }
}

bool word_may_hide_letters(struct slice word) {
    static const char ye[] = "\xd0\xb5";
    return memmem(word.data, word.length, ye, sizeof ye - 1) != NULL;
}

struct slice word_normalise_short(struct slice word, char form[WORD_SHORT_BYTES]) {
    size_t length = 0;
    word = utf8_cut(word, WORD_SHORT_BYTES);
    if (normalise_plain(word, form, &length)) {
        return slice_of(form, length);
    }
    int32_t codes[WORD_SHORT_BYTES];
    size_t count = decompose(word, codes, WORD_SHORT_BYTES);
    count = compose(codes, count < WORD_SHORT_BYTES ? count : WORD_SHORT_BYTES);
    for (size_t i = 0; i < count; i++) {
        char encoded[4];
        size_t bytes = code_point_write((uint32_t)codes[i], encoded);
        if (bytes > WORD_SHORT_BYTES - length) {
            break;
        }
        memcpy(form + length, encoded, bytes);
        length += bytes;
    }
    return slice_of(form, length);
}

void word_capitalise(struct slice word, size_t letters, struct bytes *out) {
    size_t at = 0;
    for (size_t next; at < word.length && letters > 0; at = next, letters--) {
        char letter[4];
        uint32_t code = code_point_at(word, at, &next);
        if (code == CODE_POINT_INVALID) {
            break;
        }
        size_t size = code_point_write((uint32_t)utf8proc_toupper((int32_t)code), letter);
        bytes_append(out, letter, size);
    }
    bytes_append_slice(out, slice_from(word, at));
}
