#include "corpus/article/unwrap.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/languages/divided.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

enum {
    NARROWEST = 50, /* characters in the longest line of wrapped text */
    WIDEST = 120,
    FULL_PERCENT = 75,    /* of the longest line: as full as a line that had no room for a word */
    SMALL_PERCENT = 33,   /* of the lines behind a line break that begin with a small letter */
    FEW_BREAKS = 3,       /* of a paragraph: fewer tell nothing of how they came about */
    POINTED_PERCENT = 75, /* of them behind a punctuation mark: they end what is said */
    BEGUN_PERCENT = 20,   /* of them before a small letter: fewer, and lines begin something */
};

static bool starts_small(struct slice line) {
    size_t next;
    return line.length > 0 &&
           code_point_category(code_point_at(line, 0, &next)) == UTF8PROC_CATEGORY_LL;
}

void wrapping_note(struct wrapping *wrapping, struct slice line, bool below) {
    size_t width = code_point_count(line);
    wrapping->width = width > wrapping->width ? width : wrapping->width;
    wrapping->breaks += below;
    wrapping->small += below && starts_small(line);
}

size_t wrapping_width(const struct wrapping *wrapping) {
    bool wrapped = wrapping->width >= NARROWEST && wrapping->width <= WIDEST &&
                   wrapping->breaks > 1 &&
                   wrapping->small * 100 >= wrapping->breaks * SMALL_PERCENT;
    return wrapped ? wrapping->width : 0;
}

/* Whether a line of text of that width had no room for another word. */
static bool line_is_full(struct slice line, size_t width) {
    return code_point_count(line) * 100 >= width * FULL_PERCENT;
}

static bool ends_with_any(struct slice line, const char *marks) {
    return line.length > 0 && strchr(marks, line.data[line.length - 1]);
}

static struct slice first_word(struct slice line) {
    size_t length = 0;
    while (length < line.length && space_length(slice_from(line, length)) == 0) {
        length++;
    }
    return slice_of(line.data, length);
}

/* "-", "*", "1.", "b)": what stands before an item of a list. */
static bool is_item_mark(struct slice word) {
    static const char *const bullets[] = {
        "-",
        "*",
        "+",
        "\xC2\xB7",     /* middle dot */
        "\xE2\x80\x93", /* en dash */
        "\xE2\x80\x94", /* em dash */
        "\xE2\x80\xA2", /* bullet */
        "\xE2\x96\xAA", /* small black square */
        "\xE2\x97\x8F", /* black circle */
        NULL,
    };
    size_t digits = 0;
    while (digits < word.length && ascii_is_digit(word.data[digits])) {
        digits++;
    }
    bool number = digits > 0 && digits <= 2 && digits + 1 == word.length;
    return slice_is_listed(word, bullets) || (number && ends_with_any(word, ".)")) ||
           (word.length > 1 && code_point_count(word) == 2 && ends_with_any(word, ")"));
}

static bool begins_item(struct slice line) {
    struct slice mark = first_word(line);
    return mark.length < line.length && is_item_mark(mark);
}

void paragraph_note(struct paragraph_lines *lines, struct slice line) {
    struct slice above = lines->last, word = first_word(line);
    size_t width = code_point_count(line);
    if (above.length > 0) {
        lines->needed += code_point_count(above) + 1 + code_point_count(word);
        lines->breaks++;
        lines->full += line_is_full(above, lines->width);
        lines->pointed += ends_with_any(above, ".,;:!?");
        lines->small += starts_small(line);
    }
    /* A line of one word, such as an address of the web, may be longer than there is room. */
    if (word.length < line.length && width > lines->longest) {
        lines->longest = width;
    }
    lines->items += begins_item(line);
    lines->last = line;
}

bool paragraph_is_wrapped(const struct paragraph_lines *lines) {
    size_t breaks = lines->breaks;
    if (lines->full < breaks || lines->items * 2 > breaks + 1) {
        return false;
    }
    return breaks < FEW_BREAKS || (lines->pointed * 100 < breaks * POINTED_PERCENT &&
                                   lines->small * 100 >= breaks * BEGUN_PERCENT &&
                                   lines->needed > breaks * lines->longest);
}

bool line_begins_paragraph(struct slice above, struct slice line) {
    return (ends_with_any(above, ".;:!?") && begins_item(line)) ||
           (ends_with_any(above, ":") && !starts_small(line));
}

/* Whether the line ends with a hyphen that ties a word to what follows: one behind a blank is a
 * dash. */
static bool ends_tied(struct slice line) {
    static const char *const hyphens[] = {"-", "\xE2\x80\x90" /* U+2010 */};
    struct slice rest = line;
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens;) {
        struct slice hyphen = slice_of_string(hyphens[i]);
        bool ends = slice_ends_with(rest, hyphen);
        rest.length -= ends ? hyphen.length : 0;
        i = ends ? 0 : i + 1;
    }
    struct slice word = slice_trim(rest);
    return rest.length < line.length && word.length > 0 &&
           word.data + word.length == rest.data + rest.length;
}

const char *line_join(struct slice *line, struct slice next) {
    bool tied = ends_tied(*line) && !line_begins_conjunction(next);
    size_t undivided = line_undivided(*line, next);
    bool divided = undivided < line->length;
    line->length = undivided;
    return tied || divided ? "" : " ";
}

/* The width of the text's lines, or 0 where it is not wrapped. Lines of columns, as a page's head
 * is, may be wider. */
static size_t find_width(struct slice text) {
    struct slice line;
    struct wrapping wrapping = {0};
    bool inside = false; /* of a paragraph */
    while (slice_take_line(&text, &line)) {
        line = slice_trim(line);
        if (line.length > 0 && !byline_has_gap(line)) {
            wrapping_note(&wrapping, line, inside);
        }
        if (wrapping.width > WIDEST) {
            return 0;
        }
        inside = line.length > 0;
    }
    return wrapping_width(&wrapping);
}

bool text_is_wrapped(struct slice text) {
    return find_width(text) > 0;
}

static bool is_indented(struct slice line) {
    return space_length(line) > 0;
}

/* Of a list, the first line of an item stands out, and those below go on with it. */
static bool begins_paragraph(struct slice line) {
    return is_indented(line) && !starts_small(slice_trim(line));
}

/* Takes the lines of a paragraph off the text, with the empty one behind them; *apart: there is
 * one. */
static struct slice take_paragraph(struct slice *text, bool *apart) {
    struct slice line = {0}, rest = *text;
    const char *start = text->data;
    const char *end = start;
    bool indented = true; /* the line above */
    struct slice above = {0};
    *apart = true;
    while (slice_take_line(&rest, &line) && slice_trim(line).length > 0) {
        if ((begins_paragraph(line) && !indented) ||
            line_begins_paragraph(above, slice_trim(line))) {
            *apart = false;
            break;
        }
        above = slice_trim(line);
        indented = is_indented(line);
        end = line.data + line.length;
        *text = rest;
    }
    if (*apart) {
        *text = rest;
    }
    return slice_of(start, (size_t)(end - start));
}

static bool is_wrapped(struct slice paragraph, size_t width) {
    struct paragraph_lines lines = {.width = width};
    struct slice line;
    while (slice_take_line(&paragraph, &line)) {
        paragraph_note(&lines, slice_trim(line));
    }
    return paragraph_is_wrapped(&lines);
}

void text_unwrap(struct slice text, struct bytes *out) {
    size_t width = find_width(text);
    struct slice line;
    if (width == 0) {
        bytes_append_slice(out, text);
        return;
    }
    while (text.length > 0) {
        bool apart;
        struct slice paragraph = take_paragraph(&text, &apart);
        bool join = is_wrapped(paragraph, width);
        if (join) { /* once: behind the last line there may be any number of blanks */
            paragraph = slice_trim(paragraph);
        }
        while (slice_take_line(&paragraph, &line)) {
            const char *joint = "\n";
            if (join) {
                line = slice_trim(line);
                joint = line_join(&line, slice_trim(paragraph));
            }
            bytes_append_slice(out, line);
            if (paragraph.length > 0) {
                bytes_append_string(out, joint);
            }
        }
        bytes_append_string(out, apart ? "\n\n" : "\n");
    }
}

void text_join_lines(char *text, size_t length) {
    struct slice rest = slice_of(text, length);
    struct slice line;
    size_t width = find_width(rest);
    while (width > 0 && slice_take_line(&rest, &line)) {
        line = slice_trim(line);
        if (rest.length > 0 && line_is_full(line, width)) {
            size_t end = (size_t)(line.data - text) + line.length;
            memset(text + end, ' ', length - rest.length - end);
        }
    }
}
