#include "searcher/web/source.h"

#include "corpus/base/ascii.h"
#include "corpus/base/url.h"
#include "searcher/web/escape.h"

/* Words at either end of a passage that browsers look for; enough to be the only such place. */
#define FRAGMENT_WORDS 5
/* With fewer words behind the first ones, these stand alone. */
#define FRAGMENT_BYTES_BETWEEN 40

/* The first `most` words of the line, without white space behind them. */
static struct slice first_words(struct slice line, unsigned most) {
    size_t at = 0;
    while (at < line.length && most > 0) {
        while (at < line.length && !ascii_is_space(line.data[at])) {
            at++;
        }
        if (--most == 0) {
            break;
        }
        while (at < line.length && ascii_is_space(line.data[at])) {
            at++;
        }
    }
    while (at > 0 && ascii_is_space(line.data[at - 1])) {
        at--;
    }
    return slice_of(line.data, at);
}

static struct slice last_words(struct slice line, unsigned most) {
    size_t at = line.length;
    while (at > 0 && most > 0) {
        while (at > 0 && !ascii_is_space(line.data[at - 1])) {
            at--;
        }
        if (--most == 0) {
            break;
        }
        while (at > 0 && ascii_is_space(line.data[at - 1])) {
            at--;
        }
    }
    return slice_of(line.data + at, line.length - at);
}

/* A hyphen has a meaning of its own in the directive. */
static void write_words(struct slice words, struct bytes *out) {
    for (;;) {
        const char *hyphen = words.length ? memchr(words.data, '-', words.length) : NULL;
        size_t length = hyphen ? (size_t)(hyphen - words.data) : words.length;
        escape_iri(slice_of(words.data, length), out);
        if (!hyphen) {
            return;
        }
        bytes_append_string(out, "%2D");
        words = slice_of(hyphen + 1, words.length - length - 1);
    }
}

/* The first line of the passage: a directive finds nothing that runs over a paragraph's end. */
static struct slice first_line(struct slice passage) {
    struct slice rest = ascii_trim(passage), line = rest;
    slice_take_line(&rest, &line);
    return ascii_trim(line);
}

bool source_is_safe(struct slice url) {
    return url_is_web(url);
}

bool source_write_address(struct slice url, struct slice passage, struct bytes *out) {
    if (!source_is_safe(url)) {
        return false;
    }
    escape_address(url, out);
    struct slice line = first_line(passage);
    struct slice start = first_words(line, FRAGMENT_WORDS);
    if (start.length == 0) {
        return true;
    }
    bytes_append_string(out, memchr(url.data, '#', url.length) ? ":~:text=" : "#:~:text=");
    write_words(start, out);
    struct slice end = last_words(line, FRAGMENT_WORDS);
    if (end.data > start.data + start.length + FRAGMENT_BYTES_BETWEEN) {
        bytes_append_byte(out, ',');
        write_words(end, out);
    }
    return true;
}
