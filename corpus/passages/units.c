#include "corpus/passages/units.h"

#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/base/url.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/identify.h"
#include "corpus/languages/labels.h"
#include "corpus/passages/lengths.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/cyrillic.h"
#include "corpus/unicode/properties.h"
#include "corpus/unicode/sentences.h"
#include "corpus/unicode/words.h"

#include <stdlib.h>

enum {
    LOOK_BYTES = 512, /* bytes at the start of a unit in which letters are counted and the language
                         is told */
    CONFIRM_BYTES = 100,      /* of a unit that is likely in the language of the one before */
    TINY_LETTERS = 12,        /* lines with fewer are lumped together */
    LUMP_CHARACTERS = 200,    /* up to here */
    HEADING_CHARACTERS = 120, /* longer lines are no headings */
    REPEATED_BYTES = 20,      /* shorter lines may well come twice */
    LABELLED_BYTES = 300,     /* a longer line is a paragraph, whatever it begins with */
    FOREIGN_LETTERS = 120,    /* letters that a unit needs to be in none of our languages: a few
                                 foreign words are likely names */
    SILENT_LETTERS = 30,      /* a unit with fewer has no language of its own */
};

#define SURE 0.5       /* from this confidence on, the language of a unit is taken from itself */
#define SURE_OTHER 0.9 /* the same for "none of ours", which the units around it tell better */

/* ---- characters ------------------------------------------------------------------------------ */

static size_t count_characters(struct slice text) {
    size_t characters = code_point_count(text);
    /* At least one for four bytes: else bytes that are no UTF-8 would make a passage endless. */
    size_t fewest = (text.length + 3) / 4;
    return characters < fewest ? fewest : characters;
}

/* The length of the first `characters` characters in bytes. */
static size_t take_characters(struct slice text, size_t characters) {
    size_t at = 0;
    while (at < text.length && (characters > 0 || utf8_continues(text.data[at])) &&
           at < 4 * (size_t)PASSAGE_CHARACTERS_LONGEST) {
        characters -= !utf8_continues(text.data[at]);
        at++;
    }
    return at;
}

static enum script script_of(uint32_t code) {
    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
        (code >= 0xC0 && code < 0x250)) {
        return SCRIPT_LATIN;
    }
    if (code_point_is_cyrillic(code)) {
        return SCRIPT_CYRILLIC;
    }
    bool letter = code >= 0x250 && category_is_letter(code_point_category(code));
    return letter ? SCRIPT_OTHER : SCRIPT_NONE;
}

/* The bytes of the address `text` begins with, or 0: its letters are of no language. */
static size_t address_length(struct slice text) {
    if (url_scheme(text) == 0 && !slice_starts_with(text, slice_of_string("www."))) {
        return 0;
    }
    size_t length = 0;
    while (length < text.length && text.data[length] != ' ' && text.data[length] != '\n') {
        length++;
    }
    return length;
}

static void count_letters(struct slice text, struct unit *unit) {
    uint32_t counts[SCRIPT_OTHER + 1] = {0};
    size_t length = text.length < LOOK_BYTES ? text.length : LOOK_BYTES;
    size_t at = 0;
    while (at < length) {
        uint32_t code = (unsigned char)text.data[at];
        size_t address = code == 'h' || code == 'w' ? address_length(slice_from(text, at)) : 0;
        if (address > 0) {
            at += address;
            continue;
        }
        size_t next = at + 1;
        if (code >= 0x80) {
            code = code_point_at(text, at, &next);
        }
        counts[script_of(code)]++;
        at = next;
    }
    unit->script = SCRIPT_NONE;
    unit->letters = 0;
    for (unsigned char script = SCRIPT_LATIN; script <= SCRIPT_OTHER; script++) {
        if (counts[script] > (unit->script ? counts[unit->script] : 0)) {
            unit->script = script;
        }
        unit->letters += counts[script];
    }
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* White space that text has at the ends of lines: ASCII's and the no-break space. */
static struct slice trim(struct slice line) {
    for (;;) {
        if (line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t')) {
            line = slice_from(line, 1);
        } else if (line.length > 1 && memcmp(line.data, "\xC2\xA0", 2) == 0) {
            line = slice_from(line, 2);
        } else if (line.length > 0 &&
                   (line.data[line.length - 1] == ' ' || line.data[line.length - 1] == '\t')) {
            line.length--;
        } else if (line.length > 1 && memcmp(line.data + line.length - 2, "\xC2\xA0", 2) == 0) {
            line.length -= 2;
        } else {
            return line;
        }
    }
}

/* The last character is a letter or a digit, or closes a question or quotation: the line does not
 * end as sentences, lists and captions do. */
static bool ends_open(struct slice line) {
    size_t start = utf8_previous(line.data, line.length);
    size_t next;
    uint32_t code = code_point_at(line, start, &next);
    if (code == CODE_POINT_INVALID) {
        return false;
    }
    utf8proc_category_t category = code_point_category(code);
    return category < UTF8PROC_CATEGORY_PC || code == '?' || code == '"' || code == ')' ||
           category == UTF8PROC_CATEGORY_PF;
}

/* "Komentar (0)"; "Baca juga: Hutan saksaul tumbuh ..." */
static bool is_label(struct slice line, uint32_t letters) {
    return letters >= 3 && line.length <= LABELLED_BYTES && label_heads(line, LABEL_PAGE);
}

static bool append(struct unit_list *list, struct unit unit) {
    return array_append(&list->units, &list->count, &list->capacity, sizeof unit, &unit);
}

static struct unit make_unit(struct slice text, struct slice line) {
    struct unit unit = {
        .start = (size_t)(line.data - text.data),
        .length = (uint32_t)line.length,
        .characters = (uint32_t)count_characters(line),
    };
    count_letters(line, &unit);
    return unit;
}

/* Marks the unit as outside when the article has its line already, as links to other articles are
 * often shown twice. */
static bool mark_repeated(struct unit_list *list, struct slice text, struct unit *unit) {
    if (unit->length < REPEATED_BYTES) {
        return true;
    }
    uint64_t hash = hash_bytes(slice_of(text.data + unit->start, unit->length));
    uint64_t *first = map_insert(list->lines, slice_of((const char *)&hash, sizeof hash), NULL);
    if (!first) {
        return false;
    }
    if (*first == 0) {
        *first = list->count + 1;
        return true;
    }
    const struct unit *before = &list->units[*first - 1];
    if (before->length == unit->length &&
        memcmp(text.data + before->start, text.data + unit->start, unit->length) == 0) {
        unit->kind = UNIT_OUTSIDE;
    }
    return true;
}

/* Joins a tiny line to the tiny lines before it: else a column of single letters would be a million
 * units. */
static bool lump(struct unit_list *list, const struct unit *unit) {
    struct unit *last = list->count > 0 ? &list->units[list->count - 1] : NULL;
    if (!last || unit->letters >= TINY_LETTERS || last->letters >= LUMP_CHARACTERS ||
        last->kind != UNIT_HEADING || unit->kind != UNIT_HEADING ||
        (last->script != unit->script && last->script && unit->script)) {
        return false;
    }
    size_t gap = unit->start - last->start - last->length;
    if (last->characters + gap + unit->characters > LUMP_CHARACTERS) {
        return false;
    }
    last->characters += (uint32_t)gap + unit->characters;
    last->letters += unit->letters;
    last->script = last->script ? last->script : unit->script;
    last->length += (uint32_t)gap + unit->length;
    return true;
}

/* ---- long paragraphs ------------------------------------------------------------------------- */

/* Where the last word ends that ends behind byte `least` and at byte `most` or before, or `most`:
 * text without blanks has Latin words and numbers in it that are not to be cut. */
static size_t last_boundary(struct slice line, size_t least, size_t most) {
    struct slice window =
        slice_of(line.data, take_characters(line, PASSAGE_CHARACTERS_LONGEST + 1));
    struct segment segment = {0};
    size_t boundary = 0;
    while (segment_next(window, segment.end, &segment) && segment.end <= most) {
        boundary = segment.end;
    }
    return boundary > least ? boundary : most;
}

/* Where to cut a line that is too long: behind a sentence, else behind a word, else anywhere. */
static size_t find_cut(struct slice line, const struct language *language) {
    size_t longest = take_characters(line, PASSAGE_CHARACTERS_LONGEST);
    size_t target = take_characters(line, PASSAGE_CHARACTERS_TARGET);
    struct slice window = slice_of(line.data, longest);
    size_t cut = 0;
    for (size_t at = 0; at < longest && cut < target;) {
        at = sentence_end(window, at, language);
        cut = at < longest ? at : cut;
    }
    if (cut >= target / 4 && cut > 0) {
        return cut;
    }
    const char *space = memrchr(window.data, ' ', longest);
    if (space && (size_t)(space - window.data) >= target / 4) {
        return (size_t)(space - window.data) + 1;
    }
    return last_boundary(line, target / 4, longest);
}

static bool append_long(struct unit_list *list, struct slice text, struct slice line,
                        struct slice claimed) {
    const struct language *language = language_identify(line, claimed, NULL);
    while (line.length > 0) {
        bool last = take_characters(line, PASSAGE_CHARACTERS_LONGEST) == line.length;
        size_t cut = last ? line.length : find_cut(line, language);
        struct slice piece = trim(slice_of(line.data, cut));
        struct unit unit = make_unit(text, piece);
        unit.language = language;
        if (piece.length > 0 && !append(list, unit)) {
            return false;
        }
        line = slice_from(line, cut);
    }
    return true;
}

static bool append_line(struct unit_list *list, struct slice text, struct slice line,
                        struct slice claimed) {
    if (take_characters(line, PASSAGE_CHARACTERS_LONGEST) < line.length) {
        return append_long(list, text, line, claimed);
    }
    struct unit unit = make_unit(text, line);
    if (is_label(line, unit.letters)) {
        unit.kind = UNIT_OUTSIDE;
        return append(list, unit);
    }
    if (unit.characters <= HEADING_CHARACTERS && ends_open(line)) {
        unit.kind = UNIT_HEADING;
    }
    if (lump(list, &unit)) {
        return true;
    }
    return mark_repeated(list, text, &unit) && append(list, unit);
}

/* ---- languages ------------------------------------------------------------------------------- */

/* The first words, at most so many bytes; all of a text that has no blank among these. */
static struct slice take_start(struct slice text, size_t bytes) {
    const char *space = text.length > bytes ? memrchr(text.data, ' ', bytes) : NULL;
    return slice_of(text.data, space ? (size_t)(space - text.data) : text.length);
}

/* The language of a unit, or NULL where it is in doubt. */
static const struct language *identify_unit(const struct unit *unit, struct slice words,
                                            struct slice claimed) {
    double confidence;
    const struct language *language = language_identify(words, claimed, &confidence);
    bool other = language == language_other();
    return confidence >= (other ? SURE_OTHER : SURE) && (unit->letters >= FOREIGN_LETTERS || !other)
               ? language
               : NULL;
}

/* Gives a language to the units whose own words tell it. A few words are enough where they agree
 * with the unit before, as nearly all do. */
static void identify_each(struct unit_list *list, struct slice text, struct slice claimed) {
    const struct language *before = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct unit *unit = &list->units[i];
        struct slice words = slice_of(text.data + unit->start, unit->length);
        if (unit->language || unit->kind == UNIT_OUTSIDE || unit->letters < SILENT_LETTERS) {
            continue;
        }
        if (before) {
            unit->language = identify_unit(unit, take_start(words, CONFIRM_BYTES), claimed);
        }
        if (!before || unit->language != before) {
            unit->language = identify_unit(unit, take_start(words, LOOK_BYTES), claimed);
        }
        before = unit->language ? unit->language : before;
    }
}

/* The units with a language that were passed last. */
struct passed {
    const struct unit *in_script[SCRIPT_OTHER + 1]; /* by script; NULL: none yet */
    const struct unit *last;
};

static void inherit(struct unit *unit, struct passed *passed) {
    const struct unit *from =
        unit->script == SCRIPT_NONE ? passed->last : passed->in_script[unit->script];
    if (unit->language) {
        passed->in_script[unit->script] = passed->last = unit;
    } else if (from && unit->kind != UNIT_OUTSIDE) {
        unit->language = from->language;
    }
}

/* Units that cannot tell their language take that of the nearest one in their script: of one before
 * them, else of one behind. */
static void inherit_all(struct unit_list *list) {
    struct passed before = {0}, behind = {0};
    for (size_t i = 0; i < list->count; i++) {
        inherit(&list->units[i], &before);
    }
    for (size_t i = list->count; i-- > 0;) {
        inherit(&list->units[i], &behind);
    }
}

/* Units of a script in which no unit could tell its language are looked at together; those without
 * letters only where there are no others. */
static bool identify_rest(struct unit_list *list, struct slice text, struct slice claimed) {
    struct bytes joined = {0};
    for (int script = SCRIPT_OTHER; script >= SCRIPT_NONE; script--) {
        bytes_clear(&joined);
        if (script == SCRIPT_NONE) {
            inherit_all(list);
        }
        for (size_t i = 0; i < list->count && joined.length < LOOK_BYTES; i++) {
            const struct unit *unit = &list->units[i];
            if (!unit->language && unit->kind != UNIT_OUTSIDE && unit->script == script) {
                bytes_append(&joined, text.data + unit->start, unit->length);
                bytes_append_byte(&joined, '\n');
            }
        }
        if (joined.length == 0) {
            continue;
        }
        const struct language *language = language_identify(bytes_slice(&joined), claimed, NULL);
        for (size_t i = 0; i < list->count; i++) {
            struct unit *unit = &list->units[i];
            if (!unit->language && unit->script == script) {
                unit->language = language;
            }
        }
    }
    bool done = !joined.failed;
    bytes_free(&joined);
    return done;
}

/* Gives all units a language. */
static bool identify_units(struct unit_list *list, struct slice text, struct slice claimed) {
    identify_each(list, text, claimed);
    inherit_all(list);
    return identify_rest(list, text, claimed);
}

/* A text that has nothing but labels keeps them as paragraphs. */
static void include_all(struct unit_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        if (list->units[i].kind != UNIT_OUTSIDE) {
            return;
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        list->units[i].kind = UNIT_PARAGRAPH;
    }
}

bool unit_list_make(struct unit_list *list) {
    list->lines = map_new();
    return list->lines != NULL;
}

void unit_list_free(struct unit_list *list) {
    map_free(list->lines);
    free(list->units);
    *list = (struct unit_list){0};
}

bool unit_list_fill(struct unit_list *list, struct slice text, struct slice claimed) {
    list->count = 0;
    map_clear(list->lines);
    struct slice rest = text, line;
    while (slice_take_line(&rest, &line)) {
        line = trim(line);
        if (line.length > 0 && !append_line(list, text, line, claimed)) {
            return false;
        }
    }
    include_all(list);
    return identify_units(list, text, claimed);
}
