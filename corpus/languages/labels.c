#include "corpus/languages/labels.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/normalise.h"

/* Bytes; a longer line, with the signs around its words, is no label. */
enum { LONGEST_LINE = 120 };

static const char *const *labels_of(const struct language *language, enum label_kind kind) {
    switch (kind) {
    case LABEL_PAGE:
        return language->page_labels;
    case LABEL_COMMENTS:
        return language->comment_labels;
    case LABEL_SOURCE:
        return language->source_labels;
    case LABEL_TITLE:
        return language->title_labels;
    case LABEL_DATE:
        return language->date_labels;
    case LABEL_CHANGE:
        return language->change_labels;
    case LABEL_AUTHOR:
        return language->author_labels;
    case LABEL_BYLINE:
        return language->byline_labels;
    case LABEL_SENDER:
        return language->sender_labels;
    case LABEL_APPEAL:
        return language->appeal_labels;
    }
    return NULL;
}

static bool is_listed(struct slice words, enum label_kind kind) {
    for (size_t i = 0; i < language_count(); i++) {
        const char *const *row = labels_of(language_at(i), kind);
        for (; row && *row; row++) {
            if (**row == words.data[0] && slice_equal(words, slice_of_string(*row))) {
                return true;
            }
        }
    }
    return false;
}

unsigned label_find(struct slice words, unsigned kinds) {
    unsigned found = 0;
    unsigned left = kinds & LABEL_PAGE ? kinds | LABEL_COMMENTS : kinds;
    for (; words.length > 0 && left != 0; left &= left - 1) {
        unsigned lowest = left & (~left + 1);
        found |= is_listed(words, lowest) ? lowest : 0;
    }
    return kinds & (found & LABEL_COMMENTS ? found | LABEL_PAGE : found);
}

/* Without the characters at both ends that are no letters. */
static struct slice trim_to_letters(struct slice text) {
    size_t start = text.length, end = 0;
    size_t at = 0;
    while (at < text.length) {
        size_t next;
        if (category_is_letter(code_point_category(code_point_at(text, at, &next)))) {
            start = at < start ? at : start;
            end = next;
        }
        at = next;
    }
    return start < end ? slice_of(text.data + start, end - start) : slice_of(NULL, 0);
}

unsigned label_kinds(struct slice line, unsigned kinds) {
    char form[WORD_SHORT_BYTES];
    return line.length <= LONGEST_LINE
               ? label_find(word_normalise_short(trim_to_letters(line), form), kinds)
               : 0;
}

bool label_is(struct slice line, unsigned kinds) {
    return label_kinds(line, kinds) != 0;
}

bool label_heads(struct slice line, unsigned kinds) {
    const char *colon = line.length > 0 ? memchr(line.data, ':', line.length) : NULL;
    return label_is(line, kinds) ||
           (colon && label_is(slice_of(line.data, (size_t)(colon - line.data)), kinds));
}

bool label_begins(struct slice line, unsigned kinds) {
    char short_form[WORD_SHORT_BYTES];
    struct slice words = trim_to_letters(utf8_cut(line, LONGEST_LINE));
    struct slice form = word_normalise_short(words, short_form);
    bool found = false;
    for (size_t i = 0; i <= form.length && !found; i++) {
        bool ends = i == form.length || form.data[i] == ' ';
        found = ends && label_find(slice_of(form.data, i), kinds);
    }
    return found;
}
