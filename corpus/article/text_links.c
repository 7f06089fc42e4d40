#include "corpus/article/text_links.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"

/* Where the digits end that are at byte `at`. */
static size_t skip_digits(struct slice text, size_t at) {
    while (at < text.length && ascii_is_digit(text.data[at])) {
        at++;
    }
    return at;
}

/* "1. https://post.example/" */
static bool is_address(struct slice line) {
    size_t digits = skip_digits(line, 0);
    if (digits == 0 || line.length < digits + 2 || line.data[digits] != '.') {
        return false;
    }
    struct slice rest = slice_trim(slice_of(line.data + digits + 1, line.length - digits - 1));
    return memchr(rest.data, ':', rest.length) && !memchr(rest.data, ' ', rest.length);
}

static bool is_heading(struct slice line) {
    return slice_equal(line, slice_of_string("References"));
}

/* lynx tells links that can be seen from those of pictures. */
static bool is_between(struct slice line) {
    return line.length == 0 || slice_equal(line, slice_of_string("Visible links:")) ||
           slice_equal(line, slice_of_string("Hidden links:"));
}

/* The last line of the text, without blanks around it. */
static struct slice last_line(struct slice text, size_t *start) {
    const char *newline = text.length > 0 ? memrchr(text.data, '\n', text.length) : NULL;
    *start = newline ? (size_t)(newline - text.data) + 1 : 0;
    return slice_trim(slice_of(text.data + *start, text.length - *start));
}

/* Where the list begins that ends the text; the text's length where there is none. */
static size_t find_list(struct slice text) {
    size_t start, addresses = 0;
    struct slice rest = text;
    while (rest.length > 0) {
        struct slice line = last_line(rest, &start);
        if (is_heading(line)) {
            return addresses > 0 ? start : text.length;
        }
        if (!is_address(line) && !is_between(line)) {
            break;
        }
        addresses += line.length > 0;
        rest.length = start > 0 ? start - 1 : 0;
    }
    return text.length;
}

/* Where a mark of a link ends that is at byte `at`; `at` where none is. */
static size_t skip_mark(struct slice text, size_t at) {
    size_t end = text.data[at] == '[' ? skip_digits(text, at + 1) : at;
    bool mark = end > at + 1 && end < text.length && text.data[end] == ']';
    return mark ? end + 1 : at;
}

/* Where the text begins behind the line of lynx for links that the page has in its head:
 * "#[1]alternate". */
static size_t skip_head(struct slice text) {
    struct slice trimmed = slice_trim(text);
    size_t start = (size_t)(trimmed.data - text.data);
    bool head =
        trimmed.length > 1 && *trimmed.data == '#' && skip_mark(text, start + 1) > start + 1;
    const char *newline = head ? memchr(trimmed.data, '\n', trimmed.length) : NULL;
    size_t end = newline ? (size_t)(newline - text.data) : 0;
    while (newline && end < text.length && text.data[end] == '\n') {
        end++;
    }
    return end;
}

void text_drop_links(struct slice text, struct bytes *out) {
    size_t end = find_list(text);
    if (end == text.length) {
        bytes_append_slice(out, text);
        return;
    }
    text.length = end;
    for (size_t at = skip_head(text); at < text.length;) {
        size_t behind = skip_mark(text, at);
        if (behind == at) {
            bytes_append_byte(out, text.data[at]);
            behind++;
        }
        at = behind;
    }
}
