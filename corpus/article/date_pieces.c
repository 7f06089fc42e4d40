/* date_pieces.c - the pieces of dates: numbers, words, signs. */
#include "corpus/article/date_reading.h"

#include "corpus/article/clean.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/normalise.h"

/* Bytes of a word; what is longer is no month, nor anything else that is looked for. */
enum { LONGEST_MONTH = 40 };

bool date_read_number(struct slice text, size_t *at, size_t fewest, size_t most, int *number) {
    size_t digits = 0;
    int value = 0;
    while (digits <= most && is_digit(text, *at + digits)) {
        value = value * 10 + (text.data[*at + digits] - '0');
        digits++;
    }
    if (digits < fewest || digits > most) {
        return false;
    }
    *number = value;
    *at += digits;
    return true;
}

bool date_read_byte(struct slice text, size_t *at, const char *any) {
    if (*at < text.length && text.data[*at] && strchr(any, text.data[*at])) {
        ++*at;
        return true;
    }
    return false;
}

void date_skip_bytes(struct slice text, size_t *at, const char *any) {
    for (;;) {
        size_t space =
            *at < text.length ? space_length(slice_of(text.data + *at, text.length - *at)) : 0;
        if (space > 0 && strchr(any, ' ')) {
            *at += space;
        } else if (!date_read_byte(text, at, any)) {
            return;
        }
    }
}

bool date_is_letter(struct slice text, size_t at, size_t *length) {
    if (at >= text.length) {
        return false;
    }
    size_t next;
    utf8proc_category_t category = code_point_category(code_point_at(text, at, &next));
    *length = next - at;
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

struct slice date_read_word(struct slice text, size_t *at) {
    size_t start = *at;
    size_t length;
    while (date_is_letter(text, *at, &length)) {
        *at += length;
    }
    return slice_of(text.data + start, *at - start);
}

const struct number_word *date_find_number_word(struct slice word, enum number_word_kind kind) {
    if (word.length == 0 || word.length > LONGEST_MONTH) {
        return NULL;
    }
    char short_form[WORD_SHORT_BYTES];
    struct slice form = word_normalise_short(word, short_form);
    const struct number_word *found = NULL;
    for (size_t i = 0; i < language_count() && !found; i++) {
        const struct number_word *row = language_at(i)->number_words;
        for (; row && row->form && !found; row++) {
            if (row->kind == kind && slice_equal(form, slice_of_string(row->form))) {
                found = row;
            }
        }
    }
    return found;
}
