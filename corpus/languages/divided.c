#include "corpus/languages/divided.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

/* The letters that the text begins with, the first a small one. */
static struct slice first_letters(struct slice text) {
    size_t end = 0, next;
    while (end < text.length) {
        utf8proc_category_t category = code_point_category(code_point_at(text, end, &next));
        if (end == 0 ? category != UTF8PROC_CATEGORY_LL : !category_is_letter(category)) {
            break;
        }
        end = next;
    }
    return slice_of(text.data, end);
}

/* The letters that the text ends with. */
static struct slice last_letters(struct slice text) {
    size_t start = text.length, next;
    while (start > 0) {
        size_t at = utf8_previous(text.data, start);
        if (!category_is_letter(code_point_category(code_point_at(text, at, &next)))) {
            break;
        }
        start = at;
    }
    return slice_from(text, start);
}

/* The hyphen that the line ends with, but for blanks; empty where there is none. */
static struct slice find_hyphen(struct slice line, bool *soft) {
    static const struct {
        const char *bytes;
        bool soft;
    } hyphens[] = {{"-", false}, {"\xE2\x80\x90" /* U+2010 */, false}, {"\xC2\xAD", true}};
    static const char *const blanks[] = {" ", "\t", "\r", "\xC2\xA0"};
    struct slice rest = line;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks;) {
        bool blank = slice_ends_with(rest, slice_of_string(blanks[i]));
        rest.length -= blank ? strlen(blanks[i]) : 0;
        i = blank ? 0 : i + 1;
    }
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        if (slice_ends_with(rest, slice_of_string(hyphens[i].bytes))) {
            *soft = hyphens[i].soft;
            return slice_from(rest, rest.length - strlen(hyphens[i].bytes));
        }
    }
    return slice_from(line, line.length);
}

size_t line_undivided(struct slice line, struct slice next) {
    char word[WORD_SHORT_BYTES], form[WORD_SHORT_BYTES];
    bool soft;
    struct slice hyphen = find_hyphen(line, &soft);
    size_t end = (size_t)(hyphen.data - line.data);
    if (hyphen.length == 0) {
        return end;
    }
    struct slice left = last_letters(slice_of(line.data, end));
    struct slice right = first_letters(next);
    if (left.length == 0 || right.length == 0 || left.length + right.length > sizeof word) {
        return line.length;
    }
    memcpy(word, left.data, left.length);
    memcpy(word + left.length, right.data, right.length);
    bool whole =
        soft ||
        language_any_knows(word_normalise_short(slice_of(word, left.length + right.length), form));
    return whole ? end : line.length;
}

bool line_begins_conjunction(struct slice line) {
    size_t end = 0;
    while (end < line.length && !ascii_is_space(line.data[end])) {
        end++;
    }
    char form[WORD_SHORT_BYTES];
    struct slice word = word_normalise_short(slice_of(line.data, end), form);
    bool found = false;
    for (size_t i = 0; i < language_count() && !found; i++) {
        found = slice_is_listed(word, language_at(i)->conjunctions);
    }
    return found;
}

/* Whether a character of words is at byte `at`. */
static bool is_of_word(struct slice text, size_t at) {
    size_t next;
    utf8proc_category_t category = code_point_category(code_point_at(text, at, &next));
    return category_is_letter(category) || category == UTF8PROC_CATEGORY_ND;
}

/* Whether the last word of `line` goes on at the beginning of `next` behind a hyphen of its own,
 * which ends at byte *end. */
static bool goes_on(struct slice line, struct slice next, size_t *end) {
    bool soft;
    struct slice hyphen = find_hyphen(line, &soft);
    size_t start = (size_t)(hyphen.data - line.data);
    *end = start + hyphen.length;
    return hyphen.length > 0 && start > 0 && next.length > 0 && !line_begins_conjunction(next) &&
           is_of_word(line, utf8_previous(line.data, start)) && is_of_word(next, 0);
}

/* The first line break, not before byte `from`, of a division; with `compounds`, also of a word
 * that goes on behind a hyphen of its own. */
static bool find_break(struct slice text, size_t from, bool compounds, struct division *found) {
    for (size_t at = from, stop; at < text.length; at = stop + 1) {
        const char *end = memchr(text.data + at, '\n', text.length - at);
        if (!end) {
            return false;
        }
        stop = (size_t)(end - text.data);
        struct slice line = slice_of(text.data, stop), next = slice_from(text, stop + 1);
        size_t start = line_undivided(line, next);
        if (start < stop || (compounds && goes_on(line, next, &start))) {
            *found = (struct division){start, stop + 1};
            return true;
        }
    }
    return false;
}

bool text_next_joint(struct slice text, size_t from, struct division *found) {
    return find_break(text, from, true, found);
}

bool text_divides_words(struct slice text) {
    struct division division;
    return find_break(text, 0, false, &division);
}

void text_join_words(char *text, size_t length) {
    static const char soft_hyphen[] = "\xC2\xAD", word_joiner[] = "\xE2\x81\xA0";
    struct division division = {0};
    while (find_break(slice_of(text, length), division.end, false, &division)) {
        for (size_t at = division.start, bytes; at < division.end; at += bytes) {
            bytes = division.end - at == 3 ? 3 : 2; /* any number but one is some of both */
            memcpy(text + at, bytes == 3 ? word_joiner : soft_hyphen, bytes);
        }
    }
}
