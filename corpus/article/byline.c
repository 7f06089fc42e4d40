#include "corpus/article/byline.h"

#include "corpus/article/clean.h"
#include "corpus/languages/labels.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

enum {
    LONGEST_LINE = 200, /* bytes */
    MOST_LABEL_WORDS = 3,
    MOST_NAME_WORDS = 8,
    LONGEST_PARTICLE = 4, /* letters: "de", "bin", "and" */
};

bool byline_has_gap(struct slice line) {
    line = slice_trim(line);
    return line.length > 0 && (memchr(line.data, '\t', line.length) ||
                               memmem(line.data, line.length, "   ", strlen("   ")));
}

bool byline_date(struct slice line, char date[ARTICLE_DATE_BYTES]) {
    size_t start, end;
    if (line.length > LONGEST_LINE || !article_date_find(line, &start, &end, date)) {
        return false;
    }
    end = label_is(slice_from(line, end), LABEL_TIME) ? line.length : end; /* "2024 г." */
    if (end < line.length && strchr(".!?", line.data[line.length - 1])) {
        return false;
    }
    bool alone = (end - start) * 2 >= line.length;
    bool last_item = end == line.length && start > 2 && line.data[start - 2] == ',';
    bool labelled = start > 1 && memchr(line.data, ':', start);
    bool of_change = end == line.length && byline_change(line) > 0;
    return alone || last_item || labelled || of_change || memchr(line.data, '|', line.length) ||
           byline_has_gap(line) || byline_names(line).length > 0;
}

static size_t word_length(struct slice text) {
    size_t length = 0;
    while (length < text.length && space_length(slice_from(text, length)) == 0) {
        length++;
    }
    return length;
}

static struct slice skip(struct slice text, size_t length) {
    return slice_trim(slice_from(text, length));
}

size_t byline_change(struct slice line) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (!article_date_find(line, &start, &end, date)) {
        start = end = line.length;
    }
    struct slice before = slice_trim(slice_of(line.data, start));
    while (before.length > 0) {
        size_t length = word_length(before);
        if (label_is(slice_of(before.data, length), LABEL_CHANGE)) {
            return end;
        }
        before = skip(before, length);
    }
    return 0;
}

/* What stands behind "Author:", "Reporter" or "By"; *least: the words it must have to be a name. */
static struct slice skip_label(struct slice line, size_t *least) {
    const char *colon = memchr(line.data, ':', line.length);
    size_t before = colon ? (size_t)(colon - line.data) : 0;
    *least = 1;
    struct slice label = slice_of(line.data, before);
    if (colon && label_is(label, LABEL_AUTHOR | LABEL_BYLINE)) {
        return skip(line, before + 1);
    }
    *least = 2;
    size_t length = 0;
    for (size_t words = 0; words < MOST_LABEL_WORDS && length < line.length; words++) {
        length += word_length(slice_from(line, length));
        struct slice first = slice_of(line.data, length);
        if (label_is(first, LABEL_AUTHOR | LABEL_BYLINE)) {
            return skip(line, length);
        }
        length += space_length(slice_from(line, length));
    }
    return slice_of(NULL, 0);
}

static bool ends_with_separator(struct slice text) {
    static const char separators[] = ",-(";
    return text.length > 0 && strchr(separators, text.data[text.length - 1]);
}

static struct slice cut_separators(struct slice text) {
    while (ends_with_separator(text)) {
        text = slice_trim(slice_of(text.data, text.length - 1));
    }
    return text;
}

/* Without words that lead to a date: "published", "on", "on Tuesday,", and ", Tuesday," alone. In
 * Russian the word before dates is that before senders. */
static struct slice cut_date_label(struct slice names) {
    bool weekday = names.length > 0 && names.data[names.length - 1] == ',';
    struct slice rest = cut_separators(names);
    for (int words = weekday ? 2 : 1; words > 0 && rest.length > 0; words--) {
        const char *space = memrchr(rest.data, ' ', rest.length);
        size_t before = space ? (size_t)(space - rest.data) : 0;
        struct slice word = skip(rest, before);
        struct slice left = slice_trim(slice_of(names.data, before));
        if (space && (label_is(word, LABEL_DATE | LABEL_CHANGE | LABEL_SENDER) ||
                      (label_is(word, LABEL_WEEKDAY) && ends_with_separator(left)))) {
            return left;
        }
        rest = slice_trim(slice_of(rest.data, before));
    }
    return cut_separators(names);
}

/* Without the date and what leads to it. */
static struct slice cut_date(struct slice names) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (article_date_find(names, &start, &end, date)) {
        names = slice_trim(slice_of(names.data, start));
    }
    for (size_t length = names.length + 1; names.length < length;) {
        length = names.length;
        names = cut_date_label(names);
    }
    return names;
}

static bool starts_with_capital(struct slice word) {
    size_t next;
    utf8proc_category_t category = code_point_category(code_point_at(word, 0, &next));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static bool has_any(struct slice text, const char *signs) {
    size_t at = 0;
    while (at < text.length && !strchr(signs, text.data[at])) {
        at++;
    }
    return at < text.length;
}

bool byline_are_names(struct slice text, size_t least) {
    size_t words = 0;
    bool capital = false;
    if (text.length == 0 || has_any(text, "0123456789@/\":") ||
        strchr(".!?:;", text.data[text.length - 1])) {
        return false;
    }
    for (; text.length > 0; words++) {
        struct slice word = slice_of(text.data, word_length(text));
        capital = starts_with_capital(word);
        if (!capital && (words == 0 || code_point_count(word) > LONGEST_PARTICLE)) {
            return false;
        }
        text = skip(text, word.length);
    }
    return capital && words >= least && words <= MOST_NAME_WORDS;
}

struct slice byline_names(struct slice line) {
    if (line.length > LONGEST_LINE) {
        return slice_of(NULL, 0);
    }
    while (line.length > 0) {
        const char *bar = memchr(line.data, '|', line.length);
        struct slice item = slice_of(line.data, bar ? (size_t)(bar - line.data) : line.length);
        size_t least;
        struct slice names = cut_date(skip_label(slice_trim(item), &least));
        if (byline_are_names(names, least)) {
            return names;
        }
        line = skip(line, item.length + (bar ? 1 : 0));
    }
    return line;
}
