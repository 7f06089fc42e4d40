#include "corpus/article/unwrap.h"

#include "corpus/article/clean.h"
#include "corpus/unicode/properties.h"

#include <utf8proc.h>

enum {
    NARROWEST = 50, /* characters in the longest line of wrapped text */
    WIDEST = 120,
    FULL_PERCENT = 75,  /* of the longest line: as full as a line that had no room for a word */
    SMALL_PERCENT = 33, /* of the lines behind a line break that begin with a small letter */
};

static bool starts_small(struct slice line) {
    utf8proc_int32_t code;
    return utf8proc_iterate((const utf8proc_uint8_t *)line.data, (utf8proc_ssize_t)line.length,
                            &code) > 0 &&
           utf8proc_category(code) == UTF8PROC_CATEGORY_LL;
}

/* The width of the text's lines, or 0 where it is not wrapped. */
static size_t find_width(struct slice text) {
    struct slice line;
    size_t width = 0, breaks = 0, small = 0;
    bool inside = false; /* of a paragraph */
    while (slice_take_line(&text, &line)) {
        line = slice_trim(line);
        size_t here = code_point_count(line);
        width = here > width ? here : width;
        if (inside && here > 0) {
            breaks++;
            small += starts_small(line);
        }
        inside = here > 0;
    }
    bool wrapped = width >= NARROWEST && width <= WIDEST && breaks > 1 &&
                   small * 100 >= breaks * SMALL_PERCENT;
    return wrapped ? width : 0;
}

/* Takes the lines up to the next empty one off the text. */
static struct slice take_paragraph(struct slice *text) {
    struct slice line;
    const char *start = text->data;
    const char *end = start;
    while (slice_take_line(text, &line) && slice_trim(line).length > 0) {
        end = line.data + line.length;
    }
    return slice_of(start, (size_t)(end - start));
}

static bool is_full(struct slice paragraph, size_t width) {
    struct slice line;
    while (slice_take_line(&paragraph, &line) && paragraph.length > 0) {
        if (code_point_count(slice_trim(line)) * 100 < width * FULL_PERCENT) {
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
        struct slice paragraph = take_paragraph(&text);
        bool join = is_full(paragraph, width);
        while (slice_take_line(&paragraph, &line)) {
            line = join ? slice_trim(line) : line;
            bool hyphen = line.length > 0 && line.data[line.length - 1] == '-';
            bytes_append_slice(out, line);
            if (paragraph.length > 0) {
                bytes_append_string(out, !join ? "\n" : hyphen ? "" : " ");
            }
        }
        bytes_append_string(out, "\n\n");
    }
}
