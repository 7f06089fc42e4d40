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
    case LABEL_RIGHTS:
        return language->rights_labels;
    case LABEL_WEEKDAY:
        return language->weekdays;
    case LABEL_TIME:
        return language->time_labels;
    case LABEL_URL:
        return language->url_labels;
    }
    return NULL;
}

/* How much of a text a label must be. */
enum extent { ALL_OF_IT, ITS_BEGINNING };

static bool is_label(struct slice text, struct slice label, enum extent extent) {
    return slice_starts_with(text, label) &&
           (text.length == label.length ||
            (extent == ITS_BEGINNING && strchr(" ,.:;!", text.data[label.length])));
}

static bool is_listed(struct slice text, enum label_kind kind, enum extent extent) {
    for (size_t i = 0; i < language_count(); i++) {
        const char *const *row = labels_of(language_at(i), kind);
        for (; row && *row; row++) {
            if (**row == text.data[0] && is_label(text, slice_of_string(*row), extent)) {
                return true;
            }
        }
    }
    return false;
}

static unsigned find(struct slice text, unsigned kinds, enum extent extent) {
    unsigned found = 0;
    unsigned left = kinds & LABEL_PAGE ? kinds | LABEL_COMMENTS : kinds;
    for (; text.length > 0 && left != 0; left &= left - 1) {
        unsigned lowest = left & (~left + 1);
        found |= is_listed(text, lowest, extent) ? lowest : 0;
    }
    return kinds & (found & LABEL_COMMENTS ? found | LABEL_PAGE : found);
}

unsigned label_find(struct slice words, unsigned kinds) {
    return find(words, kinds, ALL_OF_IT);
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

unsigned label_begins(struct slice line, unsigned kinds) {
    char form[WORD_SHORT_BYTES];
    struct slice words = trim_to_letters(utf8_cut(line, LONGEST_LINE));
    return find(word_normalise_short(words, form), kinds, ITS_BEGINNING);
}
