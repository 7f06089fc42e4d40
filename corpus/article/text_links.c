#include "corpus/article/text_links.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"

/* More links no page has. */
enum { LINKS_MOST = 1000000 };

/* Reads the number at byte `at`; the byte behind it, and `at` where there is none. */
static size_t read_number(struct slice text, size_t at, size_t *number) {
    *number = 0;
    while (at < text.length && ascii_is_digit(text.data[at])) {
        *number = *number < LINKS_MOST ? *number * 10 + (size_t)(text.data[at] - '0') : LINKS_MOST;
        at++;
    }
    return at;
}

/* "1. https://post.example/" by lynx, "[1] https://post.example/" by w3m; *number becomes 1. */
static bool is_address(struct slice line, size_t *number) {
    size_t start = line.length > 0 && *line.data == '[';
    size_t end = read_number(line, start, number);
    if (end == start || line.length < end + 2 || line.data[end] != (start > 0 ? ']' : '.')) {
        return false;
    }
    struct slice rest = slice_trim(slice_from(line, end + 1));
    return memchr(rest.data, ':', rest.length) && !memchr(rest.data, ' ', rest.length);
}

/* Whether the line is that label, with a colon or without one: browsers and their versions differ.
 */
static bool is_label(struct slice line, const char *label) {
    line.length -= line.length > 0 && line.data[line.length - 1] == ':';
    return slice_equal(line, slice_of_string(label));
}

/* lynx tells links that can be seen from those of pictures. */
static bool is_between(struct slice line) {
    return line.length == 0 || is_label(line, "Visible links") || is_label(line, "Hidden links");
}

/* Where the list begins that ends the text; the text's length where there is none. *most becomes
 * the greatest number in it. */
static size_t find_list(struct slice text, size_t *most) {
    size_t number;
    struct slice rest = text, line;
    *most = 0;
    while (slice_take_last_line(&rest, &line)) {
        size_t start = (size_t)(line.data - text.data);
        line = slice_trim(line);
        if (is_label(line, "References")) {
            return *most > 0 ? start : text.length;
        }
        if (is_address(line, &number)) {
            *most = number > *most ? number : *most;
        } else if (!is_between(line)) {
            break;
        }
    }
    return text.length;
}

/* Where a mark of one of `most` links ends that is at byte `at`; `at` where none is. */
static size_t skip_mark(struct slice text, size_t at, size_t most) {
    size_t number = 0;
    size_t end = text.data[at] == '[' ? read_number(text, at + 1, &number) : at;
    bool mark = end > at + 1 && end < text.length && text.data[end] == ']' && number <= most;
    return mark ? end + 1 : at;
}

/* Where the text begins behind the line of lynx for links that the page has in its head:
 * "#[1]alternate". */
static size_t skip_head(struct slice text, size_t most) {
    struct slice trimmed = slice_trim(text);
    size_t start = (size_t)(trimmed.data - text.data);
    bool head =
        trimmed.length > 1 && *trimmed.data == '#' && skip_mark(text, start + 1, most) > start + 1;
    const char *newline = head ? memchr(trimmed.data, '\n', trimmed.length) : NULL;
    size_t end = newline ? (size_t)(newline - text.data) : 0;
    while (newline && end < text.length && text.data[end] == '\n') {
        end++;
    }
    return end;
}

void text_drop_links(struct slice text, struct bytes *out) {
    size_t most, end = find_list(text, &most);
    if (end == text.length) {
        bytes_append_slice(out, text);
        return;
    }
    text.length = end;
    for (size_t at = skip_head(text, most); at < text.length;) {
        size_t behind = skip_mark(text, at, most);
        if (behind == at) {
            bytes_append_byte(out, text.data[at]);
            behind++;
        }
        at = behind;
    }
}
