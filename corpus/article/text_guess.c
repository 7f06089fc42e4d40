#include "corpus/article/text_guess.h"

#include "corpus/article/byline.h"
#include "corpus/article/clean.h"
#include "corpus/base/url.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/labels.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

enum {
    LONGEST_TITLE = 400, /* bytes: about 200 letters of Cyrillic */
    LONGEST_DATE_LINE = 200,
    LONGEST_DATELINE = 120,
    LONGEST_SOURCE = 120,
    HEAD_LINES = 5, /* not empty, where a date may stand on its own */
    BYLINE_LINES = 4,
    TAIL_LINES = 10,         /* where the source may be named */
    PARAGRAPH_LETTERS = 120, /* in a line that is a whole paragraph, and no line of a wrapped one */
    HEADLINE_WORDS = 4,      /* more than a place has: "TASHKENT, UZBEKISTAN" */
};

/* Takes the last line off a text, without white space around it; false where there is none. */
static bool take_last_line(struct slice *text, struct slice *line) {
    bool taken = slice_take_last_line(text, line);
    *line = taken ? slice_trim(*line) : *line;
    return taken;
}

static utf8proc_category_t first_category(struct slice text) {
    size_t next;
    return text.length > 0 ? code_point_category(code_point_at(text, 0, &next))
                           : UTF8PROC_CATEGORY_CN;
}

static size_t character_length(struct slice text) {
    size_t length = 1;
    while (length < text.length && utf8_continues(text.data[length])) {
        length++;
    }
    return length;
}

/* A dash with white space around it, or two hyphens, as behind a dateline. */
static bool starts_with_dash(struct slice text) {
    static const char *const dashes[] = {"--", "- ", "\xE2\x80\x93", "\xE2\x80\x94"};
    text = slice_trim(text);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (slice_starts_with(text, slice_of_string(dashes[i]))) {
            return true;
        }
    }
    return false;
}

/* A first word of capital letters: "TASHKENT, ...". */
static bool starts_in_capitals(struct slice text) {
    size_t letters = 0;
    while (text.length > 0 && first_category(text) == UTF8PROC_CATEGORY_LU) {
        letters++;
        text = slice_from(text, character_length(text));
    }
    return letters >= 3 && first_category(text) != UTF8PROC_CATEGORY_LL;
}

/* "TASHKENT, Uzbekistan", but no headline that is all in capitals. */
static bool is_dateline(struct slice line) {
    size_t words = 1;
    bool small = false;
    if (!starts_in_capitals(line) || !memchr(line.data, ',', line.length)) {
        return false;
    }
    for (struct slice rest = line; rest.length > 0;
         rest = slice_from(rest, character_length(rest))) {
        words += *rest.data == ' ';
        small = small || first_category(rest) == UTF8PROC_CATEGORY_LL;
    }
    return small || words < HEADLINE_WORDS;
}

/* One sentence as far as can be told without its language: no full stop, question or exclamation
 * mark inside, but behind words as short as abbreviations. */
static bool is_one_sentence(struct slice line) {
    size_t word = 0; /* bytes since the last space */
    for (size_t i = 0; i + 1 < line.length; i++) {
        bool space = space_length(slice_from(line, i + 1)) > 0;
        bool ends = strchr(".!?", line.data[i]) != NULL;
        if (ends && space && (word > 6 || line.data[i] != '.')) {
            return false;
        }
        word = space_length(slice_from(line, i)) > 0 ? 0 : word + 1;
    }
    return true;
}

/* A letter, a digit, an opening quotation mark or a sign such as '"'. */
static bool may_begin_title(utf8proc_category_t category) {
    return category_is_letter(category) || category == UTF8PROC_CATEGORY_ND ||
           category == UTF8PROC_CATEGORY_PI || category == UTF8PROC_CATEGORY_PO;
}

static bool may_be_title(struct slice line, struct slice body) {
    return line.length > 0 && line.length <= LONGEST_TITLE &&
           slice_trim(body).length > line.length && !strchr(",:;", line.data[line.length - 1]) &&
           is_one_sentence(line) && may_begin_title(first_category(line)) && !byline_has_gap(line);
}

/* "date 2024-07-02 Title", "2024-07-02 Title": what is before the date is at most one word. */
static struct slice take_leading_date(struct slice line, struct draft *draft) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    struct slice head =
        slice_of(line.data, line.length < LONGEST_DATE_LINE ? line.length : LONGEST_DATE_LINE);
    if (!article_date_find(head, &start, &end, date) || start > 20) {
        return line;
    }
    for (struct slice label = slice_trim(slice_of(line.data, start)); label.length > 0;
         label = slice_from(label, character_length(label))) {
        bool colon = label.length == 1 && label.data[0] == ':';
        if (!category_is_letter(first_category(label)) && !colon) {
            return line;
        }
    }
    struct slice rest = slice_from(line, end);
    if (starts_with_dash(rest) || (rest.length > 0 && space_length(rest) == 0)) {
        return line;
    }
    draft_set_default(draft, FIELD_DATE, slice_of_string(date));
    return slice_trim(rest);
}

/* Whether the lines up to the next empty one are few and short, and one has a date or says by whom
 * the text is: the byline below a title. No line at all is a byline, too. */
static bool starts_with_byline(struct slice text) {
    struct slice line;
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    bool said = false;
    for (int lines = 0; lines <= BYLINE_LINES && slice_take_line(&text, &line); lines++) {
        line = slice_trim(line);
        if (line.length == 0) {
            return lines == 0 || said;
        }
        if (line.length > LONGEST_DATE_LINE) {
            return false;
        }
        said = said || article_date_find(line, &start, &end, date) || byline_names(line).length > 0;
    }
    return false;
}

/* Whether the next line is a whole paragraph. */
static bool starts_with_paragraph(struct slice text) {
    struct slice line;
    return slice_take_line(&text, &line) && code_point_count(slice_trim(line)) > PARAGRAPH_LETTERS;
}

static bool ends_sentence(struct slice line) {
    return line.length > 0 && strchr(".!?", line.data[line.length - 1]);
}

/* Without the line of signs that Markdown and typists have below a heading. */
static struct slice skip_underline(struct slice text) {
    struct slice rest = text, line = {0};
    slice_take_line(&rest, &line);
    line = slice_trim(line);
    size_t signs = 0;
    while (signs < line.length && strchr("=-", *line.data) && line.data[signs] == *line.data) {
        signs++;
    }
    return signs > 2 && signs == line.length ? rest : text;
}

/* Without the mark of a heading in Markdown: "# ". */
static struct slice skip_mark(struct slice line) {
    size_t marks = 0;
    while (marks < line.length && line.data[marks] == '#') {
        marks++;
    }
    bool marked = marks > 0 && marks < line.length && line.data[marks] == ' ';
    return marked ? slice_trim(slice_from(line, marks)) : line;
}

/* Takes the title's line off, when the first line is one. */
static struct slice take_title(struct slice text, struct draft *draft) {
    struct slice rest = text, line;
    if (draft_has(draft, FIELD_TITLE) || !slice_take_line(&rest, &line) ||
        line.length > LONGEST_TITLE) {
        return text;
    }
    line = slice_trim(line);
    rest = skip_underline(rest);
    if (!starts_with_byline(rest) && (ends_sentence(line) || !starts_with_paragraph(rest))) {
        return text;
    }
    line = skip_mark(line);
    struct slice words = take_leading_date(line, draft);
    if (words.length == 0 || (words.length == line.length && is_dateline(words)) ||
        !may_be_title(words, rest)) {
        return text;
    }
    draft_set(draft, FIELD_TITLE, words);
    return slice_trim(rest);
}

/* "JAKARTA, 17 Juni 2025 - ...", "АСТАНА, 17 июня 2025 г. ...", "Jakarta, 17 Juni 2025 - ..." */
static bool is_in_dateline(struct slice line, size_t end) {
    struct slice rest = slice_from(line, end);
    if (end > LONGEST_DATELINE) {
        return false;
    }
    if (rest.length > 0 && rest.data[0] == ')') {
        rest = slice_from(rest, 1);
    }
    return starts_in_capitals(line) || starts_with_dash(rest);
}

static void guess_date(struct slice text, struct draft *draft) {
    struct slice line;
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    for (int lines = 0; lines < HEAD_LINES && slice_take_line(&text, &line);) {
        line = slice_trim(line);
        if (line.length == 0) {
            continue;
        }
        lines++;
        struct slice head =
            slice_of(line.data, line.length < LONGEST_DATE_LINE ? line.length : LONGEST_DATE_LINE);
        if (byline_date(line, date) ||
            (article_date_find(head, &start, &end, date) && is_in_dateline(line, end))) {
            draft_set_default(draft, FIELD_DATE, slice_of_string(date));
            return;
        }
    }
}

/* Behind a text only a label tells its date from one that it is about: "Published: 14 May 2025". */
static void guess_date_behind(struct slice text, struct draft *draft) {
    char date[ARTICLE_DATE_BYTES];
    struct slice line;
    for (int lines = 0; lines < TAIL_LINES && take_last_line(&text, &line); lines++) {
        if (label_heads(line, LABEL_DATE) && byline_date(line, date)) {
            draft_set_default(draft, FIELD_DATE, slice_of_string(date));
        }
    }
}

/* "By Nora Vance", below a title. */
static void guess_author(struct slice text, struct draft *draft) {
    struct slice line;
    bool titled = draft_has(draft, FIELD_TITLE);
    for (int lines = 0; titled && lines < BYLINE_LINES && slice_take_line(&text, &line); lines++) {
        struct slice names = byline_names(slice_trim(line));
        if (names.length > 0) {
            draft_set_default(draft, FIELD_AUTHOR, names);
        }
    }
}

/* "BEIJING, July 1 (Xinhua) -- ..." */
static void guess_agency(struct slice text, struct draft *draft) {
    struct slice line;
    if (!slice_take_line(&text, &line) || !starts_in_capitals(line)) {
        return;
    }
    size_t length = line.length < LONGEST_DATELINE ? line.length : LONGEST_DATELINE;
    const char *open = memchr(line.data, '(', length);
    const char *close = open ? memchr(open, ')', length - (size_t)(open - line.data)) : NULL;
    if (close && close > open + 1 &&
        starts_with_dash(slice_from(line, (size_t)(close + 1 - line.data)))) {
        draft_set_default(draft, FIELD_SOURCE, slice_of(open + 1, (size_t)(close - open - 1)));
    }
}

static bool is_url(struct slice text) {
    size_t scheme = url_scheme(text);
    for (size_t i = 0; i < text.length; i++) {
        if (space_length(slice_from(text, i)) > 0) {
            return false;
        }
    }
    return scheme > 0 && memchr(text.data + scheme, '.', text.length - scheme);
}

/* The host of a URL, without "www.". */
static struct slice url_host(struct slice url) {
    const char *start = memchr(url.data, ':', url.length);
    struct slice host = slice_from(url, (size_t)(start - url.data) + 3);
    host = ascii_starts_with(host, "www.") ? slice_from(host, strlen("www.")) : host;
    size_t length = 0;
    while (length < host.length && !strchr("/?#:", host.data[length])) {
        length++;
    }
    return slice_of(host.data, length);
}

void text_guess_source(struct slice value, struct draft *draft) {
    if (is_url(value)) {
        draft_set_default(draft, FIELD_URL, value);
        draft_set_default(draft, FIELD_SOURCE, url_host(value));
    } else if (value.length <= LONGEST_SOURCE) {
        draft_set_default(draft, FIELD_SOURCE, value);
    }
}

static void guess_source_line(struct slice line, struct draft *draft) {
    line = slice_trim(line);
    if (is_url(line)) {
        draft_set_default(draft, FIELD_URL, line);
        return;
    }
    const char *colon = line.length ? memchr(line.data, ':', line.length) : NULL;
    if (!colon) {
        return;
    }
    struct slice label = slice_trim(slice_of(line.data, (size_t)(colon - line.data)));
    struct slice value = slice_trim(slice_from(line, (size_t)(colon + 1 - line.data)));
    if (value.length > 0 && label_is(label, LABEL_SOURCE)) {
        text_guess_source(value, draft);
    }
}

static void guess_source(struct slice text, struct draft *draft) {
    struct slice rest = text, line;
    for (int lines = 0; lines < HEAD_LINES && slice_take_line(&rest, &line); lines++) {
        guess_source_line(line, draft);
    }
    for (int lines = 0; lines < TAIL_LINES && take_last_line(&text, &line); lines++) {
        guess_source_line(line, draft);
    }
}

struct slice text_guess(struct slice text, struct draft *draft) {
    struct slice body = take_title(text, draft);
    guess_author(body, draft);
    guess_date(body, draft);
    guess_date_behind(body, draft);
    guess_agency(body, draft);
    guess_source(body, draft);
    return body;
}
