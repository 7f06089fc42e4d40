#include "corpus/article/unwrap.h"

#include "corpus/article/clean.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

enum {
    NARROWEST = 50, /* characters in the longest line of wrapped text */
    WIDEST = 120,
    FULL_PERCENT = 75,  /* of the longest line: as full as a line that had no room for a word */
    SMALL_PERCENT = 33, /* of the lines behind a line break that begin with a small letter */
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

bool line_is_full(struct slice line, size_t width) {
    return code_point_count(line) * 100 >= width * FULL_PERCENT;
}

const char *line_joint(struct slice line) {
    return line.length > 0 && line.data[line.length - 1] == '-' ? "" : " ";
}

/* The width of the text's lines, or 0 where it is not wrapped. */
static size_t find_width(struct slice text) {
    struct slice line;
    struct wrapping wrapping = {0};
    bool inside = false; /* of a paragraph */
    while (slice_take_line(&text, &line)) {
        line = slice_trim(line);
        if (line.length > 0) {
            wrapping_note(&wrapping, line, inside);
        }
        inside = line.length > 0;
    }
    return wrapping_width(&wrapping);
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
    *apart = true;
    while (slice_take_line(&rest, &line) && slice_trim(line).length > 0) {
        if (begins_paragraph(line) && !indented) {
            *apart = false;
            break;
        }
        indented = is_indented(line);
        end = line.data + line.length;
        *text = rest;
    }
    if (*apart) {
        *text = rest;
    }
    return slice_of(start, (size_t)(end - start));
}

static bool is_full(struct slice paragraph, size_t width) {
    struct slice line;
    while (slice_take_line(&paragraph, &line) && paragraph.length > 0) {
        if (!line_is_full(slice_trim(line), width)) {
            return false;
        }
    }
    return true;
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
        bool join = is_full(paragraph, width);
        while (slice_take_line(&paragraph, &line)) {
            line = join ? slice_trim(line) : line;
            bytes_append_slice(out, line);
            if (paragraph.length > 0) {
                bytes_append_string(out, join ? line_joint(line) : "\n");
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
