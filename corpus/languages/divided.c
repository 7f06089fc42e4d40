#include "corpus/languages/divided.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

static bool is_letter(utf8proc_category_t category) {
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* The letters that the text begins with, the first a small one. */
static struct slice first_letters(struct slice text) {
    size_t end = 0, next;
    while (end < text.length) {
        utf8proc_category_t category = code_point_category(code_point_at(text, end, &next));
        if (end == 0 ? category != UTF8PROC_CATEGORY_LL : !is_letter(category)) {
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
        if (!is_letter(code_point_category(code_point_at(text, at, &next)))) {
            break;
        }
        start = at;
    }
    return slice_from(text, start);
}

bool word_is_divided(struct slice line, struct slice next) {
    char word[WORD_SHORT_BYTES], form[WORD_SHORT_BYTES];
    if (line.length == 0 || line.data[line.length - 1] != '-') {
        return false;
    }
    struct slice left = last_letters(slice_of(line.data, line.length - 1));
    struct slice right = first_letters(next);
    if (left.length == 0 || right.length == 0 || left.length + right.length > sizeof word) {
        return false;
    }
    memcpy(word, left.data, left.length);
    memcpy(word + left.length, right.data, right.length);
    return language_any_knows(
        word_normalise_short(slice_of(word, left.length + right.length), form));
}

bool text_next_division(struct slice text, size_t from, struct division *found) {
    const char *end = text.data + text.length;
    for (const char *at = text.data + from; at < end; at++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at) {
            return false;
        }
        size_t stop = (size_t)(at - text.data);
        stop -= stop > 0 && text.data[stop - 1] == '\r';
        size_t next = (size_t)(at + 1 - text.data);
        if (word_is_divided(slice_of(text.data, stop), slice_from(text, next))) {
            *found = (struct division){stop - 1, next};
            return true;
        }
    }
    return false;
}

bool text_divides_words(struct slice text) {
    struct division division;
    return text_next_division(text, 0, &division);
}

void text_join_words(char *text, size_t length) {
    static const char soft_hyphen[] = "\xC2\xAD", word_joiner[] = "\xE2\x81\xA0";
    struct division division = {0};
    while (text_next_division(slice_of(text, length), division.end, &division)) {
        size_t bytes = division.end - division.start; /* "-\n" or "-\r\n" */
        memcpy(text + division.start, bytes == 2 ? soft_hyphen : word_joiner, bytes);
    }
}
